"""What counting rules read in the place of a record's value: a whole column of a frame."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, NoReturn, Self

from kinerja._base import Calculated
from kinerja.records import messages as say

if TYPE_CHECKING:
    from kinerja._base import Text


class Column(Calculated):
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
        either: another text -> this one where it is stated, else the other, told apart by which of both it is; for
            `Tally(per=...)` alone.
    """

    __slots__ = ()

    compare: Callable[[str, Any], Any]
    combine: Callable[[str, Any], Any]
    is_known: Callable[[], Any]
    is_unknown: Callable[[], Any]
    is_stated: Callable[[], Any]
    is_one_of: Callable[[Collection[str]], Any]
    choose: Callable[[Any, Any], Any]
    either: Callable[[Any], Any]

    def by_sign(self, sign: str, other: Any) -> Any:
        """Compare by a sign of Python, which on values does not ask whether both sides are known."""
        return self.compare(sign, other)

    def where_known(self) -> Self:
        """Return this column for a word that leaves out the rows where it is unknown, or a divisor of 0."""
        return self

    def __eq__(self, other: object) -> Any:
        return self.by_sign("==", other)

    def __lt__(self, other: Any) -> Any:
        return self.by_sign("<", other)

    def __le__(self, other: Any) -> Any:
        return self.by_sign("<=", other)

    def __gt__(self, other: Any) -> Any:
        return self.by_sign(">", other)

    def __ge__(self, other: Any) -> Any:
        return self.by_sign(">=", other)

    def __and__(self, other: Any) -> Any:
        return self.combine("&", other)

    def __or__(self, other: Any) -> Any:
        return self.combine("|", other)

    def __rand__(self, other: Any) -> Any:
        return self.combine("&", other)

    def __ror__(self, other: Any) -> Any:
        return self.combine("|", other)

    def __ne__(self, other: object) -> NoReturn:
        raise ColumnTruthError(sign="!=", instead="==")

    def __bool__(self) -> NoReturn:
        raise ColumnTruthError(sign="and, or, not, if, a < b < c", instead="&, |, between, known")

    def __hash__(self) -> NoReturn:
        raise ColumnTruthError(sign="in", instead="one_of")

    def __contains__(self, item: object) -> NoReturn:
        raise ColumnTruthError(sign="in", instead="one_of")

    def __iter__(self) -> NoReturn:
        raise ColumnTruthError(sign="in, for", instead="one_of")


class RuleError(TypeError):
    """A counting rule asks a column for what it cannot answer. `text` says it in both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class ColumnTruthError(RuleError):
    """A counting rule asked a column for one truth; it has one a row."""

    def __init__(self, *, sign: str, instead: str) -> None:
        super().__init__(say.ONE_TRUTH.text(sign=sign, instead=instead))
