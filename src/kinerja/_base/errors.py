"""Every error the library raises.

Each one has the common base `KinerjaError` and the nearest builtin beside it, keeps the values it speaks of as
attributes, and can be pickled. `str` gives the English message; `error.text` holds it in both languages.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from kinerja._base import messages as say
from kinerja._base.grouped import told, told_by_file
from kinerja._base.message import ErrorMessage, Message, Problem
from kinerja._base.text import Language, Text

if TYPE_CHECKING:
    from fractions import Fraction


class KinerjaError(Exception):
    """Base of every error of this library.

    Attributes:
        text: the message in both languages.
        code: of the message, such as `target.not_positive`; it stays, while words may change.

    Beside them stand, as far as an error speaks of them, the `indicator`, its `field`, the `row`, the `value` that was
    given and the `limit` that it passes.

    Written by hand rather than by attrs: every import of the library pays for these classes. They call themselves
    `kinerja.TargetError` and so on, by the name under which callers catch them.
    """

    __module__ = "kinerja"
    text: Text
    code: str = ""

    def __init_subclass__(cls) -> None:
        if cls.__module__ == __name__:  # a class of one's own keeps its module
            cls.__module__ = "kinerja"

    def __init__(self, text: Text, **values: Any) -> None:
        super().__init__(text.en)
        self.text = text
        vars(self).update(values)

    @classmethod
    def worded(cls, *, code: str, id: str, en: str) -> ErrorMessage[Self]:  # noqa: A002 - as Message names it
        """Return a message that this error says."""
        return ErrorMessage(kind=cls, code=code, id=id, en=en)

    @classmethod
    def saying(cls, message: Message, **values: Any) -> Self:
        """Build the error that says a message; the values fill its places and are attributes of the error."""
        return cls(message.text(**values), code=message.code, **values)

    def about(self, what: str | Text, **values: Any) -> Self:
        """Return the error behind what it speaks of; the values are attributes beside its own."""
        return type(self)(**(vars(self) | {"text": self.text.about(what)} | values))

    def problem(self, place: str) -> Problem:
        """Return the error as a problem of the file in which its value stands."""
        said = vars(self)
        return Problem(
            place=place, allowed=self.text, code=self.code, limit=said.get("limit"), indicator=said.get("indicator")
        )

    def to_dict(self, language: Language = Language.INDONESIAN) -> dict[str, Any]:
        """Return the error as plain data, as a form or an API shows it: the same keys of every error.

        `error` is its class, `text` the whole message, and `problems` holds one table for each thing that is wrong:
        `code`, `text`, and as far as it speaks of them `place`, `sheet`, `row`, `line`, `field` (a field of a record,
        or the heading of a column), `value`, `limit` and `indicator`, else None. Exact numbers are text: "100/3".
        """
        return {
            "error": type(self).__name__,
            "code": self.code,
            "text": self.text.read(language),
            "problems": [one.to_dict(language) for one in self._parts()],
        }

    def _parts(self) -> Sequence[Problem]:
        """Return what is wrong, each by itself."""
        said = vars(self)
        names = ("row", "value", "limit", "indicator")
        told = {name: said[name] for name in names if name in said}
        field = said.get("field")
        column = field.en if isinstance(field, Text) else field
        return [Problem(allowed=self.text, code=self.code, column=column, **told)]

    def __str__(self) -> str:
        return self.text.en

    def __reduce__(self) -> tuple[Callable[[], KinerjaError], tuple[()]]:
        return functools.partial(type(self), **vars(self)), ()


class InexactNumberError(KinerjaError, TypeError):
    """A value that is not one exact number: text, None, a bool, NaN or infinity."""

    value: object


class PeriodError(KinerjaError, ValueError):
    """A period that does not exist, or that the question cannot be asked of."""

    value: object


class PolarityError(KinerjaError, TypeError):
    """A direction that is no member of Polarity, such as its name as text."""

    value: object


class IndicatorError(KinerjaError, TypeError):
    """An indicator class that cannot be right, or one asked for what only an instance can say.

    `member` is the part of the class that the error speaks of.
    """

    indicator: str
    member: str


class QuantityError(KinerjaError, ValueError):
    """A quantity that cannot be: a negative count, a part above its whole, a fraction of a tenant."""

    indicator: str
    value: object


class DoubleCountError(QuantityError):
    """The same record counted twice in one quantity; `value` holds the identities."""


class UndefinedActualError(KinerjaError, ZeroDivisionError):
    """There is nothing to divide by, so there is no actual."""

    indicator: str
    quantity: str
    value: Fraction


class NotMeasuredError(UndefinedActualError):
    """Nothing was measured: a quantity that must have records has none."""


class UndefinedAchievementError(KinerjaError, ZeroDivisionError):
    """There is nothing to divide by, so there is no achievement; `value` is the divisor."""

    value: object


class TargetError(KinerjaError, ValueError):
    """A target that cannot be divided by, or none for that year; `years` are those that have one."""

    value: object
    years: tuple[int, ...] = ()


class _ProblemsError(KinerjaError, ValueError):
    """Everything that is wrong in what was read, all of it at once."""

    problems: tuple[Problem, ...]
    _opening: ClassVar[Message]

    def _parts(self) -> Sequence[Problem]:
        return self.problems

    @staticmethod
    def _sentences(problems: Sequence[Problem]) -> Iterable[Text]:
        return told(problems)

    @classmethod
    def of(cls, problems: Sequence[Problem], source: str = "", opening: Message | None = None) -> Self:
        """Build the error that lists the problems, under the name of their source where it is not in each of them."""
        opening = opening or cls._opening
        sentences = [*cls._sentences(problems)]
        texts = [opening.text(source=source, count=len(sentences)), *sentences]
        return cls(Text.joined(texts, "\n  "), code=opening.code, problems=tuple(problems))


class RecordsError(_ProblemsError):
    """Everything in one file, or in a folder of files, that cannot be read, all of it at once."""

    _opening = say.RECORDS_UNREADABLE

    @staticmethod
    def _sentences(problems: Sequence[Problem]) -> Iterable[Text]:
        return told_by_file(problems)

    @classmethod
    def of(cls, problems: Sequence[Problem], source: str = "", opening: Message | None = None) -> Self:
        """Build the error that lists the problems; a single one needs no list."""
        if len(problems) == 1:
            return cls(problems[0].text, code=problems[0].code, problems=tuple(problems))
        return super().of(problems, source, opening)


class CatalogueError(_ProblemsError):
    """Everything wrong in a catalogue file, all of it at once."""

    _opening = say.CATALOGUE_UNREADABLE


class ScorecardError(_ProblemsError):
    """A scorecard file that cannot be read, or whose figures do not follow from its own actuals."""

    _opening = say.SCORECARD_UNREADABLE


class TraceError(_ProblemsError):
    """A trace that cannot be read, or whose inputs give no figure."""

    _opening = say.TRACE_UNREADABLE


class UnknownIndicatorError(KinerjaError, KeyError):
    """No indicator of that code or name; `matches` are the close ones, `available` all of them."""

    name: object
    matches: tuple[str, ...]
    available: tuple[str, ...]

    @classmethod
    def of(cls, name: object, available: Iterable[str], fitting: Iterable[str] = ()) -> UnknownIndicatorError:
        """Build the error that names those that fit, else the close matches, or everything there is."""
        from difflib import get_close_matches  # noqa: PLC0415 - needed for this error alone

        names = tuple(available)
        folded = {known.casefold(): known for known in names}
        close = (folded[match] for match in get_close_matches(str(name).casefold(), folded, n=3))
        matches = tuple(fitting) or tuple(close)
        meant = Text(id=" atau ".join(matches), en=" or ".join(matches))
        message = say.NAME_MISSPELT if matches else say.NAME_UNKNOWN
        return cls.saying(message, name=name, meant=meant, matches=matches, available=names)


class ColumnsError(KinerjaError, LookupError):
    """Columns that a table must have and has not."""

    missing: tuple[str, ...] = ()
    available: tuple[str, ...] = ()


class FrameError(KinerjaError, TypeError):
    """A frame of a kind that is not known; `kind` is its name."""

    kind: str


class MissingExtraError(KinerjaError, ImportError):
    """A part of the library whose optional packages are not installed."""

    extra: str

    @classmethod
    def of(cls, extra: str) -> MissingExtraError:
        """Build the error that says how to install the extra."""
        return cls.saying(say.EXTRA_MISSING, extra=extra)
