// What every script of a page needs of the page: the day, the way to the top of the site, folds that stay open.
// @ts-check

/**
 * The reader's own day, such as 2026-11-22.
 * @param {Date} now
 */
export const dayOf = (now) => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** The way from this page to the top of the site: empty at the top, else with a slash at its end. */
export function base() {
  const home = /** @type {HTMLElement} */ (document.querySelector(".frame__name")).getAttribute("href") ?? "";
  const way = home.replace(/(?:index\.html|(?<!\.)\.)$/, "");
  return way.endsWith("..") ? `${way}/` : way;
}

/**
 * Puts HTML that our own Python made in place of what an element holds; what the reader had unfolded stays so.
 * @param {HTMLElement} element
 * @param {string} html
 */
export function replaceKeepingFolds(element, html) {
  const open = [...element.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
  element.innerHTML = html;
  for (const summary of element.querySelectorAll("details > summary")) {
    if (open.includes(summary.textContent)) summary.parentElement?.setAttribute("open", "");
  }
}
