"""SK3/2: growth of service revenue."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kinerja._base import FrozenMap
from kinerja.indicators import messages as say
from kinerja.measurement import (
    PERCENT,
    RUPIAH,
    Empty,
    Indicator,
    Ledger,
    Measurement,
    N,
    Number,
    Text,
    Timing,
    Unit,
    Variable,
    answer,
    by_name,
    of_other_scale,
    setting,
    shortened,
    statement,
)
from kinerja.records import (
    Period,
    Tally,
    Year,
    above,
    account,
    by_kind,
    check_accounts,
    day,
    either,
    name,
    one_of,
    optional_account_set,
    optional_exact,
    rupiah,
    stated,
    text,
    unit,
)

if TYPE_CHECKING:
    from kinerja.records.period import Span

ORDER = Unit(name=Text(id="SPK", en="order"), whole=True)
_SERVICE = "akun layanan"
_YEAR_BEFORE = "diterima pada tahun sebelumnya"
_SAME_MONTHS = "diterima dalam masa yang sama tahun sebelumnya"
_YEARS = ("previous", "current")

SERVICE_ACCOUNTS = FrozenMap(
    {
        "425283": "Pendapatan Pengujian, Sertifikasi, Kalibrasi, dan Standardisasi di Bidang Perindustrian",
        "425421": "Pendapatan Layanan Pendidikan dan/atau Pelatihan",
        "425431": "Pendapatan Layanan Penelitian/Riset",
    }
)
"""Revenue accounts (akun) of services that offices of this ministry have, and their names in the chart of accounts."""

_ASSETS = Text(id="penjualan aset", en="asset sales")
_FINES = Text(id="denda", en="fines")
_REFUNDS = Text(id="pengembalian belanja tahun lalu", en="refunds of earlier years' spending")

NON_SERVICE_ACCOUNTS = FrozenMap(
    {
        **dict.fromkeys(("425121", "425122", "425129"), _ASSETS),
        "425811": _FINES,
        **dict.fromkeys(("425911", "425912", "425913"), _REFUNDS),
    }
)
"""Revenue accounts (akun) of the government's chart that are known not to be of services, and what they hold."""


def _listed(kind: Text) -> Text:
    """Name a kind of revenue that is no service, and its accounts."""
    accounts = ", ".join(own for own, other in NON_SERVICE_ACCOUNTS.items() if other is kind)
    return Text(id=f"{kind.id} ({accounts})", en=f"{kind.en} ({accounts})")


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Receipt:
    """One receipt of non-tax revenue (penerimaan negara bukan pajak, PNBP), a refund of one, or a month's total.

    Fields:
        unit: the balai.
        receipt: its number (NTPN or receipt number); of a month's total the month and its account.
        reference: the number of the SPK; it may repeat, with instalments and refunds.
        account: the revenue account (akun), six digits; None where unknown.
        service: the kind of service.
        amount: rupiah; refunds are below 0. None where unknown, which a table may not leave open.
        received_on: the day it was received. None as for the amount.
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "receipt")
    same_in_any_unit: ClassVar[tuple[str, ...]] = ("receipt", "amount", "received_on")
    may_share_a_number: ClassVar[bool] = True
    dated_by: ClassVar[str] = "received_on"
    called: ClassVar[Text] = Text(id="penerimaan", en="receipt")

    unit: str = attrs.field(metadata=unit())
    receipt: str = attrs.field(
        metadata=name(
            "nomor penerimaan",
            "NTPN atau nomor kuitansi, satu kali saja. Satu NTPN untuk beberapa layanan: tambahkan /1, /2. Jumlah "
            "sebulan: tulis bulan dan akunnya, misalnya 2023-03 425283.",
            also=("ntpn", "nomor kuitansi"),
        )
    )
    reference: str | None = attrs.field(
        default=None, metadata=text("nomor spk", "Boleh berulang: angsuran, pengembalian.")
    )
    account: str | None = attrs.field(
        default=None,
        metadata=account("akun", "Akun penerimaan, misalnya 425283.", also=("kode akun", "kd_akun", "kdakun")),
    )
    service: str | None = attrs.field(
        default=None, metadata=text("layanan", "Misalnya: pengujian, kalibrasi, sertifikasi.")
    )
    amount: Fraction | None = attrs.field(
        default=None,
        converter=optional_exact,
        metadata=rupiah("jumlah", "Rupiah; pengembalian ditulis negatif.", also=("nilai", "jumlah (rp)"), needed=True),
    )
    received_on: dt.date | None = attrs.field(
        default=None,
        metadata=day("tanggal penerimaan", "Tanggal uang diterima.", also=("tanggal", "tanggal terima"), needed=True),
    )


_NAMED = {
    "not_asked": Text(id="", en=""),
    "order_named": Text(id=" yang menyebut SPK", en=" that names its SPK"),
    "service_named": Text(id=" yang menyebut layanannya", en=" that names its service"),
}


@attrs.frozen(kw_only=True, repr=False)
class PNBPGrowth(Indicator[Receipt]):
    """Use of industrial services (meningkatnya utilisasi layanan jasa industri), as growth of non-tax revenue (PNBP).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK3/2: "jumlah PNPB layanan jasa pada tahun berjalan (B)
    dengan tahun sebelumnya (A)" (PNPB is the decree's misprint of PNBP).

    Definition: the growth of service revenue from the year before to the year, in percent.

    Equation: 100 x (B - A) / A

    Symbols:
        A: `previous`, PNBP from services in the year before (rupiah); growth is undefined unless it is above 0.
        B: `current`, PNBP from services in the year (rupiah); below 0 where refunds exceed receipts.

    Reading taken: growth in percent of money received; the decree names A and B and prints no formula. A quarter is
    set against the same months of the year before. `accounts` holds the service accounts, such as 425283; without it
    all receipts are taken as service receipts, and the measurement says so and names those on `NON_SERVICE_ACCOUNTS`.
    `money` ("number_of_orders"), `order`, `receipts` ("all"), `refunds`, `months` and `empty`
    count otherwise.

    Not measured: how many services were used; money changes with tariffs and with the day of payment too. At a target
    of 2, growth of 10 percent is an achievement of 500 percent, and a fall of 3 percent one of -150.

    >>> print(PNBPGrowth().measure(previous=4_000_000_000, current=4_100_000_000))
    100 × (4.100.000.000 - 4.000.000.000) / 4.000.000.000 = 2,50
    >>> print(PNBPGrowth().achievement(target=2, actual=3))
    150,00%
    """

    unit: ClassVar[Unit] = PERCENT
    record: ClassVar[type[Receipt]] = Receipt
    accounts: frozenset[str] | None = attrs.field(
        default=None,
        converter=optional_account_set,
        validator=attrs.validators.optional(check_accounts),
        metadata=setting(Text(id="akun layanan", en="service accounts")),
    )

    money: str = answer("received", "number_of_orders")
    order: str = answer("not_asked", "order_named", "service_named")
    receipts: str = answer("services", "all")
    refunds: str = answer("deducted", "not_deducted")
    months: str = answer("same_months", "whole_year")
    empty: Empty = answer("unmeasured", "zero")

    @property
    def _counts_orders(self) -> bool:
        return self.money == "number_of_orders"

    @statement
    def timing(self) -> Timing:
        """Quarters add up, but not where each is set against the whole year before."""
        return Timing.STOCK if self.months == "whole_year" else Timing.FLOW

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What was received, or how many orders were paid for, in both years."""
        what, unit = self._what, ORDER if self._counts_orders else RUPIAH
        before = Text(id=f"{what.id} tahun sebelumnya", en=f"{what.en} of the year before")
        now = Text(id=f"{what.id} tahun berjalan", en=f"{what.en} of the year")
        least = 0 if self._counts_orders else None
        return (
            Variable(
                name="previous",
                symbol="A",
                label=before,
                unit=unit,
                least=least,
                divisor=True,
                empty=self.empty,
                span="year_before" if self.months == "whole_year" else "previous",
            ),
            Variable(name="current", symbol="B", label=now, unit=unit, least=least, empty=self.empty),
        )

    @property
    def _what(self) -> Text:
        """What is compared, for the reader."""
        what = Text(id="PNBP layanan jasa", en="service revenue (PNBP)")
        if self.receipts == "all":
            what = Text(id="seluruh PNBP", en="all revenue (PNBP)")
        if self._counts_orders:
            return Text(id=f"SPK yang dibayar sebagai {what.id}", en=f"orders paid for as {what.en}")
        named = _NAMED[self.order]
        gross = self.refunds == "not_deducted"
        return Text(
            id=f"{what.id}{named.id}{', tanpa mengurangi pengembalian,' if gross else ''}",
            en=f"{what.en}{named.en}{', refunds not deducted,' if gross else ''}",
        )

    def tally(self, line: Receipt, period: Period) -> Iterable[Tally]:
        """Count the service receipts of the period (B), and those of the same months of the year before (A)."""
        asked, days = self._asked(line), self._days_before(period)
        before = {_YEAR_BEFORE if self.months == "whole_year" else _SAME_MONTHS: days.contains(line.received_on)}
        now = {"diterima dalam periode": period.contains(line.received_on)}
        # An order counts once in a year, however many instalments it has.
        order = (line.unit, either(line.reference, line.receipt)) if self._counts_orders else None
        adds = 1 if self._counts_orders else line.amount
        yield Tally({**asked, **before}, per=order, previous=adds)
        yield Tally({**asked, **now}, per=order, current=adds)

    def _days_before(self, period: Period) -> Span:
        return (Year(year=period.year) if self.months == "whole_year" else period).previous

    def _asked(self, line: Receipt) -> dict[str, bool]:
        """Return what is asked of a receipt, but for its day."""
        asked = {}
        if self.accounts is not None and self.receipts == "services":
            asked[_SERVICE] = one_of(line.account, self.accounts)
        if self.order == "order_named" or self._counts_orders:
            asked["nomor SPK tertulis"] = stated(line.reference)
        if self.order == "service_named":
            asked["layanan tertulis"] = stated(line.service)
        if self.refunds == "not_deducted" or self._counts_orders:
            asked["bukan pengembalian"] = above(line.amount, 0)
        return asked

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the growth in percent."""
        return 100 * (current - previous) / previous

    @by_name
    def measure(self, *, previous: Number, current: Number) -> Measurement:
        """Return the measurement of the revenue of two years."""
        return Indicator.measure(self, previous=previous, current=current)

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where revenue, or the number of orders, fell."""
        if quantities["current"] < quantities["previous"]:
            what = Text(id="SPK yang dibayar berkurang", en="Orders paid for fell")
            if not self._counts_orders:
                what = Text(id="PNBP turun", en="PNBP fell")
            yield Text(id=f"{what.id} dari tahun sebelumnya.", en=f"{what.en} from the year before.")

    def records_needed(self, period: Period) -> Iterator[Text]:
        """Ask for the receipts of both years, and for the accounts of services."""
        yield from Indicator.records_needed(self, period)
        yield say.SERVICE_ACCOUNTS.text(
            service=[f"{own} {called}" for own, called in SERVICE_ACCOUNTS.items()],
            others=[_listed(kind) for kind in (_ASSETS, _FINES, _REFUNDS)],
        )

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Say which accounts the figure is of, which quarters one of the years has not, what is hardly in rupiah."""
        yield from self._other_accounts(ledger)
        yield from () if self._counts_orders else of_other_scale(ledger.counted, "amount")
        before, now = (_quarters(item.record for item in ledger if name in item.entered) for name in _YEARS)
        alone = [
            quarter
            for own, other in ((before, now), (now, before))
            for number, quarter in own.items()
            if number not in other
        ]
        if before and now and alone:
            yield say.QUARTERS_OF_ONE_YEAR.text(value=sorted(alone))

    def _other_accounts(self, ledger: Ledger) -> Iterator[Text]:
        """Say so where receipts were not told apart by account, and name accounts that may be wrongly in or out."""
        if self.accounts is None:
            yield say.ALL_RECEIPTS.text()
            found = Counter(record.account for record in ledger.counted)
            others = [
                Text(
                    id=f"{found[account]} baris pada akun {account} ({kind.id})",
                    en=f"rows on account {account} ({kind.en}): {found[account]}",
                )
                for account, kind in NON_SERVICE_ACCOUNTS.items()
                if account in found
            ]
            if others:
                yield say.NO_SERVICE.text(value=others)
        else:
            left = Counter(
                item.record.account for item in ledger if item.nearest_miss == (_SERVICE,) and item.record.account
            )
            told = [
                Text(id=f"{left[account]} baris pada akun {account}", en=f"rows on account {account}: {left[account]}")
                for account in sorted(left.keys() - NON_SERVICE_ACCOUNTS.keys())
            ]
            if told:
                yield say.OTHER_ACCOUNTS.text(value=shortened(told))
            unused = sorted(self.accounts - {record.account for record in ledger.records})
            if unused and ledger.records:
                yield say.UNUSED_ACCOUNTS.text(value=shortened(unused))


def _quarters(receipts: Iterable[Receipt]) -> dict[int, str]:
    """Return the quarters in which receipts were received: their number, and how they are written with the year."""
    days = {receipt.received_on for receipt in receipts}
    return {(day.month + 2) // 3: f"{day.year}-TW{(day.month + 2) // 3}" for day in days if day is not None}


@attrs.frozen(kw_only=True, repr=False)
class PNBPRatio(PNBPGrowth):
    """SK3/2 as what the year is of the year before (perbandingan): 100 x B / A.

    >>> print(PNBPRatio().measure(previous=400, current=410))
    100 × 410 / 400 = 102,50
    """

    reading_of: ClassVar[type[Any] | None] = PNBPGrowth

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return the revenue of the year in percent of that of the year before."""
        return 100 * current / previous


@attrs.frozen(kw_only=True, repr=False)
class PNBPDifference(PNBPGrowth):
    """SK3/2 as a difference (selisih), of receipts in rupiah: B - A.

    >>> print(PNBPDifference().measure(previous=400, current=410))
    410 - 400 = 10,00
    """

    reading_of: ClassVar[type[Any] | None] = PNBPGrowth

    @statement
    def unit(self) -> Unit:
        """That of what is compared."""
        previous, _ = self.variables
        return previous.unit

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """The same, none of which divides."""
        previous, current = super().variables
        return (attrs.evolve(previous, divisor=False), current)

    @staticmethod
    def formula(previous: N, current: N) -> N:
        """Return how much more was received than in the year before."""
        return current - previous
