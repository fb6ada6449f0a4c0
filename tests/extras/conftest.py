"""What the tests of the extras share: how absent libraries are told, workbooks of planners, the one Spark session."""

from __future__ import annotations

import os
import shutil
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
def evidence(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that makes a folder of CSV files: name -> text."""

    def write(files: Mapping[str, str], name: str = "Balai") -> Path:
        folder = tmp_path / name
        folder.mkdir(parents=True)
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def write_table(write_workbook: Callable[..., Path]) -> Callable[..., Path]:
    """Return a function that writes lists of cells, one list for each row, as a workbook."""

    def write(*rows: Sequence[Any], **more: Any) -> Path:
        return write_workbook([dict(enumerate(row)) for row in rows], **more)

    return write


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
