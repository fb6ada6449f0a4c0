"""Exact numbers in models of pydantic, which the library never imports by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from kinerja import ExactNumber, InexactNumberError, Percent, exact


class Row(BaseModel):
    """A row of an office's own interface."""

    achievement: Percent
    actual: ExactNumber
    target: ExactNumber | None = None


THIRD = Row(achievement=Percent(200, 3), actual=Fraction(1, 3))
NUMBERS = [
    (Percent(200, 3), Fraction(200, 3)),
    ("200/3", Fraction(200, 3)),
    ("-5", Fraction(-5)),
    (5, Fraction(5)),
    (Fraction(1, 3), Fraction(1, 3)),
    (Decimal("0.1"), Fraction(1, 10)),
    (0.1, Fraction(1, 10)),
]


@pytest.mark.parametrize(("given", "meant"), NUMBERS, ids=repr)
def test_a_number_is_read_exactly(given: Any, meant: Fraction) -> None:
    """What `exact` takes, and exact text; a float means the decimal that it prints."""
    assert (meant, meant) == ((row := Row(achievement=given, actual=given)).achievement, row.actual)


@pytest.mark.parametrize(("given", "_meant"), NUMBERS, ids=repr)
def test_each_is_of_its_own_kind(given: Any, _meant: Fraction) -> None:
    """Whatever was given."""
    row = Row(achievement=given, actual=given)
    assert (Percent, True) == (type(row.achievement), isinstance(row.actual, Fraction))


def test_a_model_goes_through_json_without_loss() -> None:
    """Figures are exact text there."""
    written = THIRD.model_dump_json()
    assert ({"achievement": "200/3", "actual": "1/3", "target": None}, THIRD) == (
        json.loads(written),
        Row.model_validate_json(written),
    )


def test_a_model_is_dumped_without_loss() -> None:
    """As exact text, as pydantic dumps a Fraction; it would write the rounded percent."""
    dumped = THIRD.model_dump()
    assert ({"achievement": "200/3", "actual": "1/3", "target": None}, THIRD) == (dumped, Row(**dumped))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("118,13%", "number.not_in_full"),
        ("82.7", "number.not_in_full"),
        ("", "number.not_in_full"),
        (None, "number.none"),
        (True, "number.not_exact"),
        (float("nan"), "number.not_finite"),
        (10**5000, "number.not_finite"),
    ],
    ids=["rounded", "a decimal", "blank", "None", "True", "NaN", "5,000 digits"],
)
def test_what_is_no_exact_number_is_gathered_by_pydantic(given: Any, code: str) -> None:
    """Under the library's own code, beside the other fields."""
    with pytest.raises(ValidationError) as caught:
        Row(achievement=given, actual=given)
    found = [(error["loc"], error["type"], error["ctx"]["code"]) for error in caught.value.errors()]
    assert [(("achievement",), "inexact_number", code), (("actual",), "inexact_number", code)] == found


def test_pydantic_tells_it_in_the_words_of_the_library() -> None:
    """In English, as it speaks itself."""
    with pytest.raises(ValidationError) as caught:
        Row(achievement=None, actual=1)  # type: ignore[arg-type]
    with pytest.raises(InexactNumberError) as own:
        exact(None)  # type: ignore[arg-type]
    (told,) = caught.value.errors()
    assert (own.value.text.en, own.value.text.en) == (told["msg"], told["ctx"]["message"])


def test_a_float_within_json_is_refused() -> None:
    """Its parser has rounded it; a whole number is taken."""
    with pytest.raises(ValidationError) as caught:
        Row.model_validate_json('{"achievement": 118.1275, "actual": 47}')
    assert [("achievement",)] == [error["loc"] for error in caught.value.errors()]


@pytest.mark.parametrize(("mode", "expected"), [("validation", {"integer", "string"}), ("serialization", {"string"})])
def test_its_json_schema_says_what_is_taken_and_written(mode: Any, expected: set[str]) -> None:
    """Exact text, and whole numbers to read."""
    told = Row.model_json_schema(mode=mode)["properties"]["achievement"]
    parts = told.get("anyOf", [told])
    assert expected == {part["type"] for part in parts}
    pattern = "^-?[0-9]+(/[0-9]*[1-9][0-9]*)?$"
    assert [pattern] == [part["pattern"] for part in parts if part["type"] == "string"]


def test_the_library_itself_does_not_import_pydantic() -> None:
    """Not even for a percent."""
    code = "import sys, kinerja; kinerja.Percent(1); kinerja.ExactNumber; print('pydantic_core' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "False" == done.stdout.strip()
