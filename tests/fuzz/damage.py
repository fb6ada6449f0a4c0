"""The kinds of damage that people and programs do to inputs, and what may become of each."""

from __future__ import annotations

import copy
import datetime as dt
import itertools
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from inputs import Expected, Input, Sheet, Table, figures_of
from kinerja import KinerjaError
from kinerja._base import FrozenMap, Percent
from kinerja._base.dates import MONTHS
from kinerja.readers import read_number
from kinerja.records import Field, FieldType, fields_of, plain_heading

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from kinerja.readers.folders.given import Given

TITLE, OPEN_END = "Data dukung triwulan berjalan", "tidak diakhiri ganti baris"
WRONG = ("besok", "12.345,67,8", "abc", "1e5", "80.00", "1_000", "NaN", "inf", "#REF!", "2023-13-45", "31/02/2023")
UNKNOWN = ("", "-", "N/A", "  ")


class UnfitError(Exception):
    """A kind of damage that cannot be done to this input."""


class Damaged:
    """A copy of an input while it is damaged."""

    def __init__(self, draw: random.Random, of: Input) -> None:
        self.draw, self.of = draw, of
        self.tables: list[Table] = copy.deepcopy(list(of.tables))
        self.place = ""

    def choose(self, kind: str = "any") -> Table:
        """Draw a file: a form (records), a table of realisations (actual), an export (report), or any."""
        fit = [table for table in self.tables if kind in {"any", self.kind(table)}]
        if not fit:
            raise UnfitError
        table = self.draw.choice(fit)
        self.place = table.name
        return table

    def kind(self, table: Table) -> str:
        """Tell what a file gives: records, an actual, a report, or what is said of the unit."""
        given = self.given(table)
        if given is None:
            return "unit"
        return "actual" if given.actual else "report" if given.report else "records"

    def given(self, table: Table) -> Given | None:
        """Return what an undamaged file gives; None for what is said of the unit."""
        every = itertools.chain.from_iterable(self.of.folder.given.values())
        return next((one for one in every if one.file == table.name), None)

    def sheet(self, table: Table) -> Sheet:
        """The sheet that is read; headings stand in its first row but in published tables."""
        given = self.given(table)
        return next((one for one in table.sheets if given is not None and one.name == given.sheet), table.sheets[0])

    def form(self) -> tuple[Table, Sheet, tuple[Any, ...]]:
        """Draw a form, with its sheet and records, one a row."""
        table = self.choose("records")
        given = self.given(table)
        assert given is not None
        sheet = self.sheet(table)
        if len(sheet.rows) - 1 != len(given.records):
            raise UnfitError
        return table, sheet, given.records

    def cell(self) -> tuple[Sheet, int, int, Field, Any]:
        """Draw a cell of a form: its sheet, row, column, field and record."""
        _, sheet, records = self.form()
        fields = fields_of(type(records[0]))
        headed = [
            (place, field)
            for place, name in enumerate(sheet.rows[0])
            for field in fields
            if plain_heading(str(name)) in map(plain_heading, field.headings)
        ]
        row, (column, field) = self.draw.randrange(len(records)), self.draw.choice(headed)
        _pad(sheet)
        return sheet, row + 1, column, field, records[row]

    def figures(self, table: Table, records: Sequence[Any]) -> Expected:
        """Return what comes out where a form holds these records: figures, or a refusal."""
        given = {
            code: tuple(attrs.evolve(one, records=tuple(records)) if one.file == table.name else one for one in own)
            for code, own in self.of.folder.given.items()
        }
        if not records:
            given = {code: own for code, own in given.items() if own[0].file != table.name}
        try:
            return Expected(
                figures_of(attrs.evolve(self.of.folder, given=FrozenMap(given)), self.of.catalogue, self.of.period)[0]
            )
        except KinerjaError:
            return Expected(self.of.figures, only=True)

    @property
    def same(self) -> Expected:
        """The figures as they were, or a refusal."""
        return Expected(self.of.figures)

    @property
    def harmless(self) -> Expected:
        """The figures as they were."""
        return Expected(self.of.figures, refusal=False)

    @property
    def refused(self) -> Expected:
        """No figures at all."""
        return Expected(self.of.figures, only=True)


def _pad(sheet: Sheet) -> None:
    for row in sheet.rows:
        row.extend([""] * (len(sheet.rows[0]) - len(row)))


def row_removed(given: Damaged) -> Expected:
    """A true change: the figure is that of the other rows."""
    table, sheet, records = given.form()
    row = given.draw.randrange(len(records))
    del sheet.rows[row + 1]
    return given.figures(table, records[:row] + records[row + 1 :])


def row_doubled(given: Damaged) -> Expected:
    """Counted it is refused; left out it changes nothing."""
    table, sheet, records = given.form()
    row = given.draw.randrange(len(records))
    sheet.rows.append([*sheet.rows[row + 1]])
    return given.figures(table, (*records, records[row]))


def rows_shuffled(given: Damaged) -> Expected:
    """Their order means nothing."""
    _, sheet, _ = given.form()
    body = sheet.rows[1:]
    given.draw.shuffle(body)
    sheet.rows[1:] = body
    return given.harmless


def rows_apart(given: Damaged) -> Expected:
    """A blank row means nothing."""
    sheet = given.sheet(given.choose("records"))
    sheet.rows.insert(given.draw.randrange(len(sheet.rows) + 1), [" "] * given.draw.randrange(3))
    return given.harmless


def title_above(given: Damaged) -> Expected:
    """It is named beside the figure."""
    sheet = given.sheet(given.choose(given.draw.choice(("records", "actual"))))
    sheet.rows.insert(0, [TITLE])
    return attrs.evolve(given.harmless, always=(TITLE,))


def totals_below(given: Damaged) -> Expected:
    """It would count as one more."""
    _, sheet, records = given.form()
    names = [name for name in type(records[0]).identity if name != "unit"]
    field = next(field for field in fields_of(type(records[0])) if field.name in names and field.kind is FieldType.TEXT)
    places = [place for place, name in enumerate(sheet.rows[0]) if name in field.headings]
    if not places:
        raise UnfitError
    row: list[Any] = [""] * len(sheet.rows[0])
    row[places[0]] = given.draw.choice(("Jumlah", "TOTAL", "Jumlah seluruhnya"))
    row[-1] = "1.000"
    sheet.rows.append(row)
    return given.refused


def signature_below(given: Damaged) -> Expected:
    """It is no data: refused, or it counts nowhere."""
    _, sheet, _ = given.form()
    width = len(sheet.rows[0])
    place = given.draw.randrange(width)
    for text in ("Pekanbaru, 5 Januari 2024", "Kepala Balai"):
        row: list[Any] = [""] * width
        row[place] = text
        sheet.rows.append(row)
    return given.same


def cell_wrong(given: Damaged) -> Expected:
    """What is no number, date or option is refused; a text is what it says."""
    sheet, row, column, field, record = given.cell()
    text = given.draw.choice(WRONG)
    sheet.rows[row][column] = text
    if field.kind is not FieldType.TEXT or field.options:
        return given.refused
    return _changed(given, record, field, text)


def cell_unknown(given: Damaged) -> Expected:
    """Unknown where a field may be unknown, else refused; never 0."""
    sheet, row, column, field, record = given.cell()
    sheet.rows[row][column] = given.draw.choice(UNKNOWN)
    if field.needed:
        return given.refused
    default = attrs.fields_dict(type(record))[field.name].default
    return _changed(given, record, field, default)


def _changed(given: Damaged, record: Any, field: Field, value: Any) -> Expected:
    table = next(table for table in given.tables if table.name == given.place)
    one = given.given(table)
    assert one is not None
    try:
        changed = [attrs.evolve(record, **{field.name: value}) if own is record else own for own in one.records]
    except KinerjaError:
        return given.refused
    return given.figures(table, changed)


def number_rewritten(given: Damaged) -> Expected:
    """Every writing gives the same number or is refused."""
    sheet, row, column, field, _ = given.cell()
    if field.kind not in {FieldType.NUMBER, FieldType.RUPIAH}:
        raise UnfitError
    sheet.rows[row][column] = _written(given.draw, _number(sheet.rows[row][column]))
    return given.same


def actual_rewritten(given: Damaged) -> Expected:
    """As numbers of a form."""
    sheet, row, column = _actual(given)
    sheet.rows[row][column] = _written(given.draw, _number(sheet.rows[row][column]))
    return given.same


def actual_scaled(given: Damaged) -> Expected:
    """A lost comma, or a percentage as a fraction, is outside what is usual."""
    sheet, row, column = _actual(given)
    value = _number(sheet.rows[row][column])
    if not (
        1 < value < 100 and any("SK3/4" == str(cell).replace(" ", "") for cell in sheet.rows[row])
    ):  # usual (1, 100)
        raise UnfitError
    sheet.rows[row][column] = _comma(value * given.draw.choice((100, Fraction(1, 100))))
    return attrs.evolve(given.same, named=("di luar yang lazim",))


def _actual(given: Damaged) -> tuple[Sheet, int, int]:
    table = given.choose("actual")
    sheet, own = (
        given.sheet(table),
        [one for every in given.of.folder.given.values() for one in every if one.file == table.name],
    )
    _pad(sheet)
    row = given.draw.choice(own).actual
    assert row is not None
    places = [place for place, cell in enumerate(sheet.rows[row.row - 1]) if _number_or_none(cell) == row.value]
    if not places:
        raise UnfitError
    return sheet, row.row - 1, places[-1]


def _number_or_none(cell: Any) -> Fraction | None:
    try:
        return _number(cell)
    except UnfitError:
        return None


def _number(cell: Any) -> Fraction:
    if isinstance(cell, Percent | float | int):
        return Fraction(str(float(cell))) if not isinstance(cell, Percent) else Fraction(cell)
    try:
        return read_number(cell, dots_group=True)
    except (KinerjaError, TypeError, AttributeError):
        raise UnfitError from None


def _comma(value: Fraction) -> str:
    return f"{float(value):.10g}".replace(".", ",")


def _written(draw: random.Random, value: Fraction) -> Any:
    plain = f"{float(value):.10f}".rstrip("0").rstrip(".")
    whole, _, part = plain.partition(".")
    groups = f"{int(whole):,}"
    dotted, decimals = groups.replace(",", "."), f",{part}" if part else ""
    return draw.choice(
        (
            float(value),
            whole + decimals,
            dotted + decimals,
            f" {dotted}{decimals} ",
            f"Rp {dotted}{decimals}",
            f"{dotted}{decimals},-",
            f"{dotted}{decimals or ',00'}",
            plain,
            f"{groups}.{part or '00'}",
            groups if not part else dotted + decimals,
            f"{whole}.{part or '0'}",
            f"({whole}{decimals})" if value < 0 else f"{whole}{decimals}%",
            f"{float(value):e}",
            f"'{whole}{decimals}",
            f"{dotted}{decimals} juta",
        )
    )


def date_rewritten(given: Damaged) -> Expected:
    """Every writing gives the same day or is refused; a month first shows where the day is above 12."""
    sheet, row, column, field, record = given.cell()
    day = getattr(record, field.name)
    if field.kind is not FieldType.DATE or day is None:
        raise UnfitError
    writings = [
        day,
        dt.datetime.combine(day, dt.time(10, 15)),
        day.isoformat(),
        f"{day.isoformat()} 10:15:00",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}-{day.month:02}-{day.year}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day} {MONTHS[day.month - 1].upper()} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day:%d-%b-%y}",
        f"{day.day}/{day.month}/{day.year % 100}",
        f"{MONTHS[day.month - 1]} {day.year}",
        str((day - dt.date(1899, 12, 30)).days),
        float((day - dt.date(1899, 12, 30)).days),
        *([f"{day.month}/{day.day}/{day.year}"] if day.day > 12 else []),
    ]
    sheet.rows[row][column] = given.draw.choice(writings)
    return given.same


def column_moved(given: Damaged) -> Expected:
    """Columns may stand in any order; in a file with commas, digits beside a figure may be its decimals."""
    _, sheet, _ = given.form()
    _pad(sheet)
    order = list(range(len(sheet.rows[0])))
    given.draw.shuffle(order)
    sheet.rows[:] = [[row[place] for place in order] for row in sheet.rows]
    return given.same if any("," in str(cell) for row in sheet.rows for cell in row) else given.harmless


def column_removed(given: Damaged) -> Expected:
    """Refused, or told as lacking."""
    _, sheet, _ = given.form()
    _pad(sheet)
    place = given.draw.randrange(len(sheet.rows[0]))
    heading = str(sheet.rows[0][place])
    for row in sheet.rows:
        del row[place]
    if plain_heading(heading) == "satker":
        return attrs.evolve(given.same, named=("nama folder sebagai nama unit",))
    return attrs.evolve(given.same, named=("Kolom ", heading, f"tidak ada di {given.place}"))


def column_doubled(given: Damaged) -> Expected:
    """Which of them holds is not guessed."""
    _, sheet, _ = given.form()
    _pad(sheet)
    place = given.draw.randrange(len(sheet.rows[0]))
    for row in sheet.rows:
        row.append(row[place])
    return given.refused


def heading_misspelt(given: Damaged) -> Expected:
    """Refused, or told as a column that was not read."""
    _, sheet, _ = given.form()
    place = given.draw.randrange(len(sheet.rows[0]))
    letters = list(str(sheet.rows[0][place]))
    at = given.draw.randrange(len(letters) - 1)
    match given.draw.randrange(3):
        case 0:
            del letters[at]
        case 1:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        case _:
            letters.insert(at, given.draw.choice("abx "))
    sheet.rows[0][place] = "".join(letters)
    return attrs.evolve(given.same, named=(f"tidak dibaca di {given.place}", " ".join("".join(letters).split())))


def heading_dressed(given: Damaged) -> Expected:
    """Capitals, blanks, hyphens and usual short forms make no difference."""
    _, sheet, _ = given.form()
    dress: Callable[[str], str] = given.draw.choice(
        (
            str.upper,
            str.title,
            lambda text: f"  {text}\n",
            lambda text: text.replace(" ", "  "),
            lambda text: text.replace(" ", "-"),
            lambda text: text.replace("tanggal", "tgl.").replace("nomor", "no."),
        )
    )
    sheet.rows[0] = [dress(str(name)) for name in sheet.rows[0]]
    return given.harmless


def file_cut(given: Damaged) -> Expected:
    """As in a broken download: a workbook is refused, a table gives its whole rows, or says that its end is open."""
    table = given.choose()
    share = given.draw.random()
    table.cut = lambda content: content[: max(int(len(content) * share), 1)]
    if not table.is_text:
        return given.refused
    whole = table.whole()
    left, rows = table.cut(whole), whole.split(b"\r\n")
    kept = (
        left.count(b"\r\n")
        + (left.rpartition(b"\r\n")[2].rstrip(b"\r") in rows[left.count(b"\r\n") : left.count(b"\r\n") + 1])
        - 1
    )
    if given.kind(table) == "records":
        one = given.given(table)
        assert one is not None
        expected = given.figures(table, one.records[: max(kept, 0)])
    elif given.kind(table) == "actual":
        lost = [
            code
            for code, own in given.of.folder.given.items()
            if own[0].file == table.name and own[0].actual is not None and own[0].actual.row - 1 > kept
        ]
        expected = Expected({**given.of.figures, **dict.fromkeys(lost)})
    else:
        expected = given.same
    return attrs.evolve(expected, only=False, named=(given.place, OPEN_END))


def file_emptied(given: Damaged) -> Expected:
    """Nothing is in it."""
    given.choose().cut = lambda _: b""
    return given.refused


def encoding_changed(given: Damaged) -> Expected:
    """The same text, or refused."""
    table = given.choose()
    if not table.is_text:
        raise UnfitError
    table.encoding = given.draw.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp500"))
    return given.same


def separator_changed(given: Damaged) -> Expected:
    """As another program writes it, or by search and replace."""
    table = given.choose()
    if not table.is_text:
        raise UnfitError
    if given.draw.random() < 0.5:
        table.separator = given.draw.choice((",", ";", "\t", "|"))
    else:
        new = given.draw.choice((b",", b"\t", b"|", b";;"))
        table.cut = lambda content: content.replace(table.separator.encode(), new)
    return given.same


def line_ends_changed(given: Damaged) -> Expected:
    """They mean nothing."""
    table = given.choose()
    if not table.is_text:
        raise UnfitError
    new = given.draw.choice((b"\n", b"\r", b"\r\n\r\n"))
    table.cut = lambda content: content.replace(b"\r\n", new)
    return given.harmless if given.kind(table) != "report" else given.same


def quote_lost(given: Damaged) -> Expected:
    """It swallows rows, or belongs to no cell."""
    table = given.choose()
    if not table.is_text:
        raise UnfitError
    at = given.draw.random()
    table.cut = lambda content: content[: int(len(content) * at)] + b'"' + content[int(len(content) * at) :]
    return given.same


def ending_wrong(given: Damaged) -> Expected:
    """What a file is called does not make it one."""
    table = given.choose()
    content = table.whole()
    ending = given.draw.choice((".xlsx" if table.is_text else ".csv", ".xls", ".ods"))
    table.name = given.place = str(Path(table.name).with_suffix(ending))
    table.cut = lambda _: content
    return given.refused


def file_renamed(given: Damaged) -> Expected:
    """A file is known by its headings."""
    table = given.choose()
    name = given.draw.choice(("data", "REKAP akhir (1)", "tw 1-4", "é"))
    table.name = given.place = f"{name}{Path(table.name).suffix}"
    return given.harmless


def file_copied(given: Damaged) -> Expected:
    """A copy of records would count twice; one of realisations says the same."""
    table = given.choose()
    given.tables.append(attrs.evolve(table, name=f"Salinan {table.name}"))
    return given.harmless if given.kind(table) == "actual" else given.refused


def file_split(given: Damaged) -> Expected:
    """Files of one form are read together."""
    table, sheet, records = given.form()
    at = given.draw.randrange(1, len(records) + 1)
    other = attrs.evolve(
        table, name=f"lanjutan-{table.name}", sheets=[attrs.evolve(sheet, rows=[sheet.rows[0], *sheet.rows[at:]])]
    )
    if at == 1 or at > len(records):
        raise UnfitError
    del sheet.rows[at:]
    given.tables.append(other)
    return given.harmless


def files_beside(given: Damaged) -> Expected:
    """What is no table is named."""
    given.tables.append(Table("surat.pdf", [], cut=lambda _: b"%PDF"))
    given.tables.append(Table("foto kegiatan.JPG", [], cut=lambda _: b"x"))
    return attrs.evolve(given.harmless, always=("surat.pdf", "foto kegiatan.JPG"))


def _book(given: Damaged, kind: str = "records") -> tuple[Table, Sheet]:
    table = given.choose(kind)
    if table.is_text:
        raise UnfitError
    return table, given.sheet(table)


def sheet_hidden(given: Damaged) -> Expected:
    """It counts, and that is said."""
    table, sheet = _book(given, given.draw.choice(("records", "report", "actual")))
    table.sheets.insert(0, Sheet("petunjuk ", [["Formulir"]])) if len(table.sheets) == 1 else None
    table.sheets.sort(key=lambda one: one is sheet)
    sheet.hidden = True
    return attrs.evolve(given.harmless, always=("tersembunyi, dan ikut dihitung",))


def rows_hidden(given: Damaged) -> Expected:
    """They count, and that is said."""
    _, sheet = _book(given)
    sheet.hidden_rows = frozenset(given.draw.sample(range(1, len(sheet.rows)), 1))
    return attrs.evolve(given.harmless, always=("1 baris", "tersembunyi atau tersaring"))


def sheet_renamed(given: Damaged) -> Expected:
    """A sheet is known by its headings."""
    _, sheet = _book(given, given.draw.choice(("records", "report", "actual")))
    if sheet.name == "petunjuk":
        raise UnfitError
    sheet.name = given.draw.choice(("Sheet1", "TW IV", "2023", "Isian (2)"))
    return given.harmless


def sheet_of_notes(given: Damaged) -> Expected:
    """What is nothing known is named."""
    table, _ = _book(given, given.draw.choice(("records", "report", "actual")))
    rows: list[list[Any]] = [
        ["Rekapitulasi"],
        ["Catatan", "Nilai"],
        *[[f"baris {row}", row * 1.5] for row in range(given.draw.randrange(4))],
    ]
    table.sheets.insert(given.draw.randrange(2), Sheet("Rekap", rows, hidden=False))
    return attrs.evolve(given.harmless, always=("Rekap",))


def sheet_goes_on(given: Damaged) -> Expected:
    """Rows without headings are refused, or their sheet is named."""
    table, sheet = _book(given)
    at = given.draw.randrange(1, len(sheet.rows))
    table.sheets.append(Sheet("Sheet2", sheet.rows[at:]))
    del sheet.rows[at:]
    return attrs.evolve(given.same, named=("Sheet2",))


def sheet_split(given: Damaged) -> Expected:
    """Sheets of one form are read together."""
    table, sheet = _book(given)
    at = given.draw.randrange(1, len(sheet.rows))
    table.sheets.append(Sheet("Sheet2", [sheet.rows[0], *sheet.rows[at:]]))
    del sheet.rows[at:]
    return given.harmless


def sheet_copied(given: Damaged) -> Expected:
    """As a file."""
    table, sheet = _book(given, given.draw.choice(("records", "report", "actual")))
    table.sheets.append(attrs.evolve(sheet, name="Salinan"))
    return given.harmless if given.kind(table) == "actual" else given.refused


def cells_merged(given: Damaged) -> Expected:
    """Only one of them holds the value."""
    _, sheet = _book(given)
    if len(sheet.rows) < 3:
        raise UnfitError
    row, column = given.draw.randrange(1, len(sheet.rows) - 1), given.draw.randrange(len(sheet.rows[0]))
    sheet.merged = (row, column, row + 1, column)
    for number in (row, row + 1):
        if column < len(sheet.rows[number]):
            sheet.rows[number][column] = ""
    return given.refused


def report_damaged(given: Damaged) -> Expected:
    """Change one cell, row or column of an export: it adds up, or it does not."""
    table = given.choose("report")
    sheet = given.sheet(table)
    number = given.draw.randrange(len(sheet.rows))
    row = sheet.rows[number]
    match given.draw.randrange(6):
        case 0:
            del sheet.rows[number]
        case 1:
            sheet.rows.insert(number, [*row])
        case 2:
            other = given.draw.randrange(len(sheet.rows))
            sheet.rows[number], sheet.rows[other] = sheet.rows[other], row
        case 3:
            filled = [place for place, cell in enumerate(row) if cell != ""]
            if not filled:
                raise UnfitError
            row[given.draw.choice(filled)] = given.draw.choice(("", "x", "0", 0.0, 1.0, "1.000", "-"))
        case 4:
            one, two = (given.draw.randrange(len(row)) for _ in range(2))
            for cells in sheet.rows:
                cells.extend([""] * (len(row) - len(cells)))
                cells[one], cells[two] = cells[two], cells[one]
        case _:
            sheet.rows = sheet.rows[:number]
    # The head tells what the report covers, and every figure is shown with it.
    return attrs.evolve(given.same, named=(f"{given.place}: GLP039 basis",) if number < 9 else ("SISA ANGGARAN",))


KINDS: tuple[Callable[[Damaged], Expected], ...] = (
    row_removed,
    row_doubled,
    rows_shuffled,
    rows_apart,
    title_above,
    totals_below,
    signature_below,
    cell_wrong,
    cell_unknown,
    number_rewritten,
    actual_rewritten,
    actual_scaled,
    date_rewritten,
    column_moved,
    column_removed,
    column_doubled,
    heading_misspelt,
    heading_dressed,
    file_cut,
    file_emptied,
    encoding_changed,
    separator_changed,
    line_ends_changed,
    quote_lost,
    ending_wrong,
    file_renamed,
    file_copied,
    file_split,
    files_beside,
    sheet_hidden,
    rows_hidden,
    sheet_renamed,
    sheet_of_notes,
    sheet_goes_on,
    sheet_split,
    sheet_copied,
    cells_merged,
    report_damaged,
)
