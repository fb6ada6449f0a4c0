"""In which rows of which files the cause of a refusal stands."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from kinerja._base import DoubleCountError, KinerjaError, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kinerja.measurement import Indicator
    from kinerja.readers.folders.given import Given

_FEW = 5
"""So many rows are named; more of them are no cause that a reader could look up."""
_LOOKED_AT = 1_000


def with_place(
    error: KinerjaError, code: str, indicator: Indicator[Any], given: Sequence[Given], measure: Callable[[Any], object]
) -> KinerjaError:
    """Return an error of measuring behind the code and the files of its records, and the rows that are its cause.

    Args:
        error: what measuring them raised.
        code: of the indicator, as a reader knows it; blank where only the file is named.
        indicator: by which they are measured; its form has the headings.
        given: the records.
        measure: measures records and raises what cannot be, as with all of them.
    """
    rows = _causes(error, given, measure)
    named = _listed(given, rows)
    column = _heading(error, indicator, rows[0][2]) if len(rows) == 1 else None
    if column is not None:
        named = Text(id=f"{named.id}, kolom {column}", en=f"{named.en}, column {column}")
    where = {"row": rows[0][1]} if len(rows) == 1 else {}
    said = Text(id=f"{code} ({named.id})", en=f"{code} ({named.en})") if code else named
    return error.about(said, **where)


def _causes(
    error: KinerjaError, given: Sequence[Given], measure: Callable[[Any], object]
) -> list[tuple[str, int, Any]]:
    """Return the rows that are the cause: file, number and record; none where it is no few of them."""
    every = [(one.label, row, record) for one in given for row, record in zip(one.rows, one.records, strict=False)]
    if isinstance(error, DoubleCountError):
        keys = set(_keys(error.value))
        found = [one for one in every if not keys.isdisjoint(_identities(one[2]))]
    else:
        own = [one for one in every if one[2] is vars(error).get("value")]
        alone = every if len(every) <= _LOOKED_AT else []
        found = own or [one for one in alone if _code_of(measure, one[2]) == error.code]
    return found if len(found) <= _FEW else []


def _keys(value: object) -> Iterator[object]:
    """Give the identities that an error of a double count holds: one each, or those that are one together."""
    for key in value if isinstance(value, tuple) else ():
        yield key
        yield from key if isinstance(key, tuple) and all(isinstance(part, tuple) for part in key) else ()


def _identities(record: Any) -> Iterator[tuple[object, ...]]:
    for names in (type(record).identity, getattr(type(record), "same_in_any_unit", ())):
        yield tuple(getattr(record, name) for name in names)


def _code_of(measure: Callable[[Any], object], record: Any) -> str:
    """Return what measuring one record alone is refused for; blank where it is not."""
    with contextlib.suppress(ZeroDivisionError):
        try:
            measure([record])
        except KinerjaError as error:
            return error.code
    return ""


def _listed(given: Iterable[Given], rows: Sequence[tuple[str, int, Any]]) -> Text:
    """Name the files, with the rows in each that are the cause."""
    by_file: dict[str, list[int]] = {}
    for file, row, _ in rows:
        by_file.setdefault(file, []).append(row)
    texts = [with_rows(file, numbers) for file, numbers in by_file.items()]
    return Text.joined(texts or list(dict.fromkeys(one.label for one in given if one.actual is None)))


def with_rows(file: str, rows: Sequence[int]) -> Text:
    """Name a file and rows in it; the file alone where there are none."""
    if not rows:
        return Text(id=file, en=file)
    numbers, called = ", ".join(map(str, rows)), "rows" if len(rows) > 1 else "row"
    return Text(id=f"{file}, baris {numbers}", en=f"{file}, {called} {numbers}")


def _heading(error: KinerjaError, indicator: Indicator[Any], record: Any) -> str | None:
    """Return the heading of the one column in which the value of an error stands."""
    value = vars(error).get("value")
    held = [field for field in indicator.form_fields if getattr(record, field.name) == value]
    return held[0].heading if len(held) == 1 else None
