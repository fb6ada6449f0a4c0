"""What the strategies draw: lawful values, hard cases among them, and records that count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping, Sized
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from kinerja import (
    BSPJI_PEKANBARU_2021_2024,
    Catalogue,
    Entry,
    Indicator,
    Measurement,
    P3DNRatio,
    Percent,
    Period,
    PNBPGrowth,
    ProductivityDelta,
    QuantityError,
    Quarter,
    Score,
    Scorecard,
    Scoring,
    Semester,
    Tally,
    Tenant,
    TenantCount,
    Timing,
    UnknownIndicatorError,
    Variable,
    Year,
    indicators,
    round_half_up,
)
from kinerja.formulas import Answer, Item, Part, Ratio, Value, formula_classes
from kinerja.indicators import AccreditedScopeGrowth, AssistedCompanyCount, BudgetLine, PNBPRatio
from kinerja.measurement import TargetRange, bounds_of, check_indicator
from kinerja.records import as_period, by_kind, name, one_of
from kinerja.testing import (
    actuals,
    catalogues,
    decreed,
    numbers,
    periods,
    printed_numbers,
    quantities,
    record_lists,
    records,
    scorecards,
    strategy,
    targets,
    traces,
)
from kinerja.trace import Trace
from office import letter
from own_indicator import Complaint, MeanDays
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLASSES = list(indicators.indicator_classes().values())
OF_THE_LIBRARY = [
    Catalogue,
    Entry,
    Measurement,
    Percent,
    Quarter,
    Semester,
    Score,
    Scorecard,
    Scoring,
    TargetRange,
    Trace,
    Variable,
    Year,
    *CLASSES,
    *indicators.reading_classes().values(),
    *formula_classes().values(),
    Answer,
    Item,
    Part,
    *(kind.record for kind in CLASSES),
]
MARCH = dt.date(2023, 3, 31)
YEAR = as_period(2023)


# Nearly the same each time: Hypothesis also draws the constants of whichever tests are loaded. The facts below are
# far enough from chance for that.
DRAWS = settings(derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])


def drawn(strategy: st.SearchStrategy[Any], examples: int = 50) -> list[Any]:
    """Return what a strategy draws."""
    found: list[Any] = []

    @settings(DRAWS, max_examples=examples)
    @given(strategy)
    def draw(value: Any) -> None:
        found.append(value)

    draw()
    return found


def finds(strategy: st.SearchStrategy[Any], wanted: Callable[[Any], Any]) -> bool:
    """Return whether a strategy draws what is wanted; Hypothesis raises where it does not."""
    find(
        strategy,
        lambda value: bool(wanted(value)),
        settings=settings(DRAWS, max_examples=5_000, phases=[Phase.generate]),
    )
    return True


@pytest.mark.parametrize("kind", OF_THE_LIBRARY, ids=lambda kind: kind.__name__)
def test_a_class_of_the_library_is_drawn_by_itself(kind: type[Any]) -> None:
    """By `from_type`, after nothing but the import."""
    assert {kind} == set(map(type, drawn(st.from_type(kind), 10)))


def test_a_period_is_a_year_or_a_part_of_one() -> None:
    """There is none that is neither."""
    assert {Year, Quarter, Semester} == set(map(type, drawn(st.from_type(Period))))


@pytest.mark.parametrize("kind", [Mapping, Iterable, Sized, Hashable], ids=lambda kind: kind.__name__)
def test_what_is_registered_is_drawn_for_nothing_else(kind: Any) -> None:
    """Who asks for any mapping is given no catalogue."""
    assert [] == [one for one in drawn(st.from_type(kind), 200) if type(one).__module__.startswith("kinerja")]


class _Special(Tenant):
    """A class derived from one that is registered."""


def test_a_base_class_never_draws_what_is_derived_from_it() -> None:
    """And what is derived is drawn by its own class."""
    st.register_type_strategy(_Special, strategy(_Special))
    assert ({Tenant}, {_Special}) == tuple(set(map(type, drawn(st.from_type(kind)))) for kind in (Tenant, _Special))


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (Tenant, "tenant", "T-01"),
        (Tenant, "incubation_on", None),
        (Complaint, "cost", 5),
        (Quarter, "number", 3),
        (Year, "year", 1999),
        (Scoring, "cap", 110),
        (Entry, "label", "Uji"),
        (PNBPGrowth, "accounts", frozenset({"425421"})),
        (PNBPRatio, "accounts", frozenset({"425421"})),
        (TargetRange, "low", Fraction(7)),
        (Variable, "name", "graduated"),
        (Ratio, "code", "IKU-1"),
    ],
)
def test_each_keyword_may_be_given(kind: type[Any], field: str, value: Any) -> None:
    """A value, in the place of what would be drawn."""
    assert {value} == {getattr(one, field) for one in drawn(strategy(kind, **{field: value}), 10)}


@pytest.mark.parametrize("kind", formula_classes().values(), ids=lambda kind: kind.__name__)
def test_a_formula_that_is_drawn_can_be_right(kind: type[Any]) -> None:
    """With letters and bounds of its own."""
    assert [None] * 5 == [*map(check_indicator, drawn(strategy(kind), 5))]


def test_a_formula_that_cannot_be_right_is_not_drawn() -> None:
    """Such as one whose letters are written alike."""
    alike = {"numerator": letter("tepat waktu", symbol="X"), "denominator": letter("selesai", symbol="X")}
    with pytest.raises(Unsatisfiable):
        find(strategy(Ratio, **alike), lambda _: True, settings=DRAWS)


@pytest.mark.parametrize("draw", [records, record_lists])
def test_a_period_is_given_as_everywhere(draw: Any) -> None:
    """By its year or its writing."""
    assert 6 == len([*drawn(draw(P3DNRatio(), 2023), 3), *drawn(draw(P3DNRatio(), "2023-TW1"), 3)])


def test_a_keyword_may_be_a_strategy() -> None:
    """As all of Hypothesis takes them."""
    days = st.sampled_from([MARCH, None])
    assert {MARCH, None} == {one.incubation_on for one in drawn(strategy(Tenant, incubation_on=days))}


def test_a_percent_may_be_given() -> None:
    """By its number."""
    assert {Percent(5)} == set(drawn(strategy(Percent, value=5)))


def test_a_measurement_may_be_of_an_own_indicator() -> None:
    """With its quantities."""
    found = drawn(strategy(Measurement, indicator=MeanDays(), answered=2))
    assert {(MeanDays(), 2)} == {(one.indicator, one.quantities["answered"]) for one in found}


def test_a_field_of_every_kind_is_drawn() -> None:
    """What is unknown among it, where it may be."""
    found = drawn(strategy(Complaint), 200)
    assert {None, "uji", "kalibrasi"} == {one.kind for one in found}


def test_accounts_of_an_indicator_are_drawn() -> None:
    """The decree's, and others."""
    found = {one.accounts for one in drawn(st.from_type(P3DNRatio))}
    assert (True, True) == (P3DNRatio().accounts in found, len(found) > 1)


def test_a_record_with_a_field_that_says_nothing_is_refused() -> None:
    """Nobody could tell what it holds."""

    @attrs.frozen(kw_only=True)
    class Undescribed:
        identity: ClassVar = ("number",)
        number: str

    with refused("record.undescribed", indicator="Undescribed", member="number"):
        strategy(Undescribed)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Numbered:
    """A record with a validator of its own."""

    identity: ClassVar = ("number",)
    number: str = attrs.field(metadata=name("nomor", "Nomornya."))

    @number.validator
    def _check(self, _attribute: Any, value: str) -> None:
        if not value.isascii():
            message = "only ASCII"
            raise ValueError(message)


@attrs.frozen(kw_only=True)
class NumberedCount(Indicator[Numbered]):
    """An indicator of such records, of which only one number counts, or none that can be found."""

    unit: ClassVar = TenantCount.unit
    record: ClassVar = Numbered
    timing: ClassVar = Timing.YEARLY
    variables: ClassVar = TenantCount().variables

    number: str = "nomor 1"

    def tally(self, line: Numbered, period: Period) -> Iterator[Tally]:  # noqa: ARG002 - of any year
        """Count the number."""
        yield Tally({"nomor": one_of(line.number, {self.number})}, graduated=1)

    @staticmethod
    def formula(graduated: Any) -> Any:
        """Return the number."""
        return graduated


def test_what_a_records_own_validator_refuses_is_drawn_again() -> None:
    """Only lawful records come."""
    assert {True} == {one.number.isascii() for one in drawn(strategy(Numbered))}


def test_what_a_rule_asks_for_is_drawn() -> None:
    """The very text that it compares with, which nobody would hit on by chance."""
    assert {"nomor 1"} == {one.number for one in drawn(records(NumberedCount(), YEAR))}


def test_where_nothing_can_count_any_record_is_drawn() -> None:
    """The law then fails for saying nothing, and not here."""
    impossible = NumberedCount(number=" ")
    assert [] == impossible_to_count(drawn(record_lists(impossible, YEAR), 10), impossible)


def impossible_to_count(lists: list[list[Any]], indicator: Indicator[Any]) -> list[Any]:
    """Return what counts."""
    return [one for given in lists for one in indicator.measure_records(given, period=YEAR).counted]


@pytest.mark.parametrize("indicator", [*(kind() for kind in CLASSES), MeanDays()], ids=lambda one: one.name)
def test_records_that_count_are_the_rule(indicator: Indicator[Any]) -> None:
    """Each that is drawn for a period counts in it."""
    found = drawn(records(indicator, YEAR), 30)
    assert [] == [one for one in found if not indicator.measure_records([one], period=YEAR).counted]


@pytest.mark.parametrize("indicator", [*(kind() for kind in CLASSES), MeanDays()], ids=lambda one: one.name)
def test_half_of_the_lists_have_what_counts_and_what_does_not_and_a_figure(indicator: Indicator[Any]) -> None:
    """So that laws of them say something."""
    # Three in four do of the least telling one; so many lists are drawn that chance does not make it half of them.
    measured = [indicator.measure_records(given, period=YEAR) for given in drawn(record_lists(indicator, YEAR), 200)]
    telling = [one for one in measured if one.counted and one.left_out and one.figure[0] is not None]
    assert 2 * len(telling) >= len(measured)


def test_records_may_be_given_in_part() -> None:
    """By the names of their fields."""
    assert {"417912"} == {one.unit for one in drawn(records(TenantCount(), YEAR, unit="417912"), 10)}


@pytest.mark.parametrize("indicator", [kind() for kind in CLASSES], ids=lambda one: one.name)
def test_one_record_alone_is_drawn(indicator: Indicator[Any]) -> None:
    """It counts."""
    assert finds(
        record_lists(indicator, YEAR),
        lambda given: len(given) == len(indicator.measure_records(given, period=YEAR).counted) == 1,
    )


def test_lists_of_given_names_hold_each_once() -> None:
    """What the caller fixed is not numbered."""
    lists = drawn(record_lists(TenantCount(), YEAR, unit="A", tenant="T"), 10)
    assert {1} == set(map(len, lists))


def test_rows_share_what_they_are_about() -> None:
    """Two rows of one scope, which counts once."""
    lists = record_lists(AccreditedScopeGrowth(), YEAR)
    assert finds(lists, lambda given: len({(one.unit, one.scope) for one in given}) < len(given))


def test_days_fall_on_the_ends_of_years() -> None:
    """On both sides."""
    assert finds(strategy(Tenant), lambda one: one.incubation_on == dt.date(2022, 12, 31))


def test_refunds_are_drawn() -> None:
    """Where an amount may be below 0."""
    assert finds(records(P3DNRatio(), YEAR), lambda line: line.realised < 0)


def test_what_is_added_up_keeps_the_bounds_of_its_quantity() -> None:
    """A ceiling is never below 0."""
    assert [] == [one for one in drawn(records(P3DNRatio(), YEAR), 100) if one.ceiling < 0]


@pytest.mark.parametrize("wanted", [0, 10**15, -(10**15), Fraction(1, 100), Fraction(1, 3), -7], ids=str)
def test_hard_numbers_are_drawn(wanted: Fraction) -> None:
    """Zero, what is very large, cents, and what has no last decimal."""
    assert finds(numbers(), lambda number: number == wanted)


@pytest.mark.parametrize(
    ("least", "most", "whole"), [(0, 1, False), (Fraction(1, 3), Fraction(1, 2), False), (-5, -2, True), (7, 7, True)]
)
def test_numbers_keep_their_bounds(least: Fraction, most: Fraction, whole: bool) -> None:  # noqa: FBT001 - a column
    """And are whole where they must be."""
    assert {True} == {
        least <= one <= most and (one.denominator == 1 or not whole) for one in drawn(numbers(least, most, whole=whole))
    }


def test_no_number_is_drawn_where_there_is_none() -> None:
    """Between two whole ones there is none that is whole."""
    assert numbers(Fraction(1, 3), Fraction(1, 2), whole=True).is_empty


def is_tie(value: Fraction) -> bool:
    """Return whether a value ends in half of the second decimal."""
    return abs(value - round_half_up(value, 2)) == Fraction(1, 200)


def test_achievements_end_in_half_a_digit() -> None:
    """Of a target and an actual that are drawn for it."""
    pairs = targets().flatmap(lambda target: st.tuples(st.just(target), actuals(target)))
    assert finds(pairs, lambda pair: is_tie(100 * pair[1] / pair[0]))


def test_achievements_of_any_actual_end_in_half_a_digit() -> None:
    """Targets are such that odd actuals do it."""
    assert finds(st.tuples(targets(), actuals()), lambda pair: is_tie(100 * pair[1] / pair[0]))


def test_actuals_of_quantities_end_in_half_a_digit() -> None:
    """Without ties, half even for half up is not found."""
    assert finds(
        quantities(P3DNRatio()),
        lambda drawn: drawn["ceiling"] > 0 and is_tie(100 * drawn["realised"] / drawn["ceiling"]),
    )


def test_actuals_keep_their_least_and_are_whole() -> None:
    """As of an indicator that counts."""
    assert {True} == {one >= 0 and one.denominator == 1 for one in drawn(actuals(Fraction(2), least=0, whole=True))}


def test_targets_of_a_made_up_decree_can_be() -> None:
    """Of an indicator that has a most, targets beyond it failed the law of traces."""
    answers = Ratio(code="SK1/1", numerator=letter("tepat waktu"), denominator=letter("selesai"), yes_no=True)
    promised = (target for one in drawn(catalogues(own=[answers])) for target in one["SK1/1"].targets.values())
    assert 100 >= max(max(bounds_of(target)) for target in promised)


def test_parts_are_never_above_their_wholes() -> None:
    """The class would refuse them."""
    found = drawn(quantities(AssistedCompanyCount()), 100)
    assert {True} == {one["improved"] <= one["assisted"] for one in found}


def test_quantities_that_a_class_itself_refuses_are_drawn_again() -> None:
    """Such as an improvement of no cases."""
    found = drawn(quantities(ProductivityDelta(), cases=0, improvement=st.integers(0, 1)), 10)
    assert {0} == {one["improvement"] for one in found}


def test_a_quantity_of_another_name_is_refused() -> None:
    """Else a slip would draw what was to be given."""
    names = ["realised", "ceiling"]
    with refused("quantity.other_names", QuantityError, indicator="P3DNRatio", value=[*names, "ceilling"], names=names):
        quantities(P3DNRatio(), ceilling=400)


def test_quantities_may_be_given() -> None:
    """By their names."""
    assert {400} == {one["ceiling"] for one in drawn(quantities(P3DNRatio(), ceiling=400), 10)}


def test_printed_numbers_come_with_their_meaning() -> None:
    """Dots between thousands, a comma before decimals."""
    found = drawn(printed_numbers(), 100)
    assert [value for _, value in found] == [Fraction(text.replace(".", "").replace(",", ".")) for text, _ in found]


@pytest.mark.parametrize("timing", Timing)
def test_periods_are_such_as_can_be_answered(timing: Timing) -> None:
    """Of year figures years alone."""
    found = drawn(periods(timing, year=2024))
    assert ({2024}, timing is Timing.YEARLY) == ({one.year for one in found}, {Year} == set(map(type, found)))


def test_periods_of_any_timing_are_drawn() -> None:
    """Quarters, also each alone."""
    assert finds(periods(), lambda period: isinstance(period, Quarter) and not period.cumulative)


def test_catalogues_are_the_decrees_and_made_up_ones() -> None:
    """Those that come with the library, and of own indicators their own."""
    found = {len(one) for one in drawn(catalogues())}
    own = {one["SK1/1"].indicator for one in drawn(catalogues(own=[MeanDays()]), 10)}
    assert ({1, len(BSPJI_PEKANBARU_2021_2024)}, {MeanDays()}) == (found, own)


def all_found(wanted: set[Any], kinds_of: Callable[[Entry], Iterable[Any]]) -> bool:
    """Return whether the entries of drawn decrees are of all the kinds that are wanted, one after the other."""
    seen = set[Any]()

    def completes(catalogue: Catalogue) -> bool:
        seen.update(kind for entry in catalogue.values() for kind in kinds_of(entry))
        return wanted <= seen

    return finds(decreed(), completes)


def test_decrees_have_formulas_and_none() -> None:
    """Beside the library's own indicators."""
    assert all_found({type(None), P3DNRatio, Ratio, Value}, lambda entry: {type(entry.indicator)})


def test_decrees_have_answers_of_every_kind() -> None:
    """By words alone, by another class, by a parameter, and for want of data."""

    def kinds(entry: Entry) -> Iterator[tuple[bool, ...]]:
        for reading in entry.readings:
            yield from ((bool(one.by), bool(one.changes), bool(one.lacks)) for one in reading.alternatives)

    assert all_found({(False,) * 3, (True, False, False), (False, True, False), (False, False, True)}, kinds)


def test_formulas_of_decrees_can_be_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the letters that are drawn are blank, or the same: a file of such a decree is refused."""
    monkeypatch.setattr("kinerja.testing.decrees._WORDS", st.sampled_from(["", " ", "A"]))
    entries = [entry for catalogue in drawn(decreed(), 20) for entry in catalogue.values()]
    indicators = [entry.indicator for entry in entries if entry.indicator is not None]
    for indicator in indicators:
        check_indicator(indicator)
    assert indicators


def test_targets_of_decrees_can_be() -> None:
    """Each within what its entry allows."""
    entries = [entry for catalogue in drawn(decreed()) for entry in catalogue.values()]
    targets = [(entry, target) for entry in entries for target in entry.targets.values()]
    assert [target for _, target in targets] == [entry.check_target(target) for entry, target in targets]


def test_scorecards_may_be_given_in_part() -> None:
    """By what `Catalogue.scorecard` takes."""
    own = catalogues(own=[MeanDays()])
    (period,) = {str(one.period) for one in drawn(scorecards(catalogue=own, period=2024), 10)}
    assert "2024" == period


def test_a_trace_of_what_no_indicator_measures_is_refused() -> None:
    """Naming those of which there are traces."""
    entry = attrs.evolve(BSPJI_PEKANBARU_2021_2024["SK1/1"], indicator=None)
    catalogue = attrs.evolve(BSPJI_PEKANBARU_2021_2024, entries={**BSPJI_PEKANBARU_2021_2024, "SK1/1": entry})
    with pytest.raises(UnknownIndicatorError):
        drawn(traces(catalogue=catalogue, code="SK1/1"), 1)


def test_accounts_are_six_digits() -> None:
    """Of any budget line."""
    assert {6} == {len(one.account) for one in drawn(strategy(BudgetLine))}


def test_a_part_is_drawn_within_its_whole() -> None:
    """A share whose numerator is a part of its denominator refuses other records, and would seem to break laws."""
    share = Ratio(code="IK", numerator=letter("tepat waktu"), denominator=letter("selesai"), part=True)
    lists = drawn(record_lists(share, as_period(2023)))
    assert [] == [one for held in lists for one in held if one.numerator > one.denominator]
