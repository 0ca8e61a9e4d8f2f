"""HTML of the audit's report, piece by piece. Everything put in is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Html(str):
    """What is HTML already."""

    __slots__ = ()


def text(words: str) -> str:
    """Give words as HTML; a new line stays one. What is HTML already stays."""
    return words if isinstance(words, Html) else escape(words).replace("\n", "<br>")


def heading(level: int, words: str, kind: str = "") -> str:
    """Give a heading of a level, with a class if one is named."""
    named = f' class="{kind}"' if kind else ""
    return f"<h{level}{named}>{text(words)}</h{level}>"


def paragraph(words: str, kind: str = "") -> str:
    """Give a paragraph, with a class if one is named."""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{text(words)}</p>"


def table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]], *, wide: bool = False) -> str:
    """Give a table: the first cell of each row is its heading; each other cell knows its column's heading.

    On a phone the cells of a wide one stand below each other.
    """
    kind = " audit__table--wide" if wide else ""
    head = "".join(f'<th scope="col">{text(one)}</th>' for one in headings)
    body = "".join(
        f'<tr><th scope="row">{text(row[0])}</th>'
        + "".join(
            f'<td data-label="{escape(label, quote=True)}">{text(cell)}</td>'
            for label, cell in zip(headings[1:], row[1:], strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<table class="audit__table{kind}"><caption>{text(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def many(number: int, what: str) -> str:
    """Give a number with what it counts: "no lines", "1 line", "2 lines"."""
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """Give words as a list in a sentence: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else list(words))
