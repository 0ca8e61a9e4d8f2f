"""Pictures drawn at build time from docs/pictures/*.toml: ladders, a path, a grid; each with its text equivalent.

Narrow by design: 360 units wide, so that the words stay readable on a phone. Colours are classes of the style sheet.
"""

from __future__ import annotations

import tomllib
from functools import cache
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from calculators import page, sources
from calculators.meetings import MARKS, meetings
from hooks.pages import DOCS, PageError

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = DOCS / "pictures"
WIDTH = 360  # units of the drawing
LINE = 16  # units from one line of text to the next
LETTER = 6.4  # units that a letter of ordinary text takes, on the wide side
SMALL = 5.9  # the same for small text
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
    for unit in data["cites"]:
        sources.unit(unit)
    return data | _who_attends(data) if "meetings" in data else data


def _who_attends(data: dict[str, Any]) -> dict[str, Any]:
    """Give the rows of a grid of meetings, and its marks in words, from what the meetings say of those who attend."""
    ways = [{line.who: line.how for line in meetings()[key].attends} for key in data["meetings"]]
    if strangers := {who for way in ways for who in way} - set(data["who"]):
        raise PageError(f"docs/pictures: no row for {', '.join(sorted(strangers))}")
    rows = [{"who": who, "marks": [MARKS.get(way.get(who, ""), "–") for way in ways]} for who in data["who"]]
    used = {mark for row in rows for mark in row["marks"]}
    return {"row": rows, "marks": {mark: how for how, mark in MARKS.items() if mark in used} | {"–": "not named"}}


def figure(name: str) -> str:
    """Give a picture as HTML: the drawing, its caption with the units, and the same in words."""
    data = read(name)
    draw, tell = KINDS[data["kind"]]
    shapes, height = draw(data)
    return (
        f'<figure class="picture picture--{data["kind"]}">'
        f'<svg viewBox="0 0 {WIDTH} {height}" role="group" aria-labelledby="picture-{name}">'
        f'<title id="picture-{name}">{escape(data["title"])}. The same in words follows the picture.</title>{shapes}</svg>'
        f"<figcaption><strong>{escape(data['title'])}.</strong> {escape(data['caption'])} {page.citations(tuple(data['cites']))}</figcaption>"
        f'<details class="fold"><summary>The picture in words</summary>{tell(data)}</details></figure>'
    )


def _text(x: float, y: float, lines: list[str], kind: str, *, anchor: str = "start", step: int = LINE) -> str:
    spans = "".join(
        f'<tspan x="{x}" dy="{step if number else 0}">{escape(line)}</tspan>' for number, line in enumerate(lines)
    )
    return f'<text class="picture__{kind}" x="{x}" y="{y}" text-anchor="{anchor}">{spans}</text>'


def _box(x: float, y: float, width: float, height: float, kind: str) -> str:
    return f'<rect class="picture__{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="3"/>'


def _fit(text: str, width: float) -> list[str]:
    return wrap(text, int(width / LETTER))


def _ladder(data: dict[str, Any]) -> tuple[str, int]:
    """Steps one below the other, each set in further than the one before, with an arrow along the side."""
    parts, y = [], 4
    steps = data["step"]
    for number, step in enumerate(steps):
        left = 14 + 6 * number
        width = WIDTH - left - 4
        text, note = _fit(step["text"], width - 24), _fit(step["note"], width - 24)
        height = 34 + LINE * (len(text) + len(note)) + 4
        parts += [
            _box(left, y, width, height, "box"),
            _box(left, y, 8, height, f"edge{number}"),
            _text(left + 18, y + 22, [step["name"]], "name"),
            _text(left + 18, y + 42, text, "text"),
            _text(left + 18, y + 42 + LINE * len(text), note, "note"),
        ]
        y += height + 8
    return "".join(parts), y


def _words_of_steps(data: dict[str, Any]) -> str:
    items = []
    for step in data["step"]:
        name = escape(step["name"])
        named = f'<a href="{PAGE_LINK}{step["page"]}">{name}</a>' if "page" in step else name
        asides = "".join(
            f'<li>Beside it: <a href="{PAGE_LINK}{aside["page"]}">{escape(aside["name"])}</a>, {escape(aside["text"])}</li>'
            for aside in step.get("aside", ())
        )
        note = f" {escape(step['note'])}" if "note" in step else ""
        items.append(
            f"<li><strong>{named}</strong>: {escape(step['text'])}{note}{f'<ul>{asides}</ul>' if asides else ''}</li>"
        )
    return f"<ol>{''.join(items)}</ol>"


def _path(data: dict[str, Any]) -> tuple[str, int]:
    """Steps one below the other, joined by arrows, with what branches off at the right; each box is a link."""
    main, side = 212, 122
    left = WIDTH - side - 2
    parts, y = [], 4
    for number, step in enumerate(data["step"]):
        text = _fit(step["text"], main - 24)
        if number:
            parts.append(f'<path class="picture__arrow" d="M{4 + main / 2} {y - 14}v10m-4 -5l4 5l4 -5"/>')
        top = y
        for aside in step.get("aside", ()):
            lines = wrap(aside["text"], int((side - 14) / SMALL))
            height = 24 + 14 * len(lines) + 4
            small = (
                _box(left, top, side, height, "aside")
                + _text(left + 8, top + 17, [aside["name"]], "small-name")
                + _text(left + 8, top + 32, lines, "small", step=14)
            )
            parts.append(f'<path class="picture__arrow" d="M{4 + main} {top + 14}h{left - main - 4}"/>')
            parts.append(f'<a href="{PAGE_LINK}{aside["page"]}">{small}</a>')
            top += height + 6
        height = max(32 + LINE * len(text) + 6, top - y - 6)
        box = (
            _box(4, y, main, height, "box")
            + _text(16, y + 21, [step["name"]], "name")
            + _text(16, y + 40, text, "text")
        )
        parts.append(f'<a href="{PAGE_LINK}{step["page"]}">{box}</a>')
        y += height + 18
    return "".join(parts), y - 10


def _grid(data: dict[str, Any]) -> tuple[str, int]:
    """Rows of people, columns of meetings, a letter in each cell; the letters are told below."""
    label, top, row_height = 132, 44, 30
    columns = data["columns"]
    step = (WIDTH - label - 4) / len(columns)
    parts = []
    for place, column in enumerate(columns):
        middle = label + step * (place + 0.5)
        parts.append(_text(middle, 16, wrap(column, 10), "column", anchor="middle"))
    y = top
    for number, row in enumerate(data["row"]):
        if number % 2 == 0:
            parts.append(_box(0, y, WIDTH, row_height, "band"))
        parts.append(_text(6, y + 19, [row["who"]], "small"))
        for place, mark in enumerate(row["marks"]):
            parts.append(_text(label + step * (place + 0.5), y + 20, [mark], "mark", anchor="middle"))
        y += row_height
    key = wrap("; ".join(f"{mark} {word}" for mark, word in data["marks"].items()), int(WIDTH / SMALL))
    parts.append(_text(6, y + 20, key, "small"))
    return "".join(parts), y + 16 + LINE * len(key)


def _words_of_grid(data: dict[str, Any]) -> str:
    items = []
    for place, column in enumerate(data["columns"]):
        said = [
            f"<li>{escape(row['who'])}: {escape(data['marks'][row['marks'][place]])}</li>"
            for row in data["row"]
            if row["marks"][place] != "–"
        ]
        items.append(f"<li><strong>{escape(column)}</strong><ul>{''.join(said)}</ul></li>")
    return f"<ul>{''.join(items)}</ul>"


KINDS: dict[str, tuple[Callable[[dict[str, Any]], tuple[str, int]], Callable[[dict[str, Any]], str]]] = {
    "ladder": (_ladder, _words_of_steps),
    "path": (_path, _words_of_steps),
    "grid": (_grid, _words_of_grid),
}
