"""Questions of every kind for the calculators, asked when the browser's package is made.

A few, asked in Pyodide, so that what is loaded late is loaded and what is read once has been read: what they load is the
standard library that the browser gets, and what they leave in memory is in the image. Many, to find which functions of
the runtime are called. No answer is kept.
"""

from __future__ import annotations

import json
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

from calculators import browser, case
from calculators.audit import files as audit_files
from calculators.audit.sums import lines
from calculators.engine.days import GIVEN
from calculators.guides.catalogue import GUIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.engine.guide import Guide

TODAY = "2026-11-22"
AREA = {"key": "area", "name": "Area", "contacts": {"front-door": {"name": "Front door", "ask": "ask"}}}
FULL_AREA = {
    "key": "full-area",
    "name": "Area with every kind of value – “Ynys” 名",
    "partnership": "Partnership",
    "contacts": {
        "front-door": {
            "name": "Front door",
            "telephone": "01632 960001 ext 2",
            "option": "option 2",
            "hours": "Monday to Friday",
            "out_of_hours": "01632 960002, duty team",
            "email": "front.door@example.gov.uk",
            "link": "https://example.gov.uk/report?a=b",
            "until": "2027-03-31",
            "cites": ["nel:front-door"],
            "also": [{"name": "Night", "texts": "07700 900001", "starts": "2027-04-01", "checked": TODAY}],
        },
        "panel": {"name": "Chair", "ask": "by e-mail"},
    },
    "names": {"conference": "Conference", "strategy-meeting": "Strategy meeting"},
    "links": {"toolkit": {"title": "Toolkit", "address": "https://example.gov.uk/", "cites": ["llr:1"]}},
    "review": {"first_every": 6, "first_for": 12, "then_every": 13, "unit": "weeks"},
    "panels": [{"name": "Panel", "first_age": 12, "last_age": 18, "criteria": ["harm", "consent"]}],
    "services": [{"name": "Service", "serves": "Children"}],
    "practitioners": [{"name": "Team"}],
    "neighbours": [{"name": "Next", "telephone": "01632 960003"}],
    "scale": {"name": "Scale", "levels": ["one", "two"]},
    "lines": [{"step": "tell-lead", "text": "Tell the link worker too.", "cites": ["llr:1"]}],
}
MANY = 60  # answers of each guide
ODD = (
    "12.5",
    "-1",
    "twelve",
    "１２",  # noqa: RUF001 - digits of another script
    "12 not-known",
    "31/02/2014",
    "29/02/2012",
    "1/1/14",
    "2999-12-31",
    "9" * 5000,
    "x" * 20_000,
    "é\u0301 Ωμέγα 名前 \u202eabc \U0001f642\x00",
    "<script>&\"'</script>",
)


def warm_up() -> None:
    """Ask a few questions."""
    for door, request in questions():
        getattr(browser, door)(request)


def questions(many: int | None = None) -> Iterator[tuple[str, str]]:
    """Give doors and requests: an error, results and a calendar of each guide; plans of a case; audits; areas' files.

    Args:
        many: about how many answers of each guide to ask, with what is typed oddly; without it one, and nothing odd.

    """
    for name, guide in GUIDES.items():
        yield from _of_guide(name, guide, many, cycle((AREA, FULL_AREA, None) if many else (AREA,)))
    yield from _of_case()
    yield from _of_audit(many)
    yield from _of_area_file(many)


def _of_case() -> Iterator[tuple[str, str]]:
    """Ask for a plan of each stage, with what changed since the stage before, and for each kind of record."""
    request = {"today": TODAY, "made": "22 November 2026 at 09:00", "address": "https://example.org/", "area": AREA}
    before: dict[str, str] = {}
    for number, stage in enumerate(case.guide().question("stage").keys):
        typed = {"role": "social-care", "age-then": "13", "others": "one", "harmed-age": "11", "stage": stage}
        child = ("", "harmed", "displayed")[number % 3]
        yield "case", json.dumps({**request, "typed": typed, "before": before, "child": child, "whole": not child})
        before = typed
    yield "case", json.dumps({**request, "typed": {"age-then": "a"}})


def _of_guide(name: str, guide: Guide, many: int | None, areas: Iterator[object]) -> Iterator[tuple[str, str]]:
    def ask(typed: dict[str, str], door: str = "answer", **also: str) -> tuple[str, str]:
        request = {"calculator": name, "typed": typed, "today": TODAY, "made": "22 November 2026 at 09:00"}
        return door, json.dumps(request | {"address": "https://example.org/", "area": next(areas)} | also)

    yield ask({})
    every = max(1, sum(1 for _ in guide.every_answer()) // many) if many else 1
    for answers in islice(guide.every_answer(), 0, None if many else 1, every):
        typed = {key: _typed(guide, key, option) for key, option in answers.items()}
        yield ask(typed)
        if guide.timetable:
            yield ask(typed, "calendar", stamp=f"{TODAY}T09:00:00Z")
        for pair in guide.dates:
            rest = {key: text for key, text in typed.items() if key != pair.question}
            yield ask(rest | {pair.birth: "2014-02-28", pair.day: TODAY})
    for odd in ODD if many else ():
        for field in guide.fields():
            yield ask({field: odd})


def _typed(guide: Guide, key: str, option: str) -> str:
    band = getattr(guide.question(key), "bands", {}).get(option)
    return str(band[0]) if band else TODAY if option == GIVEN else option


def _of_audit(many: int | None) -> Iterator[tuple[str, str]]:
    sheet: dict[str, Any] = {"agency": "A", "round": 1, "date": TODAY, "lines": {}}
    document = {"format": audit_files.FORMAT, "version": audit_files.VERSION, "sheets": [sheet], "actions": []}
    texts = [json.dumps(document)]
    if many:
        words = cycle(odd.replace("\0", "")[:4000] for odd in ODD)
        scored = {line: {"score": place % 5, "evidence": next(words)} for place, line in enumerate(lines())}
        sheets = [sheet | {"agency": agency, "round": number, "lines": scored} for agency in "BÉ" for number in (1, 2)]
        action = {"line": "1.1", "action": "=1+1", "owner": "é", "by": "31/12/2026"}
        filled = document | {"sheets": sheets, "actions": [action]}
        texts += [json.dumps(filled), json.dumps(filled)[:-9], "", "\0", "{}", "a,b\n1,2\n"]
        texts += [audit_files.to_csv(audit_files.from_data("Audit", filled))]
    for do in ("report", "means", "csv"):
        yield "audit", json.dumps({"document": document, "do": do})
    for text in texts:
        file = {"name": "a file", "text": text, "size": len(text)}
        yield "audit", json.dumps({"document": document, "do": "report", "files": [file]})


def _of_area_file(many: int | None) -> Iterator[tuple[str, str]]:
    text = (
        '# Any\nname = "Any"\n[contact.front-door]\nname = "Door"\ntelephone = "01632 960001"\nchecked = 2026-11-22\n'
    )
    door = {"name": "Door", "telephone": "01632 960001", "checked": "22/11/2026", "link": "https://example.org/"}
    forms: list[dict[str, Any]] = [{}, {"name": "Any", "contact": {"front-door": [door, door | {"telephone": "1"}]}}]
    odd = list(ODD) if many else []
    forms += [{"name": words, "contact": {"front-door": [dict.fromkeys(door, words)]}} for words in odd]
    for form in forms:
        yield "area_file", json.dumps({"do": "check", "form": form, "opening": "Any", "today": TODAY})
    for opened in (text, "name =", *odd):
        yield "area_file", json.dumps({"do": "open", "text": opened})
