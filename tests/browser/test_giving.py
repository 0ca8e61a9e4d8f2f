"""What a page gives the reader, a file or a sheet to print, stays until a slow browser has taken it."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

CONSENT = "calculators/consent/"
MODULE = """new URL("download.js", document.querySelector('script[src$="/calculator.js"]').src)"""


def opened(browser: Browser, address: str) -> Page:
    """Give the page of a calculator, whose scripts lie beside the one that is asked."""
    page = browser.new_page()
    page.goto(address + CONSENT)
    page.locator(".calculator__form").wait_for()
    return page


def test_a_file_can_still_be_fetched_after_the_browser_asked_the_reader(browser: Browser, address: str) -> None:
    """Safari asks whether to allow the download; the file is there for minutes, and then no longer."""
    page = opened(browser, address)
    page.clock.install()
    page.evaluate(
        f"""async () => {{
            window.given = window.revoked = 0;
            HTMLAnchorElement.prototype.click = () => {{ given++; }};
            URL.revokeObjectURL = () => {{ revoked++; }};
            const {{ download }} = await import({MODULE});
            download("a.txt", ["words"], "text/plain");
        }}"""
    )
    page.clock.run_for(120_000)
    assert page.evaluate("[given, revoked]") == [1, 0]
    page.clock.run_for(600_000)
    assert page.evaluate("[given, revoked]") == [1, 1]
    page.close()


PRINT_ALONE = f"""async (words) => {{
    const {{ printAlone }} = await import({MODULE});
    const sheet = document.createElement("div");
    sheet.textContent = words;
    window.printed ??= 0;
    window.print = () => {{
        printed++;
        dispatchEvent(new Event("beforeprint"));
        dispatchEvent(new Event("afterprint")); // Safari: over, before the page was read
    }};
    printAlone(sheet);
}}"""


def test_a_sheet_stays_until_the_reader_goes_on(browser: Browser, address: str) -> None:
    """A browser that says at once that printing is over finds the sheet; the next touch, key or other print does not."""
    page = opened(browser, address)
    page.emulate_media(media="print")
    for number, onward in enumerate(("page.mouse", "page.keyboard", "other print"), start=1):
        page.evaluate(PRINT_ALONE, f"Sheet {number}")
        page.wait_for_timeout(300)
        expect(page.locator("main.record-sheet, .record-sheet")).to_have_text(f"Sheet {number}")
        expect(page.locator(".record-sheet")).to_be_visible()
        expect(page.locator("#content, article").first).to_be_hidden()
        if onward == "page.mouse":
            page.mouse.click(5, 5)
        elif onward == "page.keyboard":
            page.keyboard.press("Shift")
        else:
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator(".record-sheet")).to_have_count(0)
        expect(page.locator("#content, article").first).to_be_visible()
    assert page.evaluate("printed") == 3
    page.close()


def test_one_sheet_takes_the_place_of_another(browser: Browser, address: str) -> None:
    """Two buttons one after the other print one sheet each."""
    page = opened(browser, address)
    for words in ("First", "Second"):
        page.evaluate(PRINT_ALONE, words)
    expect(page.locator(".record-sheet")).to_have_count(1)
    expect(page.locator(".record-sheet")).to_have_text("Second")
    page.close()
