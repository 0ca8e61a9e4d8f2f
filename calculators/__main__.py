"""The calculators in a terminal.

python -m calculators list                            the calculators there are
python -m calculators questions NAME [--json]         what one asks, and the answers it takes
python -m calculators ask NAME key=value … [--json] [--area=AREA]   what it says to these answers
python -m calculators ask case key=value … [--json] [--area=AREA]   one plan of all of them; every answer may be left out
python -m calculators ask NAME key=value … --ics      the dates that it gives, as a file for a calendar
python -m calculators table NAME                      its rules as a table (CSV)
python -m calculators meeting NAME                    agenda and attendance list of a meeting
python -m calculators --help                          this

AREA is the key of an area, such as north-east-lincolnshire, or the way to its file, such as ./anyshire.toml.

Answers that cannot be used end with status 2 and one line for each on standard error. Where the answer cannot be written,
the status is 1. A terminal that lacks a letter gets the nearest one.
"""

from __future__ import annotations

import codecs
import json
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from calculators import case
from calculators.actions.meetings import meetings
from calculators.areas.model import NATIONAL
from calculators.areas.reader import load, load_file
from calculators.areas.tables import AreaError
from calculators.engine.asking import AnswersError, ask
from calculators.guides.area import of_child
from calculators.guides.catalogue import GUIDES
from calculators.output import calendar_file, data, text
from calculators.output.meeting import meeting_text
from calculators.output.table import table_csv

if TYPE_CHECKING:
    from calculators.areas.model import Area
    from calculators.engine.guide import Guide

JSON = "--json"
AREA = "--area="
ICS = "--ics"
FLAGS = frozenset({JSON, ICS})
HELP = frozenset({"--help", "-h", "help"})
COMMANDS = {
    "list": "list",
    "questions": "questions NAME",
    "ask": "ask NAME key=value …",
    "table": "table NAME",
    "meeting": "meeting NAME",
}
TAKES = {"questions": {JSON}, "ask": {JSON, ICS, AREA}}  # which options a command takes; the others take none
WORDS = {"list": 1, "questions": 2, "table": 2, "meeting": 2}  # the command itself counts
NEAREST = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ", "•": "*"}
)


class UsageError(ValueError):
    """The command line itself cannot be used; the words say what to type."""


def main(arguments: list[str]) -> int:
    """Run one command; give the exit status.

    It is 0, 2 where something typed cannot be used, or 1 where the answer cannot be written.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="nearest")
    try:
        answer = __doc__ or "" if HELP.intersection(arguments) else _run(arguments)
    except AnswersError as fault:
        return _refuse(*(error.message for error in fault.errors))
    except (UsageError, AreaError) as fault:
        return _refuse(str(fault))
    return _write(answer, as_it_is=ICS in arguments)  # the line ends of a calendar are the format's, on every system


def _run(arguments: list[str]) -> str:
    """Take the options out of the words, and answer."""
    areas = [word.removeprefix(AREA) for word in arguments if word.startswith(AREA)]
    words = [word for word in arguments if word not in FLAGS and not word.startswith(AREA)]
    flags = FLAGS.intersection(arguments)
    if len(areas) > 1:
        raise UsageError(
            f"{AREA[:-1]}: given {len(areas)} times, {' and '.join(f'“{area}”' for area in areas)}; give it once"
        )
    for word in words:
        if word.startswith("-") and "=" not in word.lstrip("-").partition(" ")[0]:
            known = ", ".join((*sorted(FLAGS), f"{AREA}AREA", "--help"))
            raise UsageError(f"{word}: there is no such option, or a part of it is missing; use {known}")
    command = words[0] if words else ""
    if command not in COMMANDS:
        given = f"“{command}” is no command" if words else "no command given"
        raise UsageError(f"command: {given}; use one of: {'; '.join(COMMANDS.values())}")
    if extra := words[WORDS.get(command, len(words)) :]:
        raise UsageError(f"{' '.join(extra)}: too many words; write {COMMANDS[command]}")
    options = flags | ({AREA} if areas else set())
    if not_taken := sorted(options - TAKES.get(command, set()) - {ICS}):
        raise UsageError(f"{not_taken[0].rstrip('=')}: {command} does not take it; leave it out")
    return _answer(words, flags, areas[0] if areas else NATIONAL)


def _answer(words: list[str], flags: frozenset[str], area: str) -> str:
    command, *rest = words
    if command == "list":
        return "".join(f"{guide.key}\t{guide.purpose}\n" for guide in (*GUIDES.values(), case.guide()))
    if command == "meeting":
        return meeting_text(meetings()[_name("meeting", rest, list(meetings()))])
    name = _name("calculator", rest, list(GUIDES) if command == "table" else [*GUIDES, case.KEY])
    guide = case.guide() if name == case.KEY else GUIDES[name]
    if ICS in flags and command != "ask":
        raise UsageError(f"{ICS}: {command} gives no dates; write it after ask {guide.key} key=value …")
    if command == "questions":
        return _json(data.questions(guide)) if JSON in flags else text.questions_text(guide)
    if command == "table":
        return table_csv(guide)
    return _asked(guide, _typed(rest[1:]), flags, area)


def _asked(guide: Guide, typed: dict[str, str], flags: frozenset[str], area: str) -> str:
    """Ask a calculator, or make the plan of a case, and give it in the form that the flags want."""
    today = date.today()  # noqa: DTZ011 - the reader's own day
    typed, local = of_child(typed, _area(area).on(today))
    found = case.check(typed, today, local) if guide.key == case.KEY else None
    result = found.result if found else ask(guide, typed, today, local)
    if ICS in flags:
        if not result.to_come:
            raise UsageError(f"{ICS}: {guide.key} gives no date from today on with these answers; leave it out")
        return calendar_file.text(result, datetime.now(UTC))
    if JSON in flags:
        return _json(data.case(found) if found else data.result(result))
    return text.result_text(result)


def _area(named: str) -> Area:
    """Give an area by its key, or by the way to its file."""
    path = Path(named)
    return load_file(path) if path.suffix.lower() == ".toml" or len(path.parts) > 1 else load(named)


def _name(what: str, words: list[str], names: list[str]) -> str:
    name = words[0] if words else ""
    if name not in names:
        given = f"there is no “{name}”" if name else "not given"
        raise UsageError(f"{what}: {given}; choose one of {', '.join(names)}")
    return name


def _typed(words: list[str]) -> dict[str, str]:
    typed: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise UsageError(f"{word}: not an answer; write key=value, such as child-a=12")
        if key in typed:
            raise UsageError(f"{key}: given twice, “{typed[key]}” and “{value}”; give it once")
        typed[key] = value
    return typed


def _json(value: object) -> str:
    """Give JSON; where the terminal lacks letters, with their numbers, so that nothing is lost."""
    every_letter = codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name.startswith("utf")
    return json.dumps(value, ensure_ascii=not every_letter, indent=2) + "\n"


def _nearest(fault: UnicodeError) -> tuple[str, int]:
    """Put the nearest letters in place of those that a terminal lacks."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    lacking = fault.object[fault.start : fault.end].translate(NEAREST)
    return lacking.encode("ascii", "replace").decode("ascii"), fault.end


codecs.register_error("nearest", _nearest)


def _write(answer: str, *, as_it_is: bool) -> int:
    """Write the answer; give the exit status. Who reads no further, as head does, has had enough: nothing is said."""
    if sys.stdout is None:
        _refuse("The answer could not be written: standard output is closed.")
        return 1
    try:
        if as_it_is:
            sys.stdout.buffer.write(answer.encode())
        else:
            sys.stdout.write(answer)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up(sys.stdout)
    except OSError as fault:
        _give_up(sys.stdout)
        _refuse(f"The answer could not be written: {(fault.strerror or 'unknown fault').lower()}.")
        return 1
    return 0


def _refuse(*sentences: str) -> int:
    """Say on standard error, if there is any, what cannot be used."""
    try:
        for sentence in sentences:
            print(sentence, file=sys.stderr, flush=True)
    except OSError:
        _give_up(sys.stderr)
    return 2


def _give_up(stream: TextIO | None) -> None:
    """Let what is left to write go nowhere: Python would try again at its end, and complain."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def run() -> None:
    """Run the command that was typed, as the installed program does."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
