"""The audit as a file on the reader's own machine: JSON to save and open, CSV for a spreadsheet.

The JSON: `format` ("hsb-framework-audit"), `version` (1), `sheets` (each with `agency`, `round` 1 to 3, `date` as
2026-11-22 or "", and `lines`: by id, `score` 0 to 4 or null, `evidence`, `assurance`), and `actions` (each with `line`,
`action`, `owner`, `by`). A file that cannot be used gives one sentence and changes nothing.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

from calculators.audit.sums import HIGHEST, ROUNDS, Action, Audit, Entry, Sheet, lines

FORMAT = "hsb-framework-audit"
VERSION = 1
LARGEST = 2_000_000  # bytes
LONGEST = 4_000  # characters of one note
COLUMNS = ("agency", "round", "date", "line", "statement", "score", "evidence", "assurance")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so


class AuditFileError(ValueError):
    """A file cannot be used; the words are one sentence for the reader."""


def to_data(audit: Audit) -> dict[str, Any]:
    """Give an audit as the data of its file."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "sheets": [
            {
                "agency": sheet.agency,
                "round": sheet.round,
                "date": sheet.day.isoformat() if sheet.day else "",
                "lines": {
                    line: {"score": entry.score, "evidence": entry.evidence, "assurance": entry.assurance}
                    for line, entry in sheet.entries.items()
                },
            }
            for sheet in audit.sheets
        ],
        "actions": [
            {"line": action.line, "action": action.action, "owner": action.owner, "by": action.by}
            for action in audit.actions
        ],
    }


def read(name: str, size: int, text: str) -> Audit:
    """Read a file, JSON or CSV.

    Args:
        name: the file's name, for the sentence.
        size: its size in bytes.
        text: its text; may be empty where it is too large to be worth reading.

    Raises:
        AuditFileError: it is empty, too large, not text, foreign, damaged, older or newer, or something in it is wrong.

    """
    if size > LARGEST:
        raise AuditFileError(
            f"{name} is too large: {size / 1e6:.1f} MB, where an audit has {LARGEST / 1e6:.0f} MB at most."
        )
    stripped = text.removeprefix("\ufeff").strip()
    if not stripped:
        raise AuditFileError(f"{name} is empty. Choose a file that was saved here.")
    if "\ufffd" in text or "\0" in text:
        raise AuditFileError(
            f"{name} is not a text file, such as an image or a document. Choose a file that was saved here."
        )
    if stripped.startswith("{"):
        return _from_json(name, stripped)
    if stripped.splitlines()[0].replace('"', "").replace(";", ",").split(",")[: len(COLUMNS)] == list(COLUMNS):
        return _from_csv(name, stripped)
    raise AuditFileError(f"{name} is neither an audit saved here nor a table with the columns {', '.join(COLUMNS)}.")


def _from_json(name: str, text: str) -> Audit:
    try:
        data = json.loads(text)
    except ValueError as fault:
        raise AuditFileError(f"{name} is damaged: it breaks off or cannot be read ({fault}).") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise AuditFileError(f"{name} is not an audit: it was made by something else.")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < VERSION:
        raise AuditFileError(f"{name} was made by an older edition, version {version}, which cannot be read any more.")
    if version > VERSION:
        raise AuditFileError(f"{name} was made by a newer edition, version {version}. Use the newer site to open it.")
    return from_data(name, data)


def from_data(name: str, data: dict[str, Any]) -> Audit:
    """Give the audit that the data of a file hold; AuditFileError where something in them is wrong."""
    sheets = [_sheet(name, entry) for entry in _list(name, data, "sheets")]
    _refuse_twice(name, sheets)
    actions = []
    for entry in _list(name, data, "actions"):
        if not isinstance(entry, dict):
            raise AuditFileError(f"{name} is damaged: a row of the action plan cannot be read.")
        fields = {key: _words(name, entry, key) for key in ("line", "action", "owner", "by")}
        if fields["line"] and fields["line"] not in lines():
            raise AuditFileError(f"{name}: the action plan names line {fields['line']}, which the audit does not have.")
        actions.append(Action(**fields))
    return Audit(tuple(sheets), tuple(actions))


def _list(name: str, data: dict[str, Any], key: str) -> list[Any]:
    found = data.get(key, [])
    if not isinstance(found, list):
        raise AuditFileError(f"{name} is damaged: its {key} are not a list.")
    return found


def _words(name: str, entry: dict[str, Any], key: str) -> str:
    found = entry.get(key, "")
    if not isinstance(found, str):
        raise AuditFileError(f"{name} is damaged: “{key}” has to be text.")
    if len(found) > LONGEST:
        raise AuditFileError(f"{name}: a note has {len(found)} characters; {LONGEST} is the most.")
    return found


def _sheet(name: str, entry: object) -> Sheet:
    if not isinstance(entry, dict):
        raise AuditFileError(f"{name} is damaged: a sheet cannot be read.")
    agency = _words(name, entry, "agency").strip()
    if not agency:
        raise AuditFileError(f"{name}: a sheet has no agency; give it a name.")
    number = entry.get("round")
    if number not in ROUNDS or isinstance(number, bool):
        raise AuditFileError(f"{name}: {agency} has the round {number!r}; there are rounds 1, 2 and 3.")
    found = entry.get("lines", {})
    if not isinstance(found, dict):
        raise AuditFileError(f"{name} is damaged: the lines of {agency} cannot be read.")
    return Sheet(
        agency,
        number,
        _day(name, agency, entry.get("date", "")),
        {line: _entry(name, agency, line, of) for line, of in found.items()},
    )


def _day(name: str, agency: str, text: object) -> date | None:
    if text in ("", None):
        return None
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise AuditFileError(f"{name}: the date of {agency} is “{text}”; write it as 2026-11-22.") from None


def _entry(name: str, agency: str, line: str, entry: object) -> Entry:
    if line not in lines():
        raise AuditFileError(f"{name}: {agency} scores line {line}, which the audit does not have.")
    if not isinstance(entry, dict):
        raise AuditFileError(f"{name} is damaged: line {line} of {agency} cannot be read.")
    score = entry.get("score")
    if score is not None and (not isinstance(score, int) or isinstance(score, bool) or not 0 <= score <= HIGHEST):
        raise AuditFileError(
            f"{name}: line {line} of {agency} has the score {score!r}; scores are whole, from 0 to {HIGHEST}."
        )
    return Entry(score, _words(name, entry, "evidence"), _words(name, entry, "assurance"))


def _refuse_twice(name: str, sheets: list[Sheet]) -> None:
    seen: set[tuple[str, int]] = set()
    for sheet in sheets:
        if (sheet.agency, sheet.round) in seen:
            raise AuditFileError(f"{name}: {sheet.agency} stands twice in round {sheet.round}; keep one of the two.")
        seen.add((sheet.agency, sheet.round))


def join(held: Audit, opened: Audit, name: str) -> Audit:
    """Put an opened audit beside the one in hand.

    Raises:
        AuditFileError: an agency and round is in both; nothing is lost or overwritten.

    """
    have = {(sheet.agency, sheet.round) for sheet in held.sheets}
    for sheet in opened.sheets:
        if (sheet.agency, sheet.round) in have:
            raise AuditFileError(
                f"{name}: {sheet.agency}, round {sheet.round}, is already in hand. Remove that sheet first, then open the file again."
            )
    return Audit(held.sheets + opened.sheets, held.actions + opened.actions)


def to_csv(audit: Audit) -> str:
    """Give every sheet as a table for a spreadsheet, a row a line; the action plan is only in the JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for sheet in audit.sheets:
        for line in lines().values():
            entry = sheet.entries.get(line.id, Entry(None))
            day = sheet.day.isoformat() if sheet.day else ""
            score = "" if entry.score is None else str(entry.score)
            cells = (
                sheet.agency,
                str(sheet.round),
                day,
                line.id,
                line.statement,
                score,
                entry.evidence,
                entry.assurance,
            )
            writer.writerow([_harmless(cell) for cell in cells])
    return "\ufeff" + text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _from_csv(name: str, text: str) -> Audit:
    separator = ";" if ";" in text.splitlines()[0] else ","
    data: dict[tuple[str, str], dict[str, Any]] = {}
    for number, row in enumerate(csv.DictReader(io.StringIO(text), delimiter=separator), start=2):
        cells = {key: (row.get(key) or "").strip() for key in COLUMNS}
        cells = {
            key: cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell for key, cell in cells.items()
        }
        if cells["score"] and not cells["score"].isdigit():
            raise AuditFileError(
                f"{name}, row {number}: the score is “{cells['score']}”; write 0 to {HIGHEST}, or nothing."
            )
        sheet = data.setdefault(
            (cells["agency"], cells["round"]),
            {
                "agency": cells["agency"],
                "round": int(cells["round"]) if cells["round"].isdigit() else cells["round"],
                "date": cells["date"],
                "lines": {},
            },
        )
        sheet["lines"][cells["line"]] = {
            "score": int(cells["score"]) if cells["score"] else None,
            "evidence": cells["evidence"],
            "assurance": cells["assurance"],
        }
    return from_data(name, {"sheets": list(data.values())})
