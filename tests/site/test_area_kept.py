"""The area that a reader chose stays through every link, Back, reload, new tab and place on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

NEL, LLR, ENGLAND = "north-east-lincolnshire", "leicester-leicestershire-rutland", "england"
NAMES = {
    NEL: "North East Lincolnshire",
    LLR: "Leicester, Leicestershire and Rutland",
    ENGLAND: "England",
}
NUMBER = "01472 326292"
CHAPTER = "procedure/first-action/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser of its own."""
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that browser."""
    return context.new_page()


def choose(page: Page, area: str) -> None:
    """Choose an area in the head of the page."""
    page.get_by_label("Area", exact=True).select_option(area)


def shows(page: Page, area: str) -> None:
    """The page says which area it is, and whatever it shows is of that one: no other number, none missing."""
    expect(page.get_by_label("Area", exact=True)).to_have_value(area)
    assert page.locator("#area option:checked").inner_text() == NAMES[area]
    seen = page.locator("[data-area]").evaluate_all(
        "all => [...new Set(all.filter(one => !one.hidden).map(one => one.dataset.area))]"
    )
    assert seen in ([area], []), seen
    if CHAPTER in page.url:
        numbers = page.locator("#content").get_by_role("link", name=NUMBER).locator("visible=true")
        assert (numbers.count() > 0) == (area == NEL)


def follow(page: Page) -> None:
    """Go from the home page to the chapter on first action."""
    page.locator("#content").get_by_role("link", name="First action").click()
    page.wait_for_url(re.compile(CHAPTER))


@pytest.mark.parametrize("then", [LLR, ENGLAND])
def test_the_link_follows_the_last_choice(page: Page, address: str, then: str) -> None:
    """Follow a link, go back, choose another area, follow the same link: the page shows the other area."""
    page.goto(address)
    choose(page, NEL)
    follow(page)
    shows(page, NEL)
    page.go_back()
    choose(page, then)
    follow(page)
    shows(page, then)
    page.locator("#content").get_by_role("link", name=re.compile("referral", re.IGNORECASE)).last.click()
    page.wait_for_url(re.compile("/procedure/"))
    shows(page, then)


def test_a_choice_on_the_second_page_holds_on_the_first(page: Page, address: str) -> None:
    """Back and Forward keep the latest choice, whatever the addresses said before."""
    page.goto(address)
    follow(page)
    choose(page, NEL)
    page.go_back()
    shows(page, NEL)
    choose(page, ENGLAND)
    page.go_forward()
    shows(page, ENGLAND)


@pytest.mark.parametrize("button", ["middle", "Control"])
def test_a_link_in_a_new_tab_takes_the_area_of_that_moment(
    context: BrowserContext, page: Page, address: str, button: str
) -> None:
    """Middle click and Ctrl with a click: each time with the area chosen then."""
    page.goto(address)
    link = page.locator("#content").get_by_role("link", name="First action")
    for area in (NEL, LLR, NEL, ENGLAND):
        choose(page, area)
        with context.expect_page() as opened:
            link.click(button="middle") if button == "middle" else link.click(modifiers=["Control"])
        opened.value.wait_for_load_state()
        shows(opened.value, area)
        shows(page, area)


def test_a_search_result_takes_the_area_along(context: BrowserContext, page: Page, address: str) -> None:
    """In this tab by keyboard, and in a new one."""
    page.goto(address)
    choose(page, NEL)
    page.get_by_role("searchbox").fill("first action")
    result = page.locator(".search__results a").first
    result.wait_for()
    with context.expect_page() as opened:
        result.click(button="middle")
    opened.value.wait_for_load_state()
    shows(opened.value, NEL)
    result.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"area={NEL}"))
    shows(page, NEL)


def test_on_this_page_a_citation_and_reload_keep_the_area_and_the_place(page: Page, address: str) -> None:
    """A place on the page is gone to, and both stand in the address."""
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(address + CHAPTER)
    choose(page, NEL)
    page.locator(".frame__contents a").last.click()
    place = page.locator(".frame__contents a").last.get_attribute("href") or ""
    expect(page).to_have_url(re.compile(f"#area={NEL}&at={place[1:]}$"))
    expect(page.locator(place)).to_be_in_viewport()
    mark = page.locator("#content p a.citation").first
    mark.click()
    expect(page.locator(".citation-note")).to_be_visible()
    page.reload()
    shows(page, NEL)
    source = mark.get_attribute("href") or ""
    page.evaluate("place => { location.hash = place; }", source)
    expect(page).to_have_url(re.compile(f"at={source[1:]}$"))
    page.reload()
    shows(page, NEL)
    expect(page.locator(source)).to_be_in_viewport()
    mark.click()
    page.locator(".citation-note a").click()
    page.wait_for_url(re.compile(f"reference/sources/#area={NEL}&at={source[1:]}$"))
    shows(page, NEL)
    page.go_back()
    shows(page, NEL)
    page.locator(".frame__turn a[rel=next]").click()
    page.wait_for_url(re.compile(f"area={NEL}"))
    shows(page, NEL)


def test_the_page_of_all_results_keeps_area_and_words(page: Page, address: str) -> None:
    """Enter in the box, then another area, then reload: the words stay, and so does the area."""
    page.goto(address)
    choose(page, NEL)
    page.get_by_role("searchbox").fill("strategy meeting")
    page.locator(".search__result").first.wait_for()
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(re.compile(r"search\.html#"))
    page.locator(".search-page .search__result").first.wait_for()
    shows(page, NEL)
    choose(page, LLR)
    page.reload()
    page.locator(".search-page .search__result").first.wait_for()
    shows(page, LLR)
    expect(page.get_by_role("searchbox")).to_have_value("strategy meeting")
    page.locator(".search-page .search__result").first.click()
    page.wait_for_url(re.compile(f"area={LLR}"))
    shows(page, LLR)


def test_choosing_keeps_the_place(page: Page, address: str) -> None:
    """The paragraph that the address names stays in it."""
    page.goto(f"{address}{CHAPTER}#sources")
    choose(page, NEL)
    expect(page).to_have_url(re.compile(f"#area={NEL}&at=sources$"))
    choose(page, ENGLAND)
    expect(page).to_have_url(re.compile(f"{CHAPTER}#sources$"))


@pytest.mark.parametrize(
    ("fragment", "area"),
    [
        (f"#area={NEL}&at=%", NEL),
        (f"#area={NEL}&at=%E0%A4%A", NEL),
        (f"#area={NEL}&utm=1", NEL),
        (f"#utm=1&area={NEL}", NEL),
        (f"#area={NEL}&area={LLR}", LLR),
        ("#area=nowhere", ENGLAND),
        ("#area=", ENGLAND),
        ("#area=%", ENGLAND),
        ("#%", ENGLAND),
        ("#sources", ENGLAND),
    ],
)
def test_whatever_an_address_says_name_and_number_agree(page: Page, address: str, fragment: str, area: str) -> None:
    """On arrival, and where the fragment of an open page is changed by hand; no script fails."""
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{address}{CHAPTER}{fragment}")
    shows(page, area)
    page.goto(f"{address}{CHAPTER}#area={LLR}")
    shows(page, LLR)
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    page.wait_for_timeout(100)
    shows(page, area if area != ENGLAND else LLR)
    assert not failed


def test_a_number_outside_the_site_and_a_file_get_no_area(page: Page, address: str) -> None:
    """A telephone link dials what it says; a file and another site are asked for as written."""
    page.goto(address + CHAPTER)
    choose(page, NEL)
    dial = page.locator("#content").get_by_role("link", name=NUMBER).locator("visible=true").first
    dial.dispatch_event("pointerdown")
    assert dial.get_attribute("href") == f"tel:{NUMBER.replace(' ', '')}"
    page.goto(f"{address}calculators/tables/age/#area={NEL}")
    file = page.get_by_role("link", name="Download as CSV")
    file.dispatch_event("pointerdown")
    assert (file.get_attribute("href") or "").endswith(".csv")


def test_a_place_on_another_page_is_reached(page: Page, address: str) -> None:
    """A link to a paragraph of another page goes to the paragraph, with the area."""
    page.goto(f"{address}procedure/first-action/#area={NEL}&at=sources")
    expect(page.locator("#sources")).to_be_in_viewport()
    shows(page, NEL)


def test_a_number_that_has_ended_gives_way_to_the_one_that_holds(page: Page, address: str) -> None:
    """By the reader's own day; one that stands alone says that it has ended."""
    page.goto(address)
    page.evaluate(
        """() => {
          const made = document.createElement("p");
          made.id = "made";
          made.innerHTML = '<span class="contact__way"><span data-until="2020-03-31">old</span></span>'
            + '<span class="contact__way">new</span>';
          const alone = document.createElement("p");
          alone.id = "alone";
          alone.innerHTML = '<span data-until="2020-03-31">old</span>';
          document.querySelector("#content").append(made, alone);
        }"""
    )
    page.evaluate("document.dispatchEvent(new Event('local'))")
    assert page.locator("#made").inner_text() == "new"
    expect(page.locator("#alone")).to_have_text("old This date has passed: ask for the new number.")
