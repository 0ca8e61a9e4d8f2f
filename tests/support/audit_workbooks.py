"""Workbooks as spreadsheets write them: Excel's own kind, and OpenDocument."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta
from itertools import groupby

FIRST_DAY = date(1899, 12, 30)  # from which a spreadsheet counts days


def workbook(rows: list[list[str]], *, shared: bool = True, before: int = 0) -> bytes:
    """Give an Excel workbook with these cells; `before` empty sheets come first."""
    strings: list[str] = []
    made = []
    for number, row in enumerate(rows, 1):
        cells = []
        for at, cell in enumerate(row):
            place = f'r="{chr(65 + at)}{number}"'
            if cell == "TRUE":
                cells.append(f'<c {place} t="b"><v>1</v></c>')
            elif cell.replace(".", "", 1).isdigit():
                cells.append(f"<c {place}><v>{cell}</v></c>")
            elif shared:
                strings.append(cell)
                cells.append(f'<c {place} t="s"><v>{len(strings) - 1}</v></c>')
            else:
                cells.append(f'<c {place} t="inlineStr"><is><t>{cell}</t></is></c>')
        if cells:  # an empty row is left out of the file
            made.append(f'<row r="{number}">{"".join(cells)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheets = [*["<row/>"] * before, "".join(made)]
    parts = {
        f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
        for n, rows in enumerate(sheets, 1)
    }
    named = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, len(sheets) + 1))
    links = "".join(f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1))
    parts["xl/workbook.xml"] = f'<workbook xmlns="{main}" xmlns:r="{of}"><sheets>{named}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{links}</Relationships>"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{"".join(f"<si><t>{one}</t></si>" for one in strings)}</sst>'
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """Give a zip of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def opendocument(rows: list[list[str]], *, before: int = 0) -> bytes:
    """Give an OpenDocument workbook with these cells as LibreOffice writes it; `before` empty sheets come first.

    Alike rows and the rest of the sheet are written once, with how often they stand there.
    """
    made = []
    for row, alike in groupby(rows):
        cells = "".join(map(_cell, row)) + '<table:table-cell table:number-columns-repeated="16379"/>'
        made.append(f'<table:table-row table:number-rows-repeated="{len(list(alike))}">{cells}</table:table-row>')
    rest = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    sheets = [*["<table:table>" + rest + "</table:table>"] * before]
    sheets.append(
        f"<table:table><table:table-header-rows>{made[0]}</table:table-header-rows>{''.join(made[1:])}{rest}</table:table>"
    )
    spaces = "".join(
        f' xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for part in ("office", "table", "text")
    )
    body = f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
    content = f"<office:document-content{spaces}>{body}</office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def _cell(cell: str) -> str:
    if cell == "TRUE":
        return '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>'
    if cell.isdigit() and len(cell) == len("46351"):
        day = FIRST_DAY + timedelta(days=int(cell))
        return f'<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{day:%d/%m/%y}</text:p></table:table-cell>'
    if cell.replace(".", "", 1).isdigit():
        return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell},00</text:p></table:table-cell>'
    note = "<office:annotation><text:p>A remark</text:p></office:annotation>"
    return f'<table:table-cell office:value-type="string">{note}<text:p>{cell.replace(" ", "<text:s/>")}</text:p></table:table-cell>'
