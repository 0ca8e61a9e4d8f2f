"""The approved tables say what the rules say, and a reader finds the same in them as in the result."""

from __future__ import annotations

import csv
import io

import pytest

from calculators.engine.decide import decide
from calculators.guides.catalogue import GUIDES
from calculators.output.table import table_csv
from tools.approved_tables import FOLDER, actions_csv, questions_csv


@pytest.mark.parametrize("name", GUIDES)
def test_table_is_the_approved_one(name: str) -> None:
    """A change of a rule shows as a change of the table; `make tables` writes it anew."""
    approved = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    assert table_csv(GUIDES[name]) == approved, f"rules of {name} changed: read the diff after `make tables`"


@pytest.mark.parametrize("name", GUIDES)
def test_questions_are_the_approved_ones(name: str) -> None:
    """So does a change of a question, an answer, what to do where it is not known, or what is left to judgement."""
    approved = (FOLDER / f"{name}-questions.csv").read_text(encoding="utf-8")
    assert questions_csv(GUIDES[name]) == approved, f"questions of {name} changed: read the diff after `make tables`"


def test_actions_are_the_approved_ones() -> None:
    """So does a change of an action: its words, who does it, when, and how it stands to others."""
    approved = (FOLDER / "actions.csv").read_text(encoding="utf-8")
    assert actions_csv() == approved, "the register of actions changed: read the diff after `make tables`"


@pytest.mark.parametrize("name", GUIDES)
def test_table_gives_the_same_rules_as_the_rules(name: str) -> None:
    """Read by hand, row by row, the table gives the rules that `decide` applies."""
    guide = GUIDES[name]
    rows = list(csv.DictReader(io.StringIO((FOLDER / f"{name}.csv").read_text(encoding="utf-8"))))
    keys = [question.key for question in guide.questions if question.key in rows[0]]
    for answers in list(guide.every_answer())[:: 1 if name == "age" else 211]:
        by_hand = [row["rule"] for row in rows if applies({key: row[key] for key in keys}, answers)]
        assert by_hand == [rule.key for rule in decide(guide, answers).applied]


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
