"""The lines that stand in every result of every guide, whatever was answered."""

from __future__ import annotations

from calculators.actions.people import YOU
from calculators.engine.guide import AVOID, LATER, NOW, TODAY, Rule

ALWAYS = (
    Rule(
        "danger",
        cites=(
            "nel:judgement",
            "nel:child-protection",
            "nel:front-door",
        ),
        always=True,
        group=NOW,
        who=YOU,
        then="If a child is in immediate danger, ring 999, whatever the age of anyone involved.",
    ),
    Rule(
        "tell-the-lead",
        cites=(
            "ng55:1.2.1",
            "ng55:1.2.2",
            "ng55:1.2.4",
            "llr:8",
            "nel:child-protection",
            "nel:front-door",
        ),
        always=True,
        group=NOW,
        who=YOU,
        contact="front-door",
        then="Tell your organisation’s named safeguarding lead at once. The lead speaks to children’s social care: where a line below says “refer”, to refer; otherwise to settle whether to. If no lead can be reached, speak to children’s social care yourself.",
    ),
    Rule(
        "record",
        cites=("llr:6", "nel:child-protection"),
        always=True,
        group=TODAY,
        who=YOU,
        then="Write down accurately what was seen and said. Tell a child who was harmed that they are taken "
        "seriously and will be kept safe.",
    ),
    Rule(
        "talk",
        cites=(
            "nel:child-protection",
            "nel:early-help",
            "llr:9",
            "llr:15",
        ),
        always=True,
        group=TODAY,
        who=YOU,
        then="If you talk to a child, do so separately and calmly, in a neutral, safe place; let them talk, and listen. Leave questions about what happened to children’s social care and the police.",
    ),
    Rule(
        "look-again",
        cites=("nel:early-help", "llr:5"),
        always=True,
        group=LATER,
        who=YOU,
        then="Go on watching. Tell the lead again at once if the behaviour goes on, comes more often, takes a new form, is hidden, seems compulsive or continues after adults stepped in.",
    ),
    Rule(
        "do-not-investigate",
        cites=("nel:child-protection", "llr:9", "llr:17"),
        always=True,
        group=AVOID,
        then="Do not investigate what happened. That is for children’s social care and the police.",
    ),
    Rule(
        "do-not-dismiss",
        cites=("llr:1",),
        always=True,
        group=AVOID,
        then="Do not put harmful behaviour down to what children do, and do not wait for a high threshold "
        "before you protect a child.",
    ),
    Rule(
        "do-not-label",
        cites=("llr:1", "llr:7", "hsbf:5.3"),
        always=True,
        group=AVOID,
        then="Do not label a child by the behaviour, in speech or in writing.",
    ),
)
