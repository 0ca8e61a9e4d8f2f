"""The three steps of a build: what stands before and after the engine, and our own check of what it wrote."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from markdown import Markdown

from hooks import build
from hooks.markdown.page import UnknownEngineError, page_of
from hooks.pages import front_matter as pages
from hooks.site import checked, sections
from tools import engines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = "who/index.html"


@pytest.fixture
def some(site: Path, tmp_path: Path) -> Path:
    """Give a copy of the built site's pages, and empty files in the place of all others."""
    for path in site.rglob("*"):
        copy = tmp_path / path.relative_to(site)
        if path.is_dir():
            copy.mkdir(exist_ok=True)
        elif path.suffix == ".html":
            copy.parent.mkdir(exist_ok=True, parents=True)
            shutil.copyfile(path, copy)
        else:
            copy.parent.mkdir(exist_ok=True, parents=True)
            copy.touch()
    return tmp_path


def changed(site: Path, name: str, change: Callable[[str], str]) -> None:
    """Change a page of a built site."""
    path = site / name
    before = path.read_text(encoding="utf-8")
    assert change(before) != before
    path.write_text(change(before), encoding="utf-8")


def test_the_check_of_a_built_site_says_what_each_fault_is(some: Path) -> None:
    """A link to nothing, a place that is not there, a mark that nothing answers, a page that is missing or in no list."""
    assert checked.faults(some, pages.read_all()) == []
    changed(
        some,
        PAGE,
        lambda html: html.replace(
            "</article>",
            '<a href="../nowhere/">a</a><a href="../roles/#nowhere">b</a><img src="no.svg">[@llr:99]</article>',
        ),
    )
    assert checked.faults(some, pages.read_all()) == [
        f"{PAGE}: the link “../nowhere/” leads to a file that is not there",
        f"{PAGE}: the link “../roles/#nowhere” leads to a place that is not on that page",
        f"{PAGE}: the link “no.svg” leads to a file that is not there",
        f"{PAGE}: nothing answers “[@llr:99]”",
    ]


def test_what_is_made_after_the_build_is_not_missed_before(some: Path) -> None:
    """The PDFs are printed from the finished pages, which link to them already."""
    changed(some, PAGE, lambda html: html.replace("</article>", '<a href="../pdf/who.pdf">PDF</a></article>'))
    assert len(checked.faults(some, pages.read_all())) == 1
    assert checked.faults(some, pages.read_all(), ("pdf/",)) == []


def test_a_page_that_no_list_names_and_one_that_was_not_built_are_told(some: Path) -> None:
    """Whatever the engine thinks of its navigation."""
    for path in some.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'href="[^"]*young-adults/"', 'href="."', text), encoding="utf-8")
    alone = some / "who/young-adults/index.html"
    alone.write_text(re.sub(r'href="\./?"', 'href="../"', alone.read_text(encoding="utf-8")), encoding="utf-8")
    (some / "who/online/index.html").unlink()
    told = checked.faults(some, pages.read_all())
    assert "docs/who/young-adults.md: the navigation does not name it; add it to nav in mkdocs.yml" in told
    assert "docs/who/online.md: the engine made no page of it" in told


def test_sections_are_cut_at_headings_and_keep_words_apart() -> None:
    """What is left out of search is in no section; a heading inside another element ends with it."""
    html = (
        '<article class="md-content__inner"><p class="paper-line">Edition</p><h1 id="a">One<a class="headerlink">¶</a></h1>'
        '<p>First</p><p>second.</p><p data-unsearched="">Owner</p><div><h3 id="b">Box</h3><p>In it</p></div><p>After</p>'
        '<div data-unsearched=""><h2 id="c">Hidden</h2><p>no</p></div></article>'
    )
    assert sections.of_page(html, "x/") == [
        {"location": "x/", "title": "One", "text": "First second. After"},
        {"location": "x/#b", "title": "Box", "text": "In it"},
    ]
    assert "data-unsearched" not in sections.without_markers(html)


def test_an_engine_that_is_unknown_or_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence with what to type, and nothing is written."""
    monkeypatch.setattr(build, "INSTALLED", tmp_path)
    with pytest.raises(build.EngineError, match=r"ENGINE=hugo: .* mkdocs, properdocs or zensical"):
        build.build("hugo", tmp_path / "site")
    with pytest.raises(build.EngineError, match=r"not installed. Run: make build ENGINE=zensical"):
        build.build("zensical", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_pages_that_differ_between_engines_are_told() -> None:
    """Words, links and marks of sources are each compared; two builds of the same differ in nothing."""
    html = '<body><article class="md-content__inner"><h1 id="a">One</h1><p>Ring 999.</p>{}</article></body>'
    mark = '<a class="citation" href="#source">LLR 1</a>'
    first = {"a/": engines.page(html.format(mark), "a/"), "b/": engines.page(html, "b/")}
    assert not list(engines.differences(first, dict(first)))
    other = html.format("").replace("Ring 999", "Ring 101")
    assert list(engines.differences(first, {"a/": engines.page(other, "a/"), "c/": engines.page(html, "c/")})) == [
        "b/: not built",
        "c/: only here",
        "a/: reads “101.” in place of “999. LLR 1”",
        "a/: other links: site.example/a/#source",
        "a/: 0 marks of sources in place of 1",
    ]


def test_an_engine_that_keeps_its_page_elsewhere_is_told_where_to_mend() -> None:
    """Neither place is public, so a new version may move it."""
    with pytest.raises(UnknownEngineError, match=r"hooks/markdown/page\.py, page_of"):
        page_of(Markdown())
