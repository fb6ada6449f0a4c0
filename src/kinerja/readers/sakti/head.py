"""The head of a GLP039 report: budget year, period and work unit; it may be printed again on every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

import attrs

from kinerja._base.dates import MONTHS
from kinerja.readers.sakti import messages as say
from kinerja.readers.sheets import Cell, Worksheet, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja.readers.sheets import Problems, Sheet

_TITLE = re.compile(r"LAPORAN KETERSEDIAAN DANA DETAIL(?: TA (?P<year>20[0-9]{2}))?", re.IGNORECASE | re.ASCII)
_PERIOD = re.compile(rf"Periode (?P<month>{'|'.join(MONTHS)}) (?P<year>20[0-9]{{2}})", re.IGNORECASE | re.ASCII)
_PAGE = re.compile(r"Hal(?:aman)?\.? ?[0-9]+(?: dari.*)?", re.IGNORECASE | re.ASCII)
_PAGES = re.compile(r"(?:(?:dari )?[0-9]+)?", re.IGNORECASE | re.ASCII)
_UNIT = "SATUAN KERJA"
_UNIT_CODE = re.compile(r"[0-9]{5,6}", re.ASCII)  # as a number it has lost a leading zero


@attrs.frozen(kw_only=True)
class Head:
    """What the head says, and its lines, by which they are known when they are printed again."""

    year: int = 0
    month: int = 0
    unit: str = ""
    unit_name: str = ""
    lines: frozenset[tuple[str, ...]]


def is_export(sheet: Sheet) -> TypeGuard[Worksheet]:
    """Tell whether a sheet is a worksheet with the title of the report in one of its rows."""
    return isinstance(sheet, Worksheet) and any(_TITLE.match(next(_texts(row), "")) for row in sheet.cells)


def _texts(row: Sequence[Cell]) -> Iterator[str]:
    return filter(None, (" ".join(shown(cell).split()) for cell in row))


def page_texts(row: Sequence[Cell]) -> tuple[str, ...]:
    """Return the filled cells of a row as texts, blanks folded, without the page number at its end.

    >>> page_texts(["Satuan Kerja   :", "637372", "Hal 1 dari", " 17"])
    ('Satuan Kerja :', '637372')
    """
    texts = list(_texts(row))
    at = next((index for index, text in enumerate(texts) if _PAGE.fullmatch(text)), len(texts))
    is_end = _PAGES.fullmatch(" ".join(texts[at + 1 :]))
    return tuple(texts[:at] if is_end else texts)


def read_head(rows: Iterable[Sequence[Cell]], problems: Problems) -> Head:
    """Read the rows above the figures; what is lacking is noted as a problem."""
    lines = [page_texts(row) for row in rows]
    title = next((match for line in lines for match in map(_TITLE.match, line[:1]) if match), None)
    period = next((match for line in lines for match in map(_PERIOD.fullmatch, line[:1]) if match), None)
    unit, unit_name = _find_unit(lines, problems)
    if title is None or title["year"] is None:
        problems.add(say.NO_YEAR.problem())
    if period is None:
        problems.add(say.NO_PERIOD.problem())
    elif title is not None and title["year"] not in (None, period["year"]):
        problems.add(say.OTHER_YEAR.problem(), value=period[0])
    year = int(title["year"] or 0) if title else 0
    month = MONTHS.index(period["month"].capitalize()) + 1 if period else 0
    return Head(year=year, month=month, unit=unit, unit_name=unit_name, lines=frozenset(lines))


def _find_unit(lines: Iterable[tuple[str, ...]], problems: Problems) -> tuple[str, str]:
    for label, *values in filter(None, lines):
        filled = [value for value in values if value != ":"]
        if label.upper().startswith(_UNIT) and len(filled) == 2 and _UNIT_CODE.fullmatch(filled[0]):  # noqa: PLR2004 - code, name
            return filled[0].zfill(6), filled[1]
    problems.add(say.NO_UNIT.problem())
    return "", ""
