"""The framework audit: 46 lines in five domains, scored 0 to 4 by several agencies in up to three rounds.

Where agencies differ the lower score counts. A blank is not a nought: means are over what was scored. Source: hsbf:0.audit.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from calculators.engine.dates import add_months

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

HIGHEST = 4  # points a line can have
ROUNDS = {1: "Start", 2: "Six months", 3: "Twelve months"}
MONTHS_TO_ROUND = {2: 6, 3: 12}  # after the start: hsbf:0.audit


@dataclass(frozen=True)
class Line:
    """One scorable statement of the audit tool, with the framework's own number ("1.6a")."""

    id: str
    statement: str


@dataclass(frozen=True)
class Domain:
    """One of the five domains: its number, name, unit and lines."""

    number: int
    name: str
    unit: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Entry:
    """What one agency gives one line: a score from 0 to 4 or None, the evidence, how it is assured."""

    score: int | None
    evidence: str = ""
    assurance: str = ""


@dataclass(frozen=True)
class Sheet:
    """One agency's scoring in one round (1 to 3), on a day, by the ids of the lines."""

    agency: str
    round: int
    day: date | None
    entries: Mapping[str, Entry]


@dataclass(frozen=True)
class Action:
    """One row of the action plan: the line it answers, what, who (a role), by when."""

    line: str
    action: str
    owner: str
    by: str


@dataclass(frozen=True)
class Audit:
    """All sheets and the action plan."""

    sheets: tuple[Sheet, ...] = ()
    actions: tuple[Action, ...] = ()

    def rounds(self) -> tuple[int, ...]:
        """The rounds in which there is a sheet."""
        return tuple(sorted({sheet.round for sheet in self.sheets}))


@dataclass(frozen=True)
class Mean:
    """A mean of scores (0.0 to 4.0; None where nothing is scored), how many lines were scored, of how many."""

    value: float | None
    scored: int
    of: int


@dataclass(frozen=True)
class Difference:
    """A line that agencies score differently: the score of each; the lowest counts."""

    line: str
    scores: Mapping[str, int]


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("calculators").joinpath("audit/framework.toml").read_text(encoding="utf-8"))


@cache
def domains() -> tuple[Domain, ...]:
    """The five domains with their lines: 10, 10, 8, 10 and 8."""
    return tuple(
        Domain(entry["number"], entry["name"], entry["unit"], tuple(Line(**line) for line in entry["line"]))
        for entry in _data()["domain"]
    )


@cache
def lines() -> Mapping[str, Line]:
    """The 46 lines by their ids, in the framework's order."""
    return {line.id: line for domain in domains() for line in domain.lines}


@cache
def key() -> Mapping[int, str]:
    """What each score from 0 to 4 means."""
    return {int(score): words for score, words in _data()["key"].items()}


def scores_of(audit: Audit, number: int) -> dict[str, dict[str, int]]:
    """Give, for each line, the score of each agency that scored it in a round."""
    given: dict[str, dict[str, int]] = {line: {} for line in lines()}
    for sheet in audit.sheets:
        if sheet.round == number:
            for line, entry in sheet.entries.items():
                if entry.score is not None:
                    given[line][sheet.agency] = entry.score
    return given


def counted(audit: Audit, number: int) -> dict[str, int | None]:
    """Give the score that counts for each line in a round: the lowest given, or None."""
    return {line: min(given.values(), default=None) for line, given in scores_of(audit, number).items()}


def differences(audit: Audit, number: int) -> tuple[Difference, ...]:
    """Give the lines that agencies score differently in a round: something to discuss."""
    return tuple(
        Difference(line, given) for line, given in scores_of(audit, number).items() if len(set(given.values())) > 1
    )


def mean(scores: Iterable[int | None]) -> Mean:
    """Give the mean over what was scored; blanks are passed over."""
    every = list(scores)
    known = [score for score in every if score is not None]
    return Mean(sum(known) / len(known) if known else None, len(known), len(every))


def by_domain(audit: Audit, number: int) -> dict[int, Mean]:
    """Give the mean of each domain in a round."""
    scores = counted(audit, number)
    return {domain.number: mean(scores[line.id] for line in domain.lines) for domain in domains()}


def overall(audit: Audit, number: int) -> Mean:
    """Give the mean over all lines in a round."""
    return mean(counted(audit, number).values())


def points(audit: Audit, number: int) -> tuple[int, int]:
    """Give the points that count in a round, and the most that the scored lines could have."""
    known = [score for score in counted(audit, number).values() if score is not None]
    return sum(known), HIGHEST * len(known)


def lowest(audit: Audit, number: int, most: int = 5) -> tuple[tuple[str, int], ...]:
    """Give the lines that stand lowest in a round, lowest first, at most so many."""
    known = [(line, score) for line, score in counted(audit, number).items() if score is not None]
    return tuple(sorted(known, key=lambda entry: entry[1])[:most])


def moved(audit: Audit, earlier: int, later: int) -> tuple[tuple[str, int, int], ...]:
    """Give the lines scored in both rounds whose score changed: the line, before, after."""
    before, after = counted(audit, earlier), counted(audit, later)
    changes = []
    for line in lines():
        was, now = before[line], after[line]
        if was is not None and now is not None and was != now:
            changes.append((line, was, now))
    return tuple(changes)


def due(audit: Audit) -> tuple[tuple[int, date], ...]:
    """Give the day on which each round that is still missing is due, counted from the first day of the start."""
    days = [sheet.day for sheet in audit.sheets if sheet.round == 1 and sheet.day is not None]
    if not days:
        return ()
    start = min(days)
    return tuple(
        (number, add_months(start, months))
        for number, months in MONTHS_TO_ROUND.items()
        if number not in audit.rounds()
    )
