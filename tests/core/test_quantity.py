"""Units, variables, and the values that quantities may take."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import InexactNumberError, QuantityError, UndefinedActualError, Unit
from kinerja._base import Language, Text
from kinerja.measurement import PERCENT, RUPIAH, Bounds, Variable, check_actual, check_quantities
from kinerja.measurement import messages as say
from kinerja.measurement.quantity import check_divisors
from said import refused

if TYPE_CHECKING:
    from kinerja._base import FrozenMap

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)
RECEIVED = Variable(
    name="received", symbol="B", label=Text(id="surat masuk", en="letters received"), unit=LETTER, divisor=True
)
ANSWERED = Variable(
    name="answered", symbol="A", label=Text(id="surat terjawab", en="letters answered"), unit=LETTER, part_of="received"
)
BALANCE = Variable(
    name="balance", symbol="S", label=Text(id="saldo", en="balance"), unit=RUPIAH, least=None, divisor=True
)


def _check(**given: Any) -> FrozenMap[str, Fraction]:
    return check_quantities("AnsweredRatio", [ANSWERED, RECEIVED], given)


@pytest.mark.parametrize(("unit", "expected"), [(PERCENT, "Persen"), (RUPIAH, "Rupiah"), (LETTER, "Surat")])
def test_a_unit_prints_its_indonesian_name(unit: Unit, expected: str) -> None:
    """`str` gives the satuan."""
    assert expected == str(unit)


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [
        (LETTER, Fraction(1200), "1.200"),
        (PERCENT, Fraction(25, 2), "12,50"),
        (RUPIAH, Fraction(-1), "-1,00"),
    ],
)
def test_a_value_is_written_in_its_unit(unit: Unit, value: Fraction, expected: str) -> None:
    """Undivided units have no decimals, the others two."""
    assert expected == unit.write(value)


@pytest.mark.parametrize(("unit", "expected"), [(PERCENT, "percent"), (RUPIAH, "rupiah"), (LETTER, "letter")])
def test_a_unit_has_an_english_name(unit: Unit, expected: str) -> None:
    """The name of a unit holds both languages."""
    assert expected == unit.name.read(Language.ENGLISH)


def test_a_value_is_written_in_english_on_request() -> None:
    """The language decides the marks."""
    assert "1,200.50" == RUPIAH.write(Fraction(2401, 2), Language.ENGLISH)


def test_a_variable_is_zero_or_more_by_default() -> None:
    """Most quantities are counts and totals."""
    assert 0 == RECEIVED.least


def test_quantities_are_exact() -> None:
    """A float means the decimal that it prints."""
    given = {"balance": 0.1}
    assert {"balance": Fraction(1, 10)} == check_quantities("Balance", [BALANCE], given)


def test_quantities_stand_in_the_order_of_the_variables() -> None:
    """The order in which they were given plays no part."""
    assert ["answered", "received"] == list(_check(received=5, answered=3))


@pytest.mark.parametrize("received", [0, 5, 5.0], ids=repr)
def test_a_part_may_be_as_large_as_its_whole(received: Any) -> None:
    """Equality is no excess, and nothing is a part of nothing."""
    assert received == _check(answered=received, received=received)["answered"]


def test_a_quantity_without_least_may_be_below_zero() -> None:
    """Where a variable says so, negative values are possible."""
    assert {"balance": -5} == check_quantities("Balance", [BALANCE], {"balance": -5})


NAMES = ["answered", "received"]


@pytest.mark.parametrize(
    ("given", "code", "values"),
    [
        ({}, "quantity.other_names", {"names": NAMES, "given": "nothing"}),
        ({"answered": 3}, "quantity.other_names", {"names": NAMES, "given": ["answered"]}),
        (
            {"answered": 3, "received": 5, "lost": 1},
            "quantity.other_names",
            {"names": NAMES, "given": [*NAMES, "lost"]},
        ),
        ({"answered": -1, "received": 5}, "quantity.least", {"field": "answered", "value": -1, "limit": 0}),
        ({"answered": 1.5, "received": 5}, "quantity.whole", {"field": "answered", "value": 1.5, "unit": "letter"}),
        (
            {"answered": 6000, "received": 5000},
            "quantity.part",
            {"field": "answered", "value": 6000, "part_of": "received", "limit": 5000},
        ),
    ],
)
def test_quantities_that_cannot_be_are_refused(given: dict[str, Any], code: str, values: dict[str, Any]) -> None:
    """Wrong names, negatives, fractions of a whole unit and a part above its whole are told as they are."""
    with refused(code, indicator="AnsweredRatio", **values):
        _check(**given)


@pytest.mark.parametrize("value", ["3", None, True, float("nan")], ids=repr)
def test_a_quantity_is_one_exact_number(value: Any) -> None:
    """Text, nothing, truth and NaN are no quantities."""
    with pytest.raises(InexactNumberError):
        _check(answered=value, received=5)


def test_a_refusal_names_the_indicator() -> None:
    """A program finds the indicator in the error."""
    with pytest.raises(QuantityError) as caught:
        _check(answered=6, received=5)
    assert ("AnsweredRatio", 6) == (caught.value.indicator, caught.value.value)


@pytest.mark.parametrize(
    ("unit", "least", "value", "expected"),
    [
        (LETTER, Fraction(0), 0, Fraction(0)),
        (LETTER, Fraction(0), 5.0, Fraction(5)),
        (LETTER, None, -2, Fraction(-2)),
        (PERCENT, None, 47.25, Fraction(189, 4)),
    ],
)
def test_an_actual_is_exact(unit: Unit, least: Fraction | None, value: float, expected: Fraction) -> None:
    """An actual that its unit allows is returned as an exact number."""
    assert expected == check_actual("AnsweredRatio", unit, Bounds(least=least), value)


@pytest.mark.parametrize(
    ("value", "code", "values"), [(1.5, "quantity.whole", {"unit": "letter"}), (-1000, "quantity.least", {"limit": 0})]
)
def test_an_actual_that_cannot_be_is_refused(value: float, code: str, values: dict[str, Any]) -> None:
    """An actual in a whole unit has no fraction, and a count is not negative."""
    with refused(code, indicator="AnsweredRatio", field="actual", value=value, **values):
        check_actual("AnsweredRatio", LETTER, Bounds(least=Fraction(0)), value)


def test_an_actual_is_one_exact_number() -> None:
    """Text is no actual."""
    with pytest.raises(InexactNumberError):
        check_actual("AnsweredRatio", LETTER, Bounds(), "5")  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [0, -1, Fraction(-1, 3)])
def test_nothing_is_divided_by_zero_or_below(value: Fraction | int) -> None:
    """A divisor has to be above 0."""
    with pytest.raises(UndefinedActualError):
        check_divisors("Balance", [BALANCE], {"balance": Fraction(value)})


@pytest.mark.parametrize("value", [Fraction(1), Fraction(1, 3)])
def test_whatever_is_above_zero_divides(value: Fraction) -> None:
    """However little it is."""
    check_divisors("Balance", [BALANCE], {"balance": value})


def test_what_the_formula_does_not_divide_by_may_be_zero() -> None:
    """No letter was answered."""
    check_divisors("AnsweredRatio", [ANSWERED, RECEIVED], {"answered": Fraction(0), "received": Fraction(1)})


def test_quantities_may_be_given_in_any_order() -> None:
    """Whether or not the variables stand in that of the alphabet."""
    assert ["received", "answered"] == list(
        check_quantities("AnsweredRatio", [RECEIVED, ANSWERED], {"answered": 3, "received": 5})
    )


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [(Fraction(0), "saldo = 0,", "balance = 0,"), (Fraction(-2469, 2), "saldo = -1.234,5,", "balance = -1,234.5,")],
)
def test_an_undefined_figure_says_what_there_is_not_to_divide_by(
    value: Fraction, indonesian: str, english: str
) -> None:
    """The message names the quantity, and its value as each language writes it."""
    text = say.UNDEFINED.error(indicator="Balance", quantity="balance", what=BALANCE.label, value=value).text
    assert (True, True) == (text.id.startswith(indonesian), text.en.startswith(f"Balance: {english}"))


def test_an_undefined_figure_keeps_its_values() -> None:
    """A program finds the indicator, the quantity and its value in the error."""
    error = say.UNDEFINED.error(indicator="Balance", quantity="balance", what=BALANCE.label, value=Fraction(-5))
    assert ("Balance", "balance", Fraction(-5)) == (error.indicator, error.quantity, error.value)
