"""The built pages: links, names, order of headings, policy, feed and pictures."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlparse
from xml.etree import ElementTree as ET

from calculators import sources
from hooks.pages import coverage, pictures
from hooks.pages import front_matter as pages
from hooks.runtime.browser_package import RUNTIME
from hooks.site import security_policy

ROOT = Path(__file__).parents[2]


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
