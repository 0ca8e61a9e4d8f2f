"""Files of made-up areas: three that look like real ones, and files that hold any choice of keys, for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculators.areas import reader
from calculators.areas.keys import NAMED, ONCE, SEVERAL, TOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.areas.keys import Key
    from calculators.areas.model import Area

FOLDER = Path(__file__).parent / "areas"
STEP, MEETING = "refer", "strategy"
DOOR = "contact.front-door"
FIXED: dict[str, Any] = {  # values that are no free words; {n} makes each one its own
    "telephone": "01632 960{n:03d}",
    "text_relay": "18001 01632 960{n:03d}",
    "out_of_hours": "01632 960{n:03d}, desk {n}",
    "texts": "07700 900{n:03d}",
    "email": "desk{n}@example.gov.uk",
    "link": "https://example.gov.uk/page/{n}",
    "form": "https://example.gov.uk/form/{n}?a=b:c",
    "address": "https://example.gov.uk/paper/{n}",
    "within": "{n} minutes",
    "checked": "2026-10-01",
    "starts": "2026-10-02",
    "until": "2031-10-03",
    "first_age": 7,
    "last_age": 19,
    "cites": ["ng55:1.6.5"],
    "first_every": 2,
    "first_for": 4,
    "then_every": 5,
    "unit": "weeks",
    "step": STEP,
    "meeting": MEETING,
}
SHOWN = {  # how a fixed value stands on a page where it does not stand as it is written
    "checked": "checked on 1 October 2026",
    "starts": "from 2 October 2026",
    "until": "until 3 October 2031",
    "cites": "NG55 1.6.5",
    "first_every": "every 2 ",
    "first_for": "first 4 ",
    "then_every": "every 5 ",
    "step": None,  # says where the line stands
    "meeting": None,
}


def realistic() -> list[Area]:
    """Give the three made-up areas."""
    return [reader.load(path.stem, FOLDER) for path in sorted(FOLDER.glob("*.toml"))]


def every_key() -> Iterator[tuple[str, str]]:
    """Give every table of a file with each of its keys; the top of the file is the table without a name."""
    yield from (("", key.name) for key in TOP)
    for kind, (names, keys) in NAMED.items():
        yield from ((f"{kind}.{name}", key.name) for name in names for key in keys)
    for name, keys in (ONCE | SEVERAL).items():
        yield from ((name, key.name) for key in keys)


def keys_of(table: str) -> tuple[Key, ...]:
    """Give the keys of a table."""
    kind = table.partition(".")[0]
    return TOP if not table else NAMED[kind][1] if kind in NAMED else (ONCE | SEVERAL)[kind]


def made(chosen: set[tuple[str, str]]) -> tuple[str, dict[tuple[str, str], str]]:
    """Make a file that holds these keys of these tables, and those they need.

    Returns:
        The file, and for each chosen key the words that have to stand on a page.

    """
    number = 0
    lines: list[str] = []
    shown: dict[tuple[str, str], str] = {}
    tables = dict.fromkeys(table for table, _ in every_key() if not table or table == DOOR)
    tables |= dict.fromkeys(table for table, _ in every_key() if any(table == of for of, _ in chosen))
    for table in tables:
        if table:
            lines.append(f"[[{table}]]" if table in {*SEVERAL, DOOR} else f"[{table}]")
        if table == DOOR:  # beside one for some ages there is one for all
            lines += ['name = "For all"', 'telephone = "01632 960999"', f"[[{DOOR}]]"]
        wanted = {name for of, name in chosen if of == table}
        wanted |= {key.name for key in keys_of(table) if key.needed}
        if table.startswith("contact."):
            wanted |= {"telephone"} if not wanted & {"telephone", "email", "link", "form", "ask", "texts"} else set()
            wanted |= {"telephone"} if "out_of_hours" in wanted else set()
        wanted |= {"first_for"} if table == "review" else set()
        for key in keys_of(table):
            if key.name in wanted:
                number += 1
                value = _value(key.name, number)
                lines.append(f"{key.name} = {json.dumps(value, ensure_ascii=False)}")
                words = SHOWN.get(key.name, _as_shown(value))
                if (table, key.name) in chosen and words:
                    shown[table, key.name] = words
    return "\n".join(lines) + "\n", shown


def _value(name: str, number: int) -> Any:
    if name in FIXED:
        value = FIXED[name]
        return value.format(n=number) if isinstance(value, str) else value
    words = f"said-{number} & “words”"
    return [f"{words} a", f"{words} b"] if name in {"criteria", "levels"} else words


def _as_shown(value: Any) -> str:
    return str(value[0]) if isinstance(value, list) else str(value)
