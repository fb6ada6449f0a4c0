"""An indicator of one's own, with a record of every kind of field, from its form to its trace.

Its author imports from `kinerja` and `kinerja.records` alone.
"""

from __future__ import annotations

import csv
import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import polars as pl
import pytest
from python_calamine import load_workbook

from kinerja import (
    RUPIAH,
    Catalogue,
    CatalogueError,
    Indicator,
    Measurement,
    N,
    Period,
    Tally,
    Text,
    Timing,
    Unit,
    Variable,
    frames,
    load_catalogue,
    make_trace,
    readers,
    records,
    verify_trace,
)
from kinerja.readers.forms import write_forms
from kinerja.records import account, by_kind, day, exact, flag, name, number, one_of, optional_exact, rupiah, text, unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Order:
    """One order of tests."""

    identity: ClassVar = ("unit", "reference")

    unit: str = attrs.field(metadata=unit())
    reference: str = attrs.field(metadata=name("nomor permintaan", "Nomor permintaan uji.", also=("nomor",)))
    year: int = attrs.field(metadata=records.year("tahun", "Tahun permintaan."))
    fee: Fraction = attrs.field(converter=exact, metadata=rupiah("biaya", "Biaya, rupiah."))
    account: str = attrs.field(metadata=account("akun", "Akun penerimaan."))
    ordered_on: dt.date | None = attrs.field(default=None, metadata=day("tanggal permintaan", "Tanggalnya."))
    samples: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=number("contoh", "Banyaknya.")
    )
    kind: str | None = attrs.field(default=None, metadata=text("jenis", "Pilih.", options=("uji", "kalibrasi")))
    urgent: bool = attrs.field(default=False, metadata=flag("mendesak", "Apakah mendesak."))


@attrs.frozen(kw_only=True)
class MeanFee(Indicator[Order]):
    """The mean fee of the orders of a kind."""

    unit = RUPIAH
    record = Order
    timing = Timing.FLOW
    variables = (
        Variable(name="fees", symbol="B", label=Text(id="biaya", en="fees"), unit=RUPIAH),
        Variable(name="orders", symbol="n", label=Text(id="permintaan", en="orders"), unit=RUPIAH, divisor=True),
    )

    kinds: tuple[str, ...] = ("uji",)

    def tally(self, line: Order, period: Period) -> Iterator[Tally]:
        """Count the orders of the period that are of the kinds."""
        ordered = {"dalam periode": period.contains(line.ordered_on), "jenis": one_of(line.kind, self.kinds)}
        yield Tally(ordered, fees=line.fee, orders=1)

    @staticmethod
    def formula(fees: N, orders: N) -> N:
        """Return the mean."""
        return fees / orders


@attrs.frozen(kw_only=True)
class RoundedFee(MeanFee):
    """One whose formula rounds, and divides by what it should not."""

    @staticmethod
    def formula(fees: Any, orders: Any) -> Any:
        """Round."""
        return round(fees / orders)


@attrs.frozen(kw_only=True)
class LaterFee(MeanFee):
    """One with a parameter whose type is imported for the type checker alone."""

    since: Later = None  # type: ignore[name-defined]  # noqa: F821


@attrs.frozen(kw_only=True)
class ListedFee(MeanFee):
    """One with a parameter that can change."""

    rates: Any = attrs.field(default=(), converter=list)


CATALOGUE = """
[decree]
number = "1 TAHUN 2025"
title = "IKU"
unit = "Balai Contoh"
years = [2025]

[[objectives]]
code = "SK1"
text = "Layanan"

[[entries]]
code = "SK1/1"
label = "Rata-rata biaya"
objective = "SK1"
unit = "Rupiah"
polarity = "Maksimasi"
indicator = {indicator}
targets = {{ 2025 = {target} }}
"""

ROWS = [
    ["satker", "nomor", "tahun", "biaya", "akun", "tanggal permintaan", "contoh", "jenis", "mendesak"],
    ["417912", "A", "2025", "1.500.000", "425283", "03/02/2025", "2,5", "uji", "ya"],
    ["417912", "B", "2025", "500.000", "425283", "30/06/2025", "", "uji", ""],
    ["417912", "C", "2025", "70.000", "425283", "", "1", "kalibrasi", "tidak"],
]

FIRST = Order(
    unit="417912",
    reference="A",
    year=2025,
    fee=1_500_000,
    account="425283",
    ordered_on=dt.date(2025, 2, 3),
    samples=2.5,
    kind="uji",
    urgent=True,
)


def _load(
    folder: Path, kind: type[Indicator[Any]] = MeanFee, *, written: str = "", target: str = "500000"
) -> Catalogue:
    path = folder / "iku.toml"
    indicator = written or f'"{kind.__name__}"'
    path.write_text(CATALOGUE.format(indicator=indicator, target=target), encoding="utf-8")
    return load_catalogue(path, indicators=[kind])


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return a catalogue that names the indicator."""
    return _load(tmp_path)


@pytest.fixture
def orders(tmp_path: Path) -> tuple[Order, ...]:
    """Return the records of a table."""
    path = tmp_path / "permintaan.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(ROWS)
    return tuple(readers.read_rows(path, Order))


@pytest.fixture
def measured(orders: tuple[Order, ...]) -> Measurement:
    """Return what is measured of them."""
    return MeanFee().measure_records(orders, period=2025)


def test_the_form_asks_for_its_fields(catalogue: Catalogue, tmp_path: Path) -> None:
    """By their headings, in their order."""
    form, *_ = write_forms(tmp_path / "formulir", catalogue, period=2025)
    head = load_workbook(form).get_sheet_by_index(0).to_python()[0]
    assert [
        "satker",
        "nomor permintaan",
        "tahun",
        "biaya",
        "akun",
        "tanggal permintaan",
        "contoh",
        "jenis",
        "mendesak",
    ] == head


def test_a_table_is_read_as_its_records(orders: tuple[Order, ...]) -> None:
    """Each cell by the kind of its field."""
    assert FIRST == orders[0]


def test_a_blank_cell_takes_the_value_that_records_have(orders: tuple[Order, ...]) -> None:
    """Unknown, or what stands at the field."""
    assert (None, False) == (orders[1].samples, orders[1].urgent)


def test_its_records_are_measured(measured: Measurement) -> None:
    """By its own rule and formula."""
    assert "2.000.000 / 2 = 1.000.000,00" == str(measured)


def test_a_frame_gives_what_the_records_give(orders: tuple[Order, ...], measured: Measurement) -> None:
    """The rule is the same."""
    table = pl.DataFrame([{**attrs.asdict(order), "fee": int(order.fee), "samples": None} for order in orders])
    (row,) = frames.measure(MeanFee(), table, period=2025).to_dicts()
    assert {name: int(value) for name, value in measured.quantities.items()} == {
        name: row[name] for name in measured.quantities
    }


def test_its_trace_is_verified(catalogue: Catalogue, measured: Measurement) -> None:
    """From the file alone, with its class."""
    trace = make_trace(catalogue, "SK1/1", 2025, measured)
    assert verify_trace(trace.to_json(), [MeanFee]).holds


@pytest.mark.parametrize(
    ("kind", "written", "told"),
    [
        (RoundedFee, "", "RoundedFee.formula cannot be written as a formula: "),
        (LaterFee, "", "LaterFee: the type Later in LaterFee is not found when the program runs"),
        (ListedFee, '{ name = "ListedFee", kinds = ["x"] }', "kinds=('x',), rates=[]) has a parameter that can change"),
    ],
)
def test_a_catalogue_that_names_a_class_that_cannot_be_right_is_refused(
    tmp_path: Path, kind: type[Indicator[Any]], written: str, told: str
) -> None:
    """At its entry, beside all else that is wrong in the file."""
    with pytest.raises(CatalogueError) as caught:
        _load(tmp_path, kind, written=written, target='"lima"')
    problems = {problem.place: problem.text.en for problem in caught.value.problems}
    assert {"entries[SK1/1].targets.2025", "entries[SK1/1].indicator"} == set(problems)
    assert told in problems["entries[SK1/1].indicator"]


def test_a_catalogue_says_it_in_indonesian_too(tmp_path: Path) -> None:
    """As everything in a file."""
    with pytest.raises(CatalogueError) as caught:
        _load(tmp_path, RoundedFee)
    assert "RoundedFee.formula tidak dapat ditulis sebagai rumus" in caught.value.text.id


@pytest.mark.parametrize(("own", "shown"), [({"MeanFee": MeanFee}, "'MeanFee'"), ([MeanFee()], "MeanFee(")])
def test_a_catalogue_takes_classes_alone(tmp_path: Path, own: Any, shown: str) -> None:
    """Neither their names nor what is made of them."""
    path = tmp_path / "iku.toml"
    path.write_text(CATALOGUE.format(indicator='"P3DNRatio"', target=5), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path, indicators=own)
    assert shown in str(caught.value)


VISIT = Unit(name=Text(id="Kunjungan", en="visit"), whole=True)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Visit:
    """A record of the one unit that has any."""

    identity: ClassVar = ("visitor",)

    visitor: str = attrs.field(metadata=name("tamu", "Nama tamu."))
    seen_on: dt.date | None = attrs.field(default=None, metadata=day("tanggal kunjungan", "Tanggalnya."))


@attrs.frozen(kw_only=True)
class VisitCount(Indicator[Visit]):
    """An indicator of such records."""

    unit = VISIT
    record = Visit
    timing = Timing.FLOW
    variables = (Variable(name="visits", symbol="K", label=VISIT.name, unit=VISIT),)

    def tally(self, line: Visit, period: Period) -> Iterator[Tally]:
        """Count the visits of the period."""
        yield Tally({"dalam periode": period.contains(line.seen_on)}, visits=1)

    @staticmethod
    def formula(visits: N) -> N:
        """Return the visits themselves."""
        return visits


def test_records_without_a_unit_are_remarked_on(tmp_path: Path) -> None:
    """By how many counted, of whichever unit."""
    path = tmp_path / "iku.toml"
    unit = '{ name = { id = "Kunjungan", en = "visit" }, whole = true }'
    path.write_text(
        CATALOGUE.replace('"Rupiah"', unit.replace("{", "{{").replace("}", "}}")).format(
            indicator='"VisitCount"', target=5
        ),
        encoding="utf-8",
    )
    catalogue = load_catalogue(path, indicators=[VisitCount])
    (tmp_path / "bukti").mkdir()
    (tmp_path / "bukti" / "tamu.csv").write_text("tamu;tanggal kunjungan\nA;03/02/2025\nB;\n", encoding="utf-8")
    folders = [readers.read_folder(tmp_path / "bukti", catalogue)]
    values = readers.measure_folders(folders, catalogue, 2025)
    remarks = readers.remarks_on(folders, catalogue, 2025, values)
    assert ["1 of 2 records counted."] == [text.en for text in remarks["SK1/1"]]
