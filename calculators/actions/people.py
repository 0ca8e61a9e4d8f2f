"""Who takes a step, who reads a result, and whom to ring: the names that the register uses, spelt once."""

from __future__ import annotations

from dataclasses import dataclass

# Those who do something, by the names that the register uses.
ACTORS = {
    "anyone": "Anyone",
    "staff": "Whoever sees or hears of it",
    "lead": "Safeguarding lead",
    "setting": "School, college or early years setting",
    "carer": "Foster or residential carer",
    "foster-carer": "Foster carer",
    "health": "Health services",
    "early-help": "Early help",
    "lead-practitioner": "Lead practitioner",
    "social-care": "Children’s social care",
    "social-worker": "Social worker",
    "conference-chair": "Conference chair",
    "core-group": "Core group",
    "police": "Police",
    "youth-justice": "Youth justice service",
    "prosecutors": "Crown Prosecution Service",
    "assessor": "Assessor",
    "hsb-service": "Harmful sexual behaviour service",
    "panel": "Specialist panel",
    "every-agency": "Every agency",
}


@dataclass(frozen=True)
class Role:
    """A role that a reader chooses: its words, and the actors that somebody in it is."""

    label: str
    actors: frozenset[str]


def _role(label: str, *actors: str) -> Role:
    return Role(label, frozenset({*actors, "anyone"}))


# Nobody is told to contact themselves: a safeguarding lead is no “staff”, and children’s social care is neither.
ROLES = {
    "school-lead": _role(
        "Designated safeguarding lead in a school, college or early years setting", "lead", "setting", "every-agency"
    ),
    "school": _role("Other staff in a school, college or early years setting", "staff", "setting", "every-agency"),
    "lead": _role("Safeguarding lead in another organisation", "lead", "every-agency"),
    "health": _role("Health services", "staff", "health", "every-agency"),
    "early-help": _role("Early help or Family Help", "staff", "early-help", "lead-practitioner", "every-agency"),
    "social-care": _role(
        "Children’s social care",
        "social-care",
        "social-worker",
        "assessor",
        "conference-chair",
        "core-group",
        "every-agency",
    ),
    "youth-justice": _role("Youth justice service", "youth-justice", "assessor", "core-group", "every-agency"),
    "police": _role("Police", "police", "every-agency"),
    "foster-carer": _role("Foster carer", "staff", "carer", "foster-carer"),
    "residential": _role("Residential care", "staff", "carer", "every-agency"),
    "youth-work": _role("Youth work, a club or another organisation", "staff", "every-agency"),
}

# Whom a step needs on the telephone; the area's file says how to reach them.
CONTACTS = {
    "front-door": "Children’s social care",
    "police": "Police",
    "adult-social-care": "Adult social care",
    "early-help": "Early help",
    "youth-justice": "Youth justice service",
    "safeguarding-unit": "Safeguarding unit",
    "panel": "Specialist panel",
    "hsb-service": "Harmful sexual behaviour service",
}
