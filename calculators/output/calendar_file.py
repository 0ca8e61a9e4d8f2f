"""The dates of a result as a file that calendars open (RFC 5545). Each says what is to be reviewed and by which rule."""

from __future__ import annotations

import hashlib
from datetime import UTC, date
from typing import TYPE_CHECKING

from calculators import __version__
from calculators.engine.dates import read_date
from calculators.engine.questions import capital

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from calculators.engine.result import Dated, Result

LONGEST = 75  # bytes of a line: RFC 5545, 3.1
START = "start"  # the field of the day from which a timetable counts


def text(result: Result, stamp: datetime) -> str:
    """Give the days that are to come as all-day entries, without alarms.

    Args:
        result: a result with a timetable.
        stamp: the moment, with its time zone; a calendar takes the entries of a later file for newer ones.

    An entry's identity comes from the guide, the start and the day alone. So a calendar that opens a second file, made
    later or with another answer changed, renews its entries and doubles none. The price: two plans that began on the
    same day share theirs.

    """
    start = read_date((result.typed or {})[START]) if result.to_come else date.min
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Harmful sexual behaviour guidance//Calculators {__version__}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for dated in result.to_come:
        lines += _entry(result.guide.key, dated, start, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _entry(guide: str, dated: Dated, start: date, stamp: datetime) -> list[str]:
    own = hashlib.sha256(f"{guide} {start} {dated.day}".encode()).hexdigest()[:32]
    return [
        "BEGIN:VEVENT",
        f"UID:{own}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{dated.day:%Y%m%d}",
        f"SUMMARY:{_escaped(summary(dated, start))}",
        f"DESCRIPTION:{_escaped(description(dated))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def summary(dated: Dated, start: date) -> str:
    """Say what the review is of, and which of them: "Plan review due, 3 months after the start"."""
    months = (dated.day.year - start.year) * 12 + dated.day.month - start.month
    return f"Plan review due, {months} month{'' if months == 1 else 's'} after the start"


def description(dated: Dated) -> str:
    """Say by which rule the review is due, and what is to be known of the day."""
    return f"{capital(dated.what)} {dated.note}".strip()


def _escaped(words: str) -> str:
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words


def _folded(line: str) -> Iterator[str]:
    """Cut a line so that no part is longer than the format allows; each part after the first begins with a blank."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST:
            yield part
            part = " "
        part += letter
    yield part
