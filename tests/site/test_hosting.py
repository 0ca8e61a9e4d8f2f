"""The recipes for web servers: their inputs are mended or refused, and no address reaches beside the folder of the site."""

from __future__ import annotations

import http.client
import re
import shutil
import tempfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from hooks.site import security_policy
from tools import hosting, hosts

if TYPE_CHECKING:
    from collections.abc import Iterator

SAID = security_policy.policy({"alert(1)"})
PAGE = f'<meta http-equiv="Content-Security-Policy" content="{SAID}"><h1>Here</h1>'


@pytest.mark.parametrize(
    ("given", "base"),
    [
        *dict.fromkeys(("/hsb/", "/hsb", "hsb", "hsb/", " /hsb ", "//hsb//", "\\hsb"), "/hsb/").items(),
        *dict.fromkeys(("", "/", "//"), "/").items(),
        ("/a/b", "/a/b/"),
        ("/my site", "/my site/"),
        ("/my%20site/", "/my site/"),
        ("/a--b/", "/a--b/"),
    ],
)
def test_the_place_gets_a_slash_at_both_ends(given: str, base: str) -> None:
    """Without the last one, an address such as /hsb../secret.txt would lead beside the folder."""
    assert hosting.place(given) == base
    made = hosting.recipes(SAID, given, "/srv/hsb")
    assert f'location "{base}" {{' in made["nginx.conf"]
    assert 'alias "/srv/hsb/";' in made["nginx.conf"]
    assert f'Alias "{base}" "/srv/hsb/"' in made["apache.conf"]
    assert f'path="{base}404.html"' in made["web.config"]


@pytest.mark.parametrize(
    ("given", "folder"), [("/srv/hsb", "/srv/hsb/"), ("/srv/hsb//", "/srv/hsb/"), ("C:\\my site", "C:/my site/")]
)
def test_the_folder_gets_a_slash_at_its_end(given: str, folder: str) -> None:
    """Blanks are quoted, and Windows' own slashes turned."""
    made = hosting.recipes(SAID, "/hsb/", given)
    assert f'alias "{folder}";' in made["nginx.conf"]
    assert f'<Directory "{folder}">' in made["apache.conf"]


WRONG_SIGNS = (
    '"',
    "'",
    ";",
    "{",
    "}",
    "$",
    "`",
    "\n",
    "\r",
    "\t",
    "\0",
    "<",
    ">",
    "|",
    "*",
    "?",
    "#",
    "[",
    "]",
    "\u2028",
)


@pytest.mark.parametrize("sign", WRONG_SIGNS)
def test_signs_that_a_server_reads_otherwise_are_refused(sign: str) -> None:
    """Each in the middle, in both inputs, with a sentence."""
    for base, folder in ((f"/a{sign}b/", "/srv/hsb"), ("/hsb/", f"/srv/a{sign}b")):
        with pytest.raises(hosting.HostingError, match="cannot stand in it"):
            hosting.recipes(SAID, base, folder)
    with pytest.raises(hosting.HostingError, match="cannot stand in it"):
        hosting.recipes(SAID, f"/a{quote(sign)}b/", "/srv/hsb")


@pytest.mark.parametrize(
    ("base", "folder", "words"),
    [
        ("https://intranet.example/hsb/", "/srv/hsb", "only what follows the name of the host"),
        ("/a/../b/", "/srv/hsb", "without “..”"),
        ("/a/%2e%2e/b/", "/srv/hsb", "without “..”"),
        ("/a//b/", "/srv/hsb", "double slashes"),
        ("/hsb/", "srv/hsb", "the whole path"),
        ("/hsb/", "", "the whole path"),
        ("/hsb/", "/", "the whole disk"),
        ("/hsb/", "C:\\", "the whole disk"),
        ("/hsb/", "/srv/../etc", "without “..”"),
    ],
)
def test_a_place_that_cannot_be_is_refused(base: str, folder: str, words: str) -> None:
    """With what to write."""
    with pytest.raises(hosting.HostingError, match=re.escape(words)):
        hosting.recipes(SAID, base, folder)


def test_what_is_refused_is_a_sentence_at_the_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Never a traceback: a wrong place, a site that was not built, a page without a policy."""
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    for arguments in ((tmp_path, "/a;b/", "/srv"), (tmp_path / "none", "/", "/srv"), (tmp_path, "/", "here")):
        assert hosting.main(*map(str, arguments)) == 2
    (tmp_path / "index.html").write_text("<h1>Bare</h1>", encoding="utf-8")
    assert hosting.main(str(tmp_path), "/", "/srv") == 2
    said = capsys.readouterr().err
    assert said.count("make hosting: ") == 4
    assert "Traceback" not in said


@pytest.mark.parametrize("base", ["/", "/hsb/", "/my site/", "/a--b/"])
def test_every_recipe_sends_each_header_and_is_well_formed(base: str) -> None:
    """The policy with who may frame the page, permissions, referrer; quotes in pairs; IIS's is XML."""
    for name, text in hosting.recipes(SAID, base, "/srv/my site").items():
        plain = unescape(text)
        for header in (
            hosting.header(SAID),
            "frame-ancestors 'self'",
            hosting.PERMISSIONS,
            "same-origin",
            "nosniff",
            "SAMEORIGIN",
        ):
            assert header in plain, (name, header)
        assert not re.search(r"\{(policy|base|folder|lasting|permissions|redirect)\}", text), name
        if name == "web.config":
            ET.fromstring(text)  # noqa: S314 - our own
        else:
            assert all(line.count('"') % 2 == 0 for line in text.splitlines()), name


# On real servers, where they are installed

ATTACKS = (
    "{bare}../secret.txt",
    "{bare}..%2fsecret.txt",
    "{base}../secret.txt",
    "{base}..%2fsecret.txt",
    "{base}%2e%2e/secret.txt",
    "{base}.%2e/secret.txt",
    "{base}%2e%2e%2fsecret.txt",
    "{base}%252e%252e/secret.txt",
    "{base}/../secret.txt",
    "{base}assets/../../secret.txt",
    "{base}..;/secret.txt",
    "{base}....//secret.txt",
    "{base}%5c..%5csecret.txt",
    "{base}..\\secret.txt",
    "{base}%c0%ae%c0%ae/secret.txt",
    "{bare}%2f..%2fsecret.txt",
    "{bare}/./../secret.txt",
    "{base}assets/..%2f..%2fsecret.txt",
)


def raw(address: str, path: str) -> tuple[int, dict[str, str], bytes]:
    """Ask for a path as it stands, which no client tidies."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@pytest.fixture
def readable() -> Iterator[Path]:
    """A folder that the server's own user may read."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.mark.parametrize("base", ["/hsb", "/", "/my%20site/"])
@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_no_address_reaches_beside_the_folder(readable: Path, server: str, base: str) -> None:
    """Eighteen ways up from the folder, at the place with and without its slash; pages, redirects and headers are right."""
    if not shutil.which(hosts.PROGRAMS[server]):
        pytest.skip(f"{server} is not installed")
    site = readable / "the site"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (site / "404.html").write_text("<h1>Page not found</h1>", encoding="utf-8")
    (readable / "secret.txt").write_text("SECRET", encoding="utf-8")
    place = hosting.place(base)
    asked = place.replace(" ", "%20")
    with hosts.serving(server, site, base, packed=False) as address:
        for attack in ATTACKS:
            path = attack.format(base=asked, bare=asked.rstrip("/"))
            status, _, body = raw(address, path if path.startswith("/") else f"/{path}")
            assert b"SECRET" not in body, (path, status)
        for path, expected in ((asked, 200), (f"{asked}nowhere/at/all", 404)):
            status, headers, body = raw(address, path)
            assert status == expected
            assert headers["content-security-policy"] == hosting.header(SAID)
            assert headers["permissions-policy"] == hosting.PERMISSIONS
            assert (headers["referrer-policy"], headers["x-frame-options"]) == ("same-origin", "SAMEORIGIN")
            assert (b"Page not found" in body) == (expected == 404)
        if place != "/":
            status, headers, _ = raw(address, asked.rstrip("/"))
            assert (status, urlsplit(headers["location"]).path) == (301, asked)
