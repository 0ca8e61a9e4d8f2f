"""What changed between two rounds of an audit, and how far the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.audit.sums import counted, lines, scores_of

if TYPE_CHECKING:
    from calculators.audit.sums import Audit, Mean


@dataclass(frozen=True)
class Move:
    """A line whose score changed from one round to a later one, and the agencies that scored it in only one of the two."""

    line: str
    before: int
    after: int
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """Points up, or down where negative."""
        return self.after - self.before

    @property
    def is_like_for_like(self) -> bool:
        """Whether the same agencies scored the line in both rounds."""
        return not self.only_before and not self.only_after


def moved(audit: Audit, earlier: int, later: int) -> tuple[Move, ...]:
    """Give the lines scored in both rounds whose score changed: the largest change first, and of two alike the fall."""
    before, after = counted(audit, earlier), counted(audit, later)
    others = other_agencies(audit, earlier, later)
    found = [
        Move(line, was, now, *others.get(line, ((), ())))
        for line in lines()
        if (was := before[line]) is not None and (now := after[line]) is not None and was != now
    ]
    return tuple(sorted(found, key=lambda move: (-abs(move.points), move.points)))


def other_agencies(audit: Audit, earlier: int, later: int) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the lines scored in both rounds, but not by the same agencies: who scored only in the earlier, only in the later.

    The lowest score counts, so an agency that leaves a line blank or joins in can move the line by itself.
    """
    before, after = scores_of(audit, earlier), scores_of(audit, later)
    return {
        line: (
            tuple(agency for agency in before[line] if agency not in after[line]),
            tuple(agency for agency in after[line] if agency not in before[line]),
        )
        for line in lines()
        if before[line] and after[line] and before[line].keys() != after[line].keys()
    }


def change(before: Mean, after: Mean) -> int | None:
    """Give the change between two means in tenths, as they are printed, so that what is printed adds up; None without both."""
    if before.tenths is None or after.tenths is None:
        return None
    return after.tenths - before.tenths


def only_in_one(audit: Audit, earlier: int, later: int) -> int:
    """Give how many lines are scored in one of two rounds and not in the other: their means are over other lines."""
    before, after = counted(audit, earlier), counted(audit, later)
    return sum((before[line] is None) != (after[line] is None) for line in lines())
