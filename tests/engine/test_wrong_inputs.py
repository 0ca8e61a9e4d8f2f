"""A hundred wrong inputs and more: each is refused in one clear line, in the terminal and on the page; nothing is lost."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest

from calculators import browser as python_side
from calculators.__main__ import main
from calculators.engine.ages import Ages, LaterAge
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.days import Day
from calculators.engine.questions import Question, Tick
from calculators.engine.rules import CHECK
from calculators.guides.catalogue import GUIDES
from tests.support.answers import typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.engine.guide import AgeFromDates, Guide
    from calculators.engine.rules import Rule

NO_AGES = ("-1", "121", "12.5", "twelve", "1e1", "12 months", "0x0c", "12 not-known", "")
NO_OPTIONS = ("perhaps", "yes and no", "")
NO_DATES = ("31/02/2014", "29/02/2023", "2014-13-01", "00/01/2014", "1/1/14", "yesterday", "31/12/2999", "")
SAID_IN_WORDS = r"future|birth|over 120|two ways|no such question|months (ago|ahead)|comes before"
TODAY = "2026-11-22"


class Today(date):
    """A day that stands still."""

    @classmethod
    def today(cls) -> Today:
        """Give the day that the page is asked on, too."""
        return cls.fromisoformat(TODAY)


@pytest.fixture(autouse=True)
def _the_same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask in the terminal on the day on which the page is asked."""
    monkeypatch.setattr("calculators.__main__.date", Today)


@dataclass(frozen=True)
class Wrong:
    """One thing typed wrongly: in which guide, what is typed, and the field that is at fault."""

    guide: str
    typed: Mapping[str, str]
    field: str

    def __str__(self) -> str:
        """Name the case."""
        return f"{self.guide} {self.field}={self.typed.get(self.field, '')}"


def good(guide: Guide, needed: str = "") -> dict[str, str]:
    """Give, as somebody would type them, the first answers of a guide among which one to this question is."""
    answers = next(answers for answers in guide.every_answer() if not needed or needed in answers)
    return {key: typed(guide.question(key), option) for key, option in answers.items()}


def wrong_answers(guide: Guide) -> Iterator[Wrong]:
    """Give each question of a guide answers that it does not take, or none; and a question that it does not ask."""
    for question in guide.questions:
        for given in wrong_texts(question):
            yield Wrong(guide.key, {**good(guide, question.key), question.key: given}, question.key)
    for key in ("colour", "Child", "child a", "--child"):
        yield Wrong(guide.key, {**good(guide), key: "12"}, key)


def wrong_texts(question: Question) -> tuple[str, ...]:
    """Give texts that are no answer to a question; nothing at all is one to a box to tick."""
    if isinstance(question, Day):
        return (*NO_DATES, "22/11/1990", *["21/11/2026"] * bool(question.since))
    if isinstance(question, Ages):
        return NO_AGES[: -1 if isinstance(question, LaterAge) else None]
    if question.for_display:
        return tuple(text for text in NO_OPTIONS if text)
    return tuple(text for text in NO_OPTIONS if text or not isinstance(question, Tick))


def wrong_dates(guide: Guide, dates: AgeFromDates) -> Iterator[Wrong]:
    """Give dates that are none, or that cannot go together."""
    others = {key: text for key, text in good(guide).items() if key != dates.question}
    for given in NO_DATES:
        yield Wrong(guide.key, {**others, dates.birth: given, dates.day: "01/09/2025"}, dates.birth)
        yield Wrong(guide.key, {**others, dates.birth: "01/09/2012", dates.day: given}, dates.day)
    yield Wrong(guide.key, {**others, dates.birth: "02/09/2025", dates.day: "01/09/2025"}, dates.day)
    yield Wrong(guide.key, {**others, dates.birth: "01/09/1850", dates.day: "01/09/1860"}, dates.birth)
    both = {dates.question: "12", dates.birth: "01/09/2012", dates.day: "01/09/2025"}
    yield Wrong(guide.key, {**others, **both}, dates.question)


WRONG = [
    *(wrong for guide in GUIDES.values() for wrong in wrong_answers(guide)),
    *(wrong for guide in GUIDES.values() for dates in guide.dates for wrong in wrong_dates(guide, dates)),
]


def test_there_are_a_hundred_at_least() -> None:
    """Each is different."""
    assert len({str(wrong) for wrong in WRONG}) == len(WRONG) >= 100


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_terminal_refuses_it_in_one_clear_line(wrong: Wrong, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2; one line that names the field, what was given and what to do; no result."""
    status = main(["ask", wrong.guide, *(f"{key}={text}" for key, text in wrong.typed.items())])
    said = capsys.readouterr()
    assert status == 2
    assert not said.out
    (line,) = said.err.splitlines()
    assert re.fullmatch(rf"{re.escape(wrong.field)}: [^;]+; .{{6,}}", line)
    given = wrong.typed.get(wrong.field, "")
    assert "not answered" in line or given in line or re.search(SAID_IN_WORDS, line)


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_page_refuses_it_at_its_field_in_the_words_of_the_page(wrong: Wrong) -> None:
    """One error, for that field, named as the form names it, also at the top; nothing about keys of the terminal."""
    answer = asked(wrong.guide, wrong.typed)
    assert set(answer) == {"html", "errors"}
    (error,) = answer["errors"]
    assert error["field"] == wrong.field
    assert f'href="#{wrong.guide}-{wrong.field}"' in answer["html"]
    guide = GUIDES[wrong.guide]
    if wrong.field in guide.fields():
        assert not error["message"].startswith(f"{wrong.field}:")
        assert "choose one of no" not in error["message"]
        assert f"or {NOT_KNOWN}" not in error["message"]
    for question in guide.questions:
        if question.key == wrong.field:
            named = (f"{question.name}: ", f"Select an answer to “{question.text}”")
            assert error["message"].startswith(named)


def asked(guide: str, given: Mapping[str, str]) -> dict[str, Any]:
    """Ask through the door of the page."""
    request = {"calculator": guide, "typed": dict(given), "today": TODAY, "made": "now", "address": "here"}
    answer: dict[str, Any] = json.loads(python_side.answer(json.dumps(request)))
    return answer


@pytest.mark.parametrize("name", GUIDES)
def test_nothing_answered_is_asked_for_field_by_field(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each question that is relevant from the start, in their order; the same fields on the page."""
    left = {question.key: "no" for question in GUIDES[name].ticks}
    fields = [
        question.key
        for question in GUIDES[name].questions
        if question.relevant(left) and not (question.for_display or isinstance(question, Tick | LaterAge))
    ]
    assert main(["ask", name]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": not answered; ")[0] for line in lines] == fields
    assert [error["field"] for error in asked(name, {})["errors"]] == fields


@pytest.mark.parametrize("name", GUIDES)
def test_the_command_itself_typed_wrongly_is_refused_in_one_line(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A key given twice, the same or another way; a word that is no answer; a guide or a command that is not there."""
    key = GUIDES[name].questions[-1].key
    for words, said in (
        (["ask", name, f"{key}=no", f"{key}=yes"], f"{key}: given twice, “no” and “yes”; give it once"),
        (["ask", name, f"{key}=no", f"{key}=no"], f"{key}: given twice, “no” and “no”; give it once"),
        (["ask", name, key], f"{key}: not an answer; write key=value"),
        (["ask", name, "=12"], "=12: not an answer; write key=value"),
        (["ask", name.upper()], f"calculator: there is no “{name.upper()}”; choose one of "),
        ([name, f"{key}=no"], f"command: “{name}” is no command; use one of: "),
    ):
        assert main(words) == 2
        said_there = capsys.readouterr()
        assert not said_there.out
        (line,) = said_there.err.splitlines()
        assert line.startswith(said)


def contradictions() -> list[tuple[str, str]]:
    """Every line of every guide that says which answers do not fit together: the guide and the key of the line."""
    return [(guide.key, rule.key) for guide in GUIDES.values() for rule in guide.rules if rule.part is CHECK]


@pytest.mark.parametrize(("name", "key"), contradictions())
def test_answers_that_do_not_fit_together_are_no_error_and_are_pointed_out(
    name: str, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both answers are taken as given; the line to check stands in the result, in the terminal and on the page."""
    guide = GUIDES[name]
    rule = guide.rule(key)
    for answers in islice(answers_of(guide, rule), 3):
        given = {key: typed(guide.question(key), option) for key, option in answers.items()}
        assert main(["ask", name, *(f"{key}={text}" for key, text in given.items())]) == 0
        said = capsys.readouterr()
        assert not said.err
        assert CHECK.title in said.out
        assert rule.text in said.out
        page = asked(name, given)
        assert "errors" not in page
        assert rule.text in page["html"]


def answers_of(guide: Guide, rule: Rule) -> Iterator[dict[str, str]]:
    """Give the answers to which a rule applies."""
    return (answers for answers in guide.every_answer() if not rule.kept_out_by(answers))
