// Byte-compiles an archive with pyodide-build, run by Pyodide's own Python, so that the result fits it to the byte.
// node compile_in_pyodide.mjs PYODIDE_FOLDER TOOLS_FOLDER WORK_FOLDER INPUT OUTPUT   (INPUT and OUTPUT are names in WORK_FOLDER)
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const [runtime, tools, work, input, output] = process.argv.slice(2);
const folder = resolve(runtime) + "/";
const { loadPyodide } = await import(pathToFileURL(folder + "pyodide.mjs"));
const python = await loadPyodide({
  indexURL: folder,
  env: { HOME: "/home", PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: "315532800" },
});
python.mountNodeFS("/tools", resolve(tools));
python.mountNodeFS("/work", resolve(work));
python.globals.set("names", python.toPy([input, output]));
python.runPython(`
import sys
sys.path.insert(0, "/tools")
from pathlib import Path
from pyodide_build._py_compile import _compile
_compile(Path("/work") / names[0], Path("/work") / names[1], verbose=False)
`);
