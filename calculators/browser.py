"""The one door to the browser: a string in, a string out, both JSON."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from calculators.areas.data import from_data
from calculators.audit import files as audit_files
from calculators.audit import page as audit_page
from calculators.engine.asking import AnswersError, ask
from calculators.guides.catalogue import GUIDES
from calculators.output import calendar_file, record
from calculators.output import html as page
from calculators.output import text as reports

if TYPE_CHECKING:
    from calculators.engine.guide import Result


def answer(request: str) -> str:
    """Answer one request of the page.

    Args:
        request: JSON with `calculator` (its name), `typed` (the text of each field), `today` (the
            reader's day, 2026-11-22), `made` (day and time in words), `address` (of the page) and `area` (the
            chosen area: its `key` and the tables of its file), or none.

    Returns:
        JSON with `html`, `status` (a sentence to announce) and the record (`record` as text, `page` as HTML) where the answers can be
        used; otherwise with `html` (the summary) and `errors` (field and message).

    """
    asked = json.loads(request)
    guide = GUIDES[asked["calculator"]]
    try:
        result = _result(asked)
    except AnswersError as fault:
        faults = [{"field": error.key, "message": page.error_text(guide, error)} for error in fault.errors]
        return _json({"html": page.errors(guide, fault.errors), "errors": faults})
    lines = len(result.findings)
    text = reports.record_text(result, asked["made"], asked["address"])
    return _json(
        {
            "html": page.result(result),
            "status": f"Result ready: {lines} lines.",
            "record": text,
            "page": record.html(text),
        }
    )


def _result(asked: dict[str, Any]) -> Result:
    """Answer what a page asks, with the area it chose; AnswersError where what was typed cannot be used."""
    chosen = asked.get("area")
    today = date.fromisoformat(asked["today"])
    area = from_data(chosen).on(today) if chosen else None
    return ask(GUIDES[asked["calculator"]], asked["typed"], today, area)


def calendar(request: str) -> str:
    """Give the dates of a result as a file.

    Args:
        request: JSON with `calculator`, `typed`, `today` and `area` as for `answer`, which has already answered
            them, and `stamp` (the moment, 2026-11-22T10:15:00.123Z).

    Returns:
        JSON with `name` and `text` of the file.

    """
    asked = json.loads(request)
    result = _result(asked)
    text = calendar_file.text(result, datetime.fromisoformat(asked["stamp"]))
    return _json({"name": f"{result.guide.key}.ics", "text": text})


def audit(request: str) -> str:
    """Answer one request of the audit workspace.

    Args:
        request: JSON with `do` (report, open, save or csv), `document` (the audit in hand, as in its file) and,
            to open, `files` (each with name, size in bytes and text).

    Returns:
        JSON with `html` (the report) and `document`; to save, `text` and `name` of a file; or `error`, one
        sentence, and then nothing in hand is changed.

    """
    asked = json.loads(request)
    try:
        held = audit_files.from_data("This audit", asked["document"])
        for file in asked.get("files", ()):
            opened = audit_files.read(file["name"], file["size"], file["text"])
            held = audit_files.join(held, opened, file["name"])
    except audit_files.AuditFileError as fault:
        return _json({"error": str(fault)})
    data = audit_files.to_data(held)
    if asked["do"] == "save":
        return _json({"name": "hsb-audit.json", "text": json.dumps(data, ensure_ascii=False, indent=1) + "\n"})
    if asked["do"] == "csv":
        return _json({"name": "hsb-audit.csv", "text": audit_files.to_csv(held)})
    return _json({"html": audit_page.report(held), "document": data})


def _json(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)
