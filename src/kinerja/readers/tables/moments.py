"""Rows that would count once more: one budget line at several moments of the year, and a sum of all other rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kinerja._base.dates import MONTH_WORDS
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.measurement import shortened
from kinerja.readers.messages import NUMBERED_ALIKE, SUM_OF_OTHERS
from kinerja.records import FieldType, fields_of

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja._base import Text

_NUMERAL = r"(?:[0-9]{1,2}|i{1,3}|iv|vi{0,3}|ix|xi{0,2}|pertama|satu|dua|tiga|empat)"
_QUARTER = rf"(?:(?:tri|catur)\s?wulan|cawu|triw|trw|tw|kuartal|q|semester|smt|bulan|bln)[\s.-]*(?:ke[\s-]*)?{_NUMERAL}"
_DATE = r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-]20[0-9]{2}"
_MONTH_OF_YEAR = r"(?<![/.-])(?:0?[1-9]|1[0-2])[/-]20[0-9]{2}"
_YEAR_FIRST = r"20[0-9]{2}[/-](?:0[1-9]|1[0-2])(?:[/-][0-3][0-9])?(?![/.-]?[0-9])"
_ENGLISH = ("january", "february", "march", "may", "june", "july", "august", "aug", "october", "oct", "december", "dec")
_MONTHS = (*MONTH_WORDS, *_ENGLISH)
_MONTH = (
    rf"(?:[0-9]{{1,2}}\s+)?(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?:[\s./-]*'?[0-9]{{2}}(?![0-9]))?"
)
_UNTIL = r"(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|per|posisi|periode|bulan|akhir)\s*"
_YEAR = r"(?:[\s./-]*(?:tahun\s+|ta\s+)?20[0-9]{2})?"
_AT = f"{_QUARTER}|{_DATE}|{_MONTH_OF_YEAR}|{_YEAR_FIRST}|{_MONTH}"
_MOMENT = re.compile(rf"(?<![^\W_])(?:20[0-9]{{2}}(?=[a-z]))?(?:{_UNTIL}){{0,4}}(?:{_AT}){_YEAR}(?![^\W_])")
_NUMBERED = re.compile(r"(.*?)(?<![0-9])([0-9]{1,2})\W*", re.ASCII)
_SHOWN = 5
_FEWEST = 2
"""Of two rows that are alike, each is the sum of the other."""


def at_several_moments(stream: Callable[[], Iterable[Any]]) -> list[tuple[BudgetLine, ...]]:
    """Return the lines of one unit, year and account whose references differ only in a word of a period.

    The stream gives the records from the first on, each time that it is called; they need not fit into memory: two
    numbers are remembered of each line whose reference names a moment, and nothing of others.

    >>> from fractions import Fraction
    >>> def line(reference: str) -> BudgetLine:
    ...     kept = {"unit": "X", "year": 2023, "account": "521211", "ceiling": Fraction(1), "realised": Fraction(1)}
    ...     return BudgetLine(reference=reference, **kept)
    >>> lines = ["ATK TW1", "ATK Triwulan II", "ATK s.d. Maret", "ATK", "Sewa TW1", "Jasa TW2"]
    >>> [[own.reference for own in several] for several in at_several_moments(lambda: map(line, lines))]
    [['ATK TW1', 'ATK Triwulan II', 'ATK s.d. Maret', 'ATK']]
    """
    moments = {hash(_key(line, rest)) for line, whole, rest in _lines(stream()) if rest != whole}
    first, several = dict[int, int](), set[int]()
    for line, whole, rest in _lines(stream()) if moments else ():
        key = hash(_key(line, rest))
        if key in moments and first.setdefault(key, hash(whole)) != hash(whole):
            several.add(key)
    found: dict[Hashable, dict[str, BudgetLine]] = {}
    for line, whole, rest in _lines(stream()) if several else ():
        if hash(_key(line, rest)) in several:
            found.setdefault(_key(line, rest), {}).setdefault(whole, line)
    return [tuple(lines.values()) for lines in found.values()]


def _lines(records: Iterable[Any]) -> Iterator[tuple[BudgetLine, str, str]]:
    """Give each line, the letters and digits of its reference, and those that are left without words of a period."""
    for line in records:
        if isinstance(line, BudgetLine):
            plain = " ".join(line.reference.casefold().split())
            yield line, _letters_and_digits(plain), _letters_and_digits(_MOMENT.sub(" ", plain))


def numbered_alike(records: Iterable[Any]) -> Text | None:
    """Name lines that seem to be one at several moments under running numbers; None without such.

    They are those of one unit, year, account and ceiling whose references differ in the number at their end alone, and
    of which what was realised never falls from one number to the next. Several contracts may look so too.

    >>> from fractions import Fraction
    >>> def line(number: int, realised: int) -> BudgetLine:
    ...     kept = {"unit": "X", "year": 2023, "account": "521211", "ceiling": Fraction(100)}
    ...     return BudgetLine(reference=f"521211/{number}", realised=Fraction(realised), **kept)
    >>> str(numbered_alike([line(1, 10), line(2, 40)])).partition(":")[2].partition(".")[0]
    ' 521211/1 = 521211/2'
    >>> numbered_alike([line(1, 40), line(2, 10)])
    """
    found: dict[tuple[Hashable, Fraction], dict[int, BudgetLine]] = {}
    for record in records:
        numbered = _NUMBERED.fullmatch(record.reference) if isinstance(record, BudgetLine) else None
        if numbered is not None:
            key = (_key(record, _letters_and_digits(numbered[1].casefold())), record.ceiling)
            found.setdefault(key, {})[int(numbered[2])] = record
    in_order = ([line for _, line in sorted(several.items())] for several in found.values())
    named = [" = ".join(line.reference for line in lines) for lines in in_order if _only_rises(lines)]
    return NUMBERED_ALIKE.text(lines=shortened(named, _SHOWN)) if named else None


def sum_of_others(records: Iterable[Any]) -> Text | None:
    """Name the row whose amounts are all the sums of those of all other rows, three or more in all; None without such.

    Open data has its national total in the first line, under a code as all others.

    >>> from fractions import Fraction
    >>> def line(reference: str, ceiling: int, realised: int) -> BudgetLine:
    ...     amounts = {"ceiling": Fraction(ceiling), "realised": Fraction(realised)}
    ...     return BudgetLine(unit="X", year=2023, account="521211", reference=reference, **amounts)
    >>> str(sum_of_others([line("00", 10, 5), line("11", 6, 4), line("12", 4, 1)])).partition(":")[0]
    'X, 2023, 00'
    >>> sum_of_others([line("00", 10, 5), line("11", 6, 4), line("12", 4, 0)])
    """
    every = list(records)
    if len(every) <= _FEWEST:
        return None
    fields = [field.name for field in fields_of(type(every[0])) if field.kind is FieldType.RUPIAH and field.needed]
    sums = [sum(getattr(record, name) for record in every) for name in fields]
    for record in every:
        if any(sums) and [2 * getattr(record, name) for name in fields] == sums:
            return SUM_OF_OTHERS.text(named=", ".join(str(getattr(record, name)) for name in record.identity))
    return None


def _only_rises(lines: Sequence[BudgetLine]) -> bool:
    realised = [line.realised for line in lines]
    return realised == sorted(realised) and realised[0] < realised[-1]


def _key(line: BudgetLine, rest: str) -> Hashable:
    return ("".join(line.unit.casefold().split()), line.year, line.account, rest)


def _letters_and_digits(text: str) -> str:
    return "".join(filter(str.isalnum, text))
