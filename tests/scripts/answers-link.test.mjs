// What a link to answers holds, and what becomes of a damaged or hostile one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, without, written } from "../../overrides/assets/answers-link.js";

test("answers come back as they were written", () => {
  const typed = { "age-then": "13", level: "not-known", role: "school-lead" };
  assert.deepEqual(read(`#area=england&answers=${written(typed)}`), typed);
});

test("only keys of answers and ages are written: no date, name or free text", () => {
  assert.equal(written({ birth: "28/02/2014", "age-then": "13", note: "Sam Smith", level: "abusive" }), "age-then.13_level.abusive");
});

test("a fragment without answers brings none", () => {
  assert.equal(read(""), undefined);
  assert.equal(read("#area=england"), undefined);
});

for (const hash of ["#answers=", "#answers=<script>", "#answers=a.1_a.2", "#answers=a.b.c", "#answers=age-then.%31", "#answers=" + "a.1_".repeat(900)]) {
  test(`a damaged fragment is refused: ${hash.slice(0, 30)}`, () => assert.equal(read(hash), null));
}

test("the answers are taken out of a fragment and the rest stays", () => {
  assert.equal(without("#area=england&answers=a.1"), "#area=england");
  assert.equal(without("#answers=a.1"), "");
});
