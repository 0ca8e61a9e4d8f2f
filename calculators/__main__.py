"""The calculators in a terminal.

python -m calculators list                            the calculators there are
python -m calculators questions NAME [--json]         what one asks, and the answers it takes
python -m calculators ask NAME key=value … [--json] [--area=AREA]   what it says to these answers
python -m calculators ask case key=value … [--json] [--area=AREA]   one plan of all of them; every answer may be left out
python -m calculators ask NAME key=value … --ics      the dates that it gives, as a file for a calendar
python -m calculators table NAME                      its rules as a table (CSV)
python -m calculators meeting NAME                    agenda and attendance list of a meeting

Answers that cannot be used end with status 2 and one line for each on standard error.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from calculators import case
from calculators.actions.meetings import meetings
from calculators.areas.model import NATIONAL
from calculators.areas.reader import AreaError, load
from calculators.engine.asking import AnswersError, ask
from calculators.guides.catalogue import GUIDES
from calculators.output import calendar_file, data, text
from calculators.output.meeting import meeting_text
from calculators.output.table import table_csv

if TYPE_CHECKING:
    from calculators.engine.guide import Guide

JSON = "--json"
AREA = "--area="
ICS = "--ics"
FLAGS = frozenset({JSON, ICS})


class UsageError(ValueError):
    """The command line itself cannot be used; the words say what to type."""


def main(arguments: list[str]) -> int:
    """Run one command; give the exit status: 0, or 2 where something typed cannot be used."""
    try:
        area = next((word.removeprefix(AREA) for word in arguments if word.startswith(AREA)), NATIONAL)
        words = [word for word in arguments if word not in FLAGS and not word.startswith(AREA)]
        answer = _answer(words, FLAGS.intersection(arguments), area)
        if ICS in arguments:
            sys.stdout.buffer.write(answer.encode())  # its line ends are the format's, on every system
        else:
            sys.stdout.write(answer)
    except AnswersError as fault:
        for error in fault.errors:
            print(error.message, file=sys.stderr)
        return 2
    except (UsageError, AreaError) as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


def _answer(words: list[str], flags: frozenset[str], area: str) -> str:
    commands = ("list", "questions NAME", "ask NAME key=value …", "table NAME", "meeting NAME")
    if not words or words[0] not in {command.split()[0] for command in commands}:
        given = f"“{words[0]}” is no command" if words else "no command given"
        raise UsageError(f"command: {given}; use one of: {'; '.join(commands)}")
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
    local = load(area).on(today)
    found = case.check(typed, today, local) if guide.key == case.KEY else None
    result = found.result if found else ask(guide, typed, today, local)
    if ICS in flags:
        if not result.to_come:
            raise UsageError(f"{ICS}: {guide.key} gives no date from today on with these answers; leave it out")
        return calendar_file.text(result, datetime.now(UTC))
    if JSON in flags:
        return _json(data.case(found) if found else data.result(result))
    return text.result_text(result)


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
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
