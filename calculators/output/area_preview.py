"""What readers of an area's edition would see: the box on the home page, one result, and everything that its file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.output import html, local
from calculators.output.area_lines import lines_of
from calculators.output.markup import Html, joined, tag

if TYPE_CHECKING:
    from calculators.areas.model import Area
    from calculators.engine.result import Result

CALCULATOR = "next-steps"
CASE = {  # of the result that is shown
    "role": "school-lead",
    "age-then": "14",
    "others": "one",
    "harmed-age": "14",
    "share-home": "no",
    "share-school": "no",
    "level": "abusive",
    "harm": "yes",
    "images": "none",
    "services": "none",
}


def preview(area: Area, result: Result, base: str) -> Html:
    """Give the preview.

    Args:
        area: the area, as its file gives it.
        result: what the calculator says to `CASE` with this area.
        base: the way from the page to the top of the site ("../../"), for links.

    """
    every = joined(
        tag("div", tag("dt", Html(title)), tag("dd", Html(said))) for title, said in lines_of(area, base).items()
    )
    return joined(
        [
            tag("h4", "The box on the home page"),
            tag(
                "p",
                Html(f"<strong>Ring</strong>, where each child lives: {local.ring_html(area.contact('front-door'))}"),
                cls="ring",
            ),
            tag("h4", "Everything that your file says"),
            tag("dl", every, cls="local"),
            tag("h4", "A result"),
            tag(
                "p",
                f"For a designated safeguarding lead in {area.name}. A child of 14 abused another child of 14, outside home and school.",
            ),
            html.result(result, base),
        ]
    )
