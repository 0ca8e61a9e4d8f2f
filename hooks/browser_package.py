"""Make what the browser runs: Pyodide's own files, renamed for every host, and the calculators, byte-compiled.

The folder holds only endings that every web server knows. Nothing is made again while nothing changed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "node_modules" / "pyodide"
TOOLS = ROOT / "build" / "pyodide-tools"
WORK = ROOT / "build" / "package"
OUT = ROOT / "build" / "browser"
AREAS = "calculators/areas/"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold


class BrowserPackageError(RuntimeError):
    """The package cannot be made; the words say what is missing and what to run."""


def build() -> Path:
    """Make the folder that the site serves as `assets/python/`; give its path.

    Raises:
        BrowserPackageError: the runtime, the tools or Node are not there, or the compilation failed.

    """
    for needed, command in ((RUNTIME / "pyodide.mjs", "npm ci"), (TOOLS / "pyodide_build", "make setup")):
        if not needed.exists():
            raise BrowserPackageError(f"{needed.relative_to(ROOT)} is not there: run `{command}`")
    state = OUT / "state.txt"
    now = _state()
    if state.exists() and state.read_text(encoding="utf-8") == now:
        return OUT
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    version = json.loads((RUNTIME / "package.json").read_text(encoding="utf-8"))["version"]
    files = {**_runtime(OUT, version), **_package(OUT)}
    manifest = {"runtime": version, "files": files}
    (OUT / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    state.write_text(now, encoding="utf-8")
    return OUT


def served(folder: Path) -> list[Path]:
    """Give the files of the folder that the site serves."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "state.txt")


def _state() -> str:
    """Give a fingerprint of everything that goes in."""
    digest = hashlib.sha256()
    inputs = [
        *sorted((ROOT / "calculators").rglob("*")),
        Path(__file__),
        ROOT / "hooks" / "compile_in_pyodide.mjs",
    ]
    inputs += [ROOT / "package-lock.json", ROOT / "locks" / "pyodide.txt", ROOT / "pyproject.toml"]
    for path in inputs:
        if path.is_file() and path.suffix != ".pyc" and not path.relative_to(ROOT).as_posix().startswith(AREAS):
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _runtime(out: Path, version: str) -> dict[str, dict[str, object]]:
    """Copy the runtime under names that every host serves; give each part's name and size in bytes."""
    folder = f"pyodide-{version}"
    (out / folder).mkdir()
    loader = (RUNTIME / "pyodide.mjs").read_text(encoding="utf-8")
    glue = "pyodide.asm.mjs"
    if loader.count(glue) != 1:
        raise BrowserPackageError(
            f"pyodide.mjs of {version} no longer names {glue} once: look at {Path(__file__).name}"
        )
    loader = loader.replace(glue, "pyodide.asm.js").replace("//# sourceMappingURL=pyodide.mjs.map", "")
    (out / folder / "pyodide.js").write_text(loader, encoding="utf-8")
    shutil.copyfile(RUNTIME / glue, out / folder / "pyodide.asm.js")
    shutil.copyfile(RUNTIME / "pyodide.asm.wasm", out / folder / "pyodide.asm.wasm")
    shutil.copyfile(RUNTIME / "python_stdlib.zip", out / folder / "python_stdlib.zip")
    lock = json.loads((RUNTIME / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock["packages"] = {}  # none of Pyodide's own packages is used: 119 kB less to fetch
    (out / folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    parts = {"loader": "pyodide.js", "glue": "pyodide.asm.js", "wasm": "pyodide.asm.wasm"}
    parts |= {"stdlib": "python_stdlib.zip", "lock": "pyodide-lock.json"}
    return {part: _entry(out, f"{folder}/{name}") for part, name in parts.items()}


def _package(out: Path) -> dict[str, dict[str, object]]:
    """Build the wheel, byte-compile it in Pyodide, and put its contents into one zip named by its hash."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    _run("python", "-m", "hatchling", "build", "-t", "wheel", "-d", str(WORK))
    wheel = next(WORK.glob("*.whl"))
    source = WORK / "source.zip"
    with zipfile.ZipFile(wheel) as packed, zipfile.ZipFile(source, "w") as chosen:
        for name in sorted(packed.namelist()):
            if ".dist-info/" not in name and not name.startswith(AREAS):  # the page brings the areas it offers
                chosen.writestr(zipfile.ZipInfo(name, EARLIEST), packed.read(name))
    script = str(ROOT / "hooks" / "compile_in_pyodide.mjs")
    _run("node", script, str(RUNTIME), str(TOOLS), str(WORK), source.name, "compiled.zip")
    plain = WORK / "calculators.zip"
    with zipfile.ZipFile(WORK / "compiled.zip") as compiled, zipfile.ZipFile(plain, "w") as final:
        for name in sorted(compiled.namelist()):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            final.writestr(entry, compiled.read(name))
    name = f"calculators-{hashlib.sha256(plain.read_bytes()).hexdigest()[:16]}.zip"
    shutil.copyfile(plain, out / name)
    return {"package": _entry(out, name)}


def _entry(out: Path, name: str) -> dict[str, object]:
    return {"name": name, "bytes": (out / name).stat().st_size}


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise BrowserPackageError(f"{command[0]} is not on this machine: run `make setup`") from None
    if done.returncode:
        raise BrowserPackageError(f"{' '.join(command[:3])} failed:\n{done.stdout}{done.stderr}")
