"""Records read one at a time."""

from __future__ import annotations

import tracemalloc
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import ColumnsError, RecordsError, TenantCount
from kinerja.indicators.tenant_count import Tenant
from kinerja.readers import read_rows, stream_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TENANTS = "satker;tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n"
GRADUATE = ";01/01/2022;01/03/2022;01/06/2022;01/02/2023\n"


def _told(read: Callable[[], Any]) -> str:
    with pytest.raises(RecordsError) as caught:
        read()
    return str(caught.value)


def test_a_stream_gives_what_the_whole_table_gives(write_csv: Callable[..., Path]) -> None:
    """The same records, in the same order."""
    path = write_csv(TENANTS + f";A{GRADUATE};B;;;;\n\n;C{GRADUATE}")
    assert read_rows(path, Tenant, unit="U") == tuple(stream_rows(path, Tenant, unit="U"))


@pytest.mark.parametrize(
    "rows",
    [
        ";A;besok;;;\n;B;;;;\n;C;lusa;;;\n",
        ";A;;;;\nBalai;B;;;;\n",
        ";A;;;;\n;Jumlah;;;;\n",
        ";A;;;;\n;B;;;;;lebih\n",
        ';A;;;;\n;"B;;;;\n',
        "",
    ],
    ids=["cells", "unit", "totals", "stray", "quotes", "no rows"],
)
def test_a_stream_tells_every_problem_before_its_first_record(write_csv: Callable[..., Path], rows: str) -> None:
    """In the words of the whole table: nothing is read by half."""
    path = write_csv(TENANTS + rows)
    assert _told(lambda: read_rows(path, Tenant, unit="U")) == _told(lambda: next(stream_rows(path, Tenant, unit="U")))


def test_a_stream_refuses_a_table_without_its_columns(write_csv: Callable[..., Path]) -> None:
    """When the first record is asked for."""
    with pytest.raises(ColumnsError):
        next(stream_rows(write_csv("seleksi\n\n"), Tenant, unit="U"))


def test_a_stream_is_counted_without_evidence(write_csv: Callable[..., Path]) -> None:
    """As records that are kept."""
    path = write_csv(TENANTS + f";A{GRADUATE};B;;;;\n;C{GRADUATE}")
    measured = TenantCount().measure_records(stream_rows(path, Tenant, unit="U"), period=2023, keep_evidence=False)
    assert (Fraction(2), 0) == (measured.actual, len(measured.evidence))


def test_a_file_that_changes_meanwhile_is_refused(write_csv: Callable[..., Path]) -> None:
    """What was looked at is not what is read."""
    rows = 5000 * ";A;2023-01-02;;;\n"
    path = write_csv(TENANTS + rows)
    streamed = stream_rows(path, Tenant, unit="U")
    next(streamed)
    path.write_text(TENANTS + rows.replace("2023-01-02", "2023-13-02"), encoding="utf-8")
    assert "there is no such date" in _told(lambda: list(streamed))


def _peak(path: Path) -> int:
    tracemalloc.start()
    try:
        TenantCount().measure_records(stream_rows(path, Tenant, unit="U"), period=2023, keep_evidence=False)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_the_memory_of_a_stream_does_not_grow_with_the_file(write_csv: Callable[..., Path]) -> None:
    """Ten times as many lines take no more; kept records would take six times as much."""
    few, many = (write_csv(TENANTS + lines * f"Balai;A{GRADUATE}", f"{lines}.csv") for lines in (200, 2000))
    _peak(few)
    assert _peak(many) < 1.5 * _peak(few)
