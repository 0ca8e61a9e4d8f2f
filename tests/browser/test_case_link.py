"""The link of a case, and a plan that Back, reload and closing do not lose."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Dialog, expect

from tests.browser.test_answers_link import HOSTILE
from tests.browser.test_case import LEAD, STEPS, answered, left, planned
from tests.support.calculator_page import CASE, fill, opened


def test_a_link_gives_the_same_plan_in_another_browser_and_leaves_no_trace(browser: Browser, address: str) -> None:
    """Also what is only asked once something else is answered; no request holds an answer, and nothing is stored."""
    with opened(browser, address + CASE, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator(".calculator__form").wait_for()
        answered(page, {**LEAD, "age-then": "13 years", "stage": "enquiry", "reached": "ended", "concern": "yes"})
        here = page.evaluate(STEPS)
        page.get_by_role("button", name="Copy a link to these answers").click()
        expect(page.get_by_role("status").filter(has_text="The link is copied")).to_be_visible()
        link: str = page.evaluate("navigator.clipboard.readText()")
        left(page)
    assert "age-then.13_" in link
    context = browser.new_context()
    asked: list[Any] = []
    context.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright cannot mark a built-in
    other = context.new_page()
    other.goto(link)
    planned(other)
    expect(other.locator(".calculator__status")).to_contain_text("The answers of the link are filled in")
    assert other.evaluate(STEPS) == here
    expect(other.locator(".case__changed")).to_have_count(0)
    assert other.url == address + CASE
    assert not [one.url for one in asked if "concern" in one.url.split("#")[0] or one.post_data]
    assert "age-then" not in other.evaluate("JSON.stringify([history.state, window.name, document.referrer])")
    state = context.storage_state(indexed_db=True)
    assert not state["cookies"]
    assert not [kept for kept in state["origins"] if kept["localStorage"] or kept.get("indexedDB")]
    context.close()


def test_a_damaged_or_hostile_link_gets_a_sentence(browser: Browser, address: str) -> None:
    """Nothing is filled in, the address is clean, and a plan of nothing stands."""
    for fragment in HOSTILE[:3]:
        with opened(browser, f"{address}{CASE}#{fragment}") as page:
            expect(page.locator(".calculator__status")).to_contain_text("The link to answers is damaged")
            planned(page)
            expect(page.locator(".calculator__status")).to_contain_text("The link to answers is damaged")
            assert page.url == address + CASE
            assert page.locator(".calculator__form input:checked").count() == 0


def test_clear_can_be_undone_until_the_page_is_left(browser: Browser, address: str) -> None:
    """It stands apart from the button that shows the plan; what was typed comes back, and so does the plan."""
    with opened(browser, address + CASE) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", LEAD)
        planned(page)
        before = page.evaluate(STEPS)
        page.get_by_role("button", name="Clear all answers").click()
        planned(page)
        assert page.evaluate(STEPS) != before
        page.get_by_role("button", name="Put them back").click()
        planned(page)
        assert page.evaluate(STEPS) == before
        expect(page.locator(".calculator__status")).to_have_text("Your answers are back.")
        left(page)


def test_a_plan_is_not_lost_by_back_reload_or_close(browser: Browser, address: str) -> None:
    """The browser asks before the page is left once something is answered, and not before that."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss() if len(asked) < 3 else dialog.accept()

    page.on("dialog", stay)
    page.goto(address)
    page.goto(address + CASE)
    page.locator(".calculator__form").wait_for()
    page.goto(address + CASE)  # nothing is answered: nothing is asked
    assert not asked
    page.locator('hsb-case input[name="role"]').first.click()
    page.evaluate("setTimeout(() => location.reload())")
    page.wait_for_timeout(700)
    assert asked == ["beforeunload"]
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_timeout(700)
    assert asked == ["beforeunload"] * 2
    expect(page.locator('hsb-case input[name="role"]').first).to_be_checked()
    page.close(run_before_unload=True)
    other = context.new_page()
    other.wait_for_timeout(700)
    assert asked == ["beforeunload"] * 3
    context.close()
