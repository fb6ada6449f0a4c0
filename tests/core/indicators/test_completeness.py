"""What holds of every indicator, whichever is added later."""

from __future__ import annotations

import doctest
import inspect
import pkgutil
import re
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import kinerja
from kinerja import Indicator, InexactNumberError, Polarity, QuantityError, check_indicator, indicators
from kinerja.catalogue import bundled_catalogue, bundled_catalogues
from kinerja.indicators import messages as say
from kinerja.measurement import as_written, to_text
from kinerja.measurement.polarity import maximise, minimise, minimise_by_ratio
from kinerja.records import FieldType, fields_of
from kinerja.records.tally import gain, reduction
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja.measurement import Variable

CLASSES: list[type[Indicator[Any]]] = list(indicators.indicator_classes().values())

of_every_indicator = pytest.mark.parametrize("kind", CLASSES, ids=indicators.indicator_classes())

SIBLINGS: list[type[Indicator[Any]]] = list(indicators.reading_classes().values())

of_every_sibling = pytest.mark.parametrize("kind", SIBLINGS, ids=indicators.reading_classes())

CATALOGUES = [bundled_catalogue(name) for name in bundled_catalogues()]

of_every_variable = pytest.mark.parametrize(
    ("kind", "variable"),
    [
        pytest.param(kind, variable, id=f"{kind.__name__}.{variable.name}")
        for kind in CLASSES
        for variable in kind().variables
    ],
)

SAMPLES: dict[FieldType, Any] = {
    FieldType.TEXT: "x",
    FieldType.DATE: None,
    FieldType.NUMBER: 1,
    FieldType.RUPIAH: 1,
    FieldType.YEAR: 2023,
    FieldType.FLAG: False,
    FieldType.ACCOUNT: "521211",
}


of_every_other_formula = pytest.mark.parametrize(
    "formula",
    [gain, reduction, maximise, minimise, minimise_by_ratio],
    ids=lambda formula: formula.__qualname__,
)


def _docstring(kind: type) -> str:
    return inspect.getdoc(kind) or ""


def _names(kind: type[Indicator[Any]]) -> list[str]:
    return [variable.name for variable in kind().variables]


def _record(kind: type[Indicator[Any]]) -> type[Any]:
    assert kind.record is not None
    return kind.record


def _sample(kind: type[Indicator[Any]]) -> Any:
    record = _record(kind)
    return record(**{field.name: SAMPLES[field.kind] for field in fields_of(record) if field.needed})


def test_the_table_of_contents_is_sorted() -> None:
    """The classes of `kinerja.indicators` stand in alphabetical order."""
    assert sorted(indicators.indicator_classes()) == list(indicators.indicator_classes())


def test_every_module_is_exported() -> None:
    """Each module of `kinerja.indicators`, beside the messages, holds one indicator, and its class is exported."""
    modules = {f"{indicators.__name__}.{module.name}" for module in pkgutil.iter_modules(indicators.__path__)}
    assert modules == {say.__name__} | {kind.__module__ for kind in CLASSES}


@of_every_indicator
def test_it_is_an_indicator(kind: type[Indicator[Any]]) -> None:
    """Plain inheritance makes an indicator."""
    assert issubclass(kind, Indicator)


@of_every_indicator
def test_it_needs_no_argument(kind: type[Indicator[Any]]) -> None:
    """Every parameter has the decree's value by default."""
    assert kind.__name__ == kind().name


@of_every_indicator
def test_it_can_be_right(kind: type[Indicator[Any]]) -> None:
    """What it states, its formula, its record and its counting rule go together; `test_check.py` says what is meant."""
    assert check_indicator(kind()) is None  # type: ignore[func-returns-value]


@of_every_other_formula
def test_what_else_is_calculated_is_arithmetic(formula: Callable[..., object]) -> None:
    """It is made of names, whole numbers and + - * / alone, and so writes itself down."""
    names = list(inspect.signature(formula).parameters)
    assert set(re.findall("[a-z]+", to_text(as_written(formula, {name: name for name in names})))) <= set(names)


@of_every_indicator
def test_it_is_slotted(kind: type[Indicator[Any]]) -> None:
    """There is no room for other values."""
    assert not hasattr(kind(), "__dict__")


@of_every_indicator
def test_it_is_frozen(kind: type[Indicator[Any]]) -> None:
    """What an indicator says of itself does not change."""
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        kind().polarity = Polarity.MINIMISE


@of_every_indicator
def test_its_parameters_are_keyword_only(kind: type[Indicator[Any]]) -> None:
    """Nobody has to know the order of the parameters."""
    assert {True} >= {field.kw_only for field in attrs.fields(kind)}


@of_every_indicator
def test_it_pickles_and_copies(duplicate: Callable[[Any], Any], kind: type[Indicator[Any]]) -> None:
    """A duplicate of an indicator equals it."""
    assert kind() == duplicate(kind())


@of_every_indicator
def test_measure_takes_the_variables(kind: type[Indicator[Any]]) -> None:
    """The parameters of `measure` are the names of the variables, by name only."""
    expected = [(name, inspect.Parameter.KEYWORD_ONLY) for name in _names(kind)]
    assert expected == [
        (name, parameter.kind) for name, parameter in inspect.signature(kind().measure).parameters.items()
    ]


@of_every_indicator
def test_some_catalogue_cites_it(kind: type[Indicator[Any]]) -> None:
    """A class measures an entry of a decree that comes with the library, and its docstring quotes that clause."""
    entries = [entry for catalogue in CATALOGUES for entry in catalogue.values()]
    codes = [entry.code for entry in entries if isinstance(entry.indicator, kind)]
    quoted = re.findall(r"^Clause: .*, (\S+): \"", _docstring(kind), re.MULTILINE)
    assert [True] == [code in codes for code in quoted]


@of_every_sibling
def test_a_sibling_is_another_reading_of_an_indicator(kind: type[Indicator[Any]]) -> None:
    """It counts the same records, and stands beside the class whose clause it reads otherwise."""
    main = kind.reading_of
    assert main in CLASSES
    assert (main.record, main.__module__) == (kind.record, kind.__module__)


@of_every_sibling
def test_a_sibling_is_named_by_an_answer_of_its_entry(kind: type[Indicator[Any]]) -> None:
    """Of an entry that its main class measures, and of no other."""
    named = [
        type(entry.indicator)
        for catalogue in CATALOGUES
        for entry in catalogue.values()
        for reading in entry.readings
        for answer in reading.alternatives
        if answer.by is kind
    ]
    assert [kind.reading_of] == named


@of_every_sibling
def test_a_sibling_can_be_right(kind: type[Indicator[Any]]) -> None:
    """Its formula, its record and its counting rule go together."""
    assert check_indicator(kind()) is None  # type: ignore[func-returns-value]


@of_every_sibling
def test_a_sibling_needs_no_argument_and_pickles(duplicate: Callable[[Any], Any], kind: type[Indicator[Any]]) -> None:
    """As the class does whose reading it is."""
    assert kind() == duplicate(kind())


@of_every_sibling
def test_a_siblings_measure_takes_its_variables(kind: type[Indicator[Any]]) -> None:
    """By name only."""
    assert _names(kind) == list(inspect.signature(kind().measure).parameters)


@of_every_sibling
def test_a_sibling_says_its_reading(kind: type[Indicator[Any]]) -> None:
    """Its docstring begins with the code of the entry, and what is read otherwise in the decree's language too."""
    (code,) = {
        entry.code
        for catalogue in CATALOGUES
        for entry in catalogue.values()
        if type(entry.indicator) is kind.reading_of
    }
    assert re.match(rf"{code} (as|where|over|against) [^\n]*\([^)]+\)", _docstring(kind)) is not None


@of_every_sibling
def test_a_sibling_with_a_formula_of_its_own_shows_it(kind: type[Indicator[Any]]) -> None:
    """By an example, which `tests/core/test_doctests.py` runs."""
    sources = " ".join(example.source for example in doctest.DocTestParser().get_examples(_docstring(kind)))
    assert ("formula" in vars(kind)) <= (f"{kind.__name__}().measure(" in sources)


def test_siblings_are_no_names_of_the_library_itself() -> None:
    """They are exported by `kinerja.indicators` alone."""
    assert set() == set(indicators.reading_classes()) & set(dir(kinerja))


@of_every_indicator
@pytest.mark.parametrize("heading", ["Definition:", "Equation:", "Symbols:", "Reading taken:", "Not measured:"])
def test_its_docstring_is_its_formula_page(kind: type[Indicator[Any]], heading: str) -> None:
    """The docstring has each section of the formula page once."""
    assert 1 == len(re.findall(rf"^{heading}", _docstring(kind), re.MULTILINE))


@of_every_indicator
def test_its_docstring_prints_its_equation(kind: type[Indicator[Any]]) -> None:
    """The equation of the docstring is the formula, with x for the times sign."""
    equation = kind().formula_text().replace("×", "x")
    assert f"Equation: {equation}" in _docstring(kind).splitlines()


@of_every_variable
def test_its_docstring_explains_each_symbol(kind: type[Indicator[Any]], variable: Variable) -> None:
    """Each symbol stands in the docstring with the name of its quantity and its unit."""
    explained = rf"^    {variable.symbol}: `{variable.name}`, [^:]*\((?:{variable.unit}|{str(variable.unit).lower()})\)"
    assert re.search(explained, _docstring(kind), re.MULTILINE) is not None


@of_every_indicator
def test_its_docstring_has_an_example(kind: type[Indicator[Any]]) -> None:
    """The docstring shows a measurement; `tests/core/test_doctests.py` runs it."""
    sources = " ".join(example.source for example in doctest.DocTestParser().get_examples(_docstring(kind)))
    assert f"{kind.__name__}().measure(" in sources


INEXACT = [
    ("5", "number.text"),
    ("82,7", "number.text"),
    (None, "number.none"),
    (True, "number.not_exact"),
    (1j, "number.not_exact"),
    (float("nan"), "number.not_finite"),
    (float("inf"), "number.not_finite"),
]


@of_every_variable
@pytest.mark.parametrize(("wrong", "code"), INEXACT, ids=repr)
def test_a_quantity_is_one_exact_number(kind: type[Indicator[Any]], variable: Variable, wrong: Any, code: str) -> None:
    """Text, nothing, truth, NaN, infinity and complex numbers are refused wherever they stand."""
    given = dict.fromkeys(_names(kind), 1)
    named = {"indicator": kind.__name__, "field": variable.name}
    with refused(code, InexactNumberError, about=f"{kind.__name__}, {variable.name}: ", **named, value=wrong):
        kind().measure(**{**given, variable.name: wrong})


@of_every_variable
def test_a_quantity_left_out_is_refused(kind: type[Indicator[Any]], variable: Variable) -> None:
    """Every quantity has to be given."""
    given = {name: 1 for name in _names(kind) if name != variable.name}
    with pytest.raises(QuantityError) as caught:
        kind().measure(**given)
    assert ("quantity.other_names", kind.__name__, [*given]) == (
        caught.value.code,
        caught.value.indicator,
        caught.value.value,
    )


@of_every_indicator
def test_an_unknown_quantity_is_refused(kind: type[Indicator[Any]]) -> None:
    """A quantity that the formula does not know is no slip to be ignored."""
    with pytest.raises(QuantityError) as caught:
        kind().measure(**dict.fromkeys(_names(kind), 1), capaian=1)
    assert ("quantity.other_names", [*_names(kind), "capaian"]) == (caught.value.code, caught.value.value)


@of_every_indicator
def test_a_total_without_a_name_is_refused(kind: type[Indicator[Any]]) -> None:
    """Nobody could tell of which quantity it is."""
    with pytest.raises(QuantityError) as caught:
        kind().measure(1)
    assert ("quantity.other_names", ["(1)"]) == (caught.value.code, caught.value.value)


@of_every_indicator
def test_records_of_another_class_are_refused(kind: type[Indicator[Any]]) -> None:
    """Both classes are named, whichever other record it is."""
    others = [other for other in CLASSES if other.record is not kind.record]
    for other in others:
        with pytest.raises(QuantityError) as caught:
            kind().measure_records([_sample(other)], period=2023)
        said = caught.value
        assert ("record.other_class", kind.__name__, True, True) == (
            said.code,
            said.indicator,
            f" {getattr(kind.record, '__name__', '')};" in said.text.en,
            f" {getattr(other.record, '__name__', '')}," in said.text.en,
        )


@pytest.mark.parametrize("line", [{"unit": "A"}, None, "A", 5], ids=repr)
@of_every_indicator
def test_what_is_no_record_is_refused(kind: type[Indicator[Any]], line: Any) -> None:
    """A dict, nothing, text and numbers have no fields."""
    with pytest.raises(QuantityError) as caught:
        kind().measure_records([line], period=2023)
    assert ("record.other_class", line) == (caught.value.code, caught.value.value)


@of_every_indicator
def test_an_actual_of_zero_is_possible(kind: type[Indicator[Any]]) -> None:
    """Having reached nothing is a figure like any other."""
    assert 0 == kind().check_actual(0)


@of_every_variable
def test_a_variable_is_labelled_in_both_languages(kind: type[Indicator[Any]], variable: Variable) -> None:
    """A reader of either language is told what is counted."""
    assert all([variable.label.id, variable.label.en]), kind


@of_every_indicator
def test_no_measurement_is_refused_for_an_empty_base(kind: type[Indicator[Any]]) -> None:
    """Quantities of 0 are measured, because empty parts must still add."""
    empty = kind().measure(**dict.fromkeys(_names(kind), 0))
    assert empty == empty + empty


@of_every_indicator
def test_it_says_how_its_quarters_come_together(kind: type[Indicator[Any]]) -> None:
    """Whether quarters add is stated, never guessed."""
    assert "timing" in vars(kind)


@of_every_indicator
def test_its_record_stands_in_its_own_module(kind: type[Indicator[Any]]) -> None:
    """Record, counting rule, formula and clause are in one place."""
    assert kind.__module__ == _record(kind).__module__


def test_no_two_indicators_share_a_record() -> None:
    """Each is measured from rows of its own."""
    assert len(CLASSES) == len({_record(kind) for kind in CLASSES})


@of_every_indicator
def test_its_record_is_identified_within_its_balai(kind: type[Indicator[Any]]) -> None:
    """Two balai may have the same numbers."""
    assert "unit" == _record(kind).identity[0]


@of_every_indicator
def test_its_record_pickles_and_copies(duplicate: Callable[[Any], Any], kind: type[Indicator[Any]]) -> None:
    """A duplicate of a record equals it."""
    assert _sample(kind) == duplicate(_sample(kind))
