"""What changed, as Markdown, from the amendments in the front matter of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.engine.dates import words_for_date
from hooks.pages.front_matter import Page, read_all

if TYPE_CHECKING:
    from datetime import date

FEW = 3  # more pages than this are counted, or listed part by part


def listed(limit: int | None) -> str:
    """Give the latest amendments of all pages, newest first: so many of them, or all where there is no limit.

    What was changed alike on many pages on one day is one entry.
    """
    together: dict[tuple[date, str, str], list[Page]] = {}
    for written in read_all():
        for amendment in written.amendments:
            together.setdefault((amendment.date, amendment.what, amendment.action), []).append(written)
    newest = sorted(together.items(), key=lambda entry: entry[0][0], reverse=True)
    lines = []
    for (day, what, action), changed in newest[:limit]:
        if len(changed) <= FEW:
            pages = f"{_links(changed)}."
        elif limit:
            pages = f"{len(changed)} pages."
        else:
            pages = f"{len(changed)} pages:\n\n{_by_part(changed)}"
        lines.append(f"- **{words_for_date(day)}**: {what} {action} On: {pages}\n")
    return "\n".join(lines)


def _links(changed: list[Page]) -> str:
    return ", ".join(f"[{written.heading}](/{written.path})" for written in changed)


def _by_part(changed: list[Page]) -> str:
    """Give many pages as a list within a list: a line for each part of the site."""
    parts: dict[str, list[Page]] = {}
    for written in changed:
        parts.setdefault(written.path.parts[0] if len(written.path.parts) > 1 else "", []).append(written)
    names = {written.path.parts[0]: written.heading for written in read_all() if written.path.name == "index.md"}
    lines = (f"    - {f'**{names[part]}**: ' if part else ''}{_links(pages)}" for part, pages in parts.items())
    return "\n".join(lines)
