"""A calculator and its results as HTML, for the build and for the browser.

A result answers first: the heading says what is most urgent and whom to ring; the reader's own steps follow, each once.
What others do, what is not known, what the sources say and how the result came about stand below.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from calculators.areas.model import Area
from calculators.areas.words import outside
from calculators.output import local, plan_data, remarks_html, steps_html, table, words
from calculators.output.citation import citations
from calculators.output.form import form
from calculators.output.markup import NOTHING, Html, joined, safe, tag
from calculators.output.meeting import papers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.engine.guide import Guide
    from calculators.engine.result import Result

WITHOUT = (
    "Your browser works out the answer on this page. Where that cannot run, or on paper, use the rules and the table "
    "below: find your answers, and every rule that stands beside them applies."
)


def calculator(guide: Guide, numbers: Mapping[str, str] = plan_data.NO_NUMBERS) -> Html:
    """Give a whole calculator: form, rules in words, decision table. It is complete without a script.

    Args:
        guide: the calculator.
        numbers: the number of each paragraph by its place, where it is known.

    """
    return tag(
        "hsb-calculator",
        tag("p", guide.purpose, cls="calculator__purpose"),
        tag("p", WITHOUT, cls="calculator__without"),
        form(guide),
        tag("p", cls="calculator__status", role="status"),
        tag("div", cls="calculator__result"),
        for_script(plan_data.data(guide, numbers)),
        _fold("Every rule in words", table.rules(guide)),
        _fold("Decision table", table.table(guide)),
        _fold("Agendas and attendance lists", papers(guide)) if guide.meetings() else None,
        left(guide),
        cls="calculator",
        data_guide=guide.key,
    )


def for_script(data: Mapping[str, Any]) -> Html:
    """Give what the script of the page reads: the areas, and the rules as data."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return joined([Html(local.place("data")), tag("template", written, data_plan=True)])


def left(guide: Guide) -> Html:
    """Give what is left to professional judgement."""
    return tag(
        "div",
        tag("h3", "For your professional judgement"),
        table.judgement(guide.judgement),
        cls="calculator__left",
    )


def _fold(title: str, *inside: Html) -> Html:
    return tag("details", tag("summary", title), *inside, cls="fold", open=True)


def result(result: Result, base: str = "") -> Html:
    """Give a result.

    Args:
        result: what the calculator says.
        base: the way from the page to the top of the site ("../../"), for links to paragraphs.

    """
    key = result.guide.key
    return tag(
        "section",
        answer(result),
        tag("div", checks(result), _first(result, base), cls="result__main"),
        tag(
            "div",
            remarks_html.not_known(result),
            remarks_html.standing(result),
            remarks_html.avoid(result),
            remarks_html.differences(result),
            steps_html.others(result, base),
            remarks_html.judgement(result.guide),
            remarks_html.answers(result),
            remarks_html.how(result),
            remarks_html.record(),
            cls="result__side",
        ),
        cls="result",
        aria_labelledby=f"{key}-result",
        data_headline=result.leading[0].action.key if result.leading else None,
    )


def closed(title: str, *inside: Html) -> Html:
    """Give a folded part."""
    return tag("details", tag("summary", title), *inside, cls="fold")


def answer(result: Result) -> Html:
    """Give the answer as the heading, its main reasons, and whom to ring: each number once."""
    key = result.guide.key
    danger = words.danger(result)
    finding = result.finding if not danger else None
    reasons: list[Html] = []
    if finding:
        reasons.append(joined([finding.text, citations(finding.cites)], " "))
    elif result.above or (result.leading and result.leading[0] not in result.yours):  # else it stands with the step
        reasons += [safe(words.above(result))] if result.above else []
        reasons += [steps_html.reason(reason) for reason in (result.above or result.leading)[0].reasons[:1]]
    return tag(
        "div",
        tag("p", tag("a", "Ring 999", href="tel:999"), cls="result__999") if danger else None,
        tag("h3", words.heading(result), id=f"{key}-result", tabindex="-1"),
        tag("p", joined(reasons, " "), cls="result__why") if reasons else None,
        tag("p", words.NOBODY_REACHED, cls="result__where") if words.only_where_nobody_is_reached(result) else None,
        ring(words.contacts(result), result.area, where=not _refers(result)),
        None
        if danger
        else tag(
            "p",
            "If a child is in immediate danger, ring ",
            tag("a", "999", href="tel:999"),
            ".",
            cls="result__in-danger",
        ),
        cls="result__answer result__answer--danger" if danger else "result__answer",
    )


def _refers(result: Result) -> bool:
    """Say whether a step that the reader sees says to which area a referral goes."""
    return any(
        step.when in steps_html.SOON and "area where that child lives" in step.action.detail for step in result.yours
    )


def ring(keys: tuple[str, ...], area: Area | None, *, where: bool = True) -> Html:
    """Give whom to ring, each once, as links that dial; and where a referral goes, unless a step says so itself."""
    if not keys:
        return NOTHING
    reach = area or Area("", "")
    items = joined(tag("li", Html(local.contact_html(reach.contact(key)))) for key in keys)
    goes = None
    if where and "front-door" in keys:
        goes = tag("p", "A referral goes to the area where that child lives.", cls="result__where")
    return tag("div", tag("ul", items), goes, _outside(reach) if "front-door" in keys else None, cls="result__ring")


def _outside(area: Area) -> Html | None:
    """Give what the area has for a child who lives outside it."""
    if not (said := outside(area)):
        return None
    return closed(
        f"If the child lives outside {area.name}",
        tag("ul", joined(tag("li", Html(local.html(parts))) for parts in said)),
    )


def checks(result: Result) -> Html:
    """Give the answers that do not fit together, and what to do about them."""
    if not result.checks:
        return NOTHING
    items = joined(tag("li", rule.text, " ", citations(rule.cites)) for rule in result.checks)
    return tag(
        "div", tag("h4", "Please check: these answers do not fit together"), tag("ul", items), cls="result__check"
    )


def _first(result: Result, base: str) -> Html:
    """Give steps, dates and findings: the findings first where the answer of the calculator is a finding."""
    if result.finding:
        return joined(
            [
                remarks_html.dates(result),
                remarks_html.notes(result),
                remarks_html.findings(result),
                steps_html.steps(result, base),
            ]
        )
    said = remarks_html.findings(result)
    fold = closed("What the sources say about this child", said) if said else None
    return joined([remarks_html.notes(result), steps_html.steps(result, base), remarks_html.dates(result), fold])
