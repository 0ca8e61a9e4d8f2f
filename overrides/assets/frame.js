// The frame of every page. Runs before anything is drawn; stores nothing but copies of the site's own files (see sw.js).

document.documentElement.classList.replace("no-js", "js");

// On a calculator's page its worker is made at once, so that it stands ready when the page does. It fetches nothing yet.
const { worker } = document.currentScript.dataset;
if (worker) {
  try {
    window.calculatorWorker = new Worker(worker, { type: "module" });
    window.calculatorWorker.onerror = () => { delete window.calculatorWorker; };
  } catch {
    // runtime.js makes it again, and says why that fails
  }
}

// A calculator is drawn as its script will leave it; where that fails, or is not there in ten seconds, as without a script.
const alone = () => document.querySelectorAll("hsb-calculator:not(:defined)").forEach((one) => one.classList.add("calculator--alone"));
addEventListener("error", alone, true);
setTimeout(alone, 10_000);

// A link to something inside a folded part opens it: a citation leads into the folded list of sources.
const unfold = () => {
  const name = location.hash.slice(1);
  const there = /^[\w-]+$/.test(name) && document.getElementById(name);
  for (let fold = there && there.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
  if (there && there.closest("details")) there.scrollIntoView();
};
addEventListener("hashchange", unfold);
addEventListener("DOMContentLoaded", unfold);
addEventListener("click", ({ target }) => {
  const link = target.closest?.('a[href^="#"]:not(.citation)');
  const there = link && document.getElementById(link.getAttribute("href").slice(1));
  const fold = there?.closest("details:not([open])");
  if (fold) fold.open = true;
});

// The mark of a source says in place what it means, and leads to the source in one step. Without a script, or in a new
// tab, it leads to the list at the foot of the page.
let noted;
function closeNote() {
  if (noted?.isConnected) noted.nextElementSibling?.remove();
  noted?.querySelector("[aria-expanded]")?.removeAttribute("aria-expanded");
  noted = undefined;
}
addEventListener("click", (event) => {
  const mark = event.target.closest?.('.citations > a.citation[href^="#"]');
  const unit = mark && document.getElementById(mark.hash.slice(1));
  if (!unit || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const again = mark.hasAttribute("aria-expanded");
  closeNote();
  if (again) return;
  const note = document.createElement("span");
  note.className = "citation-note";
  note.tabIndex = -1;
  note.append(...unit.cloneNode(true).childNodes);
  noted = mark.parentElement;
  noted.after(note);
  mark.setAttribute("aria-expanded", "true");
  note.focus();
});
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !noted) return;
  const mark = noted.querySelector("[aria-expanded]");
  if (noted.nextElementSibling?.contains(document.activeElement)) mark?.focus();
  closeNote();
});

// What search needs is fetched when a reader goes to the box, and not before.
addEventListener("focusin", ({ target }) => {
  if (!target.closest(".search__input")) return;
  import("./search.js");
  const menu = document.querySelector(".frame__menu");
  if (menu) menu.open = false; // it would lie over what is found
});

// Folded parts are opened for printing and folded again after it; those of a result stay as the reader left them.
const folded = () => document.querySelectorAll("details.fold:not(.result .fold)");
addEventListener("beforeprint", () => folded().forEach((fold) => { fold.dataset.was = String(fold.open); fold.open = true; }));
addEventListener("afterprint", () => folded().forEach((fold) => { fold.open = fold.dataset.was === "true"; }));

// The link at the head of a chapter says how to print; where scripts run, it prints. Those of a session lead to one of its
// parts, which is printed alone while the address names it.
addEventListener("click", (event) => {
  const link = event.target.closest?.(".print-line__print, .print-line__part");
  if (!link) return;
  event.preventDefault();
  location.hash = link.matches(".print-line__part") ? link.hash : "";
  print();
});

// What the margins of each sheet say: the part and the page, the edition, the day, where a newer one would be.
addEventListener("beforeprint", () => {
  const words = (selector) => document.querySelector(selector)?.textContent.trim();
  const day = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
  const margins = {
    part: words(".frame__pages p"),
    title: words("#content h1")?.replace(/¶$/, ""),
    edition: `Edition ${document.querySelector(".paper-line")?.dataset.edition}, printed ${day}. Check for a newer version at ${location.href.split(/[?#]/)[0]}`,
  };
  for (const [name, text] of Object.entries(margins)) {
    if (text) document.documentElement.style.setProperty(`--paper-${name}`, JSON.stringify(text));
  }
});

// Copies for a visit without a network: see sw.js. There are none where the site stands on plain http or in a folder, or
// where the browser keeps no site data.
const ours = new URL("../sw.js", /** @type {HTMLScriptElement} */ (document.currentScript).src);
addEventListener("load", async () => {
  try {
    const copies = navigator.serviceWorker;
    copies.onmessage = ({ data }) => { if (data.copy) sayCopy(data.copy); };
    copies.controller?.postMessage({});
    await copies.register(ours);
    const { active } = await copies.ready;
    active.postMessage({ keep: [location.href] });
  } catch {
    return;
  }
});

const WHY = { offline: "You are offline.", unavailable: "This site does not answer at the moment." };

function sayCopy(why) {
  const said = document.createElement("p");
  said.className = "frame__offline";
  said.setAttribute("role", "status");
  (document.querySelector("#content, article") ?? document.body).prepend(said);
  said.textContent = `${WHY[why]} This is the copy that your browser kept; guidance and telephone numbers may have changed since.`;
}

// A page past its review date says so on that day, without a new build.
addEventListener("DOMContentLoaded", () => {
  const today = new Date().toISOString().slice(0, 10);
  for (const due of document.querySelectorAll("[data-review-by]")) {
    if (due.dataset.reviewBy >= today) continue;
    due.textContent = `${due.textContent.replace("Review due by", "Review overdue since")}. Check with the owner before you rely on this page`;
    due.classList.add("is-overdue");
  }
});

// From a role's page the role goes along to the case, so that nobody is asked for it again.
addEventListener("DOMContentLoaded", () => {
  for (const link of document.querySelectorAll("a[data-role]")) link.hash = `answers=role.${link.dataset.role}`;
});
