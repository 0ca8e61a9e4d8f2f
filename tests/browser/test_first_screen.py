"""What stands first in a result, and what the browser and CPython both say."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators import browser as python_side
from calculators.areas.data import to_data
from calculators.areas.reader import keys, load
from calculators.engine.asking import ask
from calculators.guides.area import AREA, ELSEWHERE
from calculators.guides.catalogue import GUIDES
from calculators.output import words
from tests.browser.test_case import LEAD, planned
from tests.guides.test_scenarios import scenarios
from tests.support.calculator_page import (
    CASE,
    CONSENT,
    NEXT_STEPS,
    check,
    fill,
    opened,
    typed_for,
    typed_today,
)

if TYPE_CHECKING:
    from pathlib import Path

ACTIONS = (
    "[...document.querySelectorAll('.result__main :is(.result__steps, .result__later) [data-action]')]"
    ".map((one) => one.dataset.action)"
)

ASK_ALL = """requests => new Promise((resolve, reject) => {
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


def test_browser_and_cpython_agree_on_every_fictional_case(browser: Browser, address: str) -> None:
    """The page's own worker gives, for each case, an empty form and an unknown field, the bytes that CPython gives."""
    asked = [(name, case["typed"]) for name, case in scenarios()]
    asked += [(name, typed) for name in GUIDES for typed in ({}, {"child": "x"})]
    requests = [
        json.dumps({"calculator": name, "typed": typed, "today": "2026-11-22", "made": "m", "address": "a"})
        for name, typed in asked
    ]
    with opened(browser, address + CONSENT) as page:
        answers = page.evaluate(ASK_ALL, requests)
    assert len(answers) > 100
    for request, answer in zip(requests, answers, strict=True):
        assert answer == python_side.answer(request)


def test_every_answer_to_the_area_is_taken_with_every_area_of_the_site(browser: Browser, address: str) -> None:
    """What Python reads only for some answers is there in the browser too, for a calculator and for a whole case."""
    asked = []
    for key in keys():
        area = to_data(load(key))
        for answer in (*AREA.keys, ELSEWHERE, ""):
            common = {"today": "2026-11-22", "made": "m", "address": "a", "area": area, "base": ""}
            asked += [
                ("answer", {**common, "calculator": name, "typed": {**typed_for(name), "area": answer}})
                for name in ("panel", "reviews")
            ]
            asked.append(("case", {**common, "typed": {**LEAD, "stage": "plan", "area": answer}}))
    requests = [json.dumps(request) for _, request in asked]
    with opened(browser, address + CONSENT) as page:
        answers = page.evaluate(
            ASK_ALL.replace('door: "answer"', "door: doors[number]").replace("requests =>", "([requests, doors]) =>"),
            [requests, [door for door, _ in asked]],
        )
    for (door, _), request, answer in zip(asked, requests, answers, strict=True):
        assert answer == getattr(python_side, door)(request)


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


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_of_a_result_leads_somewhere(browser: Browser, address: str, site: Path, name: str) -> None:
    """Before Python is there and with it."""
    for blocked in (False, True):
        if blocked and GUIDES[name].timetable:
            continue
        with opened(browser, "about:blank") as page:
            if blocked:
                page.route("**/assets/python/**", lambda _: None)
            page.goto(f"{address}calculators/{name}/")
            page.locator(".calculator__form").wait_for()
            fill(page, name, typed_for(name))
            if blocked:
                page.get_by_role("button", name="Check", exact=True).click()
                page.locator(".result__answer h3").wait_for()
            else:
                check(page)
            assert_linked(page, address, site)


def test_every_link_of_a_plan_leads_somewhere(browser: Browser, address: str, site: Path) -> None:
    """Of a case too, which is drawn anew at each answer."""
    with opened(browser, address + CASE) as page:
        page.locator(".calculator__form").wait_for()
        fill(page, "case", LEAD)
        planned(page)
        assert_linked(page, address, site)


def assert_linked(page: Page, address: str, site: Path) -> None:
    """Hold each address on this site that a result links to a page that is there, and to a place on it."""
    links: list[str] = page.eval_on_selector_all(".result a[href]", "(all) => all.map((one) => one.href)")
    here = page.url.partition("#")[0]
    ours = [
        link.removeprefix(address).partition("#") for link in links if link.startswith(address) and here not in link
    ]
    assert any("procedure/" in path for path, *_ in ours), links
    for path, _, anchor in ours:
        file = site / path / "index.html"
        assert file.is_file(), path
        assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), f"{path}#{anchor}"
