"""What MkDocs calls: each event hands on to a plain function."""

from __future__ import annotations

import logging
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# MkDocs reads this file anew before each build while it serves; what it imports has to be new as well.
for loaded in [name for name in sys.modules if name.split(".")[0] in {"calculators", "hooks"}]:
    del sys.modules[loaded]
sys.path[:0] = [] if os.fspath(Path(__file__).parent.parent) in sys.path else [os.fspath(Path(__file__).parent.parent)]

import calculators  # noqa: E402
from hooks import browser_package, pages, security_policy  # noqa: E402

LOG = logging.getLogger("mkdocs.guidance")
PYTHON = "assets/python"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the edition known to the templates."""
    config.extra["edition"] = calculators.__version__
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what the browser runs."""
    from mkdocs.structure.files import File  # noqa: PLC0415 - MkDocs is running when this is called

    folder = browser_package.build()
    for path in browser_package.served(folder):
        name = path.relative_to(folder).as_posix()
        files.append(File.generated(config, f"{PYTHON}/{name}", abs_src_path=os.fspath(path)))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Put title, summary and facts before the text; an overdue page is a warning."""
    today = date.today()  # noqa: DTZ011 - the day of the build, where it is built
    try:
        written = pages.read(Path(page.file.abs_src_path or ""))
    except pages.PageError as fault:
        LOG.warning("%s", fault)
        return markdown
    if written.overdue(today):
        LOG.warning("%s: the review was due by %s", written.path, written.review_by)
    if written.chapter:
        page.title = written.heading
    page.meta["description"] = written.summary
    return (
        f"# {written.heading}\n\n{written.summary}\n{{: .page-summary }}\n\n"
        f"{written.facts(today)}\n{{: .page-facts }}\n\n{markdown}"
    )


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the content security policy, and leave out what nobody needs."""
    site = Path(config.site_dir)
    for path in (*site.rglob("*.map"), *site.glob("assets/javascripts/lunr/**/*.js")):
        path.unlink()
    security_policy.write(site)
