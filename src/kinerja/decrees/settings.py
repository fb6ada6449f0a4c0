"""What a unit sets, laid over an entry of its decree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, KinerjaError, UnknownIndicatorError
from kinerja.decrees import messages as say
from kinerja.decrees.alternatives import is_comparable
from kinerja.decrees.reading import READING, fields_set
from kinerja.decrees.target_periods import target_period
from kinerja.measurement import check_indicator, settings_of

if TYPE_CHECKING:
    from kinerja._base import Problem, Text
    from kinerja.decrees.entry import Entry
    from kinerja.decrees.reading import Alternative, Reading
    from kinerja.measurement import Indicator


@attrs.frozen(kw_only=True)
class WrittenSettings:
    """What a unit sets as files hold it, field -> plain value, and where it comes from."""

    values: dict[str, Any] = attrs.field(factory=dict)
    source: str = ""

    @classmethod
    def of(cls, entry: Entry) -> WrittenSettings:
        """Return the settings of an entry."""
        return cls(values=dict(entry.settings), source=entry.settings_source)

    def over(self, entry: Entry, problems: list[Problem]) -> Entry:
        """Return the entry with these settings; what cannot be set is noted as a problem."""
        return entry_with(entry, self.values, self.source, problems) if self.values else entry


def entry_with(entry: Entry, settings: object, source: str, problems: list[Problem]) -> Entry:
    """Lay settings over an entry; what cannot be set is noted as a problem."""
    if entry.indicator is None or not isinstance(settings, Mapping):
        refused = say.NO_INDICATOR if entry.indicator is None else say.NO_SETTINGS
        problems.append(refused.problem(entry.code))
        return entry
    own = dict(settings)
    answers = own.pop(READING, None)
    indicator: Indicator[Any] = attrs.evolve(entry.indicator, **fields_set(entry.settings))
    for name, value in own.items():
        indicator = _indicator_with(indicator, name, value, f"{entry.code}.{name}", problems)
    if problems:
        return entry
    kept = {**entry.settings, **{name: getattr(indicator, name) for name in own}}
    before = entry.settings_source if set(entry.settings) - set(settings) else ""
    sources = dict.fromkeys(filter(None, [before, source]))
    laid = attrs.evolve(entry, settings=FrozenMap(kept), settings_source="; ".join(sources))
    return laid if answers is None else _answered(laid, answers, problems)


def _answered(entry: Entry, answers: object, problems: list[Problem]) -> Entry:
    """Take other answers than the catalogue's: word of the reading -> word of the answer."""
    path = f"{entry.code}.{READING}"
    if not isinstance(answers, Mapping):
        problems.append(say.NO_ANSWERS.problem(path))
        return entry
    for word, answer in answers.items():
        try:
            reading = entry.reading(word)
            taken = reading.answer(answer)
        except UnknownIndicatorError as error:
            problems.append(error.problem(f"{path}.{word}"))
            continue
        kept = FrozenMap({**entry.settings.get(READING, {}), word: taken.word})
        changed = attrs.evolve(entry, settings=FrozenMap({**entry.settings, READING: kept}))
        why = _why_unfit(changed, reading, taken)
        if why is None:
            entry = changed
        else:
            problems.append(say.NO_COMPUTATION.problem(f"{path}.{word}", why=why))
    return entry


def _why_unfit(entry: Entry, reading: Reading, answer: Alternative) -> Text | None:
    """Say why an entry cannot be measured under an answer, if it cannot."""
    try:
        indicator = entry.measured_by
        if indicator is None:
            return answer.needs or entry.why_not(reading, answer)
        check_indicator(indicator)
    except KinerjaError as error:
        return error.text
    return None if is_comparable(entry, indicator) else say.OTHER_UNIT


def entry_assuming(entry: Entry, targets: object, path: str, problems: list[Problem]) -> Entry:
    """Assume targets in place of the decree's, period -> target; what can be none is noted as a problem."""
    if not isinstance(targets, Mapping):
        problems.append(say.NO_YEARS.problem(path))
        return entry
    assumed = dict(entry.assumed)
    for period, target in targets.items():
        try:
            assumed[target_period(entry.covered(period))] = entry.check_target(target)
        except KinerjaError as error:
            problems.append(error.problem(f"{path}.{period}"))
    return attrs.evolve(entry, assumed=FrozenMap(assumed))


def _indicator_with(
    indicator: Indicator[Any], name: str, value: object, path: str, problems: list[Problem]
) -> Indicator[Any]:
    allowed = list(settings_of(indicator))
    if name not in allowed:
        problems.append(say.NOT_A_SETTING.problem(path, allowed=allowed))
        return indicator
    try:
        changed = attrs.evolve(indicator, **{name: value})
        check_indicator(changed)
    except KinerjaError as error:
        label = settings_of(indicator)[name].label.about(path.partition(".")[0])
        problems.append(attrs.evolve(error.problem(path), label=label))
    except (TypeError, ValueError) as error:
        problems.append(say.SETTING_UNFIT.problem(path, value=value, error=error))
    else:
        return changed
    return indicator
