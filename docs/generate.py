"""Write the pages of the indicators from the catalogue, the classes and the golden cases, and draw a scorecard.

`python docs/generate.py` writes them; `python docs/generate.py --check` ends with 1 and names those that are stale.
"""

# ruff: noqa: INP001 - a script, not part of a package

from __future__ import annotations

import argparse
import csv
import doctest
import inspect
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja._base import Language
from kinerja.decrees.page import clause_sections, errata_section, formula_section, promised, reading_sections
from kinerja.readers import measure_folders, read_folder
from kinerja.writers import to_svg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kinerja import Entry, Indicator, Unit
    from kinerja.decrees import Erratum
    from kinerja.measurement import Variable
    from kinerja.writers import Section

__all__ = ["main", "pages", "stale", "write"]

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs"
EXAMPLE = ROOT / "examples" / "contoh-2023"
GOLDEN = ROOT / "tests" / "core" / "golden" / "indicators.csv"
ENGLISH, INDONESIAN = Language.ENGLISH, Language.INDONESIAN

_MARK = "<!-- Written by docs/generate.py from the catalogue: mend it there, not here. -->"


def pages() -> dict[str, str]:
    """Return every page, and the picture, by its path under docs."""
    entries = {f"indicators/{page_name(entry)}": entry_page(entry) for entry in CATALOGUE.values()}
    return {"indicators/index.md": index_page(), **entries, "scorecard.svg": picture()}


def write(folder: Path) -> None:
    """Write every page and the picture."""
    for name, page in pages().items():
        (folder / name).write_text(page, encoding="utf-8")


def stale(folder: Path) -> list[str]:
    """Return the paths of what is not as it would be written now, too many or too few included."""
    there = [*folder.glob("indicators/*.md"), *folder.glob("*.svg")]
    found = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in there}
    wanted = pages()
    return sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))


def picture() -> str:
    """Draw the scorecard of the example, which is made up and says so."""
    folder = read_folder(EXAMPLE, CATALOGUE)
    card = CATALOGUE.scorecard(2023, measure_folders([folder], CATALOGUE, 2023))
    title = [
        "Rapor kinerja 2023 - Balai Contoh (ilustrasi)",
        f"Target menurut Keputusan Nomor {card.decree.number}. Data dukungnya rekaan: examples/{EXAMPLE.name}",
    ]
    return to_svg(attrs.evolve(card.picture(), title=title))


def page_name(entry: Entry) -> str:
    """Return the file name of an entry's page: its code and its indicator's module."""
    module = type(entry.indicator).__module__.rpartition(".")[2]
    return f"{entry.code.lower().replace('/', '-')}-{module.replace('_', '-')}.md"


def entry_page(entry: Entry) -> str:
    """Return the page of an entry."""
    indicator = _indicator(entry)
    parts = [
        _MARK,
        f"# {entry.code} {indicator.name}",
        f"**{escaped(entry.label)}**",
        *_introduction(indicator),
        _promises(entry),
        *_formula(entry, indicator),
        "## What the decree says",
        *map(_quote, [section for section in clause_sections(entry, ENGLISH) if section.quoted]),
        "## How it is read (tafsir)",
        *_readings(entry),
        "## In Python",
        *_example(indicator),
        "## Golden cases",
        *_golden(indicator),
        *_errata(errata_section(entry, ENGLISH).heading, entry.errata),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def index_page() -> str:
    """Return the page that lists the decree's indicators."""
    decree = CATALOGUE.decree
    parts = [
        _MARK,
        "# Indicators",
        f"Decree Number {decree.number} of {decree.unit}, signed in {decree.place} on {decree.signed_on}:",
        f"> {decree.title}",
        _overview(),
        "The rows stand in the decree's order. Figures are the targets; 2021 is the baseline year.",
        "## Objectives (sasaran)",
        table(["Code", "Objective"], [[objective.code, escaped(objective.text)] for objective in CATALOGUE.objectives]),
        "## About the text",
        "\n".join(f"- {escaped(note.en)}" for note in decree.notes),
        *_errata("Misprints outside the entries", decree.errata),
    ]
    return "\n\n".join(parts) + "\n"


def _indicator(entry: Entry) -> Indicator[Any]:
    if entry.indicator is None:
        message = f"{entry.code} has no indicator, so there is no formula to print"
        raise ValueError(message)
    return entry.indicator


def _overview() -> str:
    years = [str(year) for year in CATALOGUE.decree.years]
    rows = [
        [
            f"[{entry.code}]({page_name(entry)})",
            f"{escaped(entry.label)}<br>{code(formula_section(entry, ENGLISH).lines[0])}",
            entry.unit.name.id,
            *(promised(entry, year, ENGLISH) for year in CATALOGUE.decree.years),
        ]
        for entry in CATALOGUE.values()
    ]
    return table(["Code", "Indicator and formula", "Unit", *years], rows, figures=years)


def _introduction(indicator: Indicator[Any]) -> list[str]:
    """Return the first sentence of the class docstring, and its definition."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in _docstring(indicator).split("\n\n")]
    definition = [paragraph for paragraph in paragraphs if paragraph.startswith("Definition: ")]
    return [paragraphs[0], *(paragraph.replace("Definition:", "**Definition:**") for paragraph in definition)]


def _docstring(indicator: Indicator[Any]) -> str:
    return inspect.getdoc(type(indicator)) or ""


def _promises(entry: Entry) -> str:
    years = [f"{'Target' if year in entry.targets else 'Baseline'} {year}" for year in entry.years]
    row = [named(entry.unit), entry.polarity.value, *(promised(entry, year, ENGLISH) for year in entry.years)]
    return table(["Unit (satuan)", "Polarity (klasifikasi)", *years], [row], figures=years)


def _formula(entry: Entry, indicator: Indicator[Any]) -> list[str]:
    variables = indicator.variables
    return [
        "## Formula",
        f'<div class="formula">{indicator.mathml()}</div>',
        f"As text: {code(formula_section(entry, ENGLISH).lines[0])}",
        table(["Symbol", "Quantity", "Meaning", "Unit", "Values"], map(_variable, variables)),
    ]


def _variable(variable: Variable) -> list[str]:
    meaning = f"{escaped(variable.label.en)}<br>*{escaped(variable.label.id)}*"
    values = "; ".join(_values(variable))
    return [f"**{escaped(variable.symbol)}**", code(variable.name), meaning, named(variable.unit), values]


def _values(variable: Variable) -> Iterable[str]:
    """Say which values a quantity may take."""
    if variable.unit.whole:
        yield "whole"
    yield "any, also below 0" if variable.least is None else f"{variable.least} or more"
    if variable.part_of is not None:
        yield f"at most {code(variable.part_of)}"
    if variable.divisor:
        yield "the actual is undefined unless it is above 0"


def _quote(section: Section) -> str:
    quotes = "\n>\n".join(f"> {escaped(line)}" for line in section.lines)
    return f"**{section.heading}**\n\n{quotes}" if any(section.lines) else ""


def _readings(entry: Entry) -> Iterable[str]:
    for english, indonesian in zip(reading_sections(entry, ENGLISH), reading_sections(entry, INDONESIAN), strict=True):
        yield f"### {escaped(english.heading)}"
        yield _answers(english)
        own_words = f"**{escaped(indonesian.heading)}**\n\n{_answers(indonesian)}"
        yield '??? note "Dalam bahasa Indonesia"\n\n' + inset(own_words)


def _answers(section: Section) -> str:
    parts = [line.partition(": ") for line in section.lines]
    return "\n".join(f"- **{label}:** {escaped(answer)}" for label, _, answer in parts)


def _example(indicator: Indicator[Any]) -> list[str]:
    """Return the doctests of the class as a script and what it prints, and where to read on."""
    kind = type(indicator)
    examples = doctest.DocTestParser().get_examples(_docstring(indicator))
    script = "".join(example.source for example in examples)
    printed = "".join(example.want for example in examples)
    return [
        f"```python\nfrom kinerja import {kind.__name__}\n\n{script}```",
        f"```text\n{printed}```",
        f"The class in full: [`{kind.__name__}`][kinerja.{kind.__name__}].",
    ]


def _golden(indicator: Indicator[Any]) -> list[str]:
    with GOLDEN.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["indikator"] == indicator.name]
    figures = {"Actual": "realisasi", "Target": "target", "Achievement": "capaian"}
    columns = {"Quantities": "besaran", **figures, "Source": "sumber"}
    cells = [[escaped(row[column] or "-").replace(r" \| ", "<br>") for column in columns.values()] for row in rows]
    return ["The tests hold the indicator to these figures, in Indonesian notation:", table([*columns], cells, figures)]


def _errata(heading: str, errata: Sequence[Erratum]) -> list[str]:
    if not errata:
        return []
    rows = [[escaped(part) for part in (erratum.printed, erratum.meant, erratum.where)] for erratum in errata]
    return [f"## {heading}", table(["Printed", "Meant", "Where"], rows)]


def table(heading: Sequence[str], rows: Iterable[Sequence[str]], figures: Collection[str] = ()) -> str:
    """Return a Markdown table; the columns whose headings are among the figures stand to the right."""
    marks = ["---:" if name in figures else "---" for name in heading]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heading, marks, *rows])


def escaped(text: str) -> str:
    r"""Return a text so that Markdown shows it as it stands.

    >>> print(escaped("A | B_1 < 2"))
    A \| B\_1 &lt; 2
    """
    return re.sub(r"([\\`*_\[\]|#])", r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")


def named(unit: Unit) -> str:
    """Return a unit's Indonesian name, with the English one where it is another word."""
    name = unit.name
    return name.id if name.id.casefold() == name.en.casefold() else f"{name.id} ({name.en})"


def code(text: str) -> str:
    """Return a text as code."""
    return f"`{text}`"


def inset(text: str) -> str:
    """Return a text four columns further right, as the content of a folded block stands."""
    return re.sub(r"^(?=.)", "    ", text, flags=re.MULTILINE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or with --check say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; name the stale pages and end with 1")
    if not parser.parse_args(arguments).check:
        write(FOLDER)
        return 0
    names = stale(FOLDER)
    for name in names:
        sys.stderr.write(f"docs/{name} is stale; run: python docs/generate.py\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
