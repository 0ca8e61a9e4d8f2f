// The fields of an area's file: as many of each table as are wanted, and what is typed in them as the tables of the file.
// @ts-check

/** @typedef {{form: Record<string, any>, opening: string}} Filled */

let count = 0; // of fields, for their ids

/**
 * Opens whatever is folded around a field.
 * @param {Element} field
 */
export function unfold(field) {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
}

export class AreaFields extends HTMLElement {
  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.opening = ""; // the remarks at the top of the file
    for (const item of this.form.querySelectorAll("[data-item]")) this.link(item);
    this.add(this.table("contact.front-door"), false);
  }

  /** @param {string} name */
  table(name) {
    return /** @type {HTMLElement} */ (this.form.querySelector(`[data-table="${name}"]`));
  }

  /** @param {string} name */
  template(name) {
    return /** @type {HTMLTemplateElement} */ (this.querySelector(name)).content.cloneNode(true);
  }

  /**
   * Ties each field of an item to its label, its hint and its error.
   * @param {Element} item
   */
  link(item) {
    for (const field of item.querySelectorAll(".area-editor__field")) {
      const input = /** @type {HTMLElement} */ (field.querySelector("[data-key]"));
      const [label, hint, error] = ["label", ".calculator__hint", ".calculator__error"].map((one) => field.querySelector(one));
      input.id = `area-field-${++count}`;
      /** @type {HTMLLabelElement} */ (label).htmlFor = input.id;
      if (hint) hint.id = `${input.id}-hint`;
      /** @type {Element} */ (error).id = `${input.id}-error`;
      if (hint) input.setAttribute("aria-describedby", hint.id);
      if (input.dataset.key === "step") input.append(this.template("template[data-steps]"));
    }
  }

  /**
   * Adds the fields of one more to a table that may stand several times.
   * @param {HTMLElement} table
   * @param {boolean} go take the reader there
   */
  add(table, go = true) {
    const items = /** @type {HTMLElement} */ (table.querySelector(".area-editor__items"));
    items.append(this.template(`template[data-item-of="${table.dataset.template}"]`));
    const item = /** @type {HTMLElement} */ (items.lastElementChild);
    this.link(item);
    this.number(table);
    if (go) /** @type {HTMLElement | null} */ (item.querySelector("[data-key]"))?.focus();
    return item;
  }

  /** @param {HTMLElement} table */
  number(table) {
    const items = this.items(table);
    items.forEach((item, index) => {
      const named = items.length > 1 ? `${table.dataset.called} ${index + 1}` : `${table.dataset.called}`;
      /** @type {Element} */ (item.querySelector("legend")).textContent = named;
      item.querySelector("[data-do=drop]")?.setAttribute("aria-label", `Remove ${named}`);
    });
  }

  /** @param {HTMLElement} table */
  items(table) {
    return [...table.querySelectorAll("[data-item]")];
  }

  /** @param {Element} item */
  values(item) {
    const fields = /** @type {HTMLInputElement[]} */ ([...item.querySelectorAll("[data-key]")]);
    return Object.fromEntries(fields.filter((field) => field.value.trim()).map((field) => [field.dataset.key, field.value.trim()]));
  }

  // The tables of the file, every value as text. An item in which nothing is typed is none; `shown` remembers which
  // fields each table of the file stands for.
  collected() {
    /** @type {Record<string, any>} */
    const form = {};
    /** @type {Map<string, Element[]>} */
    const shown = new Map();
    for (const table of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-table]"))) {
      const name = table.dataset.table ?? "";
      const once = table.dataset.once !== undefined;
      const filled = this.items(table).filter((item) => Object.keys(this.values(item)).length);
      shown.set(name, filled);
      if (!filled.length) continue;
      const every = filled.map((item) => this.values(item));
      const [kind, own] = name.split(".");
      if (!name) Object.assign(form, every[0]);
      else if (own) form[kind] = { ...form[kind], [own]: once ? every[0] : every };
      else form[kind] = once ? every[0] : every;
    }
    return { form, shown };
  }

  /** @param {Filled} filled */
  fill({ form, opening }) {
    this.opening = opening;
    for (const table of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-table]"))) {
      const [kind, own] = (table.dataset.table ?? "").split(".");
      const held = !kind ? form : own ? form[kind]?.[own] : form[kind];
      const every = Array.isArray(held) ? held : held ? [held] : [];
      if (table.dataset.once === undefined) {
        table.querySelector(".area-editor__items")?.replaceChildren();
        const least = kind === "contact" && own === "front-door" ? 1 : 0;
        for (let number = 0; number < Math.max(every.length, least); number++) this.add(table, false);
      }
      this.items(table).forEach((item, index) => this.put(item, every[index] ?? {}));
    }
  }

  /**
   * @param {Element} item
   * @param {Record<string, string>} values
   */
  put(item, values) {
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (item.querySelectorAll("[data-key]"))) {
      const value = values[field.dataset.key ?? ""];
      field.value = typeof value === "string" ? value : "";
      if (field.value) unfold(field);
    }
  }
}
