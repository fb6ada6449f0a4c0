"""`kinerja score` and `compare`: scorecards, alone and side by side; `explain` and `verify`: the path of one figure."""

from __future__ import annotations

import functools
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja._base import Language, ScorecardError, Text, TraceError
from kinerja.cli import options
from kinerja.cli.files import load_text, read_values
from kinerja.scorecards import Scorecard
from kinerja.scorecards.comparison import compare
from kinerja.trace import Verification, explain, make_trace, verify_trace

if TYPE_CHECKING:
    from collections.abc import Iterator


def score_command(
    paths: options.PathsArgument,
    period: options.PeriodOption,
    cap: options.CapOption = None,
    minimise: options.MinimiseOption = "reflected",
    target_year: options.TargetYearOption = None,
    targets: options.TargetsOption = None,
    form: options.FormatOption = options.Format.TEXT,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    path: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Susun rapor kinerja dari folder data dukung, atau dari tabel realisasi."""
    with options.speaking(language, output, force=force, form=form) as out:
        catalogue, scoring = options.the_catalogue(path), options.scoring_of(cap, minimise)
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
    form: options.FormatOption = options.Format.TEXT,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Sandingkan rapor kinerja: antartahun, antartriwulan, atau satu periode terhadap dua target."""
    with options.speaking(language, output, force=force, form=form) as out:
        comparison = compare(*(load_text(file, ScorecardError, Scorecard.from_json) for file in files))
        out.write(lambda: comparison.document(language), comparison.to_json)


def explain_command(
    code: Annotated[str, typer.Argument(help="Kode indikator, misalnya SK3/4.")],
    paths: options.PathsArgument,
    period: options.PeriodOption,
    cap: options.CapOption = None,
    minimise: options.MinimiseOption = "reflected",
    target_year: options.TargetYearOption = None,
    targets: options.TargetsOption = None,
    form: options.FormatOption = options.Format.TEXT,
    as_json: options.JsonOption = False,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    path: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Jelaskan satu angka: bunyi keputusan, tafsir, data dukung, rumus, realisasi, target, dan capaiannya."""
    with options.speaking(language, output, force=force, form=options.Format.JSON if as_json else form) as out:
        catalogue, scoring = options.the_catalogue(path), options.scoring_of(cap, minimise)
        entry = catalogue[code]  # before anything is read: a slip here should not cost a wait
        given = read_values(paths, catalogue, period, language, targets)
        trace = make_trace(
            catalogue,
            entry.code,
            period,
            given.values.get(code),
            scoring=scoring,
            remark=given.remarks.get(code, ""),
            sources=given.sources.get(code, ()),
            targets=given.targets,
            target_year=target_year,
        )
        out.write(lambda: explain(trace, language), trace.to_json)


def verify_command(
    file: Annotated[Path, typer.Argument(help="Jejak angka dari `kinerja explain --format json`.")],
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    path: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Hitung ulang sebuah jejak angka dari data dukungnya; kode keluar 1 bila ada yang tidak sesuai."""
    with options.speaking(language, output, force=force) as out:
        verify = functools.partial(verify_trace, catalogues=[options.the_catalogue(path)])
        verification = load_text(file, TraceError, verify)
        out.say("\n".join(_verdict(verification, language)))
    if not verification.holds:
        raise typer.Exit(1)


def _verdict(verification: Verification, language: Language) -> Iterator[str]:
    trace, count = verification.trace, len(verification.differences)
    what, number = f"{trace.entry.code}, {trace.period}", trace.decree.number
    holds = Text(id=f"{what}: sesuai; angkanya tetap mengikuti.", en=f"{what}: it holds; the figure still follows.")
    fails = Text(id=f"{what}: tidak sesuai, {count} hal berbeda:", en=f"{what}: it does not hold; differences: {count}")
    made = Text(
        id=f"Jejak dibuat dengan kinerja {verification.version}, diperiksa dengan kinerja {trace.version}.",
        en=f"Made by kinerja {verification.version}, verified by kinerja {trace.version}.",
    )
    believed = Text(
        id=f"Bunyi Keputusan Nomor {number} dan targetnya diambil dari jejak ini sendiri; untuk mencocokkannya, "
        "berikan katalognya dengan --catalogue.",
        en=f"The words and targets of Decree Number {number} are the trace's own; to check them, pass its "
        "catalogue with --catalogue.",
    )
    yield (holds if verification.holds else fails).read(language)
    for difference in verification.differences:
        yield f"- {difference.text.read(language)}"
    yield made.read(language)
    if not verification.compared:
        yield believed.read(language)
