"""What must hold of an indicator before it measures anything, found by running it and never by reading its source."""

from __future__ import annotations

import inspect
import operator
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import attrs

from kinerja._base import Text
from kinerja.measurement import messages as say
from kinerja.measurement.notation import Operation, Symbol, Term, UnwritableError, as_written, to_text
from kinerja.measurement.polarity import Polarity
from kinerja.measurement.quantity import Unit, Variable
from kinerja.measurement.timing import Timing, why_unanswerable
from kinerja.records import (
    FieldsRead,
    MeanTally,
    Period,
    Quarter,
    RuleError,
    Tally,
    Year,
    check_hints,
    check_record,
    stated,
)

_PERIODS = (Year(year=2023), Quarter(year=2023, number=2))

_LEAST = int | None
_OF_A_VARIABLE = (
    ("name", str),
    ("symbol", str),
    ("label", Text),
    ("unit", Unit),
    ("unit.name", Text),
    ("least", _LEAST),
    ("most", _LEAST),
    ("divisor", bool),
)
_OF_AN_INDICATOR = (
    ("unit", Unit),
    ("unit.name", Text),
    ("polarity", Polarity),
    ("timing", Timing),
    ("least", _LEAST),
    ("most", _LEAST),
)
_WORDS = {"empty": ("zero", "unmeasured"), "span": ("period", "previous", "year_before")}
_BY_QUARTER = (Timing.FLOW, Timing.STOCK)


def check_statements(indicator: Any) -> None:
    """Hold what a class states, or an instance has as fields: unit, variables, polarity, timing, least, parameters."""
    _check_kinds(indicator, indicator, _OF_AN_INDICATOR)
    _check_order(indicator, indicator)
    _check_variables(indicator)
    check_hints(indicator.name, "parameters", type(indicator))


def _check_kinds(indicator: Any, owner: Any, kinds: Iterable[tuple[str, Any]], within: str = "") -> None:
    for member, kind in kinds:
        value = operator.attrgetter(member)(owner)
        if not isinstance(value, kind) or (kind is _LEAST and isinstance(value, bool)):
            called = "int" if kind is _LEAST else kind.__name__
            raise say.OTHER_KIND.error(indicator=indicator.name, member=within + member, value=value, kind=called)


def _check_order(indicator: Any, owner: Any, within: str = "") -> None:
    if None not in {owner.least, owner.most} and owner.least > owner.most:
        said = {"indicator": indicator.name, "member": f"{within}least"}
        raise say.LEAST_ABOVE_MOST.error(**said, value=owner.least, limit=owner.most)


def _check_variables(indicator: Any) -> None:
    variables, name = indicator.variables, indicator.name
    if not isinstance(variables, tuple) or not variables or not all(isinstance(one, Variable) for one in variables):
        raise say.NO_VARIABLES.error(indicator=name, member="variables", value=variables)
    for variable in variables:
        _check_kinds(indicator, variable, _OF_A_VARIABLE, f"variables.{variable.name}.")
        _check_order(indicator, variable, f"variables.{variable.name}.")
        if not stated(variable.symbol):
            raise say.NO_SYMBOL.error(indicator=name, member="variables", field=variable.name)
        if variable.name == "per":
            raise say.RESERVED.error(indicator=name, member="variables", field=variable.name)
        _check_words(name, variable)
    for member in ("name", "symbol"):
        given = [getattr(variable, member) for variable in variables]
        twice = sorted({one for one in given if given.count(one) > 1})
        if twice:
            raise say.NAMED_TWICE.error(indicator=name, member="variables", what=member, value=twice)
    names = [variable.name for variable in variables]
    for variable in variables:
        if variable.part_of is not None and variable.part_of not in {*names} - {variable.name}:
            raise say.PART_OF_NONE.error(
                indicator=name, member="variables", value=variable.part_of, field=variable.name, names=names
            )


def _check_words(indicator: str, variable: Variable) -> None:
    for member, words in _WORDS.items():
        value = getattr(variable, member)
        if value not in words:
            said = {"indicator": indicator, "member": "variables", "field": variable.name, "what": member}
            raise say.OTHER_WORD.error(**said, value=value, limit=words)


def check_formula(indicator: Any) -> None:
    """Hold that the formula takes the variables, is arithmetic, and divides by what is declared a divisor alone."""
    names = [variable.name for variable in indicator.variables]
    formula = getattr(indicator, "formula", None)
    if not callable(formula):
        raise say.NOT_STATED.error(indicator=indicator.name, member="formula")
    taken = list(inspect.signature(formula).parameters)
    if sorted(taken) != sorted(names):
        raise say.OTHER_PARAMETERS.error(indicator=indicator.name, member="formula", value=taken, names=names)
    term = _run_formula(indicator, names)
    divisors = list(_divisors(term))
    declared = {variable.name: variable.divisor for variable in indicator.variables}
    for divisor in divisors:
        if not isinstance(divisor, Symbol) or not declared.get(divisor.name, divisor.name != "0"):
            raise say.DIVISOR_UNDECLARED.error(indicator=indicator.name, member="formula", value=to_text(divisor))
    unused = {one.name for one in indicator.variables if one.divisor} - set(map(to_text, divisors))
    if unused:
        raise say.DIVISOR_UNUSED.error(indicator=indicator.name, member="formula", value=sorted(unused))


def _run_formula(indicator: Any, names: list[str]) -> Term:
    try:
        return as_written(indicator.formula, {name: name for name in names})
    except UnwritableError as error:
        why = error.text
    except Exception as error:  # noqa: BLE001 - whatever an author's formula raises on symbols is told as what it is
        why = say.RAISED.text(value=str(error), kind=type(error).__name__)
    raise say.NO_ARITHMETIC.error(indicator=indicator.name, member="formula", why=why)


def _divisors(term: Term) -> Iterator[Term]:
    """Go through what a formula divides by; a product divides by each of its factors."""
    if isinstance(term, Operation):
        yield from _divisors(term.left)
        yield from _divisors(term.right)
        if term.sign == "/":
            yield from _factors(term.right)


def _factors(term: Term) -> Iterator[Term]:
    if isinstance(term, Operation) and term.sign == "*":
        yield from _factors(term.left)
        yield from _factors(term.right)
    else:
        yield term


def check_rule(indicator: Any, *, timed: bool) -> None:
    """Hold that the counting rule reads fields of the record, counts the variables and reads alike on columns.

    It is run once on columns with a year, and with a quarter where the indicator answers for one.
    """
    if indicator.record is None:
        raise say.NOT_STATED.error(indicator=indicator.name, member="record")
    if not timed:
        raise say.UNTIMED.error(indicator=indicator.name, member="timing", names=[one.name for one in Timing])
    check_record(indicator.name, indicator.record)
    asked = []
    for period in _PERIODS:
        if why_unanswerable(indicator.name, indicator.timing, period) is None:
            tallies = _run_rule(indicator, period)
            _check_tallies(indicator, tallies)
            asked.append(
                [FieldsRead.asked_of([*tally.conditions.values(), *tally.values.values()]) for tally in tallies]
            )
    # A quarter of which the same is asked as of the year would have the year's figure. Of a stock one quantity may be
    # the same, that of 31 December before.
    same = [left == right for left, right in zip(*asked, strict=False)] if indicator.timing in _BY_QUARTER else [False]
    if (any if indicator.timing is Timing.FLOW else all)(same):
        raise say.SAME_IN_QUARTER.error(indicator=indicator.name, member="tally")


def _run_rule(indicator: Any, period: Period) -> list[Any]:
    line = FieldsRead.line(indicator.record)
    try:
        given = [(tally, _as_given(tally)) for tally in indicator.tally(line, period)]
    except RuleError as error:
        why = error.text
    except Exception as error:  # noqa: BLE001 - whatever an author's rule raises on columns is told as what it is
        if isinstance(error, AttributeError) and error.obj is line:
            fields = ", ".join(field.name for field in attrs.fields(indicator.record))
            raise say.NO_FIELD.error(
                indicator=indicator.name, member="tally", field=error.name, kind=indicator.record.__name__, names=fields
            ) from None
        why = say.RAISED.text(value=str(error), kind=type(error).__name__)
    else:
        if any(conditions != _as_given(tally) for tally, conditions in given):
            raise say.CHANGED.error(indicator=indicator.name, member="tally")
        return [tally for tally, _ in given]
    raise say.NO_RULE.error(indicator=indicator.name, member="tally", why=why)


def _as_given(tally: Any) -> Any:
    """Return the conditions of a tally as they are now; a rule may change them when it goes on."""
    if not isinstance(tally, Tally) or not hasattr(tally.conditions, "items"):
        return None
    return [(name, FieldsRead.asked_of([holds])) for name, holds in tally.conditions.items()]


def _check_tallies(indicator: Any, tallies: list[Any]) -> None:
    names = [variable.name for variable in indicator.variables]
    for tally in tallies:
        if not isinstance(tally, Tally):
            raise say.NO_TALLY.error(indicator=indicator.name, member="tally", value=tally)
        _check_conditions(indicator, tally.conditions, tuple(tally.values))
        for name, value in tally.values.items():
            if not _is_amount(value):
                raise say.NO_AMOUNT.error(indicator=indicator.name, member="tally", field=name, value=_shown(value))
        if tally.per is not None:
            _check_per(indicator, tally.per, {} if isinstance(tally, MeanTally) else tally.values)
    counted = [name for tally in tallies for name in tally.values]
    if sorted(counted) != sorted(names):
        raise say.OTHER_QUANTITIES.error(indicator=indicator.name, member="tally", value=sorted(counted), names=names)


def _shown(value: Any) -> str:
    return ", ".join(sorted(value.names)) if isinstance(value, FieldsRead) else repr(value)


def _check_per(indicator: Any, per: Any, values: Mapping[str, Any]) -> None:
    """Hold that what lines are about is always known, and that each adds 1."""
    if not isinstance(per, tuple) or not per or not all(isinstance(part, FieldsRead) for part in per):
        raise say.NO_KEY.error(indicator=indicator.name, member="tally", value=_shown(per))
    unknown = [_shown(part) for part in per if part.optional]
    if unknown:
        raise say.KEY_UNKNOWN.error(indicator=indicator.name, member="tally", value=unknown)
    for name, value in values.items():
        if type(value) is not int or value != 1:
            raise say.NOT_ONE.error(indicator=indicator.name, member="tally", field=name, value=_shown(value))


def _check_conditions(indicator: Any, conditions: Any, counted: tuple[str, ...]) -> None:
    if not isinstance(conditions, Mapping) or not all(isinstance(one, str) and stated(one) for one in conditions):
        raise say.UNNAMED_CONDITION.error(indicator=indicator.name, member="tally", value=counted)
    if not conditions:
        raise say.NO_CONDITION.error(indicator=indicator.name, member="tally", value=counted)
    for name, holds in conditions.items():
        if not isinstance(holds, FieldsRead):
            raise say.CONSTANT_CONDITION.error(indicator=indicator.name, member="tally", value=name)
        if not holds.is_truth:
            raise say.NO_TRUTH.error(indicator=indicator.name, member="tally", value=name, names=sorted(holds.names))


def _is_amount(value: Any) -> bool:
    """Tell whether something can be added exactly; of a field that says no type nobody knows before it is counted."""
    if isinstance(value, FieldsRead):
        return value.holds in {None, Fraction}
    return isinstance(value, int | Fraction) and not isinstance(value, bool)
