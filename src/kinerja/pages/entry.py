"""The page of one indicator of a decree: what it promises, its formula, its counting rule, its form, how it is read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs

from kinerja._base import FrozenMap, KinerjaError, Language, Text
from kinerja.decrees.page import clause_sections, errata_section, is_baseline, promised, reading_sections, sources_of
from kinerja.formulas import Formula
from kinerja.indicators import ACCOUNT_NAMES
from kinerja.measurement import Indicator, Measurement, answers_of, settings_of
from kinerja.pages import counting_rule
from kinerja.pages.markdown import Voice, code, escaped, page, table
from kinerja.records import Quarter, Year, as_period
from kinerja.scorecards import Score
from kinerja.scorecards.alternatives import alternatives_section

if TYPE_CHECKING:
    from kinerja.decrees import Entry, Erratum
    from kinerja.measurement import Unit, Variable
    from kinerja.writers import Section, Table


@attrs.frozen(kw_only=True)
class Example:
    """A figure that a page works out before the reader.

    Fields:
        measurement: of records. score: the same under every reading.
        told: what its records are.
    """

    measurement: Measurement
    score: Score
    told: Text


@attrs.frozen(kw_only=True)
class Added:
    """What a site has to say on a page beside what the decree and its indicator say, as Markdown.

    Fields:
        introduction: below the name.
        limits: what the figure does not measure.
        notes: below the notes that a figure can carry.
        code: of who uses the library; names in code then stand beside the decree's.
    """

    introduction: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    code: tuple[str, ...] = ()


def entry_page(
    entry: Entry, language: Language = Language.INDONESIAN, *, example: Example | None = None, added: Added = Added()
) -> str:
    """Return the page of an entry as Markdown.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> print(entry_page(catalogue["SK1/2"]).splitlines()[0])
    # SK1/2 Peningkatan kapabilitas hasil kolaborasi dalam rangka pengembangan industri
    """
    voice, indicator = Voice(language, names=bool(added.code)), entry.indicator
    title = f"{entry.code} {indicator.name}" if voice.names and indicator is not None else f"{entry.code} {entry.label}"
    return page(
        title if voice.names else escaped(title),
        *([f"**{voice.indonesian(entry.label)}**"] if voice.names else []),
        *added.introduction,
        _promises(entry, voice),
        voice.listed(sources_of(entry)),
        *_limits(entry, added.limits, voice),
        *([] if indicator is None else _measuring(entry, indicator, voice, example)),
        *added.notes,
        f"## {voice.say('Bunyi keputusan', 'What the decree says')}",
        *_quotes(entry, voice),
        *_readings(entry, voice),
        *([] if example is None else _other_readings(example, voice)),
        *added.code,
        *errata(errata_section(entry).read(language).heading, entry.errata, voice),
    )


def _measuring(entry: Entry, indicator: Indicator[Any], voice: Voice, example: Example | None) -> Iterator[str]:
    of = as_period(next(iter(entry.targets), _ANY_YEAR)) if example is None else example.measurement.periods[0]
    year = Year(year=of.year)
    yield from _formula(indicator, year, voice)
    if indicator.record is not None:
        yield from _rule(indicator, year, voice, example)
    yield from _parameters(indicator, voice)
    yield from _notes(indicator, voice)


_ANY_YEAR = 2023
"""The rule is run for some year: which one makes no difference to what it asks."""


def _promises(entry: Entry, voice: Voice) -> str:
    baseline = voice.say("Nilai dasar", "Baseline")
    periods = sorted({*entry.years, *entry.targets}, key=str)
    years = [f"{baseline if is_baseline(entry, period) else 'Target'} {period}" for period in periods]
    figures = [voice.read(promised(entry, period)) for period in periods]
    headings = [voice.say("Satuan", "Unit (satuan)"), voice.say("Klasifikasi", "Polarity (klasifikasi)"), *years]
    row = [named(entry.unit, voice), voice.indonesian(entry.polarity.value), *figures]
    return table(headings, [row], figures=years)


def _limits(entry: Entry, limits: Sequence[str], voice: Voice) -> Iterator[str]:
    """Say what the figure does not measure, and what the clause leaves open."""
    parts, heading = list(limits), voice.say("Yang tidak diukur", "Not measured (yang tidak diukur)")
    if entry.indicator is None:
        parts.append(
            voice.say(
                "Hanya realisasinya yang diketahui: angkanya diukur di tempat lain, dan tidak ada rumus di sini.",
                "Its actual alone is known: it is measured elsewhere, and there is no formula here.",
            )
        )
    if not parts:
        heading = voice.say("Yang dibiarkan terbuka", "What is left open")
    if entry.readings:
        parts.append(
            voice.say(
                "Keputusan membiarkan terbuka (lihat [tafsirnya](#tafsir)):",
                "The clause leaves open (see [how it is read](#how-it-is-read-tafsir)):",
            )
        )
        parts.append(voice.listed(reading.question for reading in entry.readings))
    if parts:
        yield f"## {heading}"
        yield from parts


def as_text(indicator: Indicator[Any], voice: Voice) -> str:
    """Return the formula as a line of code."""
    actual = indicator.name if voice.names else voice.say("Realisasi", "Actual")
    return code(f"{actual} = {indicator.formula_text()}")


def _formula(indicator: Indicator[Any], year: Year, voice: Voice) -> Iterator[str]:
    yield f"## {voice.say('Rumus', 'Formula')}"
    yield f'<div class="formula">{indicator.mathml()}</div>'
    yield voice.say("Sebagai teks: ", "As text: ") + as_text(indicator, voice)
    if indicator.record is not None:
        yield from counting_rule.formulas_of_a_record(indicator, year, voice)
    headings = [
        voice.say("Lambang", "Symbol"),
        *(["Quantity"] if voice.names else []),
        voice.say("Arti", "Meaning"),
        voice.say("Satuan", "Unit"),
        voice.say("Nilainya", "Values"),
    ]
    yield table(headings, [_variable(variable, indicator, voice) for variable in indicator.variables])


def _variable(variable: Variable, indicator: Indicator[Any], voice: Voice) -> list[str]:
    label = variable.label
    meaning = voice.say(escaped(label.id), f"{escaped(label.en)}<br>*{voice.indonesian(label.id)}*")
    values = "; ".join(_values(variable, indicator.symbols, voice))
    own = [code(variable.name)] if voice.names else []
    return [f"**{escaped(variable.symbol)}**", *own, meaning, named(variable.unit, voice), values]


def _values(variable: Variable, symbols: dict[str, str], voice: Voice) -> Iterable[str]:
    """Say which values a quantity may take."""
    if variable.unit.whole:
        yield voice.say("utuh", "whole")
    if variable.least is None:
        yield voice.say("berapa pun, juga di bawah 0", "any, also below 0")
    else:
        yield voice.say(f"{variable.least} atau lebih", f"{variable.least} or more")
    if variable.part_of is not None:
        whole = f"**{escaped(symbols[variable.part_of])}**"
        yield voice.say(f"paling banyak {whole}", f"at most {whole}")
    if variable.divisor:
        yield voice.say(
            "realisasi tidak terdefinisi bila tidak di atas 0", "the actual is undefined unless it is above 0"
        )
    empty = ("0", "0") if variable.empty == "zero" else ("belum diukur", "not measured")
    yield voice.say(f"tanpa data dukung {empty[0]}", f"without a record {empty[1]}")


def _rule(indicator: Indicator[Any], year: Year, voice: Voice, example: Example | None) -> Iterator[str]:
    yield f"## {voice.say('Aturan menghitung', 'Counting rule')}"
    yield from counting_rule.conditions(indicator, year, voice)
    if example is not None:
        yield f"## {voice.say('Contoh', 'Worked example')}"
        yield example.told.read(voice.language)
        yield from counting_rule.worked_example(example.measurement, voice)
    yield f"## {voice.say('Data dukung', 'Record (data dukung)')}"
    record = getattr(indicator.record, "__name__", "")
    yield voice.say(
        "Satu baris untuk setiap data dukung. Kolom formulirnya; yang bertanda *kunci* membedakan baris yang satu dari "
        "yang lain.",
        f"One {code(record) if voice.names else 'record'} a row. The columns of the form; those marked *key* tell the "
        "records apart.",
    )
    yield counting_rule.fields(indicator, voice)
    yield f"## {voice.say('Periode', 'Periods')}"
    yield from counting_rule.periods(indicator, year, voice)


def _parameters(indicator: Indicator[Any], voice: Voice) -> Iterator[str]:
    """List the parameters of a class; those of a formula of data are its letters, which stand above."""
    parameters = () if isinstance(indicator, Formula) else attrs.fields(type(indicator))
    answers, labels = answers_of(indicator), settings_of(indicator)
    # Words are for programs: a reader without names finds those of answers among the readings.
    own = [
        one
        for one in parameters
        if one.name not in answers
        and (voice.names or one.name in labels or not isinstance(getattr(indicator, one.name), str | None))
    ]
    rows = [
        [
            voice.read(labels[one.name].label) if one.name in labels and not voice.names else code(one.name),
            _default(getattr(indicator, one.name), voice),
        ]
        for one in own
    ]
    for name, words in answers.items() if voice.names else ():  # the one that is taken, and the others
        others = voice.say("jawaban lain", "other answers") + ": " + ", ".join(map(code, words[1:]))
        rows.append([code(name), f"{code(words[0])} ({others})"])
    if rows:
        yield f"## {voice.say('Parameter', 'Parameters')}"
        yield table([voice.say("Parameter", "Parameter"), voice.say("Nilainya", "Value by default")], rows)
    for one in own:
        value = getattr(indicator, one.name)
        if isinstance(value, frozenset):
            in_order = [*filter(value.__contains__, ACCOUNT_NAMES), *sorted(value.difference(ACCOUNT_NAMES))]
            named_accounts = [[name, voice.indonesian(ACCOUNT_NAMES.get(name, "-"))] for name in in_order]
            yield table([voice.say("Akun", "Account"), voice.say("Nama", "Name")], named_accounts)


def _default(value: Any, voice: Voice) -> str:
    if value is None:
        return voice.say("tidak ada: setiap baris dihitung", "none: every record is taken")
    if isinstance(value, frozenset):
        return voice.say(f"{len(value)} akun di bawah", f"the {len(value)} accounts below")
    return escaped(str(value))


def _notes(indicator: Indicator[Any], voice: Voice) -> Iterator[str]:
    """List what is said of figures, found by asking measurements with small quantities of every sign."""
    names = [variable.name for variable in indicator.variables]
    try:
        smallest = indicator.measure(**{variable.name: variable.least or 0 for variable in indicator.variables})
    except KinerjaError:
        return
    plain = attrs.evolve(smallest, periods=(Quarter(year=_ANY_YEAR, number=2),), guarded=False, complete=False)
    tries = itertools.product(map(Fraction, (-1, 0, 1, 2)), repeat=len(names))
    measured = (attrs.evolve(plain, quantities=FrozenMap(zip(names, values, strict=True))) for values in tries)
    found = dict.fromkeys(note for one in measured for note in one.notes)
    yield f"## {voice.say('Catatan yang dapat menyertai angkanya', 'Notes that a figure can carry')}"
    yield "\n".join(
        f"- {voice.say(escaped(note.id), f'{escaped(note.en)} *{voice.indonesian(note.id)}*')}" for note in found
    )


def _quotes(entry: Entry, voice: Voice) -> Iterator[str]:
    for one in (section.read(voice.language) for section in clause_sections(entry)):
        if one.quoted and any(one.lines):
            yield f"**{one.heading}**"
            yield voice.quoted(one.lines)


def _readings(entry: Entry, voice: Voice) -> Iterator[str]:
    """Give each reading in the language of the page; on an English one it can be unfolded in Indonesian."""
    if not entry.readings:
        return
    yield f"## {voice.say('Tafsir', 'How it is read (tafsir)')}"
    for section in reading_sections(entry):
        own, indonesian = section.read(voice.language), section.read(Language.INDONESIAN)
        yield f"### {escaped(own.heading)}"
        yield _answers(own)
        if voice.language is not Language.INDONESIAN:
            yield '<details lang="id" markdown><summary>Dalam bahasa Indonesia</summary>'
            yield f"**{escaped(indonesian.heading)}**"
            yield _answers(indonesian)
            yield "</details>"


def _answers(section: Section[str]) -> str:
    parts = [line.partition(": ") for line in section.lines]
    return "\n".join(f"- **{label}:** {escaped(answer)}" for label, _, answer in parts)


def _other_readings(example: Example, voice: Voice) -> Iterator[str]:
    """Give the figure of the example under each other reading, as a scorecard does."""
    for section in (one.read(voice.language) for one in alternatives_section(example.score)):
        yield f"### {section.heading}"
        yield voice.say(
            "Dari baris contoh di atas; dalam kurung mengapa tidak ada angkanya.",
            "Of the records of the example above; in brackets why there is no figure.",
        )
        own = cast("Table[str]", section.table)  # whose groups are the questions
        rows = [[escaped(own.groups.get(number, "")), *map(escaped, row)] for number, row in enumerate(own.rows)]
        yield table([own.grouped, *own.headings], rows, figures=[own.headings[number] for number in own.figures])


def errata(heading: str, given: Sequence[Erratum], voice: Voice, level: str = "##") -> list[str]:
    """Return the mistakes of a text as a table under a heading; nothing where there are none."""
    if not given:
        return []
    rows = [[voice.indonesian(part) for part in (one.printed, one.meant, one.kind, one.where)] for one in given]
    headings = {"Tercetak": "Printed", "Maksudnya": "Meant", "Jenis": "Kind", "Di": "Where"}
    return [f"{level} {heading}", table([voice.say(own, english) for own, english in headings.items()], rows)]


def named(unit: Unit, voice: Voice) -> str:
    """Return a unit's Indonesian name, on an English page with the English one where it is another word."""
    name = unit.name
    own = voice.indonesian(name.id)
    alike = voice.language is Language.INDONESIAN or name.id.casefold() == name.en.casefold()
    return own if alike else f"{own} ({name.en})"


def page_name(entry: Entry) -> str:
    """Return the name of an entry's page: its code, and the module or formula that measures it.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> page_name(catalogue["SK3/4"])
    'sk3-4-p3dn-ratio.md'
    """
    measured = "" if entry.indicator is None else type(entry.indicator).__module__.rpartition(".")[2]
    return "-".join(re.findall(r"[^\W_]+", f"{entry.code} {measured}".lower())) + ".md"
