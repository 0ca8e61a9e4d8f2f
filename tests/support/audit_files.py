"""Files that people may open in the audit workspace, good and bad, with what the page says of each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from calculators.audit import files, means, tables
from calculators.audit.sums import Audit, Entry, Sheet, lines
from tests.support.audit_workbooks import opendocument, packed, workbook

HEAD = "agency,round,date,line,statement,score,evidence,assurance"
LINES = list(lines())


@dataclass(frozen=True)
class Tried:
    """A file: its bytes, what the page says, and how many sheets it gives (0 where it is refused).

    `score` is what line 1.1 of its first sheet then has. A workbook is unpacked by the page, not by Python.
    """

    content: bytes
    says: str = ""
    sheets: int = 0
    score: int | None = None
    only_in_browser: bool = False


def table(*rows: str, head: str = HEAD, end: str = "\r\n") -> str:
    """Give a table of these rows below the headings."""
    return end.join((head, *rows)) + end


def good(text: str, says: str = "Opened", sheets: int = 1, score: int | None = 3, code: str = "utf-8") -> Tried:
    """Give a file that opens."""
    return Tried(text.encode(code), says, sheets, score)


def bad(text: str | bytes, says: str) -> Tried:
    """Give a file that is refused."""
    return Tried(text.encode() if isinstance(text, str) else text, says)


def sheet(**changes: Any) -> dict[str, Any]:
    """Give one sheet of the JSON, with changes."""
    return {"agency": "Police", "round": 1, "date": "2026-11-25", "lines": {"1.1": {"score": 3}}, **changes}


def audit(*sheets: dict[str, Any], **changes: Any) -> str:
    """Give the JSON of an audit with these sheets, with changes."""
    return json.dumps({"format": files.FORMAT, "version": 1, "sheets": list(sheets), "actions": [], **changes})


ROW = "Police,1,25/11/2026,1.1,We hold figures,3,Data,Board"
CELLS = [
    ["Agency", "Round", "Date", "Line", "Score"],
    ["Police", "1", "46351", "1.1", "3"],
    ["Police", "1", "46351", "1.6a", "0"],
]
OWN = Audit((Sheet("Police", 1, None, {"1.1": Entry(3, "=1+1", "a\nb", "'=x")}),))
MANY = [
    sheet(agency=f"Agency {n}", lines={line: {"score": 3, "evidence": "x" * 3000} for line in LINES}) for n in range(40)
]

GOOD = {
    "saved.json": good(json.dumps(files.to_data(OWN))),
    "first-edition.json": good(audit(sheet(lines={"1.1": {"score": 3, "evidence": "a", "assurance": "b"}}))),
    "mark-before.json": good(audit(sheet()), code="utf-8-sig"),
    "powershell.json": good(audit(sheet()), code="utf-16"),
    "uk-date.json": good(audit(sheet(date="25/11/2026"))),
    "six-megabytes.json": good(audit(*MANY), sheets=40),
    "replacement-sign.json": good(audit(sheet(lines={"1.1": {"score": 3, "evidence": "a \ufffd b"}}))),
    "half-a-pair.json": good(audit(sheet(lines={"1.1": {"score": 3, "evidence": "a \ud800 b"}}))),
    "nothing-in-it.json": good(audit(), sheets=0, score=None),
    "means.json": good(json.dumps(means.to_data(means.of(OWN))), sheets=0, score=None),
    "line-twice.json": good(
        audit(sheet()).replace('{"1.1": {"score": 3}}', '{"1.1": {"score": 4}, "1.1": {"score": 0}}'),
        "line 1.1 (4 and 0, so 0)",
        1,
        0,
    ),
    "sheet-twice.json": good(
        audit(sheet(), sheet(lines={"1.1": {"score": 2}})), "Police stands more than once in round 1", 1, 2
    ),
    "exported.csv": good(tables.to_csv(OWN)),
    "excel-uk-utf8.csv": good(table(ROW), code="utf-8-sig"),
    "excel-uk-plain.csv": good(table("Police,1,25/11/2026,1.1,s,3,Café – £5’s,"), code="cp1252"),
    "excel-semicolons.csv": good(table(ROW).replace(",", ";")),
    "excel-unicode-text.txt": good(table(ROW).replace(",", "\t"), code="utf-16"),
    "no-mark-utf16.csv": good(table(ROW), code="utf-16-le"),
    "excel-sep.csv": good("sep=;\r\n" + table(ROW).replace(",", ";")),
    "excel-trailing-rows.csv": good(table(ROW, *[",,,,,,,"] * 20)),
    "excel-trailing-columns.csv": good(table(ROW + ",,,", head=HEAD + ",,,")),
    "excel-short-year.csv": good(table("Police,1,25/11/26,1.1,s,3,,")),
    "excel-time.csv": good(table("Police,1,25/11/2026 00:00,1.1,s,3,,")),
    "excel-serial.csv": good(table("Police,1,46351,1.1,s,3,,")),
    "excel-month-name.csv": good(table("Police,1,25-Nov-26,1.1,s,3,,")),
    "excel-text-number.csv": good(table("Police,1,,1.1,s,'3,,")),
    "libreoffice-quotes.csv": good(table('"Police",1,"25.11.2026","1.1","s",3,"a ""quoted"" note",""', end="\n")),
    "libreoffice-decimals.csv": good(table("Police;1,0;25/11/2026;1,1;s;3,0;;", head=HEAD.replace(",", ";"), end="\n")),
    "google-sheets.csv": good(table("Police,1,2026-11-25,1.1,s,3.0,,", end="\n").rstrip()),
    "google-words.csv": good(table('Police,1,"Wed, 25 November 2026",1.1,s,3,,', end="\n")),
    "numbers-title.csv": good("Table 1,,,,,,,\r\n\r\n" + table(ROW)),
    "numbers-cr.csv": good(table(ROW, end="\r")),
    "other-order.csv": good(table("3,1.1,1,Police", head="Score,Line,Round,Agency")),
    "capitals.csv": good(table("Police,1,1.1,3", head="AGENCY, Round no. ,Line No.,SCORE")),
    "framework-words.csv": good(
        table(
            "Police,1,1.1,We,3,a,b,c",
            head="Organisation,Round,Ref,Statements,Score,Evidence supporting this score,Assurance systems in place locally for QA/evidencing this statement,Comments",
        )
    ),
    "more-columns.csv": good(table("x,Police,1,1.1,3,y", head="Id,Agency,Round,Line,Score,Colour")),
    "round-words.csv": good(
        table("Police,Round 1,,1.1,s,3,,", "Police,1. Start,,1.2,s,3,,", "Police,Six months,,1.1,s,2,,"), sheets=2
    ),
    "line-words.csv": good(table("Police,1,,Line 1.1,s,3,,", "Police,1,,1.6A,s,2,,", "Police,1,,2.2.,s,2,,")),
    "not-scored.csv": good(table(ROW, "Police,1,,1.2,s,n/a,,", "Police,1,,1.3,s,–,note,")),
    "new-line-in-note.csv": good(table('Police,1,,1.1,s,3,"first, and\nsecond",')),
    "longest-note.csv": good(table(f"Police,1,,1.1,s,3,{'x' * 4000},")),
    "line-twice.csv": good(table("Police,1,,1.1,s,4,a,", "Police,1,,1.1,s,0,b,"), "line 1.1 (4 and 0, so 0)", 1, 0),
    "two-spellings.csv": good(table("Health,1,,1.1,s,3,,", "health,1,,1.2,s,2,,"), "“health” was taken to be “Health”"),
    "wide-blanks.csv": good(table("Early  help,1,,1.1,s,3,,", "Early help ,1,,1.2,s,2,,")),
    "totals.csv": good(table(ROW, ",,,Total,,3,,"), "row 3 is not about a line, and was left out"),
    "several-dates.csv": good(table(ROW, "Police,1,26/11/2026,1.2,s,2,,"), "has several dates; the earliest was taken"),
    "excel.xlsx": Tried(workbook(CELLS), "Opened", 1, 3, only_in_browser=True),
    "google.xlsx": Tried(workbook(CELLS, shared=False), "Opened", 1, 3, only_in_browser=True),
    "second-sheet.xlsx": Tried(workbook(CELLS, before=1), "Opened", 1, 3, only_in_browser=True),
    "libreoffice.ods": Tried(opendocument(CELLS), "Opened", 1, 3, only_in_browser=True),
    "second-sheet.ods": Tried(opendocument(CELLS, before=1), "Opened", 1, 3, only_in_browser=True),
}

BAD = {
    "empty.json": bad("", "is empty"),
    "blank.csv": bad(" \n\n", "is empty"),
    "picture.png": bad(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(128, 256)), "is not a text file"),
    "photo.jpg": bad(b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)), "is not a text file"),
    "report.pdf": bad(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "it is a PDF"),
    "minutes.docx": bad(packed({"word/document.xml": "<w/>"}), "it is a packed file"),
    "table.numbers": bad(packed({"Index/Document.iwa": "x"}), "save the table as CSV"),
    "minutes.odt": bad(packed({"mimetype": "x", "content.xml": "<x/>"}), "save the table as CSV"),
    "table.xls": bad(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it is an old Excel or Word document"),
    "page.html": bad("<!doctype html><title>x</title>", "it is a web page"),
    "drawing.svg": bad('<?xml version="1.0"?><svg/>', "it is a web page or a drawing"),
    "letter.rtf": bad("{\\rtf1\\ansi Dear all}", "a word processor’s document"),
    "letter.txt": bad("Dear all, please find attached", "is neither an audit saved here nor a table"),
    "dates.ics": bad("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "is neither an audit saved here nor a table"),
    "people.csv": bad("name,age\nA,3\n", "is neither an audit saved here nor a table"),
    "list.json": bad("[1, 2]", "is neither an audit saved here nor a table"),
    "map.json": bad('{"type": "FeatureCollection"}', "it was made by something else"),
    "broken-off.json": bad(audit(sheet())[:80], "is damaged: it breaks off"),
    "nested.json": bad('{"a":' * 20_000, "far too deep"),
    "nested-lists.json": bad(audit(sheet())[:-1] + ', "x": ' + "[" * 20_000 + "]" * 20_000 + "}", "far too deep"),
    "long-number.json": bad(
        audit(sheet()).replace('"version": 1', '"version": ' + "1" * 5000), "a number in it is too long"
    ),
    "not-a-number.json": bad(audit(sheet(lines={"1.1": {"score": float("nan")}})), "has the score “nan”"),
    "older.json": bad(audit(version=0), "by an older edition (version 0)"),
    "no-version.json": bad(audit(version=None), "by an older edition (version not given)"),
    "newer.json": bad(audit(version=9), "by a newer edition (version 9)"),
    "sheets-number.json": bad(audit(sheets=3), "its sheets are not a list"),
    "sheet-word.json": bad(audit(sheets=["x"]), "a sheet cannot be read"),
    "lines-list.json": bad(audit(sheet(lines=[])), "the lines of Police cannot be read"),
    "line-number.json": bad(audit(sheet(lines={"1.1": 3})), "line 1.1 of Police cannot be read"),
    "note-list.json": bad(audit(sheet(lines={"1.1": {"evidence": []}})), "“evidence” has to be text"),
    "no-agency.json": bad(audit(sheet(agency=" ")), "a sheet has no agency"),
    "round-list.json": bad(audit(sheet(round=[])), "Police has the round “[]”"),
    "round-4.json": bad(audit(sheet(round=4)), "There are rounds 1, 2 and 3"),
    "round-true.json": bad(audit(sheet(round=True)), "There are rounds 1, 2 and 3"),
    "score-5.json": bad(audit(sheet(lines={"1.1": {"score": 5}})), "Scores are whole, from 0 to 4"),
    "score-half.json": bad(audit(sheet(lines={"1.1": {"score": 2.5}})), "Scores are whole, from 0 to 4"),
    "score-true.json": bad(audit(sheet(lines={"1.1": {"score": True}})), "Scores are whole, from 0 to 4"),
    "line-9.json": bad(audit(sheet(lines={"9.9": {}})), "line 9.9, which the audit does not have"),
    "soon.json": bad(audit(sheet(date="soon")), "Write it as 25/11/2026, day first"),
    "year-9999.json": bad(audit(sheet(date="9999-12-31")), "Check the year"),
    "long-note.json": bad(audit(sheet(lines={"1.1": {"evidence": "x" * 5000}})), "a note has 5,000 characters"),
    "action-7.json": bad(audit(actions=[{"line": "7.1"}]), "the action plan names line 7.1"),
    "action-word.json": bad(audit(actions=["x"]), "a row of the action plan cannot be read"),
    "means-5.json": bad(
        json.dumps(
            {
                "format": means.FORMAT,
                "version": 1,
                "rounds": {"1": {str(n): {"mean": 5, "scored": 8} for n in range(6)}},
            }
        ),
        "a mean in it cannot be read",
    ),
    "means-none.json": bad(json.dumps({"format": means.FORMAT, "version": 1, "rounds": {}}), "holds no means"),
    "means-newer.json": bad(
        json.dumps({"format": means.FORMAT, "version": 2, "rounds": {}}), "damaged or of another edition"
    ),
    "means-round.json": bad(
        json.dumps({"format": means.FORMAT, "version": 1, "rounds": {"9": {}}}), "have a round that cannot be read"
    ),
    "score-squared.csv": bad(table("Police,1,,1.1,s,²,,"), "row 2: the score is “²”"),
    "score-word.csv": bad(table("Police,1,,1.1,s,three,,"), "row 2: the score is “three”"),
    "score-half.csv": bad(table("Police,1,,1.1,s,2.5,,"), "Write 0, 1, 2, 3 or 4, or leave it empty"),
    "score-full-width.csv": bad(table("Police,1,,1.1,s,３,,"), "row 2: the score is “３”"),  # noqa: RUF001 - what is tried
    "line-9.csv": bad(table("Police,1,,9.9,s,3,,"), "row 2: the line is “9.9”"),
    "line-date.csv": bad(table("Police,1,,01-Jan,s,3,,"), "a spreadsheet may have made a date of it"),
    "line-unknown.csv": bad(table("Police,1,,1.6,s,3,,"), "line 1.6, which the audit does not have"),
    "round-9.csv": bad(table("Police,9,,1.1,s,3,,"), "row 2: the round is “9”"),
    "no-round.csv": bad(table("Police,,,1.1,s,3,,"), "row 2 has no round"),
    "no-agency.csv": bad(table(ROW, ",1,,1.2,s,3,,"), "row 3 has no agency"),
    "us-date.csv": bad(table("Police,1,11/25/2026,1.1,s,3,,"), "write the day first"),
    "no-such-day.csv": bad(table("Police,1,31/02/2026,1.1,s,3,,"), "There is no such day"),
    "soon.csv": bad(table("Police,1,soon,1.1,s,3,,"), "Write it as 25/11/2026, day first"),
    "no-score-column.csv": bad("agency,round,line\nPolice,1,1.1\n", "without a column for score"),
    "framework-form.csv": bad("Statements,Score\n1.1 We,3\n", "without a column for agency, round and line"),
    "true.ods": Tried(
        opendocument([CELLS[0], ["Police", "1", "46351", "1.1", "TRUE"]]),
        "row 2: the score is “TRUE”",
        only_in_browser=True,
    ),
    "gap.xlsx": Tried(
        workbook([CELLS[0], [], [], ["Police", "1", "46351", "1.1", "5"]]),
        "row 4: the score is “5”",
        only_in_browser=True,
    ),
    "gap.ods": Tried(
        opendocument([CELLS[0], [], [], ["Police", "1", "46351", "1.1", "5"]]),
        "row 4: the score is “5”",
        only_in_browser=True,
    ),
    "true.xlsx": Tried(
        workbook([CELLS[0], ["Police", "1", "46351", "1.1", "TRUE"]]), "the score is “TRUE”", only_in_browser=True
    ),
    "only-headings.csv": bad(table(), "has headings and no row below them"),
    "huge-note.csv": bad(table(f"Police,1,,1.1,s,3,{'x' * 140_000},"), "a note has 140,000 characters"),
    "quotation-mark-missing.csv": bad(
        table('Police,1,,1.1,s,3,"' + "Police,1,,1.2,s,3,,\n" * 300), "characters, and 4,000 is the most"
    ),
    "nul.csv": bad(table("Police,1,,1.1,s,3,a\0b,"), "is not a text file"),
    "six-megabytes.csv": bad("x" * 6_000_000, "is too large: it has 6.0 MB"),
    "damaged.xlsx": Tried(workbook(CELLS)[:300], "it is a packed file", only_in_browser=True),
    "part-missing.xlsx": Tried(
        packed({"xl/workbook.xml": "<workbook/>"}),
        "the workbook is damaged",
        only_in_browser=True,
    ),
    "other-table.xlsx": Tried(
        workbook([["Name", "Age"], ["A", "3"]]), "is neither an audit saved here nor a table", only_in_browser=True
    ),
}


def decoded(content: bytes) -> str:
    """Give the text that the page takes these bytes for, as audit_data.js does."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", errors="replace")
    if len(content) > len("abc") and content[0] and not content[1] and content[2] and not content[3]:
        return content.decode("utf-16-le", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(
            chr(byte) if 127 < byte < 160 and byte in UNUSED else bytes([byte]).decode("cp1252") for byte in content
        )


UNUSED = set(b"\x81\x8d\x8f\x90\x9d")  # what Windows-1252 leaves open, and a browser takes for control characters
