"""Holding the tables of an area's file to the keys that they may have, with a sentence for everything that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.areas.keys import NAMED, ONCE, SEVERAL, TOP, Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST_SHOWN = 60  # characters of a value that is quoted in a sentence


class AreaError(ValueError):
    """An area's file cannot be used: the words name the file, the key, what is wrong and what to write.

    Args:
        words: the whole sentence.
        place: the table at fault, with its number where there are several, such as "contact.front-door 2"; empty at the top.
        key: the key at fault; empty where it is the whole table.

    """

    def __init__(self, words: str, place: str = "", key: str = "") -> None:
        super().__init__(words)
        self.place = place
        self.key = key


class Tables:
    """The tables of one file.

    Args:
        where: the file's name, for errors.

    """

    def __init__(self, where: str) -> None:
        self.where = where

    def fault(self, place: str, key: str, words: str) -> AreaError:
        """Give the error for a key of a table, or for the table."""
        return AreaError(f"{self.where}: {words}", place, key)

    def table(self, place: str, keys: tuple[Key, ...], value: Any, also: list[str] | None = None) -> dict[str, Any]:
        """Check one table of the file against the keys it may have."""
        if isinstance(value, list) and not heading(place).startswith("[["):
            words = f"{place} may stand once; write {heading(place)} with one bracket on each side"
            raise self.fault(place, "", words)
        if not isinstance(value, dict):
            raise self.fault(
                place, "", f"{place} is not a table; write {heading(place)} on a line of its own, its keys below"
            )
        prefix = f"{place}." if place else ""
        known = {key.name: key for key in keys}
        for name in value:
            if name not in known:
                choices = ", ".join([*known, *(also or [])])
                words = f"{prefix}{short(name)} is not a key of an area’s file; use one of: {choices}"
                if place and (elsewhere := _elsewhere(name)):
                    words = f"{prefix}{name} is not a key of {heading(place)}; {elsewhere}, or use one of: {choices}"
                raise self.fault(place, name, words)
        read = {}
        for key in keys:
            if key.name in value:
                try:
                    read[key.name] = key.read(value[key.name])
                except ValueError as remedy:
                    given = short(value[key.name])
                    words = f"{prefix}{key.name}: “{given}” cannot be used; {remedy}"
                    raise self.fault(place, key.name, words) from None
            elif key.needed:
                raise self.fault(place, key.name, f"{prefix}{key.name} is missing; write {key.says}")
        return read

    def named(self, place: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Give the tables of one kind that have a name behind a dot."""
        names, _ = NAMED[place]
        table = data.get(place, {})
        if not isinstance(table, dict):
            raise self.fault(place, "", f"{place} is not a table; write [{place}.{names[0]}] on a line of its own")
        for name, value in table.items():
            if name not in names:
                words = f"{place}.{short(name)} is not known; use one of: {', '.join(names)}"
                raise self.fault(f"{place}.{name}", "", words)
            yield name, value

    def each(self, place: str, data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give the tables of one kind that may stand several times; one alone may stand in single brackets."""
        given = data.get(place, [])
        if place == "panel" and isinstance(given, dict):
            yield place, self.table(place, SEVERAL[place], given)
            return
        if not isinstance(given, list):
            raise self.fault(place, "", f"{place} may stand several times; write [[{place}]] with two brackets")
        for number, table in enumerate(given, start=1):
            yield f"{place} {number}", self.table(f"{place} {number}", SEVERAL[place], table)


def heading(place: str) -> str:
    """Give the line with which a table begins: "contact.front-door 2" begins with [[contact.front-door]]."""
    name, _, number = place.partition(" ")
    return f"[[{name}]]" if number or name in SEVERAL else f"[{name}]"


def _elsewhere(name: str) -> str:
    """Say where a key belongs that stands in the wrong table; empty where there is no such key."""
    if name in {key.name for key in TOP}:
        return f"write {name} at the top of the file, above the first table"
    holders = [kind for kind, (_, keys) in NAMED.items() if name in {key.name for key in keys}]
    said = [f"[{kind}.{NAMED[kind][0][0]}]" for kind in holders]
    said += [heading(kind) for kind, keys in (ONCE | SEVERAL).items() if name in {key.name for key in keys}]
    return f"move {name} to {', '.join(said)}" if said else ""


def short(value: object) -> str:
    """Give a value of the file as it is quoted in a sentence: one line, at most 60 signs, each of which can be seen."""
    try:
        words = " ".join(str(value).split())
    except ValueError:  # a number that is too long to be written
        return "…"
    words = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
