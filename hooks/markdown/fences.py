"""Fences: ```calculator NAME``` becomes the calculator; the others become lists made from the register and the pages.

A generated list is Markdown, so that its links are checked like any other.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.preprocessors import Preprocessor

from calculators import case, sources
from calculators.areas import keys as area_files
from calculators.audit import workspace as audit_workspace
from calculators.audit.sums import domains
from calculators.engine.dates import words_for_date
from calculators.guides.catalogue import GUIDES
from calculators.guides.standing import STANDING
from calculators.output import area_form, case_html, html, table
from calculators.output import local as local_page
from hooks.markdown import citations
from hooks.pages import (
    amendments,
    cards,
    coverage,
    do_this,
    downloads,
    guide_pictures,
    known_issues,
    pictures,
    safety,
    scenarios,
    sessions,
    third_party,
)
from hooks.pages.front_matter import FENCE, PageError, read_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

    from calculators.engine.guide import Guide


class FencesExtension(Extension):
    """Fills the fences."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with Markdown, after its clean-up of white space and before its own fences."""
        md.block_level_elements += ["hsb-calculator", "hsb-case", "hsb-audit", "hsb-area-editor"]
        md.preprocessors.register(Fences(md), "guidance_fences", 28)


class Fences(Preprocessor):
    """Replaces each fence by what it stands for."""

    def run(self, lines: list[str]) -> list[str]:
        """Replace the fences of one page."""
        return FENCE.sub(self._fill, "\n".join(lines)).split("\n")

    def _fill(self, fence: re.Match[str]) -> str:
        filler = FILLERS.get(fence["name"])
        return f"\n{filler(self.md, fence['body'].strip())}\n" if filler else fence[0]


def calculator(md: Markdown, name: str) -> str:
    """Give a calculator as HTML; its units join the page's sources."""
    guide = GUIDES[name]
    citations.cite(md, _shown_with(guide))
    return md.htmlStash.store(html.calculator(guide, do_this.numbers()))


def whole_case(md: Markdown, _body: str) -> str:
    """Give the form of a whole case; the units of every calculator join the page's sources."""
    citations.cite(md, tuple(dict.fromkeys(unit for guide in GUIDES.values() for unit in _shown_with(guide))))
    any_day = date(2000, 1, 1)  # what matters before anything is answered does not depend on it
    asked = case.check({}, any_day).asked
    return md.htmlStash.store(case_html.form_of(case.guide(), asked, do_this.numbers()))


def _shown_with(guide: Guide) -> tuple[str, ...]:
    """Give every unit that the calculator and the standing advice of its results rest on."""
    return tuple(dict.fromkeys([*guide.cites(), *(unit for line in STANDING for unit in line.cites)]))


def actions(_md: Markdown, body: str) -> str:
    """Give actions of the register as a list: who does what, by when, and the paragraph that tells it in full."""
    return do_this.listed(body)


def decision_table(md: Markdown, name: str) -> str:
    """Give the picture of a guide, its decision table, the file of it, and every rule in words."""
    guide = GUIDES[name]
    citations.cite(md, guide.cites())
    kept = md.htmlStash.store
    return "\n\n".join(
        [
            "## What it asks, and what each answer brings { #picture }",
            kept(guide_pictures.figure(guide)),
            "## The table { #table }",
            f"[Download as CSV]({name}.csv){{ .action download }} A row for each line; for a spreadsheet.",
            kept(table.table(guide)),
            "## Every rule in words { #rules }",
            kept(table.rules(guide)),
            "## For your professional judgement { #judgement }",
            kept(table.judgement(guide.judgement)),
        ]
    )


def workspace(md: Markdown, _body: str) -> str:
    """Give the audit workspace as HTML."""
    return md.htmlStash.store(audit_workspace.workspace(local_page.place("data")))


def area_editor(md: Markdown, _body: str) -> str:
    """Give the editor of an area's file as HTML."""
    return md.htmlStash.store(area_form.editor())


def picture(md: Markdown, name: str) -> str:
    """Give a picture as HTML; its units join the page's sources."""
    citations.cite(md, pictures.units(pictures.read(name)))
    return md.htmlStash.store(pictures.figure(name))


def first_response(_md: Markdown, _body: str) -> str:
    """Give the first response of each role, side by side: what the box on its own page says, in the register's words."""
    return "\n".join(['<div class="cards cards--roles" markdown>', "", *do_this.by_role(), "", "</div>"])


def ring(_md: Markdown, _body: str) -> str:
    """Give whom to ring: the one place that says so, on the home page and on every role's page."""
    return "**Ring**, where each child lives ([¶](/procedure/referral.md#home-address)): {{local ring}}\n{: .ring }\n"


def audit(md: Markdown, number: str) -> str:
    """Give the lines of one domain of the framework's audit tool."""
    domain = next((domain for domain in domains() if str(domain.number) == number), None)
    if domain is None:
        raise PageError(f"```audit: there is no domain “{number}”; give 1 to {len(domains())}")
    citations.cite(md, (domain.unit,))
    rows = [f"| {line.id} | {line.statement} |" for line in domain.lines]
    return "\n".join(["| Line | Statement to be scored 0 to 4 |", "|---|---|", *rows])


def local(md: Markdown, key: str) -> str:
    """Give the place for what speaks of the offered areas: arrangements or comparison."""
    return md.htmlStash.store(local_page.place(key))


def area_keys(_md: Markdown, _body: str) -> str:
    """Give every key that an area's file may have, table by table."""
    parts = []
    for heading, keys in area_files.TABLES.items():
        rows = [f"| `{key.name}` | {key.says}{' (needed)' if key.needed else ''} |" for key in keys]
        parts.append("\n".join([f"### {heading}", "", "| Key | What to write |", "|---|---|", *rows]))
    return "\n\n".join(parts)


def register(_md: Markdown, _body: str) -> str:
    """Give the register of sources: each document, its state, its units."""
    parts = []
    for document in sources.documents().values():
        superseded = f"\n- **Superseded by:** {document.superseded_by}" if document.superseded_by else ""
        parts.append(
            f"## {document.short} {{ #document-{document.key} }}\n\n"
            f"{document.title}\n\n"
            f"- **Publisher:** {document.publisher}\n"
            f"- **Edition:** {document.edition}\n"
            f"- **Address:** <{document.address}>\n"
            f"- **Status:** {document.status}{superseded}\n"
            f"- **Rights:** {document.licence}\n"
            f"- **Checked:** {words_for_date(document.checked)}; review by {words_for_date(document.review_by)}\n"
            f"- **Note:** {document.note}\n"
        )
        units = [unit for unit in sources.units().values() if unit.document is document]
        rows = [f'| <span id="{unit.anchor}">`{unit.id}`</span> | {unit.title} |' for unit in units]
        parts.append("\n".join(["| Unit | Title |", "|---|---|", *rows]) + "\n")
    named = [f"| {named.title} | {named.publisher} | {named.status} | {named.note} |" for named in sources.named()]
    parts.append("## Named by the sources, not read by us { #named }\n")
    parts.append("\n".join(["| Document or tool | Publisher or author | Status | Note |", "|---|---|---|---|", *named]))
    return "\n".join(parts)


def coverage_table(_md: Markdown, _body: str) -> str:
    """Give, for each unit, the pages that cite it and the rules that rest on it."""
    return coverage.table(read_all())


def changes(_md: Markdown, limit: str) -> str:
    """Give the latest amendments of all pages, newest first; the body is how many, or nothing for all."""
    return amendments.listed(int(limit) if limit else None)


def letters(_md: Markdown, _body: str) -> str:
    """Give the letters of the glossary, each a link to its first entry."""
    entries = re.findall(
        r"^### (.+?)\s*$", next(page.text for page in read_all() if page.url == GLOSSARY), re.MULTILINE
    )
    first: dict[str, str] = {}
    for entry in entries:
        first.setdefault(entry[0].upper(), slugify(entry, "-"))
    links = "".join(f'<a href="#{place}">{letter}</a>' for letter, place in first.items())
    return f'<nav class="letters" aria-label="A to Z">{links}</nav>'


GLOSSARY = "reference/glossary/"


def review_dates(_md: Markdown, _body: str) -> str:
    """Give every source and page with the day it was checked and the day it has to be checked again."""
    rows = ["| Page | Reviewed | Review by | Owner |", "|---|---|---|---|"]
    for written in sorted(read_all(), key=lambda page: (page.review_by, page.path.as_posix())):
        days = f"{words_for_date(written.reviewed)} | {words_for_date(written.review_by)}"
        rows.append(f"| [{written.heading}](/{written.path}) | {days} | {written.owner} |")
    documents = ["| Source | Checked | Review by |", "|---|---|---|"]
    for document in sources.documents().values():
        days = f"{words_for_date(document.checked)} | {words_for_date(document.review_by)}"
        documents.append(f"| [{document.short}](/reference/sources.md#document-{document.key}) | {days} |")
    return "\n".join(["## Sources", "", *documents, "", "## Pages", "", *rows])


def hazards(_md: Markdown, _body: str) -> str:
    """Give the hazard log of the safety case."""
    return safety.log()


def licences(_md: Markdown, _body: str) -> str:
    """Give what the site serves that others made."""
    return third_party.table()


def all_cards(_md: Markdown, _body: str) -> str:
    """Give the card of each role and each calculator."""
    return "\n".join(card.markdown for card in cards.cards())


def _text(give: Callable[[str], str]) -> Callable[[Markdown, str], str]:
    """Give a filler from a function that makes Markdown of the body alone."""
    return lambda _md, body: give(body)


def _alone(give: Callable[[], str]) -> Callable[[Markdown, str], str]:
    """Give a filler from a function that needs nothing."""
    return lambda _md, _body: give()


def all_downloads(md: Markdown, _body: str) -> str:
    """Give the list of PDFs that are no chapter, or say how to print from the browser."""
    return md.htmlStash.store(downloads.listed())


def all_chapters(md: Markdown, _body: str) -> str:
    """Give every chapter, to open or to choose and print."""
    return md.htmlStash.store(downloads.chapters())


FILLERS: dict[str, Callable[[Markdown, str], str]] = {
    "actions": actions,
    "calculator": calculator,
    "case": whole_case,
    "cards": all_cards,
    "scenarios": _alone(scenarios.page),
    "cases": _text(sessions.unfolding),
    "timing": _text(sessions.timing),
    "trainer": _text(sessions.notes),
    "evaluation": _text(sessions.slip),
    "sessions": _text(sessions.index),
    "downloads": all_downloads,
    "chapters": all_chapters,
    "decision-table": decision_table,
    "picture": picture,
    "first-response": first_response,
    "ring": ring,
    "workspace": workspace,
    "area-editor": area_editor,
    "audit": audit,
    "local": local,
    "area-keys": area_keys,
    "register": register,
    "coverage": coverage_table,
    "changes": changes,
    "reviews": review_dates,
    "hazards": hazards,
    "letters": letters,
    "licences": licences,
    "issues": _alone(known_issues.listed),
}


def makeExtension(**options: Any) -> FencesExtension:  # noqa: N802 - Markdown's name
    """Give the extension to Markdown."""
    return FencesExtension(**options)
