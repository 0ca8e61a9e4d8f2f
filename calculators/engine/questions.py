"""Questions and the answers they take.

A question asks for one fact with one exact meaning, and its key is the name of that fact: two calculators that ask for
the same fact use the same key and the same words, and only then is an answer carried from one to the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from calculators.engine.conditions import NOT_KNOWN, Condition, wanted

if TYPE_CHECKING:
    from collections.abc import Mapping


class GuideError(ValueError):
    """A calculator is written wrongly: an unknown option, unit, action or question. Raised at import."""


@dataclass(frozen=True)
class Option:
    """One answer that can be given: its key, and its label as the reader sees it."""

    key: str
    label: str


@dataclass(frozen=True)
class NotKnown:
    """What to do where a reader does not know: said once for each fact.

    Args:
        what: the fact that is missing, in words that complete "Not known yet: …".
        ask: a sentence that says who can find out.
        meanwhile: a sentence that says what to do until it is known.
        cites: the units that say why it matters.

    """

    what: str
    ask: str
    meanwhile: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One question with its possible answers, mildest first, "not known" last where the reader may not know.

    Args:
        key: the name of the fact: in the terminal, in files and in the form.
        text: the question as the reader meets it.
        name: two or three words for tables and records.
        options: the answers that can be given.
        hint: a sentence of help under the question.
        when: the earlier answers that make the question relevant; None: always.
        ranked: False where the answers stand side by side, none of them worse for a child than another.
        apart: answers that are neither milder nor worse than the others, where the others are ranked.
        stage: True where the answers are stages of a case, each with steps of its own: not knowing the stage then
            promises the first stage and the question where things stand, not the steps of all stages.
        for_display: True where the answer says only who reads the result and no rule asks for it.
        not_known: what to do where it is not known; needed where "not known" can be answered.

    """

    key: str
    text: str
    name: str
    options: tuple[Option, ...]
    hint: str = ""
    when: Condition | None = None
    ranked: bool = True
    apart: tuple[str, ...] = ()
    stage: bool = False
    for_display: bool = False
    not_known: NotKnown | None = None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the possible answers."""
        return tuple(option.key for option in self.options)

    @property
    def from_mild_to_worse(self) -> tuple[str, ...]:
        """The known answers in order, so that each is worse for a child than the one before; none if not ranked."""
        return tuple(key for key in self.keys if self.ranked and key not in {NOT_KNOWN, *self.apart})

    def label(self, key: str) -> str:
        """Give the label of an answer."""
        return next(option.label for option in self.options if option.key == key)

    def among(self, *keys: str) -> Condition:
        """Want one of these answers, and known to be so.

        Raises:
            GuideError: the question has no such answer.

        """
        unknown = [key for key in keys if key not in self.keys]
        if unknown or not keys:
            raise GuideError(f"{self.key}: no such answer {unknown}; it has {', '.join(self.keys)}")
        return wanted(self, tuple(key for key in self.keys if key in keys))

    @property
    def unknown(self) -> Condition:
        """Want the answer "not known": `Q.among("yes") | Q.unknown` is for a rule that protects."""
        return self.among(NOT_KNOWN)

    def in_words(self, keys: tuple[str, ...]) -> str:
        """Put a set of answers into words."""
        return listed([lowered(self.label(key)) for key in keys])

    def relevant(self, answers: Mapping[str, str]) -> bool:
        """Say whether the earlier answers make this question worth asking."""
        return self.when is None or self.when.met(answers)

    @property
    def unanswered(self) -> str:
        """The answer that counts where none is given to a question that another answer made relevant."""
        return NOT_KNOWN if NOT_KNOWN in self.keys else self.keys[0]

    @property
    def remedy(self) -> str:
        """What to type, in the words of the terminal."""
        return f"choose one of {listed(list(self.keys))}"

    @property
    def page_remedy(self) -> str:
        """What to do, in the words of the page."""
        return "Select one of the answers"

    def read(self, given: str) -> str:
        """Turn what was typed into the key of an answer.

        Raises:
            ValueError: it is none of them.

        """
        key = given.strip().lower().replace(" ", "-")
        if key in self.keys:
            return key
        raise ValueError(self.remedy)


YES_NO_NOT_KNOWN = (Option("yes", "Yes"), Option("no", "No"), Option(NOT_KNOWN, "Not known"))
NO_YES_NOT_KNOWN = (Option("no", "No"), Option("yes", "Yes"), Option(NOT_KNOWN, "Not known"))


@dataclass(frozen=True)
class Tick(Question):
    """Something that was seen or was not: ticked, or left. Left, it says nothing: it may still be there.

    Args:
        heading: the ticks of one heading stand together in the form.

    """

    heading: str = ""

    def read(self, given: str) -> str:
        """Turn what was typed into yes or no; nothing typed is no."""
        return super().read(given) if given else self.unanswered


def tick(key: str, text: str, *, heading: str, name: str = "") -> Tick:
    """Offer a box to tick; `name` is two or three words for tables and records (the text, if left out)."""
    options = (Option("no", "Not ticked"), Option("yes", "Ticked"))
    return Tick(key=key, text=text, name=name or text, options=options, heading=heading)


def capital(words: str) -> str:
    """Give words with a capital at the beginning; the others stay as they are."""
    return words[:1].upper() + words[1:]


def lowered(label: str) -> str:
    """Give a label as it stands inside a sentence; what begins with a proper name or an abbreviation keeps its capital."""
    first = label.split(" ", 1)[0]
    proper = first[1:] != first[1:].lower() or first in PROPER
    return label if proper else label[:1].lower() + label[1:]


PROPER = frozenset({"North", "Leicester,", "Leicester", "Rutland", "England", "Crown", "Gillick", "Sexual"})


def listed(words: list[str]) -> str:
    """Join words with commas and "or"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
