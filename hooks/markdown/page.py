"""The page as a whole: heading, summary and facts before its text; what its links say on paper, and where its pictures lead.

This is all that a build asks of the engine in the middle of it; what comes before and after is in hooks/steps.py.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import relpath
from typing import TYPE_CHECKING, Any, Protocol

from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from hooks.pages import cards, paper_links
from hooks.pages.front_matter import DOCS, read, with_duties
from hooks.pages.pictures import PAGE_LINK

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from markdown import Markdown

NOW = '<div class="now"'  # what to do at once stands above what the page is about
CALCULATOR = re.compile(r"<(hsb-calculator|hsb-case|hsb-audit)\b")  # its rules are no text of the page
FROM_DOCS = re.compile(r"/[\w/.-]+\.md")
TO_PAGE = re.compile(rf'href="{PAGE_LINK}([^"]+)"')


class EnginePage(Protocol):
    """What the engine knows of the page that it is making: MkDocs', ProperDocs' and Zensical's alike."""

    title: Any
    meta: Any
    url: str


class UnknownEngineError(RuntimeError):
    """The engine keeps its page in none of the places that are known here."""


def page_of(md: Markdown) -> tuple[EnginePage, PurePosixPath]:
    """Give the page that is being made, and its path below docs/.

    MkDocs and ProperDocs keep it with what resolves links, Zensical with what it tells extensions. Neither place is
    public: an engine that moves it is mended here.

    Raises:
        UnknownEngineError: it is in neither place.

    """
    if "relpath" in md.treeprocessors:
        file = md.treeprocessors["relpath"].file  # type: ignore[attr-defined]
        return file.page, PurePosixPath(file.src_uri)
    if "rendering_context" in md.preprocessors:
        page = md.preprocessors["rendering_context"].page  # type: ignore[attr-defined]
        return page, PurePosixPath(page.path)
    raise UnknownEngineError(
        "the engine keeps the page that it makes in another place than MkDocs 1.6, ProperDocs 1.6 and Zensical 0.0.73 do:"
        " open hooks/markdown/page.py, page_of"
    )


class PageExtension(Extension):
    """Begins each page with its facts and finishes its links."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown: before everything else, and after everything else."""
        md.preprocessors.register(Beginning(md), "page_beginning", 100)
        md.treeprocessors.register(Addresses(md), "page_addresses", 1)
        md.postprocessors.register(Links(md), "page_links", -100)


class Beginning(Preprocessor):
    """Puts title, summary and facts before the first part of the text.

    What a page says before its first part, such as what to do now, stands above its summary.
    """

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines of the page with its beginning; tell the engine its title and what the template asks for."""
        page, path = page_of(self.md)
        written = read(DOCS / path)
        if written.chapter:
            page.title = written.heading
        page.meta["description"] = written.summary
        page.meta["pdf"] = written.pdf if written.has_pdf else None
        page.meta["prints"] = written.is_bound
        page.meta["session"] = written.is_session
        page.meta["card"] = next((card.name for card in cards.cards() if card.page is written), None)
        text = with_duties("\n".join(lines), path)
        first, part, rest = f"\n{text}".partition("\n## ") if text.lstrip().startswith(NOW) else ("", "", text)
        return (
            f"# {written.heading}\n\n{first}\n\n{written.summary}\n{{: .page-summary }}\n\n"
            f"{written.facts()}\n{{: .page-facts data-unsearched }}\n\n<!--on this page-->\n\n{part.lstrip()}{rest}"
        ).split("\n")


class Addresses(Treeprocessor):
    """Turns the links that begin at docs/ (`/procedure/referral.md`) into links from the page, as every engine reads them."""

    def run(self, root: ET.Element) -> None:
        """Write the links anew in the place of the old ones."""
        _, path = page_of(self.md)
        for link in root.iter("a"):
            target, mark, place = link.get("href", "").partition("#")
            if FROM_DOCS.fullmatch(target):
                link.set("href", relpath(target[1:], path.parent) + mark + place)


class Links(Postprocessor):
    """Puts addresses in place of the paths that the links of pictures name; says for paper where links lead."""

    def run(self, text: str) -> str:
        """Give the HTML of the page with its links finished."""
        page, path = page_of(self.md)
        as_files = page.url.endswith(".html")

        def address(link: re.Match[str]) -> str:
            target = PurePosixPath(link[1])
            if as_files:
                return f'href="{relpath(target.with_suffix(".html"), path.parent)}"'
            below = read(DOCS / target).url
            return f'href="{relpath(below or ".", read(DOCS / path).url or ".")}/"'

        text = CALCULATOR.sub(r"<\1 data-unsearched", text)
        return paper_links.say(TO_PAGE.sub(address, text), page.url)


def makeExtension(**options: Any) -> PageExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return PageExtension(**options)
