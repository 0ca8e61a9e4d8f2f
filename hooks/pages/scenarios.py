"""The fictional cases of docs/scenarios/ for trainers: each a question, with the answer that the rules give to it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from calculators.engine.asking import ask
from calculators.guides.always import ALWAYS
from calculators.guides.catalogue import GUIDES
from calculators.output import text as reports
from hooks.pages.front_matter import DOCS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.engine.guide import Guide, Result, Rule

FOLDER = DOCS / "scenarios"
DAY = date(2026, 11, 22)  # on which every case is asked, so that the dates in it keep their answer
EVERY_TIME = {rule.key for rule in ALWAYS}
HALF = 0.5
OF_EACH_GUIDE = 2


@dataclass(frozen=True)
class Scenario:
    """One fictional case: its guide, its number among the guide's cases, what it tells, what is typed for it."""

    guide: Guide
    number: int
    title: str
    story: str
    typed: Mapping[str, str]

    @property
    def place(self) -> str:
        """The name of its place on the page."""
        return f"case-{self.guide.key}-{self.number}"

    @cached_property
    def result(self) -> Result:
        """What the rules say to it."""
        return ask(self.guide, self.typed, DAY)

    @property
    def units(self) -> set[str]:
        """The units that its own lines rest on: those that do not stand in every result."""
        return {unit for line in self.result.findings if line.key not in EVERY_TIME for unit in line.cites}


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Read every case, in the order of the guides."""
    return tuple(
        Scenario(guide, number, case["title"], case["story"], case["typed"])
        for guide in GUIDES.values()
        for number, case in enumerate(_cases(guide.key), start=1)
    )


def _cases(name: str) -> list[dict[str, Any]]:
    file = FOLDER / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))["scenario"] if file.exists() else []


def page() -> str:
    """Give the page of cases as Markdown: first the lines of every answer, then each case with its answer folded."""
    parts = ["## Part of every answer\n", *(_line(rule) for rule in ALWAYS)]
    for guide, cases in groupby(scenarios(), key=lambda case: case.guide):
        parts.append(f"\n## {guide.title}\n")
        parts += [_case(case) for case in cases]
    return "\n".join(parts)


def _case(case: Scenario) -> str:
    known = "\n".join(f"- {name}: {answer}" for name, answer in reports.answered(case.result))
    return (
        f'<section class="case" id="{case.place}" markdown>\n\n### {case.title}\n\n{case.story}\n\n{known}\n\n'
        f'<details class="fold" data-search-exclude markdown>\n<summary>Answer</summary>\n\n{_answer(case)}\n\n</details>\n\n'
        "</section>\n"
    )


def _answer(case: Scenario) -> str:
    blocks = [f"- {note.text}" for note in case.result.notes]
    for _, title, parts in reports.by_group(case.result):
        for whom, findings in parts:
            lines = [_line(rule) for rule in findings if rule.key not in EVERY_TIME]
            if lines:
                heading = f"{title}. {whom}" if whom else title
                blocks += ["", f"**{heading}**\n{{: .case__heading }}", "", *lines]
    return "\n".join(blocks)


def _line(rule: Rule) -> str:
    who = f"**{rule.who}:** " if rule.who else ""
    return f"- {who}{rule.then} ({reports.marks(rule.cites)})"


def for_units(units: set[str]) -> list[Scenario]:
    """Give the cases whose own lines rest, by half or more, on these units: of each guide the two closest."""
    chosen: list[Scenario] = []
    for _, cases in groupby(scenarios(), key=lambda case: case.guide):
        shares = [(len(case.units & units) / len(case.units), case) for case in cases if case.units]
        near = sorted((entry for entry in shares if entry[0] >= HALF), key=lambda entry: -entry[0])
        chosen += [case for _, case in near[:OF_EACH_GUIDE]]
    return chosen
