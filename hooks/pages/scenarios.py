"""The fictional cases of docs/scenarios/ for trainers: each a question, with the answer that the rules give to it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from calculators.engine.asking import ask
from calculators.engine.questions import capital
from calculators.engine.rules import TIMES
from calculators.guides.catalogue import GUIDES
from calculators.output import words
from calculators.output.citation import marks
from hooks.pages.front_matter import DOCS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.engine.guide import Guide
    from calculators.engine.plan import Step
    from calculators.engine.result import Result

FOLDER = DOCS / "scenarios"
DAY = date(2026, 11, 22)  # on which every case is asked, so that the dates in it keep their answer


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
        return ask(self.guide, self.typed, DAY, changes=False)


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
    """Give the page of cases as Markdown: each case with its answer folded."""
    parts = []
    for guide, cases in groupby(scenarios(), key=lambda case: case.guide):
        parts.append(f"\n## {guide.title}\n")
        parts += [_case(case) for case in cases]
    return "\n".join(parts)


def _case(case: Scenario) -> str:
    known = "\n".join(f"- {name}: {answer}" for _, name, answer in words.answered(case.result))
    return (
        f'<section class="case" id="{case.place}" markdown>\n\n### {case.title}\n\n{case.story}\n\n{known}\n\n'
        f'<details class="fold" data-unsearched markdown>\n<summary>Answer</summary>\n\n{answer(case)}\n\n</details>\n\n'
        "</section>\n"
    )


def answer(case: Scenario) -> str:
    """Give the answer of the rules to a case, as Markdown: the heading, the steps, what the sources say."""
    result = case.result
    blocks = [f"**{words.heading(result)}**", "", *(f"- {note.text}" for note in result.notes)]
    blocks += _block("Please check", [f"- {rule.text} ({marks(rule.cites)})" for rule in result.checks])
    blocks += _block("The reader’s steps" if result.role else "Steps", [_step(result, step) for step in result.yours])
    blocks += _block("Others", [f"- {step.action.others} ({marks(step.cites)})" for step in result.others])
    blocks += _block(
        "Not known yet",
        [f"- {capital(one.said.what)}. {one.said.meanwhile}" for one in result.not_known],
    )
    said = [rule for rule in result.applied if rule.part.key in SAID]
    return "\n".join(blocks + _block("What the sources say", [f"- {rule.text} ({marks(rule.cites)})" for rule in said]))


SAID = {"says", "placed", "assess", "avoid", "differs"}


def _block(title: str, lines: list[str]) -> list[str]:
    return ["", f"**{title}**\n{{: .case__heading }}", "", *lines] if lines else []


def _step(result: Result, step: Step) -> str:
    said = f"**{words.said(step, result.role)}**{words.only_if(step)} {words.because(step)}"
    return f"- {TIMES[step.when]}: {said} ({marks(step.cites)})"
