"""The calculators in a terminal, run as a user runs them, with nothing but Python's standard library."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from calculators.actions.meetings import meetings
from calculators.guides.catalogue import GUIDES

ROOT = Path(__file__).parents[2]
TWELVE = [
    "child-a=12",
    "child-b=12",
    "activity=yes",
    "relationship=peers",
    "force=no",
    "exchange=no",
    "images=none",
    "adult=no",
]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command, without any installed package."""
    command = [sys.executable, "-I", "-S", "-c", RUN, str(ROOT), *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


RUN = (
    "import sys, runpy; sys.stdout.reconfigure(encoding='utf-8'); sys.stderr.reconfigure(encoding='utf-8'); "
    "sys.path.insert(0, sys.argv[1]); sys.argv[:2] = ['calculators']; "
    "runpy.run_module('calculators', run_name='__main__')"
)


def test_list_names_the_calculators() -> None:
    """One line each, the name first."""
    done = run("list")
    assert done.returncode == 0
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [*GUIDES, "case"]


def test_questions_as_json_tell_what_to_answer() -> None:
    """The JSON names each question, its answers and when it is relevant."""
    asked = json.loads(run("questions", "consent", "--json").stdout)
    assert [question["key"] for question in asked][:3] == ["role", "child-a", "child-b"]
    assert {"key", "text", "options", "when", "kind", "hint"} <= set(asked[0])


def test_questions_as_text_name_every_key() -> None:
    """Somebody who reads can answer."""
    text = run("questions", "age").stdout
    assert "age-then: How old was the child" in text
    assert "birth=DATE" in text


def test_ask_answers_with_actions_trace_and_changes() -> None:
    """Two 12 year olds: the referral, its reason and source, why, and what would change it."""
    done = run("ask", "consent", *TWELVE, "--json")
    assert done.returncode == 0
    assert not done.stderr
    said = json.loads(done.stdout)
    assert said["calculator"] == "consent"
    assert said["answers"]["child-a"] == "10-to-12"
    step = next(one for one in said["actions"] if one["key"] == "child-protection-referral")
    assert set(step) >= {"key", "instruction", "who", "when", "about", "only_if", "reasons", "yours"}
    assert "llr:3.under-13" in step["reasons"][0]["cites"]
    assert "child protection referral" in step["instruction"]
    assert said["headline"]["action"] == "child-protection-referral"
    assert said["headline"]["text"].startswith("Make a child protection referral")
    assert any(not trace["applies"] and trace["kept_out_by"] for trace in said["trace"])
    assert any(change["question"] == "adult" and change["adds"] == ["adult-procedures"] for change in said["changes"])


def test_ask_as_text_reads_as_a_list() -> None:
    """The text begins with the heading and holds the steps, their reasons and their sources."""
    text = run("ask", "consent", *TWELVE).stdout
    assert text.startswith("Make a child protection referral to children’s social care today.\n")
    assert "LLR 3.under-13" in text
    assert "  - Today: Make a child protection referral" in text


def test_ask_takes_two_dates() -> None:
    """Age from birth and behaviour."""
    done = run("ask", "age", "birth=2012-02-29", "behaviour=28/02/2025", "activity=no", "development=no", "--json")
    assert json.loads(done.stdout)["answers"]["age-then"] == "12"


@pytest.mark.parametrize("name", GUIDES)
def test_table_is_csv(name: str) -> None:
    """A row a rule, with its words and sources."""
    rows = list(csv.DictReader(io.StringIO(run("table", name).stdout)))
    assert len(rows) == len(GUIDES[name].rules)
    assert all(row["says"] and row["sources"] for row in rows)
    assert any(row["actions"] for row in rows)


def test_ask_names_the_meeting_and_meeting_prints_its_agenda_and_attendance_list() -> None:
    """What a result calls for can be printed: every matter, every product, everybody who attends, with room to sign."""
    answers = (
        "age-then=14",
        "harm=yes",
        "stage=start",
        "also-harmed=no",
        "still-at-risk=no",
        "services=none",
        "others=one",
        "group=no",
    )
    assert "Strategy meeting (strategy)" in run("ask", "enquiry", *answers).stdout
    for key, meeting in meetings().items():
        text = run("meeting", key).stdout
        for item in (*meeting.considers, *meeting.produces):
            assert item.text in text
        for attendee in meeting.attends:
            assert f"{attendee.who}: {attendee.how}" in text
        assert text.count("Signature: ___") >= len(meeting.attends) + 4


def test_a_case_is_asked_like_a_calculator() -> None:
    """One plan from what is known; what is left out counts as not known, and the questions that matter are named."""
    done = run("ask", "case", "role=school-lead", "age-then=12", "activity=yes", "others=one", "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["calculator"] == "case"
    assert {"child-protection-referral", "tell-lead"} <= {step["key"] for step in said["actions"]}
    assert {"next-steps", "continuum", "consent"} == set(said["calculators"])
    assert {"level", "harm", "stage"} <= set(said["asked"])
    assert said["answered"] == 4
    assert "harm" in {one["question"] for one in said["not_known"]}
    assert not said["earlier"]


def test_a_case_far_on_names_the_earlier_steps() -> None:
    """Where a plan is being reviewed, the first steps are to be checked, not taken."""
    done = run("ask", "case", "age-then=14", "level=abusive", "others=one", "harm=yes", "stage=reviews", "--json")
    said = json.loads(done.stdout)
    earlier, steps = ({one["key"] for one in said[part]} for part in ("earlier", "actions"))
    assert "first-risk-assessment" in earlier
    assert not earlier & steps


def test_a_case_is_told_as_text_and_asks_its_questions() -> None:
    """As text it begins with the heading; its questions come as text and as data, each once."""
    assert run("ask", "case", "danger=yes").stdout.startswith("Ring 999 now.\n")
    asked = [question["key"] for question in json.loads(run("questions", "case", "--json").stdout)]
    assert asked[:3] == ["danger", "role", "stage"]
    assert len(asked) == len(set(asked))
    assert "age-then: How old was the child" in run("questions", "case").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "command: no command given"),
        (("look",), "command: “look” is no command"),
        (("ask",), "calculator: not given; choose one of age, "),
        (("ask", "agee"), "calculator: there is no “agee”; choose one of age, "),
        (("meeting", "party"), "meeting: there is no “party”; choose one of strategy, "),
        (("table", "case"), "calculator: there is no “case”"),
        (("ask", "case", "colour=red"), "colour: there is no such question; case asks for danger, "),
        (("ask", "case", "age-then=300"), "age-then: “300” cannot be used; give the age as whole years"),
        (("ask", "age", "12"), "12: not an answer; write key=value"),
        (("ask", "age", "age-then=1", "age-then=2"), "age-then: given twice"),
        (
            ("ask", "age", "age-then=300", "development=no"),
            "age-then: “300” cannot be used; give the age as whole years",
        ),
        (
            ("ask", "age", "age-then=12", "activity=no", "development=maybe"),
            "development: “maybe” cannot be used; choose one of no, yes",
        ),
        (
            ("ask", "age", "age-then=12", "activity=no", "development=no", "colour=red"),
            "colour: there is no such question",
        ),
        (
            ("ask", "age", "birth=31/02/2014", "behaviour=1/1/2020", "activity=no", "development=no"),
            "birth: “31/02/2014” cannot be used",
        ),
    ],
)
def test_bad_input_ends_with_2_and_one_clear_line(words: tuple[str, ...], said: str) -> None:
    """Exit status 2, one line on standard error that names the key, what was given and what is allowed."""
    done = run(*words)
    assert done.returncode == 2
    assert not done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(said)
