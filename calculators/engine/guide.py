"""The words that rules are written in.

A guide asks questions and holds rules. A rule says: when these answers are given, this line applies,
on the ground of these units. Every rule that applies is shown: there is no order of precedence and no
"not". "Or" is `among`, a second rule, or `either` where one line would otherwise stand many times. "Not
known" is an answer; a rule that protects says so with `may_be`.

Everything here is frozen data and plain functions: no clock, no network, nothing kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from calculators import sources
from calculators.actions.meetings import Meeting, meetings
from calculators.actions.people import CONTACTS, PEOPLE
from calculators.engine.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    Timetable = Callable[[Mapping[str, str], Mapping[str, date], date, "Area | None"], tuple["Dated", ...]]

    from calculators.areas.model import Area

NOT_KNOWN = "not-known"
GIVEN = "given"
TICKS_OF_A_RULE = 2  # a rule asks for at most so many boxes at once
OLDEST = 120  # years; an age above it is a slip of the keyboard


class GuideError(ValueError):
    """A guide is written wrongly: an unknown option, unit or question. Raised at import."""


@dataclass(frozen=True)
class Option:
    """One answer that can be given: its key, and its label as the reader sees it."""

    key: str
    label: str


@dataclass(frozen=True)
class Condition:
    """The answers to one question that a rule wants; `words` reads "Child A's age: under 13".

    Args:
        others: conditions any of which does as well; see `either`.

    """

    question: str
    options: tuple[str, ...]
    words: str
    others: tuple[Condition, ...] = ()

    @property
    def ways(self) -> tuple[Condition, ...]:
        """Each way to meet it: itself, and the others that do as well."""
        return (self, *self.others)

    def met(self, answers: Mapping[str, str]) -> bool:
        """Say whether the answer given is one of those wanted."""
        return any(answers.get(way.question) in way.options for way in self.ways)


def either(words: str, *conditions: Condition) -> Condition:
    """Want one of these conditions, no matter which; `words` says them together."""
    first, *others = conditions
    return Condition(first.question, first.options, words, tuple(others))


@dataclass(frozen=True)
class Question:
    """One question with its possible answers, mildest first, "not known" last where the reader may not know.

    Args:
        key: the name of the answer in the terminal, in files and in the form.
        text: the question as the reader meets it.
        name: two or three words for tables and records.
        options: the answers that can be given.
        hint: a sentence of help under the question.
        when: the earlier answers that make the question relevant; none of them: always.
        ranked: False where the answers stand side by side, none of them worse for a child than another.

    """

    key: str
    text: str
    name: str
    options: tuple[Option, ...]
    hint: str = ""
    when: tuple[Condition, ...] = ()
    ranked: bool = True

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the possible answers."""
        return tuple(option.key for option in self.options)

    @property
    def from_mild_to_worse(self) -> tuple[str, ...]:
        """The known answers in order, so that each is worse for a child than the one before; none if not ranked."""
        return tuple(key for key in self.keys if key != NOT_KNOWN and self.ranked)

    def label(self, key: str) -> str:
        """Give the label of an answer."""
        return next(option.label for option in self.options if option.key == key)

    def among(self, *keys: str) -> Condition:
        """Want one of these answers, and known to be so."""
        unknown = [key for key in keys if key not in self.keys]
        if unknown or not keys:
            raise GuideError(f"{self.key}: no such answer {unknown}; it has {', '.join(self.keys)}")
        wanted = tuple(key for key in self.keys if key in keys)
        return Condition(self.key, wanted, f"{self.name}: {self.in_words(wanted)}")

    def may_be(self, *keys: str) -> Condition:
        """Want one of these answers, or not known: for a line that protects."""
        return self.among(*keys, NOT_KNOWN)

    def in_words(self, keys: tuple[str, ...]) -> str:
        """Put a set of answers into words."""
        return _listed([_lower(self.label(key)) for key in keys])

    def relevant(self, answers: Mapping[str, str]) -> bool:
        """Say whether the earlier answers make this question worth asking."""
        return all(condition.met(answers) for condition in self.when)

    @property
    def unanswered(self) -> str:
        """The answer that counts where none is given to a question that another answer made relevant."""
        return NOT_KNOWN if NOT_KNOWN in self.keys else self.keys[0]

    @property
    def remedy(self) -> str:
        """What to type, in the words of the terminal."""
        return f"choose one of {_listed(list(self.keys))}"

    @property
    def page_remedy(self) -> str:
        """What to do, in the words of the page."""
        return "choose one of the answers"

    def read(self, given: str) -> str:
        """Turn what was typed into the key of an answer; ValueError where it is none of them."""
        key = given.strip().lower().replace(" ", "-")
        if key in self.keys:
            return key
        raise ValueError(self.remedy)


YES_NO_NOT_KNOWN = (Option("yes", "Yes"), Option("no", "No"), Option(NOT_KNOWN, "Not known"))
NO_YES_NOT_KNOWN = (Option("no", "No"), Option("yes", "Yes"), Option(NOT_KNOWN, "Not known"))


@dataclass(frozen=True)
class Tick(Question):
    """Something that was seen or was not: ticked, or left. Left, it says nothing: it may still be there.

    Args:
        heading: the ticks of one heading stand together in the form.

    """

    heading: str = ""

    def read(self, given: str) -> str:
        """Turn what was typed into yes or no; nothing typed is no."""
        return super().read(given) if given else self.unanswered


def tick(key: str, text: str, *, heading: str, name: str = "") -> Tick:
    """Offer a box to tick; `name` is two or three words for tables and records (the text, if left out)."""
    options = (Option("no", "Not ticked"), Option("yes", "Ticked"))
    return Tick(key=key, text=text, name=name or text, options=options, heading=heading)


@dataclass(frozen=True)
class Ages(Question):
    """A question for an age in completed years, cut only where a source draws a line."""

    cuts: tuple[int, ...] = ()

    @property
    def from_mild_to_worse(self) -> tuple[str, ...]:
        """The bands of childhood from the oldest to the youngest: a younger child is never milder."""
        return tuple(key for key, (low, _) in reversed(self.bands.items()) if low < CHILDHOOD_ENDS)

    @cached_property
    def bands(self) -> dict[str, tuple[int, int]]:
        """The key of each band with its first and last age in completed years."""
        return {_band_key(low, high): (low, high) for low, high in _bands(self.cuts)}

    def under(self, years: int) -> Condition:
        """Want an age below this birthday."""
        return self.between(0, years - 1)

    def may_be_under(self, years: int) -> Condition:
        """Want an age below this birthday, or not known."""
        return self.may_be(*self.under(years).options)

    def at_least(self, years: int) -> Condition:
        """Want an age from this birthday on."""
        return self.between(years, OLDEST)

    def may_be_at_least(self, years: int) -> Condition:
        """Want an age from this birthday on, or not known."""
        return self.may_be(*self.at_least(years).options)

    def between(self, first: int, last: int) -> Condition:
        """Want an age from `first` to `last`, both in completed years and both included."""
        edges = {0, *self.cuts, OLDEST + 1}
        if first not in edges or last + 1 not in edges:
            raise GuideError(f"{self.key}: no line is drawn at {first} or {last + 1}; lines: {self.cuts}")
        return self.among(*(key for key, (low, high) in self.bands.items() if first <= low and high <= last))

    def may_be_between(self, first: int, last: int) -> Condition:
        """Want an age from `first` to `last`, or not known."""
        return self.may_be(*self.between(first, last).options)

    def in_words(self, keys: tuple[str, ...]) -> str:
        """Put bands into words, joining those that touch: "under 13 or not known"."""
        spans: list[tuple[int, int]] = []
        for low, high in (self.bands[key] for key in keys if key != NOT_KNOWN):
            if spans and spans[-1][1] + 1 == low:
                spans[-1] = (spans[-1][0], high)
            else:
                spans.append((low, high))
        words = [_lower(_band_label(low, high)) for low, high in spans]
        return _listed(words + ["not known"] * (NOT_KNOWN in keys))

    def band_of(self, years: int) -> str:
        """Give the key of the band that an age in completed years stands in."""
        return next(key for key, (low, high) in self.bands.items() if low <= years <= high)

    def next_line(self, years: int) -> int | None:
        """Give the next birthday at which a source draws a line, or None."""
        return next((cut for cut in self.cuts if cut > years), None)

    @property
    def remedy(self) -> str:
        """What to type, in the words of the terminal."""
        return f"give the age as whole years from 0 to {OLDEST}, or {NOT_KNOWN}"

    @property
    def page_remedy(self) -> str:
        """What to do, in the words of the page."""
        return f"give the age as whole years from 0 to {OLDEST}, or tick “Not known”, not both"

    def read_years(self, given: str) -> int | None:
        """Turn what was typed into completed years; None for not known; ValueError where it is neither."""
        typed = given.strip().lower().replace(" ", "-")
        if typed == NOT_KNOWN:
            return None
        if typed.isascii() and typed.isdigit() and int(typed) <= OLDEST:
            return int(typed)
        raise ValueError(self.remedy)

    def read(self, given: str) -> str:
        """Turn a typed age into the key of its band."""
        years = self.read_years(given)
        return NOT_KNOWN if years is None else self.band_of(years)


CHILDHOOD_ENDS = 18  # years: llr:2, nel:scope, hsbf:1.1.definition


def ages(key: str, text: str, *cuts: int, name: str, hint: str = "", when: tuple[Condition, ...] = ()) -> Ages:
    """Ask for an age; `cuts` are the birthdays at which a source draws a line."""
    if list(cuts) != sorted(set(cuts)):
        raise GuideError(f"{key}: the lines must rise: {cuts}")
    options = tuple(Option(_band_key(low, high), _band_label(low, high)) for low, high in _bands(cuts))
    options = (*options, Option(NOT_KNOWN, "Not known"))
    return Ages(key=key, text=text, name=name, options=options, hint=hint, when=when, cuts=cuts)


@dataclass(frozen=True)
class Day(Question):
    """A question for a date. Rules see only whether one was given; the guide's timetable sees the date.

    Args:
        back: how many months before today it may be.
        ahead: how many months after today it may be.
        since: the key of an earlier day that it may not come before, or empty.

    """

    back: int = 0
    ahead: int = 0
    since: str = ""

    @property
    def remedy(self) -> str:
        """What to type, in the words of the terminal."""
        return f"give the date, such as {SUCH_AS} or 2026-02-28, or {NOT_KNOWN}"

    @property
    def page_remedy(self) -> str:
        """What to do, in the words of the page."""
        return f"give the date as day/month/year, such as {SUCH_AS}, or tick “Not known”, not both"

    def read_day(self, given: str) -> date | None:
        """Turn what was typed into a date; None for not known; ValueError where it is neither."""
        return None if given.strip().lower().replace(" ", "-") == NOT_KNOWN else read_date(given)

    def read(self, given: str) -> str:
        """Say whether a date was given."""
        return NOT_KNOWN if self.read_day(given) is None else GIVEN


SUCH_AS = "28/02/2026"


def a_day(
    key: str,
    text: str,
    *,
    name: str,
    back: int,
    ahead: int = 0,
    since: str = "",
    hint: str = "",
    when: tuple[Condition, ...] = (),
) -> Day:
    """Ask for a date from `back` months before today to `ahead` months after it."""
    options = (Option(GIVEN, "A date"), Option(NOT_KNOWN, "Not known"))
    return Day(
        key=key,
        text=text,
        name=name,
        options=options,
        hint=hint,
        when=when,
        ranked=False,
        back=back,
        ahead=ahead,
        since=since,
    )


def _bands(cuts: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(low, high - 1) for low, high in pairwise((0, *cuts, OLDEST + 1))]


def _band_key(low: int, high: int) -> str:
    return _band_label(low, high).lower().replace(" ", "-")


def _band_label(low: int, high: int) -> str:
    if low == 0:
        return f"Under {high + 1}"
    if high == OLDEST:
        return f"{low} or over"
    return str(low) if low == high else f"{low} to {high}"


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


@dataclass(frozen=True)
class Group:
    """A heading of the result. Lines of a `protects` group are never lost to a worse or unknown answer."""

    key: str
    title: str
    protects: bool = True

    @property
    def short(self) -> str:
        """The heading in a word or two, for pictures and tables."""
        return self.title if self.title.count(" ") < 2 else self.key.replace("-", " ").capitalize()  # noqa: PLR2004 - two words


NOW = Group("now", "Now")
CHECK = Group("check", "Please check: these answers do not fit together", protects=False)
TODAY = Group("today", "Today")
NEXT = Group("next", "Next")
LATER = Group("later", "Later")
FIND_OUT = Group(
    "find-out", "Not known: tell children’s social care so; until it is known, act as if the worst were so"
)
AVOID = Group("avoid", "Do not")
STANDS = Group("stands", "Where the ticked features stand, highest first", protects=False)
ASSESS = Group("assess", "What has to be assessed", protects=False)
SAYS = Group("says", "What the law and the sources say", protects=False)
GROUPS = (NOW, CHECK, TODAY, NEXT, LATER, FIND_OUT, AVOID, STANDS, ASSESS, SAYS)  # also from most to least urgent
STEPS = (NOW, TODAY, NEXT, LATER)  # ordered by when; each of their lines says who acts


@dataclass(frozen=True)
class Rule:
    """One line and the answers under which it is shown.

    Args:
        key: its name, unique in the guide; tests and records use it.
        cites: the units that say so, at least one.
        when: all of these conditions have to be met; none: `always` has to be True.
        then: the line, as the reader sees it.
        group: the heading it stands under.
        about: the child it is about ("Child A"), or empty for all.
        who: who takes the step, one of `PEOPLE`; every step has one.
        contact: whom the step needs on the telephone, a key of `CONTACTS`, or empty.
        differs: what the sources differ on, in words, where this line is one source's answer to it.
        strictest: this is the strictest of the lines with the same `differs`.
        meeting: the meeting that the line calls for, a key of `meetings()`, or empty; the result then offers its
            agenda and attendance list.
        always: the line stands in every result.
        covers: protective rules whose line this one includes, so that they may give way to it.

    """

    key: str
    cites: tuple[str, ...]
    then: str
    group: Group
    when: tuple[Condition, ...] = ()
    about: str = ""
    who: str = ""
    contact: str = ""
    differs: str = ""
    strictest: bool = False
    meeting: str = ""
    always: bool = False
    covers: tuple[str, ...] = ()

    def kept_out_by(self, answers: Mapping[str, str]) -> tuple[Condition, ...]:
        """Give the conditions that these answers do not meet; none of them: the rule applies."""
        return tuple(condition for condition in self.when if not condition.met(answers))

    @property
    def condition_words(self) -> str:
        """The rule's conditions in words."""
        return "; ".join(condition.words for condition in self.when) or "Always"


@dataclass(frozen=True)
class LeftToPeople:
    """Something that the sources leave to professional judgement, said at the foot of each result."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class AgeFromDates:
    """Two date fields from which the answer to an age question can be worked out."""

    question: str
    birth: str
    day: str
    birth_text: str
    day_text: str


@dataclass(frozen=True)
class Trace:
    """Why a rule applied, or the conditions that kept it out."""

    key: str
    applies: bool
    conditions: tuple[Condition, ...]
    kept_out_by: tuple[Condition, ...]


@dataclass(frozen=True)
class Change:
    """One answer that, changed alone, would alter the result: the lines it adds and those it drops."""

    question: str
    option: str
    adds: tuple[str, ...]
    drops: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """A worked-out fact beside the findings: an age on a day, the next line and when."""

    key: str
    text: str


@dataclass(frozen=True)
class Dated:
    """One day of a timetable.

    Args:
        day: the day.
        what: what it is the day for, and by whose rule.
        cites: the units that say so.
        note: what the reader has to know of the day itself: a weekend, a bank holiday, a day gone by.
        due: by the rule that is followed; otherwise only another source asks for it.
        past: the day has come already: no calendar needs it.

    """

    day: date
    what: str
    cites: tuple[str, ...]
    note: str = ""
    due: bool = True
    past: bool = False


@dataclass(frozen=True)
class Result:
    """What a guide says to a set of answers; `area`, where one is chosen, adds its contacts and lines."""

    guide: Guide
    answers: dict[str, str]
    typed: dict[str, str]
    findings: tuple[Rule, ...]
    trace: tuple[Trace, ...]
    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    timetable: tuple[Dated, ...] = ()

    @property
    def to_come(self) -> tuple[Dated, ...]:
        """The days that are due from today on, for a calendar."""
        return tuple(dated for dated in self.timetable if dated.due and not dated.past)

    area: Area | None = None

    def cites(self) -> tuple[str, ...]:
        """Every unit that the findings, the dates and the list of judgements rest on, each once, in order."""
        units = [unit for finding in self.findings for unit in finding.cites]
        units += [unit for dated in self.timetable for unit in dated.cites]
        units += [unit for left in self.guide.left_to_people for unit in left.cites]
        return tuple(dict.fromkeys(units))

    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting that the findings call for, each once, in order."""
        return _meetings(self.findings)


@dataclass(frozen=True)
class Guide:
    """A calculator: its questions in the order they are asked, and its rules.

    `timetable`, where there is one, gives the dated list: from the answers, the days given and today.

    Raises:
        GuideError: a key stands twice, a rule names no unit or an unknown one, has no condition and
            is not marked `always`, or a condition names a question that comes later or not at all.

    """

    key: str
    title: str
    purpose: str
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    left_to_people: tuple[LeftToPeople, ...]
    dates: tuple[AgeFromDates, ...] = field(default=())
    timetable: Timetable | None = None

    def __post_init__(self) -> None:
        """Check the guide as a whole."""
        _refuse_twice(self.key, [question.key for question in self.questions])
        _refuse_twice(self.key, [rule.key for rule in self.rules])
        asked: list[str] = []
        for question in self.questions:
            if question.when and isinstance(question, Tick):
                raise GuideError(f"{self.key}: {question.key} is a box to tick, and those are always asked")
            for way in _ways(question.when):
                if way.question not in asked:
                    raise GuideError(f"{self.key}: {question.key} depends on {way.question}, not yet asked")
            asked.append(question.key)
        for rule in self.rules:
            self._check(rule, asked)
        for left in self.left_to_people:
            self._check_cites(left.text, left.cites)
        for dates in self.dates:
            self.ages(dates.question)

    def _check(self, rule: Rule, asked: list[str]) -> None:
        if bool(rule.when) == rule.always:
            raise GuideError(f"{self.key}: {rule.key} needs conditions, or always, not both")
        ways = _ways(rule.when)
        for way in ways:
            if way.question not in asked:
                raise GuideError(f"{self.key}: {rule.key} asks for {way.question}, which is not asked")
        ticks = {box.key for box in self.ticks}
        boxes = [condition for condition in rule.when if any(way.question in ticks for way in condition.ways)]
        left = any(way.question in ticks and way.options != ("yes",) for way in ways)
        if len(boxes) > TICKS_OF_A_RULE or left:
            raise GuideError(f"{self.key}: {rule.key} may ask for {TICKS_OF_A_RULE} boxes, and only for ticked ones")
        if rule.who not in PEOPLE and (rule.who or rule.group in STEPS):
            raise GuideError(f"{self.key}: {rule.key} is a step: name who takes it, from calculators/actions/people.py")
        if rule.contact and rule.contact not in CONTACTS:
            raise GuideError(f"{self.key}: {rule.key} names an unknown contact: {rule.contact}")
        if rule.meeting and rule.meeting not in meetings():
            raise GuideError(f"{self.key}: {rule.key} names an unknown meeting: {rule.meeting}")
        if rule.strictest and not rule.differs:
            raise GuideError(f"{self.key}: {rule.key} is the strictest of nothing: say what the sources differ on")
        if unknown := set(rule.covers) - {other.key for other in self.rules}:
            raise GuideError(f"{self.key}: {rule.key} covers unknown rules: {', '.join(sorted(unknown))}")
        self._check_cites(rule.key, rule.cites)

    def _check_cites(self, line: str, cites: tuple[str, ...]) -> None:
        if not cites:
            raise GuideError(f"{self.key}: {line} names no unit")
        for unit in cites:
            sources.unit(unit)

    def question(self, key: str) -> Question:
        """Give the question of that key."""
        return next(question for question in self.questions if question.key == key)

    def ages(self, key: str) -> Ages:
        """Give the age question of that key; GuideError where it asks for something else."""
        question = self.question(key)
        if not isinstance(question, Ages):
            raise GuideError(f"{self.key}: {key} does not ask for an age")
        return question

    def rule(self, key: str) -> Rule:
        """Give the rule of that key."""
        return next(rule for rule in self.rules if rule.key == key)

    def cites(self) -> tuple[str, ...]:
        """Every unit that the guide rests on, each once, in order."""
        lines = [rule.cites for rule in self.rules] + [left.cites for left in self.left_to_people]
        lines += [meeting.every_cite() for meeting in self.meetings()]
        return tuple(dict.fromkeys(unit for cites in lines for unit in cites))

    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting that a rule calls for, each once, in order."""
        return _meetings(self.in_order())

    def in_order(self) -> tuple[Rule, ...]:
        """The rules under their headings, most urgent first."""
        return tuple(rule for group in GROUPS for rule in self.rules if rule.group is group)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each rule, by its key, counted under the headings from 1."""
        return {rule.key: number for number, rule in enumerate(self.in_order(), start=1)}

    def brought_by(self, question: Question, option: str) -> list[tuple[Rule, tuple[Condition, ...]]]:
        """Give the rules that want this answer to this question, each with the conditions it has besides."""
        found = []
        for rule in self.in_order():
            mine = [
                (condition, way.options)
                for condition in rule.when
                for way in condition.ways
                if way.question == question.key
            ]
            if mine and all(option in options for _, options in mine):
                met = [condition for condition, _ in mine]
                found.append((rule, tuple(condition for condition in rule.when if condition not in met)))
        return found

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """The boxes to tick."""
        return tuple(question for question in self.questions if isinstance(question, Tick))

    def every_answer(self) -> Iterator[dict[str, str]]:
        """Every combination of answers that can be given, irrelevant questions left out.

        Of the boxes to tick: none, any one, any two, and all. No rule asks for more than two, and none for one
        that is left empty, so no combination of more gives a line that these do not.
        """
        pairs = [combo for size in range(TICKS_OF_A_RULE + 1) for combo in combinations(self.ticks, size)]
        whole = [self.ticks] if len(self.ticks) > TICKS_OF_A_RULE else []
        for ticked in (*pairs, *whole):
            yield from self._answers_from(0, {}, ticked)

    def _answers_from(self, index: int, answers: dict[str, str], ticked: tuple[Tick, ...]) -> Iterator[dict[str, str]]:
        if index == len(self.questions):
            yield answers
            return
        question = self.questions[index]
        if not question.relevant(answers):
            yield from self._answers_from(index + 1, answers, ticked)
            return
        keys = ("yes" if question in ticked else "no",) if isinstance(question, Tick) else question.keys
        for key in keys:
            yield from self._answers_from(index + 1, {**answers, question.key: key}, ticked)

    def fields(self) -> tuple[str, ...]:
        """Every key that can be typed: the questions, and the date fields."""
        dates = [name for pair in self.dates for name in (pair.birth, pair.day)]
        return (*(question.key for question in self.questions), *dates)


def _ways(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(way for condition in conditions for way in condition.ways)


def _refuse_twice(guide: str, keys: list[str]) -> None:
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise GuideError(f"{guide}: stands twice: {', '.join(twice)}")


def _meetings(rules: tuple[Rule, ...]) -> tuple[Meeting, ...]:
    return tuple(meetings()[key] for key in dict.fromkeys(rule.meeting for rule in rules if rule.meeting))


def decide(guide: Guide, answers: Mapping[str, str]) -> Result:
    """Apply every rule of a guide to a whole set of answers (the keys of options)."""
    trace = []
    findings = []
    for rule in guide.in_order():
        kept_out = rule.kept_out_by(answers)
        trace.append(Trace(rule.key, not kept_out, rule.when, kept_out))
        if not kept_out:
            findings.append(rule)
    return Result(guide, dict(answers), {}, tuple(findings), tuple(trace))


def what_would_change(guide: Guide, answers: Mapping[str, str]) -> tuple[Change, ...]:
    """Give each single answer that, changed, alters the result; questions it makes irrelevant fall away.

    A question that the change makes relevant is taken as not known.
    """
    before = [finding.key for finding in decide(guide, answers).findings]
    changes = []
    for question in guide.questions:
        for option in question.keys if question.key in answers else ():
            if option == answers[question.key]:
                continue
            changed = _settle(guide, {**answers, question.key: option})
            after = [finding.key for finding in decide(guide, changed).findings]
            adds = tuple(key for key in after if key not in before)
            drops = tuple(key for key in before if key not in after)
            if adds or drops:
                changes.append(Change(question.key, option, adds, drops))
    return tuple(changes)


def _settle(guide: Guide, answers: Mapping[str, str]) -> dict[str, str]:
    settled: dict[str, str] = {}
    for question in guide.questions:
        if question.relevant(settled):
            settled[question.key] = answers.get(question.key, question.unanswered)
    return settled
