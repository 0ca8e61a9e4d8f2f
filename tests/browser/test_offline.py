"""Copies in the browser: the second visit works without a network and says so; a whole edition or nothing."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from hooks.runtime import browser_package
from tests.browser.test_runtime import answers
from tests.support.calculator_page import CONSENT, READY
from tools.find_browser import find

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Serve

KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) found[new URL(url).pathname] = (await (await cache.match(url)).arrayBuffer()).byteLength;
  }
  return found;
}"""


def visit(page: Page, address: str) -> dict[str, int]:
    """Open a calculator, answer it, wait until its copies are kept; give their paths and bytes."""
    page.goto(address + CONSENT)
    answers(page)
    for _ in range(100):
        kept: dict[str, int] = page.evaluate(KEPT)
        parts = browser_package.parts(browser_package.OUT).values()
        if all(
            any(path.endswith(name) for path in kept)
            for name in ("consent/index.html", *(part["name"] for part in parts))
        ):
            return kept
        page.wait_for_timeout(200)
    raise AssertionError(kept)


def test_the_second_visit_works_without_a_network_and_says_so(
    browser: Browser, serve: Serve, site: Path, tmp_path: Path
) -> None:
    """In a sub-folder too; a page that was not opened before says that it is not there; only the site's files are kept."""
    shutil.copytree(site, tmp_path / "hsb")
    for file in (tmp_path / "hsb").rglob("*"):
        os.utime(file, (0, 0))  # old files: a browser takes what it has of them for fresh, without asking the host
    context = browser.new_context()
    page = context.new_page()
    with serve(folder=tmp_path) as host:
        address = host + "hsb/"
        kept = visit(page, address)
    for path, size in kept.items():
        assert (tmp_path / path.lstrip("/")).stat().st_size == size
    page.goto(address + CONSENT)
    expect(page.locator(".frame__offline")).to_contain_text("You are offline. This is the copy that your browser kept")
    answers(page)
    page.goto(address + "procedure/first-action/")
    expect(page.get_by_role("heading", name="You are offline")).to_be_visible()
    page.goto(address + CONSENT)
    page.locator(".search__input").click()
    page.keyboard.type("strategy", delay=30)
    page.locator(".search__result").first.wait_for(timeout=READY)
    context.close()


COPY = "This is the copy that your browser kept"
# What grows with an audit: five agencies in three rounds, each line with a note.
AUDIT = """async () => {
  const { runtime } = await import(new URL("runtime.js", document.querySelector('script[src$="/calculator.js"], script[src$="/audit.js"]').src));
  const lines = [...new Set([...document.querySelectorAll("hsb-audit input[type=radio]")].map((input) => input.name))].filter((name) => /^\\d/.test(name));
  const note = "Seen at the visit. ".repeat(40);
  const sheets = ["A", "B", "C", "D", "E"].flatMap((agency) => [1, 2, 3].map((round) => ({
    agency, round, date: "2026-11-22",
    lines: Object.fromEntries(lines.map((line, place) => [line, { score: (place + round) % 5, evidence: note, assurance: note }])),
  })));
  const document_ = { format: "hsb-framework-audit", version: 1, sheets, actions: [] };
  const files = [{ name: "wrong.json", text: "\\u0000{[", size: 3 }];
  const said = [lines.length > 40];
  for (const request of [{ do: "report" }, { do: "csv" }, { do: "means" }, { do: "report", files }]) {
    const { html, text, error } = await runtime.ask({ files: [], document: document_, ...request }, "audit");
    said.push((html ?? text ?? error).length > 20);
  }
  return said;
}"""


def test_the_workspace_holds_a_large_audit_offline(browser: Browser, serve: Serve) -> None:
    """Fifteen sheets with notes, their file and a wrong file: nothing asks for what is not kept."""
    context = browser.new_context()
    page = context.new_page()
    with serve() as address:
        visit(page, address)
        page.goto(address + "framework/workspace/")
        page.get_by_text("Add or open a sheet").first.wait_for(timeout=READY)
        page.wait_for_timeout(1000)
    page.goto(address + "framework/workspace/")
    expect(page.locator(".frame__offline")).to_contain_text(COPY)
    assert page.evaluate(AUDIT) == [True] * 5
    context.close()


def test_the_first_page_after_the_browser_starts_says_that_it_is_a_copy(
    browser: Browser, serve: Serve, site: Path, tmp_path: Path
) -> None:
    """The browser answers it from its own store while it starts the worker; of what the host says of itself it is told too."""
    shutil.copytree(site, tmp_path / "hsb")
    for file in (tmp_path / "hsb").rglob("*"):
        os.utime(file, (0, 0))

    def started() -> BrowserContext:
        return browser.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=find(), args=["--no-sandbox"]
        )

    with serve(folder=tmp_path) as host:
        context = started()
        visit(context.pages[0], host + "hsb/")
        context.close()
    context = started()
    context.pages[0].goto(host + "hsb/" + CONSENT)
    expect(context.pages[0].locator(".frame__offline")).to_contain_text(f"You are offline. {COPY}")
    context.close()


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_host_that_cannot_answer_does_not_hide_the_copy(browser: Browser, serve: Serve, status: int) -> None:
    """Its words come only where there is no copy; the frame of the page too is there."""
    replaced: dict[str, tuple[int, str, bytes]] = {"none": (404, "text/plain", b"")}
    with serve(replaced) as address:
        context = browser.new_context()
        page = context.new_page()
        visit(page, address)
        replaced |= dict.fromkeys(("", "guidance.css", "frame.js"), (status, "text/html", b"down for maintenance"))
        page.goto(address + CONSENT)
        expect(page.locator(".frame__offline")).to_contain_text(f"This site does not answer at the moment. {COPY}")
        answers(page)
        page.goto(address + "procedure/first-action/")
        expect(page.locator("body")).to_have_text("down for maintenance")
        context.close()


def test_sites_on_one_host_keep_their_own_copies(browser: Browser, serve: Serve, site: Path, tmp_path: Path) -> None:
    """Three editions, one within another's folder: a visit to one takes nothing from the others."""
    for name in ("one", "two", "one/three"):
        shutil.copytree(site, tmp_path / name)
        worker = tmp_path / name / "sw.js"
        worker.write_text(
            worker.read_text(encoding="utf-8").replace(
                '"assets/area.js":"', f'"x{len(name)}":"1","assets/area.js":"', 1
            )
        )
    context = browser.new_context()
    page = context.new_page()
    with serve(folder=tmp_path) as host:
        for name in ("one", "two", "one/three"):
            visit(page, f"{host}{name}/")
        page.goto("about:blank")
        page.goto(f"{host}one/{CONSENT}")
        page.wait_for_timeout(500)
        assert len(page.evaluate("caches.keys()")) == 3
    for name in ("one", "two", "one/three"):
        page.goto(f"{host}{name}/{CONSENT}")
        expect(page.locator(".frame__offline")).to_contain_text(COPY)
        answers(page)
    context.close()


FORMS = (
    "calculators/consent/",
    "calculators/consent",
    "calculators/consent/index.html",
    "calculators/consent/?from=mail",
    "calculators/consent?from=mail#consent",
    "calculators/%63onsent/",
    "Calculators/Consent/",
)


def test_a_page_is_found_offline_in_each_form_of_its_address(browser: Browser, serve: Serve) -> None:
    """As a host would: without its slash, with the name of its file, with a question, with signs in percents, in capitals."""
    context = browser.new_context()
    page = context.new_page()
    with serve() as address:
        visit(page, address)
    for form in FORMS:
        page.goto(address + form)
        expect(page.locator("h1"), form).to_contain_text("Consent")
        expect(page.locator(".frame__offline")).to_contain_text(COPY)
        assert page.evaluate("document.styleSheets.length") > 1
    with contextlib.suppress(Error):
        page.goto(address + "%E0%A4%A")
    context.close()


def test_the_table_of_a_page_is_kept_with_it(browser: Browser, serve: Serve) -> None:
    """The file that the page offers can be had offline."""
    context = browser.new_context()
    page = context.new_page()
    with serve() as address:
        visit(page, address)
        page.goto(address + "calculators/tables/consent/")
        page.wait_for_timeout(1500)
    page.goto(address + "calculators/tables/consent/")
    assert page.evaluate("fetch('../consent.csv').then((found) => found.text())").count("\n") > 10
    context.close()


def test_an_update_is_whole_or_nothing(browser: Browser, serve: Serve, site: Path, tmp_path: Path) -> None:
    """A new edition with one damaged file leaves the old copies alone; a sound one takes their place."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    with serve(folder=folder) as address:
        context = browser.new_context()
        page = context.new_page()
        visit(page, address)
        before = page.evaluate("caches.keys()")
        style = folder / "assets/guidance.css"
        whole = style.read_bytes()
        worker = folder / "sw.js"
        old = worker.read_text(encoding="utf-8")
        start = old.index('"assets/guidance.css":"') + len('"assets/guidance.css":"')
        worker.write_text(old[:start] + "0" * 16 + old[start + 16 :], encoding="utf-8")
        update = "navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => 'updated', () => 'refused')"
        page.evaluate(update)
        page.wait_for_timeout(3000)
        page.goto("about:blank")
        page.goto(address + CONSENT)
        assert set(before) <= set(page.evaluate("caches.keys()"))
        style.write_bytes(whole + b"\n")
        sound = hashlib.sha256(style.read_bytes()).hexdigest()[:16]
        worker.write_text(old[:start] + sound + old[start + 16 :], encoding="utf-8")
        page.evaluate(update)
        for _ in range(50):
            page.goto("about:blank")
            page.wait_for_timeout(300)
            page.goto(address + CONSENT, wait_until="domcontentloaded")
            after = page.evaluate("caches.keys()")
            if not set(before) & set(after):
                break
        assert len(after) == 1
        assert after != before
        context.close()
