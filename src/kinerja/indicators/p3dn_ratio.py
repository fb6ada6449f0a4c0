"""SK3/4: realised budget on the accounts for domestic products."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from kinerja._base import FrozenMap, UnknownIndicatorError
from kinerja.indicators import messages as say
from kinerja.measurement import (
    PERCENT,
    RUPIAH,
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
    setting,
    shortened,
    statement,
)
from kinerja.records import (
    Period,
    Tally,
    above,
    account,
    account_set,
    by_kind,
    called,
    check_accounts,
    exact,
    minus,
    name,
    one_of,
    optional_exact,
    rupiah,
    unit,
    year,
)

ACCOUNT_NAMES = FrozenMap(
    {
        "521211": "Belanja Bahan",
        "521219": "Belanja Barang Non Operasional Lainnya",
        "521811": "Belanja Barang Persediaan Barang Konsumsi",
        "522192": "Belanja Jasa - Penanganan Pandemi COVID-19",
        "524114": "Belanja Perjalanan Dinas Paket Meeting Dalam Kota",
        "521111": "Belanja Keperluan Perkantoran",
        "521131": "Belanja Barang Operasional - Penanganan Pandemi COVID-19",
        "522141": "Belanja Sewa",
        "524119": "Belanja Perjalanan Dinas Paket Meeting Luar Kota",
        "522131": "Belanja Jasa Konsultan",
        "522191": "Belanja Jasa Lainnya",
        "521241": "Belanja Barang Non Operasional - Penanganan Pandemi COVID-19",
        "521841": "Belanja Barang Persediaan - Penanganan Pandemi COVID-19",
        "532111": "Belanja Modal Peralatan dan Mesin",
        "533111": "Belanja Modal Gedung dan Bangunan",
    }
)
"""The accounts (akun) of Decree 26/2022, SK3/4, in its order, and their names in the government's chart of accounts."""

DECREE_ACCOUNTS = tuple(ACCOUNT_NAMES)
"""The accounts of Decree 26/2022, SK3/4, in its order."""


RATIO = Unit(name=Text(id="Rasio", en="ratio"))
PANDEMIC_ACCOUNTS = frozenset(own for own, called in ACCOUNT_NAMES.items() if called.endswith("Pandemi COVID-19"))
"""Those of them that are for the pandemic."""

_BUDGETS = {None: ("RAP3DN", "TotAP3DN", " P3DN"), "any": ("RA", "PA", "")}
"""Of which budget the accounts are: the symbols of its two sums, and how the words speak of it."""

_ACCOUNTS = {
    "counted": Text(id="akun terpilih", en="the selected accounts"),
    "left_out": Text(id="akun terpilih selain akun pandemi", en="the selected accounts but those for the pandemic"),
}
_CEILINGS = {
    "revised": Text(id="pagu anggaran", en="ceiling"),
    "initial": Text(id="pagu awal", en="initial ceiling"),
    "unlocked": Text(id="pagu anggaran yang tidak terkunci", en="ceiling that is not locked"),
}
_ABOVE_CEILING = Text(id="Realisasi melebihi pagu.", en="More was realised than the ceiling.")
_ABOVE_ALL = Text(
    id="Realisasi PDN melebihi seluruh realisasi.", en="More was realised on domestic products than in all."
)

_SHOWN = 5
_OTHER_READINGS = "boleh kosong, dan hanya mengubah angka menurut tafsir lain."


def _check_budget(_instance: object, _attribute: attrs.Attribute[str | None], word: str | None) -> None:
    if word not in _BUDGETS:
        raise UnknownIndicatorError.of(word, filter(None, _BUDGETS))


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class BudgetLine:
    """One line of the budget on one 6-digit account (akun).

    Fields:
        unit: the code of the work unit (satker).
        reference: the path of the line in the budget document (DIPA).
        year: the budget year.
        account: the account, six digits.
        ceiling: the revised ceiling (pagu revisi), rupiah.
        realised: what was realised up to the period (realisasi s.d. periode), rupiah.
        locked: what of the ceiling is locked for a revision (lock pagu), rupiah; None where that is not known.
        domestic: what of the realised was spent on domestic products (PDN), rupiah; None where unknown.
        initial_ceiling: the ceiling before revisions (pagu awal), rupiah; None where unknown.
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "year", "reference")
    dated_by: ClassVar[str] = "year"
    called: ClassVar[Text] = Text(id="baris anggaran", en="budget line")

    unit: str = attrs.field(metadata=unit())
    reference: str = attrs.field(
        metadata=name("kode anggaran", "Jalur kode di DIPA, satu kali saja.", also=("kode", "referensi"))
    )
    year: int = attrs.field(metadata=year("tahun", "Tahun anggaran.", also=("tahun anggaran",)))
    account: str = attrs.field(metadata=account("akun", "Kode akun belanja.", also=("kode akun", "kd_akun", "kdakun")))
    ceiling: Fraction = attrs.field(
        converter=exact, metadata=rupiah("pagu", "Pagu revisi, rupiah.", also=("pagu revisi",))
    )
    realised: Fraction = attrs.field(
        converter=exact,
        metadata=rupiah(
            "realisasi", "Realisasi s.d. periode, rupiah.", also=("realisasi s.d. periode", "realisasi sd periode")
        ),
    )
    locked: Fraction | None = attrs.field(
        default=None,
        converter=optional_exact,
        metadata=rupiah("lock pagu", f"Pagu yang dikunci untuk revisi, rupiah; {_OTHER_READINGS}"),
    )
    domestic: Fraction | None = attrs.field(
        default=None,
        converter=optional_exact,
        metadata=rupiah("realisasi pdn", f"Bagian realisasi untuk produk dalam negeri, rupiah; {_OTHER_READINGS}"),
    )
    initial_ceiling: Fraction | None = attrs.field(
        default=None,
        converter=optional_exact,
        metadata=rupiah("pagu awal", f"Pagu sebelum revisi, rupiah; {_OTHER_READINGS}"),
    )


@attrs.frozen(kw_only=True, repr=False)
class P3DNRatio(Indicator[BudgetLine]):
    """Use of domestic products in procurement (persentase nilai capaian penggunaan produk dalam negeri, P3DN).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK3/4: "RP3DN = RAP3DN / TotAP3DN".

    Definition: the share of the budget on the selected accounts that was realised.

    Equation: 100 x RAP3DN / TotAP3DN

    Symbols:
        RAP3DN: `realised`, budget realised on the selected accounts (rupiah).
        TotAP3DN: `ceiling`, total ceiling (pagu) of the selected accounts (rupiah), 0 or more; at 0 the ratio is
            undefined.

    Reading taken: times 100, because the unit is Persen; realised over ceiling as written, whatever was bought:
    what is known of domestic products is noted, and never changes the figure. The ceiling is the revised one, locked or
    not. `accounts` holds another decree's accounts; where these are of any budget, `budget` ("any") says so in symbols
    and words, and the figure is its absorption. `measured` and `ceiling` divide otherwise, `pandemic` ("left_out")
    takes out the accounts for the pandemic.

    Not measured: where products come from. No account says whether what was bought is domestic, so the figure is the
    absorption (serapan) of these accounts and rises by itself until December. Four of the fifteen are accounts for the
    COVID-19 pandemic, which a later year may not have.

    >>> print(P3DNRatio().measure(realised=1_971_124_137, ceiling=12_131_595_000))
    100 × 1.971.124.137 / 12.131.595.000 = 16,25
    >>> print(P3DNRatio().achievement(target=45, actual=47.25))
    105,00%
    """

    unit: ClassVar[Unit] = PERCENT
    record: ClassVar[type[BudgetLine]] = BudgetLine
    timing: ClassVar[Timing] = Timing.SNAPSHOT
    usual: ClassVar[tuple[int, int] | None] = (1, 100)
    accounts: frozenset[str] = attrs.field(
        default=frozenset(DECREE_ACCOUNTS),
        converter=account_set,
        validator=check_accounts,
        metadata=setting(Text(id="akun P3DN", en="P3DN accounts")),
    )

    budget: str | None = attrs.field(default=None, validator=_check_budget)
    measured: str = answer("absorption", "domestic_over_ceiling", "domestic_share")
    ceiling: str = answer("revised", "initial", "unlocked")
    pandemic: str = answer("counted", "left_out")

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What was realised, and what it is set against."""
        realised, ceiling = self._numerator, self._denominator
        part, whole, _ = _BUDGETS[self.budget]
        least = None if self.ceiling == "unlocked" else 0  # more may be locked than there is
        return (
            Variable(name="realised", symbol=part, label=realised, unit=RUPIAH, least=None, empty="unmeasured"),
            Variable(
                name="ceiling",
                symbol=whole,
                label=ceiling,
                unit=RUPIAH,
                least=least,
                divisor=True,
                empty="unmeasured",
            ),
        )

    @property
    def _numerator(self) -> Text:
        on, (*_, budget) = _ACCOUNTS[self.pandemic], _BUDGETS[self.budget]
        if self.measured == "absorption":
            return Text(id=f"realisasi anggaran{budget} berdasarkan {on.id}", en=f"budget realised on {on.en}")
        return Text(id=f"realisasi PDN pada {on.id}", en=f"realised on domestic products on {on.en}")

    @property
    def _denominator(self) -> Text:
        on, (*_, budget) = _ACCOUNTS[self.pandemic], _BUDGETS[self.budget]
        if self.measured == "domestic_share":
            return Text(id=f"seluruh realisasi pada {on.id}", en=f"all that was realised on {on.en}")
        ceiling = _CEILINGS[self.ceiling]
        return Text(id=f"total {ceiling.id}{budget} berdasarkan {on.id}", en=f"total {ceiling.en} of {on.en}")

    def tally(self, line: BudgetLine, period: Period) -> Iterable[Tally]:
        """Count the lines of the budget year on the selected accounts."""
        on, accounts = "akun P3DN" if self.budget is None else "akun terpilih", self.accounts
        if self.pandemic == "left_out":
            on, accounts = f"{on}, selain akun pandemi", accounts - PANDEMIC_ACCOUNTS
        selected = {"tahun anggaran": line.year == period.year, on: one_of(line.account, accounts)}
        realised = line.realised if self.measured == "absorption" else line.domestic
        yield Tally(selected, realised=realised, ceiling=self._set_against(line))

    def _set_against(self, line: BudgetLine) -> Any:
        if self.measured == "domestic_share":
            return line.realised
        if self.ceiling == "initial":
            return line.initial_ceiling
        return minus(line.ceiling, line.locked) if self.ceiling == "unlocked" else line.ceiling

    @staticmethod
    def formula(realised: N, ceiling: N) -> N:
        """Return the realised share in percent."""
        return 100 * realised / ceiling

    @by_name
    def measure(self, *, realised: Number, ceiling: Number) -> Measurement:
        """Return the measurement of the selected accounts' totals."""
        return Indicator.measure(self, realised=realised, ceiling=ceiling)

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Say what is strange in the lines, which numerator and ceiling the figure holds, and what else is known."""
        counted = ledger.counted
        yield from _impossible(counted)
        upper = _within_another(counted)
        if upper:
            yield say.WITHIN_ANOTHER.text(value=shortened(upper, _SHOWN))
        if counted or not ledger:  # which is empty where records were not kept
            yield say.WHAT_IT_HOLDS.text()
        for field in [field for field in attrs.fields(BudgetLine) if field.default is None]:
            value_of = operator.attrgetter(field.name)
            known = [value for value in map(value_of, counted) if value is not None]
            if known:
                yield say.ALSO_KNOWN.text(
                    known=len(known), count=len(counted), name=called(field), value=sum(known, Fraction(0))
                )

    def records_needed(self, period: Period) -> Iterator[Text]:
        """Ask for the lines of the accounts, by their names."""
        yield say.ACCOUNT_LINES.text(year=period.year, count=len(self.accounts))
        for own in sorted(self.accounts):
            called = f"{own} {ACCOUNT_NAMES.get(own, '')}".strip()
            yield Text(id=called, en=called)

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where more was realised than there was, or less than nothing."""
        if quantities["realised"] > quantities["ceiling"]:
            yield _ABOVE_ALL if self.measured == "domestic_share" else _ABOVE_CEILING
        if quantities["realised"] < 0:
            yield Text(
                id="Realisasi di bawah nol: pengembalian melebihi belanja.", en="Below zero: returns exceed spending."
            )


@attrs.frozen(kw_only=True, repr=False)
class P3DNFraction(P3DNRatio):
    """SK3/4 as printed, without times 100 (tanpa dikalikan 100): RAP3DN / TotAP3DN, which is no percentage.

    >>> print(P3DNFraction().measure(realised=36, ceiling=100))
    36 / 100 = 0,36
    """

    reading_of: ClassVar[type[Any] | None] = P3DNRatio
    unit: ClassVar[Unit] = RATIO
    usual: ClassVar[tuple[int, int] | None] = None

    @staticmethod
    def formula(realised: N, ceiling: N) -> N:
        """Return the realised share, as a fraction of 1."""
        return realised / ceiling


def _impossible(lines: Sequence[BudgetLine]) -> Iterator[Text]:
    """Say where a line holds more of a part than of the whole, which a sum of lines hides."""
    fields = attrs.fields(BudgetLine)
    for part, whole in (
        (fields.realised, fields.ceiling),
        (fields.locked, fields.ceiling),
        (fields.domestic, fields.realised),
    ):
        value_of, limit_of = operator.attrgetter(part.name), operator.attrgetter(whole.name)
        wrong = [line.reference for line in lines if above(value_of(line), limit_of(line))]
        if wrong:
            yield say.EXCEEDS.text(
                more=called(part), less=called(whole), count=len(wrong), value=shortened(wrong, _SHOWN)
            )
    below = [line.reference for line in lines if line.ceiling < 0]
    if below:
        yield say.CEILING_BELOW_ZERO.text(count=len(below), value=shortened(below, _SHOWN))


def _within_another(lines: Iterable[BudgetLine]) -> list[str]:
    """Return the codes of lines that other lines are below: the same unit's and year's, with more behind a dot."""
    every = {(line.unit, line.year, line.reference) for line in lines}
    within = {
        (unit, year, upper)
        for unit, year, reference in every
        for upper in itertools.accumulate(reference.split(".")[:-1], "{}.{}".format)
    }
    return sorted(reference for _, _, reference in every & within)
