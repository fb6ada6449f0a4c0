"""A catalogue: a decree and its entries by code, and the scorecards that are made of them."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from kinerja._base import (
    CatalogueError,
    FrozenMap,
    Language,
    Problem,
    Text,
    UnknownIndicatorError,
    as_json,
)
from kinerja._base.messages import NO_TABLE, NOT_JSON
from kinerja.decrees import Decree, Entry, Objective, Scoring, entry_assuming, entry_with
from kinerja.decrees import messages as say
from kinerja.measurement import Measurement
from kinerja.scorecards import Basis, Scorecard, Value

if TYPE_CHECKING:
    from kinerja.decrees import ByPeriod
    from kinerja.decrees.file import DecreeFile
    from kinerja.measurement import Indicator, TargetGiven
    from kinerja.records import Period
    from kinerja.writers import Document

T = TypeVar("T")


def _by_code(entries: Mapping[str, Entry]) -> FrozenMap[str, Entry]:
    return FrozenMap(entries)


@attrs.frozen(kw_only=True)
class Catalogue(Mapping[str, Entry]):
    """A decree and its entries: a mapping from code to Entry, in the decree's order.

    `scoring` holds the rules of scoring that its file sets, by which every scorecard, trace and frame of it is scored.
    An entry knows its decree alone: `Entry.achievement` is by these rules where it is given them.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> list(catalogue)
    ['SK1/1', 'SK1/2', 'SK2/1', 'SK3/1', 'SK3/2', 'SK3/3', 'SK3/4']
    >>> print(catalogue["SK3/4"].achievement(2023, 47.25))
    105,00%
    """

    decree: Decree
    objectives: tuple[Objective, ...]
    entries: FrozenMap[str, Entry] = attrs.field(converter=_by_code)
    scoring: Scoring = attrs.field(factory=Scoring)

    def __getitem__(self, code: str) -> Entry:
        """Return the entry of a code.

        Raises:
            UnknownIndicatorError: for a code that the decree has not; it names the close matches.
        """
        if code not in self.entries:
            raise UnknownIndicatorError.of(code, self.entries)
        return self.entries[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        return f"<Catalogue {self.decree.number}: {', '.join(self)}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the catalogue as plain data, as a catalogue file holds it, exact numbers as text such as "100/3".

        What a unit sets stands beside it as `settings`, by code, and targets that are assumed as `assumed`, where there
        are any.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
        >>> Catalogue.from_dict(catalogue.to_dict()) == catalogue
        True
        """
        from kinerja.decrees.file import Beside, DecreeFile, dump_decree_file  # noqa: PLC0415 - it imports cattrs

        entries = tuple(self.values())
        plain = dump_decree_file(
            DecreeFile(decree=self.decree, objectives=self.objectives, entries=entries, scoring=self.scoring)
        )
        return plain | Beside.of(entries).plain()

    def to_json(self) -> str:
        """Return the catalogue as JSON; see `to_dict`."""
        return as_json(self.to_dict())

    @classmethod
    def from_dict(cls, data: dict[str, Any], indicators: Iterable[type[Indicator[Any]]] = ()) -> Catalogue:
        """Read what `to_dict` gave, or the parser of a catalogue file.

        Args:
            data: the plain data.
            indicators: your own indicator classes that it names, besides the library's.

        Raises:
            CatalogueError: with everything that is wrong in it, each with its path.
        """
        from kinerja.decrees.file import Beside  # noqa: PLC0415 - it imports cattrs

        if not isinstance(data, dict):
            raise CatalogueError.of([NO_TABLE.problem()], "catalogue")
        file = copy.deepcopy(data)
        beside = Beside.taken_from(file)
        catalogue = catalogue_from("catalogue", file, indicators)
        for code, own in beside.settings.items():
            catalogue = catalogue.with_settings({code: own.values}, source=own.source)
        return catalogue.with_targets(beside.assumed)

    @classmethod
    def from_json(cls, text: str | bytes, indicators: Iterable[type[Indicator[Any]]] = ()) -> Catalogue:
        """Read what `to_json` wrote; see `from_dict`."""
        from kinerja._base.reading import parsed  # noqa: PLC0415 - it imports cattrs

        try:
            data = parsed(text)
        except (ValueError, RecursionError) as error:
            raise CatalogueError.of([NOT_JSON.problem(error=error)], "JSON") from None
        return cls.from_dict(data, indicators)

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return the catalogue for readers: a row for each entry, with its baseline and targets."""
        from kinerja.decrees.page import decree_document  # noqa: PLC0415 - only readers need the writers

        return decree_document(self.decree, self.values(), language, self.scoring)

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()

    def with_settings(self, settings: Mapping[str, Mapping[str, Any]], *, source: str = "") -> Catalogue:
        """Return the catalogue with what a unit sets where the decree leaves it open, such as its service accounts.

        The clause stays: `entry.indicator` is the decree's, and `entry.measured_by` the same with the settings laid
        over it, by which everything is measured and scored. Settings that were there stay unless they are set again.

        Args:
            settings: code -> field -> value; the fields are those that the indicator marks as a `setting`.
            source: where they come from, such as `unit.xlsx`.

        Raises:
            CatalogueError: with every code that the decree has not, every field that is not for a unit to set, and
                every value that cannot be.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
        >>> own = catalogue.with_settings({"SK3/2": {"accounts": ["425283"]}}, source="unit.xlsx")
        >>> own["SK3/2"].measured_by.accounts, own["SK3/2"].indicator == catalogue["SK3/2"].indicator
        (frozenset({'425283'}), True)
        """
        problems: list[Problem] = []
        changed = {
            code: entry_with(entry, own, source, problems) for code, entry, own in self._each(settings, problems)
        }
        if problems:
            raise CatalogueError.of(problems, source or "with_settings", say.SETTINGS_REFUSED)
        return attrs.evolve(self, entries={**self.entries, **changed})

    def with_targets(self, targets: Mapping[str, ByPeriod]) -> Catalogue:
        """Return the catalogue with targets assumed in place of the decree's: what if the target were another.

        The clause stays: `entry.targets` are the decree's, `entry.assumed` stands over them. Whatever is made with an
        assumed target says so, with the decree's beside it: scorecards in their headline, traces, and their files.

        Args:
            targets: code -> period -> target. What was assumed before stays unless it is given again.

        Raises:
            CatalogueError: with every code that the decree has not, every period that it does not cover, and every
                target that cannot be.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
        >>> what_if = catalogue.with_targets({"SK3/4": {2024: 55}})
        >>> card = what_if.scorecard(2024, {"SK3/4": 47.25})
        >>> print(card["SK3/4"].achievement, card["SK3/4"].decree_target)
        85,91% 50
        >>> print(card.document().title[0])
        Rapor kinerja 2024, target SK3/4 diandaikan - Balai Standardisasi dan Pelayanan Jasa Industri Pekanbaru
        """
        problems: list[Problem] = []
        changed = {
            code: entry_assuming(entry, own, code, problems) for code, entry, own in self._each(targets, problems)
        }
        if problems:
            raise CatalogueError.of(problems, "with_targets", say.TARGETS_REFUSED)
        return attrs.evolve(self, entries={**self.entries, **changed})

    def _each(self, given: Mapping[str, T], problems: list[Problem]) -> Iterator[tuple[str, Entry, T]]:
        """Go through what is given by code, each with its entry; note every code that the decree has not."""
        for code, own in given.items():
            if code in self.entries:
                yield code, self.entries[code], own
            else:
                problems.append(UnknownIndicatorError.of(code, self.entries).problem(str(code)))

    def scorecard(  # noqa: PLR0913 - six of them are by name and seldom given
        self,
        period: int | str | Period,
        values: Mapping[str, Value],
        *,
        scoring: Scoring = Scoring(),  # noqa: B008 - frozen
        remarks: Mapping[str, str] = FrozenMap(),
        targets: Mapping[str, TargetGiven] | None = None,
        target_year: int | None = None,
        units: str | Iterable[str] = (),
        notes: Iterable[Text] = (),
        alternatives: bool = False,
    ) -> Scorecard:
        """Return the scorecard (rapor kinerja) of a year or a part of one, every indicator in the decree's order.

        The actuals are set against the decree's targets of the year, also those of a quarter or semester, unless the
        entry has targets for parts of that year: then against that of the period, or none. The office's own targets
        (perjanjian kinerja), and another year's, such as the last of the decree's period, are set in their place where
        given.

        Args:
            period: a year that the decree covers, or a quarter or semester of it.
            values: code -> actual, measurement of the entry's indicator, reason, or None for not measured; a code
                that is missing is not measured.
            scoring: the agency's own rules, such as a cap, beside those of `Catalogue.scoring`.
            remarks: code -> what the office itself notes about the figure; its first line is told first, the rest after
                all else.
            targets: code -> the office's own target of the period, a range as its two bounds; or of `target_year` where
                that is its year. A code that is missing has the decree's target of the year; where these are targets of
                a part of it, only that of the same period.
            target_year: the year whose targets are taken, unless it is the period's own. A part of a year is set
                against the own targets of its year by both: `targets` and its year.
            units: whose figures these are, as a headline names them; one text is one unit. Without it, the units that
                the records name, where these are kept and the units several. Those of several together have no target
                of the decree where they grow with the units, as counts and differences do: it is one unit's.
            notes: what a reader should know of the whole, such as what was assumed.
            alternatives: whether each figure is worked out under every other reading (tafsir) too. All is measured
                again for that, some ten times.

        Raises:
            UnknownIndicatorError: for a code that the decree has not.
            TargetError: for a year outside those covered.
            PeriodError: for a measurement of another period, and for targets beside another year's.
            QuantityError, InexactNumberError: for a value that cannot be.
            QuantityError: for a rule of scoring that differs from the catalogue's, and for units that are no texts.
            CatalogueError: for weights of other codes than the decree's.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
        >>> card = catalogue.scorecard(2023, {"SK1/1": 2, "SK3/4": 47.25})
        >>> print(card["SK1/1"].achievement, card["SK3/2"].reason, card.mean())
        200,00% Belum diukur. 152,50%
        """
        for code in [*values, *remarks, *(targets or ())]:
            self[code]
        own, rules = targets or {}, self.scored_by(scoring)
        basis = Basis.of(
            self.decree,
            period,
            scoring=rules,
            own=targets is not None,
            target_year=target_year,
            units=units,
        )
        basis = attrs.evolve(basis, units=basis.units or _several_units(values.values()))
        scores = [
            basis.score(entry, values.get(code), own.get(code), remarks.get(code, ""), alternatives=alternatives)
            for code, entry in self.entries.items()
        ]
        return Scorecard(
            decree=self.decree,
            period=basis.period,
            target_year=basis.target_year,
            scoring=rules,
            scores=tuple(scores),
            units=basis.units,
            notes=tuple(notes),
        )

    def scored_by(self, scoring: Scoring, said: Mapping[str, str] | str = "scoring") -> Scoring:
        """Return the catalogue's rules of scoring and others beside them; see `Scoring.agreed`.

        Raises:
            QuantityError: for a rule that both state otherwise.
            CatalogueError: for weights of other codes than the decree's.
        """
        rules = self.scoring.agreed(scoring, said)
        rules.check_weights(self.entries)
        return rules


def _several_units(values: Iterable[Value]) -> tuple[str, ...]:
    """Return the units that the records of all values name, where they are more than one."""
    named = [unit for value in values if isinstance(value, Measurement) for unit in value.evidence.units]
    units = tuple(dict.fromkeys(named))
    return units if len(units) > 1 else ()


def catalogue_from(source: str, data: dict[str, Any], indicators: Iterable[type[Indicator[Any]]]) -> Catalogue:
    """Turn the plain data of a catalogue file into a catalogue; `source` is how a refusal names it."""
    from kinerja.decrees.file import read_catalogue_file  # noqa: PLC0415 - it imports cattrs

    return catalogue_of(read_catalogue_file(data, indicators).whole(source))


def catalogue_of(file: DecreeFile) -> Catalogue:
    """Return the catalogue of what a file holds."""
    entries = FrozenMap({entry.code: entry for entry in file.entries})
    return Catalogue(decree=file.decree, objectives=file.objectives, entries=entries, scoring=file.scoring)
