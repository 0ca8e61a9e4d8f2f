"""How a reader finds the way in a page: where it is, what is on it, its sources, the menu, and that it is past its review."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.support.calculator_page import opened

CHAPTER = "procedure/referral/"


def test_the_menu_works_without_a_script(browser: Browser, address: str) -> None:
    """On a phone the menu is a plain fold of links."""
    with opened(browser, address, java_script_enabled=False, viewport={"width": 320, "height": 640}) as page:
        page.get_by_text("Menu", exact=True).click()
        page.locator(".frame__menu").get_by_role("link", name="Procedure").click()
        expect(page.locator("h1")).to_have_text(re.compile("procedure", re.IGNORECASE))


def test_the_crumbs_say_where_a_page_is_and_lead_up(browser: Browser, address: str) -> None:
    """Home, the part, the page itself, which is no link."""
    with opened(browser, address + CHAPTER) as page:
        crumbs = page.locator("nav.crumbs li")
        expect(crumbs).to_have_count(3)
        expect(crumbs.last).to_have_attribute("aria-current", "page")
        assert crumbs.last.locator("a").count() == 0
        crumbs.nth(1).get_by_role("link").click()
        expect(page).to_have_url(f"{address}procedure/")
        page.locator("nav.crumbs").get_by_role("link", name="Home").click()
        expect(page).to_have_url(address)
        expect(page.locator("nav.crumbs")).to_have_count(0)


@pytest.mark.parametrize("width", [375, 1280])
def test_what_is_on_a_page_is_one_press_away(browser: Browser, address: str, width: int) -> None:
    """Folded at the head on a phone, beside the text where there is room: each heading once, and it leads there."""
    with opened(browser, address + CHAPTER, viewport={"width": width, "height": 700}) as page:
        if page.locator(".on-page").is_visible():
            page.locator(".on-page summary").click()
        link = page.locator(".on-page a:visible, .frame__contents a:visible").nth(1)
        name = link.inner_text()
        link.click()
        there = page.locator(":target")
        expect(there).to_contain_text(name)
        expect(there).to_be_in_viewport()


def test_a_citation_opens_the_folded_sources(browser: Browser, address: str) -> None:
    """By mouse, and by a link from elsewhere that names the source."""
    with opened(browser, address + CHAPTER) as page:
        mark = page.locator("#content a.citation:visible").first
        source = (mark.get_attribute("href") or "").removeprefix("#")
        place = page.locator(f"[id='{source}']")
        expect(place).to_be_hidden()
        mark.click()
        expect(place).to_be_visible()
        expect(place).to_be_in_viewport()
        page.goto("about:blank")
        page.goto(f"{address}{CHAPTER}#{source}")
        expect(place).to_be_visible()


def test_an_overdue_page_says_so_in_the_reader_s_browser(browser: Browser, address: str) -> None:
    """On the day after, without a new build; on the day itself nothing is overdue."""
    with opened(browser, "about:blank") as page:
        page.goto(address + CHAPTER)
        due = page.locator("[data-review-by]").first
        day = due.get_attribute("data-review-by") or ""
        for moment, overdue in ((f"{day}T12:00:00", False), ("2035-01-01T12:00:00", True)):
            page.clock.set_fixed_time(moment)
            page.goto(address + CHAPTER)
            said = page.locator("[data-review-by]").first
            if overdue:
                expect(said).to_contain_text("Review overdue since")
                expect(said).to_contain_text("Check with the owner before you rely on this page")
            else:
                expect(said).not_to_contain_text("overdue")


def test_single_keys_do_nothing(browser: Browser, address: str) -> None:
    """No shortcut of one letter steals the focus from a reader of the page."""
    with opened(browser, address) as page:
        for key in ("f", "s", "/", "n", "p"):
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.tagName") == "BODY"


@pytest.mark.parametrize("width", [320, 1280])
def test_search_finds_a_chapter(browser: Browser, address: str, width: int) -> None:
    """Search works under the policy, with nothing stored, announces its count, and fits a phone."""
    with opened(browser, address, viewport={"width": width, "height": 700}) as page:
        page.get_by_role("searchbox", name="Search the guidance").click()
        page.keyboard.type("strategy discussion", delay=30)
        result = page.locator(".search__result").first
        result.wait_for(timeout=20_000)
        expect(page.locator(".search__status[role=status]")).to_contain_text("pages found")
        box = page.locator(".search__output").bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        on_top = "([x, y]) => !!document.elementFromPoint(x, y)?.closest('.search__output')"
        assert page.evaluate(on_top, [box["x"] + box["width"] / 2, box["y"] + 60])
        assert "strategy" in result.inner_text().lower()
