// Runs the calculators in Pyodide, off the page's own thread. Every file is fetched and looked at before the runtime
// gets it, because Pyodide waits for ever for a file that is missing or is something else.

const FOLDER = new URL("python/", import.meta.url);
const fetchFromHost = self.fetch.bind(self);
const fetched = new Map(); // address → bytes

async function get(name, bytes, onBytes) {
  const address = new URL(name, FOLDER).href;
  let response;
  try {
    response = await fetchFromHost(address);
  } catch {
    throw new Error(`the file ${name} cannot be reached`);
  }
  if (!response.ok) throw new Error(`the file ${name} is missing on this host (status ${response.status})`);
  if ((response.headers.get("content-type") ?? "").startsWith("text/html")) {
    throw new Error(`in place of the file ${name} came a web page: a sign-in page, or a page that says it is missing`);
  }
  const parts = [];
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    onBytes(value.length);
  }
  const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
  if (bytes !== undefined && whole.length !== bytes) {
    throw new Error(`the file ${name} is damaged: ${whole.length} bytes came, ${bytes} were expected`);
  }
  fetched.set(address, whole);
  return whole;
}

async function start() {
  const words = new TextDecoder().decode(await get("manifest.json", undefined, () => {}));
  let manifest;
  try {
    manifest = JSON.parse(words);
  } catch {
    throw new Error("the file manifest.json is damaged");
  }
  const { loader, glue, wasm, stdlib, lock, package: calculators } = manifest.files;
  const wanted = [wasm, stdlib, lock, calculators, glue];
  const all = wanted.reduce((sum, file) => sum + file.bytes, 0);
  let came = 0;
  const onBytes = (bytes) => {
    came += bytes;
    self.postMessage({ progress: (0.95 * came) / all });
  };
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly, or it is switched off");
  await Promise.all(wanted.map((file) => get(file.name, file.bytes, onBytes)));

  // Pyodide asks for its files by fetch: it gets the bytes that are already here, whatever type the host gave them.
  self.fetch = (address, options) => {
    const bytes = fetched.get(String(address.url ?? address));
    const type = String(address.url ?? address).endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return bytes ? Promise.resolve(new Response(bytes, { headers: { "content-type": type } })) : fetchFromHost(address, options);
  };
  const { loadPyodide } = await import(new URL(loader.name, FOLDER).href);
  const python = await loadPyodide({ indexURL: new URL(loader.name, FOLDER).href.replace(/[^/]*$/, ""), env: { PYTHONHASHSEED: "0" } });
  python.FS.writeFile("/calculators.zip", fetched.get(new URL(calculators.name, FOLDER).href));
  fetched.clear();
  python.runPython("import sys; sys.path.insert(0, '/calculators.zip')");
  return python.pyimport("calculators.browser");
}

const starting = start();
starting.then(
  () => self.postMessage({ progress: 1 }) ?? self.postMessage({ ready: true }),
  (error) => self.postMessage({ failed: error.message }),
);

// A request names the function that answers it: answer (the default), calendar or audit.
self.onmessage = async ({ data: { number, door, request } }) => {
  try {
    const python = await starting;
    self.postMessage({ number, answer: python[door ?? "answer"](request) });
  } catch (error) {
    self.postMessage({ number, error: error.message });
  }
};
