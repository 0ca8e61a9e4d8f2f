"""The single values of an audit's file: text, dates, and what is told of how they were taken."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from calculators.audit.errors import AuditFileError
from calculators.audit.writing import listed
from calculators.engine.dates import MONTHS

LONGEST = 4_000  # characters of one note
YEARS = range(2000, 2101)  # in which an audit can be
MANY_ROWS = 50  # in one note: whole rows of a table have run into it
NAMED = 8  # lines or rows named one by one; of more, how many
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # the last turn what follows round
# They come with what is pasted: a name with one looks like the name without.
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
ALONE = re.compile("[\ud800-\udfff]")  # half of a pair: no file can hold it
FIRST_DAY = date(1899, 12, 30)  # from which spreadsheets count days
SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
TIME = r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m|Z)?)?"
WRITTEN = (
    re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){TIME}", re.IGNORECASE),
    re.compile(
        rf"(?P<day>\d{{1,2}}) ?[/. -] ?(?P<month>\d{{1,2}}) ?[/. -] ?(?P<year>\d{{4}}|\d\d){TIME}", re.IGNORECASE
    ),
    re.compile(
        r"(?:[a-z]{3,9},? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[a-z]{3,9})\.?,?[ -](?P<year>\d{4}|\d\d)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:[a-z]{3,9}, )?(?P<month>[a-z]{3,9}) (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})", re.IGNORECASE
    ),
)


class Said:
    """What the reader is told of a file that was read: sentences, each once, and the lines that stand twice in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._told: dict[str, None] = {}
        self._twice: list[str] = []
        self._left_out: list[str] = []

    def add(self, sentence: str) -> None:
        """Tell something, once."""
        self._told.setdefault(f"{self.name}: {sentence}")

    def left_out(self, row: int) -> None:
        """Tell that a row of a table is not about a line."""
        self._left_out.append(str(row))

    def twice(self, line: str, first: int | None, second: int | None) -> None:
        """Tell that a line stands twice, where its scores differ."""
        scores = [score for score in (first, second) if isinstance(score, int)]
        if len(set(scores)) > 1:
            self._twice.append(f"line {line} ({scores[0]} and {scores[1]}, so {min(scores)})")

    @property
    def sentences(self) -> list[str]:
        """Everything there is to tell."""
        told = list(self._told)
        if self._left_out:
            rows = f"row {self._left_out[0]} is" if len(self._left_out) == 1 else f"rows {_first(self._left_out)} are"
            were = "was" if len(self._left_out) == 1 else "were"
            told.append(f"{self.name}: {rows} not about a line, and {were} left out.")
        if self._twice:
            told.append(f"{self.name}: some lines stand twice, and the lower score counts: {_first(self._twice)}.")
        return told


def _first(words: list[str]) -> str:
    """Give words as a list in a sentence; of many the first, and how many more."""
    more = len(words) - NAMED
    return listed([*words[:NAMED], f"{more} more"] if more > 0 else words)


def clean(text: str) -> str:
    """Give a text as every file can hold it: line ends alike, no control characters, no half of a pair."""
    return ALONE.sub("\ufffd", CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def named(text: str) -> str:
    """Give a name as it looks: nothing unseen in it, one blank between words."""
    return " ".join(UNSEEN.sub("", text).split())


def text_of(name: str, entry: dict[str, Any], key: str, where: str = "") -> str:
    """Give a text of an object, cleaned; "" where there is none.

    Args:
        name: the file's name, for the sentence.
        entry: the object.
        key: the name of its text.
        where: of which line and agency, for the sentence.

    Raises:
        AuditFileError: it is not text, or too long.

    """
    found = entry.get(key, "")
    if found is None:
        return ""
    if not isinstance(found, str):
        raise AuditFileError(f"{name} is damaged: “{key}” has to be text.")
    found = clean(found)
    if len(found) > LONGEST:
        of = f" ({where}, {key})" if where else f" ({key})"
        if found.count("\n") > MANY_ROWS:
            of += "; a quotation mark may be missing before it"
        raise AuditFileError(
            f"{name}: a note has {len(found):,} characters, and {LONGEST:,} is the most{of}. Shorten it, then open the file again."
        )
    return found


def day(given: object) -> date:
    """Read a date as people and spreadsheets write it, day before month: 2026-11-25, 25/11/2026, 25 Nov 2026, 46351.

    Raises:
        ValueError: it cannot be read, is not in the calendar, or is in a year in which no audit is; the words say what
            to write.

    """
    text = " ".join(str(given).split())
    found = _day(text)
    if found is None:
        raise ValueError("Write it as 25/11/2026, day first, or as 2026-11-25.")
    if found.year not in YEARS:
        raise ValueError("Check the year.")
    return found


def _day(text: str) -> date | None:
    if serial := SERIAL.fullmatch(text):
        return FIRST_DAY + timedelta(days=int(serial[1]))
    for pattern in WRITTEN:
        if not (match := pattern.fullmatch(text)) or not text.isascii():
            continue
        month = match["month"]
        number = int(month) if month.isdigit() else _month(month)
        year = int(match["year"]) + (2000 if len(match["year"]) == len("26") else 0)
        try:
            return date(year, number, int(match["day"]))
        except ValueError:
            raise ValueError("There is no such day: write the day first, then the month.") from None
    return None


def _month(name: str) -> int:
    """Give the number of a month from its name or its first letters, at least three; 0 where it is none."""
    return next((number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower())), 0)
