"""Scorecards, and one row of them, as documents."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from kinerja._base import Language, Percent, Reason, Text, telling_digits, write, write_exact
from kinerja.decrees.page import listed_units, title_of, unit_settings_of
from kinerja.scorecards import messages as say
from kinerja.writers import Document, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.scorecards.score import Score
    from kinerja.scorecards.scorecard import Scorecard

_HEADINGS = (
    Text(id="Kode", en="Code"),
    Text(id="Indikator", en="Indicator"),
    Text(id="Satuan", en="Unit"),
    Text(id="Target", en="Target"),
    Text(id="Realisasi", en="Actual"),
    Text(id="Capaian", en="Achievement"),
    Text(id="Keterangan", en="Remarks"),
)
_FIGURES = {3, 4, 5}
_WIDTHS = {1: 44, 6: 32}
_NONE = "-"


def scorecard_document(card: Scorecard, language: Language) -> Document:
    """Return a scorecard for readers: what it is of, a row for each indicator, both means, and the cap."""
    return _document(card, table_of(card, language), language)


def picture(card: Scorecard, language: Language) -> Document:
    """Return a scorecard to be drawn: in place of the remarks, a word and a sign say whether the target is met."""
    table = table_of(card, language)
    rows = [[*row[:-1], _met(score, language)] for row, score in zip(table.rows, card, strict=True)]
    return _document(card, attrs.evolve(table, headings=[*table.headings[:-1], "Status"], rows=rows), language)


def _document(card: Scorecard, table: Table, language: Language) -> Document:
    section = Section(table=table, lines=_footer(card, language))
    return Document(title=_title(card, language), sections=[section], language=language)


def table_of(scores: Iterable[Score], language: Language) -> Table:
    """Return a table with a row for each score."""
    return Table(
        headings=[heading.read(language) for heading in _HEADINGS],
        rows=[_cells(score, language) for score in scores],
        figures=_FIGURES,
        widths=_WIDTHS,
    )


def _met(score: Score, language: Language) -> str:
    if score.met is None:
        return _NONE
    met, missed = Text(id="✓ tercapai", en="✓ met"), Text(id="✗ belum tercapai", en="✗ not met")
    return (met if score.met else missed).read(language)


def _title(card: Scorecard, language: Language) -> list[str]:
    what = Text(id="Rapor kinerja", en="Scorecard").read(language)
    whose = listed_units(card.units, language) or card.decree.unit
    return [
        f"{what} {name_of(card, language)} - {whose}",
        *_measure_of(card, language),
        title_of(card.decree, language),
    ]


def _measure_of(card: Scorecard, language: Language) -> Iterator[str]:
    """Name whose indicators the units are measured by, where the headline names units."""
    if card.units:
        unit = card.decree.unit
        yield Text(id=f"Menurut IKU {unit}", en=f"By the indicators of {unit}").read(language)


def name_of(card: Scorecard, language: Language) -> str:
    """Name a scorecard by its period and, where it is not the year's own, by its targets."""
    return f"{card.period}{card.basis.read(language)}"


def _cells(score: Score, language: Language) -> list[str]:
    entry, remarks = score.entry, " ".join(_remarks(score, language))
    return [entry.code, entry.label, entry.unit.name.read(language), *figures_of(score, language), remarks]


def figures_of(score: Score, language: Language) -> Iterator[str]:
    """Write target, actual and achievement; a dash where there is none."""
    yield _NONE if score.target is None else write_exact(score.target, language)
    yield _NONE if score.actual is None else _actual(score, language)
    yield _NONE if score.achievement is None else write_achievement(score.achievement, language)


def _actual(score: Score, language: Language) -> str:
    """Write an actual with as many decimals as tell it from its target."""
    unit, actual = score.entry.unit, score.actual or Fraction(0)
    return unit.write(actual, language) if unit.whole else write(actual, telling_digits(actual, score.target), language)


def write_achievement(achievement: Percent, language: Language) -> str:
    """Write an achievement with two decimals, or as many as tell it from 100 percent."""
    return achievement.write(language, telling_digits(achievement, Fraction(100)))


def percent(value: Percent | None, language: Language) -> str:
    """Write an achievement with two decimals; a dash for none."""
    return _NONE if value is None else value.write(language)


def _is_told(score: Score) -> bool:
    """Tell whether a note says already, and more fully, why there is no achievement."""
    return score.reason is Reason.NOT_MEASURED and score.quantities is not None


def _remarks(score: Score, language: Language) -> list[str]:
    remarks = [note.read(language) for note in score.notes]
    if score.target_is_own and score.decree_target is not None:
        promised = write_exact(score.decree_target, language)
        decreed = Text(
            id=f"Target setahun di keputusan: {promised}.", en=f"The decree's target of the year: {promised}."
        )
        remarks.insert(0, decreed.read(language))
    remarks.extend(text.read(language) for text in _other_rules(score))
    if score.reason is not None and not _is_told(score):
        remarks.append(score.reason.value.read(language))
    if score.achievement is not None and score.uncapped != score.achievement:
        uncapped = Text(id="Sebelum dibatasi", en="Before the cap").read(language)
        remarks.append(f"{uncapped} {(score.uncapped or score.achievement).write(language)}.")
    return [*remarks, score.remark] if score.remark else remarks


def _other_rules(score: Score) -> Iterator[Text]:
    """Say so where another counting rule than today's gave the figure."""
    indicator = score.entry.measured_by
    if score.rules is not None and indicator is not None and score.rules != indicator.rules:
        yield say.OTHER_RULES.text(stated=score.rules, present=indicator.rules)


def _footer(card: Scorecard, language: Language) -> Iterator[str]:
    """Give both means, each with the number of its indicators, and the cap where there is one."""
    counted = sum(score.achievement is not None for score in card)
    with_zeros = counted + sum(score.reason is Reason.NOT_MEASURED for score in card)
    measured = Text(id="hanya yang terukur", en="measured only")
    every = Text(id="yang belum diukur dihitung 0", en="unmeasured as 0")
    for over, mean, number in ((measured, card.mean(), counted), (every, card.mean(unmeasured="zero"), with_zeros)):
        label = Text(
            id=f"Rata-rata capaian, {over.id} ({number} indikator)",
            en=f"Mean achievement, {over.en} ({number} indicator{'' if number == 1 else 's'})",
        )
        yield f"{label.read(language)}: {percent(mean, language)}"
    if card.scoring.cap is not None:
        cap = write_exact(card.scoring.cap, language)
        capped = Text(id=f"Capaian dibatasi paling tinggi {cap}%.", en=f"Achievements are capped at {cap}%.")
        yield capped.read(language)
    settings = [(score.entry.code, one) for score in card for one in unit_settings_of(score.entry)]
    if settings:
        listed = "; ".join(f"{code} {one.read(language)}" for code, one in settings)
        yield Text(id=f"Ditentukan unit: {listed}.", en=f"Set by the unit: {listed}.").read(language)
    yield from (note.read(language) for note in card.notes)
