"""Writing the file of a decree: what there is, or one to fill in."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import MissingExtraError, exact_text
from kinerja.catalogue import load_catalogue
from kinerja.decrees.file import DecreeFile
from kinerja.decrees.written import write_decree_file
from kinerja.readers import messages as say
from kinerja.readers.catalogues.columns import ENTRIES, OBJECTIVES, TARGETS, VARIABLES
from kinerja.readers.catalogues.layout import lay_out
from kinerja.readers.catalogues.workbook import write_book
from kinerja.readers.sheets import refusal

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue
    from kinerja.readers.sheets import StrPath

_EXTRA = "excel"
_AHEAD = 5
"""So many years stand as headings of targets in a new workbook."""

_LARGEST = 2**63
"""TOML holds smaller whole numbers than this."""

_OF_EXAMPLES = (OBJECTIVES, ENTRIES, VARIABLES, TARGETS)
_HOW = """\
# Keputusan sendiri. Hapus tanda # di depan baris yang dipakai, ganti isinya, lalu:
#   kinerja catalogue --catalogue BERKAS
#
"""


def write_catalogue(path: StrPath, catalogue: Catalogue) -> None:
    """Write the catalogue of a decree as an Excel workbook or as TOML, as the ending of the file says.

    `read_catalogue` reads it back as it was.

    Args:
        path: the file, which ends in `.xlsx` or `.toml`; one that is there is overwritten.
        catalogue: what is written.

    Raises:
        RecordsError: for another ending, for settings of a unit and assumed targets, which are no part of a decree, for
            a text that no cell can hold, and for a file that cannot be written.
        MissingExtraError: if XlsxWriter, or for TOML tomli-w, is not installed.
    """
    own = [code for code, entry in catalogue.items() if entry.settings or entry.assumed]
    if own:
        raise refusal(say.NOT_THE_DECREES, str(path), names=own)
    plain = _plain(catalogue)
    years = [str(year) for year in catalogue.decree.years]
    _write(path, functools.partial(_book, plain, years), functools.partial(_toml, plain))


def new_catalogue(path: StrPath, year: int | None = None) -> None:
    """Write the file of a decree to fill in, an Excel workbook or TOML, with an example of each formula.

    The examples stand where nothing reads them: in a sheet of their own, and behind `#`.

    Args:
        path: as `write_catalogue` takes it.
        year: the first year of the targets; this one, unless it is given.

    Raises:
        RecordsError: for another ending, and for a file that cannot be written.
        MissingExtraError: if XlsxWriter is not installed.
    """
    first = dt.datetime.now(tz=dt.UTC).year if year is None else year
    years = [str(first + ahead) for ahead in range(_AHEAD)]
    example = (files("kinerja") / "readers" / "catalogues" / "contoh.toml").read_text("utf-8")
    text = re.sub("202[56]", lambda found: years[int(found[0]) - 2025], example)
    blank: dict[str, Any] = {"objectives": [], "entries": []}
    _write(path, functools.partial(_book, blank, years, text), functools.partial(_commented, text))


def _book(plain: dict[str, Any], years: Sequence[str], example: str = "") -> bytes:
    shown = lay_out(_plain(load_catalogue(example.encode())), years) if example else []
    return write_book(lay_out(plain, years), [laid for laid in shown if laid.sheet in _OF_EXAMPLES])


def _commented(text: str) -> bytes:
    return (_HOW + "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())).encode()


def _plain(catalogue: Catalogue) -> dict[str, Any]:
    parts = {field.name: getattr(catalogue, field.name) for field in attrs.fields(DecreeFile)}
    return write_decree_file(DecreeFile(**parts | {"entries": tuple(catalogue.values())}))


def _write(path: StrPath, workbook: Callable[[], bytes], toml: Callable[[], bytes]) -> None:
    content = {".xlsx": workbook, ".toml": toml}.get(Path(path).suffix.casefold())
    if content is None:
        raise refusal(say.DECREE_KIND, str(path))
    whole = content()
    try:
        Path(path).write_bytes(whole)
    except OSError as error:
        raise refusal(say.FORMS_UNWRITABLE, str(path), why=error) from None


def _toml(plain: dict[str, Any]) -> bytes:
    try:
        import tomli_w  # noqa: PLC0415 - optional, and only this needs it
    except ImportError:
        raise MissingExtraError.of(_EXTRA) from None
    return tomli_w.dumps(_in_toml(plain), multiline_strings=False).encode()


def _in_toml(value: Any) -> Any:
    """Return plain data with its numbers as TOML has them: whole, decimal, or where there is no such as exact text."""
    match value:
        case dict():
            return {key: _in_toml(one) for key, one in value.items()}
        case list() | tuple():
            return [_in_toml(one) for one in value]
        case Fraction():
            if value.denominator == 1 and abs(value) < _LARGEST:
                return int(value)
            decimal = Decimal(value.numerator) / Decimal(value.denominator)
            return decimal if Fraction(decimal) == value else exact_text(value)
    return value
