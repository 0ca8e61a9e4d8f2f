"""The name of an area's file, its text and the tables in it, whichever editor saved it, and the line on which a key stands."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from typing import Any

LARGEST = 200_000  # bytes of a file
MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
TAKEN = {"area", "content", "sources", "assets", "search", "con", "prn", "aux", "nul"}  # names with a meaning already
COMPARE = "compare it with calculators/areas/england.toml"
LIKE = 'write it like name = "Anyshire"'
SECOND = "the same key or table stands above already; leave one out, or write a table twice with two brackets each, as [[panel]]"
FAULTS = {  # how the words of tomllib begin, and what to say instead
    "Invalid value": "the value cannot be read; put words, telephone numbers and addresses in straight quotation marks, "
    'such as name = "Anyshire"',
    "Expected '=' after a key": f"no equals sign follows the key; {LIKE}",
    "Expected newline or end of document": "something follows the value; end the line after it, write a date as "
    "2027-04-01, and quote inside words with “ and ”",
    "Cannot overwrite": SECOND,
    "Cannot declare": SECOND,
    "Cannot redefine": SECOND,
    "Cannot mutate": SECOND,
    "Cannot mark": SECOND,
    "Illegal character '\\n'": "the closing quotation mark is missing; put one at the end of the words",
    "Illegal character": "it holds a sign that nobody can see; type the line again",
    "Found invalid character": "it holds a sign that nobody can see; type the line again",
    "Unterminated string": "the closing quotation mark is missing; put one at the end of the words",
    "Expected ']": "a closing bracket is missing; write a table as [contact.front-door], or as [[panel]]",
    "Unclosed array": "the list has no end; close it with ]",
    "Unescaped '\\'": "a backslash stands in the words; write it twice, or leave it out",
    "Invalid date": "no calendar has this date; write year, month, day, such as 2027-04-01",
}
TABLE = re.compile(r"\s*\[\[?\s*(?P<name>[\w.-]+)\s*\]\]?\s*(?:#.*)?")
KEY = re.compile(r"\s*(?P<name>[\w.\"'-]+)\s*=")


def file_key(name: str) -> str:
    """Give the key, and so the name of the file, that stands for an area’s name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return f"{key or 'our'}-area" if key in TAKEN or not key else key


def text_in(content: str | bytes) -> str:
    """Give the text of a file with plain line ends; ValueError with words that say why it cannot be read and what to do."""
    if len(content) > LARGEST:
        raise ValueError(f"the file has more than {LARGEST // 1000} kB; leave out what is no key of an area’s file")
    text = content if isinstance(content, str) else _decoded(content)
    return text.lstrip("\ufeff").replace("\r\n", "\n")


def tables_of(content: str | bytes) -> dict[str, Any]:
    """Give the tables of a file.

    Raises:
        ValueError: it cannot be read; the words name the line, and say why and what to do.

    """
    text = text_in(content)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ValueError(_said(str(fault), text)) from None
    except (ValueError, RecursionError):
        raise ValueError(f"a number or a list in it is too long to read; {COMPARE}") from None


def line_of(text: str, place: str, key: str) -> int:
    """Give the number of the line on which a key stands, or its table where the key is missing; 0 where neither is found.

    Args:
        text: the file.
        place: the table, with its number where there are several, such as "contact.front-door 2"; empty at the top.
        key: the key; empty: the table itself.

    """
    name, _, number = place.partition(" ")
    wanted = int(number or 1)
    table, found, heading = "", 0, 0
    for line, words in enumerate(text.split("\n"), start=1):
        if head := TABLE.fullmatch(words):
            table = head["name"]
            found += table == name
            heading = line if table == name and found == wanted else heading
        elif stands := KEY.match(words):
            stood = stands["name"].strip("\"'")
            whole = f"{table}.{stood}".strip(".")
            in_table = table == name and (not name or found == wanted)
            if (key and in_table and stood == key) or (table != name and whole == f"{name}.{key}".strip(".")):
                return line
    return heading


def _said(words: str, text: str) -> str:
    """Say in plain words what tomllib found, and on which line."""
    found = re.search(r"at line (\d+)", words)
    line = int(found[1]) if found else text.rstrip().count("\n") + 1
    plain = next((said for begins, said in FAULTS.items() if words.startswith(begins)), f"it cannot be read; {LIKE}")
    return f"line {line} is not TOML: {plain}"


def _decoded(content: bytes) -> str:
    if content[:2] in MARKS:
        raise ValueError(f"the file was saved as {MARKS[content[:2]]}; save it again as UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        raise ValueError(f"line {line} holds a letter that is not UTF-8; save the file again as UTF-8") from None
