"""Forms of formulas of data: one for each entry, and whose records they hold."""

from __future__ import annotations

import csv
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import RUPIAH, RecordsError, Text, load_catalogue
from kinerja.formulas import Count, Growth, Letter, Ratio
from kinerja.readers import measure_folders, read_folder, write_forms
from kinerja.readers.forms.content import form_name
from kinerja.readers.sheets import LIMIT, open_sheets

if TYPE_CHECKING:
    from kinerja import Catalogue

EXAMPLE = Path(__file__).parents[3] / "examples" / "bbspjppi-2025"
ENTRY = """
[[entries]]
code = "{code}"
label = "{code}"
objective = "SK"
unit = "Persen"
polarity = "Maksimasi"
targets.2025 = 50
[entries.indicator]
formula = "Ratio"
{letters}
"""
MONEY = """
numerator = {{ label = "{own}", unit = "Rupiah" }}
denominator = {{ label = "{whole}", unit = "Rupiah" }}
"""
ANSWERS = """
numerator = { label = "tepat waktu", unit = "Permohonan" }
denominator = { label = "selesai", unit = "Permohonan" }
yes_no = true
"""
HEAD = """
decree = { number = "1", title = "Indikator", unit = "Balai", years = [2025] }
[[objectives]]
code = "SK"
text = "Layanan"
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return a catalogue of three ratios, two of which are of sums."""
    file = tmp_path / "katalog.toml"
    entries = {
        "SK.1": ANSWERS,
        "SK.2": MONEY.format(own="pendapatan", whole="beban"),
        "SK.3": MONEY.format(own="penerimaan", whole="aset"),
    }
    text = [ENTRY.format(code=code, letters=letters) for code, letters in entries.items()]
    file.write_text(HEAD + "".join(text), encoding="utf-8")
    return load_catalogue(file)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder of a unit."""
    made = tmp_path / "Balai"
    made.mkdir()
    return made


def _rows(file: Path) -> list[list[Any]]:
    return [cells for _, cells in open_sheets(file, LIMIT)[0].rows()]


def _figures(folder: Path, catalogue: Catalogue) -> dict[str, str]:
    return {
        code: str(value) for code, value in measure_folders([read_folder(folder, catalogue)], catalogue, 2025).items()
    }


FORMS = {
    "SK.1 SK.1.xlsx": ["satker", "kode", "kasus", "tanggal", "tepat waktu"],
    "SK.2 SK.2.xlsx": ["satker", "kode", "kasus", "tanggal", "pendapatan", "beban"],
    "SK.3 SK.3.xlsx": ["satker", "kode", "kasus", "tanggal", "penerimaan", "aset"],
}


def test_a_form_of_one_entry_is_called_as_it_is(catalogue: Catalogue) -> None:
    """Without signs that names of files cannot have, and not too long for folders within folders."""
    label = "Persentase layanan: tepat waktu/selesai menurut Service Level Agreement yang disepakati"
    entry = attrs.evolve(catalogue["SK.1"], label=label)
    assert "SK.1 Persentase layanan tepat waktu selesai menurut Service Level.xlsx" == form_name(entry)


def test_an_entry_without_a_name_has_the_form_of_its_records(catalogue: Catalogue) -> None:
    """No file is called by its code alone."""
    assert "SK.1 Kasus ya atau tidak.xlsx" == form_name(attrs.evolve(catalogue["SK.1"], label="?"))


def test_a_form_says_of_which_years_its_rows_are(folder: Path, catalogue: Catalogue) -> None:
    """Growth needs those of the year before too."""
    growing = Growth(code="SK.1", growing=Letter(label=Text(id="penerimaan", en="revenue"), unit=RUPIAH))
    write_forms(folder, {"SK.1": attrs.evolve(catalogue["SK.1"], indicator=growing)}, period=2025)
    guide = {cells[0]: cells[1] for _, cells in open_sheets(folder / "SK.1 SK.1.xlsx", LIMIT)[1].rows()}
    assert (
        "Semua data dengan tanggal 1 Januari 2025 s.d. 31 Desember 2025 dan 1 Januari 2024 s.d. 31 Desember 2024. "
        "Tanpa yang tahun lalu tidak ada yang dibandingkan."
    ) == guide["Yang diperlukan"]


def test_there_is_a_form_for_each_entry(folder: Path, catalogue: Catalogue) -> None:
    """It is headed in the entry's own words."""
    written = write_forms(folder, catalogue, period=2025)
    assert FORMS == {file.name: _rows(file)[0] for file in written if file.name in FORMS}


def test_the_code_is_filled_in(folder: Path, catalogue: Catalogue) -> None:
    """Whoever fills in a form need not know it."""
    write_forms(folder, catalogue, period=2025)
    rows = _rows(folder / "SK.3 SK.3.xlsx")[1:]
    assert {"SK.3"} == {row[1] for row in rows}


def test_a_cell_to_fill_in_keeps_the_format_of_its_column(folder: Path, catalogue: Catalogue) -> None:
    """A number of a letter stays text, and a day is shown as one."""
    write_forms(folder, catalogue, period=2025)
    with zipfile.ZipFile(folder / "SK.3 SK.3.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert ["A2", "C2", "D2", "E2", "F2"] == re.findall(r'<c r="([A-Z]2)" s="\d+"/>', sheet)


def test_a_form_with_its_code_alone_is_empty(folder: Path, catalogue: Catalogue) -> None:
    """It says nothing, not 0."""
    write_forms(folder, catalogue, period=2025)
    read = read_folder(folder, catalogue)
    assert ({}, {code: f"{code} {name}" for code, name in _NAMES.items()}) == (dict(read.given), dict(read.empty))


_NAMES = {
    "SK.1": "SK.1.xlsx",
    "SK.2": "SK.2.xlsx",
    "SK.3": "SK.3.xlsx",
}


def test_a_row_with_its_code_alone_is_blank(folder: Path, catalogue: Catalogue) -> None:
    """The rest of a form is not filled in."""
    (folder / "a.csv").write_text("kode;kasus;tanggal;tepat waktu\nSK.1;P-1;2/1/2025;ya\nSK.1;;;\n")
    assert "100 × 1 / 1 = 100,00" == _figures(folder, catalogue)["SK.1"]


def test_each_row_goes_to_the_indicator_that_it_names(folder: Path, catalogue: Catalogue) -> None:
    """One table may hold the cases of several, under the headings that all of them have."""
    rows = "SK.2;K-1;2/1/2025;1.000;4.000\nsk 3;K-1;2/1/2025;1.000;5.000\n"
    (folder / "a.csv").write_text(f"kode;kasus;tanggal;pembilang;penyebut\n{rows}")
    figures = _figures(folder, catalogue)
    assert ("100 × 1.000 / 4.000 = 25,00", "100 × 1.000 / 5.000 = 20,00") == (figures["SK.2"], figures["SK.3"])


def test_an_indicator_without_rows_is_given_nothing(folder: Path, catalogue: Catalogue) -> None:
    """Another's rows under the headings that both have say nothing of it."""
    (folder / "a.csv").write_text("kode;kasus;tanggal;pembilang;penyebut\nSK.2;K-1;2/1/2025;1.000;4.000\n")
    read = read_folder(folder, catalogue)
    assert (["SK.2"], ("SK.1", "SK.3")) == (list(read.given), read.missing)


def test_a_code_that_no_entry_has_is_refused(folder: Path, catalogue: Catalogue) -> None:
    """Its row would count nowhere."""
    (folder / "a.csv").write_text("kode;kasus;tanggal;tepat waktu\nSK.9;P-1;2/1/2025;ya\n")
    with pytest.raises(RecordsError) as caught:
        read_folder(folder, catalogue)
    (problem,) = caught.value.problems
    assert ("name.misspelt", 2, "kode", "SK.9") == (problem.code, problem.row, problem.column, problem.value)


def test_a_code_of_other_records_is_refused(folder: Path, catalogue: Catalogue) -> None:
    """A case with both numbers is no answer."""
    (folder / "a.csv").write_text("kode;kasus;tanggal;tepat waktu\nSK.2;P-1;2/1/2025;ya\n")
    with pytest.raises(RecordsError) as caught:
        read_folder(folder, catalogue)
    assert ["name.misspelt"] == [problem.code for problem in caught.value.problems]


def test_a_file_of_two_indicators_that_is_another_units_is_told_once(folder: Path, catalogue: Catalogue) -> None:
    """With all of its rows, and not once for each indicator."""
    indicator: Any = catalogue["SK.1"].indicator
    two = attrs.evolve(indicator, code="SK.2")
    both = attrs.evolve(
        catalogue, entries={"SK.1": catalogue["SK.1"], "SK.2": attrs.evolve(catalogue["SK.2"], indicator=two)}
    )
    rows = [f"Balai Lain;SK.{code};{code};1/2/2025;ya" for code in (1, 2)]
    (folder / "layanan.csv").write_text("\n".join(["satker;kode;kasus;tanggal;tepat waktu", *rows]), encoding="utf-8")
    (folder / "unit.csv").write_text("nama unit;kode satker\nBalai;\n", encoding="utf-8")
    with pytest.raises(RecordsError) as caught:
        read_folder(folder, both)
    (problem,) = caught.value.problems
    assert "satker Balai Lain (layanan.csv, 2 baris)" in problem.text.id


def test_every_formula_of_the_example_has_its_form(folder: Path) -> None:
    """Each is read back as what it is: a form that is not filled in."""
    own = load_catalogue(EXAMPLE / "katalog.toml")
    write_forms(folder, own, period=2025)
    (folder / "realisasi.csv").unlink()
    read = read_folder(folder, own)
    assert (set(own) - {"SK.2.1"}, ("SK.2.1",)) == (set(read.empty), read.missing)


RATIOS = {
    "SK.1.1": (49, 52),
    "SK.1.2": (63, 100),
    "SK.2.3": (159, 1_000),
    "SK.2.4": (6_146, 10_000),
    "SK.4.1": (1, 5),
    "SK.5.1": (5, 5),
    "SK.7.1": (8_979, 10_000),
}
"""Made up, to be the shares that were published: what they are of is not known."""
SAME = {"indicator": "", "year": "2025", "dated_on": "1/7/2025", "assessor": "Penilai", "proof": "LHE", "part": "Semua"}


def _made_up(code: str, indicator: Any, published: str) -> list[dict[str, str]]:
    """Return records, by field, of which an indicator has the figure that was published."""
    if isinstance(indicator, Count):
        return [{}] * int(published)
    if not isinstance(indicator, Ratio):
        return [{"value": published, "score": published, "weight": "1"}]
    part, whole = RATIOS[code]
    if indicator.yes_no:
        return [{"met": "ya" if number < part else "tidak"} for number in range(whole)]
    return [{"numerator": str(part), "denominator": str(whole)}]


def _fill_in(form: Path, code: str, indicator: Any, published: str) -> None:
    """Put a CSV file with the form's headings, filled in, in the place of a form."""
    headings = _rows(form)[0]
    field_of = {field.heading: field.name for field in indicator.form_fields}
    same = {**SAME, "indicator": code}
    rows = [
        [{**same, "reference": str(number), **record}.get(field_of[heading], "") for heading in headings]
        for number, record in enumerate(_made_up(code, indicator, published))
    ]
    form.with_suffix(".csv").write_text("".join(f"{';'.join(row)}\n" for row in [headings, *rows]), encoding="utf-8")
    form.unlink()


def test_the_example_is_scored_from_its_forms(folder: Path) -> None:
    """Records that make the published figures make the published achievements; only SK.2.1 has no form."""
    own = load_catalogue(EXAMPLE / "katalog.toml")
    rows = csv.DictReader((EXAMPLE / "realisasi.csv").read_text("utf-8").splitlines(), delimiter=";")
    published = {row["kode"]: row["realisasi"] for row in rows}
    write_forms(folder, own, period=2025)
    (folder / "realisasi.csv").write_text(f"kode;realisasi\nSK.2.1;{published.pop('SK.2.1')}\n", encoding="utf-8")
    for code, figure in published.items():
        _fill_in(folder / form_name(own[code]), code, own[code].indicator, figure)
    card = own.scorecard(2025, measure_folders([read_folder(folder, own)], own, 2025))
    achieved = sorted(score.achievement for score in card if score.achievement is not None)
    assert (18, "97,34%", "166,67%", "114,38%") == (
        len(achieved),
        str(achieved[0]),
        str(achieved[-1]),
        str(card.mean()),
    )
