"""Editing an area's file: what a form holds, as an area, as its file, and with a sentence for each field that is wrong.

A form holds text: every value is what somebody typed. Days are read as people write them.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from calculators.areas import labels
from calculators.areas.from_tables import of_tables
from calculators.areas.keys import NAMED, ONCE, SEVERAL, TOP
from calculators.areas.steps import steps
from calculators.areas.tables import AreaError, short
from calculators.areas.toml_file import file_key, tables_of
from calculators.areas.writer import text_of
from calculators.engine.dates import read_date, words_for_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.areas.keys import Key
    from calculators.areas.model import Area

NUMBERS = {"first_age", "last_age", "first_every", "first_for", "then_every"}
DAYS = {"checked", "starts", "until"}
LISTS = {"criteria": "\n", "levels": "\n", "cites": ", "}  # how the parts of a list stand in one field
MOST = 200  # faults that are looked for
NAME_TO_COME = "Name to come"  # stands for a service without a name, so that its other values are checked too
STAND_IN = "Your area"  # the name while none is given, so that the rest can be read


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: its table, with its number where there are several; its key; and a sentence."""

    place: str
    key: str
    words: str


@dataclass(frozen=True)
class Checked:
    """What a form holds: the file, its name, what is wrong, and the area without what is wrong, where that can be read."""

    text: str
    name: str
    faults: tuple[Fault, ...]
    area: Area | None


@dataclass(frozen=True)
class Opened:
    """A file for the form: its values as text, the remarks at its top, and the names of what was left out."""

    form: dict[str, Any]
    opening: str
    left_out: tuple[str, ...]


def check(form: Mapping[str, Any], opening: str = "", key: str = "") -> Checked:
    """Check what a form holds.

    Args:
        form: the tables; a table that may stand several times, and each service, is a list. Every value is text.
        opening: remarks for the top of the file.
        key: the name of the file without its ending, where it has one already.

    """
    tables = _each(form, _typed)
    key = key or file_key(str(form.get("name", "")))
    faults, area = _read(deepcopy(tables), key)
    order = {place: number for number, place in enumerate(labels.TABLES)}
    faults.sort(key=lambda fault: order.get(fault.place.partition(" ")[0], len(order)))
    return Checked(text_of(tables, opening), f"{key}.toml", tuple(faults), area)


def opened(content: str) -> Opened:
    """Take a file into the form.

    Raises:
        ValueError: it cannot be read as TOML; the words say why and what to do.

    """
    found = tables_of(content)
    left_out: list[str] = []
    top = {name: value for name, value in found.items() if name not in {*NAMED, *ONCE, *SEVERAL}}
    form: dict[str, Any] = _known(TOP, top, "", left_out)
    for kind, (names, keys) in NAMED.items():
        given = found.get(kind, {})
        if not isinstance(given, dict):
            left_out.append(kind)
            continue
        left_out += [f"{kind}.{name}" for name in given if name not in names]
        read = {name: _tables(keys, given[name], f"{kind}.{name}", left_out) for name in names if name in given}
        if kept := {name: every if kind == "contact" else every[0] for name, every in read.items() if every}:
            form[kind] = kept
    for name, keys in (ONCE | SEVERAL).items():
        if every := _tables(keys, found.get(name, []), name, left_out):
            form[name] = every[0] if name in ONCE else every
    remarks = re.match(r"(?:#.*\n)*", content.removeprefix("\ufeff").replace("\r\n", "\n"))
    opening = "\n".join(line[1:].strip() for line in (remarks[0] if remarks else "").splitlines())
    if re.search(r"^\s*#", content.replace("\r\n", "\n")[remarks.end() if remarks else 0 :], re.MULTILINE):
        left_out.append("remarks below the top of the file")
    return Opened(form, opening, tuple(left_out))


def _tables(keys: tuple[Key, ...], given: Any, place: str, left_out: list[str]) -> list[dict[str, str]]:
    every = given if isinstance(given, list) else [given]
    left_out += [place for one in every if not isinstance(one, dict)]
    return [_known(keys, one, place, left_out) for one in every if isinstance(one, dict)]


def _known(keys: tuple[Key, ...], table: Mapping[str, Any], place: str, left_out: list[str]) -> dict[str, str]:
    names = {key.name for key in keys}
    left_out += [short(f"{place}.{name}" if place else name) for name in table if name not in names]
    return {name: _as_text(name, value) for name, value in table.items() if name in names}


def _as_text(name: str, value: Any) -> str:
    if isinstance(value, list):
        return LISTS.get(name, ", ").join(str(item) for item in value)
    if isinstance(value, date):
        return words_for_date(value)
    return str(value)


def _each(form: Mapping[str, Any], read: Any) -> dict[str, Any]:
    """Give the tables with each value read."""
    made: dict[str, Any] = {}
    for name, value in form.items():
        if isinstance(value, dict):
            made[name] = _each(value, read)
        elif isinstance(value, list):
            made[name] = [_each(one, read) for one in value]
        else:
            made[name] = read(name, value)
    return made


def _typed(name: str, value: str) -> Any:
    """Give a value as its key takes it; what cannot be read so stays text, for the reader to refuse."""
    if name in NUMBERS and value.isascii() and value.isdigit():
        return int(value[:9])
    if name in DAYS:
        try:
            return read_date(value)
        except ValueError:
            return value
    if name in LISTS:
        return [part.strip() for part in value.split(LISTS[name].strip() or "\n") if part.strip()]
    return value


def _read(tables: dict[str, Any], key: str) -> tuple[list[Fault], Area | None]:
    """Read the tables again and again without what is wrong, so that every fault is found."""
    where = f"{key}.toml"
    faults: list[Fault] = []
    numbers = {
        place: list(range(1, len(every) + 1)) for place, every in _several(tables)
    }  # which of the form's tables each one is
    while len(faults) < MOST:
        try:
            return faults, of_tables(key, tables, steps(), where)
        except AreaError as fault:
            place, _, number = fault.place.partition(" ")
            index = int(number or 1) - 1
            shown = f"{place} {numbers[place][index]}" if numbers.get(place) else place
            told = any((known.place, known.key) == (shown, fault.key) for known in faults)
            gone = not fault.key and any(known.place.partition(" ")[0] == place for known in faults)
            if not told and not gone:
                faults.append(Fault(shown, fault.key, labels.in_words(str(fault), where, fault.place, fault.key)))
            if not _without(tables, numbers, place, index, fault.key):
                return faults, None
    return faults, None


def _several(tables: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    yield from ((name, value) for name, value in tables.items() if isinstance(value, list) and name in SEVERAL)
    contacts = tables.get("contact", {})
    yield from ((f"contact.{name}", every) for name, every in contacts.items())


def _without(tables: dict[str, Any], numbers: dict[str, list[int]], place: str, index: int, key: str) -> bool:
    """Mend the tables so that they can be read on; say whether anything could be mended.

    The value at fault is taken out, or its table where something is missing in it. A missing name is stood in for.
    """
    if not place:
        return _without_name(tables, key)
    kind, _, name = place.partition(".")
    holder = tables.get(kind, {}) if name else tables
    held = holder.get(name or kind)
    if held is None:
        return False
    table = held[index] if isinstance(held, list) else held
    if key == "name" and not table.get(key):
        table[key] = NAME_TO_COME
    elif key in table:
        del table[key]
    elif isinstance(held, list):
        del held[index], numbers[place][index]
        if not held:
            del holder[name or kind]
    else:
        del holder[name or kind]
    return True


def _without_name(tables: dict[str, Any], key: str) -> bool:
    found = tables.pop(key, None) is not None
    if key == "name":
        tables["name"] = STAND_IN
    return found or key == "name"
