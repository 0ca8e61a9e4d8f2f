"""Next steps: what to do now, today, next and later, who does each, and for which child.

The sources time one step: the named safeguarding lead is told at once. The rest is an order, and no step in it
waits for another. Each answer that is not known counts as the worst it may be, until it is known.
"""

from __future__ import annotations

from dataclasses import replace

from calculators.engine.guide import Guide, Judgement
from calculators.engine.rules import step
from calculators.guides.facts import CHILD_HARMED, OTHERS
from calculators.guides.next_steps_adults import ADULTS
from calculators.guides.next_steps_first import IMAGES_FOUND, REFERRAL, SAFE_TODAY
from calculators.guides.next_steps_questions import (
    CHILD_NOW,
    CHOSEN_LEVEL,
    CONCERN,
    FIRST_AGE,
    FROM_ABUSIVE,
    FROM_INAPPROPRIATE,
    FROM_PROBLEMATIC,
    HOME,
    KNOWN_TO,
    QUESTIONS,
)
from calculators.guides.next_steps_remarks import ANSWERS_THAT_DO_NOT_FIT, REMARKS
from calculators.guides.standing import ALWAYS

# Normal behaviour with nobody harmed is no incident: it is recorded and watched, and nobody has to be told at once.
STANDING = tuple(replace(rule, when=CONCERN) if rule.key == "tell-the-lead" else rule for rule in ALWAYS)

SOCIAL_CARE_AND_POLICE = (
    step(
        "screening",
        "screen",
        because="The first screening uses the tools that the Leicestershire procedure names.",
        when=(CHOSEN_LEVEL.among("normal", "inappropriate", "problematic") | CHOSEN_LEVEL.unknown) & CONCERN,
        cites=("llr:2", "llr:8", "nel:tools"),
    ),
    step(
        "decide",
        "decide-response",
        because="At this level there may be an enquiry, a single assessment or an early help assessment.",
        when=FROM_PROBLEMATIC,
        cites=("llr:8", "llr:9", "llr:14", "hsbf:3.3"),
    ),
    step(
        "several",
        "strategic-management-group",
        because="Two or more children were, or may have been, harmed.",
        when=OTHERS.among("two-or-more") | OTHERS.unknown,
        cites="llr:9",
        only_if="several children may be responsible, or the situation is complex",
    ),
    step(
        "peer-group",
        "consider-peer-group",
        because="A peer group or gang can carry the behaviour, and a response to one child alone may not change it.",
        when=FROM_PROBLEMATIC,
        cites=("hsbf:4.1.peers", "hsbf:4.1.gangs", "hsbf:4.1.contextual"),
        only_if="several children took part, or a group or gang did",
    ),
    step(
        "different-social-workers",
        "separate-workers",
        because="A child was, or may have been, harmed, and each child’s needs are assessed separately.",
        when=CHILD_HARMED & (FIRST_AGE.under(18) | FIRST_AGE.unknown),
        cites="llr:8",
        only_if="",
    ),
    step(
        "living-together",
        "assess-living-together",
        "support-family",
        because="Children who live together need a careful assessment, and some have to live apart for a time.",
        when=HOME.among("yes") | HOME.unknown | OTHERS.unknown,
        cites=("hsbf:4.1.families", "ng55:1.5.3", "llr:6"),
    ),
    step(
        "specialist",
        "find-specialist-service",
        because="Abusive or violent behaviour is likely to need a specific assessment of risk and need.",
        when=FROM_ABUSIVE & CHILD_NOW,
        cites=("hsbf:3.1.approaches", "ng55:1.4.1"),
    ),
    step(
        "police-consult",
        "police-consult-social-care",
        because="Social care assesses a child who was harmed and, in all cases, the child said to have displayed the behaviour.",
        when=CONCERN & (FIRST_AGE.under(18) | FIRST_AGE.unknown),
        cites="llr:8",
    ),
    step(
        "youth-justice",
        "assess-with-youth-justice",
        because="From age 10 the youth justice service may have a part in the assessment.",
        when=FROM_PROBLEMATIC & (FIRST_AGE.between(10, 17) | FIRST_AGE.unknown) & CHILD_NOW,
        cites="llr:8",
    ),
    step(
        "safeguarding-unit",
        "tell-safeguarding-unit",
        because="In Leicestershire the safeguarding unit offers consultation and overview.",
        when=FROM_INAPPROPRIATE,
        cites="llr:8",
    ),
)

CHILD_AND_FAMILY = (
    step(
        "open",
        "review-open-case",
        because="The child already has a worker, so North East Lincolnshire says to consider a review of the assessment.",
        when=KNOWN_TO.among("early-help", "in-need", "looked-after") & CONCERN,
        cites="nel:open-cases",
    ),
    step(
        "may-be-open",
        "review-open-case",
        because="It is not known whether the child already has a worker.",
        when=KNOWN_TO.unknown & CONCERN,
        cites="nel:open-cases",
        only_if="the child already has a social worker or lead practitioner",
    ),
    step(
        "early-help-should",
        "early-help-assessment",
        because="The behaviour is inappropriate, and early help looks at the child and not only at the behaviour.",
        when=CHOSEN_LEVEL.among("inappropriate"),
        cites=("ng55:1.3.1", "hsbf:3.3", "llr:14"),
    ),
    step(
        "lead-practitioner",
        "lead-practitioner",
        because="Early help names one contact for the child or family, who coordinates what is agreed.",
        when=CHOSEN_LEVEL.among("inappropriate"),
        cites=("ng55:1.3.2", "llr:14"),
    ),
    step(
        "teach",
        "teach",
        because="Early responses at the lower end of the range can stop a pattern before it begins.",
        when=CHOSEN_LEVEL.among("inappropriate"),
        cites="nel:early-help",
        only_if="",
    ),
    step(
        "teach-normal",
        "teach",
        because="Typical behaviour in the wrong place or at the wrong time may need no more than an early response.",
        when=CHOSEN_LEVEL.among("normal"),
        cites="nel:early-help",
        only_if="it happened in the wrong place or at the wrong time",
    ),
    step(
        "gp",
        "gp",
        because="A GP can decide whether the child needs another service.",
        when=CHOSEN_LEVEL.among("normal", "inappropriate"),
        cites="nel:early-help",
    ),
    step(
        "legal-advice",
        "legal-advice",
        because="Each child and family has a right to seek legal advice, and should be supported.",
        when=FROM_PROBLEMATIC,
        cites="llr:8",
    ),
    step(
        "engage-family",
        "engage-family",
        because="Families can support change, and the behaviour may affect every member of the family.",
        when=FROM_PROBLEMATIC,
        cites=("ng55:1.5.1", "ng55:1.5.2", "ng55:1.5.4", "llr:7"),
    ),
    step(
        "safety-plan",
        "safety-plan",
        because="NICE says that the care plan should include a safety plan agreed with the child and family.",
        when=FROM_PROBLEMATIC,
        cites="ng55:1.6.3",
    ),
    step(
        "school-weighs",
        "school-check-wider-picture",
        because="Other pupils, a school place, bullying or another school may be involved.",
        when=CONCERN & CHILD_NOW,
        cites=("llr:6", "nel:settings", "hsbf:3.1.education-response"),
    ),
    step(
        "school-meetings",
        "school-join-safety-plan",
        because="Schools need to be part of information sharing and safety plans.",
        when=FROM_PROBLEMATIC,
        cites=("hsbf:2.1.education", "hsbf:3.1.education", "llr:9"),
    ),
    step(
        "share",
        "share",
        because="Those who protect a child need to know what others know.",
        when=CONCERN,
        cites=("llr:2", "ng55:1.1.9", "ng55:1.1.12"),
    ),
)

GUIDE = Guide(
    key="next-steps",
    title="Next steps",
    purpose="What to do now, today, next and later when a child has displayed sexual behaviour that worries you: who "
    "does each step, and what each child needs.",
    questions=QUESTIONS,
    rules=(
        *STANDING,
        *ANSWERS_THAT_DO_NOT_FIT,
        *REFERRAL,
        *IMAGES_FOUND,
        *ADULTS,
        *SAFE_TODAY,
        *SOCIAL_CARE_AND_POLICE,
        *CHILD_AND_FAMILY,
        *REMARKS,
    ),
    judgement=(
        Judgement(
            "When each step is taken. The sources time one step only, which is to tell the safeguarding lead at once.",
            ("ng55:1.2.1", "llr:1"),
        ),
        Judgement("Where the behaviour falls on the continuum.", ("llr:3.continuum",)),
        Judgement("Whether a child is suffering, or likely to suffer, significant harm.", ("llr:8", "llr:9")),
        Judgement("Who tells parents, and when it is safe to.", ("nel:early-help", "llr:8")),
        Judgement(
            "What a school does while the police investigate. These sources do not say, so ask the police and social care.",
            ("hsbf:2.1.education", "llr:9"),
        ),
    ),
)
