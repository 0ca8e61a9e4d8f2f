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


def test_the_mark_of_a_source_says_what_it_means_and_leads_there(browser: Browser, address: str) -> None:
    """By mouse and by keyboard, in place; one step to the source; Escape goes back to the mark."""
    with opened(browser, address + CHAPTER) as page:
        mark = page.locator("#content p a.citation:visible").first
        source = (mark.get_attribute("href") or "").removeprefix("#")
        said = page.locator(f"[id='{source}']").text_content() or ""
        note = page.locator(".citation-note")
        mark.click()
        expect(note).to_have_text(said)
        expect(note).to_be_in_viewport()
        expect(page).to_have_url(address + CHAPTER)
        mark.click()
        expect(note).to_have_count(0)
        mark.focus()
        page.keyboard.press("Enter")
        expect(note).to_be_focused()
        page.keyboard.press("Escape")
        expect(mark).to_be_focused()
        expect(note).to_have_count(0)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}reference/sources/#{source}")


def test_a_link_to_a_source_opens_the_folded_list(browser: Browser, address: str) -> None:
    """A link from elsewhere that names the source; paper shows the list and what is on the page."""
    with opened(browser, "about:blank") as page:
        page.goto(f"{address}{CHAPTER}#source-llr-8")
        expect(page.locator("#source-llr-8")).to_be_visible()
        expect(page.locator("#source-llr-8")).to_be_in_viewport()
        page.goto("about:blank")
        page.goto(address + CHAPTER)
        expect(page.locator("#source-llr-8")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator("#source-llr-8")).to_be_visible()
        expect(page.locator(".on-page li").first).to_be_visible()


@pytest.mark.parametrize("width", [960, 1152, 1280, 1920])
def test_a_rail_says_what_is_on_the_page(browser: Browser, address: str, width: int) -> None:
    """From 960 pixels beside the text, which it does not touch; no line of text is longer than about 75 letters."""
    with opened(browser, address + CHAPTER, viewport={"width": width, "height": 800}) as page:
        rail, text = page.locator(".frame__contents").bounding_box(), page.locator("#content").bounding_box()
        assert rail
        assert text
        assert rail["x"] >= text["x"] + text["width"]
        assert rail["x"] + rail["width"] <= width
        longest = page.locator("#content > p").evaluate_all(
            """all => Math.max(...all.filter((one) => one.offsetParent).map((one) =>
              one.innerText.length / Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight))))"""
        )
        assert longest <= 78


@pytest.mark.parametrize("path", ["", CHAPTER, "reference/glossary/", "calculators/next-steps/", "search.html"])
@pytest.mark.parametrize("width", [320, 375])
def test_letters_twice_as_large_fit_a_phone(browser: Browser, address: str, path: str, width: int) -> None:
    """Nothing is wider than the screen, and area, search and menu lie beside or below each other, whole."""
    with opened(browser, address + path, viewport={"width": width, "height": 800}) as page:
        page.evaluate("document.documentElement.style.setProperty('font-size', '250%', 'important')")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        boxes = [page.locator(one).bounding_box() for one in (".frame__name", "#area", ".search", ".frame__menu")]
        assert all(box and box["width"] >= 60 and box["x"] + box["width"] <= width for box in boxes), boxes
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                assert one
                assert other
                apart = (
                    one["x"] + one["width"] <= other["x"] + 1
                    or other["x"] + other["width"] <= one["x"] + 1
                    or one["y"] + one["height"] <= other["y"] + 1
                    or other["y"] + other["height"] <= one["y"] + 1
                )
                assert apart, (one, other)


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
