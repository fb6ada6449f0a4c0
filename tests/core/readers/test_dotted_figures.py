"""One dot and three digits in realisations and targets: the unit says whether it can be in doubt."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import PERCENT, RUPIAH, Catalogue, RecordsError, Text, Unit, load_catalogue
from kinerja.readers import read_actuals, read_targets

if TYPE_CHECKING:
    from collections.abc import Callable

CASE = Path(__file__).parents[2] / "data/cases/05-index-with-dot-decimals"
DAYS = Unit(name=Text(id="Hari", en="day"))
PEOPLE = Unit(name=Text(id="Orang", en="person"), whole=True)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return the catalogue of the case: an index, companies, days."""
    return load_catalogue(CASE / "katalog.toml")


def _refused(read: Callable[..., Any], path: Path, entries: Any) -> list[tuple[str, int | None, object]]:
    with pytest.raises(RecordsError) as caught:
        read(path, entries=entries)
    return [(problem.code, problem.row, problem.value) for problem in caught.value.problems]


def test_an_index_with_a_dot_is_refused_and_a_count_is_not(catalogue: Catalogue) -> None:
    """3.532 of a scale to 4 would be 3532; 1.063 companies are 1063."""
    assert [("written.ambiguous_dot", 2, "3.532")] == _refused(read_actuals, CASE / "realisasi.csv", catalogue)


def test_an_index_in_its_own_writing_is_read(write_csv: Callable[..., Path], catalogue: Catalogue) -> None:
    """100,91 % of its target."""
    path = write_csv("kode;realisasi\nTJ1;3,532\nTJ2;1.063\n")
    actuals = read_actuals(path, entries=catalogue).by_code()
    assert {"TJ1": Fraction(883, 250), "TJ2": Fraction(1063)} == actuals
    assert "100,91%" == str(catalogue["TJ1"].achievement(2025, Fraction(883, 250)))


@pytest.mark.parametrize(("read", "heading"), [(read_actuals, "realisasi"), (read_targets, "target")])
@pytest.mark.parametrize("code", ["TJ1", "TJ3"])
def test_an_index_and_days_are_in_doubt_alike(
    write_csv: Callable[..., Path], catalogue: Catalogue, read: Callable[..., Any], heading: str, code: str
) -> None:
    """In realisations and in targets."""
    path = write_csv(f"kode;{heading}\n{code};1.250\n")
    assert [("written.ambiguous_dot", 2, "1.250")] == _refused(read, path, catalogue)


@pytest.mark.parametrize(("unit", "is_read"), [(PEOPLE, True), (RUPIAH, True), (DAYS, False), (PERCENT, False)])
def test_only_whole_units_and_rupiah_take_a_dot_for_thousands(
    write_csv: Callable[..., Path],
    catalogue: Catalogue,
    unit: Unit,
    is_read: bool,  # noqa: FBT001 - a parameter
) -> None:
    """Whatever the name of the unit."""
    entries = {"TJ1": attrs.evolve(catalogue["TJ1"], unit=unit)}
    path = write_csv("kode;target\nTJ1;1.250\n")
    if is_read:
        assert {"TJ1": Fraction(1250)} == read_targets(path, entries=entries)
    else:
        assert [("written.ambiguous_dot", 2, "1.250")] == _refused(read_targets, path, entries)


def test_days_are_no_percent(write_csv: Callable[..., Path], catalogue: Catalogue) -> None:
    """A sign is refused in every unit but percent."""
    path = write_csv("kode;realisasi\nTJ3;12%\n")
    assert [("written.percent", 2, "12%")] == _refused(read_actuals, path, catalogue)
