"""`kinerja explain` and `kinerja verify`: the path of one figure, and walking it again."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja._base import Language, Text, TraceError
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
from kinerja.cli.output import ForceOption, Format, FormatOption, JsonOption, Output, OutputOption
from kinerja.trace import explain, make_trace, verify_trace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja.trace import Verification


def explain_command(
    code: Annotated[str, typer.Argument(help="Kode indikator, misalnya SK3/4.")],
    paths: PathsArgument,
    period: PeriodOption,
    cap: CapOption = None,
    target_year: TargetYearOption = None,
    targets: TargetsOption = None,
    form: FormatOption = Format.TEXT,
    as_json: JsonOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
    path: CatalogueOption = None,
    language: LangOption = Language.INDONESIAN,
) -> None:
    """Jelaskan satu angka: bunyi keputusan, tafsir, data dukung, rumus, realisasi, target, dan capaiannya."""
    with speaking(language):
        out = Output(file=output, force=force, form=Format.JSON if as_json else form)
        catalogue, scoring = the_catalogue(path), scoring_of(cap)
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
    output: OutputOption = None,
    force: ForceOption = False,
    path: CatalogueOption = None,
    language: LangOption = Language.INDONESIAN,
) -> None:
    """Hitung ulang sebuah jejak angka dari data dukungnya; kode keluar 1 bila ada yang tidak sesuai."""
    with speaking(language):
        out = Output(file=output, force=force)
        verification = verify_trace(read_text(file, TraceError), catalogues=[the_catalogue(path)])
        out.say("\n".join(line.read(language) for line in _verdict(verification)))
    if not verification.holds:
        raise typer.Exit(1)


def _verdict(verification: Verification) -> list[Text]:
    trace = verification.trace
    what = f"{trace.entry.code}, {trace.period}"
    made = Text(
        id=f"Jejak dibuat dengan kinerja {verification.version}, diperiksa dengan kinerja {trace.version}.",
        en=f"Made by kinerja {verification.version}, verified by kinerja {trace.version}.",
    )
    if verification.holds:
        said = Text(id=f"{what}: sesuai; angkanya tetap mengikuti.", en=f"{what}: it holds; the figure still follows.")
        return [said, made, *_whose_clause(verification)]
    count = len(verification.differences)
    said = Text(id=f"{what}: tidak sesuai, {count} hal berbeda:", en=f"{what}: it does not hold; differences: {count}")
    listed = [
        Text(id=f"- {difference.text.id}", en=f"- {difference.text.en}") for difference in verification.differences
    ]
    return [said, *listed, made, *_whose_clause(verification)]


def _whose_clause(verification: Verification) -> Iterator[Text]:
    """Say what was believed, where no catalogue could tell."""
    if not verification.compared:
        number = verification.trace.decree.number
        yield Text(
            id=f"Bunyi Keputusan Nomor {number} dan targetnya diambil dari jejak ini sendiri; untuk mencocokkannya, "
            "berikan katalognya dengan --catalogue.",
            en=f"The words and targets of Decree Number {number} are the trace's own; to check them, pass its "
            "catalogue with --catalogue.",
        )
