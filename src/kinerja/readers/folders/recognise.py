"""What a file of a folder is, told by its headings: a form of a record class, a GLP039 export, a realisation table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Text
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers.sakti import is_export
from kinerja.readers.sheets import Worksheet, refusal
from kinerja.readers.tables import ENOUGH, FIRST_ROW, Headings, actual_columns, by_record, columns_of, refuse_misspelt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.decrees import Entry
    from kinerja.readers.sheets import Sheet

__all__ = ["Export", "Form", "recognise"]


@attrs.frozen(kw_only=True)
class Export:
    """A worksheet recognised as a GLP039 export; `codes` are those that take its lines."""

    sheet: Worksheet
    codes: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Form:
    """What a sheet may be, by its headings.

    Fields:
        headings: those of the sheet, asked for the columns that it would have.
        record: the class of its records; None for a table of realisations.
        codes: those that take the records; none for a table of realisations.
    """

    headings: Headings
    record: Any = None
    codes: tuple[str, ...] = ()

    @property
    def sheet(self) -> Sheet:
        """The sheet."""
        return self.headings.sheet

    @property
    def rank(self) -> tuple[float, int]:
        """How well the headings fit: by the share of its columns that are there, then by how many it has."""
        return self.headings.share(), len(self.headings.columns)

    @property
    def fits(self) -> bool:
        """Whether all that it needs is there, and enough of its columns."""
        return not self.headings.missing and self.headings.share() >= ENOUGH


def recognise(sheets: Sequence[Sheet], entries: Mapping[str, Entry], unit: str) -> Export | Form:
    """Tell what a file is. Of several forms it is the one of whose columns the greatest share is there.

    Args:
        sheets: what was opened.
        entries: code -> the decree's entry; those with one record class share its form.
        unit: whose the records are, where they do not say.

    Raises:
        RecordsError: for a file that is nothing of this, or several things, or that cannot be read; and for one with a
            worksheet that would be one of them but for its spelling.
    """
    found, others = list[Export | Form](), list[Form]()
    codes = {record: tuple(entry.code for entry in own) for record, own in by_record(entries).items()}
    for sheet in sheets:
        if not is_export(sheet):
            headings = Headings.of(sheet)
            forms = [Form(headings=attrs.evolve(headings, columns=actual_columns(entries)))]
            forms += (_form(headings, record, own, unit) for record, own in codes.items())
            nearest = _nearest(forms)
            found.extend(nearest if all(form.fits for form in nearest) else ())
            others.extend(forms)
        elif BudgetLine in codes:
            found.append(Export(sheet=sheet, codes=codes[BudgetLine]))
    if not found:
        raise refusal(sheets[0].file, _unknown([code for own in codes.values() for code in own], others))
    if len(found) > 1:
        raise refusal(sheets[0].file, _ambiguous(found))
    (only,) = found
    if isinstance(only, Form):
        only.headings.check()
    refuse_misspelt(form.headings for form in others if form.sheet is not only.sheet)
    return only


def _form(headings: Headings, record: type[Any], codes: tuple[str, ...], unit: str) -> Form:
    asked = attrs.evolve(headings, columns=columns_of(record, unit=unit))
    return Form(headings=asked, record=record, codes=codes)


def _nearest(forms: Sequence[Form]) -> list[Form]:
    best = max((form.rank for form in forms), default=None)
    return [form for form in forms if form.rank == best and form.headings.share()]


def _name(found: Export | Form) -> str:
    return ", ".join(found.codes) or "realisasi"


def _unknown(codes: Sequence[str], others: Sequence[Form]) -> Text:
    listed, found = ", ".join(codes), _closest(others)
    return Text(
        id=f"judul kolomnya bukan judul formulir ({listed}), ekspor GLP039, atau tabel realisasi. {found.id} "
        f"{FIRST_ROW.id} Bandingkan dengan formulir dari `kinerja template`, atau keluarkan berkas ini dari folder.",
        en=f"its headings are those of no form ({listed}), GLP039 export or table of realisations. {found.en} "
        f"{FIRST_ROW.en} Compare them with a form of `kinerja template`, or take the file out of the folder.",
    )


def _closest(others: Sequence[Form]) -> Text:
    """Name what knows most of the headings, and what it misses; the headings alone where nothing knows any."""
    nearest = [(_name(form), form.headings.lack(form.headings.absent)) for form in _nearest(others)]
    if not nearest:
        there = ", ".join(dict.fromkeys(name for form in others for name in form.headings.names if name)) or "-"
        return Text(id=f"Judul yang ada: {there}.", en=f"The headings are: {there}.")
    return Text(
        id=" ".join(f"Paling dekat dengan {name}: {lack.id}" for name, lack in nearest),
        en=" ".join(f"Closest to {name}: {lack.en}" for name, lack in nearest),
    )


def _ambiguous(found: Sequence[Export | Form]) -> Text:
    named = ", ".join(_name(one) if one.sheet.name is None else f"{_name(one)} ({one.sheet.name})" for one in found)
    return Text(
        id=f"dapat dibaca sebagai beberapa hal: {named}. Berikan satu tabel per berkas, dengan judul kolom lengkap.",
        en=f"it can be read as several things: {named}. Hand in one table a file, with all its headings.",
    )
