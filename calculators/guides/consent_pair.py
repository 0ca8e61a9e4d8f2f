"""Consent, the second part: what is said of the two together, of images, of adults, and of the family."""

from __future__ import annotations

from calculators.engine.rules import check, step
from calculators.guides.consent_questions import (
    ADULT_TOO,
    AGE_NOT_KNOWN,
    ALLEGED,
    CANNOT_DECIDE,
    CHOICE,
    EXCHANGED,
    FAMILY,
    FORCE,
    FORCED,
    HARMFUL_IMAGES,
    NO_CHOICE,
    POWER,
    POWERFUL,
    SOME_IMAGES,
    TWO_CHILDREN,
    A,
    B,
)

UNDER_16 = A.under(16) | A.unknown | B.under(16) | B.unknown

ANSWERS_THAT_DO_NOT_FIT = (
    check(
        "check-choice-and-force",
        "You answered that both chose freely, and that there was force or pressure. Both cannot be true. Act on the force.",
        "refer",
        when=CHOICE.among("yes") & FORCE.among("yes"),
        cites=("llr:3.continuum", "llr:5"),
    ),
    *(
        check(
            f"check-power-{older.key}-older",
            "You answered that neither had power over the other. One is 13 to 15 and the other is 16 or 17. A wide "
            "difference in age or stage of development can be a difference in power, so look at it again.",
            "talk-social-care",
            when=older.between(16, 17) & younger.between(13, 15) & POWER.among("no"),
            cites=("hsbf:1.1.definition", "nel:concerning", "llr:5"),
        )
        for older, younger in ((A, B), (B, A))
    ),
)


PAIR = (
    step(
        "force",
        "refer",
        "report-to-police",
        because="Where there was force or pressure, it was not consent at any age.",
        when=FORCED,
        cites=(
            "hsbf:1.1.definition",
            "hsbf:1.1.continuum",
            "llr:3.continuum",
            "llr:5",
            "nel:concerning",
            "nel:police",
            "llr:8",
        ),
    ),
    step(
        "no-free-choice",
        "refer",
        "report-to-police",
        because="What was not freely chosen was not consented to, and distress is never a sign of consent.",
        when=NO_CHOICE,
        cites=("llr:3.continuum", "llr:5", "nel:concerning", "llr:8", "nel:police"),
    ),
    step(
        "power",
        "talk-social-care",
        because="Where one has power over the other, consent is in doubt even if nobody objected.",
        when=POWERFUL,
        cites=("hsbf:1.1.definition", "llr:3", "llr:3.continuum", "nel:concerning", "llr:8"),
    ),
    step(
        "difference",
        "refer",
        because="Healthy sexual behaviour is between children of similar age and stage of development.",
        when=TWO_CHILDREN & UNDER_16,
        cites=("llr:5", "nel:concerning", "llr:3.13-15"),
        only_if="they are far apart in age or stage of development",
    ),
    step(
        "understanding",
        "refer",
        because="Somebody who cannot understand or decide cannot give informed consent.",
        when=CANNOT_DECIDE,
        cites=("llr:3.13-15", "hsbf:1.1.definition", "llr:8", "ng55:1.3.5"),
    ),
    step(
        "exchange",
        "refer",
        "consider-exploitation",
        because="Something was exchanged, and exploitation can look consensual.",
        when=EXCHANGED,
        cites=("nel:definitions", "hsbf:1.1.cse", "nel:outside-home", "llr:8"),
    ),
    step(
        "different-social-workers",
        "separate-workers",
        because="Each child’s needs are thought about separately, even in one household.",
        when=TWO_CHILDREN & ALLEGED,
        cites=("llr:2", "llr:8"),
        only_if="",
    ),
    step(
        "needs",
        "consider-harm",
        because="Either child may have been harmed by somebody, whatever part they took.",
        when=ALLEGED & (A.under(18) | A.unknown | B.under(18) | B.unknown),
        cites=("llr:2", "llr:6", "llr:9", "nel:child-protection"),
        about="each",
    ),
    step(
        "legal-advice",
        "legal-advice",
        because="Where harm is alleged, each child and family has a right to seek legal advice.",
        when=ALLEGED & (A.under(18) | A.unknown | B.under(18) | B.unknown),
        cites=("llr:8", "nel:early-help"),
    ),
    step(
        "family",
        "keep-safe-at-home",
        "assess-living-together",
        "support-family",
        because="They are in one family, household or placement.",
        when=FAMILY,
        cites=("hsbf:4.1.families", "hsbf:2.1.early", "ng55:1.5.3", "llr:8", "llr:6", "nel:care"),
    ),
)

PICTURES = (
    step(
        "images-with-harm",
        "refer",
        "report-to-police",
        because="Images were made or shared with threats, without consent or so that somebody is harmed.",
        when=HARMFUL_IMAGES,
        cites=("llr:3.online", "llr:8", "nel:police"),
    ),
    step(
        "images-of-any-kind",
        "images-do-not-view",
        "tell-lead",
        because="There is a sexual image of somebody under 18, whatever was agreed.",
        when=SOME_IMAGES,
        cites=("ng55:1.2.1", "hsbf:4.1.technology"),
    ),
)

ADULTS = (
    step(
        "adult-involved",
        "refer",
        "report-to-police",
        "adult-procedures",
        because="An adult is involved, and separate procedures cover what an adult does.",
        when=ADULT_TOO,
        cites=("llr:3.online", "llr:8", "llr:10", "nel:front-door"),
    ),
    *(
        step(
            f"{adult.key}-is-an-adult",
            "refer",
            "report-to-police",
            "adult-procedures",
            because="One is a child and the other is an adult, so separate procedures cover what the adult did.",
            when=adult.at_least(18) & (child.under(18) | child.unknown),
            cites=("llr:3.online", "llr:8", "nel:scope", "nel:front-door"),
        )
        for adult, child in ((A, B), (B, A))
    ),
    *(
        step(
            f"{adult.key}-and-a-child-to-protect",
            "protect-harmed",
            because="A child with whom an adult was involved may have been harmed.",
            when=adult.at_least(18) & (child.under(18) | child.unknown),
            cites=("llr:6", "llr:10", "nel:judgement"),
        )
        for adult, child in ((A, B), (B, A))
    ),
    step(
        "age-may-be-an-adult",
        "refer",
        "report-to-police",
        "adult-procedures",
        "protect-harmed",
        because="An age is not known, so one may be an adult or a child under 13.",
        when=AGE_NOT_KNOWN,
        cites=("llr:3.online", "llr:8", "llr:3.under-13"),
    ),
    step(
        "adult-harmed",
        "refer-adult-social-care",
        because="A child may have harmed an adult who needs safeguarding.",
        when=B.at_least(18) & (A.under(18) | A.unknown) | B.unknown,
        cites="llr:2",
    ),
    step(
        "both-adults",
        "refer-adult-social-care",
        "adult-procedures",
        "talk-social-care",
        because="Both were 18 or over, and the guidance for children stops at 18.",
        when=A.at_least(18) & B.at_least(18),
        cites=("nel:scope", "hsbf:1.1.definition", "llr:2", "llr:8"),
        about="adult",
    ),
    step(
        "both-may-be-adults",
        "refer-adult-social-care",
        "adult-procedures",
        because="An age is not known, and both may have been 18 or over.",
        when=(A.at_least(18) & B.unknown) | (B.at_least(18) & A.unknown),
        cites=("nel:scope", "llr:2"),
        about="adult",
    ),
)
