"""By keyboard alone: ten tasks, and the focus always in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.guides.catalogue import GUIDES
from tests.browser.test_accessibility import KINDS, SEEN
from tests.support.calculator_page import opened, typed_for


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (320, 256)])
@pytest.mark.parametrize("name", [*KINDS, "calculators/FIRST/"])
def test_the_focus_is_never_hidden(browser: Browser, address: str, name: str, width: int, height: int) -> None:
    """Tab by tab down each kind of page, also as at 400 per cent zoom: the focus is in sight and has a ring."""
    name = name.replace("FIRST", next(iter(GUIDES)))
    with opened(browser, address + name, viewport={"width": width, "height": height}, reduced_motion="reduce") as page:
        page.wait_for_timeout(300)
        reached = 0
        for _ in range(120):
            page.keyboard.press("Tab")
            state = page.evaluate(SEEN)
            if state == "nothing":
                break  # past the last one
            assert not state, (name, width, state)
            reached += 1
        assert reached > 15


def focus(page: Page, selector: str, most: int = 150) -> None:
    """Press Tab until the focus is on what is sought."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_ten_tasks_by_keyboard_alone(browser: Browser, address: str) -> None:
    """What people come to do, with Tab, Enter, Space, arrows and typing, and nothing else."""
    name = next(iter(GUIDES))
    with opened(browser, address) as page:
        # 1. The number to ring comes first after the skip link, which leads into the page.
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate(
            "document.activeElement.closest('main, #content, article') !== null || location.hash !== ''"
        )
        page.goto(address)
        focus(page, 'a[href="tel:999"]', 3)
        # 2. To another part of the site.
        focus(page, 'nav a[href$="procedure/"]')
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}procedure/")
        # 3. To a chapter.
        focus(page, 'a[href$="first-action/"]')
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}procedure/first-action/")
        # 4. To the source of a statement: what it is, in place.
        focus(page, "a.citation")
        page.keyboard.press("Enter")
        expect(page.locator(".citation-note")).to_be_focused()
        # 5. Search, and open what it found.
        page.goto(f"{address}procedure/")
        focus(page, "[name=query]", 20)
        page.keyboard.type("strategy discussion", delay=30)
        page.locator(".search__result").first.wait_for()
        focus(page, ".search__result", 2)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url != f"{address}procedure/")
        # 6. Check with nothing answered; from the summary of errors to the field.
        page.goto(f"{address}calculators/{name}/")
        page.locator(".calculator__form").wait_for()
        focus(page, ".calculator__form [type=submit]")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_focused()
        focus(page, ".calculator__summary a", 2)
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.matches('.calculator__form input')")
        # 7. Answer, and be taken to the result.
        answer_by_keyboard(page, name)
        expect(page.locator(f"#{name}-result")).to_be_focused()
        # 8. Why these lines.
        focus(page, ".result summary")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open")
        # 9. Keep the record.
        focus(page, ".result__record summary")
        page.keyboard.press("Enter")
        focus(page, '[data-record="download"]')
        with page.expect_download():
            page.keyboard.press("Enter")
        # 10. Clear.
        page.locator(".calculator__form").evaluate("form => form.querySelector('[type=submit]').focus()")
        focus(page, ".calculator__form [type=reset]", 2)
        page.keyboard.press("Enter")
        expect(page.locator(".result")).to_have_count(0)
        expect(page.locator(".calculator__form input").first).to_be_focused()


def answer_by_keyboard(page: Page, name: str) -> None:
    """Go through the form with Tab; type what is typed, press Space on what is chosen; press Check."""
    typed = typed_for(name)
    for _ in range(60):
        here = page.evaluate("(({ name, type }) => ({ name, type }))(document.activeElement)")
        wanted = typed.get(here["name"], "")
        if here["type"] == "submit":
            break
        if here["type"] == "text" and wanted and wanted != "not-known":
            page.keyboard.type(wanted)
        elif here["type"] == "radio" and wanted:
            page.keyboard.press("Space")
            for _ in range(12):
                if page.evaluate("document.activeElement.value") == wanted:
                    break
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".result__record").wait_for(timeout=60_000)
