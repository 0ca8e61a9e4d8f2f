"""What the page needs to show the headline and the actions before Python is there, or where it cannot run.

The page's script makes the same plan from it as `calculators.engine.plan` does; it holds no rule of its own.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from calculators.actions.people import CONTACTS, ROLES
from calculators.actions.register import action, actions
from calculators.engine.rules import CHECK, STEPS
from calculators.guides.standing import OF_HARM, STANDING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.actions.register import Action
    from calculators.engine.guide import Guide


NO_NUMBERS: Mapping[str, str] = MappingProxyType({})


def data(guide: Guide, numbers: Mapping[str, str] = NO_NUMBERS) -> dict[str, Any]:
    """Give the rules that call for actions or are findings, and every action that they can lead to.

    Args:
        guide: the calculator.
        numbers: the number of each paragraph by its place ("procedure/referral.md#home-address"), where it is known.

    """
    return {
        "rules": [_rule(guide, key) for key in guide.numbers if _told(guide, key)],
        "actions": {
            key: _action(action(key), numbers) for key in sorted(_reachable(guide), key=lambda key: action(key).order)
        },
        "standing": [{"text": line.text, "roles": sorted(line.roles), "of_harm": line.of_harm} for line in STANDING],
        "of_harm": sorted(OF_HARM),
        "span": [question.key for question in guide.span] if guide.span else [],
        "contacts": dict(CONTACTS),
    }


def of_case(numbers: Mapping[str, str] = NO_NUMBERS) -> dict[str, Any]:
    """Give what the page of a whole case needs: the numbers of the paragraphs of every action."""
    found = {key: {"number": numbers[one.paragraph]} for key, one in actions().items() if one.paragraph in numbers}
    return {"rules": [], "actions": found, "standing": [], "span": [], "contacts": {}}


def _told(guide: Guide, key: str) -> bool:
    rule = guide.rule(key)
    return rule.part in {STEPS, CHECK} or bool(rule.headline)


def _rule(guide: Guide, key: str) -> dict[str, Any]:
    rule = guide.rule(key)
    calls = [[call.action.key, call.when, call.about, call.only_if] for call in rule.calls]
    said: dict[str, Any] = {"key": key, "part": rule.part.key, "text": rule.text}
    said |= {"calls": calls} if calls else {}
    said |= {"when": rule.when.data()} if rule.when else {}
    return said | ({"headline": rule.headline} if rule.headline else {})


def _action(one: Action, numbers: Mapping[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "instruction": one.instruction,
        "others": one.others,
        "order": one.order,
        "roles": [role for role in ROLES if one.for_role(role)],
        "paragraph": one.paragraph,
        "when": one.when,
        "about": one.about,
    }
    optional = {
        "detail": one.detail,
        "details": {role: detail for role in ROLES if (detail := one.detail_for(role)) and detail != one.detail},
        "only_if": one.only_if,
        "contact": one.contact,
        "leads": one.leads,
        "standing": one.standing,
        "includes": sorted(one.included_keys()),
        "brings": list(one.brings),
        "gives_way": [[edge.to, edge.kind] for edge in one.gives_way],
        "own": one.own,
        "words": _words(one),
        "number": numbers.get(one.paragraph, ""),
    }
    return said | {key: value for key, value in optional.items() if value}


def _words(one: Action) -> dict[str, str]:
    """Give the words of the roles for whom they are not the action's own."""
    found = {role: one.for_role(role) for role in ROLES}
    return {role: words for role, words in found.items() if words and words != one.instruction}


def _reachable(guide: Guide) -> set[str]:
    """Give the keys of the actions that the rules call for, with what they bring and include."""
    found = {call.action.key for rule in guide.rules for call in rule.calls}
    new = set(found)
    while new:
        more = {other for key in new for other in (*action(key).brings, *action(key).included_keys())}
        new = more - found
        found |= new
    return found
