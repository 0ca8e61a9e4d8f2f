// Draws the headline and the actions of a plan made in the page: what a reader sees before Python is there.
// @ts-check

import { instruction, reasonWords } from "./plan.js";

const TIMES = { now: "Now", today: "Today", next: "Next", later: "Later" };

/**
 * Make an element.
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * Draw a plan.
 * @param {any} data what the build put beside the calculator
 * @param {any} plan what plan.js made of the answers
 * @param {string} role the reader's role, or ""
 * @param {string} base the way from the page to the top of the site
 */
export function firstAnswer(data, plan, role, base) {
  const answer = element("div", { class: `result__answer${plan.danger ? " result__answer--danger" : ""}` });
  if (plan.danger) answer.append(element("p", { class: "result__999" }, element("a", { href: "tel:999" }, "Ring 999")));
  answer.append(element("h3", { tabindex: "-1" }, plan.heading));
  const others = plan.above || !plan.yours.includes(plan.leading); // else the reason stands with the reader's own step
  const why = plan.finding ? [plan.finding.text] : others ? [plan.above, ...plan.reasons.slice(0, 1).map(reasonWords)].filter(Boolean) : [];
  if (why.length) answer.append(element("p", { class: "result__why" }, why.join(" ")));
  const main = element("div", { class: "result__main" });
  if (plan.checks.length) {
    main.append(element("div", { class: "result__check" },
      element("h4", {}, "Please check: these answers do not fit together"),
      element("ul", {}, ...plan.checks.map((rule) => element("li", {}, rule.text)))));
  }
  main.append(element("h4", {}, role ? "Your steps" : "What to do"));
  main.append(element("ol", { class: "result__steps" }, ...plan.yours.map((one) => drawn(data, one, role, base))));
  const side = element("div", { class: "result__side" });
  if (plan.others.length) {
    side.append(element("details", { class: "fold" },
      element("summary", {}, `What others will do (${plan.others.length})`),
      element("ul", {}, ...plan.others.map((one) => element("li", {}, `${TIMES[one.when]}: ${data.actions[one.key].others}${only(one)}`)))));
  }
  const standing = data.standing.filter((line) => (!role || line.roles.includes(role)) && (!line.of_harm || plan.steps.some((one) => data.of_harm.includes(one.key))));
  side.append(element("div", { class: "result__box" }, element("h4", {}, "Always"),
    element("ul", {}, ...standing.map((line) => element("li", {}, line.text)))));
  return element("section", { class: "result" }, answer, main, side);
}

const only = (one) => (one.only_if ? ` Only if ${one.only_if}.` : "");

function drawn(data, one, role, base) {
  const action = data.actions[one.key];
  const item = element("li", { "data-action": one.key }, element("span", { class: "result__when" }, TIMES[one.when]),
    element("strong", {}, instruction(data, one.key, role) || action.others), only(one));
  const detail = role && action.words?.[role] ? action.details?.[role] : action.detail;
  if (detail) item.append(element("span", { class: "result__detail" }, detail));
  item.append(element("div", { class: "result__because" }, one.reasons.slice(0, 1).map(reasonWords).join(" ")));
  if (action.paragraph) {
    const [page, anchor] = action.paragraph.split("#");
    const href = `${base}${page.replace(/(index)?\.md$/, "").replace(/\/$/, "")}/#${anchor}`;
    item.append(element("div", { class: "result__links" },
      element("a", { href, class: "result__paragraph" }, action.number ? `Paragraph ${action.number}` : "Read more")));
  }
  return item;
}
