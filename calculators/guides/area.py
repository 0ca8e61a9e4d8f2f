"""The area, asked by several guides: it decides which local procedure is followed."""

from __future__ import annotations

from calculators.engine.guide import NOT_KNOWN, Option, Question

NEL = "north-east-lincolnshire"
LLR = "leicester-leicestershire-rutland"
ANOTHER = "another"

AREA = Question(
    "area",
    "Which area is it?",
    name="Area",
    options=(
        Option(NEL, "North East Lincolnshire"),
        Option(LLR, "Leicester, Leicestershire or Rutland"),
        Option(ANOTHER, "Another area"),
        Option(NOT_KNOWN, "Not known"),
    ),
    hint="The area responsible for the home address of the child who displayed the behaviour.",
    ranked=False,
)
