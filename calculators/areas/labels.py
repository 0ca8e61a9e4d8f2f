"""What the editor of an area's file calls each table and key: the words that people use, for the form and for what is to mend."""

from __future__ import annotations

import re

from calculators.areas.model import SERVICES

ONE = {  # one of several, as the heading of its fields
    "panel": "Panel",
    "service": "Service",
    "practitioner": "Practitioner",
    "line": "Addition",
    "timescale": "Timescale",
    "paper": "Paper",
    "attendee": "Person to invite",
    "meeting": "Meeting",
    "neighbour": "Area next to yours",
}
TABLES = {
    "": "Your area",
    **{f"contact.{key}": name for key, name in SERVICES.items()},
    "names": "What your area calls things",
    "link.threshold-document": "Threshold document",
    "link.referral-form": "Referral form",
    "link.flowchart": "Flowchart",
    "link.exploitation-guidance": "Guidance on exploitation",
    "link.toolkit": "Toolkit",
    "link.continuum-of-support": "Continuum of support",
    "review": "How often the plan is reviewed",
    "scale": "A scale of your own",
    "panel": "Specialist panels",
    "service": "Specialist services",
    "practitioner": "Practitioners trained in AIM3",
    "line": "Things your area adds to a step",
    "timescale": "Shorter timescales",
    "paper": "Other papers",
    "attendee": "People your area also invites to a meeting",
    "meeting": "Other meetings your area holds",
    "neighbour": "Areas next to yours",
}
KEYS = {
    "name": "Name",
    "partnership": "Name of the safeguarding partnership",
    "cross_boundary": "What your area does if a child lives in another area",
    "cites": "Source in this site’s register",
    "telephone": "Telephone number",
    "option": "What to press or ask for",
    "hours": "When it answers",
    "out_of_hours": "Number for all other times",
    "text_relay": "Number for text relay",
    "texts": "Number for text messages",
    "email": "E-mail address",
    "link": "Address of its page",
    "form": "Address of the referral form",
    "place": "Where it is",
    "ask": "Whom to ask if there is no number",
    "audience": "Who this number is for",
    "district": "Part of the area",
    "first_age": "Youngest age",
    "last_age": "Oldest age",
    "within": "How soon",
    "needs": "What it needs first",
    "starts": "First day of this number",
    "until": "Last day of this number",
    "checked": "Day on which you last tried it",
    "title": "Title",
    "address": "Address of the page",
    "first_every": "Months or weeks between reviews at first",
    "first_for": "How long that holds",
    "then_every": "Months or weeks between reviews after that",
    "unit": "Months or weeks",
    "tier": "Level of concern",
    "referrers": "Who refers to it",
    "meets": "When it meets",
    "criteria": "What it asks for",
    "serves": "Who it is for",
    "step": "The step it belongs to",
    "text": "What your area asks for as well",
    "meeting": "Meeting",
    "who": "Who is invited",
    "held": "When it is held and what for",
    "levels": "Its levels, mildest first",
    "strategy-meeting": "Strategy meeting",
    "planning-meeting": "Multi-agency planning meeting",
    "conference": "Child protection conference",
    "early-help-assessment": "Early help assessment",
    "safeguarding-unit": "Safeguarding unit",
}
PLAINER = {  # what a file needs, and what a form needs
    ", without quotation marks": "",
    "write words in quotation marks": "write words",
    "or say with tier or district what each panel is for": "or write the level of concern or the part of the area that each is for",
    "write telephone, email, link or ask": "write a telephone number, an e-mail address, its page, or whom to ask",
    "write [contact.front-door] with name, and telephone or ask": "write its name, and a number or whom to ask for it",
    "write the action that it stands beside, such as tell-lead": "choose a step from the list",
    "take the key of an action, such as tell-lead": "choose a step from the list",
    "write the meeting, such as strategy": "choose a meeting from the list",
}


def table(place: str) -> str:
    """Name a table, with its number where there are several: "contact.front-door 2" is "Children’s social care 2"."""
    name, _, number = place.partition(" ")
    called = ONE.get(name) or TABLES.get(name, name)
    return f"{called} {number}" if number else called


def in_words(words: str, where: str, place: str, key: str) -> str:
    """Put the sentence of an error into the words of the form.

    Args:
        words: the sentence, with names of keys.
        where: the name of the file with which the sentence begins.
        place: the table at fault, with its number where there are several.
        key: the key at fault, or nothing.

    """
    said = words.removeprefix(f"{where}: ")
    led_by = f"{place}.{key}" if place and key else place or key
    subject = KEYS.get(key, key) if key and said.startswith(led_by) else table(place)
    said = said.removeprefix(led_by).removeprefix(place)
    said = said.replace(f"{place}.", "") if place else said
    for of_file, of_form in PLAINER.items():
        said = said.replace(of_file, of_form)
    for name in sorted(KEYS, key=len, reverse=True):
        if "_" in name or name in {"starts", "until"}:
            said = re.sub(rf"\b{name}\b", f"“{KEYS[name]}”", said)
    return f"{subject}{said}"
