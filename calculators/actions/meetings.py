"""The meetings that the procedure names, as data: who convenes, who attends, what is considered, what is produced."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from calculators import sources

if TYPE_CHECKING:
    from collections.abc import Mapping

# How somebody comes to a meeting, with the letter that stands for it in the picture of who attends.
MARKS = {
    "convenes": "C",
    "attends": "A",
    "invited": "I",
    "invited where appropriate": "W",
    "leads the enquiry": "L",
    "comes if invited": "o",
    "considered": "?",
    "takes part": "P",
}


class MeetingError(ValueError):
    """A meeting is written wrongly. Raised at import."""


@dataclass(frozen=True)
class Attendee:
    """One person or service, how they come to the meeting (a key of `MARKS`), and what else is said of them."""

    who: str
    how: str
    cites: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Item:
    """One matter to consider, or one thing to produce."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Meeting:
    """One meeting: its name, when it is held, who attends, its agenda, and what it has to produce.

    Nobody in `attends`: the sources do not say who comes.
    """

    key: str
    name: str
    when: str
    cites: tuple[str, ...]
    attends: tuple[Attendee, ...]
    considers: tuple[Item, ...]
    produces: tuple[Item, ...]

    def __post_init__(self) -> None:
        """Check that each line names a unit of the register, and that each attendee comes in a known way."""
        if not self.cites or not all(line.cites for line in self.lines):
            raise MeetingError(f"{self.key}: a line names no unit")
        if unknown := {line.how for line in self.attends} - set(MARKS):
            raise MeetingError(f"{self.key}: no mark for {', '.join(sorted(unknown))}")
        for unit in self.every_cite():
            sources.unit(unit)

    @property
    def lines(self) -> tuple[Attendee | Item, ...]:
        """Everything that is said of the meeting, line by line."""
        return (*self.attends, *self.considers, *self.produces)

    def every_cite(self) -> tuple[str, ...]:
        """Every unit that the meeting rests on, each once, in order."""
        units = [*self.cites, *(unit for line in self.lines for unit in line.cites)]
        return tuple(dict.fromkeys(units))


@cache
def meetings() -> Mapping[str, Meeting]:
    """Every meeting by its key, in the order of the file."""
    text = resources.files("calculators").joinpath("actions/meetings.toml").read_text(encoding="utf-8")
    return {key: _meeting(key, fields) for key, fields in tomllib.loads(text).items()}


def _meeting(key: str, fields: dict[str, Any]) -> Meeting:
    return Meeting(
        key=key,
        name=fields["name"],
        when=fields["when"],
        cites=tuple(fields["cites"]),
        attends=tuple(Attendee(**_frozen(line)) for line in fields["attends"]),
        considers=tuple(Item(**_frozen(line)) for line in fields["considers"]),
        produces=tuple(Item(**_frozen(line)) for line in fields["produces"]),
    )


def _frozen(line: dict[str, Any]) -> dict[str, Any]:
    return {**line, "cites": tuple(line["cites"])}
