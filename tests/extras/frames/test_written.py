"""Frames written for readers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from kinerja import Language, P3DNRatio, frames
from kinerja.writers import to_csv, to_markdown

if TYPE_CHECKING:
    from any_frame import AsFrame


def written(value: Any, language: Language = Language.INDONESIAN) -> str:
    """Return the one cell of a frame, as a document has it."""
    table = frames.document(pl.DataFrame({"x": [value]}, strict=False), language=language).sections[0].table
    assert table is not None
    return table.rows[0][0]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (80_000_000, "80.000.000"),
        (47.25, "47,25"),
        (45.0, "45"),
        (45.833333333333336, "45,83"),
        (0.125, "0,13"),
        (Decimal("1.10"), "1,1"),
        (float("inf"), "inf"),
        (float("nan"), ""),
        (True, "ya"),
        (False, "tidak"),
        (dt.date(2023, 1, 31), "2023-01-31"),
        ("SK3/4", "SK3/4"),
        (None, ""),
    ],
)
def test_cells_are_written_as_the_library_writes(value: Any, expected: str) -> None:
    """Half up, with decimal commas; days as programs read them."""
    assert expected == written(value)


def test_english_has_points() -> None:
    """And words of its own."""
    assert ("1,234.5", "yes") == (written(1234.5, Language.ENGLISH), written(True, Language.ENGLISH))  # noqa: FBT003


def test_csv_is_that_of_the_library(kind: str, as_frame: AsFrame) -> None:
    """Without marks of thousands, separated by semicolons, of every kind of frame."""
    rows = pl.DataFrame({"satker": ["417912"], "pagu": [80_000_000], "actual": [45.833333333333336], "reason": [None]})
    rows = rows.cast({"reason": pl.String})
    assert "satker;pagu;actual;reason\n417912;80000000;45,83;\n" == to_csv(
        frames.document(as_frame(kind, rows.to_arrow()))
    )


def test_what_was_measured_is_written_too() -> None:
    """In Markdown as in CSV."""
    lines = pl.DataFrame({"unit": ["A"], "reference": ["1"], "year": [2023], "account": ["521211"]})
    lines = lines.with_columns(ceiling=8_000, realised=1_000)
    table = to_markdown(frames.document(frames.measure(P3DNRatio(), lines, period=2023)))
    assert "| 1.000 | 8.000 | 12,5 |" in table
