"""The marks of units: links to the list of sources at the foot of the same page, and plain marks for text."""

from __future__ import annotations

from calculators import sources
from calculators.output.markup import NOTHING, Html, joined, tag


def citations(cites: tuple[str, ...]) -> Html:
    """Give the linked marks of units; each works with no script, on paper and in every result."""
    if not cites:
        return NOTHING
    links = (_link(key, mark) for key, mark in zip(cites, in_a_row(cites), strict=True))
    return tag("span", joined(links, " "), cls="citations")


def in_a_row(cites: tuple[str, ...]) -> list[str]:
    """Give the marks of units that stand together: a document is named once, "NG55 1.2.1", "1.2.2", "LLR 8"."""
    units = [sources.unit(key) for key in cites]
    before = [None, *(unit.document for unit in units)]
    return [
        unit.mark.split(" ", 1)[1] if unit.document is last else unit.mark
        for unit, last in zip(units, before, strict=False)
    ]


def _link(key: str, mark: str) -> Html:
    unit = sources.unit(key)
    return tag("a", mark, cls="citation", href=f"#{unit.anchor}", title=f"{unit.title}, {unit.document.short}")


def marks(cites: tuple[str, ...]) -> str:
    """Give the short marks of units: "LLR 6; NG55 1.2.1"."""
    return "; ".join(sources.unit(unit).mark for unit in cites)
