"""Digits as people type them: of any script, full-width, with the marks that keyboards slip in. One reader for ages and dates."""

from __future__ import annotations

import re

SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2044\u2215\uff0f", "/"),
        **dict.fromkeys("\uff0e\u3002", "."),
        **dict.fromkeys("\uff0c\u060c", ","),
        **dict.fromkeys("\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff", None),
    }
)
AGE = re.compile(
    r"(?:aged? )?(?P<years>\d{1,3})(?:[ -]?(?:years?|yrs?|y(?: ?/?o)?))?(?:[ -]?(?:old|of[ -]age))?\.?", re.IGNORECASE
)
LONGEST = 60  # signs; what is longer is neither an age nor a date


def plain(text: str) -> str:
    """Give a text with digits of every script as 0 to 9, one blank for each gap, and without marks of direction."""
    signs = text.translate(SIGNS) if len(text) <= LONGEST else ""
    return " ".join("".join(str(int(sign)) if sign.isdecimal() else sign for sign in signs).split())


def years(text: str) -> int:
    """Read an age in completed years: 12, "12 years", "aged 12", "12 years old".

    Raises:
        ValueError: it is no such age; parts of years and months are none.

    """
    found = AGE.fullmatch(plain(text))
    if found is None:
        raise ValueError("give the age as whole years, such as 12")
    return int(found["years"])
