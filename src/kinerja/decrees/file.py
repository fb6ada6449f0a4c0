"""What a catalogue file holds, and what scorecards and traces quote of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import CatalogueError, FrozenMap, KinerjaError, Problem, QuantityError
from kinerja._base.reading import Reader, step, unknown
from kinerja.decrees import messages as say
from kinerja.decrees.conversion import make_converter, plain_converter
from kinerja.decrees.decree import Decree, Objective
from kinerja.decrees.entry import Entry
from kinerja.decrees.installed import InstalledIndicators, library_classes
from kinerja.decrees.own_formula import filled_in
from kinerja.decrees.scoring import Scoring
from kinerja.decrees.settings import WrittenSettings
from kinerja.decrees.target_periods import TargetPeriod
from kinerja.measurement import Indicator, Polarity, Target, Unit, check_indicator

if TYPE_CHECKING:
    from kinerja.decrees.reading import Alternative


@attrs.frozen(kw_only=True)
class DecreeFile:
    """What a catalogue file holds, and what a scorecard and a trace quote of it."""

    decree: Decree
    objectives: tuple[Objective, ...]
    entries: tuple[Entry, ...]
    scoring: Scoring = attrs.field(factory=Scoring)


@attrs.frozen(kw_only=True)
class DecreeRead:
    """What could be read of a catalogue file, and everything that is wrong in it."""

    decree: Decree | None
    objectives: tuple[Objective, ...]
    entries: tuple[Entry, ...]
    scoring: Scoring
    problems: tuple[Problem, ...]

    def whole(self, source: str) -> DecreeFile:
        """Return the file; raises CatalogueError, with the name of its source, where anything is wrong."""
        if self.decree is None or self.problems:
            raise CatalogueError.of(self.problems, source)
        return DecreeFile(decree=self.decree, objectives=self.objectives, entries=self.entries, scoring=self.scoring)


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
        indicators: the classes that the file may name, besides the library's own; of `InstalledIndicators` those that
            it does name are imported.
        passed_over: where unknown fields are noted, and taken out of the data; without it they are refused.

    Raises:
        CatalogueError: with everything that is wrong in it.
    """
    return _read(data, indicators, passed_over).whole(source)


def read_catalogue_file(data: dict[str, Any], indicators: Iterable[type[Indicator[Any]]] = ()) -> DecreeRead:
    """Read what can be read of a catalogue file, and note what is wrong, targets that cannot be among it.

    The arguments are those of `load_decree_file`; what quotes a catalogue is not blamed for its targets.
    """
    read = _read(data, indicators)
    impossible = [problem for entry in read.entries for problem in _impossible_targets(entry)]
    return attrs.evolve(read, problems=(*read.problems, *impossible))


def _read(
    data: dict[str, Any], indicators: Iterable[type[Indicator[Any]]], passed_over: list[Problem] | None = None
) -> DecreeRead:
    data = {**data, "entries": filled_in(data.get("entries"))}
    reader = Reader(plain_converter(), passed_over, strict=Indicator)
    own = indicators.named_in(data) if isinstance(indicators, InstalledIndicators) else list(indicators)
    reader.problems.extend(say.NO_CLASS.problem("indicators", value=one) for one in own if not _is_class(one))
    classes = [*dict.fromkeys([*library_classes().values(), *filter(_is_class, own)])]
    names = [field.name for field in attrs.fields(DecreeFile)]
    extra = reader.problems if passed_over is None else passed_over
    extra.extend(unknown(key, key, names) for key in data if key not in names)
    decree = reader.read("decree", data.get("decree"), Decree)
    objectives = reader.read_each("objectives", data.get("objectives"), Objective)
    scoring = reader.read("scoring", data.get("scoring", {}), Scoring) or Scoring()
    reader.converter = make_converter(
        {indicator.__name__: indicator for indicator in classes},
        _known(data.get("objectives"), objectives),
        quoted=passed_over is not None,
    )
    entries = reader.read_each("entries", data.get("entries"), Entry)
    reader.problems.extend(_repeated("indicators", [indicator.__name__ for indicator in classes]))
    reader.problems.extend(_contradictions(reader, data))
    reader.problems.extend(_unfit_scoring(scoring, data))
    years = () if decree is None else decree.years
    return DecreeRead(
        decree=decree,
        objectives=tuple(objectives),
        entries=tuple(attrs.evolve(entry, years=years) for entry in entries),
        scoring=scoring,
        problems=tuple(reader.problems),
    )


def _impossible_targets(entry: Entry) -> Iterator[Problem]:
    for year, target in entry.targets.items():
        try:
            entry.check_target(target)
        except QuantityError as error:
            yield error.problem(f"entries[{entry.code}].targets.{year}")


def dump_decree_file(file: DecreeFile) -> dict[str, Any]:
    """Turn the values back into plain data, which `load_decree_file` reads without loss."""
    plain: dict[str, Any] = plain_converter().unstructure(file)
    return plain


@attrs.frozen(kw_only=True)
class Beside:
    """What stands beside a decree in the plain data of a catalogue, by code.

    Fields:
        settings: what a unit sets.
        assumed: targets that are assumed in place of the decree's.
    """

    settings: FrozenMap[str, WrittenSettings] = attrs.field(factory=FrozenMap)
    assumed: FrozenMap[str, FrozenMap[TargetPeriod, Target]] = attrs.field(factory=FrozenMap)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Beside:
        """Return what stands beside these entries."""
        entries = tuple(entries)
        return cls(
            settings=FrozenMap({entry.code: WrittenSettings.of(entry) for entry in entries if entry.settings}),
            assumed=FrozenMap({entry.code: entry.assumed for entry in entries if entry.assumed}),
        )

    def plain(self) -> dict[str, Any]:
        """Return it as plain data, without what there is not."""
        plain: dict[str, Any] = plain_converter().unstructure(self)
        return plain

    @classmethod
    def taken_from(cls, data: dict[str, Any]) -> Beside:
        """Take it out of the plain data of a catalogue.

        Raises:
            CatalogueError: with everything that is wrong in it.
        """
        reader = Reader(plain_converter())
        settings = reader.read("settings", data.pop("settings", {}), FrozenMap[str, WrittenSettings])
        assumed = reader.read("assumed", data.pop("assumed", {}), FrozenMap[str, FrozenMap[TargetPeriod, Target]])
        if settings is None or assumed is None:
            raise CatalogueError.of(reader.problems, "catalogue")
        return cls(settings=settings, assumed=assumed)


def _known(stated: object, objectives: Iterable[Objective]) -> dict[str, Objective] | None:
    """Give the objectives by code; those that cannot be read are stood in for, so that no entry is blamed for them.

    None where some have not even a code, so that nobody can say which there are.
    """
    codes = _codes(stated)
    if not isinstance(stated, list) or not 0 < len(codes) == len(stated):
        return None
    return {code: Objective(code=code, text=code) for code in codes} | {item.code: item for item in objectives}


def _contradictions(reader: Reader, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Say which parts do not go together, in tables that have other problems too."""
    decree, entries = data.get("decree"), data.get("entries")
    years = reader.glance(decree.get("years"), tuple[int, ...]) if isinstance(decree, dict) else None
    table = decree if isinstance(decree, dict) else {}
    for name in ("revokes", "amends"):
        numbers = table.get(name)
        if isinstance(numbers, list) and table.get("number") in numbers:
            yield say.REPLACES_ITSELF.problem(f"decree.{name}", value=table["number"])
    yield from _repeated("objectives", _codes(data.get("objectives")))
    yield from _repeated("entries", _codes(entries))
    for path, entry in _placed("entries", entries):
        yield from _disagreements(reader, path, entry)
        if reader.passed_over is None:  # what quotes a catalogue is told of its answers where they are asked for
            yield from _unfit_answers(reader, path, entry)
        yield from _uncovered(f"{path}.targets", entry.get("targets"), years)


def _unfit_scoring(scoring: Scoring, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Say which rules of scoring name no source, and which weights and entries do not go together."""
    for rule in scoring.stated:
        if rule not in scoring.sources:
            yield say.RULE_WITHOUT_SOURCE.problem(f"scoring.sources.{rule}")
    yield from scoring.weight_problems(_codes(data.get("entries")))


def _placed(path: str, values: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Go through the tables of a list, each with its path, whatever else stands there."""
    if isinstance(values, list):
        for index, value in enumerate(values):
            if isinstance(value, dict):
                yield step(path, values, index), value


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
        if re.match(r"[0-9]{4}(?![0-9])", year, re.ASCII) and int(year[:4]) not in years:
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
        "code": (entry.get("code"), getattr(indicator, "code", entry.get("code"))),
        "polarity": (None if polarity is None else polarity.value, indicator.polarity.value),
    }
    for name, (stated, wanted) in pairs.items():
        if stated is not None and stated != wanted:
            yield say.DISAGREES.problem(f"{path}.{name}", stated=stated, indicator=indicator.name, wanted=wanted)
