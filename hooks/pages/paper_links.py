"""What a link says on paper: the chapter, the page's title or the address that it leads to, where its own words do not.

The print style puts it in brackets after the link.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from hooks.pages.front_matter import read_all

if TYPE_CHECKING:
    from hooks.pages.front_matter import Page

LINK = re.compile(r'<a href="(?P<href>[^"#][^"]*)">(?P<words>.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def say(html: str, url: str) -> str:
    """Give the text of the page at that address below the site's, each link with what paper needs to say of it."""

    def said(link: re.Match[str]) -> str:
        words = unescape(TAG.sub("", link["words"]))
        paper = _reference(link["href"], url, words)
        return f'<a href="{link["href"]}" data-paper="{escape(paper)}">{link["words"]}</a>' if paper else link[0]

    return LINK.sub(said, html)


def _reference(href: str, url: str, words: str) -> str:
    if href.startswith("http"):
        return "" if words in href else href
    target, _, place = href.partition("#")
    page = _pages().get(urljoin(f"/{url}", target))
    if page is None or words.startswith("paragraph ") or place.startswith("source-"):
        return ""
    reference = f"chapter {page.chapter}" if page.chapter else page.title
    named = any(name.casefold() in words.casefold() for name in (reference, page.heading))
    return "" if named else reference


@cache
def _pages() -> dict[str, Page]:
    return {f"/{page.url}": page for page in read_all()}
