"""What search looks in: the sections of the pages, the names that people type for them, the numbered paragraphs.

The sections come from sections.py. The browser fetches the file when a reader goes to the search box, and not before
(overrides/assets/search.js).
"""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from hooks.pages.front_matter import DOCS, Page, PageError

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = DOCS.parent / "node_modules" / "minisearch"
LIBRARY = {  # what finds, with its licence: where it is served, where it comes from
    "assets/minisearch.js": PACKAGE / "dist/es/index.js",
    "assets/minisearch.LICENSE.txt": PACKAGE / "LICENSE.txt",
}
NAMES = DOCS / "search.toml"
INDEX = "search/search_index.json"
# Pages that are made of other pages' words: found by their own summary alone.
LISTS = (
    "calculators/all/",
    "calculators/tables/",
    "paper/cards/",
    "reference/amendments/",
    "reference/coverage/",
    "reference/review-dates/",
)


def write(site: Path, entries: list[dict[str, Any]], pages: list[Page]) -> None:
    """Write the index into a built site, in the place of an engine's own."""
    path = site / INDEX
    path.parent.mkdir(exist_ok=True)
    names = tomllib.loads(NAMES.read_text(encoding="utf-8"))
    path.write_text(json.dumps(index(entries, pages, names), ensure_ascii=False, separators=(",", ":")), "utf-8")


def index(entries: list[dict[str, Any]], pages: list[Page], names: dict[str, list[str]]) -> dict[str, Any]:
    """Give the index: each section with its page's heading, its text and its names; paragraphs and chapters by number.

    Raises:
        PageError: a name leads to a page or section that is not there.

    """
    by_address = {page.url: page for page in pages}
    named = {_address(target): words for target, words in names.items()}
    sections = []
    for entry in entries:
        path, mark, anchor = entry["location"].partition("#")
        path = path.removesuffix("index.html")  # where pages are files: the edition for a folder
        path = f"{path.removesuffix('.html')}/" if path.endswith(".html") else path
        address = path + mark + anchor
        page = by_address.get(path)
        if page is None or (mark and path.startswith(LISTS)) or address.endswith("#sources"):
            continue
        text = page.summary if path.startswith(LISTS) else entry["text"]
        section = {"id": address, "page": page.heading, "text": text}
        if mark:
            section["heading"] = entry["title"]
        if address in named:
            section["names"] = named.pop(address)
        sections.append(section)
    if named:
        raise PageError(f"docs/search.toml: there is no page or section {', '.join(named)}")
    numbers = {
        number: {"id": f"{page.url}#{name}", "page": page.heading, "heading": f"Paragraph {number}"}
        for page in pages
        for name, number in page.paragraphs.items()
    }
    numbers |= {f"chapter {page.chapter}": {"id": page.url, "page": page.heading} for page in pages if page.chapter}
    return {"sections": sections, "numbers": numbers}


def _address(target: str) -> str:
    path, mark, anchor = target.partition("#")
    return f"{path.removesuffix('.md')}/".removesuffix("index/") + mark + anchor
