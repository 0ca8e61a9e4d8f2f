// A link to these answers: made only when it is asked for. It holds keys of answers and ages, and nothing else; it stands
// in the fragment, which no server sees, and is taken out of the address as soon as it is read.
// @ts-check

const FIELD = /^[a-z][a-z0-9-]{0,40}$/;
const VALUE = /^[a-z0-9-]{1,40}$/;
const LONGEST = 2000; // characters of a fragment that is read

/**
 * Write answers as the part of a fragment.
 * @param {Record<string, string>} typed what was typed, by field
 */
export const written = (typed) =>
  Object.entries(typed).filter(([field, value]) => FIELD.test(field) && VALUE.test(value)).map(([field, value]) => `${field}.${value}`).join("_");

/**
 * Read answers from a fragment: undefined where there are none, null where they are damaged.
 * @param {string} hash the fragment, with its #
 * @returns {Record<string, string> | null | undefined}
 */
export function read(hash) {
  const part = hash.slice(1).split("&").find((one) => one.startsWith("answers="));
  if (part === undefined) return undefined;
  if (part.length > LONGEST) return null;
  /** @type {Record<string, string>} */
  const typed = {};
  for (const pair of part.slice("answers=".length).split("_")) {
    const [field, value, ...more] = pair.split(".");
    if (more.length || !FIELD.test(field) || !VALUE.test(value ?? "") || field in typed) return null;
    typed[field] = value;
  }
  return typed;
}

/**
 * Give a fragment without the answers.
 * @param {string} hash the fragment, with its #
 */
export function without(hash) {
  const left = hash.slice(1).split("&").filter((one) => one && !one.startsWith("answers="));
  return left.length ? `#${left.join("&")}` : "";
}
