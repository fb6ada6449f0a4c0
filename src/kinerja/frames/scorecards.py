"""Scorecards on frames: every indicator of a decree for every group."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import narwhals.stable.v2 as nw

from kinerja._base import Reason, UnknownIndicatorError
from kinerja.decrees import Scoring
from kinerja.frames import messages as say
from kinerja.frames.added_columns import ACHIEVEMENT, achievement_columns
from kinerja.frames.arrow import each_partition, in_arrow, one_partition
from kinerja.frames.frame_kinds import Engine, F, Opened, engine_of, inner, numbered, open_frame
from kinerja.frames.measuring import answer
from kinerja.frames.question import ACTUAL, REASON, Question, check_by
from kinerja.frames.record_columns import is_category
from kinerja.frames.sums import FIRST_UNIT, LAST_UNIT
from kinerja.measurement import TargetRange, cannot_divide, lowest
from kinerja.scorecards import Basis

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.measurement import TargetGiven
    from kinerja.records import Period

_NEARLY = 1e-9
"""A float may be off by as much where the exact figure stands at its bound, or at the edge of a class."""
_CODE, _TARGET = "code", "target"
_PLACE, _LONE, _GIVEN, _OWN, _JOINT = map(inner, ("place", "lone", "given", "own", "joint"))
_HIGH = "target_high"
_DECREE_TARGET, _RULES, _WEIGHT, _RATING = "decree_target", "rules", "weight", "rating"
_FIGURES: dict[str, nw.dtypes.DType] = {
    _TARGET: nw.Float64(),
    ACTUAL: nw.Float64(),
    ACHIEVEMENT: nw.Float64(),
    REASON: nw.String(),
    _DECREE_TARGET: nw.Float64(),
    _RULES: nw.Int32(),
    _HIGH: nw.Float64(),
}


class _Row(NamedTuple):
    """What a row is set against.

    Fields:
        place, code: of the indicator in the decree.
        told: the target of the office's own, else the decree's: a number, or the bounds of a range; and the decree's
            beside one of the office's own, of a range the lower bound.
        is_one_units: whether the target is the decree's, and of what grows with the units: several have none together.
    """

    place: int
    code: str
    told: Mapping[str, float | None]
    is_one_units: bool


def scorecard(  # noqa: PLR0913 - five of them are by name and seldom given
    catalogue: Catalogue,
    frames: Mapping[str, F],
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, Mapping[str, str]] | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
    scoring: Scoring = Scoring(),  # noqa: B008 - frozen
    targets: Mapping[str, TargetGiven] | None = None,
    target_year: int | None = None,
) -> F:
    """Return one row for each group and indicator, with the columns of `by` and those below.

    Every indicator of the decree has a row in every group that any of the frames knows, with its figures or the
    reason for none, as in `Catalogue.scorecard`. The columns are `code`, `target`, `actual`, `achievement`, `reason`,
    `decree_target`, which is known where the target is the office's own or assumed, `rules`: the number of the
    counting rule by which the row was measured, `target_high`: the upper bound of a target that is a range, whose lower
    one is `target`, and `weight` (bobot) and `rating` (predikat), known where the rules of scoring have some. What a
    unit sets, see `Catalogue.with_settings`, is laid over the indicators.

    A decree's target is one unit's: in a group of several units, counted or not, what grows with the units, such as a
    count, has no target but the office's own. Whose a row is stands in the column of `unit`, which must be there for
    these indicators, also where duplicates are trusted; a blank is no unit. Quantities and entries are those of
    `measure`. Remarks, such as those of a measurement from records, frames have not.

    Args:
        catalogue: the decree's indicators and targets.
        frames: code -> frame, all of one kind, and of one DuckDB connection; a code that is missing is not measured.
            Nor is a group that is not in the frame.
        period: a year that the decree covers, or a quarter or semester of it.
        by: columns that every frame has, or fields that every record has, such as `unit`.
        columns: code -> field -> column, see `measure`.
        duplicates: see `measure`.
        scoring: the agency's own rules, such as a cap, beside those of the catalogue.
        targets: code -> the office's own target of the period, in every group. A code that is missing has the
            decree's target of the year; where these are targets of a part of it, only that of the same period.
        target_year: the year whose targets are taken, as in `Catalogue.scorecard`.

    Returns:
        A frame of the kind of the frames given, lazy where they are. Eager ones are sorted by group, then as the
        decree lists its indicators.

    Raises:
        UnknownIndicatorError: for a code that the decree has not, and for one in `columns` that has no frame.
        TargetError: for a year outside those covered.
        QuantityError: for a code whose entry names no indicator.
        FrameError: for no frames, and for frames of several kinds.
        ColumnsError: as `measure`, and for a column of `by` that is not of the same type in all frames.
        PeriodError: as `measure`.

    >>> import polars as pl
    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja import frames
    >>> lines = pl.DataFrame({"unit": ["A"], "reference": ["1"], "year": [2023], "account": ["521211"]})
    >>> lines = lines.with_columns(ceiling=100, realised=90)
    >>> card = frames.scorecard(catalogue, {"SK3/4": lines}, period=2023, by=["unit"])
    >>> card.select("code", "target", "actual", "achievement").rows()[-1]
    ('SK3/4', 45.0, 90.0, 200.0)
    """
    rules = catalogue.scored_by(scoring)
    basis = Basis.of(catalogue.decree, period, scoring=rules, own=targets is not None, target_year=target_year)
    names = check_by(by, [_CODE, *_FIGURES, _WEIGHT, _RATING])
    entries = _entries(catalogue, frames, columns)
    rows = {row.code: row for row in _rows(catalogue, basis, targets or {})}
    asked: dict[str, Any] = {"period": basis.period, "by": names, "duplicates": duplicates}
    measured = {}
    for code, entry in entries.items():
        own: dict[str, Any] = {"columns": (columns or {}).get(code)}
        question = Question(indicator=_indicator(entry), **asked, **own, needs_unit=rows[code].is_one_units)
        measured[code] = open_frame(answer(question, open_frame(frames[code])), is_own=True)
    kinds = {opened.kind for opened in measured.values()}
    if len(kinds) != 1:
        raise say.NO_FRAMES.error(kind=", ".join(sorted(kinds)) or "-")
    keys = _common_keys(names, measured)
    scored = [functools.partial(_score_rows, entries[code], keys, rows[code], rules) for code in measured]
    card: F = _together([*measured.values()], scored, functools.partial(_fill_rows, names, [*rows.values()], rules))
    return card


def _entries(
    catalogue: Catalogue, frames: Mapping[str, Any], columns: Mapping[str, Mapping[str, str]] | None
) -> dict[str, Entry]:
    """Return code -> entry of the frames given; refuse a code without entry, and one in `columns` without frame."""
    if not isinstance(frames, Mapping):
        raise say.NO_FRAMES.error(kind=type(frames).__name__)
    entries = {code: catalogue[code] for code in frames}
    for code in columns or {}:
        if code not in entries:
            raise UnknownIndicatorError.of(code, entries)
    return entries


def _indicator(entry: Entry) -> Any:
    if entry.measured_by is None:
        raise say.UNMEASURED_ENTRY.error(indicator=entry.code, value=None)
    return entry.measured_by


def _rows(catalogue: Catalogue, basis: Basis, targets: Mapping[str, TargetGiven]) -> Iterator[_Row]:
    """Return the row of every indicator; refuse a target of a code that the decree has not."""
    own = {catalogue[code].code: target for code, target in targets.items()}
    for place, (code, entry) in enumerate(catalogue.items()):
        target, decreed = basis.target(entry, own.get(code)), own.get(code) is None
        beside = basis.decree_target(entry, own.get(code))
        yield _Row(
            place=place,
            code=code,
            told={
                _TARGET: None if target is None else float(lowest(target)),
                _HIGH: float(target.high) if isinstance(target, TargetRange) else None,
                _DECREE_TARGET: None if beside is None else float(lowest(beside)),
            },
            is_one_units=decreed and target is not None and entry.grows_with_units,
        )


def _common_keys(by: Sequence[str], measured: Mapping[str, Opened]) -> dict[str, nw.dtypes.DType]:
    """Return the columns of `by`, each with the type in which all frames have it; refuse texts beside numbers."""
    keys = {}
    for name in by:
        types = {code: _common(opened.schema[name]) for code, opened in measured.items()}
        keys[name], *others = set(types.values())
        if others:
            listed = tuple(f"{code}: {dtype}" for code, dtype in types.items())
            raise say.DIFFERING_KEYS.error(column=name, value=listed, missing=(name,))
    return keys


def _common(dtype: nw.dtypes.DType) -> nw.dtypes.DType:
    """Return the type that stands for a type and its sizes."""
    if is_category(dtype):
        return nw.String()
    if dtype.is_float():
        return nw.Float64()
    return nw.Int64() if dtype.is_integer() and dtype not in {nw.UInt64, nw.Int128} else dtype


def _together(measured: Sequence[Opened], scored: Sequence[Any], fill: Any) -> Any:
    """Score what was measured, and fill up the rows; Dask through Arrow."""
    first = measured[0]
    if first.is_dask:
        pairs = zip(scored, measured, strict=True)
        pieces = [each_partition(opened.native, in_arrow(score)) for score, opened in pairs]
        return each_partition(one_partition(*pieces), in_arrow(functools.partial(fill, eager=True)))
    rows = [score(opened.take([*opened.schema])) for score, opened in zip(scored, measured, strict=True)]
    return first.close(fill(_below_each_other(rows), eager=first.is_eager))


def _below_each_other(scored: Sequence[Any]) -> Any:
    """Put the rows of all indicators into one frame; refuse relations of several DuckDB connections."""
    duckdb = nw.dependencies.get_duckdb()
    refused: type[Exception] | tuple[()] = () if duckdb is None else duckdb.InvalidInputException
    try:
        return nw.concat(scored, how="vertical")
    except refused:
        raise say.SEVERAL_CONNECTIONS.error(kind="duckdb") from None


def _score_rows(entry: Entry, keys: Mapping[str, nw.dtypes.DType], row: _Row, scoring: Scoring, measured: Any) -> Any:
    """Return the rows of one indicator, what they are grouped by under names of its own."""
    told = {**row.told, _RULES: _indicator(entry).rules}
    engine = engine_of(measured.implementation)
    lits = {name: nw.lit(value, dtype=_FIGURES[name]) for name, value in told.items()}
    promised = measured.with_columns(**lits, **_possible(entry, engine))
    columns = [_TARGET, ACTUAL, *([] if row.told[_HIGH] is None else [_HIGH])]
    added = achievement_columns(dict(promised.collect_schema()), engine, columns, entry.polarity, scoring)
    named = [nw.lit(row.place, dtype=nw.Int32).alias(_PLACE), nw.lit(row.code, dtype=nw.String).alias(_CODE)]
    own = zip(numbered("key", len(keys)), keys.items(), strict=True)
    grouped = [engine.column(name).cast(dtype).alias(shown) for shown, (name, dtype) in own]
    units = [engine.column(name).cast(nw.String).alias(name) for name in (FIRST_UNIT, LAST_UNIT)]
    return promised.with_columns(*named, **added).select(*grouped, _PLACE, _CODE, *_FIGURES, *units)


def _possible(entry: Entry, engine: Engine) -> dict[str, nw.Expr]:
    """Return actuals and reasons; what an entry's bounds do not allow is refused, as in a scorecard of records."""
    # Of pandas, a column without any actual, or any reason, is one of nulls.
    actual, reason = engine.column(ACTUAL).cast(nw.Float64), engine.column(REASON).cast(nw.String)
    bounds, beyond = entry.bounds, []
    if bounds.least is not None:
        beyond.append(actual < float(bounds.least) - _NEARLY)
    if bounds.most is not None:
        beyond.append(actual > float(bounds.most) + _NEARLY)
    if not beyond:
        return {ACTUAL: actual, REASON: reason}
    refused = nw.any_horizontal(*beyond, ignore_nulls=False).fill_null(value=False)
    return {
        ACTUAL: nw.when(~refused).then(actual),
        REASON: nw.when(refused).then(nw.lit(str(say.Refusal.IMPOSSIBLE))).otherwise(reason),
    }


def _fill_rows(by: Sequence[str], rows: Sequence[_Row], scoring: Scoring, scores: Any, *, eager: bool) -> Any:
    """Add a row for every indicator in every group that has none, and set eager rows in order."""
    keys = numbered("key", len(by))
    units = [nw.col(FIRST_UNIT).min(), nw.col(LAST_UNIT).max()]
    groups = scores.with_columns(nw.lit(0, dtype=nw.Int32).alias(_LONE)).group_by(*keys, _LONE).agg(*units)
    typed = [nw.col(name).cast(dtype) for name, dtype in _FIGURES.items()]  # of Dask, unknown ones alone are of no type
    flags = [nw.lit(value, dtype=nw.Int32).alias(name) for name, value in ((_GIVEN, 1), (_JOINT, 0))]
    given = scores.select(*keys, _PLACE, _CODE, *typed, *flags, nw.col(REASON).alias(_OWN))
    most = [nw.col(name).max() for name in (*_FIGURES, _GIVEN, _JOINT, _OWN)]
    filled = nw.concat([given, _blank(groups, keys, rows)], how="vertical").group_by(*keys, _PLACE, _CODE).agg(*most)
    if eager:
        filled = filled.sort(*keys, _PLACE, nulls_last=True)
    own = nw.when(nw.col(_GIVEN) == 1).then(nw.col(_OWN)).otherwise(nw.col(REASON))
    shown = [nw.col(key).alias(name) for key, name in zip(keys, by, strict=True)]
    figures = filled.with_columns(own.alias(REASON)).with_columns(**_of_one_unit()).select(*shown, _CODE, *_FIGURES)
    return figures.with_columns(**_by_rules(scoring))


def _by_rules(scoring: Scoring) -> dict[str, nw.Expr]:
    """Return weights and ratings; of unknown achievements there are none."""
    weight, rating = nw.lit(None, dtype=nw.Float64), nw.lit(None, dtype=nw.String)
    for code, own in scoring.weights.items():
        weight = nw.when(nw.col(_CODE) == nw.lit(code)).then(nw.lit(float(own))).otherwise(weight)
    for band in reversed(scoring.bands):  # from the lowest up: what reaches the next is of the next
        lowest, reached = band.start, ~nw.col(ACHIEVEMENT).is_null()
        if lowest is not None:
            edge, is_after = lowest  # at which floats stand a little above or below
            reached = nw.col(ACHIEVEMENT) > float(edge) + (_NEARLY if is_after else -_NEARLY)
        rating = nw.when(reached).then(nw.lit(band.name)).otherwise(rating)
    return {_WEIGHT: weight, _RATING: rating}


def _of_one_unit() -> dict[str, nw.Expr]:
    """Return targets, achievements and reasons; where the figure is of several units, none is set against one's."""
    joint, reason = nw.col(_JOINT) == 1, nw.col(REASON)
    unmeasured = reason == nw.lit(str(Reason.NOT_MEASURED))
    untargeted = joint & (~nw.col(ACTUAL).is_null() | unmeasured)
    return {
        _TARGET: nw.when(~joint).then(nw.col(_TARGET)),
        _HIGH: nw.when(~joint).then(nw.col(_HIGH)),
        ACHIEVEMENT: nw.when(~joint).then(nw.col(ACHIEVEMENT)),
        REASON: nw.when(untargeted).then(nw.lit(str(Reason.NO_TARGET))).otherwise(reason),
    }


def _blank(groups: Any, keys: Sequence[str], rows: Sequence[_Row]) -> Any:
    """Return a row for every group and indicator, not measured; the groups are asked for once, for all indicators."""
    columns = numbered("place", len(rows))
    places = {name: nw.lit(row.place, dtype=nw.Int32) for name, row in zip(columns, rows, strict=True)}
    each = groups.with_columns(**places).unpivot(
        on=columns, index=[*keys, _LONE, FIRST_UNIT, LAST_UNIT], variable_name=inner("name"), value_name=_PLACE
    )
    types = {_CODE: nw.String(), **_FIGURES, _GIVEN: nw.Int32(), _JOINT: nw.Int32(), _OWN: nw.String()}
    figures = {name: nw.lit(None, dtype=dtype) for name, dtype in types.items()}
    figures |= {_GIVEN: nw.lit(0, dtype=nw.Int32), REASON: nw.lit(str(Reason.NOT_MEASURED))}
    one, zero = (nw.lit(value, dtype=nw.Int32) for value in (1, 0))
    ones = nw.col(_PLACE).is_in([row.place for row in rows if row.is_one_units])  # whose target is one unit's
    figures[_JOINT] = nw.when((nw.col(FIRST_UNIT) != nw.col(LAST_UNIT)) & ones).then(one).otherwise(zero)
    for row in rows:
        no_target = row.told[_TARGET] is None or cannot_divide(row.told[_TARGET])
        told = {_CODE: row.code, **row.told, REASON: str(Reason.NO_TARGET) if no_target else None}
        for name, value in told.items():
            if value is not None:
                known = nw.lit(value, dtype=types[name])
                figures[name] = nw.when(nw.col(_PLACE) == row.place).then(known).otherwise(figures[name])
    return each.with_columns(**figures).select(*keys, _PLACE, _CODE, *_FIGURES, _GIVEN, _JOINT, _OWN)
