"""Which PDFs there are: the manual; each part and chapter; each calculator’s appendix; sessions, forms, sheets, cards."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils.yaml import yaml_load

from hooks.pages import sessions
from hooks.pages.cards import cards
from hooks.pages.front_matter import BOUND, DOCS, MANUAL, Page, read, read_all
from paper import selections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
PART, TITLE, SECTION = range(3)  # levels of headings: a part, a page, a section of a page
CARDS = DOCS / "paper/cards.md"

# Left out of the manual: what only serves a reader who can follow links, what only works on a screen, and what is printed
# by itself, such as the rules and the table of each calculator.
NOT_IN_MANUAL = (
    "reference/coverage.md",
    "framework/workspace.md",
    "local/area-editor.md",
    "calculators/",
    "paper/",
    "training/",
)


@dataclass(frozen=True)
class Part:
    """One part of the navigation: its title and its pages, the first of which introduces it."""

    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Document:
    """One PDF.

    Args:
        name: of its file, without ending.
        title: what it is.
        summary: what it is for.
        url: of the page that offers it, below the site's address.
        parts: each with those of its pages that are in.
        contents: the levels of the headings that its contents list; none: it has neither contents nor cover.
        select: takes out of the text of a page what is not wanted.

    """

    name: str
    title: str
    summary: str
    url: str
    parts: tuple[Part, ...]
    contents: tuple[int, ...]
    select: Callable[[Page, HtmlElement], None] = selections.everything

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page of the document, in reading order."""
        return tuple(page for part in self.parts for page in part.pages)


def parts() -> tuple[Part, ...]:
    """Read the parts from the navigation in mkdocs.yml; the home page stands before them and is none."""
    with CONFIG.open(encoding="utf-8") as file:
        nav: list[dict[str, Any]] = yaml_load(file)["nav"]
    return tuple(part for entry in nav for title, inside in entry.items() for part in _parts(title, inside))


def _parts(title: str, inside: object) -> Iterator[Part]:
    """Give a section of the navigation as a part, and each section in it as a part of its own."""
    if not isinstance(inside, list):
        return
    pages = tuple(read(DOCS / path) for path in inside if isinstance(path, str))
    if pages:
        yield Part(title, pages)
    for section in inside:
        if isinstance(section, dict):
            for name, more in section.items():
                yield from _parts(name, more)


def documents() -> Iterator[Document]:
    """Give every document."""
    found = parts()
    yield manual(found)
    for part in found:
        if part.pages[0].path.parts[0] in BOUND:
            yield from _bound(part)
    yield from _appendices()
    yield from _sessions()
    yield from _cards()


def _bound(part: Part) -> Iterator[Document]:
    """Give a part that is printed as a book, and each of its pages."""
    first = part.pages[0]
    yield Document(first.pdf, part.title, first.summary, first.url, (part,), (TITLE,))
    for page in part.pages[1:]:
        alone = Part(part.title, (page,))
        yield Document(page.pdf, page.heading, page.summary, page.url, (alone,), (SECTION,))


def _appendices() -> Iterator[Document]:
    """Give the rules and the table of each calculator: an appendix to the chapters that name it."""
    for page in read_all():
        if page.is_calculator:
            alone = Part("Appendix: rules and tables", (page,))
            yield Document(page.pdf, f"{page.title}: rules and table", page.summary, page.url, (alone,), ())


def _sessions() -> Iterator[Document]:
    """Give each session twice: whole for the trainer, and what the group gets."""
    for page in sessions.sessions():
        part = Part("Training session", (page,))
        yield Document(page.pdf, f"{page.title}: for the trainer", page.summary, page.url, (part,), ())
        handed = f"{page.title}: for the group"
        yield Document(f"{page.pdf}-group", handed, page.summary, page.url, (part,), (), selections.group)


def _cards() -> Iterator[Document]:
    home = read(CARDS)
    for card in cards():
        only = partial(selections.only, card.name)
        url = f"{home.url}#{card.name}"
        yield Document(card.name, card.title, "", url, (Part(home.title, (home,)),), (), only)


def manual(found: tuple[Part, ...]) -> Document:
    """Give the whole manual."""
    home = read(DOCS / "index.md")
    bound = [Part(part.title, tuple(filter(_in_manual, part.pages))) for part in found]
    return Document(MANUAL, "", home.summary, home.url, tuple(part for part in bound if part.pages), (PART, TITLE))


def _in_manual(page: Page) -> bool:
    return not str(page.path).startswith(NOT_IN_MANUAL)
