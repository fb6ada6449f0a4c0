"""`kinerja score` and `kinerja compare`: scorecards, and scorecards side by side."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import Annotated

import typer

from kinerja._base import Language, ScorecardError
from kinerja.cli.files import read_text, read_values
from kinerja.cli.options import (
    CapOption,
    CatalogueOption,
    LangOption,
    PathsArgument,
    PeriodOption,
    TargetsOption,
    TargetYearOption,
    scoring_of,
    speaking,
    the_catalogue,
)
from kinerja.cli.output import ForceOption, Format, FormatOption, Output, OutputOption
from kinerja.scorecards import Scorecard
from kinerja.scorecards.comparison import compare


def score_command(
    paths: PathsArgument,
    period: PeriodOption,
    cap: CapOption = None,
    target_year: TargetYearOption = None,
    targets: TargetsOption = None,
    form: FormatOption = Format.TEXT,
    output: OutputOption = None,
    force: ForceOption = False,
    path: CatalogueOption = None,
    language: LangOption = Language.INDONESIAN,
) -> None:
    """Susun rapor kinerja dari folder data dukung, atau dari tabel realisasi."""
    with speaking(language):
        out = Output(file=output, force=force, form=form)
        catalogue, scoring = the_catalogue(path), scoring_of(cap)
        given = read_values(paths, catalogue, period, language, targets)
        card = catalogue.scorecard(
            period, given.values, scoring=scoring, remarks=given.remarks, targets=given.targets, target_year=target_year
        )
        out.write(lambda: card.document(language), card.to_json)


def compare_command(
    files: Annotated[
        list[Path],
        typer.Argument(help="Dua rapor kinerja atau lebih, masing-masing dari `kinerja score --format json`."),
    ],
    form: FormatOption = Format.TEXT,
    output: OutputOption = None,
    force: ForceOption = False,
    language: LangOption = Language.INDONESIAN,
) -> None:
    """Sandingkan rapor kinerja: antartahun, antartriwulan, atau satu periode terhadap dua target."""
    with speaking(language):
        out = Output(file=output, force=force, form=form)
        comparison = compare(*(Scorecard.from_json(read_text(file, ScorecardError)) for file in files))
        out.write(lambda: comparison.document(language), comparison.to_json)
