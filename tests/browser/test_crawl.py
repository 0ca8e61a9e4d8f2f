"""One walk over every page of the site: axe, policy, requests, weight, links, and no scroll sideways when zoomed.

`make accessible` runs axe on every page in every combination of colours, width and medium. `make test` runs it on every
page twice: wide in light colours, and in one of the other combinations, in turn, so that each combination meets pages
of every part of the site.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest

from hooks.pages import front_matter
from tests.support.calculator_page import axe

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

Combination = tuple[Any, int, Any]  # colours, width in pixels, medium
COMBINATIONS: list[Combination] = list(product(("light", "dark"), (1280, 768, 320), ("screen", "print")))
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    " p { margin-bottom: 2em !important; }"
)
ASKED = "[location.href, ...performance.getEntriesByType('resource').map((one) => one.name)].map((url) => url.split('#')[0])"
READ = """() => ({
    links: [...document.links].map((link) => link.href),
    ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
})"""
LIGHT = 105_000  # bytes, compressed, of all that a chapter asks for before search is wanted; 80,000 is the goal


@dataclass
class Walk:
    """What was found on the way, by the path of the page."""

    axe: dict[tuple[str, Combination], list[str]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    wide: list[tuple[str, bool]] = field(default_factory=list)
    asked: dict[str, set[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)


def names(site: Path) -> list[str]:
    """Give the path of every page."""
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("index.html"))]


def show(page: Page, combination: Combination) -> None:
    """Put a page into colours, width and medium."""
    scheme, width, media = combination
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, media=media)


@pytest.fixture(scope="module")
def walk(browser: Browser, address: str, site: Path, request: pytest.FixtureRequest) -> Walk:
    """Walk over every page; Python is kept on its way, so that pages are as a reader first sees them."""
    found = Walk()
    every = request.config.getoption("--every-combination")
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    context.route("**/assets/python/**", lambda _: None)
    page = context.new_page()
    page.on(
        "console",
        lambda said: found.complaints.append(f"{page.url}: {said.text}") if said.type == "error" else None,
    )
    page.on("pageerror", lambda error: found.complaints.append(f"{page.url}: {error}"))
    page.on(
        "request", lambda asked: None if asked.url.startswith((address, "data:")) else found.foreign.append(asked.url)
    )
    first, *others = COMBINATIONS
    for place, name in enumerate(names(site)):
        show(page, first)
        page.goto(address + name)
        read = page.evaluate(READ)
        found.links[name], found.ids[name] = read["links"], set(read["ids"])
        found.asked[name] = set(page.evaluate(ASKED))
        for combination in COMBINATIONS if every else (first, others[place % len(others)]):
            show(page, combination)
            if violations := axe(page):
                found.axe[name, combination] = violations
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 320, "height": 256})
        for spaced in (False, True):
            if spaced:
                page.evaluate(
                    "css => { const one = new CSSStyleSheet(); one.replaceSync(css); document.adoptedStyleSheets = [one]; }",
                    SPACED,
                )
            if page.evaluate("document.documentElement.scrollWidth") > 320:
                found.wide.append((name, spaced))
    context.close()
    assert len(found.links) > 80
    return found


def test_axe_finds_nothing_on_any_page(walk: Walk) -> None:
    """Light and dark, at 1280, 768 and 320 pixels, on the screen and on paper."""
    assert not walk.axe


def test_no_page_breaks_the_policy_or_complains(walk: Walk) -> None:
    """No error in any console."""
    assert not walk.complaints


def test_no_page_asks_anybody_else(walk: Walk) -> None:
    """Every request of every page goes to the site itself."""
    assert all(len(asked) > 1 for asked in walk.asked.values())
    assert not walk.foreign


def test_every_page_reflows_at_400_per_cent_and_with_wider_text(walk: Walk) -> None:
    """1280 by 1024 pixels at 400 per cent, and the spacing of text that WCAG 1.4.12 names: no scroll sideways."""
    assert not walk.wide


def test_every_link_leads_to_a_page_and_a_place_on_it(walk: Walk, address: str, site: Path) -> None:
    """As the browser reads them, after the scripts have run."""
    broken = []
    for name, links in walk.links.items():
        for link in links:
            if not link.startswith(address):
                continue
            parts = urlsplit(link)
            path, place = unquote(parts.path).lstrip("/"), unquote(parts.fragment)
            if path not in walk.ids:
                if not (site / path).is_file():
                    broken.append((name, link))
            elif place and "=" not in place and place not in walk.ids[path]:
                broken.append((name, link))
    assert not broken


def test_a_chapter_is_no_heavier_than_its_limit(walk: Walk, address: str, site: Path) -> None:
    """Everything a chapter asks for, compressed as a host would: page, style, script, icon; for every chapter."""
    sizes: dict[str, int] = {}

    def size(name: str) -> int:
        if name not in sizes:
            path = site / (f"{name}index.html" if not name or name.endswith("/") else name)
            sizes[name] = len(gzip.compress(path.read_bytes()))
        return sizes[name]

    chapters = [page.url for page in front_matter.read_all() if page.chapter]
    assert chapters
    weights = {
        chapter: sum(size(url.removeprefix(address)) for url in walk.asked[chapter] if "assets/python/" not in url)
        for chapter in chapters
    }
    assert all(weight > 1000 for weight in weights.values())
    assert not {chapter: weight for chapter, weight in weights.items() if weight > LIGHT}
