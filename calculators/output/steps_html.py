"""The steps of a result as HTML: the reader’s own, and what others do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.engine.rules import TIMES
from calculators.output import local, words
from calculators.output.citation import citations
from calculators.output.markup import NOTHING, Html, joined, tag
from calculators.output.meeting import print_papers

if TYPE_CHECKING:
    from calculators.engine.plan import Reason, Step
    from calculators.engine.result import Result


def steps(result: Result, base: str, in_lines: tuple[str, ...] = ("next", "later")) -> Html:
    """Give the reader's own steps.

    Args:
        result: what the calculator says.
        base: the way from the page to the top of the site.
        in_lines: the times whose steps stand in a line each, keys of `TIMES`.

    """
    whole = [step for step in result.yours if step.when not in in_lines or step in result.leading]
    parts = [tag("h4", "Your steps" if result.role else "What to do")]
    if whole:
        items = joined(_step(result, step, base, whole=step.when in SOON and n < MOST) for n, step in enumerate(whole))
        parts.append(tag("ol", items, cls="result__steps"))
    for when in in_lines:
        lines = [
            tag("li", _line(result, step, base), data_action=step.action.key)
            for step in result.yours
            if step.when == when and step not in whole
        ]
        if lines:
            parts.append(tag("div", tag("h4", TIMES[when]), tag("ul", joined(lines)), cls="result__later"))
    return joined(parts)


def _step(result: Result, step: Step, base: str, *, whole: bool) -> Html:
    """Give a step: the instruction, what to know for it, one reason, and the way to more.

    Where it is not shown whole, what to know and why are a press away: for a step that comes next, and where many stand
    before it.
    """
    shown = 1 if whole else 0
    fold = _more(result, step, "Why" if whole else "More", shown)
    return tag(
        "li",
        tag("span", words.when_and_whom(step), cls="result__when"),
        joined(
            [
                tag("strong", words.said(step, result.role)),
                *([_only_if(step)] if step.only_if else []),
                *_own(result, step),
            ],
            " ",
        ),
        _detail(result, step) if whole else None,
        tag("div", reason(step.reasons[0]), cls="result__because") if shown and step.reasons else None,
        _local_lines(result, step),
        _links(step, base, fold),
        data_action=step.action.key,
    )


SOON = frozenset({"now", "today"})
MOST = 7  # steps that are shown whole


def _own(result: Result, step: Step) -> list[Html]:
    """Mark what is this site's own rule, where the citations of others stand."""
    return [tag("span", "this site’s advice", cls="citations")] if step.action.own_for(result.role) else []


def _only_if(step: Step) -> Html:
    return tag("span", f"Only if {step.only_if}.", cls="result__only-if")


def _detail(result: Result, step: Step) -> Html | None:
    area = words.whose(step, result.area)
    said = " ".join(part for part in (step.action.detail_for(result.role), area) if part)
    return tag("span", said, cls="result__detail") if said else None


def reason(one: Reason) -> Html:
    """Give a reason with its units."""
    return joined([words.reason(one), citations(one.cites)], " ")


def _links(step: Step, base: str, fold: Html | None) -> Html | None:
    links = [fold] if fold else []
    if step.action.paragraph:
        links.append(paragraph(step.action.key, step.action.paragraph, base))
    if step.action.meeting:
        links.append(print_papers(step.action.meeting))
    return tag("div", *links, cls="result__links") if links else None


def address(page: str, base: str) -> str:
    """Give the address of a page, such as procedure/referral.md, from a page that is `base` below the top of the site."""
    return f"{base}{page.removesuffix('.md').removesuffix('index').rstrip('/')}/"


def paragraph(key: str, place: str, base: str) -> Html:
    """Give the link to the paragraph that tells an action in full; the page puts its number into it."""
    page, _, anchor = place.partition("#")
    return tag("a", "Read more", href=f"{address(page, base)}#{anchor}", cls="result__paragraph", data_paragraph=key)


def _local_lines(result: Result, step: Step) -> Html:
    """Give what the area has for a step, and what it adds beside it."""
    if not result.area:
        return NOTHING
    lines = result.area.beside(step.action.key, *step.included)
    has = local.arrangements(result.area, step.action.key, step.action.contact)
    return joined(
        [
            Html(has),
            *(Html(local.added(result.area, line, citations(line.cites) if line.cites else "")) for line in lines),
        ]
    )


def _line(result: Result, step: Step, base: str) -> Html:
    """Give a step in one line; what to know for it, and why, are a press away."""
    about = words.when_and_whom(step).partition(" · ")[2]
    return joined(
        [
            tag("strong", words.said(step, result.role)),
            *([_only_if(step)] if step.only_if else []),
            *([f"({about})"] if about else []),
            *_own(result, step),
            *[link for link in [_links(step, base, _more(result, step, "More", 0))] if link],
            _local_lines(result, step),
        ],
        " ",
    )


def _more(result: Result, step: Step, title: str, shown: int) -> Html | None:
    """Give, folded, what to know for a step, unless it is in sight, and its reasons after those that are shown."""
    detail = None if shown else _detail(result, step)
    reasons = joined(tag("li", reason(one)) for one in step.reasons[shown:])
    if not (reasons or detail):
        return None
    return tag("details", tag("summary", title), detail, tag("ul", reasons), cls="result__more")


def others(result: Result, base: str) -> Html:
    """Give the steps that somebody else takes, folded, a line each."""
    if not result.others:
        return NOTHING
    parts = []
    for when, title in TIMES.items():
        found = [step for step in result.others if step.when == when]
        if found:
            items = joined(tag("li", _other(result, step, base), data_action=step.action.key) for step in found)
            parts.append(joined([tag("h5", title), tag("ul", items)]))
    return tag(
        "details", tag("summary", f"What others will do ({len(result.others)})"), *parts, cls="fold result__others"
    )


def _other(result: Result, step: Step, base: str) -> Html:
    only = [_only_if(step)] if step.only_if else []
    whose = words.whose(step, result.area)
    link = [paragraph(step.action.key, step.action.paragraph, base)] if step.action.paragraph else []
    own = _local_lines(result, step)
    return joined([step.action.others, *only, *([whose] if whose else []), citations(step.cites), *link, own], " ")
