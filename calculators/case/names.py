"""One name for each child throughout a case: the calculator of consent calls them child A and child B."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calculators.engine.rules import Rule

DISPLAYED = "the child who displayed the behaviour"
HARMED = "the child who was harmed"
YOUNGEST = "the youngest child who was harmed"  # of several: the one whose age is asked


def named(rule: Rule, *, several: bool) -> Rule:
    """Give a rule that names the children as the whole case does.

    Args:
        rule: the rule of a calculator.
        several: more than one child was, or may have been, harmed.

    """
    if "hild " not in f"{rule.text}{rule.about}":
        return rule
    text, about = (_in_words(said, YOUNGEST if several else HARMED) for said in (rule.text, rule.about))
    return rule if (text, about) == (rule.text, rule.about) else replace(rule, text=text, about=about)


def _in_words(said: str, harmed: str) -> str:
    for letter, name in (("A", DISPLAYED), ("B", harmed)):
        said = said.replace(f"Child {letter}", name[:1].upper() + name[1:]).replace(f"child {letter}", name)
    return said
