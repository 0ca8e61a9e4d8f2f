"""Local arrangements: an area names, adds and tightens, never takes away. What its file may say: test_area_files.py."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from calculators import browser
from calculators.areas import model as local
from calculators.areas import reader as area_files
from calculators.areas.data import to_data
from calculators.areas.steps import steps
from calculators.engine.asking import AnswersError, ask
from calculators.guides.catalogue import GUIDES
from calculators.output.text import result_text
from tests.support.answers import typed

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
FILE = (area_files.FOLDER / "north-east-lincolnshire.toml").read_text(encoding="utf-8")
NUMBER = "01472 326292"
CASE = {"role": "school-lead", "age-then": "12", "activity": "yes", "development": "no"}


def areas() -> list[local.Area]:
    """Every shipped area, and areas made up so that each key and each step is used."""
    every_step = "\n".join(f'[[line]]\nstep = "{step}"\ntext = "Ring the duty desk too."' for step in sorted(steps()))
    made = f"""
name = "Anyshire"
[contact.front-door]
name = "Anyshire first response"
telephone = "01632 960001"
out_of_hours = "01632 960002, emergency duty team"
hours = "Monday to Friday 9am to 5pm"
[names]
planning-meeting = "Joint planning meeting"
[review]
first_every = 1
first_for = 3
then_every = 2
{every_step}
"""
    shipped = [area_files.load(key) for key in sorted(area_files.keys())]
    return [*shipped, area_files.read("anyshire", made, steps(), "anyshire.toml")]


@pytest.mark.parametrize("area", areas(), ids=lambda area: area.key)
@pytest.mark.parametrize("name", GUIDES)
def test_no_area_takes_a_line_away_or_softens_it(name: str, area: local.Area) -> None:
    """With an area every line of the result stands in the same words, and what the area adds comes below it."""
    guide = GUIDES[name]
    for answers in islice(guide.every_answer(), 0, None, 1499):
        given = {key: typed(guide.question(key), option) for key, option in answers.items()}
        try:
            without = ask(guide, given, TODAY)
        except AnswersError:
            continue  # an age now below the age then, which nobody can have
        result = ask(guide, given, TODAY, area)
        assert (result.steps, result.applied, result.not_known) == (without.steps, without.applied, without.not_known)
        said = result_text(result)
        for step in result.steps:
            words = step.action.for_role(result.role) if step in result.yours else step.action.others
            assert words in said, step.action.key
            for line in area.beside(step.action.key):
                assert f"Added by {area.name} (the step above still applies): {line.text}" in said


def test_what_an_area_adds_stands_below_its_step_in_text_and_page() -> None:
    """The contact and the area's own line are there, with their units, and escaped."""
    area = area_files.load("north-east-lincolnshire")
    result = ask(GUIDES["age"], CASE, TODAY, area)
    text = result_text(result)
    assert f"Integrated Front Door: {NUMBER}" in text
    assert "[NEL open-cases]" in text
    request = {
        "calculator": "age",
        "typed": CASE,
        "today": "2026-11-22",
        "made": "m",
        "address": "a",
        "area": to_data(area) | {"name": "<b>Any</b>shire"},
    }
    answer = json.loads(browser.answer(json.dumps(request)))
    assert f'<a href="tel:{NUMBER.replace(" ", "")}">{NUMBER}</a>' in answer["html"]
    assert "&lt;b&gt;Any&lt;/b&gt;shire" in answer["html"]
    assert "<b>" not in answer["html"]
    assert NUMBER in answer["record"]


def test_what_an_area_s_file_says_no_calculator_says_otherwise(tmp_path: Path) -> None:
    """Another interval and other ages in the file of North East Lincolnshire change the dates and the panel's steps."""
    shutil.copytree(ROOT / "calculators", tmp_path / "calculators")
    path = tmp_path / "calculators" / "areas" / "north-east-lincolnshire.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("first_every = 3", "first_every = 1").replace("then_every = 3", "then_every = 1")
    path.write_text(text.replace("first_age = 12", "first_age = 10"), encoding="utf-8")

    def say(*words: str) -> str:
        command = [sys.executable, "-m", "calculators", *words, "area=north-east-lincolnshire"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    start = date.today().replace(day=1).isoformat()  # noqa: DTZ011 - as somebody types it
    dates = say("ask", "reviews", "role=social-care", f"start={start}", "changed=no", "--json")
    assert [dated["due"] for dated in json.loads(dates)["timetable"]] == [True] * 24
    panel = say(
        "ask",
        "panel",
        "role=social-care",
        "age-now=10",
        "panel-harm=yes",
        "referrer=yes",
        "plan=yes",
        "panel-consent=yes",
        "investigation=none",
    )
    assert "A referral to the panel can be made" in panel
    assert "too young" not in panel


def test_the_review_dates_follow_the_rule_of_the_site_s_own_area() -> None:
    """For another area than the sources', the dates are those of its file; the strictest stays marked, and none is looser."""
    anyshire = areas()[-1]
    assert anyshire.review == local.Review(first_every=1, first_for=3, then_every=2)
    given = {"role": "social-care", "area": "another", "start": "2026-11-01", "changed": "no"}
    due = [dated.day for dated in ask(GUIDES["reviews"], given, TODAY, anyshire).timetable if dated.due]
    assert due[:5] == [date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1), date(2027, 4, 1), date(2027, 6, 1)]
    chosen = to_data(anyshire)
    request = {
        "calculator": "reviews",
        "typed": given,
        "today": "2026-11-22",
        "area": chosen,
        "stamp": "2026-11-22T09:00:00Z",
    }
    held = Calendar.from_ical(json.loads(browser.calendar(json.dumps(request)))["text"]).events
    assert [event.start for event in held] == due, "the file for a calendar holds the days that the page shows"
    national = ask(GUIDES["reviews"], given, TODAY, area_files.load("england")).timetable
    assert [dated.day for dated in national if dated.due][:2] == [date(2027, 5, 1), date(2027, 11, 1)]
    assert all(dated.cites for dated in ask(GUIDES["reviews"], given, TODAY, anyshire).timetable)


# In the browser


def check(page: Page) -> None:
    """Press Check and wait for the whole result."""
    page.get_by_role("button", name="Check").click()
    page.locator(".result__record").first.wait_for(timeout=60_000)


def test_the_reader_picks_an_area_once_and_pages_and_calculators_follow(browser: Browser, address: str) -> None:
    """The choice travels in the fragment, fills page and result, shows no other area's number, and is stored nowhere."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Area", exact=True).select_option(label="North East Lincolnshire")
    page.locator("#content").get_by_role("link", name="First action").click()
    expect(page).to_have_url(re.compile("first-action/#area=north-east-lincolnshire$"))
    expect(page.locator("#content").get_by_role("link", name=NUMBER).first).to_be_visible()
    page.goto(address + "calculators/age/#area=north-east-lincolnshire")
    page.locator("#age-age-then").fill(CASE["age-then"])
    for key in ("role", "activity", "development"):
        page.locator(f'input[name="{key}"][value="{CASE[key]}"]').check()
    check(page)
    assert NUMBER in page.locator(".result").inner_text()
    page.get_by_label("Area", exact=True).select_option(label="Leicester, Leicestershire and Rutland")
    result = page.locator(".result")
    expect(result).to_contain_text("the procedure gives no number", timeout=60_000)
    expect(result).not_to_contain_text(NUMBER)
    assert context.cookies() == []
    context.close()


def test_with_no_script_every_offered_area_is_named_beside_its_value(browser: Browser, address: str) -> None:
    """Nobody reads a number without the name of the area that it belongs to."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "procedure/first-action/")
    place = page.locator('hsb-local[data-local="contact.front-door"]')
    offered = place.locator("[data-area]").evaluate_all("all => all.map((one) => one.dataset.area)")
    assert offered[0] == "england", "what the site offers, whatever files there are besides"
    labels = [place.locator(f"[data-area={key}]").get_attribute("data-label") for key in offered]
    assert labels == [area_files.load(key).name for key in offered]
    context.close()


def test_no_page_holds_a_number_or_address_of_one_area() -> None:
    """A number typed into a page would be shown to every area's readers: it stands in the area's file alone."""
    own = [contact for key in area_files.keys() for contact in area_files.load(key).contacts.values()]  # noqa: SIM118
    local_values = {value for contact in own for value in (contact.telephone, contact.email) if len(value) > len("101")}
    assert NUMBER in local_values
    for page in (ROOT / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert not [value for value in local_values if value in text], page
