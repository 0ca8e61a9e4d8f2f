// The search box: asks the worker, shows what it finds. Loaded when a reader goes to the box (frame.js), and by the page
// of all results, whose address holds the words after # (no server sees them).

const box = document.querySelector(".search");
const input = box.querySelector("input");
const all = document.querySelector(".search-page"); // on the page of all results
const list = (all ?? box).querySelector(".search__results");
const status = (all ?? box).querySelector(".search__status");
const home = new URL(box.dataset.home, location.href);
const heading = document.title;
const FIRST = 8; // results that the box shows
const worker = new Worker(new URL("search-worker.js", import.meta.url), { type: "module" });
let asked = 0;

const element = (tag, kind, text) => Object.assign(document.createElement(tag), { className: kind, textContent: text });

// The words of an excerpt, with those that were found marked.
function marked(text, terms) {
  const shown = element("span", "search__excerpt", "");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])((?:${terms.join("|")})[\\p{L}\\p{N}]*)`, "giu");
  shown.append(...text.split(found).map((part, place) => (place % 2 ? element("mark", "", part) : part)));
  return shown;
}

function show({ id, page, heading, excerpt, terms }) {
  const item = document.createElement("li");
  const link = element("a", "search__result", "");
  link.href = new URL(id, home);
  link.append(element("span", "search__page", page));
  if (heading) link.append(element("span", "search__heading", heading));
  if (excerpt) link.append(terms?.length ? marked(excerpt, terms) : element("span", "search__excerpt", excerpt));
  item.append(link);
  return item;
}

const wholePage = (typed) => new URL(`search.html#q=${encodeURIComponent(typed)}`, home);

// The link from the first results to all of them.
function rest(count, typed) {
  const item = document.createElement("li");
  const link = element("a", "search__result search__rest", `All ${count} pages on one page`);
  link.href = wholePage(typed);
  item.append(link);
  return item;
}

// The words in the address of the page of all results, and that address kept in step with the words.
const wordsOfAddress = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
function keepAddress(typed) {
  const others = location.hash.slice(1).split("&").filter((part) => part && !part.startsWith("q="));
  history.replaceState(history.state, "", `#${[...others, `q=${encodeURIComponent(typed)}`].join("&")}`);
  document.title = typed ? `${typed} – ${heading}` : heading;
}

function ask() {
  const typed = input.value.trim();
  asked += 1;
  if (all) keepAddress(typed);
  box.classList.toggle("is-open", !all && typed.length > 1);
  if (typed.length > 1) worker.postMessage({ number: asked, typed });
  else list.replaceChildren();
  if (typed.length > 1 && !list.hasChildNodes()) status.textContent = "Searching…";
}

worker.addEventListener("message", ({ data: { number, results, failed } }) => {
  if (number !== asked) return; // more was typed meanwhile
  const found = (results ?? []).map(show);
  const typed = input.value.trim();
  if (!all && found.length > FIRST) found.splice(FIRST, found.length, rest(found.length, typed));
  list.replaceChildren(...found);
  status.textContent = failed
    ? `Search cannot run here: ${failed}. Use the menu.`
    : { 0: "Nothing found. Try another word, or the menu.", 1: "1 page found" }[results.length] ?? `${results.length} pages found`;
  if (all && !failed) status.textContent += ` for “${typed}”`;
});
worker.addEventListener("error", () => { status.textContent = "Search cannot run here. Use the menu."; });

const close = () => box.classList.remove("is-open");
input.addEventListener("input", ask);
input.addEventListener("focus", () => { if (!all && input.value.trim().length > 1) box.classList.add("is-open"); });
box.addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = input.value.trim();
  if (all) list.querySelector("a")?.focus();
  else if (typed) location.assign(wholePage(typed));
});
box.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && relatedTarget.closest?.("form") !== box) close(); });
addEventListener("pointerdown", ({ target }) => { if (target.closest?.("form") !== box) close(); });
list.addEventListener("click", close); // a result on this page only scrolls
box.addEventListener("keydown", (event) => {
  const stops = [input, ...list.querySelectorAll("a")];
  const place = stops.findIndex((stop) => stop === document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    input.focus();
    close();
  } else if (step && stops[place + step]) {
    event.preventDefault();
    stops[place + step].focus();
  }
});
if (all) {
  input.value = wordsOfAddress();
  addEventListener("hashchange", () => {
    if (wordsOfAddress() === input.value.trim()) return;
    input.value = wordsOfAddress();
    ask();
  });
}
if (!all || input.value) ask();
