"""What stands otherwise in the second of two traces."""

from __future__ import annotations

import contextlib
import enum
import itertools
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, IndicatorError, Text, exact_text
from kinerja.decrees import READING, fields_set
from kinerja.measurement import answers_of, named
from kinerja.records import FieldType, fields_of
from kinerja.trace.differences import compared
from kinerja.trace.labels import AMOUNTS, label_of, labels_of

if TYPE_CHECKING:
    from kinerja.decrees import Entry
    from kinerja.measurement import Key
    from kinerja.measurement.written import WrittenRecord
    from kinerja.records import Field
    from kinerja.trace.reader import WrittenTrace


class Part(enum.Enum):
    """What may stand otherwise in a second trace."""

    FIGURE = Text(id="Angka", en="Figures")
    UNIT = Text(id="Unit", en="Unit")
    PERIOD = Text(id="Periode", en="Period")
    RULE = Text(id="Aturan penghitungan", en="Counting rule")
    SETTING = Text(id="Setelan unit", en="Settings of the unit")
    PARAMETER = Text(id="Ketentuan indikator", en="Parameters of the indicator")
    TARGET = Text(id="Target dan penilaian", en="Target and scoring")
    TOTALS = Text(id="Jumlah yang diberikan langsung", en="Totals that were given")
    RECORD = Text(id="Data dukung", en="Records")
    OUTCOME = Text(id="Data dukung yang sama, dihitung lain", en="The same records, counted otherwise")
    LEFT_OUT = Text(id="Data dukung yang tidak dihitung di keduanya", en="Records left out in both")


_NUMBERS = (FieldType.NUMBER, FieldType.RUPIAH)
_OF_AMOUNTS = (Part.FIGURE, Part.TOTALS)


@attrs.frozen(kw_only=True)
class Move:
    """One thing that stands otherwise in the second trace.

    Fields:
        part: what it belongs to.
        where: its place: a figure, a field, or the identity of a record and its field.
        label: the place as readers call it.
        field: of a record; blank where the record as a whole stands in one trace alone, or is counted otherwise.
        first, second: what stands in each, exact numbers as text such as "100/3", of a record the letters of the
            quantities that it entered; None where it has no such thing.
        is_amount: whether what stands there is an amount, and no code, year or text.
    """

    part: Part
    where: str
    label: Text
    first: str | None
    second: str | None
    field: str = ""
    is_amount: bool = False


def moves_between(first: WrittenTrace, second: WrittenTrace, *, withheld: bool) -> Iterator[Move]:
    """Go through what stands otherwise, the figures first; of records that are withheld nothing is said."""
    names = labels_of(second.follows.entry)
    for part, pick in _PARTS.items():
        yield from _moved(part, (pick(first), pick(second)), names)
        if part is Part.SETTING:
            yield from _answers(first.follows.entry, second.follows.entry)
    if not withheld:
        yield from sorted(_records(first, second), key=lambda move: list(Part).index(move.part))


def _moved(
    part: Part,
    sides: tuple[Mapping[str, Any], Mapping[str, Any]],
    labels: Mapping[str, Text],
    amounts: Container[str] = AMOUNTS,
) -> Iterator[Move]:
    first, second = sides
    for name in {**first, **second}:
        for one in compared(name, first.get(name), second.get(name)):
            stands, follows = (None if side == "null" else side for side in (one.stands, one.follows))
            label = label_of(one.where, labels)
            is_amount = part in _OF_AMOUNTS or one.where in amounts
            yield Move(part=part, where=one.where, label=label, first=stands, second=follows, is_amount=is_amount)


def _target(written: WrittenTrace) -> dict[str, Any]:
    rules = attrs.evolve(written.given.scoring, minimise=written.given.scoring.rule_of_less)
    scoring = attrs.asdict(rules, value_serializer=_plain)
    stated = {name: written.stated.get(name) for name in ("target", "decree_target")}
    return {**stated, "target_year": written.given.target_year, **scoring}


def _answers(first: Entry, second: Entry) -> Iterator[Move]:
    """Say which readings are taken otherwise, by the words of their answers; those texts may be put better later."""
    before = {reading.word: first.answer(reading) for reading in first.readings}
    for reading in second.readings:
        one, other = before.get(reading.word), second.answer(reading)
        if one is not None and one.word != other.word:
            yield Move(
                part=Part.SETTING,
                where=f"{READING}.{reading.word}",
                label=reading.question.about(Text(id="Tafsir", en="Reading")),
                first=one.text.id.removesuffix("."),
                second=other.text.id.removesuffix("."),
            )


def _plain(_owner: object, _field: object, value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, FrozenMap):
        return dict(value)
    return exact_text(value) if isinstance(value, Fraction) else value


def _parameters(written: WrittenTrace) -> dict[str, Any]:
    """Return the decree and its own parameters; the unit's settings stand apart."""
    indicator, decree = written.follows.entry.indicator, written.clause.decree
    parameters: dict[str, Any] = {"decree": f"{decree.number}, {decree.unit}"}
    if indicator is not None:
        answers = answers_of(indicator)  # the unit's stand among its settings
        fields = attrs.asdict(
            indicator,
            recurse=False,
            filter=lambda field, _: field.init and field.name not in answers,
            value_serializer=_plain,
        )
        parameters |= {"indicator": indicator.name, **fields}
    return parameters


_FIGURES = ("actual", "achievement", "uncapped", "reason", "met", "rating", "quantities")
_PARTS: Mapping[Part, Any] = {
    Part.FIGURE: lambda written: {name: written.stated.get(name) for name in _FIGURES},
    Part.UNIT: lambda written: {"units": ", ".join(written.given.units) or None},
    Part.PERIOD: lambda written: {"period": written.given.period},
    Part.RULE: lambda written: {"rules": written.given.rules},
    Part.SETTING: lambda written: fields_set(written.given.settings.values),
    Part.PARAMETER: _parameters,
    Part.TARGET: _target,
    Part.TOTALS: lambda written: {
        name: exact_text(value) for name, value in (written.given.inputs.totals or {}).items()
    },
}


def _records(first: WrittenTrace, second: WrittenTrace) -> Iterator[Move]:
    """Pair the records by their identity, and say what became of each otherwise."""
    pairs: defaultdict[Key, tuple[list[WrittenRecord], list[WrittenRecord]]] = defaultdict(lambda: ([], []))
    units = set()
    for side, written in enumerate((first, second)):
        kind = getattr(written.follows.entry.measured_by, "record", None)
        for record in written.given.inputs.records:
            names = getattr(kind, "identity", tuple(record.fields))
            pairs[tuple(str(record.fields.get(name)) for name in names)][side].append(record)
            units.add(record.fields.get("unit"))
    indicator = second.follows.entry.measured_by
    symbols = {} if indicator is None else indicator.symbols
    fields: Sequence[Field] = ()
    with contextlib.suppress(IndicatorError):  # of a class that describes no form
        fields = () if indicator is None or indicator.record is None else fields_of(indicator.record)
    unit = units.pop() if len(units) == 1 else None
    for identity, sides in pairs.items():
        for before, after in itertools.zip_longest(*sides):
            yield from _of_record((before, after), named(identity), named(identity, unit), symbols, fields)


def _of_record(
    sides: tuple[WrittenRecord | None, WrittenRecord | None],
    place: str,
    short: str,
    symbols: Mapping[str, str],
    fields: Sequence[Field],
) -> Iterator[Move]:
    """Say what stands otherwise of one record, by its whole identity and as readers call it."""
    before, after = sides
    part = Part.RECORD if any(one is not None and one.entered for one in sides) else Part.LEFT_OUT
    if before is not None and after is not None:
        labels = {field.name: Text(id=field.heading, en=field.heading) for field in fields}
        amounts = {field.name for field in fields if field.kind in _NUMBERS}
        for move in _moved(part, (before.fields, after.fields), labels, amounts):
            yield attrs.evolve(move, field=move.where, where=f"{place}: {move.where}", label=move.label.about(short))
        part = Part.OUTCOME
    first, second = _entered(before, symbols), _entered(after, symbols)
    if first != second:
        yield Move(part=part, where=place, label=Text(id=short, en=short), first=first, second=second)


def _entered(record: WrittenRecord | None, symbols: Mapping[str, str]) -> str | None:
    """Name the quantities that a record entered by their letters, those to which it added nothing in brackets."""
    if record is None:
        return None
    named = [(symbols.get(name, name), name in record.again) for name in record.entered]
    return ", ".join(f"({symbol})" if again else symbol for symbol, again in named)
