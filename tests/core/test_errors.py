"""The errors of the library."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

import kinerja
from kinerja import (
    CatalogueError,
    ColumnsError,
    DoubleCountError,
    FrameError,
    IndicatorError,
    InexactNumberError,
    KinerjaError,
    MissingExtraError,
    NotMeasuredError,
    PeriodError,
    PolarityError,
    QuantityError,
    RecordsError,
    ScorecardError,
    TargetError,
    TraceError,
    UndefinedAchievementError,
    UndefinedActualError,
    UnknownIndicatorError,
)
from kinerja._base import Problem, Text, errors

if TYPE_CHECKING:
    from collections.abc import Callable

WHY = Text(id="Angka itu tidak dapat dipakai.", en="That figure cannot be used.")
CELL = Problem(
    place="realisasi.csv", row=3, column="realisasi", value="17,265,705,000", allowed=Text(id="Tulis.", en="Write.")
)
PATH = Problem(place="entries[0].unit", allowed=Text(id="Isi satuannya.", en="Give its unit."))

SAMPLES: list[KinerjaError] = [
    KinerjaError(WHY),
    InexactNumberError(WHY, value="82,7"),
    PeriodError(WHY, value="TW2"),
    PolarityError(WHY, value="Maksimasi"),
    IndicatorError(WHY, indicator="TenantCount", member="tally"),
    QuantityError(WHY, indicator="TenantCount", value=Fraction(3, 2)),
    DoubleCountError(WHY, indicator="P3DNRatio", value=(("637372", 2026, "A"),)),
    UndefinedActualError(WHY, indicator="P3DNRatio", quantity="ceiling", value=Fraction(0)),
    UndefinedAchievementError(WHY, value=0),
    NotMeasuredError(WHY, indicator="PNBPGrowth", quantity="current", value=(2024,)),
    TargetError(WHY, value=2021, years=(2022, 2023, 2024)),
    RecordsError.of([CELL]),
    CatalogueError.of([PATH], "iku.toml"),
    ScorecardError.of([PATH]),
    TraceError.of([PATH]),
    UnknownIndicatorError(WHY, name="SK3/5", matches=("SK3/4",), available=("SK3/3", "SK3/4")),
    ColumnsError(WHY, missing=("realisasi",), available=("kode",)),
    FrameError(WHY, kind="list"),
    MissingExtraError.of("excel"),
]

of_every_error = pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)


def _values(error: KinerjaError) -> dict[str, object]:
    return dict(vars(error))


def test_every_exported_error_is_tried_here() -> None:
    """No error of the library is left out of the samples of these tests."""
    classes = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)]
    exported = {one.__name__ for one in classes if not one.__name__.startswith("_")}
    assert exported == {type(error).__name__ for error in SAMPLES}


@of_every_error
def test_a_duplicated_error_is_of_the_same_class(duplicate: Callable[[Any], Any], error: KinerjaError) -> None:
    """An error pickles and copies as what it is."""
    assert type(error) is type(duplicate(error))


@of_every_error
def test_a_duplicated_error_keeps_its_values(duplicate: Callable[[Any], Any], error: KinerjaError) -> None:
    """An error pickles and copies with all that it speaks of."""
    assert _values(error) == _values(duplicate(error))


@of_every_error
def test_an_error_prints_as_its_english_sentence(error: KinerjaError) -> None:
    """`str` gives the message itself, also beside KeyError, which would quote it."""
    assert error.text.en == str(error)


@of_every_error
def test_an_error_calls_itself_by_its_public_name(error: KinerjaError) -> None:
    """Tracebacks and pickles say `kinerja.TargetError`, and there it is."""
    kind = type(error)
    assert ("kinerja", kind) == (kind.__module__, getattr(kinerja, kind.__qualname__))


def test_an_error_of_ones_own_keeps_its_module() -> None:
    """Only the library's own classes are looked for in the library."""

    class OfficeError(KinerjaError):
        """An error of one's own."""

    assert __name__ == OfficeError.__module__


@of_every_error
def test_every_error_has_the_common_base(error: KinerjaError) -> None:
    """One `except KinerjaError` catches every error of the library."""
    assert isinstance(error, KinerjaError)


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (KinerjaError, Exception),
        (InexactNumberError, TypeError),
        (PeriodError, ValueError),
        (PolarityError, TypeError),
        (IndicatorError, TypeError),
        (QuantityError, ValueError),
        (DoubleCountError, QuantityError),
        (UndefinedAchievementError, ZeroDivisionError),
        (UndefinedActualError, ZeroDivisionError),
        (NotMeasuredError, UndefinedActualError),
        (TargetError, ValueError),
        (RecordsError, ValueError),
        (CatalogueError, ValueError),
        (ScorecardError, ValueError),
        (TraceError, ValueError),
        (UnknownIndicatorError, KeyError),
        (ColumnsError, LookupError),
        (MissingExtraError, ImportError),
    ],
)
def test_every_error_has_the_nearest_builtin_beside_it(kind: type[KinerjaError], builtin: type[Exception]) -> None:
    """Code that expects the builtin error catches the library's one."""
    assert issubclass(kind, builtin)


def test_a_note_travels_with_its_error(duplicate: Callable[[Any], Any]) -> None:
    """A note that a caller adds is still there after pickling or copying."""
    error = TargetError(WHY, value=0)
    error.add_note("baris 3")
    assert ["baris 3"] == duplicate(error).__notes__


def test_errors_compare_by_identity() -> None:
    """Two errors of the same values are two errors, as everywhere in Python."""
    assert KinerjaError(WHY) != KinerjaError(WHY)


def test_an_error_takes_a_traceback() -> None:
    """An error can be raised, which sets its traceback and context."""
    with pytest.raises(KinerjaError) as caught:
        raise SAMPLES[0] from ValueError("context")
    assert isinstance(caught.value.__cause__, ValueError)


def test_a_target_error_need_not_name_years() -> None:
    """A target that cannot be divided by belongs to no year."""
    assert () == TargetError(WHY, value=0).years


@pytest.mark.parametrize(
    ("problem", "indonesian", "english"),
    [
        (
            CELL,
            "realisasi.csv, baris 3, kolom realisasi: '17,265,705,000': Tulis.",
            "realisasi.csv, row 3, column realisasi: '17,265,705,000': Write.",
        ),
        (
            Problem(place="kosong.csv", allowed=Text(id="Berkas kosong.", en="The file is empty.")),
            "kosong.csv: Berkas kosong.",
            "kosong.csv: The file is empty.",
        ),
        (
            Problem(place="a.csv", row=1, allowed=Text(id="Baris judul.", en="A heading.")),
            "a.csv, baris 1: Baris judul.",
            "a.csv, row 1: A heading.",
        ),
        (
            Problem(place="a.toml", sheet="A", line=3, allowed=Text(id="Isi.", en="Fill it in.")),
            "a.toml, lembar A, baris 3: Isi.",
            "a.toml, sheet A, line 3: Fill it in.",
        ),
        (PATH, "entries[0].unit: Isi satuannya.", "entries[0].unit: Give its unit."),
    ],
)
def test_a_problem_says_where_it_stands_and_what_is_allowed(problem: Problem, indonesian: str, english: str) -> None:
    """File, row, column and value come first, as far as they are known; then what is allowed."""
    assert Text(id=indonesian, en=english) == problem.text


@pytest.mark.parametrize("problem", [CELL, PATH], ids=["cell", "path"])
def test_a_duplicated_problem_equals_it(duplicate: Callable[[Any], Any], problem: Problem) -> None:
    """A problem pickles and copies with its values."""
    assert duplicate(problem) == problem


def test_one_bad_cell_is_the_whole_message() -> None:
    """A single problem needs no list."""
    assert CELL.text == RecordsError.of([CELL]).text


def test_every_bad_cell_is_listed_at_once() -> None:
    """The message counts the problems and gives each one a line."""
    assert [
        "2 things must be mended first; then all is checked again:",
        "  realisasi.csv, row 3, column realisasi: '17,265,705,000': Write.",
        "  realisasi.csv, row 3, column realisasi: '17,265,705,000': Write.",
    ] == str(RecordsError.of([CELL, CELL])).splitlines()


def test_the_list_of_bad_cells_speaks_indonesian_too() -> None:
    """The opening line exists in both languages."""
    opening = "2 hal harus diperbaiki dahulu; setelah itu diperiksa lagi:"
    assert opening == RecordsError.of([CELL, CELL]).text.id.splitlines()[0]


def test_a_records_error_keeps_its_problems() -> None:
    """A program finds each bad cell without reading the message."""
    assert (CELL, CELL) == RecordsError.of([CELL, CELL]).problems


@pytest.mark.parametrize(
    ("error", "indonesian", "english"),
    [
        (
            CatalogueError.of([PATH], "iku.toml"),
            "iku.toml: keputusan belum dapat dibaca; 1 hal harus diperbaiki:\n  entries[0].unit: Isi satuannya.",
            "iku.toml: the decree cannot be read yet; to mend (1):\n  entries[0].unit: Give its unit.",
        ),
        (
            ScorecardError.of([PATH]),
            "Rapor kinerja tidak dapat dimuat; yang tidak sesuai (1):\n  entries[0].unit: Isi satuannya.",
            "The scorecard cannot be loaded; what does not agree (1):\n  entries[0].unit: Give its unit.",
        ),
    ],
    ids=["catalogue", "scorecard"],
)
def test_the_problems_of_a_file_are_listed(error: KinerjaError, indonesian: str, english: str) -> None:
    """The message says how many problems there are, and where each one stands."""
    assert Text(id=indonesian, en=english) == error.text


@pytest.mark.parametrize(
    "error", [CatalogueError.of([PATH], "iku.toml"), ScorecardError.of([PATH]), TraceError.of([PATH])]
)
def test_the_problems_of_a_file_are_kept(error: CatalogueError | ScorecardError | TraceError) -> None:
    """A program finds each problem without reading the message."""
    assert (PATH,) == error.problems


@pytest.mark.parametrize(
    ("name", "indonesian", "english"),
    [
        (
            "P3DNRation",
            "'P3DNRation' tidak dikenal; maksudnya P3DNRatio?",
            "'P3DNRation' is not known; did you mean P3DNRatio?",
        ),
        (
            "p3dnratio",
            "'p3dnratio' tidak dikenal; maksudnya P3DNRatio?",
            "'p3dnratio' is not known; did you mean P3DNRatio?",
        ),
        (
            "SK3/5",
            "'SK3/5' tidak dikenal; maksudnya SK3/4 atau SK3/3 atau SK3/2?",
            "'SK3/5' is not known; did you mean SK3/4 or SK3/3 or SK3/2?",
        ),
        (
            2023,
            "2023 tidak dikenal; yang ada: P3DNRatio, SK3/1, SK3/2, SK3/3, SK3/4.",
            "2023 is not known; there are: P3DNRatio, SK3/1, SK3/2, SK3/3, SK3/4.",
        ),
    ],
)
def test_an_unknown_name_is_told_what_is_close(name: object, indonesian: str, english: str) -> None:
    """A misspelt name is answered with at most three that look like it, another one with all there are."""
    error = UnknownIndicatorError.of(name, ["P3DNRatio", "SK3/1", "SK3/2", "SK3/3", "SK3/4"])
    assert Text(id=indonesian, en=english) == error.text


def test_an_unknown_name_is_kept_with_what_is_close() -> None:
    """A program finds the name, the close matches and all names in the error."""
    error = UnknownIndicatorError.of("P3DNRation", ["TenantCount", "P3DNRatio"])
    expected = ("P3DNRation", ("P3DNRatio",), ("TenantCount", "P3DNRatio"))
    assert expected == (error.name, error.matches, error.available)


def test_a_missing_extra_is_told_with_its_command() -> None:
    """The message holds the line that installs the extra."""
    expected = Text(
        id='Bagian ini memerlukan paket tambahan; pasang dengan: pip install "kinerja[excel]"',
        en='This part needs optional packages; install them with: pip install "kinerja[excel]"',
    )
    assert expected == MissingExtraError.of("excel").text


def test_a_missing_extra_is_kept() -> None:
    """A program finds the name of the extra in the error."""
    assert "excel" == MissingExtraError.of("excel").extra
