"""Turn a built site into the edition that opens by double click, from a folder, without a server: `make offline`.

From `file://` a browser loads no module, no worker and no file by fetch. So the modules of the calculators become one
plain script, the workers are made from code that a script holds, and Python's files come as text in a script. Links lead
to files, and the search index is a script.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import sys
import zipfile
from pathlib import Path

IMPORT_OF = re.compile(
    r'^import (?:(?:\{(?P<names>[^}]*)\}|\* as (?P<all>\w+)) from )?"\./(?P<module>[\w-]+)\.js";\n', re.MULTILINE
)
EXPORT_OF = re.compile(r"^export (?=(?:async )?(?:const|function\*?|class) (?P<name>\w+))", re.MULTILINE)
LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)  # a way of writing that is not known here
SCRIPT = re.compile(r'<script type="module" src="(?P<src>[^"]+)"></script>')
# What a page says of modules and workers before its scripts: of no use in a folder.
AHEAD = re.compile(r'<link rel="modulepreload"[^>]*>| data-worker="[^"]*"')
BODY = re.compile(r"<body[^>]*>")
# Stands first on every page, and is hidden by the style, which a page opened inside the archive does not have.
UNPACK_FIRST = (
    '<p class="unpack-first"><strong>Unpack first.</strong> This page was opened inside the zip, alone. Copy or extract '
    "the whole folder out of the zip, then open index.html in it.</p>"
)
LINK = re.compile(r'href="(?P<path>[^"#?:]*/)(?P<rest>[#?][^"]*)?"')
EARLIEST = (1980, 1, 1, 0, 0, 0)

# A page from a folder gets no worker that is a module, only a plain one, which imports the module. Pyodide refuses a
# plain worker, which it knows by `importScripts`.
PLAIN = """
self.importScripts = undefined;
self.early = [];
self.files = new Promise((resolve) => {
  self.onmessage = (event) => { event.data.files ? resolve(event.data.files) : self.early.push(event); };
});
import(URL.createObjectURL(new Blob([MODULE], { type: "text/javascript" })));
"""
# Stand before and behind the code of the worker: its files come in one message, it is given them by fetch as from a host,
# and what it was told before they came it is told again.
GIVEN = """
const files = await self.files;
const bytesOf = (address) => Uint8Array.from(atob(files[String(address).split("/").pop()] ?? ""), (one) => one.charCodeAt(0));
self.fetch = async (address) => new Response(bytesOf(address), { headers: { "content-type": "application/octet-stream" } });
const scriptAt = (address) => URL.createObjectURL(new Blob([bytesOf(address)], { type: "text/javascript" }));
"""
EARLY = "\nself.early.forEach((event) => self.onmessage(event));\n"
PLACE = '"file:///assets/calculators/"'  # the worker's own address, which a worker made from code does not have


class FolderEditionError(RuntimeError):
    """A script is no longer what the edition counts on; the words say which."""


def write(site: Path, scripts: str) -> None:
    """Change a built site in place. `scripts` is the folder of the calculators' scripts, from the site's root."""
    folder = site / scripts
    held = {path.name: path.read_bytes() for path in sorted((site / "assets/python").iterdir())}
    text = json.dumps({name: base64.b64encode(content).decode() for name, content in held.items()})
    shutil.rmtree(site / "assets/python")
    (site / "assets/python").mkdir()
    (site / "assets/python/files.js").write_text(f"window.pythonFiles = {text};\n", encoding="utf-8")

    workers = {"calculator-worker.js": worker((folder / "calculator-worker.js").read_text(encoding="utf-8"))}
    shim = site / "assets/folder.js"
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    given = f"const CODE = {json.dumps(workers)};\nconst PAGES = new Set({json.dumps(pages)});\n"
    shim.write_text(given + shim.read_text(encoding="utf-8"), encoding="utf-8")
    sources = {script["src"] for path in site.rglob("*.html") for script in SCRIPT.finditer(path.read_text("utf-8"))}
    entries = {Path(source).stem for source in sources if Path(source).parent.name == folder.name}
    plain = {name: bundle(folder, name) for name in sorted(entries)}
    shutil.rmtree(folder)
    plain["area"] = bundle(site / "assets", "area")
    plain["search"] = search(site)
    for name, code in plain.items():
        (site / "assets" / f"{name}.js").write_text(code, encoding="utf-8")
    _swap(site / "assets/frame.js", 'import("./search.js")', 'fromFolder("search.js")')

    for name in (
        "search/search_index.json",
        "assets/minisearch.js",
        "assets/search-worker.js",
        "sw.js",
        "404.html",
        "sitemap.xml",
        "sitemap.xml.gz",
    ):
        (site / name).unlink(missing_ok=True)
    for path in site.rglob("*.html"):
        path.write_text(_page(site, path), encoding="utf-8")
    style = site / "assets/guidance.css"
    style.write_text(f"{style.read_text(encoding='utf-8')}.unpack-first {{ display: none; }}\n", encoding="utf-8")


def search(site: Path) -> str:
    """Give the script of the search box, with the code of its worker, the library and the index in it."""
    held = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    for found in (*held["sections"], *held["numbers"].values()):
        path, mark, name = found["id"].partition("#")
        found["id"] = _file(site, site / path).relative_to(site.resolve()).as_posix() + mark + name
    library = (site / "assets/minisearch.js").read_text(encoding="utf-8")
    code = (site / "assets/search-worker.js").read_text(encoding="utf-8")
    for text, found in ((library, LAST), (code, IMPORT), (code, FETCH)):
        if found not in text:
            raise FolderEditionError(f"search no longer says {found}")
    given = f"Promise.resolve(new Response({json.dumps(json.dumps(held, ensure_ascii=False))}))"
    whole = library.replace(LAST, "") + code.replace(IMPORT, "").replace(FETCH, given)
    return f'CODE["search-worker.js"] = {json.dumps(whole)};\n{bundle(site / "assets", "search")}'


LAST = "export { MiniSearch as default };"  # of the library
IMPORT = 'import MiniSearch from "./minisearch.js";'
FETCH = 'fetch(new URL("../search/search_index.json", import.meta.url))'


def _swap(path: Path, found: str, instead: str) -> None:
    text = path.read_text(encoding="utf-8")
    if found not in text:
        raise FolderEditionError(f"{path.name} no longer says {found}")
    path.write_text(text.replace(found, instead), encoding="utf-8")


def _file(site: Path, target: Path) -> Path:
    """Give the file that an address which ends with a slash stands for."""
    target = target.resolve()
    page = target.with_name(f"{target.name}.html")
    return page if page.is_file() and target != site.resolve() else target / "index.html"


def worker(code: str) -> str:
    """Give the worker's code with its files at hand."""
    for found, instead in (
        ("import.meta.url", PLACE),
        ("import(new URL(part.name, FOLDER).href)", "import(scriptAt(part.name))"),
    ):
        if found not in code:
            raise FolderEditionError(f"calculator-worker.js no longer says {found}")
        code = code.replace(found, instead)
    return PLAIN.replace("MODULE", json.dumps(GIVEN + code + EARLY))


def bundle(folder: Path, name: str) -> str:
    """Give a module and what it imports as one plain script, what is imported first.

    On a page each module runs once, whichever of its scripts bring it along.
    """
    found: dict[str, str] = {}

    def take(module: str) -> None:
        code = (folder / f"{module}.js").read_text(encoding="utf-8")
        for imported in IMPORT_OF.finditer(code):
            if imported["module"] not in found:
                take(imported["module"])
        names = [exported["name"] for exported in EXPORT_OF.finditer(code)]
        code = EXPORT_OF.sub("", IMPORT_OF.sub(_from_module, code))
        if left := LEFT.search(code):
            raise FolderEditionError(f"{module}.js says “{left[0]}”, which the folder edition cannot take along")
        found[module] = f"modules[{json.dumps(module)}] ??= (() => {{\n{code}\nreturn {{ {', '.join(names)} }};\n}})();"

    take(name)
    code = "\n".join(found.values()).replace("import.meta.url", "document.baseURI")
    return f"(() => {{\nconst modules = (window.modulesOfFolder ??= {{}});\n{code}\n}})();\n"


def _from_module(imported: re.Match[str]) -> str:
    """Give what stands in place of an import."""
    if not imported["names"] and not imported["all"]:
        return ""
    names = imported["all"] or f"{{{imported['names'].replace(' as ', ': ')}}}"
    return f"const {names} = modules[{json.dumps(imported['module'])}];\n"


def _page(site: Path, path: Path) -> str:
    """Give a page with plain scripts, the shim before all others, and links that lead to files."""

    def to_file(link: re.Match[str]) -> str:
        file = _file(site, path.parent / link["path"])
        if not file.is_file():
            return link[0]
        up = Path(*[".."] * (len(path.relative_to(site).parts) - 1))
        return f'href="{(up / file.relative_to(site.resolve())).as_posix()}{link["rest"] or ""}"'

    def plain(script: re.Match[str]) -> str:
        up, _, _ = script["src"].partition("assets/")
        return f'<script defer src="{up}assets/{script["src"].rsplit("/", 1)[-1]}"></script>'

    html = LINK.sub(to_file, path.read_text(encoding="utf-8"))
    html = BODY.sub(lambda body: body[0] + UNPACK_FIRST, html, count=1)
    html = AHEAD.sub("", SCRIPT.sub(plain, html))
    return re.sub(
        r'(<script src="([^"]*)assets/frame\.js"></script>)', r'<script src="\2assets/folder.js"></script>\1', html
    )


def pack(site: Path, archive: Path) -> None:
    """Put the edition into a zip, under one folder."""
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"hsb-guidance/{path.relative_to(site).as_posix()}", EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
