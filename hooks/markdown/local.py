"""The Markdown extension that puts a place for a local value where a page writes `{{local contact.front-door}}`.

What stands in a place is filled in when the page is written, by hooks/site/areas.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from calculators.output import local as local_page

if TYPE_CHECKING:
    import re

    from markdown import Markdown


class LocalExtension(Extension):
    """Puts a place for a local value where the text asks for one."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown."""
        md.block_level_elements.append("hsb-local")
        md.inlinePatterns.register(Place(r"\{\{local ([a-z.-]+)\}\}", md), "local", 179)


class Place(InlineProcessor):
    """One place; what stands in it is put there when the page is written."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802, ARG002
        """Give the empty place."""
        return self.md.htmlStash.store(local_page.place(m[1])), m.start(0), m.end(0)


def makeExtension(**options: Any) -> LocalExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return LocalExtension(**options)
