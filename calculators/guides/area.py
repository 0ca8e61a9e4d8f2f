"""The area, asked by several guides: it decides which local procedure is followed. What an area has comes from its file."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

from calculators.areas.model import Panel, Review
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import NotKnown, Option, Question

NEL = "north-east-lincolnshire"
LLR = "leicester-leicestershire-rutland"
ANOTHER = "another"


def _file(key: str) -> dict[str, Any]:
    text = resources.files("calculators").joinpath(f"areas/{key}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _review(key: str) -> Review:
    rule = _file(key)["review"]
    return Review(**{**rule, "cites": tuple(rule.get("cites", ()))})


def _panel(key: str) -> Panel:
    found = _file(key)["panel"]
    return Panel(found["name"], found["first_age"], found["last_age"])


# What the files of the two areas say: no guide says it a second time.
RULE_OF_NEL, RULE_OF_LLR = _review(NEL), _review(LLR)
PANEL_OF_NEL = _panel(NEL)

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
