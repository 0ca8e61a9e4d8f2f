"""What the service worker may keep: each file of the site with the beginning of its SHA-256."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WORKER = "sw.js"
LIST = re.compile(r"^const FILES = .*\nconst TABLES = .*\n")
TABLE = re.compile(r'href="([^"#?:]*\.csv)"')
NEVER = (WORKER, "404.html", "feed.xml", "sitemap.xml", "sitemap.xml.gz")


def write(site: Path) -> None:
    """Write the list into the service worker of a built site, in place of an earlier one: the last step of all."""
    names = {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix != ".pdf"
    }
    files = {
        name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for name, path in names.items() if name not in NEVER
    }
    tables = {name: found for name, path in names.items() if path.suffix == ".html" and (found := _tables(site, path))}
    worker = site / WORKER
    code = LIST.sub("", worker.read_text(encoding="utf-8"))
    worker.unlink()  # an edition shares this file with the build it was made from
    head = "".join(f"const {key} = {_json(value)};\n" for key, value in (("FILES", files), ("TABLES", tables)))
    worker.write_text(head + code, encoding="utf-8")


def _tables(site: Path, page: Path) -> list[str]:
    """Give the tables (CSV) that a page offers: they are kept with it."""
    links = TABLE.findall(page.read_text(encoding="utf-8"))
    return sorted({(page.parent / link).resolve().relative_to(site.resolve()).as_posix() for link in links})


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
