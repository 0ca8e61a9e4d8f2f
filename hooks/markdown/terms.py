"""Terms explained where they stand: the first use on a page leads to a short explanation at the page's foot.

The explanation is the first sentence of the glossary's entry, so that a term is explained alike everywhere. It needs no
mouse and no script, and paper prints it. Which words stand for a term is in terms.toml beside this file.
"""

from __future__ import annotations

import logging
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor

from hooks.markdown.citations import fold_at_foot
from hooks.pages.front_matter import CITATION, DOCS, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown import Markdown

LOG = logging.getLogger("mkdocs.terms")
GLOSSARY = DOCS / "reference" / "glossary.md"
ENTRY = re.compile(r"^### (?P<name>.+)\n\n(?P<text>.+)$", re.MULTILINE)
FIRST = re.compile(r".+?[.](?=\s|$)")
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
TAG = re.compile(r"<[^>]+>")
IN_WORDS = frozenset({"p", "li", "td", "dd", "strong", "em", "div", "blockquote", "ul", "ol", "table", "tbody", "tr"})
APART = {"page-summary", "page-facts", "now"}  # what stands above a page's text


@dataclass(frozen=True)
class Term:
    """A term: its heading in the glossary, the first sentence of its entry, the words for it, and what finds them whole."""

    name: str
    text: str
    spellings: tuple[str, ...]
    words: re.Pattern[str]

    def find(self, text: str) -> re.Match[str] | None:
        """Give its first whole word in a text, if there is one; most texts are passed over without a search."""
        return self.words.search(text) if any(one in text for one in self.spellings) else None

    @property
    def place(self) -> str:
        """The anchor of its entry in the glossary."""
        return slugify(self.name, "-")


@cache
def terms() -> Mapping[str, Term]:
    """Every term by its heading, in the glossary's order; a warning for a heading that the glossary does not have."""
    known = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    entries = {found["name"]: plain(found["text"]) for found in ENTRY.finditer(read(GLOSSARY).text)}
    for name in sorted(set(known) - set(entries)):
        LOG.warning("terms.toml: the glossary has no entry “%s”", name)
    return {
        name: Term(
            name,
            text,
            tuple(known[name]),
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known[name]))})(?![\w-])"),
        )
        for name, text in entries.items()
        if name in known
    }


def plain(entry: str) -> str:
    """Give the first sentence of a glossary entry, without links and citations."""
    text = LINK.sub(r"\1", CITATION.sub("", entry))
    found = FIRST.match(text)
    return found[0] if found else text


class TermsExtension(Extension):
    """Marks the first use of each term, and lists the terms of a page at its foot."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown: after attribute lists and paragraph numbers, before the list of sources."""
        md.treeprocessors.register(Terms(md), "terms", 6.5)


class Terms(Treeprocessor):
    """The terms of one page."""

    def run(self, root: ET.Element) -> None:
        """Mark the first uses, then list every term that the page uses."""
        heading = root.find("h1")
        title = "".join(heading.itertext()) if heading is not None else ""
        if title == read(GLOSSARY).heading or not title:
            return
        whole = " ".join([*root.itertext(), *self._raw()])
        used = [term for term in terms().values() if term.find(whole)]
        waiting = list(used)
        _mark(root, waiting)
        if used:
            _list(root, used)

    def _raw(self) -> Iterator[str]:
        """Give the words of what fences made, which is put in place later."""
        for block in self.md.htmlStash.rawHtmlBlocks:
            yield TAG.sub(" ", block) if isinstance(block, str) else ""


def _mark(element: ET.Element, waiting: list[Term]) -> None:
    """Make links of the first uses below an element, in the order of the text; take them from those that wait."""
    if APART & set((element.get("class") or "").split()):
        return
    place = _link(element, None, waiting)
    while place < len(element):
        child = element[place]
        if child.tag in IN_WORDS:
            _mark(child, waiting)
        place += 1
        place += _link(element, child, waiting) if element.tag != "div" else 0


def _link(parent: ET.Element, after: ET.Element | None, waiting: list[Term]) -> int:
    """Make links in the text that follows a child, or in the first text of its parent; give how many were put in."""
    text = (parent.text if after is None else after.tail) or ""
    found = [(match.start(), -match.end(), term, match) for term in waiting if (match := term.find(text))]
    if not found:
        return 0
    _, _, term, match = min(found, key=lambda one: one[:2])
    waiting.remove(term)
    link = ET.Element("a", {"class": "term", "href": f"#term-{term.place}"})
    link.text, link.tail = match[0], text[match.end() :]
    if after is None:
        parent.text = text[: match.start()]
        parent.insert(0, link)
    else:
        after.tail = text[: match.start()]
        parent.insert(list(parent).index(after) + 1, link)
    return 1 + _link(parent, link, waiting)


def _list(root: ET.Element, used: list[Term]) -> None:
    heading = {"id": "terms", "data-unsearched": ""}
    explained = f"{len(used)} term{'s' if len(used) > 1 else ''} explained"
    fold = fold_at_foot(root, heading, "Terms on this page", explained)
    listed = ET.SubElement(fold, "dl", {"class": "term-list"})
    for term in used:
        name = ET.SubElement(listed, "dt", {"id": f"term-{term.place}"})
        link = ET.SubElement(name, "a", {"href": f"/reference/glossary.md#{term.place}"})
        link.text = term.name
        text = ET.SubElement(listed, "dd")
        text.text = term.text


def makeExtension(**options: object) -> TermsExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return TermsExtension(**options)
