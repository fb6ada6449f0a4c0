"""What a unit sets, laid over an entry of its decree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, KinerjaError
from kinerja.decrees import messages as say
from kinerja.measurement import check_indicator, settings_of
from kinerja.records import Year

if TYPE_CHECKING:
    from kinerja._base import Problem
    from kinerja.decrees.decree import Entry
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
    indicator = entry.measured_by
    if indicator is None or not isinstance(settings, Mapping):
        refused = say.NO_INDICATOR if indicator is None else say.NO_SETTINGS
        problems.append(refused.problem(entry.code))
        return entry
    for name, value in settings.items():
        indicator = _indicator_with(indicator, name, value, f"{entry.code}.{name}", problems)
    if problems:
        return entry
    kept = {name: getattr(indicator, name) for name in (*entry.settings, *settings)}
    before = entry.settings_source if set(entry.settings) - set(settings) else ""
    sources = dict.fromkeys(filter(None, [before, source]))
    return attrs.evolve(entry, settings=FrozenMap(kept), settings_source="; ".join(sources))


def entry_assuming(entry: Entry, targets: object, path: str, problems: list[Problem]) -> Entry:
    """Assume targets in place of the decree's, year -> target; what can be none is noted as a problem."""
    if not isinstance(targets, Mapping):
        problems.append(say.NO_YEARS.problem(path))
        return entry
    assumed = dict(entry.assumed)
    for year, target in targets.items():
        try:
            assumed[entry.covered(Year(year=year)).year] = entry.check_target(target)
        except KinerjaError as error:
            problems.append(error.problem(f"{path}.{year}"))
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
