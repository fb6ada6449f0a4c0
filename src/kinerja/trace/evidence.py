"""A trace held against one that was made anew from the evidence.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kinerja.trace import messages as say
from kinerja.trace.comparison import Move, Part, compare_written
from kinerja.trace.differences import Difference, compared
from kinerja.trace.reader import written_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja._base import Problem
    from kinerja.trace.reader import WrittenTrace
    from kinerja.trace.trail import Trace


def by_evidence(written: WrittenTrace, evidence: Trace) -> tuple[list[Difference], list[Problem]]:
    """Return where a trace and the evidence differ, and what is remarked on."""
    comparison = compare_written(written, written_of(evidence))
    differences = [_as_difference(move) for move in comparison.of(Part.FIGURE)]
    differences += [_as_difference(move, "settings.") for move in comparison.of(Part.SETTING)]
    differences += [_as_difference(move) for move in comparison.of(Part.TARGET) if move.where != "target_year"]
    differences += [_as_difference(move) for move in comparison.of(Part.UNIT) if None not in {move.first, move.second}]
    remarks = list(_other_files(written, evidence))
    if written.given.inputs.withheld is not None:
        differences += _counts(written, evidence)
    differences += [_of_record(move) for move in comparison.of(Part.RECORD)]
    left_out = [_of_record(move) for move in comparison.of(Part.LEFT_OUT)]
    remarks += [one.as_problem(one.said) for one in left_out]
    return differences, remarks


def _as_difference(move: Move, before: str = "") -> Difference:
    return Difference(
        where=f"{before}{move.where}",
        stands="-" if move.first is None else move.first,
        follows="-" if move.second is None else move.second,
        said=say.EVIDENCE_DIFFERS,
    )


def _of_record(move: Move) -> Difference:
    """Say of a record that it is not there, that it came, or which of its fields differs."""
    difference = _as_difference(move, "records: ")
    if move.field or None not in {move.first, move.second}:
        return difference
    return attrs.evolve(difference, said=say.RECORD_LACKING if move.second is None else say.RECORD_ADDED)


def _counts(written: WrittenTrace, evidence: Trace) -> Iterator[Difference]:
    """Hold the counts of withheld records against those of the evidence."""
    stands, withheld = written.given.inputs.withheld, evidence.without_records().withheld
    for name in ("records", "counted", "left_out"):
        one, other = (None if side is None else getattr(side, name) for side in (stands, withheld))
        for difference in compared(f"inputs.withheld.{name}", _plain(one), _plain(other)):
            yield attrs.evolve(difference, said=say.EVIDENCE_DIFFERS)


def _plain(value: object) -> object:
    """Return counts by conditions as plain data, in an order of their own."""
    if isinstance(value, tuple):
        return sorted([", ".join(one.fails), one.records] for one in value)
    return value


def _other_files(written: WrittenTrace, evidence: Trace) -> Iterator[Problem]:
    """Name the sources whose content is another than when the trace was made, whatever their folder is called."""
    digests = {source.sha256 for source in evidence.sources}
    for source in written.given.sources:
        if source.sha256 is not None and source.sha256 not in digests:
            yield say.OTHER_FILE.problem(source.name)
