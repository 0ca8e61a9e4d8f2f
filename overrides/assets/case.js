// Check a case: the same form and results as a calculator, but every answer may be left out, and the plan stands beside
// the questions and follows each answer. Python says which questions matter; nothing here decides.

import { Calculator } from "./calculator.js";
import { runtime } from "./runtime.js";

const PAUSE = 250; // milliseconds without a key before the plan is made anew

class Case extends Calculator {
  connectedCallback() {
    super.connectedCallback();
    this.bar = this.querySelector(".case__bar");
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
    return this.given();
  }

  quickPlan() {
    return undefined;
  }

  changed() {
    this.showRelevant();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.update(), PAUSE);
  }

  areaChanged() {
    this.offerArea();
    this.update();
  }

  check() {
    return this.update(true);
  }

  // Makes the plan anew; the reader stays where they are, unless they asked to be taken to it.
  async update(go = false) {
    clearTimeout(this.waiting);
    const request = { ...this.request(), before: this.before };
    this.asked = request;
    this.showProgress();
    try {
      const answer = await runtime.ask(request, "case");
      if (this.asked !== request) return;
      if (answer.errors) { this.showErrors(answer); return; }
      this.before = request.typed;
      this.showPlan(answer, go);
    } catch (error) {
      if (this.asked === request) this.fail(error);
    }
  }

  showPlan({ html, asked, heading, record, page }, go) {
    this.clearErrors();
    this.record = record;
    this.page = page;
    for (const question of this.questions()) {
      const box = question.closest("fieldset");
      box.hidden = ![...box.matches("[data-question]") ? [box] : box.querySelectorAll("[data-question]")].some((one) => asked.includes(one.dataset.question));
    }
    const open = [...this.output.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
    this.output.innerHTML = html;
    for (const summary of this.output.querySelectorAll("details > summary")) {
      if (open.includes(summary.textContent)) summary.parentElement.open = true;
    }
    this.numberParagraphs();
    this.bar.textContent = heading;
    this.bar.href = "#case-result";
    this.bar.hidden = false;
    this.quiet();
    if (go) this.output.querySelector("h3").focus();
  }

  // Prints the plan alone, on its own sheet; a meeting's papers as every calculator does.
  printRecord(button) {
    const sheet = this.output.querySelector(".case__sheet");
    if (button.dataset.meeting || !sheet) { super.printRecord(button); return; }
    document.body.classList.add("prints-plan");
    addEventListener("afterprint", () => document.body.classList.remove("prints-plan"), { once: true });
    print();
  }

  clear() {
    super.clear();
    this.before = undefined;
    this.update();
  }

  putBack(before) {
    super.putBack(before);
    this.update();
    this.say("Your answers are back.");
  }
}

customElements.define("hsb-case", Case);
