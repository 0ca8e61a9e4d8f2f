"""The dates of a result as a file that calendars open (RFC 5545). It says that a review is due and by which rule."""

from __future__ import annotations

import hashlib
from datetime import UTC
from typing import TYPE_CHECKING

from calculators import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from calculators.engine.result import Dated, Result

LONGEST = 75  # bytes of a line: RFC 5545, 3.1
SUMMARY = "Review due"


def text(result: Result, stamp: datetime) -> str:
    """Give the days that are to come as all-day entries, without alarms.

    Args:
        result: a result with a timetable.
        stamp: the moment, with its time zone. It makes the entries of each file their own: a calendar that opens
            the files of two cases keeps the dates of both.

    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Harmful sexual behaviour guidance//Calculators {__version__}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for number, dated in enumerate(result.to_come):
        lines += _entry(dated, number, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _entry(dated: Dated, number: int, stamp: datetime) -> list[str]:
    own = hashlib.sha256(f"{stamp.isoformat()} {number}".encode()).hexdigest()[:32]
    return [
        "BEGIN:VEVENT",
        f"UID:{own}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{dated.day:%Y%m%d}",
        f"SUMMARY:{SUMMARY}",
        f"DESCRIPTION:{_escaped(description(dated))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def description(dated: Dated) -> str:
    """Say by which rule the review is due, and what is to be known of the day."""
    return f"{dated.what[:1].upper()}{dated.what[1:]} {dated.note}".strip()


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
