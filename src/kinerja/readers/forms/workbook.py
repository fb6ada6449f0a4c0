"""Forms as Excel workbooks, each with a sheet to fill in and a guide."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import MissingExtraError
from kinerja.readers import messages as say
from kinerja.readers.forms.content import ACTUALS, SHEET, Form, actuals_table, forms_of
from kinerja.readers.sheets import StrPath, refusal
from kinerja.readers.tables.headings import GUIDE
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
_GUIDE_HEADINGS = ("Kolom", "Apa yang diisi", "Wajib", "Yang boleh diisi")
_GUIDE_WIDTHS = (24, 62, 8, 46)
_ACROSS = sum(_GUIDE_WIDTHS[1:])
_LINE, _TO_WRITE_ON = 15, 24  # points
_FOOTER = 200  # a footer holds 255 signs


def write_forms(
    folder: StrPath, entries: Mapping[str, Entry], *, period: int | str | Period, unit: str = ""
) -> list[Path]:
    """Write an empty form for every class of records that indicators are measured from, and return the paths.

    The first sheet is filled in: headings with notes, lists to choose from, date formats. The second, `petunjuk`,
    says for each column what belongs there. `kinerja.readers.read_rows` reads it back. Two more are of the unit: its
    name, settings and cap in `unit.xlsx`, its own targets of the year and of each quarter, or semester, in
    `target.xlsx`. The table `realisasi.csv` takes the realisations that were measured elsewhere.
    `kinerja.readers.read_folder` reads all.
    There is no form of records that say nothing of the period, such as those of a year where it is a quarter.

    Args:
        folder: where to; it is made if it is not there.
        entries: code -> the decree's entry, such as a Catalogue.
        period: what the forms are for; see `kinerja.records.as_period`.
        unit: the name that stands in `unit.xlsx` already.

    Raises:
        RecordsError: if one of the forms is there already, or the folder cannot be written to; nothing is overwritten.
        PeriodError: for a period that does not exist.
        TargetError: for a year that the entries' decree does not cover; nothing is written.
        MissingExtraError: if XlsxWriter is not installed.
    """
    when, target = as_period(period), Path(folder)
    for entry in entries.values():
        entry.covered(when)
    forms = {target / name: form for name, form in forms_of(entries, when, unit)}
    table = target / ACTUALS
    existing = [path.name for path in (*forms, table) if path.exists()]
    if existing:
        raise refusal(say.FORMS_THERE, str(target), names=existing)
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - optional, and only forms need it
    except ImportError:
        raise MissingExtraError.of(_EXTRA) from None
    try:
        target.mkdir(parents=True, exist_ok=True)
        for path, form in forms.items():
            with xlsxwriter.Workbook(str(path)) as book:
                _Writer(book=book, form=form).write()
        table.write_text(actuals_table(entries, when), encoding="utf-8-sig", newline="\r\n")  # as Excel reads it
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        why = error if isinstance(error, OSError) else error.args[0]  # XlsxWriter wraps what the system says
        raise refusal(say.FORMS_UNWRITABLE, str(target), why=why) from None
    return [*forms, table]


@attrs.frozen(kw_only=True)
class _Writer:
    """One workbook while it is written."""

    book: Any
    form: Form

    def write(self) -> None:
        """Write both sheets."""
        self.book.set_properties({"title": "; ".join(self.form.titles)})
        self._write_sheet(self.book.add_worksheet(SHEET))
        self._write_guide(self.book.add_worksheet(GUIDE))

    def _write_sheet(self, sheet: Any) -> None:
        head = {True: self.book.add_format(_NEEDED), False: self.book.add_format(_OPTIONAL)}
        self._print_across(sheet)
        sheet.hide_gridlines(0)  # they are printed too
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, 32)
        for column, field in enumerate(self.form.fields):
            filled = [len(str(row[column])) for row in self.form.rows if column < len(row) and row[column] != ""]
            form, own, _ = _KINDS[field.kind]
            width = max(own if not filled else 0, len(field.heading) + 4, *filled)
            shown = {"num_format": form}
            sheet.set_column(column, column, min(width, _WIDEST), self.book.add_format(shown))
            ruled = self.book.add_format({**shown, **_LINED})
            for line in range(1, (len(self.form.rows) or self.form.ruled) + 1):
                sheet.write_blank(line, column, None, ruled)
            sheet.write_string(0, column, field.heading, head[_is_needed(field)])
            sheet.write_comment(0, column, f"{field.note}\n{self._allowed(field)}", {"x_scale": 2})
            if check := self._check(field):
                sheet.data_validation(1, column, _LAST_ROW, column, check)
        for line in range(1, 0 if self.form.rows else self.form.ruled + 1):
            sheet.set_row(line, _TO_WRITE_ON)
        filled_in = self.book.add_format({**_WRAPPED, **_LINED})
        for number, row in enumerate(self.form.rows, 1):
            sheet.set_row(number, _LINE * max(len(textwrap.wrap(str(content), _WIDEST)) for content in row))
            for column, content in enumerate(row):
                if content != "":  # a blank cell keeps the format of its column
                    sheet.write_string(number, column, str(content), filled_in)

    def _write_guide(self, sheet: Any) -> None:
        self._print_across(sheet)
        for column, width in enumerate(_GUIDE_WIDTHS):
            sheet.set_column(column, column, width)
        bold, text, head = map(self.book.add_format, (_BOLD, _WRAPPED, _NEEDED))
        after = len(self.form.about) + len(self.form.fields) + 3
        for row, (name, content) in [*enumerate(self.form.about), *enumerate(self.form.choices, after)]:
            sheet.set_row(row, _LINE * _lines([content], [_ACROSS]))
            sheet.write_string(row, 0, name, bold)
            sheet.merge_range(row, 1, row, len(_GUIDE_WIDTHS) - 1, content, text)
        columns = [
            (field.heading, field.note, _YES_NO[_is_needed(field)], self._allowed(field)) for field in self.form.fields
        ]
        for row, line in enumerate([_GUIDE_HEADINGS, *columns], len(self.form.about) + 1):
            is_head = line is _GUIDE_HEADINGS
            sheet.set_row(row, _LINE * _lines(line, _GUIDE_WIDTHS))
            for column, content in enumerate(line):
                sheet.write_string(row, column, content, head if is_head else text if column else bold)

    def _allowed(self, field: Field) -> str:
        if self.form.ranges and field.kind is FieldType.NUMBER:
            return _RANGES
        return f"Salah satu: {', '.join(field.options)}." if field.options else _KINDS[field.kind][2]

    def _check(self, field: Field) -> dict[str, Any]:
        if self.form.ranges and field.kind is FieldType.NUMBER:
            return {}
        check = {"validate": "list", "source": list(field.options)} if field.options else _CHECKS.get(field.kind, {})
        return check and {**check, "error_title": field.heading[:32], "error_message": self._allowed(field)[:255]}

    def _print_across(self, sheet: Any) -> None:
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        title = "; ".join(self.form.titles).replace("&", "&&")
        sheet.set_footer(f"&L{title[:_FOOTER]}&R&P/&N")


def _is_needed(field: Field) -> bool:
    return field.needed and field.name != _UNIT


def _lines(contents: Iterable[str], widths: Sequence[int]) -> int:
    """Count the lines of the longest cell: not every program fits the height of a row by itself."""
    pairs = zip(contents, widths, strict=True)
    return max(len(textwrap.wrap(content, width)) or 1 for content, width in pairs)
