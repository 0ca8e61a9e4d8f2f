"""Whole cases: what was typed for one calculator in a fictional case as it is typed for the case, and ten told by readers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculators import case
from calculators.case.facts import SAME
from calculators.guides.catalogue import GUIDES
from tests.guides.test_scenarios import scenarios

if TYPE_CHECKING:
    from collections.abc import Mapping

TOLD = Path(__file__).parents[1] / "guides" / "cases.toml"


def typed_for_case(typed: Mapping[str, str]) -> dict[str, str]:
    """Give what is typed for one calculator as it is typed for the whole case."""
    fields = set(case.guide().fields())
    named = {SAME.get(key, key): text for key, text in typed.items()}
    return {key: text for key, text in named.items() if key in fields}


def told() -> list[dict[str, Any]]:
    """Give the cases that readers tell."""
    cases: list[dict[str, Any]] = tomllib.loads(TOLD.read_text(encoding="utf-8"))["case"]
    return cases


def from_the_library() -> list[tuple[str, dict[str, str]]]:
    """Give twenty cases of the library, of every calculator, each with what is typed for the case."""
    of: dict[str, list[tuple[str, dict[str, str]]]] = {name: [] for name in GUIDES}
    for name, told_there in scenarios():
        of[name].append((f"{name}: {told_there['title']}", typed_for_case(told_there["typed"])))
    return [*(one for cases in of.values() for one in cases[:2]), of["next-steps"][2], of["enquiry"][2]]
