"""What reading a folder costs, against an older tree: `python tests/benchmarks/reading.py OLDER_SRC`.

Both trees read the same folder in turn, in processes of their own: one workbook of 20,000 receipts.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter  # type: ignore[import-untyped]
from pairs import Comparison, compare

import kinerja

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROWS = 20_000
HEADINGS = ("nomor penerimaan", "nomor spk", "akun", "layanan", "jumlah", "tanggal penerimaan")
READ_WHEN_ASKED = """
import sys
from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
from kinerja.readers import read_folder
for _ in sys.stdin:
    read_folder(sys.argv[1], catalogue)
    print(flush=True)
"""


def write_receipts(folder: Path) -> None:
    """Write a workbook of made-up receipts, two years of them."""
    with xlsxwriter.Workbook(str(folder / "penerimaan.xlsx"), {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("isian")
        sheet.write_row(0, 0, HEADINGS)
        for number in range(1, ROWS + 1):
            day = dt.date(2022, 1, 1) + dt.timedelta(number % 730)
            sheet.write_row(number, 0, (f"NTPN-{number}", f"SPK-{number % 97}", "425283", "pengujian", 1000 * number))
            sheet.write_datetime(number, len(HEADINGS) - 1, day)


def reader(tree: Path, folder: Path) -> Callable[[], object]:
    """Start a process that reads the folder each time it is asked, with the library of one tree."""
    process = subprocess.Popen(  # closed with this script, at the end of its standard input
        [sys.executable, "-c", READ_WHEN_ASKED, folder],
        env={**os.environ, "PYTHONPATH": str(tree)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    asked, answered = process.stdin, process.stdout

    def read() -> None:
        print(file=asked, flush=True)
        if answered is None or not answered.readline():
            raise RuntimeError(tree)

    return read


def scorer(tree: Path, folder: Path) -> Callable[[], object]:
    """Return a call that runs `kinerja score` on the folder with the library of one tree."""
    command = [sys.executable, "-m", "kinerja", "score", str(folder), "--period", "2023"]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    return lambda: subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def reading_comparisons(older: Path) -> Iterator[Comparison]:
    """Run both."""
    trees = (Path(kinerja.__file__).parents[1], older)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_receipts(folder)
        yield compare("read_folder, 20,000 rows of XLSX, against before", *_both(reader, trees, folder), limit=0.65)
        yield compare("kinerja score on them, against before", *_both(scorer, trees, folder), limit=0.75)


def _both(
    make: Callable[[Path, Path], Callable[[], object]], trees: tuple[Path, Path], folder: Path
) -> tuple[Callable[[], object], Callable[[], object]]:
    return make(trees[0], folder), make(trees[1], folder)


if __name__ == "__main__":
    for comparison in reading_comparisons(Path(sys.argv[1])):
        print(comparison, flush=True)
