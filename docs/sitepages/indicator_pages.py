"""A page for each indicator of each decree, and the page that lists them."""

from __future__ import annotations

import csv
import doctest
import functools
import inspect
import itertools
import re
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import kinerja
from kinerja import Catalogue, Indicator, Language, Measurement, Quarter
from kinerja._base import FrozenMap
from kinerja.catalogue import bundled_catalogues
from kinerja.decrees.page import clause_sections, errata_section, promised, reading_sections
from kinerja.indicators import ACCOUNT_NAMES, reading_classes
from kinerja.readers import measure_folders, read_folder
from kinerja.scorecards.alternatives import alternatives_section
from sitepages import counting_rule
from sitepages.markdown import code, escaped, indonesian, inset, page, quoted, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinerja import Entry, Scorecard, Unit, Variable
    from kinerja.decrees import Erratum
    from kinerja.writers import Section, Table

__all__ = ["catalogues", "entry_page", "indicator_pages", "page_name"]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "contoh-2023"
GOLDEN = ROOT / "tests" / "golden" / "0.1.0" / "keputusan-26-2022.csv"
ENGLISH, INDONESIAN = Language.ENGLISH, Language.INDONESIAN


def catalogues() -> dict[str, Catalogue]:
    """Return the catalogues that come with the library, by name."""
    return {name: getattr(kinerja, name) for name in bundled_catalogues()}


def indicator_pages() -> dict[str, str]:
    """Return the pages of all decrees, by path, in the order of the navigation."""
    pages = {"indicators/index.md": index_page()}
    for name, catalogue in catalogues().items():
        for entry in catalogue.values():
            if entry.indicator is not None:
                pages[f"indicators/{page_name(name, entry)}"] = entry_page(catalogue, entry, entry.indicator)
    return pages


def page_name(catalogue: str, entry: Entry) -> str:
    """Return the path of an entry's page under `indicators`: its catalogue, its code and its indicator's module."""
    module = type(entry.indicator).__module__.rpartition(".")[2]
    return f"{catalogue}/{entry.code.replace('/', '-')}-{module}.md".lower().replace("_", "-")


def entry_page(catalogue: Catalogue, entry: Entry, indicator: Indicator[Any]) -> str:
    """Return the page of an entry."""
    return page(
        f"{entry.code} {indicator.name}",
        f"**{indonesian(entry.label)}**",
        *_introduction(indicator),
        f'<a href="../../kinerja.html#{entry.code}">Work it out in the browser</a>: {entry.code} in '
        "[one file](../../one-file.md) that sends nothing anywhere.",
        _promises(entry),
        _limits(entry, indicator),
        *_formula(indicator),
        *_rule(catalogue, entry, indicator),
        *_parameters(indicator),
        *_notes(indicator),
        "## What the decree says",
        *map(_quote, [section for section in clause_sections(entry, ENGLISH) if section.quoted]),
        *_readings(entry),
        *_other_readings(catalogue, entry),
        "## In Python",
        *_example(indicator),
        "## Golden cases",
        *_golden(entry.code),
        *_errata(errata_section(entry, ENGLISH).heading, entry.errata),
    )


def index_page() -> str:
    """Return the page that lists the indicators of every decree."""
    parts = [part for name, catalogue in catalogues().items() for part in _decree(name, catalogue)]
    return page("Indicators", *parts)


def _decree(name: str, catalogue: Catalogue) -> Iterator[str]:
    decree = catalogue.decree
    yield f"## Decree Number {decree.number}"
    yield f"Of {indonesian(decree.unit)}, signed in {decree.place} on {decree.signed_on}; in Python `kinerja.{name}`."
    yield quoted([decree.title])
    yield _overview(name, catalogue)
    first = decree.years[0]
    yield f"The rows stand in the decree's order. Figures are the targets; {first} is the baseline year."
    yield "### Objectives (sasaran)"
    yield table(["Code", "Objective"], [[one.code, indonesian(one.text)] for one in catalogue.objectives])
    yield "### About the text"
    yield "\n".join(f"- {escaped(note.en)}" for note in decree.notes)
    yield from _errata("Misprints outside the entries", decree.errata, level="###")


def _overview(name: str, catalogue: Catalogue) -> str:
    years = [str(year) for year in catalogue.decree.years]
    rows = [
        [
            entry.code if entry.indicator is None else f"[{entry.code}]({page_name(name, entry)})",
            "<br>".join([indonesian(entry.label), *([] if entry.indicator is None else [_as_text(entry.indicator)])]),
            indonesian(entry.unit.name.id),
            *(promised(entry, year, ENGLISH) for year in catalogue.decree.years),
        ]
        for entry in catalogue.values()
    ]
    return table(["Code", "Indicator and formula", "Unit", *years], rows, figures=years)


def _docstring(indicator: Indicator[Any]) -> str:
    return inspect.getdoc(type(indicator)) or ""


def _paragraphs(indicator: Indicator[Any]) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in _docstring(indicator).split("\n\n")]


def _introduction(indicator: Indicator[Any]) -> list[str]:
    """Return the first sentence of the class docstring, and its definition."""
    first, *others = _paragraphs(indicator)
    definition = [paragraph for paragraph in others if paragraph.startswith("Definition: ")]
    return [first, *(paragraph.replace("Definition:", "**Definition:**") for paragraph in definition)]


def _promises(entry: Entry) -> str:
    years = [f"{'Target' if year in entry.targets else 'Baseline'} {year}" for year in entry.years]
    polarity = indonesian(entry.polarity.value)
    row = [named(entry.unit), polarity, *(promised(entry, year, ENGLISH) for year in entry.years)]
    return table(["Unit (satuan)", "Polarity (klasifikasi)", *years], [row], figures=years)


def _limits(entry: Entry, indicator: Indicator[Any]) -> str:
    """Box what the figure does not measure, from the class docstring, and what the clause leaves open."""
    told = [paragraph for paragraph in _paragraphs(indicator) if paragraph.startswith("Not measured: ")]
    limits = [paragraph.removeprefix("Not measured: ") for paragraph in told]
    parts = [limit[:1].upper() + limit[1:] for limit in limits]
    if entry.readings:
        parts.append("The clause leaves open (see [how it is read](#how-it-is-read-tafsir)):")
        parts.append("\n".join(f"- {escaped(reading.question.en)}" for reading in entry.readings))
    return '!!! warning "Not measured (yang tidak diukur)"\n\n' + inset("\n\n".join(parts))


def _as_text(indicator: Indicator[Any]) -> str:
    return code(f"{indicator.name} = {indicator.formula_text()}")


def _formula(indicator: Indicator[Any]) -> Iterator[str]:
    yield "## Formula"
    yield f'<div class="formula">{indicator.mathml()}</div>'
    yield f"As text: {_as_text(indicator)}"
    if indicator.record is not None:
        yield from counting_rule.formulas_of_a_record(indicator)
    yield table(["Symbol", "Quantity", "Meaning", "Unit", "Values"], map(_variable, indicator.variables))


def _variable(variable: Variable) -> list[str]:
    meaning = f"{escaped(variable.label.en)}<br>*{indonesian(variable.label.id)}*"
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
    yield "without a record " + ("0" if variable.empty == "zero" else "not measured")


def _rule(catalogue: Catalogue, entry: Entry, indicator: Indicator[Any]) -> Iterator[str]:
    if indicator.record is None:
        return
    yield "## Counting rule"
    yield from counting_rule.conditions(indicator)
    measured = _measured(catalogue).get(entry.code)
    if measured is not None:
        yield "## Worked example"
        yield f"The records of `examples/{EXAMPLE.name}`, which are made up, in {counting_rule.YEAR}: what each adds."
        yield from counting_rule.worked_example(measured)
    yield "## Record (data dukung)"
    record = indicator.record
    yield f"One `{record.__name__}` a row. The columns of the form; those marked *key* tell the records apart."
    yield counting_rule.fields(indicator)
    yield "## Periods"
    yield from counting_rule.periods(indicator)


@functools.cache
def _measured(catalogue: Catalogue) -> dict[str, Measurement]:
    """Measure the example folder, if the decree covers its year."""
    year = counting_rule.YEAR.year
    if year not in catalogue.decree.years:
        return {}
    measured = measure_folders([read_folder(EXAMPLE, catalogue)], catalogue, year)
    return {entry: value for entry, value in measured.items() if isinstance(value, Measurement)}


@functools.cache
def _scorecard(catalogue: Catalogue) -> Scorecard:
    """Score the example folder under every reading."""
    return catalogue.scorecard(counting_rule.YEAR, _measured(catalogue), alternatives=True)


def _parameters(indicator: Indicator[Any]) -> Iterator[str]:
    parameters = attrs.fields(type(indicator))
    if parameters:
        yield "## Parameters"
        rows = [[code(one.name), _default(getattr(indicator, one.name))] for one in parameters]
        yield table(["Parameter", "Value by default"], rows)
    for one in parameters:
        value = getattr(indicator, one.name)
        if value is not None and set(value) == set(ACCOUNT_NAMES):
            yield table(["Account", "Name"], [[name, indonesian(words)] for name, words in ACCOUNT_NAMES.items()])


def _default(value: Any) -> str:
    return "none: every record is taken" if value is None else f"the {len(value)} accounts below"


def _notes(indicator: Indicator[Any]) -> Iterator[str]:
    """List what is said of figures, found by asking measurements with small quantities of every sign."""
    names = [variable.name for variable in indicator.variables]
    plain = attrs.evolve(
        indicator.measure(**dict.fromkeys(names, 0)),
        periods=(Quarter(year=2023, number=2),),
        guarded=False,
        complete=False,
    )
    tries = itertools.product(map(Fraction, (-1, 0, 1, 2)), repeat=len(names))
    measured = (attrs.evolve(plain, quantities=FrozenMap(zip(names, values, strict=True))) for values in tries)
    found = dict.fromkeys(note for one in measured for note in one.notes)
    yield "## Notes that a figure can carry"
    yield "\n".join(f"- {escaped(note.en)} *{indonesian(note.id)}*" for note in found)
    told = type(indicator).record_remarks
    if told is not Indicator.record_remarks:
        said = (inspect.getdoc(told) or "").partition("\n")[0]
        yield f"Of its records a note can {said[0].lower()}{escaped(said[1:])}"


def _quote(section: Section) -> str:
    return f"**{section.heading}**\n\n{quoted(section.lines)}" if any(section.lines) else ""


def _readings(entry: Entry) -> Iterable[str]:
    if entry.readings:
        yield "## How it is read (tafsir)"
    for english, in_indonesian in zip(
        reading_sections(entry, ENGLISH), reading_sections(entry, INDONESIAN), strict=True
    ):
        yield f"### {escaped(english.heading)}"
        yield _answers(english)
        own_words = f"**{escaped(in_indonesian.heading)}**\n\n{_answers(in_indonesian)}"
        yield f'<div lang="id" markdown>\n\n??? note "Dalam bahasa Indonesia"\n\n{inset(own_words)}\n\n</div>'


def _other_readings(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    """Give the figure of the example under each other reading, as a scorecard does."""
    if entry.code not in _measured(catalogue):
        return
    for section in alternatives_section(_scorecard(catalogue)[entry.code], ENGLISH):
        yield f"### {section.heading}"
        year = counting_rule.YEAR
        yield f"Of the records of `examples/{EXAMPLE.name}` in {year}; in brackets why there is no figure."
        if section.table is not None:
            yield _by_question(section.table)


def _by_question(figures: Table) -> str:
    """Return a table whose groups stand in a column of their own."""
    rows = [[escaped(figures.groups.get(number, "")), *map(escaped, row)] for number, row in enumerate(figures.rows)]
    headings = ["Question", *figures.headings]
    return table(headings, rows, figures=[figures.headings[number] for number in figures.figures])


def _answers(section: Section) -> str:
    parts = [line.partition(": ") for line in section.lines]
    return "\n".join(f"- **{label}:** {escaped(answer)}" for label, _, answer in parts)


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


def _errata(heading: str, errata: Sequence[Erratum], level: str = "##") -> list[str]:
    if not errata:
        return []
    rows = [
        [indonesian(part) for part in (erratum.printed, erratum.meant, erratum.kind, erratum.where)]
        for erratum in errata
    ]
    return [f"{level} {heading}", table(["Printed", "Meant", "Kind", "Where"], rows)]


def named(unit: Unit) -> str:
    """Return a unit's Indonesian name, with the English one where it is another word."""
    name = unit.name
    own = indonesian(name.id)
    return own if name.id.casefold() == name.en.casefold() else f"{own} ({name.en})"
