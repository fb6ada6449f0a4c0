"""What holds of every decree that is written as a workbook, and as TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from kinerja.readers import read_catalogue, write_catalogue
from kinerja.testing import decreed

if TYPE_CHECKING:
    import pytest

    from kinerja import Catalogue


@given(decreed())
def test_a_decree_comes_back_from_its_workbook(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> None:
    """Equal as a value, in its order."""
    path = tmp_path_factory.getbasetemp() / "iku.xlsx"
    write_catalogue(path, catalogue)
    back = read_catalogue(path)
    assert (catalogue, list(catalogue)) == (back, list(back))


@given(decreed())
def test_a_decree_comes_back_from_its_toml(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> None:
    """Equal as a value, in its order."""
    path = tmp_path_factory.getbasetemp() / "iku.toml"
    write_catalogue(path, catalogue)
    back = read_catalogue(path)
    assert (catalogue, list(catalogue)) == (back, list(back))
