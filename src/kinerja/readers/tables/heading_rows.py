"""Where headings may stand in a sheet: in one row or in two, titles above them and a row of column numbers below."""

from __future__ import annotations

import contextlib
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from kinerja._base import RecordsError
from kinerja.readers.sheets import Cell, Sheet, cell_at, is_blank, shown
from kinerja.readers.tables.names import AS_OTHERS_HEAD, loose_heading, without_period
from kinerja.records import plain_heading

_FAR = 20

Places: TypeAlias = "dict[str, list[int]]"
"""Heading -> where it stands, from 0."""

_NUMBER = re.compile(r"\(?\s*([0-9]{1,2})\s*\)?(?:\s*[=:].*)?", re.ASCII)


@attrs.frozen(kw_only=True)
class HeadingRows:
    """One row that may hold the headings, or two of which the upper one says what several of the lower are about.

    Fields:
        row: the last of them, as the spreadsheet counts; 0 where all is blank.
        names: the headings from the first column on, blanks folded: what the upper row says, then the lower one.
        plain: of each column its whole heading and what the lower row says alone, as headings are compared.
        over: the filled rows above, each with its number.
    """

    row: int = 0
    names: tuple[str, ...] = ()
    plain: tuple[tuple[str, str], ...] = ()
    over: Sequence[tuple[int, list[Cell]]] = attrs.field(default=(), eq=False, repr=False)

    @functools.cached_property
    def written(self) -> Places:
        """Where each heading stands."""
        return _places(self.plain)

    @functools.cached_property
    def loosely(self) -> Places:
        """Where each heading stands, by letters and digits alone."""
        return _places(self._loose)

    @functools.cached_property
    def without_periods(self) -> Places:
        """Where each heading stands, by letters and digits alone and without the period at its end."""
        return _places(map(without_period, pair) for pair in self._loose)

    @functools.cached_property
    def every(self) -> frozenset[str]:
        """Each heading in all ways in which it is compared."""
        return frozenset({*self.written, *self.loosely, *self.without_periods})

    @functools.cached_property
    def _loose(self) -> list[list[str]]:
        loose = ([loose_heading(name) for name in pair] for pair in self.plain)
        return [[AS_OTHERS_HEAD.get(name, name) for name in pair] for pair in loose]

    @property
    def above(self) -> tuple[str, ...]:
        """What stands in the rows above, a text a row."""
        return tuple(_joined(cells) for _, cells in self.over)


def _places(names: Iterable[Iterable[str]]) -> Places:
    found: Places = {}
    for place, several in enumerate(names):
        for name in dict.fromkeys(several):
            found.setdefault(name, []).append(place)
    return found


def heading_rows(sheet: Sheet) -> list[HeadingRows]:
    """Return the rows that may hold the headings: each of the first filled ones, then each two of them."""
    top = list(_top(sheet))
    single = [_rows(row, [], cells, top[:place]) for place, (row, cells) in enumerate(top)]
    double = [
        _rows(row, upper, lower, top[:place])
        for place, ((above, upper), (row, lower)) in enumerate(itertools.pairwise(top))
        if row == above + 1 and all(isinstance(cell, str) for cell in [*upper, *lower])
    ]
    return [*single, *double] or [HeadingRows()]


def numbers_columns(cells: Sequence[Cell]) -> bool:
    """Tell whether a row numbers its columns, as published tables do below their headings.

    >>> numbers_columns(["(1)", "(2)", "", "(3) = (2)/(1)"]), numbers_columns([1.0, 2.0]), numbers_columns(["1", "3"])
    (True, True, False)
    """
    written = [_NUMBER.fullmatch(shown(cell).strip()) for cell in cells if not is_blank(cell)]
    numbers = [int(match[1]) if match else 0 for match in written]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _top(sheet: Sheet) -> Iterator[tuple[int, list[Cell]]]:
    """Give the first filled rows, as far as the file can be read; the reader of the rows tells what is wrong there."""
    filled = first_filled(sheet)
    yield from itertools.islice(filled, 1)
    with contextlib.suppress(RecordsError):
        yield from filled


def first_filled(sheet: Sheet) -> Iterator[tuple[int, list[Cell]]]:
    """Give the first filled rows of a sheet, each with its number: titles of published tables are fewer."""
    return itertools.islice((row for row in sheet.rows() if not all(map(is_blank, row[1]))), _FAR)


def _rows(row: int, upper: list[Cell], lower: list[Cell], over: Sequence[tuple[int, list[Cell]]]) -> HeadingRows:
    groups, group = list[str](), ""
    for place in range(max(len(upper), len(lower))):
        said, below = _joined([cell_at(upper, place)]), _joined([cell_at(lower, place)])
        group = said if said or not below else group  # it goes on over blanks as merged cells do
        groups.append(group)
    names = [_joined([group, cell_at(lower, place)]) for place, group in enumerate(groups)]
    alone = [_joined([cell_at(lower, place)]) for place in range(len(groups))]
    plain = [(plain_heading(name), plain_heading(last)) for name, last in zip(names, alone, strict=True)]
    return HeadingRows(row=row, names=tuple(names), plain=tuple(plain), over=over)


def _joined(cells: Sequence[Cell]) -> str:
    return " ".join(" ".join(map(shown, cells)).split())
