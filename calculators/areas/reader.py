"""Reading an area's file: a sentence for everything that is wrong with it.

An area can name, add and tighten. It cannot take away: no action and no rule comes from here, what it adds stands beside
an action and is marked as the area's own, no review may be rarer than the national one, and no timescale may be longer
than the time at which the action is due.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculators.actions.meetings import meetings
from calculators.areas import values
from calculators.areas.keys import LONGEST_REVIEW, NAMED, ONCE, SEVERAL, TOP
from calculators.areas.model import (
    MONTHS,
    NATIONAL,
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
from calculators.areas.steps import steps
from calculators.areas.tables import AreaError, Tables, short
from calculators.areas.toml_file import file_key, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
NEEDED_CONTACT = "front-door"
TODAY_AT_MOST = {"now": 1.0, "today": 24.0}  # hours


def keys(folder: Path = FOLDER) -> tuple[str, ...]:
    """The keys of the areas that have a file, the national one first."""
    return tuple(sorted((path.stem for path in folder.glob("*.toml")), key=lambda key: (key != NATIONAL, key)))


@cache
def load(key: str, folder: Path = FOLDER) -> Area:
    """Read the file of an area.

    Raises:
        AreaError: there is no such file, or something in it is wrong.

    """
    path = folder / f"{key}.toml"
    if not path.is_file():
        raise AreaError(f"{folder.name}: there is no area “{key}”; there are {', '.join(keys(folder))}")
    return read(key, path.read_bytes(), steps(), f"{folder.name}/{path.name}")


@cache
def shipped(key: str) -> Area:
    """Read the file of an area whose own document the calculators rest on; what stands beside steps is not checked."""
    held = resources.files("calculators.areas").joinpath(f"{key}.toml")
    return read(key, held.read_text(encoding="utf-8"), None, f"areas/{key}.toml")


def read(key: str, content: str | bytes, known: Mapping[str, str] | None, where: str) -> Area:
    """Read an area's file.

    Args:
        key: the area's key, the file's name without its ending.
        content: the file, TOML in UTF-8.
        known: the steps that a line may stand beside, each with its time (now, today, next, later); None: any.
        where: the file's name, for errors.

    Raises:
        AreaError: the first thing that is wrong.

    """
    if key != file_key(key):
        raise AreaError(
            f"{where}: the file’s name cannot be used; call it {file_key(key)}.toml: small letters, digits, hyphens"
        )
    try:
        tables = tables_of(content)
    except ValueError as fault:
        raise AreaError(f"{where}: {fault}") from None
    return of_tables(key, tables, known, where)


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
        if values.hours_of(table["within"]) > TODAY_AT_MOST.get(when, float("inf")):
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

    def check_ages(self, place: str, table: Mapping[str, Any]) -> None:
        """Hold the youngest age to the oldest."""
        if table.get("first_age", 0) > table.get("last_age", table.get("first_age", 0)):
            raise self.fault(place, "first_age", f"{place}.first_age is above last_age; write the youngest age first")


def _paper(table: Mapping[str, Any]) -> Line:
    return Line(table["title"], table["step"], table.get("address", ""), table.get("cites", ()))


def _meeting(table: Mapping[str, Any]) -> Line:
    return Line(f"{table['name']}: {table['held']}", table.get("step", ""), cites=table.get("cites", ()))
