"""The area, asked by several guides: it decides which local procedure is followed."""

from __future__ import annotations

from calculators.areas.reader import shipped
from calculators.engine.guide import NOT_KNOWN, Option, Question

NEL = "north-east-lincolnshire"
LLR = "leicester-leicestershire-rutland"
ANOTHER = "another"
OF_NEL, OF_LLR = shipped(NEL), shipped(LLR)  # what their files say: no guide says it a second time
RULE_OF_NEL, RULE_OF_LLR = OF_NEL.review_rule(), OF_LLR.review_rule()

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
