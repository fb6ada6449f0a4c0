"""The example of a balai's eighteen indicators after the decree: its published figures are computed again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kinerja import Scorecard, Scoring, load_catalogue
from kinerja.readers import measure_folders, read_folder

EXAMPLE = Path(__file__).parents[2] / "examples" / "bbspjppi-2025"
CATALOGUE = load_catalogue(EXAMPLE / "katalog.toml")


def _card(**rules: Any) -> Scorecard:
    folder = read_folder(EXAMPLE, CATALOGUE)
    return CATALOGUE.scorecard(2025, measure_folders([folder], CATALOGUE, 2025), scoring=Scoring(**rules))


def test_there_are_eighteen() -> None:
    """Seventeen of them are formulas of data; of one only the actual is known."""
    unknown = [code for code, entry in CATALOGUE.items() if entry.indicator is None]
    assert (18, ["SK.2.1"]) == (len(CATALOGUE), unknown)


def test_achievements_run_from_97_to_166() -> None:
    """IKPA is the lowest, the recommendations that were followed up are the highest."""
    achieved = {score.entry.code: score.achievement for score in _card() if score.achievement is not None}
    low, high = min(achieved, key=achieved.__getitem__), max(achieved, key=achieved.__getitem__)
    assert [("SK.6.2", "97,34%"), ("SK.5.1", "166,67%")] == [(code, str(achieved[code])) for code in (low, high)]


@pytest.mark.parametrize(("cap", "mean"), [(None, "114,38%"), (120, "109,17%"), (100, "99,85%")])
def test_the_mean_is_as_computed_elsewhere(cap: int | None, mean: str) -> None:
    """Without a cap, at 120 and at 100."""
    assert mean == str(_card(cap=cap).mean())


def test_it_says_that_it_is_not_verified() -> None:
    """Nobody held it against the report itself."""
    assert ["Belum diverifikasi"] == [note.id.partition(":")[0] for note in CATALOGUE.decree.notes]
