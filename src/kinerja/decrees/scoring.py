"""How achievements are scored: an agency's own rules, which no decree has, and of which none applies unless said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import (
    CatalogueError,
    FrozenMap,
    Number,
    Percent,
    Text,
    UnknownIndicatorError,
    exact,
    in_full,
)
from kinerja.decrees import messages as say
from kinerja.decrees.bands import Band, faults, in_order
from kinerja.measurement import Minimise, check_minimise

if TYPE_CHECKING:
    from kinerja._base import Problem

_MET = 100  # below it, what meets its target would seem not to
RULES: Mapping[str, Text] = FrozenMap(
    {
        "cap": Text(id="Batas capaian", en="The cap"),
        "minimise": Text(id="Rumus minimasi", en="The rule where less is better"),
        "weights": Text(id="Bobot", en="The weights"),
        "bands": Text(id="Predikat", en="The ratings"),
    }
)
"""Each rule by the name of its field: what readers call it."""


def _cap(value: Number | None) -> Fraction | None:
    if value is None:
        return None
    cap = exact(value)
    if cap < _MET:
        raise say.CAP.error(indicator="Scoring", value=value, cap=cap)
    return cap


def _weights(given: Mapping[str, Number]) -> FrozenMap[str, Fraction]:
    weights = FrozenMap({code: exact(weight) for code, weight in given.items()})
    below = [code for code, weight in weights.items() if weight < 0]
    if below or (weights and not sum(weights.values())):
        raise say.WEIGHTS.error(indicator="Scoring", value=below or list(weights))
    return weights


def _bands(given: Iterable[Band]) -> tuple[Band, ...]:
    return in_order(given)


def _sources(given: Mapping[str, str]) -> FrozenMap[str, str]:
    return FrozenMap(given)


def _check_minimise(_instance: object, _attribute: object, value: object) -> None:
    if value is not None:
        check_minimise(value)


@attrs.frozen(kw_only=True)
class Scoring:
    """How achievements are scored. None of it is in the decree; each rule is the agency's own.

    Fields:
        cap: the highest achievement in percent that is published; None for no cap. The Ministry of Industry's reports
            are uncapped (BBIA 2020: a mean of 170,6 %); the Ministry of Finance and BPS cap at 120.
        minimise: the rule where less is better, see `kinerja.achievement`: "reflected", (2T - R) / T x 100, or
            "ratio", T / R x 100. Both are in use; of a target of 10 and 25 measured they make -50 % and 40 %. None
            where nobody names one, which is "reflected".
        weights: code -> how much an achievement counts in the weighted mean (bobot), 0 or above, on any scale; of every
            entry, or of none.
        bands: the classes of achievements (predikat), the highest first. Each achievement is in one of them.
        sources: rule -> where it stands, such as a decision of the agency; a catalogue file says it of each.

    Raises:
        QuantityError: for a cap below 100, such as 1.2 for 120, for another rule, for weights below 0 or of nothing,
            for achievements in no class or in two, and for a source of what is no rule here.

    >>> print(Scoring(cap=120).apply(Percent(150)))
    120,00%
    """

    cap: Fraction | None = attrs.field(default=None, converter=_cap)
    minimise: Minimise | None = attrs.field(
        default=None, validator=_check_minimise, eq=lambda rule: rule or "reflected"
    )
    weights: FrozenMap[str, Fraction] = attrs.field(factory=FrozenMap, converter=_weights)
    bands: tuple[Band, ...] = attrs.field(default=(), converter=_bands)
    sources: FrozenMap[str, str] = attrs.field(factory=FrozenMap, converter=_sources)

    def __attrs_post_init__(self) -> None:
        wrong = [*faults(self.bands, self.cap)] if self.bands else []
        if wrong:
            raise say.BANDS.error(indicator="Scoring", faults=Text.joined(wrong, " "))
        for rule, source in self.sources.items():
            if rule not in self.stated or not source.strip():
                raise say.SOURCE_WITHOUT_RULE.error(indicator="Scoring", field=rule, allowed=list(RULES))

    @property
    def rule_of_less(self) -> Minimise:
        """The rule where less is better: the one named, else "reflected"."""
        return self.minimise or "reflected"

    @property
    def stated(self) -> tuple[str, ...]:
        """The names of the rules that it states."""
        return tuple(rule for rule in RULES if getattr(self, rule))

    @property
    def of_one_figure(self) -> Scoring:
        """The rules by which one figure is scored: how much it weighs among others is no part of its path."""
        sources = {rule: source for rule, source in self.sources.items() if rule != "weights"}
        return attrs.evolve(self, weights={}, sources=sources)

    def apply(self, uncapped: Percent) -> Percent:
        """Return the achievement that is published."""
        return uncapped if self.cap is None else min(uncapped, Percent(self.cap))

    @property
    def told_from(self) -> tuple[Fraction, ...]:
        """The numbers from which a written achievement is told apart: 100, and where classes begin and end."""
        edges = [edge for band in self.bands for edge in (band.start, band.end) if edge is not None]
        return Fraction(100), *dict.fromkeys(number for number, _ in edges)

    def rating(self, achievement: Fraction | None) -> str | None:
        """Return the class (predikat) of an achievement that is published; None without one, and without classes.

        >>> classes = [Band(name="Baik", at_least=80), Band(name="Kurang", below=80)]
        >>> Scoring(bands=classes).rating(Percent(79.99))
        'Kurang'
        """
        return None if achievement is None else next((one.name for one in self.bands if achievement in one), None)

    def agreed(self, other: Scoring, said: Mapping[str, str] | str) -> Scoring:
        """Return the rules of both, where they do not differ.

        Args:
            other: what is asked for besides.
            said: by what it is asked for, of all its rules or rule -> of each; where `other` has a source, by that.

        Raises:
            QuantityError: for a rule that both state otherwise; it names both values and their sources.
        """
        for rule in other.stated:
            own, asked = getattr(self, rule), getattr(other, rule)
            if rule in self.stated and own != asked:
                by = said if isinstance(said, str) else said[rule]
                sources = {"own_source": self._source(rule), "source": other.sources.get(rule, by)}
                values = {"own": write_rule(own), "value": write_rule(asked)}
                raise say.SCORING_DIFFERS.error(indicator="Scoring", rule=RULES[rule], field=rule, **values, **sources)
        ours = {name: getattr(self, name) for name in self.stated}
        return attrs.evolve(other, **ours, sources={**other.sources, **self.sources})

    def _source(self, rule: str) -> Text:
        source = self.sources.get(rule)
        return say.CATALOGUE if source is None else Text(id=source, en=source).about(say.CATALOGUE)

    def check_weights(self, codes: Iterable[str]) -> None:
        """Hold the weights against the codes of a catalogue.

        Raises:
            CatalogueError: for weights of a code that it has not, and for a code without one where others have one.
        """
        problems = list(self.weight_problems([*codes]))
        if problems:
            raise CatalogueError.of(problems, "scoring")

    def weight_problems(self, codes: Sequence[str]) -> Iterator[Problem]:
        """Say which codes of the weights are not among these, and which of these have no weight."""
        for code in self.weights:
            if code not in codes:
                yield UnknownIndicatorError.of(code, codes).problem(f"scoring.weights.{code}")
        for code in codes if self.weights else ():
            if code not in self.weights:
                yield say.NO_WEIGHT.problem(f"scoring.weights.{code}")


def write_rule(value: Any) -> Text:
    """Write what a rule says: a number, the name of a formula, weights by code, or classes with their limits."""
    match value:
        case str():
            return Text(id=value, en=value)
        case Fraction():
            return Text.joined([in_full(value), "%"], "")
        case FrozenMap():
            return Text.joined((in_full(weight).about(code) for code, weight in value.items()), "; ")
        case _:
            return Text.joined((band.text for band in value), "; ")
