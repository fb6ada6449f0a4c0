"""Strategies by class: the library's own for `from_type`, and those of anyone's records and indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from hypothesis import strategies as st

from kinerja import Indicator, Measurement, Percent, Period, Quarter, Year, indicators
from kinerja.records import account_set, optional_account_set
from kinerja.testing.figures import as_strategy, measurements, numbers
from kinerja.testing.rows import any_record

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_YEARS = st.sampled_from([2023, 2024]) | st.integers(2000, 2100)


def strategy(kind: type[T], **given: Any) -> st.SearchStrategy[T]:
    """Draw what a class holds: a record from the kinds of its fields, an indicator with its parameters, or a value.

    It draws the class itself, never a class derived from it.

    Args:
        kind: the library's own class, or your own record or indicator class.
        **given: values or strategies in the place of what would be drawn, by the names of the fields.

    Raises:
        IndicatorError: for a record class with a field that is not described.

    >>> from kinerja import Tenant
    >>> strategy(Tenant, tenant="T-01", incubation_on=None)
    strategy(Tenant)
    """
    return _drawn(kind, given)


def _drawn(kind: type[Any], given: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    if issubclass(kind, Indicator):
        return _indicators(kind, given)
    return any_record(kind, given)


def _indicators(kind: type[Indicator[Any]], given: Mapping[str, Any]) -> st.SearchStrategy[Indicator[Any]]:
    """Draw an indicator with the parameters that its class has, other accounts among them."""
    accounts = st.frozensets(st.sampled_from(["425283", "521211", "521811"]), min_size=1)
    own = {
        field.name: st.just(field.default) | accounts
        for field in attrs.fields(kind)
        if field.converter in {account_set, optional_account_set}
    }
    return st.builds(kind, **own, **{name: as_strategy(value) for name, value in given.items()})


def register() -> None:
    """Let `from_type` draw the library's own classes, each by itself."""
    for kind in indicators.indicator_classes().values():
        st.register_type_strategy(kind, strategy(kind))
        st.register_type_strategy(kind.record, strategy(kind.record))
