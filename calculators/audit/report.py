"""The report of an audit for the board, as HTML: what is strong, weak and moved, where agencies differ, what is planned.

Its first sheet is the whole in short, with the means. Everything put in is escaped.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from calculators.audit import annex, charts, moves
from calculators.audit import sums as audit
from calculators.audit.compared import compared
from calculators.audit.means import ALL
from calculators.audit.sums import FAR_APART, HIGHEST, ROUNDS, STRONG, WEAK, Audit, Mean, tenths_shown
from calculators.audit.writing import Html, heading, listed, many, paragraph, table, text
from calculators.engine.dates import read_date, words_for_date


def report(held: Audit, partnership: str = "") -> str:
    """Give the report.

    Args:
        held: the audit.
        partnership: whose it is where the audit itself does not say; may be empty.

    """
    rounds = audit.rounds_to_report(held)
    if not rounds:
        nothing = paragraph("Add a sheet, or open files. The report will then appear here, and it follows every score.")
        return heading(3, "Report") + nothing + compared(held, None)
    latest = rounds[-1]
    before = rounds[-2] if len(rounds) > 1 else None
    scored = [
        _means(held, rounds),
        _charts(held, rounds),
        _strong(held, latest),
        _weak(held, latest),
        *(_moved(held, *pair) for pair in reversed(list(pairwise(rounds)))),
        _differences(held, latest),
    ]
    return "".join(
        [
            _title(held, held.partnership or partnership, latest),
            _in_short(held, latest, before),
            *(scored if audit.overall(held, latest).scored else []),
            _plan(held),
            _due(held),
            compared(held, latest),
            annex.sheets(held),
            annex.near(held, latest),
            annex.every_line(held, rounds),
            annex.notes(held),
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
    if not whole.scored:
        return heading(4, "In short") + paragraph(
            "No line has a score yet. With the first scores, the report says what is strong and what is weak."
        )
    said = [
        f"{whole.scored} of {whole.of} lines have a score. Their mean is {whole.shown}, where {HIGHEST} is the most.",
        *_blanks(held, latest),
    ]
    if before:
        was = audit.overall(held, before)
        change = moves.change(was, whole)
        if change is not None:
            said.append(f"In round {before} the mean was {was.shown}. The change is {_signed(change)}.")
        moved = moves.moved(held, before, latest)
        up = sum(move.points > 0 for move in moved)
        said.append(f"Since round {before}, {many(up, 'line')} went up and {many(len(moved) - up, 'line')} went down.")
        unlike = sum(not move.is_like_for_like for move in moved)
        if unlike:
            said[-1] += f" On {unlike} of them, different agencies scored in the two rounds."
    means = {number: mean.tenths for number, mean in audit.by_domain(held, latest).items() if mean.tenths is not None}
    if len(set(means.values())) > 1:
        names = {domain.number: domain.name for domain in audit.domains()}
        high = [
            f"{names[number]} ({tenths_shown(mean)})" for number, mean in means.items() if mean == max(means.values())
        ]
        low = [
            f"{names[number]} ({tenths_shown(mean)})" for number, mean in means.items() if mean == min(means.values())
        ]
        said.append(f"Highest mean of a domain: {listed(high)}. Lowest: {listed(low)}.")
    strong, weak = len(audit.strong(held, latest)), audit.weak(held, latest)
    said.append(
        f"{many(strong, 'line').capitalize()} scored 3 or 4, {whole.scored - strong - len(weak) or 'none'} scored 2, "
        f"and {len(weak) or 'none'} scored 0 or 1."
    )
    differences = audit.differences(held, latest)
    if differences:
        far = sum(difference.apart >= FAR_APART for difference in differences)
        said.append(
            f"Agencies differ on {many(len(differences), 'line')}, by {FAR_APART} points or more on {far or 'none'}."
        )
    plan = audit.planned(held)
    answered = {action.line for action in plan} & {line for line, _ in weak}
    said.append(f"The action plan has {many(len(plan), 'action')}.")
    if weak:
        said[-1] += f" Lines that scored 0 or 1 and have an action: {len(answered)} of {len(weak)}."
    said += [f"Round {number} has a sheet and no score yet." for number in held.rounds() if number > latest]
    return heading(4, "In short") + "<ul>" + "".join(f"<li>{text(one)}</li>" for one in said) + "</ul>"


def _blanks(held: Audit, number: int) -> list[str]:
    """Give which agencies left lines blank that others scored: a line's score then rests on fewer."""
    blank = Counter(agency for missing in audit.left_blank(held, number).values() for agency in missing)
    if not blank:
        return []
    said = [f"{agency} left {many(count, 'line')} blank" for agency, count in blank.items()]
    return [f"{listed(said)} that others scored. The score of such a line rests on fewer agencies."]


def _signed(tenths: int) -> str:
    if not tenths:
        return "0.0"
    return f"{'+' if tenths > 0 else '−'}{tenths_shown(abs(tenths))}"  # noqa: RUF001 - a minus sign


def _said(mean: Mean) -> str:
    return mean.shown if mean.value is None else f"{mean.shown} ({mean.scored} of {mean.of} scored)"


def _means(held: Audit, rounds: tuple[int, ...]) -> str:
    first, last = rounds[0], rounds[-1]
    names = {domain.number: f"{domain.number}. {domain.name}" for domain in audit.domains()} | {ALL: "All lines"}
    means = {number: audit.by_domain(held, number) | {ALL: audit.overall(held, number)} for number in rounds}
    rows = [[name, *(_said(means[number][key]) for number in rounds)] for key, name in names.items()]
    rows.append(["Points of the lines scored", *("{} of {}".format(*audit.points(held, number)) for number in rounds)])
    headings = ["Domain", *(f"Round {number}: {ROUNDS[number].lower()}" for number in rounds)]
    caption = "Means from 0 to 4 over the lines that have a score. Where agencies differ, the lower score counts."
    title = heading(4, "Means of the domains")
    if first == last:
        return title + table(caption, headings, rows)
    changes = [moves.change(means[first][key], means[last][key]) for key in names]
    shown = ["–" if change is None else _signed(change) for change in changes]
    rows = [[*row, change] for row, change in zip(rows, [*shown, _points_change(held, first, last)], strict=True)]
    whole = title + table(
        f"{caption} A change is between the means as printed.", [*headings, f"Change since round {first}"], rows
    )
    other = moves.only_in_one(held, first, last)
    if other:
        have = "has" if other == 1 else "have"
        whole += paragraph(
            f"{many(other, 'line').capitalize()} {have} a score in only one of rounds {first} and {last}. Compare their means with care."
        )
    unlike = len(moves.other_agencies(held, first, last))
    if unlike:
        were = "was" if unlike == 1 else "were"
        whole += paragraph(
            f"{many(unlike, 'line').capitalize()} {were} scored by different agencies in rounds {first} and {last}. "
            "That alone can change a mean."
        )
    return whole


def _points_change(held: Audit, earlier: int, later: int) -> str:
    (before, of_before), (after, of_after) = audit.points(held, earlier), audit.points(held, later)
    return f"{after - before:+d}".replace("-", "−") if of_before == of_after else "–"  # noqa: RUF001 - a minus sign


def _charts(held: Audit, rounds: tuple[int, ...]) -> str:
    series: charts.Series = {number: list(audit.by_domain(held, number).values()) for number in rounds}
    names = [domain.name.split()[0] for domain in audit.domains()]
    return (
        f'<figure class="audit__charts">{charts.radar(names, series)}{charts.bars(names, series)}'
        "<figcaption>The means of the five domains, from 0 to 4. The table above has the same numbers.</figcaption></figure>"
    )


def _short(line: str) -> str:
    return f"{line} {audit.lines()[line].short}"


def _weak(held: Audit, number: int) -> str:
    title = heading(4, "What is weak")
    found = audit.weak(held, number)
    if not found:
        return title + paragraph(f"No line scored {WEAK} or less.")
    planned: dict[str, list[str]] = {}
    for action in audit.planned(held):
        planned.setdefault(action.line, []).append(action.action or "Not described yet")
    rows = [
        [_short(line), str(score), "; ".join(planned[line]) if line in planned else _no_action(line)]
        for line, score in found
    ]
    return title + table(f"Lines that scored 0 or 1 in round {number}, lowest first", ["Line", "Score", "Action"], rows)


def _no_action(line: str) -> Html:
    """Give that a line has no action, with a button to write one, which is not printed."""
    return Html(
        f'No action yet <button class="audit__to-plan" type="button" data-do="plan" data-line="{line}">'
        f'Add one<span class="audit__unseen"> for line {line}</span></button>'
    )


def _strong(held: Audit, number: int) -> str:
    title = heading(4, "What is strong")
    found = audit.strong(held, number)
    if not found:
        return title + paragraph(f"No line scored {STRONG} or more.")
    blank = audit.left_blank(held, number)
    rows = [[_short(line), str(score), listed(blank.get(line, ())) or "–"] for line, score in found]
    headings = ["Line", "Score", "Left blank by"]
    if not any(line in blank for line, _ in found):
        headings, rows = headings[:-1], [row[:-1] for row in rows]
    return title + table(f"Lines that scored 3 or 4 in round {number}, highest first", headings, rows)


def _moved(held: Audit, before: int, after: int) -> str:
    title = heading(4, f"What moved from round {before} to round {after}")
    found = moves.moved(held, before, after)
    if not found:
        return title + paragraph("None of the lines that have a score in both.")
    rows = [
        [
            "\n".join(
                [_short(move.line), *_scored_only(move.only_before, before), *_scored_only(move.only_after, after)]
            ),
            str(move.before),
            str(move.after),
            f"{move.points:+d}".replace("-", "−"),  # noqa: RUF001 - a minus sign
        ]
        for move in found
    ]
    headings = ["Line", f"Round {before}", f"Round {after}", "Change"]
    return title + table("Lines with a score in both, the largest change first", headings, rows)


def _scored_only(agencies: tuple[str, ...], number: int) -> list[str]:
    return [f"{listed(agencies)} scored it only in round {number}."] if agencies else []


def _differences(held: Audit, number: int) -> str:
    found = audit.differences(held, number)
    if not found:
        return ""
    far = [difference for difference in found if difference.apart >= FAR_APART]
    title = heading(4, "Where agencies differ most")
    if not far:
        return title + paragraph(f"Nowhere by {FAR_APART} points or more.")
    return title + annex.apart(f"Apart by {FAR_APART} points or more in round {number}: discuss these first", far)


def _plan(held: Audit) -> str:
    title = heading(4, "Action plan")
    plan = audit.planned(held)
    if not plan:
        return title + paragraph("No action has been written yet.")
    rows = [
        [
            action.action or "Not described yet",
            _short(action.line) if action.line else "–",
            action.owner or "Not named",
            _day(action.by) or "No date",
        ]
        for action in sorted(plan, key=lambda action: (not action.by, action.by))
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
