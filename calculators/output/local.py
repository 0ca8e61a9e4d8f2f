"""What an area adds, as HTML. A page holds places for it; the build fills them with the areas that are offered."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from calculators import sources
from calculators.areas import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calculators.areas.model import Area, Contact, Line

WEB = "https://"
COUNCIL = "https://www.gov.uk/report-child-abuse-to-local-council"  # finds the council of a postcode


def place(key: str) -> str:
    """Give the place that the build fills with what each offered area says to a key."""
    return f'<hsb-local data-local="{escape(key, quote=True)}"></hsb-local>'


def arrangements(area: Area, action: str, contact: str) -> str:
    """Give the panels, services and practitioners of an area, where an action needs one of them."""
    return "".join(
        f'<span class="result__local"><strong>{escape(area.name)}:</strong> {html(said)}</span>'
        for said in words.arrangements_for(area, action, contact)
    )


def added(area: Area, line: Line, cited: str) -> str:
    """Give a line that an area adds beside a step; `cited` is the HTML of its marks."""
    text = linked(line.text, line.address)
    return f'<span class="result__local"><strong>Added by {escape(area.name)}</strong> ({words.ADDED}): {text} {cited}</span>'


def invited(area: Area, line: Line) -> str:
    """Give somebody whom an area invites to a meeting besides."""
    return f'<span class="result__local"><strong>Also invited in {escape(area.name)}:</strong> {escape(line.text)} {marks(line.cites)}</span>'


def contact_html(contact: Contact) -> str:
    """Say every way to reach a service; a number can be tapped. A way that ends on a day says so for the page's script."""
    ways = []
    for way in contact.ways:
        name, colon, *rest = words.of_contact(way, alone=not contact.also)
        said = f"<strong>{escape(name.text + colon.text.strip())}</strong> {html(rest)}"
        ways.append(f'<span data-until="{way.until}">{said}</span>' if way.until else said)
    return ways[0] if len(ways) == 1 else "".join(f'<span class="contact__way">{way}</span>' for way in ways)


def ring_html(contact: Contact) -> str:
    """Say in a few words whom to ring: the number, or where to find it."""
    if contact.link == COUNCIL and not contact.telephone:
        return f'children’s social care: <a href="{escape(contact.link, quote=True)}">find the council</a>'
    return contact_html(contact)


def html(parts: Sequence[words.Part]) -> str:
    """Give parts of words with their links."""
    return "".join(linked(part.text, part.address) for part in parts)


def linked(text: str, address: str) -> str:
    """Give words, as a link where there is an address; on paper the address of a page stands behind the words."""
    if not address:
        return escape(text)
    on_paper = address.removeprefix(WEB)
    paper = (
        f' data-paper="{escape(on_paper, quote=True)}"'
        if address.startswith(WEB) and not address.endswith(text)
        else ""
    )
    return f'<a href="{escape(address, quote=True)}"{paper}>{escape(text)}</a>'


def marks(cites: tuple[str, ...]) -> str:
    """Give the short marks of units, without links: the page may not list these units."""
    if not cites:
        return ""
    names = "; ".join(escape(sources.unit(unit).mark) for unit in cites)
    return f'<span class="citations">{names}</span>'
