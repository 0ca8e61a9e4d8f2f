"""The site in a real browser: no script, keyboard only, errors, records, faults, Python the same as here."""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from calculators import browser as python_side
from calculators.actions.meetings import meetings
from calculators.engine.dates import words_for_date
from calculators.engine.guide import NOT_KNOWN, decide
from calculators.guides.catalogue import GUIDES
from hooks.runtime import browser_package
from hooks.runtime.browser_package import RUNTIME
from tests.support.answers import typed as as_typed

if TYPE_CHECKING:
    from collections.abc import Iterator


ROOT = Path(__file__).parents[2]
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
CONSENT = "calculators/consent/"
READY = 60_000  # milliseconds that a slow test machine may take to start Python
TWELVES = {
    "child-a": "12",
    "child-b": "12",
    "relationship": "peers",
    "choice": "yes",
    "force": "no",
    "power": "no",
    "exchange": "no",
    "images": "none",
    "adult": "no",
}


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """Open an address in a fresh context; whatever the page complains of fails the test."""
    context: BrowserContext = browser.new_context(**options)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    page.wait_for_timeout(50)
    assert not [said for said in complaints if "status of 404" not in said], complaints
    context.close()


def fill(page: Page, guide: str, typed: dict[str, str]) -> None:
    """Answer the form as a person with a mouse does, from the top."""
    for key in GUIDES[guide].fields():
        if key not in typed:
            continue
        text = page.locator(f"#{guide}-{key}[type=text]")
        if typed[key] != NOT_KNOWN and text.count():
            text.fill(typed[key])
        elif (choice := page.locator(f'input[name="{key}"][value="{typed[key]}"]')).count():
            choice.check()  # a box that is not ticked has no choice to make


def check(page: Page) -> None:
    """Press Check and wait for what comes."""
    page.get_by_role("button", name="Check").click()
    page.locator(".result__record, .calculator__summary").first.wait_for(timeout=READY)


# Without a script, or where it cannot run


@pytest.mark.parametrize("name", GUIDES)
def test_without_a_script_the_page_gives_every_rule_and_the_table(browser: Browser, address: str, name: str) -> None:
    """Scripts off: no form that cannot answer; every rule with its sources, and the table, open."""
    with opened(browser, f"{address}calculators/{name}/", java_script_enabled=False) as page:
        expect(page.locator("form.calculator__form")).to_be_hidden()
        expect(page.get_by_text("the rules and the table below are the calculator")).to_be_visible()
        for rule in GUIDES[name].rules:
            line = page.locator(f"#{name}-rule-{rule.key}")
            expect(line).to_be_visible()
            assert rule.then in line.inner_text()
            assert line.locator("a.citation").count() == len(rule.cites)
        for question in GUIDES[name].questions:
            expect(page.locator(".calculator__table").get_by_text(question.text, exact=True)).to_be_visible()


def test_the_menu_works_without_a_script(browser: Browser, address: str) -> None:
    """On a phone the menu is a plain fold of links."""
    with opened(browser, address, java_script_enabled=False, viewport={"width": 320, "height": 640}) as page:
        page.get_by_text("Menu", exact=True).click()
        page.locator(".frame__menu").get_by_role("link", name="Procedure").click()
        expect(page.locator("h1")).to_have_text(re.compile("procedure", re.IGNORECASE))


# By keyboard


def test_two_twelve_year_olds_by_keyboard_alone(browser: Browser, address: str) -> None:
    """Tab, type, arrows and space: the referral line, with its source, and the focus on the result."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "consent-child-a":
                break
        page.keyboard.type("12")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.type("12")
        page.keyboard.press("Tab")
        for question, downs in (
            ("relationship", 0),
            ("choice", 0),
            ("force", 0),
            ("power", 0),
            ("exchange", 0),
            ("images", 0),
            ("adult", 0),
        ):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.name") == question
            page.keyboard.press("Space")
            for _ in range(downs):
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.locator("#consent-result").wait_for(timeout=READY)
        assert page.evaluate("document.activeElement.id") == "consent-result"
        line = page.locator(".result li", has_text="Make a child protection referral").first
        mark = line.locator("a.citation").first
        expect(mark).to_have_text("LLR 3.under-13")
        mark.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("#source-llr-3-under-13$"))
        expect(page.locator("#source-llr-3-under-13")).to_contain_text("refreshed April 2024")


# Conditional questions


def test_a_question_appears_when_it_is_relevant_and_what_was_answered_stays(browser: Browser, address: str) -> None:
    """Understanding is asked from 13; going back below hides it, and forward again shows what was ticked."""
    with opened(browser, address + CONSENT) as page:
        capacity = page.locator('[data-question="capacity"]')
        expect(capacity).to_be_hidden()
        fill(page, "consent", {**TWELVES, "child-a": "14", "child-b": "15"})
        expect(capacity).to_be_visible()
        page.check('input[name="capacity"][value="no"]')
        page.fill("#consent-child-a", "12")
        expect(capacity).to_be_hidden()
        check(page)
        assert "Understanding" not in page.locator(".result__answers").inner_text()
        page.fill("#consent-child-a", "14")
        expect(capacity).to_be_visible()
        expect(page.locator('input[name="capacity"][value="no"]')).to_be_checked()
        expect(page.locator('input[name="force"][value="no"]')).to_be_checked()
        check(page)
        assert "Someone who cannot understand or decide" in page.locator(".result").inner_text()


def test_relevance_in_the_page_is_that_of_the_rules(browser: Browser, address: str) -> None:
    """For every pair of ages the page shows the questions that Python asks."""
    guide = GUIDES["consent"]
    ages = ("", "0", "9", "10", "12", "13", "15", "16", "17", "18", "120", "121", "x")
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        for a, b in product(ages, repeat=2):
            page.fill("#consent-child-a", a)
            page.fill("#consent-child-b", b)
            answers = {}
            for key, typed in (("child-a", a), ("child-b", b)):
                try:
                    answers[key] = guide.question(key).read(typed)
                except ValueError:
                    continue
            shown = page.evaluate(
                "[...document.querySelectorAll('[data-question]')].filter(q => !q.hidden).map(q => q.dataset.question)"
            )
            assert shown == [question.key for question in guide.questions if question.relevant(answers)], (a, b)


def test_a_result_is_taken_away_when_an_answer_changes(browser: Browser, address: str) -> None:
    """Nobody reads or prints lines that belong to other answers."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        check(page)
        page.check('input[name="force"][value="yes"]')
        expect(page.locator(".result")).to_have_count(0)
        expect(page.get_by_role("status").filter(has_text="Press Check for the new one")).to_be_visible()
        check(page)
        expect(page.locator(".result")).to_contain_text("do not treat it as consent")


# Errors


def test_errors_stand_at_the_top_and_at_the_field_and_lose_nothing(browser: Browser, address: str) -> None:
    """The summary has the focus and links to the field; the same words stand there; what was typed is kept."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        page.fill("#consent-child-a", "twelve")
        page.check('input[name="force"][value="yes"]')
        check(page)
        summary = page.get_by_role("alert")
        expect(summary).to_be_focused()
        first = summary.get_by_role("link").first
        expect(first).to_have_text(re.compile("Child A’s age: “twelve” cannot be used; give the age as whole years"))
        expect(page.locator("#consent-child-a-error")).to_have_text(f"Error: {first.inner_text()}")
        described = page.locator("#consent-child-a").get_attribute("aria-describedby") or ""
        assert "consent-child-a-error" in described.split()
        first.click()
        expect(page.locator("#consent-child-a")).to_be_focused()
        expect(page.locator("#consent-child-a")).to_have_value("twelve")
        expect(page.locator('input[name="force"][value="yes"]')).to_be_checked()
        fill(page, "consent", TWELVES)
        check(page)
        expect(page.locator(".calculator__summary")).to_have_count(0)
        expect(page.locator("[aria-invalid]")).to_have_count(0)
        described = page.locator("#consent-child-a").get_attribute("aria-describedby") or ""
        assert described == "consent-child-a-hint"


def test_wrong_dates_are_told_at_their_fields(browser: Browser, address: str) -> None:
    """A day that does not exist and one that is missing."""
    with opened(browser, f"{address}calculators/age/") as page:
        page.locator(".calculator__form").wait_for()
        page.fill("#age-birth", "30/02/2014")
        page.check('input[name="development"][value="no"]')
        check(page)
        expect(page.locator("#age-birth-error")).to_contain_text("no such day in the calendar")
        expect(page.locator("#age-behaviour-error")).to_contain_text("not answered")
        expect(page.locator("#age-birth")).to_have_value("30/02/2014")
        page.get_by_role("alert").get_by_role("link", name="Date of birth").click()
        expect(page.locator("#age-birth")).to_be_focused()
        page.fill("#age-birth", "29/02/2012")
        page.fill("#age-behaviour", "28/02/2025")
        check(page)
        expect(page.locator(".result__notes")).to_contain_text("12 years and 11 months")


@pytest.mark.parametrize("attack", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "&lt;b&gt;"])
def test_what_is_typed_is_shown_as_text(browser: Browser, address: str, attack: str) -> None:
    """Markup in a field stays text."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        page.locator("#consent-child-a").evaluate("input => input.removeAttribute('maxlength')")
        page.fill("#consent-child-a", attack)
        check(page)
        assert attack in page.locator(".calculator__summary").inner_text()
        assert page.locator(".calculator__summary img, .calculator__summary script").count() == 0


# Clear and record


def test_clear_forgets_everything(browser: Browser, address: str) -> None:
    """After Clear no answer, no result and no record is left, and it is announced."""
    with opened(browser, address + CONSENT) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        check(page)
        page.get_by_role("button", name="Clear", exact=True).click()
        expect(page.locator(".result")).to_have_count(0)
        expect(page.get_by_role("status").filter(has_text="Cleared")).to_be_visible()
        expect(page.locator("#consent-child-a")).to_be_focused()
        assert page.locator(".calculator__form input:checked").count() == 0
        assert page.locator("#consent-child-a").input_value() == ""
        assert page.evaluate("document.querySelector('hsb-calculator').record === undefined")


def test_the_record_can_be_copied_downloaded_and_printed(browser: Browser, address: str) -> None:
    """The record holds choices, lines, rules, sources, edition, time and a line for a reference."""
    with opened(browser, address + CONSENT, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        check(page)
        page.get_by_role("button", name="Copy").click()
        expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        with page.expect_download() as download:
            page.get_by_role("button", name="Download").click()
        assert download.value.suggested_filename == "record-consent.txt"
        saved = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert saved.replace("\r\n", "\n") == copied.replace("\r\n", "\n")
        for said in (
            "Record of a check: Consent",
            "edition 2026.11.1",
            "Your own reference: ____",
            "Child A’s age: 12 years",
            "Make a child protection referral",
            "[LLR 3.under-13; NG55 1.3.5]",
            "Why: the rules that applied",
            "Why not: the rules that did not apply",
            "refreshed April 2024",
            "2nd edition, 2019",
            address + CONSENT,
        ):
            assert said in saved, said
        assert re.search(r"Made \d+ \w+ 20\d\d at \d\d:\d\d", saved)
        page.evaluate(
            "() => { window.print = () => { window.sheet = document.querySelector('.record-sheet').textContent; }; }"
        )
        page.get_by_role("button", name="Print").click()
        assert "".join(page.evaluate("window.sheet").split()) == "".join(saved.replace(" - ", "").split())
        page.emulate_media(media="print")
        expect(page.locator(".record-sheet")).to_be_visible()
        expect(page.locator("main")).to_be_hidden()


def test_the_agenda_and_the_attendance_list_of_a_meeting_print_on_a_sheet_each(browser: Browser, address: str) -> None:
    """Beside the line that calls for a meeting; nothing else of the page is on the two sheets; no name is typed."""
    answers = {
        "child": "14",
        "harm": "yes",
        "stage": "start",
        "also-harmed": "no",
        "still-at-risk": "no",
        "looked-after": "no",
        "several": "yes",
    }
    with opened(browser, address + "calculators/enquiry/") as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "enquiry", answers)
        check(page)
        page.evaluate("() => { window.print = () => {}; }")
        for key in ("strategy", "strategic-management-group"):
            meeting = meetings()[key]
            page.locator(".result").get_by_role("button", name=f"attendance list: {meeting.name}").click()
            page.emulate_media(media="print")
            expect(page.locator("main")).to_be_hidden()
            sheets = page.locator(".record-sheet .meeting__sheet")
            expect(sheets).to_have_count(2)
            for line in (*meeting.considers, *meeting.produces):
                expect(sheets.first).to_contain_text(line.text)
            expect(sheets.last.locator("tbody tr")).to_have_count(len(meeting.attends) + 4)
            assert sheets.locator("input, textarea").count() == 0
            assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2
            page.emulate_media(media="screen")
            page.evaluate("dispatchEvent(new Event('afterprint'))")
            expect(page.locator(".record-sheet")).to_have_count(0)


# The same Python


def representative(name: str) -> list[dict[str, str]]:
    """For each row of a guide's table, typed answers that meet its conditions; the rest is the first answer."""
    guide = GUIDES[name]
    typed = []
    for rule in guide.in_order():
        wanted = {condition.question: condition.options[0] for condition in rule.when}
        answers: dict[str, str] = {}
        for question in guide.questions:
            if question.relevant({key: guide.question(key).read(text) for key, text in answers.items()}):
                key = wanted.get(question.key, question.keys[0])
                answers[question.key] = as_typed(question, key)
        typed.append(answers)
    return typed


def test_browser_and_cpython_agree_on_every_row_of_every_table(browser: Browser, address: str) -> None:
    """The page's own worker gives, for each row of both tables, the bytes that CPython gives."""
    requests = [
        json.dumps({"calculator": name, "typed": typed, "today": "2026-11-22", "made": "m", "address": "a"})
        for name in GUIDES
        for typed in [*representative(name), {}, {"child": "x"}]
    ]
    ask_all = """requests => new Promise((resolve, reject) => {
        const scripts = document.querySelector('script[src$="/calculator.js"]').src;
        const worker = new Worker(new URL("calculator-worker.js", scripts), { type: "module" });
        const answers = [];
        let came = 0;
        worker.onmessage = ({ data }) => {
            if (data.failed || data.error) reject(new Error(data.failed ?? data.error));
            if (data.answer === undefined) return;
            answers[data.number] = data.answer;
            came += 1;
            if (came === requests.length) { worker.terminate(); resolve(answers); }
        };
        requests.forEach((request, number) => worker.postMessage({ number, request }));
    })"""
    with opened(browser, address + CONSENT) as page:
        answers = page.evaluate(ask_all, requests)
    assert len(answers) > 100
    for request, answer in zip(requests, answers, strict=True):
        assert answer == python_side.answer(request)


DIGEST = textwrap.dedent(
    """
    import hashlib
    from calculators.guides.catalogue import GUIDES
    from calculators.engine.guide import decide
    from calculators.output.text import table_csv
    parts = []
    for name, guide in GUIDES.items():
        digest = hashlib.sha256(table_csv(guide).encode())
        count = 0
        for answers in guide.every_answer():
            count += 1
            digest.update(repr(sorted(answers.items())).encode())
            for finding in decide(guide, answers).findings:
                digest.update(f"{finding.key}|{finding.group.key}|{finding.about}|{finding.who}|{finding.then}|{finding.cites}".encode())
        parts.append(f"{name} {count} {digest.hexdigest()}")
    said = "; ".join(parts)
    """
)


def test_browser_and_cpython_agree_on_every_answer(browser: Browser, address: str) -> None:
    """Every line of every answer of every guide, hashed here and in the browser."""
    here: dict[str, Any] = {}
    exec(DIGEST, here)  # noqa: S102 - the same code runs on both sides
    assert hashlib.sha256(b"").hexdigest() not in here["said"]
    names = {name: part["name"] for name, part in browser_package.parts(browser_package.OUT).items()}
    run = """async ([code, names]) => {
        const { loadPyodide } = await import(`/assets/python/${names.loader}`);
        const { default: createPyodideModule } = await import(`/assets/python/${names.glue}`);
        const python = await loadPyodide({ indexURL: "/stock/", createPyodideModule });
        const library = await (await fetch(`/assets/python/${names.library}`)).arrayBuffer();
        python.FS.writeFile("/library.zip", new Uint8Array(library));
        python.runPython("import sys; sys.path.append('/library.zip')");
        python.runPython(code);
        return python.globals.get("said");
    }"""
    with opened(browser, address) as page:
        page.route("**/stock/*", lambda route: route.fulfill(path=RUNTIME / route.request.url.rsplit("/", 1)[-1]))
        page.set_default_timeout(600_000)
        assert page.evaluate(run, [DIGEST, names]) == here["said"]


# The first lines, before Python is there


def test_the_first_lines_are_those_of_python_for_every_answer(browser: Browser, address: str) -> None:
    """The page, which knows no rule, picks for every answer of every guide the lines that Python gives."""
    pick = """([keys, rows]) => {
        const calculator = document.querySelector("hsb-calculator");
        return rows.map((row) => {
            const answers = Object.fromEntries(row.map((option, place) => [keys[place], option]).filter(([, option]) => option));
            return calculator.lines(answers).map((line) => line.dataset.rule).join(" ");
        });
    }"""
    for name, guide in GUIDES.items():
        keys = [question.key for question in guide.questions]
        every = list(guide.every_answer())
        with opened(browser, f"{address}calculators/{name}/") as page:
            page.locator(".calculator__form").wait_for()
            for start in range(0, len(every), 5000):
                chunk = every[start : start + 5000]
                picked = page.evaluate(pick, [keys, [[answers.get(key, "") for key in keys] for answers in chunk]])
                for answers, lines in zip(chunk, picked, strict=True):
                    assert lines.split() == [finding.key for finding in decide(guide, answers).findings], answers


def test_the_first_lines_come_at_once_and_python_puts_its_result_in_their_place(browser: Browser, address: str) -> None:
    """While the runtime is still on its way the lines are there; then come the reasons and the record."""
    with opened(browser, "about:blank") as page:

        def late(route: Route) -> None:
            page.wait_for_timeout(2500)
            route.continue_()

        page.route("**/wasm-*.zip", late)
        page.goto(address + CONSENT)
        page.locator(".calculator__form").wait_for()
        fill(page, "consent", TWELVES)
        page.get_by_role("button", name="Check").click()
        first = page.locator(".result", has_text="The lines that apply")
        expect(first).to_contain_text("Make a child protection referral", timeout=2000)
        expect(first.get_by_role("heading", name="The lines that apply")).to_be_focused()
        lines = [text.strip() for text in first.locator(".result__group li").all_inner_texts()]
        page.locator("#consent-result").wait_for(timeout=READY)
        assert [text.strip() for text in page.locator(".result__group li").all_inner_texts()] == lines
        expect(page.get_by_role("button", name="Copy")).to_be_visible()


# From one calculator to the next


def test_an_answer_is_carried_to_another_calculator_with_one_press(browser: Browser, address: str) -> None:
    """The chosen level and, from there, the age stand in the next calculators, in memory alone, with their sources."""
    with opened(browser, address + "calculators/continuum/") as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "continuum", {"level": "problematic"})
        check(page)
        page.get_by_role("button", name="Next steps").click()
        carried = page.locator('hsb-calculator[data-guide="next-steps"]')
        expect(carried.locator(".calculator__status")).to_contain_text("Filled in from the calculator before")
        assert page.evaluate("document.activeElement.name") == "role"
        expect(carried.locator('input[name="level"][value="problematic"]')).to_be_checked()
        missing = "[...document.querySelectorAll('a.citation')].filter((mark) => !document.querySelector(mark.getAttribute('href')))"
        assert page.evaluate(f"{missing}.map((mark) => mark.href)") == []
        assert page.url == address + "calculators/continuum/"
        page.fill("#next-steps-child", "12")
        answers = {"role": "school", "others": "none-known", "level": "problematic", "harm": "no", "services": "none"}
        for key, value in answers.items():
            carried.locator(f'input[name="{key}"][value="{value}"]').check()
        carried.get_by_role("button", name="Check").click()
        carried.locator(".result__record").wait_for(timeout=READY)
        carried.get_by_role("button", name="Assessment").click()
        expect(page.locator("#assessment-child")).to_have_value("12")
        expect(
            page.locator(
                '#assessment-level-2, hsb-calculator[data-guide="assessment"] input[value="problematic"]'
            ).first
        ).to_be_checked()


# Dates for a calendar


def test_the_dates_can_be_put_into_a_calendar(browser: Browser, address: str) -> None:
    """The file that the page gives holds the days that are due, and nothing that was typed."""
    with opened(browser, f"{address}calculators/reviews/") as page:
        page.locator(".calculator__form").wait_for()
        start = f"{date.today():%d/%m/%Y}"  # noqa: DTZ011 - the page counts from the reader's own day
        fill(page, "reviews", {"area": "leicester-leicestershire-rutland", "start": start, "changed": "no"})
        check(page)
        days = page.locator(".result__group--dates li > strong").all_inner_texts()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download for a calendar").click()
        assert download.value.suggested_filename == "reviews.ics"
        held = [event.start for event in Calendar.from_ical(Path(download.value.path()).read_bytes()).events]
        assert [f"{day:%A} {words_for_date(day)}:" for day in held] == days
        assert len(days) == 5


# Privacy and policy


def test_nothing_is_sent_or_kept(browser: Browser, address: str) -> None:
    """A whole check: no request elsewhere, none that carries an answer, no cookie, no storage, nothing in the address."""
    asked: list[Request] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright wants a function of its own
    page.goto(address + CONSENT)
    page.locator(".calculator__form").wait_for()
    fill(page, "consent", TWELVES)
    check(page)
    before = len(asked)
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Clear", exact=True).click()
    assert len(asked) == before
    assert all(request.url.startswith((address, "data:")) and request.method == "GET" for request in asked)
    assert all("?" not in request.url for request in asked)
    assert page.url == address + CONSENT
    state = context.storage_state()
    assert not state["cookies"]
    assert not state["origins"]
    context.close()


def test_every_page_keeps_the_policy_fits_a_phone_and_asks_nobody_else(
    browser: Browser, address: str, site: Path
) -> None:
    """Over every page: no violation, no error, no foreign request, no sideways scroll at 320 pixels."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda message: complaints.append(f"{page.url}: {message.text}") if message.type == "error" else None
    )
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else complaints.append(asked.url))
    wide = []
    for path in sorted(site.rglob("index.html")):
        page.goto(address + path.relative_to(site).as_posix().removesuffix("index.html"))
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(page.url)
    assert not complaints
    assert not wide
    context.close()


# Accessibility


def axe(page: Page) -> list[str]:
    """Give the violations of WCAG 2.2 AA and of axe's good practice that it finds."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


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
        expect(result).to_be_visible()
        box = page.locator(".search__output").bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        on_top = "([x, y]) => !!document.elementFromPoint(x, y)?.closest('.search__output')"
        assert page.evaluate(on_top, [box["x"] + box["width"] / 2, box["y"] + 60])
        assert "strategy" in result.inner_text().lower()
