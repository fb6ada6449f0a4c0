"""Budget lines at several moments: cumulative figures of one line, one row a quarter, would add up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kinerja._base.dates import MONTH_WORDS
from kinerja.indicators.p3dn_ratio import BudgetLine

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMERAL = r"(?:[0-9]{1,2}|i{1,3}|iv|vi{0,3}|ix|xi{0,2}|pertama|satu|dua|tiga|empat)"
_QUARTER = rf"(?:tri\s?wulan|triw|trw|tw|kuartal|q|semester|smt|bulan|bln)[\s.-]*(?:ke[\s-]*)?{_NUMERAL}"
_DATE = r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-]20[0-9]{2}"
_MONTH_OF_YEAR = r"(?<![/.-])(?:0?[1-9]|1[0-2])[/-]20[0-9]{2}"
_YEAR_FIRST = r"20[0-9]{2}[/-](?:0[1-9]|1[0-2])(?:[/-][0-3][0-9])?(?![/.-]?[0-9])"
_MONTH = rf"(?:[0-9]{{1,2}}\s+)?(?:{'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})"
_UNTIL = r"(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|per|posisi|periode|bulan|akhir)\s*"
_YEAR = r"(?:[\s./-]*(?:tahun\s+|ta\s+)?20[0-9]{2})?"
_AT = f"{_QUARTER}|{_DATE}|{_MONTH_OF_YEAR}|{_YEAR_FIRST}|{_MONTH}"
_MOMENT = re.compile(rf"(?<![^\W_])(?:20[0-9]{{2}}(?=[a-z]))?(?:{_UNTIL})*(?:{_AT}){_YEAR}(?![^\W_])")
_MAY_BE = (
    "tw",
    "q",
    "tri",
    "trw",
    "kuartal",
    "sem",
    "smt",
    "bulan",
    "bln",
    "/20",
    "-20",
    ".20",
    "/0",
    "-0",
    "/1",
    "-1",
)
"""One of these, or how a month begins, stands in any reference that names a moment; else nothing is compared."""
_WORDS = (*_MAY_BE, *dict.fromkeys(word[:3] for word in MONTH_WORDS))


def at_several_moments(records: Iterable[Any]) -> list[tuple[BudgetLine, ...]]:
    """Return the lines of one unit, year and account whose references differ only in a word of a period.

    >>> from fractions import Fraction
    >>> def line(reference: str) -> BudgetLine:
    ...     kept = {"unit": "X", "year": 2023, "account": "521211", "ceiling": Fraction(1), "realised": Fraction(1)}
    ...     return BudgetLine(reference=reference, **kept)
    >>> lines = map(line, ["ATK TW1", "ATK Triwulan II", "ATK s.d. Maret", "ATK", "Sewa TW1", "Jasa TW2"])
    >>> [[own.reference for own in several] for several in at_several_moments(lines)]
    [['ATK TW1', 'ATK Triwulan II', 'ATK s.d. Maret', 'ATK']]
    """
    lines = [record for record in records if isinstance(record, BudgetLine)]
    found: dict[tuple[object, ...], dict[str, BudgetLine]] = {}
    moments = set[tuple[object, ...]]()
    for line in lines if any(map(_may_name_a_moment, lines)) else ():
        whole, rest = _without_moment(line.reference)
        key = ("".join(line.unit.casefold().split()), line.year, line.account, rest)
        found.setdefault(key, {}).setdefault(whole, line)
        if rest != whole:
            moments.add(key)
    return [tuple(several.values()) for key, several in found.items() if key in moments and len(several) > 1]


def _may_name_a_moment(line: BudgetLine) -> bool:
    reference = line.reference.casefold()
    return any(word in reference for word in _WORDS)


def _without_moment(reference: str) -> tuple[str, str]:
    """Return the letters and digits of a reference, and those that are left without words of a period."""
    plain = " ".join(reference.casefold().split())
    return _letters_and_digits(plain), _letters_and_digits(_MOMENT.sub(" ", plain))


def _letters_and_digits(text: str) -> str:
    return "".join(filter(str.isalnum, text))
