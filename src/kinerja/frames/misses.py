"""Why a row counts in no quantity: the conditions it fails, and what is unknown of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from kinerja.frames.expressions import condition
from kinerja.frames.record_columns import StandIn
from kinerja.records import Lacking, Tally, called

if TYPE_CHECKING:
    from kinerja.frames.question import Question
    from kinerja.frames.record_columns import RecordColumns


def left_out_columns(question: Question, record: RecordColumns, tallies: Sequence[Tally]) -> tuple[nw.Expr, nw.Expr]:
    """Return the failed conditions of the last tally with the fewest, and the cause; unknown where one has none."""
    line = StandIn(lambda name: Lacking({name: record.column(name).expr.is_null()}))  # type: ignore[arg-type, return-value]
    lacking = list(question.indicator.tally(line, question.period))
    zero, one = nw.lit(0, dtype=nw.Int64), nw.lit(1, dtype=nw.Int64)
    counts = [
        sum((nw.when(fails).then(one).otherwise(zero) for _, fails in _failed(tally)), start=zero) for tally in tallies
    ]
    least = nw.min_horizontal(*counts) if len(counts) > 1 else counts[0]  # Spark takes no least of one
    misses = [_joined("; ", _parts(_failed(tally))) for tally in tallies]
    causes = [_cause(*pair, question.record) for pair in zip(tallies, lacking, strict=True)]
    nearest, cause = (_of_least(counts, least, texts) for texts in (misses, causes))
    return nearest, cause


def _of_least(counts: Iterable[nw.Expr], least: nw.Expr, texts: Iterable[nw.Expr]) -> nw.Expr:
    found = nw.lit(None, dtype=nw.String)
    for count, text in zip(counts, texts, strict=True):
        found = nw.when(count == least).then(text).otherwise(found)
    return nw.when(least > 0).then(found)


def _failed(tally: Tally) -> list[tuple[str, nw.Expr]]:
    """Return where each condition does not hold, also where it is unknown."""
    return [(name, ~condition(holds).fill_null(value=False)) for name, holds in tally.conditions.items()]


def _cause(tally: Tally, lacking: Tally, record: type[Any]) -> nw.Expr:
    """Say what is unknown, then what is failed of what is known."""
    unknown: dict[str, list[nw.Expr]] = {}
    failed = []
    for (name, fails), lacks in zip(_failed(tally), lacking.conditions.values(), strict=True):
        fields: Mapping[str, nw.Expr] = lacks.fields  # type: ignore[attr-defined]
        for field, where in fields.items():
            unknown.setdefault(field, []).append(fails & where)
        failed.append((name, fails & ~_any(fields.values()) if fields else fails))
    names = [attribute for attribute in attrs.fields(record) if attribute.name in unknown]
    said = _parts((f"{called(one).id} tidak diketahui", _any(unknown[one.name])) for one in names)
    rest = nw.concat_str(nw.lit("tidak memenuhi "), _joined(", ", _parts(failed)))
    return _joined(", ", [*said, nw.when(_any(where for _, where in failed)).then(rest)])


def _any(where: Iterable[nw.Expr]) -> nw.Expr:
    return nw.any_horizontal(*where, nw.lit(value=False), ignore_nulls=False)


def _parts(texts: Iterable[tuple[str, nw.Expr]]) -> list[nw.Expr]:
    """Return each text where it holds, and null elsewhere."""
    return [nw.when(where).then(nw.lit(text)) for text, where in texts]


def _joined(separator: str, parts: Iterable[nw.Expr]) -> nw.Expr:
    return nw.concat_str(*parts, nw.lit(None, dtype=nw.String), separator=separator, ignore_nulls=True)
