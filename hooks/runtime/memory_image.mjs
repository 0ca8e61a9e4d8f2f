// Makes the memory image: Python, started, with the calculators imported, as it stands in the memory of the runtime.
// node memory_image.mjs PYODIDE_FOLDER WORK_FOLDER
// In WORK_FOLDER stand glue.mjs (Pyodide's script), bare.zip and warm_up.py; there comes image.bin: of the memory the blocks that are not as the runtime itself begins with, each word combined (exclusive
// or) with what the runtime begins with there. Its words: how many blocks there are, the number of each, the blocks.
// Prints the words of the header that Pyodide gives a saved memory, at which word (of a block) what the runtime begins with ends, and the
// checksum of the words before it that differ.
// Two runs give the same bytes: time and chance stand still while it is made.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { readFileSync, writeFileSync } from "node:fs";

const BLOCK = 64; // words
const MOMENT = 315532800000;
const OurDate = class extends Date {
  constructor(...parts) { parts.length ? super(...parts) : super(MOMENT); }
  static now() { return MOMENT; }
};
globalThis.Date = OurDate;
performance.now = () => 0;
// What Node collects when it likes, Python would free when Node likes.
globalThis.FinalizationRegistry = class {
  register() {}
  unregister() {}
};

const [runtime, work] = process.argv.slice(2).map((folder) => resolve(folder) + "/");
process.argv.length = 1; // Python would keep the program's name, which is a path of this machine
const lock = { ...JSON.parse(readFileSync(runtime + "pyodide-lock.json", "utf8")), packages: {} };
const { loadPyodide } = await import(pathToFileURL(runtime + "pyodide.mjs"));
const { default: createModule } = await import(pathToFileURL(work + "glue.mjs"));
let module;
let fresh;
const python = await loadPyodide({
  indexURL: runtime,
  stdLibURL: work + "bare.zip",
  lockFileContents: lock,
  _makeSnapshot: true,
  createPyodideModule: (settings) => {
    settings.preRun.push((created) => { module = created; fresh = created.HEAPU32.slice(); });
    return createModule(settings);
  },
  env: { HOME: "/home", LANG: "C.UTF-8", PYTHONHASHSEED: "0" },
});
// Its words are run as they are: a folder of this machine, once looked into, would leave traces in the memory.
const own = python.toPy({});
python.runPython(`${readFileSync(work + "warm_up.py", "utf8")}\nwarm_up()\n`, { globals: own });
own.destroy();

// Forget what is not needed, then fill all free memory with zeros: first Python's own small blocks, then the rest.
python.runPython(`
import gc, linecache, sys, zipimport

def forget():
    zipimport._zip_directory_cache.clear()
    sys.path_importer_cache.clear()
    linecache.clearcache()
    for module in list(sys.modules.values()):
        loader = getattr(module, "__loader__", None)
        if isinstance(loader, zipimport.zipimporter):
            loader._files = {}
    sys._clear_internal_caches()
    gc.collect()
    for size in range(16, 513, 16):
        kept = [bytes(max(0, size - 17)) for _ in range(3_000_000 // size)]
        del kept

forget()
del forget
gc.collect()
`);
module.HEAPU8.fill(0, module._emscripten_stack_get_end(), module.stackSave());
const end = module._sbrk(0);
const held = [];
for (let size = 1 << 20; size >= 16; size >>= 1) {
  for (;;) {
    const place = module._malloc(size);
    if (place + size > end) {
      module._free(place);
      break;
    }
    module.HEAPU8.fill(0, place, place + size);
    held.push(place);
  }
}
held.forEach((place) => module._free(place));

// An image is restored into the memory that the runtime begins with, which is no larger.
const used = module._sbrk(0);
if (used > fresh.byteLength) {
  const size = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  console.error(`The calculators use ${size(used)} of memory once they are loaded, and an image can hold ${size(fresh.byteLength)}.`);
  process.exit(1);
}
const memory = python.makeMemorySnapshot();
const words = new Uint32Array(memory.buffer);
const start = words[1] / 4; // the header's second word is its length in bytes
const beginning = BLOCK * Math.ceil((fresh.findLastIndex(Boolean) + 1) / BLOCK);
const numbers = [];
const blocks = [];
let checksum = 0;
for (let number = 0; number * BLOCK < fresh.length; number++) {
  const kept = words.subarray(start + number * BLOCK, start + (number + 1) * BLOCK);
  const differing = kept.map((word, place) => word ^ fresh[number * BLOCK + place]);
  if (!differing.some(Boolean)) continue;
  numbers.push(number);
  blocks.push(...differing);
  if (number * BLOCK >= beginning) continue;
  kept.forEach((word, place) => { if (differing[place]) checksum = (Math.imul(checksum, 31) + word) | 0; });
}
writeFileSync(work + "image.bin", Uint32Array.from([[numbers.length], numbers, blocks].flat()));
console.log(JSON.stringify({ header: [...words.subarray(0, start)], beginning, checksum }));
process.exit(0);
