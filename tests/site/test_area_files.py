"""An area's file: what it says is shown, and nothing is half read. What is wrong: test_area_faults.py."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.areas import reader, telephone
from calculators.areas.data import from_data, to_data
from calculators.areas.steps import steps
from calculators.areas.words import contact_words
from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES
from calculators.output import local as local_page
from calculators.output.html import result as result_html
from calculators.output.text import result_text
from hooks.site import areas as filled
from tests.support import made_areas
from tests.support.answers import typed as answer

if TYPE_CHECKING:
    from calculators.areas.model import Area

NEL = (reader.FOLDER / "north-east-lincolnshire.toml").read_text(encoding="utf-8")
NUMBER = "01472 326292"
TODAY = date(2026, 11, 22)
CASE = {"role": "school-lead", "age-then": "12", "activity": "yes", "development": "no"}
DOOR = '[contact.front-door]\nname = "Front door"\n'


def area(text: str | bytes, key: str = "anyshire") -> Area:
    """Read a file."""
    return reader.read(key, text, steps(), f"areas/{key}.toml")


def door(*lines: str) -> Area:
    """Read a file whose front door has these lines."""
    return area('name = "Anyshire"\n' + DOOR + "\n".join(lines) + "\n")


def words_of(made: str) -> str:
    """Give the words of HTML, and behind them the addresses of its links."""
    links = re.findall(r'href="([^"]*)"', made)
    return html.unescape(re.sub(r"<[^>]+>", "", made) + " " + " ".join(links))


def page(of: Area) -> str:
    """Give the words and links of the page of local arrangements."""
    return words_of(filled.arrangements([of], "../"))


# What is accepted is shown


@pytest.mark.parametrize(("table", "key"), sorted(set(made_areas.every_key())), ids=lambda part: part or "top")
def test_each_value_alone_stands_on_the_local_page(table: str, key: str) -> None:
    """Every key of every table, with nothing beside it but what it needs."""
    text, shown = made_areas.made({(table, key)})
    said = page(area(text))
    for words in shown.values():
        assert words in said, (words, said)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(sorted(set(made_areas.every_key()))), max_size=80))
def test_values_stand_on_the_page_whatever_stands_beside_them(chosen: set[tuple[str, str]]) -> None:
    """Files made of any choice of keys: no value hides another, and the browser gets the same area back."""
    text, shown = made_areas.made(chosen)
    read = area(text)
    said = page(read)
    assert [words for words in shown.values() if words not in said] == []
    assert from_data(to_data(read)) == read


@pytest.mark.parametrize("read", made_areas.realistic(), ids=lambda one: one.key)
def test_a_realistic_area_is_shown_whole(read: Area) -> None:
    """Every value of the three made-up files stands on the local page and side by side; each number dials."""
    path = made_areas.FOLDER / f"{read.key}.toml"
    text = re.sub(r"^#.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    said = page(read)
    beside = words_of(filled.comparison([read], "../"))
    unshown = {
        "+44 1632 960102",
        "(01632) 960103 ext 2",
        "refer",
        "strategy",
        "strategy-meeting",
        "weeks",
        "ng55:1.1.5",
        "llr:9",
    }
    for value in set(re.findall(r'"([^"]*)"', text)) - unshown:
        for words in (value, value.partition(", ")[0]):
            assert words in said, value
            assert words in beside, value
    for contact in read.contacts.values():
        for way in contact.ways:
            if way.telephone:
                assert f'href="{telephone.link(way.telephone)}"' in local_page.contact_html(contact)
            if way.out_of_hours:
                assert f'href="{telephone.link(way.out_of_hours.partition(",")[0])}"' in local_page.contact_html(
                    contact
                )


def test_every_front_door_stands_in_results_on_cards_and_in_the_box() -> None:
    """Result as text and as HTML, the card of a single edition, the box of the home page: each number and whom it is for."""
    alderby, brackenshire, _ = made_areas.realistic()
    found = ask(GUIDES["age"], CASE, TODAY, alderby)
    shown = [result_text(found), words_of(result_html(found))]
    shown += [filled.card([alderby], ""), filled.said(alderby, "ring", [], "")]
    for said in shown:
        for way in alderby.contact("front-door").ways:
            for value in (way.telephone, way.district, way.audience, way.hours, way.out_of_hours.partition(",")[0]):
                assert value in said, (value, said)
    assert filled.BLANK in filled.card([alderby, brackenshire], ""), (
        "a card of a site for several areas has room to write"
    )


def test_panels_services_and_reviews_stand_where_the_partnership_is_to_be_asked() -> None:
    """Both panels with ages, days and who refers, the service and the practitioners, in words and on the page."""
    _, brackenshire, westmere = made_areas.realistic()
    typed = {"role": "social-care", "area": "another", "age-now": "12", "panel-harm": "yes"}
    found = ask(GUIDES["panel"], typed, TODAY, brackenshire)
    for said in (result_text(found), words_of(result_html(found))):
        for value in (
            "early panel (inappropriate and problematic behaviour), ages 6 to 11",
            "specialist panel",
            "Copper Lane",
        ):
            assert value in said
        assert "every second Thursday" in said
        assert "Family support team, one practitioner" in said
    assert "the plan is reviewed every 4 weeks for the first 12 weeks" in result_text(
        ask(GUIDES["panel"], typed, TODAY, westmere)
    )


@pytest.mark.parametrize("role", ["school-lead", "school", "social-care", "police"])
def test_what_is_added_is_shown_whoever_takes_the_step(role: str) -> None:
    """Beside a step of the reader's own, of others, or of later: line, paper and timescale, each once."""
    for read in made_areas.realistic():
        for name in ("next-steps", "enquiry", "age"):
            guide = GUIDES[name]
            answers = next(iter(guide.every_answer()))
            given = {key: answer(guide.question(key), option) for key, option in answers.items()}
            found = ask(guide, given | {"role": role}, TODAY, read)
            keys = [key for step in found.steps for key in (step.action.key, *step.included)]
            said = result_text(found)
            shown = words_of(result_html(found))
            for line in read.beside(*keys):
                assert said.count(f"(the step above still applies): {line.text}") == 1, line
                assert shown.count(f"(the step above still applies): {line.text}") == 1, line


def test_an_attendee_stands_on_the_papers_of_the_meeting() -> None:
    """Whom the area invites besides is named as the area's own."""
    alderby = made_areas.realistic()[0]
    said = filled.said(alderby, "meeting", ["strategy"], "")
    assert "Also invited in Alderby:" in said
    assert "Alderby lead officer for schools" in said


# Nothing is half read


def test_out_of_hours_without_hours_is_kept_and_dials() -> None:
    """The second number stands everywhere that the first does, and each is a link that dials."""
    read = door('telephone = "01632 960001"', 'out_of_hours = "01632 960002, duty team"')
    assert "at other times 01632 960002, duty team" in contact_words(read.contact("front-door"))
    said = local_page.contact_html(read.contact("front-door"))
    assert '<a href="tel:01632960002">01632 960002</a>, duty team' in said


def test_a_front_door_that_only_says_whom_to_ask_has_no_empty_link() -> None:
    """Its words stand in the box that says whom to ring."""
    said = filled.said(door('ask = "ask the duty officer"'), "ring", [], "")
    assert "ask the duty officer" in said
    assert 'href=""' not in said


def test_contact_and_ages_of_the_panel_both_stand_on_the_local_page() -> None:
    """Two things about one panel do not hide each other."""
    said = page(reader.load("north-east-lincolnshire"))
    assert "hsb@nelincs.gov.uk" in said
    assert "ages 12 to 18" in said


def test_a_line_without_a_source_prints_no_empty_marks() -> None:
    """The area itself is its source."""
    read = area(
        'name = "Anyshire"\n' + DOOR + 'telephone = "01632 960001"\n[[line]]\nstep = "tell-lead"\ntext = "Ring too."\n'
    )
    found = ask(GUIDES["age"], CASE, TODAY, read)
    said = result_text(found) + words_of(result_html(found))
    assert "Ring too." in said
    assert "[]" not in said


def test_a_number_that_ended_is_not_in_a_result() -> None:
    """Until its last day the old number stands, with its day; after it only the new one."""
    westmere = made_areas.realistic()[2]
    before, after = (
        contact_words(westmere.on(day).contact("front-door")) for day in (date(2027, 3, 31), date(2027, 4, 1))
    )
    assert "01632 960301" in before
    assert "until 31 March 2027" in before
    assert "from 1 April 2027" in before
    assert "01632 960301" not in after
    assert "01632 960302" in after


def test_another_areas_review_and_panel_are_used() -> None:
    """Reviews in weeks give days; the panel's own ages stand beside the step that asks for it."""
    westmere = made_areas.realistic()[2]
    typed = {"role": "social-care", "area": "another", "start": "2026-11-02", "changed": "no"}
    due = [dated.day for dated in ask(GUIDES["reviews"], typed, TODAY, westmere).timetable if dated.due]
    assert due[:4] == [date(2026, 11, 30), date(2026, 12, 28), date(2027, 1, 25), date(2027, 4, 19)]


# Tighten only, by construction


# What is right is taken
