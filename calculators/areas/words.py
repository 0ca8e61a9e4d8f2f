"""What an area says, in words: parts that a page, a record and a terminal show alike, each value of the file once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calculators.areas import telephone
from calculators.areas.model import SERVICES
from calculators.engine.dates import words_for_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calculators.areas.model import Area, Contact, Neighbour, Panel, Scale, Service

ADDED = "the step above still applies"  # said beside whatever an area adds to a step
ASK_PARTNERSHIP = "ask-partnership"  # the action of asking for the area's own rule
# What an area may have besides, and the steps beside which it is wanted.
BESIDE = {
    "talk-social-care": ("contact.consultation", "link.threshold-document"),
    "refer-to-either": ("contact.consultation", "link.threshold-document", "link.referral-form"),
    "refer": ("link.referral-form",),
    "child-protection-referral": ("link.referral-form",),
    "consider-exploitation": ("contact.exploitation-hub", "link.exploitation-guidance"),
    "keep-safe-in-setting": ("contact.school-officer",),
    "protect-harmed": ("contact.sarc",),
    "adult-procedures": ("contact.lado",),
    "find-specialist-service": ("contact.hsb-lead",),
    ASK_PARTNERSHIP: ("contact.panel", "contact.hsb-lead"),
    "screen": ("scale", "link.continuum-of-support", "link.toolkit"),
    "strategy-meeting": ("names.strategy-meeting",),
    "planning-meeting": ("names.planning-meeting",),
    "planning-meeting-recommended": ("names.planning-meeting",),
    "planning-meeting-ask": ("names.planning-meeting",),
    "conference-harmed": ("names.conference",),
    "conference-displayed": ("names.conference",),
    "early-help-assessment": ("names.early-help-assessment", "link.threshold-document"),
    "consider-early-help": ("names.early-help-assessment", "link.threshold-document"),
    "tell-safeguarding-unit": ("names.safeguarding-unit",),
}
NO_NUMBER = "no number is given: in danger ring 999"


@dataclass(frozen=True)
class Part:
    """A few words, and where they lead: an address that opens or dials, or nothing."""

    text: str
    address: str = ""


Said = tuple[Part, ...]


def plain(parts: Sequence[Part]) -> str:
    """Join parts into one line of text, with the whole address of each link that is not a number."""
    return "".join(
        part.address if part.address.startswith("https:") and _shortened(part) else part.text for part in parts
    )


def of_contact(contact: Contact, *, alone: bool = True) -> Said:
    """Say one way to reach a service, its name first; `alone`: there is no other way, so that it is said what is missing."""
    about = [
        contact.district,
        contact.audience and f"for {contact.audience}",
        ages(contact.first_age, contact.last_age),
    ]
    about += [_from(contact.starts), _until(contact.until)]
    said = [part for part in about if part]
    whom = f" ({', '.join(said)})" if said else ""
    return (Part(contact.name + whom), Part(": "), *_list(_ways(contact, alone=alone)))


def _ways(contact: Contact, *, alone: bool) -> Iterator[Said]:
    if contact.telephone:
        option = f" ({contact.option})" if contact.option else ""
        yield (_number(contact.telephone), Part(option)) if option else (_number(contact.telephone),)
    else:
        yield (Part(contact.ask_words if contact.ask or not _reached_otherwise(contact) else "no number is given"),)
        yield from _said(contact.option)
    yield from _said(contact.hours)
    if contact.out_of_hours:
        yield (Part("at other times "), *_number_and_name(contact.out_of_hours))
    elif contact.telephone and contact.hours and alone:
        yield (Part(f"at other times {NO_NUMBER}"),)
    if contact.telephone:
        yield from _said(contact.ask)
    if contact.text_relay:
        yield (Part("text relay "), _number(contact.text_relay))
    if contact.texts:
        yield (Part("text "), Part(contact.texts, f"sms:{contact.texts.replace(' ', '')}"))
    yield from _rest(contact)
    yield from _said(contact.within and f"within {contact.within}")


def _said(words: str) -> Iterator[Said]:
    if words:
        yield (Part(words),)


def _reached_otherwise(contact: Contact) -> bool:
    return bool(contact.email or contact.form or contact.texts or contact.text_relay)


def _rest(said: Contact | Panel | Service) -> Iterator[Said]:
    """Say what several kinds have in common: e-mail, page, form, place, what is needed, the day of the check."""
    if said.email:
        yield (Part(said.email, f"mailto:{said.email}"),)
    if link := getattr(said, "link", ""):
        yield (_page(link),)
    if said.form:
        yield (Part("form: "), _page(said.form))
    yield from _said(getattr(said, "place", ""))
    yield from _said(said.needs and f"needs first: {said.needs}")
    yield from _said(said.checked and _checked(said.checked))


def of_panel(panel: Panel) -> Said:
    """Say what a panel takes, when, from whom, and how it is reached."""
    whom = ", ".join(said for said in (panel.district, panel.tier) if said)
    return (
        Part(f"{panel.name}{f' ({whom})' if whom else ''}, {ages(panel.first_age, panel.last_age)}"),
        *_after(": ", _of_panel(panel)),
    )


def _of_panel(panel: Panel) -> Iterator[Said]:
    yield from ((Part(criterion),) for criterion in panel.criteria)
    if panel.referrers:
        yield (Part(f"referral by {panel.referrers}"),)
    if panel.meets:
        yield (Part(f"meets {panel.meets}"),)
    if panel.telephone:
        yield (_number(panel.telephone),)
    yield from _rest(panel)


def of_service(service: Service) -> Said:
    """Say whom a service or a practitioner is for, and how it is reached."""
    whom = ", ".join(said for said in (service.serves, ages(service.first_age, service.last_age)) if said)
    return (Part(f"{service.name}{f' ({whom})' if whom else ''}"), *_after(": ", _of_service(service)))


def _of_service(service: Service) -> Iterator[Said]:
    if service.telephone:
        yield (_number(service.telephone),)
    if service.hours:
        yield (Part(service.hours),)
    yield from _rest(service)


def of_neighbour(neighbour: Neighbour) -> Said:
    """Say how to reach the area next door."""
    ways: list[Said] = [(_number(neighbour.telephone),)] if neighbour.telephone else []
    if neighbour.out_of_hours:
        ways.append((Part("at other times "), *_number_and_name(neighbour.out_of_hours)))
    if neighbour.link:
        ways.append((_page(neighbour.link),))
    if neighbour.checked:
        ways.append((Part(_checked(neighbour.checked)),))
    return (Part(neighbour.name), *_after(": ", ways))


def outside(area: Area) -> tuple[Said, ...]:
    """Say what an area gives for a child who lives outside it: its own rule, and how to reach its neighbours."""
    rule = ((Part(area.cross_boundary),),) if area.cross_boundary else ()
    return (*rule, *map(of_neighbour, area.neighbours))


def of_scale(scale: Scale) -> Said:
    """Say the name of a scale and its levels in order."""
    name = Part(scale.name, scale.address)
    return (name, *_after(": ", ((Part(level),) for level in scale.levels)))


def contact_words(contact: Contact) -> str:
    """Say in one line how to reach a service, by every way."""
    return "; or ".join(plain(of_contact(way, alone=not contact.also)) for way in contact.ways)


def arrangements_for(area: Area, action: str, contact: str) -> Iterator[Said]:
    """Give what an area has for an action, by the action's key and the contact that belongs to it.

    Its panels, where a panel or a specialist service is wanted; its services and practitioners, where a service is; and
    all of these with its rule of review where the partnership is to be asked for its own. Then what `BESIDE` names.
    """
    if contact in {"panel", "hsb-service"} or action == ASK_PARTNERSHIP:
        yield from map(of_panel, area.panels)
    if contact == "hsb-service" or action == ASK_PARTNERSHIP:
        yield from map(of_service, (*area.services, *area.practitioners))
    if area.review and action == ASK_PARTNERSHIP:
        yield (Part(f"the plan is reviewed {area.review.words}"),)
    for name in BESIDE.get(action, ()):
        kind, _, which = name.partition(".")
        if kind == "contact" and which in area.contacts:
            given = area.contacts[which]
            for way in given.ways:
                yield (Part(f"{SERVICES[which]}: "), *of_contact(way, alone=not given.also))
        elif kind == "link" and which in area.links:
            yield (Part(area.links[which].title, area.links[which].address),)
        elif kind == "names" and which in area.names:
            yield (Part(f"called “{area.names[which]}” here"),)
        elif kind == "scale" and area.scale:
            yield of_scale(area.scale)


def ages(first: int | None, last: int | None) -> str:
    """Say ages in completed years."""
    if first is None and last is None:
        return ""
    if first is None:
        return f"up to age {last}"
    return f"from age {first}" if last is None else f"age {first}" if first == last else f"ages {first} to {last}"


def _number(shown: str) -> Part:
    return Part(shown, telephone.link(shown))


def _number_and_name(said: str) -> Said:
    number, comma, name = said.partition(", ")
    return (_number(number), Part(f", {name}")) if comma else (_number(number),)


def _page(address: str) -> Part:
    return Part(address.removeprefix("https://").removeprefix("www."), address)


def _shortened(part: Part) -> bool:
    return part.address.endswith(part.text)


def _list(said: Iterator[Said] | Sequence[Said]) -> Iterator[Part]:
    for place, parts in enumerate(said):
        if place:
            yield Part("; ")
        yield from parts


def _after(sign: str, said: Iterator[Said] | Sequence[Said]) -> Iterator[Part]:
    parts = list(said)
    if parts:
        yield Part(sign)
        for place, words in enumerate(parts):
            if place:
                yield Part("; ")
            yield from words


def _from(day: str) -> str:
    return f"from {words_for_date(date.fromisoformat(day))}" if day else ""


def _until(day: str) -> str:
    return f"until {words_for_date(date.fromisoformat(day))}" if day else ""


def _checked(day: str) -> str:
    return f"checked on {words_for_date(date.fromisoformat(day))}"
