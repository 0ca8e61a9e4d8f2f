"""The audit workspace as a person uses it in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from playwright.sync_api import Page

WORKSPACE = "framework/workspace/"
READY = 60_000  # milliseconds that a slow test machine may take to start Python

EMPTY = (
    "() => { const page = document.querySelector('hsb-audit');"
    "page.held = { format: 'hsb-framework-audit', version: 1, partnership: '', sheets: [], actions: [], others: [] };"
    "page.draw(); page.changed(); page.showError(''); page.showNotes([]); page.say(''); }"
)


def show(page: Page, view: str) -> None:
    """Go to a view: Sheets, Score, Actions or Report."""
    page.get_by_role("group", name="Workspace").get_by_role("button", name=view, exact=True).click()


def add_sheet(page: Page, agency: str, number: int, day: str) -> None:
    """Add a sheet; it is then there to be scored."""
    show(page, "Sheets")
    page.fill("#audit-agency", agency)
    page.select_option("#audit-round", str(number))
    page.fill("#audit-date", day)
    page.get_by_role("button", name="Add sheet").click()
    page.locator("#audit-sheet option", has_text=f"{agency}, round {number}").wait_for(state="attached", timeout=READY)


def score(page: Page, scores: Mapping[str, int]) -> None:
    """Score lines of the sheet that is chosen, domain by domain."""
    show(page, "Score")
    for line, points in scores.items():
        choice = page.locator(f'input[name="{line}"][value="{points}"]')
        if not choice.is_visible():
            page.locator(f'.audit__domains [data-domain="{line[0]}"]').click()
        choice.check()


def has_answered(page: Page) -> None:
    """Wait until the report shows what is in hand."""
    until(page, "(({ reported, revision }) => reported === revision)(document.querySelector('hsb-audit'))")


def until(page: Page, true: str) -> None:
    """Wait until a script says so; the page's policy forbids to leave the waiting to the page."""
    for _ in range(READY // 50):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never: {true}")


def said(page: Page) -> str:
    """Wait for an answer to opened files; give what the page says."""
    until(
        page,
        "(() => { const words = document.querySelector('.calculator__status').textContent;"
        "return words && !words.startsWith('Opening') || !!document.querySelector('[role=alert]'); })()",
    )
    return "".join(
        page.locator(place).inner_text() for place in (".calculator__status", ".audit__notes", ".audit__errors")
    )


def saved(page: Page, path: Path, button: str = "Save") -> Path:
    """Press a button that gives a file; keep it under the name that it suggests."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    kept = path / download.value.suggested_filename
    download.value.save_as(kept)
    return kept


def held(page: Page) -> list[str]:
    """Give the sheets that are in hand."""
    found: list[str] = page.locator("#audit-sheet option").all_text_contents()
    return found
