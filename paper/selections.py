"""What of a page goes into a document: everything, one card, the gist of it, some of the fictional cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.html import builder

if TYPE_CHECKING:
    from collections.abc import Container

    from lxml.html import HtmlElement

    from hooks.pages.front_matter import Page

KEPT = ("page-summary", "page-facts", "success", "failure")  # classes of what a handout keeps beside the first section


def everything(_page: Page, _article: HtmlElement) -> None:
    """Leave a page as it is."""


def only(name: str, _page: Page, article: HtmlElement) -> None:
    """Keep the one element of that name."""
    kept = article.get_element_by_id(name)
    for element in list(article):
        if element is not kept:
            element.drop_tree()


def pack(names: Container[str], page: Page, article: HtmlElement) -> None:
    """Keep the gist of a page; of the scenarios, these cases, each with room for notes in place of its answer."""
    if not article.find_class("case"):
        handout(page, article)
        return
    cases(names, page, article)
    for fold in article.xpath(".//details"):
        fold.getparent().replace(fold, builder.DIV({"class": "notes"}))


def handout(_page: Page, article: HtmlElement) -> None:
    """Keep the title, the summary, the first section, and what to do and not to do."""
    sections = 0
    for element in list(article):
        sections += element.tag == "h2"
        wanted = element.tag == "h1" or sections == 1 or set(KEPT) & set(element.classes)
        if not wanted:
            element.drop_tree()


def cases(names: Container[str], _page: Page, article: HtmlElement) -> None:
    """Keep these cases, each heading that still has one, and what stands before them all."""
    for case in article.find_class("case"):
        if case.get("id") not in names:
            case.drop_tree()
    for heading in article.xpath("./h2"):
        following = heading.getnext()
        if following is None or following.tag == "h2":
            heading.drop_tree()
