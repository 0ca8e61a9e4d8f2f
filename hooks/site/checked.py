"""Our own check of a built site, whichever engine built it: addresses, anchors, navigation, marks that nothing answered."""

from __future__ import annotations

import re
from html import unescape
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.pages.front_matter import Page

ADDRESS = re.compile(r'\s(?:href|src|data-worker)="([^"]*)"')
ANCHOR = re.compile(r'\s(?:id|name)="([^"]+)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
CODE = re.compile(r"<(code|template|script)\b.*?</\1>", re.DOTALL)  # shown or read as it is written
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
LEFT = re.compile(r"\[@[\w:.; @-]+\]|\{\{local [^}]*\}\}|(?<!headerlink)\">¶</a>|href=\"doc:[^\"]*\"")
NAVIGATION = re.compile(r'<header class="frame">.*?</header>|<nav class="frame__(?:pages|turn)".*?</nav>', re.DOTALL)
MISSING = "404.html"  # shown at any address: its addresses begin at the root of the host
LISTED_APART = ("calculators/tables/",)  # one link away from their calculators


def faults(site: Path, pages: list[Page], later: tuple[str, ...] = ()) -> list[str]:
    """Give a sentence for each thing that is wrong in a built site; none: all is well.

    Args:
        site: the folder of the site.
        pages: the pages that were written, in docs/.
        later: folders of the site that are filled after the build, such as that of the PDFs.

    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    html = {name: (site / name).read_text(encoding="utf-8") for name in sorted(files) if name.endswith(".html")}
    html.pop(MISSING, None)
    anchors: dict[str, set[str]] = {}
    found = []
    for name, text in html.items():
        seen = CODE.sub("", text)
        found += [
            f"{name}: the link “{address}” {wrong}"
            for address in dict.fromkeys(ADDRESS.findall(seen))
            if (wrong := _wrong(name, unescape(address), files, html, anchors, later=later))
        ]
        article = ARTICLE.search(seen)
        found += [f"{name}: nothing answers “{mark}”" for mark in LEFT.findall(article[0] if article else "")]
    return found + _navigation(html, pages)


def _wrong(
    name: str,
    address: str,
    files: set[str],
    html: dict[str, str],
    anchors: dict[str, set[str]],
    *,
    later: tuple[str, ...],
) -> str:
    """Say what is wrong with an address on a page; empty: nothing."""
    if ELSEWHERE.match(address):
        return ""
    path, _, anchor = address.partition("#")
    path = path.partition("?")[0]
    target = name
    if path:
        folder = name.rpartition("/")[0]
        target = normpath(f"{folder}/{unquote(path)}".lstrip("/") if not path.startswith("/") else unquote(path)[1:])
        if path.endswith(("/", "..", "/.")) or path == ".":
            target = f"{target}/index.html".removeprefix("./")
        if target.startswith(later):
            return ""
        if target not in files:
            return "leads to a file that is not there"
    if not anchor or target not in html or "=" in anchor:  # what stands behind # can be answers too
        return ""
    if target not in anchors:
        anchors[target] = set(ANCHOR.findall(html[target]))
    return "" if unquote(anchor) in anchors[target] else "leads to a place that is not on that page"


def _navigation(html: dict[str, str], pages: list[Page]) -> list[str]:
    """Say which page was not built, and which the navigation does not name."""
    found = []
    named: set[str] = set()
    for name, text in html.items():
        for part in NAVIGATION.findall(text):
            for address in ADDRESS.findall(part):
                folder = name.rpartition("/")[0]
                named.add(normpath(f"{folder}/{address.partition('#')[0]}".lstrip("/")).removesuffix("/index.html"))
    for page in pages:
        built = {f"{page.url}index.html", page.path.with_suffix(".html").as_posix()} & set(html)
        if not built:
            found.append(f"docs/{page.path}: the engine made no page of it")
            continue
        places = {place.removesuffix("/index.html") for place in built} | {page.url.rstrip("/")}
        if page.url and not page.url.startswith(LISTED_APART) and not places & named:
            found.append(f"docs/{page.path}: the navigation does not name it; add it to nav in mkdocs.yml")
    return found
