"""The commands: what each reads, asks the library, and hands to `show`."""

from __future__ import annotations

import contextlib
import enum
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kinerja
from kinerja import indicators as law
from kinerja.cli import show
from kinerja.decree_file import Parts, dump_parts
from kinerja.errors import CellProblem, KinerjaError, QuantityError, RecordsError, UnknownIndicatorError
from kinerja.indicators import P3DNRatio
from kinerja.readers.numbers import read_number
from kinerja.readers.sakti import read_glp039
from kinerja.readers.tables import read_actuals
from kinerja.scorecard_table import to_csv, to_markdown
from kinerja.scoring import Scoring
from kinerja.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja.catalogue import Catalogue

__all__ = ["app"]

app = typer.Typer(
    name="kinerja",
    help="Indikator kinerja utama (IKU): katalog, rapor kinerja, dan pengukuran dari berkas.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


class Format(enum.StrEnum):
    """How a scorecard is written."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


class Lang(enum.StrEnum):
    """The language of the output."""

    ID = "id"
    EN = "en"


LangOption = Annotated[Lang, typer.Option("--lang", help="Bahasa keluaran.")]
CatalogueOption = Annotated[
    Path | None, typer.Option("--catalogue", help="Berkas katalog TOML keputusan lain; tanpa ini BSPJI Pekanbaru 2021-2024.")
]
