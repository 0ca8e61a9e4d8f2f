"""The way of both children from a concern to the end of the plan, as data: stages, and the boxes of each lane."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from calculators import sources

if TYPE_CHECKING:
    from collections.abc import Mapping

LANES = ("both", "harmed", "displayed")


@dataclass(frozen=True)
class Box:
    """One box of the pathway.

    Args:
        key: its name.
        name: the words in bold.
        text: what happens there, in a sentence or two.
        page: the chapter that tells it.
        cites: the units that say so.
        when: the condition on the arrow that leads to it; empty: none.
        calculators: the calculators that help there, by their keys.

    """

    key: str
    name: str
    text: str
    page: str
    cites: tuple[str, ...]
    when: str = ""
    calculators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """One stage: its name, and its boxes by lane (keys of `LANES`)."""

    name: str
    lanes: Mapping[str, tuple[Box, ...]]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Every box of the stage, in the order in which it is read."""
        return tuple(box for lane in LANES for box in self.lanes[lane])


@cache
def stages() -> tuple[Stage, ...]:
    """Every stage in order.

    Raises:
        UnknownUnitError: a box cites a unit that is not in the register.

    """
    text = resources.files("calculators").joinpath("actions/pathway.toml").read_text(encoding="utf-8")
    found = tuple(_stage(fields) for fields in tomllib.loads(text)["stage"])
    for stage in found:
        for box in stage.boxes:
            for unit in box.cites:
                sources.unit(unit)
    return found


def _stage(fields: dict[str, Any]) -> Stage:
    return Stage(fields["name"], {lane: tuple(_box(box) for box in fields.get(lane, ())) for lane in LANES})


def _box(fields: dict[str, Any]) -> Box:
    return Box(**{**fields, "cites": tuple(fields["cites"]), "calculators": tuple(fields.get("calculators", ()))})


def cites() -> tuple[str, ...]:
    """Every unit that the pathway rests on, each once, in order."""
    return tuple(dict.fromkeys(unit for stage in stages() for box in stage.boxes for unit in box.cites))


def box(key: str) -> Box:
    """Give a box by its key."""
    return next(found for stage in stages() for found in stage.boxes if found.key == key)
