"""The running lines of a PDF: part, page title and section above; edition and sheet below; sheets in the contents.

Chromium cannot set them itself: it knows no running section and no sheet of a link's target. They are printed as a
second document of as many sheets and laid over the first, marked as what they are: not part of the text.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pikepdf import Name, Pdf

from paper.documents import SECTION

if TYPE_CHECKING:
    from paper.documents import Document
    from paper.finish import Mark

AT_THE_TOP = 700  # points above the foot of an A4 sheet: a heading above this begins the sheet
STYLE = (
    "@page{size:A4;margin:0}*{margin:0}body{font:8pt sans-serif;color:#333}"
    "section{position:relative;width:210mm;height:296.9mm;break-after:page;overflow:hidden}"
    "p{position:absolute;left:18mm;width:174mm;display:flex;justify-content:space-between;gap:6mm;white-space:nowrap;align-items:end}.foot span:first-child{white-space:normal}"
    "p.head span:last-child{overflow:hidden;text-overflow:ellipsis}"
    ".head{top:12mm}.foot{bottom:11mm}.number{justify-content:end;font-size:9pt;color:#000}"
)


def lines(document: Document, pdf: Pdf, marks: list[Mark], foot: str) -> str:
    """Give the running lines as HTML, a section for each sheet of a printed document.

    Args:
        document: what was printed.
        pdf: as it was printed.
        marks: where its headings stand.
        foot: the words at the foot of each sheet, as HTML.

    """
    numbers = _contents_numbers(pdf, [mark for mark in marks if mark.level in document.contents])
    sheets = []
    for sheet in range(len(pdf.pages)):
        before = [mark for mark in marks if (mark.sheet, -mark.top) <= (sheet, -AT_THE_TOP)]
        title = next((mark for mark in reversed(before) if mark.level != SECTION), None)
        section = before[-1] if before else None
        head = ""
        if title:
            words = [title.words, section.words] if section and section.level == SECTION else [title.words]
            head = f'<p class="head"><span>{escape(title.part)}</span><span>{escape(" – ".join(words))}</span></p>'
        counted = f"Page {sheet + 1} of {len(pdf.pages)}"
        sheets.append(
            f'<section>{head}{"".join(numbers.get(sheet, ()))}<p class="foot"><span>{foot}</span>'
            f"<span>{counted}</span></p></section>"
        )
    return (
        f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{escape(document.title)}</title>'
        f"<style>{STYLE}</style>{''.join(sheets)}</html>"
    )


def _contents_numbers(pdf: Pdf, marks: list[Mark]) -> dict[int, list[str]]:
    """Give the sheet number beside each line of the contents: the first links of the document to these places."""
    wanted = {mark.place: mark.sheet + 1 for mark in marks}
    numbers: dict[int, list[str]] = {}
    for sheet, page in enumerate(pdf.pages):
        for link in page.get("/Annots", ()):
            number = wanted.pop(str(link.get("/Dest", "")).removeprefix("/"), None)
            if number:
                foot = float(link.Rect[1])
                line = f'<p class="number" style="bottom:{foot:.1f}pt"><span>{number}</span></p>'
                numbers.setdefault(sheet, []).append(line)
    return numbers


def lay_over(pdf: Pdf, running: Pdf) -> None:
    """Lay the sheets of the running lines over those of the document, marked as no part of its text."""
    for page, over in zip(pdf.pages, running.pages, strict=True):
        name = page.add_resource(pdf.copy_foreign(over.as_form_xobject()), Name.XObject)
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"\nQ\n/Artifact <</Type /Pagination>> BDC\nq {name} Do Q\nEMC\n".encode())
