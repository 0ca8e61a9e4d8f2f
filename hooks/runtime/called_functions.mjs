// Finds the functions of the runtime that are called when Python starts from the memory image and answers.
// node called_functions.mjs PYODIDE_FOLDER WORK_FOLDER FIRST
// In WORK_FOLDER stand glue.mjs, memory.bin, questions.json (doors and requests) and marked/, the runtime whose
// functions note in memory that they were called, a byte for each from the address FIRST on. Prints their numbers.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { readFileSync } from "node:fs";

const [runtime, work] = process.argv.slice(2).map((folder) => resolve(folder) + "/");
const first = Number(process.argv[4]);
const lock = { ...JSON.parse(readFileSync(runtime + "pyodide-lock.json", "utf8")), packages: {} };
const { loadPyodide } = await import(pathToFileURL(runtime + "pyodide.mjs"));
const { default: createModule } = await import(pathToFileURL(work + "glue.mjs"));
let module;
const python = await loadPyodide({
  indexURL: work + "marked/",
  stdLibURL: work + "bare.zip", // asked for, not looked into
  lockFileContents: lock,
  _loadSnapshot: readFileSync(work + "memory.bin"),
  createPyodideModule: (settings) => {
    settings.preRun.push((created) => { module = created; });
    return createModule(settings);
  },
  env: { HOME: "/home", LANG: "C.UTF-8", PYTHONHASHSEED: "0" },
});
// Waited for as in the browser, which looks whether it is a promise.
const calculators = await python.pyimport("calculators.browser");
for (const [door, request] of JSON.parse(readFileSync(work + "questions.json", "utf8"))) calculators[door](request);
if (module._sbrk(0) > first) throw new Error("the memory grew into the notes of what was called");
const notes = module.HEAPU8.subarray(first);
console.log(JSON.stringify([...notes.keys()].filter((number) => notes[number])));
process.exit(0);
