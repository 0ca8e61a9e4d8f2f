"""The framework audit: 46 lines in five domains, scored 0 to 4 by several agencies in up to three rounds.

Where agencies differ the lower score counts. A blank is not a nought: means are over what was scored. Source: hsbf:0.audit.
"""

from __future__ import annotations

import tomllib
from collections import Counter
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
WEAK = 1  # a line that counts this or less is weak: this site's own word
STRONG = 3  # a line that counts this or more is strong: this site's own word
FAR_APART = 2  # points between agencies from which a difference is discussed first: this site's own choice


@dataclass(frozen=True)
class Line:
    """One scorable statement of the audit tool, with the framework's own number ("1.6a") and a short name of ours."""

    id: str
    short: str
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
    """What one agency gives one line: a score from 0 to 4 or None, the evidence, how it is assured, comments."""

    score: int | None
    evidence: str = ""
    assurance: str = ""
    comments: str = ""


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
class Mean:
    """A mean of scores (0.0 to 4.0; None where nothing is scored), how many lines were scored, of how many."""

    value: float | None
    scored: int
    of: int

    @property
    def tenths(self) -> int | None:
        """The mean in whole tenths as it is printed, halves rounded up: 2.25 is 23 tenths. None where nothing is scored."""
        if self.value is None:
            return None
        total = round(self.value * self.scored)  # whole points, whatever the division did
        return (20 * total + self.scored) // (2 * self.scored)

    @property
    def shown(self) -> str:
        """The mean with one figure after the point, or "not scored"."""
        return "not scored" if self.tenths is None else tenths_shown(self.tenths)


def tenths_shown(tenths: int) -> str:
    """Give whole tenths as a number with one figure after the point: 23 is "2.3"."""
    return f"{tenths // 10}.{tenths % 10}"


@dataclass(frozen=True)
class Figure:
    """A mean as another partnership printed it: in whole tenths (None where nothing was scored), over how many lines."""

    tenths: int | None
    scored: int


@dataclass(frozen=True)
class Other:
    """Another partnership's means, without a name: by round, by domain (0 stands for all lines)."""

    rounds: Mapping[int, Mapping[int, Figure]]


@dataclass(frozen=True)
class Audit:
    """All sheets and the action plan, the partnership's name, and other partnerships' means to compare with."""

    sheets: tuple[Sheet, ...] = ()
    actions: tuple[Action, ...] = ()
    partnership: str = ""
    others: tuple[Other, ...] = ()

    def rounds(self) -> tuple[int, ...]:
        """The rounds in which there is a sheet."""
        return tuple(sorted({sheet.round for sheet in self.sheets}))


@dataclass(frozen=True)
class Difference:
    """A line that agencies score differently: the score of each; the lowest counts."""

    line: str
    scores: Mapping[str, int]

    @property
    def apart(self) -> int:
        """Points between the lowest and the highest score."""
        return max(self.scores.values()) - min(self.scores.values())


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


def left_blank(audit: Audit, number: int) -> dict[str, tuple[str, ...]]:
    """Give, for each line that some agencies scored in a round, those that scored other lines and left this one blank."""
    given = scores_of(audit, number)
    agencies = dict.fromkeys(agency for scores in given.values() for agency in scores)
    blank = {line: tuple(one for one in agencies if one not in scores) for line, scores in given.items() if scores}
    return {line: missing for line, missing in blank.items() if missing}


def differences(audit: Audit, number: int) -> tuple[Difference, ...]:
    """Give the lines that agencies score differently in a round, the furthest apart first: something to discuss."""
    found = [
        Difference(line, given) for line, given in scores_of(audit, number).items() if len(set(given.values())) > 1
    ]
    return tuple(sorted(found, key=lambda difference: -difference.apart))


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


def rounds_to_report(audit: Audit) -> tuple[int, ...]:
    """Give the rounds that have a score; the first round with a sheet where none has."""
    scored = {sheet.round for sheet in audit.sheets if any(entry.score is not None for entry in sheet.entries.values())}
    return tuple(sorted(scored)) or audit.rounds()[:1]


def planned(audit: Audit) -> tuple[Action, ...]:
    """Give the actions in which something is written: what, who or by when."""
    return tuple(action for action in audit.actions if f"{action.action}{action.owner}{action.by}".strip())


def weak(audit: Audit, number: int) -> tuple[tuple[str, int], ...]:
    """Give the lines that count 0 or 1 in a round, lowest first."""
    return tuple(sorted(_known(audit, number, range(WEAK + 1)), key=lambda entry: entry[1]))


def strong(audit: Audit, number: int) -> tuple[tuple[str, int], ...]:
    """Give the lines that count 3 or 4 in a round, highest first."""
    return tuple(sorted(_known(audit, number, range(STRONG, HIGHEST + 1)), key=lambda entry: -entry[1]))


def _known(audit: Audit, number: int, scores: range) -> list[tuple[str, int]]:
    return [(line, score) for line, score in counted(audit, number).items() if score is not None and score in scores]


def spread(audit: Audit, number: int) -> dict[int | None, int]:
    """Give how many lines count 0, 1, 2, 3 and 4 in a round, and under None how many have no score: 46 together."""
    found = Counter(counted(audit, number).values())
    return {score: found[score] for score in (*range(HIGHEST + 1), None)}


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
