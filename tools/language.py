"""The language of the site: what can be checked of it, and how easy each page is to read.

`python -m tools.language` prints a line a finding and fails where there is one; `make check` runs it.
`python -m tools.language figures` prints words, words a sentence and the reading age of each page and part;
`make readability` runs it. The figures find pages to read aloud; they do not make a text good.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from calculators.actions import meetings, register
from calculators.guides.catalogue import GUIDES
from hooks.pages import front_matter as pages

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 25  # words in a sentence
LISTS = {"reference/research.md"}  # titles of other people's works
ON_LABELS = {"key-principles/language.md", "training/language.md"}  # labels are spoken of here

CODE = re.compile(r"`[^`]*`")
MARKUP = re.compile(r"\]\([^)]*\)|\{[:.{][^}]*\}+|<[^>]+>|https?://\S+|\b[\w-]+(?:\.[\w-]+)+/\S*")
BOX = re.compile(r'^\s*!!! \w+ "(.*)"$')
LINE_START = re.compile(r"^\s*(?:[-*]|\d+\.)?\s+|^(?:[-*]|\d+\.)\s+")
QUOTATION = ("> ", "#", "---", "    ```")  # others' words, headings, rules, fences within a box
TABLE = re.compile(r"^\s*\|")
SENTENCE = re.compile(r"(?<=[.!?])[”’)*_]*\s+(?=[“‘(*_[]*[A-Z0-9])")  # noqa: RUF001 - quotation marks are meant
WORD = re.compile(r"[\w’'-]*[^\W\d_][\w’'-]*|\d[\d,.]*")
QUOTED = re.compile(r"“[^”]*”|Child Sexual Behavior Checklist")
STRAIGHT = re.compile(r"[\"']")
MUST = re.compile(r"\bmust\b", re.IGNORECASE)
LABEL = re.compile(r"\b(abuser|perpetrator|offender)s?\b", re.IGNORECASE)
NAMES_WITH_LABELS = re.compile(
    r"sex(ual)? offender register|young offender(s’|s)? institutions?|juvenile sex offender assessment protocol|"
    r"(young|youth) offender teams?|adolescent sexual offender recidivism",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b(behavior\w*|color\w*|center\w*|organiz\w+|recogniz\w+|counseling|labeled|judgment|minimiz\w+|prioritiz\w+|"
    r"stigmatiz\w+|criminaliz\w+|specializ\w+|pediatric\w*|practicing|enrollment|fulfill\w*)\b",
    re.IGNORECASE,
)
HARMLESS = re.compile(
    r"\b(?:is|are|was) (?:a )?(?:low[- ]risk|(?:of )?no concern|harmless|nothing to worry about)\b"
    r"|\bno (?:further )?action (?:is )?(?:needed|required)\b",
    re.IGNORECASE,
)
VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)


@dataclass(frozen=True)
class Text:
    """What a reader meets in one place: where it stands, and its pieces, each a paragraph, item or cell."""

    where: str
    pieces: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence of it, without markup."""
        return tuple(one for piece in self.pieces for one in SENTENCE.split(piece) if WORD.search(one))


@cache
def known() -> dict[str, dict[str, str | list[str]]]:
    """Give the lists of tools/language.toml."""
    return tomllib.loads((ROOT / "tools/language.toml").read_text(encoding="utf-8"))


def names(kind: str) -> set[str]:
    """Give one list of names: "areas", "law", "abbreviations", "capitals"."""
    found = known()["names"][kind]
    return set(found.split() if isinstance(found, str) else found)


def prose(markdown: str) -> tuple[str, ...]:
    """Give the pieces of a Markdown text without headings, fences, citations, addresses and code."""
    text = pages.CITATION.sub(
        "", pages.FENCE.sub("", re.sub(r"^```[^\n]*\n.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL))
    )
    found = []
    for line in text.splitlines():
        if line.startswith(QUOTATION) or set(line.strip()) <= set("|-: "):
            continue
        said = CODE.sub("X", BOX.sub(r"\1", line))
        cells = said.strip().strip("|").split("|") if TABLE.match(said) else [LINE_START.sub("", said)]
        found += [" ".join(MARKUP.sub(" ", cell).replace("[", "").replace("*", "").split()) for cell in cells]
    return tuple(re.sub(r" (?=[.,;:?!)”’])", "", piece) for piece in found if WORD.search(piece))


def page_text(page: pages.Page) -> Text:
    """Give what a reader meets on a page, its summary first."""
    return Text(f"docs/{page.path}", (page.summary, *prose(page.text)))


def texts() -> Iterator[Text]:
    """Give every text that is checked: the pages, the files about the project, actions, meetings and calculators."""
    for page in pages.read_all():
        yield page_text(page)
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"):
        yield Text(path.relative_to(ROOT).as_posix(), prose(path.read_text(encoding="utf-8")))
    yield from _data()


def _data() -> Iterator[Text]:
    for action in register.actions().values():
        said = (action.instruction, action.others, action.detail, *(one.instruction for one in action.also))
        yield Text(f"action {action.key}", tuple(words for words in said if words))
    for meeting in meetings.meetings().values():
        items = (*meeting.considers, *meeting.produces)
        yield Text(f"meeting {meeting.key}", (meeting.when, *(item.text for item in items)))
    for name, guide in GUIDES.items():
        for question in guide.questions:
            ask = (question.not_known.ask, question.not_known.meanwhile) if question.not_known else ()
            said = (question.text, question.hint, *ask, *(option.label for option in question.options))
            yield Text(f"{name}, question {question.key}", tuple(words for words in said if words))
        for rule in guide.rules:
            said = (rule.text, rule.headline)
            yield Text(f"{name}, rule {rule.key}", tuple(words for words in said if words))


def findings(text: Text) -> list[str]:
    """Give what is wrong with a text, a line each: the place, the reason and the sentence."""
    found = [f"{text.where}: {why}: {sentence}" for sentence in text.sentences for why in _faults(sentence, text.where)]
    whole = " ".join(text.pieces)
    for old, today in known()["now"].items():
        if (name := re.search(old, QUOTED.sub("", whole))) and str(today).casefold() not in whole.casefold():
            found.append(f"{text.where}: “{name[0]}” is a name of the past: say “{today}” as well")
    return found


def _faults(sentence: str, where: str) -> Iterator[str]:
    place = where.removeprefix("docs/")
    if place not in LISTS:
        own = QUOTED.sub("", sentence)
        yield from _of_shape(sentence, own)
        yield from _of_words(sentence, own)
        on_labels = "label" in sentence or place in ON_LABELS
        if (label := LABEL.search(NAMES_WITH_LABELS.sub("", sentence))) and not on_labels:
            yield f"“{label[0]}” labels a child"


def _of_shape(sentence: str, own: str) -> Iterator[str]:
    if (count := len(WORD.findall(sentence))) > LONGEST and "“" not in sentence:
        yield f"{count} words in a sentence; {LONGEST} at most"
    if len(re.findall(r":(?=\s|$)", own)) > 1:
        yield "more than one colon"
    if STRAIGHT.search(sentence):
        yield "a straight quotation mark: write “ ” or ’"


def _of_words(sentence: str, own: str) -> Iterator[str]:
    if MUST.search(sentence) and not any(word in sentence for word in names("law")):
        yield "“must” for what is not law"
    for phrase, instead in known()["phrases"].items():
        if match := re.search(phrase, own, re.IGNORECASE):
            yield f"“{match[0]}”: {instead}"
    for area in names("areas"):
        if wrong := [name for name in re.findall(rf"\b{area}\b", own, re.IGNORECASE) if name != area]:
            yield f"“{wrong[0]}”: write {area}"
    if american := AMERICAN.search(own):
        yield f"“{american[0]}” is not British spelling"
    if HARMLESS.search(own):
        yield "nothing is called harmless here"


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels; a last silent e does not count."""
    count = len(VOWELS.findall(word))
    if count > 1 and word.lower().endswith("e") and not word.lower().endswith("le"):
        count -= 1
    return max(count, 1)


@dataclass(frozen=True)
class Figures:
    """How long a text is and how easy to read: words, sentences, syllables."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    longest: int = 0

    def __add__(self, other: Figures) -> Figures:
        """Give the figures of both together."""
        return Figures(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
            max(self.longest, other.longest),
        )

    @property
    def age(self) -> float:
        """The age in years at which it can be read: the Flesch-Kincaid grade plus five."""
        a_sentence, a_word = self.words / max(self.sentences, 1), self.syllables / max(self.words, 1)
        return 0.39 * a_sentence + 11.8 * a_word - 15.59 + 5

    def line(self, name: str) -> str:
        """Give one line of the table."""
        a_sentence = self.words / max(self.sentences, 1)
        return f"{name:44} {self.words:7,} {a_sentence:10.1f} {self.longest:9} {self.age:8.1f}"


def figures(text: Text) -> Figures:
    """Measure a text."""
    counted = [WORD.findall(sentence) for sentence in text.sentences]
    words = [word for sentence in counted for word in sentence]
    return Figures(
        len(words), len(counted), sum(map(syllables, words)), max((len(sentence) for sentence in counted), default=0)
    )


def table() -> Iterator[str]:
    """Give the figures of each page, then of each part and of all pages, a line each."""
    parts: defaultdict[str, Figures] = defaultdict(Figures)
    yield f"{'page':44} {'words':>7} {'a sentence':>10} {'longest':>9} {'age':>8}"
    for page in pages.read_all():
        measured = figures(page_text(page))
        yield measured.line(page.path.as_posix())
        parts[page.path.parts[0] if len(page.path.parts) > 1 else "home"] += measured
    yield ""
    for part, measured in parts.items():
        yield measured.line(part)
    yield sum(parts.values(), Figures()).line("all pages")


def main(arguments: list[str]) -> int:
    """Print the figures, or the findings; give 1 where there is a finding."""
    if arguments == ["figures"]:
        print(*table(), sep="\n")
        return 0
    found = [line for text in texts() for line in findings(text)]
    print(*found, f"{len(found)} findings in the language of the site", sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
