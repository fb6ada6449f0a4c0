"""The laws of an indicator: one class that carries all of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from kinerja import (
    DoubleCountError,
    Language,
    Measurement,
    QuantityError,
    Quarter,
    Semester,
    Timing,
    check_indicator,
    verify_trace,
)
from kinerja.measurement import contributions
from kinerja.records import as_period, stated
from kinerja.testing import messages as say
from kinerja.testing.cards import YEAR, catalogue_for, traces
from kinerja.testing.figures import beside, numbers, quantities
from kinerja.testing.installed import GROUP, as_columns_hold, frame_of, kinds, rows_of
from kinerja.testing.law import PREFIX, Case, law, pass_over
from kinerja.testing.proofs import can_prove, prove
from kinerja.testing.read_back import computed
from kinerja.testing.rows import periods, record_lists
from kinerja.testing.tried import Tried, decided, is_out_of_bounds, possible

if TYPE_CHECKING:
    from kinerja.records import Period


class Laws(Tried):
    """What holds of an indicator, one method a law; a subclass whose name begins with `Test` names the indicator.

    pytest runs it as it is, beside the tests that a subclass adds.

    Fields:
        indicator: whose laws they are.
        expected: law -> the reason for which it is known not to hold; where it holds after all, it fails.
        examples: how many examples are tried of each law; None for as many as the profile of Hypothesis says.
        records: a strategy of one record, in the place of the library's, for this class alone.

    >>> from kinerja import P3DNRatio
    >>> class TestP3DNRatio(Laws):
    ...     indicator = P3DNRatio()
    ...     examples = 10
    >>> TestP3DNRatio().test_at_target()
    """

    def __init_subclass__(cls) -> None:
        """Refuse the name of a law that is none, and one that is known not to hold without a reason."""
        for name in cls.expected:
            if name not in cls.names():
                raise say.NO_LAW.error(indicator=cls.__name__, member="expected", value=name, names=cls.names())
        given: object = cls.expected
        if not isinstance(given, Mapping) or not all(map(stated, given.values())):
            raise say.NO_REASON.error(indicator=cls.__name__, member="expected", value=given)

    @classmethod
    def names(cls) -> list[str]:
        """Return the names of the laws, in order."""
        return [name.removeprefix(PREFIX) for name in vars(Laws) if name.startswith(PREFIX)]

    @law()
    def test_checked(self, case: Case) -> None:
        """It states what it must, its formula is arithmetic, and its rule reads alike on columns."""
        check_indicator(case.shows("indicator", self.indicator))

    @law()
    def test_at_target(self, case: Case) -> None:
        """An actual that is its target achieves 100 %."""
        target = self._target(case)
        case.equal(100, self.indicator.achievement(target, target))

    @law()
    def test_monotone(self, case: Case) -> None:
        """A better actual never achieves less."""
        target = self._target(case)
        actual = self._actual(case, target)
        better = actual + self._way * case.draw("better by", numbers(0, whole=self.indicator.unit.whole))
        less, more = (self.indicator.achievement(target, one) for one in (actual, better))
        case.true(more >= less, f"{actual} achieves {less}, {better} achieves {more}")

    @law()
    def test_scale_free(self, case: Case) -> None:
        """Target and actual in another unit, such as thousands, achieve the same."""
        target = self._target(case)
        actual = self._actual(case, target)
        times = case.draw("times", numbers(1, 10**6, whole=self.indicator.unit.whole))
        case.equal(
            self.indicator.achievement(target, actual), self.indicator.achievement(times * target, times * actual)
        )

    @law()
    def test_met(self, case: Case) -> None:
        """A target is met exactly where the achievement is 100 % or more."""
        target = self._target(case)
        for tried in (self._actual(case, target), *beside(target, whole=self.indicator.unit.whole)):
            actual = case.shows("actual", tried)
            achieved = case.shows("achievement", self.indicator.achievement(target, actual))
            case.equal(self.indicator.polarity.met(target, actual), achieved >= 100, "met")  # noqa: PLR2004 - all of it

    @law(at_most=1)
    def test_proved(self, case: Case) -> None:
        """What the formula promises is proved of all numbers, where z3 is installed."""
        if not can_prove():
            pass_over("proofs need z3: pip install z3-solver")
        case.equal([], [claim.text.en for claim in prove(self.indicator) if not claim.as_expected])

    @law()
    def test_computed(self, case: Case) -> None:
        """What is measured of totals is what the formula gives of them."""
        totals, actual = self._totals(case)
        if actual is not None:
            case.equal(self.indicator.formula(**totals), actual)

    @law()
    def test_worked_line(self, case: Case) -> None:
        """The worked line, computed as it stands, gives the actual."""
        totals, actual = self._totals(case)
        line = self.indicator.measure(**totals).worked(Language.ENGLISH).partition(" = ")[0]
        if actual is not None and "…" not in line and line != self.indicator.unit.write(actual, Language.ENGLISH):
            case.equal(actual, computed(line, {}))

    @law()
    def test_latex(self, case: Case) -> None:
        """The formula in LaTeX, read back, gives the actual."""
        totals, actual = self._totals(case)
        if actual is not None:
            symbols = {self.indicator.symbols[name]: value for name, value in totals.items()}
            case.equal(actual, computed(case.shows("LaTeX", self.indicator.latex()), symbols))

    @law()
    def test_spreadsheet(self, case: Case) -> None:
        """The formula of a spreadsheet, computed on its cells, gives the actual."""
        totals, actual = self._totals(case)
        if actual is not None:
            cells = {name: f"A{place}" for place, name in enumerate(totals, 1)}
            held = {cells[name]: value for name, value in totals.items()}
            case.equal(actual, computed(case.shows("formula", self.indicator.cells(**cells)), held))

    @law()
    def test_totals_add(self, case: Case) -> None:
        """Measurements of totals add: the sum is the measurement of the added totals, in any order; or never do."""
        drawn = case.draw("totals", st.lists(quantities(self.indicator), min_size=2, max_size=3))
        together = {name: sum(totals[name] for totals in drawn) for name in drawn[0]}
        if any(one.most is not None and together[one.name] > one.most for one in self.indicator.variables):
            case.tells(())  # they cannot be of the same thing
            return
        parts = [self.indicator.measure(**totals) for totals in drawn]
        case.equal(self.indicator.measure(**together) if self.indicator.adds else None, _sum(parts))
        case.equal(_sum(parts), _sum(parts[::-1]), "in another order")

    @law()
    def test_order_free(self, case: Case) -> None:
        """Records in another order give the same measurement."""
        records, period = self._records(case)
        measured = self._measured(case, records, period)
        case.tells(measured.counted)
        order = case.draw("another order", st.permutations(range(len(records))))
        case.equal(measured, self._measure([records[place] for place in order], period))

    @law()
    def test_every_record_once(self, case: Case) -> None:
        """Each record stands once in the measurement, counted or left out, and what is left out is told why."""
        records, period = self._records(case)
        measured = self._measured(case, records, period)
        case.tells(measured.counted and measured.left_out)
        given, told = (Counter(some) for some in (records, [one.record for one in measured.evidence]))
        case.equal([], [*(given - told).elements()], "lost")
        case.equal([], [*(told - given).elements()], "told too often")
        case.equal(len(records), len([*measured.counted, *measured.left_out]), "counted or left out")
        for one in measured.evidence:
            case.equal(sorted(measured.quantities), sorted([*one.entered, *one.missed]), repr(one.record))
        case.equal([], [one.record for one in measured.left_out if not one.nearest_miss], "left out without a reason")

    @law()
    def test_outside_changes_nothing(self, case: Case) -> None:
        """A record that meets no condition changes nothing."""
        records, period = self._records(case)
        measured = self._measured(case, records, period)
        case.tells(measured.counted and measured.left_out)
        case.equal(measured, self._measure([one.record for one in measured.counted], period))

    @law()
    def test_contributions(self, case: Case) -> None:
        """The quantities are what the rule says of each record, added; kept or not, the records give the same."""
        records, period = self._records(case)
        measured = self._measured(case, records, period)
        case.tells(measured.counted)
        added: Counter[str] = Counter(dict.fromkeys(measured.quantities, 0))
        for _, values in contributions(self.indicator.tally, measured.evidence):
            added.update(values)
        case.equal(dict(added), dict(measured.quantities))
        entered = Counter(name for one in measured.evidence for name in one.entered)
        bare = self.indicator.measure_records(iter(records), period=period, keep_evidence=False)
        case.equal((measured.quantities, measured.keys), (bare.quantities, bare.keys))
        case.equal({name: entered[name] for name in measured.quantities}, dict(bare.entries or {}), "entries")

    @law()
    def test_parts_add(self, case: Case) -> None:
        """Parts of the records add to the whole; parts of what never adds, or counted the same thing, are refused."""
        records, period = self._records(case)
        cut = case.draw("cut", st.integers(0, len(records)))
        left, right = self._measure(records[:cut], period), self._measure(records[cut:], period)
        case.tells(left.counted or right.counted)
        adds = self.indicator.adds and not _share(left, right)
        case.equal(self._measured(case, records, period) if adds else None, _sum([left, right]))

    @law()
    def test_never_twice(self, case: Case) -> None:
        """Records that were counted are never counted again."""
        records, period = self._records(case)
        measured = self._measured(case, records, period)
        case.tells(measured.counted)
        case.true(not measured.counted or _sum([measured, measured]) is None, "the sum with itself is not refused")

    @law()
    def test_quarters(self, case: Case) -> None:
        """Quarters and semesters of flows add up to what there was since January; those of others are refused."""
        self._counts_records()
        last = case.draw("quarters", st.integers(1, 4))
        until = Quarter(year=YEAR, number=last)
        halves = case.draw("semesters", st.integers(0, last // 2))
        alone: list[Period] = [Semester(year=YEAR, number=number, cumulative=False) for number in range(1, halves + 1)]
        alone += [Quarter(year=YEAR, number=number, cumulative=False) for number in range(2 * halves + 1, last + 1)]
        if self.indicator.timing is not Timing.FLOW:
            case.equal(expected=True, found=self._refuses_sums(case), what="other quarters refused")
            return
        records = case.draw("records", record_lists(self.indicator, until, own=self.records))
        whole, parts = self._measured(case, records, until), [self._measure(records, one) for one in alone]
        added = _sum(parts)
        case.tells(whole.counted)
        if added is None or _share(*parts):
            case.true(added is None, "parts that counted the same thing are added")
            case.true(_share(*parts), "more than one of them counts the same record; of a position, timing is STOCK")
            return
        case.equal(whole.quantities, added.quantities, "the sum of the parts")
        case.equal(_entered(whole), _entered(added), "what each record entered")
        case.equal(len(records), len([*added.counted, *added.left_out]), "records in the sum")

    @law()
    def test_traces(self, case: Case) -> None:
        """The path of a figure, written as JSON and read again, is the same and verifies."""
        self._counts_records()
        catalogue = catalogue_for(self.indicator, self._target(case))
        period = case.draw("period", periods(self.indicator.timing, year=YEAR))
        records = case.draw("records", record_lists(self.indicator, period, own=self.records))
        measured = self._measured(case, records, period)
        with possible(is_out_of_bounds):  # such as a difference below its least, which has no score
            trace = case.draw("trace", traces(catalogue=catalogue, period=period, value=measured))
        own = [] if type(self.indicator).__module__.startswith("kinerja.") else [type(self.indicator)]
        found = verify_trace(trace.to_json(), own, [catalogue])
        case.tells(measured.counted)
        case.equal(((), trace), (found.differences, found.trace))

    @law(at_most=1)
    def test_taken(self, case: Case) -> None:
        """On the deciding examples of a bundled catalogue it gives the figure of the answer that it stands for."""
        self._counts_records()
        for example, records, figure in decided(self.indicator):
            case.shows("example", f"{example.code}, {example.reading}")
            case.shows("records", records)
            case.equal(figure, self._measure(records, as_period(example.period)).figure[0])

    @law(at_most=3)
    def test_frames(self, case: Case) -> None:
        """Frames of every kind that is installed say what the records say."""
        self._counts_records()
        if not kinds():
            pass_over("no library of frames is installed")
        from kinerja import frames  # noqa: PLC0415 - only where it is installed

        period = case.draw("period", periods(self.indicator.timing, year=YEAR))
        drawn = st.lists(record_lists(self.indicator, period, own=self.records), min_size=3, max_size=3)
        lists = [[as_columns_hold(one) for one in records] for records in case.draw("", drawn)]
        measured = [self._measure(records, period) for records in lists]
        case.tells(any(one.figure[0] is not None for one in measured))
        for kind in kinds():
            frame = frame_of(kind, type(lists[0][0]), lists)
            rows = {
                row[GROUP]: row for row in rows_of(frames.measure(self.indicator, frame, period=period, by=[GROUP]))
            }
            for place, one in enumerate(measured):
                case.shows("records", lists[place])
                case.shows("worked", one)
                actual, reason = one.figure
                expected: dict[str, Any] = {**one.quantities, "actual": actual, "reason": reason and str(reason)}
                alike = all(_alike(expected[name], rows[place][name]) for name in expected)
                case.true(alike, f"{kind}: {rows[place]} in the place of {expected}")


def _share(*parts: Measurement) -> bool:
    """Tell whether parts counted the same thing."""
    keys = [(name, key) for part in parts for name, own in part.keys.items() for key in own]
    return len(set(keys)) < len(keys)


def _sum(parts: Sequence[Measurement]) -> Measurement | None:
    """Add; None where the sum is refused because it would count something twice, or never is one."""
    refusal = DoubleCountError if parts[0].indicator.adds else QuantityError
    try:
        return sum(parts[1:], parts[0])
    except refusal:
        return None


def _entered(measured: Measurement) -> dict[Any, set[str]]:
    return {one.record: set(one.entered) for one in measured.counted}


def _alike(expected: Any, found: Any) -> bool:
    if isinstance(found, float) and expected is not None:
        return math.isclose(expected, found, rel_tol=1e-9, abs_tol=1e-6)
    return bool(expected == found)
