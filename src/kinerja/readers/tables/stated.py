"""What a table of realisations says beside them, targets and achievements, and where a scorecard says otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from kinerja._base import KinerjaError, Text
from kinerja.measurement import Target, target_text
from kinerja.readers import messages as say
from kinerja.readers.sheets import Cell, cell_at, is_unknown, shown

if TYPE_CHECKING:
    from kinerja.readers.tables.headings import Headings
    from kinerja.scorecards import Score

TARGET, ACHIEVEMENT = frozenset({"target"}), frozenset({"capaian", "achievement"})
"""How the columns may be called, apart from words and years that say nothing."""

_WORD = re.compile(r"[^\W_]+")
_SAYS_NOTHING = frozenset({"tahun", "kinerja", "persen", "persentase", "tingkat", "iku"})
_MOST_DECIMALS = 6


@attrs.frozen(kw_only=True)
class Stated:
    """A target or an achievement that stands beside a realisation, for a reader to compare; a text where no number."""

    heading: str
    value: Target | str

    @property
    def text(self) -> Text:
        """The figure in full."""
        return Text(id=self.value, en=self.value) if isinstance(self.value, str) else target_text(self.value)

    def rounds(self, exact: Fraction | None) -> bool:
        """Tell whether it is a figure as it was printed: rounded to as many decimals as are written.

        >>> capaian = [Stated(heading="capaian", value=Fraction(value)) for value in ("118.13", "118", "119")]
        >>> [one.rounds(Fraction("118.125")) for one in capaian]
        [True, True, False]
        """
        if exact is None or not isinstance(self.value, Fraction):
            return False
        value = self.value
        digits = next((digits for digits in range(_MOST_DECIMALS) if not value * 10**digits % 1), _MOST_DECIMALS)
        return abs(value - exact) <= Fraction(1, 2 * 10**digits)


def column_of(headings: Headings, words: frozenset[str]) -> int | None:
    """Return where the one column that is called so stands, whatever year it names; None for none or several."""
    places = [place for place, (_, alone) in enumerate(headings.rows.plain) if _says(alone) <= words and _says(alone)]
    return places[0] if len(places) == 1 else None


def _says(heading: str) -> set[str]:
    return {word for word in _WORD.findall(heading) if not word.isdecimal()} - _SAYS_NOTHING


def stated(headings: Headings, place: int | None, cells: list[Cell], read: Callable[[Cell], Target]) -> Stated | None:
    """Return what a row says in a column; None where it says nothing, and where there is no such column."""
    cell = cell_at(cells, place)
    if place is None or is_unknown(cell):
        return None
    try:
        value: Target | str = read(cell)
    except KinerjaError:
        value = shown(cell)
    return Stated(heading=headings.names[place], value=value)


def otherwise(score: Score, target: Stated | None, achievement: Stated | None) -> Iterator[Text]:
    """Say where a table has another target or achievement than the row of a scorecard that was made of it."""
    if target is not None and target.value != score.target:
        yield say.OTHER_TARGET.text(heading=target.heading, stated=target.text, used=_written(score.target))
    if achievement is not None and not achievement.rounds(score.achievement):
        found = score.achievement
        used = _written(None) if found is None else Text.each(found.write)
        yield say.OTHER_ACHIEVEMENT.text(heading=achievement.heading, stated=achievement.text, used=used)


def _written(value: Target | None) -> Text:
    return Text(id="tidak ada", en="none") if value is None else target_text(value)
