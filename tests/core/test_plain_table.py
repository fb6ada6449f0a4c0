"""Tables in plain text."""

from __future__ import annotations

from kinerja.writers import lay_out


def test_cells_are_wrapped_at_their_width() -> None:
    """A long text goes on below, and the figures beside it stand once, to the right."""
    table = [["Nama", "Nilai"], ["satu dua tiga", "1"]]
    expected = "Nama      Nilai\n--------  -----\nsatu dua      1\ntiga\n--------  -----"
    assert expected == lay_out(table, {1}, {0: 8})


def test_an_empty_cell_keeps_its_place() -> None:
    """Nothing is shifted."""
    assert "A  B\n-  -\n   1\n-  -" == lay_out([["A", "B"], ["", "1"]], {1}, {})
