"""After an error Python goes on, starts again, or is begun anew by the next question; nothing is lost meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.runtime import browser_package
from tests.browser.test_runtime import WORDS, answers, fault, said, told_and_kept
from tests.support.calculator_page import CONSENT, READY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Serve


def asked(page: Page, request: dict[str, object], door: str = "answer") -> str:
    """Ask Python past the form; give the answer, or the words of the error."""
    found: str = page.evaluate(
        """async ([request, door]) => {
            const { runtime } = await import(new URL("runtime.js", document.querySelector('script[src$="/calculator.js"]').src));
            return runtime.ask(request, door).then(JSON.stringify, (error) => error.message);
        }""",
        [request, door],
    )
    return found


def test_an_error_of_python_is_a_sentence_and_python_goes_on(browser: Browser, address: str) -> None:
    """What Python itself raises is said without its traceback; nothing is started again for it."""
    page = browser.new_page()
    begun = said(page)
    page.goto(address + CONSENT)
    answers(page)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    words = asked(page, {"calculator": "none"})
    assert words == "the calculator made a mistake of its own (KeyError). Tell whoever keeps this site what you typed"
    page.get_by_role("button", name="Clear").click()
    answers(page)
    assert not any("Starting" in one for one in begun)
    assert not [url for url in fetched if "/assets/python/" in url]
    page.close()


# Put into the worker: an error as a trap makes it, at the first answer, or at every one.
TRAP = """if (self.trapped !== "once") { self.trapped = "%s"; throw new WebAssembly.RuntimeError("unreachable"); }
    return doors[door](request);"""


@pytest.mark.parametrize(("how", "ends"), [("once", True), ("always", False)])
def test_after_a_fatal_error_python_starts_again_from_the_image_once(
    browser: Browser, serve: Serve, site: Path, how: str, *, ends: bool
) -> None:
    """It is asked once more and answers, without the library and without any file again; a second such error is told, and then it begins anew."""
    worker = next(site.glob("assets/calculators-*/calculator-worker.js")).read_text(encoding="utf-8")
    answering = "return doors[door](request);"
    assert worker.count(answering) == 1
    replaced = (200, "text/javascript", worker.replace(answering, TRAP % how).encode())
    with serve({"calculator-worker.js": replaced}) as address:
        page = browser.new_page()
        begun = said(page)
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(request.url.rsplit("/", 1)[-1]))
        page.goto(address + CONSENT)
        answers(page) if ends else told_and_kept(page, "the calculator stopped twice (unreachable). Close other pages")
        assert len([words for words in begun if words == "Starting again: unreachable"]) >= 1
        parts = browser_package.parts(browser_package.OUT)
        assert parts["library"]["name"] not in fetched
        assert [fetched.count(parts[name]["name"]) for name in ("wasm", "image")] == [1, 1] or not ends
        page.close()


def test_a_failed_start_is_not_kept(browser: Browser, serve: Serve) -> None:
    """The host was broken, then mended: the next Check answers, in the page as it stands."""
    replaced = dict([fault("wasm", "missing")])
    with serve(replaced) as address:
        page = browser.new_page()
        page.goto(address + CONSENT)
        told_and_kept(page, WORDS["missing"])
        replaced.clear()
        page.get_by_role("button", name="Check").click()
        expect(page.get_by_role("button", name="Copy", exact=True)).to_be_visible(timeout=READY)
        page.close()
