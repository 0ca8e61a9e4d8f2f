"""Lighthouse, as on a phone, of the built site: a line `name value` for each score.

Args: the folder of the built site. Lighthouse and its 176 MB come from npm for the run alone and are no part of the
site or of its tests; its version stands in the Makefile.
"""

from __future__ import annotations

import gzip
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path

from tests.conftest import QuietServer
from tools.find_browser import find

PAGES = {"home": "", "chapter": "procedure/first-action/", "calculator": "calculators/consent/"}
TEXT = {".html", ".css", ".js", ".json", ".svg"}


class Compressing(http.server.SimpleHTTPRequestHandler):
    """A quiet server that compresses text, as hosts do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve a file; text is compressed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in TEXT:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def scores(command: list[str], address: str) -> dict[str, int]:
    """Run Lighthouse on one page; give its scores of 100."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        flags = "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"
        options = ["--quiet", "--output=json", f"--output-path={report}", flags]
        categories = "--only-categories=performance,accessibility,best-practices,seo"
        environment = {**os.environ, "CHROME_PATH": find() or ""}
        subprocess.run([*command, address, *options, categories], env=environment, check=True)
        found = json.loads(report.read_text(encoding="utf-8"))
    for name, audit in found["audits"].items():
        if audit["score"] is not None and audit["score"] < 1 and audit.get("scoreDisplayMode") == "binary":
            sys.stderr.write(f"{address} {name}: {audit['title']}\n")
    return {name: round(100 * category["score"]) for name, category in found["categories"].items()}


def main(site: str, *command: str) -> None:
    """Print every score of every page."""
    server = QuietServer(("127.0.0.1", 0), partial(Compressing, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name, path in PAGES.items():
        for category, score in scores(list(command), f"http://127.0.0.1:{server.server_port}/{path}").items():
            sys.stdout.write(f"lighthouse_{name}_{category.replace('-', '_')} {score}\n")
            sys.stdout.flush()
    server.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
