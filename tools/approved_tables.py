"""The approved tables: every rule and every question of every guide as rows that a practice lead can read in a diff.

`make tables` (python -m tools.approved_tables) writes them anew.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from calculators.actions.register import actions
from calculators.guides.catalogue import GUIDES
from calculators.output.table import table_csv

if TYPE_CHECKING:
    from calculators.engine.guide import Guide

FOLDER = Path(__file__).parent.parent / "tests" / "guides" / "tables"


def questions_csv(guide: Guide) -> str:
    """Give what a guide asks, a row an answer, what to do where one is not known, then what it leaves to judgement."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("what", "key", "says", "only when", "more"))
    for question in guide.questions:
        when = question.when.words if question.when else ""
        writer.writerow(("question", question.key, question.text, when, question.hint))
        writer.writerows(("answer", option.key, option.label, "", "") for option in question.options)
        if question.not_known:
            said = question.not_known
            writer.writerow(("not known", said.what, f"{said.ask} {said.meanwhile}", "", " ".join(said.cites)))
    writer.writerows(("judgement", "", left.text, "", " ".join(left.cites)) for left in guide.judgement)
    return text.getvalue()


def actions_csv() -> str:
    """Give the register of actions, a row each, with their relations."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        (
            "action",
            "instruction",
            "others",
            "detail",
            "only if",
            "who",
            "when",
            "about",
            "leads",
            "protects",
            "meeting",
            "paragraph",
            "contact",
            "own",
            "also",
            "includes",
            "brings",
            "gives way",
        )
    )
    for one in actions().values():
        also = " | ".join(f"{line.who}: {line.instruction} {line.own}".strip() for line in one.also)
        gives = " | ".join(f"{edge.to} ({edge.kind}): {edge.because} {' '.join(edge.cites)}" for edge in one.gives_way)
        relations = (also, " ".join(one.includes), " ".join(one.brings), gives)
        words = (one.key, one.instruction, one.others, one.detail, one.only_if)
        flags = (
            "leads" * one.leads + " standing" * one.standing,
            "protects" if one.protects else "",
            one.meeting,
            one.paragraph,
            one.contact,
            one.own,
        )
        writer.writerow((*words, " ".join(one.who), one.when, one.about, *flags, *relations))
    return text.getvalue()


def main() -> None:
    """Write the tables of every calculator, and of the actions."""
    (FOLDER / "actions.csv").write_text(actions_csv(), encoding="utf-8")
    for name, guide in GUIDES.items():
        (FOLDER / f"{name}.csv").write_text(table_csv(guide), encoding="utf-8")
        (FOLDER / f"{name}-questions.csv").write_text(questions_csv(guide), encoding="utf-8")


if __name__ == "__main__":
    main()
