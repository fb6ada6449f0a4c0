"""SK3/4: realised budget on the accounts for domestic products."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from kinerja import InexactNumberError, QuantityError, Reason, UnknownIndicatorError
from kinerja._base import Text, write
from kinerja.indicators import P3DNRatio
from kinerja.indicators.p3dn_ratio import ACCOUNT_NAMES, DECREE_ACCOUNTS, BudgetLine
from kinerja.measurement import Timing
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

SAKTI = {"realised": 1_971_124_137, "ceiling": 12_131_595_000}
"""Laporan GLP039 SAKTI Maret 2026, satker 637372, Kementerian Luar Negeri."""


def _line(reference: str, account: str = "521211", **values: Any) -> BudgetLine:
    given: dict[str, Any] = {"unit": "417912", "year": 2026, "ceiling": 100, "realised": 25, **values}
    return BudgetLine(reference=reference, account=account, **given)


def test_the_actual_is_the_realised_share_in_percent() -> None:
    """100 x realisation / ceiling, exactly."""
    assert Fraction(100 * 1_971_124_137, 12_131_595_000) == P3DNRatio().measure(**SAKTI).actual


def test_the_actual_of_the_sakti_export() -> None:
    """The export of March 2026 gives about 16.2479 %."""
    assert 16.2479 == round(float(P3DNRatio().measure(**SAKTI).actual), 4)


def test_its_unit_is_persen() -> None:
    """The decree measures in Persen."""
    assert "Persen" == str(P3DNRatio().unit)


def test_its_worked_line() -> None:
    """The formula is shown with its rupiah, and the share rounded half up."""
    assert "100 × 1.971.124.137 / 12.131.595.000 = 16,25" == str(P3DNRatio().measure(**SAKTI))


def test_a_ceiling_of_zero_has_no_share() -> None:
    """Without a ceiling there is nothing to divide by."""
    with refused("actual.undefined", indicator="P3DNRatio", quantity="ceiling", value=0):
        _ = P3DNRatio().measure(realised=0, ceiling=0).actual


def test_a_ceiling_is_not_negative() -> None:
    """A ceiling below 0 cannot be."""
    with refused("quantity.least", indicator="P3DNRatio", field="ceiling", value=-1, limit=0):
        P3DNRatio().measure(realised=0, ceiling=-1)


@pytest.mark.parametrize(("realised", "expected"), [(150, 150), (-10, -10)])
def test_unusual_realisations_are_possible(realised: int, expected: int) -> None:
    """More than the ceiling may be realised, and returns may exceed spending."""
    assert expected == P3DNRatio().measure(realised=realised, ceiling=100).actual


@pytest.mark.parametrize(
    ("realised", "expected"),
    [
        (101, (Text(id="Realisasi melebihi pagu.", en="More was realised than the ceiling."),)),
        (100, ()),
        (0, ()),
        (
            -1,
            (
                Text(
                    id="Realisasi di bawah nol: pengembalian melebihi belanja.",
                    en="Below zero: returns exceed spending.",
                ),
            ),
        ),
    ],
)
def test_notes_say_what_is_unusual(realised: int, expected: tuple[Text, ...]) -> None:
    """A reader is told of a realisation above the ceiling, or below 0."""
    assert expected == P3DNRatio().measure(realised=realised, ceiling=100).notes


def test_the_decree_names_fifteen_accounts() -> None:
    """Each of them stands once."""
    assert 15 == len(set(DECREE_ACCOUNTS)) == len(DECREE_ACCOUNTS)


def test_four_of_the_accounts_are_of_the_pandemic() -> None:
    """Their names say so: the list belongs to its years."""
    pandemic = {account for account, name in ACCOUNT_NAMES.items() if name.endswith("Penanganan Pandemi COVID-19")}
    assert {"521131", "521241", "521841", "522192"} == pandemic


def test_the_accounts_are_the_decrees_by_default() -> None:
    """The indicator needs no argument."""
    assert frozenset(DECREE_ACCOUNTS) == P3DNRatio().accounts


def test_a_quarter_since_january_is_noted_as_a_snapshot() -> None:
    """The lines name no month."""
    measured = P3DNRatio().measure_records([_line("A")], period="2026-TW2")
    assert Timing.SNAPSHOT.value in measured.notes


def test_a_year_is_not_noted_as_a_snapshot() -> None:
    """It is what the lines are about."""
    assert Timing.SNAPSHOT.value not in P3DNRatio().measure_records([_line("A")], period=2026).notes


def test_the_accounts_are_a_parameter() -> None:
    """Another decree's accounts make another indicator."""
    assert P3DNRatio() != P3DNRatio(accounts=frozenset({"525112"}))


def test_a_text_alone_is_one_account() -> None:
    """It is never taken apart into its figures."""
    assert frozenset({"521211"}) == P3DNRatio(accounts=cast("Any", "521211")).accounts


@pytest.mark.parametrize(
    ("accounts", "shown"),
    [
        (["5212"], "5212"),
        ([521211], "521211"),
        (["521211", "52121A", "x"], "52121A, x"),
        (["५२१२११"], "५२१२११"),
        ("5212", "5212"),
        ([], "-"),
    ],
    ids=repr,
)
def test_an_account_is_a_text_of_six_digits(accounts: Any, shown: str) -> None:
    """Anything else is refused with all that is wrong, and so is having none."""
    with refused("record.no_accounts", indicator="P3DNRatio", field="accounts", names=shown):
        P3DNRatio(accounts=accounts)


def test_refused_accounts_are_kept() -> None:
    """A program finds the indicator and the accounts in the error."""
    with pytest.raises(QuantityError) as caught:
        P3DNRatio(accounts=frozenset({"5212"}))
    assert ("P3DNRatio", frozenset({"5212"})) == (caught.value.indicator, caught.value.value)


@pytest.mark.parametrize(
    "account", ["", None, 521211, "521211.0", "52121", "521.211", "521211 Belanja Bahan"], ids=repr
)
def test_a_budget_line_stands_on_an_account(account: Any) -> None:
    """Anything but six digits would equal none, and its money would be left out of the figure."""
    with refused("record.no_account", indicator="BudgetLine", field="account", value=account):
        _line("A", account=account)


def test_lines_on_the_accounts_are_counted() -> None:
    """Realisation and ceiling of the selected accounts add up."""
    lines = [_line("A"), _line("B", account="533111", ceiling=300, realised=75.5)]
    assert {"realised": 100.5, "ceiling": 400} == P3DNRatio().measure_records(lines, period=2026).quantities


def test_no_lines_are_measured_but_have_no_share() -> None:
    """Without lines there are quantities of 0, and nothing to divide by."""
    assert {"realised": 0, "ceiling": 0} == P3DNRatio().measure_records([], period=2026).quantities


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (_line("A", account="525112"), ("akun P3DN",)),
        (_line("A", year=2025), ("tahun anggaran",)),
        (_line("A", account="525112", year=2025), ("tahun anggaran", "akun P3DN")),
    ],
)
def test_a_line_left_out_is_told_why(line: BudgetLine, expected: tuple[str, ...]) -> None:
    """The failed conditions are named in the reader's words."""
    (item,) = P3DNRatio().measure_records([line], period=2026).left_out
    assert expected == item.nearest_miss


def test_a_counted_line_enters_both_quantities() -> None:
    """What counts below the line counts above it."""
    (item,) = P3DNRatio().measure_records([_line("A")], period=2026).counted
    assert ("realised", "ceiling") == item.entered


def test_a_quarter_counts_the_lines_of_its_year() -> None:
    """Budget lines are a snapshot of their year."""
    assert 25 == P3DNRatio().measure_records([_line("A")], period="2026-TW1").actual


def test_other_accounts_count_other_lines() -> None:
    """The parameter decides which lines are selected."""
    ratio = P3DNRatio(accounts=frozenset({"525112"}))
    lines = [_line("A"), _line("B", account="525112", realised=60)]
    assert 60 == ratio.measure_records(lines, period=2026).actual


def test_the_same_line_twice_is_refused() -> None:
    """A line is one and the same by its unit, its year and its path."""
    with refused("record.counted_unequal", indicator="P3DNRatio", value=(("417912", 2026, "A"),)):
        P3DNRatio().measure_records([_line("A"), _line("A", realised=30)], period=2026)


def test_the_same_path_of_two_units_is_two_lines() -> None:
    """Two balai may have the same path in their budget documents."""
    lines = [_line("A"), _line("A", unit="417913")]
    assert 200 == P3DNRatio().measure_records(lines, period=2026).quantities["ceiling"]


def test_two_units_add() -> None:
    """The share of both is that of their rupiah together."""
    ratio = P3DNRatio()
    both = ratio.measure_records([_line("A")], period=2026) + ratio.measure_records(
        [_line("A", unit="417913", ceiling=300, realised=175)], period=2026
    )
    assert 50 == both.actual


def test_a_line_counted_in_two_parts_is_refused() -> None:
    """The same line may not come in with two files."""
    part = P3DNRatio().measure_records([_line("A")], period=2026)
    with refused("record.counted_twice", indicator="P3DNRatio", value=(("417912", 2026, "A"),)):
        part + part


def test_a_budget_line_is_exact() -> None:
    """A float means the decimal that it prints."""
    assert Fraction(1, 10) == _line("A", realised=0.1).realised


@pytest.mark.parametrize("amount", ["100", None, True, float("nan")], ids=repr)
def test_a_budget_line_takes_exact_numbers_only(amount: Any) -> None:
    """Text, nothing, truth and NaN are no rupiah."""
    with pytest.raises(InexactNumberError):
        _line("A", realised=amount)


def test_a_budget_line_does_not_change() -> None:
    """A record is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        _line("A").year = 2025  # type: ignore[misc]


def test_duplicates_of_a_budget_line_equal_it(duplicate: Callable[[Any], Any]) -> None:
    """A record pickles and copies with its values."""
    assert _line("A") == duplicate(_line("A"))


def test_snapshots_of_two_quarters_do_not_add() -> None:
    """Each holds all that was realised so far."""
    first = P3DNRatio().measure_records([_line("A")], period="2026-TW1")
    second = P3DNRatio().measure_records([_line("B")], period="2026-TW2")
    with refused("period.not_adding", value=first.periods + second.periods, why=Timing.SNAPSHOT.value):
        first + second


@pytest.mark.parametrize("values", [{"unit": " "}, {"reference": ""}], ids=repr)
def test_a_budget_line_is_named(values: dict[str, Any]) -> None:
    """What selects a line, or makes it one, is a text that is not blank."""
    ((field, value),) = values.items()
    with refused("record.blank", indicator="BudgetLine", field=field, value=value):
        BudgetLine(
            **{"unit": "1", "reference": "A", "year": 2026, "account": "521211", "ceiling": 1, "realised": 1, **values}
        )


def test_a_budget_line_is_of_a_year() -> None:
    """As a text it would equal no budget year."""
    with refused("record.no_year", indicator="BudgetLine", field="year", value="2026"):
        _line("A", year="2026")


HELD = (
    "Pembilang: seluruh realisasi pada akun terpilih, apa pun asal barangnya. Penyebut: pagu revisi, termasuk yang "
    "dikunci."
)


def _notes(*lines: BudgetLine, period: int | str = 2026) -> list[str]:
    return [note.id for note in P3DNRatio().measure_records(lines, period=period).notes]


def test_what_a_figure_holds_is_noted() -> None:
    """The numerator and the ceiling; of totals whoever gives them knows."""
    assert ([HELD], ()) == (_notes(_line("A")), P3DNRatio().measure(realised=1, ceiling=2).notes)


def test_what_is_strange_is_noted_before_what_a_figure_holds() -> None:
    """More realised than the ceiling matters first; where no line counts, a figure holds nothing."""
    notes = _notes(_line("A", realised=3, ceiling=1))
    assert (True, False) == (notes.index(HELD) == len(notes) - 1 > 0, HELD in _notes(_line("A", year=2025)))


def test_what_else_is_known_of_its_lines_is_noted() -> None:
    """Of lines that count alone."""
    lines = [_line("A", domestic=3), _line("B", domestic=4, locked=7), _line("C", year=2025, initial_ceiling=1)]
    assert [
        "1 baris anggaran sebelum 2026 (ada 2025) tidak dihitung: 2025, C.",
        HELD,
        "Diketahui pada 1 dari 2 baris yang dihitung: lock pagu 7 rupiah; tidak mengubah angka.",
        "Diketahui pada 2 dari 2 baris yang dihitung: realisasi pdn 7 rupiah; tidak mengubah angka.",
    ] == _notes(*lines)


@pytest.mark.parametrize("more", [{"domestic": 0}, {"locked": 100}, {"initial_ceiling": 1}], ids=repr)
def test_what_else_is_known_never_changes_the_figure(more: dict[str, Any]) -> None:
    """It informs."""
    plain, known = (P3DNRatio().measure_records([line], period=2026) for line in (_line("A"), _line("A", **more)))
    assert plain == known


@pytest.mark.parametrize("period", [2024, "2024-TW1"])
def test_lines_of_another_year_are_no_divisor_of_0(period: int | str) -> None:
    """Nothing was measured, and what there is instead is said; lines have a year and no quarter."""
    notes = _notes(_line("A"), _line("B", year=2025), period=period)
    assert "Belum diukur: tidak ada baris anggaran tahun 2024 (ada 2025 s.d. 2026)." == notes[0]


def test_lines_of_a_later_year_are_named() -> None:
    """They do not count yet."""
    assert "1 baris anggaran sesudah 2026 (ada 2027) tidak dihitung: 2027, B." in _notes(
        _line("A"), _line("B", year=2027)
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"realised": 101}, "Pada 1 baris realisasi melebihi pagu: B; periksa angkanya."),
        ({"ceiling": 0, "realised": 1}, "Pada 1 baris realisasi melebihi pagu: B; periksa angkanya."),
        ({"locked": 101}, "Pada 1 baris lock pagu melebihi pagu: B; periksa angkanya."),
        ({"domestic": 26}, "Pada 1 baris realisasi pdn melebihi realisasi: B; periksa angkanya."),
        ({"ceiling": -1, "realised": -1}, "Pada 1 baris pagu di bawah nol: B; periksa angkanya."),
        ({"locked": 100, "domestic": 25, "realised": 25}, None),
    ],
    ids=repr,
)
def test_a_line_that_cannot_be_is_named(values: dict[str, Any], said: str | None) -> None:
    """A sum of many lines hides it."""
    notes = _notes(*(_line(str(number), ceiling=1000) for number in range(9)), _line("B", **values))
    assert [said] * bool(said) == [note for note in notes if "periksa angkanya" in note]


def test_of_many_lines_that_cannot_be_five_are_named() -> None:
    """And how many there are."""
    notes = _notes(_line("A", ceiling=10_000), *(_line(f"B{number}", realised=101) for number in range(7)))
    assert "Pada 7 baris realisasi melebihi pagu: B0, B1, B2, B3, B4, dan 2 lainnya; periksa angkanya." in notes


@pytest.mark.parametrize(
    ("references", "said"),
    [
        (["051.521211", "051.521211.1", "051.521211.2"], "051.521211"),
        (["A", "A.1", "A.1.x"], "A, A.1"),
        (["A.1", "A.10", "B.1"], None),
    ],
)
def test_a_line_below_another_that_counts_is_named(references: list[str], said: str | None) -> None:
    """An account and its items are the same money."""
    notes = _notes(*map(_line, references))
    told = [note for note in notes if note.startswith("Kode anggaran")]
    assert [said] * bool(said) == [note.partition("dihitung: ")[2].partition(". Bila")[0] for note in told]


def test_lines_of_other_units_and_years_are_not_below_each_other() -> None:
    """They are no total of each other."""
    notes = _notes(_line("A"), _line("A.1", unit="637372"), _line("A.2", year=2025))
    assert [] == [note for note in notes if note.startswith("Kode anggaran")]


def test_offices_and_funds_add_by_their_rupiah_not_by_their_percentages() -> None:
    """BBTPPI 2016 printed 97,57 % of Rupiah Murni and 90,79 % of PNBP, together 94,69 %; their mean is 94,18."""
    ceilings = {"97.57": 16_676_159_000, "90.79": 12_345_178_000}
    parts = [
        P3DNRatio().measure(realised=Fraction(share) * ceiling / 100, ceiling=ceiling)
        for share, ceiling in ceilings.items()
    ]
    whole = parts[0] + parts[1]
    mean = (parts[0].actual + parts[1].actual) / 2
    assert ("94,69", "94,18") == (write(whole.actual, 2), write(mean, 2))


def test_more_locked_than_there_is_leaves_nothing_to_divide() -> None:
    """It is no error of the office, whose line the catalogue's reading counts as it is."""
    measured = P3DNRatio(ceiling="unlocked").measure_records([_line("A", ceiling=100, locked=120)], period=2026)
    assert (None, Reason.UNDEFINED_ACTUAL) == measured.figure


def test_of_any_budget_it_is_absorption_and_speaks_of_no_domestic_products() -> None:
    """In symbols, words and conditions; the figure is the same."""
    of_all = P3DNRatio(accounts={"511111"}, budget="any")
    line = BudgetLine(unit="A", reference="1", year=2023, account="521211", ceiling=100, realised=50)
    (left_out,) = of_all.measure_records([line], period=2023).left_out
    said = [text for one in of_all.variables for text in (one.symbol, one.label.id, one.label.en)]
    assert ("akun terpilih",) == left_out.nearest_miss
    assert ["RA", "PA"] == said[::3]
    assert "realisasi anggaran berdasarkan " in said[1]
    assert not [text for text in said if "P3DN" in text]
    assert 50 == of_all.measure(realised=1, ceiling=2).actual


def test_another_word_for_its_budget_is_refused() -> None:
    """It names those that there are."""
    with pytest.raises(UnknownIndicatorError) as caught:
        P3DNRatio(budget="an")
    assert ("any",) == caught.value.matches
