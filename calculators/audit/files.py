"""The audit as a file on the reader's own machine: what stands in it, and how a file is read.

The JSON: `format` ("hsb-framework-audit"), `version` (1), `partnership` (its name or ""), `sheets` (each with `agency`,
`round` 1 to 3, `date` as 2026-11-22 or "", and `lines`: by id, `score` 0 to 4 or null, `evidence`, `assurance`,
`comments`), `actions` (each with `line`, `action`, `owner`, `by`) and `others` (other partnerships' means). What an older
file does not have is empty. A table (CSV) is read in tables.py. Any file gives its data, or one sentence that says why not,
and then nothing changes; what was taken otherwise than it stands there is said.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from calculators.audit import means, tables
from calculators.audit.errors import AuditFileError
from calculators.audit.fields import LONGEST, Said, clean, day, named, text_of
from calculators.audit.sums import HIGHEST, ROUNDS, Action, Audit, Entry, Sheet, lines
from calculators.audit.writing import listed

__all__ = ["FORMAT", "LONGEST", "VERSION", "AuditFileError", "Opened", "from_data", "join", "read", "to_csv", "to_data"]

FORMAT = "hsb-framework-audit"
VERSION = 1
LARGEST = 5_000_000  # bytes of a file that does not begin as an audit saved here does
DEEPEST = 40  # brackets within brackets; an audit has six
NOTES = ("evidence", "assurance", "comments")
BEGINNINGS = {  # of files that people take for an audit: what they are
    "PK\x03\x04": "a packed file, such as a zip, a Numbers or Word document, or a damaged workbook. Unpack a zip first. In your spreadsheet, save the table as CSV, then open that",
    "ÐÏ\x11à": "an old Excel or Word document, or one with a password. In Excel, save the table as CSV UTF-8, then open that",
    "%PDF": "a PDF. Open the table or the audit that it was printed from",
    "{\\rtf": "a word processor’s document. Open the table or the audit itself",
    "<": "a web page or a drawing. Open the table or the audit itself",
}
TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
to_csv = tables.to_csv


@dataclass(frozen=True)
class Opened:
    """What a file gives: an audit, and what the reader has to be told of how it was taken, a sentence each."""

    audit: Audit
    said: tuple[str, ...] = field(default=())


def to_data(audit: Audit) -> dict[str, Any]:
    """Give an audit as the data of its file."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "partnership": audit.partnership,
        "sheets": [
            {
                "agency": sheet.agency,
                "round": sheet.round,
                "date": sheet.day.isoformat() if sheet.day else "",
                "lines": {
                    line: {"score": entry.score} | {note: getattr(entry, note) for note in NOTES}
                    for line, entry in sheet.entries.items()
                },
            }
            for sheet in audit.sheets
        ],
        "actions": [
            {"line": action.line, "action": action.action, "owner": action.owner, "by": action.by}
            for action in audit.actions
        ],
        "others": [means.to_data(other) for other in audit.others],
    }


def read(name: str, size: int, text: str) -> Opened:
    """Read a file: an audit, a table, or another partnership's means.

    Args:
        name: the file's name, for the sentence.
        size: its size in bytes.
        text: its text; may be empty where it is too large to be worth reading.

    Raises:
        AuditFileError: it is empty, too large, not text, foreign, damaged, older or newer, or something in it is wrong.

    """
    stripped = text.removeprefix("\ufeff").strip()
    if size > LARGEST and not stripped.startswith("{"):
        raise AuditFileError(
            f"{name} is too large: it has {size / 1e6:.1f} MB, and a table may have {LARGEST / 1e6:.0f} MB at most."
        )
    if not stripped:
        raise AuditFileError(f"{name} is empty. Choose a file that was saved here, or a table.")
    for beginning, what in BEGINNINGS.items():
        if stripped.startswith(beginning):
            raise AuditFileError(f"{name} cannot be read because it is {what}.")
    if stripped.startswith("{"):
        return _from_json(name, stripped)
    if NOT_TEXT.search(text):
        raise AuditFileError(
            f"{name} is not a text file. It may be an image or a document. Choose a file that was saved here, or a table."
        )
    said = Said(name)
    return _opened(name, tables.read(name, stripped, said), said)


def _from_json(name: str, text: str) -> Opened:
    if _depth(text) > DEEPEST:
        raise AuditFileError(f"{name} is not an audit: it has lists within lists, far too deep.")
    said = Said(name)
    try:
        data = json.loads(text, object_pairs_hook=_pairs(said))
    except json.JSONDecodeError as fault:
        raise AuditFileError(f"{name} is damaged: it breaks off or cannot be read at line {fault.lineno}.") from None
    except ValueError:
        raise AuditFileError(f"{name} is damaged: a number in it is too long to be read.") from None
    if data.get("format") == means.FORMAT:
        return Opened(Audit(others=(means.from_data(name, data),)))
    if data.get("format") != FORMAT:
        raise AuditFileError(f"{name} is not an audit: it was made by something else.")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < VERSION:
        shown = version if isinstance(version, int) else "not given"
        raise AuditFileError(f"{name} was made by an older edition (version {shown}), which cannot be read any more.")
    if version > VERSION:
        raise AuditFileError(f"{name} was made by a newer edition (version {version}). Use the newer site to open it.")
    return _opened(name, data, said)


def _depth(text: str) -> int:
    deepest = depth = 0
    for token in TOKENS.finditer(text):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest


def _pairs(said: Said) -> Any:
    """Give what puts an object of the JSON together: a line that stands twice counts with its lower score."""

    def together(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            before = found.get(key)
            if isinstance(before, dict) and isinstance(value, dict) and key in lines():
                said.twice(key, before.get("score"), value.get("score"))
                found[key] = tables.lower(before, value)
            else:
                found[key] = value
        return found

    return together


def from_data(name: str, data: dict[str, Any]) -> Audit:
    """Give the audit that the data of a file hold; AuditFileError where something in them is wrong."""
    return _opened(name, data, Said(name)).audit


def _opened(name: str, data: dict[str, Any], said: Said) -> Opened:
    sheets: dict[tuple[str, int], Sheet] = {}
    spelled: dict[str, str] = {}
    for sheet in [_sheet(name, entry) for entry in _list(name, data, "sheets")]:
        agency = _one_name(sheet.agency, spelled, said)
        key = (agency, sheet.round)
        sheets[key] = _both(sheets[key], sheet, said) if key in sheets else _renamed(sheet, agency)
    actions = []
    for entry in _list(name, data, "actions"):
        if not isinstance(entry, dict):
            raise AuditFileError(f"{name} is damaged: a row of the action plan cannot be read.")
        fields = {key: text_of(name, entry, key) for key in ("line", "action", "owner", "by")}
        if fields["line"] and fields["line"] not in lines():
            raise AuditFileError(f"{name}: the action plan names line {fields['line']}, which the audit does not have.")
        actions.append(Action(**fields))
    others = tuple(means.from_data(name, entry) for entry in _list(name, data, "others"))
    partnership = text_of(name, data, "partnership").strip()
    return Opened(Audit(tuple(sheets.values()), tuple(actions), partnership, others), tuple(said.sentences))


def _list(name: str, data: dict[str, Any], key: str) -> list[Any]:
    found = data.get(key, [])
    if not isinstance(found, list):
        raise AuditFileError(f"{name} is damaged: its {key} are not a list.")
    return found


def _sheet(name: str, entry: object) -> Sheet:
    if not isinstance(entry, dict):
        raise AuditFileError(f"{name} is damaged: a sheet cannot be read.")
    agency = named(text_of(name, entry, "agency"))
    if not agency:
        raise AuditFileError(f"{name}: a sheet has no agency. Give it a name.")
    number = entry.get("round")
    if not isinstance(number, int) or isinstance(number, bool) or number not in ROUNDS:
        which = f"the round “{clean(str(number))[:20]}”" if number is not None else "no round"
        raise AuditFileError(f"{name}: {agency} has {which}. There are rounds 1, 2 and 3.")
    found = entry.get("lines", {})
    if not isinstance(found, dict):
        raise AuditFileError(f"{name} is damaged: the lines of {agency} cannot be read.")
    given = entry.get("date")
    try:
        when = day(given) if given not in ("", None) else None
    except ValueError as fault:
        raise AuditFileError(f"{name}: the date of {agency} is “{clean(str(given))[:20]}”. {fault}") from None
    return Sheet(agency, number, when, {line: _entry(name, agency, line, of) for line, of in found.items()})


def _entry(name: str, agency: str, line: str, entry: object) -> Entry:
    if line not in lines():
        raise AuditFileError(f"{name}: {agency} scores line {line[:20]}, which the audit does not have.")
    if not isinstance(entry, dict):
        raise AuditFileError(f"{name} is damaged: line {line} of {agency} cannot be read.")
    score = entry.get("score")
    if score is not None and (not isinstance(score, int) or isinstance(score, bool) or not 0 <= score <= HIGHEST):
        raise AuditFileError(
            f"{name}: line {line} of {agency} has the score “{clean(str(score))[:20]}”. Scores are whole, from 0 to {HIGHEST}."
        )
    where = f"line {line} of {agency}"
    return Entry(score, *(text_of(name, entry, note, where) for note in NOTES))


def _one_name(agency: str, spelled: dict[str, str], said: Said) -> str:
    """Give the spelling under which an agency was met first; "Health" and "health" are one."""
    known = spelled.setdefault(agency.lower(), agency)
    if known != agency:
        said.add(f"“{agency}” was taken to be “{known}”.")
    return known


def _renamed(sheet: Sheet, agency: str) -> Sheet:
    return Sheet(agency, sheet.round, sheet.day, sheet.entries)


def _alike(first: Sheet, second: Sheet) -> bool:
    """Tell whether two sheets say the same; a line without a score and notes is none."""
    said = [{line: of for line, of in sheet.entries.items() if of != Entry(None)} for sheet in (first, second)]
    return first.day == second.day and said[0] == said[1]


def _both(first: Sheet, second: Sheet, said: Said) -> Sheet:
    """Put two sheets of one agency and round together: of a line in both, the lower score counts and the notes stay."""
    said.add(f"{first.agency} stands more than once in round {first.round}: the sheets were put together.")
    entries = dict(first.entries)
    for line, entry in second.entries.items():
        before = entries.get(line)
        if before is None:
            entries[line] = entry
            continue
        said.twice(line, before.score, entry.score)
        scores = [score for score in (before.score, entry.score) if score is not None]
        notes = {note: tables.together(getattr(before, note), getattr(entry, note)) for note in NOTES}
        where = f"line {line} of {first.agency}, both sheets together"
        entries[line] = Entry(min(scores, default=None), *(text_of(said.name, notes, note, where) for note in NOTES))
    return Sheet(first.agency, first.round, first.day or second.day, entries)


def join(held: Audit, opened: Opened, name: str) -> Opened:
    """Put an opened audit beside the one in hand; what is told of the opened one is told with it.

    Raises:
        AuditFileError: an agency and round is in both, and not alike; nothing is lost or overwritten.

    """
    said = Said(name)
    spelled = {sheet.agency.lower(): sheet.agency for sheet in held.sheets}
    have = {(sheet.agency, sheet.round): sheet for sheet in held.sheets}
    sheets, alike = [], []
    for sheet in opened.audit.sheets:
        agency = _one_name(sheet.agency, spelled, said)
        renamed = _renamed(sheet, agency)
        before = have.get((agency, sheet.round))
        if before and _alike(before, renamed):
            alike.append(f"{agency} (round {sheet.round})")
        elif before:
            raise AuditFileError(
                f"{name}: {agency}, round {sheet.round}, is already here or in another of the files, and the two are not alike. "
                "Remove that sheet here, or leave out one of the files, then open again."
            )
        else:
            sheets.append(renamed)
    if alike:
        said.add(f"the scores and notes of {listed(alike)} are already here, and were not added again.")
    others = tuple(other for other in opened.audit.others if other not in held.others)
    if len(others) < len(opened.audit.others):
        said.add("its means are already here, and were not added again.")
    audit = Audit(
        held.sheets + tuple(sheets),
        held.actions + tuple(action for action in opened.audit.actions if action not in held.actions),
        held.partnership or opened.audit.partnership,
        held.others + others,
    )
    return Opened(audit, (*opened.said, *said.sentences))
