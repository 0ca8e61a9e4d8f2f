// Runs the calculators in Pyodide, off the page's own thread. Python starts from the memory image; where that cannot be
// used, or the site was built without one, from the library. The build writes MANIFEST above this line: every file is
// fetched and compared with it before the runtime gets it, because Pyodide waits for ever for a file that is missing or is
// something else.

const SELDOM = 250; // milliseconds from one word of progress to the next: the page draws each
const FOLDER = new URL("../python/", import.meta.url);
const fetchFromHost = self.fetch.bind(self);
const given = new Map(); // the last part of an address → what Pyodide gets when it asks for it
const report = (message) => self.postMessage(message);
let due = 0; // bytes that have to come
let came = 0;
let told = 0; // when the page was last told of progress

// Pyodide asks for its files by fetch: it gets what is already here, whatever type the host gave them.
self.fetch = (asked, options) => {
  const name = String(/** @type {Request} */ (asked).url ?? asked).split("/").pop();
  return given.has(name) ? Promise.resolve(new Response(given.get(name))) : fetchFromHost(asked, options);
};

// Fetches a part and gives its bytes; what comes is also handed to `onBytes` at once.
async function get(part, onBytes = undefined) {
  let response;
  due += part.bytes;
  try {
    response = await fetchFromHost(new URL(part.name, FOLDER));
  } catch {
    throw new Error(`the file ${part.name} cannot be reached. Check your connection`);
  }
  if (!response.ok) {
    throw new Error(`the file ${part.name} is missing on this host (status ${response.status}). Tell whoever keeps this site`);
  }
  if ((response.headers.get("content-type") ?? "").startsWith("text/html")) {
    throw new Error(`in place of the file ${part.name} came a web page. If your network wants you to sign in, do that first`);
  }
  const whole = new Uint8Array(part.bytes);
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    if (done) break;
    if (size + value.length <= whole.length) {
      whole.set(value, size);
      onBytes?.(value, size);
    }
    size += value.length;
    came += value.length;
    if (performance.now() < told + SELDOM && came < due) continue; // that everything came is always told
    told = performance.now();
    report({ progress: (0.95 * came) / due });
  }
  if (size !== part.bytes) throw damaged(part, `${size} bytes came, ${part.bytes} were expected`);
  if ((await digest(whole)) !== (crypto.subtle ? part.sha256 : part.crc32)) throw damaged(part, "its content is not what it should be");
  return whole;
}

function damaged(part, how) {
  return new Error(`the file ${part.name} is damaged: ${how}. Tell whoever keeps this site`);
}

// SHA-256 where the browser has it, which is not the case on an intranet without https: there CRC-32, which finds every
// change that is no longer than four bytes, and others but for one in four thousand million.
async function digest(bytes) {
  if (crypto.subtle) {
    return Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n;
  });
  let crc = ~0;
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 255];
  return ~crc >>> 0;
}

// Fetches a packed part and gives the stream of its content, which begins to flow before the last byte is there, and a
// promise of the comparison. A part is one file in a zip: the manifest says where in it the deflated bytes stand.
function unpack(part) {
  let flow;
  const deflated = new ReadableStream({ start: (controller) => { flow = controller; } });
  const checked = get(part, (bytes, at) => {
    const piece = bytes.subarray(Math.max(0, part.start - at), Math.max(0, part.end - at));
    if (piece.length) flow.enqueue(piece);
  }).then(() => flow.close(), (error) => { flow.error(error); throw error; });
  checked.catch(() => {});
  return { content: deflated.pipeThrough(new DecompressionStream("deflate-raw")), checked };
}

async function compile(part) {
  const { content, checked } = unpack(part);
  const compiling = WebAssembly.compileStreaming(new Response(content, { headers: { "content-type": "application/wasm" } }));
  compiling.catch(() => {});
  await checked;
  return compiling;
}

async function script(part) {
  await get(part);
  return import(new URL(part.name, FOLDER).href);
}

const { parts, lock } = MANIFEST;

// Does something once, and keeps what comes of it for the next start; a failure is not kept.
function once(make) {
  let made;
  return () => (made ??= make().catch((error) => { made = undefined; throw error; }));
}

const scripts = once(() => Promise.all([script(parts.glue), script(parts.loader)]));
const runtime = once(() => compile(parts.wasm));
const image = once(() => words(parts.image));

// Starts Pyodide, which makes an instance of the runtime when it is compiled. Where that fails, or something that the
// runtime leaves to itself, Pyodide would wait for ever.
async function run([glue, loader], wasm, library, options) {
  given.set("pyodide.asm.wasm", "");
  given.set("library.zip", library);
  const failing = new Promise((_, reject) => {
    self.onunhandledrejection = ({ reason }) => reject(reason);
    WebAssembly.instantiateStreaming = /** @type {any} */ (async (_, imports) => {
      try {
        const module = await wasm;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    });
  });
  const loading = loader.loadPyodide({
    indexURL: FOLDER.href,
    stdLibURL: new URL("library.zip", FOLDER).href,
    lockFileContents: lock,
    env: { HOME: "/home", LANG: "C.UTF-8", PYTHONHASHSEED: "0" },
    createPyodideModule: glue.default,
    ...options(glue.default),
  });
  const python = await Promise.race([loading, failing]);
  return { doors: python.pyimport("calculators.browser"), PythonError: python.ffi.PythonError };
}

async function fromImage() {
  const coming = [runtime(), image()];
  for (const one of coming) one.catch(() => {}); // an error shows where they are waited for
  return run(await scripts(), coming[0], "", restoring(coming[1], parts.image));
}

async function words(part) {
  const { content, checked } = unpack(part);
  const bytes = new Response(content).arrayBuffer();
  bytes.catch(() => {});
  await checked;
  return new Uint32Array(await bytes);
}

async function fromLibrary() {
  const [made, wasm, library] = await Promise.all([scripts(), runtime(), get(parts.library)]);
  return run(made, wasm, library, () => ({}));
}

// The image holds the blocks of memory that are not as the runtime begins with, combined (exclusive or) with what it begins
// with: the same again gives them back. What the runtime did to its memory since it began is undone first. Words that do
// not differ are the runtime's own, which may be others in another browser: they count in no checksum. Behind its
// beginning, memory is empty, and the blocks are what it is to hold.
function restoring(image, { header, beginning, checksum }) {
  const restore = (memory, used, fresh, image) => {
    const [count] = image;
    const numbers = image.subarray(1, 1 + count);
    const blocks = image.subarray(1 + count);
    const size = blocks.length / count;
    memory.set(fresh);
    memory.fill(0, beginning, used);
    let sum = 0;
    let block = 0;
    for (; numbers[block] * size < beginning; block++) {
      const start = numbers[block] * size;
      for (let word = 0; word < size; word++) {
        const differing = blocks[block * size + word];
        if (differing) sum = (Math.imul(sum, 31) + (memory[start + word] ^= differing)) | 0;
      }
    }
    if (sum !== checksum) throw new Error("the memory image does not fit this runtime");
    while (block < count) {
      const first = block;
      do block++; while (block < count && numbers[block] === numbers[block - 1] + 1);
      memory.set(blocks.subarray(first * size, block * size), numbers[first] * size);
    }
  };
  return (createModule) => ({
    _loadSnapshot: new Uint8Array(Uint32Array.from(header).buffer), // no more: the memory is restored here
    createPyodideModule: async (settings) => {
      let fresh;
      settings.preRun.push(({ HEAPU32 }) => { fresh = HEAPU32.slice(0, beginning); });
      const module = await createModule(settings);
      restore(module.HEAPU32, module._sbrk(0) / 4, fresh, await image);
      return module;
    },
  });
}

async function start() {
  if (typeof WebAssembly === "undefined") throw new Error("WebAssembly is switched off in this browser. Use another browser or device");
  if (typeof DecompressionStream === "undefined") throw new Error("this browser is too old for the calculators. Update it, or use another");
  if (!parts.image) return fromLibrary();
  try {
    return await fromImage();
  } catch (error) {
    if (forbidden(error)) throw error;
    console.info(`Starting without the memory image: ${error.message}`);
    return fromLibrary();
  }
}

// Says whether a policy forbids WebAssembly.
function forbidden(error) {
  return error?.name === "CompileError" && /policy|unsafe-eval/i.test(error.message);
}

// What to say of an error that the browser, the runtime or Python made.
function inWords(error) {
  if (error instanceof RangeError || error.type === "MemoryError" || /out of memory|could not allocate/i.test(error.message)) {
    return "this device has too little free memory. Close other pages and programs";
  }
  if (forbidden(error)) {
    return "the policy of this site or of your network forbids WebAssembly. Tell whoever keeps this site";
  }
  if (error.type) return `the calculator made a mistake of its own (${error.type}). Tell whoever keeps this site what you typed`;
  return error.message;
}

function stopped(error) {
  const words = inWords(error);
  return words === error.message ? `the calculator stopped twice (${words}). Close other pages and programs` : words;
}

let python; // a promise of the Python that runs; none before it is wanted, and after it failed

function begin() {
  const begun = start();
  python = begun;
  begun.then(
    () => { report({ progress: 1 }); report({ ready: Object.values(parts).map(({ name }) => new URL(name, FOLDER).href) }); },
    (error) => {
      if (python === begun) python = undefined;
      report({ failed: inWords(error) });
    },
  );
  return begun;
}

// Answers by one of Python's doors. An error that Python itself raises leaves it sound. Any other (a trap, a stack that is
// full) ends it: Python starts again and is asked once more, which does no harm, as an answer changes nothing. If that ends
// it too, the page is told that this worker is of no more use.
async function answer(door, request, again = false) {
  const asked = python ?? begin();
  const { doors, PythonError } = await asked;
  try {
    return doors[door](request);
  } catch (error) {
    if (error instanceof PythonError) throw error;
    if (python === asked) python = undefined;
    if (again) report({ failed: stopped(error) });
    if (again) throw error;
    console.info(`Starting again: ${error.message}`);
    return answer(door, request, true);
  }
}

// The first message, whatever it says, starts Python. A request names the function that answers it: answer (the default),
// calendar or audit.
self.onmessage = async ({ data: { number, door = "answer", request } }) => {
  if (number === undefined) {
    if (!python) begin();
    return;
  }
  try {
    report({ number, answer: await answer(door, request) });
  } catch (error) {
    console.error(error.message);
    report({ number, error: inWords(error) });
  }
};
