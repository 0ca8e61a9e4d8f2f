// Makes the memory image: Python, started, with the calculators imported, as it stands in the memory of the runtime.
// node memory_image.mjs PYODIDE_FOLDER WORK_FOLDER
// In WORK_FOLDER stand bare.zip and warm_up.py; there comes image.bin: the image, each word combined (exclusive or) with
// the memory that the runtime itself begins with, so that what the runtime brings anyway is zero. Prints the checksum of
// the other words of the image. Two runs give the same bytes: time and chance stand still while it is made.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { readFileSync, writeFileSync } from "node:fs";

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
const { default: createModule } = await import(pathToFileURL(runtime + "pyodide.asm.mjs"));
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

const image = python.makeMemorySnapshot();
const words = new Uint32Array(image.buffer);
const start = words[1] / 4; // the image begins with a header, whose second word is its length in bytes
let checksum = 0;
fresh.forEach((word, place) => {
  const kept = words[start + place];
  words[start + place] ^= word;
  if (words[start + place]) checksum = (Math.imul(checksum, 31) + kept) | 0;
});
writeFileSync(work + "image.bin", image);
console.log(checksum);
process.exit(0);
