"""Local arrangements: an area names, adds and tightens, never takes away. What its file may say: test_area_files.py."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from calculators import browser
from calculators.areas import model as local
from calculators.areas import reader as area_files
from calculators.areas.data import to_data
from calculators.areas.steps import steps
from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES
from calculators.output.text import result_text
from hooks.site import addresses, editions
from tests.conftest import build
from tests.support.answers import typed as typed_for

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
FILE = (area_files.FOLDER / "north-east-lincolnshire.toml").read_text(encoding="utf-8")
NUMBER = "01472 326292"
HOST = "https://example.org/hsb/"


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
    for answers in list(guide.every_answer())[:: 1 if name == "age" else 1499]:
        typed = {key: typed_for(guide.question(key), option) for key, option in answers.items()}
        without = ask(guide, typed, TODAY)
        result = ask(guide, typed, TODAY, area)
        assert (result.steps, result.applied) == (without.steps, without.applied)
        text = result_text(result).splitlines()
        kept = [
            line
            for line in text
            if not line.startswith((f"      {area.name}: ", f"      Added by {area.name} ("))
            and line != f"Local arrangements: {area.name}"
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
        "area": to_data(area) | {"name": "<b>Any</b>shire"},
    }
    answer = json.loads(browser.answer(json.dumps(request)))
    assert f'<a href="tel:{NUMBER.replace(" ", "")}">{NUMBER}</a>' in answer["html"]
    assert "&lt;b&gt;Any&lt;/b&gt;shire" in answer["html"]
    assert "<b>" not in answer["html"]
    assert NUMBER in answer["record"]


def test_an_edition_made_of_the_base_is_the_edition_that_a_build_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filled from the build for England, North East Lincolnshire is byte for byte what a build of its own gives.

    The edition stands in a folder of its own, and each page, the feed, the map of the site and the page for a missing file
    give addresses in that folder.
    """
    monkeypatch.setenv("AREAS", "north-east-lincolnshire")
    build(tmp_path / "own", address=f"{HOST}north-east-lincolnshire/")
    monkeypatch.setenv("AREAS", "england")
    build(tmp_path / "base", address=HOST)
    area = area_files.load("north-east-lincolnshire")
    moved = addresses.Moved(HOST, area.key)
    assert editions.make(area, tmp_path / "base", tmp_path / "made", moved) > 1
    names = sorted(path.relative_to(tmp_path / "own") for path in (tmp_path / "own").rglob("*") if path.is_file())
    assert names == sorted(
        path.relative_to(tmp_path / "made") for path in (tmp_path / "made").rglob("*") if path.is_file()
    )
    for name in names:
        if name.name != "sitemap.xml.gz":
            assert (tmp_path / "own" / name).read_bytes() == (tmp_path / "made" / name).read_bytes(), name

    # One number changed in the file changes every place that shows it, and nothing else.
    changed = area_files.read(area.key, FILE.replace(NUMBER, "01472 313131"), steps(), "x.toml")
    editions.make(changed, tmp_path / "base", tmp_path / "changed", moved)
    shown = 0
    for name in names:
        before, after = (tmp_path / "made" / name).read_bytes(), (tmp_path / "changed" / name).read_bytes()
        expected = before.replace(b"01472 326292", b"01472 313131").replace(b"01472326292", b"01472313131")
        assert after == expected or name.name == "sw.js", name  # which lists what is in each file
        shown += before != after
    assert shown > 1


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
    dates = say("ask", "reviews", f"start={start}", "changed=no", "--json")
    assert [dated["due"] for dated in json.loads(dates)["timetable"]] == [True] * 24
    panel = say(
        "ask",
        "panel",
        "age-now=10",
        "panel-harm=yes",
        "referrer=yes",
        "plan=yes",
        "panel-consent=yes",
        "investigation=none",
    )
    assert "for ages 10 to 18" in panel
    assert "does not take a child under" not in panel


def test_a_site_without_an_address_gives_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page, feed or map names the address of the machine on which it was built."""
    monkeypatch.delenv("SITE_URL", raising=False)
    done = build(tmp_path)
    assert done.returncode == 0, done.stderr
    for path in tmp_path.rglob("*"):
        if path.suffix in {".html", ".xml"}:
            text = path.read_text(encoding="utf-8")
            assert "127.0.0.1" not in text.replace("<http://127.0.0.1:8000>", ""), path
            assert 'rel="canonical"' not in text, path
    assert not (tmp_path / "sitemap.xml").exists()
    assert 'href="./feed.xml"' in (tmp_path / "feed.xml").read_text(encoding="utf-8").replace(
        'href="feed.xml"', 'href="./feed.xml"'
    )


@pytest.mark.parametrize("given", ["example.org", "https://", "ftp://example.org/", "https://example.org/?a=b"])
def test_an_address_that_is_none_stops_with_a_sentence(
    given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Before anything is built."""
    monkeypatch.setenv("SITE_URL", given)
    assert editions.main([str(tmp_path), "england"]) == 2
    assert capsys.readouterr().err.startswith(f"SITE_URL: “{given}” cannot be used; write the whole address")


def test_editions_of_one_host_have_pages_for_a_missing_file_whose_links_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an address and without one: styled, in the edition's own folder; and the host's own page leads to each edition."""
    for address, prefix in (("https://example.org/hsb/", "hsb"), ("", "")):
        monkeypatch.setenv("SITE_URL", address) if address else monkeypatch.delenv("SITE_URL", raising=False)
        out = tmp_path / f"host-{prefix}" / prefix
        assert editions.main([str(out), "england", "north-east-lincolnshire"]) == 0
        host = tmp_path / f"host-{prefix}"
        missing = out / "north-east-lincolnshire" / "404.html"
        for page in (missing, out / "404.html"):
            local_links = re.findall(r'(?:href|src|data-home)="(/[^"]*)"', page.read_text(encoding="utf-8"))
            assert local_links
            for link in local_links:
                assert page != missing or link.startswith(f"/{prefix}{'/' * bool(prefix)}north-east-lincolnshire/"), (
                    link
                )
                target = host / link.strip("/")
                assert target.is_file() or (target / "index.html").is_file(), link
        assert "stylesheet" in missing.read_text(encoding="utf-8")


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
    chosen = to_data(anyshire)
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
