"""What the framework's table indicates at each level: assessment, possible tools, likely focus of help.

A practitioner chooses the level; no calculator does. More than one calculator says what a level leads to.
"""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from calculators.engine.rules import ASSESS, Rule, says

if TYPE_CHECKING:
    from calculators.engine.conditions import Condition

# hsbf:3.1.continuum, the whole table but for its short form of the features; the colours are those of hsbf:2.1.identification.
_TABLE = ("hsbf:3.1.continuum", "hsbf:2.1.identification")
_INDICATED = {
    "normal": (
        (*_TABLE, "nel:early-help", "nel:child-protection"),
        (
            "Normal (broadly, green): screening, and no assessment of harmful sexual behaviour is appropriate. Help is educating and "
            "supporting parents. In the wrong place or at the wrong time, an early, calm, teaching response may work best. Normal "
            "does not close the matter. Record it and keep watching."
        ),
        "Normal: no assessment of harmful sexual behaviour is appropriate. Record it and keep watching.",
    ),
    "inappropriate": (
        _TABLE,
        (
            "Inappropriate (broadly, amber): screening, a brief assessment, and the early help assessment of NICE. Possible tools are "
            "NICE guidance, the Brook Traffic Light Tool and the Child Sexual Behavior Checklist (Friedrich). Help is boundaries, "
            "support and low-key management of the behaviour."
        ),
        "Inappropriate: screening, a brief assessment and an early help assessment.",
    ),
    "problematic": (
        _TABLE,
        (
            "Problematic (broadly, amber): the early help assessment of NICE, and a brief or comprehensive assessment. Possible tools "
            "are NICE guidance, the Brook Traffic Light Tool and the Department of Health Assessment Framework. Help is managing "
            "behaviour, socio-educative work with child or family, and changing the system or context."
        ),
        "Problematic: an early help assessment, and a brief or comprehensive assessment.",
    ),
    "abusive": (
        (*_TABLE, "hsbf:3.1.approaches"),
        (
            "Abusive (broadly, red): a comprehensive assessment, and a risk assessment focused on harmful sexual behaviour. Possible "
            "tools are the Department of Health Assessment Framework, AIM2 (now AIM3), J-SOAP and ERASOR (successor: PROFESOR). Help "
            "is protecting those harmed and those likely to be, managing risk and preventing relapse, and supporting prosocial "
            "behaviour."
        ),
        "Abusive: protect those harmed, and assess the risk. Act on this level until it has been assessed.",
    ),
    "violent": (
        (*_TABLE, "hsbf:3.1.approaches"),
        (
            "Violent (broadly, red): a risk assessment focused on harmful sexual behaviour, and a specialist assessment. Possible "
            "tools are AIM2 (now AIM3), J-SOAP, ERASOR (successor: PROFESOR) and SAVRY. Help is protecting those harmed and the "
            "public, preventing violence, managing risk and preventing relapse, and a high level of management and supervision."
        ),
        (
            "Violent: protect those harmed and the public, and arrange a specialist assessment. Act on this level until it has been "
            "assessed."
        ),
    ),
}


def indicated(level: str, *when: Condition) -> Rule:
    """Give the remark that says, where all these conditions are met, what the framework indicates at a level."""
    cites, text, headline = _INDICATED[level]
    return says(level, text, when=reduce(and_, when) if when else None, cites=cites, headline=headline, part=ASSESS)
