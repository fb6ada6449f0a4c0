"""The golden figures that can be typed, with what is typed for each."""

from __future__ import annotations

import csv
from pathlib import Path

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE

GOLDEN = Path(__file__).parents[1] / "golden" / "0.1.0"


def typed_rows() -> list[tuple[dict[str, str], dict[str, str]]]:
    """Return the golden figures that follow from quantities in a year of the decree, each with what is typed."""
    rows = [
        row
        for name in ("karangan.csv", "contoh-2023.csv")
        for row in csv.DictReader((GOLDEN / name).read_text(encoding="utf-8").splitlines(), delimiter=";")
        if int(row["periode"][:4]) in CATALOGUE.decree.years
    ]
    return [(row, dict(pair.split("=") for pair in row["besaran"].split(" | "))) for row in rows]
