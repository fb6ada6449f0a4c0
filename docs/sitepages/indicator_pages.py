"""A page for each indicator of each decree, as the library writes it, with what a reader of this site needs beside."""

from __future__ import annotations

import csv
import doctest
import functools
import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kinerja
from kinerja import Catalogue, Language, Measurement, Text
from kinerja.catalogue import bundled_catalogues
from kinerja.indicators import reading_classes
from kinerja.pages import Added, Example, decree_parts, entry_page, page_name
from kinerja.readers import measure_folders, read_folder
from sitepages.markdown import MARK, escaped, indonesian, page, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja import Entry, Indicator, Scorecard

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "contoh-2023"
EXAMPLE_YEAR = 2023
GOLDEN = ROOT / "tests" / "golden" / "0.1.0" / "karangan.csv"
ENGLISH = Language.ENGLISH
TOLD = Text(
    id=f"Baris `examples/{EXAMPLE.name}`, yang rekaan, tahun {EXAMPLE_YEAR}: apa yang ditambahkan masing-masing.",
    en=f"The records of `examples/{EXAMPLE.name}`, which are made up, in {EXAMPLE_YEAR}: what each adds.",
)


def catalogues() -> dict[str, Catalogue]:
    """Return the catalogues that come with the library, by name."""
    return {name: getattr(kinerja, name) for name in bundled_catalogues()}


def indicator_pages() -> dict[str, str]:
    """Return the pages of all decrees, by path, in the order of the navigation."""
    pages = {"indicators/index.md": _index_page()}
    for name, catalogue in catalogues().items():
        for entry in catalogue.values():
            if entry.indicator is not None:
                pages[f"indicators/{page_path(name, entry)}"] = _page_of(catalogue, entry, entry.indicator)
    return pages


def page_path(catalogue: str, entry: Entry) -> str:
    """Return the path of an entry's page under `indicators`: its catalogue, its code and its indicator's module."""
    return f"{catalogue.lower().replace('_', '-')}/{page_name(entry)}"


def _index_page() -> str:
    """Return the page that lists the indicators of every decree."""
    parts: list[str] = []
    for name, catalogue in catalogues().items():
        names = {code: page_path(name, entry) for code, entry in catalogue.items() if entry.indicator is not None}
        parts += decree_parts(catalogue, ENGLISH, names, in_python=name)
    return page("Indicators", *parts)


def _page_of(catalogue: Catalogue, entry: Entry, indicator: Indicator[Any]) -> str:
    """Return the page of an entry."""
    measurement = _measured(catalogue).get(entry.code)
    example = None
    if measurement is not None:
        example = Example(measurement=measurement, score=_scorecard(catalogue)[entry.code], told=TOLD)
    first, *others = _paragraphs(indicator)
    definition = [one.replace("Definition:", "**Definition:**") for one in others if one.startswith("Definition: ")]
    limits = [one.removeprefix("Not measured: ") for one in others if one.startswith("Not measured: ")]
    added = Added(
        introduction=(MARK, first, *definition, _in_the_browser(entry)),
        limits=tuple(limit[:1].upper() + limit[1:] for limit in limits),
        notes=tuple(_told_of_records(indicator)),
        code=("## In Python", *_example(indicator), "## Golden cases", *_golden(entry.code)),
    )
    return entry_page(entry, ENGLISH, example=example, added=added)


def _in_the_browser(entry: Entry) -> str:
    link = f'<a href="../../kinerja.html#{entry.code}">Work it out in the browser</a>'
    return f"{link}: {entry.code} in [one file](../../one-file.md) that sends nothing anywhere."


def _docstring(indicator: Indicator[Any]) -> str:
    return inspect.getdoc(type(indicator)) or ""


def _paragraphs(indicator: Indicator[Any]) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in _docstring(indicator).split("\n\n")]


def _told_of_records(indicator: Indicator[Any]) -> Iterator[str]:
    told = type(indicator).record_remarks
    if told is not kinerja.Indicator.record_remarks:
        said = (inspect.getdoc(told) or "").partition("\n")[0]
        yield f"Of its records a note can {said[0].lower()}{escaped(said[1:])}"


@functools.cache
def _measured(catalogue: Catalogue) -> dict[str, Measurement]:
    """Measure the example folder, if the decree covers its year."""
    if EXAMPLE_YEAR not in catalogue.decree.years:
        return {}
    measured = measure_folders([read_folder(EXAMPLE, catalogue)], catalogue, EXAMPLE_YEAR)
    return {entry: value for entry, value in measured.items() if isinstance(value, Measurement)}


@functools.cache
def _scorecard(catalogue: Catalogue) -> Scorecard:
    """Score the example folder under every reading."""
    return catalogue.scorecard(EXAMPLE_YEAR, _measured(catalogue), alternatives=True)


def _example(indicator: Indicator[Any]) -> list[str]:
    """Return the doctests of the class as a script and what it prints, and where to read on."""
    kind = type(indicator)
    examples = doctest.DocTestParser().get_examples(_docstring(indicator))
    script = "".join(example.source for example in examples)
    printed = "".join(example.want for example in examples)
    home = "kinerja" if kind.__name__ in kinerja.__all__ else "kinerja.indicators"
    others = sorted(name for name in reading_classes() if re.search(rf"\b{name}\b", script))
    imports = [f"from {home} import {kind.__name__}"]
    imports += [f"from kinerja.indicators import {', '.join(others)}"] if others else []
    return [
        "\n".join(["```python", *imports, "", f"{script}```"]),
        f'<div lang="id" markdown>\n\n```text\n{printed}```\n\n</div>',
        f"The class in full: [`{kind.__name__}`][{home}.{kind.__name__}].",
    ]


def _golden(code: str) -> list[str]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["kode"] == code]
    figures = {"Actual": "realisasi", "Target": "target", "Achievement": "capaian"}
    columns = {"Quantities": "besaran", **figures, "Source": "sumber"}
    cells = [[indonesian(row[column] or "-").replace(r" \| ", "<br>") for column in columns.values()] for row in rows]
    return ["The tests hold the indicator to these figures, in Indonesian notation:", table([*columns], cells, figures)]
