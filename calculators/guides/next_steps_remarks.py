"""Next steps, the remarks: answers that do not fit together, what the sources say, and where they differ."""

from __future__ import annotations

from calculators.engine.rules import check, differs, says
from calculators.guides.facts import DANGER, IMAGES, OTHERS
from calculators.guides.next_steps_questions import (
    AGE_NOW,
    CHOSEN_LEVEL,
    FIRST_AGE,
    FROM_PROBLEMATIC,
    LIKELY_HARM,
    SOME_IMAGES,
)

EARLY_HELP = "whether inappropriate behaviour leads to an early help assessment"

ANSWERS_THAT_DO_NOT_FIT = (
    check(
        "check-danger-level",
        "You answered that a child is in danger now, and that the behaviour is normal or inappropriate. Treat the danger "
        "as real and ring 999. Look at the level again afterwards.",
        "ring-999",
        "refer",
        when=DANGER.among("yes") & CHOSEN_LEVEL.among("normal", "inappropriate"),
        cites=("nel:judgement", "llr:3.continuum"),
    ),
    check(
        "check-harm-level",
        "You answered that a child is suffering, or likely to suffer, significant harm, and that the behaviour is normal "
        "or inappropriate. Treat the harm as real and refer. Tell children’s social care that the two answers do not fit.",
        "refer",
        when=CHOSEN_LEVEL.among("normal", "inappropriate") & LIKELY_HARM.among("yes"),
        cites=("llr:6", "llr:3.continuum"),
    ),
    check(
        "check-harm-nobody",
        "You answered that nobody is known to have been harmed, and that significant harm is happening or likely. Treat "
        "the harm as real and refer. Say which child you mean. It can be the child who displayed the behaviour.",
        "refer",
        when=OTHERS.among("none-known") & LIKELY_HARM.among("yes"),
        cites=("llr:6", "llr:9"),
    ),
    check(
        "check-several-no-harm",
        "You answered that two or more children were harmed, and that no significant harm is happening or likely. Treat "
        "the harm as real and refer. Children’s social care and the police settle how serious it is.",
        "refer",
        when=OTHERS.among("two-or-more") & LIKELY_HARM.among("no"),
        cites=("llr:6", "llr:9"),
    ),
    check(
        "check-level-no-harm",
        "You answered that the behaviour is abusive or violent, and that no significant harm is happening or likely. Act "
        "on the level and refer. Children’s social care and the police settle how serious the harm is.",
        "refer",
        when=CHOSEN_LEVEL.among("abusive", "violent") & LIKELY_HARM.among("no"),
        cites=("llr:3.continuum", "llr:9"),
    ),
    check(
        "check-level-nobody",
        "You answered that the behaviour is abusive or violent, and that nobody is known to have been harmed. Act on the "
        "level and refer. Somebody may have been harmed who is not known yet, a child or an adult.",
        "refer",
        when=OTHERS.among("none-known") & CHOSEN_LEVEL.among("abusive", "violent"),
        cites=("llr:3.continuum", "llr:2"),
    ),
    check(
        "check-normal-harmed",
        "You answered that somebody was harmed, and that the behaviour is normal. Treat the harm as real and refer. Act as "
        "if the level was not known.",
        "refer",
        when=OTHERS.among("adult", "one", "two-or-more") & CHOSEN_LEVEL.among("normal"),
        cites=("llr:3.continuum", "llr:1"),
    ),
)

REMARKS = (
    says(
        "normal-nobody-harmed",
        "You answered that the behaviour is normal for the child, and that nobody is known to have been harmed. If you are "
        "not sure, talk to your safeguarding lead.",
        when=CHOSEN_LEVEL.among("normal") & OTHERS.among("none-known") & LIKELY_HARM.among("no") & IMAGES.among("none"),
        cites=("nel:early-help", "llr:1", "ng55:1.2.1"),
        headline="Respond calmly, record what you saw and stay alert.",
    ),
    says(
        "normal",
        "For normal behaviour the framework has screening and no assessment of harmful sexual behaviour. Keep your record "
        "and keep monitoring. Come back if the behaviour continues, happens more often or changes.",
        when=CHOSEN_LEVEL.among("normal"),
        cites=("hsbf:3.1.continuum", "llr:1", "nel:early-help"),
    ),
    says(
        "problematic",
        "Problematic behaviour does not openly victimise others. The framework has an early help assessment here, and a "
        "brief or comprehensive assessment.",
        when=CHOSEN_LEVEL.among("problematic"),
        cites=("hsbf:3.1.continuum", "hsbf:1.1.definition"),
    ),
    says(
        "abusive",
        "For abusive behaviour the framework puts the protection of those harmed, and of those likely to be, first among "
        "the likely aims of the work.",
        when=CHOSEN_LEVEL.among("abusive"),
        cites="hsbf:3.1.continuum",
    ),
    says(
        "violent",
        "For violent behaviour the framework speaks of protecting those harmed and the public, and of a high level of "
        "management and supervision.",
        when=CHOSEN_LEVEL.among("violent"),
        cites="hsbf:3.1.continuum",
    ),
    says(
        "if-necessary",
        "NICE names three places to refer harmful sexual behaviour to, if necessary: specialist services for it, child protection "
        "and criminal justice. Children’s social care settles with you which of them are needed.",
        when=FROM_PROBLEMATIC,
        cites=("ng55:1.3.9", "llr:14", "llr:8"),
    ),
    says(
        "behaviour-towards-adult",
        "Harmful sexual behaviour by a child can be towards an adult, such as a member of staff. The Leicestershire "
        "procedure and the framework cover it.",
        when=OTHERS.among("adult"),
        cites=("llr:2", "llr:3", "hsbf:1.1.definition"),
    ),
    says(
        "images-law",
        "It is a crime to take, make, share, show or possess an indecent image of anyone under 18. That includes an image that "
        "only looks like a photograph. Chief officers of police said in 2011 that they did not support prosecuting children for taking "
        "and sharing images of themselves.",
        when=SOME_IMAGES,
        cites="hsbf:4.1.technology",
    ),
    says(
        "images-experiment",
        "The Leicestershire procedure leaves out images made as experiment or to seek attention, with no harm meant and no "
        "careless sharing. The safeguarding lead is still told.",
        when=IMAGES.among("experiment"),
        cites=("llr:3.online", "ng55:1.2.1"),
    ),
    says(
        "18-between",
        "The person was under 18 then and is 18 or over now. The local procedures are about children. No source says what holds "
        "across an 18th birthday, so ask children’s social care and the police.",
        when=AGE_NOW.at_least(18),
        cites=("nel:scope", "llr:2"),
    ),
    says(
        "to-25",
        "NICE’s guideline also covers people up to 25 who have special educational needs or a disability. The framework "
        "says to involve adult learning disability services early where the person meets their criteria.",
        when=AGE_NOW.at_least(18) | FIRST_AGE.at_least(18),
        cites=("ng55:terms", "hsbf:3.1.transitions"),
    ),
    differs(
        "early-help-nice",
        "NICE and the framework say that the child should have an early help assessment, in line with local thresholds.",
        topic=EARLY_HELP,
        when=CHOSEN_LEVEL.among("inappropriate"),
        cites=("ng55:1.3.1", "hsbf:3.3"),
        strictest=True,
    ),
    differs(
        "early-help-consider",
        "The Leicestershire procedure and North East Lincolnshire say that an early help assessment should be considered.",
        topic=EARLY_HELP,
        when=CHOSEN_LEVEL.among("inappropriate"),
        cites=("llr:14", "nel:early-help"),
    ),
)
