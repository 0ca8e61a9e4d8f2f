"""Whatever a calculator is driven to, nothing is sent, kept or put into the address; and search needs no storage."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from calculators.guides.catalogue import GUIDES
from tests.support.audit_page import WORKSPACE, add_sheet, score, show
from tests.support.calculator_page import READY, check, fill, typed_for
from tools.find_browser import find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Watch:
    """A context whose requests are all noted."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        """Begin to watch."""
        self.context, self.address = context, address
        self.asked: list[Request] = []
        context.on("request", self.note)

    def note(self, request: Request) -> None:
        """Keep a request."""
        self.asked.append(request)

    def open(self, name: str) -> Page:
        """Open a page of the site."""
        page = self.context.new_page()
        page.goto(self.address + name)
        return page

    def finds_nothing(self, page: Page, name: str) -> None:
        """Nothing was sent, nothing is stored, nothing stands in the address."""
        for request in self.asked:
            assert request.url.startswith((self.address, "data:", f"blob:{self.address}")), request.url
            assert request.method in {"GET", "HEAD"}
            assert not urlparse(request.url).query, request.url
            assert request.post_data is None
        assert page.url == self.address + name
        assert page.evaluate("history.state") is None
        assert page.evaluate("window.name") == ""
        state = self.context.storage_state(indexed_db=True)
        assert not state["cookies"]
        assert not [kept for kept in state["origins"] if kept["localStorage"] or kept.get("indexedDB")]
        session = self.context.new_cdp_session(page)
        origin = {"securityOrigin": self.address.rstrip("/"), "isLocalStorage": False}
        assert session.send("DOMStorage.getDOMStorageItems", {"storageId": origin})["entries"] == []
        session.detach()
        for url in page.evaluate(CACHED):  # only files of the site, as everybody gets them
            assert url.startswith(self.address), url
            assert not urlparse(url).query


CACHED = """async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => request.url);
}"""
KEPT = """() => {
    const form = document.querySelector(".calculator__form");
    const inputs = [...form.querySelectorAll("input, select, textarea")];
    return {
        typed: inputs.filter((input) => input.type === "text" || input.type === "date" ? input.value : input.checked).length,
        shown: document.querySelectorAll(".result, .calculator__summary, .record-sheet").length,
        record: document.querySelector("hsb-calculator").record ?? null,
    };
}"""
NOTHING = {"typed": 0, "shown": 0, "record": None}


@contextmanager
def watched(browser: Browser, address: str, **options: Any) -> Iterator[Watch]:
    """Give a fresh context that is watched."""
    context = browser.new_context(**options)
    yield Watch(context, address)
    context.close()


@pytest.mark.parametrize("name", GUIDES)
def test_a_calculator_driven_to_every_end_sends_and_keeps_nothing(browser: Browser, address: str, name: str) -> None:
    """Errors, a result, its record copied, downloaded and printed, a changed answer, Clear, a fault, a new page."""
    path = f"calculators/{name}/"
    with watched(browser, address, permissions=["clipboard-read", "clipboard-write"]) as watch:
        page = watch.open(path)
        page.locator(".calculator__form").wait_for()
        check(page)
        expect(page.locator(".calculator__summary")).to_be_visible()
        watch.finds_nothing(page, path)
        fill(page, name, typed_for(name))
        check(page)
        expect(page.locator(f"#{name}-result")).to_be_visible()
        watch.finds_nothing(page, path)
        before = len(watch.asked)
        page.get_by_role("button", name="Copy", exact=True).click()
        expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
        page.get_by_text("More ways to keep it").click()
        with page.expect_download():
            page.get_by_role("button", name="Download", exact=True).click()
        page.evaluate("window.print = () => dispatchEvent(new Event('afterprint'))")
        page.get_by_role("button", name="Print", exact=True).click()
        page.locator(".calculator__form input[type=radio]:not(:checked)").first.check()
        expect(page.locator(".result")).to_have_count(0)
        check(page)
        page.get_by_role("button", name="Clear all answers").click()
        expect(page.get_by_role("status").filter(has_text="cleared")).to_be_visible()
        assert page.evaluate(KEPT) == NOTHING
        assert not [request.url for request in watch.asked[before:] if not request.url.startswith("blob:")]
        watch.finds_nothing(page, path)
        fill(page, name, typed_for(name))
        page.evaluate("document.querySelector('hsb-calculator').fail(new Error('a file is missing'))")
        watch.finds_nothing(page, path)
        page.reload()
        page.locator(".calculator__form").wait_for()
        assert page.evaluate(KEPT) == NOTHING
        fill(page, name, typed_for(name))
        page.close()
        page = watch.open(path)
        page.locator(".calculator__form").wait_for()
        assert page.evaluate(KEPT) == NOTHING
        watch.finds_nothing(page, path)


def test_the_audit_workspace_sends_and_keeps_nothing(browser: Browser, address: str, tmp_path: Path) -> None:
    """Scored, saved, exported, opened again, closed: the only copy is the file that the reader saved."""
    with watched(browser, address) as watch:
        page = watch.open(WORKSPACE)
        page.get_by_text("Add or open a sheet").wait_for(timeout=READY)
        add_sheet(page, "Police", 1, "2026-08-31")
        score(page, {"1.1": 3})
        show(page, "Sheets")
        for button, name in (("Export CSV", "a.csv"), ("Export means only", "b.json"), ("Save", "c.json")):
            with page.expect_download() as download:
                page.get_by_role("button", name=button).click()
            download.value.save_as(tmp_path / name)
        watch.finds_nothing(page, WORKSPACE)
        page.close()
        page = watch.open(WORKSPACE)
        page.get_by_text("Add or open a sheet").wait_for(timeout=READY)
        assert page.locator("#audit-sheet option").count() == 0
        page.set_input_files(".audit__files", tmp_path / "c.json")
        expect(page.locator("#audit-sheet option")).to_have_count(1, timeout=READY)
        watch.finds_nothing(page, WORKSPACE)


def test_search_and_a_calculator_work_where_the_browser_blocks_site_data(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    """With all site data blocked in the browser's own settings, so that a storage cannot even be named."""
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}), encoding="utf-8")
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=find(), args=["--no-sandbox", "--disable-background-networking"]
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}assets/icon.svg")
    blocked = "() => { try { return !localStorage; } catch (error) { return error.name; } }"
    assert page.evaluate(blocked) == "SecurityError"
    page.goto(address)
    page.get_by_role("searchbox", name="Search the guidance").click()
    page.keyboard.type("strategy discussion", delay=30)
    page.locator(".search__result").first.wait_for(timeout=READY)
    name = next(iter(GUIDES))
    page.goto(f"{address}calculators/{name}/")
    page.locator(".calculator__form").wait_for()
    fill(page, name, typed_for(name))
    check(page)
    expect(page.locator(f"#{name}-result")).to_be_visible()
    assert not complaints
    context.close()


def test_a_form_that_no_script_answers_yet_sends_nothing(browser: Browser, address: str) -> None:
    """Its button waits for the script, and the policy forbids what the browser would do by itself: no answer in an address."""
    page = browser.new_page()
    page.route("**/calculator.js", lambda _: None)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}calculators/consent/", wait_until="commit")
    page.fill("#consent-child-a", "12")
    page.keyboard.press("Enter")
    page.evaluate("document.querySelector('.calculator__form').submit()")
    page.wait_for_timeout(1000)
    assert asked
    assert not [url for url in [*asked, page.url] if "?" in url]
    page.close()
