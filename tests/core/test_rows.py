"""Records from the rows of another system, with every problem of all of them."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import sqlite3
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import (
    BudgetLine,
    Collaboration,
    PerformanceMeasure,
    QuantityError,
    Receipt,
    RecordsError,
    Tenant,
    Text,
    records_from,
    rows_of,
)
from said import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

LINE = {"unit": "A", "reference": "1", "year": 2023, "account": "521211", "ceiling": 400, "realised": "100/3"}


def problems(record: type[Any], rows: Any) -> list[tuple[int | None, str | None, str]]:
    """Return row, field and code of everything that is wrong."""
    with pytest.raises(RecordsError) as caught:
        records_from(record, rows)
    return [(one.row, one.column, one.code) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (400, Fraction(400)),
        (0.1, Fraction(1, 10)),
        (Decimal("0.1"), Fraction(1, 10)),
        (Fraction(1, 3), Fraction(1, 3)),
        ("100/3", Fraction(100, 3)),
    ],
)
def test_a_number_is_a_number_or_exact_text(given: object, meant: Fraction) -> None:
    """A float means the decimal that it prints."""
    assert meant == records_from(BudgetLine, [{**LINE, "ceiling": given}])[0].ceiling


def test_numbers_of_json_are_exact() -> None:
    """However many digits stand there."""
    rows = json.dumps([LINE]).replace("400", "12345678901234567.89")
    assert Fraction(1234567890123456789, 100) == records_from(BudgetLine, rows)[0].ceiling


@pytest.mark.parametrize("given", ["2023-01-09", dt.date(2023, 1, 9)])
def test_a_day_is_a_date_or_iso_text(given: object) -> None:
    """As databases and JSON have it."""
    row = {"unit": "A", "tenant": "T", "selected_on": given}
    assert dt.date(2023, 1, 9) == records_from(Tenant, [row])[0].selected_on


def test_a_row_may_be_any_mapping_and_lack_what_has_a_default() -> None:
    """Such as a row of a database."""
    row = MappingProxyType({"unit": "A", "tenant": "T"})
    assert (Tenant(unit="A", tenant="T"),) == records_from(Tenant, iter([row]))


def test_a_row_of_a_database_is_read() -> None:
    """It has keys, and is no mapping."""
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.row_factory = sqlite3.Row
        rows = database.execute("SELECT 'A' AS unit, 'T' AS tenant, '2023-01-09' AS selected_on")
        assert dt.date(2023, 1, 9) == records_from(Tenant, rows)[0].selected_on


def test_every_problem_of_all_rows_is_told_at_once() -> None:
    """By row, field and code."""
    rows = [
        {**LINE, "account": "5212", "year": 20231, "ceiling": "1,5", "realisasi": 1},
        LINE,
        {"unit": " ", "reference": None, "year": True, "account": "521211", "ceiling": 1},
        "1",
    ]
    assert [
        (1, "realisasi", "name.misspelt"),
        (1, "year", "record.no_year"),
        (1, "account", "record.no_account"),
        (1, "ceiling", "part.number"),
        (3, "unit", "record.blank"),
        (3, "reference", "part.text"),
        (3, "year", "part.whole"),
        (3, "realised", "part.missing"),
        (4, None, "part.table"),
    ] == problems(BudgetLine, rows)


@pytest.mark.parametrize(
    "day", ["2023-02-30", "9/1/2023", "2023-1-9", 20230109, dt.datetime(2023, 1, 9, tzinfo=dt.UTC)]
)
def test_what_is_no_day_is_refused(day: object) -> None:
    """Nothing is guessed."""
    assert [(1, "selected_on", "part.date")] == problems(Tenant, [{"unit": "A", "tenant": "T", "selected_on": day}])


@pytest.mark.parametrize("number", [float("nan"), float("inf"), True, "1.5", "Rp 1"])
def test_what_is_no_exact_number_is_refused(number: object) -> None:
    """Texts as people write them are for the readers."""
    ((row, field, _),) = problems(BudgetLine, [{**LINE, "ceiling": number}])
    assert (1, "ceiling") == (row, field)


def test_an_option_that_there_is_not_is_refused() -> None:
    """By the same check as in tables and in code."""
    row = {"unit": "A", "reference": "1", "partner_kind": "lain"}
    assert [(1, "partner_kind", "record.other_option")] == problems(Collaboration, [row])


@attrs.frozen(kw_only=True)
class Pair:
    """A record of one's own, described by nothing, whose fields go together."""

    low: int
    high: int = 9

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            message = "low is above high"
            raise ValueError(message)


def test_what_a_record_says_of_its_fields_together_is_told_of_the_row() -> None:
    """Once each field can be read by itself."""
    assert [(2, None, "file.unreadable")] == problems(Pair, [{"low": 1}, {"low": 10}])


@pytest.mark.parametrize(
    ("text", "code"), [("[", "file.not_json"), ("{}", "part.list"), (b"\xff\xfe\x00", "file.not_json")]
)
def test_what_is_no_json_list_is_refused(text: str | bytes, code: str) -> None:
    """As a whole, and called JSON."""
    assert [(None, None, code)] == problems(Tenant, text)
    with pytest.raises(RecordsError) as caught:
        records_from(Tenant, text)
    assert ["JSON"] == [problem.place for problem in caught.value.problems]


@pytest.mark.parametrize("kind", [bytearray, io.BytesIO, lambda content: io.StringIO(content.decode())])
def test_json_may_be_what_a_request_or_an_upload_gives(kind: Callable[[bytes], Any]) -> None:
    """A buffer, and a file of bytes or of text."""
    assert records_from(BudgetLine, [LINE]) == records_from(BudgetLine, kind(json.dumps([LINE]).encode()))


@pytest.mark.parametrize("rows", [LINE, None, 5])
def test_what_is_no_list_of_rows_is_told_once(rows: Any) -> None:
    """One row without its list, or nothing."""
    assert [(None, None, "part.list")] == problems(BudgetLine, rows)


def test_a_year_of_json_with_a_decimal_is_shown_with_it() -> None:
    """As a whole number 2.023 nobody would see what is wrong."""
    with pytest.raises(RecordsError) as caught:
        records_from(BudgetLine, json.dumps([{**LINE, "year": 2023.0}]))
    assert "baris 1, kolom year: 2023,0 harus bilangan bulat." == caught.value.text.id


@pytest.mark.parametrize(("field", "code"), [("year", "part.whole"), ("account", "part.text")])
@pytest.mark.parametrize("value", [2023.0, float("nan")])
def test_a_float_is_told_as_it_was_given(field: str, code: str, value: float) -> None:
    """2023.0, which pandas makes of a year beside a blank one: not 2.023, and no words about numbers of Python."""
    with pytest.raises(RecordsError) as caught:
        records_from(BudgetLine, [{**LINE, field: value}])
    (problem,) = caught.value.to_dict()["problems"]
    assert (code, sentence(code, value=value).id) == (problem["code"], problem["text"])


def test_rows_hold_exact_text_iso_days_and_what_is_unknown() -> None:
    """Every field, in order."""
    receipt = Receipt(unit="A", receipt="1", received_on=dt.date(2023, 1, 9), amount=0.1, account="425283")
    measured = PerformanceMeasure(
        unit="A", company="B", measure="m", year=2023, before=None, after=1, lower_is_better=True
    )
    rows = rows_of([receipt, measured])
    assert ("2023-01-09", "1/10", None, True) == (
        rows[0]["received_on"],
        rows[0]["amount"],
        rows[1]["before"],
        rows[1]["lower_is_better"],
    )


def test_a_value_that_its_sentence_names_is_said_once() -> None:
    """Where it stands, and what is wrong."""
    with pytest.raises(RecordsError) as caught:
        records_from(BudgetLine, [{**LINE, "account": "5212"}])
    assert 1 == caught.value.text.id.count("'5212'")


def test_a_form_is_told_each_problem_by_itself() -> None:
    """In either language, and with what stands there."""
    with pytest.raises(RecordsError) as caught:
        records_from(Tenant, [{"unit": "A", "tenant": " "}])
    (problem,) = caught.value.to_dict()["problems"]
    assert {
        "code": "record.blank",
        "text": "tenan = ' ': harus teks yang tidak kosong.",
        "place": None,
        "sheet": None,
        "row": 1,
        "line": None,
        "field": "tenant",
        "value": " ",
        "limit": None,
        "indicator": "Tenant",
    } == problem


def test_a_check_that_was_not_gathered_is_the_same_in_code() -> None:
    """The class itself refuses it under the same code."""
    with pytest.raises(QuantityError) as caught:
        Tenant(unit="A", tenant=" ")
    assert "record.blank" == caught.value.code


@pytest.mark.parametrize(("rows", "place"), [(LINE, "rows"), ("{}", "JSON")])
def test_what_is_no_list_is_called_by_what_it_was(rows: Any, place: str) -> None:
    """As the argument, or as JSON."""
    with pytest.raises(RecordsError) as caught:
        records_from(BudgetLine, rows)
    assert sentence("part.list").about(place) == caught.value.text


def test_a_value_that_the_whole_record_refuses_is_told() -> None:
    """With its field, where the error of the class names one."""

    @attrs.frozen(kw_only=True)
    class Dated:
        year: int
        month: int

        def __attrs_post_init__(self) -> None:
            if self.month > self.year:
                raise QuantityError(Text(id="bulan", en="month"), field="month", value=self.month)

    with pytest.raises(RecordsError) as caught:
        records_from(Dated, [{"year": 1, "month": 2}])
    assert [("month", 2)] == [(problem.column, problem.value) for problem in caught.value.problems]


def test_a_field_that_a_record_works_out_itself_is_none_of_a_row() -> None:
    """It need not stand there, and may not."""

    @attrs.frozen(kw_only=True)
    class Sum:
        one: int
        two: int = attrs.field(init=False)

        def __attrs_post_init__(self) -> None:
            object.__setattr__(self, "two", 2 * self.one)

    assert 6 == records_from(Sum, [{"one": 3}])[0].two
    assert [(1, "two", "name.unknown")] == problems(Sum, [{"one": 3, "two": 6}])


def test_what_is_missing_in_a_row_stands_in_no_other_place() -> None:
    """Rows of a program are of no file."""
    with pytest.raises(RecordsError) as caught:
        records_from(Tenant, [{"unit": "A"}])
    assert [("", 1, "tenant")] == [(one.place, one.row, one.column) for one in caught.value.problems]
