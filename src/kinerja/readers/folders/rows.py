"""What is wrong with records that were read: the rows that are its cause, and those that count twice."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kinerja._base import DoubleCountError, KinerjaError, Text
from kinerja.measurement import Indicator, Key, Measurement, listed, named, sole_unit
from kinerja.readers import messages as say
from kinerja.readers.tables.moments import numbered_alike, sum_of_others

if TYPE_CHECKING:
    from kinerja.readers.folders.given import Given

_FEW = 5
"""So many rows are named; more of them are no cause that a reader could look up."""
_LOOKED_AT = 1_000


def with_place(
    error: KinerjaError, code: str, indicator: Indicator[Any], given: Sequence[Given], measure: Callable[[Any], object]
) -> KinerjaError:
    """Return an error of measuring behind the code and the files of its records, and the rows that are its cause.

    `measure` measures some of the records, and raises as with all of them.
    """
    rows = _causes(error, given, measure)
    where = _listed(given, rows)
    column = _heading(error, indicator, rows[0][2]) if len(rows) == 1 else None
    if column is not None:
        where = Text(id=f"{where.id}, kolom {column}", en=f"{where.en}, column {column}")
    said = Text(id=f"{code} ({where.id})", en=f"{code} ({where.en})") if code else where
    return error.about(said, **({"row": rows[0][1]} if len(rows) == 1 else {}))


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


def refuse_alike(code: str, measured: Measurement, typed: Iterable[Any]) -> None:
    """Refuse records that entered one quantity and whose identities differ in upper and lower case or blanks alone.

    They are those that people typed: the keys of a system mean what they say.
    """
    several = _several(measured, typed, lambda text: "".join(text.split()).casefold())
    if several:
        raise say.TYPED_TWICE.error(indicator=code, value=tuple(several), named=_named(several, measured))


def looking_alike(measured: Measurement, typed: Iterable[Any]) -> Iterator[Text]:
    """Name records that people typed and may be others once more: but for punctuation, numbered, or a sum of all."""
    records = list(typed)
    several = _several(measured, records, lambda text: "".join(filter(str.isalnum, text.casefold())))
    if several:
        yield say.TYPED_ALIKE.text(named=_named(several, measured))
    yield from filter(None, (numbered_alike(records), sum_of_others(records)))


def _several(
    measured: Measurement, typed: Iterable[Any], fold: Callable[[str], str]
) -> list[tuple[tuple[object, ...], ...]]:
    """Return the identities that are one when folded, for each quantity; those of one quantity are told once."""
    by_people = {id(record) for record in typed}
    found: dict[tuple[object, ...], dict[tuple[object, ...], None]] = {}
    for item in measured.evidence:
        if item.entered and id(item.record) in by_people:
            own = item.identity
            folded = tuple(fold(part) if isinstance(part, str) else part for part in own)
            for name in item.entered:
                found.setdefault((name, folded), {})[own] = None
    return list(dict.fromkeys(tuple(several) for several in found.values() if len(several) > 1))


def _named(several: Sequence[tuple[Key, ...]], measured: Measurement) -> Text:
    unit = sole_unit(measured.evidence.records)
    return listed([" = ".join(named(own, unit) for own in alike) for alike in several])
