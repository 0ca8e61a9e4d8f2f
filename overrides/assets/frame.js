// The frame of every page. Runs before anything is drawn; stores nothing.

document.documentElement.classList.replace("no-js", "js");

// What search needs is fetched when a reader goes to the box, and not before.
addEventListener("focusin", ({ target }) => { if (target.matches(".search__input")) import("./search.js"); });

// Folded parts are opened for printing and folded again after it; those of a result stay as the reader left them.
const folded = () => document.querySelectorAll("details.fold:not(.result .fold)");
addEventListener("beforeprint", () => folded().forEach((fold) => { fold.dataset.was = fold.open; fold.open = true; }));
addEventListener("afterprint", () => folded().forEach((fold) => { fold.open = fold.dataset.was === "true"; }));

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
