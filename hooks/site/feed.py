"""The Atom feed of amendments, for people who want to be told when guidance changes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from hooks.pages.front_matter import Page

ATOM = "http://www.w3.org/2005/Atom"
UNKNOWN = "urn:harmful-sexual-behaviour-guidance:"  # names entries where no address is known


def atom(pages: list[Page], title: str, address: str) -> str:
    """Give the feed: an entry for each amendment of each page, newest first.

    Args:
        pages: the pages of the site.
        title: the name of the site.
        address: where the site stands, with a slash at its end; empty if that is not known: links are then relative.

    """
    name_of_site = address or UNKNOWN
    entries = [(amendment, page, _id(page, place)) for page in pages for place, amendment in enumerate(page.amendments)]
    entries.sort(key=lambda entry: (entry[0].date, entry[1].path.as_posix()), reverse=True)
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed")
    _add(feed, "title", f"{title}: what changed")
    _add(feed, "id", name_of_site)
    _add(feed, "updated", f"{entries[0][0].date}T00:00:00Z")
    _add(feed, "link", href=address or "./")
    _add(feed, "link", href=f"{address}feed.xml", rel="self")
    for amendment, page, name in entries:
        entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "title", f"{page.heading}: {amendment.what}")
        _add(entry, "id", name_of_site + name)
        _add(entry, "updated", f"{amendment.date}T00:00:00Z")
        _add(entry, "link", href=f"{address}{page.url}")
        _add(entry, "category", term=amendment.kind)
        _add(_add(entry, "author"), "name", page.owner)
        _add(entry, "summary", f"{amendment.what} What to do: {amendment.action}")
    return ET.tostring(feed, encoding="unicode", xml_declaration=True)


def _id(page: Page, place: int) -> str:
    """Name an amendment by its page and day; further ones of the same day are counted."""
    days = [amendment.date for amendment in page.amendments]
    before = days[:place].count(days[place])
    return f"{page.url}#{days[place]}{f'-{before + 1}' if before else ''}"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element
