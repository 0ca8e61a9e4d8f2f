"""A partnership's means as a file to compare with others: no name, no agency, no date, no single score, no note.

The JSON: `format` ("hsb-framework-audit-means"), `version` (1) and `rounds`: by round, by domain (1 to 5; 0 stands for all
lines), `mean` (0.0 to 4.0, one figure after the point, or null) and `scored` (over how many lines).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.audit.errors import AuditFileError
from calculators.audit.sums import HIGHEST, ROUNDS, Audit, Figure, Other, by_domain, domains, lines, overall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.audit.sums import Mean

FORMAT = "hsb-framework-audit-means"
VERSION = 1
ALL = 0  # stands for all lines where a domain's number is asked for


def of(audit: Audit) -> Other:
    """Give the means of an audit, round by round, without saying whose."""
    return Other({number: _figures(audit, number) for number in audit.rounds()})


def _figures(audit: Audit, number: int) -> Mapping[int, Figure]:
    found: dict[int, Mean] = {ALL: overall(audit, number), **by_domain(audit, number)}
    return {domain: Figure(mean.tenths, mean.scored) for domain, mean in found.items()}


def to_data(other: Other) -> dict[str, Any]:
    """Give means as the data of their file."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "rounds": {
            str(number): {
                str(domain): {
                    "mean": None if figure.tenths is None else figure.tenths / 10,
                    "scored": figure.scored,
                }
                for domain, figure in figures.items()
            }
            for number, figures in other.rounds.items()
        },
    }


def from_data(name: str, data: object) -> Other:
    """Give the means that the data of a file hold.

    Raises:
        AuditFileError: something in them is missing or wrong.

    """
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("rounds"), dict):
        raise AuditFileError(f"{name}: these means cannot be read. They are damaged or of another edition.")
    rounds: dict[int, dict[int, Figure]] = {}
    for number, figures in data["rounds"].items():
        if number not in {str(known) for known in ROUNDS} or not isinstance(figures, dict):
            raise AuditFileError(f"{name}: these means have a round that cannot be read. There are rounds 1, 2 and 3.")
        rounds[int(number)] = {
            domain: _figure(name, figures.get(str(domain)), most) for domain, most in _counts().items()
        }
    if not rounds:
        raise AuditFileError(f"{name} holds no means: nothing was scored when it was saved.")
    return Other(rounds)


def _counts() -> dict[int, int]:
    """Give how many lines each domain has, and all together under 0."""
    return {ALL: len(lines()), **{domain.number: len(domain.lines) for domain in domains()}}


def _figure(name: str, found: object, most: int) -> Figure:
    if isinstance(found, dict):
        mean, scored = found.get("mean"), found.get("scored")
        if isinstance(scored, int) and not isinstance(scored, bool) and 0 <= scored <= most:
            if mean is None and scored == 0:
                return Figure(None, 0)
            if isinstance(mean, int | float) and not isinstance(mean, bool) and 0 <= mean <= HIGHEST and scored:
                return Figure(round(mean * 10), scored)
    raise AuditFileError(f"{name}: a mean in it cannot be read. Means go from 0 to {HIGHEST}.")
