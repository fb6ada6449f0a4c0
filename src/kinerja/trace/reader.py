"""Traces read from JSON, and walked again from their inputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from kinerja._base import FrozenMap, KinerjaError, Message, Problem, Reason, Text, TraceError
from kinerja._base.reading import Plain, Reader, plain_data
from kinerja.catalogue import catalogue_of
from kinerja.decrees import entry_assuming
from kinerja.decrees.conversion import plain_converter
from kinerja.decrees.file import DecreeFile, load_decree_file
from kinerja.measurement import Indicator, Measurement
from kinerja.measurement.written import Parts, read_records
from kinerja.records import as_period
from kinerja.trace import messages as say
from kinerja.trace.trail import Trace, bare, make_trace
from kinerja.trace.written import FIGURES, GAINED, LATER, SCHEMA, TOLD, Given, clause_of, plain_figures

if TYPE_CHECKING:
    from kinerja.scorecards import Value

T = TypeVar("T")

_UNSAID = "-"
"""One unit, where a trace names none: its target was one unit's, and several in its records are remarked on."""
_SCHEMA_1 = "kinerja.trace/1"
"""It has no counting rules by number, no settings, and plain texts for sources; and it gains no fields."""


@attrs.frozen(kw_only=True)
class WrittenTrace:
    """A trace as its file states it, beside the path that follows from its inputs.

    Fields:
        clause: the decree, the objective and the entry.
        given: what the rest follows from, as the file states it.
        stated: what is stated to follow, and what is told beside it, name -> plain data.
        follows: the path, walked again by the counting rule of today; where that gives none, from the quantities that
            are stated.
        refused: why the counting rule of today gives no figure.
        passed_over: the fields that are not known, of a later version.
    """

    clause: DecreeFile
    given: Given
    stated: Mapping[str, Any]
    follows: Trace
    refused: Text | None = None
    passed_over: tuple[Problem, ...] = ()

    @property
    def other_rules(self) -> bool:
        """Whether it was measured by a counting rule that means something else than today's."""
        return self.follows.rules is not None and (self.given.rules != self.follows.rules or self.none_meant_zero)

    @property
    def none_meant_zero(self) -> bool:
        """Whether it is of the time when no record was 0, and today says that nothing was measured."""
        return "entries" not in self.stated and self.follows.score.reason is Reason.NOT_MEASURED

    def as_stated(self) -> Trace:
        """Walk the path from the quantities that are stated, whatever counting rule gave them.

        Raises:
            TraceError: where no figure can follow from them.
        """
        return _Walk(self.given, self.clause, self.stated, Reader(plain_converter(), [])).from_quantities()


def read_trace(text: Plain, indicators: Iterable[type[Indicator[Any]]]) -> WrittenTrace:
    """Read a trace, and walk its path again from its inputs alone; it raises as `verify_trace` does."""
    data = plain_data(text, [SCHEMA, _SCHEMA_1], Text(id="jejak angka", en="a trace"), TraceError)
    newer = data["schema"] != _SCHEMA_1
    parts = ("schema", "clause", *FIGURES, *TOLD, *(GAINED if newer else ()))
    missing = [name for name in (*parts, *(["rules"] if newer else [])) if name not in data]
    if missing or not isinstance(data["clause"], dict):
        raise _unreadable(say.NOT_WHOLE, missing=missing or "clause")
    stated = {name: data.pop(name) for name in (*parts, *LATER) if name in data}
    in_clause: list[Problem] | None = [] if newer else None
    clause = load_decree_file("clause", stated["clause"], indicators, in_clause)
    reader = Reader(plain_converter(), [] if newer else None)
    if isinstance(sources := data.get("sources"), list):  # a text is the name of one
        data["sources"] = [{"name": one} if isinstance(one, str) else one for one in sources]
    given = reader.read("trace", data, Given)
    if len(clause.entries) != 1:
        reader.problems.append(say.ONE_ENTRY.problem("trace.clause.entries"))
    if given is not None and given.inputs.measured and (given.rules or 0) < 1:
        reader.problems.append(say.NO_RULE.problem("trace.rules", value=given.rules))
    if given is None or reader.problems:
        raise TraceError.of(reader.problems)
    follows, refused = _Walk(given, clause, stated, reader).again()
    placed = [attrs.evolve(one, place=f"clause.{one.place}") for one in in_clause or ()]
    return WrittenTrace(
        clause=clause,
        given=given,
        stated=stated,
        follows=follows,
        refused=refused,
        passed_over=tuple({one.place: one for one in (*placed, *(reader.passed_over or ()))}.values()),
    )


def written_of(trace: Trace) -> WrittenTrace:
    """Return a trace as its file would state it."""
    return WrittenTrace(clause=clause_of(trace), given=Given.of(trace), stated=plain_figures(trace), follows=trace)


def _unreadable(message: Message, **values: Any) -> TraceError:
    return TraceError.of([message.problem("JSON", **values)])


class _Walk:
    """The path of a trace, walked again from what its file states."""

    def __init__(self, given: Given, clause: DecreeFile, stated: Mapping[str, Any], reader: Reader) -> None:
        self.given, self.inputs, self.stated, self.reader = given, given.inputs, stated, reader
        of_settings: list[Problem] = []
        entry = given.settings.over(clause.entries[0], of_settings)
        problems = [attrs.evolve(one, place=f"trace.settings.{one.place}") for one in of_settings]
        self.entry = entry_assuming(entry, given.assumed, "trace.assumed", problems)
        if problems:
            raise TraceError.of(problems)
        self.catalogue = catalogue_of(attrs.evolve(clause, entries=(self.entry,)))
        self.indicator = self.entry.measured_by

    def again(self) -> tuple[Trace, Text | None]:
        """Walk by the counting rule of today; where it gives no figure, by what is stated, and with the reason."""
        try:
            self._check_inputs()
            if self.inputs.withheld is not None:
                return self.from_quantities(), None
            return self._trace(self._value()), None
        except KinerjaError as error:
            if self.indicator is None or not self.inputs.measured or self.given.rules == self.indicator.rules:
                raise self._told(error) from None
            return self.from_quantities(), error.text

    def _check_inputs(self) -> None:
        """Refuse inputs of which some would be passed over."""
        inputs = self.inputs
        given = inputs.actual is not None or inputs.reason is not None
        if inputs.withheld is not None:
            lacking = self.stated["quantities"] is None or self.stated.get("entries") is None
            if given or inputs.records or inputs.totals or lacking or not inputs.measured:
                raise _unreadable(say.WITHHELD)
            if not inputs.withheld.may_have(self._entries() or {}, guarded=inputs.guarded):
                raise _unreadable(say.WITHHELD_COUNTS)
        elif given if inputs.measured else inputs.records or inputs.periods or inputs.totals is not None:
            raise _unreadable(say.MEASURED)

    def from_quantities(self) -> Trace:
        """Walk from the quantities that are stated."""
        inputs = self.inputs
        try:
            quantities = self._read("quantities", FrozenMap[str, Fraction])
            value = attrs.evolve(
                Measurement.of(self._measuring(), quantities),
                periods=tuple(map(as_period, inputs.periods)),
                guarded=inputs.guarded,
                complete=inputs.complete,
                entries=self._entries(),
            )
            trace = self._trace(value)
            if inputs.withheld is not None:
                return bare(trace, value, inputs.withheld)
            return attrs.evolve(trace, totals=None, score=attrs.evolve(trace.score, alternatives=()))
        except KinerjaError as error:
            raise self._told(error) from None

    def _told(self, error: KinerjaError) -> TraceError:
        if isinstance(error, TraceError):
            return error
        return TraceError.of(self.reader.problems or [error.problem("trace.inputs")])

    def _trace(self, value: Value) -> Trace:
        given, target, period = self.given, self.inputs.target, as_period(self.given.period)
        own = {} if target is None else {self.entry.code: target}
        trace = make_trace(
            self.catalogue,
            self.entry.code,
            period,
            value,
            scoring=given.scoring,
            remark=given.remark,
            sources=given.sources,
            targets=own if own or given.target_year is None else None,
            target_year=given.target_year,
            units=given.units or (_UNSAID,),
        )
        return attrs.evolve(trace, units=given.units)

    def _measuring(self) -> Indicator[Any]:
        if self.indicator is None:
            raise _unreadable(say.NO_INDICATOR, indicator=self.entry.code)
        return self.indicator

    def _value(self) -> Value:
        """Return what was scored."""
        inputs = self.inputs
        if inputs.measured:
            return self._measured(self._measuring())
        if inputs.actual is not None or inputs.reason is None:
            return inputs.actual
        if inputs.reason not in Reason.__members__:
            raise _unreadable(say.OTHER_REASON, reasons=list(Reason.__members__))
        return Reason[inputs.reason]

    def _measured(self, indicator: Indicator[Any]) -> Measurement:
        inputs = self.inputs
        of_records = [as_period(item.period) for item in inputs.records]
        records = read_records(self.reader, "trace.inputs.records", inputs.records, indicator)
        if self.reader.problems:
            raise TraceError.of(self.reader.problems)
        parts = Parts(
            records=tuple(zip(records, of_records, strict=True)),
            periods=tuple(map(as_period, inputs.periods)),
            totals=inputs.totals,
            guarded=inputs.guarded,
            complete=inputs.complete,
            entries=None if inputs.guarded else self._entries(),
        )
        faults = list(parts.faults("JSON"))
        if faults:
            raise TraceError.of(faults)
        return parts.measured(indicator)

    def _entries(self) -> FrozenMap[str, int] | None:
        """Return how many records are stated to have entered each quantity."""
        return None if self.stated.get("entries") is None else self._read("entries", FrozenMap[str, int])

    def _read(self, name: str, kind: type[T]) -> T:
        """Read what is stated to follow."""
        read = self.reader.read(f"trace.{name}", self.stated[name], kind)
        if read is None:
            raise TraceError.of(self.reader.problems)
        return read
