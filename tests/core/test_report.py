"""A measurement as a document, and as JSON."""

from __future__ import annotations

import json

from kinerja import BudgetLine, Language, Measurement, P3DNRatio, Tenant, TenantCount, Text
from kinerja.indicators.messages import WHAT_IT_HOLDS
from kinerja.writers import to_html, to_text

HELD = WHAT_IT_HOLDS.text()
SOURCE = Text(id="Sumber: pagu.csv", en="Source: pagu.csv")
WHY = {"id": "tidak memenuhi akun P3DN", "en": "fails akun P3DN"}


def measured(*accounts: str, keep: bool = True) -> Measurement:
    """Measure one line of 100 realised of 300 on each account."""
    lines = [
        BudgetLine(unit="A", reference=str(number), year=2023, account=account, ceiling=300, realised=100)
        for number, account in enumerate(accounts)
    ]
    return P3DNRatio().measure_records(lines, period=2023, keep_evidence=keep)


def test_the_document_says_what_became_of_the_records() -> None:
    """The source, the worked line, and the records left out by the conditions that they failed."""
    expected = f"""\
Sumber: pagu.csv

Realisasi (persen): 100 × 100 / 300 = 33,33
Baris dihitung: 1
Baris tidak dihitung: 2
- 2 baris: tidak memenuhi akun P3DN
{HELD.id}"""
    assert expected == to_text(measured("521211", "511111", "511112").document(sources=[SOURCE]))


def test_the_document_speaks_english_too() -> None:
    """Figures and words."""
    expected = f"""\
Actual (percent): 100 × 100 / 300 = 33.33
Lines counted: 1
Lines left out: 0
{HELD.en}"""
    assert expected == to_text(measured("521211").document(Language.ENGLISH))


def test_of_totals_no_records_are_counted() -> None:
    """There were none to look at."""
    assert "Realisasi (persen): 100 × 1 / 4 = 25,00" == to_text(P3DNRatio().measure(realised=1, ceiling=4).document())


def test_a_notebook_shows_the_document() -> None:
    """In Indonesian, as HTML."""
    assert to_html(measured("521211").document()) == measured("521211")._repr_html_()


def test_json_is_exact() -> None:
    """Numbers are text such as "100/3"."""
    plain = json.loads(measured("521211", "511111", "511112").to_json())
    assert {
        "schema": "kinerja.measurement/2",
        "indicator": {"name": "P3DNRatio", "accounts": sorted(P3DNRatio().accounts)},
        "rules": 1,
        "periods": ["2023"],
        "guarded": True,
        "complete": True,
        "quantities": {"realised": "100", "ceiling": "300"},
        "entries": {"realised": 1, "ceiling": 1},
        "actual": "100/3",
        "reason": None,
        "counted": 1,
        "left_out": [{"fails": ["akun P3DN"], "unknown": [], "why": WHY, "records": 2}],
        "totals": None,
        "notes": [{"id": HELD.id, "en": HELD.en}],
    } == {name: value for name, value in plain.items() if name != "records"}


def test_json_has_no_actual_where_nothing_divides() -> None:
    """It is null, and not 0."""
    assert None is json.loads(measured().to_json())["actual"]


def test_json_of_records_that_were_not_kept_counts_none() -> None:
    """Nobody knows how many there were; the note says why."""
    plain = json.loads(measured("521211", keep=False).to_json())
    assert (None, None, 2) == (plain["counted"], plain["left_out"], len(plain["notes"]))


def test_json_of_totals_counts_no_records() -> None:
    """There were none to look at."""
    plain = json.loads(TenantCount().measure(graduated=2).to_json())
    assert ([], None, None, "2") == (plain["periods"], plain["counted"], plain["left_out"], plain["actual"])


def test_json_names_every_condition_that_failed() -> None:
    """In the order of the counting rule."""
    tenants = [Tenant(unit="A", tenant="T")]
    plain = json.loads(TenantCount().measure_records(tenants, period=2023).to_json())
    failed = ["keempat tahap bertanggal dan berurutan", "pascainkubasi selesai dalam periode"]
    unknown = ["selected_on", "preincubation_on", "incubation_on", "postincubation_on"]
    (left_out,) = plain["left_out"]
    assert (failed, unknown, 1) == (left_out["fails"], left_out["unknown"], left_out["records"])
