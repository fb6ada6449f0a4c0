"""Workbooks of planners: the rows of a GLP039 report, cells of every kind, and files changed by hand."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

Account: TypeAlias = "tuple[str, int, int, int]"
"""The path of codes of an account row, its pagu, and what was realised before and in the period."""

TOTAL_COLUMNS = (15, 17, 21, 22, 23, 27, 28)
WHOLE_COLUMNS = (15, 17, 21, 22, 24, 27, 29)
BROKEN_COLUMNS = (15, 17, 24, 27, 29)
CODE_COLUMNS = (1, 1, 2, 2, 4, 5, 7)
NAME_COLUMNS = (3, 8, 6, 10, 9, 11, 12)
NAMES = ("Program", "Kegiatan", "Klasifikasi", "Rincian Output", "Komponen", "Subkomponen", "Belanja")

ACCOUNTS: tuple[Account, ...] = (
    ("AA AA.6025 AEB AEB.001 051 051.0A 521211", 400, 100, 50),
    ("AA AA.6025 AEB AEB.001 051 051.0A 524111", 300, 0, 0),
    ("AA AA.6025 AEB AEB.001 051 051.0B 521211", 200, 20, 5),
    ("WA WA.1318 EBA EBA.Z08 ZZ1 ZZ1.0A 532111", 100, 0, 100),
)
"""Made-up figures; the grand total is 1000, of which 120 before, 155 in and 275 up to the period."""


def _figures(ceiling: int, before: int, within: int) -> list[float]:
    realised = before + within
    return [ceiling, 0, before, within, realised, realised / ceiling if ceiling else 0, ceiling - realised]


def _put(columns: Sequence[int], values: Iterable[Any], shift: int) -> dict[int, Any]:
    return {column + shift: value for column, value in zip(columns, values, strict=True)}


def _sums(accounts: Iterable[Account], path: str) -> list[float]:
    below = [account for account in accounts if f"{account[0]} ".startswith(path)]
    return _figures(*(sum(amounts) for amounts in list(zip(*below, strict=True))[1:]))


def _outline(accounts: Sequence[Account], shift: int) -> list[dict[int, Any]]:
    rows: list[dict[int, Any]] = []
    above: list[str] = []
    for path, *_ in accounts:
        codes = path.split()
        same = next((level for level, pair in enumerate(zip(above, codes, strict=False)) if len(set(pair)) > 1), 0)
        for level in range(same, len(codes)):
            figures = _sums(accounts, " ".join(codes[: level + 1]) + " ")
            row = {CODE_COLUMNS[level]: codes[level], NAME_COLUMNS[level]: f"{NAMES[level]} {codes[level]}"}
            rows.append(row | _put(WHOLE_COLUMNS, figures, shift))
        above = codes
    return rows


def glp039_rows(accounts: Sequence[Any] = ACCOUNTS, *, shift: int = 0, satker: str = "012345") -> list[dict[int, Any]]:
    """Return the rows of a small GLP039 report: eight rows of head, then the total."""
    return [
        {0: "LAPORAN KETERSEDIAAN DANA DETAIL TA 2026"},
        {0: "Per Program; Kegiatan; Output; SubOutput; Komponen; SubKomponen; Akun;"},
        {0: "Periode Maret 2026"},
        {0: "Kementerian\t:", 13: "099", 14: "KEMENTERIAN CONTOH"},
        {0: "Unit Organisasi\t", 13: "01", 14: "BADAN CONTOH"},
        {0: "Satuan Kerja   \t:", 13: satker, 14: "BALAI CONTOH", 27: "Hal 1 dari", 30: " 2"},
        {0: "Uraian", 16: "Pagu Revisi", 18: "Lock Pagu", 20: "Realisasi TA 2026", 29: "SISA ANGGARAN"},
        {20: "Periode Lalu", 22: "Periode Ini", 23: "s.d. Periode ", 26: "%"},
        {0: "JUMLAH SELURUHNYA", **_put(TOTAL_COLUMNS, _sums(accounts, ""), shift)},
        *_outline(accounts, shift),
    ]


def rewrite(path: Path, part: str, edit: Callable[[str], str] | None) -> Path:
    """Change the text of one part of a workbook, or take the part out (None)."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts.pop(part).decode()
    if edit is not None:
        assert content != edit(content)
        parts[part] = edit(content).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def in_percent(value: object, pattern: str = "0.00%") -> Callable[..., None]:
    """Return a cell whose number is shown with a number format, a percentage unless said otherwise."""

    def write(book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.write(row, column, value, book.add_format({"num_format": pattern}))

    return write


def with_formula(formula: str, result: Any) -> Callable[..., None]:
    """Return a cell with a formula and the result that was stored beside it."""

    def write(_book: Any, sheet: Any, row: int, column: int) -> None:
        sheet.write_formula(row, column, formula, value=result)

    return write
