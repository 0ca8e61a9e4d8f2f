"""Writing an area's file: the tables that the editor holds, as TOML that the reader reads back the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from calculators.areas.keys import NAMED, ONCE, SEVERAL, TOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
BEFORE_LETTERS = 0x20  # signs below this, and the one behind the letters, cannot stand in TOML as they are
BEHIND_LETTERS = 0x7F


def text_of(tables: Mapping[str, Any], opening: str = "") -> str:
    """Write a file.

    Args:
        tables: the tables as `tables_of` gives them; only what an area's file may hold is written, in the order of the
            list of keys.
        opening: remarks for the top of the file, without their number signs.

    """
    parts = ["\n".join(f"# {line}".rstrip() for line in opening.splitlines())] if opening else []
    parts.append("\n".join(_lines(TOP, tables)))
    for kind, (names, keys) in NAMED.items():
        given = tables.get(kind, {})
        parts += [part for name in names if name in given for part in _tables(f"{kind}.{name}", keys, given[name])]
    for name, keys in (ONCE | SEVERAL).items():
        if name in tables:
            parts += _tables(name, keys, tables[name], several=name in SEVERAL and name != "panel")
    return "\n\n".join(part for part in parts if part) + "\n"


def _tables(place: str, keys: tuple[Any, ...], given: Any, *, several: bool = False) -> Iterator[str]:
    """Write one table, or one for each where several may stand."""
    every = given if isinstance(given, list) else [given]
    heading = f"[[{place}]]" if several or len(every) > 1 else f"[{place}]"
    for table in every:
        yield "\n".join([heading, *_lines(keys, table)])


def _lines(keys: tuple[Any, ...], table: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{key.name} = {_value(table[key.name])}" for key in keys if key.name in table)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(_value(item) for item in value)}]"
    return f'"{"".join(_sign(sign) for sign in str(value))}"'


def _sign(sign: str) -> str:
    if sign in ESCAPED:
        return ESCAPED[sign]
    return f"\\u{ord(sign):04X}" if ord(sign) < BEFORE_LETTERS or ord(sign) == BEHIND_LETTERS else sign
