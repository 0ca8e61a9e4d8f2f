"""Guides and results as data, as plain text and as CSV. HTML is in page.py."""

from __future__ import annotations

import csv
import io
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from calculators import __version__, sources
from calculators.areas.words import ADDED, arrangements_for, contact_words, plain
from calculators.engine.dates import WEEKDAYS, read_date, words_for_date
from calculators.engine.guide import GIVEN, GROUPS, Ages, Condition, Dated, Day, Guide, Question, Result, Rule, Tick

if TYPE_CHECKING:
    from calculators.actions.meetings import Meeting

EVERYONE = "For everyone"
DATES = "Dates"
AFTER_NOW = 1  # the dates stand after the first heading, which holds what cannot wait
SITE = "Harmful sexual behaviour guidance"
BLANK = "_" * 20
SIGN = f"Name and role: {BLANK}  Signature: {BLANK}"
OTHERS = 4  # empty lines of an attendance list for those whom it does not name
NOBODY_NAMED = "The sources do not say who attends. Children’s social care can say who is to be asked."


def questions(guide: Guide) -> list[dict[str, Any]]:
    """Give what a guide asks, as data: key, text, kind, options and when it is relevant."""
    asked: list[dict[str, Any]] = []
    for question in guide.questions:
        options = [{"key": option.key, "label": option.label} for option in question.options]
        entry: dict[str, Any] = {
            "key": question.key,
            "text": question.text,
            "hint": question.hint,
            "kind": _kind(question),
            "options": options,
            "when": [condition_data(condition) for condition in question.when],
        }
        if isinstance(question, Day):
            entry["allowed"] = question.remedy
        if isinstance(question, Ages):
            entry["allowed"] = question.remedy
            entry["dates"] = [
                {"birth": pair.birth, "behaviour": pair.day} for pair in guide.dates if pair.question == question.key
            ]
        asked.append(entry)
    return asked


def _kind(question: Question) -> str:
    kinds = {Ages: "age", Day: "day", Tick: "tick"}
    return kinds.get(type(question), "choice")


def condition_data(condition: Condition) -> dict[str, Any]:
    """Give a condition as data: its question and the answers it wants, and what does as well ("or")."""
    plain = {"question": condition.question, "options": list(condition.options)}
    others = [condition_data(other) for other in condition.others]
    return {**plain, "or": others} if others else plain


def questions_text(guide: Guide) -> str:
    """Give what a guide asks, as lines of text."""
    lines = [guide.title, guide.purpose, ""]
    for question in guide.questions:
        lines.append(f"{question.key}: {question.text}")
        lines += [f"    {question.hint}"] * bool(question.hint)
        lines.append(f"    {question.remedy}")
        for pair in guide.dates:
            if pair.question == question.key:
                lines.append(f"    or {pair.birth}=DATE and {pair.day}=DATE, such as 28/02/2014")
        if question.when:
            lines.append(f"    only when {'; '.join(condition.words for condition in question.when)}")
    return "\n".join(lines) + "\n"


def result(result: Result) -> dict[str, Any]:
    """Give a result as data."""
    return {
        "calculator": result.guide.key,
        "version": __version__,
        "answers": result.answers,
        "typed": result.typed,
        "notes": [{"key": note.key, "text": note.text} for note in result.notes],
        "findings": [
            {
                "key": finding.key,
                "text": finding.then,
                "cites": list(finding.cites),
                "group": finding.group.key,
                "about": finding.about,
                "who": finding.who,
                "contact": finding.contact,
                "differs": finding.differs,
                "strictest": finding.strictest,
                "meeting": finding.meeting,
            }
            for finding in result.findings
        ],
        "timetable": [
            {
                "day": dated.day.isoformat(),
                "text": dated.what,
                "cites": list(dated.cites),
                "note": dated.note,
                "due": dated.due,
                "past": dated.past,
            }
            for dated in result.timetable
        ],
        "trace": [
            {
                "key": trace.key,
                "applies": trace.applies,
                "conditions": [condition.words for condition in trace.conditions],
                "kept_out_by": [condition_data(condition) for condition in trace.kept_out_by],
            }
            for trace in result.trace
        ],
        "changes": [
            {
                "question": change.question,
                "option": change.option,
                "adds": list(change.adds),
                "drops": list(change.drops),
            }
            for change in result.changes
        ],
        "left_to_people": [{"text": left.text, "cites": list(left.cites)} for left in result.guide.left_to_people],
    }


def answered(result: Result) -> list[tuple[str, str]]:
    """Give the choices made: the name of each question and the answer in the reader's words."""
    pairs = [("Local arrangements", result.area.name)] if result.area else []
    for question in result.guide.questions:
        if question.key not in result.answers:
            continue
        if isinstance(question, Tick) and result.answers[question.key] == question.unanswered:
            continue
        label = question.label(result.answers[question.key])
        typed = result.typed.get(question.key, "")
        if isinstance(question, Ages) and typed.isdigit():
            label = f"{int(typed)} years"
        if isinstance(question, Day) and result.answers[question.key] == GIVEN:
            label = words_for_date(read_date(typed))
        pairs.append((question.name, label))
        for dates in result.guide.dates:
            if dates.question == question.key and dates.birth in result.typed:
                pairs.append((dates.birth_text, result.typed[dates.birth]))
                pairs.append((dates.day_text, result.typed[dates.day]))
    return pairs


def by_group(result: Result) -> list[tuple[str, str, list[tuple[str, list[Rule]]]]]:
    """Give the findings under their headings and, within a heading, by the child they are about.

    Each entry: the group's key, its title, and pairs of whom they are about and findings. Where a heading holds lines
    about one child, those about all are headed "For everyone"; elsewhere they have no name.
    """
    headings = []
    for group in GROUPS:
        lines = [finding for finding in result.findings if finding.group is group]
        children = sorted({finding.about for finding in lines if finding.about})
        parts = [(child, [line for line in lines if line.about == child]) for child in children]
        parts.append((EVERYONE if children else "", [line for line in lines if not line.about]))
        if lines:
            headings.append((group.key, group.title, [(whom, part) for whom, part in parts if part]))
    return headings


def result_text(result: Result) -> str:
    """Give a result as lines of text."""
    lines = [f"{name}: {answer}" for name, answer in answered(result)]
    lines += ["", *(note.text for note in result.notes)] if result.notes else []
    for number, (_, title, parts) in enumerate(by_group(result)):
        if number == AFTER_NOW and result.timetable:
            lines += ["", DATES, *(f"  - {dated_text(dated)}" for dated in result.timetable)]
        lines += ["", title]
        for whom, findings in parts:
            lines += [f"  {whom}"] * bool(whom)
            lines += [f"  - {line_text(finding)}{_local_text(result, finding)}" for finding in findings]
    if result.meetings():
        lines += ["", "Meetings called for above; each has an agenda and an attendance list"]
        lines += [f"  - {meeting.name} ({meeting.key})" for meeting in result.meetings()]
    lines += ["", "Left to people"]
    lines += [f"  - {left.text} [{marks(left.cites)}]" for left in result.guide.left_to_people]
    return "\n".join(lines) + "\n"


def meeting_text(meeting: Meeting) -> str:
    """Give the agenda and the attendance list of a meeting as lines of text; nobody’s name is in it."""
    lines = [
        f"Agenda: {meeting.name}",
        f"Held when: {meeting.when} [{marks(meeting.cites)}]",
        "",
        f"Date: {BLANK}",
        f"Your own reference, not a child’s name: {BLANK}",
        "",
        "To consider",
        *(f"  {number}. {item.text} [{marks(item.cites)}]" for number, item in enumerate(meeting.considers, start=1)),
        "",
        "To produce",
        *(f"  [ ] {item.text} [{marks(item.cites)}]" for item in meeting.produces),
        "",
        f"Attendance: {meeting.name}",
        *([] if meeting.attends else [NOBODY_NAMED]),
    ]
    for line in meeting.attends:
        note = f" ({line.note})" if line.note else ""
        lines += ["", f"  {line.who}: {line.how}{note} [{marks(line.cites)}]", f"    {SIGN}"]
    lines += ["", "  Others", *[f"    {SIGN}"] * OTHERS, "", documents_of(meeting)]
    return "\n".join(lines) + "\n"


def documents_of(meeting: Meeting) -> str:
    """Say which documents the marks on a meeting's papers stand for."""
    documents = {sources.unit(unit).document.key: sources.unit(unit).document for unit in meeting.every_cite()}
    said = [f"{sources.MARKS[key]}: {document.title}, {document.edition}" for key, document in documents.items()]
    return f"{'; '.join(said)}."


def line_text(rule: Rule) -> str:
    """Give one line of a result: who acts, the words, the units, and what the sources differ on."""
    who = f"{rule.who}: " if rule.who else ""
    differs = f" ({differs_words(rule)})" if rule.differs else ""
    return f"{who}{rule.then} [{marks(rule.cites)}]{differs}"


def _local_text(result: Result, rule: Rule) -> str:
    """Give what the area adds to a step, each on a line of its own."""
    if not result.area:
        return ""
    area = result.area
    said = [contact_words(area.contact(rule.contact))] if rule.contact else []
    said += [plain(parts) for parts in arrangements_for(area, rule.contact)]
    own = [
        f"{line.text}{f' {line.address}' if line.address else ''}{f' [{marks(line.cites)}]' if line.cites else ''}"
        for line in area.beside(result.guide.key, rule.key)
    ]
    lines = [
        *(f"{area.name}: {words}" for words in said),
        *(f"Added by {area.name} ({ADDED}): {words}" for words in own),
    ]
    return "".join(f"\n      {words}" for words in lines)


def dated_text(dated: Dated) -> str:
    """Give one day of a timetable: the day, what it is for, the units, and what is to be known of the day."""
    return f"{day_words(dated)}: {dated.what} [{marks(dated.cites)}]{' ' if dated.note else ''}{dated.note}"


def day_words(dated: Dated) -> str:
    """Put the day into words, with its weekday."""
    return f"{WEEKDAYS[dated.day.weekday()]} {words_for_date(dated.day)}"


def differs_words(rule: Rule) -> str:
    """Say what the sources differ on, and whether this line is the strictest."""
    return f"Sources differ on {rule.differs}{': this is the strictest' if rule.strictest else ''}"


def record_text(result: Result, made: str, address: str) -> str:
    """Give the record of a check as plain text.

    Args:
        result: the result to record.
        made: the day and time of the check, in words.
        address: where the page stands, so that a newer version can be looked for.

    """
    lines = [
        f"Record of a check: {result.guide.title}",
        f"{SITE}, edition {__version__}",
        f"Made {made}",
        f"Check for a newer version at {address}" if address else "",
        "",
        "Your own reference: ______________________________",
        "(Do not write the name of a child here.)",
        "",
        "What was answered",
        result_text(result),
        "Why: the rules that applied",
        *(f"  - {rule_line(result, trace.key)}" for trace in result.trace if trace.applies),
        "",
        "Why not: the rules that did not apply, and the answers that kept them out",
        *(f"  - {rule_line(result, trace.key)}" for trace in result.trace if not trace.applies),
        "",
        "Sources",
    ]
    for unit in result.cites():
        source = sources.unit(unit)
        lines.append(f"  {source.mark}: {source.title}. {source.document.title}, {source.document.edition}.")
    lines += ["", "This record gives procedure and its ground. It does not decide for the professional."]
    return "\n".join(line for line in lines if line is not None) + "\n"


def rule_line(result: Result, key: str) -> str:
    """Say of one rule why it applied, or which answers kept it out."""
    trace = next(trace for trace in result.trace if trace.key == key)
    first = first_sentence(result.guide.rule(key).then)
    if not trace.conditions:
        return f"Always: {first}"
    wanted = trace.conditions if trace.applies else trace.kept_out_by
    return f"{'; '.join(condition.words for condition in wanted)}: {first}"


def first_sentence(text: str) -> str:
    """Give the first sentence of a line, to name it by."""
    return text.split(". ", 1)[0].rstrip(".") + "."


def marks(cites: tuple[str, ...]) -> str:
    """Give the short marks of units: "LLR 6; NG55 1.2.1"."""
    return "; ".join(sources.unit(unit).mark for unit in cites)


def table_csv(guide: Guide) -> str:
    """Give the rules as CSV: a row for each, a column for each question with the answers it wants.

    Where one of several answers is enough, each of them has the same letter before it ("A: yes").
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        [
            "line",
            "rule",
            "heading",
            "about",
            *(question.key for question in guide.questions),
            "who",
            "says",
            "sources differ on",
            "sources",
        ]
    )
    for rule in guide.in_order():
        cells = [_wanted(rule, question) for question in guide.questions]
        writer.writerow(
            [
                guide.numbers[rule.key],
                rule.key,
                rule.group.title,
                rule.about,
                *cells,
                rule.who,
                rule.then,
                rule.differs + " (strictest)" * rule.strictest,
                " ".join(rule.cites),
            ]
        )
    return text.getvalue()


def _wanted(rule: Rule, question: Question) -> str:
    cells = []
    for letter, condition in zip(ascii_uppercase, rule.when, strict=False):
        mark = f"{letter}: " if condition.others else ""
        cells += [mark + " | ".join(way.options) for way in condition.ways if way.question == question.key]
    return " & ".join(cells)
