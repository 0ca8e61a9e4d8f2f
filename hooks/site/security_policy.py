"""The content security policy: one for the whole site, with the hashes of its few inline scripts.

It lets nothing be fetched from, sent to or run from another origin.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
HEAD = "<head>"


def inline_scripts(html: str) -> list[str]:
    """Give the code of each inline script that a browser would run."""
    return [
        script["code"]
        for script in INLINE.finditer(html)
        if "src=" not in script["attributes"] and "application/json" not in script["attributes"]
    ]


def policy(scripts: set[str], *, from_folder: bool = False) -> str:
    """Give the policy that allows these inline scripts and nothing else that is inline.

    From a folder, workers are made from code that the page holds: there the policy allows that too.
    """
    made = " blob:" if from_folder else ""
    digests = sorted(
        f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in scripts
    )
    return "; ".join(
        (
            "default-src 'self'",
            " ".join((f"script-src 'self' 'wasm-unsafe-eval'{made}", *digests)),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            f"worker-src 'self'{made}",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",  # scripts answer every form: what is typed goes into no address, not even before they are there
        )
    )


def write(site: Path, *, from_folder: bool = False) -> str:
    """Put the policy into the head of every page of a built site; give the policy."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    said = policy({code for html in pages.values() for code in inline_scripts(html)}, from_folder=from_folder)
    meta = f'{HEAD}<meta http-equiv="Content-Security-Policy" content="{said}">'
    for path, html in pages.items():
        path.write_text(html.replace(HEAD, meta, 1), encoding="utf-8")
    return said
