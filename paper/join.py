"""Joins pages of the built site into one HTML document, ready to be printed.

Links between pages of the document become links inside it; all others become whole addresses.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import html as lxml_html
from lxml.html import builder

from calculators import __version__, sources
from calculators.engine.dates import words_for_date
from calculators.guides.catalogue import GUIDES
from paper.documents import PART, SECTION, TITLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from lxml.html import HtmlElement

    from hooks.pages.front_matter import Page
    from paper.documents import Document

STYLE = Path(__file__).with_name("paper.css")
UNWANTED = (
    ".//nav|.//form|.//button|.//script|.//*[@hidden]|.//*[@class='pdf-link']|.//*[@class='print-line']|.//*[@class='paper-line']|.//*[@class='on-page']"
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
class Published:
    """What a document says of where it comes from: the site's name and address, and the day on which it is made."""

    name: str
    address: str
    day: date

    def title(self, document: Document) -> str:
        """The title that a reader of the file sees."""
        return f"{document.title} – {self.name}" if document.title else self.name

    def edition(self, document: Document) -> str:
        """Say which edition it is, and where a newer one would be."""
        newer = (
            f"Check for a newer version at {escape(self.address + document.url)}"
            if self.address
            else "Look for a newer one"
        )
        return f"Edition {__version__}, made {words_for_date(self.day)}. {newer}"


@dataclass(frozen=True)
class Joined:
    """A document as HTML, and the headings for its bookmarks."""

    html: str
    headings: tuple[Heading, ...]


def join(site: Path, document: Document, at: Published) -> Joined:
    """Join the pages of a document, which stand in the folder of the built site."""
    articles = {page: _article(site, page, document, at.address) for page in document.pages}
    _mend(articles.values())
    headings = tuple(_headings(document, articles))
    listed = "".join(
        f'<li class="contents__{heading.level}"><a href="#{heading.place}">{escape(heading.words)}</a></li>'
        for heading in headings
        if heading.level in document.contents
    )
    contents = f'<div class="contents"><p>Contents</p><ul>{listed}</ul></div>' if listed else ""
    front = ""
    if len(articles) > 1:
        front = _cover(document, at) + contents
    elif contents:
        front = _head(document, at)
        articles[document.pages[0]].find_class("page-facts")[0].addnext(lxml_html.fragment_fromstring(contents))
    body = front + "".join(lxml_html.tostring(found, encoding="unicode") for found in articles.values())
    home = lxml_html.parse(site / "index.html")
    styles = "".join(
        f'<link rel="stylesheet" href="{escape(link.get("href"))}">' for link in home.xpath("//link[@rel='stylesheet']")
    )
    return Joined(
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(at.title(document))}</title>'
        f"{styles}<style>{STYLE.read_text(encoding='utf-8')}</style></head>"
        f'<body dir="ltr" data-md-color-scheme="default" class="md-typeset">{body}</body></html>',
        headings,
    )


def _place(page: Page, name: str) -> str:
    return f"{page.pdf}--{name}"


def _lead(element: HtmlElement, href: str, page: Page, inside: Mapping[str, Page], address: str) -> None:
    """Let a link lead to its place in the document, or to a whole address; without one it is words."""
    target, _, name = href.partition("#")
    other = inside.get(urljoin(f"/{page.url}", target).removeprefix("/"))
    element.set("href", urljoin(address + page.url, href))
    if other:
        element.set("data-place", _place(other, name or "page"))
    elif not urlsplit(element.get("href", "")).scheme:  # the site's address is not known
        element.attrib.pop("href")


def _article(site: Path, page: Page, document: Document, address: str) -> HtmlElement:
    """Give what a document has of a page, with names that are its own in the whole document."""
    article = lxml_html.parse(site / page.url / "index.html").getroot().get_element_by_id("content")
    for element in article.xpath(UNWANTED):
        element.drop_tree()
    document.select(page, article)
    inside = {other.url: other for other in document.pages}
    if not page.is_calculator:
        for calculator in article.iter("hsb-calculator"):
            calculator[:] = [_pointer(page, calculator.get("data-guide", ""))]
    for element in article.iter("*"):
        for name in NAMES:
            if value := element.get(name):
                element.set(name, " ".join(_place(page, word) for word in value.split()))
        if (href := element.get("href")) is not None:
            _lead(element, href, page, inside, address)
    for fold in article.iter("details"):
        fold.set("open", "")
    _write_out(article)
    article.set("id", _place(page, "page"))
    return article


def _write_out(article: HtmlElement) -> None:
    """Write as text what the print style would generate: Chromium leaves generated words out of what is read aloud."""
    for link in article.xpath(".//a[@data-paper]"):
        paper = link.attrib.pop("data-paper")
        if not link.xpath(
            "ancestor::*[self::table or self::svg or contains(@class, 'cards') or contains(@class, 'flow')]"
        ):
            link.tail = f" ({paper}){link.tail or ''}"
    for local in article.xpath(".//*[@data-area][@data-label]"):
        area = local.attrib.pop("data-label")
        if len(local.getparent()) > 1:
            local.insert(0, builder.STRONG(f"{area}: "))
            local[0].tail, local.text = local.text, None


def _pointer(page: Page, guide: str) -> HtmlElement:
    """Give what stands in a chapter in place of a calculator: its rules and its table are an appendix of their own."""
    title = GUIDES[guide].title
    link = builder.A(title, href=f"{'../' * page.url.count('/')}calculators/{guide}/")
    return builder.P(
        "Use the calculator ", link, f". Its rules and its table are the appendix “{title}: rules and table”."
    )


def _mend(articles: Collection[HtmlElement]) -> None:
    """Make links to places that the document has links inside it."""
    links = [link for article in articles for link in article.iter("a") if link.get("data-place")]
    places = {name for article in articles for name in article.xpath("descendant-or-self::*/@id")}
    for link in links:
        place = link.attrib.pop("data-place")
        if place in places:
            link.set("href", f"#{place}")


def _headings(document: Document, articles: dict[Page, HtmlElement]) -> Iterator[Heading]:
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


def _head(document: Document, at: Published) -> str:
    """Give the lines above a document of one page."""
    name = f"<strong>{escape(at.name)}</strong>: {escape(document.parts[0].title)}"
    return f'<div class="front"><p>{name}</p><p>{at.edition(document)}</p></div>'


def _cover(document: Document, at: Published) -> str:
    """Give the first sheet: the name, the edition, where a newer one would be, and what it rests on."""
    rests = "".join(
        f"<li>{escape(found.title)}. {escape(found.publisher)}, {escape(found.edition)}. {escape(found.status.capitalize())}; "
        f"checked {words_for_date(found.checked)}, to be checked again by {words_for_date(found.review_by)}.</li>"
        for found in sources.documents().values()
    )
    due = words_for_date(min(page.review_by for page in document.pages))
    return (
        f'<div class="cover"><p class="cover__name">{escape(at.name)}</p>'
        + (f'<p class="cover__part">{escape(document.title)}</p>' if document.title else "")
        + f'<p class="cover__summary">{escape(document.summary)}</p>'
        '<p class="cover__now"><strong>Child in immediate danger: ring 999.</strong> Worried today: tell your '
        "safeguarding lead or children’s social care.</p>"
        f"<p>{at.edition(document)}</p><p>The first of its pages has to be checked again by {due}.</p>"
        f'<p class="cover__heading">It rests on</p><ul>{rests}</ul>'
        "<p>It gives procedure and its ground; it does not decide for the professional. Local procedure comes first "
        "where it asks for more. Not a service of government, NICE or the NSPCC. Text under CC BY 4.0.</p></div>"
    )
