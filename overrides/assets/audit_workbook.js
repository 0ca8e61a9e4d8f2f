// Reads a workbook as Excel, LibreOffice, Google Sheets and Numbers write it (.xlsx, .ods): a zip with XML in it. Of its
// sheets it gives the first with a score column, as a table of text. Formulas are not run: the value that was kept counts.

const LARGEST_PART = 30_000_000; // bytes of one part when unpacked: more is no audit
const MOST_PARTS = 5000;
const COLUMNS = 200; // of a sheet: what stands further right is left out
const ALIKE = 1000; // rows in a row that are empty or alike: of more, no table of scores has need
const [OFFICE, TABLES, WORDS] = ["office", "table", "text"].map((part) => `urn:oasis:names:tc:opendocument:xmlns:${part}:1.0`);

// Gives the text of a table, or undefined where the bytes are not a workbook.
export async function workbook(bytes) {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  const parts = directory(bytes);
  const sheets = parts?.has("xl/workbook.xml") ? await ofExcel(bytes, parts) : parts?.has("content.xml") ? await ofOpenDocument(bytes, parts) : [];
  const scored = sheets.find((rows) => rows.some((row) => row.some((cell) => /^\s*scores?\s*$/i.test(cell ?? ""))));
  return sheets.length ? text(scored ?? sheets[0]) : undefined;
}

async function ofExcel(bytes, parts) {
  const book = await xml(bytes, parts, "xl/workbook.xml");
  if (/^(1|true)$/.test(book.querySelector("workbookPr")?.getAttribute("date1904") ?? "")) throw new Error("it counts its dates from 1904. Save it as CSV UTF-8, then open that");
  const strings = parts.has("xl/sharedStrings.xml") ? [...(await xml(bytes, parts, "xl/sharedStrings.xml")).querySelectorAll("si")].map(words) : [];
  const links = new Map([...(await xml(bytes, parts, "xl/_rels/workbook.xml.rels")).querySelectorAll("Relationship")].map((link) => [link.getAttribute("Id"), link.getAttribute("Target")]));
  const sheets = [];
  for (const sheet of book.querySelectorAll("sheets > sheet")) {
    const link = [...sheet.attributes].find((one) => one.localName === "id" && one.namespaceURI); // one of two namespaces
    const target = links.get(link?.value) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    if (parts.has(path)) sheets.push(table(await xml(bytes, parts, path), strings));
  }
  return sheets;
}

// A row or a cell that stands several times is written once, with how often.
async function ofOpenDocument(bytes, parts) {
  const sheets = (await xml(bytes, parts, "content.xml")).getElementsByTagNameNS(TABLES, "table");
  return [...sheets].map((sheet) => {
    const rows = [];
    let empty = 0;
    for (const row of sheet.getElementsByTagNameNS(TABLES, "table-row")) {
      const cells = [];
      for (const cell of row.children) {
        if (!/^(covered-)?table-cell$/.test(cell.localName)) continue;
        const [kept, times] = [valueOpen(cell), often(cell, "columns", COLUMNS - cells.length)];
        cells.push(...Array(Math.max(times, 0)).fill(kept));
      }
      const times = often(row, "rows", ALIKE);
      if (cells.every((cell) => !cell)) {
        empty += times;
      } else {
        for (let left = Math.min(empty, ALIKE); left > 0; left--) rows.push([]);
        empty = 0;
        for (let left = times; left > 0; left--) rows.push(cells);
      }
    }
    return rows;
  });
}

const often = (element, what, most) => Math.min(Number(element.getAttributeNS(TABLES, `number-${what}-repeated`)) || 1, most);

function valueOpen(cell) {
  const given = (name) => cell.getAttributeNS(OFFICE, name);
  switch (given("value-type")) {
    case "float": case "percentage": case "currency": return rounded(given("value") ?? "");
    case "date": return (given("date-value") ?? "").slice(0, "2026-11-25".length);
    case "boolean": return given("boolean-value") === "true" ? "TRUE" : "FALSE"; // not a score of 1
    default: return [...cell.children].filter((part) => part.localName === "p").map(wordsOpen).join("\n");
  }
}

// The words of a paragraph; several blanks, a tab and a new line in it are elements.
function wordsOpen(part) {
  if (part.nodeType === Node.TEXT_NODE) return part.textContent;
  if (part.localName === "s") return " ".repeat(Math.min(Number(part.getAttributeNS(WORDS, "c")) || 1, ALIKE));
  if (part.localName === "tab") return "\t";
  if (part.localName === "line-break") return "\n";
  return part.localName === "annotation" ? "" : [...part.childNodes].map(wordsOpen).join("");
}

// The parts of a zip, from the list at its end: name, place, packed size, method.
function directory(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
  const parts = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = Math.min(view.getUint16(end + 10, true), MOST_PARTS); left > 0 && at + 46 <= bytes.length; left--) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    parts.set(path, { method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) });
    at += 46 + name + extra + comment;
  }
  return parts;
}

async function xml(bytes, parts, path) {
  const { method, size, at } = parts.get(path) ?? {};
  if (at === undefined) throw new Error("the workbook is damaged");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + size);
  const content = method === 0 ? packed : await inflate(packed);
  const found = new DOMParser().parseFromString(new TextDecoder().decode(content), "application/xml");
  if (found.querySelector("parsererror")) throw new Error("the workbook is damaged");
  return found;
}

async function inflate(packed) {
  const pieces = [];
  let size = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => { throw new Error("the workbook is damaged"); });
    if (done) break;
    size += value.length;
    if (size > LARGEST_PART) throw new Error("the workbook is too large");
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

const words = (item) => [...item.querySelectorAll("t")].filter((run) => !run.closest("rPh")).map((run) => run.textContent).join("");

function table(sheet, strings) {
  const rows = [];
  for (const row of sheet.querySelectorAll("sheetData > row")) {
    const cells = [];
    for (const cell of row.children) {
      const column = place(cell.getAttribute("r") ?? "") ?? cells.length;
      if (column < COLUMNS) cells[column] = value(cell, strings);
    }
    const number = Number(row.getAttribute("r")) || 0; // empty rows are left out of the file
    for (let left = Math.min(number - 1 - rows.length, ALIKE); left > 0; left--) rows.push([]);
    rows.push(cells);
  }
  return rows;
}

function place(reference) {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  return letters && [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function value(cell, strings) {
  const kept = cell.querySelector("v")?.textContent ?? "";
  if (cell.getAttribute("t") === "s") return strings[Number(kept)] ?? "";
  if (cell.getAttribute("t") === "inlineStr") return words(cell);
  if (cell.getAttribute("t") === "b") return kept === "1" ? "TRUE" : "FALSE"; // not a score of 1
  return rounded(kept);
}

// 1.1 can be kept as 1.1000000000000001.
const rounded = (kept) => (/^\d+\.\d{6,}$/.test(kept) ? String(Number(Number(kept).toFixed(6))) : kept);

const text = (rows) => rows.map((row) => Array.from(row, (cell) => `"${(cell ?? "").replace(/"/g, '""')}"`).join(",")).join("\n");
