// The action plan of the audit workspace, as the page shows it: what is typed goes into the audit in hand.

import { clean } from "./audit_data.js";
import { Sheets } from "./audit_sheets.js";

export class Plan extends Sheets {
  connectedCallback() {
    super.connectedCallback();
    this.querySelector(".audit__actions").addEventListener("input", (event) => this.planned(event.target));
  }

  draw() {
    super.draw();
    this.showPlan();
  }

  showPlan() {
    const list = this.querySelector(".audit__actions");
    this.querySelector(".audit__no-action").hidden = this.held.actions.length > 0;
    list.replaceChildren(...this.held.actions.map((action, place) => {
      const row = document.importNode(this.querySelector(".audit__new-action").content.querySelector("*"), true);
      row.querySelector("h4").textContent = `Action ${place + 1}`;
      row.setAttribute("aria-label", `Action ${place + 1}`);
      for (const input of row.querySelectorAll("[data-field]")) {
        const given = action[input.dataset.field];
        if (input.type === "date" && given && !/^\d{4}-\d\d-\d\d$/.test(given)) input.type = "text"; // from a file: in words
        input.value = given;
      }
      return row;
    }));
  }

  act(_, line = "") {
    this.held.actions.push({ line, action: "", owner: "", by: "" });
    this.showPlan();
    this.say("");
    this.querySelector(".audit__action:last-child [data-field]").focus();
    this.changed();
  }

  plan({ dataset: { line } }) {
    this.go("actions");
    this.act(undefined, line);
  }

  planned(input) {
    this.held.actions[this.placeOf(input)][input.dataset.field] = clean(input.value);
    this.say("");
    this.changed();
  }

  drop(button) {
    const place = this.placeOf(button);
    const { action, owner, by } = this.held.actions[place];
    if ((action || owner || by) && !confirm(`Remove action ${place + 1}? What it says is then only in files that you saved.`)) return;
    this.held.actions.splice(place, 1);
    this.showPlan();
    this.say(`Action ${place + 1} removed.`);
    this.querySelector('[data-do="act"]').focus();
    this.changed();
  }

  placeOf(part) {
    return [...this.querySelectorAll(".audit__action")].indexOf(part.closest(".audit__action"));
  }
}
