"""Scorecards side by side: years against earlier years, a quarter against two targets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from kinerja._base import Language, Percent, Text, as_json, exact_text
from kinerja.decrees import Decree, Entry
from kinerja.decrees.page import replaces
from kinerja.measurement import PERCENT
from kinerja.records import plain_heading
from kinerja.scorecards import messages as say
from kinerja.scorecards.scorecard import Scorecard
from kinerja.scorecards.table import (
    ACHIEVEMENT,
    CODE,
    LABEL,
    MEASURED,
    TARGET,
    figures_of,
    mean_line,
    name_of,
    title,
    weighted_line,
    write_achievement,
)
from kinerja.writers import Document, Section, Table

if TYPE_CHECKING:
    from kinerja.records import Period
    from kinerja.scorecards.score import Score

__all__ = ["Change", "Comparison", "compare"]


@attrs.frozen(kw_only=True)
class Change:
    """How an actual moved from one scorecard to the next.

    Fields:
        difference: later less earlier, in the entry's unit. Of an indicator in percent these are percentage points
            (poin persen), never percent.
        relative: the difference in percent of the earlier actual; None for an indicator in percent, where it would be
            taken for points, and where the earlier actual is not above 0.
    """

    entry: Entry
    difference: Fraction
    relative: Percent | None

    def write(self, language: Language = Language.INDONESIAN) -> str:
        """Write the change with its sign and its unit."""
        points = Text(id="poin persen", en="percentage points")
        unit = points if self.entry.unit == PERCENT else self.entry.unit.name
        sign = "+" if self.difference > 0 else ""
        written = f"{sign}{self.entry.unit.write(self.difference, language, beside=_NOTHING)} {unit.read(language)}"
        if self.relative is None:
            return written
        return f"{written} ({sign}{write_achievement(self.relative, _NOTHING).read(language)})"


@attrs.frozen(kw_only=True)
class Comparison:
    """Scorecards of the same indicators, side by side in the order given. `print` writes them as one table."""

    cards: tuple[Scorecard, ...]

    def __repr__(self) -> str:
        return f"<Comparison {', '.join(str(card.period) for card in self.cards)}>"

    def changes(self, code: str) -> tuple[Change | None, ...]:
        """Return how an indicator moved from each scorecard to the next.

        None stands where a side has no actual, and between periods of other kinds: a year, a quarter or semester since
        January, and one alone.

        Raises:
            UnknownIndicatorError: for a code that the scorecards have not.
        """
        return tuple(
            _change(earlier[code], later[code]) if _is_alike(earlier.period, later.period) else None
            for earlier, later in itertools.pairwise(self.cards)
        )

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return a row an indicator for readers: actual and achievement of each scorecard, and the last change."""
        table = Table(
            headings=self._headings,
            rows=map(self._row, self._entries),
            figures=range(2, 2 + 3 * len(self.cards)),
            widths={1: 40},
            together=3,
        )
        sections = [Section(table=table, lines=self._footer())]
        return Document(title=title(*self.cards), sections=sections, language=language)

    def to_json(self) -> str:
        """Return the comparison as JSON (`kinerja.comparison/1`), exact numbers as text such as "100/3".

        The scorecards stand in it whole, as `Scorecard.to_json` writes them, and the changes by code.
        """
        plain = {
            "schema": "kinerja.comparison/1",
            "scorecards": [card.to_dict() for card in self.cards],
            "changes": {one.code: [_plain(change) for change in self.changes(one.code)] for one in self._entries},
        }
        return as_json(plain)

    @property
    def _entries(self) -> list[Entry]:
        """The indicators, of which every scorecard has the same."""
        return [score.entry for score in self.cards[0]]

    @property
    def _headings(self) -> list[Text]:
        of_cards = [heading for card in self.cards for heading in (TARGET, name_of(card), ACHIEVEMENT)]
        moves = [Text(id="Perubahan terakhir", en="Last change")] if self._moves else []
        return [CODE, LABEL, *of_cards, *moves]

    def _row(self, entry: Entry) -> Iterator[str | Text]:
        yield from (entry.code, entry.label)
        for card in self.cards:
            yield from figures_of(card[entry.code])
        if self._moves:
            last = self.changes(entry.code)[-1]
            yield "-" if last is None else Text.each(last.write)

    @property
    def _moves(self) -> bool:
        """Whether time passes between the last two, or one period is set against two targets."""
        return self.cards[-2].period != self.cards[-1].period

    def _footer(self) -> Iterator[Text]:
        """Give each mean with the indicators that it is over, and each card's rules of scoring where they differ."""
        for card in self.cards:
            called = Text.joined([MEASURED, name_of(card)])
            yield mean_line(card, "skip", called)
            if card.scoring.weights:
                yield weighted_line(card, "skip", called)
        yield from self._measured_otherwise()
        before, last = (card.period for card in self.cards[-2:])
        if not _is_alike(before, last):
            yield say.OTHER_PERIODS.text(earlier=before, later=last)
        rules = [tuple(card.rules) for card in self.cards]
        if len(set(rules)) == 1:
            yield from rules[0]
            return
        yield _DIFFERING
        for card, own in zip(self.cards, rules, strict=True):
            yield Text.joined(own or (_NO_RULES,), " ").about(name_of(card))

    def _measured_otherwise(self) -> Iterator[Text]:
        """Say so where units, decrees, indicators, counting rules or settings of the unit differ."""
        units = [" + ".join(card.units) or "-" for card in self.cards]
        if len({*units} - {"-"}) > 1:
            yield say.OTHER_UNITS.text(units=units)
        decrees = [card.decree for card in self.cards]
        if len({decree.number for decree in decrees}) > 1:
            yield say.OTHER_DECREES.text(decrees=[_with_replaced(decree) for decree in decrees])
        scores = {one.code: [card[one.code] for card in self.cards] for one in self._entries}
        labels = {
            code: {plain_heading(one.entry.label): one.entry.label for one in own} for code, own in scores.items()
        }
        others = [f"{code} ({'; '.join(called.values())})" for code, called in labels.items() if len(called) > 1]
        if others:
            yield say.OTHER_LABELS.text(codes=others)
        rules = {code: [one.rules for one in own if one.rules is not None] for code, own in scores.items()}
        ruled = [f"{code} ({' - '.join(map(str, own))})" for code, own in rules.items() if len(set(own)) > 1]
        if ruled:
            yield say.COUNTED_OTHERWISE.text(codes=ruled)
        settings = {code: [one.entry.settings for one in own if one.actual is not None] for code, own in scores.items()}
        set_otherwise = [code for code, own in settings.items() if any(one != own[0] for one in own)]
        if set_otherwise:
            yield say.SET_OTHERWISE.text(codes=set_otherwise)

    def __str__(self) -> str:
        return str(self.document())

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()


def compare(*cards: Scorecard) -> Comparison:
    """Set scorecards side by side: years, quarters, or one period against two targets.

    Raises:
        QuantityError: for fewer than two scorecards, and for those of other indicators.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as iku
    >>> earlier, later = {"SK1/1": 1, "SK3/4": 42}, {"SK1/1": 3, "SK3/4": 44.5}
    >>> years = compare(iku.scorecard(2022, earlier), iku.scorecard(2023, later))
    >>> print(years.changes("SK1/1")[0].write(), years.changes("SK3/4")[0].write(), sep="; ")
    +2 Tenan (+200,00%); +2,50 poin persen
    """
    codes = [[(score.entry.code, score.entry.unit) for score in card] for card in cards]
    if len(cards) < 2 or any(other != codes[0] for other in codes):  # noqa: PLR2004 - a comparison has two sides
        raise say.NOT_COMPARABLE.error(indicator="compare", value=cards)
    return Comparison(cards=cards)


def _is_alike(earlier: Period, later: Period) -> bool:
    """Tell whether both are years, or parts of a year that begin alike."""
    since_january = {getattr(period, "cumulative", None) for period in (earlier, later)}
    return type(earlier) is type(later) and len(since_january) == 1


def _with_replaced(decree: Decree) -> Text:
    """Name a decree by its number, and in brackets what it replaces."""
    number, replaced = decree.number, replaces(decree)
    if replaced is None:
        return Text(id=number, en=number)
    return Text(id=f"{number} ({replaced.id})", en=f"{number} ({replaced.en})")


_NOTHING = Fraction(0)
_DIFFERING = Text(
    id="Aturan penilaiannya berbeda, sehingga capaiannya tidak dapat dibandingkan langsung.",
    en="They are scored by different rules, so that their achievements do not compare.",
)
_NO_RULES = Text(id="Capaian tidak dibatasi.", en="Achievements are not capped.")


def _change(earlier: Score, later: Score) -> Change | None:
    if earlier.actual is None or later.actual is None:
        return None
    difference = later.actual - earlier.actual
    comparable = earlier.entry.unit != PERCENT and earlier.actual > 0
    relative = Percent(100 * difference / earlier.actual) if comparable else None
    return Change(entry=later.entry, difference=difference, relative=relative)


def _plain(change: Change | None) -> dict[str, str | None] | None:
    if change is None:
        return None
    relative = None if change.relative is None else exact_text(change.relative)
    return {"difference": exact_text(change.difference), "relative": relative}
