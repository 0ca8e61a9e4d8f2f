"""Prints a joined document with Chromium and completes the PDF: running lines, bookmarks, title, language, link texts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, String

from paper import running
from paper.documents import PART
from paper.join import join

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Page as Tab

    from paper.documents import Document
    from paper.join import Joined, Published

BEGINNING = 12  # letters by which a bookmark of Chromium's is known; where a heading wraps, it garbles the rest


@dataclass(frozen=True)
class Mark:
    """A heading where it was printed: sheet counted from 0, height above the sheet's foot in points."""

    level: int
    words: str
    place: str
    part: str
    sheet: int
    top: float


def make(tab: Tab, site: Path, document: Document, at: Published) -> int:
    """Make the PDF of a document in the site's folder pdf/; give how many sheets it has."""
    joined = join(site, document, at)
    pdf = _print(tab, site, joined.html)
    marks = _marks(pdf, document, joined)
    running.lay_over(pdf, _print(tab, site, running.lines(document, pdf, marks, at.edition(document))))
    _bookmark(pdf, marks)
    _describe(pdf, at.title(document), marks)
    (site / "pdf").mkdir(exist_ok=True)
    pdf.save(site / "pdf" / f"{document.name}.pdf", object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return len(pdf.pages)


def _print(tab: Tab, site: Path, html: str) -> Pdf:
    """Print HTML that loads its styles from the site's folder."""
    file = site / f"printing-{os.getpid()}.html"
    file.write_text(html, encoding="utf-8")
    try:
        tab.goto(file.as_uri())
        return Pdf.open(BytesIO(tab.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)))
    finally:
        file.unlink()


def _marks(pdf: Pdf, document: Document, joined: Joined) -> list[Mark]:
    """Find where each heading was printed: Chromium bookmarks every heading of the text, in their order."""
    sheets: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as outline:
        printed = list(_flat(outline.root))
    found = []
    part = document.parts[0].title
    for heading in joined.headings:
        item = printed[heading.number]
        if heading.level != PART and not _letters(item.title).startswith(_letters(heading.words)[:BEGINNING]):
            raise ValueError(f"{document.name}: the heading “{heading.words}” was printed as “{item.title}”")
        part = heading.words if heading.level == PART else part
        sheet, _, _, top, *_ = cast("Array", item.destination)
        found.append(Mark(heading.level, heading.words, heading.place, part, sheets[sheet.objgen], float(top)))
    return found


def _flat(items: Iterable[OutlineItem]) -> Iterable[OutlineItem]:
    for item in items:
        yield item
        yield from _flat(item.children)


def _letters(words: str) -> str:
    return "".join(words.split())


def _bookmark(pdf: Pdf, marks: list[Mark]) -> None:
    """Put bookmarks of parts, pages and sections in place of Chromium's, which know no parts and garble words."""
    with pdf.open_outline() as outline:
        outline.root.clear()
        above: dict[int, OutlineItem] = {}
        for mark in marks:
            item = OutlineItem(mark.words, mark.sheet, "XYZ", left=0, top=min(mark.top + 10, 842))
            nearest = max((level for level in above if level < mark.level), default=None)
            (outline.root if nearest is None else above[nearest].children).append(item)
            item.is_closed = mark.level != PART
            above = {level: kept for level, kept in above.items() if level < mark.level} | {mark.level: item}


def _describe(pdf: Pdf, title: str, marks: list[Mark]) -> None:
    """Write what a reader's program announces: title, language, the order of keys, a text for each link."""
    with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
        about["dc:title"] = title
        about["dc:language"] = ["en-GB"]
        about["pdf:Producer"] = "Chromium, pikepdf"
    pdf.docinfo[Name.Title] = title
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Em=Name.Span, Strong=Name.Span)
    words = {mark.place: mark.words for mark in marks}
    for page in pdf.pages:
        page.Tabs = Name.S
        for link in page.get("/Annots", ()):
            if "/Dest" in link:
                target = str(link.Dest).removeprefix("/")
                link.Contents = String(words.get(target, "In this document"))
            else:
                link.Contents = String(str(link.A.get("/URI", "")))
