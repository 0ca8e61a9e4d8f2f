"""The papers of a meeting, as HTML and as text: the agenda and the attendance list, each to print on its own sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import sources
from calculators.actions.meetings import meetings
from calculators.output import local
from calculators.output.citation import citations, marks
from calculators.output.markup import Html, joined, tag

if TYPE_CHECKING:
    from calculators.actions.meetings import Attendee, Meeting
    from calculators.engine.guide import Guide

BLANK = "_" * 20
SIGN = f"Name and role: {BLANK}  Signature: {BLANK}"
OTHERS = 4  # empty lines of an attendance list for those whom it does not name
NOBODY_NAMED = "The sources do not say who attends. Children’s social care can say who is to be asked."
OWN_REFERENCE = "Your own reference, not a child’s name:"


def print_papers(key: str) -> Html:
    """Offer the agenda and the attendance list of the meeting that a step calls for."""
    return tag(
        "button",
        f"Print agenda and attendance list: {meetings()[key].name}",
        cls="calculator__button calculator__button--quiet calculator__papers",
        type="button",
        data_record="print",
        data_meeting=key,
    )


def papers(guide: Guide) -> Html:
    """Give the agendas and attendance lists of every meeting that the calculator calls for."""
    return joined(meeting(called) for called in guide.meetings())


def meeting(called: Meeting) -> Html:
    """Give the agenda and the attendance list of a meeting, each to print on a sheet of its own."""
    considers, produces = (
        joined(tag("li", item.text, " ", citations(item.cites)) for item in items)
        for items in (called.considers, called.produces)
    )
    blanks = tag("p", tag("span", "Date:"), tag("span", OWN_REFERENCE), cls="meeting__blanks")
    documents = tag("p", documents_of(called))
    other = tag("tr", tag("th", "Other", scope="row"), tag("td"), tag("td"), tag("td"))
    head = joined(tag("th", name, scope="col") for name in ("Who", "How", "Name and role", "Signature"))
    return tag(
        "section",
        tag(
            "div",
            tag("h3", f"Agenda: {called.name}"),
            tag("p", f"Held when: {called.when} ", citations(called.cites)),
            blanks,
            tag("h4", "To consider"),
            tag("ol", considers),
            tag("h4", "To produce"),
            tag("ul", produces, cls="meeting__boxes"),
            documents,
            cls="meeting__sheet",
        ),
        tag(
            "div",
            tag("h3", f"Attendance: {called.name}"),
            blanks,
            None if called.attends else tag("p", NOBODY_NAMED),
            tag(
                "table",
                tag("thead", tag("tr", head)),
                tag("tbody", *(_attends(line) for line in called.attends), *[other] * OTHERS),
                cls="calculator__table meeting__list",
            ),
            Html(local.place(f"meeting {called.key}")),
            documents,
            cls="meeting__sheet",
        ),
        cls="meeting",
        data_meeting=called.key,
    )


def _attends(line: Attendee) -> Html:
    note = f": {line.note}" if line.note else ""
    how = tag("td", f"{line.how}{note} ", citations(line.cites))
    return tag("tr", tag("th", line.who, scope="row"), how, tag("td"), tag("td"))


def documents_of(called: Meeting) -> str:
    """Say which documents the marks on a meeting's papers stand for."""
    documents = {sources.unit(unit).document.key: sources.unit(unit).document for unit in called.every_cite()}
    said = [f"{sources.MARKS[key]}: {document.title}, {document.edition}" for key, document in documents.items()]
    return f"{'; '.join(said)}."


def meeting_text(called: Meeting) -> str:
    """Give the agenda and the attendance list of a meeting as lines of text; nobody’s name is in it."""
    lines = [
        f"Agenda: {called.name}",
        f"Held when: {called.when} [{marks(called.cites)}]",
        "",
        f"Date: {BLANK}",
        f"{OWN_REFERENCE} {BLANK}",
        "",
        "To consider",
        *(f"  {number}. {item.text} [{marks(item.cites)}]" for number, item in enumerate(called.considers, start=1)),
        "",
        "To produce",
        *(f"  [ ] {item.text} [{marks(item.cites)}]" for item in called.produces),
        "",
        f"Attendance: {called.name}",
        *([] if called.attends else [NOBODY_NAMED]),
    ]
    for line in called.attends:
        note = f" ({line.note})" if line.note else ""
        lines += ["", f"  {line.who}: {line.how}{note} [{marks(line.cites)}]", f"    {SIGN}"]
    lines += ["", "  Others", *[f"    {SIGN}"] * OTHERS, "", documents_of(called)]
    return "\n".join(lines) + "\n"
