"""The area, asked by several guides: it decides which local procedure is followed. What an area has comes from its file."""

from __future__ import annotations

from calculators.areas.reader import shipped
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import NotKnown, Option, Question

NEL = "north-east-lincolnshire"
LLR = "leicester-leicestershire-rutland"
ANOTHER = "another"


# What the files of the two areas say: no guide says it a second time.
OF_NEL, OF_LLR = shipped(NEL), shipped(LLR)
RULE_OF_NEL, RULE_OF_LLR = OF_NEL.review_rule(), OF_LLR.review_rule()
PANEL_OF_NEL = OF_NEL.panels[0]

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
    not_known=NotKnown(
        "which area is responsible for the child’s home address",
        "Children’s social care where the child lives can tell you.",
        "Until you know, ask there which panel and which review rule applies.",
        ("llr:8", "ng55:1.1.5"),
    ),
)
