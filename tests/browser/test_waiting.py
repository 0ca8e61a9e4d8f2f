"""When Python starts and how long a page waits for it: near the reader, once for all, ten seconds awake, back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page, expect

from hooks.runtime import browser_package
from tests.browser.test_runtime import answers
from tests.support.calculator_page import CONSENT, READY, TWELVES, check, fill, typed_for
from tools.find_browser import find

if TYPE_CHECKING:
    from tests.conftest import Serve


def test_a_download_that_stalls_ends_after_ten_seconds_awake(browser: Browser, serve: Serve) -> None:
    """An hour asleep counts as one second; ten seconds awake without a byte end the wait, the answers are kept."""
    name = browser_package.parts(browser_package.OUT)["wasm"]["name"]
    with serve(stalled=(name,)) as address:
        page = browser.new_page()
        page.clock.install()
        page.goto(address + CONSENT)
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        page.get_by_role("button", name="Check").click()
        status = page.locator(".calculator__status")
        expect(status).to_contain_text("The first answer is shown")
        page.clock.fast_forward(3_600_000)
        expect(status).not_to_contain_text("cannot run here")
        page.clock.run_for(10_000)
        expect(status).to_contain_text("cannot run here: nothing more arrived for ten seconds. Check your connection")
        expect(page.locator(".result")).to_contain_text("Make a child protection referral")
        expect(page.locator("#consent-child-a")).to_have_value("12")
        page.close()


def test_a_slow_start_is_no_fault_of_the_connection(browser: Browser, serve: Serve) -> None:
    """Once everything came, a busy computer has two and a half minutes to start Python; then the page says what to do, and keeps the answers."""
    everything_came = b"onmessage = () => postMessage({ progress: 0.95 });"
    with serve({"calculator-worker.js": (200, "text/javascript", everything_came)}) as address:
        page = browser.new_page()
        page.clock.install()
        page.goto(address + CONSENT)
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        page.get_by_role("button", name="Check").click()
        status = page.locator(".calculator__status")
        expect(status).to_contain_text("95 %")
        page.clock.run_for(140_000)
        expect(status).not_to_contain_text("cannot run here")
        page.clock.run_for(10_000)
        expect(status).to_contain_text("cannot run here: Python did not start. Close other pages")
        expect(page.locator("#consent-child-a")).to_have_value("12")
        page.close()


def test_python_starts_when_a_calculator_comes_near_or_is_used(browser: Browser, address: str) -> None:
    """Nothing of the runtime is fetched while the calculator is far below, and all of it once the reader comes near."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def of_python() -> list[str]:
        return [url for url in asked if "/assets/python/" in url]

    page.route(
        "**/" + CONSENT,
        lambda route: route.fulfill(
            response=(answer := route.fetch()), body=answer.text().replace("<h1", "<br>" * 500 + "<h1", 1)
        ),
    )
    page.goto(address + CONSENT)
    page.wait_for_timeout(1500)
    assert not of_python()
    page.locator(".calculator__form").scroll_into_view_if_needed()
    answers(page)
    assert of_python()
    page.close()


def test_nothing_of_python_is_fetched_on_a_page_without_a_calculator(browser: Browser, address: str) -> None:
    """A chapter without one asks for no script of the calculators; one that holds one asks for Python only near it."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "procedure/referral/")
    page.wait_for_timeout(1000)
    assert not [url for url in asked if "/assets/python/" in url or "/assets/calculators-" in url]
    page.goto(address + "procedure/first-action/")
    page.wait_for_timeout(1000)
    assert not [url for url in asked if "/assets/python/" in url]
    page.close()


def test_two_calculators_on_one_page_share_one_python(browser: Browser, address: str) -> None:
    """Both answer, each its own; one worker."""
    page = browser.new_page()
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))
    page.goto(address + CONSENT)
    other = page.request.get(address + "calculators/age/").text()
    part = other[other.index("<hsb-calculator") : other.index("</hsb-calculator>")] + "</hsb-calculator>"
    page.evaluate("html => document.querySelector('hsb-calculator').insertAdjacentHTML('afterend', html)", part)
    for name, typed in (("age", typed_for("age")), ("consent", TWELVES)):
        fill_in(page, name, typed)
    for name in ("age", "consent"):
        page.locator(f'[data-guide="{name}"]').get_by_role("button", name="Check").click()
    for name in ("age", "consent"):
        expect(page.locator(f'[data-guide="{name}"] .result__record')).to_be_visible(timeout=READY)
    assert len([url for url in workers if url.endswith("calculator-worker.js")]) == 1
    page.close()


def fill_in(page: Page, guide: str, typed: dict[str, str]) -> None:
    """Answer one of several calculators on a page."""
    for key, value in typed.items():
        name = f'[data-guide="{guide}"] [name="{key}"]'
        page.fill(f"{name}[type=text]", value) if value.isdigit() else page.check(f'{name}[value="{value}"]')


def test_back_brings_the_answers_and_a_python_that_answers(browser: Browser, serve: Serve) -> None:
    """Where the browser keeps the page, its answers and its worker come back with it."""
    with serve() as address:
        keeping = browser.browser_type.launch(
            executable_path=find(), args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
        )
        page = keeping.new_page()
        page.goto(address + CONSENT)
        answers(page)
        page.goto(address + "procedure/first-action/")
        page.go_back(wait_until="commit")
        expect(page.locator("#consent-child-a")).to_have_value("12")
        expect(page.locator("#consent-result")).to_be_visible()
        page.fill("#consent-child-a", "11")
        check(page)
        expect(page.locator("#consent-result")).to_be_visible()
        keeping.close()
