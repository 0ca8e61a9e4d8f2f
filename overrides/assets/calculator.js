// Turns a rendered calculator on: sends what is typed to Python, puts back the HTML that Python gives.
// It holds no rules and keeps nothing.

import { carry } from "./carry.js";
import { download } from "./download.js";
import { runtime } from "./runtime.js";

const GETTING_READY = "Getting the calculator ready";

const met = (element, answers) =>
  JSON.parse(element.dataset.when).every((condition) =>
    [condition, ...(condition.or ?? [])].some((way) => way.options.includes(answers[way.question])));

class Calculator extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector(".calculator__status");
    this.output = this.querySelector(".calculator__result");
    this.form.hidden = false;
    this.form.querySelector("[type=submit]").disabled = false;
    this.querySelector(".calculator__without").hidden = true;
    this.querySelector(":scope > .calculator__left").hidden = true;
    this.querySelectorAll(":scope > details").forEach((fold) => { fold.open = false; });
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.check(); });
    this.form.addEventListener("reset", () => setTimeout(() => this.clear()));
    this.form.addEventListener("input", () => this.changed());
    this.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("area", () => this.changed());
    runtime.addEventListener("progress", () => this.showProgress());
    this.showRelevant();
    runtime.startNear(this).then(() => this.quiet(), (error) => this.fail(error));
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
    if (!this.checking && !this.output.hasChildNodes()) return;
    this.output.replaceChildren();
    this.record = this.page = undefined;
    this.say("An answer or the area changed, so the result was taken away. Press Check for the new one.");
  }

  // Shows the questions that the earlier answers make relevant: the conditions stand beside each question. Gives the
  // answers as keys of options; what is not answered, or cannot be read, is left out.
  showRelevant() {
    const answers = {};
    for (const question of this.questions()) {
      const key = question.dataset.question;
      if (question.dataset.when) question.hidden = !met(question, answers);
      const typed = this.typed()[key] ?? question.dataset.unanswered;
      if (question.hidden || typed === undefined) continue;
      if (!question.dataset.bands || typed === "not-known") {
        answers[key] = typed === "not-known" ? typed : question.dataset.given ?? typed; // of a date, only that it was given
      } else if (/^\d+$/.test(typed)) {
        const bands = Object.entries(JSON.parse(question.dataset.bands));
        const band = bands.find(([, [low, high]]) => low <= Number(typed) && Number(typed) <= high);
        if (band) answers[key] = band[0];
      }
    }
    return answers;
  }

  // The rules whose conditions these answers meet, as they stand in the page. This knows no rule: the build wrote the
  // conditions beside the words.
  lines(answers) {
    return [...this.querySelectorAll("[data-rule]")].filter((rule) => met(rule, answers));
  }

  // The lines that apply, at once: until Python is ready, and where it cannot run. Undefined while an answer is missing,
  // or where the age has to be worked out from dates.
  firstLines() {
    const answers = this.showRelevant();
    const byDates = [...this.form.querySelectorAll("[data-field] input")].some((input) => input.value.trim());
    const asked = this.questions().filter((question) => !question.hidden).map((question) => question.dataset.question);
    if (byDates || !asked.every((key) => key in answers)) return undefined;
    const section = document.createElement("section");
    section.className = "result";
    section.innerHTML = '<h3 tabindex="-1">The lines that apply</h3>';
    for (const group of this.querySelectorAll("[data-group]")) {
      const lines = this.lines(answers).filter((line) => group.contains(line));
      if (!lines.length) continue;
      const box = document.createElement("div");
      box.className = `result__group result__group--${group.dataset.group}`;
      box.append(Object.assign(document.createElement("h4"), { textContent: group.querySelector("h3").textContent }));
      const named = lines.some((line) => line.dataset.about);
      const children = [...new Set(lines.map((line) => line.dataset.about))].sort();
      for (const child of children[0] === "" ? [...children.slice(1), ""] : children) {
        if (named) box.append(Object.assign(document.createElement("h5"), { textContent: child || "For everyone" }));
        const list = document.createElement("ul");
        for (const line of lines.filter((one) => one.dataset.about === child)) {
          const item = document.createElement("li");
          item.append(...[...line.cloneNode(true).childNodes].filter((node) => !node.matches?.(".calculator__when, .calculator__about")));
          list.append(item);
        }
        box.append(list);
      }
      section.append(box);
    }
    section.append(...this.querySelector(":scope > .calculator__left").cloneNode(true).childNodes);
    return section;
  }

  // The area chosen on this page, with its file: the build put the files of those offered beside the calculator.
  area() {
    const areas = JSON.parse(this.querySelector('[data-local="data"] template').content.textContent);
    const chosen = document.getElementById("area")?.value;
    return areas.find((area) => area.key === chosen) ?? areas[0];
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
      area: this.area(),
    };
    this.checking = true;
    this.asked = request;
    this.showFirstLines();
    this.showProgress();
    try {
      const answer = await runtime.ask(request);
      if (this.asked !== request) return; // an answer was changed, or all were cleared, meanwhile
      answer.errors ? this.showErrors(answer) : this.showResult(answer);
    } catch (error) {
      this.fail(error);
    } finally {
      this.checking = false;
    }
  }

  showFirstLines() {
    const lines = runtime.isReady ? undefined : this.firstLines();
    if (!lines) return;
    this.clearErrors();
    this.output.replaceChildren(lines);
    lines.firstElementChild.focus();
  }

  // The whole result. Where the first lines were already read, the focus stays where the reader is.
  showResult({ html, status, record, page }) {
    const reading = this.output.hasChildNodes() && !this.output.contains(document.activeElement);
    this.clearErrors();
    this.record = record;
    this.page = page;
    this.output.innerHTML = html;
    this.say(status);
    if (!reading) this.output.querySelector("h3").focus();
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
        const described = input.getAttribute("aria-describedby");
        input.setAttribute("aria-describedby", described ? `${described} ${shown.id}` : shown.id);
      }
    }
    summary.firstElementChild.focus();
  }

  clearErrors() {
    this.form.querySelector(".calculator__errors").replaceChildren();
    for (const shown of this.form.querySelectorAll(".calculator__error")) shown.hidden = true;
    for (const input of this.form.querySelectorAll("[aria-invalid]")) {
      input.removeAttribute("aria-invalid");
      const left = input.getAttribute("aria-describedby").split(" ").filter((id) => !id.endsWith("-error")).join(" ");
      left ? input.setAttribute("aria-describedby", left) : input.removeAttribute("aria-describedby");
    }
  }

  clear() {
    this.asked = undefined;
    this.clearErrors();
    this.output.replaceChildren();
    this.record = this.page = undefined;
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
    if (button) this[`${button.dataset.record}Record`](button);
    const onward = event.target.closest("[data-carry]");
    if (onward) this.goOn(onward);
  }

  async goOn({ dataset, textContent }) {
    try {
      const to = await carry(this, dataset.carry, dataset.keys.split(" "));
      to.changed();
      to.say("Filled in from the calculator before. Answer the rest and press Check.");
      to.scrollIntoView();
      to.firstToAnswer().focus({ preventScroll: true });
    } catch (error) {
      this.say(`${textContent} cannot be brought here (${error.message}). Open it from the Calculators page and type the answers again.`);
    }
  }

  // The first field that is shown and not answered; the button where all are.
  firstToAnswer() {
    const typed = this.typed();
    const open = this.questions().find((question) => !question.hidden && !question.dataset.unanswered && !(question.dataset.question in typed));
    return open?.querySelector("input") ?? this.querySelector("[type=submit]");
  }

  // Prints one thing alone: the record or, where the button names a meeting, its agenda and attendance list.
  printRecord({ dataset: { meeting } }) {
    const sheet = document.createElement("div");
    sheet.className = "record-sheet";
    sheet.role = "main"; // while it prints, the page's own is not there
    sheet.tabIndex = 0; // longer than the window, it can be reached by the keyboard
    sheet.innerHTML = meeting
      ? this.querySelector(`section[data-meeting="${meeting}"]`).outerHTML
      : this.page.match(/<body>(.*)<\/body>/s)[1]; // without its own style, which the content policy of a page forbids
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
    download(`record-${this.dataset.guide}.txt`, ["\ufeff", this.record], "text/plain;charset=utf-8");
    this.say("The record is downloaded.");
  }

  // The dates as a file for a calendar. The time makes each file's entries its own, so that none replaces another's.
  async calendarRecord() {
    try {
      const { name, text } = await runtime.ask({ ...this.asked, stamp: new Date().toISOString() }, "calendar");
      download(name, [text], "text/calendar;charset=utf-8");
      this.say("The dates are downloaded.");
    } catch (error) {
      this.fail(error);
    }
  }

  pageRecord() {
    download(`record-${this.dataset.guide}.html`, [this.page], "text/html;charset=utf-8");
    this.say("The record is saved as a page, which a word processor opens.");
  }

  showProgress() {
    if (!this.checking || runtime.failure || (runtime.progress ?? 0) >= 1) return;
    const shown = this.output.hasChildNodes() ? " The lines that apply are shown; the reasons and the record follow." : "";
    this.say(`${GETTING_READY}: ${Math.round((runtime.progress ?? 0) * 100)} %. Your answers are kept.${shown}`);
  }

  // Takes back what was said of the progress, and nothing else.
  quiet() {
    if (!this.checking && this.status.textContent.startsWith(GETTING_READY)) this.say("");
  }

  fail(error) {
    const shown = this.output.hasChildNodes()
      ? "The lines that apply are shown; the reasons, the dates and the record are missing. "
      : "Answer every question and press Check for the lines that apply, or use the rules and the decision table below. ";
    this.say(`The calculator cannot run here: ${error.message}. What you typed is kept. ${shown}To try again, load the page anew.`);
    this.status.classList.add("calculator__status--failed");
    if (!this.output.hasChildNodes()) this.querySelectorAll(":scope > details").forEach((fold) => { fold.open = true; });
  }

  say(words) {
    this.status.textContent = words;
  }
}

customElements.define("hsb-calculator", Calculator);
