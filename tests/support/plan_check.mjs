// Makes plans with the page's script from what Python wrote, and prints them: node tests/support/plan_check.mjs < cases.json
import { readFileSync } from "node:fs";
import { instruction, plan, reasonWords } from "../../overrides/assets/plan.js";

const { data, cases } = JSON.parse(readFileSync(0, "utf-8"));
const made = cases.map(({ worlds, role }) => {
  const found = plan(data, worlds, role);
  const step = (one) => [one.key, one.when, one.about, one.only_if, one.reasons.map(reasonWords), instruction(data, one.key, role)];
  return { heading: found.heading, yours: found.yours.map(step), others: found.others.map(step), checks: found.checks.map((rule) => rule.text) };
});
process.stdout.write(JSON.stringify(made));
