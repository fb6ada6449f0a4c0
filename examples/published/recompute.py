"""Recompute achievements that offices and regulations have printed, and flag those that do not follow.

Run `python examples/published/recompute.py`. The table beside it can be edited with any spreadsheet: figures stand as
Indonesian documents write them, each row with its source. A printed achievement agrees if it is the exact one, rounded
half up to the decimals that were printed.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja import Reason, achievement, round_half_up, write
from kinerja.readers.sheets import Cell, is_unknown, open_sheets, read_cell_number
from kinerja.readers.tables import TableColumn, find_headings, values_under

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TABLE = Path(__file__).with_name("capaian-tercetak.csv")


@attrs.frozen(kw_only=True)
class Printed:
    """An achievement in print: its value in percent, and with how many decimals it was printed."""

    value: Fraction
    decimals: int


@attrs.frozen(kw_only=True)
class Recomputed:
    """One row of the table, beside what follows from its target and actual."""

    office: str
    label: str
    printed: Printed | Reason
    follows: Fraction | Reason

    @property
    def agrees(self) -> bool:
        """Whether the printed figure follows; a row without a figure agrees if both say so."""
        if isinstance(self.printed, Reason) or isinstance(self.follows, Reason):
            return self.printed is self.follows
        return round_half_up(self.follows, self.printed.decimals) == self.printed.value

    def __str__(self) -> str:
        if isinstance(self.printed, Reason) or isinstance(self.follows, Reason):
            return f"{self.office}, {self.label}: {self.printed}"
        decimals = self.printed.decimals
        line = f"{self.office}, {self.label}: tercetak {write(self.printed.value, decimals)}%"
        return f"{line}, sesuai" if self.agrees else f"{line}, SEHARUSNYA {write(self.follows, decimals)}%"


def _read_number(cell: Cell, before: Mapping[str, Any]) -> Fraction:
    return read_cell_number(cell, may_be_percent=before["unit"] == "Persen")


def _read_printed(cell: Cell, _before: Mapping[str, Any]) -> Printed:
    decimals = str(cell).rstrip(" %").partition(",")[2]
    return Printed(value=read_cell_number(cell), decimals=len(decimals))


_FIGURES: dict[str, Any] = {"is_blank": is_unknown, "blank": Reason.NOT_MEASURED, "figures": True}
_COLUMNS = (
    TableColumn(field="office", headings=("instansi",)),
    TableColumn(field="label", headings=("uraian",)),
    TableColumn(field="unit", headings=("satuan",)),
    TableColumn(field="target", headings=("target",), read=_read_number, **_FIGURES),
    TableColumn(field="actual", headings=("realisasi",), read=_read_number, **_FIGURES),
    TableColumn(field="printed", headings=("capaian",), read=_read_printed, **_FIGURES),
)


def recompute(path: Path = TABLE) -> Iterator[Recomputed]:
    """Read the table and recompute each row."""
    for _, values in values_under(find_headings(open_sheets(path), _COLUMNS)):
        target, actual = values["target"], values["actual"]
        missing = next((value for value in (target, actual) if isinstance(value, Reason)), None)
        yield Recomputed(
            office=values["office"],
            label=values["label"],
            printed=values["printed"],
            follows=achievement(target, actual) if missing is None else missing,
        )


def main() -> None:
    """Print a line for each row, and how many do not follow."""
    rows = list(recompute())
    print(*rows, sep="\n")
    print(f"{sum(not row.agrees for row in rows)} dari {len(rows)} tidak mengikuti target dan realisasinya")


if __name__ == "__main__":
    main()
