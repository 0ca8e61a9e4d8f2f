"""Local arrangements on built pages: each place is filled with what the offered areas say.

The areas that a site offers stand in mkdocs.yml (extra.areas); the first is the one a reader sees before choosing.
"""

from __future__ import annotations

import json
import re
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from calculators.areas import reader as area_files
from calculators.areas.data import to_data
from calculators.areas.model import NATIONAL, SERVICES, Area
from calculators.areas.tables import AreaError
from calculators.engine.dates import words_for_date
from calculators.output import local as local_page
from calculators.output.area_lines import KNOWN, lines_of, values_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path, PurePath

PLACE = re.compile(r'<hsb-local data-local="([^"]+)">.*?</hsb-local>', re.DOTALL)
UNNAMED = {"meeting"}  # what these say names the area itself
BLANK = "____________________"


class LocalError(ValueError):
    """A page asks for something that no area's file holds."""


def offered(names: str | Sequence[str], folder: Path = area_files.FOLDER) -> tuple[Area, ...]:
    """Give the areas that a site offers, from their keys, in one text with spaces between or one by one.

    Raises:
        AreaError: none is named, one is named twice, or the file of one is missing or wrong.

    """
    keys = names.split() if isinstance(names, str) else list(names)
    if not keys:
        known = ", ".join(area_files.keys(folder))
        raise AreaError(f"areas: none is named; {area_files.choose(known)}")
    if twice := {key for key in keys if keys.count(key) > 1}:
        raise AreaError(f"areas: {', '.join(sorted(twice))} is named twice; name each area once")
    return tuple(area_files.load(name, folder) for name in keys)


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
    return "" if name in UNNAMED else f' data-label="{escape(area.name, quote=True)}"'


def said(area: Area, name: str, rest: list[str], base: str) -> str:
    """Give what one area says to a key, as HTML."""
    if name == "meeting":
        return "".join(local_page.invited(area, line) for line in area.invited(rest[0]))
    if name == "ring":
        return local_page.ring_html(area.contact("front-door"))
    kind, _, which = name.partition(".")
    if kind == "contact" and which in SERVICES:
        return local_page.contact_html(area.contact(which))
    values = dict(values_of(area, base))
    if name in values:
        return values[name]
    if name in KNOWN:
        return f"{escape(KNOWN[name])}"
    raise LocalError(
        f"{{{{local {name}}}}}: no area’s file holds that; use one of {', '.join([*KNOWN, 'contact.front-door …'])}"
    )


# What speaks of all the areas offered at once


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


def named(areas: Sequence[Area], _base: str) -> str:
    """Name the area whose arrangements a print shows."""
    said = {area.key: f"Local arrangements of {escape(area.name)}." for area in areas}
    said |= {NATIONAL: "No local arrangements chosen."} if NATIONAL in said else {}
    if len(areas) == 1:
        return said[areas[0].key]
    return "".join(f'<span data-area="{key}">{words}</span>' for key, words in said.items())


def card(areas: Sequence[Area], _base: str) -> str:
    """Give the number on a card: that of the one area, or room to write it where the site offers several."""
    contact = areas[0].contact("front-door")
    if len(areas) > 1 or not any(way.telephone for way in contact.ways):
        return f"Children’s social care, day and night: {BLANK}"
    return local_page.contact_html(contact)


def checks(areas: Sequence[Area], _base: str) -> str:
    """Give whatever can be rung or written to, area by area, with the day on which somebody last tried it."""
    rows = "".join(
        f"<tr><td>{escape(area.name)}</td><td>{escape(name)}</td><td>{_day(checked)}</td></tr>"
        for area in areas
        for name, checked in area.checks()
    )
    head = "".join(f'<th scope="col">{title}</th>' for title in ("Area", "Contact", "Last tried"))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _day(checked: str) -> str:
    return words_for_date(date.fromisoformat(checked)) if checked else "Not noted"


def data(areas: Sequence[Area], _base: str) -> str:
    """Give the areas as data, for the calculators of the page."""
    text = json.dumps([to_data(area) for area in areas], ensure_ascii=False)
    return f"<template>{escape(text)}</template>"


WHOLE: dict[str, Callable[[Sequence[Area], str], str]] = {
    "arrangements": arrangements,
    "comparison": comparison,
    "choice": choice,
    "named": named,
    "card": card,
    "checks": checks,
    "data": data,
}
