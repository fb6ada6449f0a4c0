"""Golden files of an office: written from scorecards, and held against what stands beside each figure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    PERCENT,
    Indicator,
    N,
    P3DNRatio,
    PNBPGrowth,
    Polarity,
    ProductivityDelta,
    Reason,
    RecordsError,
    Scoring,
    Text,
    Variable,
)
from kinerja._base import FrozenMap
from kinerja.testing import Disagreement, check_golden, write_golden
from said import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinerja.catalogue import Catalogue

HEADINGS = "kode;periode;besaran;data dukung;target;realisasi;capaian;sumber\n"
BUDGET = "satker;kode anggaran;tahun;akun;pagu;realisasi\nBalai;A;2023;521211;1.000;400\n"


def checked(write_csv: Callable[..., Path], *rows: str, **more: Any) -> int:
    """Check a golden file of rows without their source."""
    return check_golden(write_csv(HEADINGS + "".join(f"{row};LKjIP\n" for row in rows)), CATALOGUE, **more)


@pytest.mark.parametrize(
    "row",
    [
        "SK3/4;2023;realised=945.000.000 | ceiling=2.000.000.000;;45;47,25;105,00",
        "SK3/4;2023;realised=945.000.000 | ceiling=2.000.000.000;;45;47;105%",
        "SK3/1;2023;improvement=20 | cases=3;;10;20/3;200/3",
        "SK3/1;2023;improvement=20 | cases=3;;10;6,7;66,67",
        "SK3/1;2023;improvement=0 | cases=0;;10;tidak terdefinisi;tidak terdefinisi",
        "SK3/1;2023;improvement=0 | cases=0;;;tidak terdefinisi;",
        "SK3/4;2023;;;0;47,25;tanpa target",
        "SK3/4;2023;;;45;belum diukur;belum diukur",
        "SK3/4;2023;;;;1.234,5;",
        ";2020;;;45.865.705.000;35.734.350.363;77,91%",
    ],
)
def test_a_figure_that_follows_is_held(write_csv: Callable[..., Path], row: str) -> None:
    """From quantities or from itself, at the decimals that stand there, or exactly."""
    figures = [cell for cell in row.split(";")[-2:] if cell]
    assert len(figures) == checked(write_csv, row)


def test_a_figure_follows_from_records_beside_the_file(write_csv: Callable[..., Path]) -> None:
    """As they are in their form."""
    write_csv(BUDGET, "anggaran.csv")
    assert 2 == checked(write_csv, "SK3/4;2023;realised=400 | ceiling=1.000;anggaran.csv;40;40;100")


def test_records_that_give_other_quantities_are_told(write_csv: Callable[..., Path]) -> None:
    """The figure could be the same by chance."""
    write_csv(BUDGET, "anggaran.csv")
    with pytest.raises(RecordsError) as caught:
        checked(write_csv, "SK3/4;2023;realised=40 | ceiling=100;anggaran.csv;40;40;100")
    assert ["golden.quantities"] == [problem.code for problem in caught.value.problems]


@attrs.frozen(kw_only=True)
class Marks(Indicator[object]):
    """A mark that others give: it is counted from nothing."""

    unit: ClassVar = PERCENT
    variables: ClassVar = (Variable(name="mark", symbol="N", label=Text(id="nilai", en="mark"), unit=PERCENT),)

    @staticmethod
    def formula(mark: N) -> N:
        """Return the mark."""
        return mark


def test_records_of_an_indicator_that_has_none_are_told(write_csv: Callable[..., Path]) -> None:
    """There is nothing to read the file by."""
    entry = attrs.evolve(CATALOGUE["SK3/4"], indicator=Marks())
    catalogue: Catalogue = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK3/4": entry}))
    path = write_csv(f"{HEADINGS}SK3/4;2023;;nilai.csv;;80;;LKjIP\n")
    with pytest.raises(RecordsError) as caught:
        check_golden(path, catalogue)
    assert [("golden.no_records", 2)] == [(problem.code, problem.row) for problem in caught.value.problems]


def test_every_figure_that_changed_is_told(write_csv: Callable[..., Path]) -> None:
    """With its row and column, as it stands and as it is now."""
    with pytest.raises(Disagreement) as caught:
        checked(
            write_csv,
            "SK3/4;2023;realised=36 | ceiling=100;;45;36;81,00",
            "SK3/4;2023;realised=37 | ceiling=100;;45;37;82,22",
            "SK3/2;2023;previous=0 | current=4;;2;400;",
        )
    found = [(one.row, one.column, one.value, one.allowed.id) for one in caught.value.problems]
    assert [
        (2, "capaian", "81,00", "sekarang 80,00."),
        (4, "realisasi", "400", "sekarang tidak terdefinisi."),
        (4, "capaian", "", "sekarang tidak terdefinisi."),
    ] == found


def test_what_changed_fails_a_test(write_csv: Callable[..., Path]) -> None:
    """It is told in one sentence and a list."""
    path = write_csv(f"{HEADINGS}SK1/1;2023;graduated=2;;1;3;200;LKjIP\n")
    with pytest.raises(AssertionError) as caught:
        check_golden(path, CATALOGUE)
    listed = told("golden.figure", f"{path}, row 2, column realisasi: '3'", now="2")
    assert f"{path}: figures that changed: 1; a released formula never changes its meaning:\n  {listed}" == str(
        caught.value
    )


def test_what_cannot_be_read_is_told_at_once(write_csv: Callable[..., Path]) -> None:
    """Codes and quantities that there are not, numbers that are none."""
    with pytest.raises(RecordsError) as caught:
        checked(
            write_csv,
            "SK9/9;2023;;;1;1;100",
            "SK1/1;2023;graduates=2;;1;2;200",
            "SK1/1;2023;graduated=dua;;1;2;200",
            "SK1/1;2023;;;1;dua;200",
        )
    assert [2, 3, 4, 5] == [problem.row for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("row", "code", "column", "value"),
    [
        ("SK1/1;dua ribu;;;1;1;100", "period.other", "periode", None),
        ("SK1/1;2023-TW5;graduated=2;;1;2;200", "period.other", "periode", None),
        ("SK1/1;2023;graduated 2;;1;2;200", "golden.no_pair", "besaran", "graduated 2"),
        ("SK1/1;2023;graduated=dua;;1;2;200", "written.no_number", "besaran", "dua"),
        ("SK1/1;2023;graduates=2;;1;2;200", "quantity.other_names", "besaran", None),
        ("SK3/4;2023;realised=365 | ceiling=1.000;;45;36.5;81,11", "written.dots", "realisasi", "36.5"),
        ("SK1/1;2023;;;1;2;200.0%", "written.dots", "capaian", "200.0"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_by_its_column(
    write_csv: Callable[..., Path], row: str, code: str, column: str, value: str | None
) -> None:
    """With what stands in it, where the sentence does not say it."""
    with pytest.raises(RecordsError) as caught:
        checked(write_csv, row)
    assert [(code, 2, column, value)] == [
        (problem.code, problem.row, problem.column, problem.value) for problem in caught.value.problems
    ]


def test_all_that_is_wrong_in_a_file_of_records_is_told_where_it_stands(write_csv: Callable[..., Path]) -> None:
    """In that file, not in the golden one."""
    bad = write_csv("satker;kode anggaran;tahun;akun;pagu;realisasi\nBalai;A;2023;521211;x;y\n", "anggaran.csv")
    with pytest.raises(RecordsError) as caught:
        checked(write_csv, "SK3/4;2023;;anggaran.csv;40;40;100")
    assert [(str(bad), 2, "pagu"), (str(bad), 2, "realisasi")] == [
        (problem.place, problem.row, problem.column) for problem in caught.value.problems
    ]


def test_achievements_are_held_by_the_rules_of_the_office(write_csv: Callable[..., Path]) -> None:
    """Its cap, here."""
    assert 2 == checked(write_csv, "SK1/1;2023;graduated=2;;1;2;120,00", scoring=Scoring(cap=120))


def test_where_less_is_better_the_rule_may_say_nothing(write_csv: Callable[..., Path]) -> None:
    """T / R of an actual of 0."""
    entry = attrs.evolve(CATALOGUE["SK1/1"], polarity=Polarity.MINIMISE)
    catalogue: Catalogue = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK1/1": entry}))
    path = write_csv(f"{HEADINGS}SK1/1;2023;graduated=0;;1;0;tidak terdefinisi;LKjIP\n")
    assert 2 == check_golden(path, catalogue, scoring=Scoring(minimise="ratio"))


def test_what_is_written_is_held(tmp_path: Path) -> None:
    """Every figure of a scorecard, exact, with its quantities; what was not measured is left out."""
    values = {
        "SK1/2": None,
        "SK3/1": ProductivityDelta().measure(improvement=20, cases=3),
        "SK3/2": PNBPGrowth().measure(previous=0, current=4),
        "SK3/3": Reason.NOT_APPLICABLE,
        "SK3/4": 47.25,
    }
    path = tmp_path / "angka.csv"
    write_golden(path, [CATALOGUE.scorecard(2023, values)], source="LKjIP 2023")
    expected = [
        "SK3/1;2023;;improvement=20 | cases=3;;10;20/3;200/3;LKjIP 2023",
        "SK3/2;2023;;previous=0 | current=4;;2;tidak terdefinisi;tidak terdefinisi;LKjIP 2023",
        "SK3/4;2023;;;;45;47,25;105;LKjIP 2023",
    ]
    written = path.read_text(encoding="utf-8").splitlines()[1:]
    assert (expected, 6) == (written, check_golden(path, CATALOGUE))


def test_what_is_written_without_target_is_held(tmp_path: Path) -> None:
    """A quarter without targets of its own has none."""
    card = CATALOGUE.scorecard("2023-TW1", {"SK3/4": P3DNRatio().measure(realised=400, ceiling=1000)}, targets={})
    path = tmp_path / "angka.csv"
    write_golden(path, [card], source="LKjIP 2023")
    assert 1 == check_golden(path, CATALOGUE)


def test_a_figure_under_another_answer_is_held(tmp_path: Path) -> None:
    """By the words of the reading and of the answer, as a unit takes it."""
    own = CATALOGUE.with_settings({"SK3/1": {"reading": {"case": "company", "worse": "zero"}}})
    indicator: Any = own["SK3/1"].measured_by
    path = tmp_path / "angka.csv"
    write_golden(path, [own.scorecard(2023, {"SK3/1": indicator.measure(improvement=30, cases=2)})], source="LKjIP")
    written = "SK3/1;2023;case = company | worse = zero;improvement=30 | cases=2;;10;15;150;LKjIP"
    assert (written, 2) == (path.read_text("utf-8").splitlines()[1], check_golden(path, CATALOGUE))


@pytest.mark.parametrize(
    ("answers", "code"),
    [("kasus = company", "name.misspelt"), ("case = balai", "name.unknown"), ("cases = dapati", "golden.no_answer")],
)
def test_an_answer_that_computes_nothing_is_refused(write_csv: Callable[..., Path], answers: str, code: str) -> None:
    """Its figure could not follow."""
    headings = HEADINGS.replace("besaran", "tafsir;besaran")
    path = write_csv(f"{headings}SK3/1;2023;{answers};;;;1;;L\n")
    with pytest.raises(RecordsError) as caught:
        check_golden(path, CATALOGUE)
    assert [(code, 2)] == [(problem.code, problem.row) for problem in caught.value.problems]


def test_a_golden_file_is_never_overwritten(tmp_path: Path) -> None:
    """What was published stays."""
    path = tmp_path / "angka.csv"
    write_golden(path, [], source="LKjIP 2023")
    with pytest.raises(FileExistsError):
        write_golden(path, [], source="LKjIP 2024")


def test_a_golden_row_may_have_a_range(tmp_path: Path) -> None:
    """Written and read again, scored by the rules of its catalogue."""
    entry = attrs.evolve(CATALOGUE["SK3/4"], targets={2023: (40, Fraction(101, 2))})
    own = attrs.evolve(CATALOGUE, entries=FrozenMap({"SK3/4": entry}), scoring=Scoring(cap=120))
    path = tmp_path / "emas.csv"
    write_golden(path, [own.scorecard(2023, {"SK3/4": 90})], source="dibuat")
    assert ("40-50,5", 2) == (
        next(iter(path.read_text("utf-8").splitlines()[1:])).split(";")[5],
        check_golden(path, own),
    )
