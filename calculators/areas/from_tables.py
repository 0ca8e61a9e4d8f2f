"""Making an area of the tables of its file, with a sentence for everything that is wrong with them.

An area can name, add and tighten. It cannot take away: no action and no rule comes from here, what it adds stands beside
an action and is marked as the area's own, no review may be rarer than the national one, no timescale may be longer than
the time at which the action is due, and the front door takes a child of every age.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.actions.meetings import meetings
from calculators.areas import values
from calculators.areas.keys import LONGEST_REVIEW, NAMED, ONCE, SEVERAL, TOP
from calculators.areas.model import (
    MONTHS,
    Area,
    Contact,
    Line,
    Link,
    Neighbour,
    Panel,
    Review,
    Scale,
    Service,
    many,
)
from calculators.areas.tables import Tables, short

if TYPE_CHECKING:
    from collections.abc import Mapping

NEEDED_CONTACT = "front-door"
TODAY_AT_MOST = {"now": 1.0, "today": 24.0}  # hours
APART = ("tier", "district")  # what tells panels for the same age apart
CHILDHOOD = range(18)  # ages in completed years for which every area needs somebody to ring


def of_tables(key: str, tables: Mapping[str, Any], known: Mapping[str, str] | None, where: str) -> Area:
    """Make an area of the tables of its file, with the arguments and the errors of `read`."""
    return _Reading(where, known).area(key, tables)


class _Reading(Tables):
    """One file, being read."""

    def __init__(self, where: str, known: Mapping[str, str] | None) -> None:
        super().__init__(where)
        self.known = known

    def area(self, key: str, data: Mapping[str, Any]) -> Area:
        """Make an area of the tables of its file."""
        tables = {*NAMED, *ONCE, *SEVERAL}
        top = {name: value for name, value in data.items() if name not in tables}
        read = {name: list(self.each(name, data)) for name in SEVERAL}
        area = Area(
            key=key,
            **self.table("", TOP, top, also=sorted(tables)),
            contacts={name: self.contact(name, value) for name, value in self.named("contact", data)},
            links={
                name: Link(**self.table(f"link.{name}", NAMED["link"][1], value))
                for name, value in self.named("link", data)
            },
            names=self.table("names", ONCE["names"], data.get("names", {})),
            review=self.review(data["review"]) if "review" in data else None,
            scale=Scale(**self.table("scale", ONCE["scale"], data["scale"])) if "scale" in data else None,
            panels=tuple(Panel(**table) for _, table in read["panel"]),
            services=tuple(Service(**table) for _, table in read["service"]),
            practitioners=tuple(Service(**table) for _, table in read["practitioner"]),
            neighbours=tuple(Neighbour(**table) for _, table in read["neighbour"]),
            papers=tuple(Link(**table) for _, table in read["paper"] if "step" not in table),
            lines=(
                *(Line(**table) for _, table in read["line"]),
                *(self.timescale(place, table) for place, table in read["timescale"]),
                *(_paper(table) for _, table in read["paper"] if "step" in table),
            ),
            meetings=tuple(_meeting(table) for _, table in read["meeting"]),
            attendees=tuple(self.attendee(place, table) for place, table in read["attendee"]),
        )
        for name, several in read.items():
            for place, table in several:
                self.check_step(place, table, needed=name in {"line", "timescale"})
                self.check_ages(place, table)
        self.check_panels(read["panel"])
        if NEEDED_CONTACT not in area.contacts:
            place = f"contact.{NEEDED_CONTACT}"
            raise self.fault(place, "", f"{place} is missing; write [{place}] with name, and telephone or ask")
        return area

    def contact(self, name: str, value: Any) -> Contact:
        """Read the ways to reach a service: one table, or several."""
        several = value if isinstance(value, list) else [value]
        place = f"contact.{name}"
        ways = []
        for number, table in enumerate(several, start=1):
            here = f"{place} {number}" if len(several) > 1 else place
            read = self.table(here, NAMED["contact"][1], table)
            self.check_ages(here, read)
            if not {"telephone", "ask", "email", "link", "form", "texts"} & set(read):
                raise self.fault(
                    here, "telephone", f"{here} says no way to reach it; write telephone, email, link or ask"
                )
            if "out_of_hours" in read and "telephone" not in read:
                words = f"{here}.telephone is missing; write the number for the day beside that out of hours"
                raise self.fault(here, "telephone", words)
            if read.get("starts", "") > read.get("until", "9999"):
                words = f"{here}.until comes before {here}.starts; write the earlier day as starts"
                raise self.fault(here, "until", words)
            ways.append(Contact(**read))
        if not ways:
            raise self.fault(place, "", f"{place} is empty; write [contact.{name}] with name, and telephone or ask")
        if name == NEEDED_CONTACT:
            self.check_front_door(ways)
        first, *also = ways
        return Contact(**vars(first) | {"also": tuple(also)})

    def review(self, value: Any) -> Review:
        """Read how often the plan is reviewed."""
        rule = Review(**self.table("review", ONCE["review"], value))
        for key in ("first_every", "then_every"):
            if getattr(rule, key) > LONGEST_REVIEW[rule.unit]:
                raise self.fault(
                    "review",
                    key,
                    f"review.{key}: “{getattr(rule, key)}” cannot be used; write at most "
                    f"{many(LONGEST_REVIEW[rule.unit], rule.unit)}: no rule may be looser than NICE NG55 1.6.5, every 3 to "
                    f"6 {MONTHS}",
                )
        if rule.first_every != rule.then_every and rule.first_for < rule.first_every:
            raise self.fault(
                "review",
                "first_for",
                f"review.first_for is missing or too short; write for how many {rule.unit} “every "
                f"{rule.first_every}” holds, at least {rule.first_every}",
            )
        return rule

    def timescale(self, place: str, table: Mapping[str, Any]) -> Line:
        """Read how soon the area takes a step: never later than the step is due."""
        when = (self.known or {}).get(table["step"], "")
        if values.most_hours(table["within"]) > TODAY_AT_MOST.get(when, float("inf")):
            most = {"now": "1 hour", "today": "24 hours"}[when]
            raise self.fault(
                place,
                "within",
                f"{place}.within: “{table['within']}” cannot be used; this step is due {when}: write at most {most}",
            )
        return Line(f"Timescale: within {table['within']}.", table["step"], cites=table.get("cites", ()))

    def attendee(self, place: str, table: Mapping[str, Any]) -> Line:
        """Read whom the area invites to a meeting."""
        if table["meeting"] not in meetings():
            raise self.fault(
                place,
                "meeting",
                f"{place}.meeting: there is no meeting “{short(table['meeting'])}”; use one of: {', '.join(meetings())}",
            )
        return Line(table["who"], table["meeting"], cites=table.get("cites", ()))

    def check_step(self, place: str, table: Mapping[str, Any], *, needed: bool) -> None:
        """Hold a table to the steps there are."""
        step = table.get("step", "")
        if self.known is not None and (step or needed) and step not in self.known:
            words = f"{place}.step: there is no step “{short(step)}”; take the key of an action, such as tell-lead"
            raise self.fault(place, "step", words)

    def check_front_door(self, ways: list[Contact]) -> None:
        """Hold the front door to every child: the ages of its ways together leave none out."""
        missing = next((age for age in CHILDHOOD if not any(_takes(way, age) for way in ways)), None)
        if missing is None:
            return
        later = [(way.first_age, number) for number, way in enumerate(ways, 1) if (way.first_age or 0) > missing]
        earlier = [(way.last_age or 0, number) for number, way in enumerate(ways, 1)]
        key, number = ("first_age", min(later)[1]) if later else ("last_age", max(earlier)[1])
        place = f"contact.{NEEDED_CONTACT}{f' {number}' if len(ways) > 1 else ''}"
        words = f"{place}.{key} leaves out a child of {missing}; add a number for every age, or leave the ages out"
        raise self.fault(place, key, words)

    def check_panels(self, panels: list[tuple[str, dict[str, Any]]]) -> None:
        """Hold the panels for the same concern and district to ages that neither overlap nor leave a gap."""
        every = sorted(panels, key=lambda panel: panel[1]["first_age"])
        for number, (place, panel) in enumerate(every):
            like = [other for _, other in every[:number] if all(other.get(key) == panel.get(key) for key in APART)]
            youngest, before = panel["first_age"], max((other["last_age"] for other in like), default=-1)
            if like and youngest != before + 1:
                twice = "another panel takes this age too"
                words = (
                    f"{place}.first_age: “{youngest}” cannot be used; "
                    f"{twice if youngest <= before else f'no panel takes a child of {before + 1}'}: write ages that follow "
                    "each other, or say with tier or district what each panel is for"
                )
                raise self.fault(place, "first_age", words)

    def check_ages(self, place: str, table: Mapping[str, Any]) -> None:
        """Hold the youngest age to the oldest."""
        if table.get("first_age", 0) > table.get("last_age", table.get("first_age", 0)):
            raise self.fault(place, "first_age", f"{place}.first_age is above last_age; write the youngest age first")


def _paper(table: Mapping[str, Any]) -> Line:
    return Line(table["title"], table["step"], table.get("address", ""), table.get("cites", ()))


def _takes(way: Contact, age: int) -> bool:
    return (way.first_age or 0) <= age <= (age if way.last_age is None else way.last_age)


def _meeting(table: Mapping[str, Any]) -> Line:
    return Line(f"{table['name']}: {table['held']}", table.get("step", ""), cites=table.get("cites", ()))
