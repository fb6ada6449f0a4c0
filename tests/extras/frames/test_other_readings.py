"""What a frame gives under each other reading of a clause."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pyarrow as pa
import pytest

from any_frame import AsFrame, rows_of
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import frames
from kinerja.catalogue import bundled_catalogue, bundled_catalogues
from kinerja.decrees import deciding_examples
from kinerja.decrees import messages as say
from said import sentence

if TYPE_CHECKING:
    from kinerja.decrees import DecidingExample

EXAMPLES = [
    pytest.param(bundled_catalogue(name), example, id=f"{example.code}: {example.reading}")
    for name in bundled_catalogues()
    for example in deciding_examples(name)
]


def table(records: tuple[Any, ...], kind: Any) -> Any:
    """Return records as a table of columns; amounts in whole rupiah."""
    rows = [attrs.asdict(record) for record in records]
    types = {"str": pa.string(), "date": pa.date32(), "Fraction": pa.int64(), "int": pa.int64(), "bool": pa.bool_()}
    fields = attrs.fields(kind)
    kinds = {field.name: next(kind for name, kind in types.items() if name in str(field.type)) for field in fields}
    columns = {
        name: pa.array([int(row[name]) if isinstance(row[name], Fraction) else row[name] for row in rows], kind)
        for name, kind in kinds.items()
    }
    return pa.table(columns)


@pytest.mark.parametrize(("catalogue", "example"), EXAMPLES)
def test_a_frame_gives_what_the_records_give(catalogue: Any, example: DecidingExample) -> None:
    """Under every answer that has a figure, but means by what rows are about."""
    entry = catalogue.with_settings({example.code: example.settings})[example.code]
    records = example.of(entry)
    expected = {
        (one.reading.word, one.answer.word): _rounded(one.actual)
        for one in entry.alternatives(entry.measured_by.measure_records(records, period=example.period))
        if one.measurement is not None and one.answer.word != "company"
    }
    found = {
        (one.reading.word, one.answer.word): _rounded(one.measured["actual"][0].as_py())
        for one in frames.alternatives(entry, table(records, entry.indicator.record), period=example.period)
        if one.measured is not None
    }
    assert expected == {key: found[key] for key in expected}


def _rounded(actual: Any) -> float | None:
    return None if actual is None else round(float(actual), 9)


def _cases() -> Any:
    columns = {"unit": ["A"], "company": ["P"], "measure": ["a"], "year": [2023], "before": [100.0], "after": [110.0]}
    return pa.table({**columns, "lower_is_better": [False]})


def test_means_by_what_rows_are_about_are_refused_and_said() -> None:
    """They are measured from records."""
    found = frames.alternatives(CATALOGUE["SK3/1"], _cases(), period=2023)
    (company,) = [one for one in found if one.answer.word == "company"]
    assert (None, sentence("frame.means", indicator="ProductivityDelta")) == (company.measured, company.lacks)


def test_what_lacks_data_says_so() -> None:
    """In the words of the catalogue."""
    found = frames.alternatives(CATALOGUE["SK3/1"], _cases(), period=2023)
    assert "program setiap pendampingan, dan teknologi yang diterapkan perusahaan." in [
        one.lacks.id for one in found if one.lacks is not None
    ]


def test_a_column_that_is_not_there_is_named() -> None:
    """Without it that answer has no figure."""
    lines = pa.table(
        {"unit": ["A"], "reference": ["1"], "year": [2023], "account": ["521211"], "ceiling": [9], "realised": [5]}
    )
    found = {one.answer.word: one for one in frames.alternatives(CATALOGUE["SK3/4"], lines, period=2023)}
    told = found["initial"].lacks
    assert (None, True) == (found["initial"].measured, told is not None and "pagu awal" in told.id)


def test_each_group_has_its_figure(as_frame: AsFrame) -> None:
    """As `measure` gives it, in every kind of frame."""
    receipts = pa.table(
        {
            "unit": ["A", "A", "B", "B", "B"],
            "receipt": ["1", "2", "3", "4", "5"],
            "amount": pa.array([100, 110, 100, 130, -10], pa.int64()),
            "received_on": [dt.date(2022, 5, 2), dt.date(2023, 5, 2), dt.date(2022, 5, 2)] + [dt.date(2023, 6, 2)] * 2,
        }
    )
    found = frames.alternatives(CATALOGUE["SK3/2"], as_frame("polars", receipts), period=2023, by=["unit"])
    (gross,) = [one for one in found if one.answer.word == "not_deducted"]
    assert [("A", 10.0), ("B", 30.0)] == [(row["unit"], row["actual"]) for row in rows_of(gross.measured)]


def test_beside_a_class_that_a_unit_takes_some_answers_are_not_run() -> None:
    """As of records."""
    own = CATALOGUE.with_settings({"SK3/1": {"reading": {"mean": "ratio_of_means"}}})["SK3/1"]
    found = {one.answer.word: one for one in frames.alternatives(own, _cases(), period=2023)}
    beside = [own.reading("mean").answer("ratio_of_means").text]
    assert say.NOT_TOGETHER.text(value=beside) == found["company"].lacks
