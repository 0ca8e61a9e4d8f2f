// The reader's area, chosen once a visit: it travels in the address's fragment from page to page and is stored nowhere.

const FRAGMENT = /^#area=([a-z-]+)(?:&at=(.+))?$/;
const choice = document.getElementById("area");

function show(area) {
  for (const said of document.querySelectorAll("[data-area]")) said.hidden = said.dataset.area !== area;
  choice.value = area;
}

const offered = [...choice.options].map((option) => option.value);
const [, asked, at] = location.hash.match(FRAGMENT) ?? [];
show(offered.includes(asked) ? asked : offered[0]);
choice.closest("p").hidden = false;
document.documentElement.classList.add("has-area"); // one area is shown: its name need not stand beside each value
if (at) document.getElementById(decodeURIComponent(at))?.scrollIntoView();

choice.addEventListener("change", () => {
  show(choice.value);
  history.replaceState(null, "", `#area=${choice.value}`);
  document.dispatchEvent(new Event("area")); // calculators: a result that is shown was made for another area
});

// Links within the site take the choice along.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || choice.value === offered[0] || link.origin !== location.origin || link.hash.startsWith("#area=")) return;
  if (link.pathname === location.pathname && link.search === location.search) return; // a place on this page
  link.hash = `area=${choice.value}${link.hash ? `&at=${link.hash.slice(1)}` : ""}`;
}, true);
