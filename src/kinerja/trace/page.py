"""The trail of one figure as a document, from the clause to the achievement."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from kinerja._base import Language, Reason, Text, write_exact, write_legibly
from kinerja.decrees.page import formula_section, listed_units, reading_sections, unit_settings_of
from kinerja.measurement import Evidence, Measurement, Polarity, contribution, rule, work
from kinerja.scorecards.table import minimise_rule, write_achievement
from kinerja.writers import Document, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from kinerja.trace.source import Withheld
    from kinerja.trace.trail import Trace

_MOST = 20
"""So many records of a kind stand on the page; the JSON holds all of them."""

_TOTALS = Text(
    id="Jumlahnya diberikan langsung; data dukungnya tidak disertakan.",
    en="The totals were given; the records behind them are not here.",
)
_SETTINGS = Text(id="Setelan unit", en="Settings of the unit")
_ACTUAL = Text(
    id="Realisasinya diberikan langsung; data dukungnya tidak disertakan.",
    en="The actual was given; the records behind it are not here.",
)


def explain(trace: Trace, language: Language = Language.INDONESIAN) -> Document:
    """Return the whole path of a figure for readers: the clause first, the achievement last.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> from kinerja.trace import make_trace
    >>> page = explain(make_trace(catalogue, "SK1/1", 2023, 2))
    >>> print([section.lines for section in page.sections if section.heading == "Capaian"])
    [('100 × 2 / 1 = 200,00%', 'Target tercapai.')]
    """
    return Document(
        title=[f"{trace.entry.code}  {trace.entry.label}", *_whose(trace, language)],
        sections=[
            _clause(trace, language),
            *reading_sections(trace.entry, language),
            Section(
                heading=_SETTINGS.read(language), lines=[one.read(language) for one in unit_settings_of(trace.entry)]
            ),
            *_evidence(trace, language),
            *_figures(trace, language),
            _achievement(trace, language),
            _notes(trace, language),
        ],
        language=language,
    )


def _whose(trace: Trace, language: Language) -> Iterator[str]:
    """Name the units, and whose indicators they are measured by."""
    if trace.units:
        whose, unit = listed_units(trace.units, language), trace.decree.unit
        yield Text(id=f"{whose}, menurut IKU {unit}", en=f"{whose}, by the indicators of {unit}").read(language)


def _clause(trace: Trace, language: Language) -> Section:
    heading = Text(
        id=f"Bunyi Keputusan Nomor {trace.decree.number}, {trace.entry.code}",
        en=f"The words of Decree Number {trace.decree.number}, {trace.entry.code}",
    )
    return Section(heading=heading.read(language), lines=[trace.entry.definition, trace.entry.method], quoted=True)


def _evidence(trace: Trace, language: Language) -> Iterator[Section]:
    yield Section(
        heading=Text(id="Sumber", en="Source").read(language),
        lines=[source.text.read(language) for source in trace.sources],
    )
    measurement = trace.measurement
    if measurement is None:
        given = "" if trace.score.actual is None else _ACTUAL.read(language)
        yield Section(heading=Text(id="Data dukung", en="Records").read(language), lines=[given])
        return
    if trace.withheld is not None:
        yield _withheld(trace.withheld, language)
    elif measurement.periods:
        yield from _records(measurement, _amounts(measurement), language)
    totals = () if trace.totals is None else (_TOTALS.read(language), *_quantities(trace.totals, language))
    yield Section(heading=Text(id="Jumlah tanpa data dukung", en="Totals without records").read(language), lines=totals)


def _withheld(withheld: Withheld, language: Language) -> Section:
    """Count the records that are not here, by the conditions that they failed."""
    heading = Text(id="Data dukung (tidak disertakan)", en="Records (withheld)").read(language)
    counted = Text(
        id=f"{withheld.counted} dari {withheld.records} data dukung dihitung.",
        en=f"{withheld.counted} of {withheld.records} records counted.",
    )
    lines = [counted.read(language)]
    rows = Text(id="baris", en="lines").read(language)
    lines += [f"{one.records} {rows}: {one.why.read(language)}" for one in withheld.left_out]
    full = Text(id="SHA-256 jejak lengkapnya", en="SHA-256 of the full trace").read(language)
    return Section(heading=heading, lines=[*lines, f"{full}: {withheld.sha256}"])


def _amounts(measurement: Measurement) -> dict[Any, Counter[str]]:
    """Return what each record added to each quantity, over all periods."""
    amounts: dict[Any, Counter[str]] = defaultdict(Counter)
    for item in measurement.evidence:
        for period in item.periods:
            rule = functools.partial(measurement.indicator.tally, period=period)
            amounts[item.record].update(contribution(rule, item.record, item.again))
    return amounts


def _records(
    measurement: Measurement, amounts: Mapping[Any, Mapping[str, Any]], language: Language
) -> Iterator[Section]:
    periods = ", ".join(map(str, measurement.periods))
    yield Section(heading=Text(id="Periode", en="Period").read(language), lines=[periods])
    counted, left_out = measurement.counted, measurement.left_out
    symbols = {variable.name: variable.symbol for variable in measurement.indicator.variables}
    yield _listed(
        Text(id=f"Data dukung yang dihitung ({len(counted)})", en=f"Records counted ({len(counted)})"),
        counted,
        lambda item: _entered(item, amounts[item.record], symbols, language),
        language,
    )
    yield _listed(
        Text(id=f"Data dukung yang tidak dihitung ({len(left_out)})", en=f"Records left out ({len(left_out)})"),
        left_out,
        lambda item: measurement.cause(item).read(language),
        language,
    )


def _listed(heading: Text, items: Sequence[Evidence], say: Callable[[Evidence], str], language: Language) -> Section:
    lines = [f"{', '.join(map(str, item.identity))}: {say(item)}" for item in items[:_MOST]]
    if not items:
        lines.append(Text(id="tidak ada", en="none").read(language))
    if len(items) > _MOST:
        rest = len(items) - _MOST
        lines.append(Text(id=f"dan {rest} lainnya", en=f"and {rest} more").read(language))
    return Section(heading=heading.read(language), lines=lines)


def _entered(item: Evidence, amounts: Mapping[str, Any], symbols: Mapping[str, str], language: Language) -> str:
    """Say which quantities a record entered and with how much, and which it did not and why."""
    already = Text(id="sudah terhitung", en="counted already").read(language)
    names = ", ".join(
        f"{symbols[name]} ({already})"
        if name in item.again and not amounts[name]
        else _entry(symbols[name], amounts[name], language)
        for name in item.entered
    )
    entered = Text(id=f"masuk {names}", en=f"entered {names}").read(language)
    not_in = Text(id="tidak masuk", en="not").read(language)
    others = [f"{not_in} {symbols[name]}, {_missed(failed, language)}" for name, failed in item.missed.items()]
    return "; ".join([entered, *others])


def _entry(symbol: str, amount: Fraction, language: Language) -> str:
    return symbol if amount == 1 else f"{symbol} = {write_legibly(amount, language)}"


def _missed(failed: Sequence[str], language: Language) -> str:
    conditions = ", ".join(failed)
    return Text(id=f"tidak memenuhi {conditions}", en=f"fails {conditions}").read(language)


def _figures(trace: Trace, language: Language) -> Iterator[Section]:
    measurement = trace.measurement
    if measurement is not None:
        heading = Text(id="Variabel", en="Quantities").read(language)
        yield Section(heading=heading, lines=_quantities(measurement, language))
        yield formula_section(trace.entry, language)
    unit = trace.entry.unit.name.read(language)
    heading = Text(id=f"Realisasi ({unit})", en=f"Actual ({unit})").read(language)
    actual = (
        _in_full(trace.score.actual, language)
        if measurement is None
        else measurement.worked(language, trace.score.target)
    )
    yield Section(heading=heading, lines=[actual])
    of = trace.period if trace.target_year is None else trace.target_year
    yield Section(heading=f"Target {of} ({unit})", lines=[_in_full(trace.score.target, language)])


def _in_full(value: Fraction | None, language: Language) -> str:
    return "" if value is None else write_exact(value, language)


def _quantities(measurement: Measurement, language: Language) -> Iterator[str]:
    for variable in measurement.indicator.variables:
        value = measurement.quantities[variable.name]
        written = " = ".join(dict.fromkeys((write_legibly(value, language), write_exact(value, language))))
        yield f"{variable.symbol} = {written} ({variable.unit.name.read(language)})"


def _achievement(trace: Trace, language: Language) -> Section:
    heading = Text(id="Capaian", en="Achievement").read(language)
    score = trace.score
    if score.target is None or score.actual is None or score.uncapped is None or score.achievement is None:
        reason = score.reason or Reason.NOT_MEASURED
        return Section(heading=heading, lines=[reason.value.read(language)])
    line = work(
        rule(trace.entry.polarity, trace.scoring.minimise), {"target": score.target, "actual": score.actual}, language
    )
    lines = [f"{line} = {write_achievement(score.uncapped, language)}"]
    if trace.entry.polarity is Polarity.MINIMISE:
        lines.append(minimise_rule(trace.scoring).read(language))
    if score.achievement != score.uncapped:
        capped = write_achievement(score.achievement, language)
        lines.append(Text(id=f"Dibatasi menjadi {capped}.", en=f"Capped at {capped}.").read(language))
    met = Text(id="Target tercapai.", en="The target is met.")
    missed = Text(id="Target belum tercapai.", en="The target is not met.")
    lines.append((met if score.met else missed).read(language))
    return Section(heading=heading, lines=lines)


def _notes(trace: Trace, language: Language) -> Section:
    heading = Text(id="Keterangan", en="Remarks").read(language)
    return Section(heading=heading, lines=[trace.score.remark, *(note.read(language) for note in trace.score.notes)])
