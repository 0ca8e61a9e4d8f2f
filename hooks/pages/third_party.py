"""What the site serves that others made, hooks/pages/third_party.toml, with the versions that are installed."""

from __future__ import annotations

import json
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def parts() -> list[dict[str, Any]]:
    """Give every part: name, what it does, licence, copyright, files, and the part that brings it along."""
    text = (Path(__file__).parent / "third_party.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["part"]
    return found


def version(part: dict[str, Any]) -> str:
    """Give the version of a part as it is installed; of what a part brings along, that part's name."""
    if "npm" in part:
        package = ROOT / "node_modules" / part["npm"] / "package.json"
        return str(json.loads(package.read_text(encoding="utf-8"))["version"])
    return distribution(part["pypi"]).version if "pypi" in part else f"in {part['in']}"


def licence_text(part: dict[str, Any]) -> str:
    """Give the words of the licence that a package brings, or nothing."""
    if "pypi" in part:
        files = distribution(part["pypi"]).files or ()
        path = next(path for path in files if path.parts[-2:] == ("licenses", "LICENSE"))
        return path.read_text(encoding="utf-8").strip()
    package = ROOT / "node_modules" / part.get("npm", "-") / "LICENSE.txt"
    return package.read_text(encoding="utf-8").strip() if package.exists() else ""


def table() -> str:
    """Give the parts as Markdown, then the words of the licence that has to go with its work."""
    rows = ["| Part | Version | Licence | Copyright |", "|---|---|---|---|"]
    rows += [
        f"| **{part['name']}** {part['does']} | {version(part)} | {part['licence']} | {part['copyright']} |"
        for part in parts()
    ]
    texts = [
        f"\n## The licence of {part['name']}\n\n```\n{text}\n```" for part in parts() if (text := licence_text(part))
    ]
    return "\n".join([*rows, *texts])
