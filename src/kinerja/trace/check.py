"""Traces verified: everything worked out again from the inputs, and what differs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Text
from kinerja.decrees import Decree, Entry
from kinerja.trace.trail import FIGURES, Trace, plain_figures, plain_outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.catalogue import Catalogue
    from kinerja.decrees.file import DecreeFile
    from kinerja.measurement import Indicator
    from kinerja.trace.reader import WrittenTrace


@attrs.frozen(kw_only=True)
class Difference:
    """One thing in a trace that does not follow from its inputs: where, what stands there, and what follows."""

    where: str
    stands: str
    follows: str

    @property
    def text(self) -> Text:
        """The difference as one sentence."""
        catalogue = Text(id="dalam katalog", en="the catalogue has")
        inputs = Text(id="yang mengikuti dari data dukungnya", en="what follows from its inputs is")
        own = catalogue if self.where.startswith("clause.") else inputs
        return Text(
            id=f"{self.where}: tertulis {self.stands}, sedangkan {own.id} {self.follows}.",
            en=f"{self.where}: it says {self.stands}, but {own.en} {self.follows}.",
        )


@attrs.frozen(kw_only=True)
class Verification:
    """What became of a trace when everything was worked out again from its inputs.

    Fields:
        trace: the path as it follows now.
        version: of the library that made the trace that was verified.
        compared: whether the clause was held against a catalogue.
        differences: what does not follow.
    """

    trace: Trace
    version: str
    compared: bool = False
    differences: tuple[Difference, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the figure still follows, and everything on the way to it."""
        return not self.differences


def verify_trace(
    text: str, indicators: Iterable[type[Indicator[Any]]] = (), catalogues: Iterable[Catalogue] = ()
) -> Verification:
    """Work everything in a trace out again from its inputs, and say what differs.

    The clause and its targets are the trace's own, unless a catalogue of the same decree is at hand to compare with.

    The wording of notes may change and is not compared; nor is the version of the library.

    Args:
        text: the JSON that `Trace.to_json` wrote.
        indicators: your own indicator classes, where the trace has one.
        catalogues: the clause is held against the one whose decree has the same number, if there is one.

    Raises:
        TraceError: for a text that is no such trace, and for inputs from which no figure can follow.
        CatalogueError: for an entry that cannot be read.
    """
    from kinerja.trace.reader import read_trace  # noqa: PLC0415 - it imports cattrs

    written = read_trace(text, indicators)
    number = written.clause.decree.number
    own = next((one for one in catalogues if one.decree.number == number), None)
    quoted = () if own is None else _misquoted(written.clause, own)
    return Verification(
        trace=written.follows,
        version=written.given.library,
        compared=own is not None,
        differences=(*quoted, *_differences(written)),
    )


def _misquoted(clause: DecreeFile, catalogue: Catalogue) -> Iterator[Difference]:
    """Hold the clause of a trace against the catalogue of the same decree."""
    (entry,) = clause.entries
    if entry.code not in catalogue:
        yield Difference(where="clause.entries[1].code", stands=entry.code, follows=", ".join(catalogue))
        return
    own = catalogue[entry.code]
    expected = attrs.evolve(clause, decree=catalogue.decree, objectives=(own.objective,), entries=(own,))
    yield from _compared("clause", _by_name(clause), _by_name(expected))


def _by_name(clause: DecreeFile) -> dict[str, Any]:
    """Return the decree, the objective and the entry; what is not stated is None, so that each part has its place."""
    from kinerja.decrees.file import dump_decree_file  # noqa: PLC0415 - it imports cattrs

    plain = dump_decree_file(clause)
    (entry,) = plain["entries"]
    stated = {field.name: entry.get(field.name) for field in attrs.fields(Entry) if field.name != "years"}
    decree = {field.name: plain["decree"].get(field.name) for field in attrs.fields(Decree)}
    return {"decree": decree, "objective": plain["objectives"], "entry": stated}


def _differences(written: WrittenTrace) -> Iterator[Difference]:
    measurement, figures = written.follows.measurement, plain_figures(written.follows)
    outcomes = () if measurement is None else measurement.evidence.outcomes
    for number, (record, own) in enumerate(zip(written.given.inputs.records, outcomes, strict=True), 1):
        stands = plain_outcome(record.entered, record.missed)
        yield from _compared(f"inputs.records[{number}]", stands, plain_outcome(own.entered, own.missed))
    yield from _compared("", written.figures, {name: figures[name] for name in FIGURES})


def _compared(path: str, stands: Any, follows: Any) -> Iterator[Difference]:
    """Compare plain data, down to the smallest part that differs."""
    if isinstance(stands, dict) and isinstance(follows, dict) and stands.keys() == follows.keys():
        for name, value in stands.items():
            yield from _compared(f"{path}.{name}" if path else name, value, follows[name])
    elif stands != follows or type(stands) is not type(follows):
        yield Difference(where=path, stands=_shown(stands), follows=_shown(follows))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
