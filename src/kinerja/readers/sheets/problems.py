"""Everything wrong in one file, gathered so that it is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja._base import KinerjaError, Problem, RecordsError, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MOST", "Problems", "allowed_by", "refusal", "unfit"]

MOST = 1000
"""How many problems of a file are told; reading stops after them, and says so."""

_AND_MORE = Text(
    id=f"sudah {MOST} hal; pembacaan dihentikan di sini. Periksa apakah ini berkas yang dimaksud.",
    en=f"{MOST} things so far; reading stopped here. Check whether this is the file you meant.",
)


def refusal(file: str, allowed: Text, *, row: int | None = None, value: object = None) -> RecordsError:
    """Build the error for a file that cannot be read at all, or no further than a row."""
    return RecordsError.of([Problem(place=file, allowed=allowed, row=row, value=value)])


def unfit(allowed: Text, value: object = None) -> RecordsError:
    """Build the error for one cell or text; whoever reads the table says where it stands."""
    return RecordsError.of([Problem(allowed=allowed, value=value)])


def allowed_by(error: Exception) -> Text:
    """Return what an error of one cell or record says, without where it stands."""
    if isinstance(error, RecordsError):
        return error.problems[0].allowed
    return error.text if isinstance(error, KinerjaError) else Text(id=str(error), en=str(error))


class Problems:
    """The problems of one file, in the order they are met; after a thousand it raises at once.

    >>> problems = Problems("a.csv")
    >>> problems.add(Text(id="sel kosong.", en="the cell is blank."), row=3, column="kode")
    >>> problems.raise_any()
    Traceback (most recent call last):
    kinerja.RecordsError: a.csv, row 3, column kode: the cell is blank.
    """

    __slots__ = ("_file", "_found")

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[Problem] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, allowed: Text, *, row: int | None = None, column: str | None = None, value: object = None) -> None:
        """Note one problem.

        Raises:
            RecordsError: if a thousand were noted before.
        """
        if len(self._found) >= MOST:
            self._found.append(Problem(place=self._file, allowed=_AND_MORE, row=row))
            self.raise_any()
        self._found.append(Problem(place=self._file, allowed=allowed, row=row, column=column, value=value))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems that another reader met in the same file."""
        self._found.extend(problems)

    def raise_any(self) -> None:
        """Raise what was noted, all at once.

        Raises:
            RecordsError: if anything was.
        """
        if self._found:
            raise RecordsError.of(self._found)
