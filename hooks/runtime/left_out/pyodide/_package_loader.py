"""Stands in for Pyodide's installer of packages: no package is ever loaded."""

from pathlib import PurePosixPath

from pyodide_js import loadedPackages  # noqa: F401

SITE_PACKAGES = DSO_DIR = PurePosixPath("/lib/site-packages")


def init_loaded_packages() -> None:
    """Install nothing."""
