"""The fields that records of several formulas share, and the words of their conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinerja.records import day, name

if TYPE_CHECKING:
    from kinerja.records import Period


def code() -> dict[str, Any]:
    """Describe the code of the indicator that a record is of: the field `indicator`."""
    return name("kode", "Kode indikator; sudah diisi.")


def own_name(heading: str) -> dict[str, Any]:
    """Describe what tells a record from the others of its indicator: the field `reference`."""
    return name(heading, "Nomor atau nama yang membedakannya dari yang lain, satu kali saja.", also=("nomor", "nama"))


def dated() -> dict[str, Any]:
    """Describe the day by which a record is of a period: the field `dated_on`."""
    return day("tanggal", "Tanggal yang menentukan periodenya.", needed=True)


def of_period(own: str, line: Any, period: Period) -> dict[str, Any]:
    """Return what must hold of a dated record: it is of the indicator of this code, and of the period."""
    return {**of_code(own, line), "bertanggal dalam periode": period.contains(line.dated_on)}


def of_year(own: str, line: Any, period: Period) -> dict[str, Any]:
    """Return what must hold of a record of a year."""
    return {**of_code(own, line), "tahun yang dinilai": line.year == period.year}


def of_code(own: str, line: Any) -> dict[str, Any]:
    """Return what must hold of any record: it is of the indicator of this code."""
    return {f"kode {own}": line.indicator == own}
