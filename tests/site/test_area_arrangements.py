"""Whatever real partnerships publish can be said in a file, and each value stands where it is wanted: page, result, card."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest

from calculators.actions.people import ROLES
from calculators.actions.register import actions
from calculators.areas import reader
from calculators.areas.steps import steps
from calculators.engine.asking import AnswersError, ask
from calculators.guides.catalogue import GUIDES
from calculators.output import local as local_page
from calculators.output.html import result as result_html
from calculators.output.text import result_text
from hooks.site import areas as filled
from tests.site.test_area_files import page, words_of
from tests.support import made_areas
from tests.support.answers import typed as answer

if TYPE_CHECKING:
    from calculators.areas.model import Area

TODAY = date(2026, 11, 22)
NAME = 'name = "Anyshire"\n'
DOOR = '[contact.front-door]\nname = "Front door"\ntelephone = "01632 960001"\n'
SCHOOL = ("age", {"role": "school-lead", "age-then": "12", "activity": "yes", "development": "no"})
PANEL = ("panel", {"role": "social-care", "area": "another", "age-now": "12", "panel-harm": "yes"})
ON_THE_PAGE_ALONE = {  # no step asks for these: they stand on the page of local arrangements, and those invited on papers
    ("", "partnership"),
    ("link.flowchart", "title"),
    ("link.flowchart", "address"),
    ("attendee", "who"),
}


@cache
def every_result() -> str:
    """Give all results, as text and as pages, to sets of answers from every calculator, for an area that says everything."""
    text, _ = made_areas.made(set(made_areas.every_key()))
    area = reader.read("anyshire", text, steps(), "anyshire.toml")
    said = []
    for guide in GUIDES.values():
        for answers, role in zip(islice(guide.every_answer(), 0, None, 2503), cycle(ROLES)):
            given = {key: answer(guide.question(key), option) for key, option in answers.items()} | {"role": role}
            try:
                result = ask(guide, given, TODAY, area)
            except AnswersError:
                continue
            said += [result_text(result), words_of(result_html(result))]
    return "\n".join(said)


ARRANGEMENTS: dict[str, tuple[str, str, tuple[str, ...]]] = {  # what is added to a file, where its words stand, and the words
    "front doors by district": (
        '''[[contact.front-door]]\nname = "North"\ndistrict = "Northam"\ntelephone = "01632 960011"
        [[contact.front-door]]\nname = "South"\ndistrict = "Southam"\ntelephone = "01632 960012"''',
        "page result card box",
        ("North (Northam)", "01632 960011", "South (Southam)", "01632 960012"),
    ),
    "front doors by the child's age": (
        '''[[contact.front-door]]\nname = "Young"\nlast_age = 4\ntelephone = "01632 960011"
        [[contact.front-door]]\nname = "Older"\nfirst_age = 5\ntelephone = "01632 960012"''',
        "page result card box",
        ("Young (up to age 4)", "Older (from age 5)"),
    ),
    "a number for professionals and one for the public": (
        '''[[contact.front-door]]\nname = "Hub"\naudience = "professionals"\ntelephone = "01632 960011"
        [[contact.front-door]]\nname = "Line"\naudience = "the public"\ntelephone = "0800 1111"''',
        "page result card box",
        ("Hub (for professionals)", "Line (for the public)", "0800 1111"),
    ),
    "text relay and text messages": (
        '''[contact.front-door]\nname = "Hub"\ntelephone = "01632 960011"\ntext_relay = "18001 01632 960011"\ntexts = "07700 900011"''',
        "page result card box",
        ("text relay 18001 01632 960011", "text 07700 900011", "tel:1800101632960011", "sms:07700900011"),
    ),
    "day, evening and emergency": (
        '''[[contact.front-door]]\nname = "Day"\ntelephone = "01632 960011"\nhours = "9am to 5pm"\nout_of_hours = "01632 960019, emergency duty team"
        [[contact.front-door]]\nname = "Evening"\ntelephone = "01632 960012"\nhours = "5pm to 10pm"''',
        "page result card box",
        ("9am to 5pm; at other times 01632 960019, emergency duty team", "5pm to 10pm", "tel:01632960019"),
    ),
    "a number that changes on a day": (
        """[[contact.front-door]]\nname = "Old"\ntelephone = "01632 960011"\nuntil = 2027-03-31
        [[contact.front-door]]\nname = "New"\ntelephone = "01632 960012"\nstarts = 2027-04-01""",
        "page result card box",
        ("Old (until 31 March 2027)", "New (from 1 April 2027)"),
    ),
    "a number that was checked on a day": (
        """[contact.front-door]\nname = "Hub"\ntelephone = "01632 960011"\nchecked = 2026-11-02""",
        "page result card box checks",
        ("2 November 2026",),
    ),
    "two panels with tiers, ages, referrers and days": (
        DOOR + '''[[panel]]\nname = "Early"\ntier = "problematic"\nfirst_age = 6\nlast_age = 11\nreferrers = "schools"\nmeets = "Mondays"\nneeds = "a chronology"
        [[panel]]\nname = "Specialist"\ntier = "abusive"\nfirst_age = 10\nlast_age = 17\nreferrers = "social care"\nmeets = "Fridays"\nform = "https://example.gov.uk/panel"''',
        "page panel",
        ("Early (problematic), ages 6 to 11", "referral by schools", "meets Mondays", "needs first: a chronology", "Specialist (abusive), ages 10 to 17", "meets Fridays", "https://example.gov.uk/panel"),
    ),
    "a panel for each district": (
        DOOR + """[[panel]]\nname = "P"\ndistrict = "Northam"\nfirst_age = 6\nlast_age = 17
        [[panel]]\nname = "P"\ndistrict = "Southam"\nfirst_age = 6\nlast_age = 17""",
        "page panel",
        ("P (Northam), ages 6 to 17", "P (Southam), ages 6 to 17"),
    ),
    "consultation line": (
        DOOR + '''[contact.consultation]\nname = "Advice desk"\ntelephone = "01632 960021"\nneeds = "an outline"''',
        "page talk-social-care",
        ("Consultation line: Advice desk: 01632 960021; needs first: an outline",),
    ),
    "exploitation hub": (
        DOOR + '''[contact.exploitation-hub]\nname = "Hub X"\ntelephone = "01632 960022"''',
        "page consider-exploitation",
        ("Exploitation hub: Hub X: 01632 960022",),
    ),
    "a lead officer for schools who meets within 24 hours": (
        DOOR + '''[contact.school-officer]\nname = "Officer"\ntelephone = "01632 960023"\nwithin = "24 hours"''',
        "page result keep-safe-in-setting",
        ("Lead officer for schools: Officer: 01632 960023; within 24 hours",),
    ),
    "designated officer, assault referral centre, lead for harmful sexual behaviour": (
        DOOR + '''[contact.lado]\nname = "A. Officer"\ntelephone = "01632 960024"
        [contact.sarc]\nname = "The Larches"\ntelephone = "116 123"\nplace = "gate 3"
        [contact.hsb-lead]\nname = "The lead"\nask = "ask the front door"''',
        "page adult-procedures protect-harmed ask-partnership",
        ("(LADO): A. Officer: 01632 960024", "centre: The Larches: 116 123; gate 3", "behaviour: The lead: ask the front door"),
    ),
    "a specialist service with everything that it needs": (
        DOOR + '''[[service]]\nname = "Copper Lane"\nserves = "children"\nfirst_age = 8\nlast_age = 18\nplace = "Brackenbury"\ntelephone = "01632 960025"\nform = "https://example.gov.uk/refer"\nneeds = "an assessment"''',
        "page panel",
        ("Copper Lane (children, ages 8 to 18): 01632 960025; form: ", "https://example.gov.uk/refer", "Brackenbury; needs first: an assessment"),
    ),
    "AIM3 practitioners as a list": (
        DOOR + '''[[practitioner]]\nname = "Youth justice, two"\ntelephone = "01632 960026"
        [[practitioner]]\nname = "Family support, one"\nemail = "aim@example.gov.uk"''',
        "page panel",
        ("Youth justice, two: 01632 960026", "Family support, one: aim@example.gov.uk"),
    ),
    "reviews in weeks": (
        DOOR + '[review]\nunit = "weeks"\nfirst_every = 4\nfirst_for = 12\nthen_every = 12',
        "page panel",
        ("every 4 weeks for the first 12 weeks, then every 12 weeks",),
    ),
    "timescales for steps": (
        DOOR + '[[timescale]]\nstep = "refer"\nwithin = "2 hours"\n[[timescale]]\nstep = "strategy-meeting"\nwithin = "12 hours"',
        "page refer strategy-meeting",
        ("Timescale: within 2 hours.", "Timescale: within 12 hours."),
    ),
    "local attendees, extra meetings and papers": (
        DOOR + '''[[attendee]]\nmeeting = "strategy"\nwho = "Lead officer"
        [[meeting]]\nname = "Mapping"\nheld = "within a week"\nstep = "strategy-meeting"
        [[paper]]\ntitle = "Risk summary"\naddress = "https://example.gov.uk/risk"\nstep = "refer"''',
        "page meeting strategy-meeting refer",
        ("Lead officer", "Mapping: within a week", "Risk summary", "https://example.gov.uk/risk"),
    ),
    "a local scale": (
        DOOR + '[scale]\nname = "Steps"\nlevels = ["one: expected", "two: harmful"]\naddress = "https://example.gov.uk/steps"',
        "page screen",
        ("Steps", "one: expected; two: harmful", "https://example.gov.uk/steps"),
    ),
    "neighbours and the rule across the boundary": (
        'cross_boundary = "Both areas agree who leads."\n' + DOOR + '''[[neighbour]]\nname = "Otherham"\ntelephone = "01632 960031"\nout_of_hours = "01632 960032"\nlink = "https://example.gov.uk/other"''',
        "page result",
        ("Both areas agree who leads.", "Otherham: 01632 960031; at other times 01632 960032; ", "https://example.gov.uk/other"),
    ),
    "names of meetings, forms and thresholds": (
        DOOR + '''[names]\nplanning-meeting = "Joint planning"\nstrategy-meeting = "Rapid talk"
        [link.referral-form]\ntitle = "Form R"\naddress = "https://example.gov.uk/r"
        [link.threshold-document]\ntitle = "Levels"''',
        "page planning-meeting strategy-meeting refer talk-social-care",
        ("Joint planning", "Rapid talk", "Form R", "https://example.gov.uk/r", "Levels"),
    ),
}  # fmt: skip


def says(area: Area, where: str) -> str:
    """Give what one place says: page, result, card, box, checks, a meeting’s papers, or what stands beside a step."""
    if where == "page":
        return page(area) + words_of(filled.comparison([area], "../"))
    if where in {"result", "panel"}:
        name, given = SCHOOL if where == "result" else PANEL
        found = ask(GUIDES[name], given, TODAY, area)
        return result_text(found) + words_of(result_html(found))
    made = {"card": filled.card, "checks": filled.checks}
    if where in made:
        return words_of(made[where]([area], ""))
    if where in {"box", "meeting"}:
        return words_of(filled.said(area, "ring" if where == "box" else "meeting", ["strategy"], ""))
    beside = [local_page.arrangements(area, where, actions()[where].contact)]
    beside += [local_page.added(area, line, "") for line in area.beside(where)]
    return words_of("".join(beside))


@pytest.mark.parametrize("name", ARRANGEMENTS)
def test_each_arrangement_is_expressed_and_shown_where_it_is_wanted(name: str) -> None:
    """The page has every value; each other place has those that belong there, and between them nothing is left out."""
    text, places, values = ARRANGEMENTS[name]
    top, bracket, tables = text.partition("[") if text.startswith("cross") else ("", "", text)
    area = reader.read("anyshire", f"{NAME}{top}\n{bracket}{tables}", steps(), "anyshire.toml")
    everywhere = {place: says(area, place) for place in places.split()}
    together = "".join(said for place, said in everywhere.items() if place != "page")
    for value in values:
        assert value in together, (value, together)
    for value in values:
        for part in value.split(": ")[-1].split("; "):
            assert part in everywhere["page"], part
    if "card" in everywhere:
        for value in values:
            assert all(value in said for said in everywhere.values()), value


def test_every_value_that_a_step_can_want_stands_in_a_result() -> None:
    """A file with every key, and results to answers of every calculator in every role: what is in none is named here."""
    _, shown = made_areas.made(set(made_areas.every_key()))
    said = every_result()
    assert {key for key, words in shown.items() if words not in said} == ON_THE_PAGE_ALONE


def test_the_lines_of_an_area_are_marked_as_its_own() -> None:
    """In a result whatever an area says in its own words begins with its name, and what it adds says that the step holds."""
    text, _ = made_areas.made(set(made_areas.every_key()))
    area = reader.read("anyshire", text, steps(), "anyshire.toml")
    for key, action in actions().items():
        for said in re.findall(
            r'<span class="result__local">(.*?)</span>', local_page.arrangements(area, key, action.contact)
        ):
            assert said.startswith(f"<strong>{html.escape(area.name)}:</strong> ")
        for line in area.beside(key):
            assert local_page.added(area, line, "").startswith(
                f'<span class="result__local"><strong>Added by {html.escape(area.name)}</strong> (the step above still applies): '
            )
