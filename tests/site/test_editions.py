"""Editions: one area each, several on one host, with addresses that are right."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from calculators.areas import reader as area_files
from calculators.areas.steps import steps
from hooks.site import addresses, editions
from tests.conftest import build
from tests.site.test_areas import FILE, NUMBER

if TYPE_CHECKING:
    from pathlib import Path

HOST = "https://example.org/hsb/"


def test_an_edition_made_of_the_base_is_the_edition_that_a_build_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filled from the build for England, North East Lincolnshire is byte for byte what a build of its own gives.

    The edition stands in a folder of its own, and each page, the feed, the map of the site and the page for a missing file
    give addresses in that folder.
    """
    monkeypatch.setenv("AREAS", "north-east-lincolnshire")
    build(tmp_path / "own", address=f"{HOST}north-east-lincolnshire/")
    monkeypatch.setenv("AREAS", "england")
    build(tmp_path / "base", address=HOST)
    area = area_files.load("north-east-lincolnshire")
    moved = addresses.Moved(HOST, area.key)
    assert editions.make(area, tmp_path / "base", tmp_path / "made", moved) > 1
    names = sorted(path.relative_to(tmp_path / "own") for path in (tmp_path / "own").rglob("*") if path.is_file())
    assert names == sorted(
        path.relative_to(tmp_path / "made") for path in (tmp_path / "made").rglob("*") if path.is_file()
    )
    for name in names:
        if name.name != "sitemap.xml.gz":
            assert (tmp_path / "own" / name).read_bytes() == (tmp_path / "made" / name).read_bytes(), name

    # One number changed in the file changes every place that shows it, and nothing else.
    changed = area_files.read(area.key, FILE.replace(NUMBER, "01472 313131"), steps(), "x.toml")
    editions.make(changed, tmp_path / "base", tmp_path / "changed", moved)
    shown = 0
    for name in names:
        before, after = (tmp_path / "made" / name).read_bytes(), (tmp_path / "changed" / name).read_bytes()
        expected = before.replace(b"01472 326292", b"01472 313131").replace(b"01472326292", b"01472313131")
        assert after == expected or name.name == "sw.js", name  # which lists what is in each file
        shown += before != after
    assert shown > 1


def test_a_site_without_an_address_gives_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page, feed or map names the address of the machine on which it was built."""
    monkeypatch.delenv("SITE_URL", raising=False)
    done = build(tmp_path)
    assert done.returncode == 0, done.stderr
    for path in tmp_path.rglob("*"):
        if path.suffix in {".html", ".xml"}:
            text = path.read_text(encoding="utf-8")
            assert "127.0.0.1" not in text.replace("<http://127.0.0.1:8000>", ""), path
            assert 'rel="canonical"' not in text, path
    assert not (tmp_path / "sitemap.xml").exists()
    assert 'href="./feed.xml"' in (tmp_path / "feed.xml").read_text(encoding="utf-8").replace(
        'href="feed.xml"', 'href="./feed.xml"'
    )


@pytest.mark.parametrize("given", ["example.org", "https://", "ftp://example.org/", "https://example.org/?a=b"])
def test_an_address_that_is_none_stops_with_a_sentence(
    given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Before anything is built."""
    monkeypatch.setenv("SITE_URL", given)
    assert editions.main([str(tmp_path), "england"]) == 2
    assert capsys.readouterr().err.startswith(f"SITE_URL: “{given}” cannot be used; write the whole address")


def test_editions_of_one_host_have_pages_for_a_missing_file_whose_links_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an address and without one: styled, in the edition's own folder; and the host's own page leads to each edition."""
    for address, prefix in (("https://example.org/hsb/", "hsb"), ("", "")):
        monkeypatch.setenv("SITE_URL", address) if address else monkeypatch.delenv("SITE_URL", raising=False)
        out = tmp_path / f"host-{prefix}" / prefix
        assert editions.main([str(out), "england", "north-east-lincolnshire"]) == 0
        host = tmp_path / f"host-{prefix}"
        missing = out / "north-east-lincolnshire" / "404.html"
        for page in (missing, out / "404.html"):
            local_links = re.findall(r'(?:href|src|data-home)="(/[^"]*)"', page.read_text(encoding="utf-8"))
            assert local_links
            for link in local_links:
                assert page != missing or link.startswith(f"/{prefix}{'/' * bool(prefix)}north-east-lincolnshire/"), (
                    link
                )
                target = host / link.strip("/")
                assert target.is_file() or (target / "index.html").is_file(), link
        assert "stylesheet" in missing.read_text(encoding="utf-8")


def test_an_edition_shares_what_no_area_changes(tmp_path: Path) -> None:
    """A file without a place for local values is the same file on disk, not a copy."""
    base = tmp_path / "base"
    (base / "assets").mkdir(parents=True)
    (base / "assets" / "a.css").write_text("p {}", encoding="utf-8")
    (base / "index.html").write_text('<p><hsb-local data-local="contact.front-door"></hsb-local></p>', encoding="utf-8")
    assert editions.make(area_files.load("north-east-lincolnshire"), base, tmp_path / "out") == 1
    assert (tmp_path / "out" / "assets" / "a.css").samefile(base / "assets" / "a.css")
    assert NUMBER in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(base)
    assert (tmp_path / "out" / "assets" / "a.css").is_file()
