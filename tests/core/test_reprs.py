"""What a value shows of itself in a notebook or a debugger: one line that names it."""

from __future__ import annotations

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import BudgetLine, P3DNRatio, TenantCount, compare, make_trace
from kinerja._base import Problem, Text
from kinerja.indicators import PNBPRatio

LINE = BudgetLine(unit="A", reference="1", year=2023, account="521211", ceiling=400, realised=100)
MEASURED = P3DNRatio().measure_records([LINE], period=2023)
CARD = CATALOGUE.scorecard(2023, {"SK3/4": MEASURED, "SK1/1": 0})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (CATALOGUE, "<Catalogue 26 TAHUN 2022: SK1/1, SK1/2, SK2/1, SK3/1, SK3/2, SK3/3, SK3/4>"),
        (CATALOGUE.decree, "<Decree 26 TAHUN 2022>"),
        (CATALOGUE["SK3/4"], "<Entry SK3/4: P3DNRatio>"),
        (
            attrs.evolve(CATALOGUE["SK1/1"], indicator=None),
            "<Entry SK1/1: Jumlah tenan inkubator berbasis teknologi yang terbentuk>",
        ),
        (CARD, "<Scorecard 2023: SK1/1, SK1/2, SK2/1, SK3/1, SK3/2, SK3/3, SK3/4>"),
        (CARD["SK3/4"], "<Score SK3/4: 55,56%>"),
        (CARD["SK1/1"], "<Score SK1/1: 0,00%>"),
        (CARD["SK1/2"], "<Score SK1/2: Belum diukur.>"),
        (P3DNRatio(), "P3DNRatio()"),
        (P3DNRatio(ceiling="initial"), "P3DNRatio(ceiling='initial')"),
        (PNBPRatio(accounts=["425283"]), "PNBPRatio(accounts=frozenset({'425283'}))"),
        (MEASURED, "<Measurement P3DNRatio 2023: 25,00>"),
        (TenantCount().measure(graduated=2), "<Measurement TenantCount: 2>"),
        (P3DNRatio().measure(realised=0, ceiling=0), "<Measurement P3DNRatio: tidak terdefinisi>"),
        (
            P3DNRatio(ceiling="initial", accounts=["1" * 6]),
            "P3DNRatio(accounts=frozenset({'111111'}), ceiling='initial')",
        ),
        (
            sum(TenantCount().measure_records([], period=f"2023-TW{number}-saja") for number in (1, 2)),
            "<Measurement TenantCount 2023-TW1-saja 2023-TW2-saja: 0>",
        ),
        (
            Problem(allowed=Text(id="a", en="b"), row=1, limit=2, indicator="P3DNRatio"),
            (
                "Problem(place='', label=None, allowed=Text(id='a', en='b'), sheet=None, row=1, column=None, "
                "line=None, value=None, code='')"
            ),
        ),
        (MEASURED.evidence, "<Ledger: 1 records>"),
        (compare(CARD, CARD), "<Comparison 2023, 2023>"),
        (make_trace(CATALOGUE, "SK3/4", 2023, MEASURED), "<Trace 2023: <Score SK3/4: 55,56%>>"),
    ],
)
def test_a_value_of_many_parts_shows_one_line(value: object, expected: str) -> None:
    """What it is and what it says, not all that it holds."""
    assert expected == repr(value)
