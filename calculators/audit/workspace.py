"""The audit workspace as HTML, as the build puts it into the page; the browser does not need this module's data.

Four views (sheets, scores, actions, report), of which the script shows one at a time, and a bar that leads to each.
"""

from __future__ import annotations

import tomllib
from functools import cache
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from calculators.audit import sums as audit
from calculators.audit.fields import LONGEST
from calculators.audit.sums import HIGHEST, ROUNDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.audit.sums import Domain, Line

VIEWS = {"sheets": "Sheets", "score": "Score", "actions": "Actions", "report": "Report"}
NOTES = {
    "evidence": "Evidence for this score",
    "assurance": "How it is assured locally",
    "comments": "Comments",
}
EXAMPLES_AT = (0, 2, 4)  # scores with a worked example
LONGEST_NAME = 80  # characters of an agency's name


@cache
def examples() -> Mapping[str, Mapping[int, str]]:
    """Give, for each line, what a 0, a 2 and a 4 can look like: this site's own words."""
    read = tomllib.loads(resources.files("calculators").joinpath("audit/examples.toml").read_text(encoding="utf-8"))
    return {line: {int(score): words for score, words in found.items()} for line, found in read["line"].items()}


def workspace(areas: str = "") -> str:
    """Give the workspace.

    Args:
        areas: HTML that holds the files of the offered areas, for the name of the partnership.

    """
    return (
        '<hsb-audit class="audit">'
        '<p class="calculator__without">This workspace runs in your browser and needs scripts. Without them, print the lines '
        "of the five domain pages and score them on paper.</p>"
        f'<div class="audit__tools" hidden>{_bar()}'
        '<div class="audit__errors"></div>'
        f"{_view('sheets', _sheets())}{_view('score', _score())}{_view('actions', _actions())}"
        f"{_view('report', _print())}</div>"
        f'<div class="audit__report"></div>{areas}</hsb-audit>'
    )


def _button(do: str, words: str, *, quiet: bool = True, more: str = "") -> str:
    kind = "calculator__button calculator__button--quiet" if quiet else "calculator__button"
    return f'<button class="{kind}" type="button" data-do="{do}"{more}>{words}</button>'


def _view(name: str, inside: str) -> str:
    hidden = "" if name == "sheets" else " hidden"
    return f'<section class="audit__view" data-view="{name}" aria-label="{VIEWS[name]}"{hidden}>{inside}</section>'


def _bar() -> str:
    views = "".join(
        f'<button class="audit__tab" type="button" data-do="show" data-to="{name}" aria-pressed="{str(name == "sheets").lower()}">{words}</button>'
        for name, words in VIEWS.items()
    )
    return (
        f'<div class="audit__bar"><div class="audit__tabs" role="group" aria-label="Workspace">{views}'
        '<button class="audit__tab audit__tab--save" type="button" data-do="save">Save</button></div>'
        '<div class="audit__progress" hidden><p class="audit__so-far"><b></b> <span></span></p>'
        '<button class="audit__tab" type="button" data-do="next">Next unscored</button>'
        f'<progress max="{len(audit.lines())}" value="0" aria-label="Lines scored on this sheet"></progress></div>'
        '<p class="calculator__status" role="status"></p></div>'
    )


def _sheets() -> str:
    rounds = "".join(f'<option value="{number}">{number}. {escape(name)}</option>' for number, name in ROUNDS.items())
    return (
        '<p class="audit__warning"><strong>What you type stays in this page and in the files that you save. Nothing is sent. '
        "Do not name or describe any child, family or colleague in a note.</strong></p>"
        '<ul class="audit__notes" hidden></ul>'
        '<p class="audit__none">Add or open a sheet to begin. A sheet is one agency in one round.</p>'
        '<ul class="audit__list"></ul>'
        f'<template class="audit__row"><li><p class="audit__who"></p><p>{_button("pick", "Score this sheet")}{_button("discard", "Remove")}</p>'
        '<details class="fold"><summary>Change agency, round or date</summary>'
        f'<p><label>Agency<input class="calculator__text" data-part="agency" type="text" maxlength="{LONGEST_NAME}" autocomplete="off"></label></p>'
        f'<p><label>Round<select class="calculator__text" data-part="round">{rounds}</select></label></p>'
        '<p><label>Date of scoring<input class="calculator__text" data-part="date" type="date"></label></p></details></li></template>'
        '<form class="audit__add" autocomplete="off"><h3>Add a sheet</h3>'
        f'<p><label for="audit-agency">Agency</label><input class="calculator__text" id="audit-agency" type="text" maxlength="{LONGEST_NAME}" list="audit-agencies" autocomplete="off"></p>'
        '<datalist id="audit-agencies"></datalist>'
        f'<p><label for="audit-round">Round</label><select class="calculator__text" id="audit-round">{rounds}</select></p>'
        '<p><label for="audit-date">Date of scoring, if you know it</label><input class="calculator__text" id="audit-date" type="date"></p>'
        '<button class="calculator__button" type="submit">Add sheet</button></form>'
        "<h3>Files</h3>"
        "<p>Open audits that were saved here, tables (CSV, Excel or OpenDocument), or other partnerships’ means. You can choose several at once.</p>"
        f'<div class="calculator__buttons">{_button("open", "Open files", quiet=False)}'
        '<input class="audit__files" type="file" multiple accept=".json,.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.numbers" aria-label="Audit files to open" hidden>'
        f"{_button('csv', 'Export CSV')}{_button('means', 'Export means only')}</div>"
        f'<p class="audit__others" hidden><span></span> {_button("forget", "Remove the comparison")}</p>'
        "<h3>Partnership</h3>"
        '<p><label for="audit-partnership">Name for the report</label>'
        '<input class="calculator__text" id="audit-partnership" type="text" maxlength="200" autocomplete="off"></p>'
    )


def _score() -> str:
    domains = "".join(
        f'<button class="audit__tab" type="button" data-do="domain" data-domain="{domain.number}" aria-pressed="{str(domain.number == 1).lower()}">'
        f'<span class="audit__domain-name">{domain.number}. {escape(domain.name)} </span>'
        f'<span class="audit__domain-number" aria-hidden="true">{domain.number}</span><span class="audit__count"></span></button>'
        for domain in audit.domains()
    )
    return (
        '<p class="audit__none">There is no sheet yet. Go to Sheets to add or open one.</p><div class="audit__chooser" hidden>'
        '<p><label for="audit-sheet">Sheet to score</label> <select class="calculator__text" id="audit-sheet"></select></p>'
        f'<div class="audit__domains" role="group" aria-label="Domains">{domains}</div>'
        '<p class="audit__keys">Keys: 0 to 4 scores the line you are in, and N goes to the next line without a score.</p>'
        f'<form class="audit__sheet" aria-label="Scores of the sheet" autocomplete="off">{"".join(map(_domain, audit.domains()))}</form></div>'
    )


def _domain(domain: Domain) -> str:
    hidden = "" if domain.number == 1 else " hidden"
    last = domain.number == len(audit.domains())
    onward = _button("show", "See the report", more=' data-to="report"') if last else _button("onward", "Next domain")
    return (
        f'<section class="audit__domain" data-domain="{domain.number}"{hidden}>'
        f'<h3 tabindex="-1">Domain {domain.number}: {escape(domain.name)}</h3>'
        f"{''.join(map(_line, domain.lines))}{onward}</section>"
    )


def _line(line: Line) -> str:
    name = f"audit-{line.id.replace('.', '-')}"
    choices = [
        *((str(score), f"<b>{score}</b> {escape(words)}") for score, words in audit.key().items()),
        ("", "Not scored"),
    ]
    scores = "".join(
        f'<label class="audit__score"><input type="radio" name="{line.id}" value="{score}"> <span>{words}</span></label>'
        for score, words in choices
    )
    notes = "".join(
        f'<p><label for="{name}-{field}">{words}</label>'
        f'<textarea id="{name}-{field}" name="{line.id}" data-field="{field}" rows="3" maxlength="{LONGEST}"></textarea></p>'
        for field, words in NOTES.items()
    )
    shown = "".join(
        f"<div><dt>{score}</dt><dd>{escape(words)}</dd></div>" for score, words in examples()[line.id].items()
    )
    plan = _button("plan", "Add an action for this line", more=f' data-line="{line.id}"')
    return (
        f'<fieldset class="audit__line" data-line="{line.id}"><legend><b>{line.id}</b> <span>{escape(line.statement)}</span></legend>'
        f'<div class="audit__scores">{scores}</div>'
        f'<details class="fold"><summary>Examples of 0, 2 and {HIGHEST}{_of(line)}</summary>'
        "<p>These examples are this site’s own, not the framework’s. Your evidence decides the score.</p>"
        f'<dl class="audit__examples">{shown}</dl></details>'
        f'<details class="fold"><summary>Evidence, assurance and comments{_of(line)}</summary>{notes}{plan}</details></fieldset>'
    )


def _of(line: Line) -> str:
    return f'<span class="audit__unseen">, line {line.id}</span>'


def _actions() -> str:
    choices = "".join(
        f'<option value="{line.id}">{line.id} {escape(line.short)}</option>' for line in audit.lines().values()
    )
    return (
        '<h3>Action plan</h3><p class="audit__no-action">No action has been written yet. The report lists the lines that scored 0 or 1, with a button to add an action for each.</p><div class="audit__actions"></div>'
        '<template class="audit__new-action"><div class="audit__action" role="group"><h4></h4>'
        f'<p><label>What will be done<textarea data-field="action" rows="2" maxlength="{LONGEST}"></textarea></label></p>'
        f'<p><label>Line it answers<select class="calculator__text" data-field="line"><option value="">No single line</option>{choices}</select></label></p>'
        '<p><label>Owner (a role)<input class="calculator__text" data-field="owner" type="text" maxlength="120" autocomplete="off"></label></p>'
        '<p><label>By when<input class="calculator__text" data-field="by" type="date"></label></p>'
        f"{_button('drop', 'Remove action')}</div></template>{_button('act', 'Add an action', quiet=False)}"
    )


def _print() -> str:
    return f'<div class="calculator__buttons">{_button("print", "Print report", quiet=False)}</div>'
