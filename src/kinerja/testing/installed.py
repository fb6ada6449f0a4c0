"""Records as frames of every kind that is installed, and what frames say read back."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import attrs

from kinerja.records import FieldType, fields_of

GROUP = "kelompok"

_NEEDS = {
    "polars": ("polars",),
    "polars lazy": ("polars",),
    "pyarrow": ("pyarrow",),
    "duckdb": ("duckdb", "pyarrow"),
    "pandas": ("pandas", "pyarrow"),
    "dask": ("dask", "pandas", "pyarrow"),
}


def kinds() -> list[str]:
    """Return the kinds of frames whose libraries are installed; Spark, which needs Java, is tried by the library."""
    return [kind for kind, libraries in _NEEDS.items() if all(map(find_spec, ("narwhals", *libraries)))]


def as_columns_hold(record: Any) -> Any:
    """Return a record as the columns of every kind can hold it: whole rupiah, and numbers of three decimals."""
    plain = {
        field.name: Fraction(round(value)) if field.kind is FieldType.RUPIAH else Fraction(round(value * 1000), 1000)
        for field in fields_of(type(record))
        if isinstance(value := getattr(record, field.name), Fraction)
    }
    return attrs.evolve(record, **plain)


def _cell(kind: FieldType, value: Any) -> Any:
    if value is None or kind not in {FieldType.RUPIAH, FieldType.NUMBER}:
        return value
    return int(value) if kind is FieldType.RUPIAH else float(value)


def frame_of(kind: str, record: type[Any], lists: Sequence[Sequence[Any]]) -> Any:
    """Return lists of records as one frame of a kind; a column called by `GROUP` tells them apart."""
    import narwhals.stable.v2 as nw  # noqa: PLC0415 - only where it is installed

    held = {field.name: field.kind for field in fields_of(record)}
    rows = [
        {GROUP: place, **{name: _cell(own, getattr(one, name)) for name, own in held.items()}}
        for place, records in enumerate(lists)
        for one in records
    ]
    types: dict[FieldType, Any] = {
        FieldType.DATE: nw.Date(),
        FieldType.NUMBER: nw.Float64(),
        FieldType.RUPIAH: nw.Int64(),
        FieldType.YEAR: nw.Int64(),
        FieldType.FLAG: nw.Boolean(),
    }
    schema = {name: types.get(own, nw.String()) for name, own in {GROUP: FieldType.YEAR, **held}.items()}
    cells = {name: [row[name] for row in rows] for name in schema}
    made = nw.from_dict(cells, schema, backend="polars" if kind.startswith("polars") else "pyarrow")
    return _as_kind(kind, made.to_native())


def _as_kind(kind: str, made: Any) -> Any:
    """Return a frame of polars or an Arrow table in another kind; its library is imported where it is installed."""
    if kind == "polars lazy":
        return made.lazy()
    if kind == "duckdb":
        return import_module("duckdb").from_arrow(made)
    if kind in {"pandas", "dask"}:
        made = made.to_pandas(types_mapper=import_module("pandas").ArrowDtype)
    return import_module("dask.dataframe").from_pandas(made, npartitions=2, sort=False) if kind == "dask" else made


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any kind."""
    import narwhals.stable.v2 as nw  # noqa: PLC0415 - only where it is installed

    native = frame.compute(scheduler="synchronous") if hasattr(frame, "compute") else frame
    rows: list[dict[str, Any]] = nw.from_native(native).lazy().collect().rows(named=True)
    return rows
