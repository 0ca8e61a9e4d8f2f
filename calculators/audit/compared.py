"""Several partnerships' means side by side, without names."""

from __future__ import annotations

from string import ascii_uppercase

from calculators.audit import means
from calculators.audit.sums import ROUNDS, Audit, Figure, Other, domains, tenths_shown
from calculators.audit.writing import heading, paragraph, table


def compared(held: Audit, number: int | None) -> str:
    """Give the comparison as HTML, or nothing where there are no other means.

    Args:
        held: the audit.
        number: the round of our own means; None where we have none.

    """
    if not held.others:
        return ""
    rows = [_row(f"Ours, round {number}", means.of(held), number)] if number else []
    for place, other in enumerate(in_no_order_of_names(held.others)):
        name = f"Partnership {letters(place)}, round"
        rows += [_row(f"{name} {of_round}", other, of_round) for of_round in sorted(other.rounds)]
    names = ["All lines", *(domain.name for domain in domains())]
    return (
        heading(4, "Beside other partnerships")
        + paragraph(
            "The files of the others hold means only: no name, no agency, no date and no note. "
            "They scored themselves, so a higher mean does not prove a better response."
        )
        + table("Means from 0 to 4, and over how many lines", ["Partnership", *names], rows, wide=True)
    )


def in_no_order_of_names(others: tuple[Other, ...]) -> list[Other]:
    """Give the others in the order of their means, so that the order in which files were opened tells nothing."""

    def key(other: Other) -> list[tuple[int, int, int]]:
        return [
            (number, -1 if figure.tenths is None else figure.tenths, figure.scored)
            for number in ROUNDS
            for figure in other.rounds.get(number, {}).values()
        ]

    return sorted(others, key=key, reverse=True)


def letters(place: int) -> str:
    """Give the letters of a place: A to Z, then AA, AB."""
    more, last = divmod(place, len(ascii_uppercase))
    return (letters(more - 1) if more else "") + ascii_uppercase[last]


def _row(name: str, other: Other, number: int) -> list[str]:
    return [name, *(_said(figure) for figure in other.rounds[number].values())]


def _said(figure: Figure) -> str:
    return "not scored" if figure.tenths is None else f"{tenths_shown(figure.tenths)} ({figure.scored})"
