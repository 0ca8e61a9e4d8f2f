"""Where a browser or a host lacks or forbids what the calculators need: words at once, the rules and the table, no empty form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_runtime import told_and_kept
from tests.support.calculator_page import CONSENT, READY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Serve

WORKSPACE = "framework/workspace/"
LACKING = {
    "WebAssembly": "WebAssembly is switched off in this browser",  # as in Lockdown Mode
    "DecompressionStream": "this browser is too old for the calculators. Update it, or use another",
}


def rules_stand_in(page: Page) -> None:
    """Check that the page says that the rules and the table are the calculator, shows them, and shows no form."""
    expect(page.get_by_text("use the rules and the table below")).to_be_visible(timeout=READY)
    expect(page.locator("form.calculator__form")).to_be_hidden()
    fold = page.locator("hsb-calculator > details").first
    expect(fold).to_be_visible()
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    expect(fold.locator("li, td").first).to_be_visible()


@pytest.mark.parametrize(
    "lacking",
    [
        ("WebAssembly", "page"),
        ("WebAssembly", "worker"),
        ("DecompressionStream", "page"),
        ("DecompressionStream", "worker"),
    ],
)
def test_what_a_browser_lacks_it_says_at_once(
    browser: Browser, serve: Serve, site: Path, lacking: tuple[str, str]
) -> None:
    """In the page already, or only in the worker: nothing waits for ten seconds, and nothing blames the connection."""
    name, where = lacking
    worker = next(site.glob("assets/calculators-*/calculator-worker.js")).read_bytes()
    without = f"delete self.{name};\n".encode() + worker
    with serve({"calculator-worker.js": (200, "text/javascript", without)}) as address:
        page = browser.new_page()
        page.clock.install()
        if where != "worker":
            page.add_init_script(f"delete window.{name}")
        page.goto(address + CONSENT)
        page.clock.pause_at(page.evaluate("Date.now() + 1000"))  # from here on no waiting passes
        expect(page.locator(".calculator__status")).to_contain_text(LACKING[name])
        told_and_kept(page, LACKING[name])
        page.close()


@pytest.mark.parametrize(
    "missing",
    [
        "Object.defineProperty(window, 'customElements', { value: undefined })",
        "Object.defineProperty(window, 'HTMLElement', { value: undefined })",
    ],
)
def test_without_custom_elements_the_rules_stand_in(browser: Browser, address: str, missing: str) -> None:
    """The script of the page stops: what the build wrote is shown, at once."""
    page = browser.new_page()
    page.add_init_script(missing)
    page.goto(address + CONSENT)
    rules_stand_in(page)
    page.close()


def test_without_modules_the_rules_stand_in(browser: Browser, address: str) -> None:
    """A browser that passes over modules, as over every type that it does not know."""
    page = browser.new_page()

    def older(text: str) -> str:
        return text.replace('type="module"', 'type="unknown"')

    page.route(
        "**/" + CONSENT, lambda route: route.fulfill(response=(found := route.fetch()), body=older(found.text()))
    )
    page.goto(address + CONSENT)
    expect(page.get_by_text("use the rules and the table below")).to_be_visible(timeout=15_000)
    rules_stand_in(page)
    page.close()


# The whole header is another, as some hosts and networks send it.
HEADERS = {
    "nothing is allowed": {"Content-Security-Policy": "default-src 'none'"},
    "no scripts": {"Content-Security-Policy": "sandbox"},
    "scripts of nowhere": {"Content-Security-Policy": "sandbox allow-scripts"},
    "scripts of a wrong type": {"X-Content-Type-Options": "nosniff"},
}


@pytest.mark.parametrize("header", HEADERS)
def test_where_scripts_are_forbidden_the_page_says_what_stands_in(
    browser: Browser, serve: Serve, site: Path, header: str
) -> None:
    """The calculator gives its rules and its table, the workspace the way on paper; no form waits for nobody."""
    wrong = {path.name: (200, "text/plain", path.read_bytes()) for path in site.rglob("assets/**/*.js")}
    replaced = wrong if "type" in header else {}
    with serve(replaced, headers=HEADERS[header]) as address:
        page = browser.new_page()
        page.goto(address + CONSENT)
        rules_stand_in(page)
        page.goto(address + WORKSPACE)
        expect(page.get_by_text("score them on paper")).to_be_visible()
        expect(page.locator(".audit__tools")).to_be_hidden()
        page.close()
