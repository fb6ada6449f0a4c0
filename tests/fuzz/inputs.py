"""Inputs of offices damaged as people and programs damage them: `python tests/fuzz/inputs.py --count 3000`.

Each is right, refused or named, and anything else is a failure:

- right: the figures are those of the undamaged input, or where the damage is a true change, those that its records give
  with the same change made to them;
- refused: with an error of the library, in Indonesian, that names the file or its folder;
- named: the figures are others, and a remark beside them says what was damaged.

What failed is kept with `--keep FOLDER`; the same seed draws the same damage.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import datetime as dt
import io
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import xlsxwriter  # type: ignore[import-untyped]

from kinerja import BSPJI_PEKANBARU_2021_2024, KinerjaError, Measurement, TargetError, load_catalogue
from kinerja._base import FrozenMap, Percent
from kinerja.catalogue import Catalogue
from kinerja.readers import Folder, measure_folders, read_folder, remarks_on
from kinerja.readers.folders.agreed import assumptions, with_unit_settings
from kinerja.readers.sheets import open_sheets
from kinerja.records import as_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[2]
CASES, EXAMPLES, BEFORE = ROOT / "tests/data/cases", ROOT / "examples", ROOT / "tests/data/filled-before"
NO_PYTHON = re.compile(r"Error\b|Traceback|Fraction\(|\bNone\b|<[a-z]+ object|_[a-z]+\(|\bself\b|Errno")

Rows: TypeAlias = "list[list[Any]]"
Figures: TypeAlias = "dict[str, Any]"


@attrs.define
class Sheet:
    """A worksheet, or the one table of a CSV file, as cells."""

    name: str
    rows: Rows
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[int, int, int, int] | None = None


@attrs.define
class Table:
    """A file as its sheets, and how it is written."""

    name: str
    sheets: list[Sheet]
    separator: str = ";"
    encoding: str = "utf-8"
    cut: Callable[[bytes], bytes] = bytes

    @property
    def is_text(self) -> bool:
        """Whether it is a CSV file."""
        return self.name.endswith(".csv")

    def write(self, folder: Path) -> None:
        """Write the file into a folder, cut as asked."""
        (folder / self.name).write_bytes(self.cut(self.whole()))

    def whole(self) -> bytes:
        """Return the content of the file before it is cut."""
        return self._as_text() if self.is_text else self._as_workbook()

    def _as_text(self) -> bytes:
        text = io.StringIO()
        csv.writer(text, delimiter=self.separator, lineterminator="\r\n").writerows(self.sheets[0].rows)
        return text.getvalue().encode(self.encoding, errors="replace")

    def _as_workbook(self) -> bytes:
        content = io.BytesIO()
        with xlsxwriter.Workbook(content, {"default_date_format": "dd/mm/yyyy"}) as book:
            percent = book.add_format({"num_format": "0.00%"})
            for sheet in self.sheets:
                page = book.add_worksheet(sheet.name)
                for row, cells in enumerate(sheet.rows):
                    for column, cell in enumerate(cells):
                        _put(page, row, column, cell, percent)
                for row in sheet.hidden_rows:
                    page.set_row(row, None, None, {"hidden": True})
                if sheet.merged is not None:
                    page.merge_range(*sheet.merged, "")
                if sheet.hidden:
                    page.hide()
        return content.getvalue()


def _put(page: Any, row: int, column: int, cell: Any, percent: Any) -> None:
    if isinstance(cell, Percent):
        page.write_number(row, column, float(Fraction(cell) / 100), percent)
    elif isinstance(cell, dt.datetime | dt.date):
        page.write_datetime(row, column, cell)
    elif isinstance(cell, float | int):
        page.write_number(row, column, cell)
    elif cell != "":
        page.write_string(row, column, str(cell))


@attrs.frozen
class Input:
    """An undamaged input: its files, what they are measured by, and what comes out."""

    name: str
    tables: tuple[Table, ...]
    catalogue: Catalogue
    period: str
    folder: Folder
    figures: Figures


@attrs.define
class Expected:
    """What may become of a damaged input.

    Fields:
        figures: the right ones.
        refusal: whether it may be refused; `only`: whether it must be.
        named: what one remark says of the damage, all of it, where the figures are others.
        always: what must be said whatever the figures.
    """

    figures: Figures
    refusal: bool = True
    only: bool = False
    named: tuple[str, ...] = ()
    always: tuple[str, ...] = ()


@attrs.frozen
class Outcome:
    """What became of an input: figures and everything that is said beside them, or a refusal."""

    figures: Figures | None
    said: str


def figures_of(folder: Folder, catalogue: Catalogue, period: str) -> tuple[Figures, str]:
    """Measure a folder; return what was measured of each code, and all that is said of it in Indonesian."""
    own, when = with_unit_settings([folder], catalogue), as_period(period)
    values = measure_folders([folder], own, when)
    remarks = remarks_on([folder], own, when, values)
    notes = assumptions([folder], own, when, cap=folder.unit.cap is not None, targets=folder.targets.of(when))
    said = [text.id for texts in remarks.values() for text in texts] + [text.id for text in notes]
    with contextlib.suppress(TargetError):  # a year that no decree covers
        card = own.scorecard(when, values, targets=folder.targets.of(when) or None)
        said += [note.id for score in card.scores for note in score.notes]
    figures: Figures = {code: _figure(value) for code, value in values.items()}
    figures["unit"] = (folder.unit.title, folder.unit.cap, dict(folder.targets.of(when)))
    return figures, "\n".join(said)


def _figure(value: Any) -> Any:
    return dict(value.quantities) if isinstance(value, Measurement) else value


def outcome(path: Path, of: Input) -> Outcome:
    """Read and measure a folder as `kinerja score` does."""
    try:
        folder = read_folder(path, of.catalogue, other_unit=True)
        return Outcome(*figures_of(folder, of.catalogue, of.period))
    except KinerjaError as error:
        return Outcome(None, error.text.id)


def verdict(became: Outcome, expected: Expected, place: str) -> str:
    """Say which of the three it is, or what is wrong."""
    fault = NO_PYTHON.search(became.said)
    if fault:
        return f"Python in words ({fault[0]}): {became.said[:300]}"
    if became.figures is None:
        return _refused(became.said, expected, place)
    unsaid = [text for text in expected.always if text not in became.said]
    if expected.only or unsaid:
        return f"unsaid: {unsaid}" if unsaid else "read though it must be refused"
    if became.figures == expected.figures:
        return "right"
    lines = became.said.splitlines()
    is_named = expected.named and any(all(text in line for text in expected.named) for line in lines)
    return "named" if is_named else f"wrong without a word: {_differing(became.figures, expected.figures)}"


def _refused(said: str, expected: Expected, place: str) -> str:
    if not (expected.refusal or expected.only):
        return f"refused though harmless: {said[:300]}"
    codes = expected.figures.keys() - {"unit"}
    return "refused" if place in said or any(code in said for code in codes) else f"refused of what? {said[:300]}"


def _differing(became: Figures, expected: Figures) -> Figures:
    return {code: (became[code], value) for code, value in expected.items() if became[code] != value}


def inputs(folder: Path) -> list[Input]:
    """Return the undamaged inputs: the examples, forms filled in before, and the cases that give a figure."""
    found = [
        _input("contoh", folder, [*(EXAMPLES / "contoh-2023").glob("*.csv")], "2023"),
        _input("formulir", folder, [*(BEFORE / "contoh-2023").glob("*.xlsx")], "2023"),
        _input("realisasi", folder, [EXAMPLES / "realisasi-2023.csv"], "2023"),
    ]
    found.append(_input("unit", folder, [*(EXAMPLES / "contoh-2023").glob("*.csv")], "2023", OF_THE_UNIT))
    found.extend(_input(name.split("-")[0], folder, [CASES / name], period) for name, period in CASE_PERIODS.items())
    return found


OF_THE_UNIT = {
    "unit.csv": [
        ["nama unit", "kode satker", "akun layanan", "batas atas capaian"],
        ["Balai Contoh (ilustrasi)", "", "425283", "120"],
    ],
    "target.csv": [["kode", "indikator", "target 2023"], ["SK1/1", "Tenan", "2"], ["SK3/4", "PDN", "60,5"]],
}
CASE_PERIODS = {
    "01-glp039-item-broken-over-page/h_break_ini.xlsx": "2026",
    "02-glp039-basis-sp2d-title/sp2d.xlsx": "2026",
    "03-glp039-saved-as-csv/glp039.csv": "2026",
    "04-glp039-filtered-export/seluruh.xlsx": "2026",
    "07-percent-as-fraction/realisasi.csv": "2023",
    "08-payment-time-in-date/penerimaan.csv": "2023",
    "09-lkjip-table-with-title-rows/lkjip.xlsx": "2023",
    "10-codes-written-otherwise/realisasi.csv": "2023",
    "11-minimise-ratio/realisasi.csv": "2023",
    "15-glp039-figures-as-text/glp039.xlsx": "2026",
    "16-glp039-shifted-item-level/glp039.xlsx": "2026",
}


def _input(
    name: str, folder: Path, files: Sequence[Path], period: str, more: Mapping[str, Rows] = FrozenMap()
) -> Input:
    beside = [Table(file, [Sheet("", rows)]) for file, rows in more.items()]
    tables, path, own = (*map(_table, sorted(files)), *beside), folder / name, files[0].with_name("katalog.toml")
    catalogue = load_catalogue(own) if own.exists() else BSPJI_PEKANBARU_2021_2024
    _write(path, tables)
    read = read_folder(path, catalogue, other_unit=True)
    return Input(name, tables, catalogue, period, read, figures_of(read, catalogue, period)[0])


def _table(file: Path) -> Table:
    sheets = open_sheets(file)
    separator = sheets[0].separator or ";"
    return Table(
        file.name, [Sheet(sheet.name or "", [[*cells] for _, cells in sheet.rows()]) for sheet in sheets], separator
    )


def _write(path: Path, tables: Sequence[Table]) -> None:
    path.mkdir()
    for table in tables:
        table.write(path)


def outcomes(seed: int, count: int, keep: Path | None) -> Iterator[tuple[str, str]]:
    """Damage inputs in one way each, every way in turn; give the way and what became of it."""
    from damage import KINDS, Damaged, UnfitError  # noqa: PLC0415 - it stands on this module

    draw, number = random.Random(seed), 0  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as below:
        whole = inputs(Path(below))
        while number < count:
            kind, of = KINDS[number % len(KINDS)], draw.choice(whole)
            damaged, path = Damaged(draw, of), Path(below, "rusak", of.name)
            try:
                expected = kind(damaged)
            except UnfitError:
                continue
            shutil.rmtree(path.parent, ignore_errors=True)
            path.parent.mkdir()
            _write(path, damaged.tables)
            became = verdict(outcome(path, of), expected, damaged.place)
            if keep is not None and became not in VERDICTS:
                shutil.copytree(path, keep / f"{seed}-{number}-{kind.__name__}", dirs_exist_ok=True)
            yield f"{kind.__name__} of {of.name}", became
            number += 1


VERDICTS = ("right", "refused", "named")


def main() -> None:
    """Damage as many inputs as are asked for; end with 1 where any is none of the three."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    counted = Counter[str]()
    for way, became in outcomes(asked.seed, asked.count, asked.keep):
        counted[became if became in VERDICTS else "failed"] += 1
        if became not in VERDICTS:
            print(f"{way}: {became}")
    print(f"seed {asked.seed}:", ", ".join(f"{counted[became]} {became}" for became in (*VERDICTS, "failed")))
    sys.exit(bool(counted["failed"]))


if __name__ == "__main__":
    sys.modules["inputs"] = sys.modules["__main__"]
    main()
