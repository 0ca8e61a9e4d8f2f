"""What stands in every result, whatever is answered: two actions, and a short box of standing advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators import sources
from calculators.actions.people import ROLES
from calculators.engine.rules import step

if TYPE_CHECKING:
    from collections.abc import Iterable

ENQUIRES = frozenset({"social-care", "police"})  # the roles that find out what happened, and are not told to leave it

ALWAYS = (
    step(
        "tell-the-lead",
        "tell-lead",
        because="The lead speaks to children’s social care and decides whether to refer.",
        cites=("ng55:1.2.1", "ng55:1.2.2", "ng55:1.2.4", "llr:8", "nel:child-protection", "nel:front-door"),
    ),
    step(
        "look-again",
        "watch-and-tell-again",
        because="Behaviour that goes on, happens more often, changes, is hidden or seems compulsive may need more help.",
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
        of_harm: it is for results in which somebody is, or may be, harmed.

    """

    key: str
    text: str
    cites: tuple[str, ...]
    roles: frozenset[str] = frozenset(ROLES)
    of_harm: bool = False

    def __post_init__(self) -> None:
        """Check that every unit is in the register."""
        for unit in self.cites:
            sources.unit(unit)


STANDING = (
    Advice("record", "Write down accurately what was seen and said.", ("llr:6", "nel:child-protection")),
    Advice(
        "reassure",
        "Tell a child who was harmed that you take them seriously and will keep them safe.",
        ("llr:6",),
        of_harm=True,
    ),
    Advice(
        "talk",
        "If you talk to a child, do it separately, calmly and somewhere safe. Let the child talk.",
        ("nel:child-protection", "nel:early-help"),
    ),
    Advice(
        "do-not-investigate",
        "Do not investigate. That is for children’s social care and the police.",
        ("nel:child-protection", "llr:9", "llr:17"),
        frozenset(ROLES) - ENQUIRES,
    ),
    Advice(
        "do-not-dismiss",
        "Do not dismiss harm as “just what children do”, or wait for a high threshold before you protect a child.",
        ("llr:1",),
        of_harm=True,
    ),
    Advice("do-not-label", "Do not label a child by the behaviour.", ("llr:1", "llr:7", "hsbf:5.3")),
)


# What a plan does where somebody is, or may be, harmed.
OF_HARM = frozenset(
    {"ring-999", "child-protection-referral", "refer", "talk-social-care", "protect-harmed", "strategy-meeting"}
)


def advice(role: str, actions: Iterable[str]) -> tuple[Advice, ...]:
    """Give the standing advice of a result.

    Args:
        role: the reader's role; empty: all roles.
        actions: the keys of the actions of the plan.

    """
    harm = not OF_HARM.isdisjoint(actions)
    return tuple(line for line in STANDING if (not role or role in line.roles) and (harm or not line.of_harm))
