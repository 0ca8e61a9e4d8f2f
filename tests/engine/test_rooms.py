"""The rooms of the code: which may import which, that no circle comes of it, and that no file grows too long to read."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from calculators.guides.catalogue import GUIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
OF_CALCULATORS = ("browser", "__main__")  # single files
MAY_IMPORT = {
    "calculators.sources": set(),
    "calculators.actions": {"calculators.sources"},
    "calculators.engine": {"calculators.sources", "calculators.actions"},
    "calculators.areas": {"calculators.sources", "calculators.actions", "calculators.engine"},
    "calculators.guides": {"calculators.sources", "calculators.actions", "calculators.engine", "calculators.areas"},
    "calculators.audit": {"calculators.sources", "calculators.engine"},
    "calculators.case": {"calculators.actions", "calculators.engine", "calculators.areas", "calculators.guides"},
    "calculators.output": {
        "calculators.sources",
        "calculators.actions",
        "calculators.case",
        "calculators.engine",
        "calculators.areas",
        "calculators.guides",
        "calculators.audit",
    },
    "hooks.pages": {"calculators", "paper"},
    "hooks.markdown": {"calculators", "hooks.pages"},
    "hooks.site": {"calculators", "hooks.pages"},
    "hooks.runtime": {"calculators"},
    "hooks.steps": {"calculators", "hooks.pages", "hooks.site", "hooks.runtime"},
    "hooks.events": {"hooks.steps"},
    "hooks.build": {"hooks.steps"},
    "paper": {"calculators", "hooks.pages", "hooks.site", "tools"},
}
LONGEST = 300  # lines
TOO_LONG = {"bench/browser.py", "tests/paper/test_paper.py"}


def files(room: str) -> list[Path]:
    """Give the Python files of a room."""
    place = ROOT / room.replace(".", "/")
    found = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    return [path for path in found if "left_out" not in path.parts]


def room_of(module: str) -> str:
    """Give the room that a module is in; the package alone is one, for its edition."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] in {"calculators", "hooks"} else parts[0]


def imports(path: Path, *, at_once: bool = False) -> Iterator[str]:
    """Give the modules that a file imports, those for types alone left out; `at_once`: only when it is itself imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    later = {
        id(inner) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for inner in ast.walk(node) if at_once
    }
    for node in ast.walk(tree):
        if id(node) in for_types | later:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = node.module in {"calculators", "hooks"}
            yield from (f"{node.module}.{name.name}" for name in node.names) if whole else (node.module,)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def rooms_of(path: Path, *, at_once: bool = False) -> set[str]:
    """Give the rooms that a file imports from."""
    ours = {"calculators", "hooks", "paper", "tools", "tests", "bench"}
    return {room_of(name) for name in imports(path, at_once=at_once) if name.split(".")[0] in ours} - {
        "calculators.__version__"
    }


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    """As the docstring of each room says."""
    allowed = MAY_IMPORT[room] | {room}
    assert files(room)
    for path in files(room):
        over = {name for name in rooms_of(path) if name not in allowed and name.split(".")[0] not in allowed}
        assert not over, path


def test_the_rooms_form_no_circle() -> None:
    """Taken from what is imported, not from what is allowed: each room can be read after those it rests on."""
    edges = {
        room: {name for path in files(room) for name in rooms_of(path, at_once=True)} - {room} for room in MAY_IMPORT
    }
    read: set[str] = set()
    while left := set(edges) - read:
        ready = {room for room in left if not (edges[room] & set(edges)) - read}
        assert ready, f"these rest on one another: {sorted(left)}"
        read |= ready


def test_no_calculator_imports_another() -> None:
    """Calculators share facts and words, never rules."""
    own = {name.replace("-", "_") for name in GUIDES}
    for path in files("calculators.guides"):
        if path.stem == "catalogue":
            continue
        others = {name.rsplit(".", 1)[1] for name in imports(path) if name.startswith("calculators.guides.")} & own
        mine = {name for name in own if path.stem.startswith(name)}
        assert not others - mine, path


def test_every_room_says_what_it_is_for() -> None:
    """The first lines of each room say what is in it and what it may import."""
    for room in MAY_IMPORT:
        place = ROOT / room.replace(".", "/")
        first = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        assert ast.get_docstring(ast.parse(first.read_text(encoding="utf-8"))), room


def test_no_file_is_too_long_to_read() -> None:
    """300 lines at most, data apart; what is longer is named, and no other may follow."""
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("bench", "calculators", "hooks", "overrides", "paper", "tests", "tools")
        for ending in ("*.py", "*.js", "*.mjs")
        for path in (ROOT / folder).rglob(ending)
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST
    }
    assert found <= TOO_LONG
