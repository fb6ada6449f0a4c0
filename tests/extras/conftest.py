"""What the tests of the extras share: how absent libraries are told, workbooks of planners, the one Spark session."""

from __future__ import annotations

import os
import shutil
import zipfile
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

import pytest

from installed import absent_imports, absent_libraries, pass_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path


class _Unrun(pytest.Module):
    """The tests of a file that needs libraries which are not installed."""

    missing: set[str]

    def collect(self) -> NoReturn:
        pass_over(f"the tests of {self.path.parent.name} need {', '.join(sorted(self.missing))}")


def pytest_pycollect_makemodule(module_path: Path, parent: Any) -> pytest.Module | None:
    """Pass a file over where a library is absent: of its extra, or one that it or the fixtures beside it import."""
    folder = module_path.parent
    files = (module_path, *folder.glob("conftest.py"))
    missing = absent_libraries(folder.name) or set[str]().union(*map(absent_imports, files))
    if not missing:
        return None
    unrun: _Unrun = _Unrun.from_parent(parent, path=module_path)
    unrun.missing = missing
    return unrun


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts Spark: by its fixture, or as one of the kinds of frame."""
    for item in items:
        kind = item.callspec.params.get("kind") if hasattr(item, "callspec") else None
        if "spark" in getattr(item, "fixturenames", ()) or (isinstance(kind, str) and kind == "pyspark"):
            item.add_marker("spark")


Cells: TypeAlias = "Mapping[int, Any]"
"""Column, from 0 -> what stands there; a callable writes the cell itself."""

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


@pytest.fixture
def glp039_rows() -> Callable[..., list[dict[int, Any]]]:
    """Return the rows of a small GLP039 report, free to be changed: eight rows of head, then the total."""

    def rows(accounts: Sequence[Account] = ACCOUNTS, *, shift: int = 0, satker: str = "012345") -> list[dict[int, Any]]:
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

    return rows


@pytest.fixture
def write_workbook(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes rows of cells as a workbook; more sheets may be given by name.

    Texts stand in the cells themselves, as in SAKTI's export, unless `shared` is asked for.
    """
    if find_spec("xlsxwriter") is None:
        pass_over("these tests need xlsxwriter")
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - only these tests need it

    def write(rows: Iterable[Cells], name: str = "berkas.xlsx", *, sheet: str = "Lembar", **more: Any) -> Path:
        path = tmp_path / name
        others: Mapping[str, Iterable[Cells]] = more.pop("sheets", {})
        with xlsxwriter.Workbook(str(path), {"constant_memory": True, **more}) as book:
            for title, content in {sheet: rows, **others}.items():
                _fill(book, book.add_worksheet(title), content)
        return path

    return write


def _fill(book: Any, sheet: Any, rows: Iterable[Cells]) -> None:
    for number, row in enumerate(rows):
        for column, value in sorted(row.items()):
            if callable(value):
                value(book, sheet, number, column)
            else:
                sheet.write(number, column, value)


@pytest.fixture
def write_table(write_workbook: Callable[..., Path]) -> Callable[..., Path]:
    """Return a function that writes lists of cells, one list for each row, as a workbook."""

    def write(*rows: Sequence[Any], **more: Any) -> Path:
        return write_workbook([dict(enumerate(row)) for row in rows], **more)

    return write


@pytest.fixture
def rewrite() -> Callable[..., Path]:
    """Return a function that changes the text of one part of a workbook, or takes the part out (None)."""

    def change(path: Path, part: str, edit: Callable[[str], str] | None) -> Path:
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

    return change


@pytest.fixture
def in_percent() -> Callable[..., Any]:
    """Return a cell whose number is shown with a number format, a percentage unless said otherwise."""

    def cell(value: float, pattern: str = "0.00%") -> Callable[..., None]:
        def write(book: Any, sheet: Any, row: int, column: int) -> None:
            sheet.write(row, column, value, book.add_format({"num_format": pattern}))

        return write

    return cell


@pytest.fixture
def with_formula() -> Callable[..., Any]:
    """Return a cell with a formula and the result that was stored beside it."""

    def cell(formula: str, result: Any) -> Callable[..., None]:
        def write(_book: Any, sheet: Any, row: int, column: int) -> None:
            sheet.write_formula(row, column, formula, value=result)

        return write

    return cell


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Return the one Spark session of the run, on this machine; skipped where Spark or Java is absent."""
    if find_spec("pyspark") is None:
        pass_over("these tests need pyspark")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pass_over("Spark needs Java, and there is none here")
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only these tests need it

    builder = SparkSession.builder.master("local[1]").appName("kinerja")
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.default.parallelism": "1",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()
