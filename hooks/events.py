"""What MkDocs calls: each event hands on to a plain function.

MkDocs reads this file once, also while it serves. What it hands on to is imported when it is called,
so that a change of a rule or of a hook shows at the next build.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
import sys
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

LOG = logging.getLogger("mkdocs.guidance")
PYTHON = "assets/python"
NOW = '<div class="now"'  # what to do at once stands above what the page is about
SCRIPTS = (
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
    "runtime",
)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build with our modules as they are now; make the edition known to the templates."""
    for name in [name for name in sys.modules if name.split(".")[0] in {"calculators", "hooks", "paper"}]:
        del sys.modules[name]
    import calculators
    from calculators.areas.reader import AreaError
    from calculators.sources import MARKS, documents
    from hooks.pages import downloads
    from hooks.pages import front_matter as pages
    from hooks.site import addresses, areas

    config.extra["marks"] = {MARKS[key]: document.short for key, document in documents().items()}
    config.extra["pdf"] = downloads.offered()
    config.extra["edition"] = calculators.__version__
    config.extra["areas"] = config.extra["areas"] or ""  # an empty variable is read as nothing at all
    try:
        pages.read_all()
        areas.offered(config.extra["areas"])
        config.extra["published"] = addresses.read(os.environ.get("SITE_URL", ""))  # without it a site knows no address
    except (pages.PageError, AreaError, addresses.AddressError) as fault:
        raise PluginError(str(fault)) from None
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what the browser runs; put the scripts that belong together into one folder, named by what is in them."""
    from mkdocs.structure.files import File

    from calculators.guides.catalogue import GUIDES
    from calculators.output.table import table_csv
    from hooks.runtime import browser_package
    from hooks.site import search

    try:
        folder = browser_package.build()
    except browser_package.BrowserPackageError as fault:
        raise PluginError(str(fault)) from None
    for name, guide in GUIDES.items():
        files.append(File.generated(config, f"calculators/tables/{name}.csv", content=table_csv(guide)))
    for path in browser_package.served(folder):
        files.append(File.generated(config, f"{PYTHON}/{path.name}", abs_src_path=os.fspath(path)))
    for name, path in search.LIBRARY.items():
        files.append(File.generated(config, name, abs_src_path=os.fspath(path)))
    together = [file for name in SCRIPTS if (file := files.get_file_from_path(f"assets/{name}.js"))]
    worker = next(file for file in files if file.src_uri == "assets/calculator-worker.js")
    manifest = (folder / "manifest.json").read_text(encoding="utf-8")
    told = File.generated(
        config, worker.src_uri, content=f"const MANIFEST = {manifest.strip()};\n{worker.content_string}"
    )
    files.remove(worker)
    files.append(told)
    together.append(told)
    digest = hashlib.sha256(b"".join(file.content_bytes for file in together)).hexdigest()
    config.extra["scripts"] = f"assets/calculators-{digest[:16]}/"
    for file in together:
        file.dest_uri = config.extra["scripts"] + Path(file.src_uri).name
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Put title, summary and facts before the first part of the text; say of an overdue page that it is one.

    That a day has passed stops nothing: a correction can always be built.

    What a page says before its first part, such as what to do now, stands above its summary.
    """
    from hooks.pages import cards
    from hooks.pages import front_matter as pages

    written = pages.read(Path(page.file.abs_src_path or ""))
    if written.overdue(date.today()):  # noqa: DTZ011 - the day of the build, where it is built
        LOG.info("%s: the review was due by %s; `make reviews` lists all", written.path, written.review_by)
    if written.chapter:
        page.title = written.heading
    page.meta["description"] = written.summary
    page.meta["pdf"] = written.pdf if written.has_pdf else None
    page.meta["prints"] = written.is_bound
    page.meta["session"] = written.is_session
    first, part, rest = f"\n{markdown}".partition("\n## ") if markdown.lstrip().startswith(NOW) else ("", "", markdown)
    page.meta["card"] = next((card.name for card in cards.cards() if card.page is written), None)
    return (
        f"# {written.heading}\n\n{first}\n\n{written.summary}\n{{: .page-summary }}\n\n"
        f"{written.facts()}\n{{: .page-facts data-search-exclude }}\n\n<!--on this page-->\n\n{part.lstrip()}{rest}"
    )


def on_page_content(html: str, *, page: Page, files: Files, **_: Any) -> str:
    """Put addresses in place of the paths that the links of pictures name; say for paper where links lead."""
    from hooks.pages.pictures import PAGE_LINK
    from hooks.site import paper_links

    def address(link: re.Match[str]) -> str:
        file = files.get_file_from_path(link[1])
        if file is None:
            raise PluginError(f"docs/pictures: there is no page {link[1]}")
        return f'href="{file.url_relative_to(page.file)}"'

    html = re.sub(
        r"<(hsb-calculator|hsb-case|hsb-audit)\b", r"<\1 data-search-exclude", html
    )  # its rules are no text of the page
    return paper_links.say(re.sub(f'href="{PAGE_LINK}([^"]+)"', address, html), page.url)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Fill the places of the page with what the offered areas say."""
    from hooks.site import areas

    return _with_areas(output, areas.way_up(PurePosixPath(page.file.dest_uri)), config)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Fill the places of the page that says a page is missing."""
    return _with_areas(output, "", config) if template_name.endswith(".html") else output


def _with_areas(html: str, base: str, config: MkDocsConfig) -> str:
    from hooks.site import areas

    try:
        return areas.fill(html, areas.offered(config.extra["areas"]), base)
    except areas.LocalError as fault:
        raise PluginError(str(fault)) from None


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the index of search, the content security policy and the list of copies; leave out what nobody needs."""
    from hooks.pages import front_matter as pages
    from hooks.site import addresses, feed, folder_edition, offline_copies, search, security_policy

    site = Path(config.site_dir)
    for unused in ("javascripts", "images"):  # Material's: none of it is asked for here
        shutil.rmtree(site / "assets" / unused)
    for path in {*site.rglob("*.map"), *site.glob("assets/stylesheets/palette.*")}:
        path.unlink()
    try:
        search.write(site, pages.read_all())
    except pages.PageError as fault:
        raise PluginError(str(fault)) from None
    address = config.extra["published"]
    (site / "feed.xml").write_text(feed.atom(pages.read_all(), config.site_name, address), encoding="utf-8")
    if not address:
        for name in (addresses.MAP, addresses.PACKED_MAP):
            (site / name).unlink(missing_ok=True)
    if config.extra.get("folder"):
        folder_edition.write(site, config.extra["scripts"])
        security_policy.write(site, from_folder=True)
        return
    (site / "assets/folder.js").unlink()
    security_policy.write(site)
    offline_copies.write(site)
