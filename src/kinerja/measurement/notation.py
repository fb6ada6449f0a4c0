"""Formulas as they are written: the function that calculates is run on symbols, and writes itself down."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeAlias

import attrs

from kinerja._base import Calculated, Language, Message, Text, write_legibly
from kinerja.measurement import messages as say

if TYPE_CHECKING:
    from fractions import Fraction

    Formula: TypeAlias = Callable[..., Any]

_STRENGTHS: dict[str, int] = {"+": 1, "-": 1, "*": 2, "/": 2}
_ALONE = 3
"""The strength of what never needs parentheses; a sign's strength says how tightly it binds."""
_LOOSE = 0
"""The strength of what needs parentheses beside any sign: a negative number, a fraction."""


class Term(Calculated, ABC):
    r"""Part of a formula. `+ - * /` among terms and whole numbers record themselves; nothing is rearranged.

    >>> a, b = Symbol(name="A"), Symbol(name="B")
    >>> to_text(100 * (b - a) / a)
    '100 × (B - A) / A'
    >>> print(to_latex(100 * (b - a) / a))
    \frac{100 \times \left(B - A\right)}{A}
    """

    __slots__ = ()
    __hash__: ClassVar[None]  # type: ignore[assignment]

    @abstractmethod
    def written(self, style: Style) -> tuple[str, int]:
        """Return the term as text, and how tightly that text binds."""

    def calculate(self, sign: str, left: Term | int, right: Term | int) -> Term:
        """Record a sign between two terms."""
        return Operation(sign=sign, left=_term(left), right=_term(right))

    def __bool__(self) -> NoReturn:
        raise UnwritableError(say.NO_CONDITION_IN_FORMULA)

    def __eq__(self, other: object) -> NoReturn:
        raise UnwritableError(say.NO_CONDITION_IN_FORMULA)

    def __ne__(self, other: object) -> NoReturn:
        raise UnwritableError(say.NO_CONDITION_IN_FORMULA)

    def __lt__(self, other: object) -> NoReturn:
        raise UnwritableError(say.NO_CONDITION_IN_FORMULA)

    def __le__(self, other: object) -> NoReturn:
        raise UnwritableError(say.NO_CONDITION_IN_FORMULA)

    def __gt__(self, other: object) -> NoReturn:
        raise UnwritableError(say.NO_CONDITION_IN_FORMULA)

    def __ge__(self, other: object) -> NoReturn:
        raise UnwritableError(say.NO_CONDITION_IN_FORMULA)


class UnwritableError(TypeError):
    """A formula does what cannot be written down; `text` says what in both languages."""

    def __init__(self, message: Message, **values: object) -> None:
        self.text: Text = message.text(**values)
        super().__init__(self.text.en)


@attrs.frozen(kw_only=True, eq=False)
class Symbol(Term):
    """A quantity's letter, or a number."""

    name: str
    strength: int = _ALONE

    def written(self, style: Style) -> tuple[str, int]:
        """Return the name, as the notation writes names."""
        return style.symbol(self.name), self.strength


@attrs.frozen(kw_only=True, eq=False)
class Operation(Term):
    """Two terms and the sign between them."""

    sign: str
    left: Term
    right: Term

    def written(self, style: Style) -> tuple[str, int]:
        """Return both sides and the sign, with parentheses around a side that binds less."""
        left, left_strength = self.left.written(style)
        right, right_strength = self.right.written(style)
        if self.sign == "/" and style.stack is not None:
            return style.stack(left, right), _ALONE
        strength = _STRENGTHS[self.sign]
        before = style.parentheses.format(left) if left_strength < strength else left
        after = style.parentheses.format(right) if right_strength <= strength else right
        return f"{before}{style.signs[self.sign]}{after}", strength


def _term(value: Term | int) -> Term:
    if isinstance(value, Term):
        return value
    if isinstance(value, bool) or not isinstance(value, int):
        raise UnwritableError(say.NOT_WHOLE, value=value, kind=type(value).__name__)
    return Symbol(name=str(value), strength=_LOOSE if value < 0 else _ALONE)


@attrs.frozen(kw_only=True)
class Style:
    """How one notation writes signs with their spaces, parentheses, names and, where it stacks them, divisions."""

    signs: dict[str, str]
    parentheses: str
    symbol: Callable[[str], str]
    stack: Callable[[str, str], str] | None = None


def _is_number(name: str) -> bool:
    return name.lstrip("-").isdecimal()


def _mathml_symbol(name: str) -> str:
    from html import escape  # noqa: PLC0415 - needed here alone, and `import kinerja` stays light

    tag = "mn" if _is_number(name) else "mi"
    return f"<{tag}>{escape(name)}</{tag}>"


_TEXT = Style(signs={"+": " + ", "-": " - ", "*": " × ", "/": " / "}, parentheses="({})", symbol=str)
_CELLS = Style(signs={"+": "+", "-": "-", "*": "*", "/": "/"}, parentheses="({})", symbol=str)
_LATEX = Style(
    signs={"+": " + ", "-": " - ", "*": r" \times "},
    parentheses=r"\left({}\right)",
    symbol=lambda name: name if len(name) == 1 or _is_number(name) else rf"\mathrm{{{name}}}",
    stack=lambda above, below: rf"\frac{{{above}}}{{{below}}}",
)
_MATHML = Style(
    signs={"+": "<mo>+</mo>", "-": "<mo>&#x2212;</mo>", "*": "<mo>×</mo>"},
    parentheses="<mrow><mo>(</mo>{}<mo>)</mo></mrow>",
    symbol=_mathml_symbol,
    stack=lambda above, below: f"<mfrac><mrow>{above}</mrow><mrow>{below}</mrow></mfrac>",
)


def to_text(term: Term) -> str:
    """Write a formula on one line, with parentheses where the writing needs them."""
    return term.written(_TEXT)[0]


def to_latex(term: Term) -> str:
    """Write a formula in LaTeX, divisions as fractions."""
    return term.written(_LATEX)[0]


def to_mathml(term: Term) -> str:
    """Write a formula in MathML, divisions as fractions, each name as one symbol.

    >>> a, whole = Symbol(name="A"), Symbol(name="Tot")
    >>> print(to_mathml(a / whole).partition(">")[2])
    <mfrac><mrow><mi>A</mi></mrow><mrow><mi>Tot</mi></mrow></mfrac></math>
    """
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">{term.written(_MATHML)[0]}</math>'


def to_cells(term: Term) -> str:
    """Write a formula as a spreadsheet's file holds it, its symbols being cells or defined names.

    Files hold formulas in English notation; a spreadsheet shows them in its reader's own.

    >>> part, whole = Symbol(name="A2"), Symbol(name="B2")
    >>> to_cells(100 * part / whole)
    '=100*A2/B2'
    """
    return f"={term.written(_CELLS)[0]}"


def as_written(formula: Formula, symbols: Mapping[str, str]) -> Term:
    """Run a formula on its symbols, given by the names of its parameters.

    >>> def growth(previous, current):
    ...     return 100 * (current - previous) / previous
    >>> to_text(as_written(growth, {"previous": "A", "current": "B"}))
    '100 × (B - A) / A'
    """
    names = inspect.signature(formula).parameters
    return _term(formula(**{name: Symbol(name=symbols[name]) for name in names}))


def with_values(formula: Formula, values: Mapping[str, Fraction | Term], language: Language) -> Term:
    """Run a formula on numbers that are written down, and on other terms in the place of numbers."""
    given = {name: value if isinstance(value, Term) else _number(value, language) for name, value in values.items()}
    return _term(formula(**given))


def work(formula: Formula, values: Mapping[str, Fraction | Term], language: Language = Language.INDONESIAN) -> str:
    """Write a formula with its numbers in place of the symbols, each in full; of a long fraction the first decimals.

    >>> from fractions import Fraction
    >>> work(lambda part, whole: 100 * part / whole, {"part": Fraction(1, 3), "whole": Fraction(2)})
    '100 × (1/3) / 2'
    """
    return to_text(with_values(formula, values, language))


def _number(value: Fraction, language: Language) -> Symbol:
    written = write_legibly(value, language)
    return Symbol(name=written, strength=_LOOSE if value < 0 or "/" in written else _ALONE)
