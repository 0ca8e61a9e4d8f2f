"""The bill of materials: what the site is built, checked and run with, from the lock files. `make sbom` writes it.

Two files in CycloneDX, the same at every run: the Python packages (locks/) and the npm ones (package-lock.json), with
the hashes that the locks hold and no address of a package.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "sbom"
LOCKS = ("python", "pyodide", "node", "sbom")


def of_python() -> dict[str, Any]:
    """Give the Python packages of all lock files."""
    locked = "".join((ROOT / "locks" / f"{name}.txt").read_text(encoding="utf-8") for name in LOCKS)
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "--output-reproducible", "--short-PURLs"]
    command += ["--pyproject", "pyproject.toml", "-"]
    return _run(command, locked)


def of_npm() -> dict[str, Any]:
    """Give the npm packages of the lock file."""
    found = _run(["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"])
    found.pop("serialNumber")  # both would differ from run to run
    found["metadata"].pop("timestamp")
    found["metadata"]["component"]["name"] = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["name"]
    return found


def _run(command: list[str], given: str = "") -> dict[str, Any]:
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])}: {done.stderr.strip()}")
    found: dict[str, Any] = json.loads(done.stdout)
    seen: dict[str, dict[str, Any]] = {}
    for component in sorted(found["components"], key=lambda one: (one["name"], one["version"])):
        hashes = [entry for place in component.get("externalReferences", ()) for entry in place.get("hashes", ())]
        kept = {key: component[key] for key in component if key not in {"externalReferences", "description"}}
        name = f"{component['name']}@{component['version']}"
        seen[name] = {**kept, "bom-ref": name, **({"hashes": hashes} if hashes else {})}
    return {**found, "components": list(seen.values()), "dependencies": []}


def main() -> None:
    """Write both files and say how many packages each names."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, found in (("python", of_python()), ("npm", of_npm())):
        path = OUT / f"{name}.cdx.json"
        path.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}: {len(found['components'])} packages\n")


if __name__ == "__main__":
    main()
