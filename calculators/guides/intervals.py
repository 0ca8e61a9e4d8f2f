"""The days on which a plan has to be reviewed, by each source's rule. An area's rule comes from its own file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.areas.model import Review, months
from calculators.engine import working_days
from calculators.engine.dates import add_months
from calculators.engine.result import Dated
from calculators.guides.area import ANOTHER, LLR, NEL, RULE_OF_LLR, RULE_OF_NEL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from calculators.areas.model import Area

MONTHS = 24  # the list reaches so far from the start


@dataclass(frozen=True)
class Interval:
    """One source's rule: its words by the months after the start at which a review is due at the latest."""

    area: str
    source: str
    months: Mapping[int, str]
    cites: tuple[str, ...]


def _due(rule: Review, first: str, then: str) -> dict[int, str]:
    """Give the words by month: those of the first time, and those of the time after it."""
    early = [*range(rule.first_every, rule.first_for + 1, rule.first_every)] if rule.first_for else []
    late = range((early or [0])[-1] + rule.then_every, MONTHS + 1, rule.then_every)
    return dict.fromkeys(early, first) | dict.fromkeys(late, then)


def _of_nel(rule: Review) -> Interval:
    words = f"which aims for {rule.words} at least"
    return Interval(NEL, "North East Lincolnshire guidance", _due(rule, words, words), rule.cites)


def _of_llr(rule: Review) -> Interval:
    first = f"every {months(rule.first_every)} in the first {months(rule.first_for)}"
    then = f"every {months(rule.then_every)} after that, if needed"
    return Interval(LLR, "Leicestershire procedure", _due(rule, first, then), rule.cites)


OF_NICE = Interval(
    ANOTHER,
    "NICE NG55",
    dict.fromkeys(range(6, MONTHS + 1, 6), "every 3 to 6 months, so by this day"),
    ("ng55:1.6.5",),
)
INTERVALS = (_of_nel(RULE_OF_NEL), _of_llr(RULE_OF_LLR), OF_NICE)
STRICTEST = max(INTERVALS, key=lambda interval: len(interval.months))


def timetable(
    answers: Mapping[str, str], days: Mapping[str, date], today: date, area: Area | None = None
) -> tuple[Dated, ...]:
    """Give each day to come on which any source asks for a review, in order; days gone by stand in one entry.

    Args:
        answers: the keys of the answers; the area says whose rule is followed, and not known counts as the strictest.
        days: the start and the change, where they are known.
        today: to tell the days that have passed.
        area: the local arrangements of the site; its own rule is followed where it is the area that was answered.

    """
    known = {one.area: one for one in (*INTERVALS, _of(area))}
    followed = known.get(answers["area"], STRICTEST)
    every = tuple({one.source: one for one in (known[NEL], known[LLR], OF_NICE, followed)}.values())
    dated = [_change(days["change"])] if "change" in days else []
    if "start" in days:
        numbers = sorted({month for interval in every for month in interval.months})
        found = [_review(days["start"], month, followed, every, today) for month in numbers]
        dated += _gone_by([one for one in found if one.past]) + [one for one in found if not one.past]
    return tuple(sorted(dated, key=lambda one: (one.past, one.day)))


def _of(area: Area | None) -> Interval:
    """Give the rule of the site's own area, under the answer that stands for it: from its file, or else of NICE NG55."""
    if area is None or area.review is None:
        return OF_NICE
    if area.key in {NEL, LLR}:
        return (_of_nel if area.key == NEL else _of_llr)(area.review)
    due = _due(area.review, area.review.words, area.review.words)
    return Interval(ANOTHER, area.name, due, (*area.review.cites, *OF_NICE.cites))


def _gone_by(past: Sequence[Dated]) -> list[Dated]:
    """Put the days that have passed into one sentence."""
    due = [one for one in past if one.due]
    if not due:
        return []
    said = ", ".join(f"{one.day.day} {one.day:%B %Y}" for one in due)
    cites = tuple(dict.fromkeys(unit for one in due for unit in one.cites))
    what = f"reviews were due on these days, which have passed: {said}."
    return [Dated(due[-1].day, what, cites, "If no review was held, ask for one now.", due=True, past=True)]


def _review(start: date, month: int, followed: Interval, every: Sequence[Interval], today: date) -> Dated:
    day = add_months(start, month)
    asking = [one for one in every if month in one.months]
    others = " and ".join(_name(one) for one in asking if one is not followed)
    due = followed in asking
    if due:
        what = f"review due: {_name(followed)}, {followed.months[month]}.{f' Also: {others}.' if others else ''}"
    else:
        what = f"{others} would have a review; {_name(followed)} does not ask for one by this day."
    cites = dict.fromkeys(unit for one in (followed, *asking) for unit in one.cites)
    past = day < today
    return Dated(day, what, tuple(cites), "" if past else working_days.note(day), due, past)


def _name(interval: Interval) -> str:
    return f"{interval.source}{' (the strictest)' if interval is STRICTEST else ''}"


def _change(day: date) -> Dated:
    what = "significant change: NICE NG55 asks for a review and gives no number of days."
    note = "If none has been held since, ask for one now. The other days are still counted from the start."
    return Dated(day, what, ("ng55:1.6.5",), note, due=True, past=True)
