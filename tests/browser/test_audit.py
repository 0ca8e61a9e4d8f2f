"""The audit workspace in a real browser: a whole audit, its report on paper, a phone, keys."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pypdf
from playwright.sync_api import Browser, Dialog, Page, expect

from calculators.audit.sums import lines
from tests.support.audit_files import audit, sheet
from tests.support.audit_page import EMPTY, READY, WORKSPACE, add_sheet, has_answered, said, saved, score, show
from tests.support.calculator_page import axe, opened

if TYPE_CHECKING:
    from pathlib import Path

LINES = list(lines())


def test_three_agencies_and_two_rounds_from_an_empty_page_to_a_printed_report(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """Score, compare, plan, save, open again, print."""
    with opened(browser, address + WORKSPACE) as page:
        for agency, points in (("Police", 3), ("Health", 1), ("Schools", 4)):
            add_sheet(page, agency, 1, "2026-08-31")
            score(page, dict.fromkeys(LINES[:4], points))
        report = page.locator(".audit__report")
        expect(report).to_contain_text("Police 3; Health 1; Schools 4", timeout=READY)
        expect(report).to_contain_text("Round 2 is due by 28 February 2027. Round 3 is due by 31 August 2027.")
        page.locator('.audit__domains [data-domain="5"]').click()
        add_sheet(page, "Health", 2, "2027-03-01")
        expect(page.locator('.audit__line[data-line="1.1"]')).to_be_visible()
        page.locator('input[name="1.1"]').first.focus()
        for _ in LINES:
            page.keyboard.press("4")
            page.keyboard.press("n")
        expect(page.locator(".audit__so-far")).to_have_text("46 of 46 scored Round 2, Health")
        expect(report).to_contain_text("184 of 184")
        expect(report).to_contain_text("4.0 (46 of 46 scored)")
        page.locator('.audit__domains [data-domain="1"]').click()
        page.get_by_text("Evidence, assurance and comments, line 1.1", exact=True).click()
        page.fill("#audit-1-1-evidence", "Figures of the partnership’s data group")
        page.fill("#audit-1-1-comments", "Check again in spring")
        page.locator('[data-do="plan"][data-line="1.1"]').click()
        page.get_by_label("What will be done").fill("Agree one set of figures")
        page.get_by_label("Owner (a role)").fill("Data lead")
        page.get_by_label("By when").fill("2027-06-01")
        expect(report).to_contain_text(f"Agree one set of figures1.1 {lines()['1.1'].short}Data lead1 June 2027")
        kept = saved(page, tmp_path)
        for view in ("Sheets", "Score", "Actions", "Report"):
            show(page, view)
            assert not axe(page), view
        has_answered(page)
        is_a_report_on_paper(page, tmp_path / "report.pdf")
    with opened(browser, address + WORKSPACE) as page:
        page.set_input_files(".audit__files", kept)
        expect(page.locator(".audit__report")).to_contain_text("Agree one set of figures", timeout=READY)
        show(page, "Score")
        expect(page.locator("#audit-1-1-evidence")).to_have_value("")
        page.select_option("#audit-sheet", label="Health, round 2")
        expect(page.locator("#audit-1-1-evidence")).to_have_value("Figures of the partnership’s data group")
        expect(page.locator("#audit-1-1-comments")).to_have_value("Check again in spring")
        expect(page.locator('input[name="1.1"][value="4"]')).to_be_checked()
        show(page, "Sheets")
        table = saved(page, tmp_path, "Export CSV")
        rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
        assert len(rows) == 4 * 46


def is_a_report_on_paper(page: Page, printed: Path) -> None:
    """Print the report; its first sheet says whose it is and the sums, and its last is not nearly empty."""
    page.pdf(path=printed, prefer_css_page_size=True)
    pdf = pypdf.PdfReader(printed)
    assert pdf.metadata
    assert pdf.metadata.title == "HSB framework audit, 3 agencies, rounds 1 and 2, 1 March 2027"
    first, *_, last = [sheet_of_paper.extract_text() for sheet_of_paper in pdf.pages]
    for words in (
        "Audit of our response to harmful sexual behaviour",
        "In short",
        "Means of the domains",
        "184 of 184",
        "HSB framework audit",
    ):
        assert words in first
    assert "Audit workspace" not in first
    assert len(last.split()) > 40


def test_the_report_bears_the_name_of_the_areas_partnership_or_the_one_that_is_typed(
    browser: Browser, address: str
) -> None:
    """The area's file gives it; the reader can write another."""
    with opened(browser, address + WORKSPACE) as page:
        add_sheet(page, "Police", 1, "")
        page.select_option("#area", "leicester-leicestershire-rutland")
        name = "Leicester, Leicestershire and Rutland safeguarding children partnerships"
        expect(page.locator(".report__whose")).to_have_text(name, timeout=READY)
        show(page, "Sheets")
        expect(page.locator("#audit-partnership")).to_have_value(name)
        page.fill("#audit-partnership", "Our own partnership")
        expect(page.locator(".report__whose")).to_have_text("Our own partnership")


def test_partnerships_compare_their_means_without_names(browser: Browser, address: str, tmp_path: Path) -> None:
    """One exports means only; another opens them beside its own audit, and can remove them."""
    with opened(browser, address + WORKSPACE) as page:
        add_sheet(page, "Constabulary", 1, "")
        score(page, dict.fromkeys(LINES[:10], 3))
        show(page, "Sheets")
        kept = saved(page, tmp_path, "Export means only")
        assert kept.name.startswith("hsb-audit-means_round-1_")
        assert "Constabulary" not in kept.read_text(encoding="utf-8")
        page.evaluate(EMPTY)
        add_sheet(page, "Health", 1, "")
        score(page, {"1.1": 1})
        page.set_input_files(".audit__files", kept)
        expect(page.locator(".audit__report")).to_contain_text("Partnership A, round 13.0 (10)", timeout=READY)
        show(page, "Report")
        assert not axe(page)
        show(page, "Sheets")
        page.get_by_role("button", name="Remove the comparison").click()
        expect(page.locator(".audit__report")).not_to_contain_text("Partnership A")


def test_an_action_from_a_file_keeps_its_date_in_words(browser: Browser, address: str, tmp_path: Path) -> None:
    """A change of another field does not empty it; an action with words in it is not removed without asking."""
    path = tmp_path / "a.json"
    action = {"line": "1.1", "action": "Meet", "owner": "Chair", "by": "Spring 2027"}
    path.write_text(audit(sheet(), actions=[action, {**action, "by": "2027-03-01"}]))
    with opened(browser, address + WORKSPACE) as page:
        page.set_input_files(".audit__files", path)
        assert said(page).startswith("Opened")
        show(page, "Actions")
        page.get_by_label("Owner (a role)").first.fill("Data lead")
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.get_by_role("button", name="Remove action").last.click()
        assert page.get_by_role("button", name="Remove action").count() == 2
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Remove action").last.click()
        expect(page.locator(".calculator__status")).to_have_text("Action 2 removed.")
        expect(page.locator(".audit__report")).to_contain_text(f"Meet1.1 {lines()['1.1'].short}Data leadSpring 2027")


def test_a_phone_scores_with_the_key_and_the_progress_in_sight(browser: Browser, address: str) -> None:
    """At 375 pixels: no line is wider than the page, every circle is large enough, and the bar never leaves."""
    with opened(
        browser, address + WORKSPACE, viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True
    ) as page:
        add_sheet(page, "Early help", 1, "")
        assert page.locator(".audit__line:visible").count() == 10
        for line in LINES[:10]:
            label = page.locator(f'.audit__score:has(input[name="{line}"][value="2"])')
            label.tap()
            box = label.bounding_box()
            assert box
            assert box["height"] >= 44
            bar = page.locator(".audit__bar").bounding_box()
            assert bar
            assert -1 <= bar["y"] < 667 - bar["height"]
            expect(page.locator(".audit__so-far")).to_be_in_viewport()
        expect(page.locator(".audit__so-far")).to_have_text("10 of 46 scored Round 1, Early help")
        expect(page.locator('.audit__domains [data-domain="1"]')).to_contain_text("10/10")
        page.get_by_role("button", name="Next unscored").tap()
        expect(page.locator('input[name="2.1a"]').first).to_be_focused()
        found = page.locator('.audit__line[data-line="2.1a"]').bounding_box()
        bar = page.locator(".audit__bar").bounding_box()
        assert found
        assert bar
        assert found["y"] >= bar["y"] + bar["height"] - 1
        for view in ("Sheets", "Score", "Actions", "Report"):
            show(page, view)
            assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_one_key_scores_and_one_goes_to_the_next_line_without_a_score(browser: Browser, address: str) -> None:
    """All 46 lines without a mouse; in a note the same keys are letters."""
    with opened(browser, address + WORKSPACE) as page:
        add_sheet(page, "Police", 1, "")
        expect(page.locator('input[name="1.1"]').first).to_be_focused()
        for place in range(46):
            page.keyboard.press(str(place % 5))
            page.keyboard.press("n")
        expect(page.locator(".audit__so-far")).to_have_text("46 of 46 scored Round 1, Police")
        expect(page.locator(".calculator__status")).to_contain_text("All 46 lines of this sheet have a score.")
        assert page.evaluate("document.querySelector('hsb-audit').held.sheets[0].lines['5.8'].score") == 0
        page.locator('input[name="5.8"][value="0"]').focus()
        page.keyboard.press("ArrowDown")
        expect(page.locator('input[name="5.8"][value="1"]')).to_be_checked()
        page.get_by_text("Evidence, assurance and comments, line 5.8", exact=True).click()
        page.locator("#audit-5-8-evidence").press_sequentially("n 4")
        expect(page.locator("#audit-5-8-evidence")).to_have_value("n 4")
        expect(page.locator('input[name="5.8"][value="1"]')).to_be_checked()


def test_what_was_just_done_is_said_in_sight_and_goes_when_the_reader_goes_on(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """Deep in the lines too; and an agency that is known need not be typed again."""
    with opened(browser, address + WORKSPACE) as page:
        status = page.locator(".calculator__status")
        add_sheet(page, "Health (ICB)", 1, "")
        expect(status).to_have_text("Sheet added: Health (ICB), round 1.")
        page.locator('input[name="1.8"][value="2"]').check()
        expect(status).to_have_text("")
        assert saved(page, tmp_path).name in status.inner_text()
        expect(status).to_be_in_viewport()
        for view in ("Sheets", "Report", "Actions"):
            show(page, view)
            expect(status).to_have_text("")
        assert page.locator("#audit-agencies option").get_attribute("value") == "Health (ICB)"


def test_leaving_unsaved_work_asks_first(browser: Browser, address: str, tmp_path: Path) -> None:
    """In the dark at 320 pixels; after saving it does not ask."""
    with opened(browser, address + WORKSPACE, viewport={"width": 320, "height": 640}, color_scheme="dark") as page:
        asked: list[str] = []

        def accept(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.accept()

        page.on("dialog", accept)
        add_sheet(page, "Early help", 1, "")
        score(page, {"1.1": 2})
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert not axe(page)
        saved(page, tmp_path)
        page.goto(address + WORKSPACE)
        assert not asked
        add_sheet(page, "Early help", 1, "")
        page.goto(address)
        assert asked == ["beforeunload"]


def test_a_weak_line_gets_its_action_from_the_report(browser: Browser, address: str) -> None:
    """The plan opens at a new action for that line."""
    with opened(browser, address + WORKSPACE) as page:
        add_sheet(page, "Police", 1, "")
        score(page, {"1.2": 0})
        show(page, "Report")
        page.get_by_role("button", name="Add one for line 1.2").click(timeout=READY)
        expect(page.get_by_label("Line it answers")).to_have_value("1.2")
        expect(page.get_by_label("What will be done")).to_be_focused()
        page.keyboard.type("Agree one dataset")
        show(page, "Report")
        expect(page.locator(".audit__report")).to_contain_text(
            "1.2 Figures on who the children are, used for planning0Agree one dataset"
        )
        expect(page.get_by_role("button", name="Add one for line 1.2")).to_have_count(0)
