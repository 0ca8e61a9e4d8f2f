"""Local editions: one build, and for each area only the pages that differ.

python -m hooks.site.editions OUT [--areas FOLDER] [--alone] [AREA …]     each area named, or all, in OUT/AREA

What an area changes stands in marked places of the pages (hooks/site/areas.py). So the site is built once; each edition is
that build with its places filled anew, and every file that does not change is linked, not written again. SITE_URL is the
address of OUT: each edition stands in its own folder below it, and OUT has an index. With `--alone`, for one area, SITE_URL
is the address of that edition itself, and there is no index.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from calculators.areas import reader as area_files
from calculators.areas.model import NATIONAL, Area
from calculators.areas.tables import AreaError
from hooks.site import addresses, offline_copies, published_data
from hooks.site import areas as local

ROOT = Path(__file__).parents[2]
BASE = ROOT / "build" / "edition-base"


class EditionsError(RuntimeError):
    """The editions cannot be made; the words say why and what to do."""


def build_base(folder: Path = BASE) -> Path:
    """Build the site for England; give its folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", os.fspath(folder)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "AREAS": NATIONAL}, check=False)
    if done.returncode:
        raise EditionsError("the site cannot be built; mend what is said above, then make the editions again")
    return folder


def make(area: Area, base: Path, out: Path, moved: addresses.Moved = addresses.SAME) -> int:
    """Make the edition of one area.

    Args:
        area: the area.
        base: the folder of the site built for England.
        out: the folder of the edition; what was in it is removed.
        moved: the addresses of the base and of the edition.

    Returns:
        How many files were written anew.

    """
    shutil.rmtree(out, ignore_errors=True)
    written = 0
    for path in sorted(base.rglob("*")):
        name = path.relative_to(base)
        target = out / name
        if path.is_dir():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix in {".html", ".xml"}:
            text = path.read_text(encoding="utf-8")
            filled = moved.in_file(name.as_posix(), local.fill(text, (area,), local.way_up(name)))
            if filled != text:
                target.write_text(filled, encoding="utf-8")
                written += 1
                continue
        if name.as_posix() == addresses.PACKED_MAP:
            target.write_bytes(addresses.packed((out / addresses.MAP).read_text(encoding="utf-8")))
            continue
        try:
            os.link(path, target)
        except OSError:  # another disk, or one without links
            shutil.copyfile(path, target)
    if (out / published_data.INDEX).is_file():
        published_data.for_edition(out, area, moved.own)
    if (out / offline_copies.WORKER).is_file():
        offline_copies.write(out)
    return written


def main(arguments: list[str]) -> int:
    """Make the editions named; give the exit status: 2 where they cannot be made, with a sentence that says why."""
    parser = argparse.ArgumentParser(
        prog="python -m hooks.site.editions", description="Make local editions of the site."
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("area", nargs="*")
    parser.add_argument("--areas", type=Path, default=area_files.FOLDER, help="the folder of the areas' files")
    parser.add_argument("--alone", action="store_true", help="SITE_URL is the address of the one edition itself")
    asked = parser.parse_intermixed_args(arguments)  # Python 3.11 else takes no name after --alone
    if asked.alone and len(asked.area) != 1:
        parser.error("--alone is for one area: name one")
    try:
        address = addresses.read(os.environ.get("SITE_URL", ""))
        named = [name.removesuffix(".toml") for name in asked.area]
        areas = local.offered(named or area_files.keys(asked.areas), asked.areas)
        base = build_base()
    except (AreaError, addresses.AddressError, EditionsError) as fault:
        print(fault, file=sys.stderr)
        return 2
    with Pool() as pool:
        written = pool.starmap(partial(_make_in, base, asked.out, address, asked.alone), [(area,) for area in areas])
    if not asked.alone:
        addresses.index(asked.out, areas, address)
    for area, pages in zip(areas, written, strict=True):
        print(f"{asked.out / area.key}: {pages} files of its own, all else shared")
    return 0


def _make_in(base: Path, out: Path, address: str, alone: bool, area: Area) -> int:  # noqa: FBT001 - given by partial
    moved = addresses.Moved(address, "" if alone else area.key)
    return make(area, base, out / area.key, moved)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
