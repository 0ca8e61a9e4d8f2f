// The plan that answers call for, made as calculators/engine/plan.py makes it, from the data beside a calculator. It
// shows the headline and the actions before Python is there, or where it cannot run. It knows no rule and no page.
// @ts-check

const TIMES = ["now", "today", "next", "later"];
const CHILDREN = ["harmed", "displayed", "each", "all", "others", "adult"];
const WHEN = { now: "Now", today: "Today", next: "Next", later: "Later" };
const CLAUSE = / (?:whether|that|who|how|what|and|or) /; // the time would stand beside the wrong verb
const MILDER = "milder answer";

/**
 * Say whether answers meet a condition: every clause of it by one of its choices.
 * @param {{question: string, options: string[]}[][] | undefined} when
 * @param {Record<string, string>} answers
 * @param {boolean} [known] only by answers that are known
 */
export const met = (when, answers, known = false) =>
  (when ?? []).every((clause) => clause.some(({ question, options }) =>
    options.includes(answers[question]) && !(known && answers[question] === "not-known")));

/** Give the actions that rules call for, with what those bring. */
function called(data, answers) {
  const found = [];
  for (const rule of data.rules) {
    if (!met(rule.when, answers)) continue;
    for (const [key, when, about, only_if] of rule.calls ?? []) {
      found.push({ key, when, about, only_if, rule, certain: met(rule.when, answers, true) });
    }
  }
  for (const one of found) { // it grows while it is walked: what is brought may bring more
    for (const key of data.actions[one.key].brings ?? []) {
      const brought = data.actions[key];
      if (found.some((other) => other.key === key && other.rule === one.rule)) continue;
      const only_if = brought.only_if || one.only_if;
      found.push({ key, when: brought.when, about: brought.about, only_if, rule: one.rule, certain: one.certain });
    }
  }
  return found;
}

/** Leave out what gives way to an action that is called for without a condition. */
function standing(data, found, milderOnly) {
  const done = new Set(found.filter((one) => !one.only_if).flatMap((one) => [one.key, ...data.actions[one.key].includes ?? []]));
  return found.filter((one) => !(data.actions[one.key].gives_way ?? []).some(([to, kind]) => done.has(to) && (kind === MILDER || !milderOnly)));
}

/** Give each sentence once; what is known to hold comes first. */
function eachOnce(reasons) {
  const said = new Map();
  for (const { text, certain } of reasons) said.set(text, certain || said.get(text) === true);
  const found = [...said].map(([text, certain]) => ({ text, certain }));
  return [...found.filter((one) => one.certain), ...found.filter((one) => !one.certain)];
}

/**
 * Give a reason; one that hangs on what is not known says so.
 * @param {{text: string, certain: boolean}} reason
 */
export const reasonWords = ({ text, certain }) => (certain ? text : `Not known yet, but possible: ${text}`);

function step(key, calls) {
  const free = calls.filter((one) => !one.only_if);
  return {
    key,
    when: TIMES.find((when) => calls.some((one) => one.when === when)),
    about: CHILDREN.filter((child) => calls.some((one) => one.about === child)),
    only_if: free.length ? "" : [...new Set(calls.map((one) => one.only_if))].join(", or "),
    reasons: eachOnce(calls.map((one) => ({ text: one.rule.text, certain: one.certain }))),
    certain: calls.some((one) => one.certain),
    answered: calls.some((one) => one.rule.when),
  };
}

function withoutIncluded(data, steps) {
  const left = new Map(steps);
  const taken = new Map([...steps.keys()].map((key) => [key, []]));
  for (const [key, weaker] of steps) {
    for (const [name, stronger] of steps) {
      const takes = (data.actions[name].includes ?? []).includes(key) && (!stronger.only_if || stronger.only_if === weaker.only_if);
      if (!takes) continue;
      taken.get(name).push(weaker);
      left.delete(key);
    }
  }
  return [...left.values()].map((stronger) => {
    const every = [stronger, ...taken.get(stronger.key)];
    return {
      ...stronger,
      when: TIMES.find((when) => every.some((one) => one.when === when)),
      about: CHILDREN.filter((child) => every.some((one) => one.about.includes(child))),
      reasons: eachOnce(every.filter((one) => one.answered || one === stronger).flatMap((one) => one.reasons)),
    };
  });
}

/**
 * Give the plan for answers.
 * @param {any} data what the build put beside the calculator
 * @param {Record<string, string>[]} worlds the answers, one set for each age of a span
 * @param {string} role the reader's role, or ""
 */
export function plan(data, worlds, role) {
  let kept = worlds.flatMap((answers) => standing(data, called(data, answers), false));
  kept = standing(data, kept, true);
  const keys = [...new Set(kept.map((one) => one.key))];
  const steps = new Map(keys.map((key) => [key, step(key, kept.filter((one) => one.key === key))]));
  const place = (one) => [TIMES.indexOf(one.when), data.actions[one.key].order, CHILDREN.indexOf(one.about[0])];
  const ordered = withoutIncluded(data, steps).sort((a, b) => {
    const [first, second] = [place(a), place(b)];
    return first[0] - second[0] || first[1] - second[1] || first[2] - second[2];
  });
  const mine = (one) => !role || data.actions[one.key].roles.includes(role);
  const applied = data.rules.filter((rule) => worlds.some((answers) => met(rule.when, answers)));
  const lead = mostUrgent(data, ordered.filter(mine), role) ?? mostUrgent(data, ordered);
  const other = mostUrgent(data, ordered.filter((one) => one.answered && one.certain));
  const above = other && lead && !mine(other) && data.actions[other.key].order < data.actions[lead.key].order ? other : undefined;
  const danger = ordered.some((one) => one.key === "ring-999" && one.answered);
  const finding = danger ? undefined : applied.find((rule) => rule.headline);
  const yours = ordered.filter(mine);
  return {
    steps: ordered,
    yours: finding ? yours : [...yours.filter((one) => one === lead), ...yours.filter((one) => one !== lead)],
    others: ordered.filter((one) => !mine(one)),
    checks: applied.filter((rule) => rule.part === "check"),
    leading: lead,
    above: above ? heading(data, above, role) : "",
    reasons: (above ?? lead)?.reasons ?? [],
    finding,
    danger,
    heading: finding ? finding.headline : lead ? heading(data, lead, role) : "",
  };
}

/** Give the most urgent of some steps that may lead, as calculators/engine/result.py does. */
function mostUrgent(data, steps, role = "") {
  const leads = steps.filter((one) => data.actions[one.key].leads && one.about.join() !== "adult");
  const may = leads.length ? leads : steps;
  const called = may.filter((one) => one.answered && !data.actions[one.key].standing);
  const soon = may.filter((one) => ["now", "today"].includes(one.when) && !one.only_if && (role || !data.actions[one.key].standing));
  const kinds = [
    soon.filter((one) => one.certain && called.includes(one)),
    soon.filter((one) => one.certain),
    soon,
    called.filter((one) => one.certain && !one.only_if),
    called.filter((one) => !one.only_if),
    may.filter((one) => !one.only_if),
    may,
  ];
  const fits = kinds.find((kind) => kind.length) ?? [];
  return fits.length ? fits.reduce((first, one) => (data.actions[one.key].order < data.actions[first.key].order ? one : first)) : undefined;
}

/** Give an action in the words of a role; empty where that role does not take it. */
export function instruction(data, key, role) {
  const action = data.actions[key];
  if (!role) return action.instruction;
  return action.roles.includes(role) ? action.words?.[role] ?? action.instruction : "";
}

function heading(data, one, role) {
  const said = (instruction(data, one.key, role) || data.actions[one.key].others).replace(/\.$/, "");
  const soon = { now: " now", today: " today" }[one.when] ?? "";
  const condition = one.only_if ? `, if ${one.only_if}` : "";
  if (soon && said.includes(soon)) return `${said}${condition}.`;
  if (!soon || CLAUSE.test(said)) return `${WHEN[one.when]}: ${said.slice(0, 1).toLowerCase()}${said.slice(1)}${condition}.`;
  return `${said}${soon}${condition}.`;
}
