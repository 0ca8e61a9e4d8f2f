"""What an area adds, as HTML. A page holds places for it; the build fills them with the areas that are offered."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from calculators import sources

if TYPE_CHECKING:
    from calculators.areas.model import Area, Contact
    from calculators.engine.guide import Rule


def place(key: str) -> str:
    """Give the place that the build fills with what each offered area says to a key."""
    return f'<hsb-local data-local="{escape(key, quote=True)}"></hsb-local>'


def place_of_step(guide: str, rule: Rule) -> str:
    """Give the place below a step for its contact and for what the area asks for besides."""
    return place(f"step {guide} {rule.key} {rule.contact}".rstrip())


def step(area: Area, guide: str, rule: str, contact: str) -> str:
    """Give the contact that a step needs, and what the area asks for besides."""
    reach = f'<span class="result__contact">{contact_html(area.contact(contact))}</span>' if contact else ""
    lines = "".join(
        f'<span class="result__local"><strong>{escape(area.name)}:</strong> {escape(line.text)} {marks(line.cites)}</span>'
        for line in area.beside(guide, rule)
    )
    return reach + lines


def contact_html(contact: Contact) -> str:
    """Say how to reach a service; a number can be tapped."""
    parts = [f"<strong>{escape(contact.name)}:</strong>"]
    if contact.telephone:
        number = contact.telephone.replace(" ", "")
        option = f" ({escape(contact.option)})" if contact.option else ""
        hours = f", {escape(contact.hours)}; at other times {escape(contact.other_times)}" if contact.hours else ""
        parts.append(f'<a href="tel:{number}">{escape(contact.telephone)}</a>{option}{hours}')
    else:
        parts.append(escape(contact.ask_words))
    if contact.email:
        parts.append(f'<a href="mailto:{escape(contact.email, quote=True)}">{escape(contact.email)}</a>')
    if contact.link:
        parts.append(
            f'<a href="{escape(contact.link, quote=True)}">{escape(contact.link.removeprefix("https://").removeprefix("www."))}</a>'
        )
    return " ".join(parts)


def ring_html(contact: Contact) -> str:
    """Say in a few words whom to ring: the number, or where to find it."""
    if contact.telephone:
        return contact_html(contact)
    return f'children’s social care: <a href="{escape(contact.link, quote=True)}">find the council</a>'


def marks(cites: tuple[str, ...]) -> str:
    """Give the short marks of units, without links: the page may not list these units."""
    if not cites:
        return ""
    names = "; ".join(escape(sources.unit(unit).mark) for unit in cites)
    return f'<span class="citations">{names}</span>'
