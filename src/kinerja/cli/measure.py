"""`kinerja measure`: one indicator, measured from a form or an export."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated, Any

import attrs
import typer
from rich.console import Console
from rich.progress import Progress

from kinerja import indicators as law
from kinerja._base import Language, Text, UnknownIndicatorError
from kinerja.catalogues import installed_indicators
from kinerja.cli import messages as say
from kinerja.cli import options
from kinerja.cli.catalogues import the_catalogue
from kinerja.cli.screen import tell
from kinerja.decrees import find_code
from kinerja.measurement import Indicator, settings_of
from kinerja.readers.measured_file import measure_file

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue


def measure_command(
    indicator: Annotated[str, typer.Argument()],
    file: Annotated[Path, typer.Argument()],
    period: options.PeriodOption,
    accounts: Annotated[str | None, typer.Option("--accounts")] = None,
    columns: Annotated[list[str] | None, typer.Option("--columns")] = None,
    other_unit: options.OtherUnitOption = False,
    totals_only: Annotated[bool, typer.Option("--tanpa-rincian")] = False,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    given: options.CatalogueOption = None,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Measure one indicator from its evidence."""
    with options.speaking(language, output, force=force, form=form) as out:
        catalogue = the_catalogue(given, period, language, [file.parent], any_unit=other_unit, any_year=True)
        name, own = _named(indicator, catalogue)
        measured = _with_accounts(own, name, accounts)
        decree = catalogue.decree if name in catalogue and not other_unit else None
        with _watched(Text(id="Membaca", en="Reading"), language) as progress:
            found = measure_file(
                measured,
                file,
                period,
                called=name,
                columns=_pairs(columns or ()),
                progress=progress,
                keep=not totals_only,
                decree=decree,
            )
        for text in found.unread:
            tell(text.read(language), err=True)
        out.write(lambda: found.document(language), found.to_json)


def _named(indicator: str, catalogue: Catalogue) -> tuple[str, Indicator[Any]]:
    """Return what is meant by a code of the catalogue, or by a class; of what is not known at all, codes are named."""
    codes = {code: entry.measured_by for code, entry in catalogue.items() if entry.measured_by is not None}
    classes = _classes(indicator)
    try:
        name = find_code(indicator, [*codes, *classes])
    except UnknownIndicatorError as error:
        if error.matches:
            raise
        raise UnknownIndicatorError.of(indicator, codes) from None
    return name, codes[name] if name in codes else classes[name]()


def _pairs(columns: Sequence[str]) -> dict[str, str]:
    """Return field -> heading, as `--columns` gives them."""
    named: dict[str, str] = {}
    for pair in columns:
        field, _, heading = (part.strip() for part in pair.partition("="))
        if not field or not heading or field in named:
            raise say.NO_PAIR.error(indicator="--columns", value=pair)
        named[field] = heading
    return named


@contextlib.contextmanager
def _watched(label: Text, language: Language) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on standard error while a long file is read; only on a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda *_: None
        return
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task(label.read(language), total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _classes(name: str) -> dict[str, type[Indicator[Any]]]:
    """Return the classes that may be measured by their name alone: the library's, and an installed one of that name."""
    brought = {kind.__name__: kind for kind in installed_indicators().named_in({"indicator": name})}
    alone = {
        name: kind
        for name, kind in brought.items()
        if all(one.default is not attrs.NOTHING for one in attrs.fields(kind) if one.init)
    }
    return law.indicator_classes() | alone


def _with_accounts(indicator: Indicator[Any], name: str, accounts: str | None) -> Indicator[Any]:
    """Lay accounts over an indicator; its own name may stand before them, as `kinerja score` needs it."""
    if accounts is None:
        return indicator
    code, is_given, listed = accounts.partition("=")
    if "accounts" not in settings_of(indicator):
        raise say.NOT_BY_ACCOUNT.error(indicator=indicator.name, value=accounts)
    if is_given:
        find_code(code.strip(), [name])
    own: Any = indicator
    changed: Indicator[Any] = attrs.evolve(own, accounts=options.account_list(listed if is_given else accounts))
    return changed
