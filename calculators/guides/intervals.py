"""The days on which a plan has to be reviewed, by each source's rule. An area's rule comes from its own file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calculators.areas.model import Review, many
from calculators.engine import working_days
from calculators.engine.result import Dated
from calculators.guides.area import ANOTHER, LLR, NEL, RULE_OF_LLR, RULE_OF_NEL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calculators.areas.model import Area

MONTHS = 24  # the list reaches so far from the start


@dataclass(frozen=True)
class Interval:
    """One source's rule: how often, and its words for the first time and for the time after it."""

    area: str
    source: str
    rule: Review
    first: str
    then: str
    cites: tuple[str, ...]

    def on(self, start: date) -> dict[date, str]:
        """Give the words by the day on which a review is due at the latest."""
        days = self.rule.days(start, MONTHS)
        return {day: self.first if self.rule.at_first(start, day) else self.then for day in days}


def _of_nel(rule: Review) -> Interval:
    words = f"which aims for a review {rule.words} at least"
    return Interval(NEL, "North East Lincolnshire guidance", rule, words, words, rule.cites)


def _of_llr(rule: Review) -> Interval:
    first = f"every {many(rule.first_every, rule.unit)} in the first {many(rule.first_for, rule.unit)}"
    then = f"every {many(rule.then_every, rule.unit)} after that, if needed"
    return Interval(LLR, "Leicestershire procedure", rule, first, then, rule.cites)


NICE_SAYS = "every 3 to 6 months, so by this day"
OF_NICE = Interval(ANOTHER, "NICE NG55", Review(6, 6), NICE_SAYS, NICE_SAYS, ("ng55:1.6.5",))
INTERVALS = (_of_nel(RULE_OF_NEL), _of_llr(RULE_OF_LLR), OF_NICE)
ANY_DAY = date(2026, 1, 1)
STRICTEST = max(INTERVALS, key=lambda interval: len(interval.rule.days(ANY_DAY, MONTHS)))


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
        due = {interval: interval.on(days["start"]) for interval in every}
        dates = sorted({day for asked in due.values() for day in asked})
        found = [
            _review(day, followed, {one: asked[day] for one, asked in due.items() if day in asked}, today)
            for day in dates
        ]
        dated += _gone_by([one for one in found if one.past]) + [one for one in found if not one.past]
    return tuple(sorted(dated, key=lambda one: (one.past, one.day)))


def _of(area: Area | None) -> Interval:
    """Give the rule of the site's own area, under the answer that stands for it: from its file, or else of NICE NG55."""
    if area is None or area.review is None:
        return OF_NICE
    if area.key in {NEL, LLR}:
        return (_of_nel if area.key == NEL else _of_llr)(area.review)
    words = area.review.words
    return Interval(ANOTHER, area.name, area.review, words, words, (*area.review.cites, *OF_NICE.cites))


def _gone_by(past: Sequence[Dated]) -> list[Dated]:
    """Put the days that have passed into one sentence."""
    due = [one for one in past if one.due]
    if not due:
        return []
    said = ", ".join(f"{one.day.day} {one.day:%B %Y}" for one in due)
    cites = tuple(dict.fromkeys(unit for one in due for unit in one.cites))
    what = f"reviews were due on these days, which have passed: {said}."
    return [Dated(due[-1].day, what, cites, "If no review was held, ask for one now.", due=True, past=True)]


def _review(day: date, followed: Interval, asking: Mapping[Interval, str], today: date) -> Dated:
    others = " and ".join(_name(one) for one in asking if one is not followed)
    due = followed in asking
    if due:
        what = f"review due: {_name(followed)}, {asking[followed]}.{f' Also: {others}.' if others else ''}"
    else:
        what = f"{others} would have a review; {_name(followed)} does not ask for one by this day."
    cites = dict.fromkeys(unit for one in (followed, *asking) for unit in one.cites)
    past = day < today
    return Dated(day, what, tuple(cites), "" if past else working_days.note(day), due, past)


def _name(interval: Interval) -> str:
    return f"{interval.source}{' (the strictest)' if interval.source == STRICTEST.source else ''}"


def _change(day: date) -> Dated:
    what = "significant change: NICE NG55 asks for a review and gives no number of days."
    note = "If none has been held since, ask for one now. The other days are still counted from the start."
    return Dated(day, what, ("ng55:1.6.5",), note, due=True, past=True)
