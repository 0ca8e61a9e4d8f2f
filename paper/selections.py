"""What of a page goes into a document: everything, or one part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from hooks.pages.front_matter import Page


def everything(_page: Page, _article: HtmlElement) -> None:
    """Leave a page as it is."""


def only(name: str, _page: Page, article: HtmlElement) -> None:
    """Keep the one element of that name."""
    kept = article.get_element_by_id(name)
    for element in list(article):
        if element is not kept:
            element.drop_tree()
