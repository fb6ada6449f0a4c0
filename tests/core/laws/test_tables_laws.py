"""The laws of reading published tables and what people type."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja.decrees import find_code
from kinerja.readers import read_actuals

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

HEADINGS = ("Kode;Realisasi;Target\n", "Kode;Tahun 2023;\n;Realisasi;Target\n", ";Tahun 2023;\nKode;Realisasi;Target\n")
NUMBERS = ("", "(1);(2);(3)\n", "1;2;3\n", "(1);(2);(3) = (2)/(1)\n")
TITLES = st.lists(st.text("abc :", min_size=1, max_size=8).filter(str.strip), max_size=4)
MARKS = st.sampled_from(["", " ", "-", ".", "/", "\u00a0"])
FIGURES = {"SK1/1": 2, "SK3/4": Fraction(189, 4)}


def test_what_is_around_a_table_changes_no_figure(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Titles, blank rows, a row of groups and numbers of columns leave the figures what they are."""
    path: Path = tmp_path_factory.mktemp("laws") / "tabel.csv"

    @given(
        titles=TITLES,
        blank=st.sampled_from(["", "\n"]),
        headings=st.sampled_from(HEADINGS),
        numbers=st.sampled_from(NUMBERS),
    )
    def law(titles: list[str], blank: str, headings: str, numbers: str) -> None:
        above = "".join(f"{title}\n" for title in titles)
        path.write_text(f"{above}{blank}{headings}{numbers}SK 1/1;2;1\nsk3-4;47,25;45\n", encoding="utf-8")
        actuals = read_actuals(path, entries=CATALOGUE, period=2023)
        assert FIGURES == actuals.by_code()
        assert tuple(" ".join(title.split()) for title in titles) == actuals.above[: len(titles)]

    law()


@given(code=st.sampled_from([*CATALOGUE]), marks=st.lists(MARKS, min_size=3))
def test_a_code_is_found_however_its_letters_and_its_numbers_are_parted(code: str, marks: list[str]) -> None:
    """Between letters and numbers, and between the numbers, any mark may stand, but the numbers stay apart."""
    first, second = code.removeprefix("SK").split("/")
    written = f"{marks[0]}s{marks[1]}K{marks[2]}{first}{marks[0] or '/'}{second}{marks[1]}"
    assert code == find_code(written, CATALOGUE)
