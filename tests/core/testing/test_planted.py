"""Mistakes planted in indicators, one for each law, so that every law is known to be able to fail."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja import AssistedCompanyCount, Indicator, Measurement, P3DNRatio, Percent, Polarity, Tally, TenantCount
from kinerja._base import FrozenMap
from kinerja.records import at_least
from kinerja.testing import Laws

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja import Period
    from kinerja.indicators import AssistedCompany, BudgetLine, Tenant


class _WithFloat(P3DNRatio):
    @staticmethod
    def formula(realised: Any, ceiling: Any) -> Any:
        return 100.0 * realised / ceiling


class _OnePoint(TenantCount):
    def achievement(self, target: Any, actual: Any) -> Percent:
        return Percent(100 * Fraction(actual) / Fraction(target) + 1)


class _Undated(TenantCount):
    def tally(self, line: Tenant, period: Period) -> Iterable[Tally]:
        yield Tally({"pascainkubasi selesai": period.contains(line.postincubation_on)}, graduated=1)


class _WrongWay(P3DNRatio):
    polarity: ClassVar = Polarity.MINIMISE

    def achievement(self, target: Any, actual: Any) -> Percent:
        return Percent(100 * Fraction(actual) / Fraction(target))


class _PerThousand(TenantCount):
    def achievement(self, target: Any, actual: Any) -> Percent:
        return Percent(100 + (Fraction(actual) - Fraction(target)) / 1000)


class _Rounded(P3DNRatio):
    def achievement(self, target: Any, actual: Any) -> Percent:
        return Percent(Fraction(round(100 * Fraction(actual) / Fraction(target))))


class _OtherFigure(P3DNRatio):
    def measure(self, *, realised: Any, ceiling: Any) -> Measurement:
        return Indicator.measure(self, realised=realised, ceiling=2 * ceiling)


class _WholeRupiah(P3DNRatio):
    def measure(self, *, realised: Any, ceiling: Any) -> Measurement:
        return Indicator.measure(self, realised=realised // 1, ceiling=ceiling // 1)


class _OtherOnSymbols(P3DNRatio):
    @staticmethod
    def formula(realised: Any, ceiling: Any) -> Any:
        return 100 * realised / ceiling if isinstance(realised, Fraction) else realised / ceiling


class _OldLatex(P3DNRatio):
    def latex(self) -> str:
        return r"\frac{\mathrm{RAP3DN}}{\mathrm{TotAP3DN}}"


class _OtherCells(P3DNRatio):
    def cells(self, **cells: str) -> str:
        return f"=100*{cells['realised']}/({cells['ceiling']}+1)"


class _Remembering(P3DNRatio):
    seen: ClassVar = itertools.count(1)

    def tally(self, line: BudgetLine, period: Period) -> Iterator[Tally]:
        selected = {"tahun anggaran": line.year == period.year}
        yield Tally(selected, realised=line.realised, ceiling=line.ceiling + next(self.seen))


class _Sorted(TenantCount):
    def measure_records(self, records: Iterable[Tenant], **given: Any) -> Measurement:
        return super().measure_records([one for one in records if one.postincubation_on is not None], **given)


class _OfAll(TenantCount):
    def measure_records(self, records: Iterable[Tenant], **given: Any) -> Measurement:
        held = list(records)
        return _with_more(super().measure_records(held, **given), len(held))


class _Doubled(TenantCount):
    def measure_records(self, records: Iterable[Tenant], **given: Any) -> Measurement:
        measured = super().measure_records(records, **given)
        return _with_more(measured, measured.quantities["graduated"])


def _with_more(measured: Measurement, more: Fraction | int) -> Measurement:
    return attrs.evolve(measured, quantities=FrozenMap({name: one + more for name, one in measured.quantities.items()}))


class _WithoutHeading(TenantCount):
    def measure_records(self, records: Iterable[Tenant], **given: Any) -> Measurement:
        return super().measure_records(list(records)[1:], **given)


class _Unguarded(TenantCount):
    def measure_records(self, records: Iterable[Tenant], **given: Any) -> Measurement:
        return super().measure_records(records, **{**given, "keep_evidence": False})


class _SinceEver(TenantCount):
    def tally(self, line: Tenant, period: Period) -> Iterator[Tally]:
        yield Tally({"selesai": at_least(period.end, line.postincubation_on)}, graduated=1)


class _AnyPeriod(AssistedCompanyCount):
    def measure_records(self, records: Iterable[AssistedCompany], **given: Any) -> Measurement:
        return super().measure_records(records, **{**given, "period": 2023, "keep_evidence": False})


def laws_of(indicator: Indicator[Any]) -> Laws:
    """Return the laws of an indicator, with as many examples as find what is rare."""
    laws = Laws()
    laws.indicator, laws.examples = indicator, 100  # type: ignore[misc]
    return laws


MISTAKES: list[tuple[str, Indicator[Any]]] = [
    ("checked", _WithFloat()),
    ("at_target", _OnePoint()),
    ("monotone", _WrongWay()),
    ("scale_free", _PerThousand()),
    ("met", _Rounded()),
    ("computed", _OtherFigure()),
    ("worked_line", _OtherOnSymbols()),
    ("latex", _OldLatex()),
    ("spreadsheet", _OtherCells()),
    ("totals_add", _WholeRupiah()),
    ("order_free", _Remembering()),
    ("every_record_once", _Sorted()),
    ("outside_changes_nothing", _OfAll()),
    ("contributions", _Doubled()),
    ("parts_add", _WithoutHeading()),
    ("never_twice", _Unguarded()),
    ("quarters", _SinceEver()),
    ("quarters", _AnyPeriod()),
    ("traces", _Remembering()),
    ("taken", _Undated()),
]


def test_every_law_has_a_mistake_that_it_finds() -> None:
    """Those of frames and of proofs, which need more than Hypothesis, stand with their tests."""
    assert {*Laws.names()} - {"frames", "proved"} == {law for law, _ in MISTAKES}


@pytest.mark.parametrize(("law", "indicator"), MISTAKES, ids=lambda value: getattr(value, "name", value))
def test_a_mistake_is_found_by_its_law(law: str, indicator: Indicator[Any]) -> None:
    """It is told by the name of the law."""
    with pytest.raises(AssertionError, match=rf"^{law}: "):
        getattr(laws_of(indicator), f"test_{law}")()
