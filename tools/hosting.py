"""The recipes of hosting/ filled in for one host: where the site stands, its folder, its content policy.

`make hosting BASE=/hsb/ FOLDER=/srv/hsb` writes them to build/hosting/.
"""

from __future__ import annotations

import re
import sys
from html import unescape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "hosting"
OUT = ROOT / "build" / "hosting"
# Names that carry a hash or an edition: what stands under them never changes.
LASTING = r"\.[0-9a-f]+\.min\.(css|js)$|-[0-9a-f]{16}\.(zip|js)$|/calculators-[0-9a-f]{16}/"
META = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


def policy(page: str) -> str:
    """Give the content policy that a built page carries."""
    found = META.search(page)
    if not found:
        raise ValueError("the page carries no content policy: build the site first")
    return unescape(found[1])


def recipes(said: str, base: str, folder: str) -> dict[str, str]:
    """Give each recipe by its file name.

    Args:
        said: the content policy.
        base: where the site stands on its host, with a slash at both ends.
        folder: the folder that it is served from, with a slash at its end.

    """
    filled = {"{policy}": said, "{base}": base, "{folder}": folder, "{lasting}": LASTING}
    found = {}
    for path in sorted(TEMPLATES.iterdir()):
        text = path.read_text(encoding="utf-8")
        for place, words in filled.items():
            text = text.replace(place, words)
        found[path.name] = text
    return found


def main(site: str, base: str, folder: str) -> None:
    """Write the recipes for a site that has been built."""
    said = policy((Path(site) / "index.html").read_text(encoding="utf-8"))
    OUT.mkdir(parents=True, exist_ok=True)
    for name, text in recipes(said, base, folder.rstrip("/") + "/").items():
        (OUT / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{(OUT / name).relative_to(ROOT)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
