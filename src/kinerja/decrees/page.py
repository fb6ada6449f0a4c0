"""What a decree says, as documents: all its lines in a table, and one line with its formula and how it is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kinerja._base import AND, Language, Reason, Text, few, in_full
from kinerja.decrees import messages as say
from kinerja.decrees.lint import years_without_target
from kinerja.decrees.reading import fields_set
from kinerja.decrees.scoring import write_rule
from kinerja.measurement import (
    Polarity,
    TargetRange,
    as_written,
    bounds_of,
    rule,
    settings_of,
    target_text,
    to_text,
)
from kinerja.writers import Document, Section, Table

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja.decrees.decree import Annexes, Decree
    from kinerja.decrees.entry import Entry
    from kinerja.decrees.scoring import Scoring
    from kinerja.decrees.target_periods import TargetPeriod
    from kinerja.measurement import Target

_MOST_UNITS = 5
_HEADINGS = (
    Text(id="Kode", en="Code"),
    Text(id="Indikator", en="Indicator"),
    Text(id="Satuan", en="Unit"),
    Text(id="Klasifikasi", en="Polarity"),
)


def unit_settings_of(entry: Entry) -> Iterator[Text]:
    """Say what a unit sets of an entry, and where: `akun layanan 425283, 425421 (unit.xlsx)`."""
    labels = {} if entry.indicator is None else settings_of(entry.indicator)
    source = f" ({entry.settings_source})" if entry.settings_source else ""
    for name, value in fields_set(entry.settings).items():
        label, written = labels[name].label, write_setting(value)
        yield Text(id=f"{label.id} {written}{source}", en=f"{label.en} {written}{source}")


def unit_readings_of(entry: Entry) -> Iterator[Text]:
    """Say which other readings than the catalogue's a unit takes, and where: the question and both answers."""
    source = f" ({entry.settings_source})" if entry.settings_source else ""
    for reading, answer in entry.own_answers:
        question, own, taken = reading.question, answer.text, reading.taken
        yield Text(
            id=f"Tafsir unit{source}: {question.id} {own.id} Katalog: {taken.id}",
            en=f"The unit's reading{source}: {question.en} {own.en} The catalogue's: {taken.en}",
        )


def listed_units(units: Sequence[str]) -> Text:
    """Name the units whose figures are shown: the first of many, and how many more there are."""
    return few(units, _MOST_UNITS)


def write_setting(value: object) -> str:
    """Write the value of a setting: of a set its parts in order."""
    if isinstance(value, Mapping):
        return "; ".join(f"{word} = {answer}" for word, answer in value.items())
    return ", ".join(sorted(value)) if isinstance(value, frozenset | set | tuple) else str(value)


def decree_document(decree: Decree, entries: Iterable[Entry], language: Language, scoring: Scoring) -> Document:
    """Return a row for each entry, with weight, baseline and targets; remarks on these; and the rules of scoring."""
    given = tuple(entries)
    headings = [*_HEADINGS, *([Text(id="Bobot", en="Weight")] if scoring.weights else [])]
    table = Table[str | Text](
        headings=[*headings, *map(str, decree.years)],
        rows=[_row(entry, decree.years, scoring.weights) for entry in given],
        figures=range(len(_HEADINGS), len(headings) + len(decree.years)),
        widths={1: 44},
    )
    remarks = [said.about(entry.code) for entry in given for said in target_remarks(entry)]
    replaced = replaces(decree)
    told = [] if replaced is None else [say.REPLACES.text(replaced=replaced)]
    sections = [
        Section(table=table),
        Section(heading=Text(id="Catatan", en="Remarks"), lines=remarks),
        Section(heading=Text(id="Aturan penilaian", en="Rules of scoring"), lines=rules_of(scoring, given)),
    ]
    return Document(title=[title_of(decree), *told], sections=sections, language=language)


def _row(entry: Entry, years: Iterable[int], weights: Mapping[str, Fraction]) -> Iterator[str | Text]:
    yield from (entry.code, entry.label, entry.unit.name, entry.polarity.value)
    if entry.code in weights:
        yield in_full(weights[entry.code])
    yield from (promised(entry, year) for year in years)


def rules_of(scoring: Scoring, entries: Collection[Entry]) -> Iterable[Text]:
    """Name the rules of scoring, where any is set or any target is a range."""
    ranges = any(isinstance(target, TargetRange) for entry in entries for target in entry.targets_taken.values())
    return scoring_rules(scoring, entries, ranges=ranges) if scoring.stated or ranges else ()


def target_remarks(entry: Entry) -> Iterator[Text]:
    """Say which covered years have no target, the first one apart where it has a baseline, and which are unusual."""
    without = years_without_target(entry)
    if without:
        yield say.YEARS_WITHOUT_TARGET.text(without=[str(year) for year in without])
    yield from _assumptions(entry)
    yield from sources_of(entry)
    for period, target in entry.targets.items():
        called = Text(id=f"Target {period}:", en=f"The target of {period}:")
        remarks = [entry.bounds.remark(called, bound) for bound in bounds_of(target)]
        yield from filter(None, remarks)


def _assumptions(entry: Entry) -> Iterator[Text]:
    for period, target in entry.assumed.items():
        yield assumption(period, target, entry.targets.get(period))


def sources_of(entry: Entry) -> Iterator[Text]:
    """Give the targets of parts of a year, and where targets stand."""
    for period, target in entry.targets.items():
        if isinstance(period, str) or period in entry.target_sources:
            source, own = entry.target_sources[period], target_text(target)
            yield Text(id=f"target {period}: {own.id} ({source}).", en=f"the target of {period}: {own.en} ({source}).")


def assumption(period: TargetPeriod, target: Target, decreed: Target | None) -> Text:
    """Say which target is assumed, and what the decree has."""
    there = say.NO_TARGET_OF_DECREE if decreed is None else say.TARGET_OF_DECREE.text(target=target_text(decreed))
    return say.ASSUMED.text(year=str(period), target=target_text(target), there=there)


def replaces(decree: Decree) -> Text | None:
    """Say which decrees it revokes and which it amends; None where it says nothing of others."""
    pairs = ((say.REVOKES, decree.revokes), (say.AMENDS, decree.amends))
    told = [message.text(numbers=numbers) for message, numbers in pairs if numbers]
    return Text.joined(told, AND) if told else None


def title_of(decree: Decree) -> Text:
    """Name a decree by its number and its title."""
    named = f"{decree.number}: {decree.title}"
    return Text(id=f"Keputusan Nomor {named}", en=f"Decree Number {named}")


def entry_document(entry: Entry, language: Language) -> Document:
    """Return all that a decree says of one indicator, and how it is read."""
    return Document(
        title=[f"{entry.code}  {entry.label}"],
        sections=[
            *clause_sections(entry),
            formula_section(entry),
            *reading_sections(entry),
            errata_section(entry),
        ],
        language=language,
    )


def promised(entry: Entry, period: TargetPeriod) -> Text:
    """Write the target of a period, or in the first year the baseline."""
    if period in entry.targets:
        return target_text(entry.targets[period])
    if entry.baseline is None or not is_baseline(entry, period):
        return Text(id="-", en="-")
    return Text(id="N/A", en="N/A") if isinstance(entry.baseline, Reason) else in_full(entry.baseline)


def is_baseline(entry: Entry, period: TargetPeriod) -> bool:
    """Tell whether a year has the baseline in place of a target."""
    return period not in entry.targets and entry.years[:1] == (period,) and entry.baseline is not None


def clause_sections(entry: Entry) -> Iterator[Section[str | Text]]:
    """Say what the decree says, in its own words."""
    quotes = (
        *_annexes(Text(id="Nama menurut", en="Name in"), entry.name),
        (Text(id="Sasaran", en="Objective"), f"{entry.objective.code}: {entry.objective.text}"),
        (Text(id="Definisi", en="Definition (definisi)"), entry.definition),
        *_annexes(Text(id="Sumber data menurut", en="Data source in"), entry.data_source),
        (Text(id="Cara menghitung", en="Method (cara menghitung)"), entry.method),
        (Text(id="Penanggung jawab", en="Responsible"), entry.responsible),
    )
    for heading, quote in quotes:
        yield Section(heading=heading, lines=quote.splitlines(), quoted=True)
    heading = Text(id="Satuan, klasifikasi, dan target", en="Unit, polarity and targets")
    yield Section(heading=heading, lines=[Text.joined([entry.unit.name, entry.polarity.value]), *_years(entry)])


def _annexes(heading: Text, printed: Annexes) -> Iterator[tuple[Text, str]]:
    """Quote what both annexes print: once where they agree."""
    if printed.annex_1 == printed.annex_2:
        yield Text(id=f"{heading.id} Lampiran I dan II", en=f"{heading.en} Lampiran I and II"), printed.annex_1
    else:
        yield Text(id=f"{heading.id} Lampiran I", en=f"{heading.en} Lampiran I"), printed.annex_1
        yield Text(id=f"{heading.id} Lampiran II", en=f"{heading.en} Lampiran II"), printed.annex_2


def _years(entry: Entry) -> Iterator[Text]:
    for period in dict.fromkeys([*entry.years, *entry.targets]):
        baseline = Text(id=" (dasar)", en=" (baseline)") if is_baseline(entry, period) else ""
        source = f" ({entry.target_sources[period]})" if period in entry.target_sources else ""
        yield Text.joined([str(period), baseline, ": ", promised(entry, period), source], "")
    yield from _assumptions(entry)
    if any(isinstance(target, TargetRange) for target in entry.targets_taken.values()):
        yield say.RANGE_RULE


def formula_section(entry: Entry) -> Section[Text]:
    """Write the formula and say what its symbols stand for."""
    lines = []
    indicator = entry.measured_by
    if indicator is not None:
        lines = [Text.joined([Text(id="Realisasi", en="Actual"), indicator.formula_text()], " = ")]
        lines += [
            Text.joined([variable.label, " (", variable.unit.name, ")"], "").about(variable.symbol)
            for variable in indicator.variables
        ]
    return Section(heading=Text(id="Rumus", en="Formula"), lines=lines)


def reading_sections(entry: Entry) -> Iterator[Section[Text]]:
    """Say how each unclear point is read, what else it could mean, and why."""
    own = dict(entry.own_answers)
    for number, reading in enumerate(entry.readings, 1):
        others = [other.text for other in reading.alternatives if other != own.get(reading)]
        taken, why = [reading.taken.about(Text(id="Dipilih", en="Taken"))], Text(id="Alasan", en="Reason")
        if reading in own:
            by_unit = own[reading].text.about(Text(id="Dipilih unit", en="Taken by the unit"))
            taken = [by_unit, reading.taken.about(Text(id="Dipilih katalog", en="Taken by the catalogue"))]
            why = Text(id="Alasan katalog", en="The catalogue's reason")
        answers = [
            *taken,
            *(other.about(Text(id="Kemungkinan lain", en="Alternative")) for other in others),
            reading.reason.about(why),
        ]
        question = reading.question.about(Text(id=f"Tafsir {number}", en=f"Reading {number}"))
        yield Section(heading=question, lines=answers)


_KINDS = {
    "salah cetak": Text(id="salah cetak", en="misprint"),
    "ejaan": Text(id="ejaan", en="spelling"),
    "isi": Text(id="isi", en="content"),
}


def errata_section(entry: Entry) -> Section[Text]:
    """List the mistakes of the text at hand, each with its kind and where it stands."""
    heading = Text(
        id="Salah tulis pada naskah yang dipakai (belum dibandingkan dengan naskah asli)",
        en="Misprints of the text at hand (not compared with the signed original)",
    )
    lines = []
    for erratum in entry.errata:
        place = Text.joined(filter(None, [_KINDS[erratum.kind], erratum.where]))
        lines.append(Text.joined([f"{erratum.printed} → {erratum.meant} (", place, ")"], ""))
    return Section(heading=heading, lines=lines)


def scoring_rules(scoring: Scoring, entries: Iterable[Entry], *, ranges: bool) -> Iterator[Text]:
    """Name the rule of ranges, if any target is one, that of less, if any entry is, and every rule that is set."""
    if ranges:
        yield say.RANGE_RULE
    if any(entry.polarity is Polarity.MINIMISE for entry in entries):
        yield minimise_rule(scoring)
    if scoring.cap is not None:
        yield with_source(say.CAPPED.text(cap=write_rule(scoring.cap)), scoring, "cap")
    if scoring.bands:
        yield with_source(say.RATED.text(bands=write_rule(scoring.bands)), scoring, "bands")
    if scoring.weights:
        yield with_source(say.WEIGHTED.text(), scoring, "weights")


def minimise_rule(scoring: Scoring) -> Text:
    """Name the rule where less is better, and its source."""
    formula = to_text(as_written(rule(Polarity.MINIMISE, scoring.rule_of_less), {"target": "T", "actual": "R"}))
    said = Text(
        id=f"Capaian indikator minimasi: {formula} (T target, R realisasi).",
        en=f"Achievement where less is better: {formula} (T target, R actual).",
    )
    return with_source(said, scoring, "minimise")


def with_source(said: Text, scoring: Scoring, name: str) -> Text:
    """Say also where a rule stands, where that is known."""
    source = scoring.sources.get(name)
    return said if source is None else Text.joined([said, say.SOURCE.text(source=source)], " ")
