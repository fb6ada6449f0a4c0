"""A decree as an Excel workbook: lists to choose from, a note on each heading, and a sheet that says how it is made."""

from __future__ import annotations

import io
import itertools
import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import MissingExtraError
from kinerja.measurement import PERCENT
from kinerja.readers import messages as say
from kinerja.readers.catalogues.beside import Block, chosen_from, letter, shown_beside
from kinerja.readers.catalogues.cells import Kind
from kinerja.readers.catalogues.columns import DECREE, SHEETS, Column
from kinerja.readers.sheets import refusal
from kinerja.readers.tables import GUIDE

if TYPE_CHECKING:
    from kinerja.readers.catalogues.cells import Written
    from kinerja.readers.catalogues.layout import Head, Laid

_EXTRA = "excel"
EXAMPLES, LISTS = "contoh", "daftar"
"""The sheets that show an example of each formula, and what may be chosen."""

LINE, CONTENT, REMARK = "isian", "isi", "keterangan"
"""The headings of a sheet of lines."""

_LONGEST = 32_767  # signs in a cell of Excel
_LAST_ROW = 2000  # as far as lists go; more rows are read all the same
_ROWS_TOLD = 60  # as far as names stand beside codes that are still to be chosen
_A4, _LINE_HEIGHT, _MOST_LINES, _HEAD_HEIGHT = 9, 15, 10, 32
_WIDEST, _WIDEST_EXAMPLE = 100, 28
_SIGNS_OF_PAGE = 230
"""More columns than these make the print of a page too small to read."""
_TOP = {"valign": "top", "text_wrap": True}
_LINED = {**_TOP, "border": 1, "border_color": "#BFBFBF"}
_HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
_STYLES: dict[str, dict[str, Any]] = {
    "needed": {**_HEAD, "bg_color": "#BDD7EE"},
    "optional": {**_HEAD, "bg_color": "#EDEDED"},
    "unread": {**_HEAD, "bg_color": "#FFFFFF", "font_color": "#7F7F7F"},
    "lacking": {"bg_color": "#FFF2CC"},
    "text": {**_LINED, "num_format": 49},  # Excel's own number of the format of texts
    "number": {**_LINED, "num_format": "General"},
    "years": {**_LINED, "num_format": "0", "align": "left"},
    "day": {**_LINED, "num_format": "dd/mm/yyyy", "align": "left"},
    "grey": {**_LINED, "font_color": "#7F7F7F"},
    "title": {"bold": True, "font_size": 14},
    "subtitle": {"bold": True, "font_size": 12},
    "plain": _TOP,
    "name": {**_TOP, "bold": True},
}
_STEPS = (
    "Isi lembar keputusan, sasaran, indikator, lalu target; variabel hanya untuk rasio dan pertumbuhan.",
    "Kolom biru diisi, abu-abu boleh kosong, putih terisi sendiri. Sel kuning: belum diisi. Penjelasan ada di judul.",
    "Desimal ditulis dengan koma, misalnya 47,25. Judul kolom dan nama lembar jangan diubah, sel jangan digabung.",
    f"Lembar {EXAMPLES} berisi satu contoh untuk tiap rumus; barisnya boleh disalin ke lembarnya.",
    "Buat formulirnya: di kinerja.html, atau kinerja template isian.xlsx --period TAHUN --catalogue BERKAS.",
    "Isi, lalu hitung: di kinerja.html, atau kinerja score isian.xlsx --period TAHUN --catalogue BERKAS.",
)
_FORMULAS_SAY = {
    "jumlah": "Banyaknya kejadian dalam periode, misalnya perusahaan yang dilayani; satu baris dihitung satu.",
    "rasio": "Pembilang dibagi penyebut, dikali 100 kecuali dinyatakan lain, misalnya layanan tepat waktu.",
    "rata-rata": "Rata-rata nilai semua kasus, misalnya lama penerbitan sertifikat.",
    "pertumbuhan": "Kenaikan dalam persen dari masa yang sama tahun sebelumnya.",
    "selisih": "Yang dimiliki pada akhir periode dikurangi yang dimiliki pada akhir tahun sebelumnya.",
    "nilai": "Nilai yang diberikan pihak luar untuk setahun, misalnya SAKIP.",
    "indeks tertimbang": "Nilai unsur menurut bobotnya dikurangi pengurang, misalnya IKM atau IKPA.",
}


def write_book(laid: Sequence[Laid], examples: Sequence[Laid] = ()) -> bytes:
    """Return the content of a workbook of these sheets, with examples that are not read.

    Raises:
        RecordsError: for a text that is longer than a cell can hold.
        MissingExtraError: if XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - optional, and only workbooks need it
    except ImportError:
        raise MissingExtraError.of(_EXTRA) from None
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        _Book(book=book, styles={name: book.add_format(style) for name, style in _STYLES.items()}).write(laid, examples)
    return stream.getvalue()


@attrs.frozen(kw_only=True)
class _Book:
    """A workbook while it is written."""

    book: Any
    styles: dict[str, Any]
    blocks: dict[str, list[Block]] = attrs.field(factory=dict)

    def write(self, laid: Sequence[Laid], examples: Sequence[Laid]) -> None:
        """Write the guide, the sheets, the examples, and what may be chosen."""
        self._write_guide(self._sheet(GUIDE), laid, with_examples=bool(examples))
        for name, one in ((one.sheet.name, one) for one in laid):
            self.blocks[name] = [Block(laid=one, sheet=name, first=2, last=_LAST_ROW)]
        for one in laid:
            sheet = self._sheet(one.sheet.name)
            if one.sheet.lines:
                self._write_lines(sheet, one)
            else:
                self._write_rows(sheet, one)
        self.book.worksheets()[1].activate()  # whoever needs the guide finds it before that
        if examples:
            self._write_examples(self._sheet(EXAMPLES), examples)
        self._write_lists(self._sheet(LISTS))

    def _sheet(self, name: str) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&F, &A&R&P/&N")
        return sheet

    def _write_lines(self, sheet: Any, laid: Laid) -> None:
        for place, (heading, width) in enumerate(((LINE, 22), (CONTENT, 90), (REMARK, 60))):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, heading, self.styles["unread" if heading == REMARK else "needed"])
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        filled = {head.column for row in laid.rows for head in row}
        lines: list[tuple[Head, Written]] = [pair for row in laid.rows for pair in row.items()]
        lines += [(head, "") for head in laid.heads if head.column not in filled]
        order = {column: place for place, column in enumerate(laid.sheet.columns)}
        for number, (head, cell) in enumerate(sorted(lines, key=lambda line: order[line[0].column]), 1):
            name = head.heading
            sheet.write_string(number, 0, name, self.styles["needed" if head.column.needed else "optional"])
            self._write(sheet, number, 1, cell, head.column)
            sheet.write_string(number, 2, head.column.note, self.styles["grey"])
            sheet.set_row(number, _height([(str(cell), 90), (head.column.note, 60)]))

    def _write_rows(self, sheet: Any, laid: Laid) -> None:
        self._write_headings(sheet, 0, laid.heads)
        first = 1 + any(head.column.path == ("label",) or head.column.shows for head in laid.heads[1:2])
        sheet.freeze_panes(1, first)
        sheet.repeat_rows(0)
        pages = math.ceil(sum(map(_width, laid.heads)) / _SIGNS_OF_PAGE)
        if pages > 1:
            sheet.fit_to_pages(pages, 0)
            sheet.repeat_columns(0, first - 1)
        for place, head in enumerate(laid.heads):
            sheet.set_column(place, place, _width(head), self.styles[_style(head.column)])
            sheet.write_comment(0, place, _note(head), {"x_scale": 2, "y_scale": 1.2})
        self._check_cells(sheet, laid.heads, 1, _LAST_ROW)
        for number, row in enumerate(laid.rows, 1):
            self._write_row(sheet, number, laid, row)
        for number in range(len(laid.rows) + 1, _ROWS_TOLD):
            self._show_beside(sheet, number, laid, {})

    def _check_cells(self, sheet: Any, heads: Sequence[Head], first: int, last: int) -> None:
        """Offer lists, ask again for a target that is perhaps a share, and mark what a row that is begun lacks."""
        for place, head in enumerate(heads):
            check = _check(head.column)
            if head.column.kind is Kind.TARGET:
                check = _check_of_share(heads, place, first + 1)
            if check:
                sheet.data_validation(first, place, last, place, check)
            if place and _is_asked(head):
                lacks = f'=AND($A{first + 1}<>"",{letter(place)}{first + 1}="")'
                mark = {"type": "formula", "criteria": lacks, "format": self.styles["lacking"]}
                sheet.conditional_format(first, place, last, place, mark)
        for place, criteria in _without_target(heads, first + 1):
            mark = {"type": "formula", "criteria": criteria, "format": self.styles["lacking"]}
            sheet.conditional_format(first, place, last, place, mark)

    def _write_headings(self, sheet: Any, number: int, heads: Iterable[Head]) -> None:
        sheet.set_row(number, _HEAD_HEIGHT)
        for place, head in enumerate(heads):
            style = "unread" if head.column.shows else "needed" if _is_asked(head) else "optional"
            sheet.write_string(number, place, head.heading, self.styles[style])

    def _write_row(
        self, sheet: Any, number: int, laid: Laid, row: Mapping[Head, Written], widest: int = _WIDEST
    ) -> None:
        for place, head in enumerate(laid.heads):
            if not head.column.shows:
                self._write(sheet, number, place, row.get(head, ""), head.column)
        told = {**row, **self._show_beside(sheet, number, laid, row)}
        sheet.set_row(number, _height([(str(cell), min(_width(head), widest)) for head, cell in told.items()]))

    def _show_beside(self, sheet: Any, number: int, laid: Laid, row: Mapping[Head, Written]) -> dict[Head, str]:
        """Let formulas show what stands beside the code of a row, and return what they show."""
        told: dict[Head, str] = {}
        for place, head in enumerate(laid.heads):
            if head.column.shows:
                formula, told[head] = shown_beside(laid.heads, head, row, number + 1, self.blocks)
                sheet.write_formula(number, place, formula, self.styles["grey"], told[head])
        return told

    def _write(self, sheet: Any, row: int, place: int, cell: Written, column: Column) -> None:
        style = self.styles[_style(column)]
        if isinstance(cell, float):
            sheet.write_number(row, place, cell, self.styles["years" if column.kind is Kind.YEARS else "number"])
        elif not isinstance(cell, str):
            sheet.write_datetime(row, place, cell, self.styles["day"])
        elif not cell:
            sheet.write_blank(row, place, None, style)
        elif len(cell) > _LONGEST:
            raise refusal(say.TEXT_TOO_LONG, column=column.heading, value=textwrap.shorten(cell, 60), limit=_LONGEST)
        else:
            sheet.write_string(row, place, cell, self.styles["text"] if style is self.styles["number"] else style)

    def _write_examples(self, sheet: Any, examples: Sequence[Laid]) -> None:
        """Write them in the columns of their sheets, so that a copied row fits."""
        sheet.write_string(0, 0, "Satu contoh untuk tiap rumus. Lembar ini tidak dibaca.", self.styles["title"])
        top = 2
        for laid in examples:
            last = top + 1 + len(laid.rows)
            self.blocks[laid.sheet.name] += [Block(laid=laid, sheet=EXAMPLES, first=top + 3, last=last + 1)]
            sheet.write_string(top, 0, f"Lembar {laid.sheet.name}", self.styles["subtitle"])
            self._write_headings(sheet, top + 1, laid.heads)
            for number, row in enumerate(laid.rows, top + 2):
                self._write_row(sheet, number, laid, row, _WIDEST_EXAMPLE)
            self._check_cells(sheet, laid.heads, top + 2, last)
            top = last + 2
        widths = (map(_width, laid.heads) for laid in examples)
        for place, of_column in enumerate(itertools.zip_longest(*widths, fillvalue=0)):
            sheet.set_column(place, place, min(max(of_column), _WIDEST_EXAMPLE))

    def _write_lists(self, sheet: Any) -> None:
        for place, (name, choices) in enumerate(_lists().items()):
            sheet.set_column(place, place, 28)
            sheet.write_string(0, place, name, self.styles["optional"])
            for number, choice in enumerate(choices, 1):
                sheet.write_string(number, place, choice, self.styles["plain"])

    def _write_guide(self, sheet: Any, laid: Sequence[Laid], *, with_examples: bool) -> None:
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 110)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, "Cara mengisi buku kerja ini", self.styles["title"])
        steps = [step for step in _STEPS if with_examples or EXAMPLES not in step]
        parts = [
            ("Langkah", [(str(number), step) for number, step in enumerate(steps, 1)]),
            ("Lembar", [(one.sheet.name, one.sheet.about) for one in laid]),
            ("Rumus", list(_FORMULAS_SAY.items())),
        ]
        top = 2
        for title, lines in parts:
            sheet.write_string(top, 0, title, self.styles["subtitle"])
            for number, (name, text) in enumerate(lines, top + 1):
                sheet.write_string(number, 0, name, self.styles["name"])
                sheet.write_string(number, 1, text, self.styles["plain"])
                sheet.set_row(number, _height([(text, 110)]))
            top += len(lines) + 2


def _is_asked(head: Head) -> bool:
    return (head.column.needed or head.column.expected) and not head.english


def _style(column: Column) -> str:
    if column.shows:
        return "grey"
    return {Kind.NUMBER: "number", Kind.BASELINE: "number", Kind.DAY: "day"}.get(column.kind, "text")


def _width(head: Head) -> int:
    return min(max(head.column.wide, 8), _WIDEST)


def _height(cells: Iterable[tuple[str, int]]) -> int:
    """Return the height of a row that shows its longest cell, or its first lines: not every program fits it itself."""
    lines = [
        sum(max(1, len(textwrap.wrap(line, width))) for line in text[: _MOST_LINES * width].splitlines() or [""])
        for text, width in cells
    ]
    return _LINE_HEIGHT * min(max(lines, default=1), _MOST_LINES)


def _note(head: Head) -> str:
    column = head.column
    if head.english:
        return f"{column.heading} dalam bahasa Inggris; kosongkan bila sama."
    allowed = f"\nSalah satu: {', '.join(column.words)}." if column.words and not column.suggested else ""
    return f"{column.note}{allowed}"


def _lists() -> dict[str, Sequence[str]]:
    """Return what may be chosen beside anything else, by the heading of its column."""
    columns = [column for sheet in SHEETS for column in sheet.columns if _is_list(column)]
    return {column.heading: [*column.words, *column.suggested] for column in columns}


def _is_list(column: Column) -> bool:
    return bool(column.suggested) and not chosen_from(column)


def _check(column: Column) -> dict[str, Any]:
    """Return the list that a column offers; other content is refused only where no other can be right."""
    told = {"error_title": column.heading[:32], "error_message": column.note[:255]}
    if column.kind is Kind.FLAG:
        return {"validate": "list", "source": ["ya", "tidak"], **told}
    if column.words and not column.suggested:
        return {"validate": "list", "source": list(column.words), **told}
    if not column.suggested:
        return {}
    codes = f"{chosen_from(column)}!$A$2"
    source = f"=OFFSET({codes},0,0,MAX(1,COUNTA({codes}:$A${_LAST_ROW})))"  # without the blank rows below
    if _is_list(column):
        lists = _lists()
        own = letter(list(lists).index(column.heading))
        source = f"={LISTS}!${own}$2:${own}${len(lists[column.heading]) + 1}"
    return {"validate": "list", "source": source, "show_error": False, **told}


def _check_of_share(heads: Sequence[Head], place: int, row: int) -> dict[str, Any]:
    """Ask again for a target in percent that is perhaps a share, also where Excel made one of `92,5%`.

    The cells are texts, which are above any number, and whose decimals no locale reads alike: their first signs tell.
    """
    unit = letter(next(place for place, head in enumerate(heads) if head.column.shows == "satuan"))
    cell = f"{letter(place)}{row}"
    return {
        "validate": "custom",
        "value": f'=NOT(AND(${unit}{row}="{PERCENT}",RIGHT({cell})<>"%",'
        f'OR({cell}&""="1",LEFT({cell},2)="0,",LEFT({cell},2)="0.")))',
        "error_type": "warning",
        "error_title": "Persen atau pecahan?",
        "error_message": "Satuannya Persen: 92,5 persen ditulis 92,5 atau 92,5%, bukan 0,925. Pakai yang diketik?",
    }


def _without_target(heads: Sequence[Head], row: int) -> Iterator[tuple[int, str]]:
    """Give the columns of whole years, each with when it is to be filled in: the first year covered, of no target."""
    targets = [place for place, head in enumerate(heads) if head.column.kind is Kind.TARGET]
    if not targets:
        return
    none = f"COUNTA(${letter(targets[0])}{row}:${letter(targets[-1])}{row})=0"
    first = f'IFERROR(LEFT(INDEX({DECREE.name}!$B:$B,MATCH("tahun",{DECREE.name}!$A:$A,0)),4),"")'
    before = ""
    for place in targets:
        if heads[place].key.isdecimal():
            yield place, f'=AND($A{row}<>"",{none},{letter(place)}$1>={first}{before})'
            before = f",{letter(place)}$1<{first}"
