"""Questions for an age in completed years, cut only where a source draws a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from calculators.engine import digits
from calculators.engine.conditions import NOT_KNOWN, Condition
from calculators.engine.questions import GuideError, NotKnown, Option, Question, listed, lowered

OLDEST = 120  # years; an age above it is a slip of the keyboard
CHILDHOOD_ENDS = 18  # years: llr:2, nel:scope, hsbf:1.1.definition


@dataclass(frozen=True)
class Ages(Question):
    """A question for an age in completed years, cut only where a source draws a line.

    Args:
        cuts: the birthdays, in years, at which a source draws a line.
        until: the key of an age that may follow it, where something went on for some time: what holds at any age
            from this one to that one then holds.
        moves: True for an age of today, whose next birthday can change what holds.

    """

    cuts: tuple[int, ...] = ()
    until: str = ""
    moves: bool = False

    @property
    def from_mild_to_worse(self) -> tuple[str, ...]:
        """The bands of childhood from the oldest to the youngest: a younger child is never milder."""
        return tuple(key for key, (low, _) in reversed(self.bands.items()) if low < CHILDHOOD_ENDS)

    @cached_property
    def bands(self) -> dict[str, tuple[int, int]]:
        """The key of each band with its first and last age in completed years."""
        return {_band_key(low, high): (low, high) for low, high in _bands(self.cuts)}

    def under(self, years: int) -> Condition:
        """Want an age below this birthday."""
        return self.between(0, years - 1)

    def at_least(self, years: int) -> Condition:
        """Want an age from this birthday on."""
        return self.between(years, OLDEST)

    def between(self, first: int, last: int) -> Condition:
        """Want an age from `first` to `last`, both in completed years and both included.

        Raises:
            GuideError: the question draws no line there.

        """
        edges = {0, *self.cuts, OLDEST + 1}
        if first not in edges or last + 1 not in edges:
            raise GuideError(f"{self.key}: no line is drawn at {first} or {last + 1}; lines: {self.cuts}")
        return self.among(*(key for key, (low, high) in self.bands.items() if first <= low and high <= last))

    def cut_at(self, *cuts: int, when: Condition | None = None) -> Ages:
        """Ask for the same fact with the lines that one calculator needs, where `when` makes it relevant."""
        if list(cuts) != sorted(set(cuts)):
            raise GuideError(f"{self.key}: the lines must rise: {cuts}")
        options = tuple(Option(_band_key(low, high), _band_label(low, high)) for low, high in _bands(cuts))
        if self.not_known is not None or isinstance(self, LaterAge):
            options = (*options, Option(NOT_KNOWN, "Not known"))
        return replace(self, options=options, cuts=cuts, when=when)

    def in_words(self, keys: tuple[str, ...]) -> str:
        """Put bands into words, joining those that touch: "under 13 or not known"."""
        spans: list[tuple[int, int]] = []
        for low, high in (self.bands[key] for key in keys if key in self.bands):
            if spans and spans[-1][1] + 1 == low:
                spans[-1] = (spans[-1][0], high)
            else:
                spans.append((low, high))
        words = [lowered(_band_label(low, high)) for low, high in spans]
        others = [lowered(self.label(key)) for key in keys if key not in self.bands]
        return listed(words + others)

    def band_of(self, years: int) -> str:
        """Give the key of the band that an age in completed years stands in."""
        return next(key for key, (low, high) in self.bands.items() if low <= years <= high)

    def bands_between(self, first: str, last: str) -> tuple[str, ...]:
        """Give the keys of every band from one to another, both included; the first alone where the other is before it."""
        keys = list(self.bands)
        return tuple(keys[keys.index(first) : keys.index(last) + 1]) or (first,)

    def next_line(self, years: int) -> int | None:
        """Give the next birthday at which a source draws a line, or None."""
        return next((cut for cut in self.cuts if cut > years), None)

    @property
    def remedy(self) -> str:
        """What to type, in the words of the terminal."""
        return f"give the age as whole years from 0 to {OLDEST}" + (f", or {NOT_KNOWN}" if self.may_be_unknown else "")

    @property
    def may_be_unknown(self) -> bool:
        """Say whether "not known" is one of the answers."""
        return NOT_KNOWN in self.keys

    @property
    def page_remedy(self) -> str:
        """What to do, in the words of the page."""
        also = ", or tick “Not known”, not both" if self.may_be_unknown else ""
        return f"Enter the age as whole years from 0 to {OLDEST}{also}"

    def read_years(self, given: str) -> int | None:
        """Turn what was typed into completed years: "12", "12 years", digits of any script; None for not known.

        Raises:
            ValueError: it is neither.

        """
        if "-".join(given.lower().split()) == NOT_KNOWN and self.may_be_unknown:
            return None
        try:
            years = digits.years(given)
        except ValueError:
            raise ValueError(self.remedy) from None
        if years > OLDEST:
            raise ValueError(self.remedy)
        return years

    def read(self, given: str) -> str:
        """Turn a typed age into the key of its band."""
        years = self.read_years(given)
        return NOT_KNOWN if years is None else self.band_of(years)


@dataclass(frozen=True)
class LaterAge(Ages):
    """An age that need not be given: the last age where something went on, or the age now. Empty: the earlier one.

    Args:
        after: the key of the age that it may not be below and that counts where it is left empty.

    """

    after: str = ""

    @property
    def remedy(self) -> str:
        """What to type, in the words of the terminal."""
        return f"give the age as whole years from 0 to {OLDEST}, or leave it out"

    @property
    def page_remedy(self) -> str:
        """What to do, in the words of the page."""
        return f"Enter the age as whole years from 0 to {OLDEST}, or leave it empty"

    def possible_after(self, earlier: Ages, band: str) -> tuple[str, ...]:
        """Give the keys of the bands that can follow a band of the earlier age."""
        if band == NOT_KNOWN:
            return self.keys
        low = earlier.bands[band][0]
        return tuple(key for key, (_, high) in self.bands.items() if high >= low)


def ages(
    key: str, text: str, *cuts: int, name: str, hint: str = "", not_known: NotKnown | None = None, until: str = ""
) -> Ages:
    """Ask for an age; `cuts` are the birthdays at which a source draws a line."""
    asked = Ages(key=key, text=text, name=name, options=(), hint=hint, not_known=not_known, until=until)
    return asked.cut_at(*cuts)


def _bands(cuts: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(low, high - 1) for low, high in pairwise((0, *cuts, OLDEST + 1))]


def _band_key(low: int, high: int) -> str:
    return _band_label(low, high).lower().replace(" ", "-")


def _band_label(low: int, high: int) -> str:
    if low == 0:
        return f"Under {high + 1}"
    if high == OLDEST:
        return f"{low} or over"
    return str(low) if low == high else f"{low} to {high}"


def later_age(key: str, text: str, *, after: str, name: str, hint: str = "", moves: bool = False) -> LaterAge:
    """Ask for an age that may be left empty and then is the one of the question `after`."""
    return LaterAge(key=key, text=text, name=name, options=(), hint=hint, after=after, moves=moves).cut_at()  # type: ignore[return-value]
