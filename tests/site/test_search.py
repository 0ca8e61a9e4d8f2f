"""Search: what readers ask for is found, by keyboard, without storage, and where the index is away."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.pages import front_matter as pages
from hooks.site import search
from tests.site.test_find import PHONE
from tests.support.calculator_page import axe, opened

if TYPE_CHECKING:
    from tests.conftest import Serve


ROOT = Path(__file__).parents[2]
QUERIES = list(csv.DictReader((ROOT / "tests/site/search_queries.csv").read_text(encoding="utf-8").splitlines()))


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


def test_decision_tables_come_last_and_the_menu_is_never_in_the_way(browser: Browser, address: str) -> None:
    """“naked picture” is asked by somebody with a child in mind: pages to read come before tables of rules."""
    with opened(browser, address, viewport=PHONE) as page:
        page.locator(".frame__menu > summary").click()
        found = ask(page, "naked picture")
        tables = [place for place, path in enumerate(found) if "/tables/" in path]
        assert "/tables/" not in "".join(found[: len(found) - len(tables)])
        expect(page.locator(".frame__menu")).not_to_have_attribute("open", "")
        page.locator(".search__result").first.click(trial=True)


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
