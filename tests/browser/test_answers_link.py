"""A link to answers: made when asked for, read once, out of the address at once, in no request, stored nowhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.support.calculator_page import CONSENT, TWELVES, check, fill, opened

HOSTILE = (
    "answers=child-a.%3Cimg%20src=x%20onerror=alert(1)%3E",
    "answers=child-a.12_child-a.13",
    "answers=child-a",
    "answers=__proto__.12",
    "answers=child-a.12.13",
    "answers=" + "_".join(f"child-{number}.12" for number in range(300)),
    "answers=",
)


def test_a_link_takes_answers_to_another_browser_and_leaves_no_trace(browser: Browser, address: str) -> None:
    """Copied here, opened in another context: the same steps; the address is clean and no request held an answer."""
    steps = "() => [...document.querySelectorAll('.result [data-action]')].map((one) => one.dataset.action)"
    with opened(browser, address + CONSENT, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        check(page)
        here = page.evaluate(steps)
        page.get_by_text("More ways to keep it").click()
        page.get_by_role("button", name="Copy a link to these answers").click()
        expect(page.get_by_role("status").filter(has_text="The link is copied")).to_be_visible()
        link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{address}{CONSENT}#")
    assert "child-a.12" in link
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    other = context.new_page()
    other.goto(link)
    expect(other.locator(".calculator__status")).to_contain_text("The answers of the link are filled in")
    assert "answers" not in other.url
    assert "answers" not in other.evaluate("JSON.stringify([history.state, window.name, document.referrer])")
    expect(other.locator("#consent-child-a")).to_have_value("12")
    check(other)
    assert other.evaluate(steps) == here
    assert asked
    # Playwright gives the fragment of the page's own address, which no browser sends
    assert not [url for url in asked if "child-a." in url.split("#")[0] or "answers=" in url.split("#")[0]]
    state = context.storage_state(indexed_db=True)
    assert not state["cookies"]
    assert not [kept for kept in state["origins"] if kept["localStorage"] or kept.get("indexedDB")]
    context.close()


def test_a_damaged_or_hostile_link_gets_a_sentence_and_fills_nothing(browser: Browser, address: str) -> None:
    """Markup, a field twice, no value, a name of the language's own, too long: the same sentence, a clean address."""
    for fragment in HOSTILE:
        with opened(browser, f"{address}{CONSENT}#{fragment}") as page:
            status = page.locator(".calculator__status")
            expect(status).to_contain_text("The link to answers is damaged, so no answer was filled in")
            assert "answers" not in page.url
            assert page.locator(".calculator__form input:checked").count() == 0
            assert page.locator("#consent-child-a").input_value() == ""


@pytest.mark.parametrize("fragment", ["answers=nothing.here_child-a.12", "area=england&answers=child-a.12"])
def test_a_link_passes_over_what_the_page_does_not_ask(browser: Browser, address: str, fragment: str) -> None:
    """A field that is not there does no harm; an area stays in the address."""
    with opened(browser, f"{address}{CONSENT}#{fragment}") as page:
        expect(page.locator("#consent-child-a")).to_have_value("12")
        assert "answers" not in page.url


def test_answers_go_into_a_case_plan(browser: Browser, address: str) -> None:
    """One press takes them along, under the names of the case; the address is clean there too."""
    with opened(browser, address + "calculators/next-steps/") as page:
        page.locator(".calculator__form").wait_for()
        typed = {"role": "school-lead", "age-then": "13", "others": "one", "harmed-age": "12", "activity": "not-known"}
        typed |= {"share-home": "no", "share-school": "yes", "level": "problematic", "harm": "not-known"}
        fill(page, "next-steps", {**typed, "images": "none", "services": "none"})
        check(page)
        page.get_by_role("button", name="Put these answers into a case plan").click()
        page.wait_for_url(f"{address}calculators/case/**")
        expect(page.locator("#case-age-then")).to_have_value("13")
        expect(page.locator('hsb-case input[name="level"][value="problematic"]')).to_be_checked()
        assert "answers" not in page.url
        expect(page.locator("#case-result")).to_be_visible(timeout=60_000)
