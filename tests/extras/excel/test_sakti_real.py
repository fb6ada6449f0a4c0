"""A real GLP039 export, where there is one: Ditjen Amerika dan Eropa, Kementerian Luar Negeri, March 2026."""

from __future__ import annotations

import os

import pytest

from kinerja.indicators.p3dn_ratio import P3DNRatio
from kinerja.readers import GLP039, read_glp039

FILE = os.environ.get("KINERJA_GLP039", "")

pytestmark = pytest.mark.skipif(not FILE, reason="KINERJA_GLP039 names no real export of SAKTI's report GLP039")


@pytest.fixture(scope="module")
def export() -> GLP039:
    """Return the export; it is frozen, so one reading serves all tests."""
    return read_glp039(FILE)


def test_it_is_of_march_2026(export: GLP039) -> None:
    """Of the satker 637372."""
    expected = (2026, 3, "637372", "DITJEN AMERIKA DAN EROPA")
    assert expected == (export.year, export.month, export.unit, export.unit_name)


def test_it_has_296_lines(export: GLP039) -> None:
    """One subkomponen is broken over two pages, and no account."""
    assert 296 == len(export.lines)


def test_no_two_lines_have_the_same_reference(export: GLP039) -> None:
    """The path of codes is what makes a line one and the same."""
    assert 296 == len({line.reference for line in export.lines})


def test_the_lines_add_up_to_the_grand_total(export: GLP039) -> None:
    """52.738.349.000 and 5.841.454.998 rupiah."""
    sums = (sum(line.ceiling for line in export.lines), sum(line.realised for line in export.lines))
    assert (52_738_349_000, 5_841_454_998) == sums == (export.ceiling, export.realised)


def test_the_accounts_of_the_decree_are_realised_at_16_25_percent(export: GLP039) -> None:
    """1.971.124.137 of 12.131.595.000 rupiah."""
    measurement = P3DNRatio().measure_records(export.lines, period=export.year)
    assert "100 × 1.971.124.137 / 12.131.595.000 = 16,25" == str(measurement)
