"""The name of an area's file and the tables in it, whichever editor saved it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from typing import Any

LARGEST = 200_000  # bytes of a file
MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
TAKEN = {"area", "content", "sources", "assets", "search", "con", "prn", "aux", "nul"}  # names with a meaning already
COMPARE = "compare it with calculators/areas/england.toml"


def file_key(name: str) -> str:
    """Give the key, and so the name of the file, that stands for an area’s name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return f"{key or 'our'}-area" if key in TAKEN or not key else key


def tables_of(content: str | bytes) -> dict[str, Any]:
    """Give the tables of a file.

    Raises:
        ValueError: it cannot be read; the words say why and what to do.

    """
    if len(content) > LARGEST:
        raise ValueError(f"the file has more than {LARGEST // 1000} kB; leave out what is no key of an area’s file")
    text = content if isinstance(content, str) else _decoded(content)
    try:
        return tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as fault:
        raise ValueError(f"this is not TOML: {fault}; {COMPARE}") from None
    except (ValueError, RecursionError):
        raise ValueError(f"a number or a list in it is too long to read; {COMPARE}") from None


def _decoded(content: bytes) -> str:
    if content[:2] in MARKS:
        raise ValueError(f"the file was saved as {MARKS[content[:2]]}; save it again as UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        raise ValueError(f"line {line} holds a letter that is not UTF-8; save the file again as UTF-8") from None
