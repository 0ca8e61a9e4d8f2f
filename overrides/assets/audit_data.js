// The audit in hand as plain data: what is checked before Python sees it, how it is saved, how files come in. No page here.

import { workbook } from "./audit_workbook.js";
import { dayOf } from "./page.js";

export const FORMAT = "hsb-framework-audit";
const LARGEST = 5_000_000; // bytes; a larger file that is not an audit saved here is not read, and Python says why
const HEAD = 4096; // bytes that are looked at first
const LONGEST_NAME = 60; // characters of whose it is in the name of a file
const NOTES = { evidence: "Evidence", assurance: "Assurance", comments: "Comments" };

export const empty = () => ({ format: FORMAT, version: 1, partnership: "", sheets: [], actions: [], others: [] });

// A text as every file can hold it: no control characters, no half of a pair. Python does the same.
export const clean = (text) =>
  text.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g, "").replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : "\ufffd"));

// A name as it looks: without what nobody sees, one blank between words. Python does the same.
export const named = (agency) => clean(agency).replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/[\s\x85]+/g, " ").trim();
const plain = (agency) => named(agency).toLowerCase(); // "Health" and "health" are one agency

export const scored = (sheet) => Object.values(sheet.lines).filter((line) => line.score !== null).length;

// A date behind what was done on it, or that there is none.
export const inWords = (day) => (day ? `, ${new Date(`${day}T12:00`).toLocaleDateString("en-GB", { dateStyle: "long" })}` : ", no date");

const wrongDay = (day) => day !== "" && !/^20\d\d-\d\d-\d\d$|^2100-/.test(day);

// Gives a new sheet, with the spelling of the agency that is known, or why there can be none.
export function newSheet(held, { agency, round, date }) {
  const known = held.sheets.find((sheet) => plain(sheet.agency) === plain(agency));
  const name = known?.agency ?? named(agency);
  if (!name) return { wrong: "The sheet has no agency. Write its name." };
  if (wrongDay(date)) return { wrong: "Check the year of the date." };
  if (held.sheets.some((sheet) => plain(sheet.agency) === plain(name) && sheet.round === round)) {
    return { wrong: `${name} already has a sheet in round ${round}. Score that one, or choose another round.` };
  }
  return { sheet: { agency: name, round, date, lines: {} } };
}

// The JSON of the file: what Open takes, whatever was typed.
export const asText = (held) => `${JSON.stringify(held, null, 1)}\n`;

const roundsOf = ({ sheets }) => [...new Set(sheets.map((sheet) => sheet.round))].sort();
const lastDay = ({ sheets }) => sheets.map((sheet) => sheet.date).filter(Boolean).sort().at(-1);
const whoseOf = ({ sheets, partnership }) => {
  const agencies = [...new Set(sheets.map((sheet) => sheet.agency))];
  return agencies.length === 1 ? agencies[0] : partnership || (agencies.length ? `${agencies.length} agencies` : "");
};

// A name for the file that says whose, which round and when; a long name ends with a whole word.
export function fileName(held, ending, what = "hsb-audit") {
  const rounds = roundsOf(held);
  const words = whoseOf(held).toLowerCase().replace(/[’']/g, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const short = words.length > LONGEST_NAME ? words.slice(0, LONGEST_NAME + 1).replace(/-[^-]*$/, "").slice(0, LONGEST_NAME) : words;
  const round = rounds.length ? `round${rounds.length > 1 ? "s" : ""}-${rounds.join("-")}` : "";
  return [what, what === "hsb-audit" ? short : "", round, lastDay(held) ?? dayOf(new Date())].filter(Boolean).join("_") + ending;
}

// The title of the paper, which a browser also takes for the name of the PDF.
export function paperTitle(held) {
  const rounds = roundsOf(held);
  const round = `round${rounds.length > 1 ? "s" : ""} ${rounds.join(rounds.length > 2 ? ", " : " and ")}`;
  const day = lastDay(held);
  return ["HSB framework audit", whoseOf(held), round].join(", ") + (day ? inWords(day) : "");
}

// Gives a file as Python takes it. Its bytes become text as they seem to be meant: UTF-8, UTF-16, or as Windows writes.
export async function readFile(file) {
  const { name, size } = file;
  try {
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
    if (size > LARGEST && !new TextDecoder().decode(head).includes(FORMAT)) return { name, size, text: "" };
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { name, size, text: (await workbook(bytes)) ?? decoded(bytes) };
  } catch (error) {
    return { name, size, wrong: `${name} cannot be read: ${error.message}.` };
  }
}

export function decoded(bytes) {
  const sixteen = [bytes[0] === 0xff && bytes[1] === 0xfe, bytes[0] === 0xfe && bytes[1] === 0xff, bytes.length > 3 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3]];
  if (sixteen[0] || sixteen[2]) return new TextDecoder("utf-16le").decode(bytes);
  if (sixteen[1]) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// The scores as they were given, and why there is no report.
export function asGiven(held, statement, why) {
  const parts = [element("h3", "Scores as they were given"), element("p", `${why} These are the scores and notes of each sheet.`)];
  for (const sheet of held.sheets) {
    const table = element("table", "", "audit__table");
    table.append(element("caption", `${sheet.agency}, round ${sheet.round}${inWords(sheet.date)}: ${scored(sheet)} scored`));
    for (const [id, line] of Object.entries(sheet.lines)) {
      const notes = Object.entries(NOTES).filter(([key]) => line[key]).map(([key, words]) => `${words}: ${line[key]}`);
      table.append(row([`${id} ${statement(id)}`, line.score === null ? "–" : String(line.score), notes.join(" ")]));
    }
    parts.push(table);
  }
  if (held.actions.length) {
    const table = element("table", "", "audit__table");
    table.append(element("caption", "Action plan"), ...held.actions.map((action) => row([action.action, action.line, action.owner, action.by])));
    parts.push(table);
  }
  return parts;
}

function row(cells) {
  const made = element("tr", "");
  made.append(...cells.map((cell) => element("td", cell)));
  return made;
}

function element(name, words, kind) {
  const made = document.createElement(name);
  made.textContent = words;
  if (kind) made.className = kind;
  return made;
}
