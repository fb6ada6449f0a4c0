r"""How a value of a decree stands in a cell, and how such a cell is read.

A text that a reader would change, such as one with blanks around it, stands behind a backslash as JSON writes it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import enum
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from kinerja._base import FrozenMap, KinerjaError, PeriodError, exact, exact_text, write_exact
from kinerja._base.dates import read_date
from kinerja.decrees import target_period
from kinerja.measurement import TargetRange, bounds_of
from kinerja.readers import messages as say
from kinerja.readers.sheets import Cell, Flaw, range_in, read_cell_number, read_cell_text, read_number, refusal, shown
from kinerja.readers.tables import target_in
from kinerja.records import is_account

Written: TypeAlias = str | float | dt.date

NOT_APPLICABLE = "N/A"
_ESCAPE = "\\"
_STEERS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_AS_EXCEL_ESCAPES = re.compile("_x[0-9A-Fa-f]{4}_")
_EXACT_DIGITS, _LONG = 15, 25
_FIRST_DAY = dt.date(1900, 3, 1)  # before it Excel counts a day that there was not
_BEFORE_PERIOD = re.compile(r"(?:target\s+)?(?:tahun\s+)?", re.IGNORECASE)
_YEAR = re.compile("[0-9]{4}", re.ASCII)
_FLAGS = {"ya": True, "tidak": False}


class Kind(enum.Enum):
    """What a cell holds."""

    TEXT = enum.auto()
    CODE = enum.auto()
    NUMBER = enum.auto()
    TARGET = enum.auto()
    BASELINE = enum.auto()
    DAY = enum.auto()
    FLAG = enum.auto()
    YEARS = enum.auto()
    PERIOD = enum.auto()
    ACCOUNT = enum.auto()
    PLAIN = enum.auto()


def read_cell(kind: Kind, cell: Cell, words: Mapping[str, Any] = FrozenMap()) -> Any:
    """Return what a filled cell holds, as plain data of a decree.

    Args:
        kind: what it may hold.
        cell: as the workbook has it.
        words: word -> what it stands for; another is taken as it is.

    Raises:
        RecordsError: for what the cell may not hold.
    """
    if isinstance(cell, Flaw):
        raise refusal(cell.message)
    read, _, _ = _WAYS[kind]
    value = read(cell)
    if words and isinstance(value, str):
        return {_loose(word): meant for word, meant in words.items()}.get(_loose(value), value)
    return value


def _loose(word: str) -> str:
    """Return a word as it is compared: without blanks, times written as `x`."""
    return "".join(word.casefold().replace("\N{MULTIPLICATION SIGN}", "x").split())


def written(kind: Kind, value: Any, words: Mapping[str, Any] = FrozenMap()) -> Written | None:
    """Return how a value stands in a cell, so that it is read back as it is; None where no such cell does."""
    word = next((word for word, meant in words.items() if meant == value and type(meant) is type(value)), None)
    _, write, holds = _WAYS[kind]
    if word is None and type(value) not in (holds or (type(value),)):
        return None
    cell = write(value) if word is None else word
    with contextlib.suppress(KinerjaError):
        if read_cell(kind, cell, words) == value:
            return cell
    return None


def read_text(text: str) -> str:
    """Return a text without blanks around it, lines as they are; behind a backslash as JSON writes it.

    Raises:
        RecordsError: for a backslash before anything else.
    """
    told = text.strip().replace("\r\n", "\n")
    if not told.startswith(_ESCAPE):
        return told
    try:
        plain = json.loads(told.removeprefix(_ESCAPE))
    except ValueError:
        plain = None
    if not isinstance(plain, str):
        raise refusal(say.NOT_ESCAPED)
    return plain


def escaped(text: str) -> str:
    r"""Return a text as `read_text` reads it back.

    >>> print(escaped("SK 1"), escaped(" SK"))
    SK 1 \" SK"
    """
    is_plain = text.strip() == text and text and not text.startswith(_ESCAPE) and not _AS_EXCEL_ESCAPES.search(text)
    if is_plain and all(sign == "\n" or unicodedata.category(sign) not in _STEERS for sign in text):
        return text
    return as_json(text, _ESCAPE)


def as_json(value: Any, before: str = "") -> str:
    """Write plain data so that Excel's own escapes stand nowhere in it; numbers that JSON has not as exact text."""
    return before + json.dumps(value, default=str).replace("_x", "_\\u0078")


def _text(cell: Cell) -> str:
    return read_text(cell) if isinstance(cell, str) else read_cell_text(cell)


def _code(cell: Cell) -> str:
    """Read a text that names something: of one line, several blanks are one."""
    is_escaped = isinstance(cell, str) and cell.strip().startswith(_ESCAPE)
    return _text(cell) if is_escaped else read_cell_text(cell)


def _written_code(text: str) -> str:
    return escaped(text) if " ".join(text.split()) == text else as_json(text, _ESCAPE)


def _number(cell: Cell) -> int | Fraction:
    value = read_number(cell, may_be_fraction=True) if isinstance(cell, str) else read_cell_number(cell)
    return int(value) if value.denominator == 1 else value


def _target(cell: Cell) -> Fraction | list[Fraction]:
    """Read a number, or a range of two, as in `80-90`."""
    target = target_in(cell, _number)
    return list(bounds_of(target)) if isinstance(target, TargetRange) else target


def _baseline(cell: Cell) -> int | Fraction | str:
    return NOT_APPLICABLE if shown(cell).strip().casefold() == NOT_APPLICABLE.casefold() else _number(cell)


def _written_figure(value: int | Fraction | str | list[Fraction]) -> Written:
    """Write a number, a range of two, or what stands in the place of a number."""
    match value:
        case str():
            return value
        case list():
            return "-".join(write_exact(Fraction(one), grouped=False) for one in value)
    number = Fraction(value)
    as_float = float(number) if abs(number) < 10**_EXACT_DIGITS else 0.0
    if exact(as_float) == number == exact(float(f"{as_float:.{_EXACT_DIGITS}g}")):
        return as_float
    text = write_exact(number, grouped=False)
    if "/" in text or len(text) <= _LONG:
        return text
    return exact_text(number) if number.denominator > 1 else f"{exact_text(number)}/1"


def _day(cell: Cell) -> dt.date:
    match cell:
        case dt.datetime():
            return cell.date()
        case dt.date():
            return cell
        case str():
            return read_date(cell)
    raise refusal(say.NO_DAY)


def _flag(cell: Cell) -> bool:
    flag = cell if isinstance(cell, bool) else _FLAGS.get(shown(cell).strip().casefold())
    if flag is None:
        raise refusal(say.NO_FLAG)
    return flag


def _years(cell: Cell) -> list[int]:
    text = _BEFORE_PERIOD.sub("", shown(cell).strip(), count=1)
    span = range_in(text)
    parts = re.split(r"[,;\s]+", text) if span is None else span
    years = [int(part) for part in parts if _YEAR.fullmatch(part)]
    if len(years) < len(parts) or (span is not None and years[0] > years[1]):
        raise refusal(say.NO_YEARS)
    return years if span is None else [*range(years[0], years[1] + 1)]


def _period(cell: Cell) -> str:
    """Read a year or a part of it, as targets name it."""
    try:
        return str(target_period(_BEFORE_PERIOD.sub("", read_cell_text(cell), count=1)))
    except PeriodError:
        raise refusal(say.NO_PERIOD) from None


def _account(cell: Cell) -> str:
    text = shown(cell).strip()
    if not is_account(text):
        raise refusal(say.NO_ACCOUNT)
    return text


def _plain(cell: Cell) -> Any:
    try:
        return json.loads(shown(cell), parse_float=Decimal)
    except (ValueError, RecursionError):
        raise refusal(say.NO_JSON) from None


def _written_day(day: dt.date) -> Written:
    return day if day >= _FIRST_DAY else day.isoformat()


def _written_years(years: list[int]) -> Written:
    return float(years[0]) if len(years) == 1 else ", ".join(map(str, years))


def _written_flag(value: bool) -> Written:  # noqa: FBT001 - it is what is written
    return next(word for word, flag in _FLAGS.items() if flag is value)


_Way: TypeAlias = "tuple[Callable[[Cell], Any], Callable[[Any], Written], tuple[type, ...]]"
_WAYS: dict[Kind, _Way] = {
    Kind.TEXT: (_text, escaped, (str,)),
    Kind.CODE: (_code, _written_code, (str,)),
    Kind.NUMBER: (_number, _written_figure, (int, Fraction)),
    Kind.TARGET: (_target, _written_figure, (int, Fraction, list)),
    Kind.BASELINE: (_baseline, _written_figure, (int, Fraction, str)),
    Kind.DAY: (_day, _written_day, (dt.date,)),
    Kind.FLAG: (_flag, _written_flag, (bool,)),
    Kind.YEARS: (_years, _written_years, (list,)),
    Kind.PERIOD: (_period, str, (str,)),
    Kind.ACCOUNT: (_account, str, (str,)),
    Kind.PLAIN: (_plain, as_json, ()),
}
"""How what a cell may hold is read, how it is written, and of which types it is, any where none is named."""
