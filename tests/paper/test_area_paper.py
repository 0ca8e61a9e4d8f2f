"""An area on paper: the page of its arrangements has every value of its file, its cards have its front door on one side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from calculators.areas import reader
from calculators.areas.steps import steps
from hooks.pages import cards
from hooks.pages.front_matter import DOCS, read
from hooks.site import editions
from paper import finish
from paper.documents import Document, Part, documents
from paper.join import Published
from tests.support import made_areas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from calculators.areas.model import Area

LOCAL = read(DOCS / "local" / "index.md")
PAGE = Document("local", LOCAL.title, LOCAL.summary, LOCAL.url, (Part("Local", (LOCAL,)),), ())
CARD = cards.cards()[0].name


def printed(browser: Browser, site: Path, area: Area, folder: Path, document: Document) -> PdfReader:
    """Make the edition of an area and print a document of it."""
    editions.make(area, site, folder)
    tab = browser.new_page()
    finish.make(tab, folder, document, Published("Guidance", "", date(2026, 11, 22)))
    tab.close()
    return PdfReader(folder / "pdf" / f"{document.name}.pdf")


def letters(reader: PdfReader) -> str:
    """Give all text without blanks: where a line is broken tells nothing."""
    return "".join("".join(sheet.extract_text().split()) for sheet in reader.pages)


def test_every_value_of_a_file_stands_on_paper(browser: Browser, site: Path, tmp_path: Path) -> None:
    """In the PDF of the local arrangements, with the address of each link in full."""
    text, shown = made_areas.made(set(made_areas.every_key()))
    area = reader.read("anyshire", text, steps(), "anyshire.toml")
    said = letters(printed(browser, site, area, tmp_path, PAGE))
    assert [value for value in shown.values() if "".join(value.removeprefix("https://").split()) not in said] == []


@pytest.mark.parametrize("area", made_areas.realistic(), ids=lambda area: area.key)
def test_the_front_door_stands_on_a_card_of_one_side(area: Area, browser: Browser, site: Path, tmp_path: Path) -> None:
    """Every number of it, however many there are."""
    card = next(document for document in documents() if document.name == CARD)
    made = printed(browser, site, area, tmp_path, card)
    said = letters(made)
    for way in area.contact("front-door").ways:
        assert "".join(way.telephone.split()) in said
        assert "".join(way.out_of_hours.partition(",")[0].split()) in said
    assert len(made.pages) == 1
