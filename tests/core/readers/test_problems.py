"""What is wrong in a file, as a program reads it: each problem with the code of what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, RecordsError
from kinerja.indicators import Tenant
from kinerja.readers import read_actuals, read_number, read_rows
from kinerja.records import unit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TENANTS = "satker;tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n"


@attrs.frozen(kw_only=True)
class Refusing:
    """A record that takes one unit alone."""

    identity: ClassVar = ("unit",)
    unit: str = attrs.field(metadata=unit())

    def __attrs_post_init__(self) -> None:
        """Take no other unit."""
        if self.unit != "A":
            message = "only A is taken"
            raise ValueError(message)


def _codes(caught: pytest.ExceptionInfo[RecordsError]) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in caught.value.problems]


def test_every_cell_says_by_its_code_what_is_wrong(write_csv: Callable[..., Path]) -> None:
    """A program tells a blank cell from a bad date without reading the sentence."""
    path = write_csv(f"{TENANTS}A;;2023-01-01;;;\nA;B;besok;;;\nA;C;31 April 2023;;;\n")
    with pytest.raises(RecordsError) as caught:
        read_rows(path, Tenant)
    assert [(2, "cell.blank"), (3, "date.not_whole"), (4, "date.none_such")] == _codes(caught)


def test_what_another_part_refuses_keeps_its_code(write_csv: Callable[..., Path]) -> None:
    """A code that no indicator has, and a figure that its indicator cannot have."""
    with pytest.raises(RecordsError) as caught:
        read_actuals(write_csv("kode;realisasi\nSK9/9;1\nSK1/1;-2\n"), entries=BSPJI_PEKANBARU_2021_2024)
    assert [(2, "name.misspelt"), (3, "quantity.least")] == _codes(caught)


def test_a_text_alone_is_refused_under_a_code_with_its_value() -> None:
    """There is one problem, so that the error has its code."""
    with pytest.raises(RecordsError) as caught:
        read_number("1e5")
    assert ("written.power_of_ten", "1e5") == (caught.value.code, caught.value.problems[0].value)


def test_a_file_that_is_not_there_has_a_code(tmp_path: Path) -> None:
    """As everything has that keeps a file from being read."""
    with pytest.raises(RecordsError) as caught:
        read_rows(tmp_path / "tiada.csv", Tenant)
    assert "file.missing" == caught.value.code


def test_what_a_record_of_ones_own_refuses_in_its_own_words_has_no_code(write_csv: Callable[..., Path]) -> None:
    """Its words are told all the same."""
    with pytest.raises(RecordsError) as caught:
        read_rows(write_csv("satker\nB\n"), Refusing)
    assert [(2, "", "only A is taken")] == [(cell.row, cell.code, cell.allowed.en) for cell in caught.value.problems]


def test_of_a_thousand_refused_records_none_is_told_twice(write_csv: Callable[..., Path]) -> None:
    """Reading stops there, and says so last."""
    with pytest.raises(RecordsError) as caught:
        read_rows(write_csv("satker\n" + "B\n" * 1100), Refusing)
    rows = [problem.row for problem in caught.value.problems]
    assert ([*range(2, 1003)], "file.too_many_problems") == (rows, caught.value.problems[-1].code)
