"""What figures would be under other readings (tafsir) of their clauses, for readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kinerja._base import FrozenMap, Text
from kinerja.scorecards.table import ACHIEVEMENT, ACTUAL, CODE, MET, met_or_not, percent, write_actual
from kinerja.writers import Section, Table

if TYPE_CHECKING:
    from kinerja.decrees import OtherFigure
    from kinerja.scorecards.score import Score
    from kinerja.scorecards.scorecard import Scorecard

_READING = Text(id="Tafsir", en="Reading")
_TAKEN = Text(id="Yang dipakai", en="As it is read")


def alternatives_section(score: Score) -> Iterator[Section[str | Text]]:
    """Give a figure and what it would be under each other reading, by their questions; nothing where none is known."""
    if not score.alternatives:
        return
    groups, before = {}, None
    for row, one in enumerate(score.alternatives, 1):
        if one.reading != before:
            groups[row], before = one.reading.question, one.reading
    others = [[_said(score, one), *_figures(score, one)] for one in score.alternatives]
    table = _table([[_TAKEN, *_own(score)], *others], groups)
    yield Section(heading=Text(id="Menurut tafsir lain", en="Under other readings"), table=table)


def deciding_readings(card: Scorecard) -> Iterator[Section[str | Text]]:
    """Say which targets are met under one reading and missed under another, and both means over all readings."""
    means = card.mean_over_readings()
    if means is None:
        return
    contrary = [(score, score.contrary) for score in card if score.contrary]
    heading = Text(
        id="Target yang tercapai atau belumnya bergantung pada tafsir", en="Targets met or missed by their reading"
    )
    lines = [Text(id="Tidak ada.", en="None.")] if not contrary else []
    least, most = (percent(mean, card.scoring) for mean in means)
    lines += [
        Text(
            id=f"Rata-rata capaian bila setiap indikator menurut tafsir yang hasilnya terendah: {least.id}; tertinggi: "
            f"{most.id}.",
            en=f"Mean achievement with each indicator at the reading that gives least: {least.en}; at that which gives "
            f"most: {most.en}.",
        ),
        _counted(one for score in card for one in score.alternatives),
    ]
    yield Section(heading=heading, table=_contrary(contrary) if contrary else None, lines=lines)


def _contrary(contrary: Iterable[tuple[Score, tuple[OtherFigure, ...]]]) -> Table[str | Text]:
    rows: list[list[str | Text]] = []
    for score, others in contrary:
        rows.append([score.entry.code, _TAKEN, *_own(score)])
        rows += [[score.entry.code, one.question, *_figures(score, one)] for one in others]
    return _table(rows, before=[CODE])


def _table(
    rows: Sequence[Sequence[str | Text]], groups: Mapping[int, Text] = FrozenMap(), before: Sequence[Text] = ()
) -> Table[str | Text]:
    reading = len(before)
    return Table(
        headings=[*before, _READING, ACTUAL, ACHIEVEMENT, MET],
        rows=rows,
        figures={reading + 1, reading + 2},
        widths={reading: 64},
        yields=reading,
        groups=groups,
        grouped=Text(id="Pertanyaan", en="Question") if groups else "",
    )


def _said(score: Score, one: OtherFigure) -> Text:
    """Write an answer, with its unit where that is another, and what is missing where there is no figure."""
    said, unit = [one.answer.text], one.unit
    if unit is not None and unit != score.entry.unit:
        named = Text(id=unit.name.id.lower(), en=unit.name.en.lower())
        said.append(Text(id=f"Satuan: {named.id}.", en=f"Unit: {named.en}."))
    why = one.answer.needs or (one.lacks if one.reason is None else one.reason.value)
    if why is not None:
        said.append(Text(id=f"({why.id.removesuffix('.')})", en=f"({why.en.removesuffix('.')})"))
    return Text.joined(said, " ")


def _counted(others: Iterable[OtherFigure]) -> Text:
    figures = [one.lacks is None for one in others]
    known, all_ = sum(figures), len(figures)
    return Text(
        id=f"Dari {all_} jawaban lain, {known} dapat dihitung di sini; semuanya tertulis di penjelasan tiap angka.",
        en=f"Of {all_} other answers, {known} can be worked out here; the explanation of each figure lists them all.",
    )


def _own(score: Score) -> list[str | Text]:
    actual = write_actual(score.entry.unit, score.actual, score.target)
    return [actual, percent(score.achievement, score.scoring), met_or_not(score)]


def _figures(score: Score, one: OtherFigure) -> list[str | Text]:
    unit = one.unit or score.entry.unit
    actual = write_actual(unit, one.actual, score.target if unit == score.entry.unit else None)
    return [actual, percent(one.achievement, score.scoring), met_or_not(one)]
