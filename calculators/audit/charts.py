"""Charts of audit means as SVG: a radar and bars. Each round has its own line, mark and pattern, so that grey is enough.

Beside each chart the same numbers stand in a table. Nothing is styled in place: the classes are of the style sheet.
"""

from __future__ import annotations

from html import escape
from math import cos, pi, sin

from calculators.audit.sums import HIGHEST, ROUNDS, Mean

Series = dict[int, list[Mean]]  # by round, a mean for each axis


PATTERNS = (
    '<defs><pattern id="chart-2" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="chart__paper" width="6" height="6"/>'
    '<path class="chart__stroke" d="M0 6L6 0"/></pattern><pattern id="chart-3" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect class="chart__paper" width="5" height="5"/><circle class="chart__dot" cx="2.5" cy="2.5" r="1"/></pattern></defs>'
)


def radar(names: list[str], series: Series) -> str:
    """Draw a radar: an axis for each domain, from 0 in the middle to 4 at the rim, a line for each round."""
    middle, rim = 200, 105
    count = len(names)

    def place(axis: int, value: float) -> tuple[float, float]:
        angle = 2 * pi * axis / count - pi / 2
        return round(middle + rim * value / HIGHEST * cos(angle), 1), round(150 + rim * value / HIGHEST * sin(angle), 1)

    def outline(values: list[float]) -> str:
        return " ".join(f"{x},{y}" for x, y in (place(axis, value) for axis, value in enumerate(values)))

    parts = [f'<polygon class="chart__grid" points="{outline([ring] * count)}"/>' for ring in range(1, HIGHEST + 1)]
    for axis, name in enumerate(names):
        x, y = place(axis, HIGHEST)
        parts.append(f'<line class="chart__grid" x1="{middle}" y1="150" x2="{x}" y2="{y}"/>')
        x, y = place(axis, HIGHEST * 1.16)
        anchor = "middle" if abs(x - middle) < rim / 4 else "start" if x > middle else "end"
        parts.append(f'<text class="chart__label" x="{x}" y="{y + 4}" text-anchor="{anchor}">{escape(name)}</text>')
    parts += [
        f'<text class="chart__scale" x="{middle + 4}" y="{150 - rim * ring / HIGHEST + 4}">{ring}</text>'
        for ring in range(HIGHEST + 1)
    ]
    for number, means in series.items():
        values = [mean.value for mean in means]
        if all(value is not None for value in values):
            parts.append(
                f'<polygon class="chart__line chart__line--{number}" points="{outline([value or 0 for value in values])}"/>'
            )
        for axis, value in enumerate(values):
            if value is not None:
                parts.append(_mark(number, *place(axis, value)))
    parts += _legend(series, 292)
    return _svg(400, 300 + 18 * len(series), "radar", parts)


def bars(names: list[str], series: Series) -> str:
    """Draw bars lying from the left, a group for each domain, a bar for each round."""
    left, width, bar, gap = 92, 200, 13, 12
    parts = [PATTERNS]
    y = 8.0
    for axis, name in enumerate(names):
        group = max(bar * len(series), bar)
        parts.append(
            f'<text class="chart__label" x="{left - 8}" y="{y + group / 2 + 4}" text-anchor="end">{escape(name)}</text>'
        )
        for number, values in series.items():
            value = values[axis].value
            length = 0 if value is None else width * value / HIGHEST
            parts.append(
                f'<rect class="chart__bar chart__bar--{number}" x="{left}" y="{y}" width="{length:.1f}" height="{bar - 2}"/>'
            )
            parts.append(
                f'<text class="chart__scale" x="{left + length + 5:.1f}" y="{y + bar - 4}">{values[axis].shown}</text>'
            )
            y += bar
        y += gap
    parts.append(f'<path class="chart__grid" d="M{left} 4V{y - gap + 4}"/>')
    parts += _legend(series, y + 8, patterns=True)
    return _svg(340, y + 10 + 18 * len(series), "bars", parts)


def _mark(number: int, x: float, y: float) -> str:
    shape = {
        1: f'<circle cx="{x}" cy="{y}" r="4"/>',
        2: f'<rect x="{x - 4}" y="{y - 4}" width="8" height="8"/>',
        3: f'<polygon points="{x},{y - 5} {x + 5},{y + 4} {x - 5},{y + 4}"/>',
    }[number]
    return f'<g class="chart__mark chart__mark--{number}">{shape}</g>'


def _legend(series: Series, top: float, *, patterns: bool = False) -> list[str]:
    parts = []
    for place, number in enumerate(series):
        y = top + 18 * place
        if patterns:
            parts.append(f'<rect class="chart__bar chart__bar--{number}" x="92" y="{y - 9}" width="24" height="11"/>')
        else:
            parts.append(
                f'<path class="chart__line chart__line--{number}" d="M88 {y - 4}h32"/>' + _mark(number, 104, y - 4)
            )
        parts.append(
            f'<text class="chart__label" x="128" y="{y}">Round {number}: {escape(ROUNDS[number].lower())}</text>'
        )
    return parts


def _svg(width: float, height: float, kind: str, parts: list[str]) -> str:
    return f'<svg class="chart chart--{kind}" viewBox="0 0 {width:g} {height:g}" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
