"""A calculator and its results as HTML, for the build and for the browser.

A result answers first: the heading says what is most urgent and whom to ring; the reader's own steps follow, each once.
What others do, what is not known, what the sources say and how the result came about stand below.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from calculators.actions.register import actions
from calculators.areas.model import Area
from calculators.engine.rules import ASSESS, PLACED, SAYS, TIMES
from calculators.guides.standing import advice
from calculators.output import local, plan_data, table, words
from calculators.output.citation import citations
from calculators.output.form import form
from calculators.output.markup import NOTHING, Html, joined, safe, tag
from calculators.output.meeting import papers, print_papers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.engine.guide import Guide
    from calculators.engine.plan import Reason, Step
    from calculators.engine.result import Dated, Result
    from calculators.engine.rules import Rule

WITHOUT = (
    "Your browser works out the answer on this page. Where that cannot run, or on paper, use the rules and the table "
    "below: find your answers, and every rule that stands beside them applies."
)
READING_ORDER_SIDE = (SAYS, PLACED, ASSESS)


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
        Html(local.place("data")),
        tag(
            "template",
            json.dumps(plan_data.data(guide, numbers), ensure_ascii=False, separators=(",", ":")),
            data_plan=True,
        ),
        _fold("Every rule in words", table.rules(guide)),
        _fold("Decision table", table.table(guide)),
        _fold("Agendas and attendance lists", papers(guide)) if guide.meetings() else None,
        tag(
            "div",
            tag("h3", "For your professional judgement"),
            table.judgement(guide.judgement),
            cls="calculator__left",
        ),
        cls="calculator",
        data_guide=guide.key,
    )


def case(guide: Guide, asked: tuple[str, ...], numbers: Mapping[str, str] = plan_data.NO_NUMBERS) -> Html:
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
        tag("a", cls="case__bar", href="#case-result", hidden=True),
        tag("div", cls="calculator__result", id="case-plan"),
        Html(local.place("data")),
        tag(
            "template",
            json.dumps(plan_data.of_case(numbers), ensure_ascii=False, separators=(",", ":")),
            data_plan=True,
        ),
        tag(
            "div",
            tag("h3", "For your professional judgement"),
            table.judgement(guide.judgement),
            cls="calculator__left",
        ),
        cls="calculator case",
        data_guide=guide.key,
    )


def _fold(title: str, *inside: Html) -> Html:
    return tag("details", tag("summary", title), *inside, cls="fold", open=True)


def result(result: Result, base: str = "", *, brief: bool = False) -> Html:
    """Give a result.

    Args:
        result: what the calculator says.
        base: the way from the page to the top of the site ("../../"), for links to paragraphs.
        brief: fold what is not a step: for a whole case, where every calculator has its say.

    """
    key = result.guide.key
    if brief:
        return _brief(result, base)
    return tag(
        "section",
        _answer(result),
        tag("div", _checks(result), _first(result, base), cls="result__main"),
        tag(
            "div",
            _not_known(result),
            _standing(result),
            _avoid(result),
            _differences(result),
            _others(result, base),
            _judgement(result.guide),
            _answers(result),
            _how(result),
            _record(result),
            cls="result__side",
        ),
        cls="result",
        aria_labelledby=f"{key}-result",
        data_headline=result.leading[0].action.key if result.leading else None,
    )


def _brief(result: Result, base: str) -> Html:
    """Give the result of a whole case: the answer and the steps; the rest folded, a line each."""
    said = joined([_findings(result), _differences(result)])
    missing = joined(
        tag("li", f"{one.said.what[:1].upper()}{one.said.what[1:]}. {one.said.ask}") for one in result.not_known
    )
    return tag(
        "section",
        _answer(result),
        tag("div", _checks(result), _steps(result, base), _dates(result), cls="result__main"),
        tag(
            "div",
            _others(result, base),
            _closed(f"Not known yet ({len(result.not_known)})", tag("ul", missing)) if result.not_known else None,
            _standing(result),
            _avoid(result),
            _closed("What the sources say about this child", said) if said else None,
            _judgement(result.guide),
            _answers(result),
            _record(result),
            cls="result__side",
        ),
        cls="result",
        aria_labelledby=f"{result.guide.key}-result",
        data_headline=result.leading[0].action.key if result.leading else None,
    )


def _closed(title: str, *inside: Html) -> Html:
    return tag("details", tag("summary", title), *inside, cls="fold")


def _answer(result: Result) -> Html:
    """Give the answer as the heading, its main reasons, and whom to ring: each number once."""
    key = result.guide.key
    danger = words.danger(result)
    finding = result.finding if not danger else None
    reasons: list[Html] = []
    if finding:
        reasons.append(joined([finding.text, citations(finding.cites)], " "))
    elif result.above or (result.leading and result.leading[0] not in result.yours):  # else it stands with the step
        reasons += [safe(words.above(result))] if result.above else []
        reasons += [_reason(reason) for reason in (result.above or result.leading)[0].reasons[:1]]
    return tag(
        "div",
        tag("p", tag("a", "Ring 999", href="tel:999"), cls="result__999") if danger else None,
        tag("h3", words.heading(result), id=f"{key}-result", tabindex="-1"),
        tag("p", joined(reasons, " "), cls="result__why") if reasons else None,
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
    return any(step.when in SOON and "area where that child lives" in step.action.detail for step in result.yours)


def ring(keys: tuple[str, ...], area: Area | None, *, where: bool = True) -> Html:
    """Give whom to ring, each once, as links that dial; and where a referral goes, unless a step says so itself."""
    if not keys:
        return NOTHING
    reach = area or Area("", "")
    items = joined(tag("li", Html(local.contact_html(reach.contact(key)))) for key in keys)
    goes = None
    if where and "front-door" in keys:
        goes = tag("p", "A referral goes to the area where that child lives.", cls="result__where")
    return tag("div", tag("ul", items), goes, cls="result__ring")


def _checks(result: Result) -> Html:
    if not result.checks:
        return NOTHING
    items = joined(tag("li", rule.text, " ", citations(rule.cites)) for rule in result.checks)
    return tag(
        "div", tag("h4", "Please check: these answers do not fit together"), tag("ul", items), cls="result__check"
    )


def _first(result: Result, base: str) -> Html:
    """Give steps, dates and findings: the findings first where the answer of the calculator is a finding."""
    if result.finding:
        return joined([_dates(result), _notes(result), _findings(result), _steps(result, base)])
    said = _findings(result)
    fold = _closed("What the sources say about this child", said) if said else None
    return joined([_notes(result), _steps(result, base), _dates(result), fold])


def _steps(result: Result, base: str) -> Html:
    """Give the reader's own steps; those for later in a line each."""
    soon = [step for step in result.yours if step.when != "later"]
    later = [step for step in result.yours if step.when == "later"]
    parts = [tag("h4", "Your steps" if result.role else "What to do")]
    if soon:
        parts.append(tag("ol", joined(_step(result, step, base) for step in soon), cls="result__steps"))
    if later:
        items = joined(tag("li", _line(result, step, base)) for step in later)
        parts.append(tag("div", tag("h4", "Later"), tag("ul", items), cls="result__later"))
    return joined(parts)


def _step(result: Result, step: Step, base: str) -> Html:
    """Give a step: the instruction, what to know for it, one reason, and the way to more.

    Of a step that comes next, what to know and why are a press away.
    """
    soon = step.when in SOON
    more = [_detail(result, step)] if not soon else []
    shown = 1 if soon else 0
    reasons = joined(tag("li", _reason(reason)) for reason in step.reasons[shown:])
    fold = None
    if reasons or any(more):
        fold = tag("details", tag("summary", "Why" if soon else "More"), *more, tag("ul", reasons), cls="result__more")
    return tag(
        "li",
        tag("span", words.when_and_whom(step), cls="result__when"),
        joined(
            [tag("strong", _said(result, step)), *([_only_if(step)] if step.only_if else []), *_own(result, step)], " "
        ),
        _detail(result, step) if soon else None,
        tag("div", _reason(step.reasons[0]), cls="result__because") if shown and step.reasons else None,
        _local_lines(result, step),
        _links(step, base, fold),
        data_action=step.action.key,
    )


SOON = frozenset({"now", "today"})


def _own(result: Result, step: Step) -> list[Html]:
    """Mark what is this site's own rule, where the citations of others stand."""
    return [tag("span", "this site’s advice", cls="citations")] if step.action.own_for(result.role) else []


def _said(result: Result, step: Step) -> str:
    return words.instruction(step, result.role) or step.action.others


def _only_if(step: Step) -> Html:
    return tag("span", f"Only if {step.only_if}.", cls="result__only-if")


def _detail(result: Result, step: Step) -> Html | None:
    area = words.whose(step, result.area)
    said = " ".join(part for part in (step.action.detail_for(result.role), area) if part)
    return tag("span", said, cls="result__detail") if said else None


def _reason(reason: Reason) -> Html:
    return joined([words.reason(reason), citations(reason.cites)], " ")


def _links(step: Step, base: str, fold: Html | None) -> Html | None:
    links = [fold] if fold else []
    if step.action.paragraph:
        links.append(paragraph(step.action.key, step.action.paragraph, base))
    if step.action.meeting:
        links.append(print_papers(step.action.meeting))
    return tag("div", *links, cls="result__links") if links else None


def paragraph(key: str, place: str, base: str) -> Html:
    """Give the link to the paragraph that tells an action in full; the page puts its number into it."""
    page, _, anchor = place.partition("#")
    folder = page.removesuffix(".md").removesuffix("index")
    address = f"{base}{folder.rstrip('/')}/#{anchor}"
    return tag("a", "Read more", href=address, cls="result__paragraph", data_paragraph=key)


def _local_lines(result: Result, step: Step) -> Html:
    """Give what the area has for a step, and what it adds beside it."""
    if not result.area:
        return NOTHING
    lines = result.area.beside(step.action.key, *step.included)
    has = local.arrangements(result.area, step.action.key, step.action.contact)
    return joined(
        [
            Html(has),
            *(Html(local.added(result.area, line, citations(line.cites) if line.cites else "")) for line in lines),
        ]
    )


def _line(result: Result, step: Step, base: str) -> Html:
    """Give a step in one line."""
    about = words.when_and_whom(step).partition(" · ")[2]
    whose = words.whose(step, result.area)
    return joined(
        [
            tag("strong", _said(result, step)),
            *([_only_if(step)] if step.only_if else []),
            *([f"({about})"] if about else []),
            *([tag("span", whose, cls="result__detail-in-line")] if whose else []),
            citations(step.cites),
            *([paragraph(step.action.key, step.action.paragraph, base)] if step.action.paragraph else []),
            _local_lines(result, step),
        ],
        " ",
    )


def _others(result: Result, base: str) -> Html:
    if not result.others:
        return NOTHING
    parts = []
    for when, title in TIMES.items():
        found = [step for step in result.others if step.when == when]
        if found:
            items = joined(tag("li", _other(result, step, base), data_action=step.action.key) for step in found)
            parts.append(joined([tag("h5", title), tag("ul", items)]))
    return tag(
        "details", tag("summary", f"What others will do ({len(result.others)})"), *parts, cls="fold result__others"
    )


def _other(result: Result, step: Step, base: str) -> Html:
    only = [_only_if(step)] if step.only_if else []
    whose = words.whose(step, result.area)
    link = [paragraph(step.action.key, step.action.paragraph, base)] if step.action.paragraph else []
    own = _local_lines(result, step)
    return joined([step.action.others, *only, *([whose] if whose else []), citations(step.cites), *link, own], " ")


def _not_known(result: Result) -> Html:
    if not result.not_known:
        return NOTHING
    items = joined(
        tag(
            "li",
            tag("strong", f"{one.said.what[:1].upper()}{one.said.what[1:]}."),
            f" {one.said.ask} {one.said.meanwhile} ",
            citations(one.said.cites),
        )
        for one in result.not_known
    )
    return tag("div", tag("h4", "Not known yet"), tag("ul", items), cls="result__box result__unknown")


def _standing(result: Result) -> Html:
    found = advice(result.role, (step.action.key for step in result.steps))
    items = joined(tag("li", line.text, " ", citations(line.cites)) for line in found)
    return tag("div", tag("h4", "Always"), tag("ul", items), cls="result__box result__always")


def _findings(result: Result) -> Html:
    parts = []
    for part in READING_ORDER_SIDE:
        found = [rule for rule in result.remarks(part) if rule is not result.finding]
        if found:
            items = joined(tag("li", _remark(rule)) for rule in found)
            parts.append(
                tag("div", tag("h4", part.title), tag("ul", items), cls=f"result__says result__says--{part.key}")
            )
    return joined(parts)


def _remark(rule: Rule) -> Html:
    about = [tag("strong", f"{rule.about}:")] if rule.about else []
    return joined([*about, rule.text, citations(rule.cites)], " ")


def _avoid(result: Result) -> Html:
    if not result.avoid:
        return NOTHING
    items = joined(tag("li", _remark(rule)) for rule in result.avoid)
    return tag("div", tag("h4", "Avoid"), tag("ul", items), cls="result__box result__avoid")


def _differences(result: Result) -> Html:
    found = []
    for topic, rules in result.differences.items():
        items = joined(
            tag(
                "li",
                _remark(rule),
                tag("span", " This is the strictest.", cls="result__mark") if rule.strictest else None,
            )
            for rule in rules
        )
        found.append(joined([tag("h5", f"{topic[:1].upper()}{topic[1:]}"), tag("ul", items)]))
    if not found:
        return NOTHING
    return tag("div", tag("h4", "Where guidance differs"), *found, cls="result__box result__differs")


def _judgement(guide: Guide) -> Html:
    if not guide.judgement:
        return NOTHING
    return tag(
        "details", tag("summary", "For your professional judgement"), table.judgement(guide.judgement), cls="fold"
    )


def _notes(result: Result) -> Html:
    items = joined(tag("li", note.text) for note in result.notes)
    return tag("ul", items, cls="result__notes") if result.notes else NOTHING


def _dates(result: Result) -> Html:
    """Give the timetable, and a button for those of its days that a calendar can hold."""
    if not result.timetable:
        return NOTHING
    button = tag(
        "button", "Download for a calendar (.ics)", cls="calculator__button", type="button", data_record="calendar"
    )
    return tag(
        "div",
        tag("h4", "Dates"),
        tag("ul", joined(tag("li", _dated(dated)) for dated in result.timetable)),
        tag("div", button, cls="calculator__buttons") if result.to_come else None,
        cls="result__dates",
    )


def _dated(dated: Dated) -> Html:
    day = f"{words.day_words(dated)}:"
    note = [tag("span", dated.note, cls="result__mark")] if dated.note else []
    return joined([tag("strong", day) if dated.due else day, dated.what, citations(dated.cites), *note], " ")


def _answers(result: Result) -> Html:
    """Give the answers, each with a link that leads back to its question."""
    items = joined(
        tag(
            "div",
            tag("dt", name),
            tag(
                "dd",
                answer,
                " ",
                tag(
                    "a",
                    "Change",
                    tag("span", f" {name}", cls="visually-hidden"),
                    href="#area" if key == "area" else f"#{result.guide.key}-{key}",
                    data_change=key,
                ),
            ),
        )
        for key, name, answer in words.answered(result)
    )
    return tag("details", tag("summary", "Your answers"), tag("dl", items, cls="result__answers"), cls="fold")


def _how(result: Result) -> Html:
    """Give why the rules applied, why others did not, what became of the actions they called for, and what would change."""
    why, why_not = (
        tag("ul", joined(tag("li", words.rule_line(one)) for one in result.trace if one.applies is applies))
        for applies in (True, False)
    )
    replaced = joined(
        tag("li", f"{actions()[key].instruction} Its place is taken by: {actions()[by].instruction}")
        for key, by in result.replaced.items()
        if by
    )
    changes = []
    for change in result.changes:
        question = result.guide.question(change.question)
        lines = [f"Adds: {words.changed(result, key)}" for key in change.adds]
        lines += [f"Takes away: {words.changed(result, key)}" for key in change.drops]
        title = tag("strong", f"{question.name}: {question.label(change.option)}")
        changes.append(tag("li", title, tag("ul", joined(tag("li", line) for line in lines))))
    return tag(
        "details",
        tag("summary", "Why, why not, and what would change this"),
        tag("h5", "Why: the rules that applied"),
        why,
        tag("h5", "Steps whose place another step takes") if replaced else None,
        tag("ul", replaced) if replaced else None,
        tag("h5", "What would change this"),
        tag("p", "Each of these answers, changed alone, would give another result."),
        tag("ul", *changes),
        tag("h5", "Why not: each of these rules would need another answer, named before it"),
        why_not,
        cls="fold result__how",
    )


def _record(result: Result) -> Html:
    def button(name: str, label: str, *, quiet: bool = True) -> Html:
        style = "calculator__button calculator__button--quiet" if quiet else "calculator__button"
        return tag("button", label, cls=style, type="button", data_record=name)

    return tag(
        "div",
        tag("h4", "Keep a record"),
        tag("p", "The record holds your answers, this result, its sources and the time. It names nobody."),
        tag(
            "div",
            button("print", "Print", quiet=False),
            button("copy", "Copy"),
            button("download", "Download"),
            button("page", "Save for a word processor"),
            button("link", "Copy a link to these answers"),
            button("case", "Put these answers into a case plan") if result.guide.key != "case" else None,
            cls="calculator__buttons",
        ),
        cls="result__record",
    )
