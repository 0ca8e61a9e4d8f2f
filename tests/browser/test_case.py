"""A whole case in a real browser: the plan follows each answer, says what changed, prints, and is not lost by a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Dialog, expect

from tests.support.calculator_page import CASE, READY, fill, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEAD = {
    "role": "school-lead",
    "age-then": "13",
    "others": "one",
    "harmed-age": "11",
    "activity": "yes",
    "share-home": "no",
    "share-school": "yes",
    "level": "problematic",
    "harm": "yes",
}


def planned(page: Page) -> None:
    """Wait for the plan of what is answered."""
    page.locator("#case-result").wait_for(timeout=READY)
    page.wait_for_timeout(600)


def test_a_school_lead_is_at_the_first_action_within_twelve_taps(browser: Browser, address: str) -> None:
    """From the home page on a phone: the link to a case, the few facts that are known, the bar that leads to the plan."""
    with opened(browser, address, viewport={"width": 375, "height": 667}) as page:
        taps = 0
        page.locator('#content a[href*="calculators/case/"]').first.click()
        taps += 1
        page.locator(".calculator__form").wait_for()
        fill(page, "case", LEAD)
        taps += len(LEAD)
        planned(page)
        bar = page.locator(".case__bar")
        expect(bar).to_be_in_viewport()
        expect(bar).not_to_have_text("")
        bar.click()
        taps += 1
        expect(page.locator(".result h3").first).to_be_in_viewport()
        assert taps <= 12
        assert page.locator(".result__steps > li").count() > 1
        page.evaluate("document.querySelector('.calculator__form').reset()")


def test_the_plan_prints_on_two_sheets_at_most(browser: Browser, address: str) -> None:
    """A4, what is due soon in full with room to write; nothing else of the page."""
    with opened(browser, address + CASE) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", LEAD)
        planned(page)
        page.evaluate("() => { window.print = () => {}; }")
        page.get_by_role("button", name="Print", exact=True).click()
        page.emulate_media(media="print")
        expect(page.locator(".case__sheet")).to_be_visible()
        expect(page.locator(".result")).to_be_hidden()
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        assert 1 <= pdf.count(b"/Type /Page\n") <= 2


def test_a_change_of_stage_shows_what_is_new_and_what_fell_away(browser: Browser, address: str) -> None:
    """From the report to the finished assessment."""
    with opened(browser, address + CASE) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", {"stage": "start", **LEAD})
        planned(page)
        page.check('hsb-case input[name="stage"][value="assessed"]')
        changed = page.locator(".case__changed")
        expect(changed).to_contain_text("New in the plan", timeout=READY)
        expect(changed).to_contain_text("No longer in the plan")
        new = changed.locator("ul").first.locator("li").first.inner_text()
        assert new in page.locator(".result").inner_text() or page.locator(".result details").count()


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


@pytest.mark.parametrize("role", ["health", "early-help", "social-care"])
@pytest.mark.parametrize("area", ["", "#area=north-east-lincolnshire"])
def test_a_page_of_a_role_brings_the_role(browser: Browser, address: str, role: str, area: str) -> None:
    """With an area and without one: the role is chosen, the rest is open, the address holds no answer."""
    with opened(browser, f"{address}roles/{role}/{area}") as page:
        page.locator(".now").get_by_role("link", name="Check a case").click()
        page.locator(".calculator__form").wait_for()
        expect(page.locator(f'hsb-case input[name="role"][value="{role}"]')).to_be_checked()
        assert page.locator("hsb-case input:checked").count() == 1
        assert "answers" not in page.url
        assert page.url == f"{address}{CASE}{area}"
        page.evaluate("document.querySelector('.calculator__form').reset()")
