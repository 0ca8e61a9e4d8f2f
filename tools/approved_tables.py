"""The approved tables: every rule and every question of every guide as rows that a practice lead can read in a diff.

`make tables` (python -m tools.approved_tables) writes them anew.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from calculators.guides.catalogue import GUIDES
from calculators.output.text import table_csv

if TYPE_CHECKING:
    from calculators.engine.guide import Guide

FOLDER = Path(__file__).parent.parent / "tests" / "guides" / "tables"


def questions_csv(guide: Guide) -> str:
    """Give what a guide asks, a row an answer, then what it leaves to people and which lines include others."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("what", "key", "says", "only when", "more"))
    for question in guide.questions:
        when = "; ".join(f"{one.question}: {' | '.join(one.options)}" for one in question.when)
        writer.writerow(("question", question.key, question.text, when, question.hint))
        writer.writerows(("answer", option.key, option.label, "", "") for option in question.options)
    writer.writerows(("left to people", "", left.text, "", " ".join(left.cites)) for left in guide.left_to_people)
    writer.writerows(("includes", rule.key, " ".join(rule.covers), "", "") for rule in guide.rules if rule.covers)
    return text.getvalue()


def main() -> None:
    """Write the tables of every guide."""
    for name, guide in GUIDES.items():
        (FOLDER / f"{name}.csv").write_text(table_csv(guide), encoding="utf-8")
        (FOLDER / f"{name}-questions.csv").write_text(questions_csv(guide), encoding="utf-8")


if __name__ == "__main__":
    main()
