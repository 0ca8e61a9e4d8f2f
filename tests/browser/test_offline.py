"""Copies in the browser: the second visit works without a network and says so; a whole edition or nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page, expect

from tests.browser.test_browser import CONSENT
from tests.browser.test_runtime import answers

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
        if any("/image-" in path for path in kept) and any(path.endswith("consent/index.html") for path in kept):
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
            page.goto(address + CONSENT)
            after = page.evaluate("caches.keys()")
            if not set(before) & set(after):
                break
        assert len(after) == 1
        assert after != before
        context.close()
