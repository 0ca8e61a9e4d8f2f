"""The edition for a folder, opened as a double click does: links, search, calculators, the audit, no server."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.site import folder_edition
from tests.browser.test_runtime import answers
from tests.conftest import ROOT, once
from tests.support.calculator_page import READY


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition, unpacked as a reader unpacks it."""
    return once(tmp_path_factory, "folder", unpack) / "with a space" / "hsb-guidance"


def unpack(place: Path) -> None:
    """Build the edition, pack it and unpack it."""
    place.mkdir()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "offline.yml"]
    done = subprocess.run(
        [*command, "--site-dir", str(place / "site")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    folder_edition.pack(place / "site", place / "edition.zip")
    zipfile.ZipFile(place / "edition.zip").extractall(place / "with a space")


def opened(browser: Browser, path: Path) -> tuple[Page, list[str]]:
    """Open a file; give the page and what it complains of."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    return page, complaints


def test_a_calculator_answers_from_a_folder(browser: Browser, folder: Path) -> None:
    """Python itself answers, with its reasons and the record."""
    page, complaints = opened(browser, folder / "calculators/consent.html")
    answers(page)
    assert not complaints
    page.close()


def test_the_audit_workspace_works_from_a_folder(browser: Browser, folder: Path) -> None:
    """A sheet can be added."""
    page, complaints = opened(browser, folder / "framework/workspace.html")
    page.get_by_text("Add or open a sheet").wait_for(timeout=READY)
    page.fill("#audit-agency", "Police")
    page.get_by_role("button", name="Add sheet").click()
    page.locator("#audit-sheet option", has_text="Police, round 1").wait_for(state="attached", timeout=READY)
    assert not complaints
    page.close()


def test_search_works_from_a_folder_and_leads_to_a_page(browser: Browser, folder: Path) -> None:
    """From the home page to a chapter by a word."""
    page, complaints = opened(browser, folder / "index.html")
    page.locator(".search__input").click()
    page.keyboard.type("strategy discussion", delay=30)
    result = page.locator(".search__result").first
    result.wait_for(timeout=READY)
    assert "strategy" in result.inner_text().lower()
    result.click()
    expect(page.locator("h1")).to_contain_text("discussion", ignore_case=True)
    assert not complaints
    page.close()


def test_every_link_of_every_page_leads_to_a_file(browser: Browser, folder: Path) -> None:
    """A folder has no index pages: a link that ends with a slash would show a list of files."""
    broken = []
    page = browser.new_page()
    page.route("**/assets/python/**", lambda route: route.abort())  # links need no Python, and it is slow to start
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        for address in page.evaluate("[...document.links].map(link => link.href)"):
            found = urlsplit(address)
            if found.scheme == "file" and not Path(unquote(found.path)).is_file():
                broken.append((path.relative_to(folder).as_posix(), address))
    assert not broken
    page.close()


def test_a_missing_script_of_python_gives_a_sentence(browser: Browser, folder: Path) -> None:
    """Where the archive was not unpacked whole, it says so; the lines and the table stand in."""
    files = folder / "assets/python/files.js"
    aside = files.rename(files.with_name("aside.js"))
    page, _ = opened(browser, folder / "calculators/consent.html")
    expect(page.locator(".calculator__status")).to_contain_text("Unpack the whole archive again", timeout=READY)
    expect(page.locator(".calculator__table")).to_be_visible()
    aside.rename(files)
    page.close()


def test_a_page_opened_inside_the_archive_says_to_unpack_first(browser: Browser, folder: Path, tmp_path: Path) -> None:
    """Windows copies that one file out and opens it: it has no style and no script then, and says why."""
    alone = tmp_path / "index.html"
    alone.write_bytes((folder / "index.html").read_bytes())
    page, _ = opened(browser, alone)
    expect(page.get_by_text("Unpack first.")).to_be_visible()
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_text("Unpack first.")).to_be_hidden()
    page.close()


@pytest.mark.parametrize("link", ["calculators/consent/#sources", "calculators/", "./"])
def test_a_link_that_a_script_makes_leads_to_a_file(browser: Browser, folder: Path, link: str) -> None:
    """Scripts write addresses as on a host."""
    page, _ = opened(browser, folder / "calculators/age.html")
    page.evaluate(
        "link => document.querySelector('h1').insertAdjacentHTML('afterend', `<a id=made href='../${link}'>On</a>`)",
        link,
    )
    page.click("#made")
    expect(page.locator("h1")).to_be_visible()
    assert Path(unquote(urlsplit(page.url).path)).is_file(), page.url
    assert link.partition("#")[2] == urlsplit(page.url).fragment
    page.close()
