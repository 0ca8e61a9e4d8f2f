"""A whole case in a real browser: the plan follows each answer, says what changed, prints, and is not lost by a slip."""

from __future__ import annotations

import io
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Error as PlaywrightError
from pypdf import PdfReader

from calculators import case
from calculators.output import words
from tests.guides.test_scenarios import TODAY
from tests.support.calculator_page import CASE, READY, axe, fill, opened
from tests.support.cases import from_the_library, told

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What a school lead knows at once; where things stand is left out, as nothing has been held yet.
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
# Nearly everything is unknown, to somebody who assesses: the longest plan there is.
LONGEST = {"role": "social-care", "stage": "enquiry"}
STEPS = "() => [...document.querySelectorAll('#the-plan .case__lane li')].map((one) => one.textContent)"
CALLED = "[...document.querySelectorAll('#the-plan .result [data-action]')].map((one) => one.dataset.action)"


def planned(page: Page) -> None:
    """Wait until the plan of what is answered stands."""
    page.locator("#case-result").wait_for(timeout=READY)
    page.locator('#the-plan[aria-busy="false"]').wait_for()


def left(page: Page) -> None:
    """Take the answers away, so that nothing keeps the page from being closed."""
    page.evaluate("document.querySelector('.calculator__form').reset()")


def test_a_school_lead_is_at_the_first_action_within_twelve_taps(browser: Browser, address: str) -> None:
    """From the home page on a phone: the link to a case, the few facts that are known, the bar that leads to the plan."""
    with opened(browser, address, viewport={"width": 375, "height": 667}) as page:
        begun = time.monotonic()
        taps = 0
        page.locator('#content a[href*="calculators/case/"]').first.click()
        taps += 1
        page.locator(".calculator__form").wait_for()
        fill(page, "case", LEAD)
        taps += len(LEAD)
        planned(page)
        bar = page.locator(".case__bar")
        expect(bar).to_be_in_viewport()
        expect(bar).to_have_text("Make a child protection referral to children’s social care today.")
        bar.click()
        taps += 1
        expect(page.locator(".result h3").first).to_be_in_viewport()
        assert taps <= 12
        assert time.monotonic() - begun < 60
        first = page.locator(".result__steps > li").first
        expect(first).to_be_in_viewport()
        assert not axe(page)
        left(page)


@pytest.mark.parametrize("width", [375, 1280])
def test_thirty_cases_from_end_to_end(browser: Browser, address: str, width: int) -> None:
    """Each is filled in as by hand, one after the other in one page: its plan is what Python gives, and nothing runs over."""
    cases = [*from_the_library(), *((one["title"], one["typed"]) for one in told())]
    with opened(browser, address + CASE, viewport={"width": width, "height": 800}) as page:
        page.locator(".calculator__form").wait_for()
        planned(page)
        for name, typed in cases:
            left(page)
            planned(page)
            shown = answered(page, typed)
            found = case.check(shown, TODAY)
            assert page.locator("#case-result").inner_text() == words.heading(found.result), name
            assert len(page.evaluate(STEPS)) == len(found.result.steps), name
            called = set(page.evaluate(CALLED))
            assert called <= {step.action.key for step in found.result.steps}, name
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert page.locator(".lanes__here").count() >= 1, name
        left(page)


def answered(page: Page, typed: dict[str, str]) -> dict[str, str]:
    """Answer each question that is asked, from the top, and again where an answer made another matter; give what stands."""
    open_facts = {key: text.replace(" ", "-") if text == "not known" else text for key, text in typed.items()}
    for _ in range(6):
        before = page.evaluate("document.querySelector('hsb-case').typed()")
        for key, value in open_facts.items():
            if key in before:
                continue
            text = page.locator(f"#case-{key}[type=text]")
            choice = page.locator(f'hsb-case input[name="{key}"][value="{value}"]')
            # What an earlier answer adds or takes away may move this question just as it is answered: then in the next round.
            with suppress(PlaywrightError):
                if value != "not-known" and text.count() and text.is_visible():
                    text.fill(value, timeout=3000)
                elif choice.count() and choice.is_visible():
                    choice.check(timeout=3000)
        planned(page)
        now: dict[str, str] = page.evaluate("document.querySelector('hsb-case').typed()")
        if now == before:
            break
    return now


@pytest.mark.parametrize("typed", [LEAD, LONGEST], ids=["a school lead", "nearly nothing known"])
def test_the_plan_prints_on_two_sheets_and_the_record_on_one(
    browser: Browser, address: str, typed: dict[str, str]
) -> None:
    """A4, with columns to write in and where each child is; the whole account stands behind the record when it is wanted."""
    with opened(browser, address + CASE) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", typed)
        planned(page)
        sheets = printed(page)
        assert len(sheets) == 2
        for name in ("Done", "By whom", "When", "If not, why not", "Next meeting: Strategy meeting", "Do not give it"):
            assert name in "\n".join(sheets), name
        assert "You are here" in sheets[-1]
        page.evaluate("window.print = () => {}")
        page.get_by_role("button", name="Print the record").click()
        record = printed(page)
        assert len(record) == 1
        assert "Do not give it to one family" in record[0]
        page.get_by_label("The child who was harmed alone").check()
        planned(page)
        page.get_by_role("button", name="Print the record").click()
        alone = printed(page)
        assert len(alone) == 1
        assert "the child who was harmed alone" in alone[0]
        assert "displayed the behaviour" not in alone[0]
        page.get_by_label("The whole case", exact=True).check()
        page.get_by_label("Add the reasons, rules and sources").check()
        planned(page)
        page.get_by_role("button", name="Print the record").click()
        whole = printed(page)
        assert len(whole) > 1
        assert "Behind this page" in whole[1]
        left(page)


def printed(page: Page) -> list[str]:
    """Print on A4; give the text of each sheet."""
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]


def test_a_change_of_stage_shows_what_is_new_and_what_fell_away(browser: Browser, address: str) -> None:
    """From the report to the enquiry: told once in words, and it stays while more is answered; a first answer tells nothing."""
    with opened(browser, address + CASE) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", {"stage": "start", **LEAD})
        planned(page)
        expect(page.locator(".case__changed")).to_have_count(0)
        page.check('hsb-case input[name="stage"][value="enquiry"]')
        changed = page.locator(".case__changed")
        expect(changed).to_contain_text("New in the plan", timeout=READY)
        expect(changed).to_contain_text("Should have been done by now")
        expect(page.get_by_role("status").filter(has_text="The plan changed")).to_be_visible()
        page.check('hsb-case input[name="also-harmed"][value="no"]')
        planned(page)
        expect(changed).to_contain_text("New in the plan")
        page.locator("summary", has_text="Where each child is on the pathway").click()
        here = page.locator(".result .lanes__here")
        expect(here).to_have_count(2)
        expect(here.last).to_have_text("You are here: the child who displayed the behaviour")
        page.get_by_role("link", name="change where things stand").click()
        expect(page.locator("#case-stage")).to_be_focused()
        left(page)


def test_meetings_have_their_papers_to_print(browser: Browser, address: str) -> None:
    """Agenda and attendance of each meeting of the plan, alone on their sheets."""
    with opened(browser, address + CASE) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", {"stage": "no-plan", **LEAD})
        planned(page)
        page.locator("summary", has_text="What comes when").click()
        page.evaluate("window.print = () => {}")
        page.get_by_role("button", name="Print agenda and attendance list: HSB multi-agency planning meeting").click()
        text = "\n".join(printed(page))
        assert "Agenda: HSB multi-agency planning meeting" in text
        assert "Attendance: HSB multi-agency planning meeting" in text
        assert "Plan for a case" not in text
        left(page)


@pytest.mark.parametrize("role", ["health", "early-help", "social-care"])
@pytest.mark.parametrize("area", ["", "#area=north-east-lincolnshire"])
def test_a_page_of_a_role_brings_the_role(browser: Browser, address: str, role: str, area: str) -> None:
    """With an area and without one: the role is chosen, the rest is open, the address holds no answer."""
    with opened(browser, f"{address}roles/{role}/{area}") as page:
        page.locator(".now").get_by_role("link", name="Check a case").click()
        page.locator(".calculator__form").wait_for()
        expect(page.locator(f'hsb-case input[name="role"][value="{role}"]')).to_be_checked()
        assert page.locator("hsb-case .calculator__form input:checked").count() == 1
        assert "answers" not in page.url
        assert page.url == f"{address}{CASE}{area}"
        left(page)


def test_nothing_lies_over_the_plan_however_far_the_reader_scrolls(browser: Browser, address: str) -> None:
    """At 1280 pixels the plan stands beside the questions; what keeps it stands below them, and its heading comes to the top."""
    with opened(browser, address + CASE, viewport={"width": 1280, "height": 900}) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", LEAD)
        planned(page)
        for way in range(0, 8000, 400):
            page.evaluate("way => window.scrollTo(0, way)", way)
            keep, plan = page.locator(".case__keep").bounding_box(), page.locator("#the-plan").bounding_box()
            assert keep
            assert plan
            assert keep["x"] + keep["width"] <= plan["x"]
        page.get_by_role("button", name="Show the plan").click()
        expect(page.locator("#case-result")).to_be_focused()
        expect(page.locator("#case-result")).to_be_in_viewport()


def test_a_phone_shows_the_plan_from_its_heading_and_keeps_the_case_when_a_paragraph_is_read(
    browser: Browser, address: str
) -> None:
    """The heading comes to the top of the screen, and the paragraph opens in a tab of its own."""
    with opened(browser, address + CASE, viewport={"width": 375, "height": 812}) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", LEAD)
        planned(page)
        page.get_by_role("button", name="Show the plan").click()
        expect(page.locator("#case-result")).to_be_focused()
        expect(page.locator(".case__bar")).to_be_hidden()
        box = page.locator("#the-plan .result__answer").bounding_box()
        assert box
        assert 0 <= box["y"] < 100
        with page.expect_popup() as opening:
            page.locator("#the-plan .result__paragraph").first.click()
        assert "/procedure/" in opening.value.url
        expect(page.locator("#case-age-then")).to_have_value(LEAD["age-then"])
