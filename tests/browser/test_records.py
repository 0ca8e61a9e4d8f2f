"""What a calculator gives to take away: the record, the papers of a meeting, dates for a calendar."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Browser, expect

from calculators import __version__
from calculators.actions.meetings import meetings
from calculators.engine.dates import words_for_date
from tests.browser.test_calculators import REFERRAL
from tests.support.calculator_page import (
    CONSENT,
    TWELVES,
    check,
    fill,
    opened,
)


def test_the_record_can_be_copied_downloaded_and_printed(browser: Browser, address: str) -> None:
    """The record holds choices, lines, rules, sources, edition, time and a line for a reference."""
    with opened(browser, address + CONSENT, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        check(page)
        page.get_by_role("button", name="Copy", exact=True).click()
        expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        page.get_by_text("More ways to keep it").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download", exact=True).click()
        assert download.value.suggested_filename == "record-consent.txt"
        saved = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert saved.replace("\r\n", "\n") == copied.replace("\r\n", "\n")
        for said in (
            f"edition {__version__}",
            "Your own reference: ____",
            "12 years",
            REFERRAL,
            "LLR 3.under-13",
            address + CONSENT,
        ):
            assert said in saved, said
        assert re.search(r"Made \d+ \w+ 20\d\d at \d\d:\d\d", saved)
        page.evaluate(
            "() => { window.print = () => { window.sheet = document.querySelector('.record-sheet').textContent; }; }"
        )
        page.get_by_role("button", name="Print", exact=True).click()
        assert "".join(page.evaluate("window.sheet").split()) == "".join(saved.replace(" - ", "").split())
        page.emulate_media(media="print")
        expect(page.locator(".record-sheet")).to_be_visible()
        expect(page.locator("main")).to_be_hidden()


def test_the_agenda_and_the_attendance_list_of_a_meeting_print_on_a_sheet_each(browser: Browser, address: str) -> None:
    """Beside the step that calls for a meeting; nothing else of the page is on the two sheets; no name is typed."""
    answers = {"age-then": "14", "others": "one", "harm": "yes", "stage": "start", "also-harmed": "no"}
    answers |= {"still-at-risk": "no", "services": "none", "group": "yes"}
    with opened(browser, address + "calculators/enquiry/") as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "enquiry", answers)
        check(page)
        page.evaluate("() => { window.print = () => {}; }")
        page.evaluate("document.querySelectorAll('.result details').forEach((fold) => { fold.open = true; })")
        meeting = meetings()["strategy"]
        page.locator('.result [data-meeting="strategy"]').first.click()
        page.emulate_media(media="print")
        expect(page.locator("main")).to_be_hidden()
        sheets = page.locator(".record-sheet .meeting__sheet")
        expect(sheets).to_have_count(2)
        for line in (*meeting.considers, *meeting.produces):
            expect(sheets.first).to_contain_text(line.text)
        assert sheets.locator("input, textarea").count() == 0
        assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2
        page.emulate_media(media="screen")
        page.mouse.click(5, 5)  # it stands until the reader does something: Safari prints late
        expect(page.locator(".record-sheet")).to_have_count(0)


def test_the_dates_can_be_put_into_a_calendar(browser: Browser, address: str) -> None:
    """The file that the page gives holds the days that are due, and nothing that was typed."""
    with opened(browser, f"{address}calculators/reviews/") as page:
        page.locator(".calculator__form").wait_for()
        start = f"{date.today():%d/%m/%Y}"  # noqa: DTZ011 - the page counts from the reader's own day
        fill(page, "reviews", {"area": "leicester-leicestershire-rutland", "start": start, "changed": "no"})
        check(page)
        days = page.locator(".result__dates li > strong").all_inner_texts()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download for a calendar").click()
        assert download.value.suggested_filename == "reviews.ics"
        held = [event.start for event in Calendar.from_ical(Path(download.value.path()).read_bytes()).events]
        assert [f"{day:%A} {words_for_date(day)}:" for day in held] == days
        assert len(days) == 5
