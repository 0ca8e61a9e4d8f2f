"""The lists on the page "Print and train": what there is on paper, and its PDFs where they are built (`make pdf`)."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING

from hooks.pages.cards import cards

if TYPE_CHECKING:
    from collections.abc import Iterable

WITH_PDF = "WITH_PDF"  # the variable by which `make pdf` says that it will make them


def offered() -> bool:
    """Say whether the PDFs are made with this build; without them no page links to one."""
    return bool(os.environ.get(WITH_PDF))


def pdf(name: str, words: str = "PDF") -> str:
    """Give a link to a PDF from a page one folder down, with room for its number of sheets; nothing where none is made."""
    if not offered():
        return ""
    return f' <a href="../pdf/{name}.pdf">{escape(words)}<span data-sheets="{name}"></span></a>'


def chapters() -> str:
    """Give every chapter as a choice to print, part by part, each with its page and its PDF."""
    from paper.documents import parts  # noqa: PLC0415 - it reads the pages that this build is reading

    groups = []
    for part in parts():
        if not part.pages[0].is_bound:
            continue
        whole = pdf(part.pages[0].pdf, f"The whole part “{part.title}”: PDF")
        items = "".join(
            f'<li><label><input type="checkbox" value="../{page.url}" hidden> '
            f'<a href="../{page.url}">{escape(page.heading)}</a></label>{pdf(page.pdf)}</li>'
            for page in part.pages[1:]
        )
        groups.append(
            f'<details class="print-choice__part"{" open" * (part.pages[0].pdf == "procedure")}>'
            f"<summary>{escape(part.title)}</summary><ul>{items}</ul><p>{whole}</p></details>"
        )
    return (
        f'<form class="print-choice" autocomplete="off" aria-label="Choose chapters to print">{"".join(groups)}'
        '<p><button type="submit" hidden>Print the chosen chapters</button> <span role="status"></span></p></form>'
    )


def listed() -> str:
    """Give the PDFs that are no chapter as HTML lists; on a site that has none, how to print from the browser."""
    if not offered():
        return (
            "<p>This site has no PDFs. Each page prints from your browser, with page numbers and the edition on every "
            "sheet. You can also choose “Save as PDF” as the printer.</p>"
        )
    from paper.documents import documents  # noqa: PLC0415 - as above

    appendices = [(one.name, one.title) for one in documents() if one.name.startswith("calculators-")]
    return (
        _list("The whole manual", [("manual", "The whole manual")])
        + _list("Appendices: the rules and the table of each calculator", appendices)
        + _list("Cards", [(card.name, card.title) for card in cards()])
    )


def _list(title: str, files: Iterable[tuple[str, str]]) -> str:
    items = "".join(f"<li>{pdf(name, words)}</li>" for name, words in files)
    return f"<h3>{escape(title)}</h3><ul>{items}</ul>"
