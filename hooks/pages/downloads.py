"""The list of PDFs on the page "Print and train", where they are built with the site (`make pdf`)."""

from __future__ import annotations

import os
from html import escape

from hooks.pages.cards import cards

WITH_PDF = "WITH_PDF"  # the variable by which `make pdf` says that it will make them


def offered() -> bool:
    """Say whether the PDFs are made with this build; without them no page links to one."""
    return bool(os.environ.get(WITH_PDF))


def listed() -> str:
    """Give the PDFs as HTML lists, or one sentence that says how they are made."""
    if not offered():
        return (
            "<p>This copy of the site was built without its PDFs; <code>make pdf</code> builds it with them. "
            "Any page prints from the browser.</p>"
        )
    from paper.documents import manual, packs, parts  # noqa: PLC0415 - it reads the pages that this build is reading

    found = parts()
    return "".join(
        (
            _list("The whole manual", [(manual(found).name, "The whole manual")]),
            _list("A part", [(part.pages[0].pdf, part.title) for part in found]),
            _list("A chapter", [(page.pdf, page.heading) for part in found for page in part.pages if page.chapter]),
            _list("A card", [(card.name, card.title) for card in cards()]),
            _list("A training pack", [(pack.name, pack.title) for part in found for pack in packs(part)]),
        )
    )


def _list(title: str, files: list[tuple[str, str]]) -> str:
    items = "".join(f'<li><a href="../pdf/{name}.pdf">{escape(words)}</a></li>' for name, words in files)
    return f"<h3>{title}</h3><ul>{items}</ul>"
