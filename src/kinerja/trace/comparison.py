"""Two traces of one indicator side by side: which records, rule, setting or target moved the figure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import KinerjaError, Language, Text, as_json
from kinerja.trace import messages as say
from kinerja.trace.labels import told
from kinerja.trace.moves import Move, Part, moves_between
from kinerja.writers import Document, Section, Table

if TYPE_CHECKING:
    from kinerja.measurement import Indicator
    from kinerja.trace.reader import WrittenTrace


@attrs.frozen(kw_only=True)
class TraceComparison:
    """Two traces of one indicator side by side. `print` writes what moved, by its parts.

    Fields:
        code, label: of the indicator.
        periods: of both.
        moves: what stands otherwise, the figures first.
        notes: what a reader should know of the comparison.
    """

    code: str
    label: str
    periods: tuple[str, str]
    moves: tuple[Move, ...]
    notes: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        return f"<TraceComparison {self.code}: {len(self.moves)} moves>"

    def of(self, *parts: Part) -> tuple[Move, ...]:
        """Return what moved of some parts."""
        return tuple(move for move in self.moves if move.part in parts)

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return what moved for readers, a table for each part."""
        first, second = self.periods
        sections = [Section(heading=part.value, table=_table(moves)) for part in Part if (moves := self.of(part))]
        same = Section(lines=[_ALIKE if self.notes else _SAME])
        notes = Section(lines=self.notes)
        between = first if first == second else f"{first} - {second}"
        title = [f"{self.code}  {self.label}", between]
        return Document(title=title, sections=[*(sections or [same]), notes], language=language)

    def to_json(self) -> str:
        """Return what moved as JSON (`kinerja.trace-comparison/1`)."""
        names = ("where", "first", "second")
        moves = [{"part": move.part.name, **{name: getattr(move, name) for name in names}} for move in self.moves]
        plain = {"schema": _SCHEMA, "code": self.code, "periods": list(self.periods), "moves": moves}
        return as_json(plain)

    def __str__(self) -> str:
        return str(self.document())

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()


_SCHEMA = "kinerja.trace-comparison/1"
_HEADINGS = (
    Text(id="Bagian", en="Place"),
    Text(id="Jejak pertama", en="First trace"),
    Text(id="Jejak kedua", en="Second trace"),
)
_SAME = Text(
    id="Angka, target, aturan, setelan, dan data dukung kedua jejak sama.",
    en="Figures, target, rule, settings and records of both traces are the same.",
)
_ALIKE = Text(id="Dari yang disandingkan, tidak ada yang berbeda.", en="Of what was compared, nothing differs.")
_BLANK: dict[str | None, str | Text] = {None: "-", "": Text(id="tidak masuk hitungan", en="entered nothing")}


def compare_traces(
    first: str, second: str, indicators: Iterable[type[Indicator[Any]]] = (), *, names: tuple[str, str] = ("1", "2")
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
    digests = [hashlib.sha256(text.removesuffix("\n").encode() + b"\n").hexdigest() for text in (first, second)]
    comparison = compare_written(*written)
    notes = [say.NOT_FOLLOWING.text(name=name) for name, one in zip(names, written, strict=True) if not _follows(one)]
    hidden = [one.given.inputs.withheld for one in written]
    if any(one is not None and one.sha256 in digests for one in hidden):
        notes.append(say.FULL_TRACE.text())
    elif hidden.count(None) == 1:
        notes.append(say.OTHER_FULL_TRACE.text())
    return attrs.evolve(comparison, notes=(*comparison.notes, *notes))


def _follows(written: WrittenTrace) -> bool:
    """Tell whether the figures follow from what the trace holds; of another counting rule from its quantities."""
    from kinerja.trace.written import FIGURES, plain_figures  # noqa: PLC0415 - it imports cattrs

    figures = plain_figures(written.as_stated() if written.other_rules else written.follows)
    return all(written.stated[name] == figures[name] for name in FIGURES)


def compare_written(first: WrittenTrace, second: WrittenTrace) -> TraceComparison:
    """Set two traces side by side that have been read."""
    one, other = first.follows.entry, second.follows.entry
    if one.code != other.code:
        raise say.OTHER_CODE.error(codes=[one.code, other.code])
    withheld = any(written.given.inputs.withheld is not None for written in (first, second))
    return TraceComparison(
        code=other.code,
        label=other.label,
        periods=(first.given.period, second.given.period),
        moves=tuple(moves_between(first, second, withheld=withheld)),
        notes=(say.RECORDS_WITHHELD.text(),) if withheld else (),
    )


def _table(moves: Iterable[Move]) -> Table[str | Text]:
    rows = [
        [one.label, *(told(side, amount=one.is_amount) if side else _BLANK[side] for side in (one.first, one.second))]
        for one in moves
    ]
    return Table(headings=_HEADINGS, rows=rows, widths={0: 44, 1: 32, 2: 32})
