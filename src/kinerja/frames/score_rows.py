"""The rows of a scorecard on frames: those of each indicator, and one for every group that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import narwhals.stable.v2 as nw

from kinerja._base import ColumnsError, Reason, Text
from kinerja.frames.achieving import ACHIEVEMENT, achievement_columns
from kinerja.frames.engine import engine_of
from kinerja.frames.figures import ACTUAL, REASON
from kinerja.frames.lines import is_category
from kinerja.frames.names import inner, inner_keys, numbered
from kinerja.measurement import is_no_target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.decrees import Entry
    from kinerja.frames.native import Opened
    from kinerja.scorecards import Scoring

__all__ = ["CODE", "TARGET", "Key", "Row", "common_keys", "fill_rows", "score_rows"]

CODE, TARGET = "code", "target"
_PLACE, _LONE, _GIVEN, _OWN = map(inner, ("place", "lone", "given", "own"))
_FIGURES = (_PLACE, CODE, TARGET, ACTUAL, ACHIEVEMENT, REASON)

Row: TypeAlias = tuple[int, str, float | None]
"""Place in the decree, code and target of an indicator."""
Key: TypeAlias = tuple[str, nw.dtypes.DType]
"""A column of `by`, and the type in which all frames have it."""


def common_keys(by: Sequence[str], measured: Mapping[str, Opened]) -> tuple[Key, ...]:
    """Return the columns of `by`, each with the type in which all frames have it.

    Raises:
        ColumnsError: where one frame has texts, say, and another numbers.
    """
    keys = []
    for name in by:
        types = {code: _common(opened.schema[name]) for code, opened in measured.items()}
        first, *others = set(types.values())
        if others:
            raise _unlike(name, types)
        keys.append((name, first))
    return tuple(keys)


def _common(dtype: nw.dtypes.DType) -> nw.dtypes.DType:
    """Return the type that stands for a type and its sizes."""
    if is_category(dtype):
        return nw.String()
    if dtype.is_float():
        return nw.Float64()
    return nw.Int64() if dtype.is_integer() and dtype not in {nw.UInt64, nw.Int128} else dtype


def _unlike(name: str, types: Mapping[str, object]) -> ColumnsError:
    listed = ", ".join(f"{code}: {dtype}" for code, dtype in types.items())
    return ColumnsError(
        Text(
            id=f"by: kolom {name} tidak bertipe sama di semua tabel ({listed}); samakan dahulu.",
            en=f"by: column {name} is not of the same type in all frames ({listed}); make them the same first.",
        ),
        missing=(name,),
        available=(),
    )


def score_rows(entry: Entry, keys: Sequence[Key], row: Row, scoring: Scoring, measured: Any) -> Any:
    """Return the rows of one indicator, what they are grouped by under names of its own."""
    place, code, target = row
    promised = measured.with_columns(nw.lit(target, dtype=nw.Float64).alias(TARGET))
    schema, engine = dict(promised.collect_schema()), engine_of(promised.implementation)
    added = achievement_columns(schema, engine, (TARGET, ACTUAL), entry.polarity, scoring)
    named = [nw.lit(place, dtype=nw.Int32).alias(_PLACE), nw.lit(code, dtype=nw.String).alias(CODE)]
    own = zip(inner_keys(len(keys)), keys, strict=True)
    grouped = [engine.column(name).cast(dtype).alias(shown) for shown, (name, dtype) in own]
    return promised.with_columns(*named, **added).select(*grouped, *_FIGURES)


def fill_rows(by: Sequence[str], rows: Sequence[Row], scores: Any, *, eager: bool) -> Any:
    """Add a row for every indicator in every group that has none, and set eager rows in order."""
    keys, often = inner_keys(len(by)), nw.len().alias(inner("groups"))
    groups = scores.with_columns(nw.lit(0, dtype=nw.Int32).alias(_LONE)).group_by(*keys, _LONE).agg(often)
    given = scores.select(*keys, *_FIGURES, nw.lit(1, dtype=nw.Int32).alias(_GIVEN), nw.col(REASON).alias(_OWN))
    figures = [nw.col(name).max() for name in (TARGET, ACTUAL, ACHIEVEMENT, REASON, _GIVEN, _OWN)]
    filled = nw.concat([given, _blank(groups, keys, rows)], how="vertical").group_by(*keys, _PLACE, CODE).agg(*figures)
    if eager:
        filled = filled.sort(*keys, _PLACE, nulls_last=True)
    own = nw.when(nw.col(_GIVEN) == 1).then(nw.col(_OWN)).otherwise(nw.col(REASON))
    shown = [nw.col(key).alias(name) for key, name in zip(keys, by, strict=True)]
    return filled.select(*shown, CODE, TARGET, ACTUAL, ACHIEVEMENT, own.alias(REASON))


def _blank(groups: Any, keys: Sequence[str], rows: Sequence[Row]) -> Any:
    """Return a row for every group and indicator, not measured; the groups are asked for once, for all indicators."""
    columns = numbered("place", len(rows))
    places = {name: nw.lit(place, dtype=nw.Int32) for name, (place, _, _) in zip(columns, rows, strict=True)}
    each = groups.with_columns(**places).unpivot(
        on=columns, index=[*keys, _LONE], variable_name=inner("name"), value_name=_PLACE
    )
    code, target = nw.lit(None, dtype=nw.String), nw.lit(None, dtype=nw.Float64)
    reason = nw.lit(str(Reason.NOT_MEASURED))
    for place, own_code, own_target in rows:
        here = nw.col(_PLACE) == place
        code = nw.when(here).then(nw.lit(own_code)).otherwise(code)
        target = nw.when(here).then(nw.lit(own_target, dtype=nw.Float64)).otherwise(target)
        if own_target is None or is_no_target(own_target):
            reason = nw.when(here).then(nw.lit(str(Reason.NO_TARGET))).otherwise(reason)
    figures = {
        CODE: code,
        TARGET: target,
        ACTUAL: nw.lit(None, dtype=nw.Float64),
        ACHIEVEMENT: nw.lit(None, dtype=nw.Float64),
        REASON: reason,
        _GIVEN: nw.lit(0, dtype=nw.Int32),
        _OWN: nw.lit(None, dtype=nw.String),
    }
    return each.with_columns(**figures).select(*keys, *_FIGURES, _GIVEN, _OWN)
