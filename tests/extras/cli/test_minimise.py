"""`--minimise`: an office that publishes T/R where less is better."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import run

CASE = Path(__file__).parents[2] / "data" / "cases" / "11-minimise-ratio"
ASKED = ("--period", 2025, "--catalogue", CASE / "katalog.toml")


@pytest.mark.parametrize(
    ("more", "cell", "rule"),
    [
        (("--minimise", "ratio"), "40,00", "100 × T / R (T target, R realisasi)."),
        (("--minimise", "reflected"), "-50,00", "100 × (2 × T - R) / T (T target, R realisasi)."),
        ((), "-50,00", "100 × (2 × T - R) / T (T target, R realisasi)."),
    ],
    ids=["ratio", "reflected", "unsaid"],
)
def test_the_rule_is_named_and_said(more: tuple[str, ...], cell: str, rule: str) -> None:
    """Ten days were promised and twenty-five taken: 40,00 by the one rule, -50,00 by the other."""
    told = run("score", CASE / "realisasi.csv", *ASKED, *more).stdout
    assert (True, True) == (f"10 25,00 {cell}%" in " ".join(told.split()), rule in told)


def test_the_path_of_the_figure_names_it_too() -> None:
    """`explain` takes the same option."""
    told = run("explain", "TJ3", CASE / "realisasi.csv", *ASKED, "--minimise", "ratio").stdout
    assert "100 × 10 / 25 = 40,00%" in told


def test_another_word_is_refused() -> None:
    """In a sentence that tells both rules."""
    result = run("score", CASE / "realisasi.csv", *ASKED, "--minimise", "terbalik")
    expected = (
        "Aturan minimasi 'terbalik' tidak dikenal; pilih 'reflected', yaitu (2T - R) / T × 100, atau 'ratio', yaitu "
        "T / R × 100.\n"
    )
    assert (2, "", expected) == (result.exit_code, result.stdout, result.stderr)
