"""What a reader looks for is found: what to do now, the pathway and search."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.actions.pathway import stages
from calculators.guides.catalogue import GUIDES
from hooks.pages import front_matter as pages
from hooks.pages import pictures
from hooks.site import search
from tests.support.calculator_page import axe, opened

if TYPE_CHECKING:
    from tests.conftest import Serve

ROOT = Path(__file__).parents[2]
QUERIES = list(csv.DictReader((ROOT / "tests/site/search_queries.csv").read_text(encoding="utf-8").splitlines()))
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


def ask(page: Page, query: str) -> list[str]:
    """Type a query and give the pages that are found, in order."""
    box = page.get_by_role("searchbox", name="Search the guidance")
    box.fill("")
    expect(page.locator(".search__result")).to_have_count(0)
    box.fill(query)
    page.locator(".search__result").first.wait_for()
    links = page.locator(".search__result").evaluate_all("links => links.map(link => link.pathname)")
    return [link.lstrip("/") for link in links]


def test_what_readers_ask_for_is_among_the_first_three(browser: Browser, address: str) -> None:
    """Other names, short names, misspellings, paragraph numbers: every query of the table finds its page."""
    assert len(QUERIES) >= 150
    with opened(browser, address) as page:
        missed = {}
        for row in QUERIES:
            found = ask(page, row["query"])[:3]
            if row["page"] not in found:
                missed[row["query"]] = found
        assert not missed


def test_a_paragraph_number_leads_to_the_paragraph(browser: Browser, address: str) -> None:
    """6.4 in the box, arrow down, Enter: the reader stands at paragraph 6.4."""
    with opened(browser, address, viewport=PHONE) as page:
        ask(page, "6.4")
        page.keyboard.press("ArrowDown")
        expect(page.locator(".search__result").first).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".paragraph:target .paragraph-number")).to_have_text("6.4")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_search_by_keyboard(browser: Browser, address: str, scheme: Any) -> None:
    """Arrows walk the results, Escape closes them and goes back to the box; axe finds nothing while they are open."""
    with opened(browser, address, viewport=PHONE, color_scheme=scheme) as page:
        ask(page, "strategy meeting")
        expect(page.get_by_role("status").filter(has_text="pages found")).to_be_visible()
        assert not axe(page)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        expect(page.locator(".search__result").nth(1)).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("searchbox")).to_be_focused()
        expect(page.locator(".search__output")).to_be_hidden()


def test_whole_words_come_before_what_only_looks_alike(browser: Browser, address: str) -> None:
    """“sexting” finds sexting and no meeting; a slip still finds what was meant."""
    with opened(browser, f"{address}search.html#q=sexting") as page:
        page.locator(".search__result").first.wait_for()
        marked = {mark.lower() for mark in page.locator(".search-page mark").all_inner_texts()}
        assert marked
        assert all(word.startswith("sext") for word in marked), marked
        assert ask(page, "meetting")[0].startswith(("procedure/", "calculators/"))


@pytest.mark.parametrize("width", [320, 1280])
def test_all_results_stand_on_a_page_that_can_be_linked(browser: Browser, address: str, width: int) -> None:
    """Enter leads there; the count is true; the address alone brings the same results, also after Back."""
    with opened(browser, address, viewport={"width": width, "height": 700}) as page:
        ask(page, "strategy meeting")
        said = page.locator(".search__status").inner_text()
        expect(page.locator(".search__rest")).to_have_text(f"All {said.split()[0]} pages on one page")
        page.get_by_role("searchbox").press("Enter")
        page.wait_for_url(re.compile(r"search\.html#q=strategy%20meeting$"))
        results = page.locator(".search-page .search__result")
        results.first.wait_for()
        assert (
            page.locator(".search-page .search__status").inner_text()
            == f"{results.count()} pages found for “strategy meeting”"
        )
        assert said == f"{results.count()} pages found"
        expect(page).to_have_title(re.compile("^strategy meeting – Search"))
        assert not axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        links = results.evaluate_all("links => links.map(link => link.href)")
        assert len({link.split("#")[0] for link in links}) == len(links)
        results.first.click()
        page.wait_for_url(re.compile("procedure/"))
        page.go_back()
        results.first.wait_for()
        assert results.evaluate_all("links => links.map(link => link.href)") == links


def test_no_heading_of_the_index_is_glued_together(site: Path) -> None:
    """Each heading is one heading of its page, and the words of neighbours stay apart."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    for section in index["sections"]:
        path, _, anchor = section["id"].partition("#")
        page = (site / path / "index.html").read_text(encoding="utf-8")
        if anchor:
            found = re.search(rf'<h\d[^>]* id="{re.escape(anchor)}"[^>]*>(.*?)</h\d>', page, re.DOTALL)
            assert found, section["id"]
            heading = " ".join(unescape(re.sub(r'<a class="headerlink".*?</a>|<[^>]+>', "", found[1])).split())
            assert section["heading"] == heading, section["id"]


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


def test_nothing_of_search_is_fetched_before_it_is_wanted(browser: Browser, address: str) -> None:
    """Index, library and worker come when the reader goes to the box."""
    wanted = ("search_index.json", "minisearch.js", "search-worker.js", "search.js")
    with opened(browser, "about:blank") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}procedure/first-action/", wait_until="networkidle")
        assert not [url for url in asked if url.endswith(wanted)]
        ask(page, "referral")
        assert {url.rsplit("/", 1)[-1] for url in asked if url.endswith(wanted)} == set(wanted)


def test_search_works_where_storage_is_blocked(browser: Browser, address: str) -> None:
    """A browser that forbids site data still searches."""
    block = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });"
    with opened(browser, "about:blank") as page:
        page.add_init_script(block)
        page.goto(address)
        assert "procedure/section-47/" in ask(page, "s47")[:3]


def test_search_that_cannot_run_says_so(browser: Browser, serve: Serve) -> None:
    """A missing index gives a sentence and the way on; without a script there is no box that cannot answer."""
    with serve({"search_index.json": (404, "text/plain", b"")}) as address:
        with opened(browser, address) as page:
            page.get_by_role("searchbox").fill("referral")
            expect(page.locator(".search__status")).to_contain_text("Search cannot run here", timeout=20_000)
            expect(page.locator(".search__status")).to_contain_text("menu")
        with opened(browser, address, java_script_enabled=False) as page:
            expect(page.locator(".search")).to_be_hidden()


def test_search_answers_again_when_its_index_is_back(browser: Browser, address: str) -> None:
    """A host that failed once is asked again with the next words, on the same page."""
    with opened(browser, "about:blank") as page:
        failing = [True]
        page.context.route(
            "**/search_index.json",
            lambda route: route.fulfill(status=404, body="") if failing[0] else route.continue_(),
        )
        page.goto(address)
        page.get_by_role("searchbox").fill("referral")
        expect(page.locator(".search__status")).to_contain_text("Search cannot run here", timeout=20_000)
        failing[0] = False
        assert "procedure/section-47/" in ask(page, "s47")[:3]


def test_a_name_in_the_search_table_that_leads_nowhere_stops_the_build() -> None:
    """A page or section that was renamed is told by its name."""
    entries = [{"location": "procedure/referral/", "title": "t", "text": "<p>t</p>"}]
    with pytest.raises(pages.PageError, match="nowhere"):
        search.index(entries, pages.read_all(), {"procedure/referral.md#nowhere": ["x"]})


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
