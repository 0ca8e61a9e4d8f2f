"""The sections that search looks in, cut from the built pages: each heading with the text up to the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.DOTALL)
HEADING = re.compile(r"h[1-6]")
LEFT_OUT = "data-unsearched"
FRAME = {
    "paper-line",
    "print-line",
    "on-page",
    "paper-key",
    "pdf-link",
    "frame__turn",
}  # what the template puts around the text of a page
MARKER = re.compile(rf'\s?{LEFT_OUT}(?:="[^"]*")?')
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
NO_TEXT = {"object", "script", "style"}
# Between these, words do not belong together.
BLOCKS = {
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ol",
    "p",
    "pre",
    "td",
    "th",
    "tr",
    "ul",
}


def of_page(html: str, location: str) -> list[dict[str, Any]]:
    """Give the sections of a built page: `location` (the address, with the name of the heading), `title` and `text`.

    Both are plain words. A page without an article, such as the one for a missing page, has none.

    Args:
        html: the whole page as the engine wrote it.
        location: the address of the page below that of the site.

    """
    article = ARTICLE.search(html)
    if article is None:
        return []
    cutter = _Cutter()
    cutter.feed(article[1])
    cutter.close()
    return [
        {
            "location": f"{location}#{section.id}" if section.id else location,
            "title": " ".join("".join(section.title).split()),
            "text": " ".join("".join(section.text).split()),
        }
        for section in cutter.sections
        if not section.left_out
    ]


def without_markers(html: str) -> str:
    """Give a page without what only tells search to leave a part out."""
    return MARKER.sub("", html)


@dataclass
class _Section:
    """A heading, and what stands under it."""

    depth: float = 0
    id: str = ""
    left_out: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


@dataclass
class _Open:
    """An element that has begun and not yet ended."""

    tag: str
    skipped: bool
    headed: _Section | None
    permalink: bool


class _Cutter(HTMLParser):
    """Cuts an article at its headings that have a name; a heading inside another element ends with that element."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[_Open] = []
        self.sections: list[_Section] = []
        self.section: _Section | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section where a heading begins."""
        self._part(tag)
        if tag in VOID:
            return
        given = dict(attrs)
        around = bool(self.open and self.open[-1].skipped)
        depth = len(self.open) + 1
        headed = None
        if HEADING.fullmatch(tag) and "id" in given:
            if tag != "h1" and not self.sections:
                self.sections.append(_Section(depth))
            headed = _Section(depth, (given["id"] or "") if self.sections else "", around or LEFT_OUT in given)
            self.sections.append(headed)
            self.section = headed
        classes = set((given.get("class") or "").split())
        skipped = around or LEFT_OUT in given or tag in NO_TEXT or bool(classes & FRAME)
        self.open.append(_Open(tag, skipped, headed, permalink=tag == "a" and classes == {"headerlink"}))
        if self.section is None and not skipped:
            self._preface()

    def handle_endtag(self, tag: str) -> None:
        """Go back to the section around an element that ends with a heading in it."""
        self._part(tag)
        if not self.open or self.open[-1].tag != tag:
            return
        if self.section and self.section.depth > len(self.open):
            around = next((one for one in reversed(self.sections) if one.depth <= len(self.open)), None)
            if around is not None:
                self.section.depth = float("inf")
                self.section = around
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Take the words of a heading, or of the text under it."""
        if (self.open and self.open[-1].skipped) or (self.section is None and data.isspace()):
            return
        section = self.section or self._preface()
        if not any(one.headed is section for one in self.open):
            section.text.append(data)
        elif not any(one.permalink for one in self.open):
            section.title.append(data)

    def _part(self, tag: str) -> None:
        """Keep apart the words on both sides of where a block begins or ends."""
        if tag in BLOCKS and self.section is not None and not (self.open and self.open[-1].skipped):
            (self.section.title if any(one.headed is self.section for one in self.open) else self.section.text).append(
                " "
            )

    def _preface(self) -> _Section:
        """Begin the section of what stands before the first heading."""
        self.section = _Section()
        self.sections.append(self.section)
        return self.section
