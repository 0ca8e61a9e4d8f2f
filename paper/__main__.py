"""python -m paper SITE [NAME …]: print the built site in folder SITE; all PDFs, or those of these names."""

from __future__ import annotations

import logging
import os
import sys
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from lxml import html as lxml_html
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from paper import sheets
from paper.documents import CONFIG, Document, documents
from paper.finish import make
from paper.join import Published
from tools.find_browser import find, node_for_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

PROCESSES = min(2, os.cpu_count() or 1)  # each with a browser of its own, which ends with it


def main(arguments: list[str]) -> int:
    """Make the PDFs; give the exit status."""
    site, wanted = Path(arguments[0]).resolve(), set(arguments[1:])
    names = [name for name in _documents() if not wanted or name in wanted]
    if unknown := wanted - set(names):
        sys.stderr.write(f"there is no PDF named {', '.join(sorted(unknown))}\n")
        return 2
    if not find():
        sys.stderr.write("no browser found: install Chromium, Chrome or Edge and run it again\n")
        return 1
    node_for_playwright()
    started = monotonic()
    counted: dict[str, int] = {}
    with get_context("spawn").Pool(PROCESSES) as pool:
        for name, count, seconds in pool.imap_unordered(_make, [(site, name) for name in names]):
            counted[name] = count
            said = f"{len(counted)} of {len(names)}: {name}.pdf, {sheets.words(count)}, {seconds:.1f} s\n"
            sys.stdout.write(said)
            sys.stdout.flush()
    sheets.write(site, counted)
    sys.stdout.write(f"{sum(counted.values())} sheets in {monotonic() - started:.0f} s\n")
    return 0


@cache
def _documents() -> dict[str, Document]:
    logging.disable(logging.INFO)
    return {document.name: document for document in documents()}


@cache
def _tab() -> Tab:
    """Give the tab of this process's own browser."""
    browser = find() or ""
    chromium = (
        sync_playwright()
        .start()
        .chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-background-networking"])
    )
    tab = chromium.new_page()
    tab.set_default_timeout(300_000)
    return tab


@cache
def _published(site: Path) -> Published:
    """Say where the site is published: an edition in a folder of its own says so on its pages."""
    links = lxml_html.parse(site / "index.html").xpath("//link[@rel='canonical']/@href")
    name = load_config(str(CONFIG)).site_name
    return Published(name, links[0] if links else "", date.today())  # noqa: DTZ011 - the day, where it is made


def _make(job: tuple[Path, str]) -> tuple[str, int, float]:
    """Make one PDF; give its name, how many sheets it has, and the seconds it took."""
    site, name = job
    begun = monotonic()
    count = make(_tab(), site, _documents()[name], _published(site))
    return name, count, monotonic() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
