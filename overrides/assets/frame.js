// The frame of every page. Runs before anything is drawn; stores nothing.

document.documentElement.classList.replace("no-js", "js");

// What search needs is fetched when a reader goes to the box, and not before.
addEventListener("focusin", ({ target }) => { if (target.matches(".search__input")) import("./search.js"); });

// Folded parts are opened for printing and folded again after it.
const folded = () => document.querySelectorAll("details.fold");
addEventListener("beforeprint", () => folded().forEach((fold) => { fold.dataset.was = fold.open; fold.open = true; }));
addEventListener("afterprint", () => folded().forEach((fold) => { fold.open = fold.dataset.was === "true"; }));
