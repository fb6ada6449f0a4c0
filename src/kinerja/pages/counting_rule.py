"""A counting rule for readers, told by running it on columns that remember what was asked of them."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from kinerja._base import write_exact
from kinerja.measurement import (
    Indicator,
    Measurement,
    Term,
    Timing,
    as_written,
    contribution,
    to_mathml,
    why_unanswerable,
)
from kinerja.pages.markdown import Voice, code, table
from kinerja.records import FieldsRead, FieldType, Tally, Year, as_period

if TYPE_CHECKING:
    from kinerja.measurement import Evidence
    from kinerja.records import Period

_SIGNS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
_KINDS = {
    FieldType.TEXT: "teks",
    FieldType.DATE: "tanggal",
    FieldType.NUMBER: "angka",
    FieldType.RUPIAH: "rupiah",
    FieldType.YEAR: "tahun",
    FieldType.FLAG: "ya atau tidak",
    FieldType.ACCOUNT: "akun",
}


class Written(FieldsRead):
    """A field, or what is calculated from fields, as a formula; more than one where the rule chooses."""

    __slots__ = ("ways",)

    ways: dict[str, Term]

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


def _tallies(indicator: Indicator[Any], year: Year) -> list[Tally]:
    line = FieldsRead.line(cast("type[Any]", indicator.record))
    for field in indicator.form_fields:
        symbol = as_written(lambda value: value, {"value": field.heading})
        setattr(line, field.name, Written(field.name, ways={field.heading: symbol}, like=getattr(line, field.name)))
    return list(indicator.tally(line, year))


def conditions(indicator: Indicator[Any], year: Year, voice: Voice) -> Iterator[str]:
    """Number the conditions under which a record enters each quantity, with the columns that each reads."""
    symbols = {variable.name: f"**{variable.symbol}**" for variable in indicator.variables}
    joined = voice.say(" dan ", " and ")
    for tally in _tallies(indicator, year):
        entered = joined.join(symbols[name] for name in tally.values)
        several = len(tally.conditions) > 1
        yield voice.say(
            f"Satu baris masuk ke {entered} bila {'semua ini' if several else 'ini'} terpenuhi:",
            f"A record enters {entered} if {'all of this holds' if several else 'this holds'}:",
        )
        yield "\n".join(
            f"{number}. {voice.indonesian(name)}, {voice.say('dibaca dari', 'read from')} "
            + ", ".join(voice.indonesian(one.heading) for one in indicator.form_fields if one.name in _names(holds))
            for number, (name, holds) in enumerate(tally.conditions.items(), 1)
        )
        to = voice.say("ke", "to")
        added = joined.join(f"{_what(value, voice)} {to} {symbols[name]}" for name, value in tally.values.items())
        yield voice.say("Baris itu menambahkan ", "It adds ") + f"{added}{_once(tally, voice)}."


def _once(tally: Tally, voice: Voice) -> str:
    """Say what several records may be about, which counts once."""
    if tally.per is None:
        return ""
    ways = [voice.say(" atau bila kosong ", " or else ").join(map(voice.indonesian, part.ways)) for part in tally.per]
    shared = voice.say(" dan ", " and ").join(ways)
    return voice.say(
        f", satu kali untuk semua baris dengan {shared} yang sama: yang pertama menambah, yang lain tidak",
        f", once for all records that have {shared} in common: the first adds, the others nothing",
    )


def _names(value: object) -> frozenset[str]:
    return value.names if isinstance(value, FieldsRead) else frozenset()


def _what(value: Any, voice: Voice) -> str:
    if not isinstance(value, Written):
        return str(value)
    if len(value.names) == 1:
        return voice.indonesian(next(iter(value.ways)))
    return voice.say("hasil rumus di atas", "what the formula above gives")


def formulas_of_a_record(indicator: Indicator[Any], year: Year, voice: Voice) -> Iterator[str]:
    """Write the formulas by which a record's part of a quantity is calculated, where it is."""
    symbols = {variable.name: f"**{variable.symbol}**" for variable in indicator.variables}
    value: Any
    for tally in _tallies(indicator, year):
        for name, value in tally.values.items():
            if isinstance(value, Written) and len(value.names) > 1:
                yield voice.say(
                    f"{symbols[name]} adalah jumlah dari baris yang dihitung. Setiap baris menambahkan:",
                    f"{symbols[name]} is a sum over the records that count. Each adds:",
                )
                rows = [
                    [voice.indonesian(when), f'<span class="formula">{to_mathml(one)}</span>']
                    for when, one in value.ways.items()
                ]
                yield table([voice.say("Bila", "Where"), voice.say("Yang ditambahkan", "It adds")], rows)


def fields(indicator: Indicator[Any], voice: Voice) -> str:
    """Return the record as the columns of its form, beside their names in code where these are asked for."""
    identity = cast("Any", indicator.record).identity
    headings = {
        "column": voice.say("Kolom", "Column"),
        "field": "Field",
        "holds": voice.say("Isi", "Holds"),
        "needed": voice.say("Wajib", "Needed"),
        "note": voice.say("Cara mengisi", "What to fill in"),
    }
    key = voice.say(" (kunci)", " (key)")
    rows = [
        {
            "column": f"{voice.indonesian(field.heading)}{key if field.name in identity else ''}",
            "field": code(field.name),
            "holds": " / ".join(map(voice.indonesian, field.options))
            or voice.say(_KINDS[field.kind], field.kind.value),
            "needed": voice.say("ya", "yes") if field.needed else voice.say("boleh kosong", "may be blank"),
            "note": voice.indonesian(field.note),
        }
        for field in indicator.form_fields
    ]
    shown = [name for name in headings if voice.names or name != "field"]
    return table([headings[name] for name in shown], [[row[name] for name in shown] for row in rows])


def periods(indicator: Indicator[Any], year: Year, voice: Voice) -> Iterator[str]:
    """Say how the parts of a year come together, and which periods the records answer for."""
    together = indicator.timing.value
    yield voice.say(together.id, f"{together.en} *{voice.indonesian(together.id)}*")
    parts = (f"{year.year}-{part}" for part in ("S1", "S2-saja", "TW2", "TW2-saja"))
    several = (year, *map(as_period, parts))
    headings = [voice.say("Periode", "Period"), voice.say("Artinya", "What it means")]
    yield table(headings, [[voice.indonesian(str(one)), _meaning(indicator, one, voice)] for one in several])


def _meaning(indicator: Indicator[Any], period: Period, voice: Voice) -> str:
    refused = why_unanswerable(indicator.name, indicator.timing, period)
    if refused is not None:
        return voice.say("ditolak: ", "refused: ") + voice.read(refused)
    if indicator.timing is Timing.STOCK:
        return voice.say(
            f"keadaan pada {_day(period.end)} dibandingkan dengan {_day(period.opening)}",
            f"the position on {period.end} against that on {period.opening}",
        )
    return voice.say(f"{_day(period.start)} sampai {_day(period.end)}", f"{period.start} to {period.end}")


def worked_example(measurement: Measurement, voice: Voice) -> Iterator[str]:
    """Show the records of a measurement, what each adds or why it does not, the sums, and the worked line."""
    indicator, year = measurement.indicator, Year(year=measurement.periods[0].year)
    tallies = _tallies(indicator, year)
    asked = [value for one in tallies for value in (*one.conditions.values(), *one.values.values())]
    shown = set(cast("Any", indicator.record).identity).union(*map(_names, asked)) - {"unit"}
    columns = [field for field in indicator.form_fields if field.name in shown]
    symbols = [variable.symbol for variable in indicator.variables]
    rows = [
        [voice.indonesian(_value(getattr(item.record, field.name))) for field in columns]
        + _became(indicator, item, voice)
        for item in measurement.evidence
    ]
    sums = [f"**{voice.indonesian(_value(measurement.quantities[one.name]))}**" for one in indicator.variables]
    rows.append([voice.say("**Jumlah**", "**Sum**"), *[""] * (len(columns) - 1), *sums, ""])
    headings = {voice.indonesian(field.heading): field.kind for field in columns}
    numbers = {heading for heading, kind in headings.items() if kind in {FieldType.NUMBER, FieldType.RUPIAH}}
    missed = voice.say("Yang tidak terpenuhi", "What does not hold")
    yield table([*headings, *symbols, missed], rows, figures=numbers.union(symbols))
    yield voice.block(str(measurement))


def _became(indicator: Indicator[Any], item: Evidence, voice: Voice) -> list[str]:
    """Return what a record adds to each quantity, a dash where it does not enter, and the conditions that failed."""
    (period,) = item.periods
    added = contribution(lambda line: indicator.tally(line, period), item.record, item.again)
    failed = dict.fromkeys(name for names in item.missed.values() for name in names)
    amounts = [voice.indonesian(_value(added.get(variable.name))) for variable in indicator.variables]
    return [*amounts, "<br>".join(map(voice.indonesian, failed))]


def _value(value: Any) -> str:
    """Write a value as a form holds it."""
    if value is None or value == "":
        return "-"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.date):
        return _day(value)
    return write_exact(value) if isinstance(value, Fraction) else str(value)


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
