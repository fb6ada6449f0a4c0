"""A counting rule for readers, told by running it on columns that remember what was asked of them."""

from __future__ import annotations

import datetime as dt
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from kinerja import Timing, Year, write_exact
from kinerja.measurement import Term, as_written, contribution, to_mathml, why_unanswerable
from kinerja.records import FieldsRead, FieldType, as_period, fields_of
from sitepages.markdown import code, escaped, indonesian, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja import Indicator, Measurement, Period, Tally
    from kinerja.measurement import Evidence

__all__ = ["conditions", "fields", "formulas_of_a_record", "periods", "worked_example"]

YEAR = Year(year=2023)
"""The rule is run for some year: which one makes no difference to what it asks."""

_SIGNS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


class Written(FieldsRead):
    """A field, or what is calculated from fields, as a formula; more than one where the rule chooses."""

    __slots__ = ("ways",)

    def __init__(self, *names: str, ways: dict[str, Term], like: FieldsRead) -> None:
        super().__init__(*names, holds=like.holds, optional=like.optional, options=like.options, asked=like.asked)
        self.ways = ways

    def calculate(self, sign: str, left: Any, right: Any) -> Written:
        """Write both sides and the sign between them."""
        result = _SIGNS[sign](_term(left), _term(right))
        read = super().calculate(sign, left, right)
        return Written(*read.names, ways={"": result}, like=read)

    def choose(self, yes: Any, no: Any) -> Written:
        """Write both, each with the answer that chooses it."""
        heading = next(iter(self.ways))
        ways = {f"{heading}: {answer}": _term(side) for answer, side in (("tidak", no), ("ya", yes))}
        read = super().choose(yes, no)
        return Written(*read.names, ways=ways, like=read)

    def either(self, other: Any) -> Written:
        """Write the first and, for where it is not stated, the second."""
        read = super().either(other)
        return Written(*read.names, ways={**self.ways, **other.ways}, like=read)


def _term(side: Any) -> Any:
    return next(iter(side.ways.values())) if isinstance(side, Written) else side


def _record(indicator: Indicator[Any]) -> type[Any]:
    return cast("type[Any]", indicator.record)


def _tallies(indicator: Indicator[Any]) -> list[Tally]:
    record = _record(indicator)
    line = FieldsRead.line(record)
    for field in fields_of(record):
        name = field.heading
        symbol = as_written(lambda value: value, {"value": name})
        setattr(line, field.name, Written(field.name, ways={name: symbol}, like=getattr(line, field.name)))
    return list(indicator.tally(line, YEAR))


def _headings(record: Any) -> dict[str, str]:
    return {field.name: field.heading for field in fields_of(record)}


def conditions(indicator: Indicator[Any]) -> Iterator[str]:
    """Number the conditions under which a record enters each quantity, with the columns that each reads."""
    symbols = {variable.name: variable.symbol for variable in indicator.variables}
    headings = {field.name: field.heading for field in fields_of(_record(indicator))}
    for tally in _tallies(indicator):
        rows: list[str] = []
        entered = " and ".join(f"**{escaped(symbols[name])}**" for name in tally.values)
        together = "all of this holds" if len(tally.conditions) > 1 else "this holds"
        yield f"A record enters {entered} if {together}:"
        for number, (name, holds) in enumerate(tally.conditions.items(), 1):
            read = [heading for field, heading in headings.items() if field in _names(holds)]
            rows.append(f"{number}. {indonesian(name)}, read from {', '.join(map(indonesian, read))}")
        yield "\n".join(rows)
        added = [f"{_what(value)} to **{escaped(symbols[name])}**" for name, value in tally.values.items()]
        yield f"It adds {' and '.join(added)}{_once(tally)}."


def _once(tally: Tally) -> str:
    """Say what several records may be about, which counts once."""
    if tally.per is None:
        return ""
    shared = [" or else ".join(map(indonesian, part.ways)) for part in tally.per]
    return f", once for all records that have {' and '.join(shared)} in common: the first adds, the others nothing"


def _names(value: object) -> frozenset[str]:
    return value.names if isinstance(value, FieldsRead) else frozenset()


def _what(value: Any) -> str:
    if not isinstance(value, Written):
        return str(value)
    return indonesian(next(iter(value.ways))) if len(value.names) == 1 else "what the formula above gives"


def formulas_of_a_record(indicator: Indicator[Any]) -> Iterator[str]:
    """Write the formulas by which a record's part of a quantity is calculated, where it is."""
    symbols = {variable.name: variable.symbol for variable in indicator.variables}
    for tally in _tallies(indicator):
        for name, value in tally.values.items():
            ways = _calculated(value)
            if ways:
                yield f"**{escaped(symbols[name])}** is a sum over the records that count. Each adds:"
                rows = [
                    [indonesian(when), f'<span class="formula">{to_mathml(one)}</span>'] for when, one in ways.items()
                ]
                yield table(["Where", "It adds"], rows)


def _calculated(value: object) -> dict[str, Term]:
    return value.ways if isinstance(value, Written) and len(value.names) > 1 else {}


def fields(indicator: Indicator[Any]) -> str:
    """Return the record as the columns of its form."""
    record = _record(indicator)
    rows = [
        [
            f"{indonesian(field.heading)}{' (key)' if field.name in record.identity else ''}",
            code(field.name),
            _kind(field),
            "yes" if field.needed else "may be blank",
            indonesian(field.note),
        ]
        for field in fields_of(record)
    ]
    return table(["Column", "Field", "Holds", "Needed", "What to fill in"], rows)


def _kind(field: Any) -> str:
    return " / ".join(map(indonesian, field.options)) if field.options else field.kind.value


def periods(indicator: Indicator[Any]) -> Iterator[str]:
    """Say how the parts of a year come together, and which periods the records answer for."""
    yield f'{indicator.timing.value.en} *{indicator.timing.value.id}*{{: lang="id" }}'
    several = (YEAR, *map(as_period, ("2023-S1", "2023-S2-saja", "2023-TW2", "2023-TW2-saja")))
    yield table(["Period", "What it means"], [[indonesian(str(one)), _meaning(indicator, one)] for one in several])


def _meaning(indicator: Indicator[Any], period: Period) -> str:
    refused = why_unanswerable(indicator.name, indicator.timing, period)
    if refused is not None:
        return f"refused: {escaped(refused.en)}"
    if indicator.timing is Timing.STOCK:
        return f"the position on {period.end} against that on {period.opening}"
    return f"{period.start} to {period.end}"


def worked_example(measurement: Measurement) -> Iterator[str]:
    """Show the records of a measurement, what each adds or why it does not, the sums, and the worked line."""
    indicator = measurement.indicator
    asked = [value for one in _tallies(indicator) for value in (*one.conditions.values(), *one.values.values())]
    shown = set(_record(indicator).identity).union(*map(_names, asked)) - {"unit"}
    columns = [field for field in fields_of(_record(indicator)) if field.name in shown]
    symbols = [escaped(variable.symbol) for variable in indicator.variables]
    rows = [
        [indonesian(_value(getattr(item.record, field.name))) for field in columns] + _became(indicator, item)
        for item in measurement.evidence
    ]
    sums = [f"**{indonesian(_value(measurement.quantities[one.name]))}**" for one in indicator.variables]
    rows.append(["**Sum**", *[""] * (len(columns) - 1), *sums, ""])
    headings = {indonesian(field.heading): field.kind for field in columns}
    numbers = {heading for heading, kind in headings.items() if kind in {FieldType.NUMBER, FieldType.RUPIAH}}
    yield table([*headings, *symbols, "What does not hold"], rows, figures=numbers.union(symbols))
    yield f'<div lang="id" markdown>\n\n```text\n{measurement}\n```\n\n</div>'


def _became(indicator: Indicator[Any], item: Evidence) -> list[str]:
    """Return what a record adds to each quantity, a dash where it does not enter, and the conditions that failed."""
    (period,) = item.periods
    added = contribution(lambda line: indicator.tally(line, period), item.record, item.again)
    failed = dict.fromkeys(name for names in item.missed.values() for name in names)
    amounts = [indonesian(_value(added.get(variable.name))) for variable in indicator.variables]
    return [*amounts, "<br>".join(map(indonesian, failed))]


def _value(value: Any) -> str:
    """Write a value as a form holds it."""
    if value is None or value == "":
        return "-"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return write_exact(value) if isinstance(value, Fraction) else str(value)
