"""Conditions on answers, built with `&` and `|`; each writes its own words.

`AGE.under(13) | AGE.unknown` wants one of several answers, `ROLE.among("police") & LEVEL.among("abusive")` wants both.
There is no "not" and no order of precedence between rules. A condition is kept as clauses, all of which have to be met;
a clause is a choice of answers, one of which is enough. Building one with `|` works that out, so that no part of a
nested condition can be lost and none is typed by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.engine.questions import Question

NOT_KNOWN = "not-known"


@dataclass(frozen=True)
class Wanted:
    """Answers to one question, any of which is wanted."""

    question: Question
    options: tuple[str, ...]

    @property
    def words(self) -> str:
        """Put it into words: "Level: abusive or violent"."""
        return f"{self.question.name}: {self.question.in_words(self.options)}"

    def met(self, answers: Mapping[str, str]) -> bool:
        """Say whether the answer given is one of those wanted."""
        return answers.get(self.question.key) in self.options


@dataclass(frozen=True)
class Clause:
    """A choice of answers, to one question or to several, one of which is enough."""

    choices: tuple[Wanted, ...]

    @property
    def words(self) -> str:
        """Put the choice into words."""
        return ", or ".join(choice.words for choice in self.choices)

    def met(self, answers: Mapping[str, str]) -> bool:
        """Say whether one of the wanted answers is given."""
        return any(choice.met(answers) for choice in self.choices)

    def known_to_be_met(self, answers: Mapping[str, str]) -> bool:
        """Say whether a known answer meets it: not only one that is not known."""
        return any(choice.met(answers) and answers[choice.question.key] != NOT_KNOWN for choice in self.choices)

    def data(self) -> list[dict[str, object]]:
        """Give the choice for the page: each question with the options wanted."""
        return [{"question": choice.question.key, "options": list(choice.options)} for choice in self.choices]


@dataclass(frozen=True)
class Condition:
    """Clauses that all have to be met."""

    clauses: tuple[Clause, ...]

    def __and__(self, other: Condition) -> Condition:
        """Want both."""
        return Condition(tuple(dict.fromkeys((*self.clauses, *other.clauses))))

    def __or__(self, other: Condition) -> Condition:
        """Want one of the two, no matter which."""
        return Condition(tuple(dict.fromkeys(_merged(*pair) for pair in product(self.clauses, other.clauses))))

    @property
    def words(self) -> str:
        """Put the whole condition into words."""
        return "; ".join(clause.words for clause in self.clauses)

    def questions(self) -> tuple[str, ...]:
        """Give the keys of the questions it asks about, each once, in order."""
        return tuple(dict.fromkeys(choice.question.key for clause in self.clauses for choice in clause.choices))

    def met(self, answers: Mapping[str, str]) -> bool:
        """Say whether the answers meet it."""
        return all(clause.met(answers) for clause in self.clauses)

    def known_to_be_met(self, answers: Mapping[str, str]) -> bool:
        """Say whether known answers meet it, so that nothing in it hangs on what is not known."""
        return all(clause.known_to_be_met(answers) for clause in self.clauses)

    def kept_out_by(self, answers: Mapping[str, str]) -> tuple[Clause, ...]:
        """Give the clauses that these answers do not meet."""
        return tuple(clause for clause in self.clauses if not clause.met(answers))

    def data(self) -> list[list[dict[str, object]]]:
        """Give the condition for the page: a list of clauses."""
        return [clause.data() for clause in self.clauses]


def wanted(question: Question, options: tuple[str, ...]) -> Condition:
    """Want one of these answers to one question."""
    return Condition((Clause((Wanted(question, options),)),))


def _merged(one: Clause, other: Clause) -> Clause:
    """Join two choices; answers to the same question become one choice, in the question's own order."""
    together: dict[str, Wanted] = {}
    for choice in (*one.choices, *other.choices):
        key = choice.question.key
        options = {*choice.options, *(together[key].options if key in together else ())}
        together[key] = Wanted(choice.question, tuple(option for option in choice.question.keys if option in options))
    return Clause(tuple(together.values()))
