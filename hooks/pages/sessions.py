"""Training sessions: cases that unfold in steps, each step answered by the rules; the timing; the evaluation slip.

A session is one page of docs/training/. Its aims, notes and handout are text; its cases stand in the fence `cases`:

    [[case]]
    title = "…"
    [[case.step]]
    when = "Tuesday, period 3"
    story = "…"
    ask = "What do you do first?"
    check = "case"                      # or the key of one calculator; without it, the case
    typed = { role = "school", … }      # what is known so far
    choices = [
      { do = "tell-lead" },                                     # an action: the rules say whether it is called for
      { say = "Ask the pupils …", no = "do-not-investigate" },  # a line of the rules says why not
      { say = "Write down …", yes = "record" },                 # or why; an action that is called for will do, too
    ]

On the screen a reader opens a choice, reads what the rules say to it, and goes on. It needs no script and keeps nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from calculators import case
from calculators.actions.register import ActionError, action
from calculators.engine.asking import AnswersError, ask
from calculators.engine.rules import AVOID, TIMES
from calculators.guides.catalogue import GUIDES
from calculators.guides.standing import STANDING
from calculators.output import words
from calculators.output.citation import marks
from hooks.pages.front_matter import FENCE, Page, PageError, read_all
from hooks.pages.scenarios import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.engine.plan import Step as Planned
    from calculators.engine.result import Result

MINUTES = (45, 120)  # what a session takes: the short and the long one
# The sections of a session, by name.
PARTS = ("aims", "timing", "trainers-notes", "handout", "cases", "evaluation-slip")
SOON = frozenset({"now", "today"})
STANDING_BY_KEY = {advice.key: advice for advice in STANDING}


@dataclass(frozen=True)
class Choice:
    """One thing that somebody might do: an action of the register, or words with the line of the rules that judges them."""

    do: str = ""
    say: str = ""
    yes: str = ""
    no: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a case: when, what happens, what is asked, the calculator, what is typed, what may be chosen."""

    when: str
    story: str
    ask: str
    typed: Mapping[str, str]
    choices: tuple[Choice, ...]
    check: str = case.KEY

    @cached_property
    def result(self) -> Result:
        """What the rules say to what is known at this step."""
        try:
            if self.check == case.KEY:
                return case.check(self.typed, DAY).result
            return ask(GUIDES[self.check], self.typed, DAY, changes=False)
        except AnswersError as fault:
            raise PageError(f"“{self.when}”: {fault}") from None


@dataclass(frozen=True)
class Case:
    """One case that unfolds."""

    title: str
    steps: tuple[Step, ...]


def sessions() -> tuple[Page, ...]:
    """Give the page of each session, in the order of their names."""
    return tuple(page for page in read_all() if page.is_session)


def cases_of(page: Page) -> tuple[Case, ...]:
    """Give the cases of a session."""
    return next(read(fence["body"]) for fence in FENCE.finditer(page.text) if fence["name"] == "cases")


def read(body: str) -> tuple[Case, ...]:
    """Read the body of the fence.

    Raises:
        PageError: it cannot be read, or an answer, an action or a line of the rules does not exist.

    """
    try:
        return tuple(_case(one) for one in tomllib.loads(body)["case"])
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as fault:
        raise PageError(f"```cases: {fault}; see hooks/pages/sessions.py for what a case holds") from None


def _case(data: Mapping[str, Any]) -> Case:
    steps = [Step(**{**one, "choices": tuple(Choice(**choice) for choice in one["choices"])}) for one in data["step"]]
    return Case(data["title"], tuple(steps))


def unfolding(body: str) -> str:
    """Give the cases of a session as Markdown: each step with its choices, and the next step behind “Go on”."""
    return "\n\n".join(
        f'<section class="unfold" id="case-{number}" data-unsearched markdown>\n\n'
        f"### {one.title}\n\n{_from(one.steps)}\n\n</section>"
        for number, one in enumerate(read(body), start=1)
    )


def _from(steps: tuple[Step, ...]) -> str:
    step, rest = steps[0], steps[1:]
    further = (
        f'<details class="fold unfold__on" markdown>\n<summary>Go on: {rest[0].when}</summary>\n\n{_from(rest)}\n\n</details>'
        if rest
        else ""
    )
    choices = "\n\n".join(
        f'<details class="fold unfold__choice" markdown>\n<summary>{_option(choice, step.result)}</summary>\n\n'
        f"{verdict(choice, step.result)}\n\n</details>"
        for choice in step.choices
    )
    return (
        f'<div class="unfold__step" markdown>\n\n**{step.when}.** {step.story}\n\n**{step.ask}**\n{{: .unfold__ask }}\n\n'
        f'{choices}\n\n<div class="unfold__notes"></div>\n\n<details class="fold unfold__answer" markdown>\n'
        f"<summary>What the rules say</summary>\n\n{answer(step)}\n\n</details>\n\n</div>\n\n{further}"
    )


def _option(choice: Choice, result: Result) -> str:
    if not choice.do:
        return choice.say
    try:
        one = action(choice.do)
    except ActionError as fault:
        raise PageError(f"```cases: {fault}") from None
    return (result.role and one.for_role(result.role)) or one.others


def verdict(choice: Choice, result: Result) -> str:
    """Say what the rules hold of a choice, with its source: called for and when, not called for and why, or a line of theirs."""
    if not choice.do:
        text, cites = _line(choice.yes or choice.no, result)
        return f"**{'Yes.' if choice.yes else 'No.'}** {text} ({marks(cites)})"
    if step := next((step for step in result.steps if step.action.key == choice.do), None):
        mine = "" if result.takes(step) else f" {step.action.others}"
        return f"**Yes: {TIMES[step.when].lower()}.**{mine}{words.only_if(step)} {words.because(step)} ({marks(step.cites)})"
    if instead := result.replaced.get(choice.do):
        return f"**Not this one.** The rules call for something else in its place: {action(instead).others}"
    called = {
        entry.rule.condition_words
        for entry in result.trace
        if not entry.applies and any(call.action.key == choice.do for call in entry.rule.calls)
    }
    where = f" They call for it with other answers: {min(sorted(called), key=len)}." if called else ""
    return f"**The rules do not call for this here.**{where}"


def _line(key: str, result: Result) -> tuple[str, tuple[str, ...]]:
    if advice := STANDING_BY_KEY.get(key):
        return advice.text, advice.cites
    for rule in result.applied:
        if rule.key == key:
            return rule.text, rule.cites
    for step in result.steps:
        if step.action.key == key:
            said = f"{words.said(step, result.role)}{words.only_if(step)} {words.because(step)}"
            return f"{TIMES[step.when]}: {said}", step.cites
    raise PageError(
        f"```cases: “{key}” does not hold here; name a line of standing.py, a rule that applies, or an action called for"
    )


def answer(step: Step) -> str:
    """Give what the rules say to a step, as Markdown: what the answer is, who does what now and today, what to avoid.

    Of what is due later only what the step asks about is listed; a last line counts the rest.
    """
    result = step.result
    asked = {choice.do for choice in step.choices}
    mine = [planned for planned in result.yours if planned.when in SOON or planned.action.key in asked]
    others = [planned for planned in result.others if planned.answered and planned.when in SOON]
    said = [
        rule for rule in result.applied if rule.headline or (result.guide.key != case.KEY and rule.part.key == "placed")
    ]
    said += [rule for rule in result.applied if rule.part is AVOID]
    rest = len(result.steps) - len(mine) - len(others)
    blocks = [f"**{words.heading(result)}**"]
    blocks += _block("Your steps" if result.role else "Steps", _steps(mine, result))
    blocks += _block("Others", [f"- {planned.action.others} ({marks(planned.cites)})" for planned in others])
    blocks += _block("What the sources say", [f"- {rule.text} ({marks(rule.cites)})" for rule in said])
    if rest > 0:
        title = GUIDES[step.check].title if step.check in GUIDES else "Check a case"
        page = f"/calculators/{step.check}.md"
        blocks += ["", f"[{title}]({page}) lists {rest} more step{'' if rest == 1 else 's'} for these answers."]
    return "\n".join(blocks)


def _steps(steps: list[Planned], result: Result) -> Iterator[str]:
    for step in steps:
        said = f"{words.said(step, result.role)}{words.only_if(step)}"
        yield f"- {TIMES[step.when]}: {said} ({marks(step.cites)})"


def _block(title: str, lines: Iterator[str] | list[str]) -> list[str]:
    found = list(lines)
    return ["", f"**{title}**\n{{: .case__heading }}", "", *found] if found else []


def timing(body: str) -> str:
    """Give the timing of a session as a table: each line is what is done, then its minutes in the short and the long one.

    Raises:
        PageError: a line is written otherwise, or the minutes do not come to 45 and 120.

    """
    rows = [[cell.strip() for cell in line.split("|")] for line in body.splitlines() if line.strip()]
    if any(len(row) != 1 + len(MINUTES) or not all(cell.isdigit() for cell in row[1:]) for row in rows):
        raise PageError("```timing: write on each line what is done | minutes of 45 | minutes of 120")
    for column, wanted in enumerate(MINUTES, start=1):
        if (total := sum(int(row[column]) for row in rows)) != wanted:
            raise PageError(f"```timing: the minutes come to {total}; they have to come to {wanted}")
    lines = [f"| {what} | {'–' if short == '0' else short} | {long} |" for what, short, long in rows]
    return "\n".join(["| What you do | Minutes of 45 | Minutes of two hours |", "|---|---|---|", *lines])


SLIP = """<div class="slip" markdown>

Please do not write your name, or anything about a real child.

1. What will you do differently after this session?
2. What are you still unsure about?
3. If a child told you something tomorrow, whom would you tell first? Write down the role and the number.

<div class="slip__scale" markdown>

| After this session | Not at all | A little | Mostly | Fully |
|---|---|---|---|---|
| I know what I have to do first | ☐ | ☐ | ☐ | ☐ |
| I know whom to tell, and how | ☐ | ☐ | ☐ | ☐ |
| I know what not to do | ☐ | ☐ | ☐ | ☐ |
| The cases were like my work | ☐ | ☐ | ☐ | ☐ |

</div>

</div>"""


def slip(_body: str) -> str:
    """Give the evaluation slip: the same for every session."""
    return SLIP


NOTES = """- Print the handout, the cases and the slip for each person. Keep the answers to yourself until the group has talked.
- Read the answers beforehand. Check the edition at the foot of each sheet against this page.
- Say at the start that the subject can touch people personally. Anyone may step out, and nobody has to say why. Name somebody in your organisation to whom people can talk.
- Nobody in the cases exists. Ask people not to bring a real child’s case in a way that somebody could recognise.
- If somebody tells you about a real worry, stop and help them tell the safeguarding lead the same day. A session is no place to settle it.
- The answers are what the rules of this guidance give. Add what your own local procedure asks for."""


def notes(_body: str) -> str:
    """Give the trainer's notes that hold for every session."""
    return NOTES


def index(_body: str) -> str:
    """Give the list of sessions, each with what it settles."""
    return "\n".join(f"- [**{page.title}**](/{page.path}) <br> {page.summary}" for page in sessions())
