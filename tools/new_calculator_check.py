"""What a new calculator still lacks: python -m tools.new_calculator_check. Ends with status 1 where something is missing.

A calculator is its rules, and what stands around them: a page, the page of its decision table, an entry for each in the
navigation, fictional cases, approved tables and a card.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from calculators.guides.catalogue import GUIDES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.engine.guide import Guide

ROOT = Path(__file__).parent.parent
FEWEST_CASES = 5


def missing(guides: Mapping[str, Guide], root: Path = ROOT) -> list[str]:
    """Give a sentence for each piece that a calculator lacks.

    Args:
        guides: the calculators by their names, as in the catalogue.
        root: the checkout in which the pieces are looked for.

    """
    navigation = (root / "mkdocs.yml").read_text(encoding="utf-8")
    return [said for name, guide in guides.items() for said in _missing(name, guide.title, root, navigation)]


def _missing(name: str, title: str, root: Path, navigation: str) -> list[str]:
    page, table = f"calculators/{name}.md", f"calculators/tables/{name}.md"
    found = []
    if not _holds(root / "docs" / page, f"```calculator\n{name}\n```"):
        found.append(f"{title}: write docs/{page} with the fence “calculator” and {name} in it.")
        found.append(f"{title}: there is no card: it is made from docs/{page}.")
    if not _holds(root / "docs" / table, f"```decision-table\n{name}\n```"):
        found.append(f"{title}: write docs/{table} with the fence “decision-table” and {name} in it.")
    found += [
        f"{title}: add {path} to the navigation in mkdocs.yml." for path in (page, table) if path not in navigation
    ]
    cases = root / "docs" / "scenarios" / f"{name}.toml"
    count = len(tomllib.loads(cases.read_text(encoding="utf-8"))["scenario"]) if cases.is_file() else 0
    if count < FEWEST_CASES:
        found.append(
            f"{title}: write at least {FEWEST_CASES} fictional cases in docs/scenarios/{name}.toml; there are {count}."
        )
    tables = root / "tests" / "guides" / "tables"
    return found + [
        f"{title}: run make tables, which writes tests/guides/tables/{file}, and read it."
        for file in (f"{name}.csv", f"{name}-questions.csv")
        if not (tables / file).is_file()
    ]


def _holds(path: Path, words: str) -> bool:
    return path.is_file() and words in path.read_text(encoding="utf-8")


def main() -> int:
    """Print what is missing."""
    lines = missing(GUIDES)
    print("\n".join(lines) or f"Every one of the {len(GUIDES)} calculators has all that belongs to it.")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
