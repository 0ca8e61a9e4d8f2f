"""Which PDFs there are: the whole manual; each part, its pages and its training pack; each card."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils.yaml import yaml_load

from hooks.pages.cards import cards
from hooks.pages.front_matter import DOCS, MANUAL, Page, read
from hooks.pages.scenarios import for_units
from paper import selections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
PART, TITLE, SECTION = range(3)  # levels of headings: a part, a page, a section of a page
SCENARIOS, CARDS = DOCS / "paper/scenarios.md", DOCS / "paper/cards.md"

# Left out of the manual: what only serves a reader who can follow links, what only works on a screen, what says again
# what stands elsewhere in it, and what is printed by itself.
NOT_IN_MANUAL = ("reference/coverage.md", "framework/workspace.md", "calculators/tables/", "paper/")


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
        first = part.pages[0]
        yield Document(first.pdf, part.title, first.summary, first.url, (part,), (TITLE,))
        for page in part.pages[1:]:
            alone = Part(part.title, (page,))
            yield Document(page.pdf, page.heading, page.summary, page.url, (alone,), (SECTION,))
        yield from packs(part)
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


def packs(part: Part) -> Iterator[Document]:
    """Give the training pack of a part, its handout and cases, and the answers; nothing where no case fits."""
    cases = [case.place for case in for_units({unit for page in part.pages for unit in page.cites})]
    if not cases:
        return
    scenarios = read(SCENARIOS)
    name = f"training-{part.pages[0].pdf}"
    yield Document(
        name,
        f"{part.title}: training pack",
        "A handout, and fictional cases without their answers.",
        scenarios.url,
        (part, Part("Cases", (scenarios,))),
        (PART, TITLE),
        partial(selections.pack, cases),
    )
    yield Document(
        f"{name}-answers",
        f"{part.title}: answers to the cases of the training pack",
        scenarios.summary,
        scenarios.url,
        (Part(part.title, (scenarios,)),),
        (SECTION,),
        partial(selections.cases, cases),
    )
