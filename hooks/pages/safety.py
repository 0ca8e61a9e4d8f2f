"""The hazard log, docs/safety/hazards.toml, as data and as Markdown."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

LOG = Path(__file__).resolve().parents[2] / "docs" / "safety" / "hazards.toml"
SEVERITIES = ("moderate", "major", "catastrophic")
LIKELIHOODS = ("rare", "possible", "likely")
RISKS = ("low", "medium", "high")


@dataclass(frozen=True)
class Hazard:
    """One way in which the site could lead to harm, what holds it in check, and what is left."""

    key: str
    title: str
    cause: str
    effect: str
    severity: str
    likelihood: str
    control: str
    tests: tuple[str, ...]
    left: str

    @property
    def risk(self) -> str:
        """The risk that is left: a step up for each step of severity and of likelihood, from low to high."""
        steps = SEVERITIES.index(self.severity) + LIKELIHOODS.index(self.likelihood)
        return RISKS[min(max(steps - 1, 0), 2)]


def hazards() -> tuple[Hazard, ...]:
    """Read the log.

    Raises:
        KeyError, TypeError or ValueError: a part is missing, unknown or none of the words for it.

    """
    entries = tomllib.loads(LOG.read_text(encoding="utf-8"))["hazard"]
    found = tuple(Hazard(**{**entry, "tests": tuple(entry["tests"])}) for entry in entries)
    for hazard in found:
        if hazard.severity not in SEVERITIES or hazard.likelihood not in LIKELIHOODS:
            raise ValueError(f"{hazard.key}: severity {hazard.severity}, likelihood {hazard.likelihood}")
    return found


def log() -> str:
    """Give the log as Markdown: a table to see it whole, then each hazard."""
    rows = ["| Hazard | Severity | Likelihood | Risk left |", "|---|---|---|---|"]
    rows += [f"| [{one.title}](#{one.key}) | {one.severity} | {one.likelihood} | {one.risk} |" for one in hazards()]
    parts = []
    for one in hazards():
        tests = ", ".join(f"`{test}`" for test in one.tests)
        parts += [
            f"### {one.title} {{ #{one.key} }}",
            "",
            f"- **Cause:** {one.cause}",
            f"- **Effect:** {one.effect}",
            f"- **Severity:** {one.severity}. **Likelihood with the controls:** {one.likelihood}",
            f"- **Control:** {one.control}",
            f"- **Tests:** {tests}",
            f"- **Risk left:** {one.risk}. {one.left}",
            "",
        ]
    return "\n".join([*rows, "", *parts])
