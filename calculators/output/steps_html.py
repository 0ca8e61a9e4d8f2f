"""The steps of a result as HTML: the reader’s own, and what others do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.engine.rules import TIMES
from calculators.output import local, words
from calculators.output.citation import citations
from calculators.output.markup import NOTHING, Html, joined, tag
from calculators.output.meeting import print_papers

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.engine.plan import Reason, Step
    from calculators.engine.result import Result


def steps(result: Result, base: str, in_lines: tuple[str, ...] = ("next", "later")) -> Html:
    """Give the reader's own steps.

    Args:
        result: what the calculator says.
        base: the way from the page to the top of the site.
        in_lines: the times whose steps stand in a line each, keys of `TIMES`.

    """
    leading = () if result.finding else result.leading  # a finding is the heading itself
    whole = [step for step in result.yours if step.when not in in_lines or step in leading]
    parts = [tag("h4", "Your steps" if result.role else "What to do")]
    if whole:
        items = joined(
            _step(result, step, base)
            if n < MOST and step.when in SOON
            else _line(result, step, base, words.when_and_whom)
            for n, step in enumerate(whole)
        )
        parts.append(tag("ol", items, cls="result__steps"))
    lines = {
        when: [
            _line(result, step, base, words.whom) for step in result.yours if step.when == when and step not in whole
        ]
        for when in in_lines
    }
    few = sum(map(len, lines.values())) <= FEW
    parts += [
        _to_come(TIMES[when], found, len(found) if few else shown)
        for when, found, shown in zip(lines, lines.values(), IN_SIGHT, strict=False)
        if found
    ]
    return joined(parts)


def _to_come(title: str, lines: list[Html], shown: int) -> Html:
    """Give the steps of a time: so many in sight, and the others a press away."""
    rest = f"{title} ({len(lines)})" if not shown else f"{len(lines) - shown} more that come next"
    return tag(
        "div",
        tag("h4", title) if shown else None,
        tag("ul", joined(lines[:shown])) if shown else None,
        tag("details", tag("summary", rest), tag("ul", joined(lines[shown:])), cls="result__more")
        if lines[shown:]
        else None,
        cls="result__later",
    )


def _step(result: Result, step: Step, base: str) -> Html:
    """Give a step whole: the instruction, what to know for it, one reason, and the way to more."""
    return tag(
        "li",
        tag("span", words.when_and_whom(step), cls="result__when"),
        _instruction(result, step),
        _detail(result, step),
        tag("div", reason(step.reasons[0]), cls="result__because") if step.reasons else None,
        _local_lines(result, step),
        _links(step, base, _more_reasons(step)),
        data_action=step.action.key,
    )


def _line(result: Result, step: Step, base: str, about: Callable[[Step], str]) -> Html:
    """Give a step in one line; what to know for it, why, and the way to more are a press away."""
    said = about(step)
    line = joined([_instruction(result, step), *([f"({said})"] if said else [])], " ")
    inside = [
        _detail(result, step),
        tag("ul", joined(tag("li", reason(one)) for one in step.reasons)) if step.reasons else None,
        _links(step, base),
    ]
    folded = any(inside)
    return tag(
        "li",
        tag("details", tag("summary", line), *inside, cls="result__more result__line") if folded else line,
        _local_lines(result, step),
        data_action=step.action.key,
    )


SOON = frozenset({"now", "today"})
MOST = 5  # steps that are shown whole
FEW = 5  # lines of next and later steps that all stand in sight
IN_SIGHT = (4, 0)  # of more: how many of the next ones, and of the later ones


def _instruction(result: Result, step: Step) -> Html:
    """Give the words of a step, its condition, and whether it is this site’s own."""
    only = [_only_if(step)] if step.only_if else []
    return joined([tag("strong", words.said(step, result.role)), *only, *_own(result, step)], " ")


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


def _links(step: Step, base: str, fold: Html | None = None) -> Html | None:
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


def _more_reasons(step: Step) -> Html | None:
    """Give, folded, the reasons of a step after the one that is shown."""
    reasons = joined(tag("li", reason(one)) for one in step.reasons[1:])
    return tag("details", tag("summary", "Why"), tag("ul", reasons), cls="result__more") if reasons else None


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
