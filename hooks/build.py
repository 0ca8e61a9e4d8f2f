"""Builds the site with the engine that is named: `python -m hooks.build ENGINE FOLDER`, or `make build ENGINE=zensical`.

MkDocs is what the site is published with. ProperDocs and Zensical are installed apart from it, in build/engines/; see
decisions/0008-engines.md. ProperDocs reads mkdocs.yml and calls hooks/events.py as MkDocs does. Zensical knows no hooks:
the first and the last of the three steps are taken here, and what it cannot say in its own way is put right.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parents[1]
ENGINES = ("mkdocs", "properdocs", "zensical")
INSTALLED = ROOT / "build/engines"
CONFIG = ROOT / "zensical.yml"  # Zensical wants its configuration above docs/; git does not keep it
BUILT = "build/zensical"
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
TITLE = re.compile(r"<title>.*?</title>")
SKIP = ('href="#__skip"', 'href="#content"')  # the name that our article has


class EngineError(RuntimeError):
    """The engine is unknown or not installed, or did not build; the words say what to do."""


def build(engine: str, site: Path) -> None:
    """Build the site into a folder, strictly.

    Args:
        engine: one of `ENGINES`.
        site: the folder; what is in it is replaced.

    Raises:
        EngineError: the engine is not one of these, is not installed, or stopped at a fault, which it has named itself;
            or the pages, or what the engine made of them, are not as they have to be.

    """
    if engine not in ENGINES:
        raise EngineError(f"ENGINE={engine}: the site is built with {', '.join(ENGINES[:-1])} or {ENGINES[-1]}")
    if engine != "mkdocs" and not (INSTALLED / engine / engine).is_dir():
        raise EngineError(f"{engine} is not installed. Run: make build ENGINE={engine}")
    if engine == "zensical":
        _zensical(site)
    else:
        _run(engine, "--strict", "--config-file", "mkdocs.yml", "--site-dir", os.fspath(site))


def _run(engine: str, *options: str) -> None:
    paths = [] if engine == "mkdocs" else [os.fspath(INSTALLED / engine), os.fspath(ROOT)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    ended = subprocess.run([sys.executable, "-m", engine, "build", *options], cwd=ROOT, env=environment, check=False)
    if ended.returncode:
        raise EngineError(f"{engine} did not build the site; its own words above say why")


def _zensical(site: Path) -> None:
    """Take the three steps; Zensical builds below its configuration and nowhere else."""
    from hooks import steps  # noqa: PLC0415 - MkDocs and ProperDocs import it themselves

    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        given = yaml_load(file)
    built = ROOT / BUILT
    try:
        extra = given["extra"] | steps.before(given["extra"]["areas"] or "")
        ours = {"INHERIT": "mkdocs.yml", "site_dir": BUILT, "extra": extra}
        CONFIG.write_text(yaml.safe_dump(ours), encoding="utf-8")
        _run("zensical", "--clean", "--strict", "--config-file", CONFIG.name)
        _put_right(built, given["site_name"])
        steps.after(built, given["site_name"], extra)
    except steps.BuildError as fault:
        raise EngineError(str(fault)) from None
    finally:
        CONFIG.unlink(missing_ok=True)
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(built, site)


def _put_right(site: Path, name: str) -> None:
    """Lead the skip link to our article; make the page of all results, since Zensical draws no template of ours by itself."""
    for path in site.rglob("*.html"):
        path.write_text(path.read_text(encoding="utf-8").replace(*SKIP), encoding="utf-8")
    template = (ROOT / "overrides/search.html").read_text(encoding="utf-8")
    article, title = ARTICLE.search(template), TITLE.search(template)
    if article is None or title is None:
        raise EngineError("overrides/search.html has no article or no title any more; open hooks/build.py, _put_right")
    home = (site / "index.html").read_text(encoding="utf-8").replace('href=""', 'href="."')
    page = ARTICLE.sub(lambda _: article[0], home, count=1)
    page = TITLE.sub(lambda _: title[0].replace("{{ config.site_name }}", name), page, count=1)
    page = page.replace("</body>", '<script type="module" src="assets/search.js"></script></body>')
    (site / "search.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    try:
        build(sys.argv[1], Path(sys.argv[2]).resolve())
    except EngineError as fault:
        raise SystemExit(f"hooks.build: {fault}") from None
