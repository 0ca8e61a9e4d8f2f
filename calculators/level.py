"""The level on the continuum of behaviour, chosen by a practitioner: asked by several guides, worked out by none."""

from __future__ import annotations

from calculators.guide import NOT_KNOWN, Option, Question

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
