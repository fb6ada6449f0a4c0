"""SK1/2: collaborations that raised the balai's capability."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from kinerja import DoubleCountError, QuantityError
from kinerja.indicators import CollaborationCount
from kinerja.indicators.collaboration_count import Collaboration
from kinerja.records import Year


def test_the_actual_is_the_collaborations_themselves() -> None:
    """One collaboration is an actual of 1."""
    assert 1 == CollaborationCount().measure(activities=1).actual


def test_its_unit_is_kegiatan_kolaborasi() -> None:
    """The decree counts in Kegiatan kolaborasi."""
    assert "Kegiatan kolaborasi" == str(CollaborationCount().unit)


def test_there_are_no_fewer_than_no_collaborations() -> None:
    """A count is never negative."""
    with pytest.raises(QuantityError, match=r"^CollaborationCount: activities = -1 cannot be; the least is 0\.$"):
        CollaborationCount().measure(activities=-1)


def test_there_is_no_fraction_of_a_collaboration() -> None:
    """A collaboration is counted undivided."""
    with pytest.raises(QuantityError, match="is not a whole number; a collaboration is counted undivided"):
        CollaborationCount().measure(activities=0.5)


def test_an_actual_below_zero_is_refused() -> None:
    """An actual measured elsewhere is 0 or more too."""
    with pytest.raises(QuantityError, match="actual = -1 cannot be"):
        CollaborationCount().check_actual(-1)


def test_quarters_add_up_to_the_year() -> None:
    """Collaborations of two quarters are collaborations of their half year."""
    half = CollaborationCount().measure(activities=1) + CollaborationCount().measure(activities=0)
    assert 1 == half.actual


PROOF, GAIN, DATED = "bukti tertulis", "kapabilitas tertulis", "bukti bertanggal dalam periode"


def _collaboration(**values: Any) -> Collaboration:
    given = {"unit": "417912", "reference": "SPK-1", "capability": "uji emisi", "dated_on": dt.date(2023, 5, 31)}
    return Collaboration(**{**given, **values})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"dated_on": dt.date(2023, 1, 1)},
        {"dated_on": dt.date(2023, 12, 31)},
        {"partner": "Universitas", "partner_kind": "akademisi", "result": "prototipe"},
    ],
    ids=repr,
)
def test_a_proof_of_a_gained_capability_counts(values: dict[str, Any]) -> None:
    """The partner and the result may be unknown."""
    assert 1 == CollaborationCount().measure_records([_collaboration(**values)], period=2023).actual


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"capability": None}, (GAIN,)),
        ({"capability": "  "}, (GAIN,)),
        ({"dated_on": None}, (DATED,)),
        ({"dated_on": dt.date(2022, 12, 31)}, (DATED,)),
        ({"dated_on": dt.date(2024, 1, 1)}, (DATED,)),
        ({"dated_on": None, "capability": ""}, (GAIN, DATED)),
    ],
    ids=repr,
)
def test_a_collaboration_left_out_is_told_why(values: dict[str, Any], expected: tuple[str, ...]) -> None:
    """The capability or the day that is missing is named."""
    (item,) = CollaborationCount().measure_records([_collaboration(**values)], period=2023).left_out
    assert expected == item.nearest_miss


def test_a_line_without_a_proof_does_not_count() -> None:
    """A table's line, unlike a record, may lack its number."""
    given = {"unit": "417912", "collaboration": None, "capability": "uji emisi", "dated_on": dt.date(2023, 5, 31)}
    line = SimpleNamespace(reference=" ", **given)
    (tally,) = CollaborationCount().tally(line, Year(year=2023))  # type: ignore[arg-type]
    assert (PROOF,) == tally.failed()


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2023-TW1", 0), ("2023-TW2", 1), ("2023-TW4", 1), ("2023-TW2-saja", 1), ("2023-TW3-saja", 0)],
)
def test_a_collaboration_counts_in_the_quarter_of_its_proof(period: str, expected: int) -> None:
    """Collaborations are a flow."""
    assert expected == CollaborationCount().measure_records([_collaboration()], period=period).actual


def test_several_documents_of_one_proof_are_refused() -> None:
    """A collaboration is one by its balai and the number of its proof."""
    with pytest.raises(DoubleCountError, match=r"counted twice: 417912, SPK-1\."):
        CollaborationCount().measure_records([_collaboration(), _collaboration(capability="lain")], period=2023)


def test_two_proofs_of_a_balai_are_two_collaborations() -> None:
    """The number of the proof tells them apart."""
    records = [_collaboration(), _collaboration(reference="SPK-2")]
    assert 2 == CollaborationCount().measure_records(records, period=2023).actual


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [(["K1", "K1", "K1"], 1), (["K1", "K2", "K1"], 2), (["K1", None, None], 3), (["K1", " ", ""], 3)],
)
def test_the_proofs_of_one_collaboration_count_once(numbers: list[str | None], expected: int) -> None:
    """They bear its number; a proof without one is a collaboration of its own."""
    records = [_collaboration(reference=f"SPK-{place}", collaboration=one) for place, one in enumerate(numbers)]
    assert expected == CollaborationCount().measure_records(records, period=2023).actual


def test_a_collaboration_is_not_a_proof_of_the_same_name() -> None:
    """A collaboration X and a proof X are two."""
    records = [_collaboration(collaboration="X"), _collaboration(reference="X")]
    assert 2 == CollaborationCount().measure_records(records, period=2023).actual


def test_a_collaboration_of_two_balai_is_one_of_each() -> None:
    """Numbers are each balai's own."""
    records = [_collaboration(unit=unit, collaboration="K1") for unit in ("417912", "417913")]
    assert 2 == CollaborationCount().measure_records(records, period=2023).actual


def test_quarters_that_count_one_collaboration_do_not_add() -> None:
    """Measured at once, it counts once."""
    records = [
        _collaboration(collaboration="K1", dated_on=dt.date(2023, 2, 1)),
        _collaboration(reference="SPK-2", collaboration="K1"),
    ]
    first, second = (CollaborationCount().measure_records(records, period=f"2023-TW{number}-saja") for number in (1, 2))
    with pytest.raises(DoubleCountError) as caught:
        first + second
    assert (("417912", "K1"),) == caught.value.value


def test_its_counting_rule_is_the_second() -> None:
    """The first counted proofs."""
    indicator = CollaborationCount()
    assert (2, ["bukti", "kolaborasi"]) == (indicator.rules, [name.id for name in indicator.rule_names])
