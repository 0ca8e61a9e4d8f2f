"""Leave out of Pyodide's runtime what the calculators never call: its WebAssembly and the script that goes with it.

Most of the runtime's functions are never called here: the parser of Python, archives, sockets, graphics. A function
that is left out stops the program where it is called (a trap, which no code can catch or overlook); the worker then
starts again with the runtime whole. What is called is found by trying, see called_functions.mjs; with each function stay
all that its code names, and all that theirs names.

The format: https://webassembly.github.io/spec/core/binary/modules.html
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

HEAD = 8  # bytes of the magic number and the version
IMPORT, MEMORY, EXPORT, CODE = 2, 5, 7, 10  # numbers of sections
FUNCTION, GLOBAL = 0, 3  # kinds of imports and exports
PAGE = 65_536  # bytes of a page of memory
GOES_ON = 128  # from here on, a byte of a number is not its last
SPARE = 64  # pages between what the runtime begins with and the marks
STOPS = bytes((0, 0x00, 0x0B))  # a body: no locals, unreachable, end
# Instructions, by what follows them: the numbers of functions; how many other numbers; how many bytes.
NAMING = {0x10, 0x12, 0xD2}
NUMBERS = {
    **dict.fromkeys((0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, *range(0x45, 0xC5)), 0),
    **dict.fromkeys((0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0C, 0x0D, 0x18, *range(0x20, 0x27)), 1),
    **dict.fromkeys((0x3F, 0x40, 0x41, 0x42, 0xD0), 1),
    **dict.fromkeys((0x11, 0x13, *range(0x28, 0x3F)), 2),
}
BYTES = {0x43: 4, 0x44: 8}
BRANCHES, CHOICE, MORE = 0x0E, 0x1C, 0xFC  # followed by a list; by a list; by a number that says what follows
NUMBERS_OF_MORE = {**dict.fromkeys(range(8), 0), 8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
EXPORTED = re.compile(r'(?:[\w$]+=)?Module\["_[\w$]+"\]=wasmExports\["[\w$]+"\];')
DECLARED = re.compile(r"var [\w$]+(?:,[\w$]+){999,};")
# The script prepares for libraries that are loaded later, of which there are none: each function gets a place in the table
# of functions that are called by their address, graphics too, and that table is read through.
FOR_LIBRARIES = (
    ("updateGOT(origExports);", ""),
    ("functionsInTableMap=new WeakMap;updateTableMap(0,wasmTable.length)", "functionsInTableMap=new WeakMap"),
    (
        '"GOT.func":GOTProxyHandler',
        '"GOT.func":new Proxy({},{get:()=>new WebAssembly.Global({value:"i32",mutable:true},0)})',
    ),
)
WORD = re.compile(r"[\w$]+")


class SmallerRuntimeError(ValueError):
    """The runtime is not made as this expects; the words say where."""


def glue(script: str, *others: str) -> tuple[str, set[str]]:
    """Leave out of Pyodide's script the functions of which nobody speaks, and what prepares for libraries; give it and its words.

    The script hands on each function of the WebAssembly under a name of its own. Those whose name stands nowhere else,
    neither in it nor in `others`, are not handed on.
    """
    for found, instead in FOR_LIBRARIES:
        if script.count(found) != 1:
            raise SmallerRuntimeError(f"Pyodide's script no longer says {found}")
        script = script.replace(found, instead)
    assigned = EXPORTED.findall(script)
    declared = DECLARED.findall(script)
    if not assigned or len(declared) != 1:
        raise SmallerRuntimeError("Pyodide's script no longer hands on its functions as it did")
    rest = EXPORTED.sub("", script).replace(declared[0], "")
    words = {word for text in (rest, *others) for word in WORD.findall(text)}
    kept = [one for one in assigned if any(name in words for name in re.findall(r'_[\w$]+(?="\]=)', one))]
    names = [name for name in WORD.findall(declared[0])[1:] if name in words]
    first = assigned[0]
    before, after = script.split(first, 1)
    smaller = f"{before}{''.join(kept)}{EXPORTED.sub('', after)}".replace(declared[0], f"var {','.join(names)};")
    return smaller, words | {word.removeprefix("_") for word in words}


def exporting(wasm: bytes, names: Collection[str]) -> bytes:
    """Leave out the exports of functions that have no name in `names`; everything else stays."""

    def chosen(content: bytes) -> bytes:
        count, place = _number(content, 0)
        kept = []
        for _ in range(count):
            begin = place
            length, place = _number(content, place)
            name = content[place : place + length].decode()
            kind = content[place + length]
            _, place = _number(content, place + length + 1)
            if kind != FUNCTION or name in names:
                kept.append(content[begin:place])
        return _vector(kept)

    return _changed(wasm, EXPORT, chosen)


def marking(wasm: bytes) -> tuple[bytes, int]:
    """Let each function note that it was called; give the address of the first note, a byte for each function."""
    pages = 0

    def larger(content: bytes) -> bytes:
        nonlocal pages
        count, place = _number(content, 0)
        flags, place = _number(content, place)
        least, place = _number(content, place)
        pages = least + SPARE
        return _leb(count) + _leb(flags) + _leb(pages + 1) + content[place:]

    def noted(bodies: list[bytes]) -> list[bytes]:
        if len(bodies) > PAGE:
            raise SmallerRuntimeError("the runtime has more functions than there is place for notes")
        notes = (_store(pages * PAGE + number) for number in range(len(bodies)))
        return [body[: _start(body)] + note + body[_start(body) :] for body, note in zip(bodies, notes, strict=True)]

    return with_functions(_changed(wasm, MEMORY, larger), noted), pages * PAGE


def keeping(wasm: bytes, called: Collection[int]) -> bytes:
    """Leave out the functions that are not in `called` and that none of these can call: who calls them is stopped.

    Functions are numbered by their bodies. Calls through a table count as found by trying.
    """
    imported = 0

    def counted(content: bytes) -> bytes:
        nonlocal imported
        imported = _imported_functions(content)
        return content

    _changed(wasm, IMPORT, counted)

    def kept(bodies: list[bytes]) -> list[bytes]:
        found: set[int] = set()
        open_ends = set(called)
        while open_ends:
            found |= open_ends
            named = {name - imported for body in open_ends for name in _named_functions(bodies[body])}
            open_ends = {name for name in named if name >= 0} - found
        return [body if number in found else STOPS for number, body in enumerate(bodies)]

    return with_functions(wasm, kept)


def _imported_functions(content: bytes) -> int:
    """Count the functions among what a module imports: they have the first numbers."""
    count, place = _number(content, 0)
    functions = 0
    for _ in range(count):
        for _ in ("module", "name"):
            length, place = _number(content, place)
            place += length
        kind = content[place]
        if kind not in (FUNCTION, GLOBAL):
            raise SmallerRuntimeError("the runtime imports what is neither a function nor a global")
        functions += kind == FUNCTION
        place = _number(content, place + 1)[1] if kind == FUNCTION else place + 3
    return functions


def _named_functions(body: bytes) -> set[int]:
    """Give the numbers of the functions that a function's code names."""
    found = set()
    place = _start(body)
    while place < len(body):
        instruction = body[place]
        place += 1
        numbers = NUMBERS.get(instruction, 0)
        if instruction in NAMING:
            name, place = _number(body, place)
            found.add(name)
        elif instruction in (BRANCHES, CHOICE):
            length, place = _number(body, place)
            numbers = length + (instruction == BRANCHES)
        elif instruction == MORE:
            more, place = _number(body, place)
            numbers = NUMBERS_OF_MORE[more]
        elif instruction in BYTES:
            place += BYTES[instruction]
        elif instruction not in NUMBERS:
            raise SmallerRuntimeError(f"the runtime has an instruction {instruction:#04x}, which it had not")
        for _ in range(numbers):
            _, place = _number(body, place)
    return found


def functions(wasm: bytes) -> list[bytes]:
    """Give the bodies of a module's functions, in the order of their numbers."""
    found: list[bytes] = []

    def seen(bodies: list[bytes]) -> list[bytes]:
        found.extend(bodies)
        return bodies

    with_functions(wasm, seen)
    return found


def with_functions(wasm: bytes, change: Callable[[list[bytes]], list[bytes]]) -> bytes:
    """Change the bodies of a module's functions."""

    def changed(content: bytes) -> bytes:
        count, place = _number(content, 0)
        found = []
        for _ in range(count):
            length, place = _number(content, place)
            found.append(content[place : place + length])
            place += length
        return _vector([_leb(len(body)) + body for body in change(found)])

    return _changed(wasm, CODE, changed)


def _changed(wasm: bytes, number: int, change: Callable[[bytes], bytes]) -> bytes:
    """Change a section."""
    place = HEAD
    while place < len(wasm):
        section = wasm[place]
        length, begin = _number(wasm, place + 1)
        if section == number:
            content = change(wasm[begin : begin + length])
            return wasm[:place] + bytes((section,)) + _leb(len(content)) + content + wasm[begin + length :]
        place = begin + length
    raise SmallerRuntimeError(f"the runtime has no section {number}")


def _start(body: bytes) -> int:
    """Give the place of the first instruction of a function's body, which begins with its locals."""
    count, place = _number(body, 0)
    for _ in range(count):
        _, place = _number(body, place)
        place += 1  # the type
    return place


def _store(address: int) -> bytes:
    """Give the instructions that store the byte 1 at an address."""
    return bytes((0x41, 0, 0x41, 1, 0x3A, 0)) + _leb(address)


def _vector(parts: list[bytes]) -> bytes:
    return _leb(len(parts)) + b"".join(parts)


def _number(content: bytes, place: int) -> tuple[int, int]:
    """Read a number (unsigned LEB128); give it and the place after it."""
    number = shift = 0
    while True:
        byte = content[place]
        place += 1
        number |= (byte % GOES_ON) << shift
        shift += 7
        if byte < GOES_ON:
            return number, place


def _leb(number: int) -> bytes:
    parts = bytearray()
    while number >= GOES_ON:
        parts.append(number % GOES_ON + GOES_ON)
        number //= GOES_ON
    return bytes((*parts, number))
