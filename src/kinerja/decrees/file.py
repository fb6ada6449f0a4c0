"""Files read part by part, every problem of a file at once and under its path; and what a catalogue file holds.

This module imports cattrs, so it is itself imported on first use.
"""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError, IterableValidationError

from kinerja import indicators as law
from kinerja._base import CatalogueError, KinerjaError, Problem, ScorecardError, Text, TraceError, UnknownIndicatorError
from kinerja.decrees import messages as say
from kinerja.decrees.conversion import YEAR, make_converter, plain_converter
from kinerja.decrees.decree import Decree, Entry, Objective
from kinerja.measurement import Indicator, Polarity, Unit, check_indicator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja.decrees.reading import Alternative


T = TypeVar("T")


@attrs.frozen(kw_only=True)
class DecreeFile:
    """What a catalogue file holds, and what a scorecard and a trace quote of it."""

    decree: Decree
    objectives: tuple[Objective, ...]
    entries: tuple[Entry, ...]


def load_decree_file(
    source: str,
    data: dict[str, Any],
    indicators: Iterable[type[Indicator[Any]]],
    passed_over: list[Problem] | None = None,
) -> DecreeFile:
    """Turn the plain data of a catalogue file into values.

    Args:
        source: the file's name, for messages.
        data: what the TOML or JSON parser gave.
        indicators: the classes that the file may name, besides the library's own.
        passed_over: where unknown fields are noted, and taken out of the data; without it they are refused.

    Raises:
        CatalogueError: with everything that is wrong in it.
    """
    reader = Reader(plain_converter(), passed_over)
    own = list(indicators)
    reader.problems.extend(say.NO_CLASS.problem("indicators", value=one) for one in own if not _is_class(one))
    classes = [*law.indicator_classes().values(), *law.reading_classes().values(), *filter(_is_class, own)]
    names = [field.name for field in attrs.fields(DecreeFile)]
    unknown = reader.problems if passed_over is None else passed_over
    unknown.extend(_unknown(key, key, names) for key in data if key not in names)
    decree = reader.read("decree", data.get("decree"), Decree)
    objectives = reader.read_each("objectives", data.get("objectives"), Objective)
    reader.converter = make_converter(
        {indicator.__name__: indicator for indicator in classes}, _known(data.get("objectives"), objectives)
    )
    entries = reader.read_each("entries", data.get("entries"), Entry)
    reader.problems.extend(_repeated("indicators", [indicator.__name__ for indicator in classes]))
    reader.problems.extend(_contradictions(reader, data))
    if decree is None or reader.problems:
        raise CatalogueError.of(reader.problems, source)
    dated = tuple(attrs.evolve(entry, years=decree.years) for entry in entries)
    return DecreeFile(decree=decree, objectives=tuple(objectives), entries=dated)


def dump_decree_file(file: DecreeFile) -> dict[str, Any]:
    """Turn the values back into plain data, which `load_decree_file` reads without loss."""
    plain: dict[str, Any] = plain_converter().unstructure(file)
    return plain


def open_json(
    text: str, schemas: Sequence[str], called: Text, error: type[ScorecardError | TraceError], *tables: str
) -> dict[str, Any]:
    """Parse a JSON of one of the schemas that holds these tables; the error says what such a file is called."""
    try:
        data = json.loads(text, object_pairs_hook=_once_each)
    except (ValueError, RecursionError) as why:
        raise error.of([say.NOT_JSON.problem("JSON", error=why)]) from None
    known = isinstance(data, dict) and data.get("schema") in schemas
    if known and all(isinstance(data.get(name), dict) for name in tables):
        return cast("dict[str, Any]", data)
    raise error.of([say.OTHER_SCHEMA.problem("JSON", called=called, schema=list(schemas))])


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice, of which the parser would keep the last alone."""
    table = dict(pairs)
    if len(table) < len(pairs):
        message = f"a key stands twice among {', '.join(key for key, _ in pairs)}"
        raise ValueError(message)
    return table


class Reader:
    """Reads one part of a file after the other and collects what is wrong.

    Where it is told where to note them, fields that are not known are passed over: a later version may have added them.
    A parameter of an indicator is not: it may change the figure.
    """

    def __init__(self, converter: Converter, passed_over: list[Problem] | None = None) -> None:
        self.converter = converter
        self.passed_over = passed_over
        self.problems: list[Problem] = []

    def read(self, path: str, value: object, kind: type[T]) -> T | None:
        """Return a table as a value, or None with the problems noted."""
        if not isinstance(value, dict):
            self.problems.append(say.TABLE_MISSING.problem(path))
            return None
        try:
            return self.converter.structure(value, kind)
        except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a value's own checks raise
            wrong = list(_wrong(error, path, value))
        if self._pass_over(wrong):
            return self.read(path, value, kind)
        self.problems.extend(problem for one in wrong for problem in _problems(*one))
        return None

    def _pass_over(self, wrong: Iterable[tuple[BaseException, str, Any]]) -> bool:
        """Take the fields that are not known out of their tables, and note them; tell whether there were any."""
        if self.passed_over is None:
            return False
        extra = [one for one in wrong if isinstance(one[0], ForbiddenExtraKeysError) and not _is_class(one[0].cl)]
        for error, path, table in extra:
            self.passed_over.extend(_problems(error, path, table))
            for key in cast("ForbiddenExtraKeysError", error).extra_fields:
                del table[key]
        return bool(extra)

    def read_each(self, path: str, values: object, kind: type[T]) -> list[T]:
        """Return a list of tables as values, without those whose problems were noted."""
        if not isinstance(values, list) or not values:
            self.problems.append(say.TABLES_MISSING.problem(path))
            return []
        read = [self.read(_step(path, values, index), value, kind) for index, value in enumerate(values)]
        return [value for value in read if value is not None]

    def glance(self, value: object, kind: type[T]) -> T | None:
        """Return a value if it can be read, and None without a word if not."""
        with contextlib.suppress(Exception):
            return self.converter.structure(value, kind)
        return None


def _step(path: str, values: list[Any], index: int) -> str:
    """Name an item of a list by its code where it has one, else by its place counted from 1."""
    value = values[index]
    code = value.get("code") if isinstance(value, dict) else None
    return f"{path}[{code or index + 1}]"


def _wrong(error: BaseException, path: str, value: Any) -> Iterator[tuple[BaseException, str, Any]]:
    """Go through what cattrs raised: each error with its path, and what stands there."""
    match error:
        case ClassValidationError():
            for inner, note in error.group_exceptions()[0]:
                yield from _wrong(inner, f"{path}.{note.name}", value.get(note.name))
            for inner in error.group_exceptions()[1]:
                yield from _wrong(inner, path, value)
        case IterableValidationError():
            for inner, item in error.group_exceptions()[0]:
                inside = f"{path}.{item.index}" if isinstance(value, dict) else _step(path, value, int(item.index))
                yield from _wrong(inner, inside, value[item.index])
        case _:
            yield error, path, value


def _problems(error: BaseException, path: str, _value: Any) -> Iterator[Problem]:
    match error:
        case ForbiddenExtraKeysError():
            names = [field.name for field in attrs.fields(error.cl) if field.name not in error.extra_fields]
            for key in sorted(error.extra_fields):
                yield _unknown(f"{path}.{key}", key, names or ["name"])  # an indicator may have its name alone
        case KinerjaError():
            yield error.problem(path)
        case KeyError():
            yield say.MISSING.problem(path)
        case _:
            yield say.UNREADABLE.problem(path, error=error)


def _unknown(path: str, key: str, allowed: Iterable[str]) -> Problem:
    return UnknownIndicatorError.of(key, allowed).problem(path)


def _known(stated: object, objectives: Iterable[Objective]) -> dict[str, Objective] | None:
    """Give the objectives by code; those that cannot be read are stood in for, so that no entry is blamed for them.

    None where some have not even a code, so that nobody can say which there are.
    """
    codes = _codes(stated)
    if not isinstance(stated, list) or not 0 < len(codes) == len(stated):
        return None
    return {code: Objective(code=code, text="") for code in codes} | {item.code: item for item in objectives}


def _contradictions(reader: Reader, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Say which parts do not go together, in tables that have other problems too."""
    decree, entries = data.get("decree"), data.get("entries")
    years = reader.glance(decree.get("years"), tuple[int, ...]) if isinstance(decree, dict) else None
    yield from _repeated("objectives", _codes(data.get("objectives")))
    yield from _repeated("entries", _codes(entries))
    for path, entry in _placed("entries", entries):
        yield from _disagreements(reader, path, entry)
        yield from _unfit_answers(reader, path, entry)
        yield from _uncovered(f"{path}.targets", entry.get("targets"), years)


def _placed(path: str, values: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Go through the tables of a list, each with its path, whatever else stands there."""
    if isinstance(values, list):
        for index, value in enumerate(values):
            if isinstance(value, dict):
                yield _step(path, values, index), value


def _codes(values: object) -> list[str]:
    return [table["code"] for _, table in _placed("", values) if isinstance(table.get("code"), str)]


def _is_class(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Indicator)


def _repeated(path: str, codes: Sequence[str]) -> Iterator[Problem]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield say.REPEATED.problem(f"{path}[{code}]", times=times)


def _uncovered(path: str, targets: object, years: Sequence[int] | None) -> Iterator[Problem]:
    if years is None or not isinstance(targets, dict):
        return
    for year in targets:
        if YEAR.fullmatch(year) and int(year) not in years:
            yield say.UNCOVERED.problem(f"{path}.{year}", years=list(years))


def _unfit_answers(reader: Reader, path: str, entry: Mapping[str, Any]) -> Iterator[Problem]:
    """Say which answers of readings cannot be computed as they state, and which words stand for several."""
    read = reader.glance(entry, Entry)
    if read is None:
        return
    yield from _repeated(f"{path}.readings", [reading.word for reading in read.readings if reading.word])
    for number, reading in enumerate(read.readings, 1):
        own = f"{path}.readings[{reading.word or number}]"
        yield from _repeated(own, [answer.word for answer in reading.answers if answer.word])
        if read.indicator is not None:
            for answer in reading.alternatives:
                yield from _unfit(f"{own}.alternatives[{answer.word}]", answer, read.indicator)


def _unfit(path: str, answer: Alternative, indicator: Indicator[Any]) -> Iterator[Problem]:
    try:
        other = answer.over(indicator)
        if other is not None:
            check_indicator(other)
    except KinerjaError as error:
        yield error.problem(path)
    except (TypeError, ValueError) as error:
        yield say.ANSWER_UNFIT.problem(path, value=dict(answer.changes), error=error)
    else:
        if other is not None and other.record is not indicator.record:
            yield say.ANSWER_OF_OTHER_RECORD.problem(path, value=other.name, indicator=indicator.name)


def _disagreements(reader: Reader, path: str, entry: Mapping[str, Any]) -> Iterator[Problem]:
    indicator = reader.glance(entry.get("indicator"), Indicator)
    unit, polarity = reader.glance(entry.get("unit"), Unit), reader.glance(entry.get("polarity"), Polarity)
    if indicator is None:
        return
    own = indicator.unit
    pairs = {
        "unit": (None if unit is None else str(unit), str(own)),
        "unit.whole": (None if unit is None or str(unit) != str(own) else unit.whole, own.whole),
        "polarity": (None if polarity is None else polarity.value, indicator.polarity.value),
    }
    for name, (stated, wanted) in pairs.items():
        if stated is not None and stated != wanted:
            yield say.DISAGREES.problem(f"{path}.{name}", stated=stated, indicator=indicator.name, wanted=wanted)
