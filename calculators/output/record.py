"""The record of a check as a page, for paper and for word processors: the text of reports.record_text, set as HTML.

The text is the one record there is; here its lines only become headings, lists and paragraphs.
"""

from __future__ import annotations

from html import escape
from itertools import groupby, pairwise

INDENT, ITEM, BELOW = "  ", "  - ", "      "  # how the text begins a part's line, an item, more of an item
ANSWERED = "What was answered"  # the heading below which the lines are not set in
STYLE = (
    "body{font:11pt/1.4 sans-serif;max-width:46em;margin:2em auto;color:#000}h1{font-size:16pt}h2{font-size:12.5pt}"
    "h3{font-size:11pt}h2,h3{margin:.9em 0 .2em;break-after:avoid}ul{margin:.2em 0}p{margin:.3em 0}li{break-inside:avoid}"
)

SMALL = (
    "@page{size:A4;margin:12mm}body{font-size:8pt;line-height:1.2;max-width:none;margin:0}h1{font-size:13pt;margin:0}"
    "h2{font-size:9pt;margin:1.5mm 0 .3mm}ul{columns:2;padding-left:4mm}.behind{break-before:page}"
)
BREAK = ' class="behind"'
BEHIND = "Behind this page: the whole account"  # begins on a page of its own


def html(text: str, *, small: bool = False) -> str:
    """Give the text of a record as a whole HTML page.

    Args:
        text: the record.
        small: in small letters and two columns, for a record that has to fit one page.

    """
    lines = [line for line in text.split("\n") if line.strip()]
    title = lines[0]
    marked = [_mark(line, after) for line, after in pairwise([*lines[1:], ""])]
    body = "".join(
        _together(tag, [words for _, words in found]) for tag, found in groupby(marked, key=lambda mark: mark[0])
    )
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}{SMALL if small else ''}</style></head><body><h1>{escape(title)}</h1>{body}</body></html>\n"
    )


def _mark(line: str, after: str) -> tuple[str, str]:
    """Give the element that a line becomes, and its words."""
    words = escape(line.removeprefix(ITEM).strip())
    if line.startswith(BELOW):
        return "li", f"<br>{words}"
    if line.startswith(ITEM):
        return "li", words
    if line.startswith(INDENT):
        return ("h3" if after.startswith(ITEM) else "li"), words
    return ("h2" if after.startswith(INDENT) or line in {ANSWERED, BEHIND} else "p"), words


def _together(tag: str, words: list[str]) -> str:
    if tag != "li":
        return "".join(f"<{tag}{BREAK if line == BEHIND else ''}>{line}</{tag}>" for line in words)
    items: list[str] = []
    for line in words:
        if line.startswith("<br>") and items:
            items[-1] += line
        else:
            items.append(line)
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
