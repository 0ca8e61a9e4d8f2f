"""The recipes of hosting/ filled in for one host: where the site stands, its folder, its content policy.

`make hosting BASE=/hsb/ FOLDER=/srv/hsb` writes them to build/hosting/.
"""

from __future__ import annotations

import re
import sys
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, unquote

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "hosting"
OUT = ROOT / "build" / "hosting"
# Names that carry a hash or an edition: what stands under them never changes.
LASTING = r"\.[0-9a-f]+\.min\.(css|js)$|-[0-9a-f]{16}\.(zip|js)$|/calculators-[0-9a-f]{16}/"
META = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
FRAMES = "frame-ancestors 'self'"  # a policy in the page cannot say it
PERMISSIONS = ", ".join(
    f"{one}=()"
    for one in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "payment",
        "usb",
    )
)
FORBIDDEN = re.compile(
    r"[\x00-\x1f\x7f\"'`\\$;{}<>|*?#\[\]\u0085\u2028\u2029]"
)  # what a server's settings would not read as itself
WHOLE = re.compile(r"/|[A-Za-z]:/")  # how the path of a folder begins


class HostingError(ValueError):
    """A place or a folder cannot stand in a recipe; the words say why and what to write."""


def policy(page: str) -> str:
    """Give the content policy that a built page carries."""
    found = META.search(page)
    if not found:
        raise HostingError("the page carries no content policy: build the site first")
    return unescape(found[1])


def header(said: str) -> str:
    """Give the policy as the recipes send it: that of the pages, and what only a header can say."""
    return f"{said}; {FRAMES}"


def place(base: str) -> str:
    """Give where the site stands on its host, with a slash at both ends: hsb, /hsb and /hsb/ are one.

    Raises:
        HostingError: it is the whole address, or holds signs that a server would read otherwise.

    """
    if "://" in base:
        raise HostingError(f"BASE={base}: give only what follows the name of the host, such as /hsb/")
    path = unquote(base.strip()).replace("\\", "/")
    return _sound("BASE", base, f"/{path.strip('/')}/" if path.strip("/") else "/", "such as /hsb/")


def served_from(folder: str) -> str:
    """Give the folder with a slash at its end.

    Raises:
        HostingError: it is not a whole path, is the root of the disk, or holds signs that a server would read otherwise.

    """
    path = folder.strip()
    path = path.replace("\\", "/") if re.match(r"[A-Za-z]:", path) else path
    if not WHOLE.match(path):
        raise HostingError(f"FOLDER={folder}: give the whole path of the folder, such as /srv/hsb")
    if not re.sub(r"^[A-Za-z]:", "", path).strip("/"):
        raise HostingError(f"FOLDER={folder}: that is the whole disk; give the folder of the site, such as /srv/hsb")
    return _sound("FOLDER", folder, f"{path.rstrip('/')}/", "such as /srv/hsb")


def _sound(name: str, given: str, path: str, such_as: str) -> str:
    if wrong := FORBIDDEN.search(path):
        raise HostingError(
            f"{name}={given!r}: the sign {wrong[0]!r} cannot stand in it; use letters, digits, - and _, {such_as}"
        )
    if {"..", "."} & set(path.split("/")) or "//" in path:
        raise HostingError(f"{name}={given}: write it without “..”, “.” and double slashes, {such_as}")
    return path


def recipes(said: str, base: str, folder: str) -> dict[str, str]:
    """Give each recipe by its file name.

    Args:
        said: the content policy of the pages.
        base: where the site stands on its host.
        folder: the folder that it is served from.

    Raises:
        HostingError: the base or the folder cannot stand in a recipe.

    """
    base, folder = place(base), served_from(folder)
    bare = base.rstrip("/")
    redirects = {
        "nginx.conf": f'location = "{bare}" {{\n    absolute_redirect off;\n    return 301 "{quote(base)}";\n}}\n',
        "apache.conf": f'RedirectMatch 301 "^{re.escape(bare)}$" "{base}"\n',
    }
    filled = {"{policy}": header(said), "{permissions}": PERMISSIONS, "{lasting}": LASTING}
    found = {}
    for path in sorted(TEMPLATES.iterdir()):
        markup = path.suffix == ".config"
        here = {
            "{base}": base,
            "{encoded}": quote(base),
            "{folder}": folder,
            "{redirect}": redirects.get(path.name, "") if bare else "",
        }
        text = path.read_text(encoding="utf-8")
        for name, words in (filled | here).items():
            text = text.replace(name, escape(words) if markup else words)
        found[path.name] = text
    return found


def main(site: str, base: str, folder: str) -> int:
    """Write the recipes for a site that has been built; give the exit status."""
    try:
        made = recipes(policy((Path(site) / "index.html").read_text(encoding="utf-8")), base, folder)
    except (HostingError, OSError) as fault:
        print(f"make hosting: {fault}", file=sys.stderr)
        return 2
    OUT.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (OUT / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{(OUT / name).relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
