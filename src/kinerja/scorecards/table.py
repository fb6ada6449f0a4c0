"""Scorecards, and one row of them, as documents."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from kinerja._base import Language, Percent, Reason, Text, telling_digits, write_exact
from kinerja.decrees import Scoring
from kinerja.decrees.page import listed_units, replaces, title_of, unit_readings_of, unit_settings_of
from kinerja.measurement import nearest, target_text
from kinerja.scorecards import messages as say
from kinerja.writers import Document, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja.decrees import OtherFigure
    from kinerja.measurement import Target, Unit
    from kinerja.scorecards.score import Score
    from kinerja.scorecards.scorecard import Scorecard

_HEADINGS = (
    Text(id="Kode", en="Code"),
    Text(id="Indikator", en="Indicator"),
    Text(id="Satuan", en="Unit"),
)
_WEIGHT = Text(id="Bobot", en="Weight")
_OF_FIGURES = (
    Text(id="Target", en="Target"),
    Text(id="Realisasi", en="Actual"),
    Text(id="Capaian", en="Achievement"),
)
_MET = Text(id="Tercapai", en="Met")
_RATING = Text(id="Predikat", en="Rating")
_REMARKS = Text(id="Keterangan", en="Remarks")
_LINE, _UNIT, _LABEL = 80, 10, 44
"""How many signs a line of a scorecard holds, as a terminal and an A4 page do, a unit in it, and a label at most."""
_NONE = "-"


def scorecard_document(card: Scorecard, language: Language) -> Document:
    """Return a scorecard for readers: what it is of, a row for each indicator, both means, and the cap."""
    return _document(card, table_of(card, language, card.scoring), language)


def picture(card: Scorecard, language: Language) -> Document:
    """Return a scorecard to be drawn: without remarks, and without groups."""
    table = table_of(card, language, card.scoring)
    rows = [row[:-1] for row in table.rows]
    drawn = Table(headings=table.headings[:-1], rows=rows, figures=table.figures, widths={1: _LABEL})
    return _document(card, drawn, language)


def _document(card: Scorecard, table: Table, language: Language) -> Document:
    section = Section(table=table, lines=_footer(card, language))
    return Document(title=_title(card, language), sections=[section], language=language)


def table_of(scores: Iterable[Score], language: Language, scoring: Scoring = Scoring()) -> Table:  # noqa: B008 - frozen
    """Return a table with a row for each score, by the objectives (sasaran) that they serve.

    Weights stand there where `scoring` has some, and ratings where a row has one.
    """
    rows = list(scores)
    weight = [_WEIGHT] if scoring.weights else []
    rating = [_RATING] if any(score.rating for score in rows) else []
    headings = [*_HEADINGS, *weight, *_OF_FIGURES, _MET, *rating, _REMARKS]
    named = [heading.read(language) for heading in headings]
    written = [_cells(score, language, scoring) | _weight_of(score, scoring, language) for score in rows]
    cells = [[cell[heading] for heading in headings] for cell in written]
    return Table(
        headings=named,
        rows=cells,
        figures={headings.index(heading) for heading in (*weight, *_OF_FIGURES)},
        widths=_widths([named, *cells]),
        groups=_objectives(rows),
        below=len(headings) - 1,
    )


def _weight_of(score: Score, scoring: Scoring, language: Language) -> dict[Text, str]:
    weight = scoring.weights.get(score.entry.code)
    return {} if weight is None else {_WEIGHT: write_exact(weight, language)}


def _widths(rows: Iterable[Sequence[str]]) -> dict[int, int]:
    """Leave to the labels what the other columns leave of a line, but enough for a word."""
    given = list(rows)
    columns = [max(map(len, column)) for column in itertools.islice(zip(*given, strict=True), len(given[0]) - 1)]
    longest = max(len(word) for row in given for word in row[2].split())
    unit = min(columns[2], max(_UNIT, longest))
    others = columns[0] + unit + sum(columns[3:]) + 2 * (len(columns) - 1)
    return {1: min(_LABEL, max(_LINE - others, _UNIT)), 2: unit}


def _objectives(scores: Sequence[Score]) -> dict[int, str]:
    """Return where each objective begins: row -> its code and text; nothing of one indicator alone."""
    named = [f"{score.entry.objective.code}: {score.entry.objective.text}" for score in scores]
    starts = [number for number in range(len(named)) if number == 0 or named[number] != named[number - 1]]
    return {number: named[number] for number in starts} if len(scores) > 1 else {}


def met_or_not(figure: Score | OtherFigure, language: Language) -> str:
    """Write whether a target is met; nothing where nothing is set against it."""
    if figure.met is None:
        return ""
    return (Text(id="✓ ya", en="✓ yes") if figure.met else Text(id="✗ belum", en="✗ no")).read(language)


def _title(card: Scorecard, language: Language) -> list[str]:
    what = Text(id="Rapor kinerja", en="Scorecard").read(language)
    whose = listed_units(card.units, language) or card.decree.unit
    return [
        f"{what} {name_of(card, language)} - {whose}",
        *_measure_of(card, language),
        *(text.read(language) for text in _read_otherwise(card)),
        title_of(card.decree, language),
        *(text.read(language) for text in _replacing(card)),
    ]


def _measure_of(card: Scorecard, language: Language) -> Iterator[str]:
    """Name whose indicators the units are measured by, where the headline names others than the decree's."""
    if not all(map(card.decree.is_of, card.units)):
        unit = card.decree.unit
        yield Text(id=f"Menurut IKU {unit}", en=f"By the indicators of {unit}").read(language)


def _replacing(card: Scorecard) -> Iterator[Text]:
    """Say that the year falls under this decree, where the decree says which others it replaces."""
    replaced = replaces(card.decree)
    if replaced is not None:
        yield say.YEAR_UNDER.text(year=str(card.period.year), replaced=replaced)


def _read_otherwise(card: Scorecard) -> Iterator[Text]:
    """Name the indicators that a unit reads otherwise than the catalogue."""
    codes = ", ".join(score.entry.code for score in card if any(score.entry.own_answers))
    if codes:
        yield Text(
            id=f"{codes} menurut tafsir unit, bukan tafsir katalog",
            en=f"{codes} by the unit's reading, not the catalogue's",
        )


def name_of(card: Scorecard, language: Language) -> str:
    """Name a scorecard by its period and, where it is not the year's own, by its targets."""
    return f"{card.period}{card.basis.read(language)}"


def _cells(score: Score, language: Language, scoring: Scoring) -> dict[Text, str]:
    entry = score.entry
    return {
        **dict(zip(_HEADINGS, (entry.code, entry.label, entry.unit.name.read(language)), strict=True)),
        **dict(zip(_OF_FIGURES, figures_of(score, language, scoring), strict=True)),
        _MET: met_or_not(score, language),
        _RATING: score.rating or "",
        _REMARKS: " ".join(_remarks(score, language)),
    }


def figures_of(score: Score, language: Language, scoring: Scoring) -> Iterator[str]:
    """Write target, actual and achievement; a dash where there is none."""
    yield _NONE if score.target is None else target_text(score.target).read(language)
    yield write_actual(score.entry.unit, score.actual, language, score.target)
    yield percent(score.achievement, language, scoring)


def write_actual(unit: Unit, actual: Fraction | None, language: Language, target: Target | None) -> str:
    """Write an actual with as many decimals as tell it from its target; a dash for none."""
    if actual is None:
        return _NONE
    return unit.write(actual, language, beside=None if target is None else nearest(target, actual))


def write_achievement(achievement: Percent, language: Language, *beside: Fraction) -> str:
    """Write an achievement with two decimals, or as many as tell it from 100 percent, or from others."""
    return achievement.write(language, max(telling_digits(achievement, one) for one in beside or (Fraction(100),)))


def percent(value: Percent | None, language: Language, scoring: Scoring = Scoring()) -> str:  # noqa: B008 - frozen
    """Write an achievement, or a mean of some, so that it lies in its class as written; a dash for none."""
    return _NONE if value is None else write_achievement(value, language, *scoring.told_from)


def _is_told(score: Score) -> bool:
    """Tell whether a note says already, and more fully, why there is no achievement."""
    return score.reason is Reason.NOT_MEASURED and score.quantities is not None


def _remarks(score: Score, language: Language) -> list[str]:
    """Say why there is no figure, what the office notes first, what else is told of the figure, and its other notes."""
    first, _, then = score.remark.partition("\n")
    after = [note.read(language) for note in score.notes]
    after += [*decreed(score, language), *(text.read(language) for text in _other_rules(score))]
    if score.achievement is not None and score.uncapped != score.achievement:
        before, uncapped = Text(id="Sebelum dibatasi", en="Before the cap"), score.uncapped or score.achievement
        after.append(f"{before.read(language)} {write_achievement(uncapped, language, score.achievement)}.")
    if first[-1:].isalnum() and after:
        first += "."
    reason = "" if score.reason is None or _is_told(score) else score.reason.value.read(language)
    return list(filter(None, [reason, first, *after, then]))


def decreed(score: Score, language: Language) -> Iterator[str]:
    """Give the decree's target, where the office's own, or an assumed one, is in its place."""
    if score.target_is_assumed:
        there = _NONE if score.decree_target is None else target_text(score.decree_target).read(language)
        said = Text(
            id=f"Target diandaikan; di keputusan: {there}.", en=f"The target is assumed; the decree's: {there}."
        )
        yield said.read(language)
    if score.target_is_own and score.decree_target is not None:
        promised = target_text(score.decree_target).read(language)
        is_of_year = all(isinstance(period, int) for period in score.entry.targets)
        of = Text(id=" setahun", en=" of the year") if is_of_year else Text(id="", en="")
        said = Text(id=f"Target{of.id} di keputusan: {promised}.", en=f"The decree's target{of.en}: {promised}.")
        yield said.read(language)


def _other_rules(score: Score) -> Iterator[Text]:
    """Say so where another counting rule than today's gave the figure."""
    indicator = score.entry.measured_by
    if score.rules is not None and indicator is not None and score.rules != indicator.rules:
        yield say.OTHER_RULES.text(stated=score.rules, present=indicator.rules)


def _footer(card: Scorecard, language: Language) -> Iterator[str]:
    """Give both means, each with the indicators that it is over, and the rules of scoring where there are any."""
    counted = sum(score.achievement is not None for score in card)
    with_zeros = counted + sum(score.reason is Reason.NOT_MEASURED for score in card)
    measured = Text(id="hanya yang terukur", en="measured only")
    every = Text(id="yang belum diukur dihitung 0", en="unmeasured as 0")
    for over, mean, number in ((measured, card.mean(), counted), (every, card.mean(unmeasured="zero"), with_zeros)):
        label = Text(id=f"Rata-rata capaian, {over.id}", en=f"Mean achievement, {over.en}").read(language)
        yield f"{label} ({mean_over(card, number, language)}): {rated(card, mean, language)}"
    by_weight: dict[Literal["skip", "zero"], Text] = {"skip": measured, "zero": every}
    for unmeasured, over in by_weight.items() if card.scoring.weights else ():
        label = Text(id=f"Rata-rata tertimbang, {over.id}", en=f"Weighted mean, {over.en}").read(language)
        yield f"{label} {weighted_mean(card, unmeasured, language)}"
    said = itertools.chain(card.rules, _settings_of(card), card.notes)
    yield from (text.read(language) for text in said)


def weighted_mean(card: Scorecard, unmeasured: Literal["skip", "zero"], language: Language) -> str:
    """Write the weighted mean with the weight that it is over: that of the rest is left out."""
    whole = sum(card.scoring.weights.values(), Fraction(0))
    part, all_ = (write_exact(one, language) for one in (card.weight(unmeasured=unmeasured), whole))
    weight = Text(id=f"bobot {part} dari {all_}", en=f"weight {part} of {all_}").read(language)
    return f"({weight}): {rated(card, card.weighted_mean(unmeasured=unmeasured), language)}"


def rated(card: Scorecard, mean: Percent | None, language: Language) -> str:
    """Write a mean, with its rating where there are classes."""
    rating = card.scoring.rating(mean)
    return percent(mean, language, card.scoring) + ("" if rating is None else f" ({rating})")


_IN_NO_MEAN = {
    Reason.UNDEFINED_ACTUAL: Text(id="tidak terdefinisi", en="undefined"),
    Reason.UNDEFINED_ACHIEVEMENT: Text(id="capaiannya tidak terdefinisi", en="of undefined achievement"),
    Reason.NO_TARGET: Text(id="tanpa target", en="without target"),
}
"""What is in neither mean, and is named beside both; what is not applicable is no indicator of the period."""


_FEW = 5
"""So many are named; more are counted, because their rows say it too."""


def mean_over(card: Scorecard, number: int, language: Language) -> str:
    """Say over how many indicators a mean is, and which of the others are in no mean, and why.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja import Reason
    >>> card = catalogue.scorecard(2023, {"SK1/1": 2, "SK3/2": Reason.UNDEFINED_ACTUAL})
    >>> mean_over(card, 6, Language.INDONESIAN)
    '6 indikator; SK3/2 tidak terdefinisi'
    """
    indicators = Text(id=f"{number} indikator", en=f"{number} indicator{'' if number == 1 else 's'}")
    parts = [indicators.read(language)]
    for reason, why in _IN_NO_MEAN.items():
        codes = [score.entry.code for score in card if score.reason is reason]
        if codes:
            many = Text(id=f"{len(codes)} lagi", en=f"{len(codes)} more").read(language)
            parts.append(f"{', '.join(codes) if len(codes) <= _FEW else many} {why.read(language)}")
    return "; ".join(parts)


def _settings_of(card: Scorecard) -> Iterator[Text]:
    """Say what the unit sets, and where it says so; and of which no figure is, because it was given as it is."""
    used = Text(id="Ditentukan unit", en="Set by the unit")
    unused = Text(
        id="Ditentukan unit, tetapi realisasinya diberikan langsung",
        en="Set by the unit, but the actual was given as it is",
    )
    for heading, as_given in ((used, False), (unused, True)):
        scores = [score for score in card if (score.actual is not None and score.rules is None) is as_given]
        said = [(score.entry.code, one) for score in scores for one in unit_settings_of(score.entry)]
        if said:
            named = (Text(id=f"{code} {one.id}", en=f"{code} {one.en}") for code, one in said)
            listed = Text.joined(named, "; ").about(heading)
            yield Text(id=f"{listed.id}.", en=f"{listed.en}.")
    for score in card:
        yield from (text.about(score.entry.code) for text in unit_readings_of(score.entry))
