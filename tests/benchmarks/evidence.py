"""What counting costs: records against the same sums by hand, and against ten times as many."""

from __future__ import annotations

import datetime as dt
import functools
import operator
import random
import statistics
import tracemalloc
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
from pairs import Comparison, compare, seconds

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import PNBPGrowth, Quarter
from kinerja.indicators.p3dn_ratio import DECREE_ACCOUNTS, BudgetLine, P3DNRatio
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.measurement.counting import _total
from kinerja.records.tally import gain
from kinerja.trace import make_trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja import Measurement

MILLION = 1_000_000
FEW = 10_000
CASES = 16_000
YEAR = 2026
SELECTED = frozenset(DECREE_ACCOUNTS)
OTHERS = ("511111", "525112", "525113")


def budget_lines(count: int) -> Iterator[BudgetLine]:
    """Make up budget lines, in whole rupiah and in hundredths; most of them count."""
    accounts = (*DECREE_ACCOUNTS, *OTHERS)
    for number in range(count):
        yield BudgetLine(
            unit="417912",
            reference=f"WA.{number}",
            year=YEAR - (number % 10 == 0),
            account=accounts[number % len(accounts)],
            ceiling=Fraction(number % 9973 + 1000, 1 + number % 2 * 99),
            realised=number % 997,
        )


def measure(lines: Iterable[BudgetLine], *, keep_evidence: bool) -> object:
    """Count as the library does."""
    return P3DNRatio().measure_records(lines, period=YEAR, keep_evidence=keep_evidence)


def add_by_hand(lines: Iterable[BudgetLine]) -> tuple[Fraction, Fraction]:
    """Add the selected lines' own Fractions."""
    realised = ceiling = Fraction(0)
    for line in lines:
        if line.year == YEAR and line.account in SELECTED:
            realised += line.realised
            ceiling += line.ceiling
    return realised, ceiling


def add_and_keep_by_hand(lines: Iterable[BudgetLine]) -> object:
    """Do the same, keep what became of every line, and refuse one that is counted twice."""
    realised = ceiling = Fraction(0)
    kept: list[tuple[BudgetLine, tuple[str, ...], tuple[str, ...]]] = []
    seen: set[tuple[object, ...]] = set()
    for line in lines:
        conditions = {"tahun anggaran": line.year == YEAR, "akun P3DN": line.account in SELECTED}
        failed = tuple(name for name, holds in conditions.items() if not holds)
        if failed:
            kept.append((line, (), failed))
            continue
        own = (line.unit, line.year, line.reference)
        if own in seen:
            raise ValueError(own)
        seen.add(own)
        realised += line.realised
        ceiling += line.ceiling
        kept.append((line, ("realised", "ceiling"), ()))
    return realised, ceiling, kept


def add_numerators(lines: Iterable[BudgetLine]) -> object:
    """Add whole numerators, one sum a denominator: the fastest that is exact."""
    realised: dict[int, int] = defaultdict(int)
    ceiling: dict[int, int] = defaultdict(int)
    for line in lines:
        if line.year == YEAR and line.account in SELECTED:
            realised[line.realised.denominator] += line.realised.numerator
            ceiling[line.ceiling.denominator] += line.ceiling.numerator
    return realised, ceiling


def counting() -> Iterator[Comparison]:
    """A million lines, without and with evidence, against the same by hand."""
    lines = list(budget_lines(MILLION))
    for kept, by_hand, limit in ((False, add_by_hand, 2.5), (True, add_and_keep_by_hand, 1.5)):
        name = f"1,000,000 lines {'with' if kept else 'without'} evidence"

        def ours(*, kept: bool = kept) -> None:
            measure(lines, keep_evidence=kept)

        yield compare(name, ours, lambda by_hand=by_hand: by_hand(lines), limit=limit, rounds=3)  # type: ignore[misc]
        yield compare(f"{name}, numerators", ours, lambda: add_numerators(lines), limit=None, rounds=3)


def growing() -> Iterator[Comparison]:
    """The time of a line among a million against one among ten thousand."""
    many = list(budget_lines(MILLION))
    few = many[:FEW]
    for kept in (False, True):
        times = []
        for lines in (many, few):
            rounds = 3 if lines is many else 21
            taken = [seconds(lambda lines=lines, kept=kept: measure(lines, keep_evidence=kept)) for _ in range(rounds)]  # type: ignore[misc]
            times.append(statistics.median(taken) / len(lines))
        name = f"a line of 10^6 against one of 10^4, {'with' if kept else 'without'} evidence"
        yield Comparison(name=name, ratio=times[0] / times[1], limit=1.5)


def _peak(count: int) -> int:
    tracemalloc.start()
    try:
        measure(budget_lines(count), keep_evidence=False)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def remembering() -> Comparison:
    """The most memory that a stream of a million takes without evidence, against one of ten thousand."""
    _peak(FEW)
    return Comparison(name="memory of 10^6 lines against 10^4", ratio=_peak(MILLION) / _peak(FEW), limit=1.1)


def averaging() -> Comparison:
    """Adding the improvements of 16,000 cases with bases to 10^5 against as many multiplications."""
    draw = random.Random(20_220_101)  # noqa: S311 - made-up figures, the same in every run
    changes = [gain(Fraction(draw.randint(1, 10**5)), Fraction(draw.randint(1, 2 * 10**5))) for _ in range(CASES)]
    sums: dict[int, int] = defaultdict(int)
    for change in changes:
        sums[change.denominator] += change.numerator

    def multiply() -> None:
        for left, right in zip(changes, reversed(changes), strict=True):
            left * right

    return compare("adding 16,000 improvements", lambda: _total(sums), multiply, limit=3)


def receipts(count: int) -> Iterator[Receipt]:
    """Make up receipts of two years, one after the other."""
    first = dt.date(YEAR - 1, 1, 1)
    for number in range(count):
        day = first + dt.timedelta(days=number % 730)
        yield Receipt(unit="417912", receipt=f"K.{number}", amount=number % 997 + 1, received_on=day)


def tracing() -> Comparison:
    """The trace of four quarters that look at the same 50,000 receipts, against measuring them."""
    looked_at = list(receipts(50_000))

    def measure_quarters() -> Measurement:
        quarters = [Quarter(year=YEAR, number=number, cumulative=False) for number in (1, 2, 3, 4)]
        parts = [PNBPGrowth().measure_records(looked_at, period=quarter) for quarter in quarters]
        return functools.reduce(operator.add, parts)

    measured, decree = measure_quarters(), attrs.evolve(CATALOGUE.decree, years=(YEAR,))
    catalogue = attrs.evolve(CATALOGUE, decree=decree)
    return compare(
        "a trace of four quarters against measuring them",
        lambda: make_trace(catalogue, "SK3/2", YEAR, measured),
        measure_quarters,
        limit=2,
        rounds=3,
    )


def evidence_comparisons() -> Iterator[Comparison]:
    """Run all of them."""
    yield averaging()
    yield tracing()
    yield from counting()
    yield from growing()
    yield remembering()
