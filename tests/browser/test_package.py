"""What the build makes for the browser: the same bytes everywhere, a sentence where it cannot, a plain way round."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hooks.runtime import browser_package, shorter_script
from tests.browser.test_runtime import answers
from tests.support.calculator_page import CONSENT, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.conftest import Serve


def parts_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the package be made in a folder of its own; give that."""
    for name in ("WORK", "OUT"):
        monkeypatch.setattr(browser_package, name, folder / name)
    return folder


def moved(folder: Path) -> Path:
    """Give a Pyodide whose script no longer says what is looked for."""
    runtime = folder / "pyodide"
    runtime.mkdir()
    for path in browser_package.RUNTIME.iterdir():
        (runtime / path.name).symlink_to(path)
    script = runtime / "pyodide.asm.mjs"
    text = script.read_text(encoding="utf-8").replace("updateGOT(origExports);", "updateGOT(origExports,1);")
    script.unlink()
    script.write_text(text, encoding="utf-8")
    return runtime


def test_a_pyodide_that_is_made_otherwise_says_which_file_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A string that moved, and a step under Node that fails: a sentence with the file and with the way round."""
    monkeypatch.setattr(browser_package, "RUNTIME", moved(parts_in(tmp_path, monkeypatch)))
    sentence = r"no longer says .*Open hooks/runtime/shorter_script\.py\. To publish .* PLAIN_LIBRARY=true"
    with pytest.raises(browser_package.BrowserPackageError, match=sentence):
        browser_package.build()
    monkeypatch.setattr(shorter_script, "shorter", lambda script, *_: script)
    (tmp_path / "pyodide/pyodide.mjs").unlink()
    (tmp_path / "pyodide/pyodide.mjs").write_text("export const start = 1;\n", encoding="utf-8")
    with pytest.raises(browser_package.BrowserPackageError, match=r"Open hooks/runtime/compile_in.*PLAIN_LIBRARY=true"):
        browser_package.build()


def test_the_plain_library_alone_serves_what_pyodide_ships(
    browser: Browser, serve: Serve, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the switch a Pyodide that is made otherwise still answers, without Node, image and byte code."""
    monkeypatch.setattr(browser_package, "RUNTIME", moved(parts_in(tmp_path, monkeypatch)))
    monkeypatch.setenv(browser_package.PLAIN, "true")
    folder = browser_package.build()
    parts = browser_package.parts(folder)
    assert set(parts) == {"loader", "glue", "wasm", "library"}
    worker = next(site.glob("assets/calculators-*/calculator-worker.js")).read_text(encoding="utf-8")
    manifest = (folder / "manifest.json").read_text(encoding="utf-8").strip()
    told = f"const MANIFEST = {manifest};\n{worker[worker.index('//') :]}"
    types = {".js": "text/javascript", ".zip": "application/zip"}
    replaced = {path.name: (200, types[path.suffix], path.read_bytes()) for path in browser_package.served(folder)}
    replaced["calculator-worker.js"] = (200, "text/javascript", told.encode())
    with serve(replaced) as address, opened(browser, address + CONSENT) as page:
        answers(page)


def test_the_build_stops_where_an_image_cannot_hold_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else no browser could restore it, and every reader would wait for the library without a word."""
    here = parts_in(tmp_path, monkeypatch) / "runtime"
    shutil.copytree(browser_package.HERE, here)
    monkeypatch.setattr(browser_package, "HERE", here)
    large = (here / "warm_up.py").read_text(encoding="utf-8") + "\nLARGE = bytes(40_000_000)\n"
    (here / "warm_up.py").write_text(large, encoding="utf-8")
    sentence = r"use \d\d\.\d MB of memory once they are loaded, and an image can hold 30\.0 MB(.|\n)*PLAIN_LIBRARY"
    with pytest.raises(browser_package.BrowserPackageError, match=sentence):
        browser_package.build()


def test_the_package_is_the_same_from_two_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made again in another folder and another part of the world, every file has the same bytes: their names are their hashes."""
    parts_in(tmp_path, monkeypatch)
    for name, value in (("TZ", "Asia/Kolkata"), ("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8")):
        monkeypatch.setenv(name, value)
    again = browser_package.build()
    assert browser_package.parts(again) == browser_package.parts(browser_package.ROOT / "build" / "browser")
