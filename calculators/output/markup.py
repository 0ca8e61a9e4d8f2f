"""HTML that cannot forget to escape: what is put in is escaped unless it is HTML made here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Html(str):
    """HTML: the only text that goes into other HTML as it is."""

    __slots__ = ()


NOTHING = Html()
VOID = frozenset({"input", "br", "hr", "img"})


def tag(name: str, /, *children: str | None, **attributes: str | bool | None) -> Html:
    """Give an element.

    Args:
        name: its name.
        children: what stands in it; plain text is escaped, `Html` is not, None is left out.
        attributes: by name; `cls` is the class, `_` in a name is `-`. True gives the name alone; False and None nothing.

    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{name}{said}>")
    return Html(f"<{name}{said}>{joined(children)}</{name}>")


def joined(children: Iterable[str | None], between: str = "") -> Html:
    """Put pieces one after the other; plain text is escaped."""
    return Html(safe(between).join(safe(child) for child in children if child is not None))


def safe(text: str) -> Html:
    """Give text as HTML; what is HTML already stays as it is."""
    return text if isinstance(text, Html) else Html(escape(text, quote=True))


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = "class" if key == "cls" else key.strip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'
