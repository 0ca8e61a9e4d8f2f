"""Ask every calculator once, so that what is loaded late is loaded, and what is read once has been read.

Runs in Pyodide at build time. What it loads is the standard library that the browser gets; what it leaves in
memory is in the image. No answer is kept.
"""

from __future__ import annotations

import json

from calculators.browser import answer, audit, calendar
from calculators.catalogue import GUIDES
from calculators.guide import GIVEN

TODAY = "2026-11-22"
AREA = {"key": "area", "file": {"name": "Area", "contact": {"front-door": {"name": "Front door"}}}}


def _ask(name: str, typed: dict[str, str]) -> None:
    request = {"calculator": name, "typed": typed, "today": TODAY, "made": "", "address": "", "area": AREA}
    answer(json.dumps(request))
    if GUIDES[name].timetable and typed:
        calendar(json.dumps({**request, "stamp": f"{TODAY}T09:00:00Z"}))


def warm_up() -> None:
    """Ask for an error, a result by choices, a result by dates, a calendar; report, save, export and open an audit."""
    for name, guide in GUIDES.items():
        _ask(name, {})
        typed = {}
        for key, option in next(iter(guide.every_answer())).items():
            band = getattr(guide.question(key), "bands", {}).get(option)
            typed[key] = str(band[0]) if band else TODAY if option == GIVEN else option
        _ask(name, typed)
        for pair in guide.dates:
            _ask(
                name,
                {key: text for key, text in typed.items() if key != pair.question}
                | {pair.birth: "2014-02-28", pair.day: TODAY},
            )
    sheet = {"agency": "A", "round": 1, "date": "2026-11-22", "lines": {}}
    document = {"format": "hsb-framework-audit", "version": 1, "sheets": [sheet], "actions": []}
    file = {"name": "a.json", "text": json.dumps(document), "size": 1}
    for request in ({"do": "report"}, {"do": "save"}, {"do": "csv"}, {"do": "report", "files": [file]}):
        audit(json.dumps({"document": document, **request}))
