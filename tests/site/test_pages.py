"""The pages as written, and the site as built."""

from __future__ import annotations

import logging
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from markdown import Markdown

from calculators import sources
from hooks.pages import front_matter as pages
from tests.conftest import build
from tools import reviews

ROOT = Path(__file__).parents[2]
FRONT = """---
title: T
summary: S
reviewed: 2026-11-22
review_by: 2027-11-22
owner: O
amendments:
  - {date: 2026-11-22, kind: guidance, what: First published., action: None.}
---

"""


def test_every_page_can_be_read_and_tells_its_facts() -> None:
    """Each page has its facts: when it was reviewed, when the next review is due, who owns it, and the latest change."""
    for page in pages.read_all():
        assert page.reviewed <= page.review_by, page.path
        facts = page.facts()
        assert all(
            said in facts for said in ("Reviewed ", "Review due by ", f"Owner: {page.owner}.", "Latest change ")
        ), page.path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No front matter", "begin the page with its front matter"),
        (FRONT.replace("title: T\n", ""), "title: text is needed"),
        (FRONT.replace("2027-11-22", "soon"), "review_by: a day such as"),
        (FRONT.replace("kind: guidance", "kind: typo"), "kind: “typo”"),
        (FRONT.replace("owner: O", "owner: O\ncolour: red"), "unknown in the front matter: colour"),
        (FRONT.replace("summary: S", "summary: a: b"), "put a text with a colon in quotes"),
        (FRONT + "```calculator\nconsnet\n```\n", "there is no calculator “consnet”"),
    ],
)
def test_a_page_written_wrongly_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """The error names the file and what to write."""
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(pages.PageError, match=re.escape(words)):
        pages.read(path, tmp_path)


def test_a_page_carries_the_day_by_which_it_is_reviewed(tmp_path: Path) -> None:
    """The day stands on the page, where the reader’s browser compares it; the page itself is the same on every day."""
    path = tmp_path / "page.md"
    path.write_text(FRONT, encoding="utf-8")
    page = pages.read(path, tmp_path)
    assert not page.overdue(date(2027, 11, 22))
    assert page.overdue(date(2027, 11, 23))
    assert '<span data-review-by="2027-11-22">Review due by 22 November 2027</span>' in page.facts()
    assert "data-review-by" in (ROOT / "overrides/assets/frame.js").read_text(encoding="utf-8")


def test_the_reviews_that_are_overdue_on_a_day_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a day before all of them none is; on a day after all of them each page and each source, the longest overdue first."""
    every = [page.review_by for page in pages.read_all()] + [one.review_by for one in sources.documents().values()]
    assert reviews.overdue(min(every)) == []
    first = reviews.overdue(min(every) + timedelta(days=1))
    assert len(first) == every.count(min(every))
    late = reviews.overdue(max(every) + timedelta(days=1))
    assert len(late) == len(every)
    assert late[: len(first)] == first
    assert any("procedure/referral.md: ask " in line for line in late)
    monkeypatch.setattr(reviews, "overdue", lambda _: late)
    assert reviews.main() == 1
    assert late[0] in capsys.readouterr().out
    monkeypatch.setattr(reviews, "overdue", lambda _: [])
    assert reviews.main() == 0


def convert(text: str) -> str:
    """Make HTML of Markdown with the site's extensions."""
    extensions = [
        "attr_list",
        "pymdownx.superfences",
        "hooks.markdown.fences",
        "hooks.markdown.citations",
        "hooks.markdown.paragraphs",
    ]
    return Markdown(extensions=extensions).convert(text)


def test_a_citation_becomes_marks_and_a_list_at_the_foot() -> None:
    """Two units: two linked marks, and two entries with title, document and edition."""
    html = convert("Refer. [@llr:8; @ng55:1.2.4]")
    assert 'href="#source-llr-8"' in html
    assert 'id="source-ng55-1-2-4"' in html
    assert "Referral and assessment" in html
    assert "refreshed April 2024" in html


def test_an_unknown_unit_is_a_warning_and_so_stops_the_strict_build(caplog: pytest.LogCaptureFixture) -> None:
    """The warning names the citation; MkDocs counts warnings under its own name."""
    with caplog.at_level(logging.WARNING):
        convert("Refer. [@llr:99]")
    assert [(record.name, record.levelname) for record in caplog.records] == [("mkdocs.citations", "WARNING")]
    assert "llr:99" in caplog.text


def test_named_paragraphs_are_numbered_in_order_and_keep_their_names() -> None:
    """The number follows the order; the link is the name."""
    html = convert("# 6. First\n\nOne.\n{: #one }\n\nNot named.\n\nTwo.\n{: #two }\n")
    assert re.findall(r'href="#(\w+)">([\d.]+)</a>', html) == [("one", "6.1"), ("two", "6.2")]


def test_a_reference_to_a_paragraph_that_is_not_there_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    """A slip in a reference stops the strict build."""
    with caplog.at_level(logging.WARNING):
        convert("See [¶](first-action.md#nowhere).")
    assert "nowhere" in caplog.text


def _what_is_made(folder: str, names: list[str]) -> set[str]:
    """Leave out what a build makes: of the folders called “site” only the one at the top is such a thing."""
    made = {"node_modules", "build", "site", "editions"} if Path(folder) == ROOT else set()
    return {name for name in names if name in made or (name.startswith(".") and name != ".npmrc")}


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("@hsbf:1.3]", "@hsbf:1.33]", "there is no unit “hsbf:1.33”"),
        ("(../who/young-adults.md)", "(../who/nobody.md)", "'../who/nobody.md'"),
        ("(../who/young-adults.md)", "(../who/young-adults.md#nowhere)", "does not contain an anchor '#nowhere'"),
        ("owner: Safeguarding practice lead\n", "", "owner: text is needed"),
        ("```calculator\nage", "```calculator\nagee", "there is no calculator “agee”"),
    ],
)
def test_a_fault_in_a_page_stops_the_strict_build(tmp_path: Path, right: str, wrong: str, words: str) -> None:
    """The whole build, with one fault in one page: it ends with an error that names the page and the fault."""
    root = tmp_path / "site"
    shutil.copytree(ROOT, root, ignore=_what_is_made)
    for shared in ("node_modules", "build"):
        (root / shared).symlink_to(ROOT / shared, target_is_directory=True)
    page = root / "docs/calculators/age.md"
    text = page.read_text(encoding="utf-8")
    assert right in text
    page.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    done = build(tmp_path / "out", root)
    assert done.returncode == 1
    assert "calculators/age.md" in done.stderr
    assert words in done.stderr
