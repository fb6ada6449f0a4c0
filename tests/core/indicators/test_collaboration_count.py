"""SK1/2: collaborations that raised the balai's capability."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from kinerja.indicators import CollaborationCount
from kinerja.indicators.collaboration_count import Collaboration
from kinerja.records import Year
from said import refused


def test_the_actual_is_the_collaborations_themselves() -> None:
    """One collaboration is an actual of 1."""
    assert 1 == CollaborationCount().measure(activities=1).actual


def test_its_unit_is_kegiatan_kolaborasi() -> None:
    """The decree counts in Kegiatan kolaborasi."""
    assert "Kegiatan kolaborasi" == str(CollaborationCount().unit)


def test_there_are_no_fewer_than_no_collaborations() -> None:
    """A count is never negative."""
    with refused("quantity.least", indicator="CollaborationCount", field="activities", value=-1, limit=0):
        CollaborationCount().measure(activities=-1)


def test_there_is_no_fraction_of_a_collaboration() -> None:
    """A collaboration is counted undivided."""
    with refused("quantity.whole", indicator="CollaborationCount", field="activities", value=0.5, unit="collaboration"):
        CollaborationCount().measure(activities=0.5)


def test_an_actual_below_zero_is_refused() -> None:
    """An actual measured elsewhere is 0 or more too."""
    with refused("quantity.least", indicator="CollaborationCount", field="actual", value=-1, limit=0):
        CollaborationCount().check_actual(-1)


def test_quarters_add_up_to_the_year() -> None:
    """Collaborations of two quarters are collaborations of their half year."""
    half = CollaborationCount().measure(activities=1) + CollaborationCount().measure(activities=0)
    assert 1 == half.actual


PROOF, PARTNER, GAIN, DATED = (
    "bukti tertulis",
    "mitra tertulis",
    "kapabilitas tertulis",
    "bukti bertanggal dalam periode",
)


def _collaboration(**values: Any) -> Collaboration:
    given = {
        "unit": "417912",
        "reference": "SPK-1",
        "partner": "Universitas Contoh",
        "capability": "uji emisi",
        "dated_on": dt.date(2023, 5, 31),
    }
    return Collaboration(**{**given, **values})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"dated_on": dt.date(2023, 1, 1)},
        {"dated_on": dt.date(2023, 12, 31)},
        {"partner_kind": "akademisi", "result": "prototipe"},
    ],
    ids=repr,
)
def test_a_proof_of_a_gained_capability_counts(values: dict[str, Any]) -> None:
    """The kind of partner and the result may be unknown."""
    assert 1 == CollaborationCount().measure_records([_collaboration(**values)], period=2023).actual


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"partner": None}, (PARTNER,)),
        ({"partner": " "}, (PARTNER,)),
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
    line = SimpleNamespace(**{**attrs.asdict(_collaboration()), "reference": " "})
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
    with refused("record.counted_unequal", indicator="CollaborationCount", value=(("417912", "SPK-1"),)):
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
    with refused("measurement.counted_in_both", indicator="CollaborationCount", value=(("417912", "K1"),)):
        first + second


def test_its_counting_rule_is_the_second() -> None:
    """The first counted proofs."""
    indicator = CollaborationCount()
    assert (2, ["bukti", "kolaborasi"]) == (indicator.rules, [name.id for name in indicator.rule_names])


def _notes(*records: Collaboration) -> list[str]:
    return [note.id for note in CollaborationCount().measure_records(records, period=2023).notes]


def test_the_same_partner_and_capability_under_several_proofs_is_told() -> None:
    """They may be one collaboration; nobody but the balai knows."""
    proofs = _collaboration(), _collaboration(reference="SPK-2", partner="universitas  CONTOH")
    expected = (
        "Mitra dan kapabilitas yang sama pada bukti yang tidak semuanya bernomor kolaborasi, masing-masing dihitung "
        "satu: SPK-1 = SPK-2. Bila satu kolaborasi, beri nomor kolaborasi yang sama."
    )
    assert [expected] == _notes(*proofs)


@pytest.mark.parametrize(
    "other",
    [
        {"partner": "Lembaga"},
        {"capability": "uji air"},
        {"unit": "417913"},
    ],
    ids=repr,
)
def test_proofs_that_differ_are_no_question(other: dict[str, str]) -> None:
    """In partner, capability or balai."""
    assert [] == _notes(_collaboration(), _collaboration(**{"reference": "SPK-2", **other}))


@pytest.mark.parametrize(
    ("number", "said"),
    [("K1", "SPK-1 = K1"), ("SPK-1", "SPK-1 = SPK-1")],
)
def test_a_proof_without_the_number_that_another_bears_is_told(number: str, said: str) -> None:
    """It may be one more of the same collaboration, also where the number is that of the first proof."""
    (note,) = _notes(_collaboration(), _collaboration(reference="SPK-2", collaboration=number))
    assert said == note.partition("satu: ")[2].partition(". ")[0]


def test_collaborations_that_all_have_a_number_are_no_question() -> None:
    """The balai told them apart."""
    assert [] == _notes(_collaboration(collaboration="K1"), _collaboration(reference="SPK-2", collaboration="K2"))


def test_a_collaboration_with_proofs_of_two_years_is_told() -> None:
    """It counts in both."""
    proofs = [
        _collaboration(reference=str(year), collaboration="K1", dated_on=dt.date(year, 5, 1))
        for year in (2022, 2023, 2021)
    ]
    expected = (
        "Kolaborasi yang juga mempunyai bukti dari tahun lain, dan terhitung pada setiap tahun buktinya: "
        "K1 (2021), K1 (2022)."
    )
    assert expected == _notes(*proofs)[-1]


@pytest.mark.parametrize(
    "other",
    [{"collaboration": "K2"}, {"unit": "417913"}, {"capability": None}, {"dated_on": dt.date(2023, 1, 1)}],
    ids=repr,
)
def test_a_collaboration_of_one_year_is_not_told(other: dict[str, Any]) -> None:
    """A proof that would not count in the other year is none, and neither is another balai's."""
    earlier = {"reference": "SPK-0", "collaboration": "K1", "dated_on": dt.date(2022, 5, 1), **other}
    notes = _notes(_collaboration(collaboration="K1"), _collaboration(**earlier))
    assert [] == [note for note in notes if "juga mempunyai bukti dari tahun lain" in note]
