"""Every key that an area's file may have: how its value is read, and what to write there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from calculators.areas import values
from calculators.areas.model import MONTHS, SERVICES, WEEKS

if TYPE_CHECKING:
    from collections.abc import Callable

OLDEST = 25  # years: the oldest that a service or panel for children and care leavers takes
LONGEST_REVIEW = {MONTHS: 6, WEEKS: 26}  # NICE NG55 1.6.5 asks for a review every 3 to 6 months


@dataclass(frozen=True)
class Key:
    """One key that a table of an area's file may have."""

    name: str
    read: Callable[[Any], Any]
    says: str
    needed: bool = False


def _age(which: str) -> Callable[[Any], int]:
    return values.whole(0, OLDEST, f": the {which} age in completed years")


CITES = Key(
    "cites",
    values.cites,
    "the units that say so, as in calculators/sources/register.toml; left out for what you know yourself",
)
NAME = Key("name", values.text, "what the service is called", needed=True)
FIRST_AGE = Key("first_age", _age("youngest"), "the youngest age that it takes, in completed years")
LAST_AGE = Key("last_age", _age("oldest"), "the oldest age that it takes, in completed years")
TELEPHONE = Key("telephone", values.number, "the number, with an extension where there is one")
EMAIL = Key("email", values.email, "for referrals, not for emergencies")
FORM = Key("form", values.address, "the address of the referral form")
CHECKED = Key("checked", values.day, "the day on which somebody last tried it, such as 2026-11-22")
NEEDS = Key("needs", values.text, "what it needs before it can help")
OUT_OF_HOURS = Key(
    "out_of_hours",
    values.number_and_name,
    "the number for all other times; a comma and the name of who answers may follow",
)

CONTACT = (
    NAME,
    TELEPHONE,
    Key("option", values.text, "what to press or ask for"),
    Key("hours", values.text, "when it answers"),
    OUT_OF_HOURS,
    Key("text_relay", values.number, "the number for a call by text relay, such as 18001 01632 960001"),
    Key("texts", values.texts_number, "the number for text messages"),
    EMAIL,
    Key("link", values.address, "its page"),
    FORM,
    Key("place", values.text, "where it is"),
    Key("ask", values.text, "whom to ask where the number is not known"),
    Key("audience", values.text, "whom this number is for, such as professionals"),
    Key("district", values.text, "the part of the area that it serves"),
    FIRST_AGE,
    LAST_AGE,
    Key("within", values.within, "how soon it meets or answers, such as 24 hours"),
    NEEDS,
    Key("starts", values.day, "the first day on which this number holds, such as 2027-04-01"),
    Key("until", values.day, "the last day on which it holds"),
    CHECKED,
    CITES,
)
LINK = (
    Key("title", values.text, "what the paper is called", needed=True),
    Key("address", values.address, "where it stands"),
    CITES,
)
REVIEW = (
    Key("first_every", values.whole(1, 26), "how many months from one review to the next at first", needed=True),
    Key("first_for", values.whole(0, 104), "for how many months that holds"),
    Key("then_every", values.whole(1, 26), "how many months from one review to the next afterwards", needed=True),
    Key("unit", values.one_of(MONTHS, WEEKS), "weeks, where the three numbers count weeks"),
    CITES,
)
PANEL = (
    Key("name", values.text, "what the panel is called", needed=True),
    Key("first_age", _age("youngest"), "the youngest age that it takes, in completed years", needed=True),
    Key("last_age", _age("oldest"), "the oldest age that it takes, in completed years", needed=True),
    Key("tier", values.text, "the level of concern that it is for, where you have several panels"),
    Key("district", values.text, "the part of the area that it serves, where there is a panel for each"),
    Key("referrers", values.text, "who refers to it"),
    Key("meets", values.text, "on which day it meets"),
    NEEDS,
    Key("criteria", values.texts, "what it asks for, a phrase each"),
    TELEPHONE,
    EMAIL,
    FORM,
    CHECKED,
    CITES,
)
SERVICE = (
    NAME,
    Key("serves", values.text, "whom it is for", needed=True),
    FIRST_AGE,
    LAST_AGE,
    Key("place", values.text, "where it is"),
    TELEPHONE,
    Key("hours", values.text, "when it answers"),
    EMAIL,
    FORM,
    NEEDS,
    CHECKED,
    CITES,
)
PRACTITIONER = (
    Key("name", values.text, "the post or the team of a practitioner trained in AIM3", needed=True),
    *(key for key in SERVICE if key.name in {"place", "telephone", "hours", "email", "checked", "cites"}),
)
STEP = "the action that it stands beside, such as tell-lead"
LINE = (
    Key("step", values.text, STEP, needed=True),
    Key("text", values.text, "what the area asks for besides", needed=True),
    Key("address", values.address, "the page that belongs to it"),
    CITES,
)
TIMESCALE = (
    Key("step", values.text, STEP, needed=True),
    Key("within", values.within, "how soon your area does it, such as 24 hours or 10 working days", needed=True),
    CITES,
)
PAPER = (*LINK, Key("step", values.text, f"{STEP}, if it belongs to one"))
ATTENDEE = (
    Key("meeting", values.text, "the meeting, such as strategy", needed=True),
    Key("who", values.text, "whom your area invites besides", needed=True),
    CITES,
)
MEETING = (
    Key("name", values.text, "what the meeting is called", needed=True),
    Key("held", values.text, "when it is held and what for", needed=True),
    Key("step", values.text, f"{STEP}, if it belongs to one"),
    CITES,
)
SCALE = (
    Key("name", values.text, "what the scale is called", needed=True),
    Key("levels", values.texts, "its levels in order, mildest first"),
    Key("address", values.address, "where it stands"),
    CITES,
)
NEIGHBOUR = (
    Key("name", values.text, "the area next to yours", needed=True),
    TELEPHONE,
    OUT_OF_HOURS,
    Key("link", values.address, "its page for referrals"),
    CHECKED,
)
NAMES = tuple(
    Key(name, values.text, f"what the area calls the {words}")
    for name, words in (
        ("strategy-meeting", "strategy meeting"),
        ("planning-meeting", "multi-agency planning meeting"),
        ("conference", "child protection conference"),
        ("early-help-assessment", "early help assessment"),
        ("safeguarding-unit", "safeguarding unit"),
    )
)
TOP = (
    Key("name", values.text, "the area’s name", needed=True),
    Key("partnership", values.text, "the safeguarding partnership’s name"),
    Key("cross_boundary", values.text, "what your area does where a child lives in another one"),
    CITES,
)
LINK_NAMES = (
    "threshold-document",
    "referral-form",
    "flowchart",
    "exploitation-guidance",
    "toolkit",
    "continuum-of-support",
)
NAMED = {
    "contact": (tuple(SERVICES), CONTACT),
    "link": (LINK_NAMES, LINK),
}  # tables with a name of their own behind a dot
ONCE = {"names": NAMES, "review": REVIEW, "scale": SCALE}
SEVERAL = {
    "panel": PANEL,
    "service": SERVICE,
    "practitioner": PRACTITIONER,
    "line": LINE,
    "timescale": TIMESCALE,
    "paper": PAPER,
    "attendee": ATTENDEE,
    "meeting": MEETING,
    "neighbour": NEIGHBOUR,
}
TABLES = {  # as the file writes them, for the page that lists every key
    "At the top of the file": TOP,
    f"`[contact.{'`, `[contact.'.join(f'{key}]' for key in SERVICES)}`": CONTACT,
    "`[names]`": NAMES,
    f"`[link.{'`, `[link.'.join(f'{name}]' for name in LINK_NAMES)}`": LINK,
    "`[review]`": REVIEW,
    "`[scale]`": SCALE,
    **{f"`[[{name}]]`, as often as needed": keys for name, keys in SEVERAL.items()},
}
