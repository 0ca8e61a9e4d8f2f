"""The audit as a table: CSV for a spreadsheet, and tables as Excel, LibreOffice, Google Sheets and Numbers write them.

A table has a row for each line of each agency and round. Its columns may stand in any order, with other columns between
them, under the names of `HEADINGS`, separated by commas, semicolons or tabs. What is not about a line is left out, and
that is said; what cannot be read stops the file, with the row and what to write there.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from calculators.audit.compared import letters
from calculators.audit.errors import AuditFileError
from calculators.audit.fields import clean, day, named
from calculators.audit.sums import HIGHEST, Audit, Entry, lines
from calculators.audit.writing import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calculators.audit.fields import Said

COLUMNS = ("agency", "round", "date", "line", "statement", "score", "evidence", "assurance", "comments")
NEEDED = ("agency", "round", "line", "score")
NOTES = ("evidence", "assurance", "comments")
HEADINGS = {  # what may stand above a column, in small letters without anything but letters
    "agency": ("agency", "agencies", "organisation", "organization", "partner", "service", "team", "scoredby"),
    "round": ("round", "roundnumber", "roundno", "auditround"),
    "date": ("date", "dateofscoring", "datescored", "datecompleted", "scoredon", "auditdate"),
    "line": ("line", "lines", "linenumber", "lineno", "no", "number", "ref", "reference", "item", "statementnumber"),
    "statement": ("statement", "statements"),
    "score": ("score", "scores", "rating", "points"),
    "evidence": ("evidence", "evidencesupportingthisscore", "supportingevidence"),
    "assurance": (
        "assurance",
        "assurancesystems",
        "howitisassured",
        "assurancesystemsinplacelocallyforqaevidencingthisstatement",
    ),
    "comments": ("comments", "comment", "notes", "note", "remarks"),
}
SEPARATORS = ",;\t|"
LOOKED_AT = 12  # rows in which the headings are looked for
LONGEST_CELL = 2**31 - 1  # the csv module stops at 131,072 characters if it is not told otherwise
BLANK = {"", "-", "–", "—", "n/a", "na", "none", "not scored", "blank"}
SCORE = re.compile(rf"[0-{HIGHEST}](?:[.,]0+)?", re.ASCII)
ROUND = re.compile(r"(?:round |t)?([123])(?:[.,]0+)?(?:[.:]? .*)?", re.IGNORECASE | re.ASCII)
ROUND_WORDS = {"start": 1, "baseline": 1, "six months": 2, "6 months": 2, "twelve months": 3, "12 months": 3}
SUMMED = re.compile(r"\b(?:sub-?)?totals?\b|\bsum\b|\bmean\b|\baverage\b|\bdomain\b", re.IGNORECASE)
LINE = re.compile(r"(?:line )?([1-5])[.,]([1-8]) ?([abc])?\.?", re.IGNORECASE | re.ASCII)
FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - a spreadsheet would run a cell that begins so

csv.field_size_limit(LONGEST_CELL)


def to_csv(audit: Audit) -> str:
    """Give every sheet as a table for a spreadsheet, a row a line; the action plan is only in the JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for sheet in audit.sheets:
        for line in lines().values():
            entry = sheet.entries.get(line.id, Entry(None))
            cells = (
                sheet.agency,
                str(sheet.round),
                sheet.day.isoformat() if sheet.day else "",
                line.id,
                line.statement,
                "" if entry.score is None else str(entry.score),
                entry.evidence,
                entry.assurance,
                entry.comments,
            )
            writer.writerow([_harmless(cell) for cell in cells])
    return "\ufeff" + text.getvalue()


def _harmless(cell: str) -> str:
    """Give a cell that no spreadsheet runs: an apostrophe before it, and before what looks as if it had one already."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def read(name: str, text: str, said: Said) -> dict[str, Any]:
    """Read a table.

    Args:
        name: the file's name, for the sentences.
        text: the table.
        said: gets what the reader has to be told.

    Returns:
        The data as they stand in the JSON of an audit.

    Raises:
        AuditFileError: it has no headings that are known, or a row cannot be read.

    """
    rows, place, columns = _with_headings(name, text)
    _tell_of_doubles(name, rows[place], columns, said)
    sheets: dict[tuple[str, int], dict[str, Any]] = {}
    spelled: dict[str, str] = {}
    for number, row in enumerate(rows[place + 1 :], start=place + 2):
        cells = {key: row[at] if at < len(row) else "" for key, at in columns.items()}
        cells = {key: _as_meant(clean(cell)) for key, cell in cells.items()}
        cells |= {key: " ".join(cell.split()) for key, cell in cells.items() if key not in NOTES}
        if not any(cell.strip() for key, cell in cells.items() if key != "statement"):
            continue
        _row(f"{name}, row {number}", cells, sheets, spelled, said)
    if not sheets:
        raise AuditFileError(f"{name} has headings and no row below them that is about a line.")
    return {"sheets": list(sheets.values())}


def _with_headings(name: str, text: str) -> tuple[list[list[str]], int, dict[str, int]]:
    """Give the rows of a table, the place of its headings, and of each known column its place."""
    if text.lower().startswith("sep="):  # how Excel is told of the separator
        text = text.partition("\n")[2]
    best: dict[str, int] = {}
    for separator in SEPARATORS:
        rows = _rows(name, text, separator)
        for place, row in enumerate(rows[:LOOKED_AT]):
            columns = _columns(row)
            if all(key in columns for key in NEEDED):
                return rows, place, columns
            if len(columns) > len(best):
                best = columns
    missing = [key for key in NEEDED if key not in best]
    if "score" in best or "line" in best:
        raise AuditFileError(
            f"{name} is a table without a column for {listed(missing)}. Add what is missing, with that word as its heading."
        )
    raise AuditFileError(f"{name} is neither an audit saved here nor a table with the columns {listed(NEEDED)}.")


def _rows(name: str, text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise AuditFileError(f"{name} is a table that cannot be read. Save it anew as CSV UTF-8.") from None


def _columns(row: Iterable[str]) -> dict[str, int]:
    """Give of each known column its place; of several, that with the plainest heading."""
    headings = [_heading(cell) for cell in row]
    found: dict[str, int] = {}
    for key, names in HEADINGS.items():
        places = [headings.index(name) for name in names if name in headings]
        if places:
            found[key] = places[0]
    return found


def _tell_of_doubles(name: str, headings: Sequence[str], columns: dict[str, int], said: Said) -> None:
    """Tell which of two columns for the same thing was taken; refuse two that are headed alike and needed."""
    for key, at in columns.items():
        for other, cell in enumerate(headings):
            if other == at or _heading(cell) not in HEADINGS[key]:
                continue
            taken, left = (f"{letters(one)} (“{headings[one].strip()[:40]}”)" for one in (at, other))
            if key in NEEDED and _heading(cell) == _heading(headings[at]):
                raise AuditFileError(
                    f"{name} has two columns for {key}: {taken} and {left}. Leave one of them, then open the file again."
                )
            said.add(f"the {key} was taken from column {taken}, and column {left} was left out.")


def _heading(cell: str) -> str:
    return "".join(letter for letter in cell.lower() if letter.isalpha())


def _row(
    where: str,
    cells: dict[str, str],
    sheets: dict[tuple[str, int], dict[str, Any]],
    spelled: dict[str, str],
    said: Said,
) -> None:
    line = LINE.fullmatch(cells["line"])
    if not line:
        if any(letter.isdigit() for letter in cells["line"]) and not SUMMED.search(cells["line"]):
            raise AuditFileError(
                f"{where}: the line is “{cells['line'][:40]}”. Lines are written like 1.1 or 1.6a; a spreadsheet may have made a date of it."
            )
        said.left_out(int(where.rsplit(" ", 1)[-1]))
        return
    agency = named(cells["agency"])
    if not agency:
        raise AuditFileError(f"{where} has no agency. Write one in each row.")
    known = spelled.setdefault(agency.lower(), agency)
    if known != agency:
        said.add(f"“{agency}” was taken to be “{known}”.")
    number = _round(where, cells["round"])
    sheet = sheets.setdefault((known, number), {"agency": known, "round": number, "date": "", "lines": {}})
    _take_date(where, cells.get("date", ""), sheet, said)
    key = f"{line[1]}.{line[2]}{(line[3] or '').lower()}"
    entry: dict[str, Any] = {"score": _score(where, cells["score"])} | {
        note: cells.get(note, "").rstrip() for note in NOTES
    }
    before = sheet["lines"].get(key)
    if before is not None:
        said.twice(key, before["score"], entry["score"])
        entry = lower(before, entry)
    if before is not None or any(value not in ("", None) for value in entry.values()):
        sheet["lines"][key] = entry


def _round(where: str, cell: str) -> int:
    match = ROUND.fullmatch(cell)
    if match:
        return int(match[1])
    if cell.lower() in ROUND_WORDS:
        return ROUND_WORDS[cell.lower()]
    if not cell:
        raise AuditFileError(f"{where} has no round. Write 1, 2 or 3 in each row.")
    raise AuditFileError(f"{where}: the round is “{cell[:40]}”. Write 1, 2 or 3.")


def _score(where: str, cell: str) -> int | None:
    cell = cell.removeprefix("'")  # how a spreadsheet is told that a number is text
    if cell.lower() in BLANK:
        return None
    if not SCORE.fullmatch(cell):
        raise AuditFileError(f"{where}: the score is “{cell[:40]}”. Write 0, 1, 2, 3 or 4, or leave it empty.")
    return int(cell[0])


def _take_date(where: str, cell: str, sheet: dict[str, Any], said: Said) -> None:
    if not cell:
        return
    try:
        read_day = day(cell).isoformat()
    except ValueError as fault:
        raise AuditFileError(f"{where}: the date is “{cell[:40]}”. {fault}") from None
    if sheet["date"] and sheet["date"] != read_day:
        said.add(f"{sheet['agency']}, round {sheet['round']}, has several dates; the earliest was taken.")
        read_day = min(read_day, sheet["date"])
    sheet["date"] = read_day


def lower(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Give one entry for two of the same line: the lower score, and the notes of both."""
    scores = [score for score in (first.get("score"), second.get("score")) if score is not None]
    whole = all(isinstance(score, int) for score in scores)
    score = min(scores, default=None) if whole else next(score for score in scores if not isinstance(score, int))
    return {"score": score} | {note: together(first.get(note, ""), second.get(note, "")) for note in NOTES}


def together(first: Any, second: Any) -> Any:
    """Give two notes as one: once if they are alike, else one below the other; what is not text stays, to be refused."""
    if not isinstance(first, str) or not isinstance(second, str):
        return second if isinstance(first, str) else first
    return first if first == second or not second else f"{first}\n{second}".strip("\n") if first else second
