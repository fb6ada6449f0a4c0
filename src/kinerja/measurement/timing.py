"""How an indicator's periods come together: what adds up over quarters and semesters, and what does not."""

from __future__ import annotations

import datetime as dt
import enum
import itertools

from kinerja._base import PeriodError, Text
from kinerja.measurement import messages as say
from kinerja.records import Period, Year


class Timing(enum.Enum):
    """What kind of quantities an indicator has. The value says how its quarters come together."""

    FLOW = Text(
        id="Arus: jumlah triwulan atau semester menjadi jumlah tahun.",
        en="Flow: the quarters, or semesters, add up to the year.",
    )
    STOCK = Text(
        id="Posisi: keadaan pada akhir periode dibandingkan dengan 31 Desember tahun sebelumnya; "
        "triwulan dan semester tidak dijumlahkan.",
        en="Stock: the position at the end of the period against 31 December of the year before; its parts do not add.",
    )
    YEARLY = Text(
        id="Angka tahun: data dukungnya untuk satu tahun dan tidak terbagi menurut triwulan.",
        en="Year figure: its records are for a year and cannot be split into quarters.",
    )
    SNAPSHOT = Text(
        id="Potret: keadaan tahun anggaran pada saat laporan dibuat; triwulan tidak dijumlahkan.",
        en="Snapshot: the budget year as the report found it; quarters do not add.",
    )


def unanswerable(indicator: str, timing: Timing, period: Period) -> PeriodError | None:
    """Return the error of a period of which an indicator's records say nothing; None where they do.

    Those of a year say nothing of a quarter, and a budget line's realisation, which runs from January, says nothing of
    later quarters alone.
    """
    if timing is Timing.YEARLY and not isinstance(period, Year):
        return say.YEAR_ONLY.error(indicator=indicator, value=period)
    if timing is Timing.SNAPSHOT and (period.start.month, period.start.day) != (1, 1):
        since = str(period).partition("-saja")[0]
        return say.SINCE_JANUARY.error(indicator=indicator, value=period, since=since)
    return None


def why_unanswerable(indicator: str, timing: Timing, period: Period) -> Text | None:
    """Say why an indicator's records say nothing of a period; None where they do."""
    error = unanswerable(indicator, timing, period)
    return None if error is None else error.text


def join_periods(
    indicator: str, timing: Timing, left: tuple[Period, ...], right: tuple[Period, ...]
) -> tuple[Period, ...]:
    """Return the periods of a sum, in order.

    The same period may stand on both sides, as with two units. Other periods add only in flows, and only if no day is
    in two of them.

    Raises:
        PeriodError: for periods that do not add up.
    """
    periods = tuple(sorted({*left, *right}, key=lambda period: (period.start, period.end)))
    if not left or not right or len(periods) == 1:
        return periods
    if timing is not Timing.FLOW:
        raise say.NOT_ADDING.error(indicator=indicator, value=periods, why=timing.value)
    if any(later.start <= earlier.end for earlier, later in itertools.pairwise(periods)):
        raise say.OVERLAPPING.error(indicator=indicator, value=periods)
    return periods


def covers(periods: tuple[Period, ...], period: Period) -> bool:
    """Tell whether the periods of a measurement are together the whole of a period, no more and no less.

    >>> from kinerja.records import Quarter, Year
    >>> quarters = [Quarter(year=2023, number=number, cumulative=False) for number in (1, 2, 3, 4)]
    >>> covers(tuple(quarters), Year(year=2023)), covers(tuple(quarters[:3]), Year(year=2023))
    (True, False)
    """
    gapless = all(later.start == earlier.end + dt.timedelta(days=1) for earlier, later in itertools.pairwise(periods))
    return gapless and (periods[0].start, periods[-1].end) == (period.start, period.end)
