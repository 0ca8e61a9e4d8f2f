"""A result as plain text, and the record of a check: one page first, the whole account behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import __version__, sources
from calculators.areas.words import ADDED, arrangements_for, contact_words, outside, plain
from calculators.engine.questions import capital
from calculators.engine.rules import ASSESS, PLACED, SAYS, TIMES
from calculators.guides.standing import advice
from calculators.output import words
from calculators.output.citation import marks

if TYPE_CHECKING:
    from calculators.areas.model import Area, Line
    from calculators.engine.guide import Guide
    from calculators.engine.plan import Step
    from calculators.engine.result import Dated, Result
    from calculators.engine.rules import Rule

SITE = "Harmful sexual behaviour guidance"
REFERENCE = "Your own reference: ______________________________"
NO_NAMES = "(Do not write the name of a child here.)"
DECIDES = "This record sets out procedure and where it comes from. The professional decides."


def questions_text(guide: Guide) -> str:
    """Give what a calculator asks, as lines of text."""
    lines = [guide.title, guide.purpose, ""]
    for question in guide.questions:
        lines.append(f"{question.key}: {question.text}")
        lines += [f"    {question.hint}"] * bool(question.hint)
        lines.append(f"    {question.remedy}")
        for pair in guide.dates:
            if pair.question == question.key:
                lines.append(f"    or {pair.birth}=DATE and {pair.day}=DATE, such as 28/02/2014")
        if question.when:
            lines.append(f"    only when {question.when.words}")
    return "\n".join(lines) + "\n"


def result_text(result: Result) -> str:
    """Give a result as lines of text, in the order of the page."""
    return "\n".join(_result_lines(result)) + "\n"


def _ring_lines(result: Result) -> list[str]:
    """Give whom to ring, and what the area has for a child who lives outside it."""
    if not result.area:
        return []
    keys = words.contacts(result)
    beyond = outside(result.area) if "front-door" in keys else ()
    lines = [f"  {words.NOBODY_REACHED}"] if words.only_where_nobody_is_reached(result) else []
    lines += [f"  {contact_words(result.area.contact(key))}" for key in keys]
    return lines + [f"  If the child lives outside {result.area.name}: {plain(said)}" for said in beyond]


def _result_lines(result: Result) -> list[str]:
    lines = [words.heading(result)]
    finding = result.finding
    if finding and not words.danger(result):
        lines.append(f"  {finding.text} [{marks(finding.cites)}]")
    elif result.leading:
        lines += [f"  {words.above(result)}"] if result.above else []
        lines += [
            f"  {words.reason(one)} [{marks(one.cites)}]"
            for one in (result.above or result.leading)[0].reasons[: words.REASONS_SHOWN]
        ]
    lines += _ring_lines(result)
    lines += ["", *(note.text for note in result.notes)] if result.notes else []
    lines += _part("Please check: these answers do not fit together", result.checks)
    lines += ["", "Dates", *(f"  - {dated_text(dated)}" for dated in result.timetable)] if result.timetable else []
    lines += ["", words.your_steps(result)]
    for step in result.yours:
        lines += _step_lines(result, step)
    if result.others:
        lines += ["", "What others will do"]
        lines += [line for step in result.others for line in _other_lines(result, step)]
    if result.not_known:
        lines += ["", "Not known yet"]
        lines += [
            f"  - {capital(one.said.what)}. {one.said.ask} {one.said.meanwhile} [{marks(one.said.cites)}]"
            for one in result.not_known
        ]
    for part in (SAYS, PLACED, ASSESS):
        lines += _part(part.title, tuple(rule for rule in result.remarks(part) if rule is not finding))
    lines += _part("Avoid", result.avoid)
    for topic, rules in result.differences.items():
        lines += ["", f"Where guidance differs: {topic}"]
        lines += [f"  - {_remark(rule)}{' This is the strictest.' if rule.strictest else ''}" for rule in rules]
    if result.meetings():
        lines += ["", "Meetings in this plan; each has an agenda and an attendance list"]
        lines += [f"  - {meeting.name} ({meeting.key})" for meeting in result.meetings()]
    lines += [
        "",
        "Always",
        *(
            f"  - {line.text} [{marks(line.cites)}]"
            for line in advice(result.role, (step.action.key for step in result.steps))
        ),
    ]
    lines += ["", "For your professional judgement"]
    return lines + [f"  - {left.text} [{marks(left.cites)}]" for left in result.guide.judgement]


def _part(title: str, rules: tuple[Rule, ...]) -> list[str]:
    return ["", title, *(f"  - {_remark(rule)}" for rule in rules)] if rules else []


def _remark(rule: Rule) -> str:
    about = f"{rule.about}: " if rule.about else ""
    return f"{about}{rule.text} [{marks(rule.cites)}]"


def _step_lines(result: Result, step: Step) -> list[str]:
    said = f"{words.said(step, result.role)}{words.only_if(step)}"
    lines = [f"  - {words.when_and_whom(step)}: {said}"]
    below = [step.action.detail_for(result.role), step.action.own_for(result.role), words.whose(step, result.area)]
    below += [f"{words.reason(one)} [{marks(one.cites)}]" for one in step.reasons]
    below += _local_lines(result, step)
    return lines + [f"      {line}" for line in below if line]


def _local_lines(result: Result, step: Step) -> list[str]:
    """Give what the area has for a step, and what it adds beside it."""
    area = result.area
    if area is None:
        return []
    has = [f"{area.name}: {plain(said)}" for said in arrangements_for(area, step.action.key, step.action.contact)]
    return has + [_added(area, line) for line in area.beside(step.action.key, *step.included)]


def _added(area: Area, line: Line) -> str:
    said = " ".join(part for part in (line.text, line.address, f"[{marks(line.cites)}]" if line.cites else "") if part)
    return f"Added by {area.name} ({ADDED}): {said}"


def _other_lines(result: Result, step: Step) -> list[str]:
    local = [f"      {line}" for line in _local_lines(result, step)]
    return [f"  - {TIMES[step.when]}: {_other(result, step)}", *local]


def _other(result: Result, step: Step) -> str:
    whose = words.whose(step, result.area)
    return f"{step.action.others}{words.only_if(step)}{f' {whose}' if whose else ''} [{marks(step.cites)}]"


def dated_text(dated: Dated) -> str:
    """Give one day of a timetable: the day, what it is for, the units, and what is to be known of the day."""
    return f"{words.day_words(dated)}: {dated.what} [{marks(dated.cites)}]{' ' if dated.note else ''}{dated.note}"


def record_text(result: Result, made: str, address: str) -> str:
    """Give the record of a check as plain text.

    Args:
        result: the result to record.
        made: the day and time of the check, in words.
        address: where the page stands, so that a newer version can be looked for; empty: not said.

    """
    lines = [
        f"Record of a check: {result.guide.title}",
        f"{SITE}, edition {__version__}",
        f"Made {made}",
        *([f"Check for a newer version at {address}"] if address else []),
        "",
        REFERENCE,
        NO_NAMES,
        "",
        "What was answered",
        *answered_lines(result),
        "",
        *account(result),
        "",
        DECIDES,
    ]
    return "\n".join(lines) + "\n"


def answered_lines(result: Result) -> list[str]:
    """Give the answers, one to a line."""
    return [f"  - {name}: {answer}" for _, name, answer in words.answered(result)]


def account(result: Result) -> list[str]:
    """Give the whole account of a result: the answer, every rule with why it applied or not, and the sources."""
    lines = [
        "The answer",
        *_result_lines(result),
        "",
        "Why: the rules that applied",
        *(f"  - {words.rule_line(one)}" for one in result.trace if one.applies),
        "",
        "Why not: the rules that did not apply, and the answers that kept them out",
        *(f"  - {words.rule_line(one)}" for one in result.trace if not one.applies),
        "",
        "Sources",
    ]
    for unit in result.cites():
        source = sources.unit(unit)
        lines.append(f"  {source.mark}: {source.title}. {source.document.title}, {source.document.edition}.")
    return lines
