"""One thing that is wrong in a file."""

from __future__ import annotations

import attrs

from kinerja._base.text import Text

__all__ = ["Problem"]


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong in a file: where it stands, what it holds, what is allowed there.

    Fields:
        place: the file, or a path within it such as `entries[SK3/4].unit`.
        allowed: what may stand there.
        row, column: of a table; None where the place is no cell.
        value: what stands there; None where that is not said.
        code: of the message; it stays, while words may change.
    """

    place: str = ""
    allowed: Text
    row: int | None = None
    column: str | None = None
    value: object = None
    code: str = ""

    @property
    def text(self) -> Text:
        """The problem as one sentence."""
        return Text(id=self._said("baris", "kolom", self.allowed.id), en=self._said("row", "column", self.allowed.en))

    def _said(self, row: str, column: str, allowed: str) -> str:
        place = [self.place] * bool(self.place)
        if self.row is not None:
            place.append(f"{row} {self.row}")
        if self.column is not None:
            place.append(f"{column} {self.column}")
        shown = "" if self.value is None else repr(self.value)
        return ": ".join(filter(None, [", ".join(place), shown, allowed]))
