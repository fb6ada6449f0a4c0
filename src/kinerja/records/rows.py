"""Records from another system, and for it: rows of plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, Any, TypeAlias, TypeVar

R = TypeVar("R")

Rows: TypeAlias = "Iterable[Mapping[str, Any]] | str | bytes | bytearray | IO[str] | IO[bytes]"
"""Rows of another system, or JSON that holds them."""


def records_from(record: type[R], rows: Rows) -> tuple[R, ...]:
    """Return the records of another system's rows, such as those of a database or a JSON body.

    Fields are called as the attributes of the class. Numbers are numbers or exact text such as "100/3", where a float
    means the decimal that it prints; days are dates or ISO text; None is unknown. A field with a default may lack.

    Args:
        record: the class, such as `Tenant`, or one of your own.
        rows: a mapping for each record, or a row of a database that has `keys`; or JSON, also a file of it, that
            holds a list of them.

    Raises:
        RecordsError: with everything that is wrong in all rows; each of `error.problems` has its `row`, counted from 1,
            the field as `column`, the `value` and the `code`.

    >>> from kinerja import Tenant, RecordsError
    >>> records_from(Tenant, [{"unit": "A", "tenant": "T-1", "selected_on": "2023-01-09"}])[0].selected_on
    datetime.date(2023, 1, 9)
    >>> try:
    ...     records_from(Tenant, '[{"unit": " ", "selected_on": "9/1/2023"}]')
    ... except RecordsError as error:
    ...     [(problem.row, problem.column, problem.code) for problem in error.problems]
    [(1, 'unit', 'record.blank'), (1, 'tenant', 'part.missing'), (1, 'selected_on', 'part.date')]
    """
    from kinerja.records.plain import load_records  # noqa: PLC0415 - it imports cattrs

    return load_records(record, rows)


def rows_of(records: Iterable[Any]) -> list[dict[str, Any]]:
    """Return records as plain data, which `records_from` reads: exact numbers as text, ISO days, None for unknown.

    >>> from kinerja import BudgetLine
    >>> line = BudgetLine(unit="A", reference="1", year=2023, account="521211", ceiling=0.1, realised=0)
    >>> rows_of([line])[0]["ceiling"]
    '1/10'
    """
    from kinerja.records.plain import plain_record  # noqa: PLC0415 - as above

    return [plain_record(record) for record in records]
