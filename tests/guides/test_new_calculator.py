"""A tenth calculator: for each piece that it lacks, whoever adds it is told in a sentence what to write."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

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
        "docs/scenarios/tenth.toml; there are 0",
        "tests/guides/tables/tenth.csv",
        "tests/guides/tables/tenth-questions.csv",
    ):
        assert any(piece in line for line in said), piece


def test_what_is_added_is_no_longer_missed(tmp_path: Path) -> None:
    """With every piece copied from another calculator nothing is left to say."""
    root = copy(tmp_path)
    for piece in PIECES:
        for path in sorted((root / piece).rglob("age*")):
            text = path.read_text(encoding="utf-8").replace("\nage\n", "\ntenth\n")
            path.with_name(path.name.replace("age", "tenth", 1)).write_text(text, encoding="utf-8")
    navigation = root / "mkdocs.yml"
    before = len(new_calculator_check.missing(EVERY, root))
    text = navigation.read_text(encoding="utf-8")
    navigation.write_text(
        text.replace(
            "      - calculators/age.md\n",
            "      - calculators/age.md\n      - calculators/tenth.md\n      - calculators/tables/tenth.md\n",
        ),
        encoding="utf-8",
    )
    assert before == 2
    assert not new_calculator_check.missing(EVERY, root)
