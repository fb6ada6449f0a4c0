"""Source rows and the description of their fields."""

from __future__ import annotations

import datetime as dt
import enum
from fractions import Fraction
from typing import Any, ClassVar

import attrs
import pytest

from kinerja import InexactNumberError, QuantityError, records
from kinerja.records import Field, FieldType, by_kind, fields_of, optional_exact
from said import refused

HEADING, NOTE = "nama", "Isi."


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Visit:
    """One visit to an office."""

    identity: ClassVar = ("unit", "name")

    unit: str = attrs.field(metadata=records.unit())
    name: str = attrs.field(metadata=records.name(HEADING, NOTE))
    remark: str | None = attrs.field(default=None, metadata=records.text(HEADING, NOTE))
    room: str = attrs.field(default="", metadata=records.text(HEADING, NOTE, also=("ruang",)))
    year: int = attrs.field(default=2023, metadata=records.year(HEADING, NOTE))
    on: dt.date | None = attrs.field(default=None, metadata=records.day(HEADING, NOTE))
    account: str = attrs.field(default="521211", metadata=records.account(HEADING, NOTE))
    refund: str | None = attrs.field(default=None, metadata=records.account(HEADING, NOTE))
    closed: bool = attrs.field(default=False, metadata=records.flag(HEADING, NOTE))
    fee: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=records.rupiah(HEADING, NOTE, options=("1", "2"))
    )


def _visit(**values: Any) -> Visit:
    return Visit(**{"unit": "417912", "name": "A", **values})


def test_the_fields_stand_in_their_order() -> None:
    """A form shows them as the class lists them."""
    assert ["unit", "name", "remark", "room", "year", "on", "account", "refund", "closed", "fee"] == [
        field.name for field in fields_of(Visit)
    ]


def test_a_field_without_a_default_is_needed() -> None:
    """Every row must have it."""
    assert ["unit", "name"] == [field.name for field in fields_of(Visit) if field.needed]


def test_a_field_with_a_default_may_be_needed_in_a_table() -> None:
    """What a program may leave open, a form may not."""

    @attrs.frozen(kw_only=True)
    class Bill:
        paid: Fraction | None = attrs.field(default=None, metadata=records.rupiah(HEADING, NOTE, needed=True))

    assert [True] == [field.needed for field in fields_of(Bill)]


def test_a_field_is_shown_as_it_is_described() -> None:
    """Heading, note, kind, other headings and options are taken over."""
    kind = FieldType.RUPIAH
    expected = Field(name="fee", heading=HEADING, kind=kind, note=NOTE, also=(), options=("1", "2"), needed=False)
    assert expected == fields_of(Visit)[-1]


def test_a_field_may_have_other_headings() -> None:
    """Tables of other offices call it otherwise."""
    assert ("ruang",) == fields_of(Visit)[3].also


def test_a_field_says_what_it_holds() -> None:
    """Each of the kinds in the order of the class; a name is a text."""
    held = "text text text text year day account account flag rupiah"
    assert held.split() == [field.kind.value for field in fields_of(Visit)]


def test_a_number_is_no_amount() -> None:
    """A form asks for rupiah otherwise."""
    assert records.number(HEADING, NOTE) != records.rupiah(HEADING, NOTE)


def test_a_name_alone_may_not_be_blank() -> None:
    """It makes the record one and the same."""
    assert ["unit", "name"] == [field.name for field in fields_of(Visit) if not field.blank]


def test_a_field_may_be_headed_by_its_own_name() -> None:
    """With underscores or blanks, after the Indonesian heading and before or after the others."""
    field = Field(
        name="received_on", heading="diterima", kind=FieldType.DATE, note=NOTE, also=("tanggal",), needed=True
    )
    assert ("diterima", "received on", "tanggal", "received_on") == field.headings


def test_a_field_that_is_not_described_has_no_column() -> None:
    """The error names class and field, and what to add."""

    @attrs.frozen(kw_only=True)
    class Bare:
        number: str

    with refused("record.undescribed", indicator="Bare", member="number"):
        fields_of(Bare)


ASKED: list[str] = []


def _lower(_instance: object, _attribute: object, value: str) -> None:
    ASKED.append(value)
    if value != value.lower():
        message = "a capital"
        raise ValueError(message)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Lower:
    """A record with a rule of its own beside the kind's."""

    code: str = attrs.field(validator=_lower, metadata=records.name(HEADING, NOTE))
    seen: int = 0


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Lowest(Lower):
    """A record that inherits its fields."""


@pytest.mark.parametrize("kind", [Lower, Lowest])
def test_a_field_keeps_a_rule_of_its_own(kind: type[Any]) -> None:
    """The kind's comes first."""
    with pytest.raises(ValueError, match="a capital"):
        kind(code="A")


@pytest.mark.parametrize("kind", [Lower, Lowest])
def test_a_field_with_a_rule_of_its_own_is_held_to_its_kind(kind: type[Any]) -> None:
    """In a class that inherits it too."""
    with refused("record.blank", indicator=kind.__name__, field="code", value=""):
        kind(code="")


@pytest.mark.parametrize("kind", [Lower, Lowest])
def test_a_field_is_looked_at_once(kind: type[Any]) -> None:
    """In a class that inherits it too."""
    ASKED.clear()
    kind(code="a")
    assert ["a"] == ASKED


def test_a_day_that_must_be_known_is_never_none() -> None:
    """Unknown stands only where it is the default."""

    @attrs.frozen(kw_only=True, field_transformer=by_kind)
    class Stay:
        since: dt.date = attrs.field(metadata=records.day(HEADING, NOTE))

    with refused("record.no_day", indicator="Stay", field="since", value=None):
        Stay(since=None)  # type: ignore[arg-type]


def test_a_field_that_is_not_described_is_left_alone() -> None:
    """Whoever describes none holds nothing."""
    assert "x" == Lower(code="a", seen="x").seen  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "values",
    [
        {"name": ""},
        {"name": " \t"},
        {"name": None},
        {"name": 5},
        {"unit": ""},
    ],
    ids=repr,
)
def test_what_makes_a_record_one_is_not_blank(values: dict[str, Any]) -> None:
    """Two blank names would be the same record."""
    ((field, value),) = values.items()
    with refused("record.blank", indicator="Visit", field=field, value=value):
        _visit(**values)


@pytest.mark.parametrize(
    "day", [dt.datetime(2023, 1, 2, tzinfo=dt.UTC), dt.datetime(2023, 1, 2, 8, tzinfo=dt.UTC), "2023-01-02", 44928]
)
def test_a_day_is_a_date_without_a_time(day: Any) -> None:
    """A time or a text is not compared with days."""
    with refused("record.no_day", indicator="Visit", field="on", value=day):
        _visit(on=day)


@pytest.mark.parametrize("year", ["2023", 2023.0, True, None, -1, 10_000])
def test_a_year_is_a_whole_number_of_four_digits_at_most(year: Any) -> None:
    """A text would never equal the year of a period."""
    with refused("record.no_year", indicator="Visit", field="year", value=year):
        _visit(year=year)


@pytest.mark.parametrize(
    "values",
    [
        {"account": None},
        {"account": 521211},
        {"refund": ""},
        {"refund": "52121"},
        {"refund": "\u0665\u0662\u0661\u0662\u0661\u0661"},
    ],
    ids=repr,
)
def test_an_account_is_a_text_of_six_digits(values: dict[str, Any]) -> None:
    """Anything else would equal no account, and unknown stands only where it is the default."""
    ((field, value),) = values.items()
    with refused("record.no_account", indicator="Visit", field=field, value=value):
        _visit(**values)


class Budget(enum.IntEnum):
    """Whole numbers that are not plainly `int`, as those of other libraries."""

    THIS = 2023


def test_a_year_of_another_library_becomes_a_plain_one() -> None:
    """As it is compared and written."""
    assert int is type(_visit(year=Budget.THIS).year)


@pytest.mark.parametrize(
    ("described", "code"),
    [
        (records.year(HEADING, NOTE), "record.no_year"),
        (records.flag(HEADING, NOTE), "record.no_flag"),
        (records.name(HEADING, NOTE), "record.blank"),
    ],
)
def test_a_year_a_flag_and_a_name_are_known_whatever_their_default(described: dict[str, Any], code: str) -> None:
    """None is none of them."""
    body = {"__annotations__": {"field": Any}, "field": attrs.field(default=None, metadata=described)}
    kind: Any = attrs.frozen(kw_only=True, field_transformer=by_kind)(type("Own", (), body))
    with refused(code, indicator="Own", field="field"):
        kind()


@pytest.mark.parametrize("values", [{"remark": 425283}, {"room": 1}, {"room": None}, {"remark": b"x"}], ids=repr)
def test_a_text_is_no_number(values: dict[str, Any]) -> None:
    """A number would never equal a text, and unknown stands only where it is the default."""
    ((field, value),) = values.items()
    with refused("record.no_text", indicator="Visit", field=field, value=value):
        _visit(**values)


def test_a_refused_field_is_kept() -> None:
    """A program finds the class and the value in the error."""
    with pytest.raises(QuantityError) as caught:
        _visit(year="x")
    kept = {"code": "record.no_year", "indicator": "Visit", "field": "year", "value": "x"}
    assert kept == {name: vars(caught.value)[name] for name in kept}


@pytest.mark.parametrize(
    "values",
    [
        {"remark": None},
        {"remark": ""},
        {"room": ""},
        {"year": 2023},
        {"year": 0},
        {"year": 9999},
        {"on": None},
        {"on": dt.date(2023, 1, 2)},
        {"fee": None},
        {"refund": None},
        {"refund": "425283"},
    ],
    ids=repr,
)
def test_a_field_that_is_allowed_stays_as_it_is(values: dict[str, Any]) -> None:
    """Nothing is changed on the way in, and the unknown stays unknown."""
    (name,) = values
    assert values[name] == getattr(_visit(**values), name)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Choice:
    """A record whose texts are chosen."""

    kind: str | None = attrs.field(default=None, metadata=records.text("jenis", "Pilih.", options=("baru", "lama")))
    place: str = attrs.field(default="", metadata=records.text("tempat", "Pilih.", options=("lab", "kantor")))


@pytest.mark.parametrize("values", [{}, {"kind": "lama"}, {"place": "lab"}, {"kind": None, "place": ""}], ids=repr)
def test_a_text_with_options_holds_one_of_them_or_its_default(values: dict[str, Any]) -> None:
    """A default says that nothing was chosen."""
    made = Choice(**values)
    assert values == {name: getattr(made, name) for name in values}


@pytest.mark.parametrize("values", [{"kind": "Baru"}, {"kind": ""}, {"place": "rumah"}], ids=repr)
def test_a_text_that_is_no_option_is_refused(values: dict[str, Any]) -> None:
    """A rule that asks for an option would pass it by."""
    ((field, value),) = values.items()
    with refused("record.other_option", indicator="Choice", field=field, value=value):
        Choice(**values)


@pytest.mark.parametrize(("value", "expected"), [(0, Fraction(0)), (0.1, Fraction(1, 10)), (None, None)])
def test_a_number_is_exact_or_unknown(value: Any, expected: Fraction | None) -> None:
    """Unknown is never 0."""
    assert expected == optional_exact(value)


@pytest.mark.parametrize("value", ["5", True, float("nan")], ids=repr)
def test_what_is_no_exact_number_is_refused(value: Any) -> None:
    """Text, truth and NaN are neither a number nor unknown."""
    with pytest.raises(InexactNumberError):
        _visit(fee=value)
