"""Coverage: for each unit of the register, the pages that cite it and the rules that rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import sources
from calculators.guides.catalogue import GUIDES

if TYPE_CHECKING:
    from hooks.pages.front_matter import Page


def pages_of(pages: list[Page]) -> dict[str, list[Page]]:
    """Give the pages whose text cites each unit; units that no page cites have an empty list."""
    return {unit: [page for page in pages if unit in page.cites] for unit in sources.units()}


def rules_of() -> dict[str, list[str]]:
    """Give the rules that rest on each unit, as "consent: under-13"."""
    rules: dict[str, list[str]] = {unit: [] for unit in sources.units()}
    for guide in GUIDES.values():
        for rule in guide.rules:
            for unit in rule.cites:
                rules[unit].append(f"{guide.key}: {rule.key}")
    return rules


def table(pages: list[Page]) -> str:
    """Give coverage as Markdown: a count, then a table for each document."""
    on_pages, in_rules = pages_of(pages), rules_of()
    covered = sum(bool(found) for found in on_pages.values())
    parts = [f"**{covered} of {len(on_pages)} units are cited on at least one page.**\n"]
    for document in sources.documents().values():
        parts.append(f"## {document.short}\n\n| Unit | Pages | Rules |\n|---|---|---|")
        for unit in sources.units().values():
            if unit.document is document:
                links = ", ".join(f"[{page.heading}](/{page.path})" for page in on_pages[unit.id])
                rules = ", ".join(dict.fromkeys(f"`{rule}`" for rule in in_rules[unit.id]))
                parts.append(f"| **{unit.mark}** {unit.title} | {links or 'none yet'} | {rules or '–'} |")
        parts.append("")
    return "\n".join(parts)
