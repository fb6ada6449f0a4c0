"""Traces verified: everything worked out again from the inputs, what differs, and what was held against nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

import kinerja
from kinerja._base import Problem
from kinerja.catalogue import bundled_catalogues
from kinerja.records import as_period, plain_heading
from kinerja.scorecards import Scoring
from kinerja.trace import messages as say
from kinerja.trace.answers import Answer, OtherRules, Unchecked
from kinerja.trace.differences import Difference, compared
from kinerja.trace.schema import FIGURES, GAINED
from kinerja.trace.trail import Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kinerja.catalogue import Catalogue
    from kinerja.measurement import Indicator, Outcome
    from kinerja.trace.reader import WrittenTrace  # noqa: TC004 - attrs does not read the annotation
    from kinerja.trace.written import WrittenRecord


@attrs.frozen(kw_only=True)
class Verification:
    """What became of a trace when everything was worked out again from its inputs.

    Fields:
        trace: the path as it follows now; where today's counting rule gives no figure, as it follows from the
            quantities that are stated.
        version: of the library that made the trace that was verified.
        compared: whether the clause was held against a catalogue.
        unchecked: what was held against nothing.
        differences: what does not follow.
        other_rules: where another counting rule than today's gave the figure, and today's gives another.
        remarks: what changed and binds nobody, such as the reason of a reading, and fields that are not known.
        evidence: the trace that was made anew from the evidence; None where none was given.
        written: the trace as its file states it.
    """

    trace: Trace
    version: str
    compared: bool = False
    unchecked: tuple[Unchecked, ...] = ()
    differences: tuple[Difference, ...] = ()
    other_rules: OtherRules | None = None
    remarks: tuple[Problem, ...] = ()
    evidence: Trace | None = None
    written: WrittenTrace = attrs.field(repr=False, eq=False)

    @property
    def answer(self) -> Answer:
        """What it comes to; a difference weighs more than another counting rule."""
        if self.differences:
            return Answer.DIFFERS
        return Answer.HOLDS if self.other_rules is None else Answer.OTHER_RULES

    @property
    def holds(self) -> bool:
        """Whether the figure still follows, and everything on the way to it."""
        return self.answer is Answer.HOLDS

    def against(self, evidence: Trace, stated: Iterable[Unchecked] = ()) -> Verification:
        """Hold what the trace states against one that was made anew from the evidence.

        A record that stands in one of them alone or otherwise is a difference where it was counted, and else a remark.
        Where records are withheld, the figures and the counts are held against those of the evidence.

        Args:
            evidence: as `make_trace` makes it of what was measured in the period of this trace, by its entry. Own
                targets, settings and scoring are the evidence's where it states any, else the trace's.
            stated: which of `Unchecked.TARGET`, `SETTINGS` and `SCORING` the evidence states itself.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, make_trace
        >>> of_2, of_3 = (make_trace(catalogue, "SK1/1", 2023, actual) for actual in (2, 3))
        >>> verify_trace(of_2.to_json()).against(of_3).differences[0].text.id
        'actual: tertulis 2, sedangkan menurut data dukung yang diberikan 3.'
        """
        from kinerja.trace.evidence import by_evidence  # noqa: PLC0415 - it imports cattrs

        differences, remarks = by_evidence(self.written, evidence)
        if self.other_rules is not None:
            differences = [one for one in differences if one.where.partition(".")[0] not in _BY_RULES]
        return attrs.evolve(
            self,
            evidence=evidence,
            unchecked=tuple(one for one in self.unchecked if one not in {*_OF_EVIDENCE, *stated}),
            differences=(*self.differences, *differences),
            remarks=(*self.remarks, *remarks),
        )


_BY_RULES = {*FIGURES, *GAINED} - {"target", "decree_target"}
"""What another counting rule moves."""
_OF_EVIDENCE = {Unchecked.EVIDENCE, Unchecked.RECORDS, Unchecked.TOTALS}


def verify_trace(
    text: str, indicators: Iterable[type[Indicator[Any]]] = (), catalogues: Iterable[Catalogue] = ()
) -> Verification:
    """Work everything in a trace out again from its inputs, and say what differs.

    The clause and its targets are held against the catalogue of the same decree, by number and unit: one of those
    given, or one that comes with the library. `unchecked` says what was held against nothing.

    What informs and does not bind may change and is remarked on: readings, misprints, labels, the names of conditions,
    the wording of notes. The version of the library is not compared. A figure that another counting rule gave, and that
    today's would not, is neither said to hold nor to fail; see `Verification.answer`.

    Args:
        text: the JSON that `Trace.to_json` wrote, of this version or an earlier one.
        indicators: your own indicator classes, where the trace has one.
        catalogues: of other decrees than those that come with the library.

    Raises:
        TraceError: for a text that is no such trace, and for inputs from which no figure can follow.
        CatalogueError: for an entry that cannot be read.
    """
    from kinerja.trace.clause import misquoted  # noqa: PLC0415 - it imports cattrs
    from kinerja.trace.reader import read_trace  # noqa: PLC0415 - as above

    written = read_trace(text, indicators)
    decree = written.clause.decree
    of_number = [one for one in _with_bundled(catalogues) if _is_same(one.decree.number, decree.number)]
    own = next((one for one in of_number if _is_same(one.decree.unit, decree.unit)), None)
    quoted = [] if own is None else list(misquoted(written.clause, own))
    differences, other_rules, remarks = _figures(written)
    return Verification(
        trace=written.follows,
        version=written.given.library,
        compared=own is not None,
        unchecked=tuple(_unchecked(written, compared=own is not None)),
        differences=(*(one for binds, one in quoted if binds), *differences),
        other_rules=other_rules,
        remarks=(
            *(one.as_problem(one.said) for binds, one in quoted if not binds),
            *(_other_unit(written, of_number) if own is None else ()),
            *_other_year(written),
            *_several_units(written),
            *remarks,
            *(say.PASSED_OVER.problem(one.place) for one in written.passed_over),
        ),
        written=written,
    )


def _with_bundled(catalogues: Iterable[Catalogue]) -> list[Catalogue]:
    return [*catalogues, *(getattr(kinerja, name) for name in bundled_catalogues())]


def _is_same(text: str, other: str) -> bool:
    """Compare without case and blanks: nobody escapes the catalogue by them, and they are told as a difference."""
    return plain_heading(text) == plain_heading(other)


def _other_year(written: WrittenTrace) -> Iterator[Problem]:
    """Say so where the target is that of another year than was measured."""
    given = written.given
    year = as_period(given.period).year
    if given.target_year not in {None, year}:
        yield say.OTHER_TARGET_YEAR.problem("target_year", year=given.target_year, own=year)


def _several_units(written: WrittenTrace) -> Iterator[Problem]:
    """Say so where the records are of more units than the trace names: a decree's target is one unit's."""
    units = sorted({str(record.fields.get("unit")) for record in written.given.inputs.records})
    if len(units) > max(1, len(written.given.units)):
        yield say.SEVERAL_UNITS.problem("units", stands=list(written.given.units) or "-", units=units)


def _other_unit(written: WrittenTrace, catalogues: Iterable[Catalogue]) -> Iterator[Problem]:
    """Say so where the decree of this number is another unit's."""
    units = dict.fromkeys(one.decree.unit for one in catalogues)
    if units:
        yield say.OTHER_UNIT.problem("clause.decree.unit", stands=written.clause.decree.unit, follows=list(units))


def _unchecked(written: WrittenTrace, *, compared: bool) -> Iterator[Unchecked]:
    """Say what the verification of a trace alone holds against nothing."""
    given, inputs = written.given, written.given.inputs
    seen_otherwise = inputs.totals is not None or inputs.withheld is not None
    seen = {
        Unchecked.CLAUSE: not compared,
        Unchecked.EVIDENCE: bool(inputs.records or (inputs.periods and not seen_otherwise)),
        Unchecked.RECORDS: inputs.withheld is not None,
        Unchecked.TOTALS: inputs.totals is not None or not inputs.measured or not inputs.complete,
        Unchecked.TARGET: inputs.target is not None,
        Unchecked.SETTINGS: bool(given.settings.values),
        Unchecked.SCORING: given.scoring != Scoring(),
    }
    yield from (one for one, there in seen.items() if there)


def _figures(written: WrittenTrace) -> tuple[list[Difference], OtherRules | None, list[Problem]]:
    """Hold the figures against what follows: what differs, which other rule gave them, and what is remarked on."""
    told = [one.as_problem(say.WORDS_DIFFER) for one in _told(written)]
    differences = [] if written.refused else list(_differences(written, written.follows))
    if not written.other_rules:
        return differences, None, told
    withheld = written.given.inputs.withheld is not None
    other = OtherRules(
        stated=written.given.rules,
        present=written.follows.rules,
        names=() if written.follows.measurement is None else written.follows.measurement.indicator.rule_names,
        gives=None if written.refused or withheld else written.follows.score.actual,
        why=say.WITHOUT_RECORDS.text() if withheld else written.refused,
        none_meant_zero=written.none_meant_zero,
    )
    if not differences and not written.refused and not withheld:
        return [], None, [other.as_remark(), *told]
    return list(_compared(written, written.as_stated())), other, told


def _differences(written: WrittenTrace, follows: Trace) -> Iterator[Difference]:
    for place, record, own in _outcomes(written, follows):
        if (record.entered, record.again) != (own.entered, own.again):
            yield from compared(f"{place}.entered", list(record.entered), list(own.entered))
            yield from compared(f"{place}.again", list(record.again), list(own.again))
    yield from _compared(written, follows)


def _compared(written: WrittenTrace, follows: Trace) -> Iterator[Difference]:
    figures = _plain(follows)
    names = [name for name in (*FIGURES, *GAINED) if name in written.stated]
    yield from compared("", {name: written.stated[name] for name in names}, {name: figures[name] for name in names})


def _plain(trace: Trace) -> Mapping[str, Any]:
    from kinerja.trace.plain import plain_figures  # noqa: PLC0415 - it imports cattrs

    return plain_figures(trace)


def _outcomes(written: WrittenTrace, follows: Trace) -> Iterator[tuple[str, WrittenRecord, Outcome]]:
    """Go through the records, each with its place and with what became of it now."""
    outcomes = () if follows.measurement is None else follows.measurement.evidence.outcomes
    for number, (record, own) in enumerate(zip(written.given.inputs.records, outcomes, strict=bool(outcomes)), 1):
        yield f"inputs.records[{number}]", record, own


def _told(written: WrittenTrace) -> Iterator[Difference]:
    """Go through what is worded otherwise now; conditions of one quantity once each, at the first record."""
    seen: dict[tuple[object, ...], Difference] = {}
    for place, record, own in _outcomes(written, written.follows):
        for name, failed in own.missed.items():
            stands = record.missed.get(name, failed)
            if stands != failed:
                (difference,) = compared(f"{place}.missed.{name}", list(stands), list(failed))
                seen.setdefault((name, stands, failed), difference)
    yield from seen.values()
    figures = _plain(written.follows)
    yield from compared("reading", written.stated["reading"], figures["reading"])
    if not written.refused:  # what is told of records is not told where they were not counted
        yield from compared("notes", written.stated["notes"], figures["notes"])
