"""Who takes a step, and whom to ring: the names that rules use, spelt once."""

from __future__ import annotations

YOU = "You"
LEAD = "Named safeguarding lead"
SOCIAL_CARE = "Children’s social care"
SOCIAL_CARE_AND_POLICE = "Children’s social care and the police"
SOCIAL_WORKER = "Social worker"
WORKER = "Social worker or lead practitioner"
TEAM_MANAGER = "Social care team manager"
CONFERENCE_CHAIR = "Conference chair"
REVIEWING_OFFICER = "Independent reviewing officer"
SAFEGUARDING_UNIT = "Safeguarding unit"
EARLY_HELP = "Early help"
LEAD_PRACTITIONER = "Lead practitioner"
SCHOOL = "School or college"
SETTING = "School, college or early years setting"
HEALTH = "Health services"
CARERS = "Carers and the placing service"
POLICE = "Police"
YOUTH_JUSTICE = "Youth justice service"
PROSECUTORS = "Crown Prosecution Service"
COURT = "Court"
HSB_SERVICE = "Harmful sexual behaviour service"
ASSESSOR = "Assessor"
PANEL = "Specialist panel"
EVERY_AGENCY = "Every agency"
MEETING = "The meeting"

PEOPLE = frozenset(
    {
        YOU,
        LEAD,
        SOCIAL_CARE,
        SOCIAL_CARE_AND_POLICE,
        SOCIAL_WORKER,
        WORKER,
        TEAM_MANAGER,
        CONFERENCE_CHAIR,
        REVIEWING_OFFICER,
        SAFEGUARDING_UNIT,
        EARLY_HELP,
        LEAD_PRACTITIONER,
        SCHOOL,
        SETTING,
        HEALTH,
        CARERS,
        POLICE,
        YOUTH_JUSTICE,
        PROSECUTORS,
        COURT,
        HSB_SERVICE,
        ASSESSOR,
        PANEL,
        EVERY_AGENCY,
        MEETING,
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
