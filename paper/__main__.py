"""python -m paper SITE [NAME …]: print the built site in folder SITE; all PDFs, or those of these names."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from time import monotonic

from paper import sheets
from paper.printing import by_name, print_one
from tools.find_browser import find, node_for_playwright

PROCESSES = min(2, os.cpu_count() or 1)  # each with a browser of its own, which ends with it


def main(arguments: list[str]) -> int:
    """Make the PDFs; give the exit status."""
    site, wanted = Path(arguments[0]).resolve(), set(arguments[1:])
    names = [name for name in by_name() if not wanted or name in wanted]
    if unknown := wanted - set(names):
        sys.stderr.write(f"there is no PDF named {', '.join(sorted(unknown))}\n")
        return 2
    if not find():
        sys.stderr.write("no browser found: install Chromium, Chrome or Edge and run it again\n")
        return 1
    node_for_playwright()
    started = monotonic()
    counted: dict[str, int] = {}
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(print_one, (site, name)) for name in names]):
            name, count, seconds = done.result()
            counted[name] = count
            said = f"{len(counted)} of {len(names)}: {name}.pdf, {sheets.words(count)}, {seconds:.1f} s\n"
            sys.stdout.write(said)
            sys.stdout.flush()
    sheets.write(site, counted)
    sys.stdout.write(f"{sum(counted.values())} sheets in {monotonic() - started:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
