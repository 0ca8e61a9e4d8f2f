"""Local arrangements: what an area adds to a result and to a page. Its file is read in area_files.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from calculators.actions.people import CONTACTS

if TYPE_CHECKING:
    from collections.abc import Mapping

NATIONAL = "england"
ASK = "ask your named safeguarding lead for the number"


@dataclass(frozen=True)
class Contact:
    """How to reach one service: what is empty is not known, and the reader is told whom to ask."""

    name: str
    telephone: str = ""
    option: str = ""
    hours: str = ""
    out_of_hours: str = ""
    email: str = ""
    link: str = ""
    ask: str = ""
    cites: tuple[str, ...] = ()

    @property
    def ask_words(self) -> str:
        """Whom to ask where there is no number."""
        return self.ask or ASK

    @property
    def other_times(self) -> str:
        """What to do outside the hours."""
        return self.out_of_hours or "the source gives no number; in danger, 999"


@dataclass(frozen=True)
class Link:
    """A local paper: its title, and its address where one is known."""

    title: str
    address: str = ""
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Review:
    """How often the plan is reviewed, in months: `first_every` for the `first_for` months, then `then_every`."""

    first_every: int
    then_every: int
    first_for: int = 0
    cites: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The rule in words."""
        if not self.first_for or self.first_every == self.then_every:
            return f"every {months(self.then_every)}"
        return f"every {months(self.first_every)} for the first {months(self.first_for)}, then every {months(self.then_every)}"


@dataclass(frozen=True)
class Panel:
    """The specialist panel: its name, the ages it takes in completed years, and its criteria in words."""

    name: str
    first_age: int
    last_age: int
    criteria: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Service:
    """A specialist service of the area and whom it is for."""

    name: str
    serves: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """Something the area asks for beside a step of a guide; it stands below the step's own words."""

    step: str
    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Area:
    """The local arrangements of one area, as its file gives them."""

    key: str
    name: str
    partnership: str = ""
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    review: Review | None = None
    panel: Panel | None = None
    services: tuple[Service, ...] = ()
    lines: tuple[Line, ...] = ()
    cites: tuple[str, ...] = ()
    file: Mapping[str, Any] = field(default_factory=dict, compare=False)  # the tables as they were read

    def contact(self, key: str) -> Contact:
        """Give how to reach a service; where the file does not say, whom to ask."""
        known = self.contacts.get(key)
        if known:
            return known
        return Contact(CONTACTS[key])

    def beside(self, guide: str, rule: str) -> tuple[Line, ...]:
        """Give the area's own lines for one step of a guide."""
        return tuple(line for line in self.lines if line.step in {rule, f"{guide}/{rule}"})


def months(number: int) -> str:
    """Give a number of months in words."""
    return f"{number} month{'' if number == 1 else 's'}"


def contact_words(contact: Contact) -> str:
    """Say in one line how to reach a service."""
    if not contact.telephone:
        parts = [f"{contact.name}: {contact.ask_words}"]
    else:
        option = f" ({contact.option})" if contact.option else ""
        parts = [f"{contact.name}: {contact.telephone}{option}"]
        if contact.hours:
            parts.append(f"{contact.hours}; at other times {contact.other_times}")
    parts += [part for part in (contact.email, contact.link) if part]
    return ", ".join(parts)
