"""One name for each child throughout a case: the calculator of consent calls them child A and child B."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from calculators.case.facts import SAME, TOOK_PART
from calculators.engine.conditions import Clause, Condition
from calculators.engine.questions import capital

if TYPE_CHECKING:
    from calculators.engine.conditions import Wanted
    from calculators.engine.rules import Rule

DISPLAYED = "the child who displayed the behaviour"
HARMED = "the child who was harmed"
OTHER_CHILD = "the other child"  # where nobody is known to have been harmed
YOUNGEST = "the youngest child who was harmed"  # of several: the one whose age is asked


def named(rule: Rule, others: str) -> Rule:
    """Give a rule that names the children as the whole case does.

    Args:
        rule: the rule of a calculator.
        others: who else was involved or harmed, an option of that question; empty: not answered.

    """
    harmed = {"two-or-more": YOUNGEST, TOOK_PART: OTHER_CHILD}.get(others, HARMED)
    text, about = _in_words(rule.text, harmed), _in_words(rule.about, harmed)
    when = rule.when
    if when and SAME.keys() & set(when.questions()):
        clauses = (Clause(tuple(_asks(choice, harmed) for choice in clause.choices)) for clause in when.clauses)
        when = Condition(tuple(clauses))
    same = (text, about, when) == (rule.text, rule.about, rule.when)
    return rule if same else replace(rule, text=text, about=about, when=when)


def _asks(choice: Wanted, harmed: str) -> Wanted:
    name = _in_words(choice.question.name, harmed)
    return choice if name == choice.question.name else replace(choice, question=replace(choice.question, name=name))


def _in_words(said: str, harmed: str) -> str:
    if "hild " not in said:
        return said
    for letter, name in (("A", DISPLAYED), ("B", harmed)):
        for first in ("C", "c"):
            begun = capital(name) if first == "C" else name
            said = said.replace(f"{first}hild {letter}’s age", f"{first}hild’s age, {name}")
            said = re.sub(rf"\b{first}hild {letter}\b", begun, said)
    return said
