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
    "relationship=peers",
    "choice=yes",
    "force=no",
    "power=no",
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
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == list(GUIDES)


def test_questions_as_json_tell_what_to_answer() -> None:
    """The JSON names each question, its answers and when it is relevant."""
    asked = json.loads(run("questions", "consent", "--json").stdout)
    assert [question["key"] for question in asked][:2] == ["child-a", "child-b"]
    assert {"key", "text", "options", "when", "kind", "hint"} <= set(asked[0])


def test_questions_as_text_name_every_key() -> None:
    """Somebody who reads can answer."""
    text = run("questions", "age").stdout
    assert "child: How old was the child?" in text
    assert "birth=DATE" in text


def test_ask_answers_with_findings_trace_and_changes() -> None:
    """Two 12 year olds: the referral line, its source, why, and what would change it."""
    done = run("ask", "consent", *TWELVE, "--json")
    assert done.returncode == 0
    assert not done.stderr
    said = json.loads(done.stdout)
    assert said["calculator"] == "consent"
    assert said["answers"]["child-a"] == "10-to-12"
    line = next(finding for finding in said["findings"] if finding["key"] == "child-a-under-13")
    assert set(line) >= {"key", "text", "cites", "group"}
    assert line["cites"] == ["llr:3.under-13", "ng55:1.3.5"]
    assert "child protection referral" in line["text"]
    assert said["findings"][0]["key"] == "danger"
    assert any(not trace["applies"] and trace["kept_out_by"] for trace in said["trace"])
    assert any(change["question"] == "force" and change["option"] == "yes" for change in said["changes"])


def test_ask_as_text_reads_as_a_list() -> None:
    """The text holds the choices, the lines and their sources."""
    text = run("ask", "consent", *TWELVE).stdout
    assert "Child A’s age: 12 years" in text
    assert "[LLR 3.under-13; NG55 1.3.5]" in text


def test_ask_takes_two_dates() -> None:
    """Age from birth and behaviour."""
    done = run("ask", "age", "birth=2012-02-29", "behaviour=28/02/2025", "development=no", "--json")
    assert json.loads(done.stdout)["answers"]["child"] == "12"


@pytest.mark.parametrize("name", GUIDES)
def test_table_is_csv(name: str) -> None:
    """A row a rule, with its words and sources."""
    rows = list(csv.DictReader(io.StringIO(run("table", name).stdout)))
    assert len(rows) == len(GUIDES[name].rules)
    assert all(row["says"] and row["sources"] for row in rows)


def test_ask_names_the_meeting_and_meeting_prints_its_agenda_and_attendance_list() -> None:
    """What a result calls for can be printed: every matter, every product, everybody who attends, with room to sign."""
    answers = (
        "child=14",
        "harm=yes",
        "stage=start",
        "also-harmed=no",
        "still-at-risk=no",
        "looked-after=no",
        "several=no",
    )
    assert "Strategy meeting (strategy)" in run("ask", "enquiry", *answers).stdout
    for key, meeting in meetings().items():
        text = run("meeting", key).stdout
        for item in (*meeting.considers, *meeting.produces):
            assert item.text in text
        for attendee in meeting.attends:
            assert f"{attendee.who}: {attendee.how}" in text
        assert text.count("Signature: ___") >= len(meeting.attends) + 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "command: no command given"),
        (("look",), "command: “look” is no command"),
        (("ask",), "calculator: not given; choose one of age, "),
        (("ask", "agee"), "calculator: there is no “agee”"),
        (("meeting", "party"), "meeting: there is no “party”; choose one of strategy, "),
        (("ask", "age", "12"), "12: not an answer; write key=value"),
        (("ask", "age", "child=1", "child=2"), "child: given twice"),
        (
            ("ask", "age", "child=300", "development=no"),
            "child: “300” cannot be used; give the age as whole years",
        ),
        (
            ("ask", "age", "child=12", "development=maybe"),
            "development: “maybe” cannot be used; choose one of no, yes",
        ),
        (("ask", "age", "child=12", "development=no", "colour=red"), "colour: there is no such question"),
        (
            ("ask", "age", "birth=31/02/2014", "behaviour=1/1/2020", "development=no"),
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
