"""What is asked of a frame, checked: an indicator, a period, what to group by, and which column holds which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from kinerja.frames import messages as say
from kinerja.measurement import Indicator, check_indicator
from kinerja.records import Field, Period, as_period, fields_of, plain_heading

ACTUAL, REASON, PERIOD = "actual", "reason", "period"


def entries_of(quantity: str) -> str:
    """Return the name of the column that says how many rows entered a quantity."""
    return f"entries_{quantity}"


def _listed(by: Any) -> Any:
    return tuple(by) if isinstance(by, Iterable) and not isinstance(by, str) else by


@attrs.frozen(kw_only=True)
class Question:
    """What is asked of a frame.

    Fields:
        indicator: what is measured.
        period: one that the indicator can be measured in.
        by: what the rows are grouped by: columns, or fields, which stand for the column that holds them.
        columns: field -> column, as the caller has it.
        duplicates: whether a record that counts twice is looked for, "refuse", or not, "trust".
        entries: whether the rows that entered each quantity are told.
        needs_unit: whether a column must say whose each row is, for those who are told of the units of a group; None
            where nobody is.

    Raises:
        QuantityError: for what is no indicator, and for another word than "refuse" or "trust".
        IndicatorError: for an indicator that cannot be right.
        PeriodError: for what is no period, and one that the indicator cannot be asked of.
        ColumnsError: for what is not a list of different names, and for names of the result.
    """

    indicator: Indicator[Any]
    period: Period = attrs.field(converter=as_period)
    by: tuple[str, ...] = attrs.field(default=(), converter=_listed)
    columns: Any = None
    duplicates: str = "refuse"
    entries: bool = False
    needs_unit: bool | None = None

    def __attrs_post_init__(self) -> None:
        given: object = self.indicator
        if not isinstance(given, Indicator):
            raise say.NO_INDICATOR.error(indicator="measure", value=given)
        check_indicator(given)
        given.check_period(self.period)
        names = [variable.name for variable in given.variables]
        check_by(self.by, [*names, ACTUAL, REASON, *(entries_of(name) for name in names if self.entries)])
        if self.duplicates not in ("refuse", "trust"):
            raise say.NO_DUPLICATES.error(indicator="measure", value=self.duplicates)

    @property
    def record(self) -> Any:
        """The class of the records; an indicator that is not measured from records is refused."""
        if self.indicator.record is None:
            list(self.indicator.tally(None, self.period))  # says so
        return self.indicator.record

    def place_fields(self, available: Sequence[str]) -> dict[str, str]:
        """Return field -> the column that holds it, for the fields that are there.

        A name in `columns` comes first, then the field's own name, then its headings as forms print them.

        Raises:
            ColumnsError: for a name in `columns` that is no field or no column, and for two columns of one heading.
        """
        given = {} if self.columns is None else self.columns
        if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in [*given, *given.values()]):
            raise say.NO_COLUMNS.error(value=given)
        fields = {field.name: field for field in fields_of(self.record)}
        unknown = [name for name in given if name not in fields]
        if unknown:
            raise say.NO_FIELD.error(missing=tuple(unknown), available=tuple(fields))
        absent = tuple(column for column in given.values() if column not in available)
        if absent:
            raise say.MISSING_COLUMNS.error(column=absent, missing=absent, available=tuple(available))
        placed = {name: given[name] if name in given else _place(field, available) for name, field in fields.items()}
        return {name: column for name, column in placed.items() if column is not None}

    def key_columns(self, schema: Mapping[str, Any], placed: Mapping[str, str]) -> list[str]:
        """Return the columns that `by` stands for; refuse names that are not there."""
        missing = tuple(name for name in self.by if placed.get(name, name) not in schema)
        if missing:
            raise say.MISSING_COLUMNS.error(column=missing, missing=missing, available=tuple(schema))
        return [placed.get(name, name) for name in self.by]


def _place(field: Field, available: Sequence[str]) -> str | None:
    if field.name in available:
        return field.name
    headings = {plain_heading(heading) for heading in field.headings}
    found = [column for column in available if plain_heading(column) in headings]
    if len(found) > 1:
        raise say.AMBIGUOUS_COLUMNS.error(
            column=tuple(found), field=field.name, missing=(field.name,), available=tuple(available)
        )
    return found[0] if found else None


def check_by(by: Any, own: Sequence[str]) -> tuple[str, ...]:
    """Return the names of `by`, a list of different ones; refuse a text alone, which would be read letter by letter."""
    listed = _listed(by)
    is_list = isinstance(listed, tuple)
    names = listed if is_list else (listed,)
    taken = {name.casefold() for name in own}
    fit = all(isinstance(name, str) and name.casefold() not in taken for name in names)
    if not is_list or not fit or len(set(names)) < len(names):
        raise say.NO_KEYS.error(available=tuple(map(str, names)), taken=tuple(sorted(own)))
    return names


def check_periods(periods: Iterable[int | str | Period], by: Sequence[str]) -> tuple[Period, ...]:
    """Return several different periods; refuse to group by the column that tells them apart."""
    check_by(by, [PERIOD])
    whens = tuple(map(as_period, periods))
    if not whens or len(set(whens)) < len(whens):
        raise say.NO_PERIODS.error(value=whens)
    return whens
