"""A scorecard as a table for readers: plain text, Markdown, CSV and HTML from the same cells."""

from __future__ import annotations

import csv
import html
import io
import re
from typing import TYPE_CHECKING

from kinerja._base import Language, Reason, Text, write, write_exact
from kinerja.writers import lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja.scorecards.score import Score
    from kinerja.scorecards.scorecard import Scorecard

__all__ = ["FIGURES", "cells", "footer", "headings", "title", "to_csv", "to_html", "to_markdown", "to_text"]

_HEADINGS = (
    Text(id="Kode", en="Code"),
    Text(id="Indikator", en="Indicator"),
    Text(id="Satuan", en="Unit"),
    Text(id="Target", en="Target"),
    Text(id="Realisasi", en="Actual"),
    Text(id="Capaian", en="Achievement"),
    Text(id="Keterangan", en="Remarks"),
)
FIGURES = (3, 4, 5)
"""The columns that hold figures, which stand to the right."""

_NONE = "-"
_WIDTHS = {1: 44, 6: 32}
"""Where plain text wraps the indicator and the remarks."""


def title(card: Scorecard, language: Language) -> str:
    """Return what the table shows: the period, the office and the decree."""
    unit, number, name = map(_folded, (card.decree.unit, card.decree.number, card.decree.title))
    text = Text(
        id=f"Rapor kinerja {card.period}{card.basis.id} - {unit}\nKeputusan Nomor {number}: {name}",
        en=f"Scorecard {card.period}{card.basis.en} - {unit}\nDecree Number {number}: {name}",
    )
    return text.read(language)


_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _folded(text: str) -> str:
    """Make every run of white space, line ends included, one space; leave out what would steer a terminal."""
    return " ".join(_STEERING.sub(" ", text).split())


def headings(language: Language) -> list[str]:
    """Return the headings of the columns."""
    return [heading.read(language) for heading in _HEADINGS]


def cells(score: Score, language: Language) -> list[str]:
    """Return one score as text, one cell a column."""
    entry = score.entry
    return [
        _folded(entry.code),
        _folded(entry.label),
        _folded(entry.unit.name.read(language)),
        _NONE if score.target is None else write_exact(score.target, language),
        _NONE if score.actual is None else entry.unit.write(score.actual, language),
        _NONE if score.achievement is None else f"{write(score.achievement, 2, language)}%",
        _folded(" ".join(_remarks(score, language))),
    ]


def _remarks(score: Score, language: Language) -> list[str]:
    remarks = [note.read(language) for note in score.notes]
    if score.reason is not None:
        remarks.append(score.reason.value.read(language))
    if score.achievement is not None and score.uncapped != score.achievement:
        uncapped = Text(id="Sebelum dibatasi", en="Before the cap").read(language)
        remarks.append(f"{uncapped} {write(score.uncapped or score.achievement, 2, language)}%.")
    return [*remarks, score.remark] if score.remark else remarks


def footer(card: Scorecard, language: Language) -> list[str]:
    """Return the lines under the table: both means, and the cap where there is one."""
    measured, every = card.mean(), card.mean(unmeasured="zero")
    counted = sum(score.achievement is not None for score in card)
    with_zeros = counted + sum(score.reason is Reason.NOT_MEASURED for score in card)
    labels = (
        (
            Text(id="Rata-rata capaian, hanya yang terukur", en="Mean achievement, measured only"),
            measured,
            counted,
        ),
        (
            Text(id="Rata-rata capaian, yang belum diukur dihitung 0", en="Mean achievement, unmeasured as 0"),
            every,
            with_zeros,
        ),
    )
    lines = []
    for label, mean, number in labels:
        figure = _NONE if mean is None else f"{write(mean, 2, language)}%"
        count = Text(id=f"{number} indikator", en=f"{number} indicator{'' if number == 1 else 's'}").read(language)
        lines.append(f"{label.read(language)} ({count}): {figure}")
    if card.scoring.cap is not None:
        cap = write_exact(card.scoring.cap, language)
        lines.append(
            Text(id=f"Capaian dibatasi paling tinggi {cap}%.", en=f"Achievements are capped at {cap}%.").read(language)
        )
    return lines


def to_text(card: Scorecard, language: Language = Language.INDONESIAN) -> str:
    """Write the scorecard as plain text of fixed width."""
    table = [headings(language), *(cells(score, language) for score in card)]
    return "\n".join([title(card, language), "", lay_out(table, FIGURES, _WIDTHS), *footer(card, language)])


def to_markdown(card: Scorecard, language: Language = Language.INDONESIAN) -> str:
    """Write the scorecard as a Markdown table."""
    marks = ["---:" if column in FIGURES else "---" for column in range(len(_HEADINGS))]
    table = [
        headings(language),
        marks,
        *([_escaped(cell) for cell in cells(score, language)] for score in card),
    ]
    lines = [f"| {' | '.join(row)} |" for row in table]
    heading, *decree = map(_escaped, title(card, language).split("\n"))
    return "\n".join([f"## {heading}", "", *decree, "", *lines, "", *(f"- {line}" for line in footer(card, language))])


def _escaped(cell: str) -> str:
    """Write a text so that Markdown shows it as it is: no markup, no cell of its own, no line of its own."""
    return re.sub(r"([\\`*_\[\]|])", r"\\\1", html.escape(_folded(cell), quote=False))


def to_html(card: Scorecard, language: Language = Language.INDONESIAN) -> str:
    """Write the scorecard as an HTML table, everything escaped."""
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in headings(language))
    body = "".join(f"<tr>{''.join(_html_cells(cells(score, language)))}</tr>" for score in card)
    caption = "<br>".join(html.escape(line) for line in title(card, language).split("\n"))
    foot = "".join(f"<p>{html.escape(line)}</p>" for line in footer(card, language))
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{foot}"


def _html_cells(row: Sequence[str]) -> list[str]:
    right = ' style="text-align: right"'
    return [f"<td{right if column in FIGURES else ''}>{html.escape(cell)}</td>" for column, cell in enumerate(row)]


_RUNS_IN_SPREADSHEETS = re.compile(r"(^\s*|[,;\t]\s*)(?=[=+\-@])")
"""A sign that begins a formula, at the start of a text or where a spreadsheet could split it."""


def to_csv(card: Scorecard, language: Language = Language.INDONESIAN) -> str:
    """Write the scorecard as CSV: `;` and decimal commas in Indonesian, `,` and decimal points in English.

    Figures carry no thousands marks and no percent sign. Texts that a spreadsheet would run as a formula begin with
    an apostrophe instead.
    """
    delimiter = ";" if language is Language.INDONESIAN else ","
    thousands = "." if language is Language.INDONESIAN else ","
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    writer.writerow(headings(language))
    for score in card:
        row = cells(score, language)
        writer.writerow(
            [_bare(cell, thousands) if column in FIGURES else _defused(cell) for column, cell in enumerate(row)]
        )
    return buffer.getvalue()


def _bare(figure: str, thousands: str) -> str:
    return "" if figure == _NONE else figure.replace(thousands, "").removesuffix("%")


def _defused(cell: str) -> str:
    """Write a text on one line so that no spreadsheet runs it, whichever separator it splits at."""
    return _RUNS_IN_SPREADSHEETS.sub(r"\1'", _folded(cell))
