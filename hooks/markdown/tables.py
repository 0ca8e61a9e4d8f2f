"""Tables on a phone: each cell carries the heading of its column, so that a row can be shown as a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from markdown import Markdown


class TablesExtension(Extension):
    """Labels the cells of tables."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown, after its inline marks are read."""
        md.treeprocessors.register(Labels(md), "table_labels", 5)


class Labels(Treeprocessor):
    """Gives each cell the heading of its column."""

    def run(self, root: ET.Element) -> None:
        """Label every table of the page."""
        for table in root.iter("table"):
            headings = ["".join(cell.itertext()).strip() for cell in table.iter("th")]
            for row in table.iter("tr"):
                for heading, cell in zip(headings, row.findall("td"), strict=False):
                    cell.set("data-label", heading)


def makeExtension(**options: Any) -> TablesExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return TablesExtension(**options)
