"""The audit workspace and its report as HTML. Everything put in is escaped."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from calculators.audit import charts
from calculators.audit import sums as audit
from calculators.audit.files import LONGEST
from calculators.audit.sums import HIGHEST, ROUNDS, Audit, Mean
from calculators.engine.dates import read_date, words_for_date


def workspace() -> str:
    """Give the workspace as the build puts it into the page: tools, sheets, the 46 lines, the plan; the report is empty."""
    rounds = "".join(f'<option value="{number}">{number}. {escape(name)}</option>' for number, name in ROUNDS.items())
    choices = "".join(f'<option value="{line.id}">{line.id}</option>' for line in audit.lines().values())
    return (
        '<hsb-audit class="audit">'
        '<p class="calculator__without">This workspace runs in your browser and needs scripts. Without them, print the lines '
        "of the five domain pages and score them on paper.</p>"
        '<div class="audit__tools" hidden>'
        '<p class="audit__warning"><strong>What you type stays in this page and in the files that you save. Nothing is sent. '
        "Do not name or describe any child, family or colleague in a note.</strong></p>"
        '<div class="calculator__buttons">'
        '<button class="calculator__button" type="button" data-do="open">Open files</button>'
        '<input class="audit__files" type="file" multiple accept=".json,.csv" aria-label="Audit files to open" hidden>'
        '<button class="calculator__button" type="button" data-do="save">Save</button>'
        '<button class="calculator__button calculator__button--quiet" type="button" data-do="csv">Export CSV</button>'
        '<button class="calculator__button calculator__button--quiet" type="button" data-do="print">Print report</button>'
        "</div>"
        '<p class="calculator__status" role="status"></p><div class="audit__errors"></div>'
        '<fieldset class="audit__add"><legend>Add a sheet: one agency, one round</legend>'
        '<p><label for="audit-agency">Agency</label><input class="calculator__text" id="audit-agency" type="text" maxlength="80"></p>'
        f'<p><label for="audit-round">Round</label><select class="calculator__text" id="audit-round">{rounds}</select></p>'
        '<p><label for="audit-date">Date of scoring</label><input class="calculator__text" id="audit-date" type="date"></p>'
        '<button class="calculator__button" type="button" data-do="add">Add sheet</button></fieldset>'
        '<div class="audit__chooser" hidden><p><label for="audit-sheet">Sheet to score</label>'
        '<select class="calculator__text" id="audit-sheet"></select></p>'
        '<button class="calculator__button calculator__button--quiet" type="button" data-do="remove">Remove this sheet</button></div>'
        f'<form class="audit__sheet" aria-label="Scores of the sheet" autocomplete="off" hidden>{_key()}{_lines()}</form>'
        '<section class="audit__plan" aria-label="Action plan" hidden><h3>Action plan</h3><div class="audit__actions"></div>'
        f'<template><fieldset class="audit__action"><legend>Action</legend>'
        f'<p><label>Line<select class="calculator__text" data-field="line"><option value=""></option>{choices}</select></label></p>'
        f'<p><label>Action<textarea data-field="action" rows="2" maxlength="{LONGEST}"></textarea></label></p>'
        '<p><label>Owner (a role)<input class="calculator__text" data-field="owner" type="text" maxlength="120"></label></p>'
        '<p><label>By when<input class="calculator__text" data-field="by" type="date"></label></p>'
        '<button class="calculator__button calculator__button--quiet" type="button" data-do="drop">Remove action</button></fieldset></template>'
        '<button class="calculator__button calculator__button--quiet" type="button" data-do="act">Add an action</button></section>'
        "</div>"
        '<div class="audit__report"></div></hsb-audit>'
    )


def _key() -> str:
    rows = "".join(f"<div><dt>{score}</dt><dd>{escape(words)}</dd></div>" for score, words in audit.key().items())
    return f'<dl class="audit__key">{rows}</dl>'


def _lines() -> str:
    parts = []
    for domain in audit.domains():
        parts.append(f"<h3>Domain {domain.number}: {escape(domain.name)}</h3>")
        for line in domain.lines:
            name = f"audit-{line.id.replace('.', '-')}"
            scores = "".join(
                f'<label class="audit__score"><input type="radio" name="{line.id}" value="{score}"> {word}</label>'
                for score, word in [*((score, str(score)) for score in range(HIGHEST + 1)), ("", "Not scored")]
            )
            notes = "".join(
                f'<p><label for="{name}-{field}">{words}</label>'
                f'<textarea id="{name}-{field}" name="{line.id}" data-field="{field}" rows="2" maxlength="{LONGEST}"></textarea></p>'
                for field, words in (("evidence", "Evidence"), ("assurance", "How it is assured"))
            )
            parts.append(
                f'<fieldset class="audit__line" data-line="{line.id}"><legend>{line.id} {escape(line.statement)}</legend>'
                f'<div class="audit__scores">{scores}</div><details class="fold"><summary>Evidence and assurance, line {line.id}</summary>'
                f"{notes}</details></fieldset>"
            )
    return "".join(parts)


def report(held: Audit) -> str:
    """Give the report of an audit: means, charts, differences, lowest lines, changes, what is due, plan, every line."""
    rounds = held.rounds()
    if not rounds:
        return "<h3>Report</h3><p>Add or open a sheet: the report stands here and follows every score.</p>"
    latest = rounds[-1]
    parts = [
        "<h3>Report of the framework audit</h3>",
        _sheets(held),
        _means(held, rounds),
        _charts(held, rounds),
        _differences(held, latest),
        _lowest(held, latest),
        *(_moved(held, before, after) for before, after in pairwise(rounds)),
        _due(held),
        _plan(held),
        _every_line(held, rounds),
    ]
    return "".join(parts)


def _said(mean: Mean) -> str:
    if mean.value is None:
        return "not scored"
    return f"{mean.value:.1f} ({mean.scored} of {mean.of} scored)"


def _table(caption: str, headings: list[str], rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in rows
    )
    return (
        f'<table class="audit__table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _sheets(held: Audit) -> str:
    rows = [
        [sheet.agency, f"{sheet.round}. {ROUNDS[sheet.round]}", words_for_date(sheet.day) if sheet.day else "no date"]
        for sheet in held.sheets
    ]
    return _table("Who scored, in which round, when", ["Agency", "Round", "Date"], rows)


def _means(held: Audit, rounds: tuple[int, ...]) -> str:
    headings = ["Domain", *(f"Round {number}: {ROUNDS[number].lower()}" for number in rounds)]
    if len(rounds) > 1:
        headings.append("Change")
    of_rounds = [audit.by_domain(held, number) for number in rounds]
    rows = [
        [f"{domain.number}. {domain.name}", *(_said(means[domain.number]) for means in of_rounds)]
        + ([_change(of_rounds[0][domain.number], of_rounds[-1][domain.number])] if len(rounds) > 1 else [])
        for domain in audit.domains()
    ]
    wholes = [audit.overall(held, number) for number in rounds]
    rows.append(
        ["All lines", *(_said(whole) for whole in wholes)]
        + ([_change(wholes[0], wholes[-1])] if len(rounds) > 1 else [])
    )
    points = ["{} of {}".format(*audit.points(held, number)) for number in rounds]
    rows.append(["Points of the lines scored", *points] + ([""] if len(rounds) > 1 else []))
    return _table(
        "Means from 0 to 4, over the lines that were scored. Where agencies differ, the lower score counts.",
        headings,
        rows,
    )


def _change(before: Mean, after: Mean) -> str:
    if before.value is None or after.value is None:
        return "–"
    return f"{after.value - before.value:+.1f}"


def _charts(held: Audit, rounds: tuple[int, ...]) -> str:
    series = {number: [mean.value for mean in audit.by_domain(held, number).values()] for number in rounds}
    names = [domain.name.split()[0] for domain in audit.domains()]
    return (
        f'<figure class="audit__charts">{charts.radar(names, series)}{charts.bars(names, series)}'
        "<figcaption>The means of the five domains, from 0 to 4. The table above holds the same numbers.</figcaption></figure>"
    )


def _differences(held: Audit, number: int) -> str:
    rows = [
        [
            difference.line,
            "; ".join(f"{agency} {score}" for agency, score in difference.scores.items()),
            str(min(difference.scores.values())),
        ]
        for difference in audit.differences(held, number)
    ]
    if not rows:
        return ""
    return "<h4>To discuss: where agencies differ</h4>" + _table(f"Round {number}", ["Line", "Scores", "Counts"], rows)


def _lowest(held: Audit, number: int) -> str:
    rows = [[line, str(score), audit.lines()[line].statement] for line, score in audit.lowest(held, number)]
    if not rows:
        return ""
    return "<h4>Lowest lines</h4>" + _table(f"Round {number}", ["Line", "Score", "Statement"], rows)


def _moved(held: Audit, before: int, after: int) -> str:
    rows = [[line, str(was), str(now), f"{now - was:+d}"] for line, was, now in audit.moved(held, before, after)]
    caption = f"From round {before} to round {after}"
    if not rows:
        return f"<h4>Lines that moved</h4><p>{caption}: none of the lines scored in both.</p>"
    return "<h4>Lines that moved</h4>" + _table(caption, ["Line", f"Round {before}", f"Round {after}", "Change"], rows)


def _due(held: Audit) -> str:
    said = [f"Round {number}: {words_for_date(day)}" for number, day in audit.due(held)]
    if not said:
        return (
            "<p><strong>Next round:</strong> give the first round a date, and the dates of the others stand here.</p>"
            if len(held.rounds()) < len(ROUNDS)
            else ""
        )
    return f"<p><strong>Next round due:</strong> {escape('; '.join(said))}.</p>"


def _plan(held: Audit) -> str:
    rows = [[action.line or "–", action.action, action.owner, _day(action.by)] for action in held.actions]
    return (
        "<h4>Action plan</h4>" + _table("Line, action, owner, by when", ["Line", "Action", "Owner", "By"], rows)
        if rows
        else ""
    )


def _day(text: str) -> str:
    try:
        return words_for_date(read_date(text))
    except ValueError:
        return text


def _every_line(held: Audit, rounds: tuple[int, ...]) -> str:
    scores = {number: audit.counted(held, number) for number in rounds}
    notes: dict[str, list[str]] = {line: [] for line in audit.lines()}
    for sheet in held.sheets:
        for line, entry in sheet.entries.items():
            said = "; ".join(word for word in (entry.evidence, entry.assurance) if word)
            if said:
                notes[line].append(f"{sheet.agency}, round {sheet.round}: {said}")
    rows = []
    for key, of in audit.lines().items():
        given = ["–" if (score := scores[number][key]) is None else str(score) for number in rounds]
        rows.append([f"{key} {of.statement}", *given, " | ".join(notes[key])])
    headings = ["Line", *(f"Round {number}" for number in rounds), "Evidence and assurance"]
    return f'<details class="fold"><summary>Every line</summary>{_table("The score that counts", headings, rows)}</details>'
