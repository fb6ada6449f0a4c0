"""A decree as values: what it says, word for word, and how each of its clauses is read."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from kinerja._base import FrozenMap, Text
from kinerja.decrees import messages as say
from kinerja.records import Period, Year, as_period, plain_heading

ErratumKind: TypeAlias = Literal["salah cetak", "ejaan", "isi"]
"""A slip of whoever printed or copied (salah cetak), an older or loose spelling (ejaan), or other words (isi)."""


@attrs.frozen(kw_only=True)
class Erratum:
    """A mistake in the text at hand: the words as printed, the words meant, where they stand, and of which kind."""

    printed: str
    meant: str
    where: str = ""
    kind: ErratumKind = "salah cetak"


@attrs.frozen(kw_only=True)
class Annexes:
    """A text that a decree prints in Lampiran I and again, not always alike, in Lampiran II."""

    annex_1: str = ""
    annex_2: str = ""


def _in_order(years: Iterable[int]) -> tuple[int, ...]:
    return tuple(years)


def by_name(named: Mapping[str, Any]) -> FrozenMap[str, Any]:
    """Return values by their names, as a frozen class holds them."""
    return FrozenMap(named)


def _check_years(_instance: object, _attribute: attrs.Attribute[tuple[int, ...]], years: tuple[int, ...]) -> None:
    covered = [Year(year=year).year for year in years]
    if not covered or any(later <= earlier for earlier, later in itertools.pairwise(covered)):
        raise say.YEARS_OUT_OF_ORDER.error(value=years)


@attrs.frozen(kw_only=True)
class Decree:
    """The legal act (keputusan). Quoted texts are word for word, white space folded.

    Fields:
        number, title: as in the heading.
        unit: the office whose indicators these are.
        satker: the code of that office in the state's budget, six digits; blank where it is not known.
        years: the years covered in order, baseline year first.
        place, signed_on, in_force_from, signatory, office: where, when and by whom it was signed.
        considerations, legal_basis: the items under Menimbang and Mengingat.
        dictums: KESATU and following.
        task, functions: the office's tugas and fungsi.
        revokes, amends: the numbers of the unit's decrees that it puts out of force or changes (mencabut, mengubah).
        errata: misprints outside the entries. notes: remarks about the text at hand.

    Raises:
        PeriodError: for no years, and for years out of order.
    """

    number: str
    title: str
    unit: str
    years: tuple[int, ...] = attrs.field(converter=_in_order, validator=_check_years)
    satker: str = ""
    place: str = ""
    signed_on: dt.date | None = None
    in_force_from: dt.date | None = None
    signatory: str = ""
    office: str = ""
    considerations: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    dictums: FrozenMap[str, str] = attrs.field(factory=FrozenMap, converter=by_name)
    task: str = ""
    functions: tuple[str, ...] = ()
    revokes: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    errata: tuple[Erratum, ...] = ()
    notes: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        return f"<Decree {self.number}>"

    def covered(self, period: int | str | Period) -> Period:
        """Return the period that is meant, if the decree covers its year.

        Raises:
            PeriodError: for what is no period.
            TargetError: for a year outside those covered.
        """
        return covered(as_period(period), self.years)

    def is_of(self, unit: str) -> bool:
        """Tell whether a name, the code of a satker, or both are those of its unit; case and blanks make no difference.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
        >>> [catalogue.decree.is_of(unit) for unit in (catalogue.decree.unit.upper(), catalogue.decree.satker, "")]
        [True, True, False]
        """
        both = f"{self.unit} (satker {self.satker})"
        return bool(unit) and plain_heading(unit) in {plain_heading(self.unit), plain_heading(both), self.satker}


def covered(when: Period, years: tuple[int, ...]) -> Period:
    """Return a period whose year is one of those covered; raise TargetError for another."""
    if when.year in years:
        return when
    raise say.YEAR_OUTSIDE.error(value=when.year, years=years, limit=span(years))


def span(years: tuple[int, ...]) -> str:
    """Return the first and the last of years, as text."""
    return "-".join(map(str, sorted({*years[:1], *years[-1:]})))


@attrs.frozen(kw_only=True)
class Objective:
    """A goal that indicators serve (sasaran)."""

    code: str
    text: str
