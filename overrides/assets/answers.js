// What is typed into the form of a calculator, and the answers that it gives. The conditions, bands and names stand beside
// each question; nothing here decides what they mean.
// @ts-check

import * as childArea from "./child-area.js";
import { met } from "./plan.js";

export const NOT_KNOWN = "not-known";
const YEARS = /^(\d{1,3})(?: ?(?:years?|yrs?|y))?(?: old)?$/i; // what people type for an age

/**
 * The questions of a form, in their order.
 * @param {HTMLElement} form
 * @returns {HTMLElement[]}
 */
export const questions = (form) => [...form.querySelectorAll("[data-question]")].map((one) => /** @type {HTMLElement} */ (one));

/**
 * The boxes and buttons of a form, in their order.
 * @param {HTMLElement} form
 * @returns {HTMLInputElement[]}
 */
export const inputs = (form) => [...form.querySelectorAll("input")];

/** @param {HTMLInputElement} input */
const valueOf = (input) => input.type === "text" ? input.value.trim() : input.checked ? input.value : "";

/**
 * What is typed, by field. Questions that are hidden are left out; what was typed in them stays.
 * @param {HTMLElement} form
 */
export function typed(form) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const input of inputs(form)) {
    const value = valueOf(input);
    if (!value || /** @type {HTMLElement | null} */ (input.closest("[data-question]"))?.hidden) continue;
    found[input.name] = found[input.name] ? `${found[input.name]} ${value}` : value;
  }
  return found;
}

/**
 * What is typed, as a link carries it: an age is its whole years alone.
 * @param {HTMLElement} form
 */
export function forLink(form) {
  const found = typed(form);
  for (const { dataset: { question = "", bands } } of questions(form)) {
    const years = bands && found[question]?.match(YEARS);
    if (years) [, found[question]] = years;
  }
  return found;
}

/**
 * Fills fields with answers given elsewhere; a field that is not here, or an answer that it does not offer, is passed over.
 * @param {HTMLElement} form
 * @param {Record<string, string>} answers by field
 */
export function fill(form, answers) {
  for (const input of inputs(form)) {
    const value = answers[input.name];
    if (value === undefined) continue;
    if (input.type !== "text") input.checked = input.value === value;
    else if (value !== NOT_KNOWN) input.value = value;
  }
}

/**
 * The answers that are given, as keys of options, whether they matter or not.
 * @param {HTMLElement} form
 */
export function given(form) {
  /** @type {Record<string, string>} */
  const answers = {};
  /** @type {Record<string, string>} */
  const years = {};
  /** @type {Record<string, string>} */
  const values = {};
  for (const input of inputs(form)) {
    const value = valueOf(input);
    if (value) values[input.name] = input.name in values ? "" : value;
  }
  for (const question of questions(form)) {
    const { question: key = "", bands, given: dated, after = "" } = question.dataset;
    const value = values[key] ?? "";
    if (!bands) {
      if (value) answers[key] = value === NOT_KNOWN ? value : dated ?? childArea.meant(value); // of a date, only that it was given
      continue;
    }
    years[key] = value || years[after] || "";
    if (years[key] === NOT_KNOWN || !years[key] && after && answers[after] === NOT_KNOWN) answers[key] = NOT_KNOWN;
    else {
      const age = Number(years[key].match(YEARS)?.[1] ?? NaN);
      const band = Object.entries(JSON.parse(bands)).find(([, [low, high]]) => low <= age && age <= high);
      if (band) answers[key] = band[0];
    }
  }
  return answers;
}

/**
 * Shows the questions that the earlier answers make relevant. Gives the answers as keys of options; what is not answered,
 * or cannot be read, is left out.
 * @param {HTMLElement} form
 */
export function showRelevant(form) {
  const found = given(form);
  /** @type {Record<string, string>} */
  const answers = {};
  for (const question of questions(form)) {
    const { question: key = "", when, unanswered } = question.dataset;
    if (when) question.hidden = !met(JSON.parse(when), answers);
    const answer = found[key] ?? unanswered;
    if (!question.hidden && answer !== undefined) answers[key] = answer;
  }
  return answers;
}

/**
 * Whether every question that is shown and has to be answered is, and no date has to be worked out.
 * @param {HTMLElement} form
 * @param {Record<string, string>} answers
 */
export function complete(form, answers) {
  const byDates = inputs(form).some((input) => input.closest("[data-field]") && input.value.trim());
  const needed = questions(form).filter((question) => !question.hidden && question.dataset.optional === undefined);
  return !byDates && needed.every(({ dataset: { question = "" } }) => question in answers);
}

/**
 * The answers for each age between the first and the last, where something went on for some time.
 * @param {HTMLElement} form
 * @param {string[]} span the questions of the first age and the last; empty where the calculator asks for one
 * @param {Record<string, string>} answers
 */
export function worlds(form, [first, last], answers) {
  if (!first || !answers[first] || !answers[last] || [answers[first], answers[last]].includes(NOT_KNOWN)) return [answers];
  const bands = Object.keys(JSON.parse(questions(form).find((one) => one.dataset.question === first)?.dataset.bands ?? "{}"));
  const between = bands.slice(bands.indexOf(answers[first]), bands.indexOf(answers[last]) + 1);
  return between.map((band) => settled(form, { ...given(form), [first]: band, [last]: band }));
}

/**
 * Keeps the answers to questions that are relevant; one that is not answered counts as not known.
 * @param {HTMLElement} form
 * @param {Record<string, string>} found
 */
function settled(form, found) {
  /** @type {Record<string, string>} */
  const answers = {};
  for (const { dataset: { question = "", when, unanswered } } of questions(form)) {
    if (when && !met(JSON.parse(when), answers)) continue;
    answers[question] = found[question] ?? unanswered ?? NOT_KNOWN;
  }
  return answers;
}
