"""The columns of a table: how each may be headed, how its cells are read, and where it stands in a file."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import ColumnsError, Text
from kinerja.readers.sheets import Cell, Problems, is_blank, shown
from kinerja.records import plain_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja.readers.sheets import DelimitedFile, Worksheet

__all__ = ["FIRST_ROW", "Blank", "Column", "Headings"]

FIRST_ROW = Text(
    id="Judul harus di baris pertama yang terisi; hapus baris lain di atasnya, seperti nama tabel atau sep=;.",
    en="Headings must be in the first filled row; remove other rows above it, such as a title or sep=;.",
)
"""Where headings are looked for, as it is told."""

_RESEMBLES = 0.8  # "keteranagn" resembles "keterangan"; "no" and "note", "realisasi 2022" and "realisasi" differ more


class Blank(enum.Enum):
    """What a blank cell means in a column that gives no value for it."""

    REFUSED = enum.auto()


@attrs.frozen(kw_only=True)
class Column:
    """One column that a table may have.

    Fields:
        field: the name under which a row's values hold what was read.
        headings: how it may be headed, Indonesian first; upper and lower case and blanks make no difference.
        read: reads a filled cell, given also what was read of the row's columns before this one; returns the value,
            or in its place the Text that says what is allowed.
        needed: whether a table without this column is refused.
        blank: what a blank cell means, and a column that is not there; unless it is given, a blank cell is refused.
        unique: whether two rows may not hold the same value.
        even: whether it is filled in every row or in none: a blank among filled cells is refused.
        figures: whether it holds figures. In a file separated with commas, a column beside it that does not may not
            begin with digits: they could be the decimals of a number written without quotation marks (`47,25`).
    """

    field: str
    headings: tuple[str, ...]
    read: Callable[[Cell, Mapping[str, Any]], Any]
    needed: bool = True
    blank: Any = Blank.REFUSED
    unique: bool = False
    even: bool = False
    figures: bool = False

    @property
    def name(self) -> str:
        """How it is headed, for messages; it may have more headings than these two."""
        return " / ".join(self.headings[:2])


@attrs.frozen(kw_only=True)
class Headings:
    """The headings of one file or worksheet: the first row with anything in it.

    Fields:
        row: its number as the spreadsheet counts; 0 where everything is blank.
        names: the headings from the first column on, blanks folded.
    """

    row: int
    names: tuple[str, ...]

    @classmethod
    def of(cls, source: DelimitedFile | Worksheet) -> Headings:
        """Find them.

        Raises:
            RecordsError: where the file cannot be read.
        """
        filled = (row for row in source.rows() if not all(map(is_blank, row[1])))
        row, cells = next(filled, (0, []))
        return cls(row=row, names=tuple(" ".join(shown(cell).split()) for cell in cells))

    def place(self, column: Column) -> int | None:
        """Return where a column stands, from 0; None if it is not there."""
        return next(iter(self._places(column)), None)

    def missing(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """Return the needed columns that are not there."""
        return tuple(column for column in columns if column.needed and self.place(column) is None)

    def left_out(self, columns: Sequence[Column]) -> tuple[str, ...]:
        """Return the headings of columns that were not asked for."""
        asked = {place for column in columns for place in self._places(column)}
        return tuple(name for place, name in enumerate(self.names) if name and place not in asked)

    def check(self, file: str, columns: Sequence[Column]) -> None:
        """Refuse a column given twice, and a heading that resembles one asked for: its data would be lost silently.

        Raises:
            RecordsError: with all of them.
        """
        problems = Problems(file)
        for column in columns:
            places = self._places(column)
            if len(places) > 1:
                problems.add(_twice([self.names[place] for place in places]), row=self.row)
        known = [plain_heading(heading) for column in columns for heading in column.headings]
        for name in self.left_out(columns):
            close = _closest(name, known)
            if close is not None:
                problems.add(_misspelt(close), row=self.row, value=name)
        problems.raise_any()

    def is_misspelt(self, columns: Sequence[Column]) -> bool:
        """Tell whether every needed column that is missing stands here under a heading that resembles its own."""
        missing = [[plain_heading(heading) for heading in column.headings] for column in self.missing(columns)]
        others = self.left_out(columns)
        return bool(missing) and all(any(_closest(name, known) for name in others) for known in missing)

    def columns_error(self, file: str, columns: Sequence[Column]) -> ColumnsError:
        """Build the error that says which columns are missing, and what was found in their place."""
        missing, said = self.missing(columns), self.lack(columns)
        return ColumnsError(
            Text(id=f"{file}: {said.id} {FIRST_ROW.id}", en=f"{file}: {said.en} {FIRST_ROW.en}"),
            missing=tuple(column.headings[0] for column in missing),
            available=tuple(filter(None, self.names)),
        )

    def lack(self, columns: Sequence[Column]) -> Text:
        """Say which needed columns are missing, and which headings are there but not known."""
        lacking = ", ".join(column.name for column in self.missing(columns))
        unknown = ", ".join(self.left_out(columns)) or "-"
        return Text(
            id=f"tidak ada kolom {lacking}; judul yang ada tetapi tidak dikenal: {unknown}.",
            en=f"there is no column {lacking}; headings that are there but not known: {unknown}.",
        )

    def _places(self, column: Column) -> list[int]:
        names = {plain_heading(heading) for heading in column.headings}
        return [place for place, name in enumerate(self.names) if plain_heading(name) in names]


def _closest(name: str, known: Sequence[str]) -> str | None:
    return next(iter(difflib.get_close_matches(plain_heading(name), known, n=1, cutoff=_RESEMBLES)), None)


def _misspelt(known: str) -> Text:
    return Text(
        id=f"judul ini mirip {known!r}; perbaiki ejaannya, atau beri nama lain bila memang kolom lain.",
        en=f"this heading resembles {known!r}; correct it, or rename it if it is another column.",
    )


def _twice(names: Sequence[str]) -> Text:
    listed = ", ".join(names)
    return Text(
        id=f"kolom yang sama ada dua kali ({listed}); sisakan satu.", en=f"one column twice ({listed}); leave one."
    )
