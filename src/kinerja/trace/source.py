"""What a figure comes from: the files that were read, and what stands in a trace for records that are withheld."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from kinerja._base import Text
from kinerja.measurement import LeftOut

if TYPE_CHECKING:
    from kinerja.measurement import Measurement

_SHOWN = 12
"""So many digits of a SHA-256 stand on a page; the JSON holds all of them."""


@attrs.frozen(kw_only=True)
class Source:
    """A file that a figure comes from (sumber).

    Fields:
        name: the file, as it was given.
        sha256: of its content, in hexadecimal digits; None where it was not looked at.
        sheet: the worksheet that was read; None for a file without worksheets.
        rows: how many rows of it were taken; None where nobody counted.

    >>> print(Source(name="pagu.xlsx", sheet="Laporan", rows=12).text)
    pagu.xlsx; lembar Laporan; 12 baris
    """

    name: str
    sha256: str | None = None
    sheet: str | None = None
    rows: int | None = None

    @property
    def text(self) -> Text:
        """The source on one line."""
        digest = "" if self.sha256 is None else f"SHA-256 {self.sha256[:_SHOWN]}..."
        return Text(id=self._line("lembar", "baris", digest), en=self._line("sheet", "rows", digest))

    def _line(self, sheet: str, rows: str, digest: str) -> str:
        on = "" if self.sheet is None else f"{sheet} {self.sheet}"
        many = "" if self.rows is None else f"{self.rows} {rows}"
        return "; ".join(filter(None, [self.name, on, many, digest]))


@attrs.frozen(kw_only=True)
class Withheld:
    """What stands in a trace for records that may not leave their office (tanpa data dukung).

    Fields:
        sha256: of the full trace, as `kinerja explain --format json --output` writes it to a file.
        records: how many there are.
        counted: how many of them entered a quantity.
        left_out: the others by their cause, the most frequent first.
    """

    sha256: str
    records: int
    counted: int
    left_out: tuple[LeftOut, ...]

    def may_have(self, entries: Mapping[str, int], *, guarded: bool) -> bool:
        """Tell whether the counts go together; of records that were not kept there may be more entries."""
        left_out = [one.records for one in self.left_out]
        return (
            self.records == self.counted + sum(left_out)
            and min([self.counted, *left_out]) >= 0
            and all(number >= 0 and (number <= self.counted or not guarded) for number in entries.values())
        )

    @classmethod
    def of(cls, measurement: Measurement, sha256: str) -> Withheld:
        """Count the records of a measurement."""
        counted, left_out = len(measurement.counted), measurement.causes
        records = counted + sum(one.records for one in left_out)
        return cls(sha256=sha256, records=records, counted=counted, left_out=left_out)
