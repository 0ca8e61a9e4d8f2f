"""The audit's sums: the lower score counts, a blank is not a nought, the order of agencies never matters."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.audit import moves
from calculators.audit import sums as audit
from calculators.audit.moves import Move
from calculators.audit.sums import Audit, Entry, Sheet
from calculators.engine.dates import add_months

LINES = list(audit.lines())
SCORES = st.dictionaries(st.sampled_from(LINES), st.none() | st.integers(0, 4))
SHEETS = st.lists(SCORES, min_size=1, max_size=4)


def sheet(agency: str, scores: dict[str, int | None], number: int = 1, day: date | None = None) -> Sheet:
    """A sheet with these scores and nothing else."""
    return Sheet(agency, number, day, {line: Entry(score) for line, score in scores.items()})


def of(scores: list[dict[str, int | None]]) -> Audit:
    """An audit of one round, an agency for each set of scores."""
    return Audit(tuple(sheet(f"Agency {place}", entry) for place, entry in enumerate(scores)))


def test_all_fours_give_184_of_184_and_every_mean_four() -> None:
    """46 lines of 4 points."""
    full = of([dict.fromkeys(LINES, 4)])
    assert audit.points(full, 1) == (184, 184)
    assert audit.overall(full, 1) == audit.Mean(4.0, 46, 46)
    assert {mean.value for mean in audit.by_domain(full, 1).values()} == {4.0}
    assert [mean.of for mean in audit.by_domain(full, 1).values()] == [10, 10, 8, 10, 8]


def test_domain_three_all_fours_has_mean_four() -> None:
    """A domain of eight lines is not held to ten."""
    third = of([{line: 4 for line in LINES if line.startswith("3.")}])
    assert audit.by_domain(third, 1)[3] == audit.Mean(4.0, 8, 8)
    assert audit.by_domain(third, 1)[1] == audit.Mean(None, 0, 10)


def test_three_against_one_counts_one() -> None:
    """The lower score counts, and the difference is named."""
    held = of([{"1.1": 3}, {"1.1": 1}])
    assert audit.counted(held, 1)["1.1"] == 1
    (difference,) = audit.differences(held, 1)
    assert dict(difference.scores) == {"Agency 0": 3, "Agency 1": 1}


@given(SHEETS, st.randoms())
def test_the_order_of_agencies_never_matters(scores: list[dict[str, int | None]], random: object) -> None:
    """Shuffled sheets give the same counts, means and points."""
    held = of(scores)
    mixed = list(held.sheets)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    other = Audit(tuple(mixed))
    assert audit.counted(held, 1) == audit.counted(other, 1)
    assert audit.by_domain(held, 1) == audit.by_domain(other, 1)
    assert audit.points(held, 1) == audit.points(other, 1)


@given(SHEETS, st.sampled_from(LINES))
def test_adding_a_blank_changes_nothing(scores: list[dict[str, int | None]], line: str) -> None:
    """One more agency that leaves everything blank, or one more blank line."""
    held = of(scores)
    more = Audit((*held.sheets, sheet("Blank", {line: None})))
    assert audit.counted(held, 1) == audit.counted(more, 1)
    assert audit.differences(held, 1) == audit.differences(more, 1)


@given(SHEETS, st.sampled_from(LINES), st.integers(0, 4))
def test_another_score_for_a_scored_line_never_raises_a_mean(
    scores: list[dict[str, int | None]], line: str, score: int
) -> None:
    """The lower-score rule only ever lowers what is already scored."""
    held = of([{line: 4}, *scores])
    more = Audit((*held.sheets, sheet("Another", {line: score})))
    for number, mean in audit.by_domain(held, 1).items():
        after = audit.by_domain(more, 1)[number]
        if mean.value is not None and after.value is not None:
            assert after.value <= mean.value


@given(SHEETS)
def test_means_and_scores_keep_their_bounds(scores: list[dict[str, int | None]]) -> None:
    """0 to 4, and never more lines scored than there are."""
    held = of(scores)
    for mean in (*audit.by_domain(held, 1).values(), audit.overall(held, 1)):
        assert mean.value is None or 0 <= mean.value <= 4
        assert (mean.value is None) == (mean.scored == 0)
        assert mean.scored <= mean.of
    had, most = audit.points(held, 1)
    assert 0 <= had <= most <= 184


def test_lines_that_moved_are_those_scored_in_both_rounds() -> None:
    """A line scored only once has not moved."""
    held = Audit((sheet("A", {"1.1": 1, "1.2": 2, "1.3": 3}), sheet("A", {"1.1": 3, "1.2": 2}, 2)))
    assert moves.moved(held, 1, 2) == (Move("1.1", 1, 3),)


def test_weak_lines_come_lowest_first_and_strong_ones_highest_first() -> None:
    """0 and 1 are weak, 3 and 4 strong, 2 neither; a line without a score is none of them."""
    held = of([{line: place % 5 for place, line in enumerate(LINES[:12])} | {LINES[20]: None}])
    assert [score for _, score in audit.weak(held, 1)] == [0, 0, 0, 1, 1, 1]
    assert [score for _, score in audit.strong(held, 1)] == [4, 4, 3, 3]


def test_differences_come_the_largest_first_and_then_as_the_framework_has_them() -> None:
    """Four points before two, two before one."""
    held = of([{"1.1": 1, "1.2": 4, "1.3": 0, "1.4": 2}, {"1.1": 2, "1.2": 0, "1.3": 2, "1.4": 2}, {"1.1": 3}])
    assert [(difference.line, difference.apart) for difference in audit.differences(held, 1)] == [
        ("1.2", 4),
        ("1.1", 2),
        ("1.3", 2),
    ]


def test_the_largest_move_comes_first() -> None:
    """Up or down."""
    held = Audit((sheet("A", {"1.1": 1, "1.2": 4, "1.3": 3}), sheet("A", {"1.1": 2, "1.2": 0, "1.3": 1}, 2)))
    assert [(move.line, move.points) for move in moves.moved(held, 1, 2)] == [("1.2", -4), ("1.3", -2), ("1.1", 1)]


@pytest.mark.parametrize(
    ("scores", "shown"),
    [([1, 2, 2, 2], "1.8"), ([2, 2, 2, 3], "2.3"), ([0] * 19 + [1], "0.1"), ([4] * 46, "4.0"), ([], "not scored")],
)
def test_halves_are_rounded_up_whatever_the_machine_makes_of_them(scores: list[int], shown: str) -> None:
    """1.75, 2.25 and 0.05: Python's own rounding would print 1.8, 2.2 and 0.1."""
    assert audit.mean(scores).shown == shown


@given(SHEETS, SHEETS)
def test_before_and_change_give_after_as_they_are_printed(
    first: list[dict[str, int | None]], then: list[dict[str, int | None]]
) -> None:
    """1.8, 2.2 and +0.5 would read as a mistake."""
    held = Audit(of(first).sheets + tuple(sheet(f"Agency {place}", scores, 2) for place, scores in enumerate(then)))
    for before, after in zip(audit.by_domain(held, 1).values(), audit.by_domain(held, 2).values(), strict=True):
        change = moves.change(before, after)
        if change is None:
            assert None in {before.value, after.value}
        else:
            assert round(10 * float(before.shown)) + change == round(10 * float(after.shown))
            assert after.value is not None
            assert abs(float(after.shown) - after.value) <= 0.05 + 1e-9


@given(SHEETS)
def test_the_counts_of_scores_are_46_together(scores: list[dict[str, int | None]]) -> None:
    """Each line is counted once, with its score or without."""
    spread = audit.spread(of(scores), 1)
    assert sum(spread.values()) == 46
    assert sum(count for score, count in spread.items() if score is not None) == audit.overall(of(scores), 1).scored


@given(SHEETS)
def test_weak_strong_and_the_rest_are_all_that_is_scored(scores: list[dict[str, int | None]]) -> None:
    """No line is in two of them."""
    held = of(scores)
    assert (
        len(audit.weak(held, 1)) + len(audit.strong(held, 1)) + audit.spread(held, 1)[2]
        == audit.overall(held, 1).scored
    )


def test_lines_scored_in_one_round_only_are_counted() -> None:
    """They make two means hard to compare."""
    held = Audit((sheet("A", {"1.1": 1, "1.2": 2}), sheet("A", {"1.1": 1, "1.3": None, "1.4": 2}, 2)))
    assert moves.only_in_one(held, 1, 2) == 2


@pytest.mark.parametrize(
    ("day", "rounds"),
    [
        (date(2026, 8, 31), [(2, date(2027, 2, 28)), (3, date(2027, 8, 31))]),
        (date(2027, 8, 31), [(2, date(2028, 2, 29)), (3, date(2028, 8, 31))]),
        (None, []),
    ],
)
def test_the_next_rounds_are_due_six_and_twelve_months_after_the_start(day: date | None, rounds: list[object]) -> None:
    """Calendar months; the last day of the month where there is no such day."""
    assert list(audit.due(Audit((sheet("A", {"1.1": 1}, 1, day),)))) == rounds


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_adding_months_keeps_the_day_or_takes_the_last_of_the_month(day: date, months: int) -> None:
    """Never into the month after."""
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


def test_a_line_moved_by_an_agency_that_left_it_blank_names_that_agency() -> None:
    """Police alone stays at 4: the line only looks better, because the lower score is missing."""
    held = Audit(
        (
            sheet("Police", {"1.1": 4, "1.2": 1}),
            sheet("Health", {"1.1": 0, "1.2": 1}),
            sheet("Police", {"1.1": 4, "1.2": 2}, 2),
            sheet("Health", {"1.2": 2}, 2),
        )
    )
    assert moves.moved(held, 1, 2) == (Move("1.1", 0, 4, only_before=("Health",)), Move("1.2", 1, 2))
    assert audit.left_blank(held, 1) == {}
    assert audit.left_blank(held, 2) == {"1.1": ("Health",)}


def test_a_line_moved_by_an_agency_that_joined_names_that_agency() -> None:
    """And of two changes alike the fall comes first."""
    held = Audit(
        (
            sheet("Police", {"1.1": 1, "1.2": 3}),
            sheet("Police", {"1.1": 3, "1.2": 3}, 2),
            sheet("Schools", {"1.2": 1}, 2),
        )
    )
    assert moves.moved(held, 1, 2) == (Move("1.2", 3, 1, only_after=("Schools",)), Move("1.1", 1, 3))


@given(SHEETS, SHEETS)
def test_without_other_agencies_a_line_rises_only_if_somebody_gave_it_more(
    first: list[dict[str, int | None]], second: list[dict[str, int | None]]
) -> None:
    """Like for like, a change of the score that counts is a change of somebody's score, in the same direction."""
    later = tuple(Sheet(one.agency, 2, None, one.entries) for one in of(second).sheets)
    held = Audit((*of(first).sheets, *later))
    before, after = audit.scores_of(held, 1), audit.scores_of(held, 2)
    for move in moves.moved(held, 1, 2):
        if move.is_like_for_like:
            changes = [after[move.line][agency] - score for agency, score in before[move.line].items()]
            assert any(change * move.points > 0 for change in changes)
        else:
            assert before[move.line].keys() != after[move.line].keys()
