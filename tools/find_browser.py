"""Find a browser, for the tests and to print with: one on the machine, else Playwright’s own, else Debian’s package.

Prints the path it found. Where there is none it says what it is about to install and waits, so that one can decline; with
INSTALL_BROWSER=no it installs nothing. Ends with status 1 and one line that says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

TIME_TO_DECLINE = 10  # seconds
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def on_the_machine() -> str | None:
    """Give the path of a Chromium, Chrome or Edge that is installed, or None."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in (*found, *PLACES) if path and Path(path).exists()), None)


def node_for_playwright() -> None:
    """Let Playwright use the build's Node where its own cannot run (a bare Linux lacks a library it needs)."""
    from playwright._impl._driver import compute_driver_executable  # noqa: PLC0415 - slow to load

    own = str(compute_driver_executable()[0])
    try:
        works = subprocess.run([own, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        works = False
    if not works and (node := shutil.which("node")):
        os.environ["PLAYWRIGHT_NODEJS_PATH"] = node


def of_playwright() -> str | None:
    """Give the path of the Chromium that Playwright has downloaded, or None."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to load, often not needed

    node_for_playwright()
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find() -> str | None:
    """Give the path of a browser that is there, or None."""
    return on_the_machine() or of_playwright()


def install() -> str | None:
    """Try Playwright's download, then Debian's package as root, each announced; give the path of what came, or None."""
    if os.environ.get("INSTALL_BROWSER", "").lower() in {"no", "false", "0"}:
        return None
    announce("Playwright’s Chromium, about 400 MB, into your own cache")
    _try(sys.executable, "-m", "playwright", "install", "chromium")
    if not (path := find()) and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        announce("Debian’s packages chromium and fonts-liberation into this system, with apt-get")
        _try("apt-get", "update", "-qq")
        _try("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation")
        path = find()
    return path


def announce(what: str) -> None:
    """Say what is installed next and how to decline, and leave time to do so where somebody sits there."""
    sys.stderr.write(
        f"There is no browser for the tests. Next: {what}. To decline, press Ctrl-C now, or run it again with "
        "INSTALL_BROWSER=no and install Chromium, Chrome or Edge yourself.\n"
    )
    sys.stderr.flush()
    if not os.environ.get("CI"):
        time.sleep(TIME_TO_DECLINE)


def _try(*command: str) -> None:
    try:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return


if __name__ == "__main__":
    try:
        browser = find() or install()
    except KeyboardInterrupt:
        sys.exit("declined: nothing was installed")
    if not browser:
        sys.exit("no browser found: install Chromium, Chrome or Edge and run it again")
    sys.stdout.write(f"Browser: {browser}\n")
