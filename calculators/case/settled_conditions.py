"""Conditions that a calculator cannot ask about, and that the answers of a case settle.

A calculator shows an action with an *only if* where no question of its own asks for the condition. In a case another
calculator may have asked: then the action stands without the condition, or is not called for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calculators.case.facts import NOBODY
from calculators.engine.conditions import NOT_KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calculators.engine.plan import Called

CRIMINAL_AGE = 10  # years: llr:17
ADULT = 18  # years: llr:2, nel:scope
SOMEBODY_OLDER = "somebody aged 10 or over was involved"


def _years(given: Mapping[str, str], *keys: str) -> int | None:
    """Give the first of these ages that is answered."""
    return next((int(text) for key in keys if (text := given.get(key, "")).isdigit()), None)


def _aged(first: int, last: int, *keys: str) -> Callable[[Mapping[str, str]], bool | None]:
    """Ask whether the first of these ages that is answered is one from `first` to `last`, in completed years."""

    def asked(given: Mapping[str, str]) -> bool | None:
        years = _years(given, *keys)
        return None if years is None else first <= years <= last

    return asked


def _answered(key: str, *wanted: str) -> Callable[[Mapping[str, str]], bool | None]:
    """Ask whether the answer is one of those wanted."""

    def asked(given: Mapping[str, str]) -> bool | None:
        answer = given.get(key, NOT_KNOWN)
        return None if answer == NOT_KNOWN else answer in wanted

    return asked


def _both(*parts: Callable[[Mapping[str, str]], bool | None]) -> Callable[[Mapping[str, str]], bool | None]:
    """Ask for several things: one that does not hold settles it."""

    def asked(given: Mapping[str, str]) -> bool | None:
        answers = [part(given) for part in parts]
        return False if False in answers else None if None in answers else True

    return asked


THEN = "age-then"
NOW = ("age-now", "age-last", "age-then")
HARMED = "harmed-age"
_OLDEST = 120
SETTLES: Mapping[str, Callable[[Mapping[str, str]], bool | None]] = {
    "the child was under 10 when it happened": _aged(0, CRIMINAL_AGE - 1, THEN),
    "the child is 12 to 18": _aged(12, 18, *NOW),
    "the child was 13 to 15 and there was sexual activity": _both(_aged(13, 15, THEN), _answered("activity", "yes")),
    "the person was 18 or over": _aged(ADULT, _OLDEST, THEN),
    "the person was 18 or over when it happened": _aged(ADULT, _OLDEST, THEN),
    "the person is 18 to 21 now": _aged(ADULT, 21, *NOW),
    "there is an indecent image of somebody under 18": _answered("images", "experiment", "harm"),
    "the behaviour is problematic, abusive or violent": _answered("level", "problematic", "abusive", "violent"),
    "several children took part, or a group or gang did": _answered("group", "yes"),
}
# The calculator of consent says these of each of two children; in a case it is known which of them displayed the behaviour.
OF_ONE = {
    "child-a": {
        "this child was under 10 and displayed the behaviour": _aged(0, CRIMINAL_AGE - 1, THEN),
        "this child is 13 to 15": _aged(13, 15, THEN),
    },
    "child-b": {
        "this child was under 10 and displayed the behaviour": lambda _: False,
        "this child is 13 to 15": _aged(13, 15, HARMED),
    },
}
# What a calculator calls for because it does not ask for the fact, and the case does.
ACTIONS: Mapping[str, Callable[[Mapping[str, str]], bool | None]] = {
    "images-do-not-view": _answered("images", "experiment", "harm"),
}
A_CRIME = frozenset({"report-to-police"})


def settled(called: Called, given: Mapping[str, str]) -> Called | None:
    """Give a call with its condition settled where the case settles it.

    Args:
        called: what a rule of a calculator calls for.
        given: the answers of the case by the key of the fact; ages in completed years.

    Returns:
        The call, without its condition where that holds; None where it does not hold.

    """
    needed = ACTIONS.get(called.call.action.key)
    if needed and needed(given) is False:
        return None
    only_if = called.call.only_if
    of_one = next((found for key, found in OF_ONE.items() if called.rule.key.startswith(key)), {})
    asked = of_one.get(only_if) or SETTLES.get(only_if)
    holds = asked(given) if asked else None
    if holds is None:
        return _of_the_police(called, given)
    return replace(called, call=replace(called.call, only_if="")) if holds else None


def _of_the_police(called: Called, given: Mapping[str, str]) -> Called:
    """Where everybody whose age is known was under 10, only somebody older makes it a matter for the police."""
    if called.call.action.key not in A_CRIME or called.call.only_if == SOMEBODY_OLDER:
        return called
    ages = [_years(given, "age-last", THEN), *([_years(given, HARMED)] if given.get("others") not in NOBODY else [])]
    if any(years is None or years >= CRIMINAL_AGE for years in ages) or given.get("adult") == "yes":
        return called
    return replace(called, call=replace(called.call, only_if=SOMEBODY_OLDER))
