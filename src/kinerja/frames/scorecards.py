"""Scorecards on frames: every indicator of a decree for every group."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import narwhals.stable.v2 as nw

from kinerja._base import FrameError, QuantityError, Text, UnknownIndicatorError
from kinerja.frames.achieving import ACHIEVEMENT
from kinerja.frames.arrow import arrow_of, pandas_of
from kinerja.frames.figures import ACTUAL, REASON
from kinerja.frames.measuring import measure
from kinerja.frames.native import Opened, open_frame
from kinerja.frames.placing import check_by
from kinerja.frames.score_rows import CODE, TARGET, common_keys, fill_rows, score_rows
from kinerja.scorecards import Scoring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.frames.score_rows import Row
    from kinerja.records import Period

__all__ = ["scorecard"]


def scorecard(  # noqa: PLR0913 - five of them are by name and seldom given
    catalogue: Catalogue,
    frames: Mapping[str, Any],
    *,
    period: int | str | Period,
    by: Sequence[str] = (),
    columns: Mapping[str, Mapping[str, str]] | None = None,
    duplicates: Literal["refuse", "trust"] = "refuse",
    scoring: Scoring = Scoring(),  # noqa: B008 - frozen
) -> Any:
    """Return one row for each group and indicator: `by`, `code`, `target`, `actual`, `achievement` and `reason`.

    Every indicator of the decree has a row in every group that any of the frames knows, with its figures or the
    reason for none, as in `Catalogue.scorecard`; the targets are those of the period's year.

    Args:
        catalogue: the decree's indicators and targets.
        frames: code -> frame, all of one kind, and of one DuckDB connection; a code that is missing is not measured.
            Nor is a group that is not in the frame.
        period: a year that the decree covers, or a quarter of it.
        by: columns that every frame has, or fields that every record has, such as `unit`.
        columns: code -> field -> column, see `measure`.
        duplicates: see `measure`.
        scoring: the agency's own rules, such as a cap.

    Returns:
        A frame of the kind of the frames given, lazy where they are. Eager ones are sorted by group, then as the
        decree lists its indicators.

    Raises:
        UnknownIndicatorError: for a code that the decree has not, and for one in `columns` that has no frame.
        TargetError: for a year outside those covered.
        QuantityError: for a code whose entry names no indicator.
        FrameError: for no frames, and for frames of several kinds.
        ColumnsError: as `measure`, and for a column of `by` that is not of the same type in all frames.
        PeriodError: as `measure`.

    >>> import polars as pl
    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja import frames
    >>> lines = pl.DataFrame({"unit": ["A"], "reference": ["1"], "year": [2023], "account": ["521211"]})
    >>> lines = lines.with_columns(ceiling=100, realised=90)
    >>> card = frames.scorecard(catalogue, {"SK3/4": lines}, period=2023, by=["unit"])
    >>> card.select("code", "target", "actual", "achievement").rows()[-1]
    ('SK3/4', 45.0, 90.0, 200.0)
    """
    when = catalogue.decree.covered(period)
    names = check_by(by, [CODE, TARGET, ACTUAL, ACHIEVEMENT, REASON])
    entries = _entries(catalogue, frames, columns)
    measured = {
        code: open_frame(
            measure(
                _indicator(entry),
                frames[code],
                period=when,
                by=names,
                columns=(columns or {}).get(code),
                duplicates=duplicates,
            )
        )
        for code, entry in entries.items()
    }
    _check_kinds([*measured.values()])
    keys = common_keys(names, measured)
    rows = [(place, code, _target(entry, when.year)) for place, (code, entry) in enumerate(catalogue.items())]
    parts = [functools.partial(score_rows, entries[code], keys, _row(rows, code), scoring) for code in measured]
    return _together([*measured.values()], parts, functools.partial(fill_rows, names, rows))


def _entries(
    catalogue: Catalogue, frames: Mapping[str, Any], columns: Mapping[str, Mapping[str, str]] | None
) -> dict[str, Entry]:
    """Return code -> entry of the frames given.

    Raises:
        FrameError: for what is no mapping of frames.
        UnknownIndicatorError: for a code that the decree has not, and for one in `columns` that has no frame.
    """
    if not isinstance(frames, Mapping):
        raise _no_frames(type(frames).__name__)
    entries = {code: catalogue[code] for code in frames}
    for code in columns or {}:
        if code not in entries:
            raise UnknownIndicatorError.of(code, entries)
    return entries


def _indicator(entry: Entry) -> Any:
    if entry.indicator is None:
        raise QuantityError(
            Text(
                id=f"{entry.code} tidak menyebut indikatornya, sehingga tidak dapat diukur dari data dukung.",
                en=f"{entry.code} names no indicator, so that it cannot be measured from records.",
            ),
            indicator=entry.code,
            value=None,
        )
    return entry.indicator


def _target(entry: Entry, year: int) -> float | None:
    return float(entry.targets[year]) if year in entry.targets else None


def _row(rows: Sequence[Row], code: str) -> Row:
    return next(row for row in rows if row[1] == code)


def _check_kinds(measured: Sequence[Opened]) -> None:
    kinds = {opened.kind for opened in measured}
    if len(kinds) != 1:
        raise _no_frames(", ".join(sorted(kinds)) or "-")


def _no_frames(given: str) -> FrameError:
    return FrameError(
        Text(
            id=f"Berikan kode dan tabelnya, sedikitnya satu, semuanya dari satu jenis; yang diberikan: {given}.",
            en=f"Pass code and frame, at least one, all of one kind; these were given: {given}.",
        ),
        kind=given,
    )


def _together(measured: Sequence[Opened], parts: Sequence[Any], fill: Any) -> Any:
    """Run the parts on what was measured, and fill up what they give; Dask and pandas through Arrow."""
    first = measured[0]
    if not first.is_dask:
        scored = [part(opened.take([*opened.schema])) for part, opened in zip(parts, measured, strict=True)]
        return first.close(fill(_below_each_other(scored), eager=first.is_eager))
    import dask.dataframe as dd  # noqa: PLC0415 - the caller brought it

    pieces = [_mapped(opened.native, part) for part, opened in zip(parts, measured, strict=True)]
    return _mapped(dd.concat(pieces).repartition(npartitions=1), functools.partial(fill, eager=True))


def _below_each_other(scored: Sequence[Any]) -> Any:
    """Put the rows of all indicators into one frame.

    Raises:
        FrameError: for relations of several DuckDB connections, which alone cannot be.
    """
    duckdb = nw.dependencies.get_duckdb()
    refused: type[Exception] | tuple[()] = () if duckdb is None else duckdb.InvalidInputException
    try:
        return nw.concat(scored, how="vertical")
    except refused:
        raise FrameError(
            Text(
                id="Relasi DuckDB harus berasal dari satu koneksi.",
                en="The relations of DuckDB must be of one connection.",
            ),
            kind="duckdb",
        ) from None


def _mapped(frame: Any, work: Any) -> Any:
    through_arrow = functools.partial(_through_arrow, work)
    return frame.map_partitions(through_arrow, meta=through_arrow(frame._meta))  # noqa: SLF001 - the empty frame


def _through_arrow(work: Any, frame: Any) -> Any:
    return pandas_of(work(nw.from_native(arrow_of(frame))))
