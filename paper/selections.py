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


FOR_THE_GROUP = frozenset({"handout", "cases", "evaluation-slip"})  # the sections of a session that a group gets


def group(_page: Page, article: HtmlElement) -> None:
    """Keep of a session what the group gets: handout, cases with room to write in place of the answers, slip."""
    kept = True
    for element in list(article):
        kept = element.get("id") in FOR_THE_GROUP if element.tag == "h2" else kept
        if not kept:
            element.drop_tree()
    for said in article.xpath(".//*[contains(@class, 'unfold__answer')]"):
        said.drop_tree()
    for choice in article.xpath(".//*[contains(@class, 'unfold__choice')]"):
        for said in choice.xpath("./*[not(self::summary)]"):
            said.drop_tree()
    for facts in article.find_class("page-facts"):
        facts.drop_tree()
    article.classes.add("group")
