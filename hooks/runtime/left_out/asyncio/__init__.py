"""Stands in for the real package, which Pyodide loads at every start and no calculator uses: nothing here waits."""


def get_event_loop() -> None:
    """Refuse: there is no loop."""
    raise RuntimeError("asyncio is left out of this Python")
