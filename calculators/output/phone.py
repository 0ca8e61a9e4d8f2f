"""What to say when you ring: a short script from the answers, with blanks for what is never typed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.actions.people import ROLES
from calculators.case.facts import TOOK_PART
from calculators.engine.conditions import NOT_KNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

BLANK = "____________"
LEVEL = {
    "normal": "normal",
    "inappropriate": "inappropriate",
    "problematic": "problematic",
    "abusive": "abusive",
    "violent": "violent",
}
OTHERS = {
    TOOK_PART: "Another child took part, and nobody is known to have been harmed.",
    "adult": "An adult was harmed, or may have been.",
    "one": "One child was harmed, or may have been.",
    "two-or-more": "Two or more children were harmed, or may have been.",
}


def script(typed: Mapping[str, str]) -> tuple[str, ...]:
    """Give what to say, a sentence or two at a time.

    Args:
        typed: the answers of a case, by the key of the fact.

    Returns:
        Sentences; names, addresses and schools are blanks to fill in while ringing.

    """
    role = ROLES[typed["role"]].label if typed.get("role") in ROLES else BLANK
    lines = [f"My name is {BLANK}. My role is: {role}. You can reach me on {BLANK}."]
    if typed.get("danger") == "yes":
        lines.append(f"A child is in danger. I rang 999 at {BLANK}.")
    lines += ["I am ringing because a child has displayed sexual behaviour that worries me.", _displayed(typed)]
    if typed.get("others") in OTHERS:
        lines.append(OTHERS[typed["others"]] + _harmed(typed))
    lines += _known(typed)
    lines += [
        "I want to know who will do what next, and by when.",
        f"I spoke to {BLANK} at {BLANK}. They said: {BLANK}.",
    ]
    return tuple(lines)


def _age(typed: Mapping[str, str], key: str) -> str:
    given = typed.get(key, "")
    return f"{given} year{'' if given == '1' else 's'} old" if given and given != NOT_KNOWN else ""


def _displayed(typed: Mapping[str, str]) -> str:
    then, last, now = (_age(typed, key) for key in ("age-then", "age-last", "age-now"))
    said = [f"The child who displayed the behaviour is {BLANK} and lives at {BLANK}."]
    if then:
        said.append(f"The child was {then} when it {'began' if last else 'happened'}.")
    if last:
        said.append(f"The child was {last} when it last happened.")
    if now:
        said.append(f"The child is {now} now.")
    return " ".join(said)


def _harmed(typed: Mapping[str, str]) -> str:
    age = _age(typed, "harmed-age")
    if typed["others"] == "two-or-more":
        who = f" The children who were harmed are {BLANK} and live at {BLANK}."
        return f"{who} The youngest was {age} when it happened." if age else who
    if typed["others"] == "adult":
        return ""
    child = "other child" if typed["others"] == TOOK_PART else "child who was harmed"
    who = f" The {child} is {BLANK} and lives at {BLANK}."
    return f"{who} That child was {age} when it happened." if age else who


def _known(typed: Mapping[str, str]) -> list[str]:
    lines = []
    if typed.get("activity") == "yes":
        lines.append("There was, or may have been, sexual activity that involved a child under 13.")
    if typed.get("share-home") == "yes":
        lines.append("The children live together.")
    if typed.get("share-school") == "yes":
        lines.append(f"The children go to the same school or setting: {BLANK}.")
    if typed.get("level") in LEVEL:
        lines.append(f"We think that the behaviour is {LEVEL[typed['level']]} on the continuum.")
    if typed.get("harm") == "yes":
        lines.append("I think that a child is suffering, or is likely to suffer, significant harm.")
    if typed.get("images") in {"experiment", "harm"}:
        lines.append("Sexual images of somebody under 18 are part of it.")
        lines.append(f"Whether anybody here has looked at, copied or sent one: {BLANK}.")
    if typed.get("group") == "yes":
        lines.append("Several children took part, or a group or gang may be behind it.")
    return lines
