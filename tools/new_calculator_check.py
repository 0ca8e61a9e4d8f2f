"""What a new calculator still lacks: python -m tools.new_calculator_check. Ends with status 1 where something is missing.

A calculator is its rules, and what stands around them: a page, the page of its decision table, an entry for each in the
navigation, fictional cases, approved tables and a card.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils.yaml import yaml_load

from calculators.guides.catalogue import GUIDES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.engine.guide import Guide

ROOT = Path(__file__).parent.parent
FEWEST_CASES = 5


def missing(guides: Mapping[str, Guide], root: Path = ROOT) -> list[str]:
    """Give a sentence for each piece that a calculator lacks.

    Args:
        guides: the calculators by their names, as in the catalogue.
        root: the checkout in which the pieces are looked for.

    """
    with (root / "mkdocs.yml").open("rb") as file:
        navigation = set(_pages(yaml_load(file).get("nav") or []))
    return [
        f"{guide.title}: {said}"
        for name, guide in guides.items()
        for said in (*_of_pages(name, root, navigation), *_of_cases(name, root), *_of_tables(name, root))
    ]


def _pages(navigation: Any) -> Iterator[str]:
    """Give each page of the navigation. A line that is commented out is no entry."""
    if isinstance(navigation, str):
        yield navigation
    elif isinstance(navigation, (list, dict)):
        for inner in navigation.values() if isinstance(navigation, dict) else navigation:
            yield from _pages(inner)


def _of_pages(name: str, root: Path, navigation: set[str]) -> Iterator[str]:
    page, table = f"calculators/{name}.md", f"calculators/tables/{name}.md"
    if not _has_fence(root / "docs" / page, "calculator", name):
        yield f"write docs/{page} with the fence “calculator” and {name} in it."
        yield f"there is no card: it is made from docs/{page}."
    if not _has_fence(root / "docs" / table, "decision-table", name):
        yield f"write docs/{table} with the fence “decision-table” and {name} in it."
    for path in (page, table):
        if path not in navigation:
            yield f"add {path} to the navigation in mkdocs.yml."


def _of_cases(name: str, root: Path) -> Iterator[str]:
    path = f"docs/scenarios/{name}.toml"
    try:
        with (root / path).open("rb") as file:
            cases = tomllib.load(file).get("scenario", [])
    except FileNotFoundError:
        cases = []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        yield f"{path} cannot be read: {fault}. Mend it, then ask again."
        return
    if len(cases) < FEWEST_CASES:
        yield f"write at least {FEWEST_CASES} fictional cases in {path}, each under [[scenario]]; there are {len(cases)}."


def _of_tables(name: str, root: Path) -> Iterator[str]:
    for file in (f"{name}.csv", f"{name}-questions.csv"):
        if not (root / "tests" / "guides" / "tables" / file).is_file():
            yield f"run make tables, which writes tests/guides/tables/{file}, and read it."


def _has_fence(path: Path, fence: str, name: str) -> bool:
    """Say whether a page has the fence with the name in it, at the beginning of a line."""
    words = path.read_text(encoding="utf-8") if path.is_file() else ""
    return bool(re.search(rf"^```{fence}[ \t]*\r?\n{re.escape(name)}[ \t]*\r?\n```", words, re.MULTILINE))


def main() -> int:
    """Print what is missing."""
    lines = missing(GUIDES)
    print("\n".join(lines) or f"Every one of the {len(GUIDES)} calculators has all that belongs to it.")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
