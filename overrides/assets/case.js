// Check a case: the same form and results as a calculator, but every answer may be left out, and the plan stands beside
// the questions and follows each answer. Python says which questions matter; nothing here decides.

import * as answersOf from "./answers.js";
import { Calculator } from "./calculator.js";
import { replaceKeepingFolds } from "./page.js";
import { runtime } from "./runtime.js";

const PAUSE = 250; // milliseconds without a key before the plan is made anew
const ROUNDS = 4; // at most, until every answer that matters is taken in

class Case extends Calculator {
  connectedCallback() {
    super.connectedCallback();
    this.said = this.status.textContent; // of the answers that a link brought
    this.bar = this.querySelector(".case__bar");
    this.keep = this.querySelector(".case__keep");
    this.keep.addEventListener("change", () => this.update());
    new IntersectionObserver(([{ isIntersecting }]) => this.bar.classList.toggle("case__bar--there", isIntersecting)).observe(this.output);
    addEventListener("beforeunload", (event) => { if (Object.keys(this.typed()).some((field) => field !== "area")) event.preventDefault(); });
    this.update();
  }

  ready() {
    this.quiet();
    this.update();
  }

  // The build hid what does not matter at first; afterwards Python says which questions matter.
  showRelevant() {
    this.showDanger(this.form.querySelector('input[name="danger"]').checked);
    return answersOf.given(this.form);
  }

  quickPlan() {
    return undefined;
  }

  changed() {
    this.showRelevant();
    clearTimeout(this.waiting);
    this.output.ariaBusy = "true"; // the plan that is shown is not yet that of the answers
    this.waiting = setTimeout(() => this.update(), PAUSE);
  }

  areaChanged() {
    this.offerArea();
    this.update();
  }

  check() {
    return this.update(true);
  }

  // An answer that was there before is another now, or the case moved on: what the plan was is kept, to say what changed.
  remember(typed) {
    const last = this.last ?? {};
    const stages = answersOf.questions(this.form).filter(({ dataset }) => dataset.stage !== undefined).map(({ dataset }) => dataset.question);
    const moved = (key) => stages.includes(key) && stages.some((stage) => stage in last);
    const choice = (key) => !this.form.querySelector(`input[name="${CSS.escape(key)}"][type="text"]`);
    const keys = Object.keys({ ...last, ...typed }).filter((key) => typed[key] !== last[key] && choice(key));
    if (keys.some((key) => key in last || moved(key))) this.earlier = last;
    this.last = typed;
  }

  // Makes the plan anew; the reader stays where they are, unless they asked to be taken to it.
  async update(go = false, round = 1) {
    clearTimeout(this.waiting);
    this.output.ariaBusy = "true";
    const { value: child } = this.keep.querySelector('[name="record-child"]:checked');
    const { checked: whole } = this.keep.querySelector('[name="record-whole"]');
    const typed = this.typed();
    if (round === 1) this.remember(typed);
    else this.last = typed;
    const request = { ...this.request(), before: this.earlier, child, whole };
    this.asked = request;
    this.showProgress();
    try {
      const answer = await runtime.ask(request, "case");
      if (this.asked !== request) return;
      if (answer.errors) { this.showErrors(answer); this.output.ariaBusy = "false"; return; }
      this.showAsked(answer);
      // A question that is shown only now may have been answered by a link, or before it was hidden.
      const more = JSON.stringify(this.typed()) !== JSON.stringify(typed);
      if (more && round < ROUNDS) await this.update(go, round + 1);
      else this.showPlan(answer, go);
    } catch (error) {
      if (this.asked === request) this.fail(error);
    }
  }

  // What a link said is not written over by how far the plan has come.
  showProgress() {
    if (!this.said || this.status.textContent !== this.said) super.showProgress();
  }

  showPlan({ html, heading, changed, two, record, page }, go) {
    this.clearErrors();
    this.output.ariaBusy = "false";
    this.record = record;
    this.page = page;
    replaceKeepingFolds(this.output, html);
    this.numberParagraphs();
    this.bar.textContent = heading;
    this.bar.href = "#case-result";
    this.bar.hidden = false;
    this.keep.hidden = false;
    this.keep.querySelector(".case__two").hidden = !two;
    this.quiet();
    if (changed && changed !== this.told) this.say(changed);
    this.told = changed;
    if (this.heading !== heading) this.output.scrollTop = 0; // beside the questions it scrolls by itself
    this.heading = heading;
    if (go) this.goToResult();
  }

  // A page to read opens beside the case, which would else be left with all that was answered.
  numberParagraphs() {
    super.numberParagraphs();
    for (const link of this.output.querySelectorAll(".result__paragraph")) {
      link.target = "_blank";
      link.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: " (opens in a new tab)" }));
    }
  }

  // Shows the questions that matter, each with its place among those that want an answer.
  showAsked({ asked, wanted }) {
    for (const question of answersOf.questions(this.form)) {
      const { question: key } = question.dataset;
      const box = question.closest("fieldset");
      box.hidden = ![...box.matches("[data-question]") ? [box] : box.querySelectorAll("[data-question]")].some((one) => asked.includes(one.dataset.question));
      const place = wanted.indexOf(key) + 1;
      const legend = box.querySelector("legend");
      if (!legend.querySelector(".case__place")) legend.prepend(Object.assign(document.createElement("span"), { className: "case__place" }));
      legend.querySelector(".case__place").textContent = place ? `Question ${place} of ${wanted.length}` : "";
    }
  }

  brought() {
    return "The answers of the link are filled in. Look through them: things may have changed, and so may the guidance.";
  }

  clear() {
    const { earlier, last } = this;
    super.clear();
    this.kept = { earlier, last };
    this.earlier = this.last = this.told = undefined;
    this.update();
  }

  putBack(inputs) {
    super.putBack(inputs);
    Object.assign(this, this.kept);
    this.update();
    this.say("Your answers are back.");
  }

  fail(error) {
    super.fail(error);
    this.output.ariaBusy = "false";
    this.say(`The plan cannot be made here: ${error.message}. What you typed is kept. Use the calculators one by one: each has its rules and a table to read. To try again, press “Show the plan”.`);
  }
}

customElements.define("hsb-case", Case);
