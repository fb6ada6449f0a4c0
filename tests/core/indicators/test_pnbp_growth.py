"""SK3/2: growth of service revenue."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest

from kinerja import NotMeasuredError
from kinerja._base import Text
from kinerja.indicators import PNBPGrowth
from kinerja.indicators.pnbp_growth import Receipt
from kinerja.measurement import of_other_scale
from kinerja.records import as_period
from said import refused, sentence


def test_the_actual_is_the_growth_in_percent() -> None:
    """(B - A) / A x 100, exactly."""
    assert Fraction(5, 2) == PNBPGrowth().measure(previous=4_000_000_000, current=4_100_000_000).actual


def test_its_unit_is_persen() -> None:
    """The decree measures in Persen."""
    assert "Persen" == str(PNBPGrowth().unit)


def test_its_worked_line() -> None:
    """The formula is shown with its rupiah, and the growth rounded half up."""
    expected = "100 × (4.100.000.000 - 4.000.000.000) / 4.000.000.000 = 2,50"
    assert expected == str(PNBPGrowth().measure(previous=4_000_000_000, current=4_100_000_000))


def test_a_growth_of_three_against_two_is_one_hundred_and_fifty_percent() -> None:
    """A target of 2 and an actual of 3 are a capaian of 150 %."""
    assert 150 == PNBPGrowth().achievement(target=2, actual=3)


def test_its_capaian_prints_with_two_decimals() -> None:
    """A capaian is a Percent."""
    assert "150,00%" == str(PNBPGrowth().achievement(target=2, actual=3))


def test_target_and_actual_may_be_given_in_their_order() -> None:
    """The target comes first."""
    assert 150 == PNBPGrowth().achievement(2, 3)


@pytest.mark.parametrize("previous", [0, -1, -4_000_000_000])
def test_a_base_of_zero_or_below_has_no_growth(previous: int) -> None:
    """Growth from nothing, or from less, is undefined."""
    with refused("actual.undefined", indicator="PNBPGrowth", quantity="previous", value=previous):
        _ = PNBPGrowth().measure(previous=previous, current=1).actual


@pytest.mark.parametrize(("current", "expected"), [(0, -100), (-4, -200), (2, -50)])
def test_revenue_may_fall(current: int, expected: int) -> None:
    """A negative growth is possible, below -100 where refunds exceed receipts."""
    assert expected == PNBPGrowth().measure(previous=4, current=current).actual


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        (3, (Text(id="PNBP turun dari tahun sebelumnya.", en="PNBP fell from the year before."),)),
        (4, ()),
        (5, ()),
    ],
)
def test_a_note_says_where_revenue_fell(current: int, expected: tuple[Text, ...]) -> None:
    """A reader is told of a negative growth."""
    assert expected == PNBPGrowth().measure(previous=4, current=current).notes


def test_offices_add_before_they_are_divided() -> None:
    """The growth of 1 to 2 and of 3 to 3 together is a quarter, not the mean of 100 and 0."""
    both = PNBPGrowth().measure(previous=1, current=2) + PNBPGrowth().measure(previous=3, current=3)
    assert 25 == both.actual


def test_a_part_without_a_base_still_adds() -> None:
    """A new service without revenue in the year before counts in the sum."""
    both = PNBPGrowth().measure(previous=0, current=1) + PNBPGrowth().measure(previous=4, current=4)
    assert 25 == both.actual


BEFORE, NOW = "diterima dalam masa yang sama tahun sebelumnya", "diterima dalam periode"
SERVICE = PNBPGrowth(accounts={"425283"})


def _receipt(receipt: str = "1", **values: Any) -> Receipt:
    given = {"unit": "417912", "account": "425283", "amount": 100, "received_on": dt.date(2023, 5, 31)}
    return Receipt(**{"receipt": receipt, **given, **values})


def _sums(*receipts: Receipt, period: int | str = 2023) -> dict[str, Fraction]:
    return dict(PNBPGrowth().measure_records(receipts, period=period).quantities)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2021, 12, 31), {"previous": 0, "current": 0}),
        (dt.date(2022, 1, 1), {"previous": 100, "current": 0}),
        (dt.date(2022, 12, 31), {"previous": 100, "current": 0}),
        (dt.date(2023, 1, 1), {"previous": 0, "current": 100}),
        (dt.date(2023, 12, 31), {"previous": 0, "current": 100}),
        (dt.date(2024, 1, 1), {"previous": 0, "current": 0}),
        (None, {"previous": 0, "current": 0}),
    ],
    ids=str,
)
def test_a_receipt_counts_in_its_year(day: dt.date | None, expected: dict[str, int]) -> None:
    """What was received in the year before is A, in the year B."""
    assert expected == _sums(_receipt(received_on=day))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2023-TW1", {"previous": 0, "current": 0}),
        ("2023-TW2", {"previous": 7, "current": 100}),
        ("2023-TW2-saja", {"previous": 7, "current": 100}),
        ("2023-TW3", {"previous": 12, "current": 100}),
        ("2023-TW3-saja", {"previous": 5, "current": 0}),
    ],
)
def test_a_quarter_is_set_against_the_same_months(period: str, expected: dict[str, int]) -> None:
    """Half a year is never set against a whole one."""
    before = [
        _receipt("2", amount=7, received_on=dt.date(2022, 6, 30)),
        _receipt("3", amount=5, received_on=dt.date(2022, 7, 1)),
    ]
    assert expected == _sums(_receipt(), *before, period=period)


def test_a_receipt_left_out_is_told_why() -> None:
    """It was received in neither year."""
    (item,) = PNBPGrowth().measure_records([_receipt(received_on=None)], period=2023).left_out
    assert {"previous": (BEFORE,), "current": (NOW,)} == item.missed


@pytest.mark.parametrize("account", ["425289", None])
def test_only_service_accounts_count_where_they_are_named(account: str | None) -> None:
    """A receipt on another account, or on none that is known, is left out and told so."""
    (item,) = SERVICE.measure_records([_receipt(account=account)], period=2023).left_out
    assert ("akun layanan",) == item.nearest_miss


def test_a_receipt_on_a_service_account_counts() -> None:
    """The account decides, whatever the service is called."""
    assert 100 == SERVICE.measure_records([_receipt()], period=2023).quantities["current"]


@pytest.mark.parametrize("account", ["425289", None])
def test_every_receipt_counts_where_no_accounts_are_named(account: str | None) -> None:
    """All receipts are taken as service receipts."""
    assert {"previous": 0, "current": 100} == _sums(_receipt(account=account))


ALL_RECEIPTS = Text(
    id="Semua penerimaan dianggap penerimaan layanan, karena akun layanan tidak ditentukan.",
    en="All receipts were taken as service receipts, because no service accounts were given.",
)


@pytest.mark.parametrize(("indicator", "expected"), [(PNBPGrowth(), (ALL_RECEIPTS,)), (SERVICE, ())])
def test_a_note_says_where_no_accounts_are_named(indicator: PNBPGrowth, expected: tuple[Text, ...]) -> None:
    """A reader is told that receipts were not told apart."""
    receipts = [_receipt(), _receipt(receipt="0", amount=1, received_on=dt.date(2022, 5, 1))]
    assert expected == indicator.measure_records(receipts, period=2023).notes


def test_totals_need_no_note_on_accounts() -> None:
    """Whoever gives totals has chosen the receipts."""
    assert () == PNBPGrowth().measure(previous=1, current=2).notes


@pytest.mark.parametrize("accounts", [[], ["4252"], [425283]], ids=repr)
def test_service_accounts_are_texts_of_six_digits(accounts: Any) -> None:
    """Having none is said by None."""
    with refused("record.no_accounts", indicator="PNBPGrowth", field="accounts", value=frozenset(accounts)):
        PNBPGrowth(accounts=accounts)


def test_a_refund_is_taken_off() -> None:
    """It is a receipt below 0, with a number of its own."""
    assert {"previous": 0, "current": 70} == _sums(_receipt(), _receipt("2", amount=-30))


def test_instalments_of_one_spk_all_count() -> None:
    """The SPK may repeat; the receipt is what is one."""
    assert {"previous": 0, "current": 200} == _sums(_receipt(reference="SPK-1"), _receipt("2", reference="SPK-1"))


def test_the_same_receipt_twice_is_refused() -> None:
    """One receipt is one payment."""
    with refused("record.counted_unequal", indicator="PNBPGrowth", value=(("417912", "1"),)):
        _sums(_receipt(), _receipt(amount=5))


def test_a_receipt_of_the_year_with_an_unknown_amount_is_refused() -> None:
    """A figure without it would be too low."""
    receipt = _receipt(amount=None)
    with refused("record.unknown_value", indicator="PNBPGrowth", field="current", value=receipt):
        _sums(receipt)


def test_an_unknown_amount_of_the_year_before_is_refused() -> None:
    """Growth without it would be too high."""
    receipt = _receipt(amount=None, received_on=dt.date(2022, 5, 31))
    with refused("record.unknown_value", indicator="PNBPGrowth", field="previous", value=receipt):
        _sums(receipt)


def test_an_unknown_amount_that_does_not_count_is_left_out() -> None:
    """Nobody asks for what is not needed."""
    assert {"previous": 0, "current": 0} == _sums(_receipt(amount=None, received_on=dt.date(2020, 5, 31)))


def test_an_unknown_amount_on_another_account_is_left_out() -> None:
    """Nor for what is no service receipt."""
    measurement = SERVICE.measure_records([_receipt(amount=None, account="425289")], period=2023)
    assert {"previous": 0, "current": 0} == measurement.quantities


@pytest.mark.parametrize("account", [425283, "", "4252830", "425.283", "425283 Jasa"], ids=repr)
def test_what_is_no_account_is_refused(account: Any) -> None:
    """It would equal no service account, and be left out without a word."""
    with refused("record.no_account", indicator="Receipt", field="account", value=account):
        _receipt(account=account)


EARLIER = dt.date(2022, 5, 1)


def _notes(*receipts: Receipt, indicator: PNBPGrowth = SERVICE, period: int | str = 2023) -> list[str]:
    return [note.id for note in indicator.measure_records(receipts, period=period).notes]


def test_receipts_on_accounts_of_no_service_are_named() -> None:
    """Where no service accounts are set, all receipts count, and these are known not to be of services."""
    accounts = ["425283", "425121", "425811", "425811", "425913", "425999"]
    receipts = [_receipt(receipt=str(place), account=account) for place, account in enumerate(accounts)]
    expected = (
        "Di antaranya penerimaan yang bukan layanan: 1 baris pada akun 425121 (penjualan aset), 2 baris pada akun "
        "425811 (denda), 1 baris pada akun 425913 (pengembalian belanja tahun lalu). Tetapkan akun layanan di "
        "formulir unit."
    )
    before = _receipt(receipt="0-2022", received_on=EARLIER, amount=1)
    assert [ALL_RECEIPTS.id, expected] == _notes(before, *receipts, indicator=PNBPGrowth())
    told = PNBPGrowth().measure_records([before, *receipts], period=2023).notes[1].en
    assert " service: rows on account 425121 (asset sales): 1, rows on account 425811 (fines): 2," in told


def test_receipts_on_other_accounts_are_not_named_where_accounts_are_set() -> None:
    """They do not count."""
    assert [] == _notes(
        _receipt(receipt="0", received_on=EARLIER, amount=1), _receipt(), _receipt(receipt="2", account="425811")
    )


_ADD_THEM = "; tambahkan di data dukung yang sama"


@pytest.mark.parametrize(
    ("days", "period", "expected"),
    [
        ([2022, 2023], 2024, "tidak ada penerimaan bertanggal 2024 (ada 2022 s.d. 2023)"),
        ([2023], 2023, f"belum ada penerimaan bertanggal 2022 untuk dibandingkan (ada 2023){_ADD_THEM}"),
        ([2020], 2023, "tidak ada penerimaan bertanggal 2022, 2023 (ada 2020)"),
        ([2022], "2023-TW1", "tidak ada penerimaan bertanggal 2022-TW1, 2023-TW1 (ada Mei 2022)"),
        ([None, None], 2023, "tidak ada penerimaan bertanggal 2022, 2023 (2 tanpa tanggal)"),
        ([2020, None], 2023, "tidak ada penerimaan bertanggal 2022, 2023 (ada 2020, 1 tanpa tanggal)"),
        ([], 2023, "tidak ada penerimaan bertanggal 2022, 2023 (tidak ada satu baris pun)"),
    ],
    ids=str,
)
def test_a_year_without_receipts_is_not_measured(days: list[int | None], period: int | str, expected: str) -> None:
    """It says which there are, and no growth of -100 percent."""
    receipts = [
        _receipt(receipt=str(place), received_on=None if year is None else dt.date(year, 5, 1))
        for place, year in enumerate(days)
    ]
    measured = SERVICE.measure_records(receipts, period=period)
    with pytest.raises(NotMeasuredError) as caught:
        _ = measured.actual
    assert [f"Belum diukur: {expected}."] * 2 == [caught.value.text.id, measured.notes[0].id]


def test_a_year_without_service_receipts_is_not_measured() -> None:
    """There are receipts of the year, and the condition that all of them fail is named."""
    notes = _notes(_receipt(receipt="0", received_on=EARLIER), _receipt(account="425811"))
    assert ["Belum diukur: dari 1 penerimaan bertanggal 2023 tidak satu pun memenuhi akun layanan."] == notes


def test_where_the_receipts_stand_is_said() -> None:
    """A reader of files sets it."""
    measured = SERVICE.measure_records([_receipt(received_on=EARLIER)], period=2023)
    where = attrs.evolve(measured, where="penerimaan.xlsx")
    expected = "Belum diukur: tidak ada penerimaan bertanggal 2023 di penerimaan.xlsx (ada 2022)."
    assert expected == where.notes[0].id


def test_a_sum_says_where_all_its_receipts_stand() -> None:
    """Each file once."""
    parts = [attrs.evolve(SERVICE.measure_records([_receipt(receipt=name)], period=2023), where=name) for name in "ab"]
    assert "a, b" == sum(parts, attrs.evolve(SERVICE.measure_records([], period=2023), where="a")).where


def test_without_evidence_nobody_knows_what_receipts_there_are() -> None:
    """The quantity is named."""
    bare = SERVICE.measure_records([_receipt()], period=2023, keep_evidence=False)
    assert "Belum diukur: tidak ada penerimaan untuk A (PNBP layanan jasa tahun sebelumnya)." == bare.notes[0].id


def test_receipts_after_the_period_are_named() -> None:
    """Without asking what day it is today."""
    receipts = [_receipt(receipt=str(year), received_on=dt.date(year, 5, 1)) for year in (2022, 2023, 2024, 2032)]
    assert ["2 penerimaan bertanggal sesudah 2023 (ada 2024 s.d. 2032) tidak dihitung: 2032; 2024."] == _notes(
        *receipts
    )


def test_receipts_of_a_later_quarter_are_named_by_their_months() -> None:
    """The year of the quarter has more."""
    receipts = [
        _receipt(receipt=str(day), received_on=day)
        for day in (dt.date(2022, 2, 1), dt.date(2023, 2, 1), dt.date(2023, 5, 1))
    ]
    expected = "1 penerimaan bertanggal sesudah 2023-TW1 (ada Mei 2023) tidak dihitung: 2023-05-01."
    assert [expected] == _notes(*receipts, period="2023-TW1")


def test_a_receipt_without_a_day_is_left_out_for_that() -> None:
    """Not for being of another year."""
    receipts = [_receipt(), _receipt(receipt="0", received_on=EARLIER), _receipt(receipt="2", received_on=None)]
    measured = SERVICE.measure_records(receipts, period=2023)
    (item,) = measured.left_out
    told = "tanggal penerimaan tidak diketahui", ("received_on",)
    assert told == (measured.cause(item).id, measured.unknown(item))


def test_receipts_without_a_day_are_noted() -> None:
    """Whoever makes them in code is not asked by a form."""
    receipts = [_receipt(receipt=str(place), received_on=None) for place in range(90)]
    notes = _notes(_receipt(), _receipt(receipt="0-2022", received_on=EARLIER), *receipts)
    assert ["Tidak dihitung karena kosong: tanggal penerimaan (90 baris)."] == notes


def test_a_receipt_of_another_service_is_not_noted_for_its_day() -> None:
    """It would not count with a day either."""
    receipts = [
        _receipt(),
        _receipt(receipt="0", received_on=EARLIER),
        _receipt(receipt="2", received_on=None, account="425811"),
    ]
    measured = SERVICE.measure_records(receipts, period=2023)
    (item,) = measured.left_out
    assert ("tanggal penerimaan tidak diketahui, tidak memenuhi akun layanan", ()) == (
        measured.cause(item).id,
        measured.notes,
    )


def test_one_number_for_two_services_is_refused_with_what_differs() -> None:
    """One NTPN may pay for several; none of the lines is to be dropped."""
    with refused("record.counted_unequal", indicator="PNBPGrowth", value=(("417912", "1"),)) as caught:
        PNBPGrowth().measure_records([_receipt(service="uji"), _receipt(service="kalibrasi")], period=2023)
    expected = "isi yang berbeda: 1 (berbeda: layanan). Bila memang beberapa hal, beri masing-masing nomor "
    assert expected in caught.value.text.id


def test_receipts_on_accounts_that_may_be_services_are_named_where_others_are_set() -> None:
    """They are not counted; fines and the like are known not to be."""
    other = [
        _receipt(receipt=str(place), account=account) for place, account in enumerate(["425421", "425421", "425811"])
    ]
    expected = (
        "Penerimaan di luar akun layanan tidak dihitung: 2 baris pada akun 425421. Bila itu layanan, tambahkan akunnya "
        "di formulir unit."
    )
    assert [expected] == _notes(_receipt(receipt="9", received_on=EARLIER), _receipt(receipt="8"), *other)
    measured = SERVICE.measure_records([_receipt(receipt="8"), *other], period=2023)
    assert any(" counted: rows on account 425421: 2." in note.en for note in measured.notes)


def test_a_service_account_without_receipts_is_named() -> None:
    """One digit of it may be wrong."""
    indicator = PNBPGrowth(accounts=["425283", "425284"])
    expected = "Tidak ada penerimaan pada akun layanan 425284; periksa angkanya."
    assert [expected] == _notes(_receipt(receipt="9", received_on=EARLIER), _receipt(), indicator=indicator)


@pytest.mark.parametrize(
    ("days", "period", "said"),
    [
        ([(2022, 5), (2022, 11), (2023, 6)], 2023, "2022-TW4"),
        ([(2022, 11), (2023, 2), (2023, 10)], 2023, "2023-TW1"),
        ([(2022, 1), (2022, 9), (2023, 4), (2023, 12)], 2023, "2022-TW1, 2022-TW3, 2023-TW2, 2023-TW4"),
        ([(2022, 1), (2022, 9), (2023, 3)], "2023-TW1", None),
        ([(2022, 1), (2023, 3)], 2023, None),
    ],
)
def test_quarters_with_receipts_in_one_year_alone_are_named(
    days: list[tuple[int, int]], period: int | str, said: str | None
) -> None:
    """Half a year set against a whole one falls by half."""
    receipts = [
        _receipt(receipt=str(place), received_on=dt.date(year, month, 1)) for place, (year, month) in enumerate(days)
    ]
    told = [note for note in _notes(*receipts, period=period) if note.startswith("Triwulan yang hanya")]
    assert [said] * bool(said) == [note.partition("penerimaan: ")[2].partition(". ")[0] for note in told]


def received(unit: str, amount: int = 5) -> Receipt:
    """Return a receipt of one number and day."""
    return Receipt(unit=unit, receipt="NTPN-1", amount=amount, received_on=dt.date(2023, 2, 1))


TWICE: dict[str, Any] = {"indicator": "PNBPGrowth", "value": (("NTPN-1", 5, dt.date(2023, 2, 1)),)}


def test_money_is_received_once_whatever_the_unit() -> None:
    """The same number, amount and day under two units is one receipt, in one count and in a sum of two."""
    with refused("record.counted_unequal", **TWICE) as caught:
        PNBPGrowth().measure_records([received("A"), received("B")], period=2023)
    assert "NTPN-1, 5, 2023-02-01 (berbeda: satker)" in caught.value.text.id
    parts = [PNBPGrowth().measure_records([received(unit)], period=2023) for unit in ("A", "B")]
    with refused("record.counted_unequal", **TWICE):
        sum(parts)


def test_numbers_alone_repeat_between_units() -> None:
    """Another amount is another receipt."""
    measured = PNBPGrowth().measure_records([received("A"), received("B", 6)], period=2023)
    assert 11 == measured.quantities["current"]


def test_against_the_whole_year_before_all_of_its_receipts_are_asked_for() -> None:
    """Also of a quarter; those of the same months alone would make it a growth that is none."""
    wanted, *_ = PNBPGrowth(months="whole_year").records_needed(as_period("2023-TW1"))
    assert "1 Januari 2022 s.d. 31 Desember 2022" in wanted.id


def test_against_the_whole_year_before_a_note_names_that_year() -> None:
    """Not the same months, in which there need be none."""
    measured = PNBPGrowth(months="whole_year").measure_records([_receipt()], period="2023-TW2")
    expected = f"Belum diukur: belum ada penerimaan bertanggal 2022 untuk dibandingkan (ada Mei 2023){_ADD_THEM}."
    assert [expected] == [str(note) for note in measured.notes]


@pytest.mark.parametrize(("money", "told"), [("received", 1), ("number_of_orders", 0)])
def test_a_receipt_in_millions_among_rupiah_is_named(money: str, told: int) -> None:
    """Not where orders are counted."""
    amounts = [121_000_000] * 7 + [120]
    receipts = [_receipt(receipt=str(place), amount=amount) for place, amount in enumerate(amounts)]
    notes = attrs.evolve(SERVICE, money=money).measure_records(receipts, period=2023).notes
    assert told == [note.id for note in notes].count(sentence("measurement.other_scale", named="7").id)


def test_receipts_of_nothing_are_neither_small_nor_among_those_that_are_compared() -> None:
    """However many they are, or whose amount is not known; one of one rupiah is."""
    amounts = [0, 0, None, 1, 5_000_000]
    receipts = [_receipt(receipt=str(place), amount=amount) for place, amount in enumerate(amounts)]
    assert [sentence("measurement.other_scale", named="3")] == [*of_other_scale(receipts, "amount")]


@pytest.mark.parametrize(("small", "told"), [(1000, 1), (1001, 0)])
def test_a_thousandth_of_the_middle_receipt_is_named(small: int, told: int) -> None:
    """More is not."""
    amounts = [small, 1_000_000, 1_000_000]
    receipts = [_receipt(receipt=str(place), amount=amount) for place, amount in enumerate(amounts)]
    assert told == len([*of_other_scale(receipts, "amount")])
