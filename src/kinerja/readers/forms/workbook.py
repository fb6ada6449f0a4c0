"""Forms as Excel workbooks: one for each, with a sheet to fill in and a guide, or one for all of them."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import MissingExtraError
from kinerja.readers import messages as say
from kinerja.readers.forms.content import ACTUALS, HOW, HOW_RECORDS, SHEET, Form, actuals_table, forms_of, sheets_of
from kinerja.readers.sheets import StrPath, refusal
from kinerja.readers.tables.headings import FORM_OF, GUIDE, MADE_FOR
from kinerja.records import Field, FieldType, Period, as_period

if TYPE_CHECKING:
    from kinerja.decrees import Entry

_EXTRA = "excel"
_LAST_ROW = 5000  # as far as drop-down lists and checks go; more rows are read all the same
_UNIT = "unit"  # the folder says it where the form does not
_A4 = 9
_HUGE = 10**15
_RANGES = "Angka, desimal dengan koma, atau rentang: 80-90. Rentang yang menjadi tanggal, seperti 7-8: tulis 7 s.d. 8."
_YES_NO = {True: "ya", False: "tidak"}

_KINDS = {
    FieldType.TEXT: ("@", 26, "Teks."),  # text keeps the zeros in front of a number
    FieldType.DATE: ("dd/mm/yyyy", 16, "Tanggal lengkap, misalnya 03/02/2023 (hari dahulu)."),
    FieldType.NUMBER: ("General", 16, "Angka; desimal dengan koma."),
    FieldType.RUPIAH: ("#,##0", 20, "Angka rupiah, tanpa Rp."),
    FieldType.YEAR: ("0", 10, "Tahun, misalnya 2023."),
    FieldType.FLAG: ("@", 14, "ya atau tidak."),
    FieldType.ACCOUNT: ("@", 12, "Enam angka, misalnya 521211."),
}
"""How each kind is written, how wide its column is, and what may be written in it."""
_WIDEST = 46
_BETWEEN = {"validate": "decimal", "criteria": "between", "minimum": -_HUGE, "maximum": _HUGE}
_CHECKS: dict[FieldType, dict[str, Any]] = {
    FieldType.DATE: {
        "validate": "date",
        "criteria": "between",
        "minimum": dt.date(1900, 3, 1),  # Excel counts a 29 February 1900 that there was not
        "maximum": dt.date(2200, 12, 31),
    },
    FieldType.NUMBER: _BETWEEN,
    FieldType.RUPIAH: _BETWEEN,
    FieldType.YEAR: {"validate": "integer", "criteria": "between", "minimum": 1900, "maximum": 2200},
    FieldType.FLAG: {"validate": "list", "source": list(_YES_NO.values())},
    FieldType.ACCOUNT: {"validate": "length", "criteria": "==", "value": 6},
}
_HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
_NEEDED, _OPTIONAL = {**_HEAD, "bg_color": "#BDD7EE"}, {**_HEAD, "bg_color": "#EDEDED"}
_LINED = {"border": 1, "border_color": "#BFBFBF"}
_BOLD, _WRAPPED = {"bold": True, "valign": "top"}, {"text_wrap": True, "valign": "top"}
_GUIDE_HEADINGS = {"Lembar": 18, "Kolom": 24, "Apa yang diisi": 62, "Wajib": 8, "Yang boleh diisi": 46}
"""What the guide says of each column of a form, and how wide that is; of one sheet alone without the first."""
_EVERY_FORM = "semua formulir"
_LINE, _TO_WRITE_ON = 15, 24  # points
_FOOTER = 200  # a footer holds 255 signs


def write_forms(
    path: StrPath, entries: Mapping[str, Entry], *, period: int | str | Period, unit: str = ""
) -> list[Path]:
    """Write an empty form for every class of records that indicators are measured from, and return the paths.

    Into one workbook where the path ends in `.xlsx`, a worksheet for each form; else into a folder, a workbook for
    each. A sheet is filled in: headings with notes, lists to choose from, date formats. The last, `petunjuk`, says
    for each column what belongs there. `kinerja.readers.read_rows` reads a form back. Two more are of the unit: its
    name, settings and cap in `unit`, its own targets of the year and of each quarter, or semester, in `target`. The
    table `realisasi`, in a folder a CSV file, takes the realisations that were measured elsewhere.
    `kinerja.readers.read_folder` reads all.
    There is no form of records that say nothing of the period, such as those of a year where it is a quarter.

    Args:
        path: where to; a folder is made if it is not there.
        entries: code -> the decree's entry, such as a Catalogue.
        period: what the forms are for; see `kinerja.records.as_period`.
        unit: the name that stands in the form of the unit already.

    Raises:
        RecordsError: if one of the files is there already, or cannot be written; nothing is overwritten.
        PeriodError: for a period that does not exist.
        TargetError: for a year that the entries' decree does not cover; nothing is written.
        MissingExtraError: if XlsxWriter is not installed.
    """
    when, target = as_period(period), Path(path)
    for entry in entries.values():
        entry.covered(when)
    if target.suffix.casefold() == ".xlsx":
        folder, books, tables = target.parent, {target: sheets_of(entries, when, unit)}, list[Path]()
    else:
        folder, books = target, {target / name: {SHEET: form} for name, form in forms_of(entries, when, unit)}
        tables = [target / f"{ACTUALS}.csv"]
    existing = [one.name for one in (*books, *tables) if one.exists()]
    if existing:
        raise refusal(say.FORMS_THERE, str(folder), names=existing)
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - optional, and only forms need it
    except ImportError:
        raise MissingExtraError.of(_EXTRA) from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, forms in books.items():
            with xlsxwriter.Workbook(str(file)) as book:
                _Writer(book=book, forms=forms, period=when).write()
        for table in tables:
            table.write_text(actuals_table(entries, when), encoding="utf-8-sig", newline="\r\n")  # as Excel reads it
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        why = error if isinstance(error, OSError) else error.args[0]  # XlsxWriter wraps what the system says
        raise refusal(say.FORMS_UNWRITABLE, str(target), why=why) from None
    return [*books, *tables]


@attrs.frozen(kw_only=True)
class _Writer:
    """One workbook while it is written: the forms by the names of their sheets."""

    book: Any
    forms: Mapping[str, Form]
    period: Period

    def write(self) -> None:
        """Write the sheets, and the guide behind them."""
        self.book.set_properties({"title": self._title()})
        for name, form in self.forms.items():
            self._write_sheet(self.book.add_worksheet(name), form)
        self._write_guide(self.book.add_worksheet(GUIDE))

    def _title(self) -> str:
        if len(self.forms) > 1:
            return f"Formulir data dukung {self.period}"
        return "; ".join(title for form in self.forms.values() for title in form.titles)

    def _write_sheet(self, sheet: Any, form: Form) -> None:
        head = {True: self.book.add_format(_NEEDED), False: self.book.add_format(_OPTIONAL)}
        _print_across(sheet, "; ".join(form.titles))
        sheet.hide_gridlines(0)  # they are printed too
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, 32)
        for column, field in enumerate(form.fields):
            filled = [len(str(row[column])) for row in form.rows if column < len(row) and row[column] != ""]
            shown, own, _ = _KINDS[field.kind]
            width = max(own if not filled else 0, len(field.heading) + 4, *filled)
            sheet.set_column(column, column, min(width, _WIDEST), self.book.add_format({"num_format": shown}))
            ruled = self.book.add_format({"num_format": shown, **_LINED})
            for line in range(1, (len(form.rows) or form.ruled) + 1):
                sheet.write_blank(line, column, None, ruled)
            sheet.write_string(0, column, field.heading, head[_is_needed(field)])
            sheet.write_comment(0, column, f"{field.note}\n{_allowed(form, field)}", {"x_scale": 2})
            if check := _check(form, field):
                sheet.data_validation(1, column, _LAST_ROW, column, check)
        for line in range(1, 0 if form.rows else form.ruled + 1):
            sheet.set_row(line, _TO_WRITE_ON)
        filled_in = self.book.add_format({**_WRAPPED, **_LINED})
        for number, row in enumerate(form.rows, 1):
            sheet.set_row(number, _LINE * max(len(textwrap.wrap(str(content), _WIDEST)) for content in row))
            for column, content in enumerate(row):
                if content != "":  # a blank cell keeps the format of its column
                    sheet.write_string(number, column, str(content), filled_in)

    def _write_guide(self, sheet: Any) -> None:
        _print_across(sheet, self._title())
        headings = dict([*_GUIDE_HEADINGS.items()][len(self.forms) == 1 :])
        widths = [*headings.values()]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        bold, text, head = map(self.book.add_format, (_BOLD, _WRAPPED, _NEEDED))
        about, columns = [*self._about()], [tuple(headings), *self._columns()]
        choices = [pair for form in self.forms.values() for pair in form.choices]
        after = len(about) + len(columns) + 2
        for row, (name, content) in [*enumerate(about), *enumerate(choices, after)]:
            sheet.set_row(row, _LINE * _lines([content], [sum(widths[1:])]))
            is_head = name == FORM_OF and len(self.forms) > 1
            sheet.write_string(row, 0, name, head if is_head else bold)
            sheet.merge_range(row, 1, row, len(widths) - 1, content, head if is_head else text)
        named = [*headings].index("Kolom")
        for row, line in enumerate(columns, len(about) + 1):
            sheet.set_row(row, _LINE * _lines(line, widths))
            for column, content in enumerate(line):
                is_head = line is columns[0]
                sheet.write_string(row, column, content, head if is_head else bold if column == named else text)

    def _about(self) -> Iterator[tuple[str, str]]:
        """Give what the guide says before it names the columns; of several forms once what is the same of them."""
        if len(self.forms) == 1:
            (form,) = self.forms.values()
            yield from [*form.about, (HOW, form.how)]
            return
        yield MADE_FOR, str(self.period)
        yield HOW, HOW_RECORDS
        for name, form in self.forms.items():
            if form.how == HOW_RECORDS:
                yield from (pair for pair in form.about if pair[0] != MADE_FOR)
            else:
                yield name, form.how

    def _columns(self) -> list[tuple[str, ...]]:
        """Return what the guide says of each column; of one that is alike in several sheets once, with their codes."""
        every = {_mark(name) for name, form in self.forms.items() if form.how == HOW_RECORDS}
        sheets: dict[tuple[str, ...], dict[str, None]] = {}
        for name, form in self.forms.items():
            for field in form.fields:
                line = (field.heading, field.note, _YES_NO[_is_needed(field)], _allowed(form, field))
                sheets.setdefault(line, {})[_mark(name)] = None
        if len(self.forms) == 1:
            return [*sheets]
        return [
            (_EVERY_FORM if len(every) > 1 and every == {*marks} else ", ".join(marks), *line)
            for line, marks in sheets.items()
        ]


def _mark(name: str) -> str:
    """Return the code that the name of a sheet begins with."""
    return name.partition(" ")[0]


def _allowed(form: Form, field: Field) -> str:
    if form.ranges and field.kind is FieldType.NUMBER:
        return _RANGES
    return f"Salah satu: {', '.join(field.options)}." if field.options else _KINDS[field.kind][2]


def _check(form: Form, field: Field) -> dict[str, Any]:
    if form.ranges and field.kind is FieldType.NUMBER:
        return {}
    check = {"validate": "list", "source": list(field.options)} if field.options else _CHECKS.get(field.kind, {})
    return check and {**check, "error_title": field.heading[:32], "error_message": _allowed(form, field)[:255]}


def _print_across(sheet: Any, title: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    printed = title.replace("&", "&&")
    sheet.set_footer(f"&L{printed[:_FOOTER]}&R&P/&N")


def _is_needed(field: Field) -> bool:
    return field.needed and field.name != _UNIT


def _lines(contents: Iterable[str], widths: Sequence[int]) -> int:
    """Count the lines of the longest cell: not every program fits the height of a row by itself."""
    pairs = zip(contents, widths, strict=True)
    return max(len(textwrap.wrap(content, width)) or 1 for content, width in pairs)
