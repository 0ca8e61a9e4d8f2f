"""The plan of a case as HTML: what changed, the steps in two lanes' order, what to say on the telephone, the sheet to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.actions.register import action
from calculators.output import html, phone, steps_html, words
from calculators.output.citation import marks
from calculators.output.markup import NOTHING, Html, joined, tag

if TYPE_CHECKING:
    from calculators.case import CaseResult
    from calculators.engine.plan import Step

# The stages of the way, in the words of the procedure: for everybody, for the child who displayed the behaviour, for the
# child who was harmed. The key is an answer to the question where things stand.
PATHWAY = (
    ("start", "Reported", "Listen, record, tell the lead, refer", "Listen, reassure, keep safe, refer"),
    ("enquiry", "Enquiry", "Strategy discussion; own social worker", "Strategy discussion; a different social worker"),
    ("assessed", "Assessment finished", "Multi-agency planning meeting", "Support that the child needs"),
    (
        "conference",
        "Conference",
        "If the child needs protection too",
        "If the child is still at risk of significant harm",
    ),
    ("plan", "Plan", "Protection plan, or a plan for the behaviour", "Protection plan, or support"),
    ("reviews", "Reviews", "Review until all agree that the plan ends", "Review for as long as there is a plan"),
)
SAME_PLACE = {"no-plan": "conference", "no-concern": "enquiry"}
LATER_SHOWN = 12  # lines of later steps on the printed plan


def plan(found: CaseResult, base: str) -> Html:
    """Give the plan: what changed, the result, the lanes, the phone script and the sheet to print."""
    typed = found.result.typed or {}
    return joined(
        [
            _progress(found),
            _changed(found),
            html.result(found.result, base, brief=True),
            _earlier(found, base),
            _pathway(typed.get("stage", "start")),
            _phone(found),
            tag("div", sheet(found), cls="case__sheet"),
        ]
    )


def _progress(found: CaseResult) -> Html:
    return tag(
        "p",
        f"{found.answered} of {len(found.asked)} questions answered. What is not answered counts as not known.",
        cls="case__progress",
    )


def _changed(found: CaseResult) -> Html:
    if not found.new and not found.gone:
        return NOTHING
    new = joined(tag("li", action(key).instruction) for key in found.new)
    gone = joined(tag("li", action(key).instruction) for key in found.gone)
    return tag(
        "div",
        tag("h4", "What your last answer changed"),
        joined([tag("p", "New in the plan"), tag("ul", new)]) if found.new else None,
        joined([tag("p", "No longer in the plan"), tag("ul", gone)]) if found.gone else None,
        cls="result__box case__changed",
    )


def _earlier(found: CaseResult, base: str) -> Html:
    if not found.earlier:
        return NOTHING
    items = joined(
        tag(
            "li",
            words.instruction(step, found.result.role) or step.action.others,
            " ",
            steps_html.paragraph(step.action.key, step.action.paragraph, base) if step.action.paragraph else None,
        )
        for step in found.earlier
    )
    return tag(
        "details",
        tag("summary", f"Check that these earlier steps were taken ({len(found.earlier)})"),
        tag("ul", items),
        cls="fold",
        open=True,
    )


def _pathway(stage: str) -> Html:
    """Give the way of both children, with the stage that the case has reached."""
    here = SAME_PLACE.get(stage, stage)
    rows = []
    for key, name, displayed, harmed in PATHWAY:
        mark = tag("strong", " You are here") if key == here else None
        rows.append(
            tag(
                "tr",
                tag("th", name, mark, scope="row"),
                tag("td", displayed),
                tag("td", harmed),
                cls="lanes__here" if key == here else None,
                aria_current="step" if key == here else None,
            )
        )
    head = joined(
        tag("th", name, scope="col") for name in ("Stage", "Child who displayed the behaviour", "Child who was harmed")
    )
    return tag(
        "details",
        tag("summary", "Where each child is on the way"),
        tag("table", tag("thead", tag("tr", head)), tag("tbody", *rows), cls="lanes"),
        cls="fold",
    )


def _phone(found: CaseResult) -> Html:
    lines = joined(tag("li", line) for line in phone.script(found.result.typed or {}))
    return tag(
        "details",
        tag("summary", "When you ring, say this"),
        tag("p", "Fill in the blanks as you speak. Names are never typed here."),
        tag("ol", lines),
        cls="fold case__phone",
    )


def sheet(found: CaseResult) -> Html:
    """Give the plan for paper: now, today and next in full with room to write, later in a line each."""
    result = found.result
    soon = [step for step in result.steps if step.when != "later"]
    later = [step for step in result.steps if step.when == "later"][:LATER_SHOWN]
    head = joined(tag("th", name, scope="col") for name in ("What", "Who", "By whom, when", "If not, why not"))
    return tag(
        "section",
        tag("h3", "Plan for a case"),
        tag("p", words.heading(result), cls="case__headline"),
        tag("p", "Your own reference, not a child’s name: ____________________  Date: __________"),
        tag("table", tag("thead", tag("tr", head)), tag("tbody", *(_row(step) for step in soon)), cls="case__plan"),
        joined([tag("h4", "Later"), tag("ul", joined(tag("li", _later(step)) for step in later))]) if later else None,
        tag("p", "This plan may concern two children. Do not give it to one family.", cls="case__warning"),
    )


def _row(step: Step) -> Html:
    only = f" Only if {step.only_if}." if step.only_if else ""
    about = words.when_and_whom(step)
    return tag(
        "tr",
        tag(
            "td",
            tag("strong", step.action.instruction),
            only,
            f" {about} ",
            tag("span", f"[{marks(step.cites)}]", cls="case__marks"),
        ),
        tag("td", words.who(step)),
        tag("td"),
        tag("td"),
    )


def _later(step: Step) -> str:
    return f"{step.action.instruction} ({words.who(step)})"
