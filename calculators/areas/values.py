"""How the values of an area's file are read: each reader gives the value as it is shown, or says what to write."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from calculators import sources
from calculators.areas import telephone

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 400  # characters of one value
LONGEST_ADDRESS = 1000
LONGEST_LIST = 60
LONGEST_UNIT = 60
CHILD_ENDS = 25  # years: the oldest age that a service of these areas takes
HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+")
EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@(?P<host>[A-Za-z0-9.-]+)")
WITHIN = re.compile(r"(?P<number>\d{1,3}) (?P<unit>minute|hour|working day|day|week|month)s?", re.ASCII)
HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 744.0}
FREE_DAYS = 4  # Good Friday to Easter Monday: the most that lie between two working days
YEARS = range(2000, 2101)  # of a date in the file


def text(value: Any) -> str:
    """Read one line of words."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("write words in quotation marks")
    plain = unicodedata.normalize("NFC", value.replace("\xa0", " ")).strip()
    if "\n" in plain or len(plain) > LONGEST:
        raise ValueError(f"write one line of at most {LONGEST} letters")
    hidden = next(
        (sign for sign in plain if unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}), ""
    )
    if hidden:
        raise ValueError(f"it holds a sign that nobody can see (U+{ord(hidden):04X}); type the words again")
    return plain


def texts(value: Any) -> tuple[str, ...]:
    """Read a list of words."""
    if not isinstance(value, list) or not value:
        raise ValueError('write a list of words, such as ["first", "second"]')
    if len(value) > LONGEST_LIST:
        raise ValueError(f"write at most {LONGEST_LIST} of them")
    return tuple(text(item) for item in value)


def cites(value: Any) -> tuple[str, ...]:
    """Read a list of units of the register."""
    units = texts(value)
    for unit in units:
        if len(unit) > LONGEST_UNIT:
            raise ValueError("no unit has so long a name; take it from calculators/sources/register.toml")
        try:
            sources.unit(unit)
        except sources.UnknownUnitError as fault:
            raise ValueError(str(fault)) from None
    return units


def whole(least: int, most: int, why: str = "") -> Callable[[Any], int]:
    """Give the reader of a whole number from `least` to `most`."""

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"write a whole number from {least} to {most}, without quotation marks{why}")
        return value

    return read


def one_of(*choices: str) -> Callable[[Any], str]:
    """Give the reader of one of a few words."""

    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"write one of: {', '.join(choices)}")
        return str(value)

    return read


def day(value: Any) -> str:
    """Read a date; give it as 2027-04-01."""
    try:
        read = date.fromisoformat(value) if isinstance(value, str) else date(value.year, value.month, value.day)
    except (AttributeError, TypeError, ValueError):
        raise ValueError("write a date as year, month, day, such as 2027-04-01") from None
    if read.year not in YEARS:
        raise ValueError(f"write a year from {YEARS[0]} to {YEARS[-1]}, such as 2027-04-01")
    return read.isoformat()


def number(value: Any) -> str:
    """Read a telephone number."""
    if not isinstance(value, str):
        raise ValueError(f"put the number in quotation marks; {telephone.REMEDY}")  # noqa: TRY004 - the file is at fault
    return telephone.read(text(value) if value.strip() else value)


def number_and_name(value: Any) -> str:
    """Read a telephone number, with a comma and what answers it where that is said."""
    first, comma, rest = text(value).partition(",")
    try:
        shown = number(first)
    except ValueError as remedy:
        raise ValueError(f"{remedy}; after the number may come a comma and the name of who answers") from None
    return f"{shown}, {rest.strip()}" if comma and rest.strip() else shown


def texts_number(value: Any) -> str:
    """Read a number for text messages."""
    return telephone.read_texts(text(value))


def address(value: Any) -> str:
    """Read the address of a page or a form."""
    written = _plain(value, LONGEST_ADDRESS)
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        raise ValueError("the address cannot be read; copy it again from the browser’s address line") from None
    if parts.scheme != "https":
        raise ValueError("write an address that begins with https://")
    if parts.username is not None or port == 0:
        raise ValueError("leave out what stands before the @ sign, and a port of 0")
    if re.search(r"[\"<>\\^`{|}]", written):
        raise ValueError("it holds a sign that no address has; copy it again from the browser’s address line")
    _host(parts.hostname or "")
    return written


def email(value: Any) -> str:
    """Read an e-mail address."""
    written = _plain(value, LONGEST)
    found = EMAIL.fullmatch(written)
    if not found:
        raise ValueError("write an address such as name@example.gov.uk")
    _host(found["host"].lower())
    return written


def within(value: Any) -> str:
    """Read a timescale, such as "24 hours" or "10 working days"."""
    written = text(value)
    found = WITHIN.fullmatch(written)
    if not found or int(found["number"]) == 0:
        raise ValueError("write a number and minutes, hours, days, working days, weeks or months, such as 24 hours")
    return written


def most_hours(timescale: str) -> float:
    """Give the longest time, in hours, that a timescale which `within` has read can take: free days count too."""
    found = WITHIN.fullmatch(timescale)
    if not found:
        return 0.0
    number, unit = int(found["number"]), found["unit"]
    return (number + FREE_DAYS) * HOURS["day"] if unit == "working day" else number * HOURS[unit]


def _plain(value: Any, longest: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("write the address in quotation marks")
    written = value.strip()
    if len(written) > longest:
        raise ValueError(f"write an address of at most {longest} signs")
    if not written.isascii() or re.search(r"[\x00-\x20\x7f]", written):
        raise ValueError(
            "an address has no blanks and only plain letters; copy it again from the browser’s address line"
        )
    return written


def _host(host: str) -> None:
    last = host.rpartition(".")[2]
    if not HOST.fullmatch(host) or not last.isalpha() or any(part.startswith("xn--") for part in host.split(".")):
        raise ValueError(f"“{host}” is not the name of a website, such as www.example.gov.uk")
