// The reader's area: one state for a tab. An address that names an area (#area=KEY, with &at=PLACE for a place on the
// page) sets it; so does a choice. It stays in the name of the tab, for a page to which the reader goes back, and is
// stored nowhere. Every link and every number is made from it at the moment at which it is used.

const TAB = "area=";
const choice = document.getElementById("area");
const offered = [...choice.options].map((option) => option.value);
const site = new URL("./", document.querySelector(".frame__name").href).href;
const USES = ["pointerdown", "mousedown", "focusin", "keydown", "click", "auxclick", "contextmenu", "dragstart"];
const asBuilt = new WeakMap(); // the address of each link, without an area
let area = offered[0];

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // such as a lone %
  }
}

// The area and the place that a fragment names: #place, or name=value with & between. What is asked for on the page of
// all results (q) goes along.
function parsed(hash) {
  const text = hash.replace(/^#/, "");
  if (!/(^|&)(area|answers|q)=/.test(text)) return { place: decoded(text) };
  const named = new Map(text.split("&").map((part) => part.split(/=(.*)/s).map(decoded)));
  return { area: offered.includes(named.get("area")) ? named.get("area") : undefined, place: named.get("at") ?? "", answers: named.get("answers"), q: named.get("q") };
}

function fragment(place, q) {
  const at = encodeURIComponent(place);
  const parts = [area !== offered[0] && `area=${area}`, at && (area === offered[0] && !q ? at : `at=${at}`), q && `q=${encodeURIComponent(q)}`];
  const text = parts.filter(Boolean).join("&");
  return text && `#${text}`;
}

const ofTab = () => offered.find((key) => window.name === TAB + key);

function show(chosen) {
  const changed = chosen !== area;
  area = chosen;
  if (changed || area !== offered[0] || window.name.startsWith(TAB)) window.name = TAB + area;
  for (const said of document.querySelectorAll("[data-area]")) said.hidden = said.dataset.area !== area;
  choice.value = area;
  const { place, q } = parsed(location.hash);
  const address = location.href.split("#")[0] + fragment(place, q);
  if (address !== location.href) history.replaceState(history.state, "", address);
  if (changed) document.dispatchEvent(new Event("area")); // calculators: a result that is shown was made for another area
  return place;
}

// Goes to a place on this page, as a browser does: what is folded around it is opened.
function goTo(place) {
  const found = document.getElementById(place);
  for (let fold = found?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  found?.scrollIntoView();
}

// A number that has ended is hidden where another stands beside it; else it is said that it has.
function endNumbers() {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const ended of document.querySelectorAll("[data-until]:not(.has-ended)")) {
    if (ended.dataset.until >= today) continue;
    const way = ended.closest(".contact__way");
    const others = [...(way?.parentElement.querySelectorAll(":scope > *") ?? [])].filter((other) => other !== way && !other.hidden);
    ended.classList.add("has-ended");
    if (others.length) way.hidden = true;
    else ended.append(" This date has passed: ask for the new number.");
  }
}

// What a link leads to, with the area of this moment. Links to places on this page stay as they are.
function make(event) {
  const link = event.target.closest?.("a[href]") ?? document.activeElement?.closest("a[href]");
  if (!link || link.getAttribute("href").startsWith("#")) return;
  const address = new URL(asBuilt.get(link) ?? link.href);
  if (!address.href.startsWith(site) || /\.(?!html$)\w+$/.test(address.pathname)) return;
  asBuilt.set(link, address.href);
  const { place, answers, q } = parsed(address.hash);
  address.hash = [fragment(place, q).slice(1), answers && `answers=${answers}`].filter(Boolean).join("&"); // a role, on a role's page
  if (link.href !== address.href) link.href = address.href;
}

function begin() {
  const back = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType("navigation")[0])?.type === "back_forward";
  const named = parsed(location.hash);
  const place = show((back ? ofTab() : undefined) ?? named.area ?? ofTab() ?? offered[0]);
  if (place && named.place !== location.hash.slice(1) && !back) goTo(place);
}

begin();
endNumbers();
document.addEventListener("local", endNumbers); // something local was put on the page
choice.closest("p").hidden = false;
document.documentElement.classList.add("has-area"); // one area is shown: its name need not stand beside each value

choice.addEventListener("change", () => show(choice.value));
for (const use of USES) document.addEventListener(use, make, true);

// A place on this page was gone to, or the address was changed by hand.
addEventListener("hashchange", () => {
  const named = parsed(location.hash);
  const place = show(named.area ?? area);
  if (/(^#|&)area=/.test(location.hash) && place) goTo(place);
});

// Back to a page that the browser kept whole.
addEventListener("pageshow", ({ persisted }) => { if (persisted) show(ofTab() ?? area); });
