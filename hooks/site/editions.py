"""Local editions: one build, and for each area only the pages that differ.

python -m hooks.site.editions OUT [--areas FOLDER] [AREA …]     each area named, or all, in OUT/AREA, with an index in OUT

What an area changes stands in marked places of the pages (hooks/site/areas.py). So the site is built once; each edition is
that build with its places filled anew, and every file without such a place is linked, not written again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from functools import partial
from html import escape
from multiprocessing import Pool
from pathlib import Path

from calculators.areas import reader as area_files
from calculators.areas.model import NATIONAL, Area
from hooks.site import areas as local
from hooks.site import offline_copies

ROOT = Path(__file__).parents[2]
BASE = ROOT / "build" / "edition-base"


def build_base(folder: Path = BASE) -> Path:
    """Build the site for England; give its folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", os.fspath(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "AREAS": NATIONAL}, check=True)
    return folder


def make(area: Area, base: Path, out: Path) -> int:
    """Make the edition of one area from the build in `base`; give how many pages were written anew."""
    shutil.rmtree(out, ignore_errors=True)
    written = 0
    for path in sorted(base.rglob("*")):
        name = path.relative_to(base)
        target = out / name
        if path.is_dir():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".html":
            text = path.read_text(encoding="utf-8")
            filled = local.fill(text, (area,), local.way_up(name))
            if filled != text:
                target.write_text(filled, encoding="utf-8")
                written += 1
                continue
        try:
            os.link(path, target)
        except OSError:  # another disk, or one without links
            shutil.copyfile(path, target)
    if (out / offline_copies.WORKER).is_file():
        offline_copies.write(out)
    return written


def index(areas: list[Area]) -> str:
    """Give the page that lists the editions."""
    items = "".join(f'<li><a href="{area.key}/">{escape(area.name)}</a></li>' for area in areas)
    title = "Harmful sexual behaviour guidance: local editions"
    return (
        f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><h1>{title}</h1><p>In danger ring 999.</p><ul>{items}</ul></html>\n"
    )


def main(arguments: list[str]) -> int:
    """Make the editions named; give the exit status: 2 where an area's file cannot be used."""
    parser = argparse.ArgumentParser(
        prog="python -m hooks.site.editions", description="Make local editions of the site."
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("area", nargs="*")
    parser.add_argument("--areas", type=Path, default=area_files.FOLDER, help="the folder of the areas' files")
    asked = parser.parse_args(arguments)
    try:
        areas = [area_files.load(key, asked.areas) for key in asked.area or area_files.keys(asked.areas)]
    except area_files.AreaError as fault:
        print(fault, file=sys.stderr)
        return 2
    base = build_base()
    with Pool() as pool:
        written = pool.starmap(partial(_make_in, base, asked.out), [(area,) for area in areas])
    (asked.out / "index.html").write_text(index(areas), encoding="utf-8")
    for area, pages in zip(areas, written, strict=True):
        print(f"{asked.out / area.key}: {pages} pages of its own, all else shared")
    return 0


def _make_in(base: Path, out: Path, area: Area) -> int:
    return make(area, base, out / area.key)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
