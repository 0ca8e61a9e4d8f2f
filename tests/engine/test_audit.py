"""The audit's sums: the lower score counts, a blank is not a nought, the order of agencies never matters."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import browser
from calculators.audit import files as audit_files
from calculators.audit import page as audit_page
from calculators.audit import sums as audit
from calculators.audit.sums import Action, Audit, Entry, Sheet
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
    assert audit.moved(held, 1, 2) == (("1.1", 1, 3),)


def test_lowest_lines_come_lowest_first_and_at_most_five() -> None:
    """Unscored lines are not low."""
    held = of([{line: place % 5 for place, line in enumerate(LINES[:12])}])
    assert [score for _, score in audit.lowest(held, 1)] == [0, 0, 0, 1, 1]


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


NOTES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd\ufeff"), max_size=40)
ENTRIES = st.builds(Entry, st.none() | st.integers(0, 4), NOTES, NOTES)
AGENCIES = NOTES.filter(lambda text: text == text.strip() and bool(text) and not text.startswith("'"))
AUDITS = st.builds(
    Audit,
    st.lists(
        st.builds(
            Sheet, AGENCIES, st.integers(1, 3), st.none() | st.dates(), st.dictionaries(st.sampled_from(LINES), ENTRIES)
        ),
        unique_by=lambda of_one: (of_one.agency, of_one.round),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(Action, st.sampled_from(["", *LINES]), NOTES, NOTES, NOTES), max_size=3).map(tuple),
)


@given(AUDITS)
@settings(max_examples=60)
def test_what_is_saved_can_be_opened_again(held: Audit) -> None:
    """JSON keeps everything."""
    text = json.dumps(audit_files.to_data(held))
    assert audit_files.to_data(audit_files.read("a.json", len(text), text)) == audit_files.to_data(held)


def test_csv_keeps_scores_and_notes_and_runs_nothing() -> None:
    """A spreadsheet opens it; a cell that looks like a formula is text; scores and notes come back."""
    held = Audit(
        (
            Sheet(
                "Health", 2, date(2026, 11, 22), {"1.1": Entry(3, '=1+1, "quoted"', "line\nbreak"), "1.2": Entry(None)}
            ),
        )
    )
    text = audit_files.to_csv(held)
    assert "'=1+1" in text
    back = audit_files.read("a.csv", len(text), text).sheets[0]
    assert (back.agency, back.round, back.day) == ("Health", 2, date(2026, 11, 22))
    assert back.entries["1.1"] == Entry(3, '=1+1, "quoted"', "line\nbreak")
    assert audit_files.read("b.csv", 9, text.replace(",", ";") if "quoted" not in text else text)


def json_with(**changes: object) -> str:
    """A good file, changed."""
    good = audit_files.to_data(of([{"1.1": 1}]))
    return json.dumps({**good, **changes})


BAD = {
    "empty": ("", 0, "is empty"),
    "blank": (" \n", 2, "is empty"),
    "five megabytes": ("", 5_000_000, "too large: 5.0 MB"),
    "image": ("\ufffdPNG\r\n\0\0", 60, "not a text file"),
    "foreign json": ('{"type": "FeatureCollection"}', 30, "made by something else"),
    "foreign text": ("Dear all, please find attached", 30, "neither an audit saved here nor a table"),
    "foreign table": ("name,age\nA,3\n", 12, "neither an audit saved here nor a table"),
    "truncated": (json_with()[:80], 80, "is damaged"),
    "older": (json_with(version=0), 99, "older edition, version 0"),
    "no version": (json_with(version=None), 99, "older edition"),
    "newer": (json_with(version=2), 99, "newer edition, version 2"),
    "sheets no list": (json_with(sheets=3), 99, "not a list"),
    "no agency": (json_with(sheets=[{"agency": " ", "round": 1}]), 99, "has no agency"),
    "round 4": (json_with(sheets=[{"agency": "A", "round": 4}]), 99, "there are rounds 1, 2 and 3"),
    "bad date": (json_with(sheets=[{"agency": "A", "round": 1, "date": "soon"}]), 99, "write it as 2026-11-22"),
    "unknown line": (
        json_with(sheets=[{"agency": "A", "round": 1, "lines": {"9.9": {}}}]),
        99,
        "line 9.9, which the audit does not have",
    ),
    "score 5": (json_with(sheets=[{"agency": "A", "round": 1, "lines": {"1.1": {"score": 5}}}]), 99, "from 0 to 4"),
    "score half": (
        json_with(sheets=[{"agency": "A", "round": 1, "lines": {"1.1": {"score": 2.5}}}]),
        99,
        "from 0 to 4",
    ),
    "score true": (
        json_with(sheets=[{"agency": "A", "round": 1, "lines": {"1.1": {"score": True}}}]),
        99,
        "from 0 to 4",
    ),
    "agency twice": (json_with(sheets=[{"agency": "A", "round": 1}] * 2), 99, "stands twice in round 1"),
    "long note": (
        json_with(sheets=[{"agency": "A", "round": 1, "lines": {"1.1": {"evidence": "x" * 5000}}}]),
        99,
        "4000 is the most",
    ),
    "action line": (json_with(actions=[{"line": "7.1"}]), 99, "the action plan names line 7.1"),
    "csv score": (",".join(audit_files.COLUMNS) + "\nA,1,,1.1,,x,,\n", 90, "row 2: the score is “x”"),
}


@pytest.mark.parametrize(("text", "size", "words"), BAD.values(), ids=BAD)
def test_a_bad_file_gets_one_sentence_and_changes_nothing(text: str, size: int, words: str) -> None:
    """The sentence names the file; the audit in hand is not part of the answer."""
    with pytest.raises(audit_files.AuditFileError, match=words) as fault:
        audit_files.read("mine.json", size, text)
    assert str(fault.value).startswith("mine.json")
    document = audit_files.to_data(of([{"1.1": 1}]))
    request = {"do": "open", "document": document, "files": [{"name": "mine.json", "size": size, "text": text}]}
    assert set(json.loads(browser.audit(json.dumps(request)))) == {"error"}


def test_a_sheet_that_is_already_in_hand_is_not_overwritten() -> None:
    """Opening the same agency and round again says to remove the one in hand first."""
    held = of([{"1.1": 1}])
    with pytest.raises(audit_files.AuditFileError, match="already in hand"):
        audit_files.join(held, held, "again.json")


def test_the_report_escapes_what_was_typed() -> None:
    """A note or a name that looks like markup stays text."""
    attack = "<script>alert(1)</script>"
    held = Audit(
        (Sheet(attack, 1, None, {"1.1": Entry(1, attack, attack)}), sheet("B", {"1.1": 3})),
        (Action("1.1", attack, attack, attack),),
    )
    html = audit_page.report(held)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 5


def test_the_report_has_the_same_numbers_in_table_and_chart() -> None:
    """Every mean of the table stands beside its bar."""
    held = Audit(
        (sheet("A", {line: place % 5 for place, line in enumerate(LINES)}), sheet("A", dict.fromkeys(LINES, 3), 2))
    )
    html = audit_page.report(held)
    for number in (1, 2):
        for mean in audit.by_domain(held, number).values():
            assert f"{mean.value:.1f} ({mean.of} of {mean.of} scored)" in html
            assert f">{mean.value:.1f}</text>" in html
