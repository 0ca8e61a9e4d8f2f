"""Every value of an area's file as HTML, under the key by which a page asks for it and the title of the local page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from calculators import sources
from calculators.actions.meetings import meetings
from calculators.areas import words
from calculators.areas.model import SERVICES
from calculators.areas.steps import instruction
from calculators.output import local as local_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from calculators.areas.model import Area, Line

REGISTER = "reference/sources/"

# What a page may ask for beside contacts, and what is said where an area's file does not give it.
KNOWN = {
    "name": "England",
    "partnership": "ask your council for the name of its safeguarding partnership",
    "cross-boundary": "ask children’s social care of both areas who acts",
    "neighbours": "find the council of the area where the child lives",
    "review": "the sources differ; ask the partnership which rule it follows",
    "panel": "ask children’s social care whether there is a specialist panel or service",
    "services": "ask children’s social care which specialist service there is",
    "practitioners": "ask children’s social care who is trained in AIM3",
    "scale": "ask the partnership whether it uses a scale of its own",
    "meetings": "ask children’s social care which other meetings there are",
    "papers": "ask the partnership for its papers",
    "threshold-document": "ask the partnership for its threshold document",
    "referral-form": "ask children’s social care for its referral form",
    "names.planning-meeting": "multi-agency planning meeting",
}
TITLES = {
    "partnership": "Safeguarding partnership",
    "sources": "Source of what is said here",
    "cross-boundary": "Where a child lives in another area",
    "neighbours": "Areas next to this one",
    "names.strategy-meeting": "Name of the strategy meeting",
    "names.planning-meeting": "Name of the multi-agency planning meeting",
    "names.conference": "Name of the child protection conference",
    "names.early-help-assessment": "Name of the early help assessment",
    "names.safeguarding-unit": "Name of the safeguarding unit",
    "review": "How often the plan is reviewed",
    "panel": "Specialist panel: whom it takes",
    "services": "Specialist services",
    "practitioners": "Practitioners trained in AIM3",
    "scale": "Scale of the area’s own",
    "meetings": "Other meetings",
    "papers": "Other papers",
    "threshold-document": "Threshold document",
    "referral-form": "Referral form",
    "flowchart": "Flowchart",
    "exploitation-guidance": "Guidance on exploitation",
    "toolkit": "Toolkit",
    "continuum-of-support": "Continuum of support",
}


def values_of(area: Area, base: str) -> Iterator[tuple[str, str]]:
    """Give what an area's file says beside its contacts and steps, key and HTML."""

    def sourced(html: str, cites: tuple[str, ...]) -> str:
        return _sourced(html, cites, base)

    yield "name", escape(area.name)
    if area.partnership:
        yield "partnership", sourced(escape(area.partnership), area.cites)
    elif area.cites:
        yield "sources", sourced("", area.cites)
    if area.cross_boundary:
        yield "cross-boundary", escape(area.cross_boundary)
    yield from ((f"names.{key}", escape(name)) for key, name in area.names.items())
    if area.review:
        yield "review", sourced(escape(area.review.words), area.review.cites)
    if area.scale:
        yield "scale", sourced(local_page.html(words.of_scale(area.scale)), area.scale.cites)
    each: dict[str, Iterable[str]] = {
        "panel": (sourced(local_page.html(words.of_panel(one)), one.cites) for one in area.panels),
        "services": (sourced(local_page.html(words.of_service(one)), one.cites) for one in area.services),
        "practitioners": (sourced(local_page.html(words.of_service(one)), one.cites) for one in area.practitioners),
        "meetings": (sourced(escape(one.text), one.cites) for one in area.meetings),
        "papers": (sourced(local_page.linked(one.title, one.address), one.cites) for one in area.papers),
        "neighbours": (local_page.html(words.of_neighbour(one)) for one in area.neighbours),
    }
    for key, said in each.items():
        if items := list(said):
            yield key, _several(items)
    for key, link in area.links.items():
        yield key, sourced(local_page.linked(link.title, link.address), link.cites)


def lines_of(area: Area, base: str) -> dict[str, str]:
    """Give every line of an area's file by its title, as HTML, contacts first."""
    lines = {SERVICES[key] if key != "panel" else "Specialist panel: how to reach it": "" for key in area.contacts}
    for title, contact in zip(lines, area.contacts.values(), strict=True):
        cites = dict.fromkeys(unit for way in contact.ways for unit in way.cites)
        lines[title] = _sourced(local_page.contact_html(contact), tuple(cites), base)
    lines |= {TITLES[key]: html for key, html in values_of(area, base) if key != "name"}
    beside: dict[str, list[str]] = {}
    for line in area.lines:
        beside.setdefault(f"Added beside “{escape(step_words(line.step))}”", []).append(_line(line, base))
    for line in area.attendees:
        name = escape(meetings()[line.step].name)
        beside.setdefault(f"Also invited: {name}", []).append(_line(line, base))
    return lines | {title: _several(items) for title, items in beside.items()}


def step_words(step: str) -> str:
    """Give the instruction of a step without its full stop."""
    return instruction(step).rstrip(".")


def _line(line: Line, base: str) -> str:
    return _sourced(local_page.linked(line.text, line.address), line.cites, base)


def _several(items: list[str]) -> str:
    return items[0] if len(items) == 1 else "".join(f'<span class="contact__way">{item}</span>' for item in items)


def _sourced(html: str, cites: tuple[str, ...], base: str) -> str:
    links = " ".join(
        f'<a class="citation" href="{base}{REGISTER}#{sources.unit(unit).anchor}">{escape(sources.unit(unit).mark)}</a>'
        for unit in cites
    )
    return f'{html} <span class="citations">{links}</span>' if links else html
