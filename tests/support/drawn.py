"""Records drawn for the laws: most count, some lack one thing, some are anything."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from kinerja.records import FieldType, fields_of

if TYPE_CHECKING:
    from kinerja import Indicator
    from kinerja.records import Period

__all__ = ["DAYS", "NUMBERS", "TEXTS", "any_record", "counting", "lacking", "record_lists"]

FIRST_DAY, LAST_DAY = dt.date(2021, 12, 1), dt.date(2024, 1, 31)
DAYS = st.dates(FIRST_DAY, LAST_DAY) | st.sampled_from(
    [dt.date(2022, 12, 31), dt.date(2023, 1, 1), dt.date(2023, 3, 31), dt.date(2023, 4, 1), dt.date(2023, 12, 31)]
)
NUMBERS = st.fractions(min_value=-100, max_value=100, max_denominator=12)
RUPIAH = st.fractions(min_value=0, max_value=10**12, max_denominator=100)
TEXTS = st.sampled_from(["A", "B", "C", "D"])
NAMES = TEXTS | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5).filter(str.strip)

KINDS: dict[FieldType, st.SearchStrategy[Any]] = {
    FieldType.TEXT: NAMES,
    FieldType.DATE: DAYS,
    FieldType.NUMBER: NUMBERS,
    FieldType.RUPIAH: RUPIAH,
    FieldType.YEAR: st.sampled_from([2022, 2023]),
    FieldType.FLAG: st.booleans(),
    FieldType.ACCOUNT: st.sampled_from(["521211", "425283", "999999"]),
}
BY_NAME = {
    "unit": st.sampled_from(["417912", "637372"]),
    "amount": NUMBERS,
    "realised": NUMBERS,
    "parameter": TEXTS | st.just(""),
    "capability": NAMES | st.just(" "),
    "collaboration": st.sampled_from(["K1", "K2", " "]),
}
"""Fields that may be below 0 or blank; an amount is known here, as an unknown one is refused."""


def _fields(indicator: Indicator[Any]) -> dict[str, st.SearchStrategy[Any]]:
    assert indicator.record is not None
    defaults = {attribute.name: attribute.default for attribute in attrs.fields(indicator.record)}
    drawn = {}
    for field in fields_of(indicator.record):
        texts = st.sampled_from(field.options) if field.options else KINDS[field.kind]
        values = BY_NAME.get(field.name, texts)
        may_be_unknown = defaults[field.name] is None and field.name != "amount"
        drawn[field.name] = st.none() | values if may_be_unknown else values
    return drawn


def any_record(indicator: Indicator[Any]) -> st.SearchStrategy[Any]:
    """Draw any record of an indicator; of some, few count."""
    assert indicator.record is not None
    return st.builds(indicator.record, **_fields(indicator))


def _that_count(indicator: Indicator[Any], period: Period) -> dict[str, st.SearchStrategy[Any]]:
    """Draw, by the name of a field, what counts in a period of 2023."""
    within = st.sampled_from([period.start, period.end]) | st.dates(period.start, period.end)
    above_zero = st.integers(min_value=1, max_value=10**12)
    accounts = getattr(indicator, "accounts", None) or {"521211", "425283"}
    return {
        "selected_on": st.dates(FIRST_DAY, dt.date(2022, 6, 30)),
        "preincubation_on": st.dates(dt.date(2022, 6, 30), dt.date(2022, 11, 30)),
        "incubation_on": st.dates(dt.date(2022, 11, 30), period.opening),
        "postincubation_on": within,
        "capability": NAMES,
        "dated_on": within,
        "year": st.just(period.year),
        "before": above_zero,
        "after": NUMBERS,
        "received_on": within | st.dates(period.previous.start, period.previous.end),
        "amount": above_zero,
        "accredited_on": st.dates(FIRST_DAY, period.opening),
        "withdrawn_on": st.none() | st.just(period.end + dt.timedelta(days=1)),
        "account": st.sampled_from(sorted(accounts)),
        "ceiling": above_zero,
    }


def counting(indicator: Indicator[Any], period: Period) -> st.SearchStrategy[Any]:
    """Draw a record that counts in a period of 2023."""
    assert indicator.record is not None
    fields = _fields(indicator)
    own = {name: values for name, values in _that_count(indicator, period).items() if name in fields}
    return st.builds(indicator.record, **{**fields, **own})


UNFIT: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(
        ["selected_on", "preincubation_on", "incubation_on", "postincubation_on"], st.none() | st.just(LAST_DAY)
    ),
    **dict.fromkeys(["dated_on", "received_on", "accredited_on"], st.none() | st.just(LAST_DAY)),
    "capability": st.none() | st.just(" "),
    "year": st.just(2022),
    "before": st.none() | st.integers(-5, 0),
    "after": st.none(),
    "account": st.just("511111"),
}
"""What keeps a record from counting in any period of 2023, by the name of its field."""


@st.composite
def lacking(draw: st.DrawFn, indicator: Indicator[Any], period: Period) -> Any:
    """Draw a record that would count but for one thing."""
    record = draw(counting(indicator, period))
    deciding = [field.name for field in attrs.fields(type(record)) if field.name in UNFIT]
    if "account" in deciding and getattr(indicator, "accounts", None) is None:
        deciding.remove("account")
    name = draw(st.sampled_from(deciding))
    return attrs.evolve(record, **{name: draw(UNFIT[name])})


@st.composite
def record_lists(draw: st.DrawFn, indicator: Indicator[Any], period: Period) -> list[Any]:
    """Draw records in any order, none of them twice: some that count, one or more that do not, and any others.

    Growth has something to grow from: of receipts, one is of the year before.
    """
    drawn = draw(st.lists(counting(indicator, period), min_size=2, max_size=3))
    if hasattr(drawn[0], "received_on"):
        drawn[0] = attrs.evolve(drawn[0], received_on=period.previous.end)
    drawn += draw(st.lists(lacking(indicator, period), min_size=1, max_size=2))
    drawn += draw(st.lists(any_record(indicator), max_size=2))
    own = [name for name in type(drawn[0]).identity if name not in {"unit", "year", "accredited_on"}][-1]
    told_apart = [attrs.evolve(one, **{own: f"{getattr(one, own)}{place}"}) for place, one in enumerate(drawn)]
    return draw(st.permutations(told_apart))
