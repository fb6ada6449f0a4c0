"""`kinerja score` and `kinerja compare`: scorecards, and scorecards side by side."""

from __future__ import annotations

import enum
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import Annotated

import typer

from kinerja._base import ScorecardError
from kinerja.cli import show
from kinerja.cli.files import read_text, read_values
from kinerja.cli.options import (
    CapOption,
    CatalogueOption,
    Lang,
    LangOption,
    PeriodOption,
    TargetsOption,
    TargetYearOption,
    number,
    speaking,
    the_catalogue,
)
from kinerja.scorecards import Scorecard, Scoring
from kinerja.scorecards.comparison import compare
from kinerja.scorecards.table import to_csv, to_markdown

__all__ = ["compare_command", "score_command"]


class Format(enum.StrEnum):
    """How a scorecard is written."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


def score_command(  # noqa: PLR0913, PLR0917 - the parameters of a command are its options; typer passes them by name
    paths: Annotated[
        list[Path], typer.Argument(help="Folder data dukung, satu per unit; atau satu tabel realisasi (CSV, XLSX).")
    ],
    period: PeriodOption,
    cap: CapOption = None,
    target_year: TargetYearOption = None,
    targets: TargetsOption = None,
    form: Annotated[Format, typer.Option("--format", help="Bentuk keluaran.")] = Format.TABLE,
    path: CatalogueOption = None,
    lang: LangOption = Lang.ID,
) -> None:
    """Susun rapor kinerja dari folder data dukung, atau dari tabel realisasi."""
    with speaking(lang) as language:
        catalogue = the_catalogue(path)
        scoring = Scoring(cap=None if cap is None else number("--cap", cap))
        given = read_values(paths, catalogue, period, language, targets)
        card = catalogue.scorecard(
            period,
            given.values,
            scoring=scoring,
            remarks=given.remarks,
            targets=given.targets,
            target_year=target_year,
        )
        match form:
            case Format.TABLE:
                show.show_scorecard(card, language)
            case Format.MARKDOWN:
                typer.echo(to_markdown(card, language))
            case Format.CSV:
                typer.echo(to_csv(card, language), nl=False)
            case _:
                typer.echo(card.to_json())


def compare_command(
    files: Annotated[
        list[Path],
        typer.Argument(help="Dua rapor kinerja atau lebih, masing-masing dari `kinerja score --format json`."),
    ],
    lang: LangOption = Lang.ID,
) -> None:
    """Sandingkan rapor kinerja: antartahun, antartriwulan, atau satu periode terhadap dua target."""
    with speaking(lang) as language:
        cards = [Scorecard.from_json(read_text(file, ScorecardError)) for file in files]
        show.show_lines(compare(*cards).write(language))
