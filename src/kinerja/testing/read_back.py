"""Formulas read back from their writing: worked lines, LaTeX and what a spreadsheet's file holds."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SIGNS = {r"\times": "*", "×": "*", r"\left(": "(", r"\right)": ")"}


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
    return _Reader(_tokens(written.removeprefix("="), values)).whole()


def _tokens(written: str, values: Mapping[str, Fraction]) -> Iterator[str | Fraction]:
    names = "|".join(re.escape(name) for name in sorted(values, key=len, reverse=True)) or r"(?!)"
    token = re.compile(
        rf"\s*(?:\\mathrm\{{(?P<long>{names})\}}|(?P<name>{names})|(?P<number>\d[\d,]*(?:\.\d+)?)"
        r"|(?P<sign>\\frac|\\times|\\left\(|\\right\)|[-+*/×(){}]))\s*"
    )
    place = 0
    while place < len(written):
        found = token.match(written, place)
        if found is None:
            message = f"no writing of a formula: {written[place:]!r} in {written!r}"
            raise ValueError(message)
        place = found.end()
        name = found["long"] or found["name"]
        if name:
            yield values[name]
        elif found["number"]:
            yield Fraction(found["number"].replace(",", ""))
        else:
            yield _SIGNS.get(found["sign"], found["sign"])


class _Reader:
    """Reads tokens by the rules of arithmetic: what is multiplied binds before what is added."""

    def __init__(self, tokens: Iterable[str | Fraction]) -> None:
        self._left = [*tokens]

    def whole(self) -> Fraction:
        """Return the value of all tokens."""
        value = self._sum()
        if self._left:
            message = f"what stands behind a formula: {self._left}"
            raise ValueError(message)
        return value

    def _next(self) -> str | Fraction | None:
        return self._left[0] if self._left else None

    def _take(self, *wanted: str) -> str | None:
        """Take the next token, where it is one of these."""
        token = self._next()
        return str(self._left.pop(0)) if isinstance(token, str) and token in wanted else None

    def _sum(self) -> Fraction:
        value = self._product()
        while sign := self._take("+", "-"):
            value = value + self._product() if sign == "+" else value - self._product()
        return value

    def _product(self) -> Fraction:
        value = self._factor()
        while sign := self._take("*", "/"):
            value = value * self._factor() if sign == "*" else value / self._factor()
        return value

    def _factor(self) -> Fraction:
        if self._take("-"):
            return -self._factor()
        if self._take(r"\frac"):
            above, below = self._within("{", "}"), self._within("{", "}")
            return above / below
        token = self._next()
        if isinstance(token, Fraction):
            self._left.pop(0)
            return token
        return self._within("(", ")")

    def _within(self, opening: str, closing: str) -> Fraction:
        opened, value = self._take(opening), self._sum()
        if not (opened and self._take(closing)):
            message = f"{opening} or {closing} is missing"
            raise ValueError(message)
        return value
