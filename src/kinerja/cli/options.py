"""What the commands share: options, how they speak of what is refused, and how they write, to the screen or a file."""

from __future__ import annotations

import codecs
import contextlib
import enum
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import attrs
import typer

from kinerja._base import KinerjaError, Language, Problem, RecordsError, TargetError, Text
from kinerja.cli import messages as say
from kinerja.cli.screen import PAGE, tell, width
from kinerja.decrees import Scoring, find_code
from kinerja.measurement import Minimise, settings_of
from kinerja.readers import read_catalogue, read_number
from kinerja.writers import Document, to_csv, to_markdown, to_page, to_text

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue


class Format(enum.StrEnum):
    """The forms of the output; TABLE is another word for TEXT."""

    TEXT = "text"
    TABLE = "table"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


_BY_ENDING = {
    ".md": Format.MARKDOWN,
    ".htm": Format.HTML,
    ".html": Format.HTML,
    ".csv": Format.CSV,
    ".json": Format.JSON,
}


# What `--help` says of them stands in `words`.
LangOption = Annotated[Language, typer.Option("--lang")]
CatalogueOption = Annotated[list[str] | None, typer.Option("--catalogue")]
PeriodOption = Annotated[str, typer.Option("--period")]
DecreeArgument = Annotated[str, typer.Argument()]
PathsArgument = Annotated[list[Path], typer.Argument()]
CapOption = Annotated[str | None, typer.Option("--cap")]
MinimiseOption = Annotated[str | None, typer.Option("--minimise")]
TargetYearOption = Annotated[int | None, typer.Option("--target-year")]
TargetsOption = Annotated[Path | None, typer.Option("--targets")]
AccountsOption = Annotated[list[str] | None, typer.Option("--accounts")]
OtherUnitOption = Annotated[bool, typer.Option("--satker-lain")]
FormatOption = Annotated[Format | None, typer.Option("--format")]
JsonOption = Annotated[bool, typer.Option("--json")]
OutputOption = Annotated[Path | None, typer.Option("--output")]
ForceOption = Annotated[bool, typer.Option("--force")]


@contextlib.contextmanager
def speaking(
    language: Language, file: Path | None = None, *, force: bool = False, form: Format | None = None
) -> Iterator[Output]:
    """Give what a command writes to; turn what is refused into one message on standard error and exit code 2."""
    try:
        yield Output(file=file, force=force, form=form, language=language)
    except KinerjaError as error:
        tell(_advised(error).read(language), err=True)
        raise typer.Exit(2) from None


_ADVICE = {
    "catalogues.several_units": say.NAME_UNIT,
    "folder.decree_workbook": say.GIVE_CATALOGUE,
    "folder.other_decree": say.GIVE_CATALOGUE,
    "folder.empty": say.MAKE_FORMS,
    "folder.file_unknown": say.MAKE_FORMS,
    "folder.other_unit": say.GIVE_OTHER_UNIT,
    "folder.without_tables": say.MAKE_FORMS,
    "file.not_json": say.MAKE_JSON,
    "file.other_schema": say.MAKE_JSON,
    "sheet.nothing_filled": say.MAKE_WORKBOOK,
}
"""What the command line has for it, by the code of what was refused; a program is told without it."""
_YEAR_NOT_COVERED = {"decree.year_outside", "catalogues.not_of_year"}


def _advised(error: KinerjaError) -> Text:
    """Return what an error says, and what the command line has for it."""
    codes = {error.code, *(problem.code for problem in getattr(error, "problems", ()))}
    advice = [message.text() for message in dict.fromkeys(_ADVICE[code] for code in _ADVICE if code in codes)]
    if isinstance(error, TargetError) and error.code in _YEAR_NOT_COVERED:
        year = str(error.value)
        there = _decree_here(year)
        advice.append(say.ADD_CATALOGUE.text(year=year, file=there) if there else say.MAKE_CATALOGUE.text(year=year))
    return Text.joined([error.text, *advice], "\n" if "\n" in error.text.id else " ")


def _decree_here(year: str) -> str | None:
    """Return the name of a decree in this folder that covers a year, so that nobody makes it again."""
    for path in sorted(Path().glob("*[iI][kK][uU]*")):
        if path.suffix in {".xlsx", ".toml"}:
            with contextlib.suppress(KinerjaError):
                if year in map(str, read_catalogue(path).decree.years):
                    return path.name
    return None


def with_accounts(catalogue: Catalogue, accounts: list[str] | None) -> Catalogue:
    """Lay the accounts of `--accounts` over the catalogue; refuse what does not say of which code they are."""
    settings: dict[str, dict[str, list[str]]] = {}
    for given in accounts or []:
        written, is_given, listed = given.partition("=")
        code = find_code(written.strip(), catalogue) if is_given else ""
        if not is_given or code in settings:
            raise say.NO_CODE.error(indicator="--accounts", value=given)
        indicator = catalogue[code].measured_by
        if indicator is None or "accounts" not in settings_of(indicator):
            raise say.NOT_BY_ACCOUNT.error(indicator=code, value=given).about(code)
        settings[code] = {"accounts": account_list(listed)}
    return catalogue.with_settings(settings, source="--accounts")


def account_list(accounts: str) -> list[str]:
    """Return the accounts that stand in a text, with commas between them."""
    return [part.strip() for part in accounts.split(",")]


def scoring_of(cap: str | None, minimise: str | None, catalogue: Catalogue) -> Scoring:
    """Return the agency's own rules, of the catalogue and from `--cap` and `--minimise`; these may not differ."""
    try:
        asked = Scoring(cap=None if cap is None else read_number(cap), minimise=cast("Minimise | None", minimise))
    except RecordsError as error:
        raise say.NO_NUMBER.error(indicator="--cap", value=cap, why=error.text) from None
    return catalogue.scored_by(asked, {"cap": "--cap", "minimise": "--minimise"})


def is_there(path: Path, *, force: bool) -> list[Problem]:
    """Tell what is there already, unless it is a file that may be overwritten."""
    if not path.exists() or (force and path.is_file()):
        return []
    return [(say.IS_THERE if path.is_file() else say.NO_REGULAR_FILE).problem(str(path))]


@attrs.frozen(kw_only=True)
class Output:
    """Where a command writes, and in which form; a file that is there already is refused before anything is read."""

    file: Path | None
    force: bool
    form: Format | None
    language: Language

    def __attrs_post_init__(self) -> None:
        there = [] if self.file is None else is_there(self.file, force=self.force)
        if there:
            raise RecordsError.of(there)

    def write(self, document: Callable[[], Document], to_json: Callable[[], str]) -> None:
        """Write a document, or what JSON holds in its place; only the one that is asked for is made."""
        match self.form or _BY_ENDING.get("" if self.file is None else self.file.suffix.casefold()):
            case Format.JSON:
                self._say_safely(to_json(), _json_escaped)
            case Format.MARKDOWN:
                self.say(to_markdown(document()))
            case Format.HTML:
                self._say_safely(to_page(document()), _html_escaped)
            case Format.CSV:
                self.say(to_csv(document()))
            case _:
                self.say(to_text(document(), self.width))

    @property
    def width(self) -> int:
        """How many signs a line holds."""
        return width() if self.file is None else PAGE

    def _say_safely(self, text: str, escaped: Callable[[str], str]) -> None:
        """Escape every sign beyond ASCII, which any console and redirection keeps, where the output is not UTF-8."""
        in_utf_8 = self.file is not None or codecs.lookup(sys.stdout.encoding or "utf-8").name == "utf-8"
        self.say(text if in_utf_8 else escaped(text))

    def say(self, text: str) -> None:
        """Write a text and the end of its last line."""
        ended = text.removesuffix("\n") + "\n"
        if self.file is None:
            sys.stdout.write(ended)  # `typer.echo` writes UTF-8 where the stream is ASCII
        else:
            write_whole(self.file, ended)
            tell(say.WRITTEN.text(file=self.file).read(self.language))


def _json_escaped(text: str) -> str:
    return re.sub(r"[^\x00-\x7f]", lambda sign: json.dumps(sign[0])[1:-1], text)


def _html_escaped(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()


def write_whole(file: Path, text: str) -> None:
    """Write a file through one beside it, so that it is there whole or not at all."""
    target = file.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        try:
            with beside.open("x", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
                stream.write(text)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise RecordsError.of([say.UNWRITABLE.problem(str(file), error=error)]) from None
