"""The trail of one figure as a document, from the clause to the achievement."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kinerja._base import Language, Reason, Text, in_full, write_exact, write_legibly
from kinerja.decrees.messages import RANGE_RULE
from kinerja.decrees.page import (
    assumption,
    formula_section,
    listed_units,
    minimise_rule,
    reading_sections,
    unit_readings_of,
    unit_settings_of,
    with_source,
)
from kinerja.measurement import (
    Evidence,
    Measurement,
    Polarity,
    TargetRange,
    contributions,
    missed_by_day,
    named,
    nearest,
    rule,
    shortened,
    sole_unit,
    target_text,
    why_outside,
    work,
)
from kinerja.scorecards.alternatives import alternatives_section
from kinerja.scorecards.table import ACHIEVEMENT, ACTUAL, REMARKS, decreed, percent, write_actual
from kinerja.trace import messages as say
from kinerja.writers import Document, Section

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja.measurement import Indicator, Target
    from kinerja.scorecards import Score
    from kinerja.trace.source import Withheld
    from kinerja.trace.trail import Trace

_MOST = 20
"""So many records of a kind stand on the page; the JSON holds all of them."""

_TOTALS = Text(
    id="Jumlahnya diberikan langsung; data dukungnya tidak disertakan.",
    en="The totals were given; the records behind them are not here.",
)
_UNMEASURED = Text(id="belum diukur", en="not measured")
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
    entry, decree, whose = trace.entry, trace.decree, listed_units(trace.units)
    by = Text(id=f"{whose.id}, menurut IKU {decree.unit}", en=f"{whose.en}, by the indicators of {decree.unit}")
    clause = Text(
        id=f"Bunyi Keputusan Nomor {decree.number}, {entry.code}",
        en=f"The words of Decree Number {decree.number}, {entry.code}",
    )
    title: list[str | Text] = [f"{entry.code}  {entry.label}"]
    if trace.units:
        title.append(whose if all(map(decree.is_of, trace.units)) else by)
    if any(entry.own_answers):
        title.append(
            Text(id="Menurut tafsir unit, bukan tafsir katalog", en="By the unit's reading, not the catalogue's")
        )
    return Document(
        title=filter(None, [*title, assumed_target(trace)]),
        sections=[
            Section(heading=clause, lines=[entry.definition, *entry.method.splitlines()], quoted=True),
            *reading_sections(entry),
            Section(
                heading=Text(id="Setelan unit", en="Settings of the unit"),
                lines=[*unit_settings_of(entry), *unit_readings_of(entry)],
            ),
            Section(heading=Text(id="Sumber", en="Source"), lines=[source.text for source in trace.sources]),
            *_evidence(trace),
            *_worked(trace),
        ],
        language=language,
    )


def worked_out(trace: Trace, language: Language = Language.INDONESIAN) -> Document:
    """Return the last part of the path alone: from the records to the achievement, also under other readings."""
    records = _evidence(trace) if trace.totals is None else ()
    return Document(sections=[*records, *_worked(trace)], language=language)


def _worked(trace: Trace) -> Iterator[Section[str | Text]]:
    first, _, then = trace.score.remark.partition("\n")
    yield from _figures(trace)
    yield Section(heading=ACHIEVEMENT, lines=_achievement(trace))
    yield from alternatives_section(trace.score)
    yield Section(heading=REMARKS, lines=[first, *trace.score.notes, then])


def assumed_target(trace: Trace) -> Text | None:
    """Say which target is assumed in place of the decree's; nothing where none is."""
    if not trace.score.target_is_assumed:
        return None
    period = trace.target_period
    return assumption(period, trace.entry.assumed[period], trace.score.decree_target)


def _evidence(trace: Trace) -> Iterator[Section[Text]]:
    measurement = trace.measurement
    if measurement is None:
        given = [] if trace.score.actual is None else [_ACTUAL]
        yield Section(heading=Text(id="Data dukung", en="Records"), lines=given)
        return
    if trace.withheld is not None:
        heading = Text(id="Data dukung (tidak disertakan)", en="Records (withheld)")
        yield Section(heading=heading, lines=_withheld(trace.withheld))
    elif measurement.periods:
        yield from _records(measurement)
    if trace.totals is not None:
        heading = Text(id="Jumlah tanpa data dukung", en="Totals without records")
        yield Section(heading=heading, lines=[_TOTALS, *_quantities(trace.totals)])


def _withheld(withheld: Withheld) -> Iterator[Text]:
    """Count the records that are not here, by the conditions that they failed."""
    yield Text(
        id=f"{withheld.counted} dari {withheld.records} data dukung dihitung.",
        en=f"{withheld.counted} of {withheld.records} records counted.",
    )
    for one in withheld.left_out:
        yield one.why.about(Text(id=f"{one.records} baris", en=f"{one.records} lines"))
    yield Text(id=f"SHA-256 jejak lengkapnya: {withheld.sha256}", en=f"SHA-256 of the full trace: {withheld.sha256}")


def _records(measurement: Measurement) -> Iterator[Section[Text]]:
    yield Section(heading=Text(id="Periode", en="Period"), lines=[Text.joined(map(str, measurement.periods))])
    counted, left_out = measurement.counted, measurement.left_out
    indicator, unit = measurement.indicator, sole_unit(measurement.evidence.records)
    amounts: dict[Any, Counter[str]] = defaultdict(Counter)  # what each record added, over all periods
    for record, added in contributions(indicator.tally, measurement.evidence):
        amounts[record].update(added)
    letters = [one.label.about(one.symbol) for one in indicator.variables]
    yield Section(
        heading=Text(id=f"Data dukung yang dihitung ({len(counted)})", en=f"Records counted ({len(counted)})"),
        lines=[
            *([Text.joined(letters, "; ")] if counted and len(letters) > 1 else ()),
            *_listed(counted, lambda item: _entered(indicator, item, amounts[item.record]), unit),
        ],
    )
    yield Section(
        heading=Text(id=f"Data dukung yang tidak dihitung ({len(left_out)})", en=f"Records left out ({len(left_out)})"),
        lines=_listed(left_out, lambda item: why_outside(indicator, item) or measurement.cause(item), unit),
    )


def _listed(items: Sequence[Evidence], told: Callable[[Evidence], Text], unit: object) -> Iterator[Text]:
    for item in shortened(items, _MOST):
        yield item if isinstance(item, Text) else told(item).about(named(item.identity, unit))
    if not items:
        yield Text(id="tidak ada", en="none")


def _entered(indicator: Indicator[Any], item: Evidence, amounts: Mapping[str, Any]) -> Text:
    """Say which quantities a record entered and with how much, and which it did not and why.

    That what is of one year is not of the other goes without saying.
    """
    symbols, of_others = indicator.symbols, missed_by_day(indicator, item)
    already = Text(id=" (sudah terhitung)", en=" (counted already)")
    told = []
    for name in (name for name in symbols if name in item.entered):
        amount = Text.joined([" = ", Text.each(functools.partial(write_legibly, amounts[name]))], "")
        behind = already if name in item.again and not amounts[name] else "" if amounts[name] == 1 else amount
        told.append(Text.joined([symbols[name], behind], ""))
    names = Text.joined(told)
    said = [Text(id=f"masuk {names.id}", en=f"entered {names.en}")]
    for name in (name for name in symbols if name in item.missed and name not in of_others):
        symbol, conditions = symbols[name], ", ".join(item.missed[name])
        said.append(
            Text(id=f"tidak masuk {symbol}, tidak memenuhi {conditions}", en=f"not {symbol}, fails {conditions}")
        )
    return Text.joined(said, "; ")


def _figures(trace: Trace) -> Iterator[Section[str | Text]]:
    measurement, score = trace.measurement, trace.score
    actual = [] if score.actual is None else [in_full(score.actual)]
    if measurement is not None:
        beside = None if score.target is None or score.actual is None else nearest(score.target, score.actual)
        actual = [Text.each(functools.partial(measurement.worked, beside=beside))]
        yield Section(heading=Text(id="Variabel", en="Quantities"), lines=_quantities(measurement))
        yield formula_section(trace.entry)
    unit = Text.joined([" (", trace.entry.unit.name, ")"], "")
    yield Section(heading=Text.joined([ACTUAL, unit], ""), lines=actual)
    of = trace.target_period
    source = score.target_source(of)
    promised = "" if score.target is None else target_text(score.target)
    yield Section(heading=Text.joined([f"Target {of}", unit], ""), lines=[promised, source, *decreed(score)])


def _quantities(measurement: Measurement) -> Iterator[Text]:
    unmeasured = measurement.entered_by_none("unmeasured")
    for variable in measurement.indicator.variables:
        value = measurement.quantities[variable.name]
        legibly = Text.each(functools.partial(write_legibly, value))
        shown = [_UNMEASURED] if variable in unmeasured else dict.fromkeys((legibly, in_full(value)))
        written = Text.joined([variable.symbol, *shown], " = ")
        yield Text.joined([written, " (", variable.unit.name, ")"], "")


def _achievement(trace: Trace) -> Iterator[Text]:
    score = trace.score
    if score.target is None or score.actual is None or score.uncapped is None or score.achievement is None:
        yield (score.reason or Reason.NOT_MEASURED).value
        return
    yield _set_against(trace, score.target, score.actual, percent(score.uncapped, trace.scoring))
    if isinstance(score.target, TargetRange):
        yield RANGE_RULE
    if trace.entry.polarity is Polarity.MINIMISE:
        yield minimise_rule(trace.scoring)
    if score.achievement != score.uncapped:
        capped = percent(score.achievement, trace.scoring)
        yield with_source(Text(id=f"Dibatasi menjadi {capped.id}.", en=f"Capped at {capped.en}."), trace.scoring, "cap")
    met = Text(id="Target tercapai.", en="The target is met.")
    yield met if score.met else Text(id="Target belum tercapai.", en="The target is not met.")
    if score.rating is not None:
        band = next(band.text for band in trace.scoring.bands if band.name == score.rating)
        rated = Text(id=f"Predikat: {band.id}.", en=f"Rating: {band.en}.")
        yield with_source(rated, trace.scoring, "bands")
    yield from _met_otherwise(score)


def _set_against(trace: Trace, target: Target, actual: Fraction, reached: Text) -> Text:
    """Work out an achievement; an actual that no decimal is stands there by its own formula, to be typed again."""
    promised, measurement = nearest(target, actual), trace.measurement
    if isinstance(target, TargetRange) and promised == actual:
        written = write_actual(trace.entry.unit, actual, None)
        return say.WITHIN_RANGE.text(actual=written, target=target_text(target), reached=reached)
    scored_by = rule(trace.entry.polarity, trace.scoring.rule_of_less)
    is_decimal = "/" not in write_exact(actual)

    def line(language: Language) -> str:
        shown = actual if is_decimal or measurement is None else measurement.term(language)
        return work(scored_by, {"target": promised, "actual": shown}, language)

    return Text.joined([Text.each(line), reached], " = ")


def _met_otherwise(score: Score) -> Iterator[Text]:
    """Name the other readings under which a target that is met would be missed, or the other way round."""
    lacking = Text(id="belum ", en="not ") if score.met else Text(id="", en="")
    if score.contrary:
        yield Text(id=f"Menurut tafsir lain {lacking.id}tercapai:", en=f"Under other readings it is {lacking.en}met:")
    for number, one in enumerate(score.contrary, 1):
        yield Text(id=f"{number}. {one.question.id}", en=f"{number}. {one.question.en}")
