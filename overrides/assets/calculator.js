// Turns a rendered calculator on: sends what is typed to Python, puts back the HTML that Python gives.
// It holds no rules and keeps nothing.

import { runtime } from "./runtime.js";

class Calculator extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector(".calculator__status");
    this.output = this.querySelector(".calculator__result");
    this.form.hidden = false;
    this.querySelector(".calculator__without").hidden = true;
    this.querySelector(":scope > .calculator__left").hidden = true;
    this.querySelectorAll(":scope > details").forEach((fold) => { fold.open = false; });
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.check(); });
    this.form.addEventListener("reset", () => setTimeout(() => this.clear()));
    this.form.addEventListener("input", () => this.changed());
    this.addEventListener("click", (event) => this.clicked(event));
    runtime.addEventListener("progress", () => this.showProgress());
    this.showRelevant();
    const begin = () => runtime.start().then(() => this.quiet(), (error) => this.fail(error));
    "requestIdleCallback" in window ? requestIdleCallback(begin, { timeout: 2000 }) : setTimeout(begin, 200);
  }

  questions() {
    return [...this.form.querySelectorAll("[data-question]")];
  }

  // What is typed, by field. Questions that are hidden are left out; what was typed in them stays.
  typed() {
    const typed = {};
    for (const input of this.form.querySelectorAll("input")) {
      const value = input.type === "text" ? input.value.trim() : input.checked ? input.value : "";
      if (!value || input.closest("[data-question]")?.hidden) continue;
      typed[input.name] = typed[input.name] ? `${typed[input.name]} ${value}` : value;
    }
    return typed;
  }

  // A result that no longer fits the answers is taken away.
  changed() {
    this.asked = undefined;
    this.showRelevant();
    if (!this.output.hasChildNodes()) return;
    this.output.replaceChildren();
    this.record = undefined;
    this.say("You changed an answer, so the result was taken away. Press Check for the new one.");
  }

  // Shows the questions that the earlier answers make relevant: the conditions stand beside each question.
  showRelevant() {
    for (const question of this.questions()) {
      if (!question.dataset.when) continue;
      const typed = this.typed();
      const answer = (key) => {
        const asked = this.form.querySelector(`[data-question="${key}"]`);
        const given = typed[key];
        if (!asked.dataset.bands || !/^\d+$/.test(given ?? "")) return given;
        const bands = Object.entries(JSON.parse(asked.dataset.bands));
        return bands.find(([, [low, high]]) => low <= Number(given) && Number(given) <= high)?.[0];
      };
      const conditions = JSON.parse(question.dataset.when);
      question.hidden = !conditions.every((condition) => condition.options.includes(answer(condition.question)));
    }
  }

  async check() {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    const request = {
      calculator: this.dataset.guide,
      typed: this.typed(),
      today: day.join("-"),
      made: now.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }),
      address: location.href.split("#")[0],
    };
    this.checking = true;
    this.asked = request;
    this.showProgress();
    try {
      const answer = await runtime.ask(request);
      if (this.asked !== request) { // an answer was changed meanwhile
        this.say("You changed an answer. Press Check again.");
        return;
      }
      answer.errors ? this.showErrors(answer) : this.showResult(answer);
    } catch (error) {
      this.fail(error);
    } finally {
      this.checking = false;
    }
  }

  showResult({ html, status, record }) {
    this.clearErrors();
    this.record = record;
    this.output.innerHTML = html;
    this.say(status);
    this.output.querySelector("h3").focus();
  }

  showErrors({ html, errors }) {
    this.clearErrors();
    this.output.replaceChildren();
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
        const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== shown.id);
        input.setAttribute("aria-describedby", [...described, shown.id].join(" "));
      }
    }
    summary.firstElementChild.focus();
  }

  clearErrors() {
    this.form.querySelector(".calculator__errors").replaceChildren();
    for (const shown of this.form.querySelectorAll(".calculator__error")) {
      shown.hidden = true;
      for (const input of this.form.querySelectorAll("[aria-invalid]")) {
        input.removeAttribute("aria-invalid");
        const left = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== shown.id).join(" ");
        left ? input.setAttribute("aria-describedby", left) : input.removeAttribute("aria-describedby");
      }
    }
  }

  clear() {
    this.asked = undefined;
    this.clearErrors();
    this.output.replaceChildren();
    this.record = undefined;
    this.showRelevant();
    this.say("Cleared: every answer is forgotten.");
    this.form.querySelector("input").focus();
  }

  clicked(event) {
    const link = event.target.closest(".calculator__summary a");
    if (link) {
      event.preventDefault();
      this.querySelector(link.getAttribute("href")).focus();
    }
    const button = event.target.closest("[data-record]");
    if (button) this[`${button.dataset.record}Record`]();
  }

  printRecord() {
    const sheet = document.createElement("pre");
    sheet.className = "record-sheet";
    sheet.textContent = this.record;
    document.body.append(sheet);
    document.body.classList.add("prints-record");
    addEventListener("afterprint", () => { sheet.remove(); document.body.classList.remove("prints-record"); }, { once: true });
    print();
  }

  async copyRecord() {
    try {
      await navigator.clipboard.writeText(this.record);
    } catch {
      const area = document.createElement("textarea"); // where the clipboard is only for secure addresses
      area.value = this.record;
      document.body.append(area);
      area.select();
      const copied = document.execCommand("copy");
      area.remove();
      this.querySelector('[data-record="copy"]').focus();
      if (!copied) {
        this.say("The browser does not allow copying. Use Download.");
        return;
      }
    }
    this.say("The record is copied.");
  }

  downloadRecord() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", this.record], { type: "text/plain;charset=utf-8" }));
    link.download = `record-${this.dataset.guide}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    this.say("The record is downloaded.");
  }

  showProgress() {
    if (!this.checking || runtime.failure || (runtime.progress ?? 0) >= 1) return;
    this.say(`Getting the calculator ready: ${Math.round((runtime.progress ?? 0) * 100)} %. Your answers are kept.`);
  }

  quiet() {
    if (!this.checking) this.say("");
  }

  fail(error) {
    this.say(
      `The calculator cannot run here: ${error.message}. What you typed is kept. ` +
        "Use the rules and the decision table below: every line that stands beside your answers applies. " +
        "To try again, load the page anew.",
    );
    this.status.classList.add("calculator__status--failed");
    this.querySelectorAll(":scope > details").forEach((fold) => { fold.open = true; });
  }

  say(words) {
    this.status.textContent = words;
  }
}

customElements.define("hsb-calculator", Calculator);
