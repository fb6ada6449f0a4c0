"""The table of realisations."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, Reason, RecordsError
from kinerja._base import Text
from kinerja.readers import Actual, Actuals, read_actuals, read_folder
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinerja import Catalogue


def _problems(path: Path, **more: Any) -> list[tuple[int | None, str | None, object]]:
    with pytest.raises(RecordsError) as caught:
        read_actuals(path, **more)
    return [(problem.row, problem.column, problem.value) for problem in caught.value.problems]


def test_a_table_of_realisations_keeps_the_order_of_the_file(write_csv: Callable[..., Path]) -> None:
    """Code, value, note, and the row where they stand."""
    path = write_csv("kode;realisasi;keterangan\nSK3/4;47,25;audit\nSK1/1;1;\n")
    rows = (
        Actual(code="SK3/4", value=Fraction(189, 4), note="audit", row=2),
        Actual(code="SK1/1", value=Fraction(1), row=3),
    )
    assert Actuals(file=str(path), rows=rows, heading="realisasi") == read_actuals(path)


@pytest.mark.parametrize(
    "header", ["code,actual,note", "Actual,CODE,Note", "kode;realisasi", "keterangan;REALISASI; Kode"]
)
def test_the_headings_are_known_in_both_languages(write_csv: Callable[..., Path], header: str) -> None:
    """In any order and case, the note may be missing."""
    cells = {"kode": "SK1/1", "code": "SK1/1", "realisasi": "1", "actual": "1", "keterangan": "", "note": ""}
    separator = ";" if ";" in header else ","
    row = separator.join(cells[name.strip().lower()] for name in header.split(separator))
    assert {"SK1/1": 1} == read_actuals(write_csv(f"{header}\n{row}\n")).by_code()


@pytest.mark.parametrize("spelling", ["N/A", "n/a", "-", "\N{EN DASH}", "\N{EM DASH}", "", "  ", " - "])
def test_not_measured_is_not_zero(write_csv: Callable[..., Path], spelling: str) -> None:
    """However it is spelt."""
    path = write_csv(f"kode;realisasi\nSK1/1;{spelling}\nSK1/2;0\n")
    assert {"SK1/1": Reason.NOT_MEASURED, "SK1/2": 0} == read_actuals(path).by_code()


@pytest.mark.parametrize("spelling", ["NA", "nihil", "belum diukur", "#DIV/0!", "#N/A", "None", "--", "0/0", "TW IV"])
def test_other_spellings_are_refused(write_csv: Callable[..., Path], spelling: str) -> None:
    """Nobody knows what they are meant to say."""
    assert [(2, "realisasi", spelling)] == _problems(write_csv(f"kode;realisasi\nSK1/1;{spelling}\n"))


@pytest.mark.parametrize("entries", [None, BSPJI_PEKANBARU_2021_2024])
def test_one_dot_before_three_digits_is_refused_unless_the_code_is_no_percent(
    write_csv: Callable[..., Path], entries: Catalogue | None
) -> None:
    """A code that is not known may be one."""
    path = write_csv("realisasi;kode\n47.250;SK3/4\n")
    assert [(2, "realisasi", "47.250")] == _problems(path, entries=entries)


def test_every_wrong_row_is_told_with_the_unreadable_ones(write_csv: Callable[..., Path]) -> None:
    """An unknown code, half a tenant, a negative count and a wrong figure are told together."""
    path = write_csv("kode;realisasi\nSK9/9;1\nSK1/1;1,5\nSK2/1;-1\nSK3/4;1e5\n")
    expected = [(2, "kode", "SK9/9"), (3, "realisasi", "1,5"), (4, "realisasi", "-1"), (5, "realisasi", "1e5")]
    assert expected == _problems(path, entries=BSPJI_PEKANBARU_2021_2024)


def test_one_dot_before_three_digits_is_thousands_for_a_code_that_is_no_percent(write_csv: Callable[..., Path]) -> None:
    """The unit of the indicator decides."""
    path = write_csv("realisasi;kode\n1.000;SK1/1\n")
    assert {"SK1/1": 1000} == read_actuals(path, entries=BSPJI_PEKANBARU_2021_2024).by_code()


def test_a_code_given_twice_is_refused(write_csv: Callable[..., Path]) -> None:
    """Neither is taken."""
    assert [(4, "kode", "SK1/1")] == _problems(write_csv("kode;realisasi\nSK1/1;1\nSK1/2;1\nSK1/1;2\n"))


@pytest.mark.parametrize("row", [";5", ";-", ";;catatan"])
def test_a_value_without_a_code_is_refused(write_csv: Callable[..., Path], row: str) -> None:
    """So is a note."""
    assert [(2, "kode", None)] == _problems(write_csv(f"kode;realisasi;keterangan\n{row}\n"))


def test_every_bad_cell_is_told_at_once(write_csv: Callable[..., Path]) -> None:
    """From the first row to the last."""
    path = write_csv("kode;realisasi\nSK1/1;satu\n;2\nSK3/4;17,265,705,000\n")
    expected = [(2, "realisasi", "satu"), (3, "kode", None), (4, "realisasi", "17,265,705,000")]
    assert expected == _problems(path)


def test_a_file_without_its_columns_is_refused(write_csv: Callable[..., Path]) -> None:
    """It names those that are missing."""
    lack = sentence("table.lack", columns=[Text(id="realisasi", en="realisasi / actual")], unknown=["capaian"])
    with refused("table.columns_missing", lack=lack):
        read_actuals(write_csv("kode;capaian\nSK1/1;100\n"))


def test_decimals_without_quotation_marks_are_refused(write_csv: Callable[..., Path]) -> None:
    """Between commas 47,25 would be 47, and 25 its note."""
    path = write_csv("kode,realisasi,keterangan\nSK3/4,47,25\n")
    assert [(2, "keterangan", "25")] == _problems(path)


def test_the_realisations_may_stand_first(write_csv: Callable[..., Path]) -> None:
    """Their heading is kept."""
    assert "realisasi 2023" == read_actuals(write_csv("realisasi 2023;kode\n47,25;SK3/4\n")).heading


def test_what_a_table_does_not_say_is_blank() -> None:
    """Of a row, and of a table that has no headings."""
    row = Actual(code="A", value=Fraction(1), row=2)
    assert (attrs.evolve(row, note=""), Actuals(file="a", rows=(), heading="")) == (row, Actuals(file="a", rows=()))


def test_other_columns_are_named(write_csv: Callable[..., Path]) -> None:
    """Their numbers and units may stand beside."""
    path = write_csv("No;kode;satuan;target;realisasi\n1;SK1/1;Tenan;1;1\n")
    assert ("No", "satuan") == read_actuals(path).left_out


def test_a_table_hashes_and_duplicates(write_csv: Callable[..., Path], duplicate: Callable[[Any], Any]) -> None:
    """It is a value."""
    actuals = read_actuals(write_csv("kode;realisasi\nSK1/1;1\nSK1/2;-\n"))
    assert {actuals} == {duplicate(actuals)}


def test_a_csv_file_needs_no_extra(write_csv: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers in Indonesian writing are read by the library itself."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert {"SK1/1": 1000} == read_actuals(write_csv("kode;realisasi\nSK1/1;Rp1.000\n")).by_code()


def test_importing_the_readers_loads_no_optional_package() -> None:
    """They are asked for where they are needed."""
    code = "import sys, kinerja.readers; print(*{'python_calamine', 'xlsxwriter'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "\n" == done.stdout


@pytest.mark.parametrize(
    "content",
    [
        ";".join(f"kolom {number}" for number in range(16_000)) + "\n",
        f"kode anggaran;tahun;akun;pagu;realisasi\n{'s.d. ' * 5_000}x;2023;521211;100;47\n",
    ],
    ids=["columns", "words"],
)
def test_no_table_is_so_wide_that_it_does_not_end(write_csv: Callable[..., Path], content: str) -> None:
    """A second of the processor; headings by the thousand, and words of a period, took half a minute."""
    path, began = write_csv(content), time.process_time()
    with contextlib.suppress(RecordsError):
        read_folder(path.parent, BSPJI_PEKANBARU_2021_2024)
    assert 10 > time.process_time() - began
