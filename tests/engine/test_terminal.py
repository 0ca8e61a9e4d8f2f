"""The calculators in a terminal on bad days: a sentence or silence, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from calculators.guides.catalogue import GUIDES

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")


def run(*words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user does; what it says is bytes."""
    return subprocess.run(
        [sys.executable, "-m", "calculators", *words], cwd=ROOT, env=os.environ | env, capture_output=True, check=False
    )


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell, in which CALCULATORS is the command."""
    line = line.replace("CALCULATORS", f'"{sys.executable}" -m calculators')
    return subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", ["list", "questions consent", "table consent", "questions consent --json"])
def test_a_reader_that_has_had_enough_is_no_fault(words: str) -> None:
    """As with head, or a pager that is closed."""
    for line in (
        f"CALCULATORS {words} | head -c 1",
        f"CALCULATORS {words} | true",
        f"CALCULATORS {words} | (exec <&-; sleep 1)",
    ):
        done = shell(line)
        assert done.stderr == "", done.stderr
        assert done.returncode == 0


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("words", ["list", "table consent", "questions age --json"])
def test_a_full_device_is_a_sentence(words: str) -> None:
    """The status says that the answer is not there."""
    done = shell(f"CALCULATORS {words} > /dev/full")
    assert done.returncode == 1
    assert done.stderr == "The answer could not be written: no space left on device.\n"
    assert shell(f"CALCULATORS {words} > /dev/full 2> /dev/full").returncode == 1
    assert shell("CALCULATORS nothing 2> /dev/full").returncode == 2


def test_closed_streams_are_no_traceback() -> None:
    """Started without an output, or without a place for complaints."""
    done = shell("CALCULATORS list >&-")
    assert done.returncode == 1
    assert done.stderr.startswith("The answer could not be written: ")
    assert shell("CALCULATORS nothing 2>&-").returncode == 2


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "latin-1", "cp1252"])
@pytest.mark.parametrize(
    "words", [("list",), ("questions", "consent"), ("table", "consent"), ("ask", "consent"), ("help",)]
)
def test_a_terminal_that_lacks_letters_gets_the_nearest(encoding: str, words: tuple[str, ...]) -> None:
    """Quotation marks and dashes become those of a typewriter; no sentence is lost."""
    done = run(*words, PYTHONIOENCODING=encoding)
    whole = run(*words, PYTHONIOENCODING="utf-8")
    said, meant = ((one.stdout + one.stderr) for one in (done, whole))
    assert done.returncode == whole.returncode
    assert b"Traceback" not in said
    assert said.count(b"\n") == meant.count(b"\n")
    assert "?" * 2 not in said.decode(encoding)


def test_json_keeps_every_letter_in_a_terminal_that_lacks_them() -> None:
    """By its number."""
    narrow, wide = (run("questions", "consent", "--json", PYTHONIOENCODING=one).stdout for one in ("ascii", "utf-8"))
    assert narrow.isascii()
    assert json.loads(narrow) == json.loads(wide)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "consent"), "consent: too many words; write list"),
        (("questions", "consent", "age"), "age: too many words; write questions NAME"),
        (("table", "consent", "and", "more"), "and more: too many words; write table NAME"),
        (("ask", "age", "--area=england", "--area=north-east-lincolnshire"), "--area: given 2 times, “england” and"),
        (("ask", "age", "--area"), "--area: there is no such option, or a part of it is missing"),
        (("ask", "age", "--jsom"), "--jsom: there is no such option"),
        (("list", "--json"), "--json: list does not take it"),
        (("table", "consent", "--area=england"), "--area: table does not take it"),
        (("ask", "age", "child"), "child: not an answer"),
        (("ask", "age", "--area=nowhere"), "nowhere"),
        (("ask", "age", "\udcff=1"), "there is no such question"),
        ((), "no command given"),
    ],
)
def test_what_cannot_be_used_is_a_sentence(words: tuple[str, ...], said: str) -> None:
    """Status 2, one line for each fault, nothing on standard output."""
    done = run(*words, PYTHONIOENCODING="utf-8")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not done.stdout


@pytest.mark.parametrize(
    "words", [("--help",), ("-h",), ("help",), ("ask", "--help"), ("ask", "age", "child=12", "-h")]
)
def test_help_helps(words: tuple[str, ...]) -> None:
    """Every command with what it does, as an answer, wherever it is asked."""
    done = run(*words)
    assert done.returncode == 0
    assert not done.stderr
    said = done.stdout.decode()
    assert all(
        f"python -m calculators {command}" in said for command in ("list", "questions", "ask", "table", "meeting")
    )


def test_the_list_is_whole() -> None:
    """What is written is flushed."""
    assert run("list").stdout.count(b"\n") == len(GUIDES) + 1  # and the whole case
