"""The marks of units: links to the list of sources at the foot of the same page, and plain marks for text."""

from __future__ import annotations

from calculators import sources
from calculators.output.markup import NOTHING, Html, joined, tag


def citations(cites: tuple[str, ...]) -> Html:
    """Give the linked marks of units; each works with no script, on paper and in every result."""
    if not cites:
        return NOTHING
    return tag("span", joined((_link(key) for key in cites), " "), cls="citations")


def _link(key: str) -> Html:
    unit = sources.unit(key)
    return tag("a", unit.mark, cls="citation", href=f"#{unit.anchor}", title=f"{unit.title}, {unit.document.short}")


def marks(cites: tuple[str, ...]) -> str:
    """Give the short marks of units: "LLR 6; NG55 1.2.1"."""
    return "; ".join(sources.unit(unit).mark for unit in cites)
