"""The picture of a guide, from its rules: what it asks, in which order, and what each answer brings.

It is drawn with boxes of the page itself, so its words stay as large as the text on a phone and on paper, and it needs
no second telling in words.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from calculators.engine.questions import Tick
from calculators.engine.rules import PARTS, STEPS, TIMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from calculators.engine.guide import Guide
    from calculators.engine.questions import Question
    from calculators.engine.rules import Rule


def figure(guide: Guide) -> str:
    """Give the picture of a guide as HTML."""
    standing = _counted(rule for rule in guide.rules if rule.always)
    boxes = [*_questions(guide), _box("Whatever the answers", "", [("Always", standing)])]
    return (
        f'<figure class="flow"><ol>{"".join(boxes)}</ol><figcaption>What is asked, in this order, and how many steps and '
        "remarks each answer brings. What needs several answers is counted at each.</figcaption></figure>"
    )


def _questions(guide: Guide) -> Iterator[str]:
    for heading, together in groupby(guide.questions, key=lambda asked: getattr(asked, "heading", None)):
        if heading is None:
            for question in together:
                when = question.when.words if question.when else ""
                rows = [(option.label, _brings(guide, question, option.key)) for option in question.options]
                yield _box(question.text, f"Asked only when {when}" if when else "", rows)
        else:
            ticks = [(box.text, _brings(guide, box, "yes")) for box in together if isinstance(box, Tick)]
            yield _box(heading, "Boxes to tick", ticks)


def _box(text: str, when: str, rows: list[tuple[str, str]]) -> str:
    answers = "".join(f"<div><dt>{escape(answer)}</dt><dd>{brings}</dd></div>" for answer, brings in rows)
    note = f"<em>{escape(when)}</em>" if when else ""
    return f"<li><strong>{escape(text)}</strong>{note}<dl>{answers}</dl></li>"


def _brings(guide: Guide, question: Question, option: str) -> str:
    return _counted(rule for rule, _ in guide.brought_by(question, option)) or "nothing of its own"


def _counted(rules: Iterable[Rule]) -> str:
    """Count the actions that rules call for by when they are due, and the remarks by the part they stand in."""
    count: Counter[tuple[str, str]] = Counter()
    for rule in rules:
        if rule.calls:
            count.update((call.when, TIMES[call.when]) for call in rule.calls)
        else:
            count[(rule.part.key, SHORT[rule.part.key])] += 1
    order = [
        *((key, title) for key, title in TIMES.items()),
        *((part.key, SHORT[part.key]) for part in PARTS if part is not STEPS),
    ]
    return " ".join(
        f'<span class="flow__mark flow__mark--{key}">{escape(title)} {count[(key, title)]}</span>'
        for key, title in order
        if count[(key, title)]
    )


SHORT = {
    "check": "Please check",
    "placed": "Placed",
    "says": "Said",
    "assess": "To assess",
    "avoid": "Avoid",
    "differs": "Differs",
}
