"""What was typed stays in the form, whatever is wrong with it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from calculators.guides.catalogue import GUIDES
from tests.support.calculator_page import check, opened


@pytest.mark.parametrize("name", GUIDES)
def test_what_was_typed_is_still_there_after_the_errors(browser: Browser, address: str, name: str) -> None:
    """In Chromium: an age or a day in words, one answer left out; the errors stand at their fields, and nothing is emptied."""
    with opened(browser, f"{address}calculators/{name}/") as page:
        page.locator(".calculator__form").wait_for()
        asked_first = page.locator(".calculator__form [data-question]:visible")
        choices = asked_first.filter(has_not=page.locator("input[type=text]"))
        for place in range(choices.count() - 1):
            choices.nth(place).locator("input").last.check()
        for text in page.locator(".calculator__form input[type=text]:visible").all()[:1]:
            text.fill("twelve")
        held = "form => [...form.elements].filter((field) => field.name).map((field) => [field.name, field.value, field.checked])"
        before = page.locator(".calculator__form").evaluate(held)
        check(page)
        expect(page.locator(".calculator__summary")).to_be_focused()
        assert (
            page.locator(".calculator__error:visible").count() == page.locator(".calculator__summary li").count() >= 1
        )
        assert page.locator(".calculator__form").evaluate(held) == before
        assert any(value == "twelve" or ticked for _, value, ticked in before)
