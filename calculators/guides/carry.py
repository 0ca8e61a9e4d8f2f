"""Answers that another calculator asks for too: an age, the level, so that nobody types them twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.guides.catalogue import GUIDES

if TYPE_CHECKING:
    from calculators.engine.guide import Guide, Question, Result


def onward(result: Result) -> list[tuple[Guide, tuple[str, ...]]]:
    """Give the other guides that ask something that was answered here, each with the keys of those answers."""
    found = []
    for guide in GUIDES.values():
        if guide.key == result.guide.key:
            continue
        keys = tuple(
            question.key for question in guide.questions if _fits(question, result.typed.get(question.key, ""))
        )
        if keys:
            found.append((guide, keys))
    return found


def _fits(question: Question, typed: str) -> bool:
    """Say whether an answer given elsewhere is one to this question; what was not answered carries nothing."""
    if not typed:
        return False
    try:
        question.read(typed)
    except ValueError:
        return False
    return True
