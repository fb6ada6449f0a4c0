"""Formulas of data as an office states them, for the tests."""

from __future__ import annotations

from typing import Any

from kinerja import RUPIAH, Polarity, Text, Unit
from kinerja.formulas import Count, Difference, Growth, Letter, Mean, Ratio, Value, WeightedIndex

REQUEST = Unit(name=Text(id="Permohonan", en="request"), whole=True)
DAY = Unit(name=Text(id="Hari", en="day"))
MARK = Unit(name=Text(id="Nilai", en="mark"))


def letter(called: str, unit: Unit = REQUEST, **more: Any) -> Letter:
    """Return a letter of which both labels are the same."""
    return Letter(label=Text(id=called, en=called), unit=unit, **more)


COMPLAINTS = Count(code="IK.1", unit=REQUEST, polarity=Polarity.MINIMISE, counted=letter("keluhan"))
ON_TIME = Ratio(code="IK.2", numerator=letter("tepat waktu"), denominator=letter("selesai"), yes_no=True)
COSTS = Ratio(code="IK.3", numerator=letter("beban", RUPIAH), denominator=letter("pendapatan", RUPIAH))
PROMOTERS = Ratio(
    code="IK.4",
    unit=MARK,
    numerator=letter("promotor dikurangi detraktor", signed=True),
    denominator=letter("responden"),
    part=True,
)
PER_OFFICER = Ratio(
    code="IK.5",
    unit=MARK,
    numerator=letter("hasil uji"),
    denominator=letter("petugas"),
    percent=False,
)
DAYS = Mean(code="IK.6", unit=DAY, polarity=Polarity.MINIMISE, averaged=letter("lama penerbitan", DAY))
REVENUE = Growth(code="IK.7", growing=letter("penerimaan", RUPIAH, signed=True))
LICENCES = Difference(code="IK.8", unit=REQUEST, held=letter("izin"))
SAKIP = Value(code="IK.9", unit=MARK, given=letter("nilai SAKIP", MARK, most=100))
IKPA = WeightedIndex(code="IK.10", unit=MARK, scored=letter("nilai aspek", MARK))
EVERY = (COMPLAINTS, ON_TIME, COSTS, PROMOTERS, PER_OFFICER, DAYS, REVENUE, LICENCES, SAKIP, IKPA)
