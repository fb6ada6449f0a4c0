"""Scorecards, and one row of them, as documents."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from kinerja._base import (
    AND,
    FrozenMap,
    Percent,
    Reason,
    Text,
    UndefinedAchievementError,
    in_full,
    round_half_up,
    telling_digits,
)
from kinerja.decrees.page import listed_units, replaces, title_of, unit_readings_of, unit_settings_of
from kinerja.measurement import achievement, nearest, target_text
from kinerja.scorecards import messages as say
from kinerja.writers import Section, Table

if TYPE_CHECKING:
    from kinerja.decrees import OtherFigure, Scoring
    from kinerja.measurement import Target, Unit
    from kinerja.scorecards.score import Score
    from kinerja.scorecards.scorecard import Scorecard, Unmeasured

CODE = Text(id="Kode", en="Code")
LABEL = Text(id="Indikator", en="Indicator")
TARGET = Text(id="Target", en="Target")
ACTUAL = Text(id="Realisasi", en="Actual")
ACHIEVEMENT = Text(id="Capaian", en="Achievement")
MET = Text(id="Tercapai", en="Met")
_OF_UNIT = Text(id="Satuan", en="Unit")
_WEIGHT = Text(id="Bobot", en="Weight")
_RATING = Text(id="Predikat", en="Rating")
REMARKS = Text(id="Keterangan", en="Remarks")
_UNIT, _LABEL = 10, 44
"""How many signs a unit and a label hold at most."""
_NONE = Text(id="-", en="-")


def scorecard_section(card: Scorecard) -> Section[str | Text]:
    """Return a scorecard for readers: a row for each indicator, both means, and the rules of scoring."""
    return Section(table=table_of(card, card.scoring.weights), lines=_footer(card))


def picture(card: Scorecard) -> Section[str | Text]:
    """Return a scorecard to be drawn: without remarks, and without groups."""
    table = table_of(card, card.scoring.weights)
    rows = [row[:-1] for row in table.rows]
    drawn = Table(headings=table.headings[:-1], rows=rows, figures=table.figures, widths={1: _LABEL})
    return Section(table=drawn, lines=_footer(card))


def table_of(scores: Iterable[Score], weights: Mapping[str, Fraction] = FrozenMap()) -> Table[str | Text]:
    """Return a table with a row for each score, those of one objective (sasaran) together, the first named first.

    Weights stand there where there are some, and ratings where a row has one.
    """
    rows = list(scores)
    goals = list(dict.fromkeys(score.entry.objective for score in rows))
    rows.sort(key=lambda score: goals.index(score.entry.objective))
    weight = [_WEIGHT] if weights else []
    rating = [_RATING] if any(score.rating for score in rows) else []
    headings = [CODE, LABEL, _OF_UNIT, *weight, TARGET, ACTUAL, ACHIEVEMENT, MET, *rating, REMARKS]
    written = [_cells(score, weights.get(score.entry.code)) for score in rows]
    return Table(
        headings=headings,
        rows=[[cell[heading] for heading in headings] for cell in written],
        figures={headings.index(heading) for heading in (*weight, TARGET, ACTUAL, ACHIEVEMENT)},
        widths={1: _LABEL, 2: _UNIT},
        yields=1,
        groups=_objectives(rows),
        below=len(headings) - 1,
    )


def _objectives(scores: Sequence[Score]) -> dict[int, str]:
    """Return where each objective begins: row -> its code and text; nothing of one indicator alone."""
    named = [f"{score.entry.objective.code}: {score.entry.objective.text}" for score in scores]
    starts = [number for number in range(len(named)) if number == 0 or named[number] != named[number - 1]]
    return {number: named[number] for number in starts} if len(scores) > 1 else {}


def met_or_not(figure: Score | OtherFigure) -> str | Text:
    """Write whether a target is met; nothing where nothing is set against it."""
    if figure.met is None:
        return ""
    return Text(id="✓ ya", en="✓ yes") if figure.met else Text(id="✗ belum", en="✗ no")


def title(*cards: Scorecard) -> Iterator[Text]:
    """Say what scorecards are of: their periods and targets, whose figures they are, and by which decree."""
    names = Text.joined(map(name_of, cards), AND)
    whose = dict.fromkeys(listed_units(card.units or (card.decree.unit,)) for card in cards)
    yield Text.joined([Text(id="Rapor kinerja ", en="Scorecard "), names, " - ", Text.joined(whose, AND)], "")
    yield from dict.fromkeys(line for card in cards for line in _rests_on(card))


def _rests_on(card: Scorecard) -> Iterator[Text]:
    """Name whose indicators units are measured by where they are another's, what is read otherwise, and the decree."""
    if not all(map(card.decree.is_of, card.units)):
        unit = card.decree.unit
        yield Text(id=f"Menurut IKU {unit}", en=f"By the indicators of {unit}")
    yield from _read_otherwise(card)
    yield title_of(card.decree)
    yield from _replacing(card)


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


def name_of(card: Scorecard) -> Text:
    """Name a scorecard by its period and, where it is not the year's own, by its targets."""
    return Text.joined([str(card.period), card.basis], "")


def _cells(score: Score, weight: Fraction | None) -> dict[Text, str | Text]:
    entry = score.entry
    return {
        CODE: entry.code,
        LABEL: entry.label,
        _OF_UNIT: entry.unit.name,
        _WEIGHT: "" if weight is None else in_full(weight),
        **dict(zip((TARGET, ACTUAL, ACHIEVEMENT), figures_of(score), strict=True)),
        MET: met_or_not(score),
        _RATING: score.rating or "",
        REMARKS: Text.joined(_remarks(score), " "),
    }


def figures_of(score: Score) -> Iterator[Text]:
    """Write target, actual and achievement; a dash where there is none."""
    yield _NONE if score.target is None else target_text(score.target)
    yield write_actual(score.entry.unit, score.actual, score.target)
    yield percent(score.achievement, score.scoring)


def write_actual(unit: Unit, actual: Fraction | None, target: Target | None) -> Text:
    """Write an actual with as many decimals as tell it from its target; a dash for none."""
    if actual is None:
        return _NONE
    beside = None if target is None else nearest(target, actual)
    return Text.each(functools.partial(unit.write, actual, beside=beside))


def write_achievement(achievement: Percent, *beside: Fraction) -> Text:
    """Write an achievement with two decimals, or as many as tell it from each of these."""
    digits = max(telling_digits(achievement, one) for one in beside)
    return Text.each(functools.partial(achievement.write, digits=digits))


def percent(value: Percent | None, scoring: Scoring) -> Text:
    """Write an achievement, or a mean of some, so that it lies in its class as written; a dash for none."""
    return _NONE if value is None else write_achievement(value, *scoring.told_from)


def _is_told(score: Score) -> bool:
    """Tell whether a note says already, and more fully, why there is no achievement."""
    return score.reason is Reason.NOT_MEASURED and score.quantities is not None


def _remarks(score: Score) -> Iterator[str | Text]:
    """Say why there is no figure, what the office notes first, what else is told of the figure, and its other notes."""
    first, _, then = score.remark.partition("\n")
    after = [*score.notes, *decreed(score), *_other_rules(score), *_before_cap(score), *_met_otherwise(score)]
    if score.reason is not None and not _is_told(score):
        is_none = score.reason is Reason.NO_TARGET and score.target is None
        yield Text(id="Tidak ada target.", en="No target.") if is_none else score.reason.value
    if first:
        yield f"{first}." if first[-1].isalnum() and after else first
    yield from after
    if then:
        yield then


def _before_cap(score: Score) -> Iterator[Text]:
    if score.achievement is not None and score.uncapped is not None and score.uncapped != score.achievement:
        uncapped = write_achievement(score.uncapped, score.achievement)
        yield Text(id=f"Sebelum dibatasi {uncapped.id}.", en=f"Before the cap {uncapped.en}.")


def _met_otherwise(score: Score) -> Iterator[Text]:
    """Say under how many other readings a target is missed that is met, or the other way round."""
    if score.contrary:
        known = [one for one in score.alternatives if one.met is not None]
        message = say.MISSED_OTHERWISE if score.met else say.MET_OTHERWISE
        yield message.text(contrary=len(score.contrary), known=len(known))


def decreed(score: Score) -> Iterator[Text]:
    """Give the decree's target, where the office's own, or an assumed one, is in its place."""
    promised = _NONE if score.decree_target is None else target_text(score.decree_target)
    if score.target_is_assumed:
        assumed = Text(id="Target diandaikan; di keputusan", en="The target is assumed; the decree's")
        yield Text.joined([promised.about(assumed), "."], "")
    if score.target_is_own and score.decree_target is not None:
        is_of_year = all(isinstance(period, int) for period in score.entry.targets)
        of = Text(id=" setahun", en=" of the year") if is_of_year else Text(id="", en="")
        own = Text(id=f"Target{of.id} di keputusan", en=f"The decree's target{of.en}")
        yield Text.joined([promised.about(own), "."], "")


def _other_rules(score: Score) -> Iterator[Text]:
    """Say so where another counting rule than today's gave the figure."""
    indicator = score.entry.measured_by
    if score.rules is not None and indicator is not None and score.rules != indicator.rules:
        yield say.OTHER_RULES.text(stated=score.rules, present=indicator.rules)


MEASURED = Text(id="hanya yang terukur", en="measured only")
_EVERY = Text(id="yang belum diukur dihitung 0", en="unmeasured as 0")


def _footer(card: Scorecard) -> Iterator[Text]:
    """Give both means, each with the indicators that it is over, and the rules of scoring where there are any."""
    yield mean_line(card, "skip", MEASURED)
    yield mean_line(card, "zero", _EVERY)
    if card.scoring.weights:
        yield weighted_line(card, "skip", MEASURED)
        yield weighted_line(card, "zero", _EVERY)
    yield from itertools.chain(card.rules, _exactness(card), _target_sources(card), _settings_of(card), card.notes)


def _exactness(card: Scorecard) -> Iterator[Text]:
    """Say that achievements are of exact actuals, where one of the actual as it is shown would be shown otherwise."""
    if any(map(_differs_as_shown, card)):
        yield say.FROM_EXACT.text()


def _differs_as_shown(score: Score) -> bool:
    if score.target is None or score.actual is None or score.achievement is None:
        return False
    digits = telling_digits(score.actual, nearest(score.target, score.actual))
    shown, rules = round_half_up(score.actual, digits), score.scoring
    try:
        reached = achievement(score.target, shown, score.entry.polarity, minimise=rules.rule_of_less)
    except UndefinedAchievementError:
        return True
    return percent(rules.apply(reached), rules) != percent(score.achievement, rules)


def _target_sources(card: Scorecard) -> Iterator[Text]:
    """Say where targets stand, those of each source together."""
    codes = dict[str, list[str]]()
    for score in card:
        source = score.target_source(score.entry.target_period(card.period, card.target_year))
        codes.setdefault(source, []).append(score.entry.code)
    for source in filter(None, codes):
        named = ", ".join(codes[source])
        yield Text(id=f"Sumber target {named}: {source}.", en=f"Source of the targets of {named}: {source}.")


def mean_line(card: Scorecard, unmeasured: Unmeasured, called: Text) -> Text:
    """Write the mean with the indicators that it is over."""
    label = Text(id=f"Rata-rata capaian, {called.id}", en=f"Mean achievement, {called.en}")
    as_zero = {Reason.NOT_MEASURED} if unmeasured == "zero" else set()
    counted = sum(score.achievement is not None or score.reason in as_zero for score in card)
    return _mean_line(card, label, mean_over(card, counted), card.mean(unmeasured=unmeasured))


def weighted_line(card: Scorecard, unmeasured: Unmeasured, called: Text) -> Text:
    """Write the weighted mean with the weight that it is over: that of the rest is left out."""
    label = Text(id=f"Rata-rata tertimbang, {called.id}", en=f"Weighted mean, {called.en}")
    weights = card.weight(unmeasured=unmeasured), sum(card.scoring.weights.values(), Fraction(0))
    part, whole = map(in_full, weights)
    over = Text(id=f"bobot {part.id} dari {whole.id}", en=f"weight {part.en} of {whole.en}")
    return _mean_line(card, label, over, card.weighted_mean(unmeasured=unmeasured))


def _mean_line(card: Scorecard, label: Text, over: Text, mean: Percent | None) -> Text:
    """Write a mean, with its rating where there are classes."""
    rating = card.scoring.rating(mean)
    rated = "" if rating is None else f" ({rating})"
    return Text.joined([label, " (", over, "): ", percent(mean, card.scoring), rated], "")


_IN_NO_MEAN = {
    Reason.UNDEFINED_ACTUAL: Text(id="tidak terdefinisi", en="undefined"),
    Reason.UNDEFINED_ACHIEVEMENT: Text(id="capaiannya tidak terdefinisi", en="of undefined achievement"),
    Reason.NO_TARGET: Text(id="tanpa target", en="without target"),
}
"""What is in neither mean, and is named beside both; what is not applicable is no indicator of the period."""


_FEW = 5
"""So many are named; more are counted, because their rows say it too."""


def mean_over(card: Scorecard, number: int) -> Text:
    """Say over how many indicators a mean is, and which of the others are in no mean, and why.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja import Reason
    >>> card = catalogue.scorecard(2023, {"SK1/1": 2, "SK3/2": Reason.UNDEFINED_ACTUAL})
    >>> print(mean_over(card, 6))
    6 indikator; SK3/2 tidak terdefinisi
    """
    parts = [Text(id=f"{number} indikator", en=f"{number} indicator{'' if number == 1 else 's'}")]
    for reason, why in _IN_NO_MEAN.items():
        codes = [score.entry.code for score in card if score.reason is reason]
        if codes:
            many = Text(id=f"{len(codes)} lagi", en=f"{len(codes)} more")
            parts.append(Text.joined([many if len(codes) > _FEW else ", ".join(codes), why], " "))
    return Text.joined(parts, "; ")


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
