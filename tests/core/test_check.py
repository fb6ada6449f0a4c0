"""What is told to the author of an indicator that cannot be right."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import attrs
import pytest

from kinerja import (
    PERCENT,
    Indicator,
    IndicatorError,
    Period,
    Quarter,
    Tally,
    Text,
    Timing,
    Unit,
    Variable,
    Year,
    check_indicator,
    exact,
    records,
)
from kinerja.records import (
    at_least,
    between,
    by_kind,
    either,
    held_on,
    in_order,
    known,
    one_of,
    optional_exact,
    percent_change,
    rose,
    stated,
)
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

APPROVED = Path(__file__).parent / "approved" / "slips.txt"

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)
RECEIVED = Variable(name="received", symbol="B", label=Text(id="surat masuk", en="received"), unit=LETTER, divisor=True)
ANSWERED = Variable(
    name="answered", symbol="A", label=Text(id="surat terjawab", en="answered"), unit=LETTER, part_of="received"
)


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Letter:
    """One letter."""

    identity: ClassVar = ("unit", "number")

    unit: str = attrs.field(metadata=records.unit())
    number: str = attrs.field(metadata=records.name("nomor", "Nomor surat."))
    received_on: dt.date | None = attrs.field(default=None, metadata=records.day("diterima", "Tanggal diterima."))
    subject: str | None = attrs.field(default=None, metadata=records.text("perihal", "Perihal surat."))
    answered: bool = attrs.field(default=False, metadata=records.flag("terjawab", "Apakah sudah dijawab."))


@attrs.frozen(kw_only=True)
class AnsweredRatio(Indicator[Letter]):
    """An indicator of one's own that can be right."""

    unit = PERCENT
    record = Letter
    timing = Timing.FLOW
    variables = (ANSWERED, RECEIVED)

    tags: Any = ()

    def tally(self, line: Letter, period: Period) -> Iterator[Tally]:
        """Count the letters of the period, and those of them that were answered."""
        received = period.contains(line.received_on)
        yield Tally({"diterima dalam periode": received}, received=1)
        yield Tally({"diterima dalam periode": received, "terjawab": line.answered}, answered=1)

    @staticmethod
    def formula(answered: Any, received: Any) -> Any:
        """Return the share that was answered."""
        return 100 * answered / received


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Case:
    """One case, with a field of every kind."""

    identity: ClassVar = ("unit", "number")

    unit: str = attrs.field(metadata=records.unit())
    number: str = attrs.field(metadata=records.name("nomor", "Nomor perkara."))
    year: int = attrs.field(metadata=records.year("tahun", "Tahun."))
    account: str = attrs.field(metadata=records.account("akun", "Kode akun."))
    fee: Fraction = attrs.field(converter=exact, metadata=records.rupiah("biaya", "Biaya."))
    cost: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=records.rupiah("ongkos", "Ongkos.")
    )
    done: bool = attrs.field(metadata=records.flag("selesai", "Apakah sudah selesai."))
    contract: str | None = attrs.field(default=None, metadata=records.text("kontrak", "Nomor kontrak."))
    kind: str = attrs.field(metadata=records.text("jenis", "Jenis.", options=("baru", "lama")))
    promised_on: dt.date | None = attrs.field(default=None, metadata=records.day("dijanjikan", "Tanggal janji."))
    issued_on: dt.date | None = attrs.field(default=None, metadata=records.day("terbit", "Tanggal terbit."))


@attrs.frozen(kw_only=True)
class Bare:
    """A record that describes nothing, and is known by its annotations."""

    identity: ClassVar = ("number",)

    number: str
    amount: float
    since: dt.datetime
    whatever: Any = None
    done: bool | None = None


@attrs.frozen(kw_only=True)
class Unowned:
    """A record whose identity became a field."""

    number: str
    identity: tuple[str, ...] = ("number",)


class Untold(Indicator[Letter]):
    """An indicator that states nothing, but has a formula."""

    formula = staticmethod(AnsweredRatio.formula)


class Uncounted(Indicator[Letter]):
    """An indicator that counts, and states neither record nor timing."""

    unit = PERCENT
    variables = (ANSWERED, RECEIVED)
    formula = staticmethod(AnsweredRatio.formula)

    def tally(self, line: Letter, period: Period) -> Iterator[Tally]:
        """Count nothing."""
        raise NotImplementedError


class Formulaless(Indicator[Letter]):
    """An indicator without a formula."""

    unit = PERCENT
    variables = (ANSWERED, RECEIVED)


@attrs.frozen(kw_only=True)
class LaterRatio(AnsweredRatio):
    """An indicator with a parameter whose type is imported for the type checker alone."""

    since: Later = None  # type: ignore[name-defined]  # noqa: F821


@attrs.frozen(kw_only=True)
class LaterLetter:
    """A record with such a field."""

    identity: ClassVar = ("number",)

    number: str
    fee: Later = None  # type: ignore[name-defined]  # noqa: F821


def _slip(base: type[Indicator[Any]] = AnsweredRatio, /, **members: Any) -> Indicator[Any]:
    """Return an indicator that differs from the right one in these members."""
    made: Indicator[Any] = type("Slip", (base,), members)()
    return made


def _formula(written: Callable[..., Any]) -> Indicator[Any]:
    return _slip(formula=staticmethod(written))


def _rule(condition: Callable[[Any, Any], Any]) -> Indicator[Any]:
    """Return an indicator whose rule has this condition."""

    def tally(_self: object, line: Any, period: Period) -> Iterator[Tally]:
        yield Tally({"syarat": condition(line, period)}, answered=1, received=1)

    return _slip(tally=tally)


def _case(condition: Callable[[Any, Any], Any], record: type[Any] = Case, **counted: Callable[[Any], Any]) -> Any:
    """Return an indicator of cases with this condition, which counts this in the place of 1."""

    def tally(_self: object, line: Any, period: Period) -> Iterator[Tally]:
        values = {"answered": 1, "received": 1, **{name: value(line) for name, value in counted.items()}}
        yield Tally({"syarat": condition(line, period), "dalam": line.number == "1"}, **values)

    return _slip(record=record, tally=tally, timing=Timing.SNAPSHOT)


def _per(per: Callable[[Any], Any], **counted: Callable[[Any], Any]) -> Any:
    """Return an indicator of cases that are counted by this, and count this in the place of 1."""

    def tally(_self: object, line: Any, _period: Period) -> Iterator[Tally]:
        values = {"answered": 1, "received": 1, **{name: value(line) for name, value in counted.items()}}
        yield Tally({"selesai": line.done}, per=per(line), **values)

    return _slip(record=Case, tally=tally, timing=Timing.SNAPSHOT)


def _number(line: Any) -> tuple[Any, ...]:
    return (line.number,)


def _bare_case(condition: Callable[[Any, Any], Any], **counted: Callable[[Any], Any]) -> Any:
    return _case(condition, Bare, **counted)


def _unruled(*slips: tuple[str, Callable[[], Any]]) -> dict[str, tuple[Callable[[], Any], str, str]]:
    return {name: (slip, "indicator.no_rule", "tally") for name, slip in slips}


def _tallies(tally: Callable[..., Any]) -> Indicator[Any]:
    return _slip(tally=tally)


def _record(field: Any, hint: Any = str, **more: Any) -> Indicator[Any]:
    """Return an indicator whose record has this field beside its name, of this type."""
    names = {"number": attrs.field(metadata=records.name("nomor", "Nomor surat.")), "field": field}
    body = {"__annotations__": {"number": str, "field": hint}, "identity": ("number",), **names, **more}
    record = attrs.frozen(kw_only=True, field_transformer=by_kind)(type("Row", (), body))
    return _slip(record=record, tally=_no_field, timing=Timing.SNAPSHOT)


def _no_field(_self: object, line: Any, _period: object) -> Iterator[Tally]:
    yield Tally({"bernomor": line.number == "1"}, answered=1, received=1)


def _kind(described: Mapping[str, Any], hint: Any, **given: Any) -> Indicator[Any]:
    return _record(attrs.field(metadata=described, **given), hint)


RUPIAH, TEXT = records.rupiah("biaya", "Biaya."), records.text("kata", "Kata.")

SLIPS: dict[str, tuple[Callable[[], Indicator[Any]], str, str]] = {
    "no unit": (lambda: _slip(Untold, variables=(ANSWERED, RECEIVED)), "indicator.not_stated", "unit"),
    "no variables": (lambda: _slip(Untold, unit=PERCENT), "indicator.not_stated", "variables"),
    "a unit by its name": (lambda: _slip(unit="Persen"), "indicator.other_kind", "unit"),
    "a polarity by its name": (lambda: _slip(polarity="Minimasi"), "indicator.other_kind", "polarity"),
    "a timing by its name": (lambda: _slip(timing="FLOW"), "indicator.other_kind", "timing"),
    "a least that is no whole number": (lambda: _slip(least=0.5), "indicator.other_kind", "least"),
    "variables that are none": (lambda: _slip(variables=()), "indicator.no_variables", "variables"),
    "one variable without a comma": (lambda: _slip(variables=ANSWERED), "indicator.no_variables", "variables"),
    "a variable by its name": (lambda: _slip(variables=("answered",)), "indicator.no_variables", "variables"),
    "one name twice": (
        lambda: _slip(variables=(RECEIVED, attrs.evolve(RECEIVED, symbol="C"))),
        "indicator.named_twice",
        "variables",
    ),
    "one symbol twice": (
        lambda: _slip(variables=(RECEIVED, attrs.evolve(ANSWERED, symbol="B"))),
        "indicator.named_twice",
        "variables",
    ),
    "part of none": (
        lambda: _slip(variables=(RECEIVED, attrs.evolve(ANSWERED, part_of="recieved"))),
        "indicator.part_of_none",
        "variables",
    ),
    "part of itself": (
        lambda: _slip(variables=(RECEIVED, attrs.evolve(ANSWERED, part_of="answered"))),
        "indicator.part_of_none",
        "variables",
    ),
    "a least above the most": (lambda: _slip(least=2, most=1), "indicator.least_above_most", "least"),
    "a variable's least above its most": (
        lambda: _slip(variables=(RECEIVED, attrs.evolve(ANSWERED, least=2, most=1))),
        "indicator.least_above_most",
        "variables.answered.least",
    ),
    "a least that is a truth": (lambda: _slip(least=True), "indicator.other_kind", "least"),
    "a unit whose name is a plain text": (
        lambda: _slip(unit=Unit(name="Persen")),  # type: ignore[arg-type]
        "indicator.other_kind",
        "unit.name",
    ),
    **{
        f"a variable whose {member} is {value!r}": (
            lambda member=member, value=value: _slip(variables=(RECEIVED, attrs.evolve(ANSWERED, **{member: value}))),  # type: ignore[misc]
            "indicator.other_kind",
            f"variables.answered.{member}",
        )
        for member, value in [
            ("unit", "Laporan"),
            ("label", "terjawab"),
            ("least", True),
            ("divisor", 1),
            ("symbol", 1),
        ]
    },
    "a variable without a letter": (
        lambda: _slip(variables=(RECEIVED, attrs.evolve(ANSWERED, symbol=" "))),
        "indicator.no_symbol",
        "variables",
    ),
    "a parameter that cannot hash": (lambda: AnsweredRatio(tags=["x"]), "indicator.unhashable", "parameters"),
    "a parameter's type under TYPE_CHECKING": (LaterRatio, "record.hint_unresolved", "parameters"),
    "no formula": (Formulaless, "indicator.not_stated", "formula"),
    "parameters that are not the variables": (
        lambda: _formula(lambda answered, letters: 100 * answered / letters),
        "indicator.other_parameters",
        "formula",
    ),
    "@staticmethod forgotten": (
        lambda: _slip(formula=lambda answered, received: 100 * answered / received),
        "indicator.other_parameters",
        "formula",
    ),
    "a float": (
        lambda: _formula(lambda answered, received: 1.3 * answered / received),
        "indicator.no_arithmetic",
        "formula",
    ),
    "a Decimal": (
        lambda: _formula(lambda answered, received: Decimal("1.3") * answered / received),
        "indicator.no_arithmetic",
        "formula",
    ),
    "a truth as a number": (
        lambda: _formula(lambda answered, received: answered / received + True),
        "indicator.no_arithmetic",
        "formula",
    ),
    "if": (
        lambda: _formula(lambda answered, received: answered / received if received else 0),
        "indicator.no_arithmetic",
        "formula",
    ),
    "a comparison": (
        lambda: _formula(lambda answered, received: (answered < received) * 100),
        "indicator.no_arithmetic",
        "formula",
    ),
    "a call": (
        lambda: _formula(lambda answered, received: round(answered / received)),
        "indicator.no_arithmetic",
        "formula",
    ),
    "a divisor that is not declared": (
        lambda: _slip(variables=(ANSWERED, attrs.evolve(RECEIVED, divisor=False))),
        "indicator.divisor_undeclared",
        "formula",
    ),
    "a divisor in a product": (
        lambda: _formula(lambda answered, received: 100 / (received * (2 * answered))),
        "indicator.divisor_undeclared",
        "formula",
    ),
    "a sum as divisor": (
        lambda: _formula(lambda answered, received: 100 / (answered + received)),
        "indicator.divisor_undeclared",
        "formula",
    ),
    "0 as divisor": (
        lambda: _formula(lambda answered, received: answered / received / 0),
        "indicator.divisor_undeclared",
        "formula",
    ),
    "a divisor that never divides": (
        lambda: _formula(lambda answered, received: answered * received),
        "indicator.divisor_unused",
        "formula",
    ),
    "a rule without a record": (lambda: _slip(Uncounted, timing=Timing.FLOW), "indicator.not_stated", "record"),
    "a rule without a timing": (lambda: _slip(Uncounted, record=Letter), "indicator.untimed", "timing"),
    "a record that is no attrs class": (lambda: _slip(record=dict), "record.not_attrs", "record"),
    "a record that can change": (
        lambda: _slip(record=attrs.define(type("Row", (), _bare()))),
        "record.not_attrs",
        "record",
    ),
    "a record that is no class": (
        lambda: _slip(record=Letter(unit="1", number="1")),
        "record.not_attrs",
        "record",
    ),
    "a record without identity": (
        lambda: _slip(record=type("Nameless", (Letter,), {"identity": ()})),
        "record.no_identity",
        "record",
    ),
    "an identity that is no field": (
        lambda: _slip(record=type("Nameless", (Letter,), {"identity": ("unit", "nomor")})),
        "record.no_identity",
        "record",
    ),
    "an identity without ClassVar": (lambda: _slip(record=Unowned), "record.no_identity", "record"),
    "an identity of one name, without a comma": (
        lambda: _slip(record=type("Nameless", (Letter,), {"identity": "number"})),
        "record.no_identity",
        "record",
    ),
    "a field's type under TYPE_CHECKING": (
        lambda: _slip(record=LaterLetter, tally=_no_field),
        "record.hint_unresolved",
        "record",
    ),
    "a field that is not described": (lambda: _record(attrs.field(), str), "record.undescribed", "field"),
    "a record that is not held to its kinds": (
        lambda: _slip(record=attrs.frozen(kw_only=True)(type("Row", (), _bare())), tally=_no_field),
        "record.not_by_kind",
        "record",
    ),
    "a record with a check of its own alone": (
        lambda: _slip(record=attrs.frozen(kw_only=True)(type("Row", (), _bare(lambda *_: None))), tally=_no_field),
        "record.not_by_kind",
        "record",
    ),
    "two fields of one heading": (
        lambda: _kind(records.text("nomor", "Nomor."), str),
        "record.headed_twice",
        "record",
    ),
    "a heading that another field takes too": (
        lambda: _kind(records.text("kata", "Kata.", also=("NOMOR ",)), str),
        "record.headed_twice",
        "record",
    ),
    "an amount without a converter": (lambda: _kind(RUPIAH, Fraction), "record.other_type", "record"),
    "an amount as int": (lambda: _kind(RUPIAH, int, converter=exact), "record.other_type", "record"),
    "an amount that may be unknown, with exact": (
        lambda: _kind(RUPIAH, Fraction | None, default=None, converter=exact),
        "record.other_type",
        "record",
    ),
    "a number of optional_exact that is never None": (
        lambda: _kind(records.number("n", "N."), Fraction, converter=optional_exact),
        "record.other_type",
        "record",
    ),
    "a text that may be None without such a default": (
        lambda: _kind(TEXT, str | None),
        "record.other_type",
        "record",
    ),
    "a text that is never None with such a default": (
        lambda: _kind(TEXT, str, default=None),
        "record.other_type",
        "record",
    ),
    "a name that may be None": (
        lambda: _kind(records.name("n", "N."), str | None, default=None),
        "record.other_type",
        "record",
    ),
    "an account as int": (lambda: _kind(records.account("akun", "Akun."), int), "record.other_type", "record"),
    "a day with a time": (lambda: _kind(records.day("hari", "Hari."), dt.datetime), "record.other_type", "record"),
    "a year as text": (lambda: _kind(records.year("tahun", "Tahun."), str), "record.other_type", "record"),
    "a year that may be None": (
        lambda: _kind(records.year("tahun", "Tahun."), int | None, default=None),
        "record.other_type",
        "record",
    ),
    "a flag that may be None": (
        lambda: _kind(records.flag("ya", "Ya."), bool | None, default=None),
        "record.other_type",
        "record",
    ),
    "a rule that reads no field": (lambda: _rule(lambda line, _: line.diterima), "indicator.no_field", "tally"),
    "and": (lambda: _rule(lambda line, _: line.answered and line.subject == "x"), "indicator.no_rule", "tally"),
    "or": (lambda: _rule(lambda line, _: line.answered or line.subject == "x"), "indicator.no_rule", "tally"),
    "not": (lambda: _rule(lambda line, _: not line.answered), "indicator.no_rule", "tally"),
    "a chained comparison": (
        lambda: _rule(lambda line, period: period.start <= line.received_on <= period.end),
        "indicator.no_rule",
        "tally",
    ),
    "in": (lambda: _rule(lambda line, _: line.subject in {"x", "y"}), "indicator.no_rule", "tally"),
    "in a tuple": (lambda: _rule(lambda line, _: line.subject in ("x", "y")), "indicator.no_rule", "tally"),
    "!=": (lambda: _rule(lambda line, _: line.subject != "x"), "indicator.no_rule", "tally"),
    "a method of a text": (lambda: _rule(lambda line, _: line.subject.lower()), "indicator.no_rule", "tally"),
    "a parameter that is not there": (
        lambda: _tallies(lambda self, line, _period: [Tally({"x": one_of(line.subject, self.kinds)}, answered=1)]),
        "indicator.no_rule",
        "tally",
    ),
    "a fault in a quarter alone": (
        lambda: _rule(_only_in_a_quarter),
        "indicator.no_rule",
        "tally",
    ),
    "a rule that gives nothing": (lambda: _tallies(lambda *_: None), "indicator.no_rule", "tally"),
    "a rule that gives something else": (lambda: _tallies(lambda *_: ["answered"]), "indicator.no_tally", "tally"),
    "no condition": (
        lambda: _tallies(lambda *_: [Tally({}, answered=1, received=1)]),
        "indicator.no_condition",
        "tally",
    ),
    **{
        f"conditions that are {name}": (
            lambda make=make: _tallies(lambda _self, line, _: [Tally(make(line), answered=1, received=1)]),  # type: ignore[misc]
            "indicator.unnamed_condition",
            "tally",
        )
        for name, make in [
            ("a condition", lambda line: line.answered),
            ("a list", lambda line: [line.answered]),
            ("names alone", lambda _: {"terjawab"}),
            ("named by numbers", lambda line: {1: line.answered}),
            ("named by blanks", lambda line: {" ": line.answered}),
        ]
    },
    "conditions that grow from tally to tally": (lambda: _tallies(_growing), "indicator.changed", "tally"),
    "a condition that reads no field": (
        lambda: _tallies(lambda *_: [Tally({"selalu": True}, answered=1, received=1)]),
        "indicator.constant_condition",
        "tally",
    ),
    "a quantity that is no variable": (
        lambda: _tallies(lambda _self, line, _: [Tally({"x": line.answered}, answered=1, received=1, lost=1)]),
        "indicator.other_quantities",
        "tally",
    ),
    "a quantity that is never counted": (
        lambda: _tallies(lambda _self, line, _: [Tally({"x": line.answered}, answered=1)]),
        "indicator.other_quantities",
        "tally",
    ),
    "a quantity in two tallies": (
        lambda: _tallies(
            lambda _self, line, _: [
                Tally({"x": line.answered}, answered=1, received=1),
                Tally({"y": line.subject == "x"}, answered=1),
            ]
        ),
        "indicator.other_quantities",
        "tally",
    ),
    "a variable that Tally takes for itself": (
        lambda: _slip(variables=(RECEIVED, attrs.evolve(ANSWERED, name="per"))),
        "indicator.reserved",
        "variables",
    ),
    "what no record means, in another word": (
        lambda: _slip(variables=(RECEIVED, attrs.evolve(ANSWERED, empty="none"))),  # type: ignore[arg-type]
        "indicator.other_word",
        "variables",
    ),
    "a record that is dated by no field": (
        lambda: _slip(record=type("Dated", (Letter,), {"dated_by": "dated_on"})),
        "record.not_dated",
        "record",
    ),
    "a record that is dated by a text": (
        lambda: _slip(record=type("Dated", (Letter,), {"dated_by": "subject"})),
        "record.not_dated",
        "record",
    ),
    "no tally at all": (lambda: _tallies(lambda *_: []), "indicator.other_quantities", "tally"),
}

SLIPS |= {
    f"{name} as a condition": (lambda asked=asked, make=make: make(asked), "indicator.no_truth", "tally")  # type: ignore[misc]
    for name, make, asked in [
        ("a text", _case, lambda line, _: line.contract),
        ("an amount", _case, lambda line, _: line.fee),
        ("what is calculated", _case, lambda line, _: line.fee + 1),
        ("a flag that may be None", _bare_case, lambda line, _: line.done),
        ("what nobody knows", _bare_case, lambda line, _: line.whatever),
    ]
}
SLIPS |= {
    f"{name} as what is counted": (
        lambda value=value: _case(lambda line, _: line.done, answered=value),  # type: ignore[misc]
        "indicator.no_amount",
        "tally",
    )
    for name, value in [
        ("a float", lambda _: 1.3),
        ("a Decimal", lambda _: Decimal(3)),
        ("a text", lambda _: "3"),
        ("a day", lambda line: line.issued_on),
        ("a flag", lambda line: line.done),
        ("a condition", lambda line: line.year == 2023),
        ("True", lambda _: True),
        ("None", lambda _: None),
    ]
}
SLIPS |= {
    f"per {name}": (lambda per=per: _per(per), f"indicator.{code}", "tally")  # type: ignore[misc]
    for name, code, per in [
        ("a column without a comma", "no_key", lambda line: line.number),
        ("nothing", "no_key", lambda _: ()),
        ("a constant", "no_key", lambda _: ("417912",)),
        ("what may be unknown", "key_unknown", lambda line: (line.contract,)),
        (
            "either of what may be unknown",
            "key_unknown",
            lambda line: (line.number, either(line.number, line.contract)),
        ),
    ]
}
SLIPS |= {
    f"per case, {name}": (lambda value=value: _per(_number, answered=value), "indicator.not_one", "tally")  # type: ignore[misc]
    for name, value in [
        ("an amount", lambda line: line.fee),
        ("a weight", lambda _: 2),
        ("a part", lambda _: Fraction(1)),
    ]
}
SLIPS |= _unruled(
    ("either of two days", lambda: _per(lambda line: (either(line.issued_on, line.number),))),
    ("either of a text and a year", lambda: _per(lambda line: (either(line.contract, line.year),))),
    ("either in a comparison", lambda: _case(lambda line, _: either(line.contract, line.number) == "1")),
    ("either that is known", lambda: _case(lambda line, _: known(either(line.contract, line.number)))),
    ("either of either", lambda: _per(lambda line: (either(line.contract, either(line.contract, line.number)),))),
    ("conditions that are added", lambda: _case(lambda line, _: (line.year == 2023) + (line.fee > 0))),
    ("is not None", lambda: _case(lambda line, _: line.done & (line.contract is not None))),
    ("False in a condition", lambda: _case(lambda line, _: line.done & False)),
    ("True in a condition", lambda: _case(lambda line, _: line.done | True)),
    ("a text joined", lambda: _case(lambda line, _: line.done & line.contract)),
    ("an account as a number", lambda: _case(lambda line, _: line.account == 521211)),
    ("accounts as numbers", lambda: _case(lambda line, _: one_of(line.account, {521211}))),  # type: ignore[arg-type]
    ("a text of options", lambda: _case(lambda line, _: one_of(line.contract, "K1 K2"))),
    ("a flag as a form writes it", lambda: _case(lambda line, _: line.done == "ya")),
    ("a flag as a number", lambda: _case(lambda line, _: line.done == 1)),
    ("a year as a text", lambda: _case(lambda line, _: line.year == "2025")),
    ("a period as a year", lambda: _case(lambda line, period: line.year == period)),
    ("a year within a period", lambda: _case(lambda line, period: period.contains(line.year))),
    ("an amount with a float", lambda: _case(lambda line, _: line.fee > 0.5)),
    ("== None", lambda: _case(lambda line, _: line.contract == None)),  # noqa: E711
    ("None that nobody knows", lambda: _bare_case(lambda line, _: line.whatever == None)),  # noqa: E711
    ("a day with a time in a period", lambda: _bare_case(lambda line, period: period.contains(line.since))),
    ("an option as no form has it", lambda: _case(lambda line, _: line.kind == "Baru")),
    ("one of such options", lambda: _case(lambda line, _: one_of(line.kind, {"baru", "Lama"}))),
    ("a number that is stated", lambda: _case(lambda line, _: stated(line.fee))),
    ("two days that may be unknown", lambda: _case(lambda line, _: line.issued_on == line.promised_on)),
    ("a day that may be unknown", lambda: _case(lambda line, _: line.issued_on <= line.promised_on)),
    ("a text that is calculated with", lambda: _case(lambda line, _: line.contract + 1 > 0)),
    ("an amount by a float", lambda: _case(lambda line, _: line.done, answered=lambda line: line.fee * 1.3)),
    ("an amount that is divided by", lambda: _case(lambda line, _: 100 / line.fee > 1)),
    ("0 that is divided by", lambda: _case(lambda line, _: line.fee / 0 > 1)),
    ("days that are subtracted", lambda: _case(lambda line, _: line.issued_on - line.promised_on)),
    (
        "an amount that may be unknown",
        lambda: _case(lambda line, _: line.done, answered=lambda line: line.fee - line.cost),
    ),
    (
        "a direction that is no flag",
        lambda: _case(
            lambda line, _: line.done,
            answered=lambda line: percent_change(line.fee, line.cost, lower_is_better=line.kind),
        ),
    ),
)

SLIPS["a flow that no quarter changes"] = (
    lambda: _slip(type(_case(lambda line, period: line.year == period.year)), timing=Timing.FLOW),
    "indicator.same_in_quarter",
    "tally",
)
SLIPS["a stock that no quarter changes"] = (
    lambda: _slip(
        type(_case(lambda line, period: held_on(period.opening, line.promised_on, None))), timing=Timing.STOCK
    ),
    "indicator.same_in_quarter",
    "tally",
)
of_every_slip = pytest.mark.parametrize("slip", SLIPS)


def _bare(validator: Any = None) -> dict[str, Any]:
    number = attrs.field(validator=validator, metadata=records.name("nomor", "Nomor surat."))
    return {"__annotations__": {"number": str}, "identity": ("number",), "number": number}


def _growing(_self: object, line: Any, period: Period) -> Iterator[Tally]:
    conditions = {"diterima": period.contains(line.received_on)}
    yield Tally(conditions, received=1)
    conditions["terjawab"] = line.answered
    yield Tally(conditions, answered=1)


def _only_in_a_quarter(line: Any, period: Period) -> Any:
    return (line.answered and line.answered) if isinstance(period, Quarter) else line.answered


def _told(slip: str) -> IndicatorError:
    with pytest.raises(IndicatorError) as caught:
        check_indicator(SLIPS[slip][0]())
    return caught.value


@pytest.mark.parametrize(("given", "name"), [(AnsweredRatio, "AnsweredRatio"), (None, "NoneType")], ids=str)
def test_what_is_no_instance_is_refused(given: Any, name: str) -> None:
    """Such as the class itself, where its brackets were forgotten."""
    with refused("indicator.no_instance", indicator=name, member="class", value=given):
        check_indicator(given)


def test_an_indicator_that_can_be_right_is_left_in_peace() -> None:
    """Nothing is said of it."""
    assert check_indicator(AnsweredRatio()) is None  # type: ignore[func-returns-value]


def _told_of_all() -> str:
    told = {slip: _told(slip).text for slip in SLIPS}
    return "\n".join(f"{slip}\n  {text.id}\n  {text.en}\n" for slip, text in told.items())


@of_every_slip
def test_a_slip_is_told_with_its_code_and_member(slip: str) -> None:
    """So that a program can point at it."""
    told = _told(slip)
    assert SLIPS[slip][1:] == (told.code, told.member)


@of_every_slip
def test_a_slip_is_told_with_its_class(slip: str) -> None:
    """That of the indicator, or of the record where the field stands."""
    told = _told(slip)
    assert told.text.id.startswith(told.indicator)
    assert told.text.en.startswith(told.indicator)


def test_every_slip_is_told_in_a_sentence() -> None:
    """In both languages, with what to do; the file is what was approved."""
    assert APPROVED.read_text(encoding="utf-8") == _told_of_all()


def test_a_year_figure_is_asked_for_no_quarter() -> None:
    """Its records name none, so that its rule may not know one."""
    indicator = _slip(type(_rule(_only_in_a_quarter)), timing=Timing.YEARLY)
    assert check_indicator(indicator) is None  # type: ignore[func-returns-value]


def test_a_snapshot_is_asked_for_a_quarter_since_january() -> None:
    """Its records say what was there by then."""
    with refused("indicator.no_rule", indicator="Slip", member="tally"):
        check_indicator(_slip(type(_rule(_only_in_a_quarter)), timing=Timing.SNAPSHOT))


def test_an_indicator_of_totals_alone_needs_no_record() -> None:
    """Nor a timing: it counts nothing."""
    totals = _slip(Untold, unit=PERCENT, variables=(ANSWERED, RECEIVED))
    assert check_indicator(totals) is None  # type: ignore[func-returns-value]


def test_a_record_without_any_description_can_be_counted_in_code() -> None:
    """It needs no headings where nobody fills in a form."""

    @attrs.frozen(kw_only=True)
    class Note:
        identity: ClassVar = ("number",)
        number: str

    counted = _slip(record=Note, tally=_no_field, timing=Timing.SNAPSHOT)
    assert check_indicator(counted) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("described", "hint", "given"),
    [
        (RUPIAH, Fraction, {"converter": exact}),
        (RUPIAH, Fraction | None, {"converter": optional_exact}),
        (RUPIAH, Fraction | None, {"converter": optional_exact, "default": None}),
        (TEXT, str, {}),
        (TEXT, str, {"default": ""}),
        (TEXT, str, {"converter": str.strip}),
        (TEXT, str | None, {"default": None}),
        (records.account("akun", "Akun."), str | None, {"default": None}),
        (records.day("hari", "Hari."), dt.date, {}),
        (records.year("tahun", "Tahun."), int, {"default": 2023}),
        (records.flag("ya", "Ya."), bool, {}),
    ],
)
def test_a_field_whose_kind_annotation_and_converter_agree_is_left_in_peace(
    described: Mapping[str, Any], hint: Any, given: dict[str, Any]
) -> None:
    """There is more than one way to write most kinds."""
    assert check_indicator(_kind(described, hint, **given)) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    "formula",
    [
        lambda answered, received: 13 * answered / 10 / received,
        lambda answered, received: (answered - received) / (2 * received),
        lambda answered, received: answered / -3 + 0 / received,
    ],
)
def test_a_formula_may_divide_by_whole_numbers_and_declared_divisors(formula: Callable[..., Any]) -> None:
    """And by products of them."""
    assert check_indicator(_formula(formula)) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    "asked",
    [
        lambda line, period: (line.year == period.year) & line.done,
        lambda line, _: between(line.issued_on, line.promised_on, line.promised_on),
        lambda line, _: known(line.contract) & stated(line.contract) & (line.contract == "K1"),
        lambda line, _: one_of(line.kind, {"baru", "lama"}) | (line.kind == "baru"),
        lambda line, period: held_on(period.end, line.promised_on, line.issued_on),
        lambda line, _: in_order(line.promised_on, line.issued_on) & rose(line.cost, line.fee),
        lambda line, _: at_least(percent_change(line.cost, line.fee, lower_is_better=line.done), 10),
        lambda line, _: (13 * line.fee / 10 > line.fee) & (Fraction(1, 2) < line.fee),
        lambda line, _: line.done == True,  # noqa: E712
    ],
)
def test_a_rule_may_ask_of_each_kind_what_it_can_answer(asked: Callable[[Any, Any], Any]) -> None:
    """With the words, and with signs where both sides are known."""
    indicator = _case(asked, received=lambda line: line.fee)
    assert check_indicator(indicator) is None  # type: ignore[func-returns-value]


def test_a_field_of_no_known_kind_may_be_compared() -> None:
    """Nobody knows that it cannot be."""
    indicator = _bare_case(
        lambda line, _: (line.whatever == Timing.FLOW) & known(line.done), received=lambda line: line.whatever
    )
    assert check_indicator(indicator) is None  # type: ignore[func-returns-value]


USES: dict[str, Callable[[Indicator[Any]], object]] = {
    "measure": lambda indicator: indicator.measure(answered=1, received=2),
    "measure_records": lambda indicator: indicator.measure_records([], period=2023),
    "achievement": lambda indicator: indicator.achievement(1, 2),
    "needed": lambda indicator: indicator.needed(1, 2),
    "achievement of the class": lambda indicator: type(indicator).achievement(1, 2),
}


@pytest.mark.parametrize("use", USES)
def test_a_slip_is_told_on_first_use(use: str) -> None:
    """Before any figure comes of it."""
    with refused("indicator.no_arithmetic", indicator="Slip", member="formula"):
        USES[use](_formula(lambda answered, received: 1.3 * answered / received))


def test_a_slip_is_told_on_every_use() -> None:
    """Whoever passes over it once is told again."""
    indicator = _formula(lambda answered, received: 1.3 * answered / received)
    for _ in range(2):
        with pytest.raises(IndicatorError):
            check_indicator(indicator)


def test_an_indicator_that_passed_is_not_looked_at_again() -> None:
    """Its rule is run once with a year and once with a quarter, however often it is used."""
    asked: list[str] = []

    def tally(_self: object, line: Any, period: Period) -> Iterator[Tally]:
        asked.append(str(period))
        yield Tally({"diterima": period.contains(line.received_on)}, answered=1, received=1)

    indicator = _slip(tally=tally)
    for _ in range(3):
        indicator.achievement(1, 2)
    assert ["2023", "2023-TW2"] == asked


def test_another_parameter_is_looked_at() -> None:
    """What is data is checked for every instance."""

    @attrs.frozen(kw_only=True)
    class Named(AnsweredRatio):
        unit: Any = PERCENT

    check_indicator(Named())
    with refused("indicator.other_kind", indicator="Named", member="unit", value="Persen", kind="Unit"):
        check_indicator(Named(unit="Persen"))


def test_an_equal_parameter_of_another_type_is_looked_at() -> None:
    """As 1 and 1.0 are, also within a tuple."""

    @attrs.frozen(kw_only=True)
    class Weighed(AnsweredRatio):
        weights: tuple[Any, ...]

        def tally(self, line: Any, period: Period) -> Iterator[Tally]:
            yield Tally({"diterima": period.contains(line.received_on)}, answered=1 * self.weights[0], received=1)

    check_indicator(Weighed(weights=(1,)))
    with refused("indicator.no_amount", indicator="Weighed", member="tally", field="answered", value="1.0"):
        check_indicator(Weighed(weights=(1.0,)))


def test_a_class_that_makes_its_instances_itself_is_asked_for_one() -> None:
    """Where it cannot be made without arguments."""

    class Weighed(AnsweredRatio):
        def __init__(self, weight: int) -> None:
            super().__init__(tags=weight)

    with refused("indicator.needs_instance", indicator="Weighed", member="achievement", value="..."):
        Weighed.achievement(1, 2)


def test_what_an_instance_has_beside_its_fields_is_looked_at() -> None:
    """A class that is none of attrs may keep it in its `__dict__`."""

    class Kept(AnsweredRatio):
        def __init__(self, unit: Any) -> None:
            super().__init__()
            self.__dict__["kept"] = unit

        @property
        def unit(self) -> Any:  # type: ignore[override]
            return self.__dict__["kept"]

    check_indicator(Kept(PERCENT))
    with refused("indicator.other_kind", indicator="Kept", member="unit", value="Persen", kind="Unit"):
        check_indicator(Kept("Persen"))


@pytest.mark.parametrize("product", [lambda one, two: one * two, lambda one, two: two * one])
def test_each_factor_that_a_formula_divides_by_must_be_a_divisor(product: Callable[[Any, Any], Any]) -> None:
    """Whichever stands first."""
    with refused("indicator.divisor_undeclared", indicator="Slip", member="formula", value="answered"):
        check_indicator(_formula(lambda answered, received: 1 / product(answered, received)))


@pytest.mark.parametrize("hint", [int | str, Literal["a"], None])
def test_a_field_of_several_types_or_none_that_is_known_may_be_compared(hint: Any) -> None:
    """With whatever it may hold."""
    body = {"__annotations__": {"number": str, "mixed": hint}, "identity": ("number",)}
    record = attrs.frozen(kw_only=True)(type("Mixed", (), body))
    asked = _case(lambda line, _: line.mixed == "a", record)
    assert check_indicator(asked) is None  # type: ignore[func-returns-value]


def test_a_record_dated_by_what_is_no_day_is_told_which_there_are() -> None:
    """With commas between them, and a dash where there is none."""

    @attrs.frozen(kw_only=True)
    class Dated:
        identity: ClassVar = ("number",)
        dated_by: ClassVar = "number"
        number: str
        year: int
        since: dt.date | None = None

    @attrs.frozen(kw_only=True)
    class Undated:
        identity: ClassVar = ("number",)
        dated_by: ClassVar = "number"
        number: str

    for record, names in ((Dated, "year, since"), (Undated, "-")):
        with refused("record.not_dated", indicator="Slip", member="record", kind=record.__name__, names=names):
            check_indicator(_slip(record=record, tally=_no_field, timing=Timing.SNAPSHOT))


def test_records_of_types_that_are_not_there_are_refused_where_a_form_asks() -> None:
    """Before anything was counted."""

    @attrs.frozen(kw_only=True)
    class Dated(LaterLetter):
        dated_by: ClassVar = "fee"

    asked = _slip(record=Dated, tally=_no_field, timing=Timing.SNAPSHOT)
    with refused("record.hint_unresolved", indicator="Slip", member="record", kind="Dated"):
        [*asked.records_needed(Year(year=2023))]


@pytest.mark.parametrize(("hint", "default"), [(bool, {"default": None}), (bool | None, {})])
def test_what_may_be_unknown_by_its_type_or_its_default_is_no_condition(hint: Any, default: dict[str, Any]) -> None:
    """Either is enough."""
    body = {"__annotations__": {"number": str, "done": hint}, "identity": ("number",), "done": attrs.field(**default)}
    record = attrs.frozen(kw_only=True)(type("Done", (), body))
    with refused("indicator.no_truth", indicator="Slip", member="tally", value="syarat"):
        check_indicator(_case(lambda line, _: line.done, record))
