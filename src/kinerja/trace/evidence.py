"""A trace held against one that was made anew from the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from kinerja.trace import messages as say
from kinerja.trace.answers import Unchecked
from kinerja.trace.comparison import compare_written
from kinerja.trace.differences import Difference, compared
from kinerja.trace.labels import LABELS
from kinerja.trace.moves import Move, Part
from kinerja.trace.reader import written_of
from kinerja.trace.written import FIGURES, GAINED

if TYPE_CHECKING:
    from kinerja.trace.source import Withheld
    from kinerja.trace.trail import Trace
    from kinerja.trace.verification import Verification

_PLACES = {
    Part.FIGURE: "",
    Part.SETTING: "settings.",
    Part.TARGET: "",
    Part.UNIT: "",
    Part.RECORD: "records: ",
    Part.LEFT_OUT: "records: ",
}
_BY_RULES = {*FIGURES, *GAINED} - {"target", "decree_target"}
"""What another counting rule moves."""
_OF_EVIDENCE = {Unchecked.EVIDENCE, Unchecked.RECORDS, Unchecked.TOTALS}


def against(verification: Verification, evidence: Trace, stated: Iterable[Unchecked]) -> Verification:
    """Hold what a trace states against the evidence; see `Verification.against`."""
    written = verification.written
    moves = compare_written(written, written_of(evidence)).moves
    # Of a unit that only the trace names, and of the year of the target, the evidence says nothing.
    spoken = [one for one in moves if one.part in _PLACES and one.where != "target_year"]
    spoken = [one for one in spoken if one.part is not Part.UNIT or None not in {one.first, one.second}]
    differences = [(one.part, _as_difference(one)) for one in spoken]
    binding = [one for part, one in differences if part is not Part.LEFT_OUT]
    binding += _counts(written.given.inputs.withheld, evidence)
    if verification.other_rules is not None:
        binding = [one for one in binding if one.where.partition(".")[0] not in _BY_RULES]
    digests = {source.sha256 for source in evidence.sources}
    return attrs.evolve(
        verification,
        evidence=evidence,
        unchecked=tuple(one for one in verification.unchecked if one not in {*_OF_EVIDENCE, *stated}),
        differences=(*verification.differences, *binding),
        remarks=(
            *verification.remarks,
            # whatever the folder of a file is called, its content is another than when the trace was made
            *(say.OTHER_FILE.problem(one.name) for one in written.given.sources if one.sha256 not in {None, *digests}),
            *(one.as_problem() for part, one in differences if part is Part.LEFT_OUT),
        ),
    )


def _as_difference(move: Move) -> Difference:
    """Say what stands otherwise: of a record that it is not there, that it came, or which of its fields differs."""
    said = say.EVIDENCE_DIFFERS
    if _PLACES[move.part] == "records: " and not move.field and None in {move.first, move.second}:
        said = say.RECORD_LACKING if move.second is None else say.RECORD_ADDED
    stands, follows = ("-" if side is None else side for side in (move.first, move.second))
    where = f"{_PLACES[move.part]}{move.where}"
    label = move.label.about(LABELS["records"]) if _PLACES[move.part] == "records: " else move.label
    return Difference(
        where=where, stands=stands, follows=follows, said=said, labels={where: label}, is_amount=move.is_amount
    )


def _counts(stands: Withheld | None, evidence: Trace) -> Iterator[Difference]:
    """Hold the counts of withheld records against those of the evidence."""
    if stands is not None:
        follows = evidence.without_records().withheld
        for name in ("records", "counted", "left_out"):
            one, other = (None if side is None else _plain(getattr(side, name)) for side in (stands, follows))
            for difference in compared(f"inputs.withheld.{name}", one, other):
                yield attrs.evolve(difference, said=say.EVIDENCE_DIFFERS)


def _plain(value: object) -> object:
    """Return counts by conditions as plain data, in an order of their own."""
    if isinstance(value, tuple):
        return sorted([", ".join(one.fails), one.records] for one in value)
    return value
