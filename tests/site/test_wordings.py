"""A duty has one wording: a page that tells it again takes the register’s sentence (`[!tell-lead]`), and types none.

A sentence that begins like an order and shares at least half of its words with an action is a second telling. The
paragraph that an action names may tell it in full. What only looks like a second telling stands here with its reason.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest

from calculators.actions.register import Action, actions
from hooks.pages.front_matter import FENCE, PARAGRAPH, PageError, read_all, with_duties

SHARE = 0.5
ENDS = re.compile(r"(?<=[.!?:])\s+|\n")
MARKS = re.compile(r"\]\([^)]*\)|\[@[^\]]*\]|\{[^}]*\}|[*\[\]#>|-]")
SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on for with and or by at is are be it that this who your you as from if not has have was were "
        "do does their them they there than then into each any",
    )
)
ENDINGS = re.compile(r"(ing|ed|es|s)$")
ANOTHER_DUTY = {
    "continuum/technology.md: Ask children’s social care or the police.": "it asks which procedure is meant",
    "key-principles/domains.md: Share the outcome of an HSB assessment": "an audit line, about agencies and their policy",
    "procedure/engagement.md: Take that to the multi agency planning": "it says where a question is settled",
    "procedure/early-help.md: Tell the named safeguarding lead again": "it says when to tell the lead once more",
    "procedure/referral.md: Refer each child to the children’s social": "it says to which area’s service",
    "who/online.md: Consider the needs of the child": "it speaks of needs, not of a conference",
}


def told_twice() -> list[str]:
    """Give each sentence that tells an action of the register in other words, with the page and the action."""
    known = [(one, content(one.instruction)) for one in actions().values()]
    verbs = {one.instruction.split()[0] for one, _ in known}
    found = []
    for page in read_all():
        for block in FENCE.sub("", page.text).split("\n\n"):
            names = {f"{page.path}#{name}" for name in PARAGRAPH.findall(block)}
            for line in ENDS.split(PARAGRAPH.sub("", block)):
                sentence = " ".join(MARKS.sub(" ", line).split())
                if sentence.split(" ")[0] not in verbs:
                    continue
                nearest, share = closest(sentence, known)
                if share < SHARE or nearest.paragraph in names or said_alike(sentence, nearest):
                    continue
                found.append(f"{page.path}: {sentence} [{nearest.key}]")
    return found


def content(sentence: str) -> frozenset[str]:
    """Give the words of a sentence that carry its sense, without their endings."""
    words = re.findall(r"[a-z0-9]+", sentence.lower().replace("’s", ""))
    return frozenset(ENDINGS.sub("", word) for word in words if word not in SMALL)


def closest(sentence: str, known: list[tuple[Action, frozenset[str]]]) -> tuple[Action, float]:
    """Give the action that shares most words with a sentence, and the share of all their words that this is."""
    words = content(sentence)
    shares = [(one, len(words & its) / len(words | its)) for one, its in known]
    return max(shares, key=lambda pair: pair[1])


def said_alike(sentence: str, one: Action) -> bool:
    """Say whether a sentence is the register’s own, with or without its time."""
    return re.sub(r" (now|today)\.$", ".", sentence) == " ".join(MARKS.sub(" ", one.instruction).split())


def test_no_page_tells_a_duty_in_a_second_wording() -> None:
    """Each is the register’s own sentence, the paragraph that the action names, or another duty, for a reason."""
    found = told_twice()
    assert not [line for line in found if not line.startswith(tuple(ANOTHER_DUTY))]
    assert not [start for start in ANOTHER_DUTY if not any(line.startswith(start) for line in found)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tell your named safeguarding lead at once.",
        "Make a child protection referral.",
        "Consider what risk there is to other children in the family, and how to keep them safe.",
        "Talk calmly, and teach the child about the behaviour without judging or labelling.",
    ],
)
def test_what_pages_once_said_in_other_words_is_found(sentence: str) -> None:
    """Second tellings that stood on pages: the search still knows them."""
    nearest, share = closest(sentence, [(one, content(one.instruction)) for one in actions().values()])
    assert share >= SHARE
    assert not said_alike(sentence, nearest)


def test_a_page_says_the_sentence_of_the_register() -> None:
    """With its time if the page gives one; a key that is not there is named with the page."""
    path = PurePosixPath("who/online.md")
    said = actions()["tell-lead"].instruction
    assert with_duties("First. [!tell-lead] [@ng55:1.2.1]", path) == f"First. {said} [@ng55:1.2.1]"
    assert with_duties("[!tell-lead: now]", path) == said.replace(".", " now.")
    with pytest.raises(PageError, match=r"who/online\.md: \[!tell-leed\].*tell-lead"):
        with_duties("[!tell-leed]", path)
