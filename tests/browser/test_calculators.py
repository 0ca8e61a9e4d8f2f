"""The calculators in a real browser: without a script, by keyboard, relevance, errors, Clear, the record, the first answer."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from calculators import __version__
from calculators import browser as python_side
from calculators.actions.meetings import meetings
from calculators.engine.asking import ask
from calculators.engine.dates import words_for_date
from calculators.guides.catalogue import GUIDES
from calculators.output import words
from tests.guides.test_scenarios import scenarios
from tests.support.calculator_page import (
    CONSENT,
    NEXT_STEPS,
    READY,
    TWELVES,
    check,
    fill,
    opened,
    typed_for,
    typed_today,
)

ACTIONS = (
    "[...document.querySelectorAll('.result__main :is(.result__steps, .result__later) [data-action]')]"
    ".map((one) => one.dataset.action)"
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


def test_browser_and_cpython_agree_on_every_fictional_case(browser: Browser, address: str) -> None:
    """The page's own worker gives, for each case, an empty form and an unknown field, the bytes that CPython gives."""
    asked = [(name, case["typed"]) for name, case in scenarios()]
    asked += [(name, typed) for name in GUIDES for typed in ({}, {"child": "x"})]
    requests = [
        json.dumps({"calculator": name, "typed": typed, "today": "2026-11-22", "made": "m", "address": "a"})
        for name, typed in asked
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
        worker.postMessage({});
        requests.forEach((request, number) => worker.postMessage({ number, door: "answer", request }));
    })"""
    with opened(browser, address + CONSENT) as page:
        answers = page.evaluate(ask_all, requests)
    assert len(answers) > 100
    for request, answer in zip(requests, answers, strict=True):
        assert answer == python_side.answer(request)


@pytest.mark.parametrize("name", GUIDES)
def test_a_case_submitted_in_the_browser_gives_the_heading_and_steps_of_python(
    browser: Browser, address: str, name: str
) -> None:
    """First without Python, from the page's own script; then with it: one heading, one list of steps, the reader's focus."""
    for scenario in [typed_today(case["typed"]) for of, case in scenarios() if of == name][:2]:
        result = ask(GUIDES[name], scenario, date.today())  # noqa: DTZ011 - the page counts from the reader's own day
        yours = [step.action.key for step in result.yours]
        with opened(browser, f"{address}calculators/{name}/") as page:
            page.locator(".calculator__form").wait_for()
            fill(page, name, scenario)
            check(page)
            expect(page.locator(f"#{name}-result")).to_have_text(words.heading(result))
            assert page.evaluate(ACTIONS) == yours
        if GUIDES[name].timetable:
            continue
        with opened(browser, "about:blank") as page:
            page.route("**/assets/python/**", lambda _: None)
            page.goto(f"{address}calculators/{name}/")
            page.locator(".calculator__form").wait_for()
            fill(page, name, scenario)
            page.get_by_role("button", name="Check", exact=True).click()
            heading = page.locator(".result__answer h3")
            expect(heading).to_have_text(words.heading(result), timeout=2000)
            expect(heading).to_be_focused()
            assert page.evaluate(ACTIONS) == yours


def test_danger_ticked_shows_999_at_once(browser: Browser, address: str) -> None:
    """Before any check and without Python, on a phone: a link that dials, big enough to tap, in sight."""
    with opened(browser, "about:blank", viewport={"width": 375, "height": 667}) as page:
        page.route("**/assets/python/**", lambda _: None)
        page.goto(address + NEXT_STEPS)
        link = page.locator(".calculator__danger a[href='tel:999']")
        expect(link).to_be_hidden()
        page.check("#next-steps-danger")
        expect(link).to_be_visible()
        expect(link).to_be_in_viewport()
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
        page.uncheck("#next-steps-danger")
        expect(link).to_be_hidden()


def test_from_the_heading_of_a_result_to_the_first_step_is_a_thumb_s_way(browser: Browser, address: str) -> None:
    """At 375 pixels, for every fictional case where nothing else has to be read first: 200 pixels at most, or 110 and whom to ring."""
    cases = [case["typed"] for of, case in scenarios() if of == "next-steps"]
    ways = []
    with opened(browser, address + NEXT_STEPS, viewport={"width": 375, "height": 667}) as page:
        page.locator(".calculator__form").wait_for()
        for typed in cases:
            asked = {"calculator": "next-steps", "typed": typed, "today": "2026-11-22", "made": "m", "address": "a"}
            page.evaluate("html => { document.querySelector('.calculator__result').innerHTML = html; }", _html(asked))
            ways.append(page.evaluate(WAY))
    found = [way for way in ways if way is not None]
    assert len(found) > 4
    assert not [way for way in found if way["all"] > 200 and way["all"] - way["ring"] > 110]


WAY = """() => {
    if (document.querySelector(".result__check, .result__why, .result__notes")) return null;
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const ring = document.querySelector(".result__ring");
    return { all: box(".result__steps > li").top - box(".result h3").bottom, ring: ring?.getBoundingClientRect().height ?? 0 };
}"""


def _html(asked: dict[str, object]) -> str:
    found = json.loads(python_side.answer(json.dumps(asked)))
    return str(found["html"])


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


def test_the_first_case_of_each_calculator_is_one_that_its_form_takes() -> None:
    """What these tests type can be typed."""
    for name, guide in GUIDES.items():
        assert ask(guide, typed_for(name), date.today()).steps  # noqa: DTZ011 - as the page counts
