"""`kinerja score` and `explain`: a scorecard, and the path of one of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja._base import Language
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import tell_questions, the_catalogue
from kinerja.cli.screen import tell
from kinerja.decrees import find_code
from kinerja.measurement import Measurement
from kinerja.readers.handed_in import Asked, HandedIn, explained, read_values

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja.catalogue import Catalogue


def score_command(
    paths: options.PathsArgument,
    period: options.PeriodOption,
    cap: options.CapOption = None,
    minimise: options.MinimiseOption = None,
    target_year: options.TargetYearOption = None,
    targets: options.TargetsOption = None,
    accounts: options.AccountsOption = None,
    other_unit: options.OtherUnitOption = False,
    readings: Annotated[bool, typer.Option("--tafsir")] = False,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    catalogues: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Make a scorecard from folders of evidence, or from a table of actuals."""
    with options.speaking(language, output, force=force, form=form) as out:
        catalogue = options.with_accounts(
            the_catalogue(catalogues, period, language, paths, any_unit=other_unit), accounts
        )
        asked = Asked(
            period=period,
            language=language,
            targets=targets,
            target_year=target_year,
            scoring=options.scoring_of(cap, minimise, catalogue),
            other_unit=other_unit,
        )
        given = _read(paths, catalogue, asked)
        card = given.scorecard(alternatives=True)
        out.write(lambda: card.document(language, readings=readings), card.to_json)
        if output is not None:
            _tell_counted(given, language)
        tell_questions(catalogues, language)


def explain_command(
    code: Annotated[str, typer.Argument()],
    paths: options.PathsArgument,
    period: options.PeriodOption,
    cap: options.CapOption = None,
    minimise: options.MinimiseOption = None,
    target_year: options.TargetYearOption = None,
    targets: options.TargetsOption = None,
    accounts: options.AccountsOption = None,
    other_unit: options.OtherUnitOption = False,
    form: options.FormatOption = None,
    as_json: options.JsonOption = False,
    withheld: Annotated[bool, typer.Option("--tanpa-data-dukung")] = False,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    catalogues: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Explain one figure."""
    with options.speaking(language, output, force=force, form=options.Format.JSON if as_json else form) as out:
        catalogue = options.with_accounts(
            the_catalogue(catalogues, period, language, paths, any_unit=other_unit), accounts
        )
        entry = catalogue[find_code(code, catalogue)]  # before anything is read: a slip here should not cost a wait
        asked = Asked(
            period=period,
            language=language,
            targets=targets,
            target_year=target_year,
            scoring=options.scoring_of(cap, minimise, catalogue),
            other_unit=other_unit,
        )
        given = _read(paths, catalogue, asked)
        trace = given.trace(entry.code)
        shown = trace.without_records() if withheld else trace
        notes = () if withheld else given.notes
        out.write(lambda: explained(shown, notes, language), shown.to_json)


def _read(paths: Sequence[Path], catalogue: Catalogue, asked: Asked) -> HandedIn:
    """Read what was handed in, and say on standard error what of a table was not read."""
    given = read_values(paths, catalogue, asked)
    for text in given.unread:
        tell(text.read(asked.language), err=True)
    return given


def _tell_counted(given: HandedIn, language: Language) -> None:
    """Say on standard error how many rows count and how many do not, for who has not opened the scorecard yet."""
    measured = [value for value in given.values.values() if isinstance(value, Measurement)]
    every, counted = sum(len(one.evidence) for one in measured), sum(len(one.counted) for one in measured)
    if every:
        message = say.ROWS_COUNTED if counted == every else say.ROWS_LEFT_OUT
        tell(message.text(counted=counted, left=every - counted).read(language), err=True)
