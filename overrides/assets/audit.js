// The audit workspace: holds the audit in memory, sends it to Python after each change, shows the report that comes back.
// It does no sums. Nothing is kept but what the reader saves as a file. What the page holds is the audit: an answer of
// Python never takes its place unless it was made from what the page holds at that moment.

import { asGiven, asText, fileName, paperTitle, readFile } from "./audit_data.js";
import { Plan } from "./audit_plan.js";
import { download } from "./download.js";
import { runtime } from "./runtime.js";

const FEW = 3; // files that are named when they are opened; of more, how many
const REST = 200; // milliseconds without a change after which the report is made anew
const WAITING = 4000; // milliseconds that Print waits for the report

class Audit extends Plan {
  pageTitle; // while paper has another

  connectedCallback() {
    super.connectedCallback();
    this.revision = 0; // counts the changes of what is held
    this.reported = -1; // the revision that the report shows
    this.unsaved = false;
    this.files = this.querySelector(".audit__files");
    this.files.addEventListener("change", () => this.read());
    document.addEventListener("area", () => { this.showPartnership(); this.reported = -1; this.follow(); });
    addEventListener("beforeunload", (event) => { if (this.unsaved) event.preventDefault(); });
    addEventListener("beforeprint", () => this.forPaper());
    addEventListener("afterprint", () => { if (this.pageTitle) [document.title, this.pageTitle] = [this.pageTitle, undefined]; this.follow(); });
    runtime.addEventListener("progress", () => {
      if (this.reported < 0 && !runtime.isReady) this.output.textContent = `Getting the report ready: ${Math.round((runtime.progress ?? 0) * 100)} %. You can work meanwhile.`;
    });
    this.follow();
  }

  // Files

  open() {
    this.files.click();
  }

  // Puts the files beside what is in hand. What changed while they were read stays: then Python is asked once more.
  async read() {
    const chosen = [...this.files.files];
    this.files.value = "";
    if (!chosen.length) return;
    this.showNotes([]);
    this.say(`Opening ${chosen.map((file) => file.name).join(", ")}.`);
    const files = await Promise.all(chosen.map(readFile));
    const wrong = files.find((file) => file.wrong);
    if (wrong) return this.showError(wrong.wrong);
    let answer;
    let from;
    do {
      from = this.revision;
      try {
        answer = await this.ask("open", files);
      } catch (error) {
        return this.showError(`The files cannot be opened: ${error.message}. You can still score and save.`);
      }
      if (answer.error) return this.showError(answer.error);
    } while (from !== this.revision);
    this.held = answer.document;
    this.showError("");
    this.draw();
    const opened = files.length > FEW ? `${files.length} files` : files.map((file) => file.name).join(", ");
    this.say(`Opened: ${opened}.${answer.said.length ? " How it was read is under Sheets." : ""}`);
    this.showNotes(answer.said);
    this.changed();
  }

  // What was taken otherwise than it stands in the files stays until other files are opened.
  showNotes(sentences) {
    const list = this.querySelector(".audit__notes");
    list.replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement("li"), { textContent: sentence })));
    list.hidden = !sentences.length;
  }

  save() {
    this.give(fileName(this.held, ".json"), asText(this.held), "application/json");
    this.unsaved = false;
  }

  csv() {
    return this.made("csv", "text/csv;charset=utf-8", fileName(this.held, ".csv"));
  }

  means() {
    return this.made("means", "application/json", fileName(this.held, ".json", "hsb-audit-means"));
  }

  async made(what, type, name) {
    try {
      const answer = await this.ask(what);
      if (answer.error) this.showError(answer.error);
      else this.give(name, answer.text, type);
    } catch (error) {
      this.showError(`This file cannot be made here: ${error.message}. Save still works.`);
    }
  }

  give(name, text, type) {
    download(name, [text], type);
    this.showError("");
    this.say(`${name} is on its way to your downloads.`);
  }

  // Report

  show(button) {
    super.show(button);
    if (button.dataset.to === "report") this.follow();
  }

  ask(what, files = []) {
    return runtime.ask({ do: what, document: this.held, files, partnership: this.areasPartnership() }, "audit");
  }

  changed() {
    this.revision += 1;
    this.unsaved = true;
    this.showProgress();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.follow(), REST);
  }

  // The report follows what is in hand: made from an older audit, it is not shown, and made again.
  async follow() {
    if (this.following) return this.following;
    this.following = this.bringUpToDate();
    await this.following;
    this.following = undefined;
    return undefined;
  }

  async bringUpToDate() {
    while (this.reported !== this.revision) {
      const from = this.revision;
      try {
        const answer = await this.ask("report");
        if (answer.error) throw new Error(answer.error);
        if (from !== this.revision) continue;
        this.output.innerHTML = answer.html;
        this.reported = from;
        if (this.failed && this.status.textContent === this.failed) this.say("");
        this.failed = "";
      } catch (error) {
        const why = `The report cannot be made here: ${error.message}. You can still score, save and print the scores.`;
        this.output.replaceChildren(...asGiven(this.held, this.statement, why));
        if (this.failed !== why && this.held.sheets.length) this.say(this.failed = why); // once: in the report's place it stays
        if (from === this.revision) return; // else there is something new to try with
      }
    }
  }

  async print() {
    this.go("report");
    await Promise.race([this.follow(), new Promise((resolve) => { setTimeout(resolve, WAITING); })]);
    print();
  }

  // On paper stands what is in hand: the report if it shows that, else the scores. The sheets bear the report's title.
  forPaper() {
    if (!this.held.sheets.length) return;
    if (this.reported !== this.revision) this.output.replaceChildren(...asGiven(this.held, this.statement, "The report was not ready when this was printed."));
    const whose = this.held.partnership || this.areasPartnership();
    const paper = { part: whose || "Harmful sexual behaviour guidance", title: "HSB framework audit" };
    for (const [name, words] of Object.entries(paper)) document.documentElement.style.setProperty(`--paper-${name}`, JSON.stringify(words));
    this.pageTitle ??= document.title;
    document.title = paperTitle({ ...this.held, partnership: whose });
  }
}

customElements.define("hsb-audit", Audit);
