"""The build and the tests with the machine's clock set to days to come: `make clocks`.

Nothing that a user runs may depend on the date, so each build has to be the same, byte for byte, as the one of today. The
clock is set by libfaketime (Debian's package faketime). Where it is not there, a sentence says so and the status is 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# After the first review that is due, and after every date that is written into the site.
DAYS = ("2027-06-01", "2033-01-01")
HOUR = "09:00:00"
TESTS = ("tests/engine", "tests/guides", "tests/site", "tests/paper")
# libfaketime writes to a stream that the test has closed.
LEFT_OUT = "not closed_streams"


def unlike(one: Path, other: Path) -> list[str]:
    """Give the path, below both folders, of each file that is in one only or whose bytes are not the same."""

    def files(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }

    first, second = files(one), files(other)
    return [path for path in sorted(first.keys() | second.keys()) if first.get(path) != second.get(path)]


def _run(*command: str, day: str = "") -> bool:
    """Run a command, on that day or today, and tell whether it ended well. Waits and timeouts keep the real clock."""
    clock = ["faketime", "-f", f"@{day} {HOUR}"] if day else []
    kept = {**os.environ, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    return subprocess.run([*clock, *command], env=kept, check=False).returncode == 0


def _build(folder: Path, day: str = "") -> bool:
    return _run(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder), day=day)


def faults(day: str, today: Path, folder: Path) -> list[str]:
    """Build and test on a day.

    Args:
        day: as YYYY-MM-DD.
        today: the folder that holds the site as it is built today.
        folder: where the site of that day is built.

    Returns:
        A sentence for each fault; none where all is well.

    """
    if not _build(folder, day):
        return [f"{day}: the site does not build."]
    found = [f"{day}: {path} is not what is built today." for path in unlike(today, folder)]
    tests = (sys.executable, "-m", "pytest", "-q", "-rfE", "--numprocesses", "auto", "-k", LEFT_OUT, *TESTS)
    return found if _run(*tests, day=day) else [*found, f"{day}: a test fails; its own words stand above."]


def main() -> int:
    """Try each of `DAYS` and print what is wrong; give the status."""
    if not shutil.which("faketime"):
        sys.stderr.write("clocks: faketime is not installed. On Debian and Ubuntu: apt-get install faketime\n")
        return 1
    found = []
    with tempfile.TemporaryDirectory() as place:
        today = Path(place, "today")
        if not _build(today):
            return 1
        for day in DAYS:
            found += faults(day, today, Path(place, day))
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{len(found)} faults on {' and '.join(DAYS)}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
