"""Two traces of one indicator side by side: which records, rule, setting or target moved the figure."""

from __future__ import annotations

import enum
import itertools
import json
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import KinerjaError, Language, Text, write_exact
from kinerja.trace import messages as say
from kinerja.trace.differences import compared
from kinerja.writers import Document, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kinerja.decrees import Entry
    from kinerja.measurement import Indicator
    from kinerja.trace.differences import Difference
    from kinerja.trace.reader import WrittenRecord, WrittenTrace


class Part(enum.Enum):
    """What may stand otherwise in a second trace."""

    FIGURE = Text(id="Angka", en="Figures")
    PERIOD = Text(id="Periode", en="Period")
    RULE = Text(id="Aturan penghitungan", en="Counting rule")
    SETTING = Text(id="Setelan unit", en="Settings of the unit")
    PARAMETER = Text(id="Ketentuan indikator", en="Parameters of the indicator")
    TARGET = Text(id="Target dan penilaian", en="Target and scoring")
    TOTALS = Text(id="Jumlah yang diberikan langsung", en="Totals that were given")
    RECORD = Text(id="Data dukung", en="Records")
    OUTCOME = Text(id="Data dukung yang sama, dihitung lain", en="The same records, counted otherwise")
    LEFT_OUT = Text(id="Data dukung yang tidak dihitung di keduanya", en="Records left out in both")


@attrs.frozen(kw_only=True)
class Move:
    """One thing that stands otherwise in the second trace.

    Fields:
        part: what it belongs to.
        where: its place: a figure, a field, or the identity of a record and its field.
        first, second: what stands in each, exact numbers as text such as "100/3"; None where it has no such thing.
    """

    part: Part
    where: str
    first: str | None
    second: str | None


@attrs.frozen(kw_only=True)
class TraceComparison:
    """Two traces of one indicator side by side. `print` writes what moved, by its parts.

    Fields:
        code, label: of the indicator.
        periods: of both.
        moves: what stands otherwise, the figures first.
    """

    code: str
    label: str
    periods: tuple[str, str]
    moves: tuple[Move, ...]

    def __repr__(self) -> str:
        return f"<TraceComparison {self.code}: {len(self.moves)} moves>"

    def of(self, *parts: Part) -> tuple[Move, ...]:
        """Return what moved of some parts."""
        return tuple(move for move in self.moves if move.part in parts)

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return what moved for readers, a table for each part."""
        first, second = self.periods
        headings = [Text(id="Bagian", en="Place"), Text(id="Jejak pertama", en="First trace")]
        headings.append(Text(id="Jejak kedua", en="Second trace"))
        sections = [
            Section(
                heading=part.value.read(language),
                table=Table(
                    headings=[heading.read(language) for heading in headings],
                    rows=[[move.where, _cell(move.first, language), _cell(move.second, language)] for move in moves],
                    widths=_WIDTHS,
                ),
            )
            for part in Part
            if (moves := self.of(part))
        ]
        same = Text(id="Kedua jejak memuat hal yang sama.", en="Both traces hold the same.").read(language)
        between = first if first == second else f"{first} - {second}"
        title = [f"{self.code}  {self.label}", between]
        return Document(title=title, sections=sections or [Section(lines=[same])], language=language)

    def to_json(self) -> str:
        """Return what moved as JSON (`kinerja.trace-comparison/1`)."""
        moves = [attrs.asdict(move) | {"part": move.part.name} for move in self.moves]
        plain = {"schema": _SCHEMA, "code": self.code, "periods": list(self.periods), "moves": moves}
        return json.dumps(plain, ensure_ascii=False, indent=2)

    def __str__(self) -> str:
        return str(self.document())

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()


_SCHEMA = "kinerja.trace-comparison/1"
_WIDTHS = {0: 44, 1: 32, 2: 32}
_FIGURES = ("actual", "achievement", "uncapped", "reason", "met", "quantities")
_OF_TARGET = ("target", "decree_target")


def compare_traces(
    first: str,
    second: str,
    indicators: Iterable[type[Indicator[Any]]] = (),
    *,
    names: tuple[str, str] = ("1", "2"),
) -> TraceComparison:
    """Set two traces of one indicator side by side, as their files state them.

    Args:
        first: the JSON that `Trace.to_json` wrote, of this version or an earlier one.
        second: as the first.
        indicators: your own indicator classes, where the traces have one.
        names: what errors call the two, such as the names of their files.

    Raises:
        TraceError: for a text that is no trace, and for traces of two indicators.
        CatalogueError: for an entry that cannot be read.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, make_trace
    >>> texts = [make_trace(catalogue, "SK1/1", 2023, actual).to_json() for actual in (1, 2)]
    >>> [(move.where, move.first, move.second) for move in compare_traces(*texts).moves]
    [('actual', '1', '2'), ('achievement', '100', '200'), ('uncapped', '100', '200')]
    """
    from kinerja.trace.reader import read_trace  # noqa: PLC0415 - it imports cattrs

    own, written = list(indicators), []
    for name, text in zip(names, (first, second), strict=True):
        try:
            written.append(read_trace(text, own))
        except KinerjaError as error:
            error.text = error.text.about(name)
            raise
    return compare_written(*written)


def compare_written(first: WrittenTrace, second: WrittenTrace) -> TraceComparison:
    """Set two traces side by side that have been read."""
    one, other = first.follows.entry, second.follows.entry
    if one.code != other.code:
        raise say.OTHER_CODE.error(codes=[one.code, other.code])
    return TraceComparison(
        code=other.code,
        label=other.label,
        periods=(first.given.period, second.given.period),
        moves=tuple(_moves(first, second)),
    )


def _cell(value: str | None, language: Language) -> str:
    """Write what stands there; a fraction or whole number as the language does."""
    if value is None:
        return "-"
    try:
        return write_exact(Fraction(value), language)
    except ValueError:
        return value


def _moves(first: WrittenTrace, second: WrittenTrace) -> Iterator[Move]:
    for part, pick in _PARTS.items():
        one, other = pick(first), pick(second)
        for name in dict.fromkeys([*one, *other]):
            yield from _as_moves(part, compared(name, one.get(name), other.get(name)))
    yield from _records(first, second)


def _as_moves(part: Part, differences: Iterable[Difference]) -> Iterator[Move]:
    for one in differences:
        stands, follows = (None if side == "null" else side for side in (one.stands, one.follows))
        yield Move(part=part, where=one.where, first=stands, second=follows)


def _figures(written: WrittenTrace) -> dict[str, Any]:
    return {name: written.stated[name] for name in _FIGURES}


def _target(written: WrittenTrace) -> dict[str, Any]:
    given = written.given
    scoring = {field.name: getattr(given.scoring, field.name) for field in attrs.fields(type(given.scoring))}
    stated = {name: written.stated.get(name) for name in _OF_TARGET}
    return {**stated, "target_year": given.target_year, **{name: _plain(value) for name, value in scoring.items()}}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Fraction) else value


def _parameters(entry: Entry) -> dict[str, Any]:
    """Return the decree's own parameters; the unit's settings stand apart."""
    indicator = entry.indicator
    if indicator is None:
        return {}
    fields = [field.name for field in attrs.fields(type(indicator)) if field.init]
    return {"indicator": indicator.name, **{name: _listed(getattr(indicator, name)) for name in fields}}


def _listed(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else _plain(value)


_PARTS: Mapping[Part, Any] = {
    Part.FIGURE: _figures,
    Part.PERIOD: lambda written: {"period": written.given.period},
    Part.RULE: lambda written: {"rules": written.given.rules},
    Part.SETTING: lambda written: written.given.settings.values,
    Part.PARAMETER: lambda written: _parameters(written.follows.entry),
    Part.TARGET: _target,
    Part.TOTALS: lambda written: {name: str(value) for name, value in (written.given.inputs.totals or {}).items()},
}


def _records(first: WrittenTrace, second: WrittenTrace) -> Iterator[Move]:
    """Pair the records by their identity, and say what became of each otherwise."""
    pairs: defaultdict[str, tuple[list[WrittenRecord], list[WrittenRecord]]] = defaultdict(lambda: ([], []))
    for side, written in enumerate((first, second)):
        kind = getattr(written.follows.entry.indicator, "record", None)
        for record in written.given.inputs.records:
            names = getattr(kind, "identity", tuple(record.fields))
            pairs[", ".join(str(record.fields.get(name)) for name in names)][side].append(record)
    found = [
        move
        for identity, (one, other) in pairs.items()
        for before, after in itertools.zip_longest(one, other)
        for move in _of_record(identity, before, after)
    ]
    yield from sorted(found, key=lambda move: list(Part).index(move.part))


def _of_record(identity: str, before: WrittenRecord | None, after: WrittenRecord | None) -> Iterator[Move]:
    counted = any(record is not None and record.entered for record in (before, after))
    part = Part.RECORD if counted else Part.LEFT_OUT
    if before is None or after is None:
        yield Move(part=part, where=identity, first=_outcome(before), second=_outcome(after))
        return
    for name in dict.fromkeys([*before.fields, *after.fields]):
        yield from _as_moves(part, compared(f"{identity}: {name}", before.fields.get(name), after.fields.get(name)))
    if (before.entered, before.again) != (after.entered, after.again):
        yield Move(part=Part.OUTCOME, where=identity, first=_outcome(before), second=_outcome(after))


def _outcome(record: WrittenRecord | None) -> str | None:
    """Say which quantities a record entered, those to which it added nothing in brackets."""
    if record is None:
        return None
    return ", ".join(f"({name})" if name in record.again else name for name in record.entered) or "0"
