"""The laws of the formulas of data, each as an office states it: the law kit, and no more."""

from __future__ import annotations

from kinerja import RUPIAH, Polarity, Text, Timing, Unit
from kinerja.formulas import Count, Difference, Growth, Letter, Mean, Ratio, Value, WeightedIndex
from kinerja.testing import Laws

REQUEST = Unit(name=Text(id="Permohonan", en="request"), whole=True)
DAY = Unit(name=Text(id="Hari", en="day"))
MARK = Unit(name=Text(id="Nilai", en="mark"))
PLAIN = Unit(name=Text(id="Rasio", en="ratio"))


def _letter(called: str, unit: Unit, least: int | None = 0) -> Letter:
    return Letter(label=Text(id=called, en=called), unit=unit, least=least)


class TestCount(Laws):
    """How many requests there were, fewer being better."""

    indicator = Count(code="IK.1", unit=REQUEST, polarity=Polarity.MINIMISE, counted=_letter("keluhan", REQUEST))


class TestRatioOfAnswers(Laws):
    """The share of requests that were done on time."""

    indicator = Ratio(
        code="IK.2", numerator=_letter("tepat waktu", REQUEST), denominator=_letter("selesai", REQUEST), yes_no=True
    )


class TestRatioOfSums(Laws):
    """Costs over revenue, of a year alone."""

    indicator = Ratio(
        code="IK.3",
        numerator=_letter("beban", RUPIAH, None),
        denominator=_letter("pendapatan", RUPIAH),
        signed=True,
        timing=Timing.YEARLY,
    )


class TestRatioAsItIs(Laws):
    """One number over another, not times 100."""

    indicator = Ratio(
        code="IK.4", unit=PLAIN, numerator=_letter("a", DAY), denominator=_letter("b", DAY), percent=False
    )


class TestMean(Laws):
    """Days to issue a certificate."""

    indicator = Mean(code="IK.5", unit=DAY, polarity=Polarity.MINIMISE, averaged=_letter("lama penerbitan", DAY))


class TestGrowth(Laws):
    """Growth of revenue."""

    indicator = Growth(code="IK.6", growing=_letter("penerimaan", RUPIAH, None))


class TestDifference(Laws):
    """More licences than the year before."""

    indicator = Difference(code="IK.7", unit=REQUEST, held=_letter("izin", REQUEST))


class TestValue(Laws):
    """A mark that others gave."""

    indicator = Value(code="IK.8", unit=MARK, given=_letter("nilai SAKIP", MARK))


class TestWeightedIndex(Laws):
    """An index of parts."""

    indicator = WeightedIndex(code="IK.9", unit=MARK, scored=_letter("nilai unsur", MARK))
