"""What a reader looks for is found: what to do now, the pathway and search."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from calculators.actions.pathway import stages
from calculators.guides.catalogue import GUIDES
from hooks.pages import front_matter as pages
from hooks.pages import pictures
from tests.support.calculator_page import axe, opened

ROOT = Path(__file__).parents[2]
ROLES = [page.url for page in pages.read_all() if page.url.startswith("roles/") and page.url != "roles/"]
SMALL = {"width": 320, "height": 568}
PHONE = {"width": 360, "height": 640}


# What to do now


@pytest.mark.parametrize("path", ["", *ROLES])
@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["script", "no script"])
def test_what_to_do_now_stands_above_the_fold_of_a_phone(
    browser: Browser, address: str, path: str, options: dict[str, Any]
) -> None:
    """999, three first steps, whom to ring, the calculator and the chapter, before any scrolling."""
    with opened(browser, address + path, viewport=PHONE, **options) as page:
        now = page.locator(".now")
        assert 1 <= now.locator("ul > li").count() <= 3
        expect(now.locator(".ring")).to_contain_text("children’s social care")
        for part in (page.locator(".md-banner a[href='tel:999']"), *now.locator("ul > li, .ring, .action").all()):
            box = part.bounding_box()
            assert box
            assert box["y"] + box["height"] <= PHONE["height"], part.inner_text()
        assert now.locator(".action").count() == 2


@pytest.mark.parametrize("path", ["", *ROLES])
def test_the_smallest_phone_shows_it_too(browser: Browser, address: str, path: str) -> None:
    """At 320 by 568 the box ends above the fold."""
    with opened(browser, address + path, viewport=SMALL) as page:
        for part in page.locator(".now :is(li, .ring, .action)").all():
            box = part.bounding_box()
            assert box
            assert box["y"] + box["height"] <= SMALL["height"], part.inner_text()


def test_each_step_of_the_box_leads_to_the_paragraph_that_says_so(browser: Browser, address: str) -> None:
    """A safeguarding lead taps the number and stands at the paragraph."""
    with opened(browser, f"{address}roles/school-and-college/", viewport=PHONE) as page:
        link = page.locator(".now .paragraph-link").first
        expect(link).to_have_text(re.compile(r"^paragraph 6\.\d+$"))
        number = (link.text_content() or "").removeprefix("paragraph ")
        link.click()
        expect(page.locator(".paragraph:target .paragraph-number")).to_have_text(number)


def test_no_page_shows_the_marks_it_is_written_with(site: Path) -> None:
    """What stands before a page's first heading, or a page without one, breaks neither its facts nor its text."""
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "{: " not in html, path
        assert html.count('class="page-facts"') == (path.name == "index.html"), path


# The pathway and the other pictures


def test_every_box_of_the_pathway_leads_to_its_chapter_and_its_calculators(site: Path) -> None:
    """In order, with what branches off; a calculator is linked when it exists, and then always."""
    html = (site / "procedure/index.html").read_text(encoding="utf-8")
    boxes = [box for stage in stages() for box in stage.boxes]
    drawn = re.findall(r'<a href="([^"]+)" class="lanes__name">([^<]+)</a>', html)
    assert [name for _, name in drawn] == [box.name for box in boxes]
    assert all((site / "procedure" / address / "index.html").is_file() for address, _ in drawn)
    linked = re.findall(r'href="\.\./calculators/([a-z-]+)/" class="lanes__check"', html)
    assert linked == [name for box in boxes for name in box.calculators if name in GUIDES]
    assert linked


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pathway_is_walked_by_keyboard_and_can_be_read(browser: Browser, address: str, width: int) -> None:
    """Tab goes from box to box in order; no word is smaller than 13 pixels, none is cut off."""
    with opened(browser, f"{address}procedure/", viewport={"width": width, "height": 800}) as page:
        links = page.locator(".picture--lanes ol a").all()
        links[0].focus()
        for link in links:
            expect(link).to_be_focused()
            page.keyboard.press("Tab")
        sizes = page.evaluate(
            "[...document.querySelectorAll('.picture--lanes *')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 13
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_levels_are_told_in_words_and_not_by_colour_alone(site: Path) -> None:
    """Each band of the continuum says its name and which of five it is."""
    html = (site / "continuum/index.html").read_text(encoding="utf-8")
    bands = re.findall(r'class="band__name">([^<]+) <span class="band__place">([^<]+)</span>', html)
    assert [place for _, place in bands] == [f"level {number} of 5" for number in range(1, 6)]
    assert [name for name, _ in bands] == [step["name"] for step in pictures.read("continuum")["step"]]


# Search


def test_the_letters_of_the_glossary_lead_to_their_first_entries(browser: Browser, address: str) -> None:
    """A to Z on a phone: each letter once, in order, and what it leads to begins with it."""
    with opened(browser, f"{address}reference/glossary/", viewport=SMALL) as page:
        letters = page.get_by_role("navigation", name="A to Z").get_by_role("link")
        names = letters.all_inner_texts()
        assert names == sorted(set(names))
        for link, name in zip(letters.all(), names, strict=True):
            place = (link.get_attribute("href") or "")[1:]
            assert page.locator(f"h3[id='{place}']").inner_text().upper().startswith(name)


@pytest.mark.parametrize(
    ("path", "count"), [("who/", 8), ("procedure/outcomes-harmed/", 5), ("roles/", 7), ("continuum/services/", 5)]
)
def test_pictures_are_words_with_their_sources_at_every_width(
    browser: Browser, address: str, path: str, count: int
) -> None:
    """At 320 pixels and in the dark, nothing is cut off or smaller than 13 pixels, but the marks of sources."""
    picture = ".picture :is(.age, tbody tr, .band)" if path != "roles/" else ".cards--roles > ul > li"
    with opened(browser, address + path, viewport=SMALL, color_scheme="dark") as page:
        parts = page.locator(picture)
        expect(parts).to_have_count(count)
        assert page.evaluate("document.documentElement.scrollWidth") == SMALL["width"]
        small = parts.locator(":is(p, td, th, li)").evaluate_all(
            "all => all.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 13).length"
        )
        assert not small
        assert not axe(page)


# One scale


def test_sizes_and_distances_come_from_the_scales() -> None:
    """On the screen every letter size is a step, every distance a space, every colour a name."""
    sheets = [ROOT / "overrides/assets" / f"{name}.css" for name in ("guidance", "frame", "pictures")]
    css = "".join(sheet.read_text(encoding="utf-8").split("@media print")[0] for sheet in sheets)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    stray = []
    for name, value in re.findall(r"(?<![\w-])(font-size|margin[\w-]*|padding[\w-]*|gap|row-gap): ([^;}]+)", css):
        left = re.sub(
            r"var\(--[\w-]+\)|calc|min|[-()*+/ ]|\b0\b|\bauto\b|\binherit\b|!important|\d(?![\w.])", "", value
        )
        if left and not re.fullmatch(r"[\d.]+em", left):
            stray.append(f"{name}: {value}")
    assert not stray
