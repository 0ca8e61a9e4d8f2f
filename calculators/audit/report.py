"""The report of an audit for the board, as HTML: what is strong, weak and moved, where agencies differ, what is planned.

Everything put in is escaped. Sections are in report_parts.py; the single table and its words here.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from calculators.audit import charts
from calculators.audit import sums as audit
from calculators.audit.compared import compared
from calculators.audit.sums import FAR_APART, HIGHEST, ROUNDS, STRONG, WEAK, Audit, Mean, tenths_shown
from calculators.audit.writing import heading, listed, many, paragraph, table, text
from calculators.engine.dates import read_date, words_for_date

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 10  # strong lines told with their statements; of more, the numbers


def report(held: Audit, partnership: str = "") -> str:
    """Give the report.

    Args:
        held: the audit.
        partnership: whose it is where the audit itself does not say; may be empty.

    """
    rounds = held.rounds()
    if not rounds:
        nothing = paragraph("Add a sheet, or open files. The report will then appear here, and it follows every score.")
        return heading(3, "Report") + nothing + compared(held, None)
    latest = rounds[-1]
    before = rounds[-2] if len(rounds) > 1 else None
    return "".join(
        [
            _title(held, held.partnership or partnership, latest),
            _in_short(held, latest, before),
            _means(held, rounds),
            _charts(held, rounds),
            _weak(held, latest),
            _strong(held, latest),
            *(_moved(held, *pair) for pair in pairwise(rounds)),
            _differences(held, latest),
            _plan(held),
            _due(held),
            compared(held, latest),
            _sheets(held),
            _every_line(held, rounds),
        ]
    )


def _title(held: Audit, partnership: str, latest: int) -> str:
    days = sorted(sheet.day for sheet in held.sheets if sheet.round == latest and sheet.day)
    when = ""
    if days:
        last = f" to {words_for_date(days[-1])}" if days[-1] != days[0] else ""
        when = f", scored {words_for_date(days[0])}{last}"
    agencies = [sheet.agency for sheet in held.sheets if sheet.round == latest]
    whose = f'<p class="report__whose">{text(partnership)}</p>' if partnership else ""
    return (
        f"{heading(3, 'Audit of our response to harmful sexual behaviour (HSB)', 'report__title')}{whose}"
        + paragraph(f"Round {latest}: {ROUNDS[latest].lower()}{when}. Scored by {listed(agencies)}.", "report__facts")
    )


def _in_short(held: Audit, latest: int, before: int | None) -> str:
    whole = audit.overall(held, latest)
    said = [f"{whole.scored} of {whole.of} lines have a score."]
    if whole.value is not None:
        said = [f"{said[0]} Their mean is {whole.shown}, where {HIGHEST} is the most."]
    if before:
        was = audit.overall(held, before)
        change = audit.change(was, whole)
        if change is not None:
            said.append(f"In round {before} the mean was {was.shown}. The change is {_signed(change)}.")
        moved = audit.moved(held, before, latest)
        up = sum(now > then for _, then, now in moved)
        said.append(f"Since round {before}, {many(up, 'line')} went up and {many(len(moved) - up, 'line')} went down.")
    means = {number: mean.tenths for number, mean in audit.by_domain(held, latest).items() if mean.tenths is not None}
    if len(set(means.values())) > 1:
        names = {domain.number: domain.name for domain in audit.domains()}
        high = [f"{names[number]} ({tenths_shown(mean)})" for number, mean in means.items() if mean == max(means.values())]
        low = [f"{names[number]} ({tenths_shown(mean)})" for number, mean in means.items() if mean == min(means.values())]
        said.append(f"Highest mean of a domain: {listed(high)}. Lowest: {listed(low)}.")
    strong, weak = len(audit.strong(held, latest)), len(audit.weak(held, latest))
    said.append(f"{many(strong, 'line').capitalize()} scored 3 or 4, and {many(weak, 'line')} scored 0 or 1.")
    differences = audit.differences(held, latest)
    if differences:
        far = sum(difference.apart >= FAR_APART for difference in differences)
        said.append(f"Agencies differ on {many(len(differences), 'line')}, by {FAR_APART} points or more on {far or 'none'}.")
    said.append(f"The action plan has {many(len(held.actions), 'action')}.")
    return heading(4, "In short") + "<ul>" + "".join(f"<li>{text(one)}</li>" for one in said) + "</ul>"


def _signed(tenths: int) -> str:
    if not tenths:
        return "0.0"
    return f"{'+' if tenths > 0 else '−'}{tenths_shown(abs(tenths))}"  # noqa: RUF001 - a minus sign


def _said(mean: Mean) -> str:
    return mean.shown if mean.value is None else f"{mean.shown} ({mean.scored} of {mean.of} scored)"


def _means(held: Audit, rounds: tuple[int, ...]) -> str:
    headings = ["Domain", *(f"Round {number}: {ROUNDS[number].lower()}" for number in rounds)]
    more = len(rounds) > 1
    of_rounds = [audit.by_domain(held, number) for number in rounds]
    rows = [
        [f"{domain.number}. {domain.name}", *(means[domain.number] for means in of_rounds)] for domain in audit.domains()
    ]
    rows.append(["All lines", *(audit.overall(held, number) for number in rounds)])
    cells = [[name, *(_said(mean) for mean in means)] + ([_change(means[0], means[-1])] if more else []) for name, *means in rows]  # type: ignore[arg-type]
    points = ["{} of {}".format(*audit.points(held, number)) for number in rounds]
    cells.append(["Points of the lines scored", *points] + ([_points_change(held, rounds)] if more else []))
    caption = "Means from 0 to 4 over the lines that have a score. Where agencies differ, the lower score counts."
    if more:
        headings.append("Change")
        caption += " A change is between the means as printed."
    other = audit.only_in_one(held, rounds[0], rounds[-1])
    note = ""
    if other:
        note = paragraph(
            f"{many(other, 'line').capitalize()} {'has' if other == 1 else 'have'} a score in only one of rounds {rounds[0]} and {rounds[-1]}. Compare their means with care."
        )
    return heading(4, "Means of the domains") + table(caption, headings, cells) + (note if more else "")


def _change(before: object, after: object) -> str:
    change = audit.change(before, after)  # type: ignore[arg-type]
    return "–" if change is None else _signed(change)


def _points_change(held: Audit, rounds: tuple[int, ...]) -> str:
    (first, of_first), (last, of_last) = audit.points(held, rounds[0]), audit.points(held, rounds[-1])
    return f"{last - first:+d}".replace("-", "−") if of_first == of_last else "–"  # noqa: RUF001 - a minus sign


def _charts(held: Audit, rounds: tuple[int, ...]) -> str:
    series: charts.Series = {number: list(audit.by_domain(held, number).values()) for number in rounds}
    names = [domain.name.split()[0] for domain in audit.domains()]
    return (
        f'<figure class="audit__charts">{charts.radar(names, series)}{charts.bars(names, series)}'
        "<figcaption>The means of the five domains, from 0 to 4. The table above has the same numbers.</figcaption></figure>"
    )


def _statement(line: str) -> str:
    return f"{line} {audit.lines()[line].statement}"


def _weak(held: Audit, number: int) -> str:
    title = heading(4, "What is weak")
    found = audit.weak(held, number)
    if not found:
        return title + paragraph(f"No line scored {WEAK} or less.")
    planned: dict[str, list[str]] = {}
    for action in held.actions:
        planned.setdefault(action.line, []).append(action.action)
    rows = [[_statement(line), str(score), "; ".join(planned.get(line, ["No action yet"]))] for line, score in found]
    return title + table(f"Lines that scored 0 or 1 in round {number}, lowest first", ["Line", "Score", "Action"], rows)


def _strong(held: Audit, number: int) -> str:
    title = heading(4, "What is strong")
    found = audit.strong(held, number)
    if not found:
        return title + paragraph(f"No line scored {STRONG} or more.")
    rows = [[_statement(line), str(score)] for line, score in found[:MOST]]
    more = [f"{line} ({score})" for line, score in found[MOST:]]
    rest = paragraph(f"Also {listed(more)}.") if more else ""
    return title + table(f"Lines that scored 3 or 4 in round {number}, highest first", ["Line", "Score"], rows) + rest


def _moved(held: Audit, before: int, after: int) -> str:
    title = heading(4, f"What moved from round {before} to round {after}")
    rows = [
        [_statement(line), str(was), str(now), f"{now - was:+d}".replace("-", "−")]  # noqa: RUF001 - a minus sign
        for line, was, now in audit.moved(held, before, after)
    ]
    if not rows:
        return title + paragraph("None of the lines that have a score in both.")
    headings = ["Line", f"Round {before}", f"Round {after}", "Change"]
    return title + table("Lines with a score in both, the largest change first", headings, rows)


def _differences(held: Audit, number: int) -> str:
    found = audit.differences(held, number)
    if not found:
        return ""
    rows = [
        [
            _statement(difference.line),
            "; ".join(f"{agency} {score}" for agency, score in difference.scores.items()),
            str(difference.apart),
            str(min(difference.scores.values())),
        ]
        for difference in found
    ]
    far = sum(difference.apart >= FAR_APART for difference in found)
    headings = ["Line", "Scores", "Points apart", "Counts"]
    parts = [heading(4, "Where agencies differ most")]
    if far:
        parts.append(table(f"Apart by {FAR_APART} points or more in round {number}: discuss these first", headings, rows[:far]))
    if rows[far:]:
        near = table(f"Apart by 1 point in round {number}", headings, rows[far:])
        parts.append(f'<details class="fold"><summary>Apart by 1 point: {many(len(rows) - far, "line")}</summary>{near}</details>')
    return "".join(parts)


def _plan(held: Audit) -> str:
    title = heading(4, "Action plan")
    if not held.actions:
        return title + paragraph("No action has been written yet.")
    rows = [
        [action.action or "–", action.line or "–", action.owner or "Not named", _day(action.by) or "No date"]
        for action in sorted(held.actions, key=lambda action: (not action.by, action.by))
    ]
    return title + table("Actions by date", ["Action", "Line", "Owner", "By"], rows)


def _day(given: str) -> str:
    try:
        return words_for_date(read_date(given))
    except ValueError:
        return given


def _due(held: Audit) -> str:
    title = heading(4, "Next round")
    said = [f"Round {number} is due by {words_for_date(day)}." for number, day in audit.due(held)]
    if said:
        return title + paragraph(" ".join(said))
    if len(held.rounds()) < len(ROUNDS):
        return title + paragraph("Give the sheets of round 1 a date. The dates of the next rounds then appear here.")
    return ""


def _sheets(held: Audit) -> str:
    rows = [
        [
            sheet.agency,
            f"{sheet.round}. {ROUNDS[sheet.round]}",
            words_for_date(sheet.day) if sheet.day else "No date",
            f"{sum(entry.score is not None for entry in sheet.entries.values())} of {len(audit.lines())}",
        ]
        for sheet in held.sheets
    ]
    return heading(4, "Who scored") + table("Agency by agency", ["Agency", "Round", "Date", "Lines scored"], rows)


def _every_line(held: Audit, rounds: tuple[int, ...]) -> str:
    scores = {number: audit.counted(held, number) for number in rounds}
    notes: Mapping[str, list[str]] = {line: [] for line in audit.lines()}
    for sheet in held.sheets:
        for line, entry in sheet.entries.items():
            said = [
                f"{label}: {note.strip()}"
                for label, note in (("Evidence", entry.evidence), ("Assurance", entry.assurance), ("Comments", entry.comments))
                if note.strip()
            ]
            if said:
                notes[line].append(f"{sheet.agency}, round {sheet.round}. {' '.join(said)}")
    rows = []
    for key in audit.lines():
        given = ["–" if (score := scores[number][key]) is None else str(score) for number in rounds]
        rows.append([_statement(key), *given, "\n".join(notes[key]) or "–"])
    spread = audit.spread(held, rounds[-1])
    counts = [f"{many(count, 'line')} at {score}" for score, count in spread.items() if score is not None and count]
    blank = f" {many(spread[None], 'line').capitalize()} without a score." if spread[None] else ""
    headings = ["Line", *(f"Round {number}" for number in rounds), "Evidence, assurance and comments"]
    of_latest = paragraph(f"Round {rounds[-1]}: {listed(counts) or 'no line has a score'}.{blank}")
    return f'<details class="fold"><summary>Every line</summary>{of_latest}{table("The score that counts", headings, rows)}</details>'
