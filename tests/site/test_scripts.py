"""The scripts of the page by themselves: `node --test`, the linter and the type checker."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_what_the_scripts_work_out() -> None:
    """Every test of tests/scripts passes."""
    tests = sorted(str(path) for path in (ROOT / "tests" / "scripts").glob("*.test.mjs"))
    assert tests
    done = subprocess.run(["node", "--test", *tests], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
