"""What stands beside a code that was chosen: its name, which a formula shows and nothing reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from kinerja.readers.catalogues.layout import Laid

if TYPE_CHECKING:
    from kinerja.readers.catalogues.cells import Written
    from kinerja.readers.catalogues.columns import Column
    from kinerja.readers.catalogues.layout import Head


def letter(place: int) -> str:
    """Return the letter of one of the first columns, counted from 0."""
    return chr(ord("A") + place)


def chosen_from(column: Column) -> str:
    """Return the name of the sheet whose first column is chosen from; blank where it is none."""
    (source, *_) = (*column.suggested, "")
    return source.removeprefix("=") if source.startswith("=") else ""


@attrs.frozen(kw_only=True)
class Block:
    """The rows of a sheet and where they stand: in a sheet of its own or among others, from one row to another."""

    laid: Laid
    sheet: str
    first: int
    last: int

    def found(self, key: str, heading: str) -> str:
        """Return the part of a formula that finds what stands under a heading, in the row of a code."""
        codes, told = (self._cells(place) for place in (0, self.laid.heads.index(self._head(heading))))
        return f"INDEX({told},MATCH({key},{codes},0))"

    def told(self, code: Written, heading: str) -> str | None:
        """Return what the formula finds; None where it finds nothing."""
        of, (key, *_) = self._head(heading), self.laid.heads
        return next((str(row.get(of, "")) for row in self.laid.rows if row.get(key) == code), None)

    def _head(self, heading: str) -> Head:
        return next(head for head in self.laid.heads if head.heading == heading)

    def _cells(self, place: int) -> str:
        return f"{self.sheet}!${letter(place)}${self.first}:${letter(place)}${self.last}"


def shown_beside(
    heads: Sequence[Head], head: Head, row: Mapping[Head, Written], number: int, blocks: Mapping[str, Sequence[Block]]
) -> tuple[str, str]:
    """Return the formula of a cell that shows what stands beside the code of its row, and what it shows now.

    Args:
        heads: of the sheet in which it stands.
        head: of its column.
        row: the cells beside it.
        number: of the row, counted from 1.
        blocks: name of a sheet -> where a code of it is looked up, one after the other.
    """
    place = max(place for place, one in enumerate(heads[: heads.index(head)]) if chosen_from(one.column))
    of, heading = chosen_from(heads[place].column), head.column.shows
    key, code, absent = f"${letter(place)}{number}", row.get(heads[place], ""), f"tidak ada di lembar {of}"
    shown = f'"{absent}"'
    for block in reversed(blocks[of]):
        shown = f"IFERROR({block.found(key, heading)},{shown})"
    told = (block.told(code, heading) for block in blocks[of])
    return f'=IF({key}="","",{shown}&"")', next((one for one in told if one is not None), absent) if code else ""
