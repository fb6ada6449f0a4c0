"""What figures would be under other readings (tafsir) of their clauses, for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja._base import FrozenMap, Language, Text
from kinerja.scorecards.table import met_or_not, percent, write_actual
from kinerja.writers import Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja.decrees import OtherFigure
    from kinerja.scorecards.score import Score
    from kinerja.scorecards.scorecard import Scorecard

_CODE = Text(id="Kode", en="Code")
_READING = Text(id="Tafsir", en="Reading")
_FIGURES = (
    Text(id="Realisasi", en="Actual"),
    Text(id="Capaian", en="Achievement"),
    Text(id="Tercapai", en="Met"),
)
_TAKEN = Text(id="Yang dipakai", en="As it is read")
_LINE, _LEAST = 80, 24
"""How many signs a line holds, as a terminal and an A4 page do, and a text in it at least."""


def alternatives_section(score: Score, language: Language) -> Iterator[Section]:
    """Give a figure and what it would be under each other reading, by their questions; nothing where none is known."""
    if not score.alternatives:
        return
    groups, before = {}, None
    for row, one in enumerate(score.alternatives, 1):
        if one.reading != before:
            groups[row], before = one.reading.question.read(language), one.reading
    others = [[_said(score, one, language), *_figures(score, one, language)] for one in score.alternatives]
    rows = [[_TAKEN.read(language), *_own(score, language)], *others]
    table = _table([_READING, *_FIGURES], rows, language, groups=groups)
    yield Section(heading=Text(id="Menurut tafsir lain", en="Under other readings").read(language), table=table)


def deciding_readings(card: Scorecard, language: Language) -> Iterator[Section]:
    """Say which targets are met under one reading and missed under another, and both means over all readings."""
    means = card.mean_over_readings()
    if means is None:
        return
    contrary = [(score, score.contrary) for score in card if score.contrary]
    heading = Text(
        id="Target yang tercapai atau belumnya bergantung pada tafsir", en="Targets met or missed by their reading"
    )
    lines = [Text(id="Tidak ada.", en="None.")] if not contrary else []
    least, most = ({language: percent(mean, language) for language in Language} for mean in means)
    lines += [
        Text(
            id=f"Rata-rata capaian bila setiap indikator menurut tafsir yang hasilnya terendah: "
            f"{least[Language.INDONESIAN]}; tertinggi: {most[Language.INDONESIAN]}.",
            en=f"Mean achievement with each indicator at the reading that gives least: {least[Language.ENGLISH]}; "
            f"at that which gives most: {most[Language.ENGLISH]}.",
        ),
        _counted(one for score in card for one in score.alternatives),
    ]
    yield Section(
        heading=heading.read(language),
        table=_contrary(contrary, language) if contrary else None,
        lines=[line.read(language) for line in lines],
    )


def _contrary(contrary: Iterable[tuple[Score, tuple[OtherFigure, ...]]], language: Language) -> Table:
    rows = []
    for score, others in contrary:
        rows.append([score.entry.code, _TAKEN.read(language), *_own(score, language)])
        rows += [[score.entry.code, one.question.read(language), *_figures(score, one, language)] for one in others]
    return _table([_CODE, _READING, *_FIGURES], rows, language)


def _table(
    headings: Sequence[Text], rows: Sequence[Sequence[str]], language: Language, groups: Mapping[int, str] = FrozenMap()
) -> Table:
    """Leave to the texts what the other columns leave of a line."""
    named = [heading.read(language) for heading in headings]
    text = headings.index(_READING)
    others = [max(map(len, column)) for number, column in enumerate(zip(named, *rows, strict=True)) if number != text]
    width = max(_LINE - sum(others) - 2 * len(others), _LEAST)
    figures = {text + 1, text + 2}
    return Table(headings=named, rows=rows, figures=figures, widths={text: width}, groups=groups)


def _said(score: Score, one: OtherFigure, language: Language) -> str:
    """Write an answer, with its unit where that is another, and what is missing where there is no figure."""
    text, unit = one.answer.text.read(language), one.unit
    if unit is not None and unit != score.entry.unit:
        text = f"{text} {Text(id='Satuan', en='Unit').read(language)}: {unit.name.read(language).lower()}."
    why = one.answer.needs or (one.lacks if one.reason is None else one.reason.value)
    if why is None:
        return text
    return f"{text} ({why.read(language).removesuffix('.')})"


def _counted(others: Iterable[OtherFigure]) -> Text:
    figures = [one.lacks is None for one in others]
    known, all_ = sum(figures), len(figures)
    return Text(
        id=f"Dari {all_} jawaban lain, {known} dapat dihitung di sini; semuanya tertulis di penjelasan tiap angka.",
        en=f"Of {all_} other answers, {known} can be worked out here; the explanation of each figure lists them all.",
    )


def _own(score: Score, language: Language) -> list[str]:
    return [
        write_actual(score.entry.unit, score.actual, language, score.target),
        percent(score.achievement, language),
        met_or_not(score, language),
    ]


def _figures(score: Score, one: OtherFigure, language: Language) -> list[str]:
    unit = one.unit or score.entry.unit
    beside = score.target if unit == score.entry.unit else None
    return [
        write_actual(unit, one.actual, language, beside),
        percent(one.achievement, language),
        met_or_not(one, language),
    ]
