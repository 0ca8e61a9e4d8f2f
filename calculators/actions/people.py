"""Who takes a step, and whom to ring: the names that rules use, spelt once."""

from __future__ import annotations

YOU = "You"
LEAD = "Named safeguarding lead"
SOCIAL_CARE = "Children’s social care"
SOCIAL_CARE_AND_POLICE = "Children’s social care and the police"
SOCIAL_WORKER = "Social worker"
WORKER = "Social worker or lead practitioner"
TEAM_MANAGER = "Social care team manager"
SOCIAL_WORKER_AND_MANAGER = "Social worker and team manager"
CONFERENCE_CHAIR = "Conference chair"
REVIEWING_OFFICER = "Independent reviewing officer"
SAFEGUARDING_UNIT = "Safeguarding unit"
EARLY_HELP = "Early help"
LEAD_PRACTITIONER = "Lead practitioner"
TEAM = "Multidisciplinary team"
SCHOOL = "School or college"
SETTING = "School, college or early years setting"
HEALTH = "Health services"
CARERS = "Carers and the placing service"
POLICE = "Police"
YOUTH_JUSTICE = "Youth justice service"
SOCIAL_CARE_OR_YOUTH_JUSTICE = "Children’s social care or the youth justice service"
PROSECUTORS = "Crown Prosecution Service"
COURT = "Court"
HSB_SERVICE = "Harmful sexual behaviour service"
ASSESSOR = "Assessor"
PANEL = "Specialist panel"
EVERY_AGENCY = "Every agency"
MEETING = "The meeting"
CORE_GROUP = "Core group"

PEOPLE = frozenset(
    {
        YOU,
        LEAD,
        SOCIAL_CARE,
        SOCIAL_CARE_AND_POLICE,
        SOCIAL_WORKER,
        WORKER,
        TEAM_MANAGER,
        SOCIAL_WORKER_AND_MANAGER,
        CONFERENCE_CHAIR,
        REVIEWING_OFFICER,
        SAFEGUARDING_UNIT,
        EARLY_HELP,
        LEAD_PRACTITIONER,
        TEAM,
        SCHOOL,
        SETTING,
        HEALTH,
        CARERS,
        POLICE,
        YOUTH_JUSTICE,
        SOCIAL_CARE_OR_YOUTH_JUSTICE,
        PROSECUTORS,
        COURT,
        HSB_SERVICE,
        ASSESSOR,
        PANEL,
        EVERY_AGENCY,
        MEETING,
        CORE_GROUP,
    }
)

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
