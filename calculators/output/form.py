"""The form of a calculator: its questions as the reader meets them. Hidden where no script runs."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from calculators.engine.ages import Ages, LaterAge
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.days import GIVEN, SUCH_AS, Day
from calculators.engine.questions import capital
from calculators.output.markup import Html, joined, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.engine.asking import AnswerError
    from calculators.engine.guide import AgeFromDates, Guide
    from calculators.engine.questions import Question


def form(guide: Guide, button: str = "Check", shown: frozenset[str] | None = None) -> Html:
    """Give the form; its button can be pressed when the script is there to answer.

    Args:
        guide: the calculator.
        button: the words of the button.
        shown: the keys of the questions that are shown at first; None: those that are relevant without an answer.

    """
    return tag(
        "form",
        tag("div", cls="calculator__errors"),
        tag("p", "Nothing that you answer is sent or kept. Do not use names.", cls="calculator__hint"),
        joined(_questions(guide, shown)),
        tag(
            "div",
            tag("button", button, cls="calculator__button", type="submit", disabled=True),
            cls="calculator__buttons",
        ),
        tag(
            "p",
            tag("button", "Clear all answers", cls="calculator__clear", type="reset"),
            cls="calculator__clearing",
        ),
        cls="calculator__form",
        aria_label=guide.title,
        novalidate=True,
        hidden=True,
        autocomplete="off",
    )


def _questions(guide: Guide, shown: frozenset[str] | None) -> Iterator[Html]:
    """Give each question; ticks of one heading that follow each other stand together."""
    for heading, together in groupby(guide.questions, key=lambda asked: getattr(asked, "heading", None)):
        if heading is None:
            yield from (_question(guide, question, shown) for question in together)
        else:
            boxes = joined(_tick(guide, question) for question in together)
            yield tag("fieldset", tag("legend", _asked(heading)), boxes, cls="calculator__question")


def _asked(heading: str) -> str:
    """Give the heading of a group of boxes as a question."""
    return heading if heading.endswith("?") else f"{heading}: which of these apply?"


def _tick(guide: Guide, question: Question) -> Html:
    name = f"{guide.key}-{question.key}"
    urgent = None
    if question.key == "danger":
        urgent = tag(
            "p",
            tag("strong", "Ring ", tag("a", "999", href="tel:999"), " now."),
            " Do that before you go on.",
            cls="calculator__danger",
            hidden=True,
        )
    return tag(
        "div",
        tag("p", cls="calculator__error", id=f"{name}-error", hidden=True),
        _choice("checkbox", question.key, "yes", question.text, name),
        urgent,
        data_question=question.key,
        data_unanswered=question.unanswered,
    )


def _question(guide: Guide, question: Question, shown: frozenset[str] | None) -> Html:
    name = f"{guide.key}-{question.key}"
    hint = tag("p", question.hint, cls="calculator__hint", id=f"{name}-hint") if question.hint else None
    described = f"{name}-hint" if question.hint else None
    on_field = isinstance(question, (Ages, Day))
    relevant = question.relevant({tick.key: tick.unanswered for tick in guide.ticks})
    hidden = not relevant if shown is None else question.key not in shown
    return tag(
        "fieldset",
        tag("legend", question.text),
        hint,
        tag("p", cls="calculator__error", id=f"{name}-error", hidden=True),
        _fields(guide, question, name, described),
        cls="calculator__question",
        data_question=question.key,
        data_when=json.dumps(question.when.data()) if question.when else None,
        data_bands=json.dumps(question.bands) if isinstance(question, Ages) else None,
        data_after=question.after if isinstance(question, LaterAge) else None,
        data_until=(question.until if isinstance(question, Ages) else "") or None,
        data_given=GIVEN if isinstance(question, Day) else None,
        data_stage=question.stage,
        data_optional=question.for_display or isinstance(question, LaterAge),
        aria_describedby=None if on_field else described,
        hidden=hidden,
    )


def _fields(guide: Guide, question: Question, name: str, described: str | None) -> Html:
    if isinstance(question, Ages):
        dates = joined(_date_inputs(guide, dates) for dates in guide.dates if dates.question == question.key)
        return joined([_typed_input(question, name, "age", "Age in years", described), dates])
    if isinstance(question, Day):
        return _typed_input(question, name, "date", f"Date, such as {SUCH_AS}", described)
    return joined(
        _choice("radio", question.key, option.key, option.label, name if number == 0 else f"{name}-{number}")
        for number, option in enumerate(question.options)
    )


def _typed_input(question: Question, name: str, kind: str, label: str, described: str | None) -> Html:
    field = tag(
        "p",
        tag("label", label, for_=name),
        _text(name, question.key, described, digits=kind == "age"),
        cls=f"calculator__{kind}",
    )
    if isinstance(question, LaterAge) or NOT_KNOWN not in question.keys:
        return field
    return joined([field, _choice("checkbox", question.key, NOT_KNOWN, "Not known", f"{name}-not-known")])


def _text(name: str, field: str, described: str | None, *, digits: bool) -> Html:
    """Give a field to type in. Only an age is digits alone: a date has separators, which some keyboards hide."""
    return tag(
        "input",
        cls="calculator__text",
        id=name,
        name=field,
        type="text",
        inputmode="numeric" if digits else None,
        maxlength="30",
        aria_describedby=described,
    )


def _date_inputs(guide: Guide, dates: AgeFromDates) -> Html:
    fields = []
    for field, text in ((dates.birth, dates.birth_text), (dates.day, dates.day_text)):
        name = f"{guide.key}-{field}"
        fields.append(
            tag(
                "p",
                tag("label", text, for_=name),
                tag("span", "Such as 28/02/2014 or 28 February 2014", cls="calculator__hint", id=f"{name}-hint"),
                tag("span", cls="calculator__error", id=f"{name}-error", hidden=True),
                _text(name, field, f"{name}-hint", digits=False),
                cls="calculator__date",
                data_field=field,
            )
        )
    return joined([tag("p", "or, for years and months, both dates", cls="calculator__or"), *fields])


def _choice(kind: str, field: str, key: str, label: str, name: str) -> Html:
    return tag(
        "p",
        tag("input", id=name, name=field, type=kind, value=key),
        tag("label", label, for_=name),
        cls="calculator__choice",
    )


def errors(guide: Guide, faults: tuple[AnswerError, ...]) -> Html:
    """Give the summary of what cannot be used, each line a link to its field."""
    items = joined(tag("li", tag("a", error_text(guide, fault), href=f"#{guide.key}-{fault.key}")) for fault in faults)
    return tag(
        "div",
        tag("h3", "There is a problem", id=f"{guide.key}-problem"),
        tag("ul", items),
        cls="calculator__summary",
        role="alert",
        tabindex="-1",
        aria_labelledby=f"{guide.key}-problem",
    )


def error_text(guide: Guide, fault: AnswerError) -> str:
    """Say what is wrong with one field, in the words of the page; the same at the top and at the field."""
    question = next((one for one in guide.questions if one.key == fault.key), None)
    if not fault.given and question and not isinstance(question, (Ages, Day)):
        return f"Select an answer to “{question.text}”"
    return f"{_field_name(guide, fault.key)}: {fault.fault}. {capital(fault.page_remedy)}."


def _field_name(guide: Guide, field: str) -> str:
    for dates in guide.dates:
        for key, text in ((dates.birth, dates.birth_text), (dates.day, dates.day_text)):
            if key == field:
                return text
    return next((question.name for question in guide.questions if question.key == field), field)
