"""The area, asked by several guides: it decides which local procedure is followed. What an area has comes from its file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calculators.areas.model import NATIONAL, Area, Contact
from calculators.areas.reader import shipped
from calculators.areas.tables import AreaError
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import NotKnown, Option, Question

if TYPE_CHECKING:
    from collections.abc import Mapping

NEL = "north-east-lincolnshire"
LLR = "leicester-leicestershire-rutland"
ANOTHER = "another"
# Typed where the site has an area of its own and the child lives in none that the question names.
ELSEWHERE = "elsewhere"


def _rests_on(key: str) -> Area:
    """Give the area on whose file rules rest; where it is broken, end the program with the sentence that says what to mend.

    Rules are made when they are imported, so nothing can go on without it, whatever imports them: build, test or terminal.
    """
    try:
        return shipped(key)
    except AreaError as fault:
        raise SystemExit(str(fault)) from None


# What the files of the two areas say: no guide says it a second time.
OF_NEL, OF_LLR = _rests_on(NEL), _rests_on(LLR)
# Read with them: the browser has the files of areas only while the rules are made.
OF_ENGLAND = _rests_on(NATIONAL)
RULE_OF_NEL, RULE_OF_LLR = OF_NEL.review_rule(), OF_LLR.review_rule()
PANEL_OF_NEL = OF_NEL.panels[0]

AREA = Question(
    "area",
    "Which area is it?",
    name="Area",
    options=(
        Option(NEL, "North East Lincolnshire"),
        Option(LLR, "Leicester, Leicestershire or Rutland"),
        Option(ANOTHER, "Another area"),
        Option(NOT_KNOWN, "Not known"),
    ),
    hint="The area responsible for the home address of the child who displayed the behaviour.",
    ranked=False,
    not_known=NotKnown(
        "which area is responsible for the child’s home address",
        "Children’s social care where the child lives can tell you.",
        "Until you know, ask there which panel and which review rule applies.",
        ("llr:8", "ng55:1.1.5"),
    ),
)


def of_child(typed: Mapping[str, str], site: Area | None) -> tuple[dict[str, str], Area | None]:
    """Give the area that a case follows: that of the child, where the answers name another than the site's.

    Args:
        typed: what was typed; `ELSEWHERE` as the area counts as another area.
        site: the area whose arrangements the site shows; None: none.

    Returns:
        What was typed, as the question takes it, and the area.

    """
    answer = typed.get(AREA.key, "")
    meant = dict(typed) | ({AREA.key: ANOTHER} if answer == ELSEWHERE else {})
    if site is None or (site.key == NATIONAL and answer == ELSEWHERE) or answer == site.key:
        return meant, site
    if answer in {NEL, LLR}:
        return meant, shipped(answer)
    if answer == ELSEWHERE or (answer == ANOTHER and site.key in {NEL, LLR}):
        return meant, _outside(site)
    return meant, site


def _outside(site: Area) -> Area:
    """Give what is known for a child who lives outside an area: the council there, its neighbours, its own rule."""
    national = OF_ENGLAND
    rule = (Contact(site.name, audience="a child who lives elsewhere", ask=site.cross_boundary),)
    nearby = tuple(
        Contact(one.name, one.telephone, out_of_hours=one.out_of_hours, link=one.link, checked=one.checked)
        for one in site.neighbours
    )
    door = replace(national.contact("front-door"), also=(*nearby, *(rule if site.cross_boundary else ())))
    return replace(
        national, key=ELSEWHERE, name=f"Outside {site.name}", contacts={**national.contacts, "front-door": door}
    )
