"""Numbered paragraphs: a named paragraph of a chapter gets its number; `[¶](page.md#name)` becomes "paragraph 6.1".

The name is the link, so it survives renumbering.
"""

from __future__ import annotations

import logging
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from hooks.pages.front_matter import DOCS, read

if TYPE_CHECKING:
    from markdown import Markdown

LOG = logging.getLogger("mkdocs.paragraphs")
CHAPTER = re.compile(r"(\d+)\. ")


class ParagraphsExtension(Extension):
    """Numbers paragraphs and the references to them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown, after attribute lists and before links are resolved."""
        md.treeprocessors.register(Numbers(md), "paragraph_numbers", 7)


class Numbers(Treeprocessor):
    """Puts a number before each named paragraph of a chapter, and into each reference."""

    def run(self, root: ET.Element) -> None:
        """Number the paragraphs, then name the references."""
        heading = root.find("h1")
        chapter = CHAPTER.match("".join(heading.itertext())) if heading is not None else None
        if chapter:
            named = [element for element in root if element.tag == "p" and element.get("id")]
            for number, paragraph in enumerate(named, start=1):
                _number(paragraph, f"{chapter[1]}.{number}")
        for link in root.iter("a"):
            if link.text == "¶":
                _refer(link)


def _number(paragraph: ET.Element, number: str) -> None:
    link = ET.Element("a", {"class": "paragraph-number", "href": f"#{paragraph.get('id')}"})
    link.text = number
    link.tail = f" {paragraph.text or ''}"
    paragraph.text = None
    paragraph.insert(0, link)
    paragraph.set("class", "paragraph")


def _refer(link: ET.Element) -> None:
    target, _, name = (link.get("href") or "").partition("#")
    path = DOCS / "procedure" / PurePosixPath(target).name
    numbers = read(path).paragraphs if path.is_file() else {}
    if name not in numbers:
        LOG.warning("[¶](%s): there is no paragraph of that name; it has %s", link.get("href"), ", ".join(numbers))
        return
    link.set("class", "paragraph-link")
    link.text = None
    word = ET.SubElement(link, "span")
    word.text, word.tail = "paragraph ", numbers[name]


def makeExtension(**options: Any) -> ParagraphsExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return ParagraphsExtension(**options)
