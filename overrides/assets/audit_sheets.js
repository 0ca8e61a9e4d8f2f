// The sheets and scores of the audit workspace, as the page shows them: what is typed goes into the audit in hand.

import { clean, empty, inWords, named, newSheet, scored } from "./audit_data.js";

export class Sheets extends HTMLElement {
  connectedCallback() {
    this.held = empty();
    this.form = this.querySelector(".audit__sheet");
    this.chooser = this.querySelector("#audit-sheet");
    this.output = this.querySelector(".audit__report");
    this.status = this.querySelector(".calculator__status");
    this.partnership = this.querySelector("#audit-partnership");
    this.querySelector(".calculator__without").hidden = true;
    this.querySelector(".audit__tools").hidden = false;
    this.output.hidden = true;
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (button) this[button.dataset.do](button);
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.typed(event.target));
    this.querySelector('[data-view="score"]').addEventListener("keydown", (event) => this.pressed(event));
    this.chooser.addEventListener("change", () => { this.say(""); this.begin(); });
    this.querySelector(".audit__add").addEventListener("submit", (event) => { event.preventDefault(); this.add(); });
    this.querySelector(".audit__list").addEventListener("change", (event) => this.altered(event.target));
    this.partnership.addEventListener("input", () => { this.held.partnership = clean(this.partnership.value); this.say(""); this.changed(); });
    this.draw();
  }

  // What follows when the audit changed: the workspace says it.
  changed() {}

  // Views

  show({ dataset: { to } }) {
    for (const view of this.querySelectorAll(".audit__view")) view.hidden = view.dataset.view !== to;
    for (const tab of this.querySelectorAll(".audit__tabs [data-to]")) tab.setAttribute("aria-pressed", String(tab.dataset.to === to));
    this.output.hidden = to !== "report";
    this.view = to;
    this.say("");
    this.showProgress();
    const { top } = this.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 3) this.scrollIntoView(); // else a phone shows nothing of the view
  }

  go(to) {
    this.show({ dataset: { to } });
  }

  // Shows everything that depends on which sheets there are.
  draw() {
    const chosen = this.chooser.value;
    this.chooser.replaceChildren(...this.held.sheets.map((sheet, place) => new Option(`${sheet.agency}, round ${sheet.round}`, String(place))));
    if (chosen && this.held.sheets[chosen]) this.chooser.value = chosen;
    const any = this.held.sheets.length > 0;
    this.querySelector(".audit__chooser").hidden = !any;
    for (const none of this.querySelectorAll(".audit__none")) none.hidden = any;
    this.querySelector(".audit__list").replaceChildren(...this.held.sheets.map((sheet, place) => {
      const row = document.importNode(this.querySelector(".audit__row").content.querySelector("*"), true);
      for (const one of row.querySelectorAll("[data-part], button")) one.dataset.place = String(place);
      this.nameRow(row, sheet);
      return row;
    }));
    this.querySelector("#audit-agencies").replaceChildren(...[...new Set(this.held.sheets.map((sheet) => sheet.agency))].map((agency) => new Option("", agency)));
    const others = this.held.others.length;
    this.querySelector(".audit__others").hidden = !others;
    this.querySelector(".audit__others span").textContent = `Compared with the means of ${others} other partnership${others === 1 ? "" : "s"}.`;
    this.showPartnership();
    this.showSheet();
  }

  showPartnership() {
    this.partnership.value = this.held.partnership || this.areasPartnership();
  }

  areasPartnership() {
    const data = this.querySelector('[data-local="data"] template');
    const areas = data ? JSON.parse(data.content.textContent) : [];
    const chosen = document.getElementById("area")?.value;
    return (areas.find((area) => area.key === chosen) ?? areas[0])?.partnership ?? "";
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
    this.showProgress();
  }

  showProgress() {
    const sheet = this.sheet();
    this.querySelector(".audit__progress").hidden = this.view !== "score" || !sheet;
    for (const row of this.querySelectorAll(".audit__list li")) {
      const one = this.held.sheets[row.querySelector("[data-part]").dataset.place];
      row.querySelector(".audit__who").textContent = `${one.agency}, round ${one.round}${inWords(one.date)}: ${scored(one)} of ${this.lines().length} scored`;
    }
    if (!sheet) return;
    this.querySelector(".audit__so-far b").textContent = `${scored(sheet)} of ${this.lines().length} scored`;
    this.querySelector(".audit__so-far span").textContent = `Round ${sheet.round}, ${sheet.agency}`;
    this.querySelector("progress").setAttribute("value", String(scored(sheet)));
    for (const tab of this.querySelectorAll(".audit__domains [data-domain]")) {
      const lines = [...this.form.querySelectorAll(`[data-domain="${tab.dataset.domain}"] .audit__line`)];
      tab.querySelector(".audit__count").textContent = `${lines.filter((line) => this.isScored(line)).length}/${lines.length}`;
    }
  }

  lines() {
    return [...this.form.querySelectorAll(".audit__line")];
  }

  isScored(line) {
    return (this.sheet().lines[line.dataset.line]?.score ?? null) !== null;
  }

  statement = (line) => this.form.querySelector(`.audit__line[data-line="${line}"] legend span`)?.textContent ?? "";

  // Scoring

  domain(button, focus = true) {
    const { domain } = button.dataset;
    for (const part of this.form.querySelectorAll(".audit__domain")) part.hidden = part.dataset.domain !== domain;
    for (const tab of this.querySelectorAll(".audit__domains [data-domain]")) tab.setAttribute("aria-pressed", String(tab.dataset.domain === domain));
    if (focus) this.form.querySelector(".audit__domain:not([hidden]) h3").focus();
  }

  onward(button) {
    this.domain({ dataset: { domain: String(Number(button.closest(".audit__domain").dataset.domain) + 1) } });
  }

  // Goes to the next line without a score, after the one that has the focus, else after the last that was scored.
  next() {
    const lines = this.lines();
    const from = lines.indexOf(document.activeElement?.closest?.(".audit__line") ?? this.last);
    const found = [...lines.slice(from + 1), ...lines.slice(0, from + 1)].find((line) => !this.isScored(line));
    if (!found) {
      this.say(`All ${lines.length} lines of this sheet have a score. Go on to Actions or Report, or add a sheet.`);
      return;
    }
    this.stand(found);
  }

  // Goes to a line, and brings it to the top unless told to leave the page as it is.
  stand(line, isScrolled = true) {
    this.domain(line.closest(".audit__domain"), false);
    if (isScrolled) line.scrollIntoView();
    line.querySelector("input").focus({ preventScroll: true });
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("textarea, select")) return;
    const input = event.target.closest(".audit__line")?.querySelector(`input[value="${event.key}"]`);
    if (/^[0-4]$/.test(event.key) && input) {
      input.checked = true;
      input.focus();
      this.typed(input);
    } else if (event.key.toLowerCase() === "n") {
      this.next();
    } else {
      return;
    }
    event.preventDefault();
  }

  // A score or a note was changed: it goes into the audit in hand, and the report follows.
  typed(input) {
    const line = (this.sheet().lines[input.name] ??= { score: null, evidence: "", assurance: "", comments: "" });
    if (input.type === "radio") {
      line.score = input.value === "" ? null : Number(input.value);
      this.last = input.closest(".audit__line");
    } else {
      line[input.dataset.field] = clean(input.value);
    }
    this.say("");
    this.changed();
  }

  // Sheets

  add() {
    const [agency, round, date] = ["agency", "round", "date"].map((name) => this.querySelector(`#audit-${name}`));
    const { sheet, wrong } = newSheet(this.held, { agency: agency.value, round: Number(round.value), date: date.value });
    if (wrong) {
      this.showError(wrong);
      agency.focus({ preventScroll: true });
      return;
    }
    this.showError("");
    this.held.sheets.push(sheet);
    const other = sheet.agency === named(agency.value) ? "" : ` “${named(agency.value)}” was taken to be “${sheet.agency}”.`;
    agency.value = "";
    this.draw();
    this.pick({ dataset: { place: String(this.held.sheets.length - 1) } });
    this.say(`Sheet added: ${sheet.agency}, round ${sheet.round}.${other}`);
    this.changed();
  }

  pick({ dataset: { place } }) {
    this.chooser.value = place;
    const first = this.begin();
    this.go("score");
    this.stand(first, first.previousElementSibling.matches(".audit__line")); // above a domain's first line the sheet's name stays in sight
  }

  // Shows the chosen sheet where its first line without a score is, and gives that line.
  begin() {
    this.last = undefined;
    this.showSheet();
    const first = this.lines().find((line) => !this.isScored(line)) ?? this.lines()[0];
    this.domain(first.closest(".audit__domain"), false);
    return first;
  }

  // Shows in the row of a sheet what the sheet is.
  nameRow(row, sheet) {
    for (const one of row.querySelectorAll("[data-part]")) {
      one.value = sheet[one.dataset.part];
      one.setAttribute("aria-label", `${one.closest("label").firstChild.textContent}, ${sheet.agency}, round ${sheet.round}`);
    }
    for (const button of row.querySelectorAll("button")) button.setAttribute("aria-label", `${button.textContent}: ${sheet.agency}, round ${sheet.round}`);
  }

  // The agency, round or date of a sheet was changed; its scores stay.
  altered(input) {
    const row = input.closest("li");
    const sheet = this.held.sheets[input.dataset.place];
    const [agency, round, date] = ["agency", "round", "date"].map((part) => row.querySelector(`[data-part="${part}"]`).value);
    const { sheet: made, wrong } = newSheet({ sheets: this.held.sheets.filter((one) => one !== sheet) }, { agency, round: Number(round), date });
    if (made) Object.assign(sheet, { agency: made.agency, round: made.round, date: made.date });
    this.nameRow(row, sheet);
    this.chooser.options[input.dataset.place].text = `${sheet.agency}, round ${sheet.round}`;
    this.showError(wrong ?? "");
    if (!made) return;
    this.say("");
    this.changed();
  }

  discard({ dataset: { place } }) {
    const { agency, round } = this.held.sheets[place];
    if (!confirm(`Remove the sheet of ${agency}, round ${round}? Its scores and notes are then only in files that you saved.`)) return;
    const chosen = this.sheet();
    this.held.sheets.splice(Number(place), 1);
    this.draw();
    if (this.held.sheets.includes(chosen)) this.chooser.value = String(this.held.sheets.indexOf(chosen));
    this.showSheet();
    this.say(`Sheet removed: ${agency}, round ${round}.`);
    this.querySelector("#audit-agency").focus();
    this.changed();
  }

  forget() {
    this.held.others = [];
    this.draw();
    this.say("The other partnerships’ means were removed.");
    this.querySelector('[data-do="open"]').focus();
    this.changed();
  }

  showError(words) {
    const box = this.querySelector(".audit__errors");
    if (!words) return box.replaceChildren();
    this.say("");
    box.innerHTML = '<div class="calculator__summary" role="alert" tabindex="-1"><h3>There is a problem</h3><p></p></div>';
    box.querySelector("p").textContent = `${words} Your work has not changed.`;
    return box.querySelector(".calculator__summary").focus();
  }

  // Says what was just done, until the reader does something else.
  say(words) {
    this.status.textContent = words;
  }
}
