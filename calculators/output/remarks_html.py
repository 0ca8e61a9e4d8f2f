"""What stands beside the steps of a result as HTML: what is not known, what the sources say, answers, reasons, record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.actions.register import actions
from calculators.engine.questions import capital
from calculators.engine.rules import ASSESS, PLACED, SAYS
from calculators.guides.standing import advice
from calculators.output import table, words
from calculators.output.citation import citations
from calculators.output.markup import NOTHING, Html, joined, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.engine.guide import Guide
    from calculators.engine.result import Dated, Result
    from calculators.engine.rules import Rule

SHOWN = 3  # items of a long list that stand in sight


def not_known(result: Result) -> Html:
    """Give the facts that are missing: what to find out, from whom, and what to do meanwhile."""
    if not result.not_known:
        return NOTHING
    items = [
        tag(
            "li",
            tag("strong", f"{capital(one.said.what)}."),
            f" {one.said.ask} {one.said.meanwhile} ",
            citations(one.said.cites),
        )
        for one in result.not_known
    ]
    return tag(
        "div", tag("h4", "Not known yet"), *_first(items, "More that is not known"), cls="result__box result__unknown"
    )


def _first(items: list[Html], rest: str) -> Iterator[Html]:
    """Give a list: the first of its items in sight, and the others a press away."""
    shown = SHOWN if len(items) > SHOWN + 1 else len(items)
    yield tag("ul", joined(items[:shown]))
    if items[shown:]:
        title = f"{rest} ({len(items) - shown})"
        yield tag("details", tag("summary", title), tag("ul", joined(items[shown:])), cls="result__more")


def standing(result: Result) -> Html:
    """Give the standing advice that fits the reader and the plan."""
    found = advice(result.role, (step.action.key for step in result.steps))
    items = joined(tag("li", line.text, " ", citations(line.cites)) for line in found)
    return tag("div", tag("h4", "Always"), tag("ul", items), cls="result__box result__always")


def findings(result: Result) -> Html:
    """Give what the sources say about this child, but for what the heading says."""
    parts = []
    for part in (SAYS, PLACED, ASSESS):
        found = [rule for rule in result.remarks(part) if rule is not result.finding]
        if found:
            items = [tag("li", _remark(rule)) for rule in found]
            shown = _first(items, "More")
            parts.append(tag("div", tag("h4", part.title), *shown, cls=f"result__says result__says--{part.key}"))
    return joined(parts)


def _remark(rule: Rule) -> Html:
    about = [tag("strong", f"{rule.about}:")] if rule.about else []
    return joined([*about, rule.text, citations(rule.cites)], " ")


def avoid(result: Result) -> Html:
    """Give what not to do."""
    if not result.avoid:
        return NOTHING
    items = joined(tag("li", _warning(rule)) for rule in result.avoid)
    return tag("div", tag("h4", "Avoid"), tag("ul", items), cls="result__box result__avoid")


def _warning(rule: Rule) -> Html:
    """Give what not to do in its first sentence; what else to know about it is a press away."""
    first, _, rest = rule.text.partition(". ")
    if not rest:
        return _remark(rule)
    fold = tag("details", tag("summary", f"{first}."), tag("span", rest), cls="result__more result__line")
    return joined([fold, citations(rule.cites)], " ")


def differences(result: Result) -> Html:
    """Give where the sources differ, topic by topic, the strictest first."""
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
        found.append(joined([tag("h5", capital(topic)), tag("ul", items)]))
    if not found:
        return NOTHING
    return tag("details", tag("summary", "Where guidance differs"), *found, cls="fold result__differs")


def judgement(guide: Guide) -> Html:
    """Give what is left to professional judgement, folded."""
    if not guide.judgement:
        return NOTHING
    return tag(
        "details", tag("summary", "For your professional judgement"), table.judgement(guide.judgement), cls="fold"
    )


def notes(result: Result) -> Html:
    """Give what was worked out from ages and dates."""
    items = joined(tag("li", note.text) for note in result.notes)
    return tag("ul", items, cls="result__notes") if result.notes else NOTHING


def dates(result: Result) -> Html:
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


def answers(result: Result) -> Html:
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
                    href="#area" if key == words.LOCAL else f"#{result.guide.key}-{key}",
                    data_change=key,
                ),
            ),
        )
        for key, name, answer in words.answered(result)
    )
    return tag("details", tag("summary", "Your answers"), tag("dl", items, cls="result__answers"), cls="fold")


def how(result: Result) -> Html:
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


def button(name: str, label: str, *, quiet: bool = True) -> Html:
    """Give a button that keeps or hands on a result; `name` is what the script of the page does."""
    style = "calculator__button calculator__button--quiet" if quiet else "calculator__button"
    return tag("button", label, cls=style, type="button", data_record=name)


def record() -> Html:
    """Give the buttons that keep or hand on the result."""
    return tag(
        "div",
        tag("h4", "Keep a record"),
        tag(
            "div",
            button("print", "Print", quiet=False),
            button("copy", "Copy"),
            button("case", "Put these answers into a case plan"),
            cls="calculator__buttons",
        ),
        tag(
            "details",
            tag("summary", "More ways to keep it"),
            tag("p", "The record holds your answers, this result, its sources and the time. It names nobody."),
            tag(
                "div",
                button("download", "Download"),
                button("page", "Save for a word processor"),
                button("link", "Copy a link to these answers"),
                cls="calculator__buttons",
            ),
            cls="result__more",
        ),
        cls="result__record",
    )
