"""The annex of the audit's report as HTML: who scored, the small differences, every line with its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.audit import sums as audit
from calculators.audit.sums import FAR_APART, ROUNDS, Audit, Entry
from calculators.audit.writing import heading, listed, many, paragraph, table
from calculators.engine.dates import words_for_date

if TYPE_CHECKING:
    from collections.abc import Sequence


def statement(line: str) -> str:
    """Give a line's number and statement."""
    return f"{line} {audit.lines()[line].statement}"


def sheets(held: Audit) -> str:
    """Give the table of who scored, when, and how many lines."""
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


def near(held: Audit, number: int) -> str:
    """Give the lines on which agencies differ by 1 point in a round, folded on screen; nothing where there are none."""
    found = [difference for difference in audit.differences(held, number) if difference.apart < FAR_APART]
    if not found:
        return ""
    inside = apart(f"Apart by 1 point in round {number}", found)
    return f'<details class="fold"><summary>Where agencies differ by 1 point: {many(len(found), "line")}</summary>{inside}</details>'


def apart(caption: str, found: Sequence[audit.Difference]) -> str:
    """Give a table of differences: the statement, each agency's score, the points between them, the score that counts."""
    rows = [
        [
            statement(difference.line),
            "; ".join(f"{agency}\N{NO-BREAK SPACE}{score}" for agency, score in difference.scores.items()),
            str(difference.apart),
            str(min(difference.scores.values())),
        ]
        for difference in found
    ]
    return table(caption, ["Line", "Scores", "Points apart", "Score that counts"], rows, wide=True)


def every_line(held: Audit, rounds: tuple[int, ...]) -> str:
    """Give every line with its score in each round; folded on screen."""
    scores = {number: audit.counted(held, number) for number in rounds}
    rows = []
    for key in audit.lines():
        given = ["–" if (score := scores[number][key]) is None else str(score) for number in rounds]
        rows.append([statement(key), *given])
    spread = audit.spread(held, rounds[-1])
    counts = [f"{many(count, 'line')} at {score}" for score, count in spread.items() if score is not None and count]
    blank = f" {many(spread[None], 'line').capitalize()} without a score." if spread[None] else ""
    headings = ["Line", *(f"Round\N{NO-BREAK SPACE}{number}" for number in rounds)]
    of_latest = paragraph(f"Round {rounds[-1]}: {listed(counts) or 'no line has a score'}.{blank}")
    return f'<details class="fold report__all"><summary>Every line</summary>{of_latest}{table("The score that counts", headings, rows)}</details>'


def notes(held: Audit) -> str:
    """Give the notes of each line, agency by agency, folded on screen; nothing where there are none."""
    rows = []
    for line in audit.lines():
        for sheet in sorted(held.sheets, key=lambda one: one.round):
            entry = sheet.entries.get(line, Entry(None))
            said = [
                f"{label}: {note.strip()}"
                for label, note in (
                    ("Evidence", entry.evidence),
                    ("Assurance", entry.assurance),
                    ("Comments", entry.comments),
                )
                if note.strip()
            ]
            if said:
                score = "no score" if entry.score is None else str(entry.score)
                rows.append(
                    [
                        f"{line} {audit.lines()[line].short}",
                        f"{sheet.agency}, round {sheet.round}: {score}",
                        "\n".join(said),
                    ]
                )
    if not rows:
        return ""
    inside = table("In the order of the lines", ["Line", "Agency, round and score", "Notes"], rows, wide=True)
    return f'<details class="fold report__all"><summary>Evidence, assurance and comments</summary>{inside}</details>'
