"""The one door to the browser: a string in, a string out, both JSON."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from calculators import case as case_of
from calculators.areas import editor as area_editor
from calculators.areas.data import from_data
from calculators.audit import files as audit_files
from calculators.audit import means as audit_means
from calculators.audit import report as audit_report
from calculators.engine.asking import AnswersError, ask
from calculators.guides.area import of_child
from calculators.guides.catalogue import GUIDES
from calculators.output import area_preview, calendar_file, case_html, case_record, form, html, record, words
from calculators.output import text as text_of

if TYPE_CHECKING:
    from calculators.areas.model import Area
    from calculators.engine.result import Result


def answer(request: str) -> str:
    """Answer one request of the page.

    Args:
        request: JSON with `calculator` (its name), `typed` (the text of each field), `today` (the
            reader's day, 2026-11-22), `made` (day and time in words), `address` (of the page) and `area` (the
            chosen area of the site, as `areas.data.to_data` gives it), or none.

    Returns:
        JSON with `html`, `status` (a sentence to announce) and the record (`record` as text, `page` as HTML) where the answers can be
        used; otherwise with `html` (the summary) and `errors` (field and message).

    """
    asked = json.loads(request)
    guide = GUIDES[asked["calculator"]]
    try:
        result = _result(asked)
    except AnswersError as fault:
        faults = [{"field": error.key, "message": form.error_text(guide, error)} for error in fault.errors]
        return _json({"html": form.errors(guide, fault.errors), "errors": faults})
    text = text_of.record_text(result, asked["made"], asked["address"])
    return _json(
        {
            "html": html.result(result, asked.get("base", "")),
            "status": f"The answer is ready: {words.heading(result)}",
            "record": text,
            "page": record.html(text),
        }
    )


def _result(asked: dict[str, Any]) -> Result:
    """Answer what a page asks, with the area it chose; AnswersError where what was typed cannot be used."""
    typed, area = _of_child(asked, asked["typed"])
    return ask(GUIDES[asked["calculator"]], typed, date.fromisoformat(asked["today"]), area)


def _of_child(asked: dict[str, Any], typed: dict[str, str]) -> tuple[dict[str, str], Area | None]:
    """Give what was typed and the area of the child, from the area that a page chose."""
    chosen = asked.get("area")
    return of_child(typed, from_data(chosen).on(date.fromisoformat(asked["today"])) if chosen else None)


def case(request: str) -> str:
    """Make the plan of a case.

    Args:
        request: JSON as for `answer`, without `calculator`, and with `before` (the answers of an earlier plan, to say
            what changed, or none), `child` (`harmed` or `displayed`: a record for that child alone; or empty) and
            `whole` (a record with the account behind it).

    Returns:
        JSON with `html`, `heading` (the plan's headline), `changed` (a sentence, or empty), `asked` (the keys of the
        questions that matter), `wanted` (those of them to be answered), `two` (it is about two children) and the record;
        otherwise with `html` (the summary) and `errors` (field and message).

    """
    asked = json.loads(request)
    guide = case_of.guide()
    try:
        typed, area = _of_child(asked, asked["typed"])
        before = asked.get("before")
        found = case_of.check(
            typed, date.fromisoformat(asked["today"]), area, None if before is None else of_child(before, area)[0]
        )
    except AnswersError as fault:
        faults = [{"field": error.key, "message": form.error_text(guide, error)} for error in fault.errors]
        return _json({"html": form.errors(guide, fault.errors), "errors": faults})
    two = case_of.about_two(found)
    kept = case_of.for_child(found, asked["child"]) if two and asked.get("child") else found
    text = case_record.record_text(
        kept, asked["made"], asked["address"], two=two and not kept.child, whole=bool(asked.get("whole"))
    )
    return _json(
        {
            "html": case_html.plan(found, asked.get("base", "")),
            "heading": words.heading(found.result),
            "changed": case_html.changes(found),
            "asked": found.asked,
            "wanted": found.wanted,
            "two": two,
            "record": text,
            "page": record.html(text, small=True),
        }
    )


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
        request: JSON with `do` (report, open, csv or means), `document` (the audit in hand, as in its file),
            `partnership` (its name from the area, for the report) and, to open, `files` (each with name, size in bytes
            and text).

    Returns:
        JSON with `html` (the report); to open, also `document` (the audit in hand with what was opened) and `said`
        (sentences about how it was taken); else `text` of a file. Or `error`, a sentence or two, and then nothing in
        hand is changed.

    """
    asked = json.loads(request)
    try:
        held = audit_files.from_data("This audit", asked["document"])
        said: list[str] = []
        for file in asked.get("files", ()):
            opened = audit_files.join(held, _read(file), file["name"])
            held = opened.audit
            said += opened.said
    except audit_files.AuditFileError as fault:
        return _json({"error": str(fault)})
    if asked["do"] == "csv":
        return _json({"text": audit_files.to_csv(held)})
    if asked["do"] == "means":
        return _json({"text": json.dumps(audit_means.to_data(audit_means.of(held)), indent=1) + "\n"})
    html = audit_report.report(held, asked.get("partnership", ""))
    return _json({"html": html, "document": audit_files.to_data(held), "said": said})


def _read(file: dict[str, Any]) -> audit_files.Opened:
    """Read an opened file; whatever is in it, AuditFileError is all that can come of it."""
    try:
        return audit_files.read(file["name"], file["size"], file["text"])
    except audit_files.AuditFileError:
        raise
    except Exception:  # noqa: BLE001 - the reader chose the file: a sentence, never a traceback
        raise audit_files.AuditFileError(f"{file['name']} cannot be read as an audit or as a table.") from None


def area_file(request: str) -> str:
    """Answer one request of the editor of an area's file.

    Args:
        request: JSON with `do`. To open: `text` (of the file). To check: `form` (the tables, every value as text),
            `opening` (the remarks at the file's top), `key` (the file's name without its ending, or nothing), `today` (the
            reader's day) and `base` (the way from the page to the top of the site).

    Returns:
        To open: JSON with `form`, `opening` and `left_out` (names of what no area's file has), or `error`, a sentence. To
        check: JSON with `text` and `name` of the file, `faults` (place, key and words of whatever is wrong, in the order of
        the form) and `html` (the preview without what is wrong; empty where nothing can be shown).

    """
    asked = json.loads(request)
    if asked["do"] == "open":
        try:
            opened = area_editor.opened(asked["text"])
        except ValueError as fault:
            return _json({"error": str(fault)})
        return _json({"form": opened.form, "opening": opened.opening, "left_out": opened.left_out})
    checked = area_editor.check(asked["form"], asked.get("opening", ""), asked.get("key", ""))
    shown = ""
    if checked.area:
        today = date.fromisoformat(asked["today"])
        result = ask(GUIDES[area_preview.CALCULATOR], area_preview.CASE, today, checked.area.on(today))
        shown = area_preview.preview(checked.area, result, asked.get("base", ""))
    faults = [{"place": fault.place, "key": fault.key, "words": fault.words} for fault in checked.faults]
    return _json({"text": checked.text, "name": checked.name, "faults": faults, "html": shown})


def _json(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)
