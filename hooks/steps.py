"""The build in three steps, so that any engine can stand in the middle: `before`, one Markdown extension, `after`.

`before` checks what the pages and areas say, makes what the browser runs and the tables that pages link to, and gives the
variables of the templates. The engine turns Markdown into pages, with hooks.markdown.page among its extensions. `after`
finishes the folder that the engine wrote. hooks/events.py calls both for MkDocs and ProperDocs, hooks/build.py for Zensical.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import calculators
from calculators.areas.tables import AreaError
from calculators.guides.catalogue import GUIDES
from calculators.output.table import table_csv
from calculators.sources import MARKS, documents
from hooks.pages import downloads
from hooks.pages import front_matter as pages
from hooks.runtime import browser_package
from hooks.site import (
    addresses,
    areas,
    checked,
    feed,
    folder_edition,
    offline_copies,
    published_data,
    search,
    sections,
    security_policy,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOG = logging.getLogger("mkdocs.guidance")
ASSETS = pages.DOCS.parent / "overrides" / "assets"
TABLES = pages.DOCS / "calculators" / "tables"
PYTHON = "assets/python"
WORKER = "calculator-worker.js"
SCRIPTS = (
    "answers",
    "answers-link",
    "area-editor",
    "area-fields",
    "audit",
    "audit_data",
    "audit_plan",
    "audit_sheets",
    "audit_workbook",
    "calculator",
    "case",
    "chapters",
    "child-area",
    "download",
    "first-answer",
    "page",
    "plan",
    "records",
    "runtime",
)
UNUSED = ("assets/javascripts", "assets/images")  # of Material or Zensical: none of it is asked for here
UNUSED_FILES = ("**/*.map", "assets/stylesheets/palette.*", "assets/stylesheets/*/palette.*", "objects.inv")


class BuildError(RuntimeError):
    """The site cannot be built as it stands; the words say what to mend."""


def before(offered: str) -> dict[str, Any]:
    """Make what the engine and its pages need; give the variables of the templates (`extra`).

    Args:
        offered: the keys of the areas that the site offers, with blanks between.

    Raises:
        BuildError: a page, an area, the address of the site or what the browser runs is not as it has to be.

    """
    try:
        written = pages.read_all()
        areas.offered(offered)
        published = addresses.read(os.environ.get("SITE_URL", ""))  # without it a site knows no address
        package = browser_package.build()
    except FAULTS as fault:
        raise BuildError(str(fault)) from None
    for page in written:
        if page.overdue(date.today()):  # noqa: DTZ011 - the day of the build, where it is built
            LOG.info("%s: the review was due by %s; `make reviews` lists all", page.path, page.review_by)
    tables = {f"{name}.csv": table_csv(guide) for name, guide in GUIDES.items()}
    for stale in {path.name for path in TABLES.glob("*.csv")} - set(tables):
        (TABLES / stale).unlink()
    for name, text in tables.items():
        _write_changed(TABLES / name, text)
    return {
        "areas": offered,
        "edition": calculators.__version__,
        "marks": {MARKS[key]: document.short for key, document in documents().items()},
        "pdf": downloads.offered(),
        "published": published,
        "scripts": f"assets/calculators-{_digest(package)[:16]}/",
    }


FAULTS = (
    pages.PageError,
    AreaError,
    addresses.AddressError,
    areas.LocalError,
    browser_package.BrowserPackageError,
    folder_edition.FolderEditionError,
)


def after(site: Path, name: str, extra: Mapping[str, Any]) -> None:
    """Finish the folder that an engine wrote: what the browser runs, search, areas, feed, policy, copies, checks.

    Args:
        site: the folder.
        name: the name of the site.
        extra: the variables of the templates, as `before` gave them; with `folder`, for the edition without a server.

    Raises:
        BuildError: a page asks for what no area has, a name of search leads nowhere, or a link of the site does; the
            words say which.

    """
    _leave_out(site)
    _add_scripts(site, extra["scripts"])
    try:
        _finish_pages(site, name, extra)
        if extra.get("folder"):
            folder_edition.write(site, extra["scripts"])
        else:
            (site / "assets/folder.js").unlink()
    except FAULTS as fault:
        raise BuildError(str(fault)) from None
    security_policy.write(site, from_folder=bool(extra.get("folder")))
    if not extra.get("folder"):
        offline_copies.write(site)
    if wrong := checked.faults(site, pages.read_all(), ("pdf/",) if extra.get("pdf") else ()):
        raise BuildError("\n".join(wrong))


def _finish_pages(site: Path, name: str, extra: Mapping[str, Any]) -> None:
    """Cut the pages into sections for search, fill the places of the areas in them, write the feed."""
    written = pages.read_all()
    offered = areas.offered(extra["areas"])
    found = []
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        place = path.relative_to(site)
        found += sections.of_page(html, place.as_posix().removesuffix("index.html"))
        filled = areas.fill(sections.without_markers(html), offered, areas.way_up(place))
        if filled != html:
            path.write_text(filled, encoding="utf-8")
    found.sort(key=lambda section: section["location"].partition("#")[0])
    search.write(site, found, written)
    (site / addresses.FEED).write_text(feed.atom(written, name, extra["published"]), encoding="utf-8")
    published_data.write(site, offered, extra["published"])
    if not extra["published"]:
        for unknown in (addresses.MAP, addresses.PACKED_MAP):
            (site / unknown).unlink(missing_ok=True)


def _leave_out(site: Path) -> None:
    """Take away what the theme brings and no page asks for."""
    for folder in UNUSED:
        shutil.rmtree(site / folder, ignore_errors=True)
    for pattern in UNUSED_FILES:
        for path in site.glob(pattern):
            path.unlink()


def _add_scripts(site: Path, folder: str) -> None:
    """Put the scripts that belong together into their folder, and beside them what they run and search with."""
    package = browser_package.build()
    (site / folder).mkdir(parents=True)
    for script, content in _together(package).items():
        (site / folder / script).write_bytes(content)
        (site / "assets" / script).unlink()
    (site / PYTHON).mkdir(parents=True)
    for path in browser_package.served(package):
        shutil.copyfile(path, site / PYTHON / path.name)
    for address, path in search.LIBRARY.items():
        shutil.copyfile(path, site / address)


def _together(package: Path) -> dict[str, bytes]:
    """Give the scripts of the calculators; the worker begins with the manifest of what it runs."""
    manifest = (package / "manifest.json").read_text(encoding="utf-8").strip()
    worker = (ASSETS / WORKER).read_text(encoding="utf-8")
    scripts = {f"{name}.js": (ASSETS / f"{name}.js").read_bytes() for name in SCRIPTS}
    return scripts | {WORKER: f"const MANIFEST = {manifest};\n{worker}".encode()}


def _digest(package: Path) -> str:
    return hashlib.sha256(b"".join(_together(package).values())).hexdigest()


def _write_changed(path: Path, text: str) -> None:
    """Write a file where it is not the same already, whole or not at all: several builds may run at once."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(text, encoding="utf-8", newline="")
    part.replace(path)
