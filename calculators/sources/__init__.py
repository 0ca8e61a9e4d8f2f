"""The source register, read by rules, citations and pages: five documents and their 165 units."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

STATUSES = (
    "in force",
    "dated",
    "historical",
    "later edition reported, not read",
    "training-gated",
    "licensed or training-gated",
)


class UnknownUnitError(LookupError):
    """A citation names a unit that is not in the register."""


@dataclass(frozen=True)
class Document:
    """One of the five documents that the site rests on; the fields are those of sources.toml."""

    key: str
    title: str
    short: str
    publisher: str
    edition: str
    address: str
    licence: str
    status: str
    superseded_by: str
    note: str
    checked: date
    review_by: date


@dataclass(frozen=True)
class Named:
    """A document or tool that the five name, which was not read for this site."""

    key: str
    title: str
    publisher: str
    status: str
    note: str
    named_by: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """One part of a document, the smallest thing that is cited: its id ("llr:6") and title."""

    id: str
    title: str

    @property
    def document(self) -> Document:
        """The document that the unit is part of."""
        return documents()[self.id.partition(":")[0]]

    @property
    def section(self) -> str:
        """The unit's place in its document: "6", "1.2.1", "3.under-13"."""
        return self.id.partition(":")[2]

    @property
    def mark(self) -> str:
        """The short mark of a citation: "LLR 6", "NG55 1.2.1"."""
        return f"{MARKS[self.id.partition(':')[0]]} {self.section}"

    @property
    def anchor(self) -> str:
        """The name of the unit's place on a page, the same on every page."""
        return "source-" + self.id.replace(":", "-").replace(".", "-")


MARKS = {"ng55": "NG55", "hsbf": "HSBF", "llr": "LLR", "nel": "NEL", "trix": "TRIX"}


@cache
def _register() -> Mapping[str, Any]:
    text = resources.files("calculators").joinpath("sources/register.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def documents() -> Mapping[str, Document]:
    """The five documents by their keys, in the register's order."""
    return {key: Document(key=key, **fields) for key, fields in _register()["documents"].items()}


@cache
def named() -> tuple[Named, ...]:
    """The documents and tools that the five name."""
    return tuple(
        Named(key=key, **{**fields, "named_by": tuple(fields["named_by"])})
        for key, fields in _register()["named"].items()
    )


@cache
def units() -> Mapping[str, Unit]:
    """All 165 units by their ids, in reading order."""
    return {key: Unit(key, title) for key, title in _register()["units"].items()}


def unit(key: str) -> Unit:
    """Give the unit of that id.

    Raises:
        UnknownUnitError: there is no such unit; the words name the nearest ones.

    """
    try:
        return units()[key]
    except KeyError:
        document = key.partition(":")[0]
        near = [known for known in units() if known.startswith((f"{document}:", key[:6]))][:6]
        hint = f"; the register has {', '.join(near)} …" if near else f"; documents: {', '.join(documents())}"
        raise UnknownUnitError(f"there is no unit “{key}” in calculators/sources/register.toml{hint}") from None
