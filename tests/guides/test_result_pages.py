"""A result as a page, for every fictional case: each instruction and each number once, and few words before a fold."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, Any, cast

import pytest
from lxml import html as lxml_html

from calculators.areas import reader
from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES
from calculators.output import html, words
from tests.guides.test_scenarios import scenarios

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from calculators.areas.model import Area

TODAY = date(2026, 11, 22)
MIDDLE, MOST = 460, 830  # words in sight before a fold is opened: neither may rise; the goal is 230 and 400
WORD = re.compile(r"\w[\w’'-]*")


@cache
def area() -> Area:
    """Give an area with numbers of its own."""
    return reader.load("north-east-lincolnshire")


def found(tree: HtmlElement, path: str) -> list[Any]:
    """Give what a path finds in a page."""
    return list(cast("Any", tree.xpath(path)))


def in_sight(markup: str) -> HtmlElement:
    """Give a result without what is folded, without citations and without what only a screen reader says."""
    tree = lxml_html.fromstring(markup)
    for fold in list(tree.iter("details")):
        for child in list(fold):
            if child.tag != "summary":
                fold.remove(child)
    for away in found(tree, '//*[contains(@class, "citation") or contains(@class, "visually-hidden")]'):
        away.text = ""
        for child in list(away):
            away.remove(child)
    return tree


@pytest.mark.parametrize("name", GUIDES)
def test_no_instruction_and_no_number_stands_twice(name: str) -> None:
    """With an area: each step says something of its own, and each number of the area can be tapped in one place."""
    for of, case in scenarios():
        if of != name:
            continue
        result = ask(GUIDES[name], case["typed"], TODAY, area())
        tree = lxml_html.fromstring(str(html.result(result, "../../")))
        said = [
            step.text_content()
            for step in found(
                tree,
                "//li[@data-action]/strong | //li[@data-action]/details[contains(@class, 'result__line')]/summary/strong",
            )
        ]
        assert said, case["title"]
        assert not [text for text, times in Counter(said).items() if times > 1], case["title"]
        assert len({step.action.key for step in result.steps}) == len(result.steps), case["title"]
        heading = words.heading(result)
        assert len(found(tree, f'//h3[. = "{heading}"]')) == 1
        numbers = Counter(found(in_sight(str(html.result(result, ""))), '//a[starts-with(@href, "tel:")]/@href'))
        assert not [number for number, times in numbers.items() if times > 1], (case["title"], numbers)


def test_few_words_stand_before_a_fold() -> None:
    """Over all fictional cases, half have at most so many words in sight, and none has more than the most."""
    counts = {
        (name, case["title"]): len(
            WORD.findall(" ".join(in_sight(str(html.result(ask(GUIDES[name], case["typed"], TODAY)))).itertext()))
        )
        for name, case in scenarios()
    }
    longest = max(counts, key=lambda key: counts[key])
    said = f"median {median(counts.values())}, longest {counts[longest]}: {longest}"
    assert median(counts.values()) <= MIDDLE, said
    assert counts[longest] <= MOST, said
