"""Values as plain data for other systems, and read back: nothing is lost, and nothing is believed."""

from __future__ import annotations

import datetime as dt
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    AssistedCompanyCount,
    BudgetLine,
    Catalogue,
    CatalogueError,
    Indicator,
    Language,
    Measurement,
    P3DNRatio,
    ProductivityDelta,
    QuantityError,
    RecordsError,
    TargetError,
    Tenant,
    TenantCount,
    Timing,
    Trace,
    TraceError,
    make_trace,
    verify_trace,
)
from kinerja._base import FrozenMap, Problem, Text
from kinerja.measurement import Ledger, Unit, Variable
from kinerja.records import Tally, stated
from kinerja.records.plain import plain_record
from said import refused, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kinerja.records import Period

TABLE = tuple[Any, ...]


def line(reference: str = "1", year: int = 2023) -> BudgetLine:
    """Return a budget line."""
    return BudgetLine(unit="A", reference=reference, year=year, account="521211", ceiling=400, realised=100)


MEASURED = P3DNRatio().measure_records([line(), line("2", 2022)], period=2023)
TRACE = make_trace(CATALOGUE, "SK3/4", 2023, MEASURED, sources="anggaran.csv", units="A")
CARD = CATALOGUE.scorecard(2023, {"SK3/4": MEASURED, "SK1/1": 2})


def changed(plain: dict[str, Any], *path: str | int, value: Any) -> dict[str, Any]:
    """Return plain data with another value in a place."""
    copied: dict[str, Any] = json.loads(json.dumps(plain))
    table: Any = copied
    for step in path[:-1]:
        table = table[step]
    table[path[-1]] = value
    return copied


@pytest.mark.parametrize("value", [MEASURED, TRACE, CARD, CATALOGUE], ids=lambda value: type(value).__name__)
def test_json_is_the_plain_data_written(value: Any) -> None:
    """There is one way, and JSON holds all of it."""
    assert value.to_dict() == json.loads(value.to_json())


@pytest.mark.parametrize("value", [MEASURED, TRACE, CARD, CATALOGUE], ids=lambda value: type(value).__name__)
def test_it_comes_back_from_text_from_bytes_and_from_plain_data(value: Any) -> None:
    """As requests and databases hold it."""
    kind, text = type(value), value.to_json()
    assert [value] * 3 == [kind.from_json(text), kind.from_json(text.encode()), kind.from_dict(value.to_dict())]


@pytest.mark.parametrize("value", [MEASURED, TRACE, CARD, CATALOGUE], ids=lambda value: type(value).__name__)
def test_what_was_given_stays_as_it_is(value: Any) -> None:
    """A dict of the caller's is not emptied."""
    given = value.to_dict()
    type(value).from_dict(given)
    assert value.to_dict() == given


def test_a_measurement_holds_its_records_and_what_became_of_them() -> None:
    """Exact numbers as text, ISO days, conditions by their names."""
    plain = MEASURED.to_dict()
    assert ("kinerja.measurement/2", "25", None, ["1", "2"], ["realised", "ceiling"], {}) == (
        plain["schema"],
        plain["actual"],
        plain["totals"],
        [one["fields"]["reference"] for one in plain["records"]],
        plain["records"][0]["entered"],
        plain["records"][0]["missed"],
    )


def test_totals_beside_records_come_back() -> None:
    """The sum is of both."""
    both = MEASURED + P3DNRatio().measure(realised=1, ceiling=1)
    again = Measurement.from_dict(both.to_dict())
    assert (both, both.evidence) == (again, again.evidence)


def test_a_measurement_of_totals_comes_back() -> None:
    """It has no records."""
    measured = TenantCount().measure(graduated=2)
    assert measured == Measurement.from_dict(measured.to_dict())


def test_parameters_of_an_indicator_come_back() -> None:
    """They are part of what was measured."""
    measured = P3DNRatio(accounts=["522141"]).measure(realised=1, ceiling=3)
    assert measured == Measurement.from_json(measured.to_json())


def test_an_answer_that_is_not_as_taken_comes_back() -> None:
    """That which is taken is not written, so that another one may be taken later."""
    taken, other = ProductivityDelta(), ProductivityDelta(case="company")
    written = [one.measure(improvement=1, cases=3).to_dict() for one in (taken, other)]
    assert ["ProductivityDelta", {"name": "ProductivityDelta", "case": "company"}] == [
        one["indicator"] for one in written
    ]
    assert [taken, other] == [Measurement.from_dict(one).indicator for one in written]


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("quantities", "realised"), "101", "measurement.differs"),
        (("records", 0, "fields", "realised"), "101", "measurement.differs"),
        (("actual",), "26", "measurement.differs"),
        (("rules",), 9, "measurement.differs"),
        (("records", 0, "fields", "realised"), "satu", "part.number"),
        (("records", 0, "record"), "Tenant", "trace.other_class"),
        (("records", 0, "period"), "2022", "trace.other_period"),
        (("records", 0, "period"), "kemarin", "period.other"),
        (("records",), None, "measurement.records_left_out"),
        (("indicator",), "P3DN", "name.misspelt"),
        (("schema",), "kinerja.measurement/1", "file.other_schema"),
        (("more",), 1, "name.unknown"),
    ],
)
def test_a_measurement_that_does_not_follow_is_refused(path: TABLE, value: Any, code: str) -> None:
    """Neither a figure, nor a record, nor a name is believed."""
    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict(changed(MEASURED.to_dict(), *path, value=value))
    assert code in {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("actual",), "26", "measurement.actual"),
        (("records",), None, "measurement.records"),
        (("records", 0, "record"), "Tenant", "measurement.records[1].record"),
        (("records", 0, "period"), "2022", "measurement"),
        (("records", 0, "period"), "kemarin", "measurement"),
        (("guarded",), "ya", "measurement.guarded"),
    ],
)
def test_what_does_not_follow_is_told_under_its_path(path: TABLE, value: Any, place: str) -> None:
    """From the measurement on."""
    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict(changed(MEASURED.to_dict(), *path, value=value))
    assert [place] == [problem.place for problem in caught.value.problems]


def test_a_parameter_of_an_indicator_that_has_none_is_refused() -> None:
    """It has its name alone."""
    plain = VisitCount().measure(visits=1).to_dict()
    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict({**plain, "indicator": {"name": "VisitCount", "days": 7}}, [VisitCount])
    said = sentence("name.unknown", name="days", available=["name"])
    assert said.about("measurement.indicator.days") == caught.value.text


def test_records_beside_an_indicator_without_any_are_refused() -> None:
    """A dash stands for the class that it has not."""
    bare = attrs.evolve(MEASURED, indicator=Bare(), quantities=FrozenMap({"visits": Fraction(1)}))
    with refused("trace.other_records", indicator="Bare", own="BudgetLine", named="-"):
        bare.to_dict()


def test_a_measurement_is_read_only_with_an_indicator_that_can_be_right() -> None:
    """As on its first use."""
    plain = VisitCount().measure(visits=1).to_dict()

    @attrs.frozen(kw_only=True)
    class Wrong(VisitCount):
        @staticmethod
        def formula(visits: Any) -> Any:
            return visits / visits

    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict({**plain, "indicator": "Wrong"}, [Wrong])
    assert ["indicator.divisor_undeclared"] == [problem.code for problem in caught.value.problems]


def test_a_measurement_of_nothing_is_refused() -> None:
    """Without periods there are no records, and without totals nothing else."""
    plain = TenantCount().measure(graduated=2).to_dict()
    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict({**plain, "totals": None})
    assert "trace.nothing_measured" == caught.value.code


@attrs.frozen(kw_only=True)
class Visit:
    """A record that is described by nothing."""

    identity = ("unit", "number")
    unit: str
    number: str = attrs.field()

    @number.validator
    def _check_number(self, _attribute: object, number: str) -> None:
        if not number:
            message = "number is blank"
            raise ValueError(message)


@attrs.frozen(kw_only=True)
class VisitCount(Indicator[Visit]):
    """Visits."""

    unit = Unit(name=Text(id="Kunjungan", en="visits"), whole=True)
    record = Visit
    timing = Timing.YEARLY
    variables = (Variable(name="visits", symbol="V", label=Text(id="kunjungan", en="visits"), unit=unit),)

    def tally(self, line: Visit, period: Period) -> Iterable[Tally]:  # noqa: ARG002 - of any period
        """Count every visit."""
        yield Tally({"nomor ada": stated(line.number)}, visits=1)

    @staticmethod
    def formula(visits: Any) -> Any:
        """Return the visits."""
        return visits


@attrs.frozen(kw_only=True)
class Bare(Indicator[object]):
    """Visits as totals."""

    unit = VisitCount.unit
    variables = VisitCount.variables
    formula = staticmethod(VisitCount.formula)


@attrs.frozen(kw_only=True)
class LaterCount(VisitCount):
    """Visits, with a parameter whose type is there for the type checker alone."""

    since: Later = None  # type: ignore[name-defined]  # noqa: F821


def test_an_indicator_whose_types_are_not_there_is_read_from_no_file() -> None:
    """The error says which type it is, and whose."""
    plain = VisitCount().measure(visits=1).to_dict()
    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict({**plain, "indicator": "LaterCount"}, [LaterCount])
    said = sentence("record.hint_unresolved", indicator="LaterCount", value="Later", kind="LaterCount", module=__name__)
    assert said.about("measurement.indicator") == caught.value.text


def test_what_a_record_works_out_itself_is_no_plain_data() -> None:
    """It is worked out again where the record is read."""

    @attrs.frozen(kw_only=True)
    class Room(Visit):
        shown: str = attrs.field(init=False, default="x")

    assert {"unit": "A", "number": "1"} == plain_record(Room(unit="A", number="1"))


def test_a_measurement_is_called_so_where_it_is_none() -> None:
    """In both languages."""
    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict({"schema": "kinerja.trace/2"})
    called = Text(id="hasil pengukuran", en="a measurement")
    said = sentence("file.other_schema", called=called, schema=["kinerja.measurement/2"])
    assert said.about("JSON") == caught.value.text


def test_an_own_indicator_is_named_by_who_reads() -> None:
    """Nothing is looked up by an import path."""
    measured = VisitCount().measure_records([Visit(unit="A", number="1")], period=2023)
    assert measured == Measurement.from_dict(measured.to_dict(), [VisitCount])
    with pytest.raises(RecordsError):
        Measurement.from_dict(measured.to_dict())


def test_whatever_a_record_refuses_is_told_under_its_path() -> None:
    """Also an error that is none of the library's."""
    plain = VisitCount().measure_records([Visit(unit="A", number="1")], period=2023).to_dict()
    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict(changed(plain, "records", 0, "fields", "number", value=""), [VisitCount])
    (problem,) = caught.value.problems
    assert ("measurement.records[1].fields", "file.unreadable") == (problem.place, problem.code)


def test_a_row_of_a_scorecard_is_as_it_stands_in_it() -> None:
    """Its reason by its name."""
    row = CARD["SK1/2"].to_dict()
    assert (row, "NOT_MEASURED") == (CARD.to_dict()["scores"][1], row["reason"])


def test_a_trace_whose_figure_does_not_follow_is_refused() -> None:
    """`verify_trace` says the same, and more."""
    with pytest.raises(TraceError) as caught:
        Trace.from_dict(changed(TRACE.to_dict(), "actual", value="26"))
    assert ["trace.figure_differs"] == [problem.code for problem in caught.value.problems]


def test_a_trace_keeps_the_version_that_made_it() -> None:
    """It is read as it was written."""
    old = attrs.evolve(TRACE, version="0.0.9")
    assert (old, "0.0.9") == (Trace.from_json(old.to_json()), Trace.from_json(old.to_json()).version)


def test_a_figure_of_another_counting_rule_stays_as_it_was_published() -> None:
    """Its records would say otherwise today."""
    plain = make_trace(CATALOGUE, "SK1/1", 2023, TenantCount().measure_records([], period=2023)).to_dict()
    read = Trace.from_dict({**plain, "rules": 2})
    assert Fraction(0) == read.score.actual


def test_a_trace_is_verified_from_plain_data_too() -> None:
    """As a column of JSON gives it."""
    assert verify_trace(TRACE.to_dict()).holds


def test_a_verification_is_plain_data() -> None:
    """The answer and what differs by code, the texts in one language."""
    said = verify_trace(changed(TRACE.to_dict(), "actual", value="26")).to_dict(Language.ENGLISH)
    assert ("DIFFERS", "it does not hold.", [("trace.figure_differs", "actual")], ["EVIDENCE"], None) == (
        said["answer"],
        said["text"],
        [(one["code"], one["place"]) for one in said["differences"]],
        said["unchecked"],
        said["other_rules"],
    )


@pytest.mark.parametrize("settings", [[], {"SK3/2": 1}, {"SK9/9": {"values": {"accounts": ["425283"]}}}])
def test_settings_that_cannot_be_are_refused(settings: Any) -> None:
    """With the rest of the catalogue they would change figures."""
    with pytest.raises(CatalogueError):
        Catalogue.from_dict({**CATALOGUE.to_dict(), "settings": settings})


def test_what_is_no_catalogue_is_refused() -> None:
    """Neither other JSON nor a broken one."""
    for text in ("{", "[]", '{"decree": 1}'):
        with pytest.raises(CatalogueError):
            Catalogue.from_json(text)


def _refused(action: Callable[[], object]) -> dict[str, Any]:
    with pytest.raises((QuantityError, TargetError)) as caught:
        action()
    return caught.value.to_dict()


def test_an_error_of_one_thing_is_one_problem() -> None:
    """With the field, the value, and what it passes."""
    said = _refused(lambda: AssistedCompanyCount().measure(assisted=3, improved=5))
    (problem,) = said["problems"]
    assert ("QuantityError", said["code"], said["text"], "improved", "5", "AssistedCompanyCount") == (
        said["error"],
        problem["code"],
        problem["text"],
        problem["field"],
        problem["value"],
        problem["indicator"],
    )


def test_an_error_tells_the_row_the_value_and_what_it_passes() -> None:
    """Where it has them; a field by its English name."""
    called = Text(id="kolom", en="column")
    error = QuantityError(Text(id="a", en="b"), row=3, value=5, limit=4, indicator="X", field=called)
    told = {"code": "", "text": "a", "place": None, "sheet": None, "row": 3, "line": None, "field": "column"}
    assert [{**told, "value": 5, "limit": 4, "indicator": "X"}] == error.to_dict()["problems"]


def test_an_error_of_an_actual_names_its_field_in_english() -> None:
    """A program tells it by that, whatever the language of the text."""
    said = _refused(lambda: CATALOGUE.scorecard(2023, {"SK1/1": Fraction(1, 2)}))
    assert "actual" == said["problems"][0]["field"].lower()


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (True, True),
        (3, 3),
        ("a", "a"),
        (Fraction(1, 3), "1/3"),
        (dt.date(2023, 1, 9), "2023-01-09"),
        (Text(id="satu", en="one"), "satu"),
        ({"a": Fraction(1, 3)}, {"a": "1/3"}),
        ((Fraction(1, 3), "b"), ["1/3", "b"]),
        (frozenset({"b"}), ["b"]),
        (1.5, "1.5"),
        (Tenant, repr(Tenant)),
    ],
)
def test_whatever_was_given_is_told_as_json_holds_it(value: object, plain: object) -> None:
    """Exact numbers and days as text."""
    said = Problem(allowed=Text(id="a", en="a"), value=value).to_dict()["value"]
    assert plain == json.loads(json.dumps(said))


def test_no_text_of_the_library_speaks_of_options_of_the_command() -> None:
    """A program has none; the command adds its own advice."""
    with pytest.raises(TargetError) as caught:
        CATALOGUE.scorecard(2030, {})
    assert "--" not in caught.value.text.id + caught.value.text.en


def test_measurements_are_equal_by_what_was_measured() -> None:
    """Wherever their records stand, and whether they were kept."""
    other = attrs.evolve(MEASURED, where="a.csv", entries=None, keys=FrozenMap({"x": frozenset()}), evidence=Ledger())
    assert (True, False) == (other == MEASURED, attrs.evolve(MEASURED, guarded=False) == MEASURED)


def test_an_indicator_without_a_name_is_refused_as_such() -> None:
    """A blank name is none."""
    plain = VisitCount().measure(visits=1).to_dict()
    with pytest.raises(RecordsError) as caught:
        Measurement.from_dict({**plain, "indicator": {}}, [VisitCount])
    (problem,) = caught.value.problems
    assert ("measurement.indicator", "name.unknown", True) == (problem.place, problem.code, "''" in problem.text.en)
