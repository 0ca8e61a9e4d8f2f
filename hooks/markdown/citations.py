"""Citations: `[@llr:6]` or `[@ng55:1.2.1; @llr:8]` becomes a short linked mark, and the units a list at the foot.

A unit that is not in the register is a warning, which stops the strict build.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from calculators import sources
from hooks.pages.front_matter import CITATION, UNIT

if TYPE_CHECKING:
    import re

    from markdown import Markdown

LOG = logging.getLogger("mkdocs.citations")
REGISTER = "/reference/sources.md"  # the page on which every unit has its place


class CitationsExtension(Extension):
    """Turns citations into marks and keeps, page by page, which units were cited."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown."""
        md.inlinePatterns.register(Citations(CITATION.pattern, md), "citations", 180)
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
        for key in UNIT.findall(m[1]) or [m[1]]:
            try:
                unit = sources.unit(key)
            except sources.UnknownUnitError as fault:
                LOG.warning("[@%s]: %s", m[1], fault)
                return None, None, None
            cite(self.md, (key,))
            title = f"{unit.title}, {unit.document.short}"
            link = ET.SubElement(span, "a", {"class": "citation", "href": f"#{unit.anchor}", "title": title})
            link.text = unit.mark
            link.tail = " "
        return span, m.start(0), m.end(0)


class SourceList(Treeprocessor):
    """The list of cited units at the foot of the page, in the register's order."""

    def run(self, root: ET.Element) -> None:
        """Append the list where anything was cited."""
        cited = [unit for key, unit in sources.units().items() if key in self.md.cited]  # type: ignore[attr-defined]
        if not cited:
            return
        heading = ET.SubElement(root, "h2", {"id": "sources"})
        heading.text = "Sources of this page"
        fold = ET.SubElement(root, "details", {"class": "fold"})
        summary = ET.SubElement(fold, "summary")
        summary.text = f"{len(cited)} parts of the source documents"
        listed = ET.SubElement(fold, "ul", {"class": "source-list"})
        for unit in cited:
            item = ET.SubElement(listed, "li", {"id": unit.anchor})
            link = ET.SubElement(item, "a", {"href": f"{REGISTER}#{unit.anchor}"})
            link.text = unit.mark
            link.tail = f" {unit.title}. {unit.document.title}, {unit.document.edition}."


def makeExtension(**options: Any) -> CitationsExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return CitationsExtension(**options)
