"""Stands in for Pyodide's event loop. It takes from JavaScript what the real one takes: the memory image counts on it."""

from pyodide_js._api import scheduleCallback  # noqa: F401


def _initialize_event_loop() -> None:
    """Start nothing."""
