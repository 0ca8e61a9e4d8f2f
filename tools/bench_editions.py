"""How long many editions take: `make bench-editions` prints one `name value` a line.

136 areas with made-up values; each number of areas is made from one build, by as many processes as there are processors.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
COUNTS = (1, 17, 68, 136)


def made_up(number: int) -> str:
    """Give the file of one made-up area; the numbers are from the range kept for fiction."""
    return (
        f'name = "Area {number}"\npartnership = "Area {number} Safeguarding Children Partnership"\n'
        f'[contact.front-door]\nname = "Area {number} front door"\ntelephone = "01632 960{number:03d}"\n'
        f'hours = "9am to 5pm"\nout_of_hours = "07700 900{number:03d}"\n'
        f"[review]\nfirst_every = {number % 3 + 1}\nfirst_for = 6\nthen_every = {number % 4 + 3}\n"
        '[[line]]\nstep = "tell-lead"\ntext = "Ring the duty desk too."\n'
    )


def main() -> None:
    """Make 1, 17, 68 and 136 editions and print what each took."""
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as name:
        folder = Path(name)
        for count in COUNTS:
            areas = folder / f"areas-{count}"
            areas.mkdir()
            for number in range(1, count + 1):
                (areas / f"area-{number}.toml").write_text(made_up(number), encoding="utf-8")
            out = folder / f"editions-{count}"
            start = time.perf_counter()
            command = [sys.executable, "-m", "hooks.site.editions", os.fspath(out), "--areas", os.fspath(areas)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            seconds = time.perf_counter() - start
            used = subprocess.run(["du", "-sm", os.fspath(out)], capture_output=True, text=True, check=True)
            print(f"editions-{count}-seconds {seconds:.2f}")
            print(f"editions-{count}-seconds-each {seconds / count:.3f}")
            print(f"editions-{count}-disk-megabytes {used.stdout.split()[0]}")
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            print(f"editions-{count}-peak-memory-megabytes {peak}")


if __name__ == "__main__":
    main()
