"""The register of actions: what somebody does, worded once, with who does it and how it stands to other actions.

The words are in actions.toml, which an editor can change without touching a rule. Nothing else words a duty: results,
role pages, chapters and cards take it from here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any

from calculators import sources
from calculators.actions.meetings import meetings
from calculators.actions.people import ACTORS, CONTACTS, ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TIMES = ("now", "today", "next", "later")
CHILDREN = ("displayed", "harmed", "each", "others", "adult", "all")
KINDS = ("milder answer", "other procedure")
LONGEST = {"instruction": 15, "others": 22, "detail": 40, "only_if": 12}  # words


class ActionError(ValueError):
    """The register is written wrongly, or somebody asks for an action that is not in it."""


@dataclass(frozen=True)
class Also:
    """Other actors for whom an action is a step of their own, in other words; `detail` and `own` as for an action."""

    who: str
    instruction: str
    own: str = ""
    detail: str = ""


@dataclass(frozen=True)
class GivesWay:
    """An action that takes the place of this one: why, of which kind, and by which units.

    A milder answer gives way to a worse one's. Another procedure takes the place only at one age of the child.
    """

    to: str
    kind: str
    because: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Action:
    """Something that somebody does.

    Args:
        key: its name.
        order: its place in the register, from most to least urgent.
        instruction: a sentence for whoever does it.
        others: the same, naming who does it, for everybody else.
        detail: what everybody who does it needs to know, or empty.
        who: the actors who do it, keys of `ACTORS`.
        when: one of `TIMES`, unless a rule says otherwise.
        about: one of `CHILDREN`, unless a rule says otherwise.
        paragraph: the page and the name of the paragraph that tells it in full.
        contact: whom to ring for it, a key of `CONTACTS`, or empty.
        meeting: the meeting whose papers belong to it, or empty.
        only_if: a condition that no question asks for, always shown; or empty.
        leads: it may be the headline of a result.
        standing: it stands in nearly every result, and is the headline only where nothing else can be.
        protects: a worse or unknown answer never loses it.
        own: a sentence that says so where it is this site's own rule; or empty.
        includes: the weaker actions that doing this one does too.
        brings: the actions that are called for with this one.
        also: other actors for whom it is a step in other words.
        gives_way: the actions that take its place.

    """

    key: str
    order: int
    instruction: str
    others: str
    who: tuple[str, ...]
    when: str
    about: str
    paragraph: str
    detail: str = ""
    contact: str = ""
    meeting: str = ""
    only_if: str = ""
    leads: bool = False
    standing: bool = False
    protects: bool = False
    own: str = ""
    includes: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    also: tuple[Also, ...] = ()
    gives_way: tuple[GivesWay, ...] = ()

    @cached_property
    def _included(self) -> frozenset[str]:
        found: set[str] = set()
        new = set(self.includes)
        while new:
            found |= new
            new = {key for name in new for key in action(name).includes} - found
        return frozenset(found)

    def included_keys(self) -> frozenset[str]:
        """Give the keys of every action that doing this one does too."""
        return self._included

    def for_role(self, role: str) -> str:
        """Give the instruction in the words of a role, a key of `ROLES`; empty where that role does not take it."""
        other = self._also(role)
        if other:
            return other.instruction
        return self.instruction if ROLES[role].actors.intersection(self.who) else ""

    def own_for(self, role: str) -> str:
        """Give the sentence that says so where what a role is told is this site's own rule; without a role, the action's."""
        other = self._also(role) if role else None
        return other.own if other else self.own

    def detail_for(self, role: str) -> str:
        """Give what a role needs to know for it; without a role, what whoever does it needs to know."""
        other = self._also(role) if role else None
        return other.detail if other else self.detail

    def _also(self, role: str) -> Also | None:
        return next((line for line in self.also if line.who in ROLES[role].actors), None)


@cache
def actions() -> Mapping[str, Action]:
    """Give every action by its key, most urgent first.

    Raises:
        ActionError: the file breaks a rule of the register; the words name the action and what to write.

    """
    text = resources.files("calculators").joinpath("actions/actions.toml").read_text(encoding="utf-8")
    return checked(tomllib.loads(text)["action"])


def action(key: str) -> Action:
    """Give the action of a key.

    Raises:
        ActionError: there is none; the words name the nearest.

    """
    found = actions().get(key)
    if found is None:
        near = get_close_matches(key, actions(), 1)
        hint = f"; do you mean “{near[0]}”?" if near else ""
        raise ActionError(f"there is no action “{key}” in calculators/actions/actions.toml{hint}")
    return found


def checked(entries: list[dict[str, Any]]) -> dict[str, Action]:
    """Make the register of what its file holds; ActionError where an entry breaks a rule."""
    found: dict[str, Action] = {}
    for order, entry in enumerate(entries):
        one = _action(order, entry)
        if one.key in found:
            raise ActionError(f"{one.key}: stands twice")
        _check_alone(one)
        _check_relations(one)
        found[one.key] = one
    for one in found.values():
        _check_among(one, found)
    for relation, leads_to in RELATIONS.items():
        _refuse_circle(found, relation, leads_to)
    said = [one.instruction for one in found.values()]
    if twice := {words for words in said if said.count(words) > 1}:
        raise ActionError(f"two actions have the same words: {', '.join(sorted(twice))}")
    return found


def _action(order: int, entry: dict[str, Any]) -> Action:
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    given["also"] = tuple(Also(**line) for line in entry.get("also", ()))
    given["gives_way"] = tuple(
        GivesWay(edge["to"], edge["kind"], edge["because"], tuple(edge["cites"])) for edge in entry.get("gives_way", ())
    )
    try:
        return Action(order=order, **given)
    except TypeError as fault:
        raise ActionError(f"{entry.get('key', 'an action without a key')}: {fault}") from None


def _check_alone(one: Action) -> None:
    """Check an action by itself: its words, and the names that it uses."""
    _check_words(one)
    _check_names(one)


def _check_relations(one: Action) -> None:
    """Check that each relation that takes an action's place says why, and by which units."""
    for edge in one.gives_way:
        if not edge.because or not edge.cites:
            raise ActionError(f"{one.key}: say why it gives way to {edge.to}, and by which unit")
        for unit in edge.cites:
            sources.unit(unit)


def _check_words(one: Action) -> None:
    for line in (one, *one.also):
        for field, most in LONGEST.items():
            if len(getattr(line, field, "").split()) > most:
                raise ActionError(f"{one.key}: {field} has more than {most} words")
    for line in (one.instruction, *(also.instruction for also in one.also)):
        if not line.endswith(".") or " if " in f" {line.lower()} ":
            raise ActionError(
                f"{one.key}: an instruction is a whole sentence without “if”; a condition goes into only_if"
            )


def _check_names(one: Action) -> None:
    if not one.who:
        raise ActionError(f"{one.key}: say who does it")
    known: tuple[tuple[str, tuple[str, ...], object], ...] = (
        ("actor", (*one.who, *(also.who for also in one.also)), ACTORS),
        ("time", (one.when,), TIMES),
        ("child", (one.about,), CHILDREN),
        ("contact", (one.contact,) * bool(one.contact), CONTACTS),
        ("meeting", (one.meeting,) * bool(one.meeting), meetings()),
        ("kind", tuple(edge.kind for edge in one.gives_way), KINDS),
    )
    for what, names, among in known:
        for name in names:
            if name not in among:  # type: ignore[operator]
                raise ActionError(f"{one.key}: there is no {what} “{name}”")


def _check_among(one: Action, found: Mapping[str, Action]) -> None:
    """Check that an action names only actions that are there, and none in two ways."""
    for key in (*one.includes, *one.brings, *(edge.to for edge in one.gives_way)):
        if key not in found or key == one.key:
            raise ActionError(f"{one.key}: there is no other action “{key}”")
    if both := set(one.includes) & {edge.to for edge in one.gives_way}:
        raise ActionError(f"{one.key}: includes {', '.join(both)} and gives way to it")


def _refuse_circle(found: Mapping[str, Action], relation: str, leads_to: Callable[[Action], tuple[str, ...]]) -> None:
    for one in found.values():
        new: set[str] = set(leads_to(one))
        seen: set[str] = set()
        while new:
            if one.key in new:
                raise ActionError(f"{one.key}: {relation} comes back to itself")
            seen |= new
            new = {key for name in new for key in leads_to(found[name])} - seen


RELATIONS: dict[str, Callable[[Action], tuple[str, ...]]] = {
    "includes": lambda one: one.includes,
    "brings": lambda one: one.brings,
    "gives_way": lambda one: tuple(edge.to for edge in one.gives_way),
}
