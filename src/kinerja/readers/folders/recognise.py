"""What a file of a folder is, told by its headings: an export, a form, or what is said of the unit itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Text
from kinerja.indicators.p3dn_ratio import BudgetLine
from kinerja.readers import messages as say
from kinerja.readers.sakti import is_export
from kinerja.readers.sheets import Sheet, refusal
from kinerja.readers.tables import (
    Headings,
    OwnTargets,
    WorkUnit,
    actual_columns,
    by_record,
    columns_of,
    heading_rows,
    names_beside_code,
    refuse_misspelt,
    target_columns,
    unit_columns,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja.decrees import Entry

OF_THE_UNIT: dict[Any, str] = {WorkUnit: "unit", OwnTargets: "target"}
"""What is said of the unit itself, and what its file is called."""


@attrs.frozen(kw_only=True)
class Export:
    """A sheet with a GLP039 export; `codes` are those that take its lines."""

    sheet: Sheet
    codes: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Form:
    """What a sheet may be: its headings, asked for the columns of a class of records, which `codes` take.

    `record` is None for a table of realisations, and a class of `OF_THE_UNIT` for what is said of the unit itself.
    """

    headings: Headings
    record: Any
    codes: tuple[str, ...]

    @property
    def sheet(self) -> Sheet:
        """Where it stands."""
        return self.headings.sheet

    @property
    def rank(self) -> tuple[float, int]:
        """How well the headings fit: by the share of its columns that are there, then by how many it has."""
        return self.headings.share(), len(self.headings.columns)


def recognise(sheets: Sequence[Sheet], entries: Mapping[str, Entry], unit: str) -> Export | Form:
    """Tell what a file is by its headings. Of several forms it is the one of whose columns the greatest share is there.

    Entries with one record class share its form. A worksheet that would be read but for its spelling is refused.
    """
    found, others = list[Export | Form](), list[Form]()
    codes = {record: tuple(entry.code for entry in own) for record, own in by_record(entries).items()}
    asked = {
        None: actual_columns(entries),
        WorkUnit: unit_columns(entries.values()),
        **{record: columns_of(record, unit=unit) for record in codes},
    }
    for sheet in sheets:
        if not is_export(sheet):
            rows = heading_rows(sheet)
            targets = target_columns(entries, names_beside_code(sheet, rows))
            forms = [
                Form(headings=Headings.among(sheet, rows, columns), record=record, codes=codes.get(record, ()))
                for record, columns in {**asked, **({OwnTargets: targets} if targets else {})}.items()
            ]
            nearest = _nearest(forms)
            found.extend(nearest if all(form.headings.fit for form in nearest) else ())
            others.extend(forms)
        elif BudgetLine in codes:
            found.append(Export(sheet=sheet, codes=codes[BudgetLine]))
    if not found:
        listed = [code for own in codes.values() for code in own]
        raise refusal(say.UNKNOWN, sheets[0].file, codes=listed, found=_closest(others))
    if len(found) > 1:
        named = [_name(one) if one.sheet.name is None else f"{_name(one)} ({one.sheet.name})" for one in found]
        raise refusal(say.AMBIGUOUS, sheets[0].file, named=named)
    (only,) = found
    if isinstance(only, Form):
        only.headings.check()
    refuse_misspelt(form.headings for form in others if form.sheet is not only.sheet)
    return only


def _nearest(forms: Sequence[Form]) -> list[Form]:
    best = max((form.rank for form in forms), default=None)
    return [form for form in forms if form.rank == best and form.headings.share()]


def _name(found: Export | Form) -> str:
    return ", ".join(found.codes) or OF_THE_UNIT.get(getattr(found, "record", None), "realisasi")


def _closest(others: Sequence[Form]) -> Text:
    """Name what knows most of the headings, and what it misses; the headings alone where nothing knows any."""
    nearest = [
        say.CLOSEST.text(name=_name(form), lack=form.headings.lack(form.headings.absent)) for form in _nearest(others)
    ]
    if not nearest:
        there = dict.fromkeys(name for form in others for name in form.headings.names if name)
        return say.HEADINGS.text(names=list(there))
    return Text(id=" ".join(said.id for said in nearest), en=" ".join(said.en for said in nearest))
