"""The audit's files: what is saved can be opened, and any file gives its data or a sentence."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import browser
from calculators.audit import fields, files, means, tables
from calculators.audit.errors import AuditFileError
from calculators.audit.sums import Action, Audit, Entry, Sheet, lines
from tests.support.audit_files import BAD, GOOD, OWN, Tried, audit, decoded, sheet, table

LINES = list(lines())
IN_PYTHON = {name: tried for name, tried in {**GOOD, **BAD}.items() if not tried.only_in_browser}
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # the direction of what follows
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=TURNING) | st.sampled_from("\n\t=+-@'\"\ufffd;,"),
    max_size=40,
)
NOTES = TEXT.map(str.rstrip)
ENTRIES = st.builds(Entry, st.none() | st.integers(0, 4), NOTES, NOTES, NOTES)
AGENCIES = TEXT.map(fields.named).filter(bool)
SHEETS = st.lists(
    st.builds(
        Sheet,
        AGENCIES,
        st.integers(1, 3),
        st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31)),
        st.dictionaries(st.sampled_from(LINES), ENTRIES, max_size=6),
    ),
    unique_by=lambda of_one: of_one.agency.lower(),
    max_size=3,
).map(tuple)
ACTIONS = st.lists(st.builds(Action, st.sampled_from(["", *LINES]), TEXT, TEXT, TEXT), max_size=3).map(tuple)
OTHERS = SHEETS.filter(bool).map(lambda sheets: (means.of(Audit(sheets)),))
AUDITS = st.builds(Audit, SHEETS, ACTIONS, TEXT.map(str.strip), st.just(()) | OTHERS)


def opened(name: str, text: str) -> files.Opened:
    """Read a text as a file of that name."""
    return files.read(name, len(text), text)


def gives_data_or_a_sentence(text: str) -> None:
    """Open a text: what it gives can be saved and opened again; a refusal begins with the file's name."""
    found, said = None, ""
    try:
        found = opened("a file", text).audit
    except AuditFileError as fault:
        said = str(fault)
    if found is None:
        assert said.startswith("a file")
    else:
        assert opened("b", json.dumps(files.to_data(found))).audit == found


@pytest.mark.parametrize("name", IN_PYTHON)
def test_a_file_gives_its_data_or_a_sentence(name: str) -> None:
    """What the table of files says of each; a sentence begins with the file's name and changes nothing."""
    tried = IN_PYTHON[name]
    text = "" if name == "six-megabytes.csv" else decoded(tried.content)
    document = files.to_data(Audit((Sheet("In hand", 1, None, {"1.1": Entry(1)}),)))
    request = {"do": "open", "document": document, "files": [{"name": name, "size": len(tried.content), "text": text}]}
    answer = json.loads(browser.audit(json.dumps(request)))
    if name in BAD:
        assert set(answer) == {"error"}
        assert answer["error"].startswith(name)
        assert tried.says in answer["error"]
        assert "Traceback" not in answer["error"]
        return
    assert tried.says in " ".join(["Opened", *answer["said"]])
    assert len(answer["document"]["sheets"]) == 1 + tried.sheets
    assert answer["document"]["sheets"][0] == document["sheets"][0]
    if tried.sheets:
        assert answer["document"]["sheets"][1]["lines"]["1.1"]["score"] == tried.score


def test_at_least_sixty_files_are_tried() -> None:
    """Good and bad."""
    assert not set(GOOD) & set(BAD)
    assert len(GOOD) >= 40
    assert len(BAD) >= 60


@given(AUDITS)
@settings(max_examples=60)
def test_what_is_saved_can_be_opened_again(held: Audit) -> None:
    """JSON keeps everything."""
    text = json.dumps(files.to_data(held))
    assert opened("a.json", text) == files.Opened(held)


@given(SHEETS.filter(bool))
@settings(max_examples=60)
def test_what_is_exported_runs_nothing_and_comes_back_unchanged(sheets: tuple[Sheet, ...]) -> None:
    """Every cell of the CSV, whatever it begins with; blank lines are not told from lines that are not there."""
    text = files.to_csv(Audit(sheets))
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row)
    written = tuple(
        replace(
            one,
            entries={line: one.entries[line] for line in LINES if one.entries.get(line, Entry(None)) != Entry(None)},
        )
        for one in sheets
    )
    assert opened("a.csv", text).audit.sheets == written


SPREADSHEETS = {  # what stands before the table, what parts a date and the cells, how a row ends
    "Excel UK": ("\ufeff", "/", ",", "\r\n"),
    "Excel in Germany": ("\ufeff", ".", ";", "\r\n"),
    "LibreOffice": ("", "/", ",", "\n"),
    "Google Sheets": ("", "-", ",", "\r\n"),
    "Numbers": ("Table 1\n", "/", ";", "\n"),
}


@pytest.mark.parametrize("program", SPREADSHEETS)
def test_what_a_spreadsheet_saves_again_comes_back_unchanged(program: str) -> None:
    """Exported, opened and saved by each program in its way."""
    whole = Sheet(
        "Health", 2, date(2026, 11, 25), {"1.1": Entry(3, '=1+1, "quoted"', "line\nbreak", "– £5"), "5.8": Entry(0)}
    )
    rows = list(csv.reader(io.StringIO(files.to_csv(Audit((whole,))).removeprefix("\ufeff"), newline="")))
    before, parting, separator, end = SPREADSHEETS[program]
    day = "2026-11-25" if parting == "-" else parting.join(("25", "11", "2026"))
    text = io.StringIO()
    text.write(before)
    writer = csv.writer(text, delimiter=separator, lineterminator=end)
    writer.writerows([[cell.replace("2026-11-25", day) for cell in row] for row in rows])
    assert opened("a.csv", text.getvalue()).audit.sheets == (whole,)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    )
)
@settings(max_examples=200)
def test_anything_in_any_place_of_the_json_gives_data_or_a_sentence(value: object) -> None:
    """In the place of each part in turn; nothing else is ever raised."""
    entry = {"score": 3, "evidence": "a"}
    texts = [
        json.dumps(value),
        audit(sheet(), actions=value),
        json.dumps({"format": means.FORMAT, "version": 1, "rounds": value}),
    ]
    texts += [audit(sheet(), **{key: value}) for key in ("version", "sheets", "partnership", "others", "format")]
    texts += [audit(sheet(**{key: value})) for key in ("agency", "round", "date", "lines")]
    texts += [audit(sheet(lines={"1.1": entry | {key: value}})) for key in ("score", "evidence")] + [
        audit(sheet(lines={"1.1": value}))
    ]
    texts += [audit(actions=[{key: value}]) for key in ("line", "action", "by")]
    texts += [json.dumps({"format": means.FORMAT, "version": 1, "rounds": {"1": {str(n): value for n in range(6)}}})]
    for text in texts:
        gives_data_or_a_sentence(text)


@given(
    st.lists(st.lists(TEXT | st.sampled_from(["1", "1.1", "3", "Police", "25/11/2026"]), max_size=8), max_size=4),
    st.sampled_from(",;\t"),
)
@settings(max_examples=200)
def test_any_table_gives_data_or_a_sentence(rows: list[list[str]], separator: str) -> None:
    """Any cells below the headings."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([list(tables.COLUMNS), *rows])
    gives_data_or_a_sentence(text.getvalue())


@given(st.binary(max_size=300))
def test_any_bytes_give_data_or_a_sentence(content: bytes) -> None:
    """Whatever the file is."""
    with pytest.raises(AuditFileError, match=r"^a file"):
        files.read("a file", len(content), decoded(content))


def test_line_ends_and_control_characters_are_made_such_as_every_file_can_hold() -> None:
    """And half of a pair, which no file can hold."""
    assert fields.clean("a\r\nb\rc\0d\x1be\tf\ud83dg\U0001f642") == "a\nb\ncde\tf\ufffdg\U0001f642"


def test_a_name_is_what_it_looks_like() -> None:
    """Nothing in it turns the number behind it round; pasted with something unseen, it is the same name."""
    assert fields.clean(f"Police{TURNING}") == "Police"
    for name in ("He\u00adalth", "\ufeffHealth", "Health\u200b", "\u2060Health\u00a0"):
        assert opened("a.json", audit(sheet(agency=name))).audit.sheets[0].agency == "Health"
        assert opened("a.csv", table(f"{name},1,,1.1,s,3,,")).audit.sheets[0].agency == "Health"


def test_notes_of_a_line_that_stands_twice_both_stay() -> None:
    """The lower score counts."""
    found = opened("a.csv", table("Police,1,,1.1,s,4,first,", "Police,1,,1.1,s,2,second,", "Police,1,,1.1,s,,second,"))
    assert found.audit.sheets[0].entries["1.1"] == Entry(2, "first\nsecond\nsecond")


def test_two_notes_that_are_too_long_together_are_refused_and_not_saved_as_what_cannot_be_opened() -> None:
    """A sheet that stands twice in a file: its notes stay both, and together they have to fit."""
    for longest, fits in ((1999, True), (2001, False)):
        twice = [sheet(lines={"1.1": {"score": 3, "evidence": letter * longest}}) for letter in "ab"]
        if fits:
            gives_data_or_a_sentence(audit(*twice))
            continue
        with pytest.raises(AuditFileError, match=r"a note has 4,003 characters.*line 1.1 of Police, both sheets"):
            opened("a.json", audit(*twice))


def test_the_same_means_are_compared_once() -> None:
    """And it is said, also where the file is opened again later."""
    theirs = opened("m.json", json.dumps(means.to_data(means.of(OWN))))
    once = files.join(Audit(), theirs, "m.json")
    again = files.join(once.audit, theirs, "m.json")
    assert (len(once.audit.others), once.said) == (1, ())
    assert (again.audit, again.said) == (
        once.audit,
        ("m.json: its means are already here, and were not added again.",),
    )


def test_a_sheet_that_is_already_in_hand_is_not_overwritten() -> None:
    """Opening the same agency and round with other scores says to remove the one in hand first, however it is spelled."""
    for agency in ("Police", "POLICE", " police "):
        with pytest.raises(AuditFileError, match="Police, round 1, is already here"):
            files.join(OWN, opened("again.json", audit(sheet(agency=agency))), "again.json")


def test_a_sheet_that_is_already_in_hand_and_alike_is_not_added_again() -> None:
    """A file that is opened twice does no harm; a line without anything is no difference."""
    blank = Sheet("police", 1, None, {**OWN.sheets[0].entries, "5.8": Entry(None)})
    found = files.join(OWN, files.Opened(Audit((blank,))), "again.json")
    assert found.audit == OWN
    assert (
        found.said[-1]
        == "again.json: the scores and notes of Police (round 1) are already here, and were not added again."
    )


def test_an_agency_keeps_the_spelling_that_is_in_hand() -> None:
    """And this is said."""
    found = files.join(OWN, opened("b.json", audit(sheet(agency="police", round=2))), "b.json")
    assert [one.agency for one in found.audit.sheets] == ["Police", "Police"]
    assert found.said == ("b.json: “police” was taken to be “Police”.",)


def test_the_file_of_means_holds_means_and_nothing_else() -> None:
    """No name, agency, date, score or note of the audit is in it."""
    named = Sheet("Constabulary", 1, date(2026, 11, 25), {"1.1": Entry(3, "evidence!"), "1.2": Entry(2)})
    whole = Audit((named,), (Action("1.1", "action!", "owner!", ""),), "Partnership!")
    text = json.loads(browser.audit(json.dumps({"do": "means", "document": files.to_data(whole)})))["text"]
    for said in ("Constabulary", "2026-11-25", "!", "1.1"):
        assert said not in text
    assert opened("m.json", text).audit.others[0].rounds[1][0].tenths == 25


@pytest.mark.parametrize("tried", [GOOD["first-edition.json"]])
def test_a_file_without_comments_still_opens(tried: Tried) -> None:
    """As the first edition saved it."""
    assert opened("a.json", decoded(tried.content)).audit.sheets[0].entries["1.1"] == Entry(3, "a", "b", "")
