"""The register of actions: each entry is whole, no reader is told to do what is not theirs, and a slip is named in words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from calculators.actions.people import ACTORS, CONTACTS, ROLES
from calculators.actions.register import Action, ActionError, action, actions, checked
from hooks.pages.do_this import numbers

WHOLE = {
    "key": "first",
    "instruction": "Do the first thing.",
    "others": "The lead does the first thing.",
    "who": ["lead"],
    "when": "today",
    "about": "each",
    "paragraph": "procedure/first-action.md#ring-999",
}
SECOND = {**WHOLE, "key": "second", "instruction": "Do the second thing."}
EDGE = {"to": "second", "kind": "milder answer", "because": "It is milder.", "cites": ["llr:8"]}
# What a role would be told if it were sent to itself.
THEMSELVES = {
    "social-care": re.compile(r"(to|ask|tell|with|consult) children’s social care", re.IGNORECASE),
    "police": re.compile(r"(to|ask|tell|with|consult) the police", re.IGNORECASE),
    "youth-justice": re.compile(
        r"(to|ask|tell|with|consult|add) (children’s social care or )?youth justice", re.IGNORECASE
    ),
    "early-help": re.compile(r"(to|ask|tell|with|consult) early help", re.IGNORECASE),
    "school-lead": re.compile(r"your safeguarding lead", re.IGNORECASE),
    "lead": re.compile(r"your safeguarding lead", re.IGNORECASE),
}
ENQUIRE = ("social-care", "police")


def said(one: Action) -> list[str]:
    """Give every sentence or part of one that an action shows."""
    also = [words for line in one.also for words in (line.instruction, line.detail, line.own)]
    reasons = [edge.because for edge in one.gives_way]
    return [words for words in (one.instruction, one.others, one.detail, one.own, *also, *reasons) if words]


def test_every_action_is_told_in_full_in_a_paragraph_that_is_there() -> None:
    """The link under a step leads to the numbered paragraph that tells it."""
    assert {one.paragraph for one in actions().values()} <= set(numbers())


def test_what_is_said_is_whole_sentences_that_can_be_read_aloud() -> None:
    """At most 25 words a sentence, typographic marks, a full stop, and no label for a child."""
    for one in actions().values():
        for words in said(one):
            assert words[0].isupper(), words
            assert words.endswith("."), words
            assert not re.search(r"['\"]|abuser|offender|perpetrator|children with", words), words
            assert all(len(line.split()) <= 25 for line in re.split(r"(?<=[.!?]) ", words)), words


def test_others_are_told_who_does_it() -> None:
    """Where somebody else takes a step, the sentence begins with who that is, and says the same as the instruction."""
    for one in actions().values():
        assert one.others != one.instruction, one.key
        assert one.only_if == one.only_if.strip(" ."), one.key
    assert len({one.others for one in actions().values()}) == len(actions())


@pytest.mark.parametrize("role", THEMSELVES)
def test_nobody_is_told_to_contact_themselves(role: str) -> None:
    """A social worker is not told to ring social care, nor a lead to tell the lead."""
    for one in actions().values():
        assert not THEMSELVES[role].search(one.for_role(role)), one.key
        assert not THEMSELVES[role].search(one.detail_for(role) if one.for_role(role) else ""), one.key


def test_every_role_has_a_first_step_when_a_child_may_be_harmed() -> None:
    """Whoever sees it tells the lead; a lead refers; social care, police and youth justice act on it themselves."""
    for role in ROLES:
        first = action("tell-lead").for_role(role) or action("refer").for_role(role)
        assert first, role
        assert action("ring-999").for_role(role), role
        assert action("watch-and-tell-again").for_role(role), role


def test_a_foster_carer_is_told_whom_to_tell_and_that_this_is_the_sites_own_rule() -> None:
    """The sources set no separate route for carers; one of a children’s home still tells the safeguarding lead."""
    tell = action("tell-lead")
    assert tell.for_role("foster-carer") == "Tell the child’s social worker and your own supervising social worker."
    assert "this site’s own rule" in tell.own_for("foster-carer")
    assert tell.for_role("residential").startswith("Tell your safeguarding lead and")
    assert tell.for_role("health") == tell.instruction
    assert not tell.own_for("health")
    for role in ("foster-carer", "residential", "health"):
        assert "refer to children’s social care yourself" in tell.detail_for(role)


def test_danger_and_images_are_marked_as_the_sites_own_rule() -> None:
    """No source says to ring 999, nor how to treat an image; the police have to look at what others leave alone."""
    for key in ("ring-999", "images-do-not-view"):
        assert "this site’s own rule" in action(key).own
    assert not action("images-do-not-view").for_role("police")
    assert all(action("images-do-not-view").for_role(role) for role in ROLES if role != "police")


def test_only_those_who_enquire_are_told_to_enquire() -> None:
    """An enquiry, an interview and a decision on it are for children’s social care and the police."""
    for key in ("section-47", "lead-enquiry-under-10", "police-interview", "agree-interview", "strategy-meeting"):
        assert {role for role in ROLES if action(key).for_role(role)} <= set(ENQUIRE), key
    assert "investigate" in action("report-to-police").for_role("police")


def test_what_is_only_considered_and_what_is_done_are_two_actions() -> None:
    """An assessment or a conference that is considered is weaker than one that is held, and is covered by it."""
    for weaker, stronger in (
        ("consider-early-help", "early-help-assessment"),
        ("consider-conference-displayed", "conference-displayed"),
        ("planning-meeting-recommended", "planning-meeting"),
        ("single-assessment", "section-47"),
    ):
        assert weaker in action(stronger).included_keys()
        assert stronger not in action(weaker).included_keys()


def test_a_child_protection_referral_covers_every_weaker_one() -> None:
    """It includes what a referral includes, and a referral includes speaking about whether to refer."""
    assert action("child-protection-referral").included_keys() == {"refer", "talk-social-care", "refer-to-either"}
    assert action("ring-999").included_keys() == frozenset()


def test_the_order_is_the_order_of_urgency() -> None:
    """Danger first, then tonight, the referral, the meetings, the court, the panel, the reviews and watching."""
    keys = (
        "ring-999",
        "keep-safe-at-home",
        "child-protection-referral",
        "refer",
        "first-risk-assessment",
        "strategy-meeting",
        "section-47",
        "specialist-assessment",
        "inform-court",
        "panel-referral",
        "review-plan",
        "watch-and-tell-again",
    )
    assert [action(key).order for key in keys] == sorted(action(key).order for key in keys)


def test_every_name_of_the_lists_is_used() -> None:
    """No actor or contact stands there that no action has."""
    used = {who for one in actions().values() for who in (*one.who, *(line.who for line in one.also))}
    assert set(ACTORS) == used
    assert {one.contact for one in actions().values() if one.contact} <= set(CONTACTS)
    assert all(role.actors <= set(ACTORS) for role in ROLES.values())


def test_a_key_that_is_not_there_names_the_nearest() -> None:
    """Whoever mistypes a key is told which one is meant."""
    with pytest.raises(ActionError, match=r"there is no action “tell-leed”.*do you mean “tell-lead”"):
        action("tell-leed")


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        ({"who": ["wizard"]}, "first: there is no actor “wizard”"),
        ({"who": []}, "first: say who does it"),
        ({"when": "soon"}, "first: there is no time “soon”"),
        ({"about": "both"}, "first: there is no child “both”"),
        ({"contact": "nobody"}, "first: there is no contact “nobody”"),
        ({"meeting": "nothing"}, "first: there is no meeting “nothing”"),
        ({"includes": ["third"]}, "first: there is no other action “third”"),
        ({"brings": ["first"]}, "first: there is no other action “first”"),
        ({"gives_way": [{**EDGE, "to": "third"}]}, "first: there is no other action “third”"),
        ({"gives_way": [{**EDGE, "kind": "better"}]}, "first: there is no kind “better”"),
        ({"gives_way": [{**EDGE, "cites": []}]}, "first: say why it gives way to second, and by which unit"),
        ({"gives_way": [EDGE], "includes": ["second"]}, "first: includes second and gives way to it"),
        ({"instruction": "Do it if you can."}, "a condition goes into only_if"),
        ({"instruction": "Do it"}, "an instruction is a whole sentence"),
        ({"instruction": f"{'very ' * 15}Long."}, "first: instruction has more than 15 words"),
        ({"others": f"{'very ' * 22}Long."}, "first: others has more than 22 words"),
        ({"detail": f"{'very ' * 40}Long."}, "first: detail has more than 40 words"),
        ({"only_if": "very " * 13}, "first: only_if has more than 12 words"),
        ({"also": [{"who": "wizard", "instruction": "Do."}]}, "first: there is no actor “wizard”"),
        (
            {"also": [{"who": "lead", "instruction": f"{'very ' * 15}Long."}]},
            "first: instruction has more than 15 words",
        ),
        ({"instruction": "Do the second thing."}, "two actions have the same words: Do the second thing."),
        ({"key": "second"}, "second: stands twice"),
        ({"colour": "red"}, "first: .*colour"),
    ],
)
def test_a_slip_in_an_entry_is_named_in_words(slip: dict[str, Any], words: str) -> None:
    """The register is read whole or not at all, and the words name the action and what to write."""
    with pytest.raises(ActionError, match=words):
        checked([{**WHOLE, **slip}, SECOND])


@pytest.mark.parametrize("relation", ["includes", "brings", "gives_way"])
def test_a_relation_that_comes_back_to_itself_is_refused(relation: str) -> None:
    """Otherwise two actions could each take the other’s place and both be gone."""

    def related(to: str) -> dict[str, Any]:
        return {relation: [{**EDGE, "to": to}] if relation == "gives_way" else [to]}

    with pytest.raises(ActionError, match=f"first: {relation} comes back to itself"):
        checked([{**WHOLE, **related("second")}, {**SECOND, **related("first")}])


def test_a_whole_register_is_taken_as_it_is() -> None:
    """What the slips are made on is itself without fault."""
    found = checked([WHOLE, {**SECOND, "gives_way": [{**EDGE, "to": "first"}]}])
    assert [one.order for one in found.values()] == [0, 1]
