"""Why something failed, in Indonesian: the operating system, the parsers and Python say it in English alone."""

from __future__ import annotations

import errno
import os
import tomllib

import pytest

from kinerja._base.causes import cause


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "tidak ada"),
        (errno.EACCES, "tidak diizinkan; mungkin sedang terbuka di program lain"),
        (errno.EPERM, "tidak diizinkan"),
        (errno.EISDIR, "ini folder"),
        (errno.ENOTDIR, "yang di atasnya bukan folder"),
        (errno.EEXIST, "sudah ada"),
        (errno.ENOSPC, "tempat penyimpanan penuh"),
        (errno.EROFS, "tempat penyimpanan ini hanya dapat dibaca"),
        (errno.ENAMETOOLONG, "namanya terlalu panjang"),
        (errno.EIO, "tempat penyimpanan tidak dapat dibaca atau ditulis"),
        (errno.EMLINK, f"galat sistem {errno.EMLINK}"),
    ],
)
def test_what_the_system_says_is_told(number: int, said: str) -> None:
    """In English as it says it."""
    told = cause(OSError(number, os.strerror(number)))
    assert (said, os.strerror(number)) == (told.id, told.en)


def test_an_error_of_the_system_without_a_number_is_told_as_one() -> None:
    """Nothing more is known of it."""
    assert "galat sistem" == cause(OSError("lain")).id


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\na = 2\n", "baris 2, kolom 6: nama ini sudah ada"),
        ("[a]\n[a]", "baris 2, kolom 3: tabel ini sudah ada"),
        ("a 1", "baris 1, kolom 3: sesudah nama harus ada tanda ="),
        ("= 1", "baris 1, kolom 1: di sini harus ada nama = nilai, atau [tabel]"),
        (
            "a = x",
            "baris 1, kolom 5: nilainya harus teks dalam tanda kutip, angka, true, false, tanggal, atau deret",
        ),
        ('a = "x', "di akhir berkas: tanda kutip tidak ditutup"),
        ("a = [1", "di akhir berkas: tulisannya tidak utuh atau keliru"),
    ],
)
def test_what_the_parser_of_toml_says_is_told_with_its_place(text: str, said: str) -> None:
    """Its sentences begin alike, and end with the place."""
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    assert said == cause(caught.value).id


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "bukan teks UTF-8"),
        (RecursionError("too deep"), "isinya bersarang terlalu dalam"),
        (TypeError("no"), "jenis isinya lain dari yang diminta"),
        (ValueError("no"), "tulisannya tidak utuh atau keliru"),
    ],
)
def test_what_python_says_is_told(error: Exception, said: str) -> None:
    """By its kind alone."""
    assert (said, str(error)) == (cause(error).id, cause(error).en)
