// The action plan of the audit workspace: what is typed goes into the audit in hand.

import { clean } from "./audit_data.js";

export class Plan extends HTMLElement {
  showPlan() {
    const list = this.querySelector(".audit__actions");
    this.querySelector(".audit__no-action").hidden = this.held.actions.length > 0;
    list.replaceChildren(...this.held.actions.map((action, place) => {
      const row = this.querySelector(".audit__new-action").content.firstElementChild.cloneNode(true);
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
    this.querySelector(".audit__action:last-child [data-field]").focus();
    this.changed();
  }

  plan({ dataset: { line } }) {
    this.go("actions");
    this.act(undefined, line);
  }

  planned(input) {
    const place = [...this.querySelectorAll(".audit__action")].indexOf(input.closest(".audit__action"));
    this.held.actions[place][input.dataset.field] = clean(input.value);
    this.changed();
  }

  drop(button) {
    this.held.actions.splice([...this.querySelectorAll(".audit__action")].indexOf(button.closest(".audit__action")), 1);
    this.showPlan();
    this.querySelector('[data-do="act"]').focus();
    this.changed();
  }
}
