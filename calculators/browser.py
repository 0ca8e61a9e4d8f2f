"""The one door to the browser: a string in, a string out, both JSON."""

from __future__ import annotations

import json
from datetime import date

from calculators import page, reports
from calculators.asking import AnswersError, ask
from calculators.catalogue import GUIDES


def answer(request: str) -> str:
    """Answer one request of the page.

    Args:
        request: JSON with `calculator` (its name), `typed` (the text of each field), `today` (the
            reader's day, 2026-11-22), `made` (day and time in words) and `address` (of the page).

    Returns:
        JSON with `html`, `status` (a sentence to announce) and `record` (text) where the answers can be
        used; otherwise with `html` (the summary) and `errors` (field and message).

    """
    asked = json.loads(request)
    guide = GUIDES[asked["calculator"]]
    try:
        result = ask(guide, asked["typed"], date.fromisoformat(asked["today"]))
    except AnswersError as fault:
        faults = [{"field": error.key, "message": page.error_text(guide, error)} for error in fault.errors]
        return _json({"html": page.errors(guide, fault.errors), "errors": faults})
    lines = len(result.findings)
    return _json(
        {
            "html": page.result(result),
            "status": f"Result ready: {lines} lines.",
            "record": reports.record_text(result, asked["made"], asked["address"]),
        }
    )


def _json(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)
