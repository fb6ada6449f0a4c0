"""Scorecards (rapor kinerja): every indicator of a decree in one period, with its figure or the reason for none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from kinerja._base import Language, Percent, Reason, Text, UnknownIndicatorError, as_json
from kinerja.decrees import Decree, Scoring
from kinerja.measurement import TargetRange
from kinerja.records import Period, Semester
from kinerja.scorecards import messages as say
from kinerja.scorecards.score import Score

if TYPE_CHECKING:
    from kinerja.measurement import Indicator
    from kinerja.writers import Document


Unmeasured: TypeAlias = Literal["skip", "zero"]
"""How rows that are not measured count in a mean: not at all, or as 0."""

_QUARTER = Text(id="triwulan", en="quarter")


@attrs.frozen(kw_only=True)
class Scorecard:
    """All the indicators of a decree in one period, in the decree's order (rapor kinerja).

    It iterates over its scores, has a length, and answers `in`, `get` and `[...]` by code. `print` writes a table.

    Fields:
        period: the year, semester or quarter that was measured.
        target_year: the year whose targets the actuals are set against; None where a part of a year has its own.
        units: whose figures these are, as the headline names them; none where that is not said.
        notes: what a reader should know of the whole, such as what was assumed.
    """

    decree: Decree
    period: Period
    target_year: int | None
    scoring: Scoring
    scores: tuple[Score, ...]
    units: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        return f"<Scorecard {self.period}: {', '.join(score.entry.code for score in self)}>"

    @property
    def basis(self) -> Text:
        """Against which targets, unless they are the year's own, and which of them are assumed; else nothing."""
        assumed = ", ".join(score.entry.code for score in self if score.target_is_assumed)
        if not assumed:
            return self._whose_targets
        whose = self._whose_targets
        return Text(id=f"{whose.id}, target {assumed} diandaikan", en=f"{whose.en}, the target of {assumed} assumed")

    @property
    def _whose_targets(self) -> Text:
        if self.target_year is None:
            part = Text(id="semester", en="semester") if isinstance(self.period, Semester) else _QUARTER
            return Text(id=f" terhadap target {part.id}", en=f" against the {part.en}'s targets")
        of = self._other_targets
        said = Text(id=f" {' dan '.join(of)}" if of else "", en=f" of {' and '.join(of)}" if of else "")
        if any(score.target_is_own for score in self):
            return Text(id=f" terhadap target sendiri{said.id}", en=f" against its own targets{said.en}")
        if not of:
            return Text(id="", en="")
        return Text(id=f" terhadap target{said.id}", en=f" against the targets{said.en}")

    @property
    def _other_targets(self) -> list[str]:
        """Of what the targets are, where they are not all of the period; own ones are of the year."""
        of = dict[str, None]()
        for score in self:
            period = score.entry.target_period(self.period, self.target_year)
            if score.target_is_own or isinstance(period, int):
                of[str(self.target_year)] = None
            elif score.target is not None:
                of[str(period)] = None
        return [] if of.keys() <= {str(self.period)} else list(of)

    def __iter__(self) -> Iterator[Score]:
        return iter(self.scores)

    def __len__(self) -> int:
        return len(self.scores)

    def __contains__(self, asked: object) -> bool:
        """Tell whether a code, or a score, is one of the scorecard's."""
        return any(asked in (score.entry.code, score) for score in self.scores)

    def __getitem__(self, code: str) -> Score:
        """Return the score of a code.

        Raises:
            UnknownIndicatorError: for a code that the scorecard has not.
        """
        score = self.get(code)
        if score is None:
            raise UnknownIndicatorError.of(code, self.by_code())
        return score

    def get(self, code: str) -> Score | None:
        """Return the score of a code; None for a code that the scorecard has not."""
        return self.by_code().get(code)

    def by_code(self) -> dict[str, Score]:
        """Return the scores by their codes, in the decree's order."""
        return {score.entry.code: score for score in self.scores}

    def mean(self, *, unmeasured: Unmeasured = "skip", objective: str | None = None) -> Percent | None:
        """Return the mean achievement in percent, over the rows that have one.

        Args:
            unmeasured: "zero" counts the rows that are not measured as 0; rows without a figure for another reason
                are never counted.
            objective: only the rows that serve this objective, by its code.

        Returns:
            The mean, or None where no row counts.

        Raises:
            UnknownIndicatorError: for an objective that the decree has not.
            QuantityError: for another word than "skip" or "zero".
        """
        return _mean([(Fraction(1), reached) for _, reached in self._counted(unmeasured, objective)])

    def weighted_mean(self, *, unmeasured: Unmeasured = "skip", objective: str | None = None) -> Percent | None:
        """Return the mean achievement by the weights (bobot) of `scoring`, in percent; None where it has none.

        The weights of the rows that count make up the whole: what has no achievement weighs nothing, as a part of an
        index that does not apply. The arguments and errors are those of `mean`.
        """
        weights = self.scoring.weights
        counted = self._counted(unmeasured, objective)
        return _mean([(weights[code], reached) for code, reached in counted if code in weights])

    def weight(self, *, unmeasured: Unmeasured = "skip") -> Fraction:
        """Return the weight of the rows that count in the weighted mean, together."""
        weights = self.scoring.weights
        return sum((weights[code] for code, _ in self._counted(unmeasured, None) if code in weights), Fraction(0))

    @property
    def rules(self) -> Iterator[Text]:
        """The rules by which it is scored, with their sources, in sentences."""
        from kinerja.decrees.page import scoring_rules  # noqa: PLC0415 - only readers need the writers

        ranges = any(isinstance(score.target, TargetRange) for score in self)
        return scoring_rules(self.scoring, [score.entry for score in self], ranges=ranges)

    def _counted(self, unmeasured: str, objective: str | None) -> list[tuple[str, Fraction]]:
        """Return code and achievement of the rows that count in a mean."""
        serving = [score for score in self if objective in {None, score.entry.objective.code}]
        if objective is not None and not serving:
            raise UnknownIndicatorError.of(objective, dict.fromkeys(score.entry.objective.code for score in self))
        if unmeasured not in {"skip", "zero"}:
            raise say.UNMEASURED.error(indicator="mean", value=unmeasured)
        zero = Fraction(0) if unmeasured == "zero" else None
        reached = [(one, zero if one.reason is Reason.NOT_MEASURED else one.achievement) for one in serving]
        return [(score.entry.code, Fraction(value)) for score, value in reached if value is not None]

    def mean_over_readings(self) -> tuple[Percent, Percent] | None:
        """Return two means over the rows that have an achievement: each row at its least, and at its most favourable.

        Every figure is the lowest, or the highest, that one of the readings (tafsir) of its clause gives, those of the
        unit's choice included; readings without a figure are passed over. None where no row counts, and where the
        scorecard was made without `alternatives`.
        """
        rows = [row for score in self if (row := score.achievements)]
        if not rows or not any(score.alternatives for score in self):
            return None
        least, most = (Percent(Fraction(sum(map(pick, rows))) / len(rows)) for pick in (min, max))
        return least, most

    def to_dict(self) -> dict[str, Any]:
        """Return the scorecard as plain data (`kinerja.scorecard/2`), exact numbers as text such as "100/3".

        The decree and its entries travel along, so that `from_dict` needs no catalogue beside it.
        """
        from kinerja.scorecards.file import plain_scorecard  # noqa: PLC0415 - it imports cattrs

        return plain_scorecard(self)

    def to_json(self) -> str:
        """Return the scorecard as JSON; see `to_dict`."""
        return as_json(self.to_dict())

    @classmethod
    def from_dict(cls, data: dict[str, Any], indicators: Iterable[type[Indicator[Any]]] = ()) -> Scorecard:
        """Read what `to_dict` gave, and hold its figures against its own actuals.

        Args:
            data: the plain data.
            indicators: your own indicator classes, where the scorecard has any.

        Raises:
            ScorecardError: for what is not such a scorecard, and where a figure does not follow.
            CatalogueError: for entries that cannot be read.
        """
        from kinerja.scorecards.file import load_scorecard  # noqa: PLC0415 - it imports cattrs

        return load_scorecard(cls, data, indicators)

    @classmethod
    def from_json(cls, text: str | bytes, indicators: Iterable[type[Indicator[Any]]] = ()) -> Scorecard:
        """Read what `to_json` wrote, and hold its figures against its own actuals.

        Args:
            text: the JSON.
            indicators: your own indicator classes, where the scorecard has any.

        Raises:
            ScorecardError: for a text that is not such a scorecard, and where a figure does not follow.
            CatalogueError: for entries that cannot be read.
        """
        from kinerja.scorecards.file import load_scorecard  # noqa: PLC0415 - it imports cattrs

        return load_scorecard(cls, text, indicators)

    def document(self, language: Language = Language.INDONESIAN, *, readings: bool = True) -> Document:
        """Return the scorecard for readers; `kinerja.writers` writes it in any form.

        Args:
            language: in which it is written.
            readings: whether a table below it gives the readings that decide, where `alternatives` were worked out.
        """
        from kinerja.scorecards.alternatives import deciding_readings  # noqa: PLC0415 - only readers need the writers
        from kinerja.scorecards.table import scorecard_section, title  # noqa: PLC0415 - as above
        from kinerja.writers import Document  # noqa: PLC0415 - as above

        sections = [scorecard_section(self), *(deciding_readings(self) if readings else ())]
        return Document(title=title(self), sections=sections, language=language)

    def picture(self, language: Language = Language.INDONESIAN) -> Document:
        """Return the scorecard as `kinerja.writers.to_svg` draws it best: the status of each row for its remarks."""
        from kinerja.scorecards.table import picture, title  # noqa: PLC0415 - only readers need the writers
        from kinerja.writers import Document  # noqa: PLC0415 - as above

        return Document(title=title(self), sections=[picture(self)], language=language)

    def __str__(self) -> str:
        return str(self.document())

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()


def _mean(weighed: Iterable[tuple[Fraction, Fraction]]) -> Percent | None:
    """Return the mean of achievements, each with its weight; None where none weighs anything."""
    given = list(weighed)
    weight = sum((one for one, _ in given), Fraction(0))
    return Percent(sum((one * reached for one, reached in given), Fraction(0)) / weight) if weight else None
