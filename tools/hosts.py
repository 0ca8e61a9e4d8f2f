"""The built site on real web servers: nginx, Apache and Python's own, at the root and in a sub-folder. `make hosts`.

The recipes are those of hosting/, as a host would fill them in. Installs nothing: a server that is not there is named.
"""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, expect, sync_playwright

from calculators.guides.catalogue import GUIDES
from tests.conftest import build
from tests.support.calculator_page import READY, fill, typed_for
from tools import hosting
from tools.find_browser import find, node_for_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = {"nginx": "nginx", "apache": "apache2" if shutil.which("apache2") else "httpd"}
MODULE_FOLDERS = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules")
COMPRESSION = ("gzip", "AddOutputFilterByType")  # the lines of the recipes that turn it on
PACKED = {".html", ".css", ".js", ".json", ".svg", ".wasm", ".xml"}
TRIES = 3  # a busy machine may take longer to start Python than the page waits
LEAST = 1024  # bytes; nginx leaves smaller files as they are
TYPES = {
    ".html": {"text/html"},
    ".css": {"text/css"},
    ".js": {"text/javascript", "application/javascript"},
    ".wasm": {"application/wasm"},
    ".svg": {"image/svg+xml"},
}
MODULES = ("alias", "authz_core", "deflate", "dir", "filter", "headers", "mime", "mpm_event", "setenvif")
NGINX = """daemon off; pid {place}/pid; error_log stderr;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off; client_body_temp_path {place}; proxy_temp_path {place}; fastcgi_temp_path {place};
    uwsgi_temp_path {place}; scgi_temp_path {place};
    server {{ listen 127.0.0.1:{port}; include {recipe}; }}
}}
"""
APACHE = """ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {place}/pid
ErrorLog {place}/error.log
{modules}
User {user}
Group {user}
TypesConfig /etc/mime.types
DocumentRoot {place}
Include {recipe}
"""


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def commands(server: str, place: Path, recipe: Path, port: int) -> tuple[list[str], list[str]]:
    """Write a server's own settings around the recipe; give the commands that check them and that serve."""
    settings = place / f"{server}.conf"
    if server == "nginx":
        settings.write_text(NGINX.format(place=place, port=port, recipe=recipe), encoding="utf-8")
        run = ["nginx", "-c", str(settings)]
        return [*run, "-t"], run
    beside = Path(shutil.which(PROGRAMS["apache"]) or "/usr/sbin/httpd").parent.parent / "lib/apache2/modules"
    folder = next(path for path in (beside, *map(Path, MODULE_FOLDERS)) if path.exists())
    modules = "\n".join(f"LoadModule {name}_module {folder}/mod_{name}.so" for name in MODULES)
    text = APACHE.format(place=place, port=port, recipe=recipe, modules=modules, user="www-data")
    settings.write_text(text, encoding="utf-8")
    run = [PROGRAMS["apache"], "-d", str(place), "-f", str(settings)]
    return [*run, "-t"], [*run, "-DFOREGROUND"]


@contextmanager
def serving(server: str, site: Path, base: str, *, packed: bool) -> Iterator[str]:
    """Serve the site at a base, with or without compression; give its address."""
    port = free_port()
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        place.chmod(0o755)  # the server's own user reads it
        if server == "python":
            folder = site if base == "/" else place
            if base != "/":
                (folder / base.strip("/")).symlink_to(site, target_is_directory=True)
            run = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)]
        else:
            said = hosting.policy((site / "index.html").read_text(encoding="utf-8"))
            text = hosting.recipes(said, base, f"{site}/")[f"{server}.conf"]
            recipe = place / "recipe.conf"
            lines = [line for line in text.splitlines() if packed or not line.strip().startswith(COMPRESSION)]
            recipe.write_text("\n".join(lines), encoding="utf-8")
            syntax, run = commands(server, place, recipe, port)
            done = subprocess.run(syntax, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
        process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}{base}"
        finally:
            process.terminate()
            process.wait()


def wait_for(port: int) -> None:
    """Wait until a server answers, ten seconds at most."""
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens on {port}")


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask for an address; give the status, the headers by their names in small letters, and the body, unpacked."""
    try:
        with urlopen(Request(address, headers=headers)) as answer:  # noqa: S310 - our own server
            status, found, body = answer.status, answer.headers, answer.read()
    except HTTPError as answer:
        status, found, body = answer.code, answer.headers, answer.read()
    named = {key.lower(): value for key, value in found.items()}
    return status, named, gzip.decompress(body) if named.get("content-encoding") == "gzip" else body


def look_at_files(server: str, site: Path, address: str, *, packed: bool) -> int:
    """Ask for every file of the site; the headers are those of the recipe. Give the number of files."""
    said = hosting.policy((site / "index.html").read_text(encoding="utf-8"))
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and path.name != "404.html"]
    for path in files:
        name = path.relative_to(site).as_posix()
        status, headers, body = get(address + name.removesuffix("index.html"), **{"Accept-Encoding": "gzip"})
        assert (status, body) == (200, path.read_bytes()), name
        expected = TYPES.get(path.suffix)
        assert expected is None or headers["content-type"].split(";")[0] in expected, (name, headers["content-type"])
        if server == "python":
            continue
        assert headers["content-security-policy"] == hosting.header(said), name
        assert headers["permissions-policy"] == hosting.PERMISSIONS, name
        assert headers["referrer-policy"] == "same-origin", name
        lasts = bool(re.search(hosting.LASTING, f"/{name}"))
        assert ("immutable" in headers["cache-control"]) == lasts, (name, headers["cache-control"])
        squeezed = headers.get("content-encoding") == "gzip"
        if len(body) >= LEAST:
            assert squeezed == (packed and path.suffix in PACKED), (name, headers)
        tag = {"If-None-Match": headers["etag"], "Accept-Encoding": "gzip"}
        assert get(address + name.removesuffix("index.html"), **tag)[0] == HTTPStatus.NOT_MODIFIED, name
    return len(files)


def look_with_a_browser(server: str, browser: Browser, address: str) -> None:
    """Answer a calculator of each kind; open a page that is not there: it is styled and its links lead somewhere."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    for name in GUIDES:
        typed = typed_for(name)
        for _ in range(TRIES):
            page.goto(f"{address}calculators/{name}/")
            page.locator(".calculator__form").wait_for()
            fill(page, name, typed)
            page.get_by_role("button", name="Check").click()
            page.locator(".result__record, .calculator__status--failed").first.wait_for(timeout=READY)
            if page.locator(".result__record").count():
                break
        expect(page.locator(f"#{name}-result")).to_be_visible()
    assert not complaints, complaints
    if server != "python":  # it has no page of the site's for a missing file
        answer = page.goto(f"{address}procedure/nowhere/at/all/")
        assert answer
        assert answer.status == HTTPStatus.NOT_FOUND
        expect(page.locator("h1")).to_have_text("Page not found")
        assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
        assert page.evaluate("document.styleSheets.length") > 1
        page.get_by_role("link", name="The calculators", exact=True).click()
        expect(page).to_have_url(f"{address}calculators/")
        assert len(complaints) == 1, complaints  # the missing page itself
    page.close()


def main() -> None:
    """Try every server at both places, with and without compression; print a line for each."""
    missing = [f"{server} ({program})" for server, program in PROGRAMS.items() if not shutil.which(program)]
    if missing:
        sys.exit(f"make hosts: not installed: {', '.join(missing)}. On Debian: apt-get install nginx-light apache2")
    node_for_playwright()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        Path(made).chmod(0o755)
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for base in ("/", "/hsb/"):
            site = Path(made) / f"site{base.strip('/')}"
            done = build(site, address=f"http://127.0.0.1{base}")
            assert done.returncode == 0, done.stderr
            for server, packed in (
                ("nginx", True),
                ("nginx", False),
                ("apache", True),
                ("apache", False),
                ("python", False),
            ):
                with serving(server, site, base, packed=packed) as address:
                    files = look_at_files(server, site, address, packed=packed)
                    look_with_a_browser(server, browser, address)
                how = "compressed" if packed else "plain"
                sys.stdout.write(
                    f"{server:8}{base:7}{how:12}{files} files, {len(GUIDES)} calculators: as they should be\n"
                )
        browser.close()


if __name__ == "__main__":
    main()
