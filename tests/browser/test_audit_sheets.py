"""The sheets of the audit workspace: named, moved, removed and scored."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.support.audit_page import READY, WORKSPACE, add_sheet, held, score, show
from tests.support.calculator_page import opened


def test_a_sheet_needs_an_agency_of_its_own_and_a_year_that_can_be(browser: Browser, address: str) -> None:
    """A sentence each; nothing is added."""
    with opened(browser, address + WORKSPACE) as page:
        page.get_by_role("button", name="Add sheet").click()
        expect(page.get_by_role("alert")).to_contain_text("has no agency")
        expect(page.locator("#audit-agency")).to_be_focused()
        add_sheet(page, "Health", 1, "")
        show(page, "Sheets")
        page.fill("#audit-agency", " HEALTH ")
        page.get_by_role("button", name="Add sheet").click()
        expect(page.get_by_role("alert")).to_contain_text("Health already has a sheet in round 1")
        page.select_option("#audit-round", "2")
        page.get_by_role("button", name="Add sheet").click()
        expect(page.locator(".calculator__status")).to_contain_text("“HEALTH” was taken to be “Health”")
        assert held(page) == ["Health, round 1", "Health, round 2"]
        show(page, "Sheets")
        page.get_by_text("Change agency, round or date").first.click()
        page.get_by_label("Date of scoring, Health, round 1").fill("12026-11-25")
        expect(page.get_by_role("alert")).to_contain_text("Check the year")


def test_removing_a_sheet_asks_first_and_leaves_the_others(browser: Browser, address: str) -> None:
    """The sheet that was being scored stays chosen."""
    with opened(browser, address + WORKSPACE) as page:
        for agency in ("Police", "Health", "Schools"):
            add_sheet(page, agency, 1, "")
            score(page, {"1.1": 2})
        page.select_option("#audit-sheet", label="Health, round 1")
        show(page, "Sheets")
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Remove: Police, round 1").click()
        assert held(page) == ["Health, round 1", "Schools, round 1"]
        expect(page.locator("#audit-sheet")).to_have_value("0")
        expect(page.locator(".audit__report")).not_to_contain_text("Police", timeout=READY)


def test_a_sheet_can_be_renamed_and_moved_to_another_round_with_its_scores(browser: Browser, address: str) -> None:
    """A slip when it was added costs nothing; what another sheet is, it cannot become."""
    with opened(browser, address + WORKSPACE) as page:
        add_sheet(page, "Helth", 1, "")
        score(page, {"1.1": 3})
        add_sheet(page, "Police", 2, "")
        show(page, "Sheets")
        page.get_by_text("Change agency, round or date").first.click()
        page.get_by_label("Agency, Helth, round 1").fill("Health")
        page.get_by_label("Round, Helth, round 1").select_option("2")
        assert held(page) == ["Health, round 2", "Police, round 2"]
        expect(page.locator(".audit__who").first).to_have_text("Health, round 2, no date: 1 of 46 scored")
        page.get_by_label("Agency, Health, round 2").fill("POLICE")
        page.get_by_label("Agency, Health, round 2").press("Tab")
        expect(page.get_by_role("alert")).to_contain_text("Police already has a sheet in round 2")
        expect(page.get_by_label("Agency, Health, round 2")).to_have_value("Health")
        assert held(page) == ["Health, round 2", "Police, round 2"]


def test_a_sheet_is_added_with_enter_and_a_view_comes_into_sight_on_a_phone(browser: Browser, address: str) -> None:
    """From each of its fields; and what a view says is not below the edge of the screen."""
    with opened(browser, address + WORKSPACE, viewport={"width": 375, "height": 667}) as page:
        show(page, "Score")
        expect(page.get_by_text("There is no sheet yet.")).to_be_in_viewport()
        show(page, "Sheets")
        page.fill("#audit-agency", "Police")
        page.fill("#audit-date", "2026-11-25")
        page.locator("#audit-date").press("Enter")
        expect(page.locator(".calculator__status")).to_have_text("Sheet added: Police, round 1.")
        expect(page.locator("#audit-sheet")).to_be_in_viewport()
        show(page, "Sheets")
        page.fill("#audit-agency", "")
        page.locator("#audit-agency").press("Enter")
        expect(page.get_by_role("alert")).to_be_in_viewport()
        expect(page.locator("#audit-agency")).to_be_focused()
