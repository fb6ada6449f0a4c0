"""A time beside a date in a table."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

from kinerja import PNBPGrowth, Receipt
from kinerja.readers import read_rows

CASE = Path(__file__).parents[2] / "data/cases/08-payment-time-in-date/penerimaan.csv"


def test_the_day_of_a_payment_is_read() -> None:
    """As payment systems store it."""
    assert [dt.date(2022, 3, 2), dt.date(2023, 12, 31)] == [receipt.received_on for receipt in read_rows(CASE, Receipt)]


def test_growth_is_measured_from_payments_with_times() -> None:
    """410.000 in 2023 against 400.000 in 2022."""
    measured = PNBPGrowth().measure_records(read_rows(CASE, Receipt), period=2023)
    assert Fraction(5, 2) == measured.actual
