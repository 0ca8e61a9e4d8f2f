"""Python in the browser under faults: a broken host, a forbidding browser, a sleeping device. Words, never a spinner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.runtime import browser_package
from hooks.site import security_policy
from tests.support.calculator_page import CONSENT, READY, TWELVES, check, fill, opened
from tools.find_browser import find

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Serve

PAGE = b"<!doctype html><title>Sign in</title>"
NEEDED = (
    ("loader",),
    ("glue",),
    ("wasm",),
    ("image", "library"),
)  # where there is no image, the library takes its place


def fault(part: str, way: str) -> tuple[str, tuple[int, str, bytes]]:
    """Give the name of a file, and what comes in its place."""
    name = browser_package.parts(browser_package.OUT)[part]["name"]
    content = (browser_package.OUT / name).read_bytes()
    middle = len(content) // 2
    return name, {
        "missing": (404, "text/plain", b""),
        "empty": (200, "application/octet-stream", b""),
        "truncated": (200, "application/octet-stream", content[:middle]),
        "one byte altered": (200, "text/javascript", content[:middle] + b"~" + content[middle + 1 :]),
        "sign-in page": (200, "text/html; charset=utf-8", PAGE),
    }[way]


WORDS = {
    "missing": "is missing on this host",
    "empty": "is damaged: 0 bytes came",
    "truncated": "is damaged",
    "one byte altered": "is damaged: its content is not what it should be",
    "sign-in page": "came a web page",
}


def told_and_kept(page: Page, words: str) -> None:
    """Check that the page says what is wrong and what to do, keeps the answers, and gives the lines and the table."""
    page.locator(".calculator__form").wait_for()
    page.fill("#consent-child-a", "12")
    page.get_by_role("button", name="Check").click()
    status = page.locator(".calculator__status")
    expect(status).to_contain_text("cannot run here", timeout=READY)
    expect(status).to_contain_text(words)
    expect(status).to_contain_text("What you typed is kept")
    expect(page.locator("#consent-child-a")).to_have_value("12")
    expect(page.locator(".calculator__table")).to_be_visible()
    fill(page, "consent", TWELVES)
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".result")).to_contain_text("Make a child protection referral")
    expect(status).to_contain_text("the reasons, the dates and the record are missing")


def said(page: Page) -> list[str]:
    """Give the list in which the page's console will stand."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    return found


def answers(page: Page) -> None:
    """Check that Python itself answers, with its reasons and the record."""
    page.locator(".calculator__form").wait_for()
    fill(page, "consent", TWELVES)
    check(page)
    expect(page.locator("#consent-result")).to_be_visible()
    expect(page.get_by_role("button", name="Copy", exact=True)).to_be_visible()


# A broken host


@pytest.mark.parametrize("way", WORDS)
@pytest.mark.parametrize("parts", NEEDED)
def test_a_broken_file_gives_a_sentence(browser: Browser, serve: Serve, parts: tuple[str, ...], way: str) -> None:
    """Every file that is needed, with what would take its place, in every way."""
    with serve(dict(fault(part, way) for part in parts)) as address:
        page = browser.new_page()
        page.goto(address + CONSENT)
        told_and_kept(page, WORDS[way])
        page.close()


@pytest.mark.parametrize("way", WORDS)
def test_a_broken_image_is_replaced_by_the_library(browser: Browser, serve: Serve, way: str) -> None:
    """Python starts without the image and gives the same result."""
    results = []
    for replaced in ({}, dict([fault("image", way)])):
        with serve(replaced) as address:
            page = browser.new_page()
            begun = said(page)
            page.goto(address + CONSENT)
            answers(page)
            results.append(page.locator(".result").inner_text().replace(address, ""))
            assert any("without the memory image" in words for words in begun) == bool(replaced)
            page.close()
    assert results[0] == results[1]


@pytest.mark.parametrize(
    ("name", "replacement", "words"),
    [
        ("calculator-worker.js", (404, "text/plain", b""), "calculator-worker.js cannot be run"),
        ("calculator-worker.js", (200, "text/javascript", b"const x ="), "cannot run here"),
    ],
)
def test_a_broken_script_gives_a_sentence(
    browser: Browser, serve: Serve, name: str, replacement: tuple[int, str, bytes], words: str
) -> None:
    """What comes before the parts: the worker itself, with the list of the parts in it."""
    with serve({name: replacement}) as address:
        page = browser.new_page()
        page.goto(address + CONSENT)
        told_and_kept(page, words)
        page.close()


def test_without_the_script_of_the_page_the_table_is_the_calculator(browser: Browser, serve: Serve) -> None:
    """Where the page's own script is missing it says so in the words it was built with."""
    with serve({"runtime.js": (404, "text/plain", b"")}) as address:
        page = browser.new_page()
        page.goto(address + CONSENT)
        expect(page.get_by_text("use the rules and the table below")).to_be_visible()
        expect(page.locator(".calculator__table")).to_be_visible()
        expect(page.locator("form.calculator__form")).to_be_hidden()
        page.close()


def test_where_the_script_of_the_page_stalls_the_table_is_the_calculator_too(browser: Browser, address: str) -> None:
    """The form is there to read; after ten seconds without the script to answer it, the rules are."""
    page = browser.new_page()
    page.route("**/calculator.js", lambda _: None)
    page.goto(address + CONSENT, wait_until="commit")
    expect(page.get_by_role("button", name="Check")).to_be_disabled()
    expect(page.get_by_text("use the rules and the table below")).to_be_visible(timeout=15_000)
    expect(page.locator(".calculator__table")).to_be_visible()
    page.close()


def test_types_that_a_host_gets_wrong_do_not_matter(browser: Browser, serve: Serve) -> None:
    """A host that serves every part but the scripts as plain bytes still runs the calculators, from the image."""
    plain = "application/octet-stream"
    parts = browser_package.parts(browser_package.OUT)
    names = [parts[part]["name"] for part in ("wasm", "image", "library")]
    replaced = {name: (200, plain, (browser_package.OUT / name).read_bytes()) for name in names}
    with serve(replaced) as address, opened(browser, address + CONSENT) as page:
        answers(page)


def test_the_site_works_in_a_sub_folder(browser: Browser, serve: Serve, site: Path, tmp_path: Path) -> None:
    """Every address in the site is relative."""
    (tmp_path / "hsb").symlink_to(site, target_is_directory=True)
    with serve(folder=tmp_path) as address, opened(browser, f"{address}hsb/{CONSENT}") as page:
        answers(page)


# A forbidding browser


def policy(permission: str, instead: str) -> dict[str, str]:
    """Give a header with the policy of the site, one permission of it changed."""
    whole = security_policy.policy(set()).replace("script-src", "script-src 'unsafe-inline'")
    assert permission in whole
    return {"Content-Security-Policy": whole.replace(permission, instead)}


@pytest.mark.parametrize(
    ("permission", "instead", "words"),
    [
        ("'wasm-unsafe-eval'", "", "forbids WebAssembly. Tell whoever keeps this site"),
        ("worker-src 'self'", "worker-src 'none'", "calculator-worker.js cannot be run. Tell whoever keeps this site"),
    ],
)
def test_what_a_policy_forbids_is_told(
    browser: Browser, serve: Serve, permission: str, instead: str, words: str
) -> None:
    """A host whose header does not allow WebAssembly, or a worker: the lines and the table are the calculator."""
    with serve(headers=policy(permission, instead)) as address:
        page = browser.new_page()
        page.goto(address + CONSENT)
        told_and_kept(page, words)
        page.close()


def test_where_the_browser_forbids_workers_it_says_so(browser: Browser, address: str) -> None:
    """A browser that refuses at once."""
    page = browser.new_page()
    page.add_init_script(
        "window.Worker = class { constructor() { throw new DOMException('Not here', 'SecurityError'); } }"
    )
    page.goto(address + CONSENT)
    told_and_kept(page, "the browser does not allow it (Not here)")
    page.close()


STORAGES = ("caches", "indexedDB", "localStorage", "sessionStorage")


def test_where_storage_is_forbidden_python_still_answers(browser: Browser, address: str) -> None:
    """A browser that blocks site data throws at the first touch of a storage."""
    context = browser.new_context(service_workers="block")
    for name in STORAGES:
        context.add_init_script(
            f"Object.defineProperty(window, '{name}', {{ configurable: true, get() {{ throw new DOMException('blocked', 'SecurityError'); }} }})"
        )
    page = context.new_page()
    page.goto(address + CONSENT)
    answers(page)
    context.close()


def test_where_memory_is_exhausted_it_says_so(browser: Browser, serve: Serve, site: Path) -> None:
    """The runtime cannot have the memory that it asks for."""
    worker = next(site.glob("assets/calculators-*/calculator-worker.js")).read_bytes()
    full = b"""
        const instantiate = WebAssembly.instantiate;
        WebAssembly.instantiate = async (module, imports) => {
            if (imports) throw new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory");
            return instantiate(module);
        };
    """
    with serve({"calculator-worker.js": (200, "text/javascript", full + worker)}) as address:
        page = browser.new_page()
        page.goto(address + CONSENT)
        told_and_kept(page, "this device has too little free memory. Close other pages and programs")
        page.close()


def test_without_https_every_file_is_still_compared(browser: Browser, serve: Serve) -> None:
    """On an intranet without https the browser has no SHA-256: the other checksum finds one altered byte, and nothing else is missing."""
    altered = dict([fault("wasm", "one byte altered")])
    plain = browser.browser_type.launch(
        executable_path=find(), args=["--no-sandbox", "--host-resolver-rules=MAP intranet.example 127.0.0.1"]
    )
    for replaced in ({}, altered):
        with serve(replaced) as address:
            page = plain.new_page()
            page.goto(address.replace("127.0.0.1", "intranet.example") + CONSENT)
            assert not page.evaluate("isSecureContext")
            told_and_kept(page, WORDS["one byte altered"]) if replaced else answers(page)
            page.close()
    plain.close()
