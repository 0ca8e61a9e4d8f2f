"""python -m paper SITE [NAME …]: print the built site in folder SITE; all PDFs, or those of these names."""

from __future__ import annotations

import logging
import os
import sys
from datetime import date
from pathlib import Path
from time import monotonic

from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from hooks.site import addresses
from paper.documents import CONFIG, documents
from paper.finish import make
from paper.join import Published
from tools.find_browser import find, node_for_playwright


def main(arguments: list[str]) -> int:
    """Make the PDFs; give the exit status."""
    site, names = Path(arguments[0]).resolve(), set(arguments[1:])
    config = load_config(str(CONFIG))
    at = Published(config.site_name, addresses.read(os.environ.get("SITE_URL", "")), date.today())  # noqa: DTZ011 - the day, where it is made
    browser = find()
    if not browser:
        sys.stderr.write("no browser found: install Chromium, Chrome or Edge and run it again\n")
        return 1
    node_for_playwright()
    started = monotonic()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=["--no-sandbox", "--disable-background-networking"]
        )
        tab = chromium.new_page()
        tab.set_default_timeout(300_000)
        for document in documents():
            if not names or document.name in names:
                begun = monotonic()
                make(tab, site, document, at)
                sys.stdout.write(f"{document.name}.pdf {monotonic() - begun:.1f} s\n")
        chromium.close()
    sys.stdout.write(f"{monotonic() - started:.0f} s in all\n")
    return 0


if __name__ == "__main__":
    logging.disable(logging.INFO)
    sys.exit(main(sys.argv[1:]))
