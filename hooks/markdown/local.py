"""Local arrangements on pages: `{{local contact.front-door}}` and the places in calculators, filled for the areas offered.

The areas that a site offers stand in mkdocs.yml (extra.areas); the first is the one a reader sees before choosing.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from calculators import sources
from calculators.actions.people import CONTACTS
from calculators.areas import reader as area_files
from calculators.areas.model import NATIONAL, Area
from calculators.guides.catalogue import GUIDES
from calculators.output import local as local_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import PurePath

    from markdown import Markdown

PLACE = re.compile(r'<hsb-local data-local="([^"]+)">.*?</hsb-local>', re.DOTALL)
REGISTER = "reference/sources/"


class LocalError(ValueError):
    """A page asks for something that no area's file holds."""


class LocalExtension(Extension):
    """Puts a place for a local value where the text asks for one."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown."""
        md.block_level_elements.append("hsb-local")
        md.inlinePatterns.register(Place(r"\{\{local ([a-z.-]+)\}\}", md), "local", 179)


class Place(InlineProcessor):
    """One place; what stands in it is put there when the page is written."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802, ARG002
        """Give the empty place."""
        return self.md.htmlStash.store(local_page.place(m[1])), m.start(0), m.end(0)


def offered(names: str) -> tuple[Area, ...]:
    """Give the areas that a site offers, from their keys with spaces between; AreaError where there is none."""
    if not names.split():
        raise area_files.AreaError(f"areas: none is named; write one or more of {', '.join(area_files.keys())}")
    return tuple(area_files.load(name) for name in names.split())


def fill(html: str, areas: Sequence[Area], base: str) -> str:
    """Fill the places of a page, empty or filled before, for these areas.

    Args:
        html: the page.
        areas: the areas that the site offers.
        base: the way from the page to the top of the site ("../../"), for links.

    """
    return PLACE.sub(lambda place: _filled(place[1], areas, base), html)


def way_up(name: PurePath) -> str:
    """Give the way from a built page to the top of the site."""
    return "../" * (len(name.parts) - 1)


def _filled(key: str, areas: Sequence[Area], base: str) -> str:
    name, *rest = key.split(" ")
    if name in WHOLE:
        inside = WHOLE[name](areas, base)
    elif len(areas) == 1:
        inside = said(areas[0], name, rest, base)
    else:
        parts = [(area, said(area, name, rest, base)) for area in areas]
        inside = "".join(
            f'<span data-area="{area.key}"{_label(area, name)}>{words}</span>' for area, words in parts if words
        )
    return f'<hsb-local data-local="{key}">{inside}</hsb-local>'


def _label(area: Area, name: str) -> str:
    return "" if name == "step" else f' data-label="{escape(area.name, quote=True)}"'


def said(area: Area, name: str, rest: list[str], base: str) -> str:
    """Give what one area says to a key, as HTML."""
    if name == "step":
        guide, rule, *contact = rest
        return local_page.step(area, guide, rule, contact[0] if contact else "")
    if name == "ring":
        return local_page.ring_html(area.contact("front-door"))
    kind, _, which = name.partition(".")
    if kind == "contact" and which in CONTACTS:
        return local_page.contact_html(area.contact(which))
    values = dict(values_of(area, base))
    if name in values:
        return values[name]
    if name in KNOWN:
        return f"{escape(KNOWN[name])}"
    raise LocalError(
        f"{{{{local {name}}}}}: no area’s file holds that; use one of {', '.join([*KNOWN, 'contact.front-door …'])}"
    )


# What a page may ask for beside contacts, and what is said where an area's file does not give it.
KNOWN = {
    "name": "England",
    "partnership": "ask your council for the name of its safeguarding partnership",
    "review": "the sources differ; ask the partnership which rule it follows",
    "panel": "ask children’s social care whether there is a specialist panel or service",
    "services": "ask children’s social care which specialist service there is",
    "threshold-document": "ask the partnership for its threshold document",
    "referral-form": "ask children’s social care for its referral form",
    "names.planning-meeting": "multi-agency planning meeting",
}


def values_of(area: Area, base: str) -> list[tuple[str, str]]:
    """Give what an area's file says beside its contacts, key and HTML."""
    said: list[tuple[str, str]] = [("name", escape(area.name))]
    if area.partnership:
        said.append(("partnership", _sourced(escape(area.partnership), area.cites, base)))
    said += [(f"names.{key}", escape(name)) for key, name in area.names.items()]
    if area.review:
        said.append(("review", _sourced(escape(area.review.words), area.review.cites, base)))
    if area.panel:
        criteria = "; ".join(area.panel.criteria)
        ages = f"{area.panel.name}, ages {area.panel.first_age} to {area.panel.last_age}"
        said.append(("panel", _sourced(escape(f"{ages}: {criteria}" if criteria else ages), area.panel.cites, base)))
    if area.services:
        each = "; ".join(
            _sourced(escape(f"{service.name} ({service.serves})"), service.cites, base) for service in area.services
        )
        said.append(("services", each))
    for key, link in area.links.items():
        title = escape(link.title)
        words = f'<a href="{escape(link.address, quote=True)}">{title}</a>' if link.address else title
        said.append((key, _sourced(words, link.cites, base)))
    return said


def _sourced(words: str, cites: tuple[str, ...], base: str) -> str:
    links = " ".join(
        f'<a class="citation" href="{base}{REGISTER}#{sources.unit(unit).anchor}">{escape(sources.unit(unit).mark)}</a>'
        for unit in cites
    )
    return f'{words} <span class="citations">{links}</span>' if links else words


# What speaks of all the areas offered at once


TITLES = {
    "partnership": "Safeguarding partnership",
    "names.strategy-meeting": "Name of the strategy meeting",
    "names.planning-meeting": "Name of the multi-agency planning meeting",
    "names.conference": "Name of the child protection conference",
    "names.early-help-assessment": "Name of the early help assessment",
    "names.safeguarding-unit": "Name of the safeguarding unit",
    "review": "How often the plan is reviewed",
    "panel": "Specialist panel",
    "services": "Specialist services",
    "threshold-document": "Threshold document",
    "referral-form": "Referral form",
    "flowchart": "Flowchart",
    "exploitation-guidance": "Guidance on exploitation",
    "toolkit": "Toolkit",
    "continuum-of-support": "Continuum of support",
}


def lines_of(area: Area, base: str) -> dict[str, str]:
    """Give every line of an area's file by its title, as HTML, contacts first."""
    lines = {
        CONTACTS[key]: _sourced(local_page.contact_html(contact), contact.cites, base)
        for key, contact in area.contacts.items()
    }
    lines |= {TITLES[key]: words for key, words in values_of(area, base) if key != "name"}
    for line in area.lines:
        lines[f"Beside “{_step_words(line.step)}”"] = _sourced(escape(line.text), line.cites, base)
    return lines


def _step_words(step: str) -> str:
    guide, _, rule = step.rpartition("/")
    found = [rules for key, rules in GUIDES.items() if guide in {"", key}]
    then = next(one.then for rules in found for one in rules.rules if one.key == rule)
    return then.split(". ")[0].rstrip(".")


def arrangements(areas: Sequence[Area], base: str) -> str:
    """Give the arrangements of each area under its name."""
    parts = []
    for area in areas:
        rows = "".join(f"<dt>{title}</dt><dd>{words}</dd>" for title, words in lines_of(area, base).items())
        parts.append(f'<section><h2 id="{area.key}">{escape(area.name)}</h2><dl class="local">{rows}</dl></section>')
    return "".join(parts)


def comparison(areas: Sequence[Area], base: str) -> str:
    """Give the areas side by side, line by line; one area by itself is compared with what holds for England."""
    national = () if any(area.key == NATIONAL for area in areas) else (area_files.load(NATIONAL),)
    columns = [(area, lines_of(area, base)) for area in (*national, *areas)]
    titles = dict.fromkeys(title for _, lines in columns for title in lines)
    head = "".join(f'<th scope="col">{escape(area.name)}</th>' for area, _ in columns)
    body = "".join(
        f'<tr><th scope="row">{title}</th>'
        + "".join(
            f'<td data-label="{escape(area.name, quote=True)}">{lines.get(title, "Not given: ask")}</td>'
            for area, lines in columns
        )
        + "</tr>"
        for title in titles
    )
    return f'<table><thead><tr><th scope="col">Line</th>{head}</tr></thead><tbody>{body}</tbody></table>'


def choice(areas: Sequence[Area], _base: str) -> str:
    """Give the choice of an area, where there is one, and the area's name where there is none."""
    if len(areas) == 1:
        return f'<p class="area">{escape(areas[0].name)}</p>' if areas[0].key != NATIONAL else ""
    options = "".join(f'<option value="{area.key}">{escape(area.name)}</option>' for area in areas)
    return f'<p class="area" hidden><label for="area">Area</label> <select id="area" autocomplete="off">{options}</select></p>'


def data(areas: Sequence[Area], _base: str) -> str:
    """Give the areas' files as data, for the calculators of the page."""
    files = [{"key": area.key, "file": area.file} for area in areas]
    return f"<template>{escape(json.dumps(files, ensure_ascii=False))}</template>"


WHOLE: dict[str, Callable[[Sequence[Area], str], str]] = {
    "arrangements": arrangements,
    "comparison": comparison,
    "choice": choice,
    "data": data,
}


def makeExtension(**options: Any) -> LocalExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return LocalExtension(**options)
