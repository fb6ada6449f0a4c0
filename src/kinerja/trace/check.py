"""A trace held against what follows from its own inputs today, and against the catalogue of its decree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

import kinerja
from kinerja._base import Problem, Reason, TraceError
from kinerja.catalogue import bundled_catalogues
from kinerja.decrees import Decree, Entry, Scoring
from kinerja.decrees.conversion import plain_converter
from kinerja.decrees.file import dump_decree_file
from kinerja.records import as_period, plain_heading
from kinerja.trace import messages as say
from kinerja.trace.answers import OtherRules, Unchecked
from kinerja.trace.differences import Difference, compared
from kinerja.trace.labels import label_of, labels_of
from kinerja.trace.page import assumed_target
from kinerja.trace.reader import WrittenTrace, read_trace
from kinerja.trace.written import FIGURES, GAINED, LATER, plain_figures, plain_scoring

if TYPE_CHECKING:
    from kinerja._base import Text
    from kinerja._base.reading import Plain
    from kinerja.catalogue import Catalogue
    from kinerja.decrees.file import DecreeFile
    from kinerja.measurement import Indicator, Outcome
    from kinerja.measurement.written import WrittenRecord
    from kinerja.trace.trail import Trace
    from kinerja.trace.verification import Verification


def load_trace(given: Plain, indicators: Iterable[type[Indicator[Any]]]) -> Trace:
    """Read a trace whose figures follow from its own inputs; see `Trace.from_dict`."""
    written = read_trace(given, indicators)
    differences, other_rules, _ = _figures(written)
    if differences:
        raise TraceError.of([one.as_problem() for one in differences])
    trace = written.follows if other_rules is None else written.as_stated()
    return attrs.evolve(trace, version=written.given.library)


def verify(
    kind: type[Verification], text: Plain, indicators: Iterable[type[Indicator[Any]]], catalogues: Iterable[Catalogue]
) -> Verification:
    """Work everything in a trace out again, as a verification of this class; see `verify_trace`."""
    written = read_trace(text, indicators)
    decree = written.clause.decree
    known = [*catalogues, *(getattr(kinerja, name) for name in bundled_catalogues())]
    # Case and blanks make no difference: nobody escapes the catalogue by them, and they are told as a difference.
    of_number = [one for one in known if plain_heading(one.decree.number) == plain_heading(decree.number)]
    own = next((one for one in of_number if plain_heading(one.decree.unit) == plain_heading(decree.unit)), None)
    quoted = [] if own is None else list(_misquoted(written, own))
    differences, other_rules, remarks = _figures(written)
    others = [] if own is not None else list(dict.fromkeys(one.decree.unit for one in of_number))
    labels = labels_of(written.follows.entry)
    remarked = (
        *(one.as_problem() for binds, one in quoted if not binds),
        *([say.OTHER_UNIT.problem("clause.decree.unit", stands=decree.unit, follows=others)] if others else ()),
        *_beside(written),
        *_silent_on_readings(written, own),
        *remarks,
    )
    differing = (*(one for binds, one in quoted if binds), *differences)
    return kind(
        trace=written.follows,
        version=written.given.library,
        compared=own is not None,
        unchecked=tuple(one for one, there in _unchecked(written, own).items() if there),
        differences=tuple(attrs.evolve(one, labels=labels) for one in differing),
        other_rules=other_rules,
        remarks=(
            *(attrs.evolve(one, label=label_of(one.place, labels)) for one in remarked),
            *(say.PASSED_OVER.problem(one.place) for one in written.passed_over),  # which have no label
        ),
        written=written,
    )


def _beside(written: WrittenTrace) -> Iterator[Problem]:
    """Say so where the target is of another year, or assumed, and where there are records of more units than named."""
    given = written.given
    year = as_period(given.period).year
    if given.target_year not in {None, year}:
        yield say.OTHER_TARGET_YEAR.problem("target_year", year=given.target_year, own=year)
    told = assumed_target(written.follows)
    if told is not None:
        yield Problem(place="target", allowed=told, code="target.assumed")
    units = sorted({str(record.fields.get("unit")) for record in given.inputs.records})
    if len(units) > max(1, len(given.units)):  # a decree's target is one unit's
        yield say.SEVERAL_UNITS.problem("units", stands=list(given.units) or "-", units=units)


def _silent_on_readings(written: WrittenTrace, catalogue: Catalogue | None) -> Iterator[Problem]:
    """Say so where what other readings give was taken out, be it with the readings themselves."""
    entry = written.follows.entry
    if catalogue is not None and entry.code in catalogue and not entry.readings:
        entry = catalogue[entry.code]
    others = sum(1 for _ in entry.not_taken)
    since = all(name in written.stated for name in GAINED)
    if since and others and written.given.inputs.measured and not any(name in written.stated for name in LATER):
        yield say.NO_ALTERNATIVES.problem("alternatives", count=others)


def _unchecked(written: WrittenTrace, catalogue: Catalogue | None) -> dict[Unchecked, bool]:
    """Tell what the verification of a trace alone holds against nothing."""
    given, inputs = written.given, written.given.inputs
    seen_otherwise = inputs.totals is not None or inputs.withheld is not None
    rules = set(given.scoring.stated).difference(() if catalogue is None else catalogue.scoring.stated)
    if given.scoring.rule_of_less == Scoring().rule_of_less:
        rules -= {"minimise"}  # which changes nothing
    return {
        Unchecked.CLAUSE: catalogue is None,
        Unchecked.EVIDENCE: bool(inputs.records or (inputs.periods and not seen_otherwise)),
        Unchecked.RECORDS: inputs.withheld is not None,
        Unchecked.TOTALS: inputs.totals is not None or not inputs.measured or not inputs.complete,
        Unchecked.TARGET: inputs.target is not None,
        Unchecked.SETTINGS: bool(given.settings.values),
        Unchecked.SCORING: bool(rules),
    }


def _figures(written: WrittenTrace) -> tuple[list[Difference], OtherRules | None, list[Problem]]:
    """Hold the figures against what follows: what differs, which other rule gave them, and what is remarked on."""
    told = [attrs.evolve(one, said=say.WORDS_DIFFER).as_problem() for one in _told(written)]
    differences = [] if written.refused else list(_differences(written))
    if not written.other_rules:
        return differences, None, told
    stated, present = written.given.rules, written.follows.rules
    by, today = _rule(written, stated), _rule(written, present)
    withheld = written.given.inputs.withheld is not None
    if not differences and not written.refused and not withheld:
        return [], None, [say.OTHER_RULES_SAME.problem("rules", stated=by, present=today), *told]
    gives = None if written.refused or withheld else written.follows.score.actual
    why = say.WITHOUT_RECORDS.text() if withheld else written.refused
    shown = say.NO_FIGURE.text(why=why or Reason.UNDEFINED_ACTUAL.value) if gives is None else gives
    said = say.OTHER_RULES.text(stated=by, present=today, gives=shown)
    if written.none_meant_zero:
        said = say.NONE_MEANT_ZERO.text(why=why or Reason.NOT_MEASURED.value)
    other = OtherRules(stated=stated, present=present, gives=gives, text=said)
    return list(_compared(written, written.as_stated())), other, told


def _rule(written: WrittenTrace, number: int | None) -> Text:
    names: tuple[Text, ...] = getattr(written.follows.entry.measured_by, "rule_names", ())
    if number is not None and number <= len(names):
        return say.RULE_COUNTS.text(number=number, counts=names[number - 1])
    return say.RULE.text(number=number)


def _differences(written: WrittenTrace) -> Iterator[Difference]:
    for place, record, own in _outcomes(written):
        yield from compared(f"{place}.entered", record.entered, own.entered)
        yield from compared(f"{place}.again", record.again, own.again)
    yield from _compared(written, written.follows)
    yield from compared("rating", written.stated.get("rating"), plain_figures(written.follows).get("rating"))
    yield from (one for one in compared("alternatives", *_alternatives(written)) if not _is_worded(one))


def _is_worded(one: Difference) -> bool:
    """Tell whether it says why there is no figure, which may be worded better later."""
    return ".lacks" in one.where


def _alternatives(written: WrittenTrace) -> tuple[Any, Any]:
    """Return what other readings are stated to give, and what they give; the latter twice where nothing is stated."""
    follows = plain_figures(written.follows).get("alternatives", [])
    return written.stated.get("alternatives", follows), follows


def _compared(written: WrittenTrace, follows: Trace) -> Iterator[Difference]:
    figures = plain_figures(follows)
    names = [name for name in (*FIGURES, *GAINED) if name in written.stated]
    yield from compared("", {name: written.stated[name] for name in names}, {name: figures[name] for name in names})


def _outcomes(written: WrittenTrace) -> Iterator[tuple[str, WrittenRecord, Outcome]]:
    """Go through the records, each with its place and with what became of it now."""
    measured = written.follows.measurement
    outcomes = () if measured is None else measured.evidence.outcomes
    for number, (record, own) in enumerate(zip(written.given.inputs.records, outcomes, strict=bool(outcomes)), 1):
        yield f"inputs.records[{number}]", record, own


def _told(written: WrittenTrace) -> Iterator[Difference]:
    """Go through what is worded otherwise now; conditions of one quantity once each, at the first record."""
    seen: dict[tuple[object, ...], Difference] = {}
    for place, record, own in _outcomes(written):
        for name, failed in own.missed.items():
            stands = record.missed.get(name, failed)
            if stands != failed:
                (difference,) = compared(f"{place}.missed.{name}", stands, failed)
                seen.setdefault((name, stands, failed), difference)
    yield from seen.values()
    figures = plain_figures(written.follows)
    yield from compared("reading", written.stated["reading"], figures["reading"])
    yield from filter(_is_worded, compared("alternatives", *_alternatives(written)))
    if not written.refused:  # what is told of records is not told where they were not counted
        yield from compared("notes", written.stated["notes"], figures["notes"])


_BINDING = {
    "decree": {"number", "unit", "years", "signed_on", "in_force_from"},
    "entry": {"name", "method", "unit", "polarity", "targets", "indicator"},
}
_LABEL = "clause.entry.unit.name.en"
"""The decree knows the Indonesian name of its unit alone."""


def _misquoted(written: WrittenTrace, catalogue: Catalogue) -> Iterator[tuple[bool, Difference]]:
    """Hold the clause of a trace against the catalogue of the same decree; of each difference, whether it binds.

    What binds: number, unit and dates of the decree; code, names, method, unit, polarity, targets, indicator and its
    parameters; how the answers to its readings are computed. All else, such as the words of readings, misprints and
    labels, may be put better later.
    """
    clause = written.clause
    (entry,) = clause.entries
    if entry.code not in catalogue:
        codes = ", ".join(catalogue)
        yield (
            True,
            Difference(where="clause.entries[1].code", stands=entry.code, follows=codes, said=say.CLAUSE_DIFFERS),
        )
        return
    own = catalogue[entry.code]
    expected = attrs.evolve(clause, decree=catalogue.decree, objectives=(own.objective,), entries=(own,))
    stands, follows = _by_name(clause), _by_name(expected)
    for part, fields in stands.items():
        for field, value in fields.items():
            binds = field in _BINDING.get(part, ())
            if not binds and not value:
                continue  # what an earlier version did not say yet changed nothing
            for difference in compared(f"clause.{part}.{field}", _folded(value), _folded(follows[part][field])):
                yield binds and difference.where != _LABEL, attrs.evolve(difference, said=say.CLAUSE_DIFFERS)
    rules = catalogue.scoring.of_one_figure
    scored, by = plain_scoring(written.given.scoring), plain_scoring(rules)
    of_rules = (one for rule in rules.stated for one in compared(f"scoring.{rule}", scored.get(rule), by[rule]))
    for one in (*_answered_otherwise(written, own), *of_rules):
        yield True, attrs.evolve(one, said=say.CLAUSE_DIFFERS)


def _answered_otherwise(written: WrittenTrace, own: Entry) -> Iterator[Difference]:
    """Compare how answers of the same words are computed; one that the unit takes must be in the catalogue.

    The words may be put better later, but no figure stands under an answer that computes it otherwise.
    """
    entry = written.follows.entry
    stands, follows = _computed(entry), _computed(own)
    taken = {f"{reading.word}.{answer.word}" for reading, answer in entry.own_answers}
    for name in (name for name in stands if name in follows or name in taken):
        yield from compared(f"clause.entry.answers.{name}", stands[name], follows.get(name))


def _computed(entry: Entry) -> dict[str, Any]:
    """Return how each answer that has a word is computed, as plain data: the word of its reading and its own -> how."""
    answers = ((one.word, answer) for one in entry.readings for answer in one.alternatives if one.word and answer.word)
    return {
        f"{word}.{answer.word}": {
            "by": None if answer.by is None else answer.by.__name__,
            "changes": plain_converter().unstructure(answer.changes),
        }
        for word, answer in answers
        if answer.by or answer.changes
    }


def _folded(value: Any) -> Any:
    """Make every run of white space in a quotation one blank: where its lines end is no part of it."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _by_name(clause: DecreeFile) -> dict[str, dict[str, Any]]:
    """Return the decree, the objective and the entry; what is not stated is None, so that each part has its place."""
    plain = dump_decree_file(clause)
    (entry,), (objective,) = plain["entries"], plain["objectives"]
    return {
        "decree": {field.name: plain["decree"].get(field.name) for field in attrs.fields(Decree)},
        "objective": objective,
        "entry": {field.name: entry.get(field.name) for field in attrs.fields(Entry)},
    }
