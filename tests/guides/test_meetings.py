"""The meetings that the procedure names: each is called for, cited, and drawn in the picture as it is printed."""

from __future__ import annotations

import pytest

from calculators.actions.meetings import MARKS, Attendee, Item, Meeting, MeetingError, meetings
from calculators.guides.catalogue import GUIDES
from hooks.pages import pictures

SAID = Item("Consider.", ("llr:9",))


def test_every_meeting_belongs_to_an_action_of_a_rule() -> None:
    """No agenda lies about that no result offers."""
    called = {meeting.key for guide in GUIDES.values() for meeting in guide.meetings()}
    assert called == set(meetings())


def test_every_meeting_has_an_agenda_and_something_to_produce() -> None:
    """An empty agenda would be worse than none; who attends may be unsaid."""
    for meeting in meetings().values():
        assert meeting.considers
        assert meeting.produces
        assert len({line.who for line in meeting.attends}) == len(meeting.attends)


def test_the_picture_shows_who_attends_as_the_meetings_say() -> None:
    """Row by row and mark by mark: one source for the picture and for the attendance lists."""
    drawn = pictures.read("meetings")
    for place, key in enumerate(drawn["meetings"]):
        shown = {row["who"]: drawn["marks"][row["marks"][place]] for row in drawn["row"] if row["marks"][place] != "–"}
        assert shown == {line.who: line.how for line in meetings()[key].attends}
    assert len(set(MARKS.values())) == len(MARKS)


@pytest.mark.parametrize(
    ("cites", "attends", "considers", "words"),
    [
        ((), (), (SAID,), "names no unit"),
        (("llr:9",), (), (Item("Consider.", ()),), "names no unit"),
        (("llr:9",), (Attendee("Police", "drops in", ("llr:9",)),), (SAID,), "no mark for drops in"),
    ],
)
def test_a_meeting_written_wrongly_stops_at_import(
    cites: tuple[str, ...], attends: tuple[Attendee, ...], considers: tuple[Item, ...], words: str
) -> None:
    """A line without its ground, or an attendee who comes in no known way, never reaches a reader."""
    with pytest.raises(MeetingError, match=words):
        Meeting("m", "Meeting", "now.", cites, attends, considers, (SAID,))


def test_a_meeting_that_cites_an_unknown_unit_stops_at_import() -> None:
    """A citation that leads nowhere never reaches a reader."""
    with pytest.raises(LookupError, match="llr:99"):
        Meeting("m", "Meeting", "now.", ("llr:99",), (), (SAID,), (SAID,))
