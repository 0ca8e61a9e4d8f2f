"""The language of the pages: plain, British, nothing unexplained, no label for a child."""

from __future__ import annotations

import re

import pytest

from hooks.pages import front_matter as pages
from tools.language import AMERICAN, HARMLESS, LABEL, LISTS, NAMES_WITH_LABELS, ON_LABELS, names

PAGES = pages.read_all()
MARKUP = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]+>")
QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|Child Sexual Behavior Checklist")
EMPTY_LINKS = {"here", "click here", "this", "this page", "link", "more", "read more", "page"}

ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9-]*[A-Z0-9]\b")

HEADING = re.compile(r"^#{2,4} (.+?)(?: \{.*\})?$", re.MULTILINE)


def prose(page: pages.Page) -> str:
    """The text of a page without fences, citations, addresses and code."""
    return MARKUP.sub(" ", pages.CITATION.sub("", pages.FENCE.sub("", page.text)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.as_posix())
def test_no_child_is_labelled(page: pages.Page) -> None:
    """The words for adults who abuse stand only where labels themselves are spoken of, or in an official name."""
    if page.path.as_posix() not in ON_LABELS | LISTS:
        lines = NAMES_WITH_LABELS.sub("", page.text).splitlines()
        assert not [line for line in lines if LABEL.search(line) and "label" not in line]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.as_posix())
def test_spelling_is_british(page: pages.Page) -> None:
    """No American spelling outside quotations and titles of works."""
    if page.path.as_posix() not in LISTS:
        assert not AMERICAN.findall(QUOTED.sub("", prose(page)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.as_posix())
def test_every_abbreviation_is_explained(page: pages.Page) -> None:
    """An abbreviation stands on its page with what it means: in brackets behind it, or before it, or after a comma."""
    text = page.summary + prose(page)
    unexplained = {
        short
        for short in set(ABBREVIATION.findall(QUOTED.sub("", text))) - names("abbreviations")
        if not re.search(rf"\({short}s?\b|\b{short}s?\)|\b{short}s? \(|, {short}[,)]|### .*\b{short}\b", text)
    }
    assert page.path.as_posix().startswith("reference/") or not unexplained


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.as_posix())
def test_link_texts_say_where_they_lead(page: pages.Page) -> None:
    """No "here", no "more": a link read by itself is understood."""
    texts = re.findall(r"\[([^\]\[]+)\]\(", page.text)
    assert not [text for text in texts if text.strip().lower() in EMPTY_LINKS]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.as_posix())
def test_headings_are_short_unique_and_in_sentence_case(page: pages.Page) -> None:
    """A heading says what is under it, once, without a full stop, with capitals only where a name has them."""
    headings = HEADING.findall(page.text)
    assert len(set(headings)) == len(headings)
    for heading in [*headings, page.title]:
        assert len(heading) <= 90, heading
        assert not heading.endswith("."), heading
        later = re.sub(r"(^|[:.(–] ?)\W*\w+", r"\1", heading)
        found = re.findall(r"\b[A-Z][a-z][\w-]*", later)
        assert not set(found) - names("capitals"), heading


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.as_posix())
def test_nothing_is_called_harmless(page: pages.Page) -> None:
    """No page tells a reader that a behaviour is low risk, no concern, or needs nothing done."""
    assert not HARMLESS.findall(QUOTED.sub("", prose(page)))
