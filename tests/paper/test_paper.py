"""Paper: the PDFs as another library reads them, any page printed from the browser, cards, packs, the record of a check."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html
from pypdf import PdfReader

from calculators.engine.dates import words_for_date
from calculators.engine.rules import AVOID, STEPS
from calculators.guides.catalogue import GUIDES
from calculators.output import record
from calculators.output import text as reports
from calculators.output import words as output_words
from hooks.pages import cards, scenarios
from hooks.pages.downloads import WITH_PDF
from hooks.pages.front_matter import MANUAL
from paper.documents import documents
from tests.conftest import ROOT, build, once
from tests.support.calculator_page import READY, fill, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHAPTER, PART, APPENDIX = "procedure-06-first-action", "key-principles", "calculators-consent"
CARDS = tuple(card.name for card in cards.cards())
BOOKS = (MANUAL, PART, CHAPTER)
ADDRESS = "https://example.org/hsb/"


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built with its PDFs, of which some are made."""
    return once(tmp_path_factory, "printed", print_some)


def print_some(folder: Path) -> None:
    """Build the site with its PDFs into a folder, and make some of them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(WITH_PDF, "true")
        environment.setenv("SITE_URL", ADDRESS)
        done = build(folder)
        assert done.returncode == 0, done.stdout + done.stderr
        command = [sys.executable, "-m", "paper", str(folder), *BOOKS, APPENDIX, *CARDS]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr


def read(printed: Path, name: str) -> PdfReader:
    """Read a PDF that was made."""
    return PdfReader(printed / "pdf" / f"{name}.pdf")


def links(reader: PdfReader, sheet: int) -> list[Any]:
    """The links of a sheet, from the top to the foot."""
    found = [annotation.get_object() for annotation in reader.pages[sheet].get("/Annots", ())]
    return sorted(found, key=lambda link: -float(link["/Rect"][1]))


def words(reader: PdfReader, sheet: int) -> str:
    """The text of a sheet on one line."""
    return " ".join(reader.pages[sheet].extract_text().split())


@cache
def letters(file: Path) -> tuple[str, ...]:
    """The text of each sheet of a PDF, without white space: where a line is broken tells nothing."""
    return tuple("".join(page.extract_text().split()) for page in PdfReader(file).pages)


def squeezed(text: str) -> str:
    """Give a text without white space."""
    return "".join(text.split())


# Which PDFs there are, and where they are offered


def test_pages_offer_the_pdfs_only_where_they_are_built(site: Path, printed: Path) -> None:
    """A plain build links to no PDF; a build with PDFs links to every one, and to no other."""
    plain, offered = (
        {
            Path(link).name.removesuffix(".pdf")
            for page in folder.rglob("*.html")
            for link in re.findall(r'href="([^"]*pdf/[^"]*\.pdf)"', page.read_text(encoding="utf-8"))
            if not link.startswith("http")
        }
        for folder in (site, printed)
    )
    assert not plain
    assert offered == {document.name for document in documents()}


def test_file_names_do_not_change() -> None:
    """Somebody's link to a PDF goes on working."""
    names = [document.name for document in documents()]
    assert {MANUAL, "procedure", CHAPTER, "card-school-and-college", "card-consent", APPENDIX} <= set(names)
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)


# What another library reads in them


@pytest.mark.parametrize("name", [*BOOKS, CARDS[0], CARDS[-1]])
def test_a_pdf_says_what_it_is(printed: Path, name: str) -> None:
    """Tagged, in British English, with a title that is shown, on A4; every link has words."""
    reader = read(printed, name)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    title = next(document.title for document in documents() if document.name == name)
    assert reader.metadata
    assert (reader.metadata.title or "").startswith(title or "Harmful sexual behaviour guidance")
    for sheet, page in enumerate(reader.pages):
        assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
        assert str(page["/Tabs"]) == "/S"
        assert all(link["/Contents"] for link in links(reader, sheet))


@pytest.mark.parametrize("name", BOOKS)
def test_links_lead_somewhere(printed: Path, name: str) -> None:
    """A link inside leads to a place that is there; one that leaves is a whole address."""
    reader = read(printed, name)
    places = reader.named_destinations
    inside = 0
    for sheet in range(len(reader.pages)):
        for link in links(reader, sheet):
            if "/Dest" in link:
                inside += 1
                assert str(link["/Dest"]) in places, link["/Dest"]
            else:
                assert re.match(r"(https?|tel|mailto):", link["/A"]["/URI"]), link["/A"]["/URI"]
    assert inside


@pytest.mark.parametrize("name", BOOKS)
def test_the_contents_name_the_right_sheets(printed: Path, name: str) -> None:
    """Beside each line of the contents stands the number of the sheet on which its place is printed."""
    reader = read(printed, name)
    numbered = 0
    document = next(document for document in documents() if document.name == name)
    for sheet in range(1 if len(document.pages) > 1 else 0, len(reader.pages)):
        text = reader.pages[sheet].extract_text()
        printed_numbers = [int(number) for number in re.findall(r"^(\d+)$", text, re.MULTILINE)]
        if not printed_numbers or (numbered and "Contents" not in text and name == CHAPTER):
            break
        wanted = [
            (reader.get_destination_page_number(reader.named_destinations[str(link["/Dest"])]) or 0) + 1
            for link in links(reader, sheet)
            if "/Dest" in link
        ]
        assert wanted[: len(printed_numbers)] == printed_numbers
        numbered += len(printed_numbers)
    assert numbered >= len(document.pages) - 1


@pytest.mark.parametrize("name", [MANUAL, PART, CHAPTER])
def test_bookmarks_lead_to_their_headings(printed: Path, name: str) -> None:
    """Parts hold pages, pages hold sections, and the sheet of each bookmark has its words."""
    reader = read(printed, name)

    def walk(items: list[Any], depth: int) -> int:
        deepest = depth
        for item in items:
            if isinstance(item, list):
                deepest = max(deepest, walk(item, depth + 1))
            else:
                sheet = reader.get_destination_page_number(item)
                assert sheet is not None
                if depth or name != MANUAL:
                    assert squeezed(str(item.title)) in letters(printed / "pdf" / f"{name}.pdf")[sheet]
        return deepest

    assert walk(reader.outline, 0) == (2 if name == MANUAL else 1)


def test_each_sheet_says_part_chapter_section_edition_and_number(printed: Path) -> None:
    """Above, where one is; below, which edition, where a newer one is looked for, and which sheet of how many."""
    reader = read(printed, CHAPTER)
    count = len(reader.pages)
    for sheet in range(count):
        text = words(reader, sheet).replace("first- action", "first-action")  # where the line was broken
        assert f"Page {sheet + 1} of {count}" in text
        assert f"Check for a newer version at {ADDRESS}procedure/first-action/" in text
        assert re.search(r"Edition \d{4}\.\d+\.\d+, made \d+ \w+ 20\d\d", text)
        assert "Procedure" in text
    assert "6. Protection and first action – " in words(reader, count - 1)


def test_a_link_says_on_paper_where_it_leads(printed: Path) -> None:
    """After a link to another chapter stands its number; nothing is said twice."""
    text = "".join(letters(printed / "pdf" / f"{CHAPTER}.pdf"))
    assert "referralandassessment(chapter8)" in text
    assert "(chapter8)(" not in text


def test_the_cover_names_edition_and_sources(printed: Path) -> None:
    """The first sheet of the manual and of a part: name, edition, the five documents with their editions, 999."""
    for name in (MANUAL, PART):
        text = words(read(printed, name), 0)
        for said in ("ring 999", "Edition 20", "refreshed April 2024", "2nd edition", "NG55", "tri.x"):
            assert said in text, said


def test_a_chapter_holds_the_chapter_only(printed: Path) -> None:
    """A chapter names its calculator and prints none of its rules; the calculator's appendix prints each."""
    rules = [squeezed(rule.text)[:60] for rule in GUIDES["consent"].rules if rule.part is not STEPS]
    appendix = "".join(letters(printed / "pdf" / f"{APPENDIX}.pdf"))
    assert all(rule in appendix for rule in rules)
    for name in (MANUAL, CHAPTER):
        whole = "".join(letters(printed / "pdf" / f"{name}.pdf"))
        assert not any(squeezed(rule.text)[:60] in whole for rule in GUIDES["next-steps"].rules if len(rule.text) > 60)
    assert "Thereisacalculatorhere" in "".join(letters(printed / "pdf" / f"{CHAPTER}.pdf"))
    assert len(read(printed, CHAPTER).pages) <= 10


def test_pages_say_how_many_sheets_a_pdf_has(printed: Path) -> None:
    """At the head of a chapter, and beside its name on Print and train, stands its number of sheets."""
    count = len(read(printed, CHAPTER).pages)
    for page in ("procedure/first-action", "paper"):
        text = (printed / page / "index.html").read_text(encoding="utf-8")
        assert f'<span data-sheets="{CHAPTER}">, {count} sheets</span>' in text, page


# Cards and packs


def test_cards_have_one_side_and_a_last_day(printed: Path) -> None:
    """Each card is one sheet and says until when it may be used."""
    for card in cards.cards():
        reader = read(printed, card.name)
        assert len(reader.pages) == 1, card.name
        assert f"Use until {words_for_date(card.until)}" in words(reader, 0), card.name
        assert card.until <= card.page.review_by


@pytest.mark.parametrize("name", GUIDES)
def test_a_calculators_card_has_what_is_pressing(name: str) -> None:
    """No action for now or today, and nothing of what not to do, is left out for want of room."""
    text = cards.calculator(GUIDES[name])
    for rule in GUIDES[name].rules:
        for call in rule.calls:
            assert call.when not in {"now", "today"} or call.action.instruction in text, (rule.key, call.action.key)
        assert rule.part is not AVOID or rule.text in text, rule.key


def test_a_roles_card_is_its_page(printed: Path) -> None:
    """The first steps on the card are those of the role's page, word for word."""
    page = lxml_html.parse(printed / "roles/school-and-college/index.html").getroot()
    steps = ["".join(step.text_content().split()) for step in page.xpath("//h2[1]/following-sibling::ul[1]/li/strong")]
    text = "".join(words(read(printed, "card-school-and-college"), 0).split())
    assert len(steps) >= 3
    assert all(step in text for step in steps)


def told(case: scenarios.Scenario) -> list[str]:
    """Give what the answer to a case has to say: its heading, every step and every remark."""
    result = case.result
    steps = [output_words.instruction(step, result.role) or step.action.others for step in result.yours]
    steps += [step.action.others for step in result.others]
    remarks = [rule.text for rule in result.applied if rule.part is not STEPS]
    return [output_words.heading(result), *steps, *remarks]


def test_the_scenarios_page_answers_by_the_rules(site: Path) -> None:
    """Each case has its own answer on the page, folded: every line that is not part of every answer."""
    page = lxml_html.parse(site / "paper/scenarios/index.html").getroot()
    for case in scenarios.scenarios():
        (fold,) = page.get_element_by_id(case.place).xpath(".//details")
        answer = "".join(fold.text_content().split())
        for line in told(case):
            assert "".join(line.split()) in answer, (case.title, line)


# Any page, from the browser


def sheets(page: Page, **options: Any) -> PdfReader:
    """Print what the browser shows."""
    return PdfReader(io.BytesIO(page.pdf(**options)))


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
def test_a_page_prints_on_the_readers_paper(browser: Browser, address: str, paper: str, width: int) -> None:
    """Running lines on every sheet, no menu, every fold open: with scripts on, which fold the rules, too."""
    page = browser.new_page()
    page.goto(address + "calculators/age/")
    reader = sheets(page, format=paper)
    page.close()
    assert abs(float(reader.pages[0].mediabox.width) - width) < 1.5  # points: Chromium rounds to its pixels
    text = [words(reader, sheet) for sheet in range(len(reader.pages))]
    for number, sheet in enumerate(map(squeezed, text), start=1):
        assert f"Page{number}of{len(text)}" in sheet
        assert re.search(r"Edition20\d\d\.\d+\.\d+,printed\d+[A-Z]\w+20\d\d", sheet)
        assert squeezed(f"Check for a newer version at {address}calculators/age/") in sheet
        assert "CheckacaseAge" in sheet
    whole = " ".join(text)
    assert GUIDES["age"].rules[0].text in whole
    assert "Search" not in whole
    assert "Age in years" not in whole


def test_folds_open_on_paper_without_a_script(browser: Browser, address: str) -> None:
    """A part that is folded on the screen is printed where scripts are off."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + "procedure/families/")
    folded = page.locator("details.fold li").first
    assert not folded.is_visible()
    said = squeezed(folded.text_content() or "")
    text = "".join(squeezed(sheet.extract_text()) for sheet in sheets(page).pages)
    page.close()
    assert said in text
    assert "beforeyouuseanoldprint" in text


def test_a_result_prints_in_place_of_the_rules(browser: Browser, address: str) -> None:
    """After a check the sheets hold the answer, and neither the form nor the rules and the table."""
    with opened(browser, address + "calculators/age/") as page:
        before = len(sheets(page).pages)
        fill(page, "age", {"age-then": "12", "activity": "no", "development": "no"})
        page.locator("hsb-calculator [type=submit]").click()
        page.locator(".result").wait_for(timeout=READY)
        heading = page.locator(".result h3").first.inner_text()
        reader = sheets(page)
    text = squeezed(" ".join(words(reader, sheet) for sheet in range(len(reader.pages))))
    assert squeezed(heading) in text
    assert "Everyruleinwords" not in text
    assert len(reader.pages) < before


def test_dark_colours_become_light_on_paper(browser: Browser, address: str) -> None:
    """From the dark scheme, black on white and no dark canvas around it."""
    page = browser.new_context(color_scheme="dark").new_page()
    page.goto(address + "procedure/first-action/")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        "() => [document.documentElement, document.body, document.querySelector('#content h1')].map("
        "(one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color, getComputedStyle(one).colorScheme])"
    )
    page.close()
    assert [background for background, _, _ in colours[:2]] == ["rgb(255, 255, 255)"] * 2
    assert colours[2][1] == "rgb(0, 0, 0)"
    assert colours[0][2] == "light"


def test_one_card_prints_alone(browser: Browser, address: str) -> None:
    """The address of a card prints that card and nothing else, on one sheet of either paper."""
    for paper in ("A4", "Letter"):
        page = browser.new_page()
        page.goto(f"{address}paper/cards/#card-consent")
        reader = sheets(page, format=paper)
        page.close()
        assert len(reader.pages) == 1
        assert "Consent: on paper" in words(reader, 0)


def test_the_record_as_a_page_is_the_record_as_text() -> None:
    """For every case: the same words in the same order, as headings, lists and paragraphs, with nothing that runs."""
    for case in scenarios.scenarios():
        text = reports.record_text(case.result, "22 November 2026 at 09:00", "https://example.org/")
        page: Any = lxml_html.fromstring(record.html(text))
        shown = "".join(page.find("body").text_content().split())
        assert shown == "".join(re.sub(r"^  - ", "", text, flags=re.MULTILINE).split())
        assert [element.text for element in page.iter("h1", "h2")][:2] == [
            f"Record of a check: {case.guide.title}",
            "What was answered",
        ]
        assert not page.xpath("//script|//img|//link|//@src")
