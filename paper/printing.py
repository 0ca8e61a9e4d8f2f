"""One process that prints PDFs: its own browser, which ends with it, and the documents it prints.

It stands beside __main__ because a process that is started afresh cannot find there what it has to run.
"""

from __future__ import annotations

import logging
from datetime import date
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING

from lxml import html as lxml_html
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from paper.documents import CONFIG, Document, documents
from paper.finish import make
from paper.join import Published
from tools.find_browser import find

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page as Tab


@cache
def by_name() -> dict[str, Document]:
    """Every PDF there is, by its name."""
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


def print_one(job: tuple[Path, str]) -> tuple[str, int, float]:
    """Make one PDF; give its name, how many sheets it has, and the seconds it took."""
    site, name = job
    begun = monotonic()
    count = make(_tab(), site, by_name()[name], _published(site))
    return name, count, monotonic() - begun
