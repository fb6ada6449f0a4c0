"""Formulas as they are written."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import P3DNRatio, indicators
from kinerja._base import Language, write_legibly
from kinerja.indicators.assisted_company_count import AssistedCompanyShare
from kinerja.measurement import Term, as_written, to_cells, to_latex, to_mathml, to_text, work
from kinerja.measurement.notation import Operation, Symbol, UnwritableError
from kinerja.measurement.polarity import maximise, minimise, minimise_by_ratio
from kinerja.records.tally import gain, reduction
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

A, B, C = Symbol(name="A"), Symbol(name="B"), Symbol(name="C")

FORMULAS = {
    "AccreditedScopeGrowth": ("B - A", "B - A", "=C2-B2"),
    "AssistedCompanyCount": ("B", "B", "=C2"),
    "CollaborationCount": ("K", "K", "=B2"),
    "P3DNRatio": ("100 × RAP3DN / TotAP3DN", r"\frac{100 \times \mathrm{RAP3DN}}{\mathrm{TotAP3DN}}", "=100*B2/C2"),
    "PNBPGrowth": ("100 × (B - A) / A", r"\frac{100 \times \left(B - A\right)}{A}", "=100*(C2-B2)/B2"),
    "ProductivityDelta": ("P / n", r"\frac{P}{n}", "=B2/C2"),
    "TenantCount": ("T", "T", "=B2"),
}
"""In text, in LaTeX, and in a sheet whose second row holds the variables from its second column on."""


@pytest.mark.parametrize("name", FORMULAS)
def test_the_formula_of_an_indicator_in_text(name: str) -> None:
    """The formula is written as the function computes it."""
    assert FORMULAS[name][0] == getattr(indicators, name)().formula_text()


@pytest.mark.parametrize("name", FORMULAS)
def test_the_formula_of_an_indicator_in_latex(name: str) -> None:
    """In LaTeX a division is a fraction."""
    assert FORMULAS[name][1] == getattr(indicators, name)().latex()


@pytest.mark.parametrize("name", FORMULAS)
def test_the_formula_of_an_indicator_in_a_spreadsheet(name: str) -> None:
    """Each variable is a cell."""
    indicator = getattr(indicators, name)()
    cells = {variable.name: f"{column}2" for variable, column in zip(indicator.variables, "BC", strict=False)}
    assert FORMULAS[name][2] == indicator.cells(**cells)


def test_a_variable_without_a_cell_is_named() -> None:
    """The formula of a sheet is whole or not written."""
    with refused("quantity.other_names", indicator="P3DNRatio", names=["realised", "ceiling"], given=["realised"]):
        P3DNRatio().cells(realised="A2")


def test_the_formula_of_an_indicator_in_mathml() -> None:
    """RAP3DN is one symbol, and the division a fraction."""
    assert (
        '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mfrac>'
        "<mrow><mn>100</mn><mo>×</mo><mi>RAP3DN</mi></mrow><mrow><mi>TotAP3DN</mi></mrow></mfrac></math>"
    ) == P3DNRatio().mathml()


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (
            A - (B - C),
            "<mi>A</mi><mo>&#x2212;</mo><mrow><mo>(</mo><mi>B</mi><mo>&#x2212;</mo><mi>C</mi><mo>)</mo></mrow>",
        ),
        (A * -1, "<mi>A</mi><mo>×</mo><mrow><mo>(</mo><mn>-1</mn><mo>)</mo></mrow>"),
        (A / (B * C), "<mfrac><mrow><mi>A</mi></mrow><mrow><mi>B</mi><mo>×</mo><mi>C</mi></mrow></mfrac>"),
        (Symbol(name="R&D") + 1, "<mi>R&amp;D</mi><mo>+</mo><mn>1</mn>"),
    ],
)
def test_mathml_marks_names_numbers_and_signs(term: Term, expected: str) -> None:
    """A fraction bar needs no parentheses, and a name is text."""
    assert expected == to_mathml(term).partition(">")[2].removesuffix("</math>")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (100 * A / B, "=100*A/B"),
        (A - (B - C), "=A-(B-C)"),
        (A / (B * C), "=A/(B*C)"),
        ((A + B) * -1, "=(A+B)*(-1)"),
        (100 * Symbol(name="Pagu!$B$2"), "=100*Pagu!$B$2"),
    ],
)
def test_a_spreadsheet_takes_the_formula_as_it_stands(term: Term, expected: str) -> None:
    """In the notation of files, whatever language its reader's program speaks."""
    assert expected == to_cells(term)


@pytest.mark.parametrize(
    ("formula", "symbols", "expected"),
    [
        (maximise, {"target": "T", "actual": "R"}, "100 × R / T"),
        (minimise, {"target": "T", "actual": "R"}, "100 × (2 × T - R) / T"),
        (minimise_by_ratio, {"target": "T", "actual": "R"}, "100 × T / R"),
        (gain, {"before": "A", "after": "B"}, "100 × (B - A) / A"),
        (reduction, {"before": "A", "after": "B"}, "100 × (A - B) / A"),
        (AssistedCompanyShare.formula, {"assisted": "A", "improved": "B"}, "100 × B / A"),
    ],
)
def test_other_formulas_write_themselves_too(
    formula: Callable[..., object], symbols: dict[str, str], expected: str
) -> None:
    """The rules of achievement and of single cases are written as they compute."""
    assert expected == to_text(as_written(formula, symbols))


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (A + B, "A + B"),
        (A - B, "A - B"),
        (A * B, "A × B"),
        (A / B, "A / B"),
        (A + 1, "A + 1"),
        (1 + A, "1 + A"),
        (A - 1, "A - 1"),
        (1 - A, "1 - A"),
        (A * 100, "A × 100"),
        (100 * A, "100 × A"),
        (A / 2, "A / 2"),
        (2 / A, "2 / A"),
        ((A + B) + C, "A + B + C"),
        (A + (B + C), "A + (B + C)"),
        ((A - B) - C, "A - B - C"),
        (A - (B - C), "A - (B - C)"),
        (A - (B + C), "A - (B + C)"),
        ((A - B) + C, "A - B + C"),
        (A * B * C, "A × B × C"),
        (A * (B * C), "A × (B × C)"),
        (A / B / C, "A / B / C"),
        (A / (B * C), "A / (B × C)"),
        (A / (B / C), "A / (B / C)"),
        (A / B * C, "A / B × C"),
        (A * B / C, "A × B / C"),
        (A * (B / C), "A × (B / C)"),
        (A + B * C, "A + B × C"),
        ((A + B) * C, "(A + B) × C"),
        (A * (B - C), "A × (B - C)"),
        ((A - B) / C, "(A - B) / C"),
        (A + B / C, "A + B / C"),
        (A * -1, "A × (-1)"),
        (-1 * A, "(-1) × A"),
        (A - -1, "A - (-1)"),
        (-1 + A, "(-1) + A"),
        (A + 0, "A + 0"),
    ],
)
def test_nothing_is_rearranged(term: Term, expected: str) -> None:
    """Parentheses stand where the writing needs them, and terms stay in their order."""
    assert expected == to_text(term)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (A - (B - C), r"A - \left(B - C\right)"),
        (A / (B * C), r"\frac{A}{B \times C}"),
        ((A + B) / (A - B), r"\frac{A + B}{A - B}"),
        (A / B / C, r"\frac{\frac{A}{B}}{C}"),
        (A * (B / C), r"A \times \frac{B}{C}"),
        (A / B * C, r"\frac{A}{B} \times C"),
        ((A + B) * C, r"\left(A + B\right) \times C"),
        (A * -12, r"A \times \left(-12\right)"),
        (12 * Symbol(name="RAP3DN"), r"12 \times \mathrm{RAP3DN}"),
    ],
)
def test_latex_stacks_divisions(term: Term, expected: str) -> None:
    """A fraction bar needs no parentheses; words stand upright and numbers as they are."""
    assert expected == to_latex(term)


def test_a_formula_may_be_a_number() -> None:
    """A formula that only returns a whole number is written as that number."""
    assert "100" == to_text(as_written(lambda: 100, {}))


def test_a_formula_is_recorded_as_a_tree() -> None:
    """Each sign keeps what stands on its two sides."""
    term = (A - B) / 2
    assert isinstance(term, Operation)
    assert ("/", "A - B", "2") == (term.sign, to_text(term.left), to_text(term.right))


@pytest.mark.parametrize(
    "asked",
    [
        lambda: A == B,
        lambda: A != B,
        lambda: A < B,
        lambda: A <= B,
        lambda: A > B,
        lambda: A >= B,
        lambda: bool(A),
        lambda: A - B == A + B,
    ],
)
def test_a_term_is_not_compared(asked: Callable[[], object]) -> None:
    """A formula that chooses would be written down as one of its choices."""
    with pytest.raises(UnwritableError) as caught:
        asked()
    assert sentence("indicator.no_condition_in_formula") == caught.value.text


@pytest.mark.parametrize("number", [1.3, True, None, "2"], ids=repr)
def test_a_formula_has_whole_numbers_only(number: Any) -> None:
    """A float would make every figure inexact."""
    with pytest.raises(UnwritableError) as caught:
        A * number
    assert sentence("indicator.not_whole", value=number, kind=type(number).__name__) == caught.value.text
    assert str(caught.value) == caught.value.text.en


def test_a_term_does_not_change() -> None:
    """A term is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        A.name = "X"  # type: ignore[misc]


def _growth(previous: Fraction, current: Fraction) -> Fraction:
    return 100 * (current - previous) / previous


def _product(left: Fraction, right: Fraction) -> Fraction:
    return left - right * left


@pytest.mark.parametrize(
    ("previous", "current", "expected"),
    [
        (Fraction(4_000_000_000), Fraction(4_100_000_000), "100 × (4.100.000.000 - 4.000.000.000) / 4.000.000.000"),
        (Fraction(2), Fraction(-3), "100 × ((-3) - 2) / 2"),
        (Fraction(1, 3), Fraction(5, 2), "100 × (2,5 - (1/3)) / (1/3)"),
        (Fraction(-1, 3), Fraction(1), "100 × (1 - (-1/3)) / (-1/3)"),
    ],
)
def test_a_worked_line_holds_every_number_in_full(previous: Fraction, current: Fraction, expected: str) -> None:
    """Negative numbers and fractions stand in parentheses, and nothing is rounded."""
    assert expected == work(_growth, {"previous": previous, "current": current})


def test_a_worked_line_in_english() -> None:
    """The language decides the marks of the numbers."""
    expected = "100 × (1,234.5 - 1,000) / 1,000"
    quantities = {"previous": Fraction(1000), "current": Fraction(2469, 2)}
    assert expected == work(_growth, quantities, Language.ENGLISH)


def test_a_negative_number_alone_needs_no_parentheses() -> None:
    """Only beside a sign is a negative number enclosed."""
    assert "-3" == work(lambda improvement: improvement, {"improvement": Fraction(-3)})


def test_quantities_are_found_by_name() -> None:
    """The order in which the values are given plays no part."""
    assert "2 - 3 × 2" == work(_product, {"right": Fraction(3), "left": Fraction(2)})


def test_a_symbol_that_is_missing_is_an_error() -> None:
    """A formula is written only where each of its parameters has a symbol."""
    with pytest.raises(KeyError, match="current"):
        as_written(_growth, {"previous": "A"})


def test_a_zero_needs_no_parentheses() -> None:
    """A negative number does, on either side."""
    assert ["A + 0", "A + (-1)", "(-1) + A"] == [to_text(A + 0), to_text(A + -1), to_text(-1 + A)]


def test_a_name_is_no_number_however_it_begins_and_ends() -> None:
    """A number may be negative."""
    written = [(to_mathml(one).partition(">")[2], to_latex(one)) for one in (Symbol(name="X1"), Symbol(name="-1"))]
    assert [("<mi>X1</mi></math>", r"\mathrm{X1}"), ("<mn>-1</mn></math>", "-1")] == written


def test_a_fraction_of_forty_signs_is_written_in_full() -> None:
    """A longer one by its first decimals."""
    longest, longer = Fraction(1, int("3" * 29)), Fraction(1, int("3" * 30))
    assert (40, "0,000000…") == (len(write_legibly(longest)), write_legibly(longer))
