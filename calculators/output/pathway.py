"""The pathway as HTML: two lanes, the conditions on the arrows, and where each child is. Its words stay words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.actions.pathway import LANES, stages
from calculators.output.markup import Html, joined, tag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calculators.actions.pathway import Box, Stage

NAMES = {
    "both": "Each child",
    "harmed": "Child who was harmed",
    "displayed": "Child who displayed the behaviour",
}


def drawing(link: Callable[[str], str | None], checks: Callable[[Box], Html | None], here: Mapping[str, str]) -> Html:
    """Draw the pathway.

    Args:
        link: gives the address of a page; None: no link, as on paper.
        checks: gives what stands below the text of a box, such as links to calculators; or None.
        here: by the key of a box, the words that say who is there.

    """
    heads = tag(
        "p", *(tag("span", NAMES[lane]) for lane in ("harmed", "displayed")), cls="lanes__heads", aria_hidden="true"
    )
    rows = joined(_row(stage, link, checks, here) for stage in stages())
    return tag("div", heads, tag("ol", rows), cls="lanes")


def _row(
    stage: Stage, link: Callable[[str], str | None], checks: Callable[[Box], Html | None], here: Mapping[str, str]
) -> Html:
    lanes = (
        tag(
            "div",
            tag("p", f"{NAMES[lane]}:", cls="visually-hidden"),
            *(_box(box, link, checks, here) for box in stage.lanes[lane]),
            cls=f"lanes__lane lanes__lane--{lane}",
        )
        for lane in LANES
        if stage.lanes[lane]
    )
    return tag("li", *lanes, cls="lanes__stage")


def _box(
    box: Box, link: Callable[[str], str | None], checks: Callable[[Box], Html | None], here: Mapping[str, str]
) -> Html:
    said = here.get(box.key)
    return joined(
        [
            tag("p", box.when, cls="lanes__when") if box.when else None,
            tag(
                "div",
                tag("p", said, cls="lanes__here") if said else None,
                tag("a" if link(box.page) else "span", box.name, href=link(box.page), cls="lanes__name"),
                tag("p", box.text, cls="lanes__text"),
                checks(box),
                cls="lanes__box lanes__box--here" if said else "lanes__box",
                aria_current="step" if said else None,
            ),
        ]
    )
