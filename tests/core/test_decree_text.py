"""The catalogue of Decree 26/2022 of BSPJI Pekanbaru against the decree's text."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from kinerja import indicators
from kinerja._base.dates import MONTHS
from kinerja.indicators.p3dn_ratio import DECREE_ACCOUNTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja import Indicator

Table: TypeAlias = dict[str, Any]

CODES = ("SK1/1", "SK1/2", "SK2/1", "SK3/1", "SK3/2", "SK3/3", "SK3/4")


def fold(text: str) -> str:
    """Make every run of white space one space."""
    return " ".join(text.split())


def split(pattern: str, text: str) -> tuple[str, ...]:
    """Cut a text before each match, so that nothing of it is lost, and fold the pieces."""
    return tuple(fold(piece) for piece in re.split(f"(?={pattern})", text, flags=re.MULTILINE))


def read_decree() -> str:
    """Return the decree's text without the list and bold marks that the copy adds."""
    text = (Path(__file__).parent / "data" / "decree-26-2022.txt").read_text(encoding="utf-8")
    return re.sub(r"^[ \t]*- ", "", text.replace("**", ""), flags=re.MULTILINE)


ACT, ANNEX_1, ANNEX_2, *BLOCKS = split(r"^LAMPIRAN I$|^LAMPIRAN II$|^Kode Tujuan/", read_decree())
DECREE = " ".join([ACT, ANNEX_1, ANNEX_2, *BLOCKS])
HEADING, CONSIDERATIONS, LEGAL_BASIS, DICTUMS, SIGNATURE = split(
    "Menimbang :|Mengingat :|MEMUTUSKAN|Ditetapkan di", ACT
)
ANNEX_HEADING, TASK, FUNCTIONS, INDICATORS = split(r"2\. Tugas|3\. Fungsi|4\. Indikator", ANNEX_1)


@pytest.fixture
def catalogue() -> Table:
    """Return the catalogue file as installed."""
    path = files("kinerja").joinpath("decrees", "catalogues", "bspji_pekanbaru_2021_2024.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def decree(catalogue: Table) -> Table:
    """Return what the file says of the decree itself."""
    table: Table = catalogue["decree"]
    return table


@pytest.fixture(params=CODES)
def entry(request: pytest.FixtureRequest, catalogue: Table) -> Table:
    """Return each entry, one after the other."""
    return next(entry for entry in catalogue["entries"] if entry["code"] == request.param)


def block_of(entry: Table) -> str:
    """Return the part of Lampiran II that is about an entry."""
    return next(block for block in BLOCKS if f" {entry['code']} " in block)


def indicator_of(entry: Table) -> type[Indicator[Any]]:
    """Return the class that an entry names."""
    named: type[Indicator[Any]] = getattr(indicators, entry["indicator"])
    return named


def listed(marks: str, items: list[str]) -> str:
    """Write items as the decree lists them, each behind its letter or number."""
    return " ".join(f"{mark}. {item}" for mark, item in zip(marks, items, strict=True))


def both(printed: Table) -> list[str]:
    """Return what Lampiran I and Lampiran II print."""
    return [printed["annex_1"], printed["annex_2"]]


def quoted_of_decree(decree: Table) -> list[str]:
    """Return every text that the file quotes outside the entries."""
    single = [decree[field] for field in ("number", "title", "unit", "place", "signatory", "office", "task")]
    lists = [decree[field] for field in ("considerations", "legal_basis", "functions")]
    return [*single, *(item for items in lists for item in items), *decree["dictums"].values()]


def quoted_of_entry(entry: Table) -> list[str]:
    """Return every text that an entry quotes."""
    single = [fold(entry[field]) for field in ("code", "definition", "method", "unit", "polarity", "responsible")]
    return [*single, *both(entry["name"]), *both(entry["data_source"])]


def places_in_decree(decree: Table) -> dict[str, list[str]]:
    """Return the texts that an erratum outside the entries may be about, by what it calls them."""
    return {
        "Diktum KEDUA": [decree["dictums"]["KEDUA"]],
        "Diktum KETIGA": [decree["dictums"]["KETIGA"]],
        "Judul Lampiran I dan Lampiran II": [ANNEX_HEADING, ANNEX_2],
        "Judul Lampiran II": [ANNEX_2],
        "Lampiran II, setiap pedoman": BLOCKS,
        "Lampiran II, kepala setiap pedoman": BLOCKS,
    }


def places_in_entry(entry: Table) -> dict[str, list[str]]:
    """Return the texts that an entry's erratum may be about, by what it calls them."""
    return {
        "Lampiran I dan Lampiran II, Sumber Data": both(entry["data_source"]),
        "Lampiran II, Nama IK": [entry["name"]["annex_2"]],
        "Lampiran II, Definisi": [entry["definition"]],
        "Lampiran II, Sumber Data": [entry["data_source"]["annex_2"]],
        "Lampiran II, Cara menghitung": [entry["method"]],
        "Lampiran II, Penanggungjawab": [entry["responsible"]],
    }


def errata_of(catalogue: Table) -> list[Table]:
    """Return all the errata of the file."""
    tables = (catalogue["decree"], *catalogue["entries"])
    return [erratum for table in tables for erratum in table.get("errata", [])]


def misplaced(errata: Iterable[Table], places: dict[str, list[str]]) -> list[str]:
    """Return the misprints that do not stand exactly once in each text that they are said to stand in."""
    return [
        erratum["printed"]
        for erratum in errata
        if any(text.count(erratum["printed"]) != 1 for text in places[erratum["where"]])
    ]


def corrected(text: str, errata: Iterable[Table]) -> str:
    """Replace misprints by what was meant."""
    for erratum in errata:
        text = text.replace(erratum["printed"], erratum["meant"])
    return text


def find_texts(value: object) -> Iterator[Table]:
    """Find the texts for the reader, wherever they stand in a file."""
    if isinstance(value, dict):
        if {"id", "en"} & set(value):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from find_texts(inner)


def test_codes_in_order(catalogue: Table) -> None:
    """The entries stand in the order of Lampiran II."""
    assert list(CODES) == [entry["code"] for entry in catalogue["entries"]]


def test_decree_quotes_are_verbatim(decree: Table) -> None:
    """Every text that the file quotes outside the entries stands in the decree, misprints and all."""
    assert [] == [text for text in quoted_of_decree(decree) if text not in DECREE]


def test_entry_quotes_are_verbatim(entry: Table) -> None:
    """Every text that an entry quotes stands in the decree, misprints and all."""
    assert [] == [text for text in quoted_of_entry(entry) if text not in DECREE]


def test_heading_is_whole(decree: Table) -> None:
    """Office, number and title are all that the heading says besides the fixed form."""
    rebuilt = (
        f"KEPUTUSAN {decree['office']} KEMENTERIAN PERINDUSTRIAN REPUBLIK INDONESIA NOMOR {decree['number']} "
        f"TENTANG {decree['title']} DENGAN RAHMAT TUHAN YANG MAHA ESA {decree['office']},"
    )
    assert HEADING == rebuilt


def test_considerations_are_whole(decree: Table) -> None:
    """The considerations are items a and b, nothing missing between."""
    assert CONSIDERATIONS == f"Menimbang : {listed('ab', decree['considerations'])}"


def test_legal_basis_is_whole(decree: Table) -> None:
    """The legal basis is items 1 to 9, nothing missing between."""
    assert LEGAL_BASIS == f"Mengingat : {listed('123456789', decree['legal_basis'])}"


def test_dictums_are_whole(decree: Table) -> None:
    """The dictums are KESATU to KEEMPAT, nothing missing between."""
    items = " ".join(f"{name} : {text}" for name, text in decree["dictums"].items())
    assert DICTUMS == f"MEMUTUSKAN Menetapkan : {items}"


def test_signature_is_whole(decree: Table) -> None:
    """Place, date, office and signatory are all that stands under the decree."""
    day = decree["signed_on"]
    date = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    rebuilt = f"Ditetapkan di {decree['place']} pada tanggal {date} {decree['office']}, {decree['signatory']}"
    assert SIGNATURE == rebuilt


def test_in_force_from_the_day_it_was_signed(decree: Table) -> None:
    """KEEMPAT puts the decree in force on the day it was signed."""
    assert decree["signed_on"] == decree["in_force_from"]


def test_heading_of_lampiran_i_is_whole(decree: Table) -> None:
    """Lampiran I repeats the decree's heading with one misprint and names the unit and the years."""
    first, *_, last = decree["years"]
    title = decree["title"].replace("KINERJA", "KIERNJA")
    rebuilt = (
        f"LAMPIRAN I KEPUTUSAN {decree['office']} NOMOR {decree['number']} TENTANG {title} "
        f"Indikator Kinerja Utama {decree['unit']} Tahun {first} – {last} 1. Nama Unit Organisasi : {decree['unit']}"
    )
    assert ANNEX_HEADING == rebuilt


def test_heading_of_lampiran_ii_is_whole(decree: Table) -> None:
    """Lampiran II repeats the decree's heading with two misprints and names the unit and the years."""
    first, *_, last = decree["years"]
    title = decree["title"].replace("KINERJA", "KIERNJA")
    rebuilt = (
        f"LAMPIRAN II KEPUTUSAN {decree['office']} NOMOR TAHUN 2022 TENTANG {title} "
        f"Pedoman Kinerja Indikator Kinerja Utama {decree['unit']} Tahun {first} – {last}"
    )
    assert ANNEX_2 == rebuilt


def test_task_is_whole(decree: Table) -> None:
    """The task is all that Lampiran I prints under Tugas."""
    assert TASK == f"2. Tugas : {decree['task']}"


def test_functions_are_whole(decree: Table) -> None:
    """The functions are items a to i, nothing missing between."""
    assert FUNCTIONS == f"3. Fungsi : {listed('abcdefghi', decree['functions'])}"


def test_table_of_lampiran_i_is_whole(catalogue: Table) -> None:
    """The table of Lampiran I is the objectives, each followed by the names and data sources of its entries."""
    letters = iter("abcdefg")
    rows = ["4. Indikator Kinerja Utama : No. Uraian Sumber Data"]
    for objective in catalogue["objectives"]:
        rows.append(objective["text"])
        rows.extend(
            f"{next(letters)}. {entry['name']['annex_1']} {entry['data_source']['annex_1']}"
            for entry in catalogue["entries"]
            if entry["objective"] == objective["code"]
        )
    assert INDICATORS == " ".join(rows)


def test_block_of_lampiran_ii_is_whole(entry: Table, decree: Table) -> None:
    """An entry's fields, in order, are its block of Lampiran II, nothing missing between."""
    targets = entry["targets"]
    rebuilt = (
        f"Kode Tujuan/ Sasaran/ Angka Nama IK Baseline ({decree['years'][0]}) {' '.join(targets)} "
        f"{entry['code']} {entry['name']['annex_2']} {entry['baseline']} {' '.join(map(str, targets.values()))} "
        f"Definisi: {entry['definition']} Sumber Data: {entry['data_source']['annex_2']} "
        f"Cara menghitung: {fold(entry['method'])} Satuan: {entry['unit']} Klasifikasi: {entry['polarity']} "
        f"Penanggungjawab: {entry['responsible']}"
    )
    assert block_of(entry) == rebuilt


def test_decree_errata_stand_where_they_say(decree: Table) -> None:
    """A misprint outside the entries stands once in each text that its erratum names."""
    assert [] == misplaced(decree["errata"], places_in_decree(decree))


def test_entry_errata_stand_where_they_say(entry: Table) -> None:
    """An entry's misprint stands once in each text that its erratum names."""
    assert [] == misplaced(entry.get("errata", []), places_in_entry(entry))


def test_errata_stand_for_every_place(catalogue: Table) -> None:
    """A misprint that is listed is listed for every place in the decree where it stands."""
    tables = [(catalogue["decree"], places_in_decree), *((entry, places_in_entry) for entry in catalogue["entries"])]
    covered: Counter[str] = Counter()
    for table, places in tables:
        for erratum in table.get("errata", []):
            covered[erratum["printed"]] += len(places(table)[erratum["where"]])
    assert {printed: DECREE.count(printed) for printed in covered} == covered


def test_errata_differ_from_what_was_meant(catalogue: Table) -> None:
    """What was meant is never what was printed."""
    assert [] == [erratum for erratum in errata_of(catalogue) if erratum["printed"] == erratum["meant"]]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("KIERNJA", "KINERJA"),
        ("NOMOR TAHUN 2022", "NOMOR 26 TAHUN 2022"),
        ("diraikan", "diuraikan"),
        ("BPSJI", "BSPJI"),
        ("BSPJI Pekanbaru. tahun berjalan", "BSPJI Pekanbaru pada tahun berjalan."),
        ("PNPB", "PNBP"),
        ("industri,.", "industri."),
        ("Persentasi", "Persentase"),
        ("Kepres", "Keppres"),
        ("penggunaan barang dan jasa", "pengadaan barang dan jasa"),
        ("di dasarkan", "didasarkan"),
        ("di sepakati", "disepakati"),
        ("Tujuan/ Sasaran/ Angka", "Tujuan/Sasaran/Angka"),
        ("2021 – 2024", "2021-2024"),
        ("sesudah pendampingan (B)", "sesudah pendampingan (B)."),
        ("Suba Bagian", "Subbagian"),
    ],
)
def test_misprints_are_listed(catalogue: Table, printed: str, meant: str) -> None:
    """A misprint that a reader would stumble over is listed once, with what was meant."""
    assert [meant] == [erratum["meant"] for erratum in errata_of(catalogue) if erratum["printed"] == printed]


@pytest.mark.parametrize("printed", ["PER/9/M.PAN/5/2007", "Sekretariat BSKJI"])
def test_what_is_no_misprint_is_not_listed(catalogue: Table, printed: str) -> None:
    """Both numbers of the guideline are in use; whose budget counts is a reading."""
    assert printed not in {erratum["printed"] for erratum in errata_of(catalogue)}


def test_each_definition_of_a_legend_has_its_line(catalogue: Table) -> None:
    """SK3/4 explains three symbols below its formula."""
    _, *legend = catalogue["entries"][-1]["method"].splitlines()
    assert ["Ket: RP3DN", "RAP3DN", "TotAP3DN"] == [line.partition(" = ")[0] for line in legend]


def test_label_is_the_corrected_name(entry: Table) -> None:
    """Both annexes print the label once the misprints of the name are corrected."""
    errata = [erratum for erratum in entry.get("errata", []) if erratum["where"].endswith("Nama IK")]
    assert [entry["label"]] * 2 == [corrected(name, errata) for name in both(entry["name"])]


def test_accounts_are_those_of_the_decree(catalogue: Table) -> None:
    """The default accounts of P3DNRatio are the fifteen that SK3/4's data source quotes, in its order."""
    entry = catalogue["entries"][-1]
    assert DECREE_ACCOUNTS == tuple(re.findall(r"\b[0-9]{6}\b", entry["data_source"]["annex_2"]))


def test_unit_is_that_of_the_indicator(entry: Table) -> None:
    """An indicator is measured in the unit that the decree prints."""
    assert entry["unit"] == str(indicator_of(entry)().unit)


def test_polarity_is_that_of_the_indicator(entry: Table) -> None:
    """An indicator is classified as the decree prints."""
    assert entry["polarity"] == indicator_of(entry)().polarity.value


def test_texts_are_in_both_languages(catalogue: Table) -> None:
    """Every reading and note is there in Indonesian and in English."""
    texts = list(find_texts(catalogue))
    assert texts == [text for text in texts if text.get("id", "").strip() and text.get("en", "").strip()]


def test_entries_have_readings_with_alternatives(entry: Table) -> None:
    """Every entry says how its unclear points are read, and each time what else the words could mean."""
    assert [] not in [entry["readings"], *(reading["alternatives"] for reading in entry["readings"])]
