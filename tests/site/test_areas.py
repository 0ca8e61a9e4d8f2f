"""Local arrangements: an area names, adds and tightens, never takes away; a wrong file stops with one sentence."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from calculators import browser
from calculators.areas import model as local
from calculators.areas import reader as area_files
from calculators.areas.reader import AreaError
from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES
from calculators.output.text import result_text
from hooks.site import editions
from tests.conftest import build
from tests.guides.test_guides import typed_for

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
FILE = (area_files.FOLDER / "north-east-lincolnshire.toml").read_text(encoding="utf-8")
NUMBER = "01472 326292"


def areas() -> list[local.Area]:
    """Every shipped area, and areas made up so that each key and each step is used."""
    every_step = "\n".join(
        f'[[line]]\nstep = "{step}"\ntext = "Ring the duty desk too."' for step in sorted(area_files.steps())
    )
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
    return [*shipped, area_files.read("anyshire", made, area_files.steps(), "anyshire.toml")]


@pytest.mark.parametrize("area", areas(), ids=lambda area: area.key)
@pytest.mark.parametrize("name", GUIDES)
def test_no_area_takes_a_line_away_or_softens_it(name: str, area: local.Area) -> None:
    """With an area every line of the result stands in the same words, and what the area adds comes below it."""
    guide = GUIDES[name]
    for answers in list(guide.every_answer())[:: 1 if name == "age" else 1499]:
        typed = typed_for(guide, tuple(answers.items()))
        without = ask(guide, typed, TODAY)
        result = ask(guide, typed, TODAY, area)
        assert result.findings == without.findings
        text = result_text(result).splitlines()
        kept = [
            line
            for line in text
            if not line.startswith(f"      {area.name}: ") and line != f"Local arrangements: {area.name}"
        ]
        assert "\n".join(kept) + "\n" == result_text(without)


def test_what_an_area_adds_stands_below_its_step_in_text_and_page() -> None:
    """The contact and the area's own line are there, with their units, and escaped."""
    area = area_files.load("north-east-lincolnshire")
    result = ask(GUIDES["age"], {"child": "12", "development": "no"}, TODAY, area)
    text = result_text(result)
    assert f"Integrated Front Door: {NUMBER}" in text
    assert "[NEL open-cases]" in text
    request = {
        "calculator": "age",
        "typed": {"child": "12", "development": "no"},
        "today": "2026-11-22",
        "made": "m",
        "address": "a",
        "area": {"key": area.key, "file": {**area.file, "name": "<b>Any</b>shire"}},
    }
    answer = json.loads(browser.answer(json.dumps(request)))
    assert f'<a href="tel:{NUMBER.replace(" ", "")}">{NUMBER}</a>' in answer["html"]
    assert "&lt;b&gt;Any&lt;/b&gt;shire" in answer["html"]
    assert "<b>" not in answer["html"]
    assert NUMBER in answer["record"]


BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "not TOML": (lambda text: text.replace('name = "North', "name = North", 1), "this is not TOML"),
    "empty": (lambda _: "", "name is missing; write the area’s name"),
    "unknown key": (lambda text: 'colour = "blue"\n' + text, "colour is not a key of an area’s file; use one of: name,"),
    "misspelt key in a table": (lambda text: text.replace("telephone", "telefone"), "contact.front-door.telefone is not a key"),
    "unknown contact": (lambda text: text.replace("contact.panel", "contact.pannel"), "contact.pannel is not known; use one of"),
    "contact that is no table": (lambda text: text.replace("[contact.panel]", "[other]").replace("[contact.front-door]", "[x]"), "x is not a key"),
    "no front door": (lambda text: re.sub(r"\[contact\.front-door\].*?\n\n", "", text, flags=re.DOTALL), "contact.front-door is missing"),
    "name of the wrong kind": (lambda text: text.replace('name = "North East Lincolnshire"', "name = 7"), "name: “7” cannot be used; write words"),
    "empty name": (lambda text: text.replace('name = "North East Lincolnshire"', 'name = " "'), "write words in quotation marks"),
    "short telephone number": (lambda text: text.replace(NUMBER, "01472 32"), "write the whole number with its area code"),
    "words for a telephone number": (lambda text: text.replace(NUMBER, "the usual number"), "contact.front-door.telephone: “the usual"),
    "telephone as a number": (lambda text: text.replace(f'"{NUMBER}"', "1472326292"), "contact.front-door.telephone"),
    "link without https": (lambda text: text.replace("[names]", "").replace('email = "hsb', 'link = "www.nelincs.gov.uk"\nemail = "hsb'), "begins with https://"),
    "link with a script": (lambda text: text.replace('email = "hsb', 'link = "javascript:alert(1)"\nemail = "hsb'), "begins with https://"),
    "bad e-mail": (lambda text: text.replace("hsb@nelincs.gov.uk", "hsb at nelincs"), "such as name@example.gov.uk"),
    "unknown unit": (lambda text: text.replace('"nel:front-door"', '"nel:frontdoor"'), "there is no unit “nel:frontdoor”"),
    "units that are no list": (lambda text: text.replace('["nel:front-door"]', '"nel:front-door"'), "write a list of words"),
    "looser review": (lambda text: text.replace("then_every = 3", "then_every = 12"), "no rule may be looser than NICE NG55 1.6.5"),
    "review of no months": (lambda text: text.replace("first_every = 3", "first_every = 0"), "review.first_every: “0” cannot be used"),
    "review left half": (lambda text: text.replace("then_every = 3\n", ""), "review.then_every is missing"),
    "panel's ages turned round": (lambda text: text.replace("first_age = 12", "first_age = 18").replace("last_age = 18", "last_age = 12"), "write the youngest age first"),
    "panel's age in words": (lambda text: text.replace("first_age = 12", 'first_age = "twelve"'), "panel.first_age: “twelve”"),
    "line that softens": (lambda text: text.replace("Look also at", "You need not ring; look at"), "would soften a step"),
    "line that defers": (lambda text: text.replace("Look also at", "Wait for the panel, then look at"), "“Wait” would soften"),
    "line below no step": (lambda text: text.replace('step = "tell-the-lead"', 'step = "tell-the-leader"'), "there is no step “tell-the-leader”"),
    "line below a line that is no step": (lambda text: text.replace('step = "tell-the-lead"', 'step = "do-not-label"'), "there is no step “do-not-label”"),
    "line table with one bracket": (lambda text: text.replace("[[line]]", "[line]"), "write [[line]] with two brackets"),
    "unknown meeting": (lambda text: text + '\n[names]\nbig-meeting = "Big"\n', "names.big-meeting is not a key"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_stops_with_its_name_the_key_what_is_wrong_and_what_to_write(case: str) -> None:
    """One sentence, in one line."""
    break_it, says = BROKEN[case]
    broken = break_it(FILE)
    assert broken != FILE
    with pytest.raises(AreaError) as fault:
        area_files.read("anyshire", broken, area_files.steps(), "areas/anyshire.toml")
    message = str(fault.value)
    assert message.startswith("areas/anyshire.toml: ")
    assert says in message
    assert "\n" not in message


def test_an_edition_made_of_the_base_is_the_edition_that_a_build_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filled from the build for England, North East Lincolnshire is byte for byte what a build of its own gives."""
    monkeypatch.setenv("AREAS", "north-east-lincolnshire")
    build(tmp_path / "own")
    monkeypatch.setenv("AREAS", "england")
    build(tmp_path / "base")
    area = area_files.load("north-east-lincolnshire")
    assert editions.make(area, tmp_path / "base", tmp_path / "made") > 1
    names = sorted(path.relative_to(tmp_path / "own") for path in (tmp_path / "own").rglob("*") if path.is_file())
    assert names == sorted(
        path.relative_to(tmp_path / "made") for path in (tmp_path / "made").rglob("*") if path.is_file()
    )
    for name in names:
        if name.name != "sitemap.xml.gz":
            assert (tmp_path / "own" / name).read_bytes() == (tmp_path / "made" / name).read_bytes(), name

    # One number changed in the file changes every place that shows it, and nothing else.
    changed = area_files.read(area.key, FILE.replace(NUMBER, "01472 999999"), area_files.steps(), "x.toml")
    editions.make(changed, tmp_path / "base", tmp_path / "changed")
    shown = 0
    for name in names:
        before, after = (tmp_path / "made" / name).read_bytes(), (tmp_path / "changed" / name).read_bytes()
        expected = before.replace(b"01472 326292", b"01472 999999").replace(b"01472326292", b"01472999999")
        assert after == expected or name.name == "sw.js", name  # which lists what is in each file
        shown += before != after
    assert shown > 1


def test_an_edition_shares_what_no_area_changes(tmp_path: Path) -> None:
    """A file without a place for local values is the same file on disk, not a copy."""
    base = tmp_path / "base"
    (base / "assets").mkdir(parents=True)
    (base / "assets" / "a.css").write_text("p {}", encoding="utf-8")
    (base / "index.html").write_text('<p><hsb-local data-local="contact.front-door"></hsb-local></p>', encoding="utf-8")
    assert editions.make(area_files.load("north-east-lincolnshire"), base, tmp_path / "out") == 1
    assert (tmp_path / "out" / "assets" / "a.css").samefile(base / "assets" / "a.css")
    assert NUMBER in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(base)
    assert (tmp_path / "out" / "assets" / "a.css").is_file()


def test_the_review_dates_follow_the_rule_of_the_site_s_own_area() -> None:
    """For another area than the sources', the dates are those of its file; the strictest stays marked, and none is looser."""
    anyshire = areas()[-1]
    assert anyshire.review == local.Review(first_every=1, first_for=3, then_every=2)
    typed = {"area": "another", "start": "2026-11-01", "changed": "no"}
    due = [dated.day for dated in ask(GUIDES["reviews"], typed, TODAY, anyshire).timetable if dated.due]
    assert due[:5] == [date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1), date(2027, 4, 1), date(2027, 6, 1)]
    chosen = {"key": anyshire.key, "file": anyshire.file}
    request = {
        "calculator": "reviews",
        "typed": typed,
        "today": "2026-11-22",
        "area": chosen,
        "stamp": "2026-11-22T09:00:00Z",
    }
    held = Calendar.from_ical(json.loads(browser.calendar(json.dumps(request)))["text"]).events
    assert [event.start for event in held] == due, "the file for a calendar holds the days that the page shows"
    national = ask(GUIDES["reviews"], typed, TODAY, area_files.load("england")).timetable
    assert [dated.day for dated in national if dated.due][:2] == [date(2027, 5, 1), date(2027, 11, 1)]
    assert all(dated.cites for dated in ask(GUIDES["reviews"], typed, TODAY, anyshire).timetable)


# In the browser


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
    page.get_by_label("Age in years").fill("12")
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Check").click()
    page.locator("#age-result").wait_for(timeout=60_000)
    assert NUMBER in page.locator(".result").inner_text()
    page.get_by_label("Area", exact=True).select_option(label="Leicester, Leicestershire and Rutland")
    assert page.locator(".calculator__result").inner_text() == ""
    page.get_by_role("button", name="Check").click()
    page.locator("#age-result").wait_for(timeout=60_000)
    said = page.locator(".result").inner_text()
    assert NUMBER not in said
    assert "the procedure gives no number" in said
    assert context.cookies() == []
    context.close()


def test_with_no_script_every_offered_area_is_named_beside_its_value(browser: Browser, address: str) -> None:
    """Nobody reads a number without the name of the area that it belongs to."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "procedure/first-action/")
    place = page.locator('hsb-local[data-local="contact.front-door"]')
    labels = [place.locator(f"[data-area={key}]").get_attribute("data-label") for key in area_files.keys()]  # noqa: SIM118
    assert labels == [area_files.load(key).name for key in area_files.keys()]  # noqa: SIM118
    context.close()


def test_a_place_on_a_page_is_reached_with_the_area_kept(browser: Browser, address: str) -> None:
    """A link to a paragraph of another page takes the choice along and still goes to the paragraph."""
    page = browser.new_page()
    page.goto(address + "procedure/first-action/#area=north-east-lincolnshire&at=sources")
    expect(page.locator("#sources")).to_be_in_viewport()
    expect(page.get_by_label("Area", exact=True)).to_have_value("north-east-lincolnshire")
    page.close()


def test_no_page_holds_a_number_or_address_of_one_area() -> None:
    """A number typed into a page would be shown to every area's readers: it stands in the area's file alone."""
    own = [contact for key in area_files.keys() for contact in area_files.load(key).contacts.values()]  # noqa: SIM118
    local_values = {value for contact in own for value in (contact.telephone, contact.email) if len(value) > len("101")}
    assert NUMBER in local_values
    for page in (ROOT / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert not [value for value in local_values if value in text], page
