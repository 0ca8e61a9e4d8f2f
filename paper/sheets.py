"""How many sheets each PDF has, written beside the links that lead to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hooks.site import offline_copies

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLACE = re.compile(r'<span data-sheets="([^"]+)">[^<]*</span>')


def words(count: int) -> str:
    """Give a number of sheets in words."""
    return f"{count} sheet{'' if count == 1 else 's'}"


def write(site: Path, counted: Mapping[str, int]) -> None:
    """Write the number of sheets of each PDF into the pages of a built site, and list its files anew."""

    def said(place: re.Match[str]) -> str:
        name = place[1]
        return f'<span data-sheets="{name}">, {words(counted[name])}</span>' if name in counted else place[0]

    for page in site.rglob("*.html"):
        before = page.read_text(encoding="utf-8")
        after = PLACE.sub(said, before)
        if after != before:
            page.write_text(after, encoding="utf-8")
    if (site / offline_copies.WORKER).is_file():
        offline_copies.write(site)
