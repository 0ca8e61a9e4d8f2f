// The audit workspace: holds the audit in memory, sends it to Python after each change, shows the report that comes back.
// It does no sums. Nothing is kept but what the reader saves as a file.

import { download } from "./download.js";
import { runtime } from "./runtime.js";

const LARGEST_READ = 2_000_000; // bytes; a larger file is not read at all, and Python says why

class Audit extends HTMLElement {
  connectedCallback() {
    this.held = { format: "hsb-framework-audit", version: 1, sheets: [], actions: [] };
    this.unsaved = false;
    this.form = this.querySelector(".audit__sheet");
    this.chooser = this.querySelector("#audit-sheet");
    this.files = this.querySelector(".audit__files");
    this.output = this.querySelector(".audit__report");
    this.status = this.querySelector(".calculator__status");
    this.querySelector(".calculator__without").hidden = true;
    this.querySelector(".audit__tools").hidden = false;
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (button) this[button.dataset.do](button);
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.typed(event.target));
    this.chooser.addEventListener("change", () => this.showSheet());
    this.querySelector(".audit__actions").addEventListener("input", () => this.planned());
    this.files.addEventListener("change", () => this.read());
    addEventListener("beforeunload", (event) => { if (this.unsaved) event.preventDefault(); });
    runtime.addEventListener("progress", () => {
      if ((runtime.progress ?? 0) < 1) this.say(`Getting the workspace ready: ${Math.round(runtime.progress * 100)} %.`);
    });
    this.ask("report").then((answer) => { if (answer) { this.show(answer); this.say(""); } });
  }

  // Asks Python; an error is shown, and nothing in hand changes.
  async ask(what, document = this.held, files = []) {
    try {
      const answer = await runtime.ask({ do: what, document, files }, "audit");
      if (!answer.error) {
        this.showError("");
        return answer;
      }
      this.showError(answer.error);
    } catch (error) {
      this.showError(`The workspace cannot run here: ${error.message}. What you typed is still in the page; the domain pages hold the lines for paper.`);
    }
    return undefined;
  }

  // Takes a changed audit into the hand, if Python finds nothing wrong with it.
  async take(document, files) {
    const answer = await this.ask("report", document, files);
    if (!answer) return false;
    this.held = answer.document;
    this.unsaved = true;
    this.show(answer);
    return true;
  }

  show({ html }) {
    this.output.innerHTML = html;
    const chosen = this.chooser.value;
    this.chooser.replaceChildren(...this.held.sheets.map((sheet, place) => new Option(`${sheet.agency}, round ${sheet.round}`, String(place))));
    if (chosen && this.held.sheets[chosen]) this.chooser.value = chosen;
    const any = this.held.sheets.length > 0;
    for (const part of [this.form, this.querySelector(".audit__chooser"), this.querySelector(".audit__plan")]) part.hidden = !any;
  }

  sheet() {
    return this.held.sheets[Number(this.chooser.value)];
  }

  // Puts the chosen sheet into the form.
  showSheet() {
    const { lines } = this.sheet() ?? { lines: {} };
    for (const input of this.form.querySelectorAll("input[type=radio]")) {
      input.checked = input.value === String(lines[input.name]?.score ?? "");
    }
    for (const area of this.form.querySelectorAll("textarea")) area.value = lines[area.name]?.[area.dataset.field] ?? "";
  }

  showPlan() {
    const list = this.querySelector(".audit__actions");
    list.replaceChildren(...this.held.actions.map((action, place) => {
      const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
      row.querySelector("legend").textContent = `Action ${place + 1}`;
      for (const input of row.querySelectorAll("[data-field]")) input.value = action[input.dataset.field];
      return row;
    }));
  }

  // A score or a note was changed: it goes into the audit in hand, and the report follows.
  typed(input) {
    const line = (this.sheet().lines[input.name] ??= { score: null, evidence: "", assurance: "" });
    if (input.type === "radio") line.score = input.value === "" ? null : Number(input.value);
    else line[input.dataset.field] = input.value;
    this.follow();
  }

  planned() {
    this.held.actions = [...this.querySelectorAll(".audit__action")].map((row) =>
      Object.fromEntries([...row.querySelectorAll("[data-field]")].map((input) => [input.dataset.field, input.value])),
    );
    this.follow();
  }

  // The report follows the latest change; one that comes while Python works waits, and only the last is drawn.
  async follow() {
    this.unsaved = true;
    if (this.following) {
      this.again = true;
      return;
    }
    this.following = true;
    do {
      this.again = false;
      const answer = await this.ask("report");
      if (answer && !this.again) this.output.innerHTML = answer.html;
    } while (this.again);
    this.following = false;
  }

  async add() {
    const agency = this.querySelector("#audit-agency");
    const sheet = { agency: agency.value, round: Number(this.querySelector("#audit-round").value), date: this.querySelector("#audit-date").value, lines: {} };
    if (!(await this.take({ ...this.held, sheets: [...this.held.sheets, sheet] }))) {
      agency.focus();
      return;
    }
    agency.value = "";
    this.chooser.value = String(this.held.sheets.length - 1);
    this.showSheet();
    this.say(`Sheet added: ${sheet.agency.trim()}, round ${sheet.round}. Score it below.`);
    this.chooser.focus();
  }

  async remove() {
    const { agency, round } = this.sheet();
    if (!confirm(`Remove the sheet of ${agency}, round ${round}? Its scores and notes are then only in files that you saved.`)) return;
    const place = Number(this.chooser.value);
    if (!(await this.take({ ...this.held, sheets: this.held.sheets.filter((_, other) => other !== place) }))) return;
    this.showSheet();
    this.say(`Sheet removed: ${agency}, round ${round}.`);
  }

  open() {
    this.files.click();
  }

  async read() {
    const files = await Promise.all([...this.files.files].map(async (file) => ({ name: file.name, size: file.size, text: file.size > LARGEST_READ ? "" : await file.text() })));
    this.files.value = "";
    if (!files.length || !(await this.take(this.held, files))) return;
    this.showSheet();
    this.showPlan();
    this.say(`Opened: ${files.map((file) => file.name).join(", ")}.`);
  }

  async save() {
    const answer = await this.ask("save");
    if (!answer) return;
    this.give(answer, "application/json");
    this.unsaved = false;
  }

  async csv() {
    const answer = await this.ask("csv");
    if (answer) this.give(answer, "text/csv;charset=utf-8");
  }

  give({ name, text }, type) {
    download(name, [text], type);
    this.say(`${name} is on its way to your downloads.`);
  }

  print() {
    print();
  }

  act() {
    this.held.actions.push({ line: "", action: "", owner: "", by: "" });
    this.showPlan();
    this.querySelector(".audit__action:last-child [data-field]").focus();
    this.follow();
  }

  drop(button) {
    button.closest(".audit__action").remove();
    this.planned();
    this.showPlan();
    this.querySelector('[data-do="act"]').focus();
  }

  showError(words) {
    const box = this.querySelector(".audit__errors");
    if (!words) {
      box.replaceChildren();
      return;
    }
    box.innerHTML = '<div class="calculator__summary" role="alert" tabindex="-1"><h3>There is a problem</h3><p></p></div>';
    box.querySelector("p").textContent = `${words} Nothing in hand was changed.`;
    box.firstElementChild.focus();
  }

  say(words) {
    this.status.textContent = words;
  }
}

customElements.define("hsb-audit", Audit);
