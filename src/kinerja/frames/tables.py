"""Frames of what the library made: a scorecard, a comparison, a catalogue."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, Unpack, get_args, overload

import narwhals.stable.v2 as nw

from kinerja._base import Language, exact_text
from kinerja.decrees import TargetPeriod, parts_of
from kinerja.frames import messages as say
from kinerja.frames.added_columns import ACHIEVEMENT
from kinerja.frames.arrow import pandas_of
from kinerja.frames.question import ACTUAL, REASON
from kinerja.measurement import TargetRange, lowest

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.measurement import Target
    from kinerja.scorecards import Score, Scorecard
    from kinerja.scorecards.comparison import Comparison

Library: TypeAlias = Literal["pandas", "polars", "pyarrow"]
"""Whose frame is made; the library must be installed."""

Figures: TypeAlias = Literal["float", "exact"]
"""How figures stand in a frame: as float64, or as exact texts such as "100/3", as `frames.exact` writes them."""

_NUMBER, _TEXT = nw.Float64(), nw.String()
_ENTRY: dict[str, Any] = {"code": _TEXT, "label": _TEXT, "unit_of_measure": _TEXT}
_SCORE: dict[str, Any] = {
    "unit": _TEXT,
    "period": _TEXT,
    **_ENTRY,
    "target": _NUMBER,
    ACTUAL: _NUMBER,
    ACHIEVEMENT: _NUMBER,
    "met": nw.Boolean(),
    REASON: _TEXT,
    "remarks": _TEXT,
    "decree_target": _NUMBER,
    "rules": nw.Int32(),
    "target_high": _NUMBER,
    "weight": _NUMBER,
    "rating": _TEXT,
}
_DECREE: dict[str, Any] = {"decree": _TEXT}
_CHANGED = {"change": "difference", "relative_change": "relative"}
_CHANGES: dict[str, Any] = dict.fromkeys(_CHANGED, _NUMBER)
_PROMISES: dict[str, Any] = {
    "objective": _TEXT,
    **_ENTRY,
    "polarity": _TEXT,
    "responsible": _TEXT,
    "period": _TEXT,
    "target": _NUMBER,
    "baseline": _NUMBER,
    "decree_target": _NUMBER,
    "target_high": _NUMBER,
    "target_source": _TEXT,
}


class _How(TypedDict, total=False):
    """How figures and texts stand in a frame."""

    figures: Figures
    language: Language


@overload
def from_scorecard(card: Scorecard, library: Literal["pandas"], **how: Unpack[_How]) -> pd.DataFrame: ...
@overload
def from_scorecard(card: Scorecard, library: Literal["polars"], **how: Unpack[_How]) -> pl.DataFrame: ...
@overload
def from_scorecard(card: Scorecard, library: Literal["pyarrow"], **how: Unpack[_How]) -> pa.Table: ...
def from_scorecard(
    card: Scorecard, library: Library, *, figures: Figures = "float", language: Language = Language.INDONESIAN
) -> Any:
    """Return a row for each indicator of a scorecard, in the decree's order.

    The columns are `unit` (whose figures these are), `period`, `code`, `label`, `unit_of_measure` (satuan), `target`,
    `actual`, `achievement` (percent), `met`, `reason`, `remarks`, `decree_target`, `rules`, `decree` (its number),
    `target_high` (the upper bound of a target that is a range), `weight` (bobot) and `rating` (predikat); those that
    `kinerja.frames.scorecard` has too mean the same. A missing figure is null, and `reason` says why.

    Args:
        card: the scorecard.
        library: whose frame is made: "pandas" (in Arrow's types), "polars" or "pyarrow".
        figures: "float", or "exact" for texts such as "100/3".
        language: of reasons, remarks and units; decrees speak Indonesian.

    Raises:
        FrameError: for another library, and for other figures.
        MissingExtraError: where pandas is asked for and pyarrow is not installed.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> table = from_scorecard(catalogue.scorecard(2023, {"SK3/4": 47.25}), "pandas")
    >>> table.set_index("code").loc["SK3/4", ["target", "actual", "achievement"]].tolist()
    [45.0, 47.25, 105.0]
    """
    return _frame(_SCORE | _DECREE, _scored(card, language), library, figures)


@overload
def from_comparison(comparison: Comparison, library: Literal["pandas"], **how: Unpack[_How]) -> pd.DataFrame: ...
@overload
def from_comparison(comparison: Comparison, library: Literal["polars"], **how: Unpack[_How]) -> pl.DataFrame: ...
@overload
def from_comparison(comparison: Comparison, library: Literal["pyarrow"], **how: Unpack[_How]) -> pa.Table: ...
def from_comparison(
    comparison: Comparison, library: Library, *, figures: Figures = "float", language: Language = Language.INDONESIAN
) -> Any:
    """Return a row for each scorecard and indicator: the columns of `from_scorecard`, and how the actual moved.

    `change` is the actual less that of the scorecard before, in the indicator's unit (of percentages these are points),
    and `relative_change` the same in percent of it; both are null where `kinerja.Change` has none.

    The arguments and errors are those of `from_scorecard`.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, compare
    >>> years = compare(catalogue.scorecard(2022, {"SK1/1": 1}), catalogue.scorecard(2023, {"SK1/1": 3}))
    >>> table = from_comparison(years, "polars")
    >>> table.filter(code="SK1/1").select("period", "actual", "change", "relative_change").rows()
    [('2022', 1.0, None, None), ('2023', 3.0, 2.0, 200.0)]
    """
    changes = {score.entry.code: (None, *comparison.changes(score.entry.code)) for score in comparison.cards[0]}
    rows = (
        row | {name: getattr(changes[row["code"]][place], own, None) for name, own in _CHANGED.items()}
        for place, card in enumerate(comparison.cards)
        for row in _scored(card, language)
    )
    return _frame(_SCORE | _CHANGES | _DECREE, rows, library, figures)


@overload
def from_catalogue(catalogue: Catalogue, library: Literal["pandas"], **how: Unpack[_How]) -> pd.DataFrame: ...
@overload
def from_catalogue(catalogue: Catalogue, library: Literal["polars"], **how: Unpack[_How]) -> pl.DataFrame: ...
@overload
def from_catalogue(catalogue: Catalogue, library: Literal["pyarrow"], **how: Unpack[_How]) -> pa.Table: ...
def from_catalogue(
    catalogue: Catalogue, library: Library, *, figures: Figures = "float", language: Language = Language.INDONESIAN
) -> Any:
    """Return a row for each entry and year of a decree, and each part of one that has a target; null where none is.

    The columns are `objective`, `code`, `label`, `unit_of_measure`, `polarity` (Maksimasi, Minimasi), `responsible`,
    `period` (as `measure` names it), `target`, `baseline`, the value of the decree's first year, `decree_target`, where
    another is assumed, `target_high`, the upper bound of a target that is a range, and `target_source`, where the
    decree's target stands.

    The arguments and errors are those of `from_scorecard`.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> targets = from_catalogue(catalogue, "polars")
    >>> targets.filter(code="SK3/4").select("period", "target").rows()
    [('2021', None), ('2022', 40.0), ('2023', 45.0), ('2024', 50.0)]
    """
    rows = (
        {
            "objective": entry.objective.code,
            **_of_entry(entry, language),
            "polarity": entry.polarity.value,
            "responsible": entry.responsible,
            "period": str(period),
            **_bounds(entry.targets_taken.get(period)),
            "decree_target": _lowest(entry.targets.get(period)) if period in entry.assumed else None,
            "target_source": None if period in entry.assumed else entry.target_sources.get(period),
            "baseline": entry.baseline if isinstance(entry.baseline, Fraction) else None,
        }
        for entry in catalogue.values()
        for year in catalogue.decree.years
        for period in itertools.chain[TargetPeriod]([year], parts_of(year, entry.targets_taken))
    )
    return _frame(_PROMISES, rows, library, figures)


def _scored(card: Scorecard, language: Language) -> Iterator[dict[str, Any]]:
    whose = {"unit": " + ".join(card.units) or None, "period": str(card.period), "decree": card.decree.number}
    for score in card:
        weight = {"weight": card.scoring.weights.get(score.entry.code)}
        yield whose | _of_entry(score.entry, language) | _of_score(score, language) | weight


def _of_entry(entry: Entry, language: Language) -> dict[str, Any]:
    return {"code": entry.code, "label": entry.label, "unit_of_measure": entry.unit.name.read(language)}


def _of_score(score: Score, language: Language) -> dict[str, Any]:
    remarks = [*(note.read(language) for note in score.notes), score.remark]
    return {
        **_bounds(score.target),
        ACTUAL: score.actual,
        ACHIEVEMENT: score.achievement,
        "met": score.met,
        REASON: None if score.reason is None else score.reason.value.read(language),
        "remarks": " ".join(filter(None, remarks)) or None,
        "decree_target": _lowest(score.decree_target),
        "rules": score.rules,
        "rating": score.rating,
    }


def _bounds(target: Target | None) -> dict[str, Fraction | None]:
    """Return a target, or the lower bound of a range, and its upper bound."""
    high = target.high if isinstance(target, TargetRange) else None
    return {"target": _lowest(target), "target_high": high}


def _lowest(target: Target | None) -> Fraction | None:
    return None if target is None else lowest(target)


def _frame(schema: Mapping[str, Any], rows: Iterable[Mapping[str, Any]], library: Library, figures: Figures) -> Any:
    """Return rows as a frame of a library; exact numbers as it was asked for."""
    if library not in get_args(Library):
        raise say.NO_LIBRARY.error(value=library, limit=get_args(Library))
    if figures not in get_args(Figures):
        raise say.NO_FIGURES.error(value=figures, limit=get_args(Figures))
    written, number = (float, _NUMBER) if figures == "float" else (exact_text, _TEXT)
    types = {name: number if dtype == _NUMBER else dtype for name, dtype in schema.items()}
    given = list(rows)
    cells = {
        name: [written(row[name]) if isinstance(row[name], Fraction) else row[name] for row in given] for name in types
    }
    made = nw.from_dict(cells, types, backend="polars" if library == "polars" else "pyarrow")
    return pandas_of(made) if library == "pandas" else made.to_native()
