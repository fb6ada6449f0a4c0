"""The laws of formulas that write themselves: what is written means what is computed."""

from __future__ import annotations

import ast
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja._base import Language
from kinerja._base.text import write_legibly
from kinerja.measurement import to_cells, to_latex, to_mathml, to_text, work
from kinerja.measurement.notation import Symbol
from kinerja.testing.read_back import computed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Tree: TypeAlias = "str | int | tuple[str, Tree, Tree]"
"""A formula as a tree: a name, a whole number, or a sign between two trees."""

NAMES = ("A", "B", "C")
SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
PARSED: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}

_SIGN = st.sampled_from(sorted(SIGNS))
_WHOLE = st.integers(min_value=-1000, max_value=1000)

TREES: st.SearchStrategy[Tree] = st.recursive(
    st.sampled_from(NAMES),
    lambda trees: st.tuples(_SIGN, trees, trees) | st.tuples(_SIGN, _WHOLE, trees) | st.tuples(_SIGN, trees, _WHOLE),
    max_leaves=12,
)
"""Formulas in which each sign has a name on at least one side, as Python would otherwise compute it at once."""

VALUES = st.fixed_dictionaries(
    {name: st.fractions(max_denominator=1000) | st.integers().map(Fraction) for name in NAMES}
)


def _run(tree: Tree, values: Mapping[str, Any]) -> Any:
    """Compute a tree, as a formula does."""
    if isinstance(tree, tuple):
        sign, left, right = tree
        return SIGNS[sign](_run(left, values), _run(right, values))
    return values[tree] if isinstance(tree, str) else tree


def _value(tree: Tree, values: Mapping[str, Fraction]) -> Fraction | None:
    """Compute a tree exactly; None where it divides by 0."""
    try:
        return Fraction(_run(tree, values))
    except ZeroDivisionError:
        return None


def _read(text: str) -> Tree:
    """Read a written formula back into its tree, by the grammar of Python."""
    return _read_node(ast.parse(text.replace("×", "*"), mode="eval").body)


def _read_node(node: ast.expr) -> Tree:
    match node:
        case ast.BinOp(left, sign, right):
            return PARSED[type(sign)], _read_node(left), _read_node(right)
        case ast.UnaryOp(ast.USub(), ast.Constant(int(number))):
            return -number
        case ast.Constant(int(number)):
            return number
        case ast.Name(name):
            return name
        case _:
            pytest.fail(f"not the writing of a formula: {ast.dump(node)}")


def _computed(text: str, values: Mapping[str, Fraction]) -> Fraction | None:
    """Compute a writing exactly; None where it divides by 0."""
    try:
        return computed(text, values)
    except ZeroDivisionError:
        return None


def _terms(tree: Tree) -> Any:
    return _run(tree, {name: Symbol(name=name) for name in NAMES})


@given(TREES)
def test_the_text_holds_the_formula_and_nothing_else(tree: Tree) -> None:
    """Reading the text back gives the very tree that was written: nothing is rearranged or lost."""
    assert tree == _read(to_text(_terms(tree)))


@given(TREES, VALUES)
def test_the_text_has_the_value_of_the_formula(tree: Tree, values: dict[str, Fraction]) -> None:
    """Computing the text gives what the formula gives, exactly."""
    assert _value(tree, values) == _computed(to_text(_terms(tree)), values)


@given(TREES, VALUES)
def test_a_worked_line_has_the_value_of_the_formula(tree: Tree, values: dict[str, Fraction]) -> None:
    """Computing the worked line gives what the formula gives, exactly, where all its numbers stand there in full."""
    line = work(lambda **quantities: _run(tree, quantities), values, Language.ENGLISH)
    assume("…" not in line)
    assert _value(tree, values) == _computed(line, {})


@given(st.fractions())
def test_a_number_that_is_cut_short_is_cut_after_six_decimals(value: Fraction) -> None:
    """It is never rounded up: what is shown is nearer to zero by less than a millionth. Others stand there in full."""
    shown = write_legibly(value, Language.ENGLISH).replace(",", "")
    is_cut, read = shown.endswith("…"), Fraction(shown.removesuffix("…"))
    assert (True, True) == (0 <= abs(value) - abs(read) < Fraction(is_cut, 10**6) or read == value, read * value >= 0)


@given(TREES)
def test_the_formula_of_a_sheet_holds_the_formula_and_nothing_else(tree: Tree) -> None:
    """Its signs bind as Python's do, and reading it back gives the very tree that was written."""
    assert tree == _read(to_cells(_terms(tree)).removeprefix("="))


@given(TREES)
def test_mathml_is_well_formed_and_stacks_every_division(tree: Tree) -> None:
    """It parses, and each fraction has what stands above and below."""
    fractions = list(ET.fromstring(to_mathml(_terms(tree))).findall(".//{*}mfrac"))  # noqa: S314 - written here
    assert [2] * to_text(_terms(tree)).count("/") == [len(fraction) for fraction in fractions]


@given(TREES, VALUES)
def test_the_latex_has_the_value_of_the_formula(tree: Tree, values: dict[str, Fraction]) -> None:
    """Computing the LaTeX gives what the formula gives, exactly."""
    assert _value(tree, values) == _computed(to_latex(_terms(tree)), values)


@given(TREES)
def test_latex_stacks_every_division(tree: Tree) -> None:
    """There are as many fractions in LaTeX as divisions in the text."""
    assert to_text(_terms(tree)).count("/") == to_latex(_terms(tree)).count(r"\frac")
