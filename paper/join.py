"""Joins pages of the built site into one HTML document, ready to be printed.

Links between pages of the document become links inside it; all others become whole addresses.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from lxml import html as lxml_html

from calculators import __version__, sources
from calculators.dates import words_for_date
from paper.documents import PART, SECTION, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.pages import Page
    from paper.documents import Document

STYLE = Path(__file__).with_name("paper.css")
UNWANTED = (
    ".//nav|.//form|.//button|.//script|.//*[@hidden]|.//*[@class='pdf-link']|.//*[@class='paper-line']"
    "|.//*[contains(@class, 'headerlink')]|.//*[@role='status']"
)
NAMES = ("id", "for", "aria-labelledby", "aria-describedby")  # attributes that hold names of places in the page


@dataclass(frozen=True)
class Heading:
    """A line of contents and bookmarks.

    Args:
        level: PART, TITLE or SECTION.
        words: as the reader sees them.
        place: the name of its place in the document.
        number: how many headings of any kind stand before it; a part has that of its first page.

    """

    level: int
    words: str
    place: str
    number: int


@dataclass(frozen=True)
class Joined:
    """A document as HTML, and the headings for its bookmarks."""

    html: str
    headings: tuple[Heading, ...]


def join(site: Path, document: Document, address: str, day: date) -> Joined:
    """Join the pages of a document.

    Args:
        site: the folder of the built site.
        document: which pages.
        address: of the published site, for links that leave the document and for looking up a newer version.
        day: on which the PDF is made.

    """
    inside = {page.url: page for page in document.pages}
    articles = {page: _article(site, page, inside, address) for page in document.pages}
    headings = tuple(_headings(document, articles))
    contents = tuple(heading for heading in headings if heading.level in document.contents)
    listed = "".join(
        f'<li class="contents__{heading.level}"><a href="#{heading.place}">{escape(heading.words)}</a></li>'
        for heading in contents
    )
    listed = f'<div class="contents"><p>Contents</p><ul>{listed}</ul></div>'
    front = _front(document, address, day)
    if len(document.pages) == 1:
        found = articles[document.pages[0]]
        found.find_class("page-facts")[0].addnext(lxml_html.fragment_fromstring(listed))
    else:
        front += listed
    body = front + "".join(lxml_html.tostring(found, encoding="unicode") for found in articles.values())
    home = lxml_html.parse(site / "index.html")
    styles = "".join(
        f'<link rel="stylesheet" href="{escape(link.get("href"))}">' for link in home.xpath("//link[@rel='stylesheet']")
    )
    return Joined(
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(document.whole_title)}</title>'
        f"{styles}<style>{STYLE.read_text(encoding='utf-8')}</style></head>"
        f'<body dir="ltr" data-md-color-scheme="default" class="md-typeset">{body}</body></html>',
        headings,
    )


def _place(page: Page, name: str) -> str:
    return f"{page.pdf}--{name}"


def _article(site: Path, page: Page, inside: dict[str, Page], address: str) -> lxml_html.HtmlElement:
    """Give the text of one page, with names that are its own in the whole document."""
    article = lxml_html.parse(site / page.url / "index.html").getroot().get_element_by_id("content")
    for element in article.xpath(UNWANTED):
        element.drop_tree()
    for element in article.iter("*"):
        for name in NAMES:
            if value := element.get(name):
                element.set(name, " ".join(_place(page, word) for word in value.split()))
        if (href := element.get("href")) is not None:
            element.set("href", _link(page, href, inside, address))
    for fold in article.iter("details"):
        fold.set("open", "")
    article.set("id", _place(page, "page"))
    return article


def _link(page: Page, href: str, inside: dict[str, Page], address: str) -> str:
    target, name = urldefrag(urljoin(f"/{page.url}", href))
    other = inside.get(target.removeprefix("/"))
    if other:
        return f"#{_place(other, name or 'page')}"
    return urljoin(address, urljoin(page.url, href))


def _headings(document: Document, articles: dict[Page, lxml_html.HtmlElement]) -> Iterator[Heading]:
    number = 0
    for part in document.parts:
        if len(document.parts) > 1:
            yield Heading(PART, part.title, _place(part.pages[0], "page"), number)
        for page in part.pages:
            for found in articles[page].iter("h1", "h2", "h3", "h4", "h5", "h6"):
                first_of_part = len(document.parts) > 1 and page is part.pages[0]
                if found.tag == "h1" and not first_of_part:
                    yield Heading(TITLE, page.heading, _place(page, "page"), number)
                if found.tag == "h2":
                    yield Heading(SECTION, " ".join(found.text_content().split()), found.get("id", ""), number)
                number += 1


def _front(document: Document, address: str, day: date) -> str:
    """Give what stands first: the name, the edition, where a newer one would be, and what it rests on."""
    edition = (
        f"<p>Edition {__version__}. Made {words_for_date(day)}. Before you use an old copy, check for a newer version "
        f'at <a href="{escape(address + document.url)}">{escape(address + document.url)}</a>.</p>'
    )
    name = f"{escape(document.site_name)}"
    if len(document.pages) == 1:
        return f'<div class="front"><p><strong>{name}</strong>: {escape(document.parts[0].title)}</p>{edition}</div>'
    rests = "".join(
        f"<li>{escape(found.title)}. {escape(found.publisher)}, {escape(found.edition)}. {escape(found.status.capitalize())}; "
        f"checked {words_for_date(found.checked)}, to be checked again by {words_for_date(found.review_by)}.</li>"
        for found in sources.documents().values()
    )
    subtitle = f'<p class="cover__part">{escape(document.title)}</p>' if document.title != document.site_name else ""
    due = min(page.review_by for page in document.pages)
    return (
        f'<div class="cover"><p class="cover__name">{name}</p>{subtitle}<p class="cover__summary">{escape(document.summary)}</p>'
        '<p class="cover__now"><strong>Child in immediate danger: ring 999.</strong> Worried today: tell your '
        "safeguarding lead or children’s social care.</p>"
        f"{edition}<p>The first of its pages is due for review by {words_for_date(due)}.</p>"
        f'<p class="cover__heading">It rests on</p><ul>{rests}</ul>'
        "<p>It gives procedure and its ground; it does not decide for the professional. Local procedure comes first "
        "where it asks for more. Not a service of government, NICE or the NSPCC. Text under CC BY 4.0.</p></div>"
    )
