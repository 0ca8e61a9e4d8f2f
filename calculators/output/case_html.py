"""Check a case as HTML: the form, and the plan with where each child is, what changed, meetings, and what to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import case
from calculators.case.places import places
from calculators.engine.questions import capital
from calculators.engine.rules import TIMES
from calculators.output import html, pathway, phone, plan_data, remarks_html, steps_html, words
from calculators.output.case_keep import keep
from calculators.output.case_record import CHILDREN, lane_line, lanes, place_line, step_line
from calculators.output.case_sheet import sheet
from calculators.output.form import form
from calculators.output.markup import NOTHING, Html, joined, tag
from calculators.output.meeting import meeting, print_papers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calculators.case import CaseResult
    from calculators.engine.guide import Guide
    from calculators.engine.plan import Step

# What comes when: the actions that are an assessment, and those of a panel. Meetings and reviews name themselves.
ASSESSMENTS = (
    "section-47",
    "single-assessment",
    "early-help-assessment",
    "consider-early-help",
    "specialist-assessment",
    "find-specialist-service",
    "assess-living-together",
    "assess-with-youth-justice",
    "assess-competence",
    "assetplus",
    "pre-sentence-report",
    "review-open-case",
)
REVIEWS = ("review-now", "review-plan", "ask-for-review", "end-together")
FEW = 8  # more changes than this are folded


def form_of(guide: Guide, asked: tuple[str, ...], numbers: Mapping[str, str]) -> Html:
    """Give the form of a whole case and the place for its plan.

    Args:
        guide: the case as a calculator.
        asked: the keys of the questions that matter before anything is answered.
        numbers: the number of each paragraph by its place, where it is known.

    """
    return tag(
        "hsb-case",
        tag("p", guide.purpose, cls="calculator__purpose"),
        tag(
            "p",
            "Your browser makes the plan on this page. Where that cannot run, or on paper, use the calculators one by one: "
            "each has its rules and a table to read.",
            cls="calculator__without",
        ),
        form(guide, button="Show the plan", shown=frozenset(asked)),
        tag("p", cls="calculator__status", role="status"),
        tag("a", cls="case__bar", href="#the-plan", hidden=True),
        tag("div", cls="calculator__result", id="the-plan"),
        keep(),
        html.for_script(plan_data.of_case(numbers)),
        html.left(guide),
        cls="calculator case",
        data_guide=guide.key,
    )


def plan(found: CaseResult, base: str) -> Html:
    """Give the plan.

    Args:
        found: what the calculators call for.
        base: the way from the page to the top of the site.

    """
    result = found.result
    stands = places(result.typed or {})
    here = {place.box: "" for place in stands.values()}
    for child, place in stands.items():
        both = here[place.box]
        said = "each child" if both else CHILDREN[child]
        here[place.box] = f"You are here{'' if place.sure else ', as far as is known'}: {said}"
    said = joined([remarks_html.findings(result), remarks_html.differences(result)])
    section = tag(
        "section",
        html.answer(result),
        _changed(found),
        tag(
            "div",
            html.checks(result),
            steps_html.steps(result, base, ("next", "later")),
            remarks_html.dates(result),
            cls="result__main",
        ),
        tag(
            "div",
            _earlier(found, base),
            steps_html.others(result, base),
            _missing(found),
            remarks_html.standing(result),
            remarks_html.avoid(result),
            html.closed("What comes when: meetings, assessment, panel and reviews", _what_comes(found)),
            html.closed("The plan for each child", _lanes(result.steps)),
            tag("p", *(tag("span", place_line(child, place)) for child, place in stands.items()), cls="case__places"),
            html.closed(
                "Where each child is on the pathway",
                _moved_on(),
                pathway.drawing(lambda page: steps_html.address(page, base), lambda _: None, here),
            ),
            html.closed(
                "When you ring, say this",
                tag("p", "Fill in the blanks as you speak. Names are never typed here."),
                tag("ol", joined(tag("li", line) for line in phone.script(result.typed or {}))),
            ),
            html.closed("What the sources say about this child", said) if said else None,
            remarks_html.judgement(result.guide),
            remarks_html.answers(result),
            cls="result__side",
        ),
        cls="result",
        aria_labelledby=f"{result.guide.key}-result",
        data_headline=result.leading[0].action.key if result.leading else None,
    )
    printed = sheet(found, stands, here, two=case.about_two(found))
    return joined([_progress(found), section, tag("div", printed, cls="case__sheet")])


def _progress(found: CaseResult) -> Html:
    left = len(found.wanted) - found.answered
    said = (
        "Every question that matters is answered."
        if not left
        else (
            f"{found.answered} of {len(found.wanted)} questions are answered. What is not answered counts as not known."
        )
    )
    return tag("p", said, cls="case__progress")


def changes(found: CaseResult) -> str:
    """Say in a sentence how much of the plan changed; empty where nothing did."""
    counts = ((len(found.new), "new"), (len(found.changed), "changed"), (len(found.gone), "no longer in it"))
    said = ", ".join(f"{count} {word}" for count, word in counts if count)
    return f"The plan changed. Steps: {said}." if said else ""


def _changed(found: CaseResult) -> Html:
    said = changes(found)
    if not said:
        return NOTHING
    earlier = {step.action.key for step in found.earlier}
    parts = (
        ("New in the plan", [step_line(step) for step in found.new]),
        ("Still in the plan, at another time or on another condition", [_with_time(step) for step in found.changed]),
        ("Should have been done by now", [step.action.others for step in found.gone if step.action.key in earlier]),
        ("No longer in the plan", [step.action.others for step in found.gone if step.action.key not in earlier]),
    )
    lists = (joined([tag("p", title), _list(lines)]) for title, lines in parts if lines)
    total = sum(len(lines) for _, lines in parts)
    return tag("details", tag("summary", said), *lists, cls="fold case__changed", open=total <= FEW)


def _with_time(step: Step) -> str:
    return f"{TIMES[step.when]}: {step_line(step)}"


def _list(lines: Iterable[str]) -> Html:
    return tag("ul", joined(tag("li", line) for line in lines))


def _missing(found: CaseResult) -> Html:
    items = [f"{capital(one.said.what)}. {one.said.ask}" for one in found.result.not_known]
    return html.closed(f"Not known yet ({len(items)})", _list(items)) if items else NOTHING


def _earlier(found: CaseResult, base: str) -> Html:
    if not found.earlier:
        return NOTHING
    items = joined(
        tag(
            "li",
            words.said(step, found.result.role),
            " ",
            steps_html.paragraph(step.action.key, step.action.paragraph, base) if step.action.paragraph else None,
        )
        for step in found.earlier
    )
    return html.closed(
        f"Earlier steps ({len(found.earlier)})",
        tag("p", "Check that each was taken, and that what keeps the children safe still holds."),
        tag("ul", items),
    )


def _lanes(steps: tuple[Step, ...]) -> Html:
    """Give every step once, by child."""
    return joined(
        tag(
            "div", tag("h5", title), _list(f"{TIMES[step.when]}: {lane_line(step)}" for step in found), cls="case__lane"
        )
        for title, found in lanes(steps)
    )


def _what_comes(found: CaseResult) -> Html:
    """Give the meetings with their papers, the assessments, the panel and the reviews of the plan."""
    result = found.result
    by_key = {step.action.key: step for step in result.steps}
    called = result.meetings()
    held = joined(
        tag("li", tag("strong", f"{one.name}."), f" Held when: {one.when} ", print_papers(one.key)) for one in called
    )
    parts = (
        ("Assessment", [by_key[key] for key in ASSESSMENTS if key in by_key]),
        ("Panel", [step for key, step in by_key.items() if key.startswith("panel-")]),
        ("Reviews", [by_key[key] for key in REVIEWS if key in by_key]),
    )
    lists = [joined([tag("h5", title), _list(_with_time(step) for step in steps)]) for title, steps in parts if steps]
    days = [f"{words.day_words(dated)}: {dated.what}" for dated in result.timetable]
    return joined(
        [
            joined([tag("h5", "Meetings"), tag("ul", held)]) if called else None,
            *lists,
            joined([tag("h5", "Dates"), _list(days)]) if days else None,
            tag("div", *(meeting(one) for one in called), hidden=True) if called else None,
        ]
    )


def _moved_on() -> Html:
    link = tag("a", "change where things stand", href=f"#{case.KEY}-stage", data_change="stage")
    return tag("p", "If the case has moved on, ", link, ". The plan then says what is new and what fell away.")
