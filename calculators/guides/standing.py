"""What stands in every result, whatever is answered: two actions, and a short box of standing advice."""

from __future__ import annotations

from dataclasses import dataclass

from calculators import sources
from calculators.actions.people import ROLES
from calculators.engine.rules import step

ENQUIRES = frozenset({"social-care", "police"})  # the roles that find out what happened, and are not told to leave it

ALWAYS = (
    step(
        "tell-the-lead",
        "tell-lead",
        because="The lead speaks to children’s social care and settles whether to refer.",
        cites=("ng55:1.2.1", "ng55:1.2.2", "ng55:1.2.4", "llr:8", "nel:child-protection", "nel:front-door"),
    ),
    step(
        "look-again",
        "watch-and-tell-again",
        because="Behaviour can continue, become more frequent, take a new form, be hidden or seem compulsive.",
        cites=("nel:early-help", "llr:5"),
    ),
)


@dataclass(frozen=True)
class Advice:
    """One sentence or two of standing advice.

    Args:
        key: its name.
        text: the advice.
        cites: the units that say so.
        roles: the roles it is for.

    """

    key: str
    text: str
    cites: tuple[str, ...]
    roles: frozenset[str] = frozenset(ROLES)

    def __post_init__(self) -> None:
        """Check that every unit is in the register."""
        for unit in self.cites:
            sources.unit(unit)


STANDING = (
    Advice("record", "Write down accurately what was seen and said.", ("llr:6", "nel:child-protection")),
    Advice(
        "reassure",
        "Tell a child who was harmed that you take them seriously and that they will be kept safe.",
        ("llr:6",),
    ),
    Advice(
        "talk",
        "If you talk to a child, do it separately, calmly and somewhere safe. Let the child talk, and listen.",
        ("nel:child-protection", "nel:early-help"),
    ),
    Advice(
        "do-not-investigate",
        "Do not investigate. Children’s social care and the police find out what happened.",
        ("nel:child-protection", "llr:9", "llr:17"),
        frozenset(ROLES) - ENQUIRES,
    ),
    Advice(
        "do-not-dismiss",
        "Do not dismiss harmful behaviour as “just what children do”, and do not wait for a high threshold before you protect a child.",
        ("llr:1",),
    ),
    Advice(
        "do-not-label",
        "Do not label a child by the behaviour, in speech or in writing.",
        ("llr:1", "llr:7", "hsbf:5.3"),
    ),
)


def advice(role: str) -> tuple[Advice, ...]:
    """Give the standing advice for a role; all of it where the role is not known."""
    return tuple(line for line in STANDING if not role or role in line.roles)
