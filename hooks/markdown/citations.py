"""Citations: `[@llr:6]` or `[@ng55:1.2.1; @llr:8]` becomes a short linked mark, and the units a list at the foot.

Where sentences that follow each other, or all the lines of a list, rest on the same units, the last one carries the mark.
A unit that is not in the register is a warning, which stops the strict build.
"""

from __future__ import annotations

import logging
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from calculators import sources
from calculators.output.citation import in_a_row
from hooks.pages.front_matter import CITATION, UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown import Markdown

LOG = logging.getLogger("mkdocs.citations")
BETWEEN = re.compile(r"[.?!][”’)]*\s+[“(]?[A-Z0-9“]")  # one sentence ends and another begins
REGISTER = "/reference/sources.md"  # the page on which every unit has its place


class CitationsExtension(Extension):
    """Turns citations into marks and keeps, page by page, which units were cited."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown."""
        md.inlinePatterns.register(Citations(CITATION.pattern, md), "citations", 180)
        md.treeprocessors.register(OnceEach(md), "citations_once", 10)
        md.treeprocessors.register(SourceList(md), "source_list", 6)
        md.registerExtension(self)
        self.md = md
        self.reset()

    def reset(self) -> None:
        """Forget the units of the page before."""
        self.md.cited = {}  # type: ignore[attr-defined]


def cite(md: Markdown, cites: tuple[str, ...]) -> None:
    """Note that a page cites these units."""
    md.cited.update(dict.fromkeys(cites))  # type: ignore[attr-defined]


class Citations(InlineProcessor):
    """One citation mark."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802, ARG002
        """Give the marks that stand in place of the citation."""
        span = ET.Element("span", {"class": "citations"})
        keys = tuple(UNIT.findall(m[1])) or (m[1],)
        try:
            shown = in_a_row(keys)
        except sources.UnknownUnitError as fault:
            LOG.warning("[@%s]: %s", m[1], fault)
            return None, None, None
        cite(self.md, keys)
        for key, mark in zip(keys, shown, strict=True):
            unit = sources.unit(key)
            title = f"{unit.title}, {unit.document.short}"
            link = ET.SubElement(span, "a", {"class": "citation", "href": f"#{unit.anchor}", "title": title})
            link.text = mark
            link.tail = " "
        return span, m.start(0), m.end(0)


class OnceEach(Treeprocessor):
    """Leaves one mark where sentence after sentence, or every line of a list, rests on the same units."""

    def run(self, root: ET.Element) -> None:
        """Take away the marks that the next one repeats."""
        for element in root.iter():
            if element.tag in {"p", "li", "td", "dd"}:
                _once_in_a_row(element)
            elif element.tag in {"ul", "ol"}:
                _once_in_a_list(element)


def _units(mark: ET.Element) -> tuple[str | None, ...]:
    return tuple(link.get("href") for link in mark)


def _marks(element: ET.Element) -> list[ET.Element]:
    return [child for child in element if child.get("class") == "citations"]


def _once_in_a_row(element: ET.Element) -> None:
    """Take a mark away where the next sentence ends with the same one."""
    found = _marks(element)
    for mark, following in pairwise(found):
        if _units(mark) == _units(following) and not BETWEEN.search("".join(_between(element, mark, following))):
            _remove(element, mark)


def _between(element: ET.Element, first: ET.Element, second: ET.Element) -> Iterator[str]:
    children = list(element)
    yield first.tail or ""
    for child in children[children.index(first) + 1 : children.index(second)]:
        yield from child.itertext()
        yield child.tail or ""


def _once_in_a_list(listed: ET.Element) -> None:
    """Take the marks away from all lines but the last where every line is one sentence that ends with the same mark."""
    ends = [_end(item) for item in listed]
    if len(ends) < 2 or None in ends or len({_units(mark) for _, mark in filter(None, ends)}) > 1:  # noqa: PLR2004
        return
    for parent, mark in filter(None, ends[:-1]):
        _remove(parent, mark)


def _end(item: ET.Element) -> tuple[ET.Element, ET.Element] | None:
    """Give the mark that ends a line, and what it stands in, if it is the line’s only one and nothing follows it."""
    holder = item[0] if len(item) == 1 and item[0].tag == "p" else item
    found = _marks(holder)
    if len(found) != 1 or found[0] is not holder[-1] or (found[0].tail or "").strip():
        return None
    words = "".join(part for part in holder.itertext())
    return None if BETWEEN.search(words.removesuffix("".join(found[0].itertext()))) else (holder, found[0])


def _remove(element: ET.Element, mark: ET.Element) -> None:
    """Take a mark away, and keep the words after it."""
    place = list(element).index(mark)
    if place:
        element[place - 1].tail = (element[place - 1].tail or "") + (mark.tail or "")
    else:
        element.text = (element.text or "") + (mark.tail or "")
    element.remove(mark)


def fold_at_foot(root: ET.Element, heading: dict[str, str], title: str, summary: str) -> ET.Element:
    """Append a heading with these attributes, and what is folded below it; give that, for the list."""
    ET.SubElement(root, "h2", heading).text = title
    fold = ET.SubElement(root, "details", {"class": "fold"})
    ET.SubElement(fold, "summary").text = summary
    return fold


class SourceList(Treeprocessor):
    """The list of cited units at the foot of the page, in the register's order."""

    def run(self, root: ET.Element) -> None:
        """Append the list where anything was cited."""
        cited = [unit for key, unit in sources.units().items() if key in self.md.cited]  # type: ignore[attr-defined]
        if not cited:
            return
        heading = {"id": "sources"}
        fold = fold_at_foot(root, heading, "Sources of this page", f"{len(cited)} parts of the source documents")
        listed = ET.SubElement(fold, "ul", {"class": "source-list"})
        for unit in cited:
            item = ET.SubElement(listed, "li", {"id": unit.anchor})
            link = ET.SubElement(item, "a", {"href": f"{REGISTER}#{unit.anchor}"})
            link.text = unit.mark
            link.tail = f" {unit.title}. {unit.document.title}, {unit.document.edition}."


def makeExtension(**options: Any) -> CitationsExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return CitationsExtension(**options)
