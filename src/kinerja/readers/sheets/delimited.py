"""CSV files: UTF-8 or marked UTF-16, columns separated with a semicolon or a comma, read row by row."""

from __future__ import annotations

import codecs
import csv
import functools
import io
import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, TextIO

import attrs

from kinerja.readers.sheets import messages as say
from kinerja.readers.sheets.problems import refusal

if TYPE_CHECKING:
    from kinerja.readers.sheets.cells import Cell

_LONGEST_LINE = 2**20
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # how Excel's "Unicode text" and PowerShell's `>` begin
_NOT_TEXT = re.compile("[\0\udc80-\udcff]")  # NUL, as in UTF-16 without its mark, and bytes that are not UTF-8
_BREAK = re.compile("[\r\n]")
_QUOTED = re.compile('"[^"]*"')
_SEPARATES = re.compile("[;,\t]")
_TITLES = 20
"""How many lines above the first with several cells may be titles."""


@attrs.frozen(kw_only=True)
class DelimitedFile:
    """A CSV file; its rows are parsed each time they are asked for.

    Fields:
        file: the path.
        separator: `;` if the first line with several cells holds one outside quotation marks, else `,`. Decimals are
            written with commas, so a semicolon decides; nothing is guessed from the rows.
        content: its bytes; None where they are read from the file each time, in bounded memory.
    """

    name: ClassVar[None] = None
    merged: ClassVar[tuple[()]] = ()
    is_hidden: ClassVar[bool] = False
    hidden_rows: ClassVar[int] = 0

    file: str
    separator: str
    content: bytes | None = attrs.field(default=None, eq=False, repr=False)

    @classmethod
    def open(cls, file: str, content: bytes | None = None) -> DelimitedFile:
        """Look at the first line with several cells; one that is not text, or separated with tabs, is refused."""
        with _text(file, content) as stream:
            unquoted = (_QUOTED.sub("", line) for line in itertools.islice(_lines(stream, file), _TITLES))
            header = next((line for line in unquoted if _SEPARATES.search(line)), "")
        if ";" not in header and "," not in header and "\t" in header:
            raise refusal(say.TABS, file)
        return cls(file=file, separator=";" if ";" in header else ",", content=content)

    @property
    def is_open(self) -> bool:
        """Whether its last line does not end, as where a file was cut short."""
        with open(self.file, "rb") if self.content is None else io.BytesIO(self.content) as stream:  # noqa: PTH123 - as below
            stream.seek(-1 if stream.read(2) not in _UTF_16 else -2, io.SEEK_END)
            return stream.read().strip(b"\0") not in {b"\n", b"\r"}

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Go through the rows, each with its number as a spreadsheet counts."""
        number, width = 0, 0
        with _text(self.file, self.content) as stream:
            reader = csv.reader(_lines(stream, self.file), delimiter=self.separator, strict=True)
            try:
                for number, row in enumerate(reader, 1):
                    width = width or len(row)
                    self._refuse_swallowed(row, number, width)
                    yield number, [*row]
            except csv.Error:
                raise refusal(say.QUOTES, self.file, row=number + 1) from None

    def _refuse_swallowed(self, row: list[str], number: int, width: int) -> None:
        """Refuse a cell that an unclosed quotation mark made of several rows."""
        for cell in row:
            others = cell.splitlines()[1:] if _BREAK.search(cell) else ()
            if any(line.count(self.separator) >= max(width - 1, 1) for line in others):
                raise refusal(say.SWALLOWED, self.file, row=number, value=cell)


def _text(file: str, content: bytes | None) -> TextIO:
    stream = open(file, "rb") if content is None else io.BytesIO(content)  # noqa: PTH123, SIM115 - callers close it
    encoding = "utf-16" if stream.read(len(codecs.BOM_UTF16_LE)) in _UTF_16 else "utf-8-sig"
    stream.seek(0)
    return io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline="")


def _lines(stream: TextIO, file: str) -> Iterator[str]:
    lines = iter(functools.partial(stream.readline, _LONGEST_LINE + 1), "")
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            if len(line) > _LONGEST_LINE:
                raise refusal(say.LINE_TOO_LONG, file, row=number)
            if _NOT_TEXT.search(line):
                raise refusal(say.NOT_UTF_8, file, row=number)
            yield line
    except UnicodeError:  # UTF-16 that is cut short
        raise refusal(say.NOT_UTF_8, file, row=number + 1) from None
