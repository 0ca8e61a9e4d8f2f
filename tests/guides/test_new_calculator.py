"""A tenth calculator: for each piece that it lacks, whoever adds it is told in a sentence what to write."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from calculators.guides.catalogue import GUIDES
from tools import new_calculator_check

ROOT = Path(__file__).parents[2]
PIECES = ("docs/calculators", "docs/scenarios", "tests/guides/tables")
TENTH = replace(GUIDES["age"], key="tenth", title="Tenth")
EVERY = {**GUIDES, "tenth": TENTH}


def copy(folder: Path) -> Path:
    """Give a copy of what stands around the calculators."""
    for piece in PIECES:
        shutil.copytree(ROOT / piece, folder / piece)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def test_the_calculators_that_there_are_lack_nothing() -> None:
    """Page, decision table, navigation, cases, approved tables and card of each."""
    assert not new_calculator_check.missing(GUIDES)
    assert new_calculator_check.main() == 0


def test_a_tenth_calculator_is_told_what_it_lacks(tmp_path: Path) -> None:
    """Added to a copy of the catalogue: one sentence for each piece, each of which falls silent when the piece is there."""
    root = copy(tmp_path)
    said = new_calculator_check.missing(EVERY, root)
    assert len(said) == 8
    assert all(line.startswith("Tenth: ") and line.endswith(".") for line in said)
    for piece in (
        "docs/calculators/tenth.md",
        "card",
        "docs/calculators/tables/tenth.md",
        "add calculators/tenth.md to the navigation",
        "add calculators/tables/tenth.md to the navigation",
        "docs/scenarios/tenth.toml, each under [[scenario]]; there are 0",
        "tests/guides/tables/tenth.csv",
        "tests/guides/tables/tenth-questions.csv",
    ):
        assert any(piece in line for line in said), piece


def with_every_piece(folder: Path) -> Path:
    """Give a copy in which a tenth calculator has each piece, made from another one's."""
    root = copy(folder)
    for piece in PIECES:
        for path in sorted((root / piece).rglob("age*")):
            text = path.read_text(encoding="utf-8").replace("\nage\n", "\ntenth\n")
            path.with_name(path.name.replace("age", "tenth", 1)).write_text(text, encoding="utf-8")
    change(root / "mkdocs.yml", NAVIGATION[0], "".join(NAVIGATION))
    return root


def change(path: Path, old: str, new: str) -> None:
    """Change words of a file that it has."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


NAVIGATION = (
    "      - calculators/age.md\n",
    "      - calculators/tenth.md\n",
    "      - calculators/tables/tenth.md\n",
)


def test_what_is_added_is_no_longer_missed(tmp_path: Path) -> None:
    """With every piece copied from another calculator nothing is left to say."""
    assert not new_calculator_check.missing(EVERY, with_every_piece(tmp_path))


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("docs/calculators/tenth.md", "```calculator\n", "```calculators\n", "write docs/calculators/tenth.md"),
        ("docs/calculators/tenth.md", "\n```calculator\n", "\n<!-- ```calculator\n", "there is no card"),
        ("docs/calculators/tables/tenth.md", "\ntenth\n", "\ntent\n", "write docs/calculators/tables/tenth.md"),
        ("mkdocs.yml", NAVIGATION[1], "      # - calculators/tenth.md\n", "add calculators/tenth.md"),
        ("mkdocs.yml", NAVIGATION[2], "", "add calculators/tables/tenth.md"),
        ("docs/scenarios/tenth.toml", "[[scenario]]", "[[cases]]", "there are 0"),
        ("docs/scenarios/tenth.toml", "[[scenario]]", "[[scenario]", "docs/scenarios/tenth.toml cannot be read"),
        ("tests/guides/tables/tenth.csv", "", None, "writes tests/guides/tables/tenth.csv"),
        ("tests/guides/tables/tenth-questions.csv", "", None, "writes tests/guides/tables/tenth-questions.csv"),
    ],
)
def test_each_piece_is_missed_alone(tmp_path: Path, path: str, old: str, new: str | None, said: str) -> None:
    """One piece taken away or spoiled: it is named, and nothing is said of the others."""
    root = with_every_piece(tmp_path)
    if new is None:
        (root / path).unlink()
    else:
        change(root / path, old, new)
    lines = new_calculator_check.missing(EVERY, root)
    assert any(said in line for line in lines)
    assert len(lines) <= 2  # the card comes from the page
    assert all(line.startswith("Tenth: ") for line in lines)
