"""The pages as written, and the site as built."""

from __future__ import annotations

import logging
import re
import shutil
import tomllib
from collections import Counter
from datetime import date, timedelta
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlparse
from xml.etree import ElementTree as ET

import pytest
from markdown import Markdown

from calculators import sources
from hooks.pages import coverage, pictures
from hooks.pages import front_matter as pages
from hooks.runtime.browser_package import RUNTIME
from hooks.site import security_policy
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


class Reader(HTMLParser):
    """Collects the ids, links, headings and scripts of a page."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[int] = []
        self.styled: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters of one element."""
        found = {key: value or "" for key, value in attrs}
        if "id" in found:
            self.ids[found["id"]] += 1
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag in {"script", "img", "source", "iframe"} and "src" in found:
            self.loads.append(found["src"])
        if tag == "link" and found.get("rel") != "canonical":
            self.loads.append(found["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "style" in found:
            self.styled.append(tag)


def built(site: Path) -> dict[str, Reader]:
    """Every page of the built site, read."""
    return {
        path.relative_to(site).as_posix(): Reader(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


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


def test_every_unit_is_covered_by_a_page() -> None:
    """165 of 165."""
    missing = [unit for unit, found in coverage.pages_of(pages.read_all()).items() if not found]
    assert not missing


def test_the_coverage_page_links_each_unit_to_its_pages(site: Path) -> None:
    """The page shows the count, and every link of it leads somewhere."""
    html = (site / "reference/coverage/index.html").read_text(encoding="utf-8")
    assert "165 of 165 units" in html
    for unit in sources.units().values():
        assert unit.mark in html


def test_every_link_leads_somewhere(site: Path) -> None:
    """Each link inside the site goes to a page that exists, and to a place that exists on it."""
    read = built(site)
    broken = []
    for name, page in read.items():
        if name == "404.html":
            continue
        for link in page.links:
            target = urlparse(urljoin(f"https://site/{name}", link))
            if target.netloc != "site":
                continue
            path = target.path.lstrip("/")
            path = f"{path}index.html" if not path or path.endswith("/") else path
            lost = path not in read and not (site / path).is_file()
            if lost or (
                target.fragment
                and "=" not in target.fragment
                and path in read
                and target.fragment not in read[path].ids
            ):
                broken.append((name, link))
    assert not broken


def test_ids_stand_once_and_headings_do_not_skip(site: Path) -> None:
    """A page has one first heading, no id twice, and no level left out on the way down."""
    for name, page in built(site).items():
        assert not [key for key, count in page.ids.items() if count > 1], name
        assert page.headings.count(1) == 1, name
        assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False)), name


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_styled_in_place(site: Path) -> None:
    """No foreign address in what a page loads; no style attribute, which the policy would block."""
    for name, page in built(site).items():
        assert not [load for load in page.loads if urlparse(load).netloc], name
        assert not page.styled, name


def test_the_policy_stands_on_every_page_and_covers_every_inline_script(site: Path) -> None:
    """One policy for all pages, with the hash of each inline script, and no word that loosens it."""
    policies = set()
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        found = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
        assert len(found) == 1, path
        assert html.index("Content-Security-Policy") < html.index("<script"), path
        policies.add(found[0])
        for code in security_policy.inline_scripts(html):
            assert security_policy.policy({code}).split("'sha256-")[1].split("'")[0] in found[0]
    assert len(policies) == 1
    policy = policies.pop()
    for loose in ("unsafe-inline", "'unsafe-eval'", "http:", "https:", "blob:", "*"):
        assert loose not in policy.replace("'wasm-unsafe-eval'", "")


def test_the_danger_line_is_the_first_text_of_every_page(site: Path) -> None:
    """999 and children's social care come before anything else, with or without a script."""
    for path in site.rglob("*.html"):
        body = path.read_text(encoding="utf-8").split("<body", 1)[1]
        text = re.sub(r"<[^>]+>", " ", body.split("<header", 1)[0])
        assert "ring 999" in re.sub(r"\s+", " ", text), path
        assert "social care" in text


def test_only_endings_that_every_host_knows(site: Path) -> None:
    """What the browser runs is served by hosts that know only the common endings."""
    known = {".html", ".css", ".js", ".json", ".svg", ".png", ".zip", ".xml", ".gz", ".wasm", ".txt", ".csv"}
    assert {path.suffix for path in site.rglob("*") if path.is_file()} <= known
    assert (RUNTIME / "pyodide.mjs").exists()


def test_the_feed_tells_every_amendment(site: Path) -> None:
    """The Atom feed can be read, and has an entry with an address, a day and an author for each amendment."""
    feed = ET.parse(site / "feed.xml").getroot()  # noqa: S314 - our own file
    name = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{name}entry")
    assert len(entries) == sum(len(page.amendments) for page in pages.read_all())
    assert len({entry.findtext(f"{name}id") for entry in entries}) == len(entries)
    for entry in entries:
        link = entry.find(f"{name}link")
        assert link is not None
        path = urlparse(link.attrib["href"]).path.lstrip("/")
        assert (site / path / "index.html").is_file(), path
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", entry.findtext(f"{name}updated") or "")


def test_every_picture_is_on_a_page_says_its_words_and_leads_to_pages_that_exist(site: Path) -> None:
    """Each picture of docs/pictures/ is used, has a title, says all in words, and no place-holder is left."""
    used = {
        fence["body"].strip()
        for page in pages.read_all()
        for fence in pages.FENCE.finditer(page.text)
        if fence["name"] == "picture"
    }
    assert used == {path.stem for path in pictures.FOLDER.glob("*.toml")}
    for name in used:
        data, figure = pictures.read(name), pictures.figure(name)
        assert f'aria-labelledby="picture-{name}"' in figure
        assert f'id="picture-{name}"' in figure
        for step in data.get("step", ()):
            assert escape(step["name"]) in figure
            assert escape(step["text"]) in figure
        for row in data.get("row", ()):
            assert escape(row["who"]) in figure
            assert len(row["marks"] if "marks" in row else row["cells"]) == len(data["columns"])
            assert set(row.get("marks", ())) <= set(data.get("marks", ()))
            assert all(escape(cell) in figure for cell in row.get("cells", ()))
    for path in site.rglob("*.html"):
        assert pictures.PAGE_LINK + "procedure" not in path.read_text(encoding="utf-8")


def test_every_chapter_has_the_parts_a_reader_looks_for() -> None:
    """22 chapters, numbered without a gap; each opens with what matters, and keeps the two children apart."""
    chapters = sorted((page for page in pages.read_all() if page.chapter), key=lambda page: page.chapter or 0)
    assert [page.chapter for page in chapters] == list(range(1, 23))
    for page in chapters:
        headings = re.findall(r"^## (.+)$", page.text, re.MULTILINE)
        assert headings[0] in {"Do this", "In short"}, page.path
        assert len(page.paragraphs) >= 5, page.path
        assert len(set(page.paragraphs)) == len(pages.PARAGRAPH.findall(page.text)), page.path
        if "For the child who displayed the behaviour" in headings:
            assert "For the child who was harmed" in headings, page.path


def test_the_audit_tool_has_46_lines() -> None:
    """10, 10, 8, 10 and 8 lines in five domains, numbered by domain, each a statement; 184 points in all."""
    data = tomllib.loads((ROOT / "calculators/audit/framework.toml").read_text(encoding="utf-8"))
    lines = [domain["line"] for domain in data["domain"]]
    assert [len(of) for of in lines] == [10, 10, 8, 10, 8]
    for domain in data["domain"]:
        assert sources.unit(domain["unit"])
        assert all(line["id"].startswith(f"{domain['number']}.") and line["statement"] for line in domain["line"])
    assert len({line["id"] for of in lines for line in of}) == 46
    assert sorted(data["key"]) == ["0", "1", "2", "3", "4"]
