"""Every error the library raises.

Each one has the common base `KinerjaError` and the nearest builtin beside it, keeps the values it speaks of as
attributes, and can be pickled. `str` gives the English message; `error.text` holds it in both languages.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, ClassVar, Self

import attrs

from kinerja._base.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

__all__ = [
    "CatalogueError",
    "ColumnsError",
    "DoubleCountError",
    "FrameError",
    "IndicatorError",
    "InexactNumberError",
    "KinerjaError",
    "MissingExtraError",
    "PeriodError",
    "PolarityError",
    "Problem",
    "QuantityError",
    "RecordsError",
    "ScorecardError",
    "TargetError",
    "TraceError",
    "UndefinedActualError",
    "UnknownIndicatorError",
]


class KinerjaError(Exception):
    """Base of every error of this library.

    Written by hand rather than by attrs: every import of the library pays for these classes. They call themselves
    `kinerja.TargetError` and so on, by the name under which callers catch them.
    """

    __module__ = "kinerja"
    text: Text

    def __init_subclass__(cls) -> None:
        if cls.__module__ == __name__:  # a class of one's own keeps its module
            cls.__module__ = "kinerja"

    def __init__(self, text: Text, **values: Any) -> None:
        super().__init__(text.en)
        self.text = text
        vars(self).update(values)

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


class TargetError(KinerjaError, ValueError):
    """A target that cannot be divided by, or none for that year; `years` are those that have one."""

    value: object
    years: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong in a file: where it stands, what it holds, what is allowed there.

    Fields:
        place: the file, or a path within it such as `entries[SK3/4].unit`.
        allowed: what may stand there.
        row, column: of a table; None where the place is no cell.
        value: what stands there; None where that is not said.
    """

    place: str = ""
    allowed: Text
    row: int | None = None
    column: str | None = None
    value: object = None

    @property
    def text(self) -> Text:
        """The problem as one sentence."""
        return Text(id=self._said("baris", "kolom", self.allowed.id), en=self._said("row", "column", self.allowed.en))

    def _said(self, row: str, column: str, allowed: str) -> str:
        place = [self.place] * bool(self.place)
        if self.row is not None:
            place.append(f"{row} {self.row}")
        if self.column is not None:
            place.append(f"{column} {self.column}")
        shown = "" if self.value is None else repr(self.value)
        return ": ".join(filter(None, [", ".join(place), shown, allowed]))


class _ProblemsError(KinerjaError, ValueError):
    """Everything that is wrong in what was read, all of it at once."""

    problems: tuple[Problem, ...]
    _opening: ClassVar[Text]

    @classmethod
    def of(cls, problems: Sequence[Problem], source: str = "") -> Self:
        """Build the error that lists the problems, under the name of their source where it is not in each of them."""
        values = {"source": source, "count": len(problems)}
        texts = [problem.text for problem in problems]
        text = Text(
            id="\n  ".join([cls._opening.id.format(**values), *(text.id for text in texts)]),
            en="\n  ".join([cls._opening.en.format(**values), *(text.en for text in texts)]),
        )
        return cls(text, problems=tuple(problems))

    @classmethod
    def at(cls, allowed: Text, *, place: str, source: str = "") -> Self:
        """Build the error of the one problem that keeps the rest from being read."""
        return cls.of([Problem(place=place, allowed=allowed)], source)


class RecordsError(_ProblemsError):
    """Everything in one file, or in a folder of files, that cannot be read, all of it at once."""

    _opening = Text(
        id="{count} hal harus diperbaiki dahulu; sebelum itu tidak ada yang dibaca:",
        en="{count} things must be mended first; nothing is read before that:",
    )

    @classmethod
    def of(cls, problems: Sequence[Problem], source: str = "") -> Self:
        """Build the error that lists the problems; a single one needs no list."""
        if len(problems) == 1:
            return cls(problems[0].text, problems=tuple(problems))
        return super().of(problems, source)


class CatalogueError(_ProblemsError):
    """Everything wrong in a catalogue file, all of it at once."""

    _opening = Text(
        id="{source}: katalog tidak dapat dimuat; yang harus diperbaiki ({count}):",
        en="{source}: the catalogue cannot be loaded; to mend ({count}):",
    )


class ScorecardError(_ProblemsError):
    """A scorecard file that cannot be read, or whose figures do not follow from its own actuals."""

    _opening = Text(
        id="Rapor kinerja tidak dapat dimuat; yang tidak sesuai ({count}):",
        en="The scorecard cannot be loaded; what does not agree ({count}):",
    )


class TraceError(_ProblemsError):
    """A trace that cannot be read, or whose inputs give no figure."""

    _opening = Text(
        id="Jejak angka tidak dapat diperiksa; yang harus diperbaiki ({count}):",
        en="The trace cannot be verified; to mend ({count}):",
    )


class UnknownIndicatorError(KinerjaError, KeyError):
    """No indicator of that code or name; `matches` are the close ones, `available` all of them."""

    name: object
    matches: tuple[str, ...]
    available: tuple[str, ...]

    @classmethod
    def of(cls, name: object, available: Iterable[str]) -> UnknownIndicatorError:
        """Build the error that names the close matches, or everything there is."""
        from difflib import get_close_matches  # noqa: PLC0415 - needed for this error alone

        names = tuple(available)
        folded = {known.casefold(): known for known in names}
        matches = tuple(folded[match] for match in get_close_matches(str(name).casefold(), folded, n=3))
        text = Text(
            id=f"{name!r} tidak dikenal; "
            + (f"maksudnya {' atau '.join(matches)}?" if matches else f"yang ada: {', '.join(names)}."),
            en=f"{name!r} is not known; "
            + (f"did you mean {' or '.join(matches)}?" if matches else f"there are: {', '.join(names)}."),
        )
        return cls(text, name=name, matches=matches, available=names)


class ColumnsError(KinerjaError, LookupError):
    """Columns that a table must have and has not."""

    missing: tuple[str, ...]
    available: tuple[str, ...]


class FrameError(KinerjaError, TypeError):
    """A frame of a kind that is not known; `kind` is its name."""

    kind: str


class MissingExtraError(KinerjaError, ImportError):
    """A part of the library whose optional packages are not installed."""

    extra: str

    @classmethod
    def of(cls, extra: str) -> MissingExtraError:
        """Build the error that says how to install the extra."""
        command = f'pip install "kinerja[{extra}]"'
        return cls(
            Text(
                id=f"Bagian ini memerlukan paket tambahan; pasang dengan: {command}",
                en=f"This part needs optional packages; install them with: {command}",
            ),
            extra=extra,
        )
