"""The pages as they are written: front matter, text, what each cites, how its paragraphs are numbered.

A page that breaks the rules of CONTRIBUTING.md raises PageError with the file and what to write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

import yaml

from calculators import sources
from calculators.actions.register import ActionError, action
from calculators.engine.dates import words_for_date
from calculators.guides.catalogue import GUIDES

DOCS = Path(__file__).resolve().parents[2] / "docs"
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
CITATION = re.compile(r"\[@([^\]\[]+)\]")
UNIT = re.compile(r"[a-z0-9]+:[\w.-]*\w")
DUTY = re.compile(r"\[!([a-z0-9-]+)(?:: (now|today))?\]")
PARAGRAPH = re.compile(r"^\{:\s*#([a-z0-9-]+)\s*\}\s*$", re.MULTILINE)
FENCE = re.compile(r"^```(?P<name>[a-z-]+)[ ]*\n(?P<body>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)
REQUIRED = {
    "title": str,
    "summary": str,
    "reviewed": date,
    "review_by": date,
    "owner": str,
    "amendments": list,
}
AMENDMENT = {"date": date, "kind": str, "what": str, "action": str}
KINDS = ("guidance", "wording")
MANUAL = "manual"  # the name of the whole manual's PDF
# Folders: a book each, chapter by chapter.
BOUND = ("roles", "procedure", "continuum", "who", "key-principles", "framework")


class PageError(ValueError):
    """A page is written wrongly; the words name the file and say what to write."""


@dataclass(frozen=True)
class Amendment:
    """One change to a page: when, of which kind (guidance or wording), what, and what to do differently."""

    date: date
    kind: str
    what: str
    action: str


@dataclass(frozen=True)
class Page:
    """One Markdown file: its path below docs/, its facts and its text without the front matter."""

    path: PurePosixPath
    title: str
    summary: str
    reviewed: date
    review_by: date
    owner: str
    amendments: tuple[Amendment, ...]
    chapter: int | None
    text: str

    @property
    def heading(self) -> str:
        """The page's first heading: its title, with the number of a chapter."""
        return f"{self.chapter}. {self.title}" if self.chapter else self.title

    @property
    def url(self) -> str:
        """The page's address below the site's: "procedure/referral/"."""
        return f"{self.path.with_suffix('')}/".removesuffix("index/")

    @property
    def pdf(self) -> str:
        """The name of the page's PDF, without ending: "procedure-06-first-action"; of a part's first page, the part's."""
        names = [name for name in self.path.with_suffix("").parts if name != "index"]
        if self.chapter:
            names.insert(-1, f"{self.chapter:02}")
        return "-".join(names) or MANUAL

    @property
    def is_bound(self) -> bool:
        """Say whether the page is a chapter of a part that is printed as a book, or the part's first page."""
        return self.path.parts[0] in BOUND

    @property
    def is_calculator(self) -> bool:
        """Say whether the page is that of one calculator."""
        return len(self.calculators) == 1 and self.path.parts[0] == "calculators"

    @property
    def is_session(self) -> bool:
        """Say whether the page is a training session: it has cases that unfold."""
        return any(fence["name"] == "cases" for fence in FENCE.finditer(self.text))

    @property
    def has_pdf(self) -> bool:
        """Say whether `make pdf` makes a PDF of the page itself."""
        return self.is_bound or self.is_calculator or self.is_session or self.pdf == MANUAL

    @cached_property
    def calculators(self) -> tuple[str, ...]:
        """The names of the calculators that stand on the page."""
        return tuple(fence["body"].strip() for fence in FENCE.finditer(self.text) if fence["name"] == "calculator")

    @cached_property
    def cites(self) -> tuple[str, ...]:
        """The units that the text itself cites, each once."""
        marks = CITATION.findall(FENCE.sub("", self.text))
        return tuple(dict.fromkeys(unit for mark in marks for unit in UNIT.findall(mark)))

    @cached_property
    def paragraphs(self) -> dict[str, str]:
        """The numbers of the named paragraphs by their names; empty outside chapters."""
        if self.chapter is None:
            return {}
        names = PARAGRAPH.findall(self.text)
        return {name: f"{self.chapter}.{number}" for number, name in enumerate(names, start=1)}

    def overdue(self, today: date) -> bool:
        """Say whether the day by which the page had to be reviewed is past."""
        return self.review_by < today

    def facts(self) -> str:
        """The line under the title: reviewed, due, owner, latest change. It is the same on every day it is built.

        Where the day has passed, the reader's browser says so: see overrides/assets/frame.js.
        """
        latest = max(self.amendments, key=lambda amendment: amendment.date)
        due = words_for_date(self.review_by)
        return (
            f"Reviewed {words_for_date(self.reviewed)}. "
            f'<span data-review-by="{self.review_by.isoformat()}">Review due by {due}</span>. Owner: {self.owner}. '
            f"Latest change {words_for_date(latest.date)}: {latest.what}"
        )


@cache
def read(path: Path, docs: Path = DOCS) -> Page:
    """Read one page, once in each build.

    Raises:
        PageError: its front matter is missing something or has it of the wrong kind.

    """
    name = PurePosixPath(path.relative_to(docs).as_posix())
    whole = path.read_text(encoding="utf-8")
    found = FRONT_MATTER.match(whole)
    if not found:
        raise PageError(f"{name}: begin the page with its front matter (CONTRIBUTING.md, “Writing a page”)")
    try:
        meta = yaml.safe_load(found[1])
    except yaml.YAMLError as fault:
        raise PageError(
            f"{name}: the front matter cannot be read; put a text with a colon in quotes: {fault}"
        ) from None
    _check(name, meta, REQUIRED)
    if not meta["amendments"]:
        raise PageError(f"{name}: amendments: name at least the first publication")
    amendments = []
    for entry in meta["amendments"]:
        _check(name, entry, AMENDMENT)
        if entry["kind"] not in KINDS:
            raise PageError(f"{name}: kind: “{entry['kind']}”; write one of {', '.join(KINDS)}")
        amendments.append(Amendment(**entry))
    unknown = set(meta) - {*REQUIRED, "chapter"}
    if unknown:
        raise PageError(f"{name}: unknown in the front matter: {', '.join(sorted(unknown))}")
    facts = {key: meta[key] for key in REQUIRED if key != "amendments"}
    text = with_duties(whole[found.end() :], name)
    page = Page(name, **facts, amendments=tuple(amendments), chapter=meta.get("chapter"), text=text)
    _check_references(page)
    return page


def with_duties(text: str, name: PurePosixPath) -> str:
    """Put the register's sentence where a text names an action: `[!tell-lead]`, or `[!tell-lead: now]` with its time.

    Args:
        text: Markdown.
        name: the page, for the sentence that says what is wrong.

    Raises:
        PageError: there is no such action, or its sentence says a time already.

    """

    def sentence(found: re.Match[str]) -> str:
        key, when = found.groups()
        try:
            words = action(key).instruction
        except ActionError as fault:
            raise PageError(f"{name}: {found[0]}: {fault}") from None
        return f"{words.removesuffix('.')} {when}." if when else words

    return DUTY.sub(sentence, text)


def _check_references(page: Page) -> None:
    """Check that the calculators and units that a page names exist."""
    for guide in page.calculators:
        if guide not in GUIDES:
            raise PageError(f"{page.path}: there is no calculator “{guide}”; there are {', '.join(GUIDES)}")
    for unit in page.cites:
        try:
            sources.unit(unit)
        except sources.UnknownUnitError as fault:
            raise PageError(f"{page.path}: [@{unit}]: {fault}") from None


def _check(name: PurePosixPath, meta: object, wanted: dict[str, type]) -> None:
    if not isinstance(meta, dict):
        raise PageError(f"{name}: the front matter has to be a list of names and values")
    for key, kind in wanted.items():
        if not isinstance(meta.get(key), kind):
            what = {date: "a day such as 2026-11-22", str: "text", list: "a list"}[kind]
            raise PageError(f"{name}: {key}: {what} is needed, not {meta.get(key)!r}")


def read_all(docs: Path = DOCS) -> list[Page]:
    """Read every page, in the order of their paths."""
    return [read(path, docs) for path in sorted(docs.rglob("*.md"))]
