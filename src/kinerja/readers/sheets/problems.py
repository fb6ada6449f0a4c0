"""Everything wrong in one file, gathered so that it is told at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from kinerja._base import KinerjaError, Message, Problem, RecordsError, Text
from kinerja.readers.sheets import messages as say

MOST = 1000
"""How many problems of a file are told; reading stops after them, and says so."""


def refusal(message: Message, file: str = "", **values: Any) -> RecordsError:
    """Build the error for a file that cannot be read any further; for a cell or text without saying where it stands."""
    return RecordsError.of([message.problem(file, **values)])


def problem_of(error: Exception) -> Problem:
    """Return what an error of one cell or record says, without where it stands."""
    if isinstance(error, RecordsError):
        return error.problems[0]
    return error.problem("") if isinstance(error, KinerjaError) else Problem(allowed=Text(id=str(error), en=str(error)))


class Problems:
    """The problems of one file, in the order they are met; after a thousand it raises at once.

    >>> problems = Problems("a.csv")
    >>> problems.add(say.NUMBER_MISSING.problem(), row=3, column="kode")
    >>> problems.raise_any()
    Traceback (most recent call last):
    kinerja.RecordsError: a.csv, row 3, column kode: the cell is blank; write the number.
    """

    def __init__(self, file: str, sheet: str | None = None) -> None:
        self._file, self._sheet = file, sheet
        self._found: list[Problem] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def add(self, problem: Problem, *, row: int | None = None, column: str | None = None, value: object = None) -> None:
        """Note one problem, and where it stands; after a thousand, raise them."""
        if len(self._found) >= MOST:
            self._found.append(self._placed(say.AND_MORE.problem(row=row, limit=MOST), row))
            self.raise_any()
        self._found.append(attrs.evolve(self._placed(problem, row), column=column, value=value))

    def _placed(self, problem: Problem, row: int | None) -> Problem:
        return attrs.evolve(problem, place=self._file, sheet=self._sheet, row=row)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems that another reader met in the same file."""
        self._found.extend(problems)

    @contextlib.contextmanager
    def gathering(self) -> Iterator[None]:
        """Note what is refused within, and go on after it; not where these problems themselves became too many."""
        try:
            yield
        except RecordsError as error:
            if error.problems == tuple(self._found):
                raise
            self.extend(error.problems)

    def raise_any(self) -> None:
        """Raise what was noted, all at once, if anything was."""
        if self._found:
            raise RecordsError.of(self._found)
