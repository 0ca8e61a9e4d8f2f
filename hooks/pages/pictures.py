"""Pictures made at build time from docs/pictures/*.toml: bands, lanes, ages, a grid, two children side by side.

They are drawn by the style sheet with words that stay words: they grow with the reader's letters, break on a phone,
print, and are read out, so each picture is its own text equivalent.
"""

from __future__ import annotations

import tomllib
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from calculators import sources
from calculators.actions import pathway
from calculators.actions.meetings import MARKS, meetings
from calculators.guides.catalogue import GUIDES
from calculators.output import pathway as pathway_html
from calculators.output.citation import citations
from calculators.output.markup import Html, joined, tag
from hooks.pages.front_matter import DOCS, PageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.actions.pathway import Box

FOLDER = DOCS / "pictures"
PAGE_LINK = "doc:"  # stands before the path of a page; the build puts the page's address in its place


@cache
def read(name: str) -> dict[str, Any]:
    """Read the data of a picture.

    Raises:
        PageError: there is no such picture.
        UnknownUnitError: it cites a unit that is not in the register.

    """
    path = FOLDER / f"{name}.toml"
    if not path.is_file():
        raise PageError(
            f"```picture: there is no “{name}”; there are {', '.join(p.stem for p in sorted(FOLDER.glob('*.toml')))}"
        )
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if data["kind"] == "lanes":
        data["cites"] = list(pathway.cites())
    for unit in units(data):
        sources.unit(unit)
    return data | _who_attends(data) if "meetings" in data else data


def units(data: dict[str, Any]) -> tuple[str, ...]:
    """Give every unit that a picture rests on: those of the whole, and those of its lines."""
    lines = [unit for line in (*data.get("step", ()), *data.get("row", ())) for unit in line.get("cites", ())]
    return tuple(dict.fromkeys([*data["cites"], *lines]))


def _who_attends(data: dict[str, Any]) -> dict[str, Any]:
    """Give the rows of a grid of meetings, and its marks in words, from what the meetings say of those who attend."""
    ways = [{line.who: line.how for line in meetings()[key].attends} for key in data["meetings"]]
    if strangers := {who for way in ways for who in way} - set(data["who"]):
        raise PageError(f"docs/pictures: no row for {', '.join(sorted(strangers))}")
    rows = [{"who": who, "marks": [MARKS.get(way.get(who, ""), "–") for way in ways]} for who in data["who"]]
    used = {mark for row in rows for mark in row["marks"]}
    return {"row": rows, "marks": {mark: how for how, mark in MARKS.items() if mark in used} | {"–": "not named"}}


def figure(name: str) -> str:
    """Give a picture as HTML: its title, what it shows, its caption with the units."""
    data = read(name)
    return (
        f'<figure class="picture picture--{data["kind"].replace(" ", "-")}" aria-labelledby="picture-{name}">'
        f"{KINDS[data['kind']](data)}"
        f'<figcaption><strong id="picture-{name}">{escape(data["title"])}.</strong> {escape(data["caption"])} '
        f"{citations(tuple(data['cites']))}</figcaption></figure>"
    )


def _bands(data: dict[str, Any]) -> str:
    """Bands one below the other; each says in words which of how many it is, so no meaning rests on a colour."""
    count = len(data["step"])
    bands = (
        f'<li class="band band--{number}"><p class="band__name">{escape(step["name"])} '
        f'<span class="band__place">{escape(data["unit"])} {number} of {count}</span></p>'
        f'<p class="band__text">{escape(step["text"])}</p><p class="band__note">{escape(step["note"])}</p></li>'
        for number, step in enumerate(data["step"], start=1)
    )
    return f"<ol>{''.join(bands)}</ol>"


def _lanes(_data: dict[str, Any]) -> str:
    """The pathway in two lanes; each box leads to its chapter and its calculators."""
    return pathway_html.drawing(lambda page: f"{PAGE_LINK}{page}", _checks, {})


def _checks(box: Box) -> Html | None:
    links = [
        tag("a", f"Check: {GUIDES[name].title}", href=f"{PAGE_LINK}calculators/{name}.md", cls="lanes__check")
        for name in box.calculators
    ]
    return tag("p", joined(links, " ")) if links else None


def _grid(data: dict[str, Any]) -> str:
    """Rows of people, columns of meetings, a word in each cell; on a phone each row is a block."""
    headings = "".join(f'<th scope="col">{escape(column)}</th>' for column in data["columns"])
    rows = []
    for row in data["row"]:
        cells = "".join(
            f'<td data-label="{escape(column, quote=True)}"{" class=is-empty" if mark == EMPTY else ""}>'
            f"{escape(data['marks'][mark])}</td>"
            for column, mark in zip(data["columns"], row["marks"], strict=True)
        )
        rows.append(f'<tr><th scope="row">{escape(row["who"])}</th>{cells}</tr>')
    return (
        f'<table class="picture__table"><thead><tr><th scope="col">Who</th>{headings}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _ages(data: dict[str, Any]) -> str:
    """Ages, each with what holds there and the units that say so; beside each other where there is room."""
    steps = (
        f'<li class="age"><p class="age__name">{escape(step["name"])}</p>'
        f"<p>{escape(step['text'])} {citations(tuple(step['cites']))}</p></li>"
        for step in data["step"]
    )
    return f"<ol>{''.join(steps)}</ol>"


def _side_by_side(data: dict[str, Any]) -> str:
    """Two children side by side, step by step; on a phone each step is a block."""
    headings = "".join(f'<th scope="col">{escape(column)}</th>' for column in data["columns"])
    rows = []
    for row in data["row"]:
        cells = [escape(cell) for cell in row["cells"]]
        cells[-1] += f" {citations(tuple(row['cites']))}"
        said = "".join(
            f'<td data-label="{escape(column, quote=True)}">{cell}</td>'
            for column, cell in zip(data["columns"], cells, strict=True)
        )
        rows.append(f'<tr><th scope="row">{escape(row["who"])}</th>{said}</tr>')
    return (
        f'<table class="picture__table"><thead><tr><th scope="col">Step</th>{headings}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


EMPTY = "–"  # the mark of those who are not named; a phone leaves the cell out
KINDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "ladder": _bands,
    "lanes": _lanes,
    "grid": _grid,
    "ages": _ages,
    "side by side": _side_by_side,
}
