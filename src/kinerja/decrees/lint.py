"""What of a decree is probably a slip, though it can be read: warnings, each with a code and its path in the file."""

from __future__ import annotations

import difflib
import itertools
import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import InexactNumberError, Language, Problem, QuantityError, Text, by_indicator, few, told
from kinerja.decrees import messages as say
from kinerja.decrees.codes import signs
from kinerja.formulas import Count, Growth, Letter, Mean, Ratio, WeightedIndex
from kinerja.measurement import PERCENT, Bounds, Polarity, bounds_of
from kinerja.records import as_period

if TYPE_CHECKING:
    from kinerja.decrees.decree import Decree, Objective
    from kinerja.decrees.entry import Entry
    from kinerja.measurement import Indicator
    from kinerja.writers import Document

_WRONG_WAY: Mapping[Polarity, tuple[Callable[[Fraction, Fraction], bool], Text]] = {
    Polarity.MAXIMISE: (operator.lt, Text(id="turun", en="falls")),
    Polarity.MINIMISE: (operator.gt, Text(id="naik", en="rises")),
}
"""Direction -> how a target that promises less compares to the one before, and what that is called."""

_DICTUMS = (
    *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"),
    *("KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH"),
)
_TIMES = frozenset({"menit", "jam", "jam kerja", "hari", "hari kerja", "hari kalender", "minggu", "bulan"})
_AT_MOST = re.compile(r"\bmaks(?:imal|imum)?\b", re.IGNORECASE)
_ANSWERED_TO = 4
"""The highest answer of a survey of satisfaction; its index is published times 25 too."""
_HARDLY_PERCENT = 200
_FEW = 5
_ALIKE = 0.9
"""From this share of common signs on two names are taken for one that was typed twice."""


@attrs.frozen(kw_only=True)
class Lint:
    """Everything that is wrong in a catalogue file, and everything that is probably a slip.

    Fields:
        source: the file.
        problems: for which it cannot be read.
        warnings: of what can be read; a citation that is missing can wait, and is told last.
        notes: what of the file was not read, and what is hidden in it.
    """

    source: str
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def questions(self) -> list[Problem]:
        """The warnings that cannot wait."""
        return [one for one in self.warnings if one.code != say.NOT_CITED.code]

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return them for readers, in the order of the file."""
        from kinerja.writers import Document, Section  # noqa: PLC0415 - only readers need the writers

        now = self.questions
        later = [one for one in self.warnings if one not in now]
        waiting = say.LINTED_LATER.text(count=len(later)) if later else ""
        counted = say.LINTED.text(source=self.source, problems=len(self.problems), warnings=len(now), later=waiting)
        kinds = (
            (Text(id="Harus diperbaiki", en="To mend"), told(self.problems)),
            (Text(id="Periksa lagi", en="Look again"), (one.text for one in by_indicator(now))),
            (Text(id="Boleh nanti", en="This can wait"), (one.text for one in by_indicator(later))),
            (Text(id="Untuk diketahui", en="To know"), self.notes),
        )
        sections = [Section(heading=heading, lines=found) for heading, found in kinds]
        return Document(title=[counted], sections=sections, language=language)

    def to_dict(self, language: Language = Language.INDONESIAN) -> dict[str, Any]:
        """Return them as plain data, each as a problem of an error."""
        return {
            "source": self.source,
            "problems": [one.to_dict(language) for one in self.problems],
            "warnings": [one.to_dict(language) for one in self.warnings],
            "notes": [one.read(language) for one in self.notes],
        }


def warnings_of(
    decree: Decree | None, objectives: Iterable[Objective], entries: Iterable[Entry]
) -> tuple[Problem, ...]:
    """Return what is probably a slip in a decree, or in what could be read of it.

    Each warning has a code that begins with `lint.`, and the path of what it speaks of, such as
    `entries[SK3/4].targets.2024`.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> warnings_of(catalogue.decree, catalogue.objectives, catalogue.values())
    ()
    """
    goals, given = tuple(objectives), tuple(entries)
    found = [] if decree is None else [*_of_decree(decree)]
    found += [warning for entry in given for warning in _of_entry(entry)]
    used = {entry.objective.code for entry in given}
    found += [
        say.OBJECTIVE_UNUSED.problem(f"objectives[{one.code}]") for one in goals if given and one.code not in used
    ]
    return (*found, *_named_alike(goals, given))


def years_without_target(entry: Entry) -> list[int]:
    """Return the covered years that have no target; the first one has none where it has a baseline."""
    covered = entry.years if entry.baseline is None else entry.years[1:]
    promised = {as_period(period).year for period in entry.targets}
    return [year for year in covered if year not in promised]


def _of_decree(decree: Decree) -> Iterator[Problem]:
    cited = {
        "number": (Text(id="nomor", en="number"), decree.number if signs(decree.number) else ""),
        "signed_on": (Text(id="tanggal penetapan", en="day of signing"), str(decree.signed_on or "")),
    }
    yield from _lacking("decree", cited)
    for key in decree.dictums:
        close = difflib.get_close_matches(key.upper(), _DICTUMS, cutoff=0.8)
        if close and key not in _DICTUMS:
            yield say.NAMED_ALIKE.problem(f"decree.dictums.{key}", value=key, other=close[0])


def _of_entry(entry: Entry) -> Iterator[Problem]:
    for rule in _RULES:
        for warning in rule(entry, f"entries[{entry.code}]"):
            yield attrs.evolve(warning, indicator=entry.code)


def _citation(entry: Entry, path: str) -> Iterator[Problem]:
    source = entry.data_source
    quoted = {
        "method": (Text(id="cara menghitung", en="method"), entry.method),
        "definition": (Text(id="definisi", en="definition"), entry.definition),
        "data_source": (Text(id="sumber data", en="data source"), source.annex_1 + source.annex_2),
    }
    yield from _lacking(path, quoted)


def _lacking(path: str, cited: Mapping[str, tuple[Text, str]]) -> Iterator[Problem]:
    """Say at the first of them what is not cited."""
    lacking = {field: name for field, (name, words) in cited.items() if not words.strip()}
    for field in [*lacking][:1]:
        yield say.NOT_CITED.problem(f"{path}.{field}", lacking=list(lacking.values()))


def _unit(entry: Entry, path: str) -> Iterator[Problem]:
    """Say where the unit is not that of the formula, or of the name."""
    formula, unit, name = entry.indicator, entry.unit, entry.label.casefold()
    in_percent = unit == PERCENT
    place = f"{path}.unit"
    match formula:
        case Growth() | Ratio(percent=True) if not in_percent and not _is_signed(formula):
            yield say.FORMULA_IN_PERCENT.problem(place, value=str(unit), indicator=formula.name)
        case Ratio(percent=False) if in_percent:
            yield say.RATIO_NOT_IN_PERCENT.problem(place, value=str(unit), indicator=formula.name)
        case Count(counted=counted) if not counted.unit.whole:
            own = place if counted.unit == unit else f"{path}.indicator.counted.unit"
            yield say.COUNT_IN_PARTS.problem(own, value=str(counted.unit))
        case Mean() | WeightedIndex() | Ratio() if unit.whole:
            yield say.WHOLE_FRACTIONS.problem(place, value=str(unit), indicator=formula.name)
    for field, letter in [] if formula is None or isinstance(formula, Ratio | Growth) else _letters(formula):
        if letter.unit.name != unit.name:
            place = f"{path}.indicator.{field}.unit"
            of_answers = _ANSWERED_TO in {Bounds.of(None, one).most for one in (letter.unit, unit)}
            message = say.SCALE_OF_LETTER if of_answers else say.UNIT_OF_LETTER
            yield message.problem(place, value=str(letter.unit), label=letter.label, unit=unit.name)
    if not in_percent and str(unit).casefold().startswith("persen"):
        yield say.UNIT_LIKE_PERCENT.problem(place, value=str(unit))
    elif (name.startswith("persentase") and not in_percent) or (name.startswith("jumlah") and in_percent):
        yield say.UNIT_UNLIKE_LABEL.problem(place, value=str(unit), label=entry.label)


def _letters(indicator: Indicator[Any]) -> list[tuple[str, Letter]]:
    fields = [(one.name, getattr(indicator, one.name)) for one in attrs.fields(type(indicator))]
    return [(name, letter) for name, letter in fields if isinstance(letter, Letter)]


def _is_signed(formula: Indicator[Any]) -> bool:
    return any(letter.signed for _, letter in _letters(formula))


def _direction(entry: Entry, path: str) -> Iterator[Problem]:
    """Say where more of a time or a limit is said to be better, and where targets promise less from year to year."""
    if entry.polarity is Polarity.MAXIMISE and entry.unit.name.id.casefold() in _TIMES:
        yield say.TIME_MAXIMISED.problem(f"{path}.polarity", unit=entry.unit.name)
    if entry.polarity is Polarity.MAXIMISE and (at_most := _AT_MOST.search(entry.label)):
        yield say.LIMIT_MAXIMISED.problem(f"{path}.polarity", word=at_most[0])
    promised = [*((year, entry.baseline) for year in entry.years[:1]), *entry.targets.items()]
    known = {str(period): value for period, value in promised if isinstance(value, Fraction)}
    whole_years = sorted((period, value) for period, value in known.items() if period.isdecimal())
    promises_less, word = _WRONG_WAY[entry.polarity]
    for (earlier, before), (later, after) in itertools.pairwise(whole_years):
        if promises_less(after, before):
            yield say.TARGET_WRONG_WAY.problem(
                f"{path}.targets.{later}",
                value=after,
                moves=word,
                polarity=entry.polarity.value,
                before=before,
                earlier=earlier,
            )


def _bounds(entry: Entry, path: str) -> Iterator[Problem]:
    """Say which targets are unusual or perhaps shares, which baseline cannot be, and where a scale is not known."""
    scale = Fraction(100) if entry.unit == PERCENT else entry.bounds.most or Fraction()
    for year, target in entry.targets.items():
        remarks = (entry.bounds.remark(Text(id="Target", en="The target"), bound) for bound in bounds_of(target))
        remark = next(filter(None, remarks), None)
        if remark is not None:
            yield say.UNUSUAL_TARGET.problem(f"{path}.targets.{year}", why=remark)
        elif scale > 1 and isinstance(target, Fraction) and target <= 1:
            meant = scale * target
            yield say.TARGET_LIKE_SHARE.problem(
                f"{path}.targets.{year}", value=target, unit=entry.unit.name, meant=meant
            )
        elif entry.unit == PERCENT and isinstance(target, Fraction) and target > _HARDLY_PERCENT:
            yield say.TARGET_WITHOUT_COMMA.problem(f"{path}.targets.{year}", value=target, meant=_with_comma(target))
    if isinstance(entry.baseline, Fraction):
        try:
            entry.check_actual(entry.baseline)
        except (QuantityError, InexactNumberError) as error:
            yield say.BASELINE_IMPOSSIBLE.problem(f"{path}.baseline", why=error.text)
    if Bounds.of(None, entry.unit).usual is not None and entry.bounds.most is None:
        letters = [] if entry.indicator is None else _letters(entry.indicator)
        alike = [f".indicator.{field}" for field, letter in letters if letter.unit == entry.unit]
        for where in ("", *alike):
            yield say.NO_SCALE.problem(f"{path}{where}.unit", value=str(entry.unit))


def _with_comma(percent: Fraction) -> Fraction:
    """Return a percentage whose comma was lost with the comma behind its first two digits."""
    return percent if percent <= 100 else _with_comma(percent / 10)  # noqa: PLR2004 - percent


def _years(entry: Entry, path: str) -> Iterator[Problem]:
    without = years_without_target(entry)
    if without:
        yield say.YEARS_WITHOUT_TARGET.problem(f"{path}.targets", without=[str(year) for year in without])


def _sources(entry: Entry, path: str) -> Iterator[Problem]:
    """Say which targets name no source beside others that do."""
    unsaid = [str(period) for period in entry.targets if period not in entry.target_sources]
    if entry.target_sources and unsaid:
        yield say.TARGET_WITHOUT_SOURCE.problem(f"{path}.targets.{unsaid[0]}", without=unsaid)


def _readings(entry: Entry, path: str) -> Iterator[Problem]:
    for number, reading in enumerate(entry.readings, 1):
        place = f"{path}.readings[{reading.word or number}]"
        if not reading.reason.id.strip():
            yield say.READING_WITHOUT_REASON.problem(f"{place}.reason")
        if not reading.alternatives:
            yield say.READING_WITHOUT_ALTERNATIVES.problem(place)


_RULES: tuple[Callable[[Entry, str], Iterator[Problem]], ...] = (
    _citation,
    _unit,
    _direction,
    _bounds,
    _years,
    _sources,
    _readings,
)


def _named_alike(objectives: Iterable[Objective], entries: Iterable[Entry]) -> Iterator[Problem]:
    """Say which codes, names and units are so alike that one was probably meant."""
    given = tuple(entries)
    for code, other in _pairs([entry.code for entry in given], lambda one, two: signs(one) == signs(two)):
        yield say.CODES_ALIKE.problem(f"entries[{code}].code", value=code, other=other)
    yield from _typed_alike("objectives[{}].text", {one.code: one.text for one in objectives})
    yield from _typed_alike("entries[{}].label", {entry.code: entry.label for entry in given})
    first_of_unit: dict[str, str] = {}
    for entry in given:
        first_of_unit.setdefault(str(entry.unit), entry.code)
    yield from _typed_alike("entries[{}].unit", {code: unit for unit, code in first_of_unit.items()})


def _typed_alike(place: str, names: Mapping[str, str]) -> Iterator[Problem]:
    """Say which names, by code, are the same or nearly so."""
    codes = defaultdict[str, list[str]](list)
    for code, name in names.items():
        codes[name].append(code)
    for name, of in codes.items():
        if len(of) > 1:
            yield say.NAMED_AGAIN.problem(place.format(of[1]), value=name, codes=few(of, _FEW))
    for name, other in _pairs(list(codes), _almost):
        yield say.NAMED_ALIKE.problem(place.format(codes[name][0]), value=name, other=other)


def _pairs(names: Sequence[str], alike: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    """Give each name that is like one before it, and the first of those."""
    for number, name in enumerate(names):
        before = next((other for other in names[:number] if alike(name, other)), None)
        if before is not None:
            yield name, before


def _almost(one: str, other: str) -> bool:
    """Tell whether two names are nearly the same; those that differ in a number alone are a series."""
    matcher = difflib.SequenceMatcher(None, one.casefold(), other.casefold())
    return _without_numbers(one) != _without_numbers(other) and matcher.ratio() >= _ALIKE


def _without_numbers(name: str) -> list[str]:
    return [word for word in name.split() if not any(map(str.isdigit, word))]
