"""The nine properties that every guide holds, over its whole answer space."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from calculators import browser, sources
from calculators.engine.asking import ask
from calculators.engine.guide import GROUPS, NOT_KNOWN, STEPS, Ages, Guide, decide
from calculators.guides.catalogue import GUIDES
from calculators.output import text as reports
from tests.support.answers import typed

TODAY = date(2026, 11, 22)
PROTECTIVE = {group.key for group in GROUPS if group.protects}
URGENCY = {group.key: place for place, group in enumerate(group for group in GROUPS if group.protects)}
Answers = tuple[tuple[str, str], ...]


@pytest.fixture(params=list(GUIDES))
def guide(request: pytest.FixtureRequest) -> Guide:
    """Each guide in turn."""
    return GUIDES[request.param]


@cache
def space(guide: str) -> dict[Answers, frozenset[str]]:
    """Every answer of a guide with the keys of the lines it gives."""
    found = GUIDES[guide]
    return {tuple(answers.items()): lines_of(found, tuple(answers.items())) for answers in found.every_answer()}


def lines_of(guide: Guide, answers: Answers) -> frozenset[str]:
    """The keys of the lines that these answers give."""
    return frozenset(finding.key for finding in decide(guide, dict(answers)).findings)


@cache
def protective(guide: str) -> frozenset[str]:
    """The keys of the lines that protect, by their heading."""
    return frozenset(rule.key for rule in GUIDES[guide].rules if rule.group.protects)


def lost(guide: Guide, before: frozenset[str], after: frozenset[str]) -> set[str]:
    """The protective lines that are gone and that no line now there includes."""
    gone = (before - after) & protective(guide.key)
    covered = {key for rule in guide.rules if rule.key in after for key in rule.covers}
    return set(gone - covered)


def with_answer(guide: Guide, answers: Answers, question: str, option: str) -> Answers:
    """The same answers with one changed; what it makes irrelevant falls away, what it makes relevant is not known."""
    given = {**dict(answers), question: option}
    settled: dict[str, str] = {}
    for asked in guide.questions:
        if asked.relevant(settled):
            settled[asked.key] = given.get(asked.key, asked.unanswered)
    return tuple(settled.items())


def test_the_space_is_listed_whole_and_stays_within_what_a_guide_may_ask(guide: Guide) -> None:
    """The answer space is listed, each answer once, and has at most a hundred thousand."""
    sizes = {
        "age": 45,
        "consent": 99144,
        "continuum": 4230,
        "next-steps": 18440,
        "panel": 8130,
        "assessment": 10854,
        "enquiry": 6804,
        "reviews": 32,
        "criminal": 400,
    }
    assert sizes[guide.key] == len(space(guide.key)) <= 100_000


def test_total_and_never_a_dead_end(guide: Guide) -> None:
    """Properties 1 and 6: every answer gives lines, and among them to act, to record and to look again."""
    steps = {rule.key for rule in guide.rules if rule.group in STEPS}
    for lines in space(guide.key).values():
        assert {"record", "talk", "look-again"} <= lines & steps


def test_every_line_is_cited(guide: Guide) -> None:
    """Property 2: every line names at least one unit, and every unit named is in the register."""
    for cites in [rule.cites for rule in guide.rules] + [left.cites for left in guide.left_to_people]:
        assert cites
        assert all(unit in sources.units() for unit in cites)
        assert len(set(cites)) == len(cites)


def test_not_known_is_never_milder(guide: Guide) -> None:
    """Property 3: with not known in place of an answer, no protective line of that answer is lost."""
    known = space(guide.key)
    for answers, lines in known.items():
        for question, given in answers:
            if given != NOT_KNOWN and NOT_KNOWN in guide.question(question).keys:
                unknown = known[with_answer(guide, answers, question, NOT_KNOWN)]
                assert not lost(guide, lines, unknown), (answers, question)


def test_not_known_says_so(guide: Guide) -> None:
    """Property 3: each answer that is not known brings a line that says to find out and how to act until then."""
    for question in guide.questions:
        if NOT_KNOWN not in question.keys:
            continue  # a box left empty says nothing; readers know where they work
        rules = [rule for rule in guide.rules if rule.group.key == "find-out" and rule.when[0].question == question.key]
        assert len(rules) == 1, question.key
        assert rules[0].when[0].options == (NOT_KNOWN,)
        assert "act as if" in rules[0].then


def test_worse_is_never_milder(guide: Guide) -> None:
    """Property 4: a step to a worse answer loses no protective line and never lowers the urgency."""
    known = space(guide.key)
    steps = 0
    for answers, lines in known.items():
        for question, given in answers:
            order = guide.question(question).from_mild_to_worse
            if given not in order[:-1]:
                continue
            worse = known.get(with_answer(guide, answers, question, order[order.index(given) + 1]))
            if worse is None:
                continue  # a third box ticked: no rule asks for more than two
            steps += 1
            assert not lost(guide, lines, worse), (answers, question)
            assert urgency(guide, worse) <= urgency(guide, lines)
    assert steps


def urgency(guide: Guide, lines: frozenset[str]) -> int:
    """The place of the most urgent heading that holds anything beyond what always stands."""
    return min(
        (
            URGENCY[rule.group.key]
            for rule in guide.rules
            if rule.key in lines - standing(guide.key) and rule.group.protects
        ),
        default=len(URGENCY),
    )


@cache
def standing(guide: str) -> frozenset[str]:
    """The keys of the lines that stand in every result."""
    return frozenset(rule.key for rule in GUIDES[guide].rules if rule.always)


def test_order_from_mild_to_worse_is_declared(guide: Guide) -> None:
    """Property 4 rests on a declared order: younger is later, no is milder than yes but for what should be so, stages have none."""
    for question in guide.questions:
        order = question.from_mild_to_worse
        if isinstance(question, Ages):
            assert [question.bands[key][0] for key in order] == sorted(
                (low for low, _ in question.bands.values() if low < 18), reverse=True
            )
        elif not question.ranked:
            assert order == ()
        else:
            assert order in {
                (),  # the answers of this question have no such order
                ("no", "yes"),
                ("yes", "no"),
                ("peers", "family"),
                ("none", "experiment", "harm"),
                ("none-known", "one", "two-or-more"),
                ("apart", "school", "home"),
                ("normal", "inappropriate", "problematic", "abusive", "violent"),
                ("none", "open", "looked-after"),
                (),  # side by side: none is worse than another
                ("none", "ongoing", "charge-likely"),
                ("no", "other", "sexual"),
                ("adolescent", "pre-adolescent"),
                ("boy", "girl"),
            }


def test_danger_stands_first(guide: Guide) -> None:
    """Property 5: whatever is answered, 999 is on the first line."""
    first = guide.in_order()[0]
    assert (first.key, first.group.key, first.always) == ("danger", "now", True)
    assert "999" in first.then
    for answers in guide.every_answer():
        assert decide(guide, answers).findings[0].key == first.key


def test_each_child_is_spoken_of_apart() -> None:
    """Property 7: where two children are involved, each has lines of their own, and a worker of their own."""
    guide = GUIDES["consent"]
    for answers, lines in space("consent").items():
        given = dict(answers)
        for child in ("child-a", "child-b"):
            if given[child] != "18-or-over":
                assert {f"{child}-needs", f"{child}-legal-advice"} <= lines
    for child in ("child-a", "child-b"):
        needs = guide.rule(f"{child}-needs")
        assert needs.about == {"child-a": "Child A", "child-b": "Child B"}[child]
        assert "a different social worker, even in one household" in needs.then
        assert "llr:8" in needs.cites


def test_next_steps_speak_of_each_child_apart() -> None:
    """Property 7: each child has lines of their own, and a social worker other than the other child's."""
    guide = GUIDES["next-steps"]
    for answers, lines in space("next-steps").items():
        given = dict(answers)
        assert ("displayed-needs" in lines) == (given["child"] != "18-or-over")
        harmed = given.get("others") in {"one", "two-or-more", NOT_KNOWN}
        assert {"harmed-needs", "different-social-workers"} <= lines or not harmed
    assert guide.rule("displayed-needs").about != guide.rule("harmed-needs").about


def test_enquiry_speaks_of_each_child_apart() -> None:
    """Property 7: the child who was harmed is always spoken of, the other while under 18; each has a social worker."""
    guide = GUIDES["enquiry"]
    displayed = {rule.key for rule in guide.rules if rule.about == "Child who displayed the behaviour"}
    assert "should have a different social worker, even in one household" in guide.rule("separate").then
    for answers, lines in space("enquiry").items():
        assert {"separate", "harmed-support"} <= lines
        known_adult = dict(answers)["child"] == "18-or-over"
        without_a_step = dict(answers)["stage"] == "no-concern"
        assert lines & displayed or known_adult or without_a_step


def test_answers_that_do_not_fit_together_are_pointed_out() -> None:
    """A contradiction brings a line to check that says which answer holds; the lines of both answers stay."""
    shown = set()
    for answers, lines in space("next-steps").items():
        given = dict(answers)
        checks = {key for key in lines if key.startswith("check-")}
        mild = given.get("level") in {"normal", "inappropriate"}
        grave = given.get("level") in {"abusive", "violent"}
        harmed = given.get("others") in {"one", "two-or-more"}
        assert ("check-danger-level" in checks) == (given["danger"] == "yes" and mild)
        assert ("check-harm-level" in checks) == (given.get("harm") == "yes" and mild)
        assert ("check-level-no-harm" in checks) == (given.get("harm") == "no" and grave)
        assert ("check-level-nobody" in checks) == (given.get("others") == "none-known" and grave)
        assert ("check-normal-harmed" in checks) == (given.get("level") == "normal" and harmed)
        assert "harm-refer" in lines or given.get("harm") != "yes"
        assert "level-refer" in lines or not grave
        shown |= checks
    rules = [rule for rule in GUIDES["next-steps"].rules if rule.group.key == "check"]
    assert shown == {rule.key for rule in rules}
    assert all(" holds" in rule.then for rule in rules)


def test_no_rule_shadows_another(guide: Guide) -> None:
    """Property 8: each rule applies to some answers and not to all, unless it is marked as always shown."""
    every = space(guide.key).values()
    for rule in guide.rules:
        applies = sum(rule.key in lines for lines in every)
        assert applies == len(every) if rule.always else 0 < applies < len(every), rule.key


def test_no_two_rules_say_the_same_of_the_same_child(guide: Guide) -> None:
    """A line stands once."""
    said = [(rule.then, rule.about) for rule in guide.rules]
    assert len(set(said)) == len(said)


def test_the_result_is_the_same_each_time_it_is_asked(guide: Guide) -> None:
    """Property 9, in CPython: no clock, no chance, no memory between two questions."""
    given = typed_for(guide, next(iter(space(guide.key))))
    request = json.dumps({"calculator": guide.key, "typed": given, "today": "2026-11-22", "made": "m", "address": "a"})
    assert browser.answer(request) == browser.answer(request)


def typed_for(guide: Guide, answers: Answers) -> dict[str, str]:
    """What somebody types to give these answers."""
    return {key: typed(guide.question(key), option) for key, option in answers}


def test_why_and_why_not_account_for_every_rule(guide: Guide) -> None:
    """The trace names every rule once; those that apply have nothing that keeps them out, the others have."""
    for answers in list(space(guide.key))[::997]:
        result = ask(guide, typed_for(guide, answers), TODAY)
        assert [trace.key for trace in result.trace] == [rule.key for rule in guide.in_order()]
        assert {trace.key for trace in result.trace if trace.applies} == {finding.key for finding in result.findings}
        assert all(trace.applies != bool(trace.kept_out_by) for trace in result.trace)


def test_what_would_change_this_is_true(guide: Guide) -> None:
    """Each named change, made, adds and drops exactly the lines it names; each change not named alters nothing."""
    known = space(guide.key)
    for answers in list(known)[::1009]:
        result = ask(guide, typed_for(guide, answers), TODAY)
        named = {(change.question, change.option): change for change in result.changes}
        for question, given in answers:
            for option in guide.question(question).keys:
                if option == given:
                    continue
                after = lines_of(guide, with_answer(guide, answers, question, option))
                change = named.get((question, option))
                assert set(change.adds if change else ()) == after - known[answers]
                assert set(change.drops if change else ()) == known[answers] - after


def test_questions_as_data_name_every_answer(guide: Guide) -> None:
    """The list of questions is enough to answer: each key, each option, each condition."""
    for question, data in zip(guide.questions, reports.questions(guide), strict=True):
        assert data["key"] == question.key
        assert [option["key"] for option in data["options"]] == list(question.keys)
        assert len(data["when"]) == len(question.when)


def test_what_the_sources_differ_on_has_two_answers_and_at_most_one_strictest(guide: Guide) -> None:
    """Where sources differ each says its own: at least two lines, and at most one is marked as the strictest."""
    matters = {rule.differs for rule in guide.rules if rule.differs}
    for matter in matters:
        lines = [rule for rule in guide.rules if rule.differs == matter]
        assert len(lines) > 1, matter
        assert sum(rule.strictest for rule in lines) <= 1, matter
