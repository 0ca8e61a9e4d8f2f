// Runs the calculators in Pyodide, off the page's own thread. Python starts from the memory image; where that cannot be
// used, from the library. Every file is fetched and compared with the manifest before the runtime gets it, because
// Pyodide waits for ever for a file that is missing or is something else.

const FOLDER = new URL("../python/", import.meta.url);
const fetchFromHost = self.fetch.bind(self);
const given = new Map(); // the last part of an address → what Pyodide gets when it asks for it
const report = (message) => self.postMessage(message);
const used = []; // addresses of the files that were fetched
let due = 0; // bytes that have to come
let came = 0;

// Pyodide asks for its files by fetch: it gets what is already here, whatever type the host gave them.
self.fetch = (asked, options) => {
  const name = String(asked.url ?? asked).split("/").pop();
  return given.has(name) ? Promise.resolve(new Response(given.get(name))) : fetchFromHost(asked, options);
};

// Fetches a part and gives its bytes; what comes is also handed to `onBytes` at once.
async function get(part, onBytes = () => {}) {
  let response;
  due += part.bytes ?? 0;
  const address = new URL(part.name, part.bytes ? FOLDER : import.meta.url);
  used.push(address.href);
  try {
    response = await fetchFromHost(address);
  } catch {
    throw new Error(`the file ${part.name} cannot be reached. Check your connection`);
  }
  if (!response.ok) {
    throw new Error(`the file ${part.name} is missing on this host (status ${response.status}). Tell whoever keeps this site`);
  }
  if ((response.headers.get("content-type") ?? "").startsWith("text/html")) {
    throw new Error(`in place of the file ${part.name} came a web page. If your network wants you to sign in, do that first`);
  }
  const whole = new Uint8Array(part.bytes ?? 1_000_000);
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    if (done) break;
    if (size + value.length <= whole.length) {
      whole.set(value, size);
      onBytes(value, size);
    }
    size += value.length;
    if (part.bytes) report({ progress: (0.95 * (came += value.length)) / due });
  }
  if (part.bytes === undefined) return whole.subarray(0, size);
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
  const deflated = new TransformStream(undefined, undefined, { highWaterMark: Infinity });
  const writer = deflated.writable.getWriter();
  const write = (promise) => promise.catch(() => {}); // an error of the stream shows where it is read
  const checked = get(part, (bytes, at) => {
    const piece = bytes.subarray(Math.max(0, part.start - at), Math.max(0, part.end - at));
    if (piece.length) write(writer.write(piece));
  }).then(() => write(writer.close()), (error) => { write(writer.abort(error)); throw error; });
  checked.catch(() => {});
  return { content: deflated.readable.pipeThrough(new DecompressionStream("deflate-raw")), checked };
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

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly, or it is switched off");
  let manifest;
  const words = new TextDecoder().decode(await get({ name: "manifest.json" }));
  try {
    manifest = JSON.parse(words);
  } catch {
    throw new Error("the file manifest.json is damaged. Tell whoever keeps this site");
  }
  const { parts, lock } = manifest;
  const image = unpack(parts.image);
  const imageBytes = new Response(image.content).arrayBuffer();
  imageBytes.catch(() => {});
  const [wasm, glue, loader] = await Promise.all([compile(parts.wasm), script(parts.glue), script(parts.loader)]);

  // The runtime is compiled already: Pyodide only makes an instance of it. Where that fails, Pyodide would wait for ever.
  given.set("pyodide.asm.wasm", "");
  const run = async (library, options) => {
    given.set("library.zip", library);
    const failing = new Promise((_, reject) => {
      WebAssembly.instantiateStreaming = async (_, imports) => {
        const instance = await WebAssembly.instantiate(wasm, imports).catch((error) => { reject(error); throw error; });
        return { module: wasm, instance };
      };
    });
    const loading = loader.loadPyodide({
      indexURL: FOLDER.href,
      stdLibURL: new URL("library.zip", FOLDER).href,
      lockFileContents: lock,
      env: { HOME: "/home", LANG: "C.UTF-8", PYTHONHASHSEED: "0" },
      createPyodideModule: glue.default,
      ...options,
    });
    return (await Promise.race([loading, failing])).pyimport("calculators.browser");
  };
  fromLibrary = async () => run(await get(parts.library), {});
  try {
    await image.checked;
    const bytes = new Uint8Array(await imageBytes);
    return await run("", { _loadSnapshot: bytes, createPyodideModule: (settings) => restored(settings, glue.default, bytes, parts.image.checksum) });
  } catch (error) {
    console.info(`Starting without the memory image: ${error.message}`);
    return fromLibrary();
  }
}

// The image was combined (exclusive or) with the memory that the runtime begins with; the same again gives it back. What
// was zero is the runtime's own, which may be another in another browser: it counts in no checksum.
function restored(settings, createModule, bytes, checksum) {
  settings.preRun.push(({ HEAPU32: fresh }) => {
    const words = new Uint32Array(bytes.buffer);
    const start = words[1] / 4;
    let sum = 0;
    for (let place = start; place < words.length; place++) {
      const changed = words[place] !== 0;
      words[place] ^= fresh[place - start];
      if (changed) sum = (Math.imul(sum, 31) + words[place]) | 0;
    }
    if (sum !== checksum) throw new Error("the memory image does not fit this runtime");
  });
  return createModule(settings);
}

// What to say of an error that the browser or the runtime made.
function inWords(error) {
  if (error instanceof RangeError || /out of memory|could not allocate/i.test(error.message)) {
    return "this device has too little free memory. Close other pages and programs";
  }
  if (error instanceof WebAssembly.CompileError && /policy|unsafe-eval/i.test(error.message)) {
    return "the policy of this site or of your network forbids WebAssembly. Tell whoever keeps this site";
  }
  return error.message;
}

let fromLibrary;
let starting = start();
starting.then(
  () => { report({ progress: 1 }); report({ ready: used }); },
  (error) => report({ failed: inWords(error) }),
);

// A request names the function that answers it: answer (the default), calendar or audit. What fails with the image, which holds
// only what was loaded when it was made, is asked again of a Python with the library.
self.onmessage = async ({ data: { number, door = "answer", request } }) => {
  let python = await starting;
  try {
    report({ number, answer: python[door](request) });
  } catch {
    try {
      starting = fromLibrary();
      python = await starting;
      report({ number, answer: python[door](request) });
    } catch (error) {
      report({ number, error: inWords(error) });
    }
  }
};
