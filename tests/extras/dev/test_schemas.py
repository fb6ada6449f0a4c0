"""JSON Schemas: what is written fits them, and what cannot be read back does not."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import kinerja
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    BudgetLine,
    IndicatorError,
    Reason,
    RecordsError,
    UnknownIndicatorError,
    make_trace,
    records_from,
    rows_of,
)
from kinerja.records import as_period
from kinerja.schemas import names, schema
from kinerja.testing import record_lists
from office import EVERY

if TYPE_CHECKING:
    from kinerja.formulas import Formula

INDICATORS = {code: entry.indicator for code, entry in CATALOGUE.items() if entry.indicator is not None}
BUNDLED = Path(kinerja.__file__).parent / "decrees" / "catalogues"
TENANT = {"unit": "A", "tenant": "T"}
LINE = {"unit": "A", "reference": "1", "year": 2023, "account": "521211", "ceiling": "400", "realised": "100/3"}


def fits(name: str, plain: Any) -> bool:
    """Tell whether plain data, as JSON holds it, fits a schema."""
    return bool(Draft202012Validator(schema(name)).is_valid(json.loads(json.dumps(plain))))


@pytest.mark.parametrize("name", names())
def test_every_schema_is_one(name: str) -> None:
    """Of the dialect that it names, and JSON through and through."""
    Draft202012Validator.check_schema(schema(name))
    assert schema(name) == json.loads(json.dumps(schema(name)))


@given(st.sampled_from(sorted(INDICATORS)), st.data())
def test_what_is_written_fits(code: str, data: st.DataObject) -> None:
    """Measurements, traces with and without records, scorecards, and records as rows."""
    indicator = INDICATORS[code]
    records = data.draw(record_lists(indicator, as_period(2023)))
    measured = indicator.measure_records(records, period=2023)
    trace = make_trace(CATALOGUE, code, 2023, measured, sources=["a.csv"], remark="b")
    card = CATALOGUE.scorecard(2023, {code: measured, "SK3/3": Reason.NOT_APPLICABLE}, units=["A"])
    assert fits("trace", trace.to_dict())
    assert fits("trace", trace.without_records().to_dict())
    assert fits("measurement", measured.to_dict())
    assert fits("scorecard", card.to_dict())


@given(st.sampled_from(sorted(INDICATORS)), st.data())
def test_rows_of_records_fit(code: str, data: st.DataObject) -> None:
    """Each class of the library has its schema."""
    records = data.draw(record_lists(INDICATORS[code], as_period(2023)))
    kinds = {type(record).__name__ for record in records}
    assert [True] * len(records) == [fits(kind, row) for kind in kinds for row in rows_of(records)]


@given(st.sampled_from(EVERY), st.data())
def test_rows_of_records_of_formulas_fit(formula: Formula[Any], data: st.DataObject) -> None:
    """They have schemas like the others."""
    records = data.draw(record_lists(formula, as_period(2023)))
    assert [True] * len(records) == [fits(type(one).__name__, row) for one in records for row in rows_of([one])]


def test_a_catalogue_fits_with_what_is_assumed() -> None:
    """Beside the decree's own targets."""
    assert fits("catalogue", CATALOGUE.with_targets({"SK3/4": {2024: 55.5}}).to_dict())


def test_a_catalogue_fits_with_what_a_unit_sets() -> None:
    """Also the file of the library's own, as its parser gives it."""
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}}, source="unit.xlsx")
    (file,) = BUNDLED.glob("*.toml")
    parsed = json.loads(json.dumps(tomllib.loads(file.read_text("utf-8")), default=dt.date.isoformat))
    assert [True, True] == [fits("catalogue", own.to_dict()), fits("catalogue", parsed)]


def test_an_error_fits() -> None:
    """Of many problems, and of one."""
    several: tuple[list[dict[str, Any]], ...] = ([{}], [{"unit": 1, "tenant": None}])
    for rows in several:
        with pytest.raises(RecordsError) as caught:
            records_from(BudgetLine, rows)
        assert fits("error", caught.value.to_dict())


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Tenant", {"unit": "A"}),
        ("Tenant", {**TENANT, "unit": " "}),
        ("Tenant", {**TENANT, "selected_on": "9/1/2023"}),
        ("Tenant", {**TENANT, "selesai": "2023-01-09"}),
        ("BudgetLine", {**LINE, "account": "5212"}),
        ("BudgetLine", {**LINE, "year": "2023"}),
        ("BudgetLine", {**LINE, "ceiling": "1,5"}),
        ("BudgetLine", {**LINE, "ceiling": None}),
        ("Collaboration", {"unit": "A", "reference": "1", "partner_kind": "lain"}),
        ("trace", {}),
        ("trace", {**make_trace(CATALOGUE, "SK1/1", 2023, 2).to_dict(), "schema": "kinerja.trace/1"}),
        ("trace", {**make_trace(CATALOGUE, "SK1/1", 2023, 2).to_dict(), "actual": 2.5}),
        ("scorecard", {**CATALOGUE.scorecard(2023, {}).to_dict(), "scores": {}}),
        ("catalogue", {**CATALOGUE.to_dict(), "entries": [{"code": "SK1/1"}]}),
        ("measurement", INDICATORS["SK1/1"].measure(graduated=1).to_dict() | {"quantities": {"graduated": "satu"}}),
    ],
)
def test_what_cannot_be_read_does_not_fit(name: str, plain: Any) -> None:
    """A form can refuse it before it is sent."""
    assert not fits(name, plain)


def test_a_form_is_told_what_to_ask() -> None:
    """The heading and the note of each field, Indonesian."""
    field = schema(BudgetLine)["properties"]["ceiling"]
    assert ("pagu", True) == (field["title"], bool(field["description"]))


def test_a_name_that_there_is_not_is_refused() -> None:
    """With those that there are."""
    with pytest.raises(UnknownIndicatorError) as caught:
        schema("tenan")
    assert set(names()) == set(caught.value.available)


def test_a_class_that_describes_nothing_has_no_schema() -> None:
    """Nobody knows what its fields hold."""
    with pytest.raises(IndicatorError):
        schema(type(CATALOGUE.decree))
