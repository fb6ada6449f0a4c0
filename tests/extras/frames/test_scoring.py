"""Rules of scoring and ranges on frames: caps, weights, ratings, and targets of two bounds."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import polars as pl
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import BSPJI_PEKANBARU_2021_2024 as DECREE
from kinerja import Catalogue, P3DNRatio, Scoring, frames
from kinerja._base import FrozenMap
from kinerja.decrees import Band
from said import refused

ENTRY = attrs.evolve(DECREE["SK3/4"], targets={2023: (40, Fraction(101, 2))})
SCORING = Scoring(
    cap=120,
    weights={"SK3/4": 60},
    bands=[
        Band(name="Tinggi", above=100),
        Band(name="Sedang", at_least=90, at_most=100),
        Band(name="Rendah", below=90),
    ],
)
CATALOGUE = Catalogue(
    decree=DECREE.decree, objectives=DECREE.objectives, entries=FrozenMap({"SK3/4": ENTRY}), scoring=SCORING
)
ACTUALS = {"A": 20, "B": 40, "C": 45, "D": 50.5, "E": 60.6, "F": 90}


def lines(realised: dict[str, float]) -> Any:
    """Make up one line of the budget for each unit; one of a unit that selects nothing has a ceiling of 0."""
    return pa.table(
        {
            "unit": [*realised, "Z"],
            "reference": ["1"] * (len(realised) + 1),
            "year": [2023] * (len(realised) + 1),
            "account": ["521211"] * (len(realised) + 1),
            "ceiling": [1000] * len(realised) + [0],
            "realised": [int(10 * one) for one in realised.values()] + [0],
        }
    )


def test_each_group_is_set_against_the_nearest_number_of_a_range(kind: str, as_frame: AsFrame) -> None:
    """Capped, with its rating and its weight; without a figure there is no rating."""
    handed_in = {"SK3/4": as_frame(kind, lines(ACTUALS))}
    rows = rows_of(frames.scorecard(CATALOGUE, handed_in, period=2023, by=["unit"]))
    told = [
        [row[name] for name in ("unit", "achievement", "rating")] for row in sorted(rows, key=lambda row: row["unit"])
    ]
    assert told == [
        ["A", 50.0, "Rendah"],
        ["B", 100.0, "Sedang"],
        ["C", 100.0, "Sedang"],
        ["D", 100.0, "Sedang"],
        ["E", pytest.approx(120.0), "Tinggi"],
        ["F", 120.0, "Tinggi"],
        ["Z", None, None],
    ]
    assert [(40.0, 50.5, 60.0)] * 7 == [
        tuple(row[name] for name in ("target", "target_high", "weight")) for row in rows
    ]


@pytest.mark.parametrize("target", [19, 21, 74])
@pytest.mark.parametrize("edge", [90, 100])
def test_an_achievement_at_the_edge_of_a_class_is_rated_as_a_scorecard_rates_it(target: int, edge: int) -> None:
    """Exactly 90 % of 21 divide to 89.99999999999999 in floats."""
    amounts = {"ceiling": 10_000, "realised": target * edge}
    rows = {"unit": ["A"], "reference": ["1"], "year": [2023], "account": ["521211"]}
    lines_of = {"SK3/4": pl.DataFrame(rows).with_columns(**{name: pl.lit(one) for name, one in amounts.items()})}
    rules: dict[str, Any] = {"targets": {"SK3/4": target}, "scoring": Scoring(bands=SCORING.bands)}
    card = DECREE.scorecard(2023, {"SK3/4": P3DNRatio().measure(**amounts)}, **rules)
    made = frames.scorecard(DECREE, lines_of, period=2023, **rules).filter(code="SK3/4")
    assert ["Sedang", "Sedang"] == [card["SK3/4"].rating, made["rating"].item()]


def test_a_range_in_a_frame_gives_what_the_scorecard_gives() -> None:
    """Row by row, from code and from a frame."""
    measured = P3DNRatio().measure(realised=45, ceiling=100)
    card = CATALOGUE.scorecard(2023, {"SK3/4": measured})
    made = frames.from_scorecard(card, "polars")
    counted = frames.scorecard(CATALOGUE, {"SK3/4": pl.DataFrame(lines({"A": 45})).head(1)}, period=2023)
    names = ["code", "target", "target_high", "actual", "achievement", "weight", "rating"]
    assert made.select(names).rows() == counted.select(names).rows()


def test_what_is_not_measured_keeps_the_range() -> None:
    """A catalogue of two entries, of which one has a frame."""
    other = attrs.evolve(DECREE["SK3/2"], targets={2023: (1, 3)})
    both = Catalogue(
        decree=DECREE.decree, objectives=DECREE.objectives, entries=FrozenMap({"SK3/4": ENTRY, "SK3/2": other})
    )
    card = frames.scorecard(both, {"SK3/4": pl.DataFrame(lines({"A": 45})).head(1)}, period=2023)
    assert [(1.0, 3.0, None)] == card.filter(code="SK3/2").select("target", "target_high", "rating").rows()


def test_a_catalogue_has_both_bounds() -> None:
    """Exactly, where it is asked."""
    made = frames.from_catalogue(CATALOGUE, "polars", figures="exact")
    assert [("40", "101/2")] == made.filter(period="2023").select("target", "target_high").rows()


def test_a_catalogue_names_the_sources_of_its_targets() -> None:
    """Of a semester; what is assumed has none."""
    entry = attrs.evolve(ENTRY, targets={2023: 40, "2023-S1": 20}, target_sources={"2023-S1": "PK 2023"})
    promised = attrs.evolve(CATALOGUE, entries={"SK3/4": entry})
    told = [
        frames.from_catalogue(one, "polars").filter(period="2023-S1")["target_source"].item()
        for one in (promised, promised.with_targets({"SK3/4": {"2023-S1": 25}}))
    ]
    assert ["PK 2023", None] == told


def test_an_assumed_range_stands_beside_the_decrees_number() -> None:
    """Which is one number."""
    what_if = DECREE.with_targets({"SK3/4": {2023: (40, 50)}})
    made = frames.from_catalogue(what_if, "polars")
    assert [(40.0, 50.0, 45.0)] == (
        made.filter(code="SK3/4", period="2023").select("target", "target_high", "decree_target").rows()
    )


def test_rules_that_differ_from_the_catalogues_are_refused() -> None:
    """As in a scorecard of records."""
    with refused("scoring.differs", indicator="Scoring", field="cap"):
        frames.scorecard(CATALOGUE, {"SK3/4": pl.DataFrame(lines({"A": 45}))}, period=2023, scoring=Scoring(cap=110))
