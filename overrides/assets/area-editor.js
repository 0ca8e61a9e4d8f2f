// The editor of an area's file: holds a form, sends it to Python after each change, shows what is still to mend and how the
// area would look. Python reads, checks and writes the file. Nothing is kept but what the reader saves.
// @ts-check

import { AreaFields, unfold } from "./area-fields.js";
import { download } from "./download.js";
import { base, dayOf, replaceKeepingFolds } from "./page.js";
import { runtime } from "./runtime.js";

const REST = 300; // milliseconds without a change after which the form is checked
const LARGEST = 200_000; // bytes of a file, as the reader of the file has it

/** @typedef {{place: string, key: string, words: string}} Fault */
/** @typedef {{text: string, name: string, faults: Fault[], html: string, error?: string}} Answer */
/** @typedef {import("./area-fields.js").Filled & {left_out: string[], error?: string}} Opened */

class AreaEditor extends AreaFields {
  connectedCallback() {
    super.connectedCallback();
    this.status = /** @type {HTMLElement} */ (this.querySelector(".calculator__status"));
    this.faults = /** @type {HTMLElement} */ (this.querySelector(".area-editor__faults"));
    this.preview = /** @type {HTMLElement} */ (this.querySelector(".area-editor__preview"));
    this.file = /** @type {HTMLInputElement} */ (this.querySelector("input[type=file]"));
    this.key = ""; // the name of the file that was opened
    this.missing = false; // say also what is missing: after the first Save, and in a file that was opened
    this.unsaved = false;
    this.querySelector(".calculator__without")?.setAttribute("hidden", "");
    this.querySelector(".area-editor__all")?.removeAttribute("hidden");
    this.addEventListener("click", (event) => this.clicked(event));
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("focusout", () => this.changed(false)); // a field is judged once the reader has left it
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.file.addEventListener("change", () => this.open());
    addEventListener("beforeunload", (event) => { if (this.unsaved) event.preventDefault(); });
    runtime.startNear(this).then(() => this.check(), (error) => this.fail(error));
  }

  changed(typed = true) {
    this.unsaved ||= typed;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.check(), REST);
  }

  // Checks what the form holds. An answer to what it no longer holds is passed over; gives the answer that was shown.
  async check() {
    clearTimeout(this.resting);
    const { form, shown } = this.collected();
    const asked = { do: "check", form, opening: this.opening, key: this.key, today: dayOf(new Date()), base: base() };
    this.asked = asked;
    try {
      const answer = /** @type {Answer} */ (await runtime.ask(asked, "area_file"));
      if (this.asked !== asked) return undefined;
      this.showFaults(answer.faults, shown);
      this.showPreview(answer.html);
      return answer;
    } catch (error) {
      if (this.asked === asked) this.fail(error);
      return undefined;
    }
  }

  /** @param {string} html */
  showPreview(html) {
    this.querySelector(".area-editor__none")?.toggleAttribute("hidden", Boolean(html));
    replaceKeepingFolds(this.preview, html);
    for (const unused of this.preview.querySelectorAll(".result__record, details:has(.result__answers)")) unused.remove();
  }

  /**
   * Says at each field what is wrong with it, and above the preview what is still to mend.
   * @param {Fault[]} faults
   * @param {Map<string, Element[]>} shown
   */
  showFaults(faults, shown) {
    for (const error of this.form.querySelectorAll(".calculator__error")) error.setAttribute("hidden", "");
    for (const field of this.form.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      const hint = field.parentElement?.querySelector(".calculator__hint");
      hint ? field.setAttribute("aria-describedby", hint.id) : field.removeAttribute("aria-describedby");
    }
    const list = document.createElement("ul");
    for (const { place, key, words } of faults) {
      const [name, number] = place.split(" ");
      const table = this.table(name);
      const item = shown.get(name)?.[Number(number ?? 1) - 1] ?? this.items(table)[0];
      const field = /** @type {HTMLInputElement | null} */ (item?.querySelector(`[data-key="${key || "name"}"]`));
      if (!field || field === document.activeElement || !this.missing && !field.value.trim()) continue;
      const error = /** @type {HTMLElement} */ (field.parentElement?.querySelector(".calculator__error"));
      error.textContent = `Error: ${words}.`;
      error.hidden = false;
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), error.id].filter(Boolean).join(" "));
      const legend = item?.querySelector("legend")?.textContent ?? table.querySelector("h3")?.textContent;
      const link = Object.assign(document.createElement("a"), { href: `#${field.id}`, textContent: `${legend}. ${words}.` });
      const line = document.createElement("li");
      line.append(link);
      list.append(line);
    }
    const left = list.children.length;
    this.left = left;
    if (!left) this.faults.replaceChildren();
    else {
      const heading = Object.assign(document.createElement("p"), { textContent: left === 1 ? "One thing is still to mend:" : `${left} things are still to mend:` });
      this.faults.replaceChildren(heading, list);
    }
  }

  async save() {
    this.missing = true;
    const answer = await this.check();
    if (!answer) return;
    download(answer.name, [answer.text], "application/toml;charset=utf-8");
    this.unsaved = false;
    this.say(this.left
      ? `${answer.name} is on its way to your downloads, as a draft. The site cannot be built with it before what is listed below is mended.`
      : `${answer.name} is on its way to your downloads. Nothing in it is wrong in form. Now hand it on, as the three steps below say.`);
    if (this.left) this.faults.focus();
  }

  // Puts a file into the form, in place of what is there.
  async open() {
    const file = this.file.files?.[0];
    this.file.value = "";
    if (!file) return;
    if (this.unsaved && !confirm("The form holds work that is not saved. Open the file in its place?")) return;
    if (file.size > LARGEST) { this.say(`${file.name} is larger than an area’s file can be. Choose the file whose name ends in .toml.`); return; }
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    } catch {
      this.say(`${file.name} is not in UTF-8. Save it again as UTF-8 in the program that wrote it, then open it.`);
      return;
    }
    try {
      const opened = /** @type {Opened} */ (await runtime.ask({ do: "open", text }, "area_file"));
      if (opened.error) { this.say(`${file.name} cannot be opened: ${opened.error}. The form is as it was.`); return; }
      this.fill(opened);
      this.key = /^[a-z0-9]+(-[a-z0-9]+)*\.toml$/.test(file.name) ? file.name.replace(/\.toml$/, "") : "";
      this.missing = true;
      await this.check();
      this.unsaved = false;
      const lost = opened.left_out.length ? ` An area’s file has no such thing, so this was left out: ${opened.left_out.join(", ")}.` : "";
      this.say(`${file.name} is open.${lost}`);
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const link = /** @type {HTMLElement | null} */ (target.closest(".area-editor__faults a"));
    if (link) {
      event.preventDefault();
      const field = /** @type {HTMLElement} */ (this.querySelector(/** @type {string} */ (link.getAttribute("href"))));
      unfold(field);
      field.focus();
    }
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-do]"));
    if (button?.dataset.do === "open") this.file.click();
    if (button?.dataset.do === "save") this.save();
    const table = /** @type {HTMLElement | null} */ (button?.closest("[data-table]"));
    if (table && button?.dataset.do === "add") this.add(table);
    if (table && button?.dataset.do === "drop") {
      button.closest("[data-item]")?.remove();
      this.number(table);
      /** @type {HTMLElement | null} */ (table.querySelector("[data-do=add]"))?.focus();
      this.changed();
    }
  }

  /** @param {any} error */
  fail(error) {
    this.say(`The file cannot be checked or saved here: ${error.message}. What you typed is still in the form.`);
  }

  /** @param {string} words */
  say(words) {
    this.status.textContent = words;
  }
}

customElements.define("hsb-area-editor", AreaEditor);
