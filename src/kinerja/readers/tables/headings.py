"""The columns of a table: how each may be headed, how its cells are read, and where it stands in a file."""

from __future__ import annotations

import difflib
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from kinerja._base import KinerjaError, Text
from kinerja.readers.sheets import Cell, Problems, Sheet, cell_at, is_blank, letters_of, shown
from kinerja.readers.tables import messages as say
from kinerja.readers.tables.heading_rows import HeadingRows, Places, numbers_columns
from kinerja.readers.tables.names import loose_heading, names_period, read_name
from kinerja.records import plain_heading

GUIDE = "petunjuk"
"""The worksheet of a form that says how it is filled in."""
MADE_FOR = "Periode"
"""What stands there before the period that the form was made for."""
FORM_OF = "Formulir"
"""What stands there before the indicator that the form is of; before these, in the forms of a unit."""
OF_UNIT, OF_TARGETS = "Unit pemilik folder ini", "Target sendiri (perjanjian kinerja)"

_ENOUGH = 0.5  # the share of its columns below which a sheet may be a list of other things
_RESEMBLES = 0.8  # "keteranagn" resembles "keterangan"; "no" and "note", "realisasi 2022" and "realisasi" differ more
_HARDLY_ANY = 2  # columns of a table that may be of anything: a code and a figure
_RESEMBLES_FROM_AFAR = 0.6  # "omzet awal" resembles "omzet sebelum"


@attrs.frozen(kw_only=True)
class TableColumn:
    """One column that a table may have.

    Fields:
        field: the name under which a row's values hold what was read.
        headings: how it may be headed, Indonesian first; upper and lower case and blanks make no difference.
        read: reads a filled cell, given also what was read of the row's columns before this one; a text unless said.
        needed: whether a table without this column is refused.
        told: whether anything is said where a table has not got it; as `needed` unless said.
        is_blank: tells a cell that says nothing.
        blank: what such a cell means, and a column that is not there; unless it is given, the cell is refused.
        unique: whether two rows may not hold the same value.
        even: whether it is filled in every row or in none: a blank among filled cells is refused.
        figures: whether it holds figures. In a file separated with commas, a column beside it that does not may not
            begin with digits: they could be the decimals of a number written without quotation marks (`47,25`).
        prefilled: whether a form has it filled in: a row that says no more is blank.
        of_period: whether its heading may end with a period: `Realisasi 2023`. Which it is, its reader looks at.
        like: the field before it that is written alike: both with `%`, or neither.
        dates: whether it holds dates. They are refused where a spreadsheet seems to have swapped days and months.
    """

    field: str
    headings: tuple[str, ...]
    read: Callable[[Cell, Mapping[str, Any]], Any] = lambda cell, _before: read_name(cell)
    needed: bool = True
    told: bool = attrs.field(default=attrs.Factory(lambda column: column.needed, takes_self=True))
    is_blank: Callable[[Cell], bool] = is_blank
    blank: Any = attrs.field(factory=lambda: attrs.NOTHING)
    unique: bool = False
    even: bool = False
    figures: bool = False
    prefilled: bool = False
    of_period: bool = False
    like: str = ""
    dates: bool = False

    @functools.cached_property
    def plain(self) -> frozenset[str]:
        """The headings as they are compared."""
        return frozenset(map(plain_heading, self.headings))

    @functools.cached_property
    def loose(self) -> frozenset[str]:
        """The headings as they are compared where none is written so."""
        return frozenset(map(loose_heading, self.headings))


@attrs.frozen(kw_only=True)
class Headings:
    """The headings of one sheet, where they stand, and the columns asked for, in the order in which they are read."""

    sheet: Sheet
    rows: HeadingRows
    columns: tuple[TableColumn, ...] = attrs.field(default=(), repr=False)

    @classmethod
    def among(cls, sheet: Sheet, candidates: Sequence[HeadingRows], columns: tuple[TableColumn, ...]) -> Headings:
        """Choose the first rows that have enough of the columns, else those that have the most of them.

        Where a column is there twice, what stands above may say of each what it is.
        """
        known = frozenset[str]().union(*(column.plain | column.loose for column in columns))
        likely = [rows for rows in candidates if not known.isdisjoint(rows.every)] or candidates[:1]
        found = [cls(sheet=sheet, rows=rows, columns=columns) for rows in likely]
        best = next((one for one in found if one.fit), None) or max(
            found, key=lambda one: (not one.missing, one.share())
        )
        both = (one for one in found if one.row == best.row and any(len(set(pair)) > 1 for pair in one.rows.plain))
        return next(both, best) if best.twice else best

    @property
    def row(self) -> int:
        """The last row of them, as the spreadsheet counts; 0 where all is blank."""
        return self.rows.row

    @property
    def names(self) -> tuple[str, ...]:
        """The headings from the first column on, blanks folded."""
        return self.rows.names

    def body(self) -> Iterator[tuple[int, list[Cell]]]:
        """Go through the rows below, each with its number; a file that cannot be read further is refused.

        A first row that numbers the columns, as published tables do, is no row of the table.
        """
        is_first = True
        for number, cells in self.sheet.rows():
            if number > self.row:
                numbered = is_first and numbers_columns(cells) and self._values(cells) is None
                is_first = is_first and all(map(is_blank, cells))
                if not numbered:
                    yield number, cells

    def _values(self, cells: list[Cell]) -> dict[str, Any] | None:
        """Read the filled cells of a row; None where one of them cannot be read, or is blank and may not be."""
        values: dict[str, Any] = {}
        for column in self.columns:
            cell = cell_at(cells, self.place(column))
            if not column.is_blank(cell):
                try:
                    values[column.field] = column.read(cell, values)
                except KinerjaError:
                    return None
            elif column.blank is attrs.NOTHING:
                return None
        return values

    def holds_figures(self, cells: list[Cell]) -> bool:
        """Tell whether a row can be read and holds more than texts, as no title does."""
        return any(not isinstance(value, str) for value in (self._values(cells) or {}).values())

    def place(self, column: TableColumn) -> int | None:
        """Return where a column stands, from 0; None if it is not there."""
        return next(iter(self._places(column)), None)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is written below them, apart from what a form has filled in."""
        prefilled = {self.place(column) for column in self.columns if column.prefilled}
        return all(
            is_blank(cell) for _, cells in self.body() for place, cell in enumerate(cells) if place not in prefilled
        )

    @property
    def absent(self) -> tuple[TableColumn, ...]:
        """The columns that are not there, apart from those whose lack is not told."""
        return tuple(column for column in self.columns if column.told and self.place(column) is None)

    @property
    def missing(self) -> tuple[TableColumn, ...]:
        """The needed columns that are not there."""
        return tuple(column for column in self.absent if column.needed)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headings of columns that were not asked for, and are not read."""
        asked = {place for column in self.columns for place in self._places(column)}
        return tuple(name for place, name in enumerate(self.names) if name and place not in asked)

    @property
    def above(self) -> tuple[str, ...]:
        """What is said above the columns and not read: titles, and a period above one that is known without it."""
        asked = dict.fromkeys(place for column in self.columns for place in self._places(column))
        grouped = (self.names[place] for place in asked if len(set(self.rows.plain[place])) > 1)
        return (*self.rows.above, *filter(names_period, grouped))

    def share(self, misspelt: int = 0) -> float:
        """Return how much of the columns is there; some of them may be there under another name."""
        return 1 - (len(self.absent) - misspelt) / sum(column.told for column in self.columns)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The columns that may lack, and do: their fields have the default in every row."""
        return tuple(column.headings[0] for column in self.absent if not column.needed)

    @property
    def twice(self) -> list[list[int]]:
        """The places of each column that is there more than once."""
        return [places for column in self.columns if len(places := self._places(column)) > 1]

    @property
    def fit(self) -> bool:
        """Whether all that is needed is there, and enough of the columns or nothing else."""
        return not self.missing and (self.share() >= _ENOUGH or not self.left_out)

    @property
    def is_misspelt(self) -> bool:
        """Whether every needed column that is missing stands here under a heading that resembles its own."""
        missing, others = self.missing, self.left_out
        resembles = all(any(_closest(name, _folded([column])) for name in others) for column in missing)
        return bool(missing) and resembles and self.share(len(missing)) >= _ENOUGH

    @property
    def renamed(self) -> tuple[str, str, str] | None:
        """The only needed column that is missing, where one heading is unknown: its cell, what it says, and should say.

        None where hardly any other column is there: it may be a list of other things.
        """
        if not len(self.missing) == len(self.left_out) == 1 or len(self.names) <= _HARDLY_ANY:
            return None
        (column,), (name,) = self.missing, self.left_out
        return f"{letters_of(self.names.index(name) + 1)}{self.row}", name, column.headings[0]

    def check(self) -> None:
        """Refuse a column given twice, and a heading that resembles one asked for: its data would be lost silently.

        A column that is not there may stand under a heading that resembles its own only from afar.
        """
        problems = Problems(self.sheet.file, self.sheet.name)
        for number, cells in self.rows.over:
            if self.holds_figures(cells):
                problems.add(say.ROW_ABOVE.problem(), row=number, value=" ".join(filter(None, map(shown, cells))))
        for places in self.twice:
            problems.add(say.COLUMN_TWICE.problem(names=[self.names[place] for place in places]), row=self.row)
        known, absent = _folded(self.columns), _folded(self.absent)
        for name in self.left_out:
            close = _meant(name, known, absent)
            if close is not None:
                problems.add(say.MISSPELT.problem(known=close), row=self.row, value=name)
        problems.raise_any()

    def lack(self, absent: Sequence[TableColumn]) -> Text:
        """Say which columns are not there, in English by their names in code too, and which headings are not known."""
        columns = [Text(id=column.headings[0], en=" / ".join(column.headings[:2])) for column in absent]
        return say.LACK.text(columns=columns, unknown=self.left_out)

    def _places(self, column: TableColumn) -> list[int]:
        """Return where a column stands: as its heading is written, else by letters and digits alone."""
        return self._standing[id(column)]

    @functools.cached_property
    def _standing(self) -> dict[int, list[int]]:
        written = {id(column): _standing(self.rows.written, column.plain) for column in self.columns}
        taken = set(itertools.chain.from_iterable(written.values()))
        for column in self.columns:
            loose = self.rows.without_periods if column.of_period else self.rows.loosely
            others = [place for place in _standing(loose, column.loose) if place not in taken]
            written[id(column)] = written[id(column)] or others
        return written


def _standing(places: Places, names: Iterable[str]) -> list[int]:
    return sorted({place for name in names for place in places.get(name, ())})


def _folded(columns: Iterable[TableColumn]) -> list[str]:
    return [plain_heading(heading) for column in columns for heading in column.headings]


def _closest(name: str, known: Sequence[str], cutoff: float = _RESEMBLES) -> str | None:
    return next(iter(difflib.get_close_matches(plain_heading(name), known, n=1, cutoff=cutoff)), None)


def _meant(name: str, known: Sequence[str], absent: Sequence[str]) -> str | None:
    """Return the heading that this may be a slip for; None where it is that of another column."""
    close = _closest(name, known)
    if close is None:
        return _related(name, absent)
    return None if close not in absent and _differ_by_a_word(name, close) else close


def _differ_by_a_word(name: str, known: str) -> bool:
    """Tell whether each has a word that resembles none of the other's: another column, not a slip of the pen.

    >>> _differ_by_a_word("Realisasi Periode Ini", "realisasi sd periode")
    True
    """
    words, others = set(plain_heading(name).split()), set(known.split())
    own, its = words - others, others - words
    return bool(own and its) and not any(
        difflib.get_close_matches(word, its, cutoff=_RESEMBLES_FROM_AFAR) for word in own
    )


def _related(name: str, absent: Sequence[str]) -> str | None:
    """Return a heading all of whose words are in the name, or the other way round; else one that resembles it."""
    words = set(plain_heading(name).split())
    within = (known for known in absent if words <= set(known.split()) or words >= set(known.split()))
    return next(within, None) or _closest(name, absent, _RESEMBLES_FROM_AFAR)
