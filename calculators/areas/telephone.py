"""Telephone numbers: one way to show each, what a link dials, and a sentence for what cannot be a number.

The shape is checked here, in plain Python, so that the browser can do it too. Where the library `phonenumbers` is
installed, as it is wherever the site is built, the number must also be one that the national plan gives out.
"""

from __future__ import annotations

import re

# National services whose numbers are shorter than others.
SHORT = {"101", "105", "111", "112", "119", "999", "116000", "116006", "116111", "116117", "116123", "08001111"}
RELAY = "18001"  # dialled before a number, for a call by text relay
MADE_UP = re.compile(r"01632960\d{3}|07700900\d{3}|08081570\d{3}")  # set aside for examples, given to nobody
PLAN = re.compile(r"0(?!0)[1235789]\d{8,9}")  # area code and number
WRITTEN = re.compile(
    r"(?P<relay>18001[ -])?(?:(?:\+44|0044)[ -]*(?:\(0\))?[ -]*(?P<abroad>[1-9(][\d ()-]*)|(?P<home>[01(9][\d ()-]*?))"
    r"(?:,? ?(?:ext(?:ension)?\.?|x) ?(?P<extension>\d{1,6}))?",
    re.IGNORECASE,
)
PLAINER = {0xA0: " ", 0x2009: " ", 0x202F: " ", 0x2010: "-", 0x2011: "-", 0x2013: "-"}  # what word processors put in
TEXTS = re.compile(r"07\d{9}|[5-8]\d{4}")  # a mobile number, or a short code
REMEDY = "write the whole number with its area code, such as 01632 960001, or a national one, such as 101 or 0800 1111"


def read(text: str) -> str:
    """Give a number as it is shown: "01632 960001", "01632 960001 ext 2", "18001 01632 960001".

    Raises:
        ValueError: it cannot be a number; the words say what to write.

    """
    text = text.translate(PLAINER).strip()
    if not text.isascii():
        raise ValueError("it holds signs that are no plain digits; type the number again, in the digits 0 to 9")
    found = WRITTEN.fullmatch(text)
    if not found:
        raise ValueError(REMEDY)
    given = found["home"] or f"0{found['abroad']}"
    digits = re.sub(r"\D", "", given)
    if not _can_be(digits):
        raise ValueError(REMEDY)
    if not _is_given_out(digits):
        raise ValueError("no such number is given out in the United Kingdom; check each digit against your own list")
    shown = re.sub(r" +", " ", re.sub(r"[()-]", " ", given)).strip()
    shown = re.sub(r"^0 (?=\d)", "0", shown)
    relay = f"{RELAY} " if found["relay"] else ""
    extension = f" ext {found['extension']}" if found["extension"] else ""
    return f"{relay}{shown}{extension}"


def read_texts(text: str) -> str:
    """Give a number for text messages as it is shown; ValueError where it cannot be one."""
    digits = re.sub(r"[ -]", "", text)
    if (
        not text.isascii()
        or not TEXTS.fullmatch(digits)
        or not (len(digits) < len("07700900001") or _is_given_out(digits))
    ):
        raise ValueError("write a mobile number, such as 07700 900001, or a short code of five digits")
    return text.strip()


def link(shown: str) -> str:
    """Give the address that dials a number that `read` has given."""
    number, _, extension = shown.partition(" ext ")
    return f"tel:{number.replace(' ', '')}{f';ext={extension}' if extension else ''}"


def _can_be(digits: str) -> bool:
    return digits in SHORT or bool(PLAN.fullmatch(digits) and len(set(digits[1:])) > 1)


def _is_given_out(digits: str) -> bool:
    """Say whether the national plan gives out this number, as far as it can be known here."""
    if digits in SHORT or MADE_UP.fullmatch(digits):
        return True
    try:
        import phonenumbers  # noqa: PLC0415 - where the site is built; it does not go to the browser
    except ImportError:
        return True
    return bool(phonenumbers.is_valid_number(phonenumbers.parse(digits, "GB")))
