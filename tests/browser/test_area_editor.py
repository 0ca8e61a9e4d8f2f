"""The editor of an area's file, as somebody without a developer uses it: from an empty form to a file that the build reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from calculators.areas import reader
from calculators.areas.steps import steps
from tests.support import made_areas
from tests.support.calculator_page import READY, axe, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EDITOR = "local/area-editor/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The editor, ready to check."""
    with opened(browser, address + EDITOR) as made:
        yield made


def section(page: Page, table: str) -> Locator:
    """Give the part of the form for a table, unfolded."""
    page.evaluate(
        "(table) => { for (let fold = document.querySelector(`[data-table='${table}']`).closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true; }",
        table,
    )
    return page.locator(f'[data-table="{table}"]')


def saved(page: Page) -> Path:
    """Save, and give the file that came."""
    with page.expect_download(timeout=READY) as coming:
        page.get_by_role("button", name="Save the file").first.click()
    return coming.value.path().rename(coming.value.path().with_name(coming.value.suggested_filename))


def open_file(page: Page, name: str, content: str | bytes) -> None:
    """Open a file in the editor."""
    held = content.encode("utf-8") if isinstance(content, str) else content
    page.get_by_label("Area file to open").set_input_files({"name": name, "mimeType": "", "buffer": held})
    expect(page.get_by_role("status")).to_contain_text(name, timeout=READY)


def test_from_an_empty_form_to_a_file_that_the_build_reads(page: Page) -> None:
    """Two numbers for the front door, a panel, an addition, a date as people write it; the preview follows each."""
    asked: list[str] = []
    section(page, "").get_by_label("Name", exact=True).fill("Anyshire")
    door = section(page, "contact.front-door")
    door.get_by_label("Name", exact=True).fill("Anyshire front door")
    door.get_by_label("Telephone number").fill("01632 960001")
    preview = page.locator(".area-editor__preview")
    expect(preview.locator(".ring")).to_contain_text("Anyshire front door", timeout=READY)
    page.on("request", lambda request: asked.append(request.url))
    door.get_by_role("button", name="Add").click()
    second = door.locator("[data-item]").nth(1)
    second.get_by_label("Name", exact=True).fill("Anyshire front door, new number")
    second.get_by_label("Telephone number").fill("01632 960002")
    second.get_by_text("More about this").click()
    second.get_by_label("First day of this number").fill("1/4/2027")
    panel = section(page, "panel")
    panel.get_by_role("button", name="Add").click()
    panel.get_by_label("Name", exact=True).fill("Anyshire panel")
    panel.get_by_label("Youngest age").fill("8")
    panel.get_by_label("Oldest age").fill("17")
    lines = section(page, "line")
    lines.get_by_role("button", name="Add").click()
    lines.get_by_label("The step it belongs to").select_option("protect-harmed")
    lines.get_by_label("What your area asks for as well").fill('Tell the "link" worker; C:\\n.')
    expect(preview.locator(".ring")).to_contain_text("from 1 April 2027", timeout=READY)
    expect(preview.locator(".result")).to_contain_text(
        'Added by Anyshire (the step above still applies): Tell the "link"'
    )
    file = saved(page)
    assert file.name == "anyshire.toml"
    area = reader.read("anyshire", file.read_bytes(), steps(), "anyshire.toml")
    assert [way.telephone for way in area.contact("front-door").ways] == ["01632 960001", "01632 960002"]
    assert area.contact("front-door").also[0].starts == "2027-04-01"
    assert area.panels[0].takes(8)
    assert area.lines[0].text == 'Tell the "link" worker; C:\\n.'
    expect(page.get_by_role("status")).to_contain_text("Nothing in it is wrong in form")
    assert [url for url in asked if not url.startswith("blob:")] == [], "nothing leaves the browser"
    assert page.evaluate("Object.keys(localStorage).length + document.cookie.length") == 0


def test_a_wrong_value_is_named_at_its_field_and_a_link_leads_there(page: Page) -> None:
    """While it is typed nothing is said; afterwards the field, what is wrong, and what to write. A draft can be saved."""
    section(page, "").get_by_label("Name", exact=True).fill("Anyshire")
    telephone = section(page, "contact.front-door").get_by_label("Telephone number")
    telephone.fill("01472 32")
    telephone.press("Tab")
    expect(telephone).to_have_attribute("aria-invalid", "true", timeout=READY)
    expect(telephone).to_have_accessible_description(
        "For example 01632 960001, or 01632 960001 ext 2 Error: Telephone number: “01472 32” cannot be used; write the whole "
        "number with its area code, such as 01632 960001, or a national one, such as 101 or 0800 1111."
    )
    saved(page)
    expect(page.get_by_role("status")).to_contain_text("as a draft")
    faults = page.locator(".area-editor__faults")
    expect(faults).to_be_focused()
    expect(faults.get_by_role("link")).to_have_count(2)
    expect(faults).to_contain_text("Children’s social care. Name is missing; write what the service is called.")
    faults.get_by_role("link").first.click()
    expect(section(page, "contact.front-door").get_by_label("Name", exact=True)).to_be_focused()
    page.keyboard.type("Front door")
    telephone.fill("01632 960001")
    telephone.press("Tab")
    expect(faults).to_be_empty()


@pytest.mark.parametrize("path", sorted(made_areas.FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_a_file_is_opened_and_saved_the_same(page: Page, path: Path) -> None:
    """Whatever an area can say passes through the form, with the remark at the top."""
    open_file(page, path.name, path.read_text(encoding="utf-8"))
    expect(page.get_by_role("status")).to_have_text(f"{path.name} is open.")
    file = saved(page)
    assert file.name == path.name
    assert reader.read(path.stem, file.read_bytes(), steps(), "x") == reader.load(path.stem, path.parent)
    assert file.read_text(encoding="utf-8").splitlines()[0] == path.read_text(encoding="utf-8").splitlines()[0]


def test_what_cannot_be_kept_is_named(page: Page) -> None:
    """A key that no area's file has; a file that is no TOML or not in UTF-8 changes nothing."""
    front = 'name = "Anyshire"\ncolour = "blue"\n[contact.front-door]\nname = "Door"\ntelephone = "1"\n# later\n'
    open_file(page, "anyshire.toml", front)
    expect(page.get_by_role("status")).to_contain_text("was left out: colour, remarks below the top of the file.")
    expect(page.locator(".area-editor__faults")).to_contain_text("Telephone number: “1” cannot be used")
    open_file(page, "other.toml", "name = Anyshire")
    expect(page.get_by_role("status")).to_contain_text(
        "other.toml cannot be opened: line 1 is not TOML: the value cannot be read"
    )
    open_file(page, "old.toml", 'name = "Môn"'.encode("utf-16"))
    expect(page.get_by_role("status")).to_contain_text("old.toml is not in UTF-8. Save it again")
    expect(section(page, "").get_by_label("Name", exact=True)).to_have_value("Anyshire")


def test_the_editor_is_accessible_and_fits_a_small_screen(browser: Browser, address: str) -> None:
    """With every kind of table in it, a fault, and the preview, at 320 pixels."""
    with opened(browser, address + EDITOR, viewport={"width": 320, "height": 640}) as page:
        open_file(page, "brackenshire.toml", (made_areas.FOLDER / "brackenshire.toml").read_text(encoding="utf-8"))
        section(page, "").get_by_label("Name", exact=True).fill("")
        page.get_by_role("button", name="Save the file").first.click()
        expect(page.locator(".area-editor__faults a")).to_have_count(1, timeout=READY)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert axe(page) == []
