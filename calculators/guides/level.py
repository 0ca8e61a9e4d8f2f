"""The level on the continuum of behaviour, chosen by a practitioner: asked by several guides, worked out by none.

What the framework's table indicates at each level (assessment, possible tools, likely focus of help) stands here too,
as more than one guide says it.
"""

from __future__ import annotations

from calculators.engine.guide import ASSESS, NOT_KNOWN, Condition, Option, Question, Rule

LEVEL = Question(
    "level",
    "Which level on the continuum has been chosen?",
    name="Level",
    options=(
        Option("normal", "Normal"),
        Option("inappropriate", "Inappropriate"),
        Option("problematic", "Problematic"),
        Option("abusive", "Abusive"),
        Option("violent", "Violent"),
        Option(NOT_KNOWN, "Not known, or not settled yet"),
    ),
    hint="A practitioner chooses the level, in the light of age and stage of development. No calculator does.",
)

# hsbf:3.1.continuum, the whole table but for its short form of the features; the colours are those of hsbf:2.1.identification.
_TABLE = ("hsbf:3.1.continuum", "hsbf:2.1.identification")
_INDICATED = {
    "normal": (
        (*_TABLE, "nel:early-help", "nel:child-protection"),
        "Normal (broadly, green): screening; no HSB assessment is appropriate. Help: educating and supporting parents. In the wrong place or at the wrong time, an early, calm, teaching response may work best. Normal does not close the matter: record, and go on watching.",
    ),
    "inappropriate": (
        _TABLE,
        "Inappropriate (broadly, amber): screening, a brief assessment, the early help assessment of NICE. Possible tools: NICE guidance, Brook Traffic Light Tool, Child Sexual Behavior Checklist (Friedrich). Help: boundaries, support, low-key management of the behaviour.",
    ),
    "problematic": (
        _TABLE,
        "Problematic (broadly, amber): the early help assessment of NICE, a brief or comprehensive assessment. Possible tools: NICE guidance, Brook Traffic Light Tool, Department of Health Assessment Framework. Help: managing behaviour, socio-educative work with child or family, changing the system or context.",
    ),
    "abusive": (
        (*_TABLE, "hsbf:3.1.approaches"),
        "Abusive (broadly, red): a comprehensive assessment, a risk assessment focused on HSB. Possible tools: Department of Health Assessment Framework, AIM2 (now AIM3), J-SOAP, ERASOR (successor: PROFESOR). Help: protecting those harmed and those likely to be, managing risk and preventing relapse, supporting prosocial behaviour.",
    ),
    "violent": (
        (*_TABLE, "hsbf:3.1.approaches"),
        "Violent (broadly, red): a risk assessment focused on HSB, a specialist assessment. Possible tools: AIM2 (now AIM3), J-SOAP, ERASOR (successor: PROFESOR), SAVRY. Help: protecting those harmed and the public, preventing violence, managing risk and preventing relapse, a high level of management and supervision.",
    ),
}


def indicated(level: str, *when: Condition) -> Rule:
    """Give the rule that says, under these conditions, what the framework indicates at a level."""
    cites, then = _INDICATED[level]
    return Rule(level, cites=cites, when=when, group=ASSESS, then=then)
