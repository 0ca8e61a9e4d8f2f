"""Cards: one side of A4 for each role and each calculator, made from the role's page and from the rules.

Each says until when it may be used: the first day on which its page, or a document it rests on, has to be checked again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

from calculators import __version__, sources
from calculators.engine.dates import words_for_date
from calculators.engine.rules import AVOID, PARTS, STEPS, TIMES
from calculators.guides.catalogue import GUIDES
from calculators.output import words
from hooks.pages import do_this
from hooks.pages.front_matter import CITATION, FENCE, UNIT, PageError, read_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from calculators.engine.guide import Guide
    from calculators.engine.rules import Rule
    from hooks.pages.front_matter import Page

ROOM = 124.0  # lines that fit on one side of A4 or Letter, in two columns, beside the card's head and foot
WIDTH = 56  # characters of such a line
LONG = 3600  # characters of a role’s steps from which they stand in two columns
PRESSING = (TIMES["now"], TIMES["today"], AVOID.title)  # the headings that a card never leaves out
SHORT = 90  # characters of the answers that a card names before a step
HEADING, BETWEEN = 2.0, 0.2  # lines that a heading takes, and the room between two items

NUMBERS = """### Numbers, to fill in

- Safeguarding lead: ____________________
- {{local card}}"""


@dataclass(frozen=True)
class Card:
    """One card: its name, title, the page it is made from, its text as Markdown, its last day, whether in columns."""

    name: str
    title: str
    page: Page
    text: str
    until: date
    columns: bool

    @property
    def markdown(self) -> str:
        """The whole card."""
        return (
            f'<section class="sheet" id="{self.name}" markdown>\n\n## {self.title}\n\n'
            f'<p class="sheet__now"><strong>Child in immediate danger: ring 999.</strong></p>\n\n'
            f'<div class="sheet__text{" sheet__text--columns" * self.columns}" markdown>\n\n{self.text}\n\n</div>\n\n'
            f'<p class="sheet__foot" markdown="span">**Use until {words_for_date(self.until)}**, then get a new card. '
            f"Edition {__version__}. The whole text: [{self.page.heading}](/{self.page.path}). It sets out "
            "procedure and where it comes from; the professional decides.</p>\n\n</section>\n"
        )


@cache
def cards() -> tuple[Card, ...]:
    """Give every card: of the roles, then of the calculators."""
    return (*_of_roles(), *_of_calculators())


def _of_roles() -> Iterator[Card]:
    for page in read_all():
        if page.path.parts[0] == "roles" and page.path.name != "index.md":
            text = role(page)
            cited = chain.from_iterable(UNIT.findall(mark) for mark in CITATION.findall(text))
            yield Card(
                f"card-{page.path.stem}",
                f"{page.title}: first steps",
                page,
                text,
                until(page, cited),
                columns=len(text) > LONG,
            )


def _of_calculators() -> Iterator[Card]:
    for guide in GUIDES.values():
        page = next(page for page in read_all() if page.calculators and page.path.stem == guide.key)
        last = until(page, guide.cites())
        yield Card(f"card-{guide.key}", f"{guide.title}: on paper", page, calculator(guide), last, columns=True)


def until(page: Page, units: Iterable[str]) -> date:
    """Give the first day on which the page, or a document that one of the units is part of, has to be checked again."""
    return min([page.review_by, *(sources.unit(unit).document.review_by for unit in units)])


def role(page: Page) -> str:
    """Give what a role does, in the words of the register: the actions that its page names, in its order."""
    listed = [fence["body"] for fence in FENCE.finditer(page.text) if fence["name"] == "actions"]
    if not listed:
        raise PageError(f"{page.path}: a role’s page needs a list of actions, for its card: write ```actions")
    whole = listed[1:] or listed  # the first stands in the box at the head, and the whole list says it again
    said = dict.fromkeys(line for body in whole for line in do_this.listed(body).splitlines())
    return "\n\n".join(("\n".join(said), NUMBERS))


def calculator(guide: Guide) -> str:
    """Give what a calculator answers, for one side of paper: each step with the answers that call for it, then findings."""
    parts, room, left = [guide.purpose], ROOM, []
    for title, lines in sorted(_headings(guide), key=lambda heading: heading[0] not in PRESSING):
        room -= HEADING + sum(ceil(len(line) / WIDTH) + BETWEEN for line in lines)
        if room < 0 and title not in PRESSING:
            left.append(f"“{title}”")
        else:
            parts.append(f"### {title}\n\n" + "\n".join(lines))
    if left:
        parts.append(f"**Only on the calculator’s page:** {', '.join(left)}.")
    return "\n\n".join(parts)


def _headings(guide: Guide) -> Iterator[tuple[str, list[str]]]:
    """Give the headings of a card with their lines: findings first where the answer is a finding, then steps by when."""
    findings = [rule for rule in guide.in_order() if rule.headline]
    if findings:
        yield "The answer", [f"- **{rule.condition_words}** → {rule.headline}" for rule in findings]
    for when, title in TIMES.items():
        called: dict[str, list[str]] = {}
        for rule in guide.in_order():
            for call in rule.calls:
                if call.when == when and rule.part is STEPS:
                    called.setdefault(f"{call.action.instruction}{words.only_if(call)}", []).append(
                        rule.condition_words
                    )
        if called:
            yield title, list(_steps(called))
    for part in PARTS:
        found = [rule for rule in guide.in_order() if rule.part is part and part is not STEPS and not rule.headline]
        if found:
            yield part.title, [_remark(rule) for rule in found]


def _steps(called: dict[str, list[str]]) -> Iterator[str]:
    """Give the steps of one heading: what always holds, what few answers call for, then what many do."""
    last = []
    for said, conditions in called.items():
        named = "; or ".join(dict.fromkeys(conditions))
        if "Always" in conditions:
            yield f"- {said}"
        elif len(named) <= SHORT:
            yield f"- **{named}** → {said}"
        else:
            last.append(f"    - {said}")
    if last:
        yield "- **Only where the calculator gives it for the case:**"
        yield from last


def _remark(rule: Rule) -> str:
    about = f"{rule.about}: " if rule.about else ""
    return f"- {about}{rule.text}" if rule.always else f"- **{rule.condition_words}** → {about}{rule.text}"
