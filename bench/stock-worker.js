// For `make bench` only, in place of the calculators' worker: Pyodide as its makers ship it, with the same calculators.
import { loadPyodide } from "../python/pyodide.mjs";

const start = async () => {
  const wheel = fetch(new URL("../python/calculators.whl", import.meta.url)).then((response) => response.arrayBuffer());
  const python = await loadPyodide();
  python.unpackArchive(await wheel, "wheel");
  const calculators = python.pyimport("calculators.browser");
  self.postMessage({ ready: [] });
  return calculators;
};
let starting;
setInterval(() => self.postMessage({ progress: 0 }), 1000); // the page gives up on a worker of which it hears nothing
self.onmessage = async ({ data: { number, door = "answer", request } }) => {
  starting ??= start();
  if (number !== undefined) self.postMessage({ number, answer: (await starting)[door](request) });
};
