"""Why something failed, in Indonesian, where the operating system, a parser or Python says it in English alone."""

from __future__ import annotations

import errno
import re

from kinerja._base.text import Text

_SYSTEM = {
    errno.ENOENT: "tidak ada; periksa nama dan foldernya",
    errno.EACCES: "tidak diizinkan; mungkin sedang terbuka di program lain",
    errno.EPERM: "tidak diizinkan",
    errno.EISDIR: "ini folder; sebutkan berkas di dalamnya",
    errno.ENOTDIR: "yang di atasnya bukan folder",
    errno.EEXIST: "sudah ada; pilih nama lain",
    errno.ENOSPC: "tempat penyimpanan penuh; kosongkan sebagian",
    errno.EROFS: "tempat penyimpanan ini hanya dapat dibaca",
    errno.ENAMETOOLONG: "namanya terlalu panjang; pendekkan",
    errno.EIO: "tempat penyimpanan tidak dapat dibaca atau ditulis",
}
_PARSERS = {
    "Cannot overwrite": "nama ini sudah ada",
    "Cannot declare": "tabel ini sudah ada",
    "Expected '='": "sesudah nama harus ada tanda =",
    "Invalid statement": "di sini harus ada nama = nilai, atau [tabel]",
    "Invalid value": "nilainya harus teks dalam tanda kutip, angka, true, false, tanggal, atau deret",
    "Unterminated string": "tanda kutip tidak ditutup",
}
_NOT_WELL_WRITTEN = "tulisannya tidak utuh atau keliru"
_PLACE = re.compile(r"line (\d+),? column (\d+)")


def cause(error: BaseException) -> Text:
    """Say in both languages why something failed; in English as it was said.

    >>> print(cause(FileNotFoundError(errno.ENOENT, "No such file or directory")))
    tidak ada; periksa nama dan foldernya
    >>> print(cause(ValueError("Invalid statement (at line 3, column 1)")))
    baris 3, kolom 1: di sini harus ada nama = nilai, atau [tabel]
    """
    return Text(id=_in_indonesian(error), en=getattr(error, "strerror", None) or str(error))


def _in_indonesian(error: BaseException) -> str:
    match error:
        case OSError():
            return _SYSTEM.get(error.errno or 0, f"galat sistem {error.errno or ''}".strip())
        case UnicodeError():
            return "bukan teks UTF-8"
        case RecursionError():
            return "isinya bersarang terlalu dalam"
        case TypeError():
            return "jenis isinya lain dari yang diminta"
        case _:
            return _parsed(str(error))


def _parsed(said: str) -> str:
    """Tell what a parser of JSON or TOML said: its sentences begin alike, and end with the place."""
    what = next((text for opening, text in _PARSERS.items() if said.startswith(opening)), _NOT_WELL_WRITTEN)
    place = _PLACE.search(said)
    if place is not None:
        return f"baris {place[1]}, kolom {place[2]}: {what}"
    return f"di akhir berkas: {what}" if "end of document" in said else what
