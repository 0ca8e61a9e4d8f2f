"""What an area may write: numbers, addresses and files as people make them."""

from __future__ import annotations

from datetime import date

import pytest

from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES
from calculators.output import local as local_page
from calculators.output.html import result as result_html
from calculators.output.text import result_text
from hooks.site import areas as filled
from tests.site.test_area_files import CASE, DOOR, NEL, NUMBER, TODAY, area, door, words_of
from tests.support import made_areas
from tools import reviews


@pytest.mark.parametrize(
    "text",
    [
        "You may skip this step where the behaviour is green.",
        "Refer only those aged 10 and over.",
        "A child of 12 may consent here.",
        "Schools can deal with this themselves.",
        "Do not wait for a reply: ring again within 24 hours.",
    ],
)
def test_whatever_an_area_adds_stands_beside_the_step_as_its_own(text: str) -> None:
    """The step keeps its words, and the line says whose it is and that the step still applies."""
    read = area(
        'name = "Anyshire"\n' + DOOR + f'telephone = "01632 960001"\n[[line]]\nstep = "tell-lead"\ntext = "{text}"\n'
    )
    found = ask(GUIDES["age"], CASE, TODAY, read)
    assert found.steps == ask(GUIDES["age"], CASE, TODAY).steps
    for said in (result_text(found), words_of(result_html(found))):
        assert said.count(text) == 1
        assert f"Added by Anyshire (the step above still applies): {text}" in said


@pytest.mark.parametrize(
    ("written", "shown", "dials"),
    [
        ("0800 1111", "0800 1111", "tel:08001111"),
        ("116 123", "116 123", "tel:116123"),
        ("+44 1472 326292", NUMBER, "tel:01472326292"),
        ("+44 (0)1472 326292", NUMBER, "tel:01472326292"),
        ("(01472) 326292", NUMBER, "tel:01472326292"),
        ("01472 326292 ext 2", "01472 326292 ext 2", "tel:01472326292;ext=2"),
        ("01472\u00a0326292", NUMBER, "tel:01472326292"),
        ("101", "101", "tel:101"),
    ],
)
def test_a_number_may_be_written_as_people_write_it(written: str, shown: str, dials: str) -> None:
    """One way to show it, and the link dials it."""
    contact = door(f'telephone = "{written}"').contact("front-door")
    assert contact.telephone == shown
    assert f'href="{dials}"' in local_page.contact_html(contact)


@pytest.mark.parametrize(
    "address",
    [
        "https://x-self.achieveservice.com/AchieveForms/?form_uri=sandbox-publish://AF-Process-1/AF-Stage-2/definition.json",
        "https://forms.example.gov.uk:9443/refer",
        "https://example.gov.uk/a:b,c(d)~e+f;g='h'@i!*",
    ],
)
def test_an_address_may_hold_whatever_addresses_hold(address: str) -> None:
    """Forms of real hosts, with a port, another scheme inside, and signs."""
    assert door(f'form = "{address}"').contact("front-door").form == address


def test_a_file_saved_by_an_old_editor_is_read() -> None:
    """With a byte order mark and the line ends of Windows."""
    assert area(2 * b"\xef\xbb\xbf" + NEL.replace("\n", "\r\n").encode()).name == "North East Lincolnshire"


def test_a_number_that_was_tried_long_ago_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """`make reviews` names it six months after the day, and the review page gives the day of each contact."""
    every = made_areas.realistic()
    monkeypatch.setattr("calculators.areas.reader.keys", lambda: ("brackenshire",))
    monkeypatch.setattr("calculators.areas.reader.load", lambda _: every[1])
    due = [line for line in reviews.overdue(date(2027, 4, 1)) if "brackenshire" in line]
    assert due == [
        "30 March 2027: Brackenshire early panel (calculators/areas/brackenshire.toml): ring it, then write the day as checked"
    ]
    said = words_of(filled.checks(every, ""))
    assert "Brackenshire early panel30 September 2026" in said
    assert "Westmere access team, new numberNot noted" in said
