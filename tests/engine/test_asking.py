"""What is typed wrongly gets one clear line a field; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from calculators.engine.asking import AnswersError, ask
from calculators.engine.guide import (
    NO_YES_NOT_KNOWN,
    SAYS,
    Guide,
    GuideError,
    Option,
    Question,
    Rule,
    ages,
    either,
    tick,
)
from calculators.guides.catalogue import GUIDES
from calculators.output import html as page
from calculators.output.text import condition_data, table_csv

TODAY = date(2026, 11, 22)
GOOD = {
    "child-a": "14",
    "child-b": "15",
    "relationship": "peers",
    "choice": "yes",
    "force": "no",
    "power": "no",
    "capacity": "yes",
    "exchange": "no",
    "images": "none",
    "adult": "no",
}


@pytest.mark.parametrize(
    "age", ["", "-1", "121", "12.5", "twelve", "1e1", "\uff11\uff12", "12 not-known", "<b>", "0x0c", "12,13"]
)
def test_an_age_that_is_no_age_is_refused(age: str) -> None:
    """Only whole years from 0 to 120, or not known."""
    with pytest.raises(AnswersError) as fault:
        ask(GUIDES["consent"], {**GOOD, "child-a": age}, TODAY)
    (error,) = (error for error in fault.value.errors if error.key == "child-a")
    assert error.given == age.strip()
    assert "whole years from 0 to 120" in error.message
    assert error.message.startswith("child-a: ")


@pytest.mark.parametrize("question", [key for key in GOOD if not key.startswith("child")])
def test_an_answer_that_is_none_of_those_is_refused(question: str) -> None:
    """The line names the key, what was given and what is allowed."""
    with pytest.raises(AnswersError) as fault:
        ask(GUIDES["consent"], {**GOOD, question: "perhaps"}, TODAY)
    (error,) = fault.value.errors
    assert error.key == question
    assert "“perhaps”" in error.message
    assert "not-known" in error.message


@pytest.mark.parametrize("question", GOOD)
def test_an_answer_that_is_missing_is_asked_for(question: str) -> None:
    """No default stands in for what was not answered."""
    with pytest.raises(AnswersError) as fault:
        ask(GUIDES["consent"], {key: value for key, value in GOOD.items() if key != question}, TODAY)
    assert question in {error.key for error in fault.value.errors}
    assert all("not answered" in error.message for error in fault.value.errors)


def test_every_fault_is_told_at_once() -> None:
    """A reader mends all of it in one go."""
    with pytest.raises(AnswersError) as fault:
        ask(GUIDES["consent"], {"child-a": "x", "colour": "red"}, TODAY)
    assert {"child-a", "child-b", "force", "colour"} <= {error.key for error in fault.value.errors}


def test_an_answer_to_a_question_that_is_not_relevant_is_passed_over() -> None:
    """A hidden answer neither counts nor is recorded."""
    result = ask(GUIDES["consent"], {**GOOD, "child-a": "12", "capacity": "no"}, TODAY)
    assert "capacity" not in result.answers
    assert "capacity" not in result.typed


def test_labels_of_letters_and_spaces_are_read_kindly() -> None:
    """Upper case and blanks do not matter."""
    assert ask(GUIDES["consent"], {**GOOD, "force": " NOT KNOWN "}, TODAY).answers["force"] == "not-known"


AGE = ages("age", "How old?", 10, 13, name="Age")
FORCE = Question("force", "Force?", "Force", NO_YES_NOT_KNOWN)


SEEN = tick("seen", "Seen", heading="Seen")
YOUNG_OR_SEEN = either("under 13, or seen", AGE.under(13), SEEN.among("yes"))


def rule(**changes: object) -> Rule:
    """A rule that is written rightly, with these changes."""
    right: dict[str, object] = {
        "key": "r",
        "cites": ("llr:6",),
        "then": "Do.",
        "group": SAYS,
        "when": (AGE.under(13),),
    }
    return Rule(**{**right, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: AGE.under(14), "no line is drawn at 0 or 14"),
        (lambda: AGE.between(10, 14), "no line is drawn"),
        (lambda: FORCE.among("perhaps"), "no such answer"),
        (FORCE.among, "no such answer"),
        (lambda: ages("age", "How old?", 13, 10, name="Age"), "must rise"),
        (lambda: guide(rule(cites=())), "names no unit"),
        (lambda: guide(rule(when=())), "needs conditions, or always"),
        (lambda: guide(rule(always=True)), "needs conditions, or always"),
        (lambda: guide(rule(when=(FORCE.among("yes"),)), questions=(AGE,)), "asks for force"),
        (lambda: guide(rule(), rule()), "stands twice"),
        (lambda: guide(rule(covers=("other",))), "covers unknown rules"),
        (lambda: guide(rule(meeting="party")), "unknown meeting: party"),
        (lambda: guide(rule(), questions=(AGE, AGE)), "stands twice"),
        (lambda: guide(rule(when=(YOUNG_OR_SEEN,))), "asks for seen"),
        (
            lambda: guide(rule(when=(either("either", AGE.under(13), SEEN.among("no")),)), questions=(AGE, SEEN)),
            "ticked",
        ),
    ],
)
def test_a_guide_written_wrongly_stops_at_import(wrong: object, words: str) -> None:
    """A slip in a rule never reaches a reader."""
    assert callable(wrong)
    with pytest.raises(GuideError, match=words):
        wrong()


def test_answers_side_by_side_have_no_order_and_the_first_stands_where_not_known_is_not_offered() -> None:
    """Where a reader works is no better or worse for a child, and the reader knows it."""
    role = Question("role", "Where?", "Role", (Option("other", "Elsewhere"), Option("school", "School")), ranked=False)
    assert role.from_mild_to_worse == ()
    assert role.unanswered == "other"
    assert FORCE.from_mild_to_worse == ("no", "yes")
    assert FORCE.unanswered == "not-known"


def test_a_rule_that_cites_an_unknown_unit_stops_at_import() -> None:
    """A citation that leads nowhere never reaches a reader."""
    with pytest.raises(LookupError, match="llr:99"):
        guide(rule(cites=("llr:99",)))


def guide(*rules: Rule, questions: tuple[Question, ...] = (AGE, FORCE)) -> Guide:
    """A guide made of these rules."""
    return Guide("g", "G", "For tests.", questions, rules, ())


def test_either_of_two_answers_is_enough() -> None:
    """A line that either of two answers brings is kept out only where both are wanting, and says so in words."""
    found = guide(rule(when=(YOUNG_OR_SEEN,)), questions=(AGE, SEEN))
    for age, seen, applies in (("9", "yes", True), ("9", "", True), ("14", "yes", True), ("14", "", False)):
        result = ask(found, {"age": age, "seen": seen}, TODAY)
        assert bool(result.findings) is applies
        assert [kept.words for kept in result.trace[0].kept_out_by] == ["under 13, or seen"] * (not applies)


def test_either_is_told_to_the_page_and_the_table_as_it_is_to_python() -> None:
    """The conditions beside the rules, the decision table and the CSV name each answer that is enough."""
    found = guide(rule(when=(YOUNG_OR_SEEN, AGE.under(13))), questions=(AGE, SEEN))
    assert condition_data(YOUNG_OR_SEEN)["or"] == [{"question": "seen", "options": ["yes"]}]
    assert "A: under-10 | 10-to-12 & under-10 | 10-to-12,A: yes" in table_csv(found)
    assert '<th scope="row">Seen</th><td><a href="#g-rule-r">1</a> (with age: under 13)' in page.table(found)
