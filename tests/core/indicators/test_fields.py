"""What every field of every record class holds, and how the forms show it."""

from __future__ import annotations

import csv
import datetime as dt
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from kinerja import InexactNumberError, QuantityError, indicators
from kinerja.records import Field, FieldType, fields_of

GOLDEN = Path(__file__).parents[1] / "golden" / "fields.csv"

RECORDS: list[type[Any]] = [kind.record for kind in indicators.indicator_classes().values() if kind.record is not None]

FIELDS = [
    pytest.param(record, field, id=f"{record.__name__}.{field.name}")
    for record in RECORDS
    for field in fields_of(record)
]

HELD: dict[FieldType, Any] = {
    FieldType.TEXT: "x",
    FieldType.DATE: dt.date(2023, 2, 3),
    FieldType.NUMBER: Fraction(5),
    FieldType.RUPIAH: Fraction(5),
    FieldType.YEAR: 2023,
    FieldType.FLAG: True,
    FieldType.ACCOUNT: "521211",
}

REFUSED: dict[FieldType, list[Any]] = {
    FieldType.TEXT: [5, 0.5, True, b"x", dt.date(2023, 2, 3), ["x"]],
    FieldType.DATE: ["2023-02-03", "", 44960, True, dt.datetime(2023, 2, 3, tzinfo=dt.UTC), dt.time()],
    FieldType.NUMBER: ["5", "", True, float("nan"), float("inf"), dt.date(2023, 2, 3)],
    FieldType.RUPIAH: ["5", "", True, float("nan"), Decimal("Infinity"), dt.date(2023, 2, 3)],
    FieldType.YEAR: ["2023", "", None, True, 2023.0, Fraction(2023), dt.date(2023, 2, 3)],
    FieldType.FLAG: ["ya", "", None, 0, 1, dt.date(2023, 2, 3)],
    FieldType.ACCOUNT: ["", "52121", "5212111", "521.211", " 521211", 521211, True, dt.date(2023, 2, 3)],
}
"""What each kind of field refuses; a name refuses blanks besides."""

NUMBERS = {FieldType.NUMBER, FieldType.RUPIAH}


def _refused(field: Field) -> list[Any]:
    return [*REFUSED[field.kind], *([] if field.blank else ["", " \t", None])]


def _with(record: type[Any], field: Field, value: object) -> Any:
    """Return a record that holds a value in one field, and what is fit in those that it needs."""
    others = {other.name: HELD[other.kind] for other in fields_of(record) if other.needed}
    return record(**{**others, field.name: value})


@pytest.mark.parametrize(("record", "field"), FIELDS)
def test_a_field_holds_what_is_of_its_kind(record: type[Any], field: Field) -> None:
    """Unchanged."""
    held = field.options[-1] if field.options else HELD[field.kind]
    assert held == getattr(_with(record, field, held), field.name)


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        pytest.param(*param.values, value, id=f"{param.id}={value!r}")
        for param in FIELDS
        for value in _refused(param.values[1])  # type: ignore[arg-type]
    ],
)
def test_a_field_refuses_what_is_of_another_kind(record: type[Any], field: Field, value: object) -> None:
    """A text would equal no number, a datetime no day, and True is no 1."""
    with pytest.raises(InexactNumberError if field.kind in NUMBERS else QuantityError):
        _with(record, field, value)


@pytest.mark.parametrize(("record", "field"), [param for param in FIELDS if param.values[1].kind in NUMBERS])  # type: ignore[union-attr]
def test_a_float_comes_out_as_the_number_that_it_prints(record: type[Any], field: Field) -> None:
    """An exact one."""
    held = getattr(_with(record, field, 0.1), field.name)
    assert (Fraction, Fraction(1, 10)) == (type(held), held)


@pytest.mark.parametrize(("record", "field"), FIELDS)
def test_only_what_may_be_unknown_holds_none(record: type[Any], field: Field) -> None:
    """It is unknown where nothing is given, and nowhere else."""
    default = attrs.fields_dict(record)[field.name].default
    if default is None:
        assert getattr(_with(record, field, None), field.name) is None
    else:
        with pytest.raises((InexactNumberError, QuantityError)):
            _with(record, field, None)


def test_the_forms_show_these_columns() -> None:
    """Headings, kinds and options: what an office has filled in is read again under the same ones."""
    shown = [
        {
            "record": record.__name__,
            "field": field.name,
            "kind": field.kind.value if field.blank else "name",
            "needed": str(field.needed),
            "identity": str(field.name in record.identity),
            "headings": "; ".join(field.headings),
            "options": "; ".join(field.options),
            "note": field.note,
        }
        for record in RECORDS
        for field in fields_of(record)
    ]
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == shown
