"""The rules of a calculator on paper and without a script: each in words, the decision table, and a file of it."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from string import ascii_uppercase
from typing import TYPE_CHECKING

from calculators.engine.questions import Option, Tick, lowered
from calculators.engine.rules import PARTS, TIMES
from calculators.output import words
from calculators.output.citation import citations
from calculators.output.markup import Html, joined, tag

if TYPE_CHECKING:
    from calculators.engine.guide import Guide, Judgement
    from calculators.engine.questions import Question
    from calculators.engine.rules import Call, Rule


def rules(guide: Guide) -> Html:
    """Give every rule in words, numbered, under its heading, with its conditions and its units."""
    parts = []
    for part in PARTS:
        found = [rule for rule in guide.in_order() if rule.part is part]
        if found:
            items = joined(_rule(guide, rule) for rule in found)
            parts.append(tag("div", tag("h3", part.title), tag("ol", items, cls="calculator__rules")))
    return joined(parts)


def _rule(guide: Guide, rule: Rule) -> Html:
    about = tag("strong", f"{rule.about}:", cls="calculator__about") if rule.about else None
    calls = joined((tag("span", _called(call), cls="calculator__call") for call in rule.calls), " ")
    topic = tag("span", topic_words(rule), cls="result__mark") if rule.topic else None
    return tag(
        "li",
        joined(
            [
                tag("span", rule.condition_words, cls="calculator__when"),
                *([about] if about else []),
                *([calls] if rule.calls else []),
                rule.text,
                citations(rule.cites),
                *([topic] if topic else []),
            ],
            " ",
        ),
        value=str(guide.numbers[rule.key]),
        id=f"{guide.key}-rule-{rule.key}",
    )


def _called(call: Call) -> Html:
    return joined([tag("strong", call.action.instruction), f"{words.only_if(call)} ({TIMES[call.when]})"])


def topic_words(rule: Rule) -> str:
    """Say what the sources differ on, and whether this is the strictest answer."""
    return f"Sources differ on {rule.topic}{': this is the strictest' if rule.strictest else ''}."


def table(guide: Guide) -> Html:
    """Give the decision table: for each answer to each question, the numbers of the rules it brings."""
    always = joined((_number(guide, key) for key in guide.numbers if guide.rule(key).always), ", ")
    rows = [_rows("Whatever the answers", [tag("tr", tag("th", "Always", scope="row"), tag("td", always))])]
    asked = [question for question in guide.questions if not isinstance(question, Tick) and not question.for_display]
    rows += [_rows(one.text, [_row(guide, one, option) for option in one.options]) for one in asked]
    rows += [
        _rows(heading, [_row(guide, box, Option("yes", box.text)) for box in boxes])
        for heading, boxes in groupby(guide.ticks, key=lambda box: box.heading)
    ]
    return tag(
        "table",
        tag(
            "caption",
            "The numbers are those of the rules in words. “With” names what else has to be so.",
        ),
        tag("thead", tag("tr", tag("th", "Answer", scope="col"), tag("th", "Rules that apply", scope="col"))),
        *rows,
        cls="calculator__table",
    )


def _row(guide: Guide, question: Question, option: Option) -> Html:
    found = []
    for rule, others in guide.brought_by(question, option.key):
        also = f" (with {'; '.join(lowered(clause.words) for clause in others)})" if others else ""
        found.append(joined([_number(guide, rule.key), also]))
    return tag("tr", tag("th", option.label, scope="row"), tag("td", joined(found, ", ") or "none of its own"))


def _rows(heading: str, rows: list[Html]) -> Html:
    return tag("tbody", tag("tr", tag("th", heading, scope="rowgroup", colspan="2")), *rows)


def _number(guide: Guide, key: str) -> Html:
    return tag("a", str(guide.numbers[key]), href=f"#{guide.key}-rule-{key}")


def judgement(found: tuple[Judgement, ...]) -> Html:
    """Give what the sources leave to professional judgement, as a list."""
    items = joined(tag("li", left.text, " ", citations(left.cites)) for left in found)
    return tag("ul", items, cls="calculator__people")


def table_csv(guide: Guide) -> str:
    """Give the rules as CSV: a row for each, a column for each question with the answers it wants.

    Where one of several answers is enough, each of them has the same letter before it ("A: yes").
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    asked = [question for question in guide.questions if not question.for_display]
    columns = ["number", "rule", "part", "about", *(question.key for question in asked)]
    writer.writerow([*columns, "conditions", "actions", "says", "sources differ on", "sources"])
    for rule in guide.in_order():
        writer.writerow(
            [
                guide.numbers[rule.key],
                rule.key,
                rule.part.title,
                rule.about,
                *(_wanted(rule, question) for question in asked),
                rule.condition_words,
                " | ".join(_call_words(call) for call in rule.calls),
                rule.text,
                rule.topic + " (strictest)" * rule.strictest,
                " ".join(rule.cites),
            ]
        )
    return text.getvalue()


def _call_words(call: Call) -> str:
    only = f", only if {call.only_if}" if call.only_if else ""
    return f"{call.action.key} ({call.when}, {call.about}{only})"


def _wanted(rule: Rule, question: Question) -> str:
    cells = []
    for letter, clause in zip(ascii_uppercase, rule.when.clauses if rule.when else (), strict=False):
        mark = f"{letter}: " if len(clause.choices) > 1 else ""
        cells += [mark + " | ".join(one.options) for one in clause.choices if one.question.key == question.key]
    return " & ".join(cells)
