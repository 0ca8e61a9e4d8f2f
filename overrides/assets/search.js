// The search box: asks the worker, shows what it finds. Loaded when a reader goes to the box (frame.js).

const box = document.querySelector(".search");
const input = box.querySelector("input");
const list = box.querySelector(".search__results");
const status = box.querySelector(".search__status");
const home = new URL(box.dataset.home, location.href);
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

function ask() {
  const typed = input.value.trim();
  asked += 1;
  box.classList.toggle("is-open", typed.length > 1);
  if (typed.length > 1) worker.postMessage({ number: asked, typed });
  else list.replaceChildren();
  if (typed.length > 1 && !list.hasChildNodes()) status.textContent = "Searching…";
}

worker.addEventListener("message", ({ data: { number, results, failed } }) => {
  if (number !== asked) return; // more was typed meanwhile
  list.replaceChildren(...(results ?? []).map(show));
  status.textContent = failed
    ? `Search cannot run here: ${failed}. Use the menu.`
    : { 0: "Nothing found. Try another word, or the menu.", 1: "1 page found" }[results.length] ?? `${results.length} pages found`;
});
worker.addEventListener("error", () => { status.textContent = "Search cannot run here. Use the menu."; });

const close = () => box.classList.remove("is-open");
input.addEventListener("input", ask);
input.addEventListener("focus", () => { if (input.value.trim().length > 1) box.classList.add("is-open"); });
box.addEventListener("submit", (event) => { event.preventDefault(); list.querySelector("a")?.focus(); });
box.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !box.contains(relatedTarget)) close(); });
addEventListener("pointerdown", ({ target }) => { if (!box.contains(target)) close(); });
list.addEventListener("click", close); // a result on this page only scrolls
box.addEventListener("keydown", (event) => {
  const stops = [input, ...list.querySelectorAll("a")];
  const place = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    input.focus();
    close();
  } else if (step && stops[place + step]) {
    event.preventDefault();
    stops[place + step].focus();
  }
});
ask();
