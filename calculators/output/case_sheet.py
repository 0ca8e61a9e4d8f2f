"""The plan of a case for paper: two sheets of A4 with room to write who did what, when, and if not, why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.actions.meetings import meetings
from calculators.engine.questions import lowered
from calculators.engine.rules import TIMES
from calculators.output import pathway, text, words
from calculators.output.case_record import EARLIER, TWO_IN_PLAN, lane_line, lanes, not_known, place_line, step_line
from calculators.output.markup import NOTHING, Html, joined, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calculators.actions.meetings import Meeting
    from calculators.case import CaseResult
    from calculators.case.places import Place
    from calculators.engine.plan import Step

WRITE = ("Done", "By whom", "When", "If not, why not")
SOON = ("now", "today")


def sheet(found: CaseResult, places: Mapping[str, Place], here: Mapping[str, str], *, two: bool) -> Html:
    """Give the plan for paper: now, today and the next meeting in full, what comes after in a line each.

    Args:
        found: the plan.
        places: where each child is.
        here: the same in words, by the box of the pathway.
        two: the plan is about two children.

    """
    result = found.result
    following = next((meetings()[step.action.meeting] for step in result.steps if step.action.meeting), None)
    soon = [step for step in result.steps if step.when in SOON]
    meeting = [step for step in result.steps if following and step.action.meeting == following.key and step not in soon]
    rest = [step for step in result.steps if step not in soon and step not in meeting]
    head = joined(tag("th", name, scope="col") for name in ("What, and who does it", *WRITE))
    groups = [(TIMES[when], [step for step in soon if step.when == when]) for when in SOON]
    return tag(
        "section",
        tag("h3", "Plan for a case"),
        tag("p", words.heading(result), cls="case__headline"),
        tag("p", TWO_IN_PLAN, cls="case__warning") if two else None,
        tag("p", " ".join(place_line(child, place) for child, place in places.items())),
        tag("p", f"{text.REFERENCE} {text.NO_NAMES} Date: ______________"),
        tag(
            "table",
            tag("thead", tag("tr", head)),
            *(_group(name, steps) for name, steps in groups if steps),
            _group(f"Next meeting: {following.name}", meeting, _about(following)) if following else None,
            cls="case__plan",
        ),
        *(
            _lines(f"{TIMES[when]}: {lowered(title)}", (lane_line(step) for step in steps))
            for when in ("next", "later")
            for title, steps in lanes(step for step in rest if step.when == when)
        ),
        _lines("Dates", (text.dated_text(dated) for dated in result.timetable)),
        _lines(EARLIER, (step.action.others for step in found.earlier)),
        tag("p", tag("strong", "Not known yet: "), f"{not_known(found)}.", cls="case__unknown")
        if result.not_known
        else None,
        tag("h4", "Where each child is"),
        pathway.drawing(lambda _: None, lambda _: None, here),
    )


def _group(name: str, steps: Iterable[Step], first: Html | None = None) -> Html:
    head = tag("tr", tag("th", name, colspan=str(len(WRITE) + 1), scope="rowgroup"))
    return tag("tbody", head, first, *(_row(step) for step in steps))


def _row(step: Step) -> Html:
    return tag("tr", tag("td", step_line(step)), *(tag("td") for _ in WRITE))


def _about(meeting: Meeting) -> Html:
    """Give what has to be settled for the next meeting: the day, and who comes."""
    who = "; ".join(f"{line.who} ({line.how})" for line in meeting.attends) or "the sources do not say"
    return tag(
        "tr", tag("td", f"Who comes: {who}. Day, time and place: ____________________"), *(tag("td") for _ in WRITE)
    )


def _lines(title: str, lines: Iterable[str]) -> Html:
    items = joined(tag("li", line) for line in lines)
    return joined([tag("h4", title), tag("ul", items)]) if items else NOTHING
