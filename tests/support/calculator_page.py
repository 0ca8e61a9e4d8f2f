"""A calculator in a real browser: opened, filled in as a person does, checked; and what axe finds on a page."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.dates import read_date
from calculators.guides.catalogue import GUIDES
from tests.guides.test_scenarios import scenarios

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[2]
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
CONSENT = "calculators/consent/"
NEXT_STEPS = "calculators/next-steps/"
CASE = "calculators/case/"
TOLD = date(2026, 11, 22)  # the day on which the fictional cases are told
READY = 180_000  # milliseconds that a slow test machine may take to start Python
TWELVES = {
    "child-a": "12",
    "child-b": "12",
    "activity": "yes",
    "relationship": "peers",
    "force": "no",
    "exchange": "no",
    "images": "none",
    "adult": "no",
}


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """Open an address in a fresh context; whatever the page complains of fails the test."""
    context: BrowserContext = browser.new_context(**options)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    page.wait_for_timeout(50)
    assert not [said for said in complaints if "status of 404" not in said], complaints
    context.close()


def typed_for(name: str) -> dict[str, str]:
    """Give the answers of the first fictional case of a calculator, as they are typed today."""
    return typed_today(next(case["typed"] for of, case in scenarios() if of == name))


def typed_today(typed: Mapping[str, str]) -> dict[str, str]:
    """Move the dates of a fictional case to the reader's day: the page counts from that, the case from the day it was told."""
    later = date.today() - TOLD  # noqa: DTZ011 - the reader's own day
    moved = {}
    for key, text in typed.items():
        try:
            moved[key] = (read_date(text) + later).isoformat() if any(sign in text for sign in "/-") else text
        except ValueError:  # a key of options has a hyphen too
            moved[key] = text
    return moved


def fill(page: Page, guide: str, typed: Mapping[str, str]) -> None:
    """Answer the form as a person with a mouse does, from the top."""
    fields = GUIDES[guide].fields() if guide in GUIDES else tuple(typed)
    for key in fields:
        value = typed.get(key, "").replace(" ", "-") if typed.get(key) == "not known" else typed.get(key, "")
        if not value:
            continue
        text = page.locator(f"#{guide}-{key}[type=text]")
        choice = page.locator(f'[data-guide="{guide}"] input[name="{key}"][value="{value}"]')
        if value != NOT_KNOWN and text.count():
            text.fill(value)
        elif choice.count():
            choice.check()  # a box that is not ticked has no choice to make


def check(page: Page) -> None:
    """Press Check and wait for what Python gives."""
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".result__record, .calculator__summary").first.wait_for(timeout=READY)


def axe(page: Page) -> list[str]:
    """Give the violations of WCAG 2.2 AA and of axe's good practice that it finds."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    found = page.evaluate("axe.run({ resultTypes: ['violations'], preload: false })")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
