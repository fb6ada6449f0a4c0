"""What holds of every decree that is written as a workbook, and as TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from kinerja.readers import read_catalogue, write_catalogue
from kinerja.testing.decrees import decreed

if TYPE_CHECKING:
    import pytest

    from kinerja import Catalogue


@given(decreed())
def test_a_decree_comes_back_from_its_workbook(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> None:
    """Equal as a value."""
    path = tmp_path_factory.getbasetemp() / "iku.xlsx"
    write_catalogue(path, catalogue)
    assert catalogue == read_catalogue(path)


@given(decreed())
def test_a_decree_comes_back_from_its_toml(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> None:
    """Equal as a value."""
    path = tmp_path_factory.getbasetemp() / "iku.toml"
    write_catalogue(path, catalogue)
    assert catalogue == read_catalogue(path)
