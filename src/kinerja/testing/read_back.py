"""Formulas read back from their writing: worked lines, LaTeX and what a spreadsheet's file holds."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Mapping
from fractions import Fraction

_SIGNS = {r"\frac{": "((", "}{": ")/(", "}": "))", r"\times": "*", "×": "*", r"\left(": "(", r"\right)": ")"}
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def computed(written: str, values: Mapping[str, Fraction]) -> Fraction:
    r"""Compute a formula from its writing, exactly.

    Args:
        written: in LaTeX, as in a spreadsheet's file, or a worked line in English.
        values: of its symbols, by how they are written.

    Raises:
        ValueError: for what is no such writing.
        ZeroDivisionError: where it divides by 0.

    >>> computed(r"\frac{100 \times \left(B - A\right)}{A}", {"A": Fraction(40), "B": Fraction(50)})
    Fraction(25, 1)
    >>> computed("=100*C2/D2", {"C2": Fraction(1), "D2": Fraction(4)}), computed("100 × 1,500 / (3/2)", {})
    (Fraction(25, 1), Fraction(100000, 1))
    """
    numbers: dict[str, Fraction] = {}
    names = "|".join(re.escape(name) for name in sorted(values, key=len, reverse=True)) or r"(?!)"
    signs = "|".join(map(re.escape, _SIGNS))
    token = re.compile(rf"\\mathrm\{{({names})\}}|({names})|(\d[\d,]*(?:\.\d+)?)|{signs}")

    def in_python(found: re.Match[str]) -> str:
        name, number = found[1] or found[2], found[3]
        if not name and not number:
            return _SIGNS[found[0]]
        numbers[called := f"_{len(numbers)}"] = values[name] if name else Fraction(number.replace(",", ""))
        return called

    try:
        return _value(ast.parse(token.sub(in_python, written.removeprefix("=")).strip(), mode="eval").body, numbers)
    except (SyntaxError, KeyError) as error:
        message = f"no writing of a formula: {written!r}"
        raise ValueError(message) from error


def _value(node: ast.expr, numbers: Mapping[str, Fraction]) -> Fraction:
    """Compute what is made of numbers by the four signs; a KeyError for anything else."""
    match node:
        case ast.BinOp(left=left, op=sign, right=right):
            value: Fraction = _OPERATORS[type(sign)](_value(left, numbers), _value(right, numbers))
            return value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, numbers)
    return numbers[ast.unparse(node)]
