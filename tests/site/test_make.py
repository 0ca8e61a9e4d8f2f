"""What `make` and its helpers say where the machine, the network or a port is not as they need it: sentences, and what to do."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tools import find_browser, free_port, hosting

if TYPE_CHECKING:
    from pathlib import Path

TOOLS = {
    "pip": """import sys
print("ERROR: No matching distribution found for babel==2.17.0", file=sys.stderr); sys.exit(1)""",
    "npm": """#!/bin/sh
echo "npm error code EACCES: permission denied, mkdir '/root/.npm'" >&2
exit 243""",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with blanks in its name that holds what `make` looks at, all of it made already."""
    place = tmp_path / "a copy of the site"
    (place / ".venv/bin").mkdir(parents=True)
    (place / "build").mkdir()
    (place / "node_modules").mkdir()
    shutil.copyfile(ROOT / "Makefile", place / "Makefile")
    for name in ("locks", "package-lock.json", "tools", "hosting"):
        (place / name).symlink_to(ROOT / name)
    made = (".venv/bin/.venv", ".venv/bin/.python", ".venv/bin/.node", "build/.pyodide-tools", "node_modules/.npm")
    for name in made:
        (place / name).touch()
    return place


def run(checkout: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `make` there."""
    command = ["make", "--no-print-directory", *words]
    return subprocess.run(command, cwd=checkout, env=os.environ | env, capture_output=True, text=True, check=False)


def script(path: Path, text: str) -> None:
    """Write a program."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def test_where_npm_fails_it_says_why(checkout: Path) -> None:
    """Its own words, and what to do about a home that cannot be written and a registry that is away."""
    (checkout / "node_modules/.npm").unlink()
    script(checkout / ".venv/bin/npm", TOOLS["npm"])
    done = run(checkout, "setup")
    assert done.returncode == 2
    assert "EACCES: permission denied" in done.stderr
    assert "npm could not fetch Pyodide" in done.stdout
    assert "npm_config_cache=/tmp/npm make" in done.stdout


@pytest.mark.parametrize("made", [".venv/bin/.python", "build/.pyodide-tools"])
def test_where_pip_finds_nothing_the_network_is_named(checkout: Path, made: str) -> None:
    """Not only the first package that it looked for."""
    (checkout / made).unlink()
    script(checkout / ".venv/bin/python", f'#!/bin/sh\nexec "{sys.executable}" "$0.py" "$@"\n')
    script(checkout / ".venv/bin/python.py", TOOLS["pip"])
    done = run(checkout, "setup")
    assert done.returncode == 2
    assert "No matching distribution" in done.stderr
    assert "it did not reach the package index: check the network" in done.stdout


def test_the_recipes_can_be_made_in_a_folder_with_blanks(checkout: Path) -> None:
    """The folder of the checkout itself is the default for the folder that is served."""
    script(checkout / ".venv/bin/python", f'#!/bin/sh\nexec "{sys.executable}" "$0.py" "$@"\n')
    (checkout / ".venv/bin/python.py").write_text(
        "import sys\nif 'mkdocs' not in sys.argv: print('|'.join(sys.argv[3:]))\n",
        encoding="utf-8",
    )
    done = run(checkout, "hosting", "BASE=/my site")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f"site|/my site|{checkout}/site"
    assert hosting.served_from(f"{checkout}/site") == f"{checkout}/site/"


def test_a_port_in_use_is_a_sentence() -> None:
    """With another port to take; a free one is used without a word."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "tools.free_port", str(port)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert done.stderr.startswith(f"make: port {port} is in use")
        assert f"make serve PORT={port + 1}" in done.stderr
    assert free_port.wrong(str(port)) == ""


@pytest.mark.parametrize("port", ["", "0", "-1", "65536", "eight", "٨٠٠٠", "80 80"])
def test_what_is_no_port_is_told(port: str) -> None:
    """The numbers that a port can have."""
    assert "a number from 1 to 65535" in free_port.wrong(port)


def test_no_browser_is_installed_without_a_word_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each step is announced with how to decline and time to do so; declined, nothing is run."""
    steps: list[str] = []
    monkeypatch.setattr(find_browser, "find", lambda: None)
    monkeypatch.setattr(find_browser, "_try", lambda *command: steps.append(" ".join(command)))
    monkeypatch.setattr(time, "sleep", lambda seconds: steps.append(f"waited {seconds}"))
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("INSTALL_BROWSER", "no")
    assert find_browser.install() is None
    assert not steps
    monkeypatch.delenv("INSTALL_BROWSER")
    assert find_browser.install() is None
    assert [step.startswith("waited") for step in steps] == [True, False, True, False, False]
    said = capsys.readouterr().err
    assert said.index("Playwright’s Chromium") < said.index("Debian’s packages chromium")
    assert said.count("INSTALL_BROWSER=no") == 2
