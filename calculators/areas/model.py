"""Local arrangements: what an area says of itself. Its file is read, and checked, in reader.py.

Dates are text (2027-04-01), ages are completed years.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from calculators.actions.people import CONTACTS
from calculators.engine.dates import add_months

if TYPE_CHECKING:
    from collections.abc import Mapping

NATIONAL = "england"
ASK = "ask your named safeguarding lead for the number"
WEEKS, MONTHS = "weeks", "months"

# Services that an area can say how to reach, beside those that actions name.
SERVICES = {
    **CONTACTS,
    "consultation": "Consultation line",
    "exploitation-hub": "Exploitation hub",
    "school-officer": "Lead officer for schools",
    "lado": "Local authority designated officer (LADO)",
    "sarc": "Sexual assault referral centre",
    "hsb-lead": "Lead for harmful sexual behaviour",
}


@dataclass(frozen=True)
class Contact:
    """One way to reach a service: what is empty is not known, and the reader is told whom to ask.

    Args:
        audience, district, first_age, last_age: whom the number is for, where it is not for everybody.
        starts, until: the first and the last day on which it holds.
        within: how soon the service meets or answers.
        needs: what it needs before it can help.
        checked: the day on which somebody last tried it.
        also: further ways to reach the same service.

    """

    name: str
    telephone: str = ""
    option: str = ""
    hours: str = ""
    out_of_hours: str = ""
    text_relay: str = ""
    texts: str = ""
    email: str = ""
    link: str = ""
    form: str = ""
    place: str = ""
    ask: str = ""
    audience: str = ""
    district: str = ""
    first_age: int | None = None
    last_age: int | None = None
    within: str = ""
    needs: str = ""
    starts: str = ""
    until: str = ""
    checked: str = ""
    cites: tuple[str, ...] = ()
    also: tuple[Contact, ...] = ()

    @property
    def ask_words(self) -> str:
        """Whom to ask where there is no number."""
        return self.ask or ASK

    @property
    def ways(self) -> tuple[Contact, ...]:
        """Every way to reach the service, this one first."""
        return (replace(self, also=()), *self.also)


EVERYWHERE = {"police": Contact("Police", "101", option="in danger, 999")}  # what no area has to say of itself


@dataclass(frozen=True)
class Link:
    """A local paper: its title, and its address where one is known."""

    title: str
    address: str = ""
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Review:
    """How often the plan is reviewed: every `first_every` for the first `first_for`, then every `then_every`.

    All three are numbers of `unit`, weeks or months; `first_for` 0 means that `then_every` holds from the start.
    """

    first_every: int
    then_every: int
    first_for: int = 0
    unit: str = MONTHS
    cites: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Say whether the interval changes after the first time."""
        return bool(self.first_for) and self.first_every != self.then_every

    @property
    def words(self) -> str:
        """The rule in words."""
        if not self.changes:
            return f"every {many(self.then_every, self.unit)}"
        first = f"every {many(self.first_every, self.unit)} for the first {many(self.first_for, self.unit)}"
        return f"{first}, then every {many(self.then_every, self.unit)}"

    def days(self, start: date, months: int) -> tuple[date, ...]:
        """Give the days on which a review is due, from the start for a number of calendar months."""
        last = add_months(start, months)
        counts = [*range(self.first_every, self.first_for + 1, self.first_every)] if self.first_for else []
        while self._day(start, counts[-1] if counts else 0) < last:
            counts.append((counts or [0])[-1] + self.then_every)
        return tuple(day for day in (self._day(start, count) for count in counts) if day <= last)

    def at_first(self, start: date, day: date) -> bool:
        """Say whether a day falls into the first time, in which `first_every` holds."""
        return self.changes and day <= self._day(start, self.first_for)

    def _day(self, start: date, count: int) -> date:
        return add_months(start, count) if self.unit == MONTHS else start + timedelta(weeks=count)


@dataclass(frozen=True)
class Panel:
    """A specialist panel: the ages and the district it takes, who refers, when it meets, what it needs and asks for."""

    name: str
    first_age: int
    last_age: int
    tier: str = ""
    district: str = ""
    referrers: str = ""
    meets: str = ""
    needs: str = ""
    criteria: tuple[str, ...] = ()
    telephone: str = ""
    email: str = ""
    form: str = ""
    checked: str = ""
    cites: tuple[str, ...] = ()

    def takes(self, years: int) -> bool:
        """Say whether the panel takes a child of this age."""
        return self.first_age <= years <= self.last_age


@dataclass(frozen=True)
class Service:
    """A specialist service of the area, or a practitioner: whom it is for, and how it is reached."""

    name: str
    serves: str = ""
    first_age: int | None = None
    last_age: int | None = None
    place: str = ""
    telephone: str = ""
    hours: str = ""
    email: str = ""
    form: str = ""
    needs: str = ""
    checked: str = ""
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """Something the area adds beside an action, a meeting or nothing at all; it never takes the action's place."""

    text: str
    step: str = ""
    address: str = ""
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scale:
    """A scale of the area's own beside the continuum: its name, its address, and its levels in order."""

    name: str
    levels: tuple[str, ...] = ()
    address: str = ""
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Neighbour:
    """An area next to this one, for a child who lives there."""

    name: str
    telephone: str = ""
    out_of_hours: str = ""
    link: str = ""
    checked: str = ""


@dataclass(frozen=True)
class Area:
    """The local arrangements of one area, as its file gives them.

    Args:
        lines: what the area adds beside actions: its own actions, its timescales, its papers for a step.
        attendees: whom the area invites to a meeting; `step` is the meeting's key.
        meetings: meetings that the area holds besides.
        papers: papers beside those that have a name of their own in `links`.

    """

    key: str
    name: str
    partnership: str = ""
    cross_boundary: str = ""
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    review: Review | None = None
    panels: tuple[Panel, ...] = ()
    services: tuple[Service, ...] = ()
    practitioners: tuple[Service, ...] = ()
    lines: tuple[Line, ...] = ()
    attendees: tuple[Line, ...] = ()
    meetings: tuple[Line, ...] = ()
    papers: tuple[Link, ...] = ()
    scale: Scale | None = None
    neighbours: tuple[Neighbour, ...] = ()
    cites: tuple[str, ...] = ()

    def contact(self, key: str) -> Contact:
        """Give how to reach a service; where the file does not say, the national number, or whom to ask."""
        return self.contacts.get(key) or EVERYWHERE.get(key) or Contact(SERVICES[key])

    def knows(self, key: str) -> bool:
        """Say whether there is a number, an address or a sentence of its own for a service."""
        return key in self.contacts or key in EVERYWHERE

    def review_rule(self) -> Review:
        """Give how often the plan is reviewed; ValueError where the file does not say."""
        if self.review is None:
            raise ValueError(f"areas/{self.key}.toml: review is missing; a calculator rests on it")
        return self.review

    def beside(self, *steps: str) -> tuple[Line, ...]:
        """Give what the area adds beside these actions."""
        return tuple(line for line in (*self.lines, *self.meetings) if line.step in steps)

    def invited(self, meeting: str) -> tuple[Line, ...]:
        """Give whom the area invites to a meeting besides."""
        return tuple(line for line in self.attendees if line.step == meeting)

    def checks(self) -> tuple[tuple[str, str], ...]:
        """Give the name of whatever can be rung or written to, and the day on which somebody last tried it, or nothing."""
        every: list[Contact | Panel | Service | Neighbour] = [way for one in self.contacts.values() for way in one.ways]
        every += [*self.panels, *self.services, *self.practitioners, *self.neighbours]
        reached = [one for one in every if one.telephone or getattr(one, "email", "")]
        return tuple((one.name, one.checked) for one in reached)

    def on(self, day: date) -> Area:
        """Give the area without the numbers that no longer hold on a day."""
        kept = {}
        for key, contact in self.contacts.items():
            ways = [way for way in contact.ways if not way.until or way.until >= day.isoformat()]
            if ways:
                kept[key] = replace(ways[0], also=tuple(ways[1:]))
        return replace(self, contacts=kept)


def many(number: int, unit: str = MONTHS) -> str:
    """Give a number of weeks or months in words."""
    return f"{number} {unit.removesuffix('s') if number == 1 else unit}"
