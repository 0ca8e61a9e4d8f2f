"""The approved tables say what the rules say, and a reader finds the same in them as in the result."""

from __future__ import annotations

import csv
import io

import pytest

from calculators.engine.guide import decide
from calculators.guides.catalogue import GUIDES
from calculators.output.text import table_csv
from tools.approved_tables import FOLDER, questions_csv


@pytest.mark.parametrize("name", GUIDES)
def test_table_is_the_approved_one(name: str) -> None:
    """A change of a rule shows as a change of the table; `make tables` writes it anew."""
    approved = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    assert table_csv(GUIDES[name]) == approved, f"rules of {name} changed: read the diff after `make tables`"


@pytest.mark.parametrize("name", GUIDES)
def test_questions_are_the_approved_ones(name: str) -> None:
    """So does a change of a question, an answer, a matter left to people, or of what a line includes."""
    approved = (FOLDER / f"{name}-questions.csv").read_text(encoding="utf-8")
    assert questions_csv(GUIDES[name]) == approved, f"questions of {name} changed: read the diff after `make tables`"


@pytest.mark.parametrize("name", GUIDES)
def test_table_gives_the_same_lines_as_the_rules(name: str) -> None:
    """Read by hand, row by row, the table gives the lines that `decide` gives."""
    guide = GUIDES[name]
    rows = list(csv.DictReader(io.StringIO((FOLDER / f"{name}.csv").read_text(encoding="utf-8"))))
    keys = [question.key for question in guide.questions]
    for answers in list(guide.every_answer())[:: 1 if name == "age" else 211]:
        by_hand = [row["rule"] for row in rows if applies({key: row[key] for key in keys}, answers)]
        assert by_hand == [finding.key for finding in decide(guide, answers).findings]


def applies(row: dict[str, str], answers: dict[str, str]) -> bool:
    """Read one row by hand: every cell holds; of the cells with the same letter, one holds."""
    enough: dict[str, bool] = {}
    for key, cell in row.items():
        for part in filter(None, cell.split(" & ")):
            letter, marked, wanted = part.rpartition(": ")
            holds = answers.get(key) in wanted.split(" | ")
            name = letter if marked else f"{key}: {wanted}"
            enough[name] = enough.get(name, False) or holds
    return all(enough.values())
