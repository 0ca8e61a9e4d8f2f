"""The calculators in a real browser: without a script, by keyboard, relevance, errors, Clear, the record, the first answer."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

from playwright.sync_api import Browser, expect

from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES
from tests.support.calculator_page import (
    CONSENT,
    READY,
    TWELVES,
    check,
    fill,
    opened,
    typed_for,
)

REFERRAL = "Make a child protection referral"


def test_without_a_script_every_page_gives_every_rule_and_the_table(browser: Browser, address: str) -> None:
    """Scripts off: no form that cannot answer; every rule with its sources, and the table, open."""
    for name, guide in GUIDES.items():
        with opened(browser, f"{address}calculators/{name}/", java_script_enabled=False) as page:
            expect(page.locator("form.calculator__form")).to_be_hidden()
            expect(page.get_by_text("use the rules and the table below")).to_be_visible()
            for rule in guide.rules:
                line = page.locator(f"#{name}-rule-{rule.key}")
                expect(line).to_be_visible()
                assert line.locator("a.citation").count() >= len(rule.cites), rule.key
            for question in guide.questions:
                if question.for_display:
                    continue
                expect(page.locator(".calculator__table").get_by_text(question.text, exact=True).first).to_be_visible()


def test_two_twelve_year_olds_by_keyboard_alone(browser: Browser, address: str) -> None:
    """Tab, type, arrows and space: the referral, with its source, and the focus on the result."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        page.locator("#consent-child-a").focus()
        page.keyboard.type("12")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.type("12")
        page.keyboard.press("Tab")
        for question, downs in (("activity", 1), *((key, 0) for key in list(TWELVES)[3:])):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.name") == question
            page.keyboard.press("Space")
            for _ in range(downs):
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.locator("#consent-result").wait_for(timeout=READY)
        expect(page.locator("#consent-result")).to_be_focused()
        expect(page.locator("#consent-result")).to_contain_text(REFERRAL)
        mark = page.locator(".result__because a.citation").first
        source = (mark.get_attribute("href") or "")[1:]
        expect(page.locator(f"#{source}")).to_be_hidden()
        mark.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".citation-note")).to_have_text(page.locator(f"#{source}").text_content() or "")


def test_a_question_appears_when_it_is_relevant_and_what_was_answered_stays(browser: Browser, address: str) -> None:
    """Understanding is asked from 13; going back below hides it, and forward again shows what was ticked."""
    with opened(browser, address + CONSENT) as page:
        capacity = page.locator('[data-question="capacity"]')
        expect(capacity).to_be_hidden()
        older = {key: value for key, value in TWELVES.items() if key != "activity"}
        fill(page, "consent", {**older, "child-a": "14", "child-b": "15", "choice": "yes", "power": "no"})
        expect(capacity).to_be_visible()
        page.check('input[name="capacity"][value="no"]')
        page.fill("#consent-child-a", "12")
        page.fill("#consent-child-b", "12")
        expect(capacity).to_be_hidden()
        page.fill("#consent-child-a", "14")
        page.fill("#consent-child-b", "15")
        expect(capacity).to_be_visible()
        expect(page.locator('input[name="capacity"][value="no"]')).to_be_checked()
        expect(page.locator('input[name="force"][value="no"]')).to_be_checked()


def test_relevance_in_the_page_is_that_of_the_rules(browser: Browser, address: str) -> None:
    """For every pair of ages the page shows the questions that Python asks."""
    guide = GUIDES["consent"]
    ages = ("", "0", "9", "10", "12", "13", "15", "16", "17", "18", "120", "121", "x")
    shown = """pairs => pairs.map((pair) => {
        pair.forEach((value, place) => { document.querySelector(`#consent-child-${"ab"[place]}`).value = value; });
        document.querySelector(".calculator__form").dispatchEvent(new Event("input"));
        return [...document.querySelectorAll("[data-question]")].filter(q => !q.hidden).map(q => q.dataset.question);
    })"""
    pairs = list(product(ages, repeat=2))
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        found = page.evaluate(shown, pairs)
    for (a, b), keys in zip(pairs, found, strict=True):
        answers = {}
        for key, typed in (("child-a", a), ("child-b", b)):
            try:
                answers[key] = guide.question(key).read(typed)
            except ValueError:
                continue
        assert keys == [question.key for question in guide.questions if question.relevant(answers)], (a, b)


def test_a_result_is_taken_away_when_an_answer_changes_and_no_status_lies(browser: Browser, address: str) -> None:
    """Nobody reads or prints lines that belong to other answers; what is said fits what is shown."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        status = page.locator(".calculator__status")
        expect(status).not_to_contain_text("taken away")
        check(page)
        expect(status).to_contain_text("The answer is ready")
        page.check('input[name="force"][value="yes"]')
        expect(page.locator(".result")).to_have_count(0)
        expect(status).to_contain_text("Press Check for the new one")
        check(page)
        expect(status).to_contain_text("The answer is ready")
        page.fill("#consent-child-a", "twelve")
        page.get_by_role("button", name="Check", exact=True).click()
        page.get_by_role("alert").wait_for()
        expect(status).to_have_text("")
        expect(page.locator(".result")).to_have_count(0)


def test_errors_stand_at_the_top_and_at_the_field_and_lose_nothing(browser: Browser, address: str) -> None:
    """The summary has the focus and links to the field; the same words stand there; what was typed is kept."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        page.fill("#consent-child-a", "twelve")
        page.fill("#consent-child-b", "14")
        page.check('input[name="exchange"][value="yes"]')
        check(page)
        summary = page.get_by_role("alert")
        expect(summary).to_be_focused()
        assert page.title().startswith("Error: ")
        first = summary.get_by_role("link").first
        expect(first).to_have_text(re.compile("“twelve” cannot be used"))
        expect(page.locator("#consent-child-a-error")).to_have_text(f"Error: {first.inner_text()}")
        described = page.locator("#consent-child-a").get_attribute("aria-describedby") or ""
        assert "consent-child-a-error" in described.split()
        first.click()
        expect(page.locator("#consent-child-a")).to_be_focused()
        expect(page.locator("#consent-child-a")).to_have_value("twelve")
        expect(page.locator('input[name="exchange"][value="yes"]')).to_be_checked()
        fill(page, "consent", TWELVES)
        check(page)
        expect(page.locator(".calculator__summary")).to_have_count(0)
        expect(page.locator("[aria-invalid]")).to_have_count(0)
        assert not page.title().startswith("Error: ")


def test_wrong_dates_are_told_at_their_fields(browser: Browser, address: str) -> None:
    """A day that does not exist and one that is missing."""
    with opened(browser, f"{address}calculators/age/") as page:
        page.locator(".calculator__form").wait_for()
        page.fill("#age-birth", "30/02/2014")
        check(page)
        expect(page.locator("#age-birth-error")).to_contain_text("no such day in the calendar")
        expect(page.locator("#age-behaviour-error")).to_contain_text("not answered")
        expect(page.locator("#age-birth")).to_have_value("30/02/2014")
        page.get_by_role("alert").locator('a[href="#age-birth"]').click()
        expect(page.locator("#age-birth")).to_be_focused()


def test_clear_forgets_everything_and_can_be_undone(browser: Browser, address: str) -> None:
    """After Clear no answer, no result and no record is left, and it is announced; “Put them back” brings the answers."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        check(page)
        page.get_by_role("button", name="Clear all answers").click()
        expect(page.locator(".result")).to_have_count(0)
        expect(page.get_by_role("status").filter(has_text="cleared")).to_be_visible()
        assert page.locator(".calculator__form input:checked").count() == 0
        assert page.locator("#consent-child-a").input_value() == ""
        assert page.evaluate("document.querySelector('hsb-calculator').record === undefined")
        page.get_by_role("button", name="Put them back").click()
        expect(page.get_by_role("button", name="Check", exact=True)).to_be_focused()
        expect(page.locator("#consent-child-a")).to_have_value("12")
        check(page)
        expect(page.locator("#consent-result")).to_contain_text(REFERRAL)


def test_the_first_case_of_each_calculator_is_one_that_its_form_takes() -> None:
    """What these tests type can be typed."""
    for name, guide in GUIDES.items():
        assert ask(guide, typed_for(name), date.today()).steps  # noqa: DTZ011 - as the page counts
