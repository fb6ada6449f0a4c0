"""Texts that people type: names, references, codes, notes, headings."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kinerja.readers.sheets import read_cell_text, refusal
from kinerja.readers.tables import messages as say

if TYPE_CHECKING:
    from kinerja.readers.sheets import Cell

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


def loose_heading(heading: str) -> str:
    """Return the letters and digits of a heading, usual short forms in full, without a unit in brackets at its end.

    A heading that is nothing but `No` numbers the rows, and stays.

    >>> headings = ("Pasca-Inkubasi", "No. SPK", "Pagu (Rp)", "Realisasi s/d Periode", "No.")
    >>> [loose_heading(heading) for heading in headings]
    ['pascainkubasi', 'nomorspk', 'pagu', 'realisasisdperiode', 'no']
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", _UNIT.sub("", heading)).casefold())
    return "".join(words if words == ["no"] else [_SHORT.get(word, word) for word in words])


def read_name(cell: Cell) -> str:
    r"""Read a text as `read_cell_text` does, if all of its signs are seen.

    Raises:
        RecordsError: for a text with signs that nobody sees, and for what is no text.

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
