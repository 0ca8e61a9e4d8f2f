"""A build that depends on the day is named, file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.clocks import unlike

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_changes_with_the_day_is_named(tmp_path: Path) -> None:
    """The same bytes are no fault; other bytes, and a file that only one build has, are."""
    for folder, pages in (
        ("today", {"index.html": "words", "a/index.html": "27 November 2026", "feed.xml": "feed"}),
        ("later", {"index.html": "words", "a/index.html": "1 June 2027", "b/index.html": "overdue"}),
    ):
        for name, text in pages.items():
            (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    assert unlike(tmp_path / "today", tmp_path / "later") == ["a/index.html", "b/index.html", "feed.xml"]
