"""Ask every calculator once, so that what is loaded late is loaded, and what is read once has been read.

Runs in Pyodide at build time. What it loads is the standard library that the browser gets; what it leaves in
memory is in the image. No answer is kept.
"""

from __future__ import annotations

import json

from calculators.browser import answer, audit
from calculators.catalogue import GUIDES


def _ask(name: str, typed: dict[str, str]) -> None:
    answer(json.dumps({"calculator": name, "typed": typed, "today": "2026-11-22", "made": "", "address": ""}))


def warm_up() -> None:
    """Ask for an error, a result by choices, a result by dates; report, save, export and open an audit."""
    for name, guide in GUIDES.items():
        _ask(name, {})
        typed = {}
        for key, option in next(iter(guide.every_answer())).items():
            band = getattr(guide.question(key), "bands", {}).get(option)
            typed[key] = str(band[0]) if band else option
        _ask(name, typed)
        _ask(name, typed | dict.fromkeys(guide.fields(), "22/11/2012"))
    sheet = {"agency": "A", "round": 1, "date": "2026-11-22", "lines": {}}
    document = {"format": "hsb-framework-audit", "version": 1, "sheets": [sheet], "actions": []}
    file = {"name": "a.json", "text": json.dumps(document), "size": 1}
    for request in ({"do": "report"}, {"do": "save"}, {"do": "csv"}, {"do": "report", "files": [file]}):
        audit(json.dumps({"document": document, **request}))
