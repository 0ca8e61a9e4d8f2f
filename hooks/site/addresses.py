"""Where a site stands: the address that pages, feed and map of the site give, and that of an edition in a folder below it.

A site that was built without SITE_URL knows no address: it gives none, and has no map. Only the page for a missing file
needs to know a place on the host, because a host shows it at any address; without SITE_URL that is the host's root.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from calculators.areas.model import Area

MISSING, FEED, MAP, PACKED_MAP = "404.html", "feed.xml", "sitemap.xml", "sitemap.xml.gz"
TITLE = "Harmful sexual behaviour guidance: local editions"
STYLE = (
    "body{font:1.125rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}"
    "a{color:#0b4a8f}li{margin:.5rem 0}@media(prefers-color-scheme:dark){body{color:#eee;background:#111}a{color:#9cf}}"
)


class AddressError(ValueError):
    """An address cannot be that of a site; the words say what to write."""


def read(given: str) -> str:
    """Give the address of a site with a slash at its end; empty where none is given.

    Raises:
        AddressError: it is not one; the words say what to write.

    """
    if not given:
        return ""
    parts = urlsplit(given)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment or " " in given:
        raise AddressError(
            f"SITE_URL: “{given}” cannot be used; write the whole address, such as https://example.org/hsb/"
        )
    return f"{given.rstrip('/')}/"


@dataclass(frozen=True)
class Moved:
    """A site that was built for an address and stands in a folder below it.

    Args:
        address: the address for which it was built; empty if none was given.
        folder: the folder, without slashes; empty: it stands where it was built for.

    """

    address: str
    folder: str

    @property
    def own(self) -> str:
        """The address of the place where the site stands; empty if that is not known."""
        return f"{self.address}{self.folder}/" if self.address and self.folder else self.address

    def in_file(self, name: str, text: str) -> str:
        """Give a page, the feed or the map of the site with the addresses of the place where it stands."""
        if not self.folder:
            return text
        to = f"{self.address}{self.folder}/"
        if name == MISSING:
            root = urlsplit(self.address).path or "/"
            return re.sub(rf'((?:href|src|data-\w+)="){re.escape(root)}(?!/)', rf"\g<1>{root}{self.folder}/", text)
        if not self.address:
            return text
        if name in {FEED, MAP}:
            return text.replace(self.address, to)
        for before in ('<link rel="canonical" href="', "Check for a newer version at "):
            text = text.replace(f"{before}{self.address}", f"{before}{to}")
        return text


SAME = Moved("", "")


def packed(text: str) -> bytes:
    """Pack the map of a site, the same for the same map."""
    return gzip.compress(text.encode("utf-8"), mtime=0)


def index(out: Path, areas: Sequence[Area], address: str) -> None:
    """Write the page that lists the editions, and the page for a file that is missing outside of them."""
    root = urlsplit(address).path or "/"
    (out / "index.html").write_text(_page(TITLE, "", areas, ""), encoding="utf-8")
    said = "<p>This page is not here. It may have moved.</p>"
    (out / MISSING).write_text(_page("Page not found", said, areas, root), encoding="utf-8")


def _page(title: str, said: str, areas: Sequence[Area], root: str) -> str:
    items = "".join(f'<li><a href="{escape(root)}{area.key}/">{escape(area.name)}</a></li>' for area in areas)
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>{said}"
        f'<p><strong>Child in danger: ring <a href="tel:999">999</a>.</strong></p><ul>{items}</ul></main></body></html>\n'
    )
