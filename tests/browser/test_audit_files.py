"""The audit workspace in a real browser: files of every kind, and nothing lost on a bad day."""

from __future__ import annotations

import base64
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pypdf
from playwright.sync_api import Browser, Page, Route, expect

from calculators.audit import files
from calculators.audit.sums import Entry, lines
from tests.support.audit_files import BAD, GOOD, audit, decoded, sheet
from tests.support.audit_page import EMPTY, READY, WORKSPACE, add_sheet, has_answered, held, said, saved, score, show
from tests.support.calculator_page import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES = list(lines())


@contextmanager
def waiting(page: Page, address: str) -> Iterator[None]:
    """Hold back what Python needs, open the workspace, and let it come at the end."""
    back: list[Route] = []
    come = False

    def hold(route: Route) -> None:
        if come:
            route.continue_()
        else:
            back.append(route)

    page.route("**/assets/python/**", hold)
    page.goto(address + WORKSPACE)
    yield
    come = True
    for route in back:
        route.continue_()


BY_HAND = {  # files of each kind that go the whole way; of the others, the text is compared
    "saved.json", "six-megabytes.json", "half-a-pair.json", "means.json", "line-twice.json", "exported.csv",
    "excel-uk-plain.csv", "line-twice.csv", "two-spellings.csv", "totals.csv",
    "empty.json", "picture.png", "minutes.docx", "nested.json", "broken-off.json", "round-list.json",
    "score-squared.csv", "us-date.csv", "huge-note.csv", "six-megabytes.csv",
}  # fmt: skip
READ = """async (files) => {
  const { readFile } = await import(new URL("audit_data.js", document.querySelector('script[src$="/audit.js"]').src));
  return Promise.all(files.map(async ([name, content]) => {
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    return (await readFile(new File([bytes], name))).text;
  }));
}"""


def test_the_page_takes_the_bytes_of_every_file_for_the_text_that_is_tried_in_python(
    browser: Browser, address: str
) -> None:
    """So what tests/engine/test_audit_files.py shows of each file's text holds for the file that a person opens."""
    compared = {
        name: tried.content
        for name, tried in {**GOOD, **BAD}.items()
        if not tried.only_in_browser and not name.startswith("six-megabytes")
    }
    with opened(browser, address + WORKSPACE) as page:
        given = [[name, base64.b64encode(content).decode()] for name, content in compared.items()]
        read = dict(zip(compared, page.evaluate(READ, given), strict=True))
    for name, content in compared.items():
        assert read[name].removeprefix("\ufeff") == decoded(content).removeprefix("\ufeff"), name


def test_a_file_that_is_opened_gives_its_data_or_a_sentence(browser: Browser, address: str, tmp_path: Path) -> None:
    """Chosen by a person; what is in hand stays where a file is refused, and Python lives on."""
    with opened(browser, address + WORKSPACE) as page:
        for name, tried in GOOD.items():
            if name not in BY_HAND and not tried.only_in_browser:
                continue
            page.evaluate(EMPTY)
            path = tmp_path / name
            path.write_bytes(tried.content)
            page.set_input_files(".audit__files", path)
            assert tried.says in said(page), name
            assert len(held(page)) == tried.sheets, name
            if tried.sheets:
                assert page.locator('input[name="1.1"]:checked').get_attribute("value") == str(tried.score), name
        page.evaluate(EMPTY)
        add_sheet(page, "In hand", 1, "2026-08-31")
        score(page, {"1.1": 3})
        for name, tried in BAD.items():
            if name not in BY_HAND and not tried.only_in_browser:
                continue
            page.evaluate(
                "(() => { const page = document.querySelector('hsb-audit'); page.showError(''); page.say(''); })()"
            )
            path = tmp_path / name
            path.write_bytes(tried.content)
            page.set_input_files(".audit__files", path)
            words = said(page)
            assert tried.says in words, (name, words)
            assert name in words
            assert "Your work has not changed." in words
            assert "Traceback" not in words
            expect(page.get_by_role("alert")).to_be_focused()
            assert held(page) == ["In hand, round 1"], name
            expect(page.locator('input[name="1.1"][value="3"]')).to_be_checked()
        page.set_input_files(".audit__files", tmp_path / "saved.json")
        expect(page.locator(".calculator__status")).to_have_text("Opened: saved.json.", timeout=READY)


def test_three_agencies_added_while_python_starts_all_stay(browser: Browser, address: str) -> None:
    """And so do their scores: no answer takes the place of what is in hand."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    with waiting(page, address):
        for place, agency in enumerate(("Police", "Health", "Schools")):
            add_sheet(page, agency, 1, "")
            score(page, {"1.1": place + 1})
    expect(page.locator(".audit__report")).to_contain_text("Police 1; Health 2; Schools 3", timeout=READY)
    assert held(page) == ["Police, round 1", "Health, round 1", "Schools, round 1"]
    context.close()


def test_what_is_done_while_a_file_is_opened_stays(browser: Browser, address: str, tmp_path: Path) -> None:
    """A sheet added and a score given between the choice of a file and the answer of Python."""
    path = tmp_path / "health.json"
    path.write_text(audit(sheet(agency="Health")))
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    with waiting(page, address):
        page.set_input_files(".audit__files", path)
        add_sheet(page, "Police", 1, "")
        score(page, {"1.1": 2})
        page.set_input_files(".audit__files", path)
    page.locator("#audit-sheet option", has_text="Health").wait_for(state="attached", timeout=READY)
    expect(page.locator(".audit__notes")).to_contain_text(
        "scores and notes of Health (round 1) are already here", timeout=READY
    )
    assert held(page) == ["Police, round 1", "Health, round 1"]
    expect(page.locator('input[name="1.1"][value="2"]')).to_be_checked()
    score(page, {"1.2": 4})
    expect(page.locator(".audit__so-far")).to_have_text("2 of 46 scored Round 1, Police")
    context.close()


def test_save_and_print_need_no_python(browser: Browser, address: str, tmp_path: Path) -> None:
    """Python never comes: the file is whole, and the paper has the scores and notes."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/assets/python/**", lambda route: route.abort())
    page.goto(address + WORKSPACE)
    add_sheet(page, "Police", 1, "2026-11-25")
    score(page, {"1.1": 2})
    page.get_by_text("Evidence, assurance and comments, line 1.1", exact=True).click()
    page.fill("#audit-1-1-evidence", "Quarterly figures")
    expect(page.locator(".audit__report")).to_contain_text("The report cannot be made here", timeout=READY)
    expect(page.locator(".audit__report")).to_contain_text("Evidence: Quarterly figures", timeout=READY)
    expect(page.locator("#audit-1-1-evidence")).to_be_focused()
    text = saved(page, tmp_path).read_text(encoding="utf-8")
    assert files.read("a", len(text), text).audit.sheets[0].entries["1.1"] == Entry(2, "Quarterly figures")
    printed = tmp_path / "scores.pdf"
    page.pdf(path=printed)
    words = " ".join(pypdf.PdfReader(printed).pages[0].extract_text().split())
    assert "Police, round 1, 25 November 2026: 1 scored" in words
    assert "Quarterly figures" in words
    context.close()


def test_the_report_comes_when_the_network_is_back(browser: Browser, address: str) -> None:
    """Going to the report asks again, and what was said of the failure goes."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/assets/python/**", lambda route: route.abort())
    page.goto(address + WORKSPACE)
    add_sheet(page, "Police", 1, "")
    score(page, {"1.1": 2})
    expect(page.locator(".calculator__status")).to_contain_text("The report cannot be made here", timeout=READY)
    page.unroute("**/assets/python/**")
    show(page, "Report")
    expect(page.locator(".report__title")).to_be_visible(timeout=READY)
    expect(page.locator(".calculator__status")).to_have_text("")
    context.close()


def test_what_is_printed_is_never_older_than_what_is_in_hand(browser: Browser, address: str) -> None:
    """Printed by the browser's own command in the moment after a score."""
    with opened(browser, address + WORKSPACE) as page:
        add_sheet(page, "Police", 1, "2026-11-25")
        score(page, {"1.1": 1})
        has_answered(page)
        page.evaluate('document.querySelector(\'input[name="1.1"][value="4"]\').click()')
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        shown = page.locator(".audit__report").inner_html()
        assert "<td>4</td>" in shown or 'data-label="Score">4' in shown
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        has_answered(page)
        expect(page.locator(".audit__report")).to_contain_text("Lines that scored 3 or 4")


TYPED = [
    "\ufffd",
    "a\u2028b\u0085c",
    "\U0001f642 Ωμέγα 名前 \u200f",
    '"quoted", {braces} [brackets] \\ back',
    "=HYPERLINK(1)",
    "x" * 4000,
]


def test_save_never_writes_what_open_refuses(browser: Browser, address: str, tmp_path: Path) -> None:
    """Whatever was typed or pasted, half of a pair and control characters too."""
    with opened(browser, address + WORKSPACE) as page:
        add_sheet(page, "A/B: “C” \ufffd", 1, "")
        show(page, "Sheets")
        page.fill("#audit-partnership", "Ynys Môn – \U0001f642")
        show(page, "Score")
        page.evaluate("document.querySelectorAll('.audit__line details').forEach((fold) => { fold.open = true; })")
        for line, text in zip(LINES, TYPED, strict=False):
            page.fill(f"#audit-{line.replace('.', '-')}-comments", text)
        page.evaluate(
            "(() => { const area = document.getElementById('audit-1-1-evidence'); area.value = 'half \\ud800 and \\u0000 \\u0007\\u202e';"
            "area.dispatchEvent(new Event('input', { bubbles: true })); })()"
        )
        kept = saved(page, tmp_path)
        entries = files.read("a", 9, kept.read_text(encoding="utf-8")).audit.sheets[0].entries
        assert [entries[line].comments for line, _ in zip(LINES, TYPED, strict=False)] == TYPED
        assert entries["1.1"].evidence == "half \ufffd and  "
        before = page.evaluate("JSON.stringify(document.querySelector('hsb-audit').held)")
        page.evaluate(EMPTY)
        page.set_input_files(".audit__files", kept)
        assert said(page).startswith("Opened")
        assert json.loads(before) == page.evaluate("document.querySelector('hsb-audit').held")


def test_a_file_is_named_after_agency_round_and_date(browser: Browser, address: str, tmp_path: Path) -> None:
    """So that three agencies' files are not taken for each other."""
    named = {
        "hsb-audit_childrens-social-care_round-1_2026-11-25.json": [("Children’s social care", 1, "2026-11-25")],
        "hsb-audit_police_rounds-1-2_2026-11-25.json": [("Police", 1, "2026-05-25"), ("Police", 2, "2026-11-25")],
        "hsb-audit_2-agencies_round-2_2026-11-24.json": [("Police", 2, ""), ("Health", 2, "2026-11-24")],
    }
    with opened(browser, address + WORKSPACE) as page:
        for name, sheets in named.items():
            page.evaluate(EMPTY)
            for one in sheets:
                add_sheet(page, *one)
            assert saved(page, tmp_path).name == name
            show(page, "Sheets")
            assert saved(page, tmp_path, "Export CSV").name == name.replace(".json", ".csv")
