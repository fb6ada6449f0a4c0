"""Classes of achievements (predikat), such as "Baik" from 89 to below 95 percent: every achievement has one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

import attrs

from kinerja._base import Text
from kinerja.decrees import messages as say
from kinerja.records import optional_exact

_Edge: TypeAlias = tuple[Fraction, bool]
"""Where a class ends and the next begins: just before a number, or just after it (True)."""


@attrs.frozen(kw_only=True)
class Band:
    """A class of achievements (predikat). It says nothing of whether a target is met.

    Fields:
        name: what it is called, such as "Sangat Baik".
        at_least, above: where it begins, in percent, with the number itself or after it; None for both: at the lowest.
        at_most, below: where it ends, with the number itself or before it; None for both: at the highest.

    Raises:
        QuantityError: for a blank name, for two beginnings or two ends, and for a class that holds nothing.

    >>> print(Band(name="Baik", at_least=89, below=95).limits)
    mulai 89, di bawah 95
    """

    name: str
    at_least: Fraction | None = attrs.field(default=None, converter=optional_exact)
    above: Fraction | None = attrs.field(default=None, converter=optional_exact)
    at_most: Fraction | None = attrs.field(default=None, converter=optional_exact)
    below: Fraction | None = attrs.field(default=None, converter=optional_exact)

    def __attrs_post_init__(self) -> None:
        both = [one for one in ((self.at_least, self.above), (self.at_most, self.below)) if None not in one]
        if not self.name.strip() or both:
            raise say.BAND_UNCLEAR.error(value=self.name)
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise say.BAND_EMPTY.error(value=self.name, limits=self.limits)

    @property
    def start(self) -> _Edge | None:
        """Where it begins; None at the lowest."""
        return _edge(self.at_least, self.above)

    @property
    def end(self) -> _Edge | None:
        """Where it ends; None at the highest."""
        return _edge(self.below, self.at_most)

    @property
    def limits(self) -> Text:
        """Its limits in words."""
        words = {say.AT_LEAST: self.at_least, say.ABOVE: self.above, say.AT_MOST: self.at_most, say.BELOW: self.below}
        said = [word.text(limit=limit) for word, limit in words.items() if limit is not None]
        return Text.joined(said) if said else say.ANY

    @property
    def text(self) -> Text:
        """Its name and its limits."""
        limits = self.limits
        return Text(id=f"{self.name} ({limits.id})", en=f"{self.name} ({limits.en})")

    def __contains__(self, achievement: Fraction) -> bool:
        return (self.start is None or self.start <= (achievement, False)) and (
            self.end is None or (achievement, False) < self.end
        )


def _edge(before: Fraction | None, after: Fraction | None) -> _Edge | None:
    if before is not None:
        return before, False
    return None if after is None else (after, True)


def in_order(bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return classes from the highest to the lowest."""
    return tuple(sorted(bands, key=lambda one: (one.start is not None, one.start or ()), reverse=True))


def faults(bands: Sequence[Band], cap: Fraction | None) -> Iterator[Text]:
    """Say which achievements are in no class of those in order, and which in two; above the cap there are none."""
    names = [band.name for band in bands]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield say.BAND_REPEATED.text(name=name)
    top, bottom = bands[0], bands[-1]
    if top.end is not None and (cap is None or cap not in top):
        yield say.NO_HIGHEST.text(band=top.text)
    if bottom.start is not None:
        yield say.NO_LOWEST.text(band=bottom.text)
    for upper, lower in itertools.pairwise(bands):
        if upper.start is None or lower.end is None or upper.start < lower.end:
            yield say.BANDS_OVERLAP.text(**_named(upper, lower))
        elif upper.start > lower.end:
            yield say.BANDS_APART.text(**_named(upper, lower))


def _named(upper: Band, lower: Band) -> dict[str, object]:
    return {"upper": upper.text, "lower": lower.text}
