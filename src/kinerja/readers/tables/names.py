"""Texts that people type: names, references, codes, notes, headings and the periods that they name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kinerja._base.dates import MONTH_WORDS
from kinerja.readers.sheets import Cell, read_cell_text, refusal
from kinerja.readers.tables import messages as say

if TYPE_CHECKING:
    from kinerja.records import Period

_NO_FILE_NAME = re.compile(r"[^\w.-]+")
_UNSEEN = frozenset({"Cc", "Cf"})
"""Of Unicode's categories those of signs that steer what shows a text: control and format."""


_SHORT = {"tgl": "tanggal", "no": "nomor", "ket": "keterangan", "jml": "jumlah", "thn": "tahun", "th": "tahun"}
AS_OTHERS_HEAD = {
    "kodesatker": "satker",
    "kdsatker": "satker",
    "ta": "tahun",
    "thang": "tahun",
    "kodeiku": "kode",
    "kodeindikator": "kode",
    "realisasikinerja": "realisasi",
}
"""How other tools and offices head a column, letters and digits alone -> how it is headed here."""

_UNIT = re.compile(r"\s*[(\[]\s*(?:rp\.?|rupiah|%|persen)\s*[)\]]\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", re.ASCII)
_PART = re.compile(r"\b(tri\s?wulan|tw|kuartal|q|semester|smt)[\s.-]{0,2}(iv|i{1,3}|[1-4])\b", re.ASCII)
_NUMERALS = ("i", "ii", "iii", "iv")
_MONTHS_OF_QUARTER, _MONTHS_OF_SEMESTER = 3, 6
_LETTERS = re.compile(r"[a-z]+")
_AT_END = re.compile(
    rf"(?:sd)?(?:(?:triwulan|tw|semester|smt)(?:iv|i{{1,3}}|[1-4])|(?:bulan)?(?:{'|'.join(MONTH_WORDS)}))?"
    r"(?:(?:tahun(?:anggaran)?|ta)?(?:19|20)[0-9]{2})?\Z",
    re.ASCII,
)


def loose_heading(heading: str) -> str:
    """Return the letters and digits of a heading, usual short forms in full, without a unit in brackets at its end.

    A heading that is nothing but `No` numbers the rows, and stays.

    >>> headings = ("Pasca-Inkubasi", "No. SPK", "Pagu (Rp)", "Realisasi s/d Periode", "No.")
    >>> [loose_heading(heading) for heading in headings]
    ['pascainkubasi', 'nomorspk', 'pagu', 'realisasisdperiode', 'no']
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", _UNIT.sub("", heading)).casefold())
    return "".join(words if words == ["no"] else [_SHORT.get(word, word) for word in words])


def names_other_period(heading: str, period: Period) -> bool:
    """Tell whether a heading names years, but not that of a period, or parts of a year, but none that ends as it does.

    >>> from kinerja.records import as_period
    >>> headings = ("Realisasi 2022", "Triwulan I Realisasi", "Realisasi s.d. Juni 2023", "Realisasi")
    >>> [names_other_period(heading, as_period("2023-TW2")) for heading in headings]
    [True, True, False, False]
    """
    years, months = _YEARS.findall(heading), set(_last_months(heading.casefold()))
    return bool(years and str(period.year) not in years) or bool(months and period.end.month not in months)


def names_period(heading: str) -> bool:
    """Tell whether a heading names a year or a part of one.

    >>> names_period("Triwulan I Realisasi"), names_period("Tanggal Seleksi")
    (True, False)
    """
    return bool(_YEARS.search(heading)) or any(_last_months(heading.casefold()))


def _last_months(heading: str) -> Iterator[int]:
    """Return the last month of each part of a year that a heading names."""
    for word, number in _PART.findall(heading):
        count = _NUMERALS.index(number) + 1 if number in _NUMERALS else int(number)
        yield count * (_MONTHS_OF_SEMESTER if word.startswith("s") else _MONTHS_OF_QUARTER)
    yield from (MONTH_WORDS[word] for word in _LETTERS.findall(heading) if word in MONTH_WORDS)


def without_period(heading: str) -> str:
    """Return the letters and digits of a heading without the period at its end.

    >>> without_period("realisasitahun2023"), without_period("realisasisdtriwulanii"), without_period("realisasi")
    ('realisasi', 'realisasi', 'realisasi')
    """
    return _AT_END.sub("", heading, count=1)


def read_name(cell: Cell) -> str:
    r"""Read a text as `read_cell_text` does; one with signs that nobody sees is refused.

    >>> read_name(" SPK-001\xa0\n Pekanbaru ")
    'SPK-001 Pekanbaru'
    """
    text = read_cell_text(cell)
    if text.isprintable():
        return text
    unseen = [sign for sign in text if unicodedata.category(sign) in _UNSEEN]
    if unseen:
        raise refusal(say.UNSEEN_SIGN, signs=[f"U+{ord(sign):04X}" for sign in dict.fromkeys(unseen)])
    return text


def code_in_name(code: str) -> str:
    """Return a code as the name of a file or a worksheet begins with it.

    >>> code_in_name("SK1/1")
    'SK1-1'
    """
    return _NO_FILE_NAME.sub("-", code)
