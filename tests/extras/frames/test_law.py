"""The law of frames: it holds of an own indicator on every kind that is installed, and finds a planted mistake."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, settings

from kinerja import BudgetLine, P3DNRatio, Tally
from kinerja.testing import Laws
from kinerja.testing.installed import kinds
from own_indicator import MeanDays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja import Period


class OtherOnFrames(P3DNRatio):
    """One whose rule asks whether it reads a record."""

    def tally(self, line: BudgetLine, period: Period) -> Iterator[Tally]:
        """Add a rupiah to each record."""
        more = int(isinstance(line, BudgetLine))
        selected = {"tahun anggaran": line.year == period.year}
        yield Tally(selected, realised=line.realised + more, ceiling=line.ceiling)


@pytest.fixture(autouse=True)
def found() -> Iterator[None]:
    """Stop at the first case that breaks a law, however large."""
    before = settings()
    settings.register_profile("first", before, phases=[Phase.generate], database=None, max_examples=5)
    settings.load_profile("first")
    yield
    settings.register_profile("before", before)
    settings.load_profile("before")


def test_every_kind_is_tried() -> None:
    """Whose libraries are installed."""
    assert ["polars", "polars lazy", "pyarrow", "duckdb", "pandas", "dask"] == kinds()


def test_a_kind_without_its_library_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is any without the library's own."""
    monkeypatch.setitem(sys.modules, "narwhals", None)
    assert [] == kinds()


def test_the_law_of_frames_holds_of_an_own_indicator() -> None:
    """Quantities, actual and reason, of each group."""
    own = Laws()
    own.indicator, own.examples = MeanDays(), 2  # type: ignore[misc]
    own.test_frames()


def test_the_law_of_frames_finds_a_mistake() -> None:
    """And names the kind of frame."""
    wrong: Any = Laws()
    wrong.indicator = OtherOnFrames()
    with pytest.raises(AssertionError, match=r"(?s)^frames: .*\n  polars: \{"):
        wrong.test_frames()
