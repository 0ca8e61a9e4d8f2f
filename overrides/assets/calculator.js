// Turns a rendered calculator on: sends what is typed to Python, puts back the HTML that Python gives, and until Python
// is there shows the headline and the actions from the data beside the calculator. It holds no rules and keeps nothing.

import * as answersLink from "./answers-link.js";
import * as childArea from "./child-area.js";
import { download, printAlone } from "./download.js";
import { firstAnswer } from "./first-answer.js";
import { base, dayOf } from "./page.js";
import { met, plan } from "./plan.js";
import { runtime } from "./runtime.js";

const GETTING_READY = "Getting the calculator ready";
const NOT_KNOWN = "not-known";
const YEARS = /^(\d{1,3})(?: ?(?:years?|yrs?|y))?(?: old)?$/i; // what people type for an age

export class Calculator extends HTMLElement {
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

  // Fills fields with answers given elsewhere; a field that is not here, or an answer that it does not offer, is passed over.
  fill(typed) {
    for (const [field, value] of Object.entries(typed)) {
      for (const input of this.form.querySelectorAll(`input[name="${CSS.escape(field)}"]`)) {
        if (input.type !== "text") input.checked = input.value === value;
        else if (value !== NOT_KNOWN) input.value = value;
      }
    }
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
    this.fill(brought);
    this.say(this.brought());
  }

  brought() {
    return "The answers of the link are filled in. Look through them before you press Check: the guidance may have changed since.";
  }

  // The area and the answers as a link carries them: an age is its whole years alone.
  forLink() {
    const area = document.getElementById("area")?.value;
    const typed = this.typed();
    for (const { dataset: { question, bands } } of this.questions()) {
      const years = bands && typed[question]?.match(YEARS);
      if (years) [, typed[question]] = years;
    }
    return `${area ? `area=${area}&` : ""}answers=${answersLink.written(typed)}`;
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

  // Shows the questions that the earlier answers make relevant: the conditions stand beside each question. Gives the
  // answers as keys of options; what is not answered, or cannot be read, is left out.
  showRelevant() {
    const typed = this.given();
    const answers = {};
    for (const question of this.questions()) {
      const { question: key, when, unanswered } = question.dataset;
      if (when) question.hidden = !met(JSON.parse(when), answers);
      const answer = typed[key] ?? unanswered;
      if (!question.hidden && answer !== undefined) answers[key] = answer;
    }
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

  // The answers that are given, as keys of options, whether they matter or not.
  given() {
    const answers = {};
    const years = {};
    const values = {};
    for (const input of this.form.querySelectorAll("input")) {
      const value = input.type === "text" ? input.value.trim() : input.checked ? input.value : "";
      if (value) values[input.name] = input.name in values ? "" : value;
    }
    for (const question of this.questions()) {
      const { question: key, bands, given, after } = question.dataset;
      const value = values[key] ?? "";
      if (!bands) {
        if (value) answers[key] = value === NOT_KNOWN ? value : given ?? childArea.meant(value); // of a date, only that it was given
        continue;
      }
      years[key] = value || years[after] || "";
      if (years[key] === NOT_KNOWN || !years[key] && after && answers[after] === NOT_KNOWN) answers[key] = NOT_KNOWN;
      else if (YEARS.test(years[key])) {
        const age = Number(years[key].match(YEARS)[1]);
        const band = Object.entries(JSON.parse(bands)).find(([, [low, high]]) => low <= age && age <= high);
        if (band) answers[key] = band[0];
      }
    }
    return answers;
  }

  // The answers for each age between the first and the last, where something went on for some time.
  worlds(answers) {
    const [first, last] = this.data.span;
    if (!first || !answers[first] || !answers[last] || [answers[first], answers[last]].includes(NOT_KNOWN)) return [answers];
    const bands = Object.keys(JSON.parse(this.questions().find((one) => one.dataset.question === first).dataset.bands));
    const between = bands.slice(bands.indexOf(answers[first]), bands.indexOf(answers[last]) + 1);
    return between.map((band) => this.settled({ ...this.given(), [first]: band, [last]: band }));
  }

  // Keeps the answers to questions that are relevant; one that is not answered counts as not known.
  settled(given) {
    const answers = {};
    for (const { dataset: { question, when, unanswered } } of this.questions()) {
      if (when && !met(JSON.parse(when), answers)) continue;
      answers[question] = given[question] ?? unanswered ?? NOT_KNOWN;
    }
    return answers;
  }

  // The plan of the answers without Python; undefined while an answer is missing, or where dates have to be worked out.
  quickPlan() {
    const answers = this.showRelevant();
    const byDates = [...this.form.querySelectorAll("[data-field] input")].some((input) => input.value.trim());
    const needed = this.questions().filter((question) => !question.hidden && question.dataset.optional === undefined);
    if (byDates || !needed.every((question) => question.dataset.question in answers)) return undefined;
    return plan(this.data, this.worlds(answers), answers.role ?? "");
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
    this.output.querySelector("h3").focus();
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
    if (!reading) this.output.querySelector("h3").focus();
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
    summary.firstElementChild.focus();
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
    if (button) this[RECORDS[button.dataset.record]]?.(button);
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
    printAlone(sheet);
  }

  async copyRecord() {
    this.say(await this.copied(this.record, '[data-record="copy"]') ? "The record is copied." : "The browser does not allow copying. Use Download.");
  }

  async copyLink() {
    const link = `${location.href.split("#")[0]}#${this.forLink()}`;
    this.say(await this.copied(link, '[data-record="link"]')
      ? "The link is copied. It holds your answers and ages, no dates and no names. Whoever has it sees the answers."
      : `The browser does not allow copying. This is the link: ${link}`);
  }

  async copied(text, back) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea"); // where the clipboard is only for secure addresses
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      this.querySelector(back)?.focus();
      return done;
    }
  }

  downloadRecord() {
    download(`record-${this.dataset.guide}.txt`, ["\ufeff", this.record], "text/plain;charset=utf-8");
    this.say("The record is downloaded.");
  }

  // The dates as a file for a calendar.
  async downloadCalendar() {
    try {
      const { name, text } = await runtime.ask({ ...this.asked, stamp: new Date().toISOString() }, "calendar");
      download(name, [text], "text/calendar;charset=utf-8");
      this.say("The dates are downloaded.");
    } catch (error) {
      this.fail(error);
    }
  }

  downloadPage() {
    download(`record-${this.dataset.guide}.html`, [this.page], "text/html;charset=utf-8");
    this.say("The record is saved as a page, which a word processor opens.");
  }

  openCase() {
    const address = new URL("calculators/case/", document.querySelector(".frame__name").href);
    address.hash = this.forLink();
    location.href = window.fileOf?.(address.href) ?? address.href;
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

// What each button of a result does.
const RECORDS = {
  print: "printRecord",
  plan: "printPlan",
  copy: "copyRecord",
  download: "downloadRecord",
  page: "downloadPage",
  calendar: "downloadCalendar",
  link: "copyLink",
  case: "openCase",
};

customElements.define("hsb-calculator", Calculator);
