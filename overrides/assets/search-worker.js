// Finds sections of the guidance. Fetches the index once, while the reader types; asks and keeps nothing else.

// @ts-expect-error the build puts it there
import MiniSearch from "./minisearch.js";

const STOP = new Set("a about an and any are as at be by can could do does for from had has have how i if in is it its me must my of on or our please she should so than that the their them then there these they this to up was we were what when where which who whom whose why will with would year years yr old you your".split(" "));
const ENOUGH = 3; // pages with every word: what holds only some of the words is left out
const AROUND = 90; // letters shown on each side of the first word found

const words = (text) => text.toLowerCase().replace(/['’]/g, "").match(/\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu) ?? [];
const stem = (word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word);
const term = (word) => (STOP.has(word) ? null : stem(word));
// section47, under13; 8 yr old
const apart = (typed) => typed.replace(/(\p{L}{4,})(\d)/gu, "$1 $2").replace(/\b(yrs?|yo)\b/gi, "year");

async function read() {
  const response = await fetch(new URL("../search/search_index.json", import.meta.url));
  if (!response.ok) throw new Error(`the index is missing (${response.status})`);
  const { sections, numbers } = await response.json();
  const search = new MiniSearch({
    fields: ["page", "heading", "names", "text"],
    storeFields: ["page", "heading", "names", "text"],
    extractField: (section, field) => (field === "names" ? section.names?.join(" ; ") : section[field]),
    tokenize: words,
    processTerm: term,
  });
  search.addAll(sections);
  return { search, numbers, names: new Map(sections.filter((one) => one.names).map((one) => [one.id, one.names])) };
}

// The index. One that could not be fetched is asked for again with the next question, which says what was wrong.
let index;
function ready() {
  index ??= read();
  index.catch(() => { index = undefined; });
  return index;
}
ready();

// How much more a section counts: much where the question holds one of its names, more with each word of the name; a
// page's own beginning a little more than a section inside it.
function weigh(names, question) {
  const held = (names ?? []).filter((name) => question.includes(` ${name} `) || question.includes(` ${words(name).map(stem).join(" ")} `));
  return held.length ? 20 * Math.max(...held.map((name) => name.split(" ").length)) : 1;
}

function excerpt(text, found) {
  const places = found.map((word) => text.toLowerCase().search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "u"))).filter((place) => place >= 0);
  const middle = places.length ? Math.min(...places) : 0;
  const from = middle > AROUND ? text.indexOf(" ", middle - AROUND) + 1 : 0;
  const to = text.length > middle + AROUND ? text.lastIndexOf(" ", middle + AROUND) : text.length;
  return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

// Every page that is found, the best first: each by its best section, with a true count.
async function find(asked) {
  const { search, numbers, names } = await ready();
  const typed = apart(asked);
  const number = typed.toLowerCase().match(/chapter \d{1,2}\b|(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])/)?.[0];
  const said = words(typed);
  const question = ` ${said.join(" ")} ${said.map(stem).join(" ")} `;
  const wanted = [...new Set(said.map(term).filter(Boolean))];
  const known = new Set(wanted.filter((word) => search.search(word, { prefix: false, fuzzy: false }).length));
  const hits = search.search(typed, {
    boost: { page: 4, heading: 3, names: 2 },
    prefix: (word) => word.length > 2,
    fuzzy: (word) => (word.length > 4 && !/\d/.test(word) && !known.has(word) ? 0.25 : false), // a word that no page holds is a slip
    weights: { prefix: 0.4, fuzzy: 0.3 },
    boostDocument: (id) => weigh(names.get(id), question) * (id.includes("#") ? 1 : 1.4) * (id.startsWith("reference/") ? 0.6 : 1) * (/^(?:paper|calculators\/tables)\//.test(id) ? 0.4 : 1),
  });
  const pages = new Map();
  for (const hit of hits) {
    // A section that holds every word counts far more than one that holds some, and a whole word more than a beginning.
    const whole = wanted.filter((word) => hit.terms.includes(word)).length;
    const score = hit.score * (new Set(hit.queryTerms).size + whole) ** 2;
    const address = hit.id.split("#")[0];
    const page = pages.get(address) ?? { score: 0, held: new Set(), named: false };
    hit.queryTerms.forEach((word) => page.held.add(word));
    page.named ||= weigh(names.get(hit.id), question) > 1;
    pages.set(address, score > page.score ? Object.assign(page, { score, hit }) : page);
  }
  if (number in numbers) pages.delete(numbers[number].id.split("#")[0]);
  const every = [...pages.values()].sort((one, other) => other.score - one.score);
  const full = ({ held, named }) => named || held.size >= wanted.length;
  const last = every.filter(full)[ENOUGH - 1]?.score ?? 0; // what has only some of the words has to be better than this
  const found = every.filter((page) => full(page) || page.score > last).map(({ hit }) => ({
    id: hit.id, page: hit.page, heading: hit.heading ?? "", excerpt: excerpt(hit.text, hit.terms), terms: hit.terms,
  }));
  return number in numbers ? [{ heading: "", ...numbers[number], excerpt: "" }, ...found] : found;
}

addEventListener("message", async ({ data: { number, typed } }) => {
  try {
    postMessage({ number, results: await find(typed) });
  } catch (error) {
    postMessage({ number, failed: error.message });
  }
});
