"""What each form asks for: source rows, the unit itself, its own targets."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from kinerja.decrees import Entry, parts_of, target_period
from kinerja.measurement import target_text
from kinerja.readers.tables.figures import target_heading
from kinerja.readers.tables.headings import FORM_OF, GUIDE, MADE_FOR, OF_TARGETS, OF_UNIT
from kinerja.readers.tables.names import code_in_name
from kinerja.readers.tables.records import asked_by, code_of, record_of, title_of, why_no_form
from kinerja.readers.tables.unit_file import answers_to_take, unit_settings
from kinerja.records import Field, FieldType, Period, Semester, Year
from kinerja.writers import Document, Section, Table, to_csv

SHEET = "isian"
"""The worksheet that is filled in, where a workbook has one alone."""
ACTUALS = "realisasi"
"""The table of realisations that were measured elsewhere: a worksheet, or `realisasi.csv`."""
HOW = "Cara mengisi"
HOW_RECORDS = (
    "Satu baris untuk tiap data. Kolom biru wajib diisi. Yang tidak diketahui dikosongkan, jangan diisi 0. Judul kolom "
    "jangan diubah atau dihapus. Jangan menggabungkan sel, dan jangan menambah baris jumlah."
)
"""How a form of records is filled in, whatever it is of."""

_READINGS = (
    "Kosongkan untuk memakai tafsir katalog. Bila unit menjawab lain, tulis jawabannya seperti dalam daftar di lembar "
    "petunjuk, misalnya {}; beberapa dipisahkan titik koma."
)
_FILLED_IN = 200
"""How many rows of a form have the code of its indicator filled in."""

_NO_PART_OF_NAME = re.compile(r"[^\w ().,-]+")
_LONGEST_NAME = 60
_LONGEST_SHEET_NAME = 31  # of Excel


def form_name(entry: Entry) -> str:
    """Return the name of an entry's form: its code and what its records are called, or what itself is.

    Records of a formula are called alike whatever the indicator, which therefore has its own label there.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> form_name(catalogue["SK1/1"])
    'SK1-1 Tenan.xlsx'
    """
    called = str(getattr(record_of(entry), "called", "data dukung"))
    if code_of(entry) is not None:
        called = textwrap.shorten(_NO_PART_OF_NAME.sub(" ", entry.label), _LONGEST_NAME, placeholder="") or called
    return f"{code_in_name(entry.code)} {called[:1].upper()}{called[1:]}.xlsx"


@attrs.frozen(kw_only=True)
class Form:
    """What a form asks for.

    Fields:
        titles, fields: what it is for, and its columns.
        about: what the guide says of it alone, before it names the columns.
        how: how it is filled in.
        choices: what may be written in one of them, with its meaning, the heading first; the guide lists it after them.
        rows: what is filled in already.
        ranges: whether its numbers may be ranges too, of which a spreadsheet knows nothing.
        ruled: so many rows have lines where nothing is filled in, for a printed form that is filled in by hand.
    """

    titles: Sequence[str]
    fields: Sequence[Field]
    about: Sequence[tuple[str, str]]
    how: str = HOW_RECORDS
    choices: Sequence[tuple[str, str]] = ()
    rows: Sequence[Sequence[str | float]] = ()
    ranges: bool = False
    ruled: int = 20


def forms_of(entries: Mapping[str, Entry], period: Period, unit: str = "") -> Iterator[tuple[str, Form]]:
    """Give the name and content of every form that says something of the period; that of the unit with its name."""
    order = list(entries)
    for fields, together in sorted(_asked_together(entries, period), key=lambda one: order.index(one[1][0].code)):
        code = code_of(together[0])
        filled = [code or "" if field.name == "indicator" else "" for field in fields]
        yield (
            form_name(together[0]),
            Form(
                titles=list(map(title_of, together)),
                fields=fields,
                about=list(_about(together, fields, period)),
                rows=[] if code is None else [filled] * _FILLED_IN,
            ),
        )
    yield "unit.xlsx", _unit_form(entries, period, unit)
    yield "target.xlsx", _target_form(entries, period)


def _asked_together(entries: Mapping[str, Entry], period: Period) -> Iterator[tuple[Sequence[Field], Sequence[Entry]]]:
    """Give the columns of each form, and the entries that it is for."""
    for own in asked_by(entries):
        asked = [entry for entry in own.entries if why_no_form(entry, period) is None]
        for together in [[entry] for entry in asked] if own.indicators else filter(None, [asked]):
            yield own.words, together


def sheets_of(entries: Mapping[str, Entry], period: Period, unit: str = "") -> dict[str, Form]:
    """Return the same forms as worksheets of one workbook, by their names, and that of realisations beside them."""
    sheets: dict[str, Form] = {}
    for file, form in forms_of(entries, period, unit):
        name = textwrap.shorten(file.removesuffix(".xlsx"), _LONGEST_SHEET_NAME, placeholder="")
        name = name or file[:_LONGEST_SHEET_NAME]
        number = 1
        while name.casefold() in {*map(str.casefold, sheets), ACTUALS, GUIDE}:
            number += 1
            ending = f" {number}"
            name = name[: _LONGEST_SHEET_NAME - len(ending)].rstrip() + ending
        sheets[name] = form
    return sheets | {ACTUALS: _actuals_form(entries, period)}


def actuals_table(entries: Mapping[str, Entry], period: Period) -> str:
    """Return the table of realisations as CSV: every code that the period can answer, and nothing measured yet.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja.records import as_period
    >>> actuals_table(catalogue, as_period("2023-TW1")).splitlines()[:4]
    ['kode;realisasi;keterangan', 'SK1/1;;', 'SK1/2;;', 'SK3/2;;']
    """
    rows = [(entry.code, "", "") for entry in _answered(entries, period)]
    table = Table(headings=("kode", "realisasi", "keterangan"), rows=rows)
    return to_csv(Document(sections=[Section(table=table)]))


def _answered(entries: Mapping[str, Entry], period: Period) -> list[Entry]:
    return [entry for entry in entries.values() if why_no_form(entry, period) is None]


def _about(entries: Sequence[Entry], fields: Iterable[Field], period: Period) -> Iterator[tuple[str, str]]:
    headings = {field.name: field.heading for field in fields}
    *others, last = (headings[name] for name in record_of(entries[0]).identity)
    same = f"{', '.join(others)} dan {last}" if others else last
    for entry in entries:
        yield FORM_OF, title_of(entry)
    yield MADE_FOR, str(period)
    for entry in entries:
        clause = (("Definisi", entry.definition), ("Cara menghitung", entry.method))
        yield from ((name, " ".join(text.split())) for name, text in clause if text)
    for entry in entries:
        needed = [] if entry.measured_by is None else entry.measured_by.records_needed(period)
        yield from (("" if number else "Yang diperlukan", text.id) for number, text in enumerate(needed))
    yield "Satu baris", f"Baris dengan {same} yang sama adalah data yang sama; isi satu kali saja."


def _unit_form(entries: Mapping[str, Entry], period: Period, unit: str) -> Form:
    settings = {
        heading: ", ".join(entry.code for entry, _ in whose)
        for heading, whose in unit_settings(entries.values(), open_only=True).items()
    }
    answers = [(written, meaning.id) for written, meaning in answers_to_take(entries.values())]
    fields = [
        _field("nama unit", "Nama unit seperti yang dicetak di judul rapor kinerja.", needed=True),
        _field("kode satker", "Enam angka, misalnya 417912. Data dukung satker lain lalu ditolak."),
        *(
            _field(heading, f"Untuk {codes}: kode yang dihitung, dipisahkan koma, misalnya 425283, 425421.")
            for heading, codes in settings.items()
        ),
        *(_field("tafsir", _READINGS.format(written)) for written, _ in answers[:1]),
        _field(
            "batas atas capaian",
            "Dalam persen, misalnya 120. Kosongkan bila capaian tidak dibatasi.",
            kind=FieldType.NUMBER,
        ),
    ]
    how = (
        "Isi satu baris saja. Boleh dikosongkan: nama unit lalu diambil dari data dukung, atau dari nama folder atau "
        "berkasnya."
    )
    about = [(FORM_OF, OF_UNIT), (MADE_FOR, str(period))]
    choices = [("Tafsir", "Artinya, dan jawaban katalog"), *answers] if answers else []
    rows = [[unit]] if unit else []
    return Form(titles=["Unit"], fields=fields, about=about, how=how, choices=choices, rows=rows, ruled=1)


def _target_form(entries: Mapping[str, Entry], period: Period) -> Form:
    year = period.year
    called, part, most = ("semester", "S", 2) if _in_semesters(entries, period) else ("triwulan", "TW", 4)
    periods = [str(year), *(f"{year}-{part}{number}" for number in range(1, most + 1))]
    decreed = [
        one for one in map(target_period, periods) if one == year or any(one in e.targets for e in entries.values())
    ]
    fields = [
        _field("kode", "Kode indikator; sudah diisi.", needed=True),
        _field("indikator", "Sudah diisi; tidak dibaca."),
        _field("satuan", "Sudah diisi; tidak dibaca."),
        *(_field(f"target keputusan {one}", "Sudah diisi; tidak dibaca.") for one in decreed),
        *(_field(target_heading(one), f"Target unit sendiri untuk {one}.", kind=FieldType.NUMBER) for one in periods),
    ]
    how = (
        f"Isi target yang berbeda dari keputusan. Target {called} dihitung sejak Januari. Yang dikosongkan memakai "
        f"target keputusan. {called.capitalize()} yang tidak diisi sama sekali memakai target setahun; di {called} "
        "yang targetnya diisi untuk indikator lain, yang dikosongkan hanya mempunyai target bila keputusan "
        f"menetapkannya untuk {called} itu."
    )
    about = [(FORM_OF, OF_TARGETS), (MADE_FOR, str(year))]
    rows = [
        [
            *(entry.code, entry.label, entry.unit.name.id),
            *(target_text(entry.targets[one]).id if one in entry.targets else "-" for one in decreed),
        ]
        for entry in entries.values()
    ]
    return Form(titles=["Target sendiri"], fields=fields, about=about, how=how, rows=rows, ranges=True)


def _actuals_form(entries: Mapping[str, Entry], period: Period) -> Form:
    how = "Untuk indikator yang realisasinya sudah diketahui, tanpa data dukung. Yang dikosongkan tidak dihitung."
    fields = [
        _field("kode", "Kode indikator; sudah diisi.", needed=True),
        _field("indikator", "Sudah diisi; tidak dibaca."),
        _field("satuan", "Sudah diisi; tidak dibaca."),
        _field("realisasi", "Realisasi yang sudah diketahui.", kind=FieldType.NUMBER),
        _field("keterangan", "Boleh kosong; dicetak di rapor kinerja."),
    ]
    rows = [[entry.code, entry.label, entry.unit.name.id] for entry in _answered(entries, period)]
    return Form(titles=["Realisasi"], fields=fields, about=[], how=how, rows=rows)


def _in_semesters(entries: Mapping[str, Entry], period: Period) -> bool:
    """Tell whether the year is asked for by semesters: for one of them, or where the decree's own targets are."""
    parts = {one for entry in entries.values() for one in parts_of(period.year, entry.targets)}
    halves = {str(Semester(year=period.year, number=number)) for number in (1, 2)}
    return isinstance(period, Semester) or (isinstance(period, Year) and bool(parts) and parts <= halves)


def _field(heading: str, note: str, *, kind: FieldType = FieldType.TEXT, needed: bool = False) -> Field:
    return Field(name=heading, heading=heading, kind=kind, note=note, needed=needed)
