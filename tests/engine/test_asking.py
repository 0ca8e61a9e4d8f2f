"""What is typed wrongly gets one clear line a field; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from calculators.engine.ages import ages, later_age
from calculators.engine.asking import AnswersError, ask
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.decide import decide
from calculators.engine.guide import Guide
from calculators.engine.questions import NO_YES_NOT_KNOWN, GuideError, NotKnown, Option, Question, tick
from calculators.engine.rules import Rule, avoid, differs, says, step
from calculators.guides.catalogue import GUIDES
from calculators.output import table

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
    "age", ["", "-1", "121", "12.5", "twelve", "1e1", "12 not-known", "12 months", "<b>", "0x0c", "12,13"]
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
    assert {"child-a", "child-b", "relationship", "colour"} <= {error.key for error in fault.value.errors}


def test_an_answer_to_a_question_that_is_not_relevant_is_passed_over() -> None:
    """A hidden answer neither counts nor is recorded."""
    result = ask(GUIDES["consent"], {**GOOD, "child-a": "12", "activity": "yes", "capacity": "no"}, TODAY)
    assert "capacity" not in result.answers
    assert "capacity" not in (result.typed or {})


def test_labels_of_letters_and_spaces_are_read_kindly() -> None:
    """Upper case and blanks do not matter."""
    assert ask(GUIDES["consent"], {**GOOD, "force": " NOT KNOWN "}, TODAY).answers["force"] == "not-known"


@pytest.mark.parametrize("typed", ["14", " 14 ", "14 years", "14 years old", "14y", "\uff11\uff14", "\u0661\u0664"])
def test_an_age_is_read_as_people_type_it(typed: str) -> None:
    """With or without the word, in digits of any script."""
    assert ask(GUIDES["consent"], {**GOOD, "child-a": typed}, TODAY).answers["child-a"] == "13-to-15"


UNKNOWN = NotKnown("how old", "Ask.", "Act.", ("llr:6",))
AGE = ages("age", "How old?", 10, 13, name="Age", not_known=UNKNOWN)
FIRST = ages("age", "How old?", 10, 13, name="Age", not_known=UNKNOWN, until="last")
LAST = later_age("last", "How old last?", after="age", name="Last age").cut_at(10, 13)
FORCE = Question("force", "Force?", "Force", NO_YES_NOT_KNOWN, not_known=UNKNOWN)
SEEN = tick("seen", "Seen", heading="Seen")
ROLE = Question("role", "Role?", "Role", (Option("one", "One"),), for_display=True, ranked=False)
YOUNG_OR_SEEN = AGE.under(13) | SEEN.among("yes")


def guide(*rules: Rule, questions: tuple[Question, ...] = (AGE, FORCE)) -> Guide:
    """A calculator made of these rules."""
    return Guide("g", "G", "For tests.", questions, rules, ())


def rule(**changes: object) -> Rule:
    """A rule that is written rightly, with these changes."""
    right: dict[str, object] = {"key": "r", "text": "So it is.", "cites": "llr:6", "when": AGE.under(13)}
    return says(**{**right, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: AGE.under(14), "no line is drawn at 0 or 14"),
        (lambda: AGE.between(10, 14), "no line is drawn"),
        (lambda: FORCE.among("perhaps"), "no such answer"),
        (FORCE.among, "no such answer"),
        (lambda: ages("age", "How old?", 13, 10, name="Age"), "must rise"),
        (lambda: guide(rule(cites=())), "names no unit"),
        (lambda: guide(rule(text=" ")), "says nothing"),
        (lambda: step("r", because="So.", cites="llr:6"), "calls for no action"),
        (lambda: step("r", "fly", because="So.", cites="llr:6"), "there is no action “fly”"),
        (lambda: step("r", "refer", because="So.", cites="llr:6", at="soon"), "“soon” is no time"),
        (lambda: differs("r", "So.", topic="", cites="llr:6"), "a topic belongs"),
        (lambda: guide(rule(when=FORCE.among("yes")), questions=(AGE,)), "depends on force"),
        (lambda: guide(rule(when=ROLE.among("one")), questions=(ROLE,)), "only says who reads"),
        (lambda: guide(rule(), rule()), "stands twice"),
        (lambda: guide(rule(), questions=(AGE, AGE)), "stands twice"),
        (lambda: guide(rule(when=YOUNG_OR_SEEN)), "depends on seen"),
        (lambda: guide(rule(when=AGE.under(13) | SEEN.among("no")), questions=(AGE, SEEN)), "ticked"),
        (lambda: guide(questions=(FIRST,)), "goes on until last, which is not asked"),
        (lambda: guide(questions=(Question("q", "Q?", "Q", NO_YES_NOT_KNOWN),)), "say on the question what to do"),
    ],
)
def test_a_calculator_written_wrongly_stops_at_import(wrong: object, words: str) -> None:
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
        rule(cites="llr:99")


def test_a_condition_writes_its_own_words() -> None:
    """Both, either, touching bands and not known are told from the condition itself."""
    assert (AGE.under(13) | AGE.unknown).words == "Age: under 13 or not known"
    assert YOUNG_OR_SEEN.words == "Age: under 13, or Seen: ticked"
    assert (AGE.at_least(10) & FORCE.among("yes")).words == "Age: 10 or over; Force: yes"


def test_a_nested_choice_keeps_every_part() -> None:
    """What is built of choices and of both-at-once holds for the same answers as the formula says."""
    nested = (AGE.under(10) & FORCE.among("yes")) | (SEEN.among("yes") & FORCE.unknown) | AGE.unknown
    for age in AGE.keys:
        for force in FORCE.keys:
            for seen in SEEN.keys:
                said = (
                    (age == "under-10" and force == "yes") or (seen == "yes" and force == NOT_KNOWN) or age == NOT_KNOWN
                )
                assert nested.met({"age": age, "force": force, "seen": seen}) is said


def test_either_of_two_answers_is_enough() -> None:
    """A rule that either of two answers brings is kept out only where both are wanting, and says so in words."""
    found = guide(rule(when=YOUNG_OR_SEEN), questions=(AGE, SEEN))
    for age, seen, applies in (("9", "yes", True), ("9", "", True), ("14", "yes", True), ("14", "", False)):
        result = ask(found, {"age": age, "seen": seen}, TODAY)
        assert bool(result.applied) is applies
        assert [kept.words for kept in result.trace[0].kept_out_by] == ["Age: under 13, or Seen: ticked"] * (
            not applies
        )


def test_a_condition_is_told_to_the_page_and_the_table_as_it_is_to_python() -> None:
    """The conditions beside the rules, the decision table and the CSV name each answer that is enough."""
    found = guide(rule(when=YOUNG_OR_SEEN & AGE.under(13)), questions=(AGE, SEEN))
    assert YOUNG_OR_SEEN.data() == [
        [{"question": "age", "options": ["under-10", "10-to-12"]}, {"question": "seen", "options": ["yes"]}]
    ]
    assert "A: under-10 | 10-to-12 & under-10 | 10-to-12,A: yes" in table.table_csv(found)
    assert '<th scope="row">Seen</th><td><a href="#g-rule-r">1</a> (with age: under 13)' in table.table(found)


def test_behaviour_over_time_keeps_what_each_age_calls_for() -> None:
    """From 9 to 14: what holds at 9, at 10 to 12 and from 13; each once."""
    rules = (
        step("young", "refer", because="Young.", cites="llr:6", when=AGE.under(10)),
        step("middle", "teach", because="Middle.", cites="nel:early-help", when=AGE.between(10, 12)),
        says("old", "Old.", cites="llr:6", when=AGE.at_least(13)),
    )
    found = guide(*rules, questions=(FIRST, LAST))
    assert [one.key for one in ask(found, {"age": "9", "last": "14"}, TODAY).applied] == ["young", "middle", "old"]
    assert [one.key for one in ask(found, {"age": "9"}, TODAY).applied] == ["young"]
    with pytest.raises(AnswersError, match="below the age of 9"):
        ask(found, {"age": "9", "last": "8"}, TODAY)


def test_a_remark_is_no_step() -> None:
    """What to avoid stands in its own part and calls for nothing."""
    found = guide(avoid("r", "Do not.", cites="llr:6", when=AGE.under(13)))
    result = decide(found, {"age": "under-10", "force": "no"})
    assert result.steps == ()
    assert [one.key for one in result.avoid] == ["r"]
