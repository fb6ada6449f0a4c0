"""How the commands write: which form, and to the screen or to a file."""

from __future__ import annotations

import codecs
import enum
import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from kinerja._base import RecordsError
from kinerja.cli import messages as say
from kinerja.writers import to_csv, to_markdown, to_page, to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja.writers import Document


class Format(enum.StrEnum):
    """The forms of the output; TABLE is another word for TEXT."""

    TEXT = "text"
    TABLE = "table"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="Bentuk keluaran; table sama dengan text.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")]
OutputOption = Annotated[Path | None, typer.Option("--output", help="Tulis ke berkas ini (UTF-8); tanpa ini ke layar.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Timpa berkas --output bila sudah ada.")]


@attrs.frozen(kw_only=True)
class Output:
    """Where a command writes, and in which form.

    Raises:
        RecordsError: for a file that is there already, unless it may be overwritten; before anything is read.
    """

    file: Path | None
    force: bool
    form: Format = Format.TEXT

    def __attrs_post_init__(self) -> None:
        if self.file is not None and self.file.exists():
            if not self.file.is_file():
                raise RecordsError.of([say.NO_REGULAR_FILE.problem(str(self.file))])
            if not self.force:
                raise RecordsError.of([say.IS_THERE.problem(str(self.file))])

    def write(self, document: Callable[[], Document], to_json: Callable[[], str]) -> None:
        """Write a document, or what JSON holds in its place; only the one that is asked for is made."""
        match self.form:
            case Format.JSON:
                self._say_safely(to_json(), _json_escaped)
            case Format.MARKDOWN:
                self.say(to_markdown(document()))
            case Format.HTML:
                self._say_safely(to_page(document()), _html_escaped)
            case Format.CSV:
                self.say(to_csv(document()))
            case _:
                self.say(to_text(document(), _screen() if self.file is None else None))

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
            _write_whole(self.file, ended)


def _screen() -> int | None:
    """Return how many signs a line of the terminal holds; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _json_escaped(text: str) -> str:
    return re.sub(r"[^\x00-\x7f]", lambda sign: json.dumps(sign[0])[1:-1], text)


def _html_escaped(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _write_whole(file: Path, text: str) -> None:
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
