"""The approved tables: every rule of every guide as a row that a practice lead can read in a diff.

`make tables` (python -m tests.approved_tables) writes them anew.
"""

from __future__ import annotations

from pathlib import Path

from calculators.catalogue import GUIDES
from calculators.reports import table_csv

FOLDER = Path(__file__).parent / "tables"


def main() -> None:
    """Write the table of every guide."""
    for name, guide in GUIDES.items():
        (FOLDER / f"{name}.csv").write_text(table_csv(guide), encoding="utf-8")


if __name__ == "__main__":
    main()
