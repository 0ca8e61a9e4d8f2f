"""Which PDFs there are: one of each page, of each part, of the whole manual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.utils.yaml import yaml_load

from hooks.pages import DOCS, MANUAL, Page, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PART, TITLE, SECTION = range(3)  # levels of headings: a part, a page, a section of a page

# Lists that only serve a reader who can follow their links, and the audit that only works on a screen.
NOT_IN_MANUAL = {"reference/coverage.md", "framework/workspace.md"}


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
        site_name: of what it is a part.
        url: of the page that offers it, below the site's address.
        parts: each with those of its pages that are in.
        contents: the levels of the headings that its contents list.

    """

    name: str
    title: str
    summary: str
    site_name: str
    url: str
    parts: tuple[Part, ...]
    contents: tuple[int, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page of the document, in reading order."""
        return tuple(page for part in self.parts for page in part.pages)

    @property
    def whole_title(self) -> str:
        """The title that a reader of the file sees."""
        return self.title if self.title == self.site_name else f"{self.title} – {self.site_name}"


def parts(config: Path) -> tuple[Part, ...]:
    """Read the parts from the navigation in mkdocs.yml; the home page stands before them and is none."""
    with config.open(encoding="utf-8") as file:
        nav: list[dict[str, Any]] = yaml_load(file)["nav"]
    return tuple(
        Part(title, tuple(read(DOCS / path) for path in paths))
        for entry in nav
        for title, paths in entry.items()
        if isinstance(paths, list)
    )


def documents(found: tuple[Part, ...], site_name: str) -> Iterator[Document]:
    """Give every document: the manual, then each part followed by each of its pages."""
    bound = tuple(Part(part.title, tuple(p for p in part.pages if str(p.path) not in NOT_IN_MANUAL)) for part in found)
    yield Document(MANUAL, site_name, read(DOCS / "index.md").summary, site_name, "", bound, (PART, TITLE))
    for part in found:
        first = part.pages[0]
        yield Document(first.pdf, part.title, first.summary, site_name, first.url, (part,), (TITLE,))
        for page in part.pages[1:]:
            yield Document(
                page.pdf, page.heading, page.summary, site_name, page.url, (Part(part.title, (page,)),), (SECTION,)
            )
