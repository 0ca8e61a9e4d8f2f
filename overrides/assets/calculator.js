// Turns a rendered calculator on: sends what is typed to Python, puts back the HTML that Python gives, and until Python
// is there shows the headline and the actions from the data beside the calculator. It holds no rules and keeps nothing.

import * as answersLink from "./answers-link.js";
import * as answersOf from "./answers.js";
import * as childArea from "./child-area.js";
import { firstAnswer } from "./first-answer.js";
import { base, dayOf } from "./page.js";
import { plan } from "./plan.js";
import { RECORDS } from "./records.js";
import { runtime } from "./runtime.js";

const GETTING_READY = "Getting the calculator ready";

export class Calculator extends HTMLElement {
  pageTitle; // without the word “Error:”

  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector(".calculator__status");
    this.output = this.querySelector(".calculator__result");
    this.data = JSON.parse(this.querySelector("template[data-plan]").content.textContent);
    this.form.hidden = false;
    this.form.querySelector("[type=submit]").disabled = false;
    this.querySelector(".calculator__without").hidden = true;
    this.querySelector(":scope > .calculator__left").hidden = true;
    this.querySelectorAll(":scope > details").forEach((fold) => { fold.open = false; });
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.check(); });
    this.form.addEventListener("reset", (event) => { event.preventDefault(); this.clear(); });
    this.form.addEventListener("input", () => this.changed());
    this.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("area", () => this.areaChanged());
    runtime.addEventListener("progress", () => this.showProgress());
    this.offerArea();
    this.takeAnswersFromAddress();
    this.showRelevant();
    runtime.startNear(this).then(() => this.ready(), (error) => this.fail(error));
  }

  ready() {
    this.quiet();
  }

  typed() {
    return answersOf.typed(this.form);
  }

  // A link can bring answers along. They are taken out of the address at once.
  takeAnswersFromAddress() {
    const brought = answersLink.read(location.hash);
    if (brought === undefined) return;
    history.replaceState(null, "", location.pathname + location.search + answersLink.without(location.hash));
    if (brought === null) {
      this.say("The link to answers is damaged, so no answer was filled in. Ask for a new link, or answer the questions.");
      return;
    }
    answersOf.fill(this.form, brought);
    this.say(this.brought());
  }

  brought() {
    return "The answers of the link are filled in. Look through them before you press Check: the guidance may have changed since.";
  }

  // The area and the answers, as a link carries them.
  forLink() {
    const area = document.getElementById("area")?.value;
    return `${area ? `area=${area}&` : ""}answers=${answersLink.written(answersOf.forLink(this.form))}`;
  }

  // A result that no longer fits the answers is taken away.
  changed() {
    const shown = this.asked !== undefined || this.output.hasChildNodes();
    this.asked = undefined;
    this.showRelevant();
    if (!shown) { this.quiet(); return; }
    this.takeAway();
    this.say("An answer changed, so the result was taken away. Press Check for the new one.");
  }

  areaChanged() {
    this.offerArea();
    if (this.asked) this.check();
  }

  // The area of the site is an answer to the question in which area the child lives.
  offerArea() {
    childArea.offer(this.form, this.area(), this.areas().length === 1);
  }

  takeAway() {
    this.output.replaceChildren();
    this.record = this.page = undefined;
  }

  showRelevant() {
    const answers = answersOf.showRelevant(this.form);
    this.showDanger(answers.danger === "yes");
    return answers;
  }

  // What to ring is in sight at the moment at which danger is ticked.
  showDanger(there) {
    const danger = this.form.querySelector(".calculator__danger");
    if (!danger || danger.hidden !== there) return;
    danger.hidden = !there;
    if (there) danger.scrollIntoView({ block: "nearest" });
  }

  // The plan of the answers without Python; undefined while an answer is missing, or where dates have to be worked out.
  quickPlan() {
    const answers = this.showRelevant();
    if (!answersOf.complete(this.form, answers)) return undefined;
    return plan(this.data, answersOf.worlds(this.form, this.data.span, answers), answers.role ?? "");
  }

  // The areas that the site offers, with their files: the build put them beside the calculator.
  areas() {
    return JSON.parse(this.querySelector('[data-local="data"] template').content.textContent);
  }

  // The area chosen on this page.
  area() {
    const areas = this.areas();
    const chosen = document.getElementById("area")?.value;
    return areas.find((area) => area.key === chosen) ?? areas[0];
  }

  request() {
    const now = new Date();
    return {
      calculator: this.dataset.guide,
      typed: this.typed(),
      today: dayOf(now),
      made: now.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }),
      address: location.href.split("#")[0],
      area: this.area(),
      base: base(),
    };
  }

  async check() {
    const request = this.request();
    this.asked = request;
    this.showFirstAnswer();
    this.showProgress();
    try {
      const answer = await runtime.ask(request);
      if (this.asked !== request) return; // an answer was changed, or all were cleared, meanwhile
      answer.errors ? this.showErrors(answer) : this.showResult(answer);
    } catch (error) {
      if (this.asked === request) this.fail(error);
    }
  }

  showFirstAnswer() {
    const quick = runtime.isReady ? undefined : this.quickPlan();
    if (!quick) return;
    this.clearErrors();
    this.output.replaceChildren(firstAnswer(this.data, quick, this.typed().role ?? "", base()));
    this.goToResult();
  }

  // The whole result. Where the first answer was already read, the focus stays where the reader is.
  showResult({ html, status, record, page }) {
    const reading = this.output.hasChildNodes() && !this.output.contains(document.activeElement);
    this.clearErrors();
    this.record = record;
    this.page = page;
    this.output.innerHTML = html;
    this.numberParagraphs();
    this.say(status);
    if (!reading) this.goToResult();
  }

  // The heading comes to the top of the screen, with what follows in sight.
  goToResult() {
    const heading = this.output.querySelector("h3");
    heading.focus({ preventScroll: true });
    heading.closest(".result__answer").scrollIntoView({ block: "start" });
  }

  // The build knows the numbers of paragraphs; Python in the browser does not.
  numberParagraphs() {
    for (const link of this.output.querySelectorAll("[data-paragraph]")) {
      const number = this.data.actions[link.dataset.paragraph]?.number;
      if (number) link.textContent = `Paragraph ${number}`;
    }
  }

  showErrors({ html, errors }) {
    this.clearErrors();
    this.takeAway();
    this.asked = undefined;
    this.say("");
    const summary = this.form.querySelector(".calculator__errors");
    summary.innerHTML = html;
    for (const { field, message } of errors) {
      const shown = this.querySelector(`#${this.dataset.guide}-${field}-error`);
      if (!shown) continue;
      shown.textContent = `Error: ${message}`;
      shown.hidden = false;
      for (const input of this.form.querySelectorAll(`input[name="${field}"]`)) {
        input.setAttribute("aria-invalid", "true");
        const described = input.getAttribute("aria-describedby");
        input.setAttribute("aria-describedby", described ? `${described} ${shown.id}` : shown.id);
      }
    }
    this.pageTitle ??= document.title;
    document.title = `Error: ${this.pageTitle}`;
    summary.querySelector(".calculator__summary").focus();
  }

  clearErrors() {
    if (this.pageTitle) document.title = this.pageTitle;
    this.form.querySelector(".calculator__errors").replaceChildren();
    for (const shown of this.form.querySelectorAll(".calculator__error")) shown.hidden = true;
    for (const input of this.form.querySelectorAll("[aria-invalid]")) {
      input.removeAttribute("aria-invalid");
      const left = input.getAttribute("aria-describedby").split(" ").filter((id) => !id.endsWith("-error")).join(" ");
      left ? input.setAttribute("aria-describedby", left) : input.removeAttribute("aria-describedby");
    }
  }

  // Takes every answer away; they can be put back until the page is left.
  clear() {
    const before = [...this.form.querySelectorAll("input")].map(({ value, checked }) => ({ value, checked }));
    for (const input of this.form.querySelectorAll("input")) {
      if (input.type === "text") input.value = "";
      else input.checked = false;
    }
    this.asked = undefined;
    this.offerArea();
    this.clearErrors();
    this.takeAway();
    this.showRelevant();
    this.say("Every answer is cleared. ");
    const undo = Object.assign(document.createElement("button"), { type: "button", className: "calculator__undo", textContent: "Put them back" });
    undo.addEventListener("click", () => this.putBack(before));
    this.status.append(undo);
    this.form.querySelector("input").focus();
  }

  putBack(before) {
    this.form.querySelectorAll("input").forEach((input, index) => Object.assign(input, before[index]));
    this.showRelevant();
    this.say("Your answers are back. Press Check for the result.");
    this.form.querySelector("[type=submit]").focus();
  }

  clicked(event) {
    const link = event.target.closest(".calculator__summary a, a[data-change]");
    if (link) {
      const field = this.querySelector(`${link.getAttribute("href")}`) ?? document.querySelector(link.getAttribute("href"));
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
    const button = event.target.closest("[data-record]");
    if (button) RECORDS[button.dataset.record]?.(this, button);
  }

  showProgress() {
    if (!this.asked || runtime.failure || (runtime.progress ?? 0) >= 1) return;
    const shown = this.output.hasChildNodes() ? " The first answer is shown; the reasons and the record follow." : "";
    this.say(`${GETTING_READY}: ${Math.round((runtime.progress ?? 0) * 100)} %. Your answers are kept.${shown}`);
  }

  // Takes back what was said of the progress, and nothing else.
  quiet() {
    if (this.status.textContent.startsWith(GETTING_READY)) this.say("");
  }

  fail(error) {
    const shown = this.output.hasChildNodes()
      ? "The first answer is shown; the reasons, the dates and the record are missing. "
      : "Answer every question and press Check for the first answer, or use the rules and the decision table below. ";
    this.say(`The calculator cannot run here: ${error.message}. What you typed is kept. ${shown}To try again, press Check.`);
    this.status.classList.add("calculator__status--failed");
    if (!this.output.hasChildNodes()) this.querySelectorAll(":scope > details").forEach((fold) => { fold.open = true; });
  }

  say(words) {
    this.status.textContent = words;
  }
}

customElements.define("hsb-calculator", Calculator);
