// Chooses and byte-compiles the part of the standard library that the calculators load, and the calculators themselves,
// with Pyodide's own Python, so that the result fits it to the byte.
// node compile_in_pyodide.mjs PYODIDE_FOLDER WORK_FOLDER TOOLS_FOLDER
// In WORK_FOLDER stand source.zip (library and calculators) and warm_up.py; there come compiled.zip, for the ordinary
// start, and bare.zip, without docstrings and line numbers, for the memory image.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { readFileSync } from "node:fs";

const [runtime, work, tools] = process.argv.slice(2).map((folder) => resolve(folder) + "/");
const lock = { ...JSON.parse(readFileSync(runtime + "pyodide-lock.json", "utf8")), packages: {} };
const { loadPyodide } = await import(pathToFileURL(runtime + "pyodide.mjs"));
const options = { indexURL: runtime, lockFileContents: lock };
const env = { HOME: "/home", PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: "315532800" };

// What is loaded, in the order of names; as Pyodide starts from the archive, every path begins with its place.
const first = await loadPyodide({ ...options, env, stdLibURL: work + "source.zip" });
first.mountNodeFS("/parts", work);
first.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, "/parts")
from warm_up import warm_up
warm_up()
archive = next(path for path in sys.path if path.endswith(".zip")) + "/"
loaded = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
names = " ".join(sorted(file.removeprefix(archive) for file in loaded if file.startswith(archive)))
`);
const names = first.globals.get("names");

const second = await loadPyodide({ ...options, env });
second.mountNodeFS("/tools", tools);
second.mountNodeFS("/parts", work);
second.globals.set("names", names);
second.runPython(`
import importlib.util, marshal, sys, zipfile
from pathlib import Path
sys.path.insert(0, "/tools")
from pyodide_build._py_compile import _compile

HEADER = importlib.util.MAGIC_NUMBER + bytes(12)
EARLIEST = (1980, 1, 1, 0, 0, 0)


def bare(code):
    inner = tuple(bare(const) if hasattr(const, "co_linetable") else const for const in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=b"")


with zipfile.ZipFile("/parts/source.zip") as source, zipfile.ZipFile("/parts/chosen.zip", "w") as chosen, \\
        zipfile.ZipFile("/parts/bare.zip", "w") as stripped:
    for name in sorted({*names.split(), *(n for n in source.namelist() if n.startswith("calculators/"))}):
        content = source.read(name)
        chosen.writestr(zipfile.ZipInfo(name, EARLIEST), content)
        if name.endswith(".py"):
            content = HEADER + marshal.dumps(bare(compile(content, name, "exec", dont_inherit=True, optimize=2)))
            name += "c"
        stripped.writestr(zipfile.ZipInfo(name, EARLIEST), content)
_compile(Path("/parts/chosen.zip"), Path("/parts/compiled.zip"), verbose=False)
`);
