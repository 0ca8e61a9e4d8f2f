"""What the tests share: the built site, a server for it, a real browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tools.find_browser import find, node_for_playwright

ROOT = Path(__file__).parent.parent
hypothesis.settings.register_profile("busy", deadline=None)  # a machine that runs a browser beside it answers late
hypothesis.settings.load_profile("busy")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make accessible` ask for more than `make test` has time for."""
    parser.addoption("--every-combination", action="store_true", help="axe: every page in every combination")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: tests in a browser wait for half of their time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly: a warning fails every test that uses it.

    TEST_SITE names a folder that already holds it, for whoever runs one file of tests again and again.
    """
    if built := os.environ.get("TEST_SITE"):
        return Path(built)
    return once(tmp_path_factory, "site", built_site)


def built_site(folder: Path) -> None:
    """Build the site strictly into a folder."""
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first of the processes that need it makes, while the others wait: two cores run two of them."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made = shared / name, shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            make(folder)
            made.touch()
    return folder


def build(folder: Path, root: Path = ROOT, address: str = "") -> subprocess.CompletedProcess[str]:
    """Build the repository at `root` strictly into a folder, for an address if one is given.

    Never quietly: MkDocs then no longer counts warnings.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    env = {**os.environ, "SITE_URL": address} if address else None
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False, timeout=300)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain web server that prints nothing.

    `replaced` changes what single files give; `headers_too` go with every answer; of a file in `stalled` half is sent,
    and then nothing until `go_on`.
    """

    replaced: dict[str, tuple[int, str, bytes]]
    headers_too: dict[str, str]
    stalled: tuple[str, ...]
    go_on: threading.Event

    def end_headers(self) -> None:
        """Send the headers of this host too."""
        for name, value in self.headers_too.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        """Serve a file, or what stands in its place."""
        name = self.path.split("?")[0].rsplit("/", 1)[-1]
        if name in self.stalled:
            content = Path(self.translate_path(self.path)).read_bytes()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            half = len(content) // 2
            self.wfile.write(content[:half])
            self.go_on.wait(120)
            self.wfile.write(content[half:])
            return
        if name not in self.replaced:
            super().do_GET()
            return
        status, kind, body = self.replaced[name]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Say nothing."""


class QuietServer(http.server.ThreadingHTTPServer):
    """A server that a browser may hang up on."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a page that closes early is no fault."""


Serve = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="session")
def serve(site: Path) -> Serve:
    """Serve the site, with some files replaced (status, type, bytes) or stalled, and more headers; gives its address."""

    @contextmanager
    def serving(
        replaced: dict[str, tuple[int, str, bytes]] | None = None,
        folder: Path = site,
        headers: dict[str, str] | None = None,
        stalled: tuple[str, ...] = (),
    ) -> Iterator[str]:
        go_on = threading.Event()
        settings = {"replaced": replaced or {}, "headers_too": headers or {}, "stalled": stalled, "go_on": go_on}
        handler = type("Handler", (Quiet,), settings)
        server = QuietServer(("127.0.0.1", 0), functools.partial(handler, directory=os.fspath(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            go_on.set()
            server.shutdown()
            server.server_close()

    return serving


@pytest.fixture(scope="session")
def address(serve: Serve) -> Iterator[str]:
    """The address of the site as built."""
    with serve() as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    path = find()
    node_for_playwright()
    assert path, "no browser: run `make test`, which looks for one and says what to install"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()
