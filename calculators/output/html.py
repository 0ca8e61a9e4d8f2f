"""Guides and results as HTML, for the build and for the browser. Everything put in is escaped.

The links of citations point to the list of sources at the foot of the same page, so they work with
no script, on paper and in every result.
"""

from __future__ import annotations

import json
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from calculators import sources
from calculators.actions.meetings import meetings
from calculators.engine.guide import (
    GIVEN,
    GROUPS,
    NOT_KNOWN,
    STEPS,
    SUCH_AS,
    Ages,
    Condition,
    Dated,
    Day,
    Guide,
    Option,
    Question,
    Result,
    Rule,
    Tick,
)
from calculators.guides import carry
from calculators.output import local as local_page
from calculators.output import text as reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.actions.meetings import Meeting
    from calculators.engine.asking import AnswerError
    from calculators.engine.guide import AgeFromDates


def citations(cites: tuple[str, ...]) -> str:
    """Give the linked marks of units."""
    links = []
    for key in cites:
        unit = sources.unit(key)
        title = escape(f"{unit.title}, {unit.document.short}", quote=True)
        links.append(f'<a class="citation" href="#{unit.anchor}" title="{title}">{escape(unit.mark)}</a>')
    return f'<span class="citations">{" ".join(links)}</span>'


def calculator(guide: Guide) -> str:
    """Give a whole calculator: form, rules in words, decision table. It is complete without a script."""
    return (
        f'<hsb-calculator class="calculator" data-guide="{guide.key}">'
        f'<p class="calculator__purpose">{escape(guide.purpose)}</p>'
        '<p class="calculator__without">Answers are worked out by this page in your browser. Where that cannot run, '
        "or on paper, the rules and the table below are the calculator: find your answers, and every line that "
        "stands beside them applies.</p>"
        f"{form(guide)}"
        '<p class="calculator__status" role="status"></p>'
        f'<div class="calculator__result"></div>{local_page.place("data")}'
        f'<details class="fold" open><summary>Every rule in words</summary>{rules(guide)}</details>'
        f'<details class="fold" open><summary>Decision table</summary>{table(guide)}</details>'
        f"{_papers(guide)}"
        f'<div class="calculator__left">{left_to_people(guide, 3)}</div>'
        "</hsb-calculator>"
    )


def form(guide: Guide) -> str:
    """Give the form, hidden where no script runs; its button can be pressed when the script is there to answer."""
    questions = "".join(_questions(guide))
    return (
        f'<form class="calculator__form" aria-label="{escape(guide.title)}" novalidate hidden autocomplete="off">'
        '<div class="calculator__errors"></div>'
        '<p class="calculator__hint">Nothing that you answer is sent or kept. Do not use names.</p>'
        f"{questions}"
        '<div class="calculator__buttons">'
        '<button class="calculator__button" type="submit" disabled>Check</button>'
        '<button class="calculator__button calculator__button--quiet" type="reset">Clear</button>'
        "</div></form>"
    )


def _questions(guide: Guide) -> Iterator[str]:
    """Give each question; ticks of one heading that follow each other stand together."""
    for heading, together in groupby(guide.questions, key=lambda asked: getattr(asked, "heading", None)):
        if heading is None:
            yield from (_question(guide, question) for question in together)
        else:
            boxes = "".join(_tick(guide, question) for question in together)
            yield f'<fieldset class="calculator__question"><legend>{escape(heading)}</legend>{boxes}</fieldset>'


def _tick(guide: Guide, question: Question) -> str:
    name = f"{guide.key}-{question.key}"
    box = _choice("checkbox", question.key, "yes", question.text, name)
    error = f'<p class="calculator__error" id="{name}-error" hidden></p>'
    return f'<div data-question="{question.key}" data-unanswered="{question.unanswered}">{error}{box}</div>'


def _relevance(question: Question) -> str:
    when = json.dumps([reports.condition_data(condition) for condition in question.when])
    return f' data-when="{escape(when, quote=True)}"' if question.when else ""


def _question(guide: Guide, question: Question) -> str:
    name = f"{guide.key}-{question.key}"
    hint = f'<p class="calculator__hint" id="{name}-hint">{escape(question.hint)}</p>' if question.hint else ""
    described = f' aria-describedby="{name}-hint"' if question.hint else ""
    relevance = _relevance(question)
    if not question.relevant({tick.key: tick.unanswered for tick in guide.ticks}):
        relevance += " hidden"
    if isinstance(question, Ages):
        bands = escape(json.dumps(question.bands), quote=True)
        body = _typed_input(question, name, "age", "Age in years", described) + "".join(
            _date_inputs(guide, dates) for dates in guide.dates if dates.question == question.key
        )
        relevance += f' data-bands="{bands}"'
        described = ""
    elif isinstance(question, Day):
        body = _typed_input(question, name, "date", f"Date, such as {SUCH_AS}", described)
        relevance += f' data-given="{GIVEN}"'
        described = ""
    else:
        body = "".join(
            _choice("radio", question.key, option.key, option.label, name if number == 0 else f"{name}-{number}")
            for number, option in enumerate(question.options)
        )
    return (
        f'<fieldset class="calculator__question" data-question="{question.key}"{relevance}{described}>'
        f"<legend>{escape(question.text)}</legend>{hint}"
        f'<p class="calculator__error" id="{name}-error" hidden></p>{body}</fieldset>'
    )


def _typed_input(question: Question, name: str, kind: str, label: str, described: str) -> str:
    return (
        f'<p class="calculator__{kind}"><label for="{name}">{label}</label>'
        f'<input class="calculator__text" id="{name}" name="{question.key}" type="text" inputmode="numeric"'
        f' maxlength="20"{described}></p>'
        + _choice("checkbox", question.key, NOT_KNOWN, "Not known", f"{name}-not-known")
    )


def _date_inputs(guide: Guide, dates: AgeFromDates) -> str:
    inputs = "".join(
        f'<p class="calculator__date" data-field="{field}"><label for="{guide.key}-{field}">{escape(text)}</label>'
        f'<span class="calculator__hint" id="{guide.key}-{field}-hint">Such as 28/02/2014</span>'
        f'<span class="calculator__error" id="{guide.key}-{field}-error" hidden></span>'
        f'<input class="calculator__text" id="{guide.key}-{field}" name="{field}" type="text" inputmode="numeric"'
        f' maxlength="20" aria-describedby="{guide.key}-{field}-hint"></p>'
        for field, text in ((dates.birth, dates.birth_text), (dates.day, dates.day_text))
    )
    return f'<p class="calculator__or">or, for years and months, both dates</p>{inputs}'


def _choice(kind: str, field: str, key: str, label: str, name: str) -> str:
    return (
        f'<p class="calculator__choice"><input id="{name}" name="{field}" type="{kind}" value="{key}">'
        f'<label for="{name}">{escape(label)}</label></p>'
    )


def rules(guide: Guide) -> str:
    """Give every rule in words, numbered, under its heading, with its conditions and its units.

    The conditions stand beside the words as data too, so that the page can show the lines that apply before
    Python is there, or where it cannot run.
    """
    parts = []
    for group in GROUPS:
        lines = [rule for rule in guide.in_order() if rule.group is group]
        if lines:
            items = "".join(_rule(guide, rule) for rule in lines)
            parts.append(
                f'<div data-group="{group.key}"><h3>{escape(group.title)}</h3>'
                f'<ol class="calculator__rules">{items}</ol></div>'
            )
    return "".join(parts)


def _rule(guide: Guide, rule: Rule) -> str:
    when = escape(json.dumps([reports.condition_data(condition) for condition in rule.when]), quote=True)
    return (
        f'<li value="{guide.numbers[rule.key]}" id="{guide.key}-rule-{rule.key}" data-rule="{rule.key}" data-when="{when}"'
        f' data-about="{escape(rule.about, quote=True)}">'
        f'<span class="calculator__when">{escape(rule.condition_words)}</span> '
        f"{_about(rule.about)}{_line(rule)}{_place(guide, rule)}</li>"
    )


def _place(guide: Guide, rule: Rule) -> str:
    return local_page.place_of_step(guide.key, rule) if rule.group in STEPS else ""


def _line(rule: Rule) -> str:
    """Give who acts, the words, the units, and what the sources differ on."""
    who = f'<strong class="result__who">{escape(rule.who)}:</strong> ' if rule.who else ""
    differs = f' <span class="result__mark">{escape(reports.differs_words(rule))}</span>' if rule.differs else ""
    return f"{who}{escape(rule.then)} {citations(rule.cites)}{differs}{_print_papers(rule)}"


def _print_papers(rule: Rule) -> str:
    """Offer the agenda and the attendance list of the meeting that a line calls for."""
    if not rule.meeting:
        return ""
    name = escape(meetings()[rule.meeting].name)
    return (
        '<button class="calculator__button calculator__button--quiet calculator__papers" type="button"'
        f' data-record="print" data-meeting="{rule.meeting}">Print agenda and attendance list: {name}</button>'
    )


def _papers(guide: Guide) -> str:
    """Give the agendas and attendance lists of every meeting that the guide calls for, if any."""
    papers = "".join(meeting(called) for called in guide.meetings())
    title = "Agendas and attendance lists"
    return f'<details class="fold" open><summary>{title}</summary>{papers}</details>' if papers else ""


def meeting(called: Meeting) -> str:
    """Give the agenda and the attendance list of a meeting, each to print on a sheet of its own."""
    name = escape(called.name)
    considers, produces = (
        "".join(f"<li>{escape(item.text)} {citations(item.cites)}</li>" for item in items)
        for items in (called.considers, called.produces)
    )
    blanks = '<p class="meeting__blanks"><span>Date:</span><span>Your own reference, not a child’s name:</span></p>'
    attends = "".join(
        f'<tr><th scope="row">{escape(line.who)}</th><td>{escape(line.how)}{escape(f": {line.note}") if line.note else ""}'
        f" {citations(line.cites)}</td><td></td><td></td></tr>"
        for line in called.attends
    )
    documents = f"<p>{escape(reports.documents_of(called))}</p>"
    others = '<tr><th scope="row">Other</th><td></td><td></td><td></td></tr>' * reports.OTHERS
    return (
        f'<section class="meeting" data-meeting="{called.key}">'
        f'<div class="meeting__sheet"><h3>Agenda: {name}</h3>'
        f"<p>Held when: {escape(called.when)} {citations(called.cites)}</p>{blanks}"
        f"<h4>To consider</h4><ol>{considers}</ol>"
        f'<h4>To produce</h4><ul class="meeting__boxes">{produces}</ul>{documents}</div>'
        f'<div class="meeting__sheet"><h3>Attendance: {name}</h3>{blanks}'
        + ("" if called.attends else f"<p>{escape(reports.NOBODY_NAMED)}</p>")
        + '<table class="calculator__table meeting__list"><thead><tr><th scope="col">Who</th><th scope="col">How</th>'
        f'<th scope="col">Name and role</th><th scope="col">Signature</th></tr></thead><tbody>{attends}{others}</tbody>'
        f"</table>{local_page.place(f'meeting {called.key}')}{documents}</div></section>"
    )


def _about(child: str) -> str:
    return f'<strong class="calculator__about">{escape(child)}:</strong> ' if child else ""


def table(guide: Guide) -> str:
    """Give the decision table: for each answer to each question, the numbers of the lines it brings."""
    always = ", ".join(_number(guide, key) for key in guide.numbers if guide.rule(key).always)
    rows = [_rows("Whatever the answers", f'<tr><th scope="row">Always</th><td>{always}</td></tr>')]
    for question in guide.questions:
        if isinstance(question, Tick):
            continue
        rows.append(_rows(question.text, "".join(_row(guide, question, option) for option in question.options)))
    for heading, ticks in groupby(guide.ticks, key=lambda asked: asked.heading):
        rows.append(_rows(heading, "".join(_row(guide, asked, Option("yes", asked.text)) for asked in ticks)))
    return (
        '<table class="calculator__table"><caption>The numbers are those of the rules in words. '
        "“With” names what else has to be so.</caption>"
        f'<thead><tr><th scope="col">Answer</th><th scope="col">Lines that apply</th></tr></thead>{"".join(rows)}</table>'
    )


def _row(guide: Guide, question: Question, option: Option) -> str:
    lines = _lines_of(guide, question, option.key)
    return f'<tr><th scope="row">{escape(option.label)}</th><td>{lines}</td></tr>'


def _rows(heading: str, rows: str) -> str:
    return f'<tbody><tr><th scope="rowgroup" colspan="2">{escape(heading)}</th></tr>{rows}</tbody>'


def _lines_of(guide: Guide, question: Question, option: str) -> str:
    lines = []
    for rule, others in guide.brought_by(question, option):
        also = f" (with {escape('; '.join(_condition(other) for other in others))})" if others else ""
        lines.append(_number(guide, rule.key) + also)
    return ", ".join(lines) or "none of its own"


def _condition(condition: Condition) -> str:
    return condition.words[:1].lower() + condition.words[1:] if condition.words[:5] != "Child" else condition.words


def _number(guide: Guide, key: str) -> str:
    return f'<a href="#{guide.key}-rule-{key}">{guide.numbers[key]}</a>'


def left_to_people(guide: Guide, level: int) -> str:
    """Give what the sources leave to professional judgement, under a heading of that level."""
    items = "".join(f"<li>{escape(left.text)} {citations(left.cites)}</li>" for left in guide.left_to_people)
    return f'<h{level}>Left to people</h{level}><ul class="calculator__people">{items}</ul>'


def result(result: Result) -> str:
    """Give a result: the lines, why, why not, what would change this, and the record's buttons."""
    key = result.guide.key
    answers = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(answer)}</dd></div>" for name, answer in reports.answered(result)
    )
    notes = "".join(f"<li>{escape(note.text)}</li>" for note in result.notes)
    groups = [_group(result, *heading) for heading in reports.by_group(result)]
    groups.insert(reports.AFTER_NOW, _dates(result))
    return (
        f'<section class="result" aria-labelledby="{key}-result">'
        f'<h3 id="{key}-result" tabindex="-1">Result: {escape(result.guide.title.lower())}</h3>'
        f'<dl class="result__answers">{answers}</dl>'
        + (f'<ul class="result__notes">{notes}</ul>' if notes else "")
        + "".join(groups)
        + left_to_people(result.guide, 4)
        + _why(result)
        + _changes(result)
        + _onward(result)
        + '<div class="result__record"><h4>Keep a record</h4>'
        "<p>The record holds your choices, the lines, their sources and the time. It names nobody.</p>"
        '<div class="calculator__buttons">'
        '<button class="calculator__button" type="button" data-record="print">Print</button>'
        '<button class="calculator__button calculator__button--quiet" type="button" data-record="copy">Copy</button>'
        '<button class="calculator__button calculator__button--quiet" type="button" data-record="download">Download'
        '</button><button class="calculator__button calculator__button--quiet" type="button" data-record="page">'
        "Save for a word processor</button></div></div></section>"
    )


def _onward(result: Result) -> str:
    """Give a button for each other calculator that asks for something answered here."""
    buttons = "".join(
        f'<button class="calculator__button calculator__button--quiet" type="button" data-carry="{guide.key}"'
        f' data-keys="{" ".join(keys)}">{escape(guide.title)}</button>'
        for guide, keys in carry.onward(result)
    )
    return (
        '<div class="result__onward"><h4>Go on with these answers</h4><p>What these ask too is filled in for you. '
        f'Nothing is stored.</p><div class="calculator__buttons">{buttons}</div></div>'
        if buttons
        else ""
    )


def _group(result: Result, key: str, title: str, parts: list[tuple[str, list[Rule]]]) -> str:
    lists = []
    for whom, findings in parts:
        heading = f"<h5>{escape(whom)}</h5>" if whom else ""
        items = "".join(f"<li>{_line(line)}{_local(result, line)}</li>" for line in findings)
        lists.append(f"{heading}<ul>{items}</ul>")
    return f'<div class="result__group result__group--{key}"><h4>{escape(title)}</h4>{"".join(lists)}</div>'


def _local(result: Result, rule: Rule) -> str:
    return local_page.step(result.area, result.guide.key, rule.key, rule.contact) if result.area else ""


def _dates(result: Result) -> str:
    """Give the timetable, and a button for those of its days that a calendar can hold."""
    if not result.timetable:
        return ""
    items = "".join(f"<li>{_dated(dated)}</li>" for dated in result.timetable)
    button = (
        '<div class="calculator__buttons"><button class="calculator__button" type="button" data-record="calendar">'
        "Download for a calendar (.ics)</button></div>"
    )
    return (
        f'<div class="result__group result__group--dates"><h4>{reports.DATES}</h4><ul>{items}</ul>'
        f"{button if result.to_come else ''}</div>"
    )


def _dated(dated: Dated) -> str:
    day = f"<strong>{reports.day_words(dated)}:</strong>" if dated.due else f"{reports.day_words(dated)}:"
    note = f' <span class="result__mark">{escape(dated.note)}</span>' if dated.note else ""
    return f"{day} {escape(dated.what)} {citations(dated.cites)}{note}"


def _why(result: Result) -> str:
    why, why_not = (
        "".join(
            f"<li>{escape(reports.rule_line(result, trace.key))}</li>"
            for trace in result.trace
            if trace.applies is applies
        )
        for applies in (True, False)
    )
    return (
        f'<details class="fold"><summary>Why these lines</summary><ul>{why}</ul></details>'
        '<details class="fold"><summary>Why not the others</summary>'
        f"<p>Each would need another answer, named before it.</p><ul>{why_not}</ul></details>"
    )


def _changes(result: Result) -> str:
    items = []
    for change in result.changes:
        question = result.guide.question(change.question)
        parts = [
            f"<li>{word}: {escape(reports.first_sentence(result.guide.rule(key).then))}</li>"
            for word, keys in (("adds", change.adds), ("takes away", change.drops))
            for key in keys
        ]
        items.append(
            f"<li><strong>{escape(question.name)}: {escape(question.label(change.option))}</strong><ul>{''.join(parts)}</ul></li>"
        )
    return (
        '<details class="fold"><summary>What would change this</summary>'
        f"<p>Each of these answers, changed alone, would give another result.</p><ul>{''.join(items)}</ul></details>"
    )


def errors(guide: Guide, faults: tuple[AnswerError, ...]) -> str:
    """Give the summary of what cannot be used, each line a link to its field."""
    items = "".join(
        f'<li><a href="#{guide.key}-{fault.key}">{escape(error_text(guide, fault))}</a></li>' for fault in faults
    )
    return (
        f'<div class="calculator__summary" role="alert" tabindex="-1" aria-labelledby="{guide.key}-problem">'
        f'<h3 id="{guide.key}-problem">There is a problem</h3><ul>{items}</ul></div>'
    )


def error_text(guide: Guide, fault: AnswerError) -> str:
    """Say what is wrong with one field, in the words of the page; the same at the top and at the field."""
    return f"{_field_name(guide, fault.key)}: {fault.fault}; {fault.page_remedy}."


def _field_name(guide: Guide, field: str) -> str:
    for dates in guide.dates:
        for key, text in ((dates.birth, dates.birth_text), (dates.day, dates.day_text)):
            if key == field:
                return text
    return next((question.name for question in guide.questions if question.key == field), field)
