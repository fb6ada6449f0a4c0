"""Rows of totals (baris jumlah) among records: each would count as one record more, or its sum once more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from kinerja.readers.sheets import Cell, cell_at, is_unknown
from kinerja.records import FieldType, fields_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja.readers.tables.headings import Headings

_WORD = r"\W*(?:(?:grand|sub)[\s-]*)?(?:total|jumlah)"
_BEGINS = re.compile(rf"{_WORD}\b", re.IGNORECASE)
_LABEL = re.compile(rf"{_WORD}(?:\s+(?:total|seluruhnya|keseluruhan|semua|umum|akhir))?\W*", re.IGNORECASE)
_UNIT = "unit"


@attrs.frozen(kw_only=True)
class TotalRows:
    """Tells the rows of totals of one table.

    Fields:
        names: the places, from 0, of the texts that make a record one and the same, the unit apart.
        texts: the places of all texts, the unit apart.
    """

    names: frozenset[int]
    texts: frozenset[int]

    @classmethod
    def of(cls, record: type[Any], headings: Headings) -> TotalRows:
        """Find where the texts of a record class stand in a table."""
        places = {column.field: headings.place(column) for column in headings.columns}
        texts = {
            field.name: place
            for field in fields_of(record)
            if field.kind is FieldType.TEXT and field.name != _UNIT and (place := places[field.name]) is not None
        }
        names = frozenset(place for name, place in texts.items() if name in record.identity)
        return cls(names=names, texts=frozenset(texts.values()))

    def label_in(self, cells: Sequence[Cell]) -> int | None:
        """Return where the label of a row of totals stands; None for any other row.

        A label alone (`Jumlah`, `Sub Total`) makes one wherever a name is asked for. A text that only begins with such
        a word (`Jumlah PNBP 2023`) makes one where no other text says what the row is about.
        """
        for place, cell in enumerate(cells):
            if isinstance(cell, str) and _BEGINS.match(cell) and self._is_label(place, cell, cells):
                return place
        return None

    def _is_label(self, place: int, cell: str, cells: Sequence[Cell]) -> bool:
        if place in self.names and _LABEL.fullmatch(cell):
            return True
        return bool(self.texts) and all(is_unknown(cell_at(cells, other)) for other in self.texts - {place})
