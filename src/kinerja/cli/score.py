"""`kinerja score` and `explain`: a scorecard, and the path of one of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from kinerja._base import Language, Text
from kinerja.cli import options
from kinerja.cli.catalogues import the_catalogue
from kinerja.cli.files import Asked, read_values
from kinerja.decrees import find_code
from kinerja.decrees.page import section
from kinerja.trace import explain, make_trace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja.writers import Document


def score_command(
    paths: options.PathsArgument,
    period: options.PeriodOption,
    cap: options.CapOption = None,
    minimise: options.MinimiseOption = "reflected",
    target_year: options.TargetYearOption = None,
    targets: options.TargetsOption = None,
    accounts: options.AccountsOption = None,
    other_unit: options.OtherUnitOption = False,
    readings: options.ReadingsOption = False,
    form: options.FormatOption = options.Format.TEXT,
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
            scoring=options.scoring_of(cap, minimise),
            other_unit=other_unit,
        )
        given = read_values(paths, catalogue, asked)
        card = given.catalogue.scorecard(
            period,
            given.values,
            scoring=given.scoring,
            remarks=given.remarks,
            targets=given.targets,
            target_year=given.target_year,
            units=given.units,
            notes=given.notes,
            alternatives=readings,
        )
        out.write(lambda: card.document(language), card.to_json)


def explain_command(
    code: Annotated[str, typer.Argument()],
    paths: options.PathsArgument,
    period: options.PeriodOption,
    cap: options.CapOption = None,
    minimise: options.MinimiseOption = "reflected",
    target_year: options.TargetYearOption = None,
    targets: options.TargetsOption = None,
    accounts: options.AccountsOption = None,
    other_unit: options.OtherUnitOption = False,
    form: options.FormatOption = options.Format.TEXT,
    as_json: options.JsonOption = False,
    withheld: options.WithheldOption = False,
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
            scoring=options.scoring_of(cap, minimise),
            other_unit=other_unit,
        )
        given = read_values(paths, catalogue, asked)
        trace = make_trace(
            given.catalogue,
            entry.code,
            period,
            given.values.get(entry.code),
            scoring=given.scoring,
            remark=given.remarks.get(entry.code, ""),
            sources=given.sources(entry.code),
            targets=given.targets,
            target_year=given.target_year,
            units=given.units,
        )
        shown = trace.without_records() if withheld else trace
        out.write(
            lambda: _with_notes(explain(shown, language), () if withheld else given.notes, language), shown.to_json
        )


def _with_notes(page: Document, notes: Iterable[Text], language: Language) -> Document:
    """Return the page with what a scorecard says below its table: what was assumed, and what was not read."""
    heading = Text(id="Yang dianggap dan yang tidak dibaca", en="What was assumed and what was not read")
    return attrs.evolve(page, sections=(*page.sections, section(heading, notes, language)))
