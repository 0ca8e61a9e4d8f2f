"""Make what the browser runs: Pyodide, the part of the standard library that is needed, the calculators, and an image.

The image is the memory of a Python that has started and imported the calculators; with it the browser starts none. Where
the image cannot be used, Python starts from the library. PLAIN_LIBRARY=true in the environment makes neither image nor
byte code: it serves Pyodide as its makers ship it, slower, for the day on which a new Pyodide does not let them be made.
Every file carries the hash of its content in its name, so that old and new never mix; the manifest names them all. Only
endings that every web server knows, and nothing relies on a server to compress. Nothing is made again while nothing
changed. See decisions/0002-browser-package.md and decisions/0005-memory-image.md.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

from hooks.runtime import shorter_script

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "node_modules" / "pyodide"
TOOLS = ROOT / "build" / "pyodide-tools"
WORK = ROOT / "build" / "package"
OUT = ROOT / "build" / "browser"
AREAS = "calculators/areas/"
# Those that calculators/guides/area.py reads.
OF_CALCULATORS = ("england.toml", "leicester-leicestershire-rutland.toml", "north-east-lincolnshire.toml")
HERE = Path(__file__).resolve().parent
LEFT_OUT = HERE / "left_out"
OURS = (
    "browser_package.py",
    "shorter_script.py",
    "warm_up.py",
    "compile_in_pyodide.mjs",
    "memory_image.mjs",
)
PLAIN = "PLAIN_LIBRARY"
SWITCH = f"To publish before that is mended, build with {PLAIN}=true: the calculators then start some seconds later."
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold
LONGEST_LINE = 500  # Node quotes the line of a script in which an error arose, which can be a whole minified file
LOCAL_HEADER = 30  # bytes before the name of a file in a zip


class BrowserPackageError(RuntimeError):
    """The package cannot be made; the words say what is missing and what to run."""


def build() -> Path:
    """Make the folder that the site serves as `assets/python/`; give its path. The manifest in it is not served there.

    Raises:
        BrowserPackageError: the runtime, the tools or Node are not there, or a step failed.

    """
    for needed, command in ((RUNTIME / "pyodide.mjs", "npm ci"), (TOOLS / "pyodide_build", "make setup")):
        if not needed.exists():
            raise BrowserPackageError(f"{needed.relative_to(ROOT)} is not there: run `{command}`")
    state = OUT / "state.txt"
    now = _state()
    if state.exists() and state.read_text(encoding="utf-8") == now:
        return OUT
    for folder in (OUT, WORK):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    wheel = _wheel()
    made = _plain(wheel) if plain() else _quick(wheel)
    lock = json.loads((RUNTIME / "pyodide-lock.json").read_text(encoding="utf-8"))
    said = {"parts": made, "lock": {**lock, "packages": {}}}  # no package of Pyodide's own is used
    (OUT / "manifest.json").write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    state.write_text(now, encoding="utf-8")
    return OUT


def plain() -> bool:
    """Say whether the library alone is to be served."""
    return os.environ.get(PLAIN, "").lower() in {"1", "true", "yes"}


def _plain(wheel: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """Make the parts without any private door of Pyodide: its own files, and the calculators beside its library."""
    _zip(WORK / "whole-library.zip", _library() | wheel)
    return _scripts((RUNTIME / "pyodide.asm.mjs").read_text(encoding="utf-8")) | {
        "wasm": packed(OUT, "wasm", (RUNTIME / "pyodide.asm.wasm").read_bytes()),
        "library": _archive(OUT, "library", WORK / "whole-library.zip"),
    }


def _quick(wheel: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """Make the parts with the memory image and the byte-compiled library; the script without what nobody uses."""
    loader = (RUNTIME / "pyodide.mjs").read_text(encoding="utf-8")
    maker = (HERE / "memory_image.mjs").read_text(encoding="utf-8")
    try:
        glue = shorter_script.shorter((RUNTIME / "pyodide.asm.mjs").read_text(encoding="utf-8"), loader, maker)
    except shorter_script.ShorterScriptError as fault:
        raise BrowserPackageError(f"{fault}. Open hooks/runtime/shorter_script.py. {SWITCH}") from None
    (WORK / "glue.mjs").write_text(glue, encoding="utf-8")
    stand_ins = {path.relative_to(LEFT_OUT).as_posix(): path.read_bytes() for path in LEFT_OUT.rglob("*.py")}
    _zip(WORK / "source.zip", _library() | wheel | stand_ins)
    shutil.copyfile(HERE / "warm_up.py", WORK / "warm_up.py")
    _node("compile_in_pyodide.mjs", str(TOOLS))
    image = json.loads(_node("memory_image.mjs").splitlines()[-1])
    return _scripts(glue) | {
        "wasm": packed(OUT, "wasm", (RUNTIME / "pyodide.asm.wasm").read_bytes()),
        "image": packed(OUT, "image", (WORK / "image.bin").read_bytes()) | image,
        "library": _archive(OUT, "library", WORK / "compiled.zip"),
    }


def _scripts(glue: str) -> dict[str, dict[str, Any]]:
    """Make the two scripts of Pyodide: the one that loads, and the one that goes with the runtime."""
    loader = (RUNTIME / "pyodide.mjs").read_text(encoding="utf-8")
    return {"loader": _script(OUT, "loader", loader), "glue": _script(OUT, "glue", glue)}


def served(folder: Path) -> list[Path]:
    """Give the files that the manifest names."""
    return [folder / part["name"] for part in parts(folder).values()]


def parts(folder: Path) -> dict[str, dict[str, Any]]:
    """Give the parts: name, bytes, SHA-256 and CRC-32; for a packed part, where the deflated content begins and ends."""
    found: dict[str, dict[str, Any]] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["parts"]
    return found


def _state() -> str:
    """Give a fingerprint of everything that goes in."""
    digest = hashlib.sha256(str(plain()).encode())
    inputs = [*sorted((ROOT / "calculators").rglob("*")), *sorted(LEFT_OUT.rglob("*"))]
    inputs += [HERE / name for name in OURS]
    inputs += [ROOT / "package-lock.json", ROOT / "locks" / "pyodide.txt", ROOT / "pyproject.toml"]
    for path in inputs:
        name = Path(os.path.relpath(path, ROOT)).as_posix()
        if path.is_file() and path.suffix != ".pyc" and not _area_file(name):
            digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _area_file(name: str) -> bool:
    """Say whether this is the file of an area that each page brings along itself, and that no calculator rests on."""
    return name.startswith(AREAS) and name.endswith(".toml") and name.removeprefix(AREAS) not in OF_CALCULATORS


def _wheel() -> dict[str, bytes]:
    """Make the wheel of the calculators; give what is in it, but for the areas: a page brings those that it offers."""
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(WORK))
    with zipfile.ZipFile(next(WORK.glob("*.whl"))) as wheel:
        return {
            name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name and not _area_file(name)
        }


def _library() -> dict[str, bytes]:
    """Give the standard library as Pyodide brings it."""
    with zipfile.ZipFile(RUNTIME / "python_stdlib.zip") as library:
        return {name: library.read(name) for name in library.namelist()}


def _zip(path: Path, contents: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> None:
    """Write an archive that is the same for the same contents."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = method
            archive.writestr(entry, content, compresslevel=9)


def _script(out: Path, part: str, text: str) -> dict[str, Any]:
    """Write a script without the line that names its source map."""
    lines = text.splitlines(keepends=True)
    return _named(
        out, part, ".js", "".join(line for line in lines if not line.startswith("//# sourceMap")).encode("utf-8")
    )


def packed(out: Path, part: str, content: bytes) -> dict[str, Any]:
    """Pack one file into a zip; the browser takes the deflated content out of it by its place."""
    path = WORK / f"{part}.zip"
    _zip(path, {part: content}, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(path) as archive:
        size = archive.infolist()[0].compress_size
    start = LOCAL_HEADER + len(part)
    return _named(out, part, ".zip", path.read_bytes()) | {"start": start, "end": start + size}


def _archive(out: Path, part: str, source: Path) -> dict[str, Any]:
    """Pack what was compiled anew, as small as it goes."""
    with zipfile.ZipFile(source) as compiled:
        _zip(WORK / f"{part}.zip", {name: compiled.read(name) for name in compiled.namelist()}, zipfile.ZIP_DEFLATED)
    return _named(out, part, ".zip", (WORK / f"{part}.zip").read_bytes())


def _named(out: Path, part: str, ending: str, content: bytes) -> dict[str, Any]:
    """Write a part under a name that carries its hash; give what the manifest says of it."""
    digest = hashlib.sha256(content).hexdigest()
    name = f"{part}-{digest[:16]}{ending}"
    (out / name).write_bytes(content)
    return {"name": name, "bytes": len(content), "sha256": digest, "crc32": zlib.crc32(content)}


def _node(script: str, *also: str) -> str:
    """Run a script of ours with Pyodide's folder and the folder of work; give what it prints.

    The runtime notes the time zone in its memory: it is the same wherever the site is built.
    """
    try:
        return _run("node", str(HERE / script), str(RUNTIME), str(WORK), *also, env={"TZ": "UTC", "LC_ALL": "C"})
    except BrowserPackageError as fault:
        raise BrowserPackageError(f"{fault}\nOpen hooks/runtime/{script}. {SWITCH}") from None


def _run(*command: str, env: dict[str, str] | None = None) -> str:
    try:
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise BrowserPackageError(f"{command[0]} is not on this machine: run `make setup`") from None
    if done.returncode:
        said = [line for line in (done.stdout + done.stderr).splitlines() if len(line) < LONGEST_LINE]
        raise BrowserPackageError("\n".join((f"{' '.join(command[:2])} failed:", *said)))
    return done.stdout
