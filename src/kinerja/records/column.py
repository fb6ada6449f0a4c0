"""What counting rules read in the place of a record's value: a whole column of a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

__all__ = ["Column", "ColumnTruthError"]


class Column:
    """A frame's column in the place of a record's value.

    It raises wherever a rule would read differently on columns than on values: on `!=`, on truth (`and`, `or`, `not`,
    `if`), and on `in`. Running a rule once on columns finds every such place.

    A subclass says how its frames do it. An unknown value never meets a condition.

    Fields:
        compare: sign (`==`, `<`, `<=`, `>`, `>=`) and the other side -> where it holds.
        combine: sign (`&`, `|`) and the other condition -> where both, or one of them, hold.
        calculate: sign (`+`, `-`, `*`, `/`), left and right side -> the results; unknown where a side is, and where it
            divides by 0.
        is_known, is_unknown, is_stated: -> where a value is known, is not, or is a text that is not blank.
        is_one_of: options -> where the value is among them.
        choose: two values -> the first where this column of truths holds, the second where it does not; unknown where
            nobody knows.
    """

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    compare: Callable[[str, Any], Any]
    combine: Callable[[str, Any], Any]
    calculate: Callable[[str, Any, Any], Any]
    is_known: Callable[[], Any]
    is_unknown: Callable[[], Any]
    is_stated: Callable[[], Any]
    is_one_of: Callable[[Collection[str]], Any]
    choose: Callable[[Any, Any], Any]

    def __eq__(self, other: object) -> Any:
        return self.compare("==", other)

    def __lt__(self, other: Any) -> Any:
        return self.compare("<", other)

    def __le__(self, other: Any) -> Any:
        return self.compare("<=", other)

    def __gt__(self, other: Any) -> Any:
        return self.compare(">", other)

    def __ge__(self, other: Any) -> Any:
        return self.compare(">=", other)

    def __and__(self, other: Any) -> Any:
        return self.combine("&", other)

    def __or__(self, other: Any) -> Any:
        return self.combine("|", other)

    __rand__, __ror__ = __and__, __or__

    def __add__(self, other: Any) -> Any:
        return self.calculate("+", self, other)

    def __radd__(self, other: Any) -> Any:
        return self.calculate("+", other, self)

    def __sub__(self, other: Any) -> Any:
        return self.calculate("-", self, other)

    def __rsub__(self, other: Any) -> Any:
        return self.calculate("-", other, self)

    def __mul__(self, other: Any) -> Any:
        return self.calculate("*", self, other)

    def __rmul__(self, other: Any) -> Any:
        return self.calculate("*", other, self)

    def __truediv__(self, other: Any) -> Any:
        return self.calculate("/", self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return self.calculate("/", other, self)

    def __ne__(self, other: object) -> NoReturn:
        raise ColumnTruthError(sign="!=", instead="== and a condition named for what must hold")

    def __bool__(self) -> NoReturn:
        raise ColumnTruthError(
            sign="and, or, not, if or a chained comparison", instead="&, | and the words of kinerja.records.tally"
        )

    def __contains__(self, item: object) -> NoReturn:
        raise ColumnTruthError(sign="in", instead="one_of")

    def __iter__(self) -> NoReturn:
        raise ColumnTruthError(sign="in or a loop", instead="one_of")


class ColumnTruthError(TypeError):
    """A counting rule asked a column for one truth; it has one a row."""

    def __init__(self, *, sign: str, instead: str) -> None:
        super().__init__(f"a counting rule cannot use {sign}: a column has a truth for every row; use {instead}")
