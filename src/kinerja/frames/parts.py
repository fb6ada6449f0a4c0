"""Dask: each part of the frame is counted by itself through Arrow, and the sums of the parts are added."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from kinerja.frames.arrow import arrow_of, pandas_of
from kinerja.frames.counting import (
    add_groups,
    add_identities,
    counted_rows,
    double_counts,
    group_sums,
    identities,
    key_names,
    own_names,
)
from kinerja.frames.figures import figures
from kinerja.frames.part_reader import part_reader, picked

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja.frames.native import Opened
    from kinerja.frames.plan import Plan

__all__ = ["measure_parts"]


def measure_parts(plan: Plan, opened: Opened) -> Any:
    """Return the figures of a Dask frame, as a Dask frame of one part; nothing is computed yet."""
    needed = picked(opened.native, plan.read)
    rows = part_reader(opened, plan.read, plan.wanted)
    sums = _each_part(needed, functools.partial(_part_sums, plan, rows))
    if plan.identity is not None:
        held = _each_part(needed, functools.partial(_part_identities, plan, rows))
        # Those of one identity come into one part: the same record may stand in several.
        together = held.shuffle(on=[*key_names(plan), *own_names(plan)])
        sums = _concat(sums, _each_part(together, functools.partial(_part_doubles, plan)))
    return _each_part(sums.repartition(npartitions=1), functools.partial(_figures, plan))


def _each_part(frame: Any, work: Callable[[Any], Any]) -> Any:
    return frame.map_partitions(work, meta=work(frame._meta))  # noqa: SLF001 - as above


def _concat(*frames: Any) -> Any:
    import dask.dataframe as dd  # noqa: PLC0415 - the caller brought it

    return dd.concat(list(frames))


def _part_sums(plan: Plan, rows: Callable[[Any], Any], part: Any) -> Any:
    source = rows(part)
    return pandas_of(nw.concat(group_sums(plan, source, counted_rows(plan, source)), how="vertical"))


def _part_identities(plan: Plan, rows: Callable[[Any], Any], part: Any) -> Any:
    return pandas_of(identities(plan, counted_rows(plan, rows(part))))


def _part_doubles(plan: Plan, held: Any) -> Any:
    return pandas_of(double_counts(plan, add_identities(plan, nw.from_native(arrow_of(held)))))


def _figures(plan: Plan, sums: Any) -> Any:
    return pandas_of(figures(plan, add_groups(plan, nw.from_native(arrow_of(sums)))))
