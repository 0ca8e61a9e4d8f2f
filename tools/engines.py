"""The site as each engine builds it, compared with the one that is published: `make engines`.

Each page has to have the same words, the same links and the same marks of sources; each calculator, answered in Chromium
with its first fictional case, the same result. Prints the counts, then each difference; fails where there is one.
"""

from __future__ import annotations

import re
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import sync_playwright

from calculators.guides.catalogue import GUIDES
from hooks import build
from hooks.site import sections
from tests.support.calculator_page import check, fill, typed_for
from tools.find_browser import find, node_for_playwright
from tools.hosts import serving

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser

BODY = re.compile(r"<body.*</body>", re.DOTALL)
ADDRESS = re.compile(r'<a\b(?![^>]*md-skip)[^>]*\shref="([^"]*)"')  # where the skip link leads is the theme's
MARK = re.compile(r'class="citation"')
ORIGIN = "https://site.example/"


class Shared(NamedTuple):
    """What a page has to share with its twin."""

    words: str
    links: frozenset[str]
    marks: int


def page(html: str, address: str) -> Shared:
    """Give the words of a page in order, where its links lead, and how many marks of sources it has."""
    body = BODY.search(html)
    words = "\n".join(f"{one['title']}: {one['text']}" for one in sections.of_page(html, address))
    where = [urlsplit(urljoin(ORIGIN + address, unescape(link))) for link in ADDRESS.findall(body[0] if body else "")]
    links = frozenset(f"{link.netloc}{link.path}#{link.fragment}" for link in where)
    return Shared(words, links, len(MARK.findall(html)))


def pages(site: Path) -> dict[str, Shared]:
    """Give what each page of a built site has to share, by its address."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        if address != "404.html":  # its addresses are those of the host
            found[address] = page(path.read_text(encoding="utf-8"), address)
    return found


def differences(first: Mapping[str, Shared], second: Mapping[str, Shared]) -> Iterator[str]:
    """Give a sentence for each thing in which the pages of a second site differ from those of the first."""
    yield from (f"{address}: not built" for address in sorted(first.keys() - second.keys()))
    yield from (f"{address}: only here" for address in sorted(second.keys() - first.keys()))
    for address in sorted(first.keys() & second.keys()):
        one, other = first[address], second[address]
        if one.words != other.words:
            pairs = enumerate(zip(one.words, other.words, strict=False))
            at = next((place for place, (a, b) in pairs if a != b), min(len(one.words), len(other.words)))
            yield f"{address}: reads “{other.words[at : at + 60]}” in place of “{one.words[at : at + 60]}”"
        if one.links != other.links:
            yield f"{address}: other links: {', '.join(sorted(one.links ^ other.links)[:4])}"
        if one.marks != other.marks:
            yield f"{address}: {other.marks} marks of sources in place of {one.marks}"


def answers(browser: Browser, address: str) -> dict[str, str]:
    """Give the words of each calculator's result for its first fictional case."""
    found = {}
    for name in GUIDES:
        opened = browser.new_page()
        opened.goto(f"{address}calculators/{name}/")
        opened.locator(".calculator__form").wait_for()
        fill(opened, name, typed_for(name))
        check(opened)
        found[name] = opened.locator(".result").inner_text()
        opened.close()
    return found


def main() -> int:
    """Build with each engine, compare, print; give the status to end with."""
    wrong = 0
    node_for_playwright()
    with tempfile.TemporaryDirectory(dir=build.ROOT / "build") as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        published = Path(made) / build.ENGINES[0]
        build.build(build.ENGINES[0], published)
        wanted = pages(published)
        with serving("python", published, "/", packed=False) as address:
            expected = answers(browser, address)
        for engine in build.ENGINES[1:]:
            site = Path(made) / engine
            build.build(engine, site)
            found = pages(site)
            told = list(differences(wanted, found))
            with serving("python", site, "/", packed=False) as address:
                given = answers(browser, address)
            told += [f"calculators/{name}/: another result" for name in GUIDES if given[name] != expected[name]]
            marks = sum(one.marks for one in found.values())
            print(f"{engine}: {len(found)} pages, {marks} marks, {len(given)} calculators, {len(told)} differences")
            print(*told, sep="\n", end="\n" if told else "")
            wrong += len(told)
    return min(wrong, 1)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except build.EngineError as fault:
        raise SystemExit(f"engines: {fault}") from None
