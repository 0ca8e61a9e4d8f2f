"""Leave out of Pyodide's script what nobody uses here: it is the largest file of the first visit that no packing helps.

The script hands on each of the runtime's functions under a name of its own, and prepares for libraries that are loaded
later, of which there are none. The runtime itself (WebAssembly) is served as its makers ship it.
"""

from __future__ import annotations

import re

EXPORTED = re.compile(r'(?:[\w$]+=)?Module\["_[\w$]+"\]=wasmExports\["[\w$]+"\];')
DECLARED = re.compile(r"var [\w$]+(?:,[\w$]+){999,};")
# For libraries each function gets a place in the table of functions that are called by their address, graphics too, and
# that table is read through.
FOR_LIBRARIES = (
    ("updateGOT(origExports);", ""),
    ("functionsInTableMap=new WeakMap;updateTableMap(0,wasmTable.length)", "functionsInTableMap=new WeakMap"),
    (
        '"GOT.func":GOTProxyHandler',
        '"GOT.func":new Proxy({},{get:()=>new WebAssembly.Global({value:"i32",mutable:true},0)})',
    ),
)
WORD = re.compile(r"[\w$]+")


class ShorterScriptError(ValueError):
    """Pyodide's script is not made as this expects; the words say where."""


def shorter(script: str, *others: str) -> str:
    """Give Pyodide's script without the functions of which nobody speaks, and without what prepares for libraries.

    A function whose name stands nowhere else, neither in the script nor in `others`, is not handed on.

    Raises:
        ShorterScriptError: the script no longer says what this looks for.

    """
    for found, instead in FOR_LIBRARIES:
        if script.count(found) != 1:
            raise ShorterScriptError(f"Pyodide's script no longer says “{found}”")
        script = script.replace(found, instead)
    assigned = EXPORTED.findall(script)
    declared = DECLARED.findall(script)
    if not assigned or len(declared) != 1:
        raise ShorterScriptError("Pyodide's script no longer hands on its functions as it did")
    rest = EXPORTED.sub("", script).replace(declared[0], "")
    words = {word for text in (rest, *others) for word in WORD.findall(text)}
    kept = [one for one in assigned if any(name in words for name in re.findall(r'_[\w$]+(?="\]=)', one))]
    names = [name for name in WORD.findall(declared[0])[1:] if name in words]
    before, after = script.split(assigned[0], 1)
    return f"{before}{''.join(kept)}{EXPORTED.sub('', after)}".replace(declared[0], f"var {','.join(names)};")
