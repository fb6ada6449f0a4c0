"""Targets and achievements that a table of realisations has beside them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024, Scoring
from kinerja.readers import read_actuals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CATALOGUE = BSPJI_PEKANBARU_2021_2024


def _said(path: Path, scoring: Scoring = Scoring(), value: Fraction | None = None) -> list[str]:  # noqa: B008 - frozen
    actuals = read_actuals(path, entries=CATALOGUE, period=2023)
    (row,) = actuals.rows
    card = CATALOGUE.scorecard(2023, {row.code: row.value if value is None else value}, scoring=scoring)
    return [*actuals.left_out, *(text.id for text in row.against(card[row.code], "realisasi.csv"))]


@pytest.mark.parametrize(
    "text",
    [
        "kode;target;realisasi;capaian\nSK3/4;45;47,25;105\n",
        "kode;Target 2023 (%);realisasi;% Capaian Kinerja\nSK3/4;45%;47,25;105,00%\n",
        "kode;target;realisasi;capaian\nSK3/4;45;40;88,9\n",
        "kode;target;realisasi;capaian\nSK3/4;45;40;89\n",
        "kode;target;realisasi;capaian\nSK3/4;45;40;88.888889\n".replace(".", ","),
        "kode;target;realisasi;capaian\nSK3/4;-;40;\n",
        "kode;target;realisasi;capaian\nSK3/4;45;;N/A\n",
    ],
    ids=["alike", "years and signs", "one decimal", "whole", "six decimals", "blank", "not measured"],
)
def test_what_agrees_is_not_worth_a_word(write_csv: Callable[..., Path], text: str) -> None:
    """Achievements as far as they are written."""
    assert [] == _said(write_csv(text))


def test_another_target_is_told_with_the_one_used(write_csv: Callable[..., Path]) -> None:
    """A table of 2024 handed in for 2023 shows itself so."""
    path = write_csv("kode;Target;realisasi\nSK3/4;50;47,25\n")
    assert ["Target di tabel (Target): 50; yang dipakai: 45."] == _said(path)


def test_another_achievement_is_told_with_the_one_worked_out(write_csv: Callable[..., Path]) -> None:
    """This is what an evaluator looks for."""
    path = write_csv("kode;realisasi;Capaian\nSK3/4;47,25;115\n")
    assert ["Capaian di tabel (Capaian): 115; yang dihitung: 105,00%."] == _said(path)


def test_an_achievement_of_what_was_not_measured_is_told(write_csv: Callable[..., Path]) -> None:
    """Agencies print a 0 there."""
    path = write_csv("kode;realisasi;capaian\nSK3/4;;0\n")
    assert ["Capaian di tabel (capaian): 0; yang dihitung: tidak ada."] == _said(path)


def test_what_is_no_number_is_told_as_it_stands(write_csv: Callable[..., Path]) -> None:
    """It is compared with nothing."""
    path = write_csv("kode;target;realisasi;capaian\nSK3/4;>= 45;47,25;baik\n")
    expected = [
        "Target di tabel (target): >= 45; yang dipakai: 45.",
        "Capaian di tabel (capaian): baik; yang dihitung: 105,00%.",
    ]
    assert expected == _said(path)


def test_the_achievement_is_that_below_the_cap(write_csv: Callable[..., Path]) -> None:
    """A table that is not capped says otherwise than a scorecard that is."""
    path = write_csv("kode;realisasi;capaian\nSK3/4;90;200\n")
    assert ["Capaian di tabel (capaian): 200; yang dihitung: 120,00%."] == _said(path, Scoring(cap=Fraction(120)))


def test_several_columns_of_targets_are_not_read(write_csv: Callable[..., Path]) -> None:
    """Nobody knows which of them the realisation is set against, so that both are named."""
    path = write_csv("kode;target 2022;target 2023;target renstra;realisasi\nSK3/4;45;45;45;47,25\n")
    assert ["target 2022", "target 2023", "target renstra"] == _said(path)


def test_a_figure_that_is_not_of_the_table_alone_is_not_compared(write_csv: Callable[..., Path]) -> None:
    """Such as that of several units; the columns are named all the same."""
    path = write_csv("kode;target;realisasi;capaian\nSK3/4;45;47,25;\n")
    said = _said(path, value=Fraction(40))
    assert ["Di realisasi.csv tidak dibandingkan, karena angkanya bukan dari tabel itu saja: target."] == said
