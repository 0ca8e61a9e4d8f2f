"""The report for the board: what it says, in which order, and that nothing typed is taken for markup."""

from __future__ import annotations

import re
from datetime import date

from calculators.audit import means, sums
from calculators.audit.report import report
from calculators.audit.sums import Action, Audit, Entry, Figure, Other, Sheet
from calculators.audit.workspace import EXAMPLES_AT, examples, workspace

LINES = list(sums.lines())


def sheet(agency: str, scores: dict[str, int], number: int = 1, day: date | None = None) -> Sheet:
    """A sheet with these scores and nothing else."""
    return Sheet(agency, number, day, {line: Entry(score) for line, score in scores.items()})


def words(html: str) -> str:
    """Give the words of HTML, a blank between what stands apart."""
    return " ".join(re.sub("<[^>]*>", " ", html).split())


HELD = Audit(
    (
        sheet("Police", dict.fromkeys(LINES, 1), 1, date(2026, 5, 25)),
        sheet("Health", {line: place % 5 for place, line in enumerate(LINES)}, 2, date(2026, 11, 24)),
        sheet("Police", dict.fromkeys(LINES, 3), 2, date(2026, 11, 25)),
    ),
    (Action("1.1", "Agree one set of figures", "Data lead", "2027-03-01"), Action("", "Meet again", "", "Spring")),
    "A partnership",
)


def test_the_report_escapes_what_was_typed() -> None:
    """A note or a name that looks like markup stays text."""
    attack = "<script>alert(1)</script>"
    held = Audit(
        (Sheet(attack, 1, None, {"1.1": Entry(1, attack, attack, attack)}), sheet("B", {"1.1": 3})),
        (Action("1.1", attack, attack, attack),),
        attack,
    )
    html = report(held)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 7


def test_the_report_has_the_same_numbers_in_table_and_chart() -> None:
    """Every mean of the table stands beside its bar."""
    html = report(HELD)
    for number in (1, 2):
        for mean in sums.by_domain(HELD, number).values():
            assert f"{mean.shown} ({mean.of} of {mean.of} scored)" in html
            assert f">{mean.shown}</text>" in html


def test_the_report_is_titled_with_partnership_round_date_and_agencies() -> None:
    """The partnership of the audit; where it has none, that of the area."""
    said = words(report(HELD, "An area"))
    assert (
        "A partnership Round 2: six months, scored 24 November 2026 to 25 November 2026. Scored by Health and Police."
        in said
    )
    assert "An area Round 1" in words(report(Audit((sheet("Police", {"1.1": 1}),)), "An area"))


def test_the_report_says_what_a_board_asks_in_that_order() -> None:
    """Strong, weak, moved, differences, actions, next round."""
    html = report(HELD)
    asked = [
        "In short",
        "Means of the domains",
        "What is strong",
        "What is weak",
        "What moved",
        "Where agencies differ most",
        "Action plan",
        "Next round",
    ]
    places = [html.index(f"<h4>{heading}") for heading in asked]
    assert places == sorted(places)
    assert "Round 3 is due by 25 May 2027." in html


def test_differences_stand_with_their_statements_the_largest_first() -> None:
    """A number alone tells a board nothing."""
    html = report(HELD)
    far = html[html.index("Where agencies differ most") : html.index("Action plan")]
    apart = [int(found) for found in re.findall(r'data-label="Points apart">(\d)', far)]
    assert apart == sorted(apart, reverse=True)
    assert min(apart) == 2
    assert all(
        sums.lines()[difference.line].statement in words(far).replace("&#x27;", "'")
        for difference in sums.differences(HELD, 2)
        if difference.apart > 1
    )
    assert "by 1 point" in html


def test_no_line_is_called_weak_that_scored_well_and_none_strong_that_did_not() -> None:
    """An audit of fours has no weak line; one of noughts no strong one."""
    assert "No line scored 1 or less." in report(Audit((sheet("A", dict.fromkeys(LINES, 4)),)))
    assert "No line scored 3 or more." in report(Audit((sheet("A", dict.fromkeys(LINES, 0)),)))


def test_a_weak_line_names_its_action_or_says_that_there_is_none() -> None:
    """In the same row."""
    weak = words(report(HELD).split("What is weak")[1].split("What moved")[0])
    assert f"1.1 {sums.lines()['1.1'].short} 0 Agree one set of figures" in weak
    assert f"1.2 {sums.lines()['1.2'].short} 1 No action yet" in weak


def test_actions_show_owner_and_date_and_what_is_missing() -> None:
    """A date as a date, words as words."""
    plan = words(report(HELD).split("Action plan")[1])
    assert f"Agree one set of figures 1.1 {sums.lines()['1.1'].short} Data lead 1 March 2027" in plan
    assert "Meet again – Not named Spring" in plan


def test_an_action_without_a_word_is_not_in_the_report() -> None:
    """Neither in the plan nor in its count; one with an owner only is, and says what is missing."""
    empty, owned = Action("1.1", " ", "", ""), Action("1.1", "", "Data lead", "")
    assert "The action plan has no actions." in words(report(Audit(HELD.sheets, (empty,))))
    said = words(report(Audit(HELD.sheets, (empty, owned))))
    assert "The action plan has 1 action." in said
    assert f"Not described yet 1.1 {sums.lines()['1.1'].short} Data lead No date" in said


def test_rounds_over_other_lines_are_said_to_be_hard_to_compare() -> None:
    """As many lines as have a score in only one of the two."""
    held = Audit((sheet("A", {"1.1": 1}), sheet("A", {"1.1": 2, "1.2": 2}, 2)))
    assert "1 line has a score in only one of rounds 1 and 2. Compare their means with care." in words(report(held))


def test_other_partnerships_stand_beside_ours_without_names_whatever_the_order() -> None:
    """Also where we have no sheet yet."""
    low, high = (Other({1: {domain: Figure(tenths, 8) for domain in range(6)}}) for tenths in (11, 31))
    for others in ((low, high), (high, low)):
        said = words(report(Audit(HELD.sheets, others=others)))
        assert "Ours, round 2" in said
        assert "Partnership A, round 1 3.1 (8)" in said
        assert "Partnership B, round 1 1.1 (8)" in said
    assert "Partnership A, round 1" in words(report(Audit(others=(low,))))
    assert means.of(Audit(HELD.sheets)).rounds[1][0] == Figure(10, 46)


def test_every_line_has_examples_of_0_2_and_4_that_are_marked_as_our_own() -> None:
    """138 of them, each different, in sentences of at most 25 words."""
    assert list(examples()) == LINES
    assert all(tuple(found) == EXAMPLES_AT for found in examples().values())
    said = [words for found in examples().values() for words in found.values()]
    assert len(set(said)) == 138
    for sentence in (one for text in said for one in text.split(". ")):
        assert len(sentence.split()) <= 25, sentence
    assert workspace().count("These examples are this site’s own, not the framework’s.") == 46


def test_the_first_sheet_counts_every_score_and_the_weak_lines_with_an_action() -> None:
    """What is strong, what is neither and what is weak are all that is scored."""
    said = words(report(HELD).split("Means of the domains")[0])
    assert "18 lines scored 3 or 4, 9 scored 2, and 19 scored 0 or 1." in said
    assert "The action plan has 2 actions. Lines that scored 0 or 1 and have an action: 1 of 19." in said


def test_a_round_without_a_score_does_not_empty_the_report() -> None:
    """It is said that it has begun."""
    said = words(report(Audit((*HELD.sheets, sheet("Health", {}, 3)))))
    assert "Round 2: six months, scored 24 November 2026" in said
    assert "Round 3 has a sheet and no score yet." in said
    empty = report(Audit((sheet("Police", {}),)))
    assert "Round 1: start. Scored by Police. In short No line has a score yet." in words(empty)
    for part in ("<h4>What is", "<h4>Means", "<svg"):
        assert part not in empty


def test_the_latest_move_comes_first() -> None:
    """With three rounds there are two."""
    html = report(Audit((*HELD.sheets, sheet("Health", {"1.1": 4}, 3))))
    assert html.index("from round 2 to round 3") < html.index("from round 1 to round 2")


def test_notes_stand_line_by_line_with_the_agency_and_its_score() -> None:
    """Each kind of note on a line of its own; without a note there is nothing."""
    assert "Evidence, assurance and comments" not in report(HELD)
    entries = {"1.1": Entry(1, "Figures", comments="Ask again"), "1.2": Entry(None, assurance="Board")}
    said = words(report(Audit((Sheet("Police", 1, None, entries),))).split("Every line")[1])
    assert f"1.1 {sums.lines()['1.1'].short} Police, round 1: 1 Evidence: Figures Comments: Ask again" in said
    assert f"1.2 {sums.lines()['1.2'].short} Police, round 1: no score Assurance: Board" in said


def test_the_key_stands_beside_each_line() -> None:
    """Every score of every line with its words."""
    html = workspace()
    for score, meaning in sums.key().items():
        assert html.count(f"<b>{score}</b> {meaning}</span>") == 46


def test_every_line_has_a_short_name_of_its_own() -> None:
    """For where there is no room for its statement."""
    shorts = {line.short for line in sums.lines().values()}
    assert len(shorts) == 46
    assert max(map(len, shorts)) <= 80


def test_the_report_says_where_a_score_rests_on_fewer_agencies() -> None:
    """Health scored 0 at first and then left the line blank: what looks like a rise of 4 is said to be none to rely on."""
    held = Audit(
        (
            sheet("Police", {"1.1": 4, "1.2": 1}),
            sheet("Health", {"1.1": 0, "1.2": 1}),
            sheet("Police", {"1.1": 4, "1.2": 2}, 2),
            sheet("Health", {"1.2": 2}, 2),
        )
    )
    said = words(report(held))
    assert "Health left 1 line blank that others scored. The score of such a line rests on fewer agencies." in said
    assert "2 lines went up and no lines went down. On 1 of them, different agencies scored in the two rounds." in said
    assert "1 line was scored by different agencies in rounds 1 and 2. That alone can change a mean." in said
    short = sums.lines()["1.1"].short
    assert f"Line Score Left blank by 1.1 {short} 4 Health" in said
    assert f"1.1 {short} Health scored it only in round 1. 0 4 +4" in said
    whole = words(report(HELD))
    for unsaid in ("Left blank by", "left 1 line blank"):
        assert unsaid not in whole


def test_a_weak_line_without_an_action_has_a_button_that_names_it() -> None:
    """So that the plan is written from the report."""
    html = report(HELD)
    assert 'data-do="plan" data-line="1.2">Add one<span class="audit__unseen"> for line 1.2</span>' in html
    assert 'data-do="plan" data-line="1.1"' not in html
