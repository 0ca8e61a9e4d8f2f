"""Reading an area's file: every key it may have, and a sentence for everything that is wrong with it.

An area can name, add and tighten. It cannot take away: the lines of a guide do not come from here, no rule may be
looser than the national one, and an added line may not soften the step it stands below.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculators import sources
from calculators.actions.people import CONTACTS
from calculators.areas.model import NATIONAL, Area, Contact, Line, Link, Panel, Review, Service
from calculators.actions.register import actions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FOLDER = Path(__file__).parent
LONGEST_REVIEW = 6  # months: NICE NG55 1.6.5 asks for a review every 3 to 6 months
TELEPHONE = re.compile(r"0(?: ?\d){9,10}|101|111|999")
LINK = re.compile(r"https://[\w.-]+\.[a-z]{2,}(/[\w./?=&%#-]*)?")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
SOFTENING = re.compile(
    r"\b(need not|no need|not necessary|not required|instead of|rather than|unless|do not (?:refer|ring|tell|report|record)"
    r"|don[’']t (?:refer|ring|tell|report|record)|optional|only if|ignore|wait)\b",
    re.IGNORECASE,
)


class AreaError(ValueError):
    """An area's file cannot be used: the words name the file, the key, what is wrong and what to write."""


@dataclass(frozen=True)
class Key:
    """One key that a table of an area's file may have: how its value is read, and what to write there."""

    name: str
    read: Callable[[Any], Any]
    says: str
    needed: bool = False


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("write words in quotation marks")
    if len(value) > 400 or "\n" in value:  # noqa: PLR2004 - said in the sentence
        raise ValueError("write one line of at most 400 letters")
    return value.strip()


def _matching(pattern: re.Pattern[str], remedy: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = _text(value)
        if not pattern.fullmatch(text):
            raise ValueError(remedy)
        return text

    return read


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError('write a list of words, such as ["first", "second"]')
    return tuple(_text(item) for item in value)


def _cites(value: Any) -> tuple[str, ...]:
    units = _texts(value)
    for unit in units:
        try:
            sources.unit(unit)
        except sources.UnknownUnitError as fault:
            raise ValueError(str(fault)) from None
    return units


def _whole(least: int, most: int, why: str = "") -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"write a whole number from {least} to {most}{why}")
        return value

    return read


def _added_line(value: Any) -> str:
    text = _text(value)
    softer = SOFTENING.search(text)
    if softer:
        raise ValueError(f"“{softer[0]}” would soften a step: an area may only add to one; say what to do besides")
    return text


_every = _whole(1, LONGEST_REVIEW, ": no rule may be looser than NICE NG55 1.6.5, every 3 to 6 months")
CITES = Key(
    "cites",
    _cites,
    "the units that say so, as in calculators/sources/register.toml; left out for what you know yourself",
)

CONTACT = (
    Key("name", _text, "what the service is called", needed=True),
    Key(
        "telephone",
        _matching(TELEPHONE, "write the whole number with its area code, such as 01632 960001"),
        "the number",
    ),
    Key("option", _text, "what to press or ask for"),
    Key("hours", _text, "when it answers"),
    Key("out_of_hours", _text, "the number and name for all other times"),
    Key(
        "email", _matching(EMAIL, "write an address such as name@example.gov.uk"), "for referrals, not for emergencies"
    ),
    Key("link", _matching(LINK, "write an address that begins with https://"), "the page or form"),
    Key("ask", _text, "whom to ask where the number is not known"),
    CITES,
)
LINKS = (
    Key("title", _text, "what the paper is called", needed=True),
    Key("address", _matching(LINK, "write an address that begins with https://"), "where it stands"),
    CITES,
)
REVIEW = (
    Key("first_every", _every, "months from one review to the next at first", needed=True),
    Key("first_for", _whole(0, 24), "for how many months that holds"),
    Key("then_every", _every, "months from one review to the next afterwards", needed=True),
    CITES,
)
PANEL = (
    Key("name", _text, "what the panel is called", needed=True),
    Key("first_age", _whole(0, 18), "youngest age it takes, in completed years", needed=True),
    Key("last_age", _whole(0, 25), "oldest age it takes, in completed years", needed=True),
    Key("criteria", _texts, "what it asks for, a phrase each"),
    CITES,
)
SERVICE = (
    Key("name", _text, "what the service is called", needed=True),
    Key("serves", _text, "whom it is for", needed=True),
    CITES,
)
LINE = (
    Key("step", _text, "the rule it stands below, such as tell-the-lead or consent/child-a-under-13", needed=True),
    Key("text", _added_line, "what the area asks for besides", needed=True),
    CITES,
)
NAMES = tuple(
    Key(name, _text, f"what the area calls the {words}")
    for name, words in (
        ("strategy-meeting", "strategy meeting"),
        ("planning-meeting", "multi-agency planning meeting"),
        ("conference", "child protection conference"),
        ("early-help-assessment", "early help assessment"),
        ("safeguarding-unit", "safeguarding unit"),
    )
)
TOP = (
    Key("name", _text, "the area’s name", needed=True),
    Key("partnership", _text, "the safeguarding partnership’s name"),
    CITES,
)
LINK_NAMES = (
    "threshold-document",
    "referral-form",
    "flowchart",
    "exploitation-guidance",
    "toolkit",
    "continuum-of-support",
)
TABLES = {  # as the file writes them, for the page that lists every key
    "At the top of the file": TOP,
    f"`[contact.{'`, `[contact.'.join(f'{key}]' for key in CONTACTS)}`": CONTACT,
    "`[names]`": NAMES,
    f"`[link.{'`, `[link.'.join(f'{name}]' for name in LINK_NAMES)}`": LINKS,
    "`[review]`": REVIEW,
    "`[panel]`": PANEL,
    "`[[service]]`, as often as needed": SERVICE,
    "`[[line]]`, as often as needed": LINE,
}
NEEDED_CONTACT = "front-door"


def read(key: str, text: str, steps: frozenset[str], where: str) -> Area:
    """Read an area's file.

    Args:
        key: the area's key, the file's name without its ending.
        text: the file, TOML.
        steps: the steps that a line may stand below: "rule" and "guide/rule".
        where: the file's name, for errors.

    Raises:
        AreaError: the first thing that is wrong.

    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise AreaError(
            f"{where}: this is not TOML: {fault}; compare it with calculators/areas/{NATIONAL}.toml"
        ) from None
    return from_data(key, data, steps, where)


def from_data(key: str, data: Mapping[str, Any], steps: frozenset[str], where: str) -> Area:
    """Make an area of the tables of its file; AreaError names the first thing that is wrong."""
    tables = {"contact", "link", "names", "review", "panel", "service", "line"}
    top = {name: value for name, value in data.items() if name not in tables}
    area = Area(
        key=key,
        **_table(where, "", TOP, top, also=sorted(tables)),
        contacts={
            name: Contact(**_table(where, f"contact.{name}", CONTACT, value))
            for name, value in _named(where, "contact", data, tuple(CONTACTS))
        },
        links={
            name: Link(**_table(where, f"link.{name}", LINKS, value))
            for name, value in _named(where, "link", data, LINK_NAMES)
        },
        names=_table(where, "names", NAMES, data.get("names", {})),
        review=Review(**_table(where, "review", REVIEW, data["review"])) if "review" in data else None,
        panel=Panel(**_table(where, "panel", PANEL, data["panel"])) if "panel" in data else None,
        services=tuple(Service(**_table(where, name, SERVICE, value)) for name, value in _each(where, "service", data)),
        file=data,
        lines=tuple(Line(**_table(where, name, LINE, value)) for name, value in _each(where, "line", data)),
    )
    if NEEDED_CONTACT not in area.contacts:
        raise AreaError(
            f"{where}: contact.{NEEDED_CONTACT} is missing; write [contact.{NEEDED_CONTACT}] with name, and telephone or ask"
        )
    if area.panel and area.panel.first_age > area.panel.last_age:
        raise AreaError(f"{where}: panel.first_age is above panel.last_age; write the youngest age first")
    for number, line in enumerate(area.lines, start=1):
        if line.step not in steps:
            raise AreaError(
                f"{where}: line {number}: there is no step “{line.step}”; take a rule from the calculator’s page or its "
                "table, such as tell-the-lead or consent/child-a-under-13"
            )
    return area


def _table(where: str, place: str, keys: tuple[Key, ...], value: Any, also: list[str] | None = None) -> dict[str, Any]:
    """Check one table of the file against the keys it may have."""
    if not isinstance(value, dict):
        raise AreaError(f"{where}: {place} is not a table; write [{place}] on a line of its own, its keys below")
    prefix = f"{place}." if place else ""
    known = {key.name: key for key in keys}
    for name in value:
        if name not in known:
            choices = ", ".join([*known, *(also or [])])
            raise AreaError(f"{where}: {prefix}{name} is not a key of an area’s file; use one of: {choices}")
    read = {}
    for key in keys:
        if key.name in value:
            try:
                read[key.name] = key.read(value[key.name])
            except ValueError as remedy:
                raise AreaError(f"{where}: {prefix}{key.name}: “{value[key.name]}” cannot be used; {remedy}") from None
        elif key.needed:
            raise AreaError(f"{where}: {prefix}{key.name} is missing; write {key.says}")
    return read


def _named(where: str, place: str, data: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    table = data.get(place, {})
    if not isinstance(table, dict):
        raise AreaError(f"{where}: {place} is not a table; write [{place}.{names[0]}] on a line of its own")
    for name, value in table.items():
        if name not in names:
            raise AreaError(f"{where}: {place}.{name} is not known; use one of: {', '.join(names)}")
        yield name, value


def _each(where: str, place: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    tables = data.get(place, [])
    if not isinstance(tables, list):
        raise AreaError(f"{where}: {place} may stand several times; write [[{place}]] with two brackets")
    yield from ((f"{place} {number}", table) for number, table in enumerate(tables, start=1))


@cache
def steps() -> frozenset[str]:
    """Every step that an area's line may stand below."""
    return frozenset(actions())


def keys(folder: Path = FOLDER) -> tuple[str, ...]:
    """The keys of the areas that have a file, the national one first."""
    return tuple(sorted((path.stem for path in folder.glob("*.toml")), key=lambda key: (key != NATIONAL, key)))


@cache
def load(key: str, folder: Path = FOLDER) -> Area:
    """Read the file of an area.

    Raises:
        AreaError: there is no such file, or something in it is wrong.

    """
    path = folder / f"{key}.toml"
    if not path.is_file():
        raise AreaError(f"{folder.name}: there is no area “{key}”; there are {', '.join(keys(folder))}")
    return read(key, path.read_text(encoding="utf-8"), steps(), f"{folder.name}/{path.name}")
