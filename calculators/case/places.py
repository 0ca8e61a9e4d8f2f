"""Where each child is on the pathway, by the answers of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.case.facts import NOBODY, START, TOOK_PART
from calculators.engine.conditions import NOT_KNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

# The box of the pathway for each answer to where things stand.
OF_STAGE = {
    "start": "referral",
    "enquiry": "enquiry-displayed",
    "assessed": "planning",
    "conference": "conference-displayed",
    "plan": "plan-displayed",
    "no-plan": "planning",
    "reviews": "review",
    "no-concern": "no-further",
}
AFTER_THE_ENQUIRY = {"yes": "conference-harmed", "no": "support"}  # by the outcome of the section 47 enquiry


@dataclass(frozen=True)
class Place:
    """Where a child is.

    Args:
        box: the key of a box of the pathway.
        sure: the answers say so; otherwise it is the place as far as is known.

    """

    box: str
    sure: bool


def places(typed: Mapping[str, str]) -> dict[str, Place]:
    """Give where each child is, by `harmed` and `displayed`; a child that nobody knows of is left out.

    Args:
        typed: the answers of a case, by the key of the fact.

    """
    stage = typed.get("stage", NOT_KNOWN)
    found = {"displayed": Place(OF_STAGE.get(stage, "referral"), stage in OF_STAGE)}
    if typed.get("others") in {*NOBODY, TOOK_PART}:
        return found
    outcome = AFTER_THE_ENQUIRY.get(typed.get("still-at-risk", ""))
    known = typed.get("others") in {"one", "two-or-more"}
    if stage in START or (stage == "no-concern" and not outcome):
        return {"harmed": Place("referral", known and stage == "start"), **found}
    return {
        "harmed": Place(outcome or "enquiry-harmed", known and (outcome is not None or stage == "enquiry")),
        **found,
    }
