"""Scorecards on frames: every indicator of a decree for every group."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import narwhals.stable.v2 as nw

from kinerja.achievement import Polarity
from kinerja.errors import FrameError, QuantityError
from kinerja.frames.achieving import ACHIEVEMENT, achievement_columns
from kinerja.frames.engine import engine_of
from kinerja.frames.extend import refuse_taken
from kinerja.frames.figures import ACTUAL, REASON
from kinerja.frames.measuring import measure
from kinerja.frames.native import Opened, arrow_of, open_frame, pandas_of
from kinerja.frozen_map import FrozenMap
from kinerja.scoring import Scoring
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.catalogue import Catalogue
    from kinerja.decree import Entry
    from kinerja.period import Period

__all__ = ["scorecard"]

CODE, TARGET = "code", "target"
_PLACE, _LONE, _GIVEN, _OWN = "kinerja_place", "kinerja_lone", "kinerja_given", "kinerja_own"
_FIGURES = (_PLACE, CODE, TARGET, ACTUAL, ACHIEVEMENT, REASON)

_Row: TypeAlias = tuple[int, str, float | None]
"""Place in the decree, code and target of an indicator."""


def scorecard(  # noqa: PLR0913 - five of them are by name and seldom given
    catalogue: Catalogue,
    frames: Mapping[str, Any],
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, Mapping[str, str]] = FrozenMap(),
    duplicates: Literal["refuse", "trust"] = "refuse",
    scoring: Scoring = Scoring(),  # noqa: B008 - frozen
) -> Any:
    """Return one row for each group and indicator: `by`, `code`, `target`, `actual`, `achievement` and `reason`.

    Every indicator of the decree has a row in every group that any of the frames knows, with its figures or the
    reason for none, as in `Catalogue.scorecard`; the targets are those of the period's year.

    Args:
        catalogue: the decree's indicators and targets.
        frames: code -> frame, all of one kind; a code that is missing is not measured. Nor is a group that is not in
            the frame.
        period: a year that the decree covers, or a quarter of it.
        by: columns that every frame has, or fields that every record has, such as `unit`.
        columns: code -> field -> column, see `measure`.
        duplicates: see `measure`.
        scoring: the agency's own rules, such as a cap.

    Returns:
        A frame of the kind of the frames given, lazy where they are. Eager ones are sorted by group, then as the
        decree lists its indicators.

    Raises:
        UnknownIndicatorError: for a code that the decree has not.
        TargetError: for a year outside those covered.
        QuantityError: for a code whose entry names no indicator.
        FrameError: for no frames, and for frames of several kinds.
        ColumnsError, PeriodError: as `measure`.

    >>> import polars as pl
    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja import frames
    >>> lines = pl.DataFrame({"unit": ["A"], "reference": ["1"], "year": [2023], "account": ["521211"]})
    >>> lines = lines.with_columns(ceiling=100, realised=90)
    >>> card = frames.scorecard(catalogue, {"SK3/4": lines}, period=2023, by=["unit"])
    >>> card.select("code", "target", "actual", "achievement").rows()[-1]
    ('SK3/4', 45.0, 90.0, 200.0)
    """
    when = catalogue.decree.covered(period)
    refuse_taken([CODE, TARGET, ACTUAL, ACHIEVEMENT, REASON], list(by))
    entries = {code: catalogue[code] for code in frames}
    measured = {
        code: open_frame(
            measure(
                _indicator(entry),
                frames[code],
                period=when,
                by=by,
                columns=columns.get(code),
                duplicates=duplicates,
            )
        )
        for code, entry in entries.items()
    }
    rows = [(place, code, _target(entry, when.year)) for place, (code, entry) in enumerate(catalogue.items())]
    parts = [functools.partial(_scores, entries[code], by, _row(rows, code), scoring) for code in measured]
    return _together([*measured.values()], parts, functools.partial(_fill, by, rows))


def _indicator(entry: Entry) -> Any:
    if entry.indicator is None:
        raise QuantityError(
            Text(
                id=f"{entry.code} tidak menyebut indikatornya, sehingga tidak dapat diukur dari data dukung.",
                en=f"{entry.code} names no indicator, so that it cannot be measured from records.",
            ),
            indicator=entry.code,
            value=None,
        )
    return entry.indicator


def _target(entry: Entry, year: int) -> float | None:
    return float(entry.targets[year]) if year in entry.targets else None


def _row(rows: Sequence[_Row], code: str) -> _Row:
    return next(row for row in rows if row[1] == code)


def _together(measured: list[Opened], parts: list[Any], fill: Any) -> Any:
    """Run the parts on what was measured, and fill up what they give; Dask and pandas through Arrow."""
    kinds = {opened.kind for opened in measured}
    if len(kinds) != 1:
        named = ", ".join(sorted(kinds)) or "-"
        raise FrameError(
            Text(
                id=f"Berikan sedikitnya satu tabel, semuanya dari satu jenis; yang diberikan: {named}.",
                en=f"Pass at least one frame, all of one kind; these were given: {named}.",
            ),
            kind=named,
        )
    if not measured[0].is_dask:
        scored = [part(opened.frame) for part, opened in zip(parts, measured, strict=True)]
        return measured[0].close(fill(nw.concat(scored, how="vertical"), eager=measured[0].is_eager))
    import dask.dataframe as dd  # noqa: PLC0415 - the caller brought it

    pieces = [_mapped(opened.native, part) for part, opened in zip(parts, measured, strict=True)]
    return _mapped(dd.concat(pieces).repartition(npartitions=1), functools.partial(fill, eager=True))


def _mapped(frame: Any, work: Any) -> Any:
    through_arrow = functools.partial(_through_arrow, work)
    return frame.map_partitions(through_arrow, meta=through_arrow(frame._meta))  # noqa: SLF001 - the empty frame


def _through_arrow(work: Any, frame: Any) -> Any:
    return pandas_of(work(nw.from_native(arrow_of(frame))))


def _scores(entry: Entry, by: Sequence[str], row: _Row, scoring: Scoring, measured: Any) -> Any:
    """Return the rows of one indicator."""
    place, code, target = row
    promised = measured.with_columns(nw.lit(target, dtype=nw.Float64).alias(TARGET))
    schema = dict(promised.collect_schema())
    added = achievement_columns(schema, engine_of(promised), TARGET, ACTUAL, entry.polarity, scoring)
    named = [nw.lit(place, dtype=nw.Int32).alias(_PLACE), nw.lit(code, dtype=nw.String).alias(CODE)]
    return promised.with_columns(*named, **added).select(*by, *_FIGURES)


def _fill(by: Sequence[str], rows: Sequence[_Row], scores: Any, *, eager: bool) -> Any:
    """Add a row for every indicator in every group that has none, and set eager rows in order."""
    groups = scores.with_columns(nw.lit(0, dtype=nw.Int32).alias(_LONE)).group_by(*by, _LONE).agg(nw.len().alias("n"))
    blank = [_blank(groups, by, row) for row in rows]
    given = scores.select(*by, *_FIGURES, nw.lit(1, dtype=nw.Int32).alias(_GIVEN), nw.col(REASON).alias(_OWN))
    figures = [nw.col(name).max() for name in (TARGET, ACTUAL, ACHIEVEMENT, REASON, _GIVEN, _OWN)]
    filled = nw.concat([given, *blank], how="vertical").group_by(*by, _PLACE, CODE).agg(*figures)
    if eager:
        filled = filled.sort(*by, _PLACE, nulls_last=True)
    own = nw.when(nw.col(_GIVEN) == 1).then(nw.col(_OWN)).otherwise(nw.col(REASON))
    return filled.select(*by, CODE, TARGET, ACTUAL, ACHIEVEMENT, own.alias(REASON))


def _blank(groups: Any, by: Sequence[str], row: _Row) -> Any:
    """Return an indicator's row for every group, not measured."""
    place, code, target = row
    figures = {
        _PLACE: nw.lit(place, dtype=nw.Int32),
        CODE: nw.lit(code, dtype=nw.String),
        TARGET: nw.lit(target, dtype=nw.Float64),
        ACTUAL: nw.lit(None, dtype=nw.Float64),
        _GIVEN: nw.lit(0, dtype=nw.Int32),
        _OWN: nw.lit(None, dtype=nw.String),
    }
    unmeasured = groups.with_columns(**figures)
    schema, engine = dict(unmeasured.collect_schema()), engine_of(unmeasured)
    added = achievement_columns(schema, engine, TARGET, ACTUAL, Polarity.MAXIMISE, Scoring())
    return unmeasured.with_columns(**added).select(*by, *_FIGURES, _GIVEN, _OWN)
