import { loadPyodide } from "./pyodide.mjs";

const start = async () => {
  const [python, wheel] = await Promise.all([loadPyodide(), fetch("calculators.whl").then((answer) => answer.arrayBuffer())]);
  python.unpackArchive(wheel, "wheel");
  return python.pyimport("calculators.browser");
};
const starting = start();
self.onmessage = async ({ data }) => self.postMessage((await starting).answer(data));
