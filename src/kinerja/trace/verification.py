"""What became of a trace when everything was worked out again: whether its figure still follows, and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap, Language, Problem, Text, visible
from kinerja.trace.answers import Answer, OtherRules, Unchecked
from kinerja.trace.differences import Difference
from kinerja.trace.trail import Trace

if TYPE_CHECKING:
    from kinerja.catalogue import Catalogue
    from kinerja.measurement import Indicator
    from kinerja.trace.reader import WrittenTrace  # noqa: TC004 - attrs does not read the annotation


@attrs.frozen(kw_only=True)
class Verification:
    """What became of a trace when everything was worked out again from its inputs.

    Fields:
        trace: the path as it follows now; where today's counting rule gives no figure, as it follows from the
            quantities that are stated.
        version: of the library that made the trace that was verified.
        compared: whether the clause was held against a catalogue.
        unchecked: what was held against nothing.
        differences: what does not follow.
        other_rules: where another counting rule than today's gave the figure, and today's gives another.
        remarks: what changed and binds nobody, such as the reason of a reading, and fields that are not known.
        evidence: the trace that was made anew from the evidence; None where none was given.
        written: the trace as its file states it.
    """

    trace: Trace
    version: str
    compared: bool
    unchecked: tuple[Unchecked, ...] = ()
    differences: tuple[Difference, ...] = ()
    other_rules: OtherRules | None = None
    remarks: tuple[Problem, ...] = ()
    evidence: Trace | None = None
    written: WrittenTrace = attrs.field(repr=False, eq=False)

    @property
    def answer(self) -> Answer:
        """What it comes to; a difference weighs more than another counting rule."""
        if self.differences:
            return Answer.DIFFERS
        return Answer.HOLDS if self.other_rules is None else Answer.OTHER_RULES

    @property
    def holds(self) -> bool:
        """Whether the figure still follows, and everything on the way to it."""
        return self.answer is Answer.HOLDS

    def to_dict(self, language: Language = Language.INDONESIAN) -> dict[str, Any]:
        """Return the answer as plain data: the name of `answer` and its `text`, and problems as errors have them.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, make_trace
        >>> said = verify_trace(make_trace(catalogue, "SK1/1", 2023, 2).to_json()).to_dict()
        >>> said["answer"], said["differences"], said["unchecked"]
        ('HOLDS', [], ['TOTALS'])
        """
        return {
            "answer": self.answer.name,
            "text": self.answer.value.read(language),
            "differences": [one.as_problem().to_dict(language) for one in self.differences],
            "other_rules": None if self.other_rules is None else self.other_rules.text.read(language),
            "remarks": [one.to_dict(language) for one in self.remarks],
            "unchecked": [one.name for one in self.unchecked],
        }

    def against(self, evidence: Trace, stated: Iterable[Unchecked] = ()) -> Verification:
        """Hold what the trace states against one that was made anew from the evidence.

        A record that stands in one of them alone or otherwise is a difference where it was counted, and else a remark.
        Where records are withheld, the figures and the counts are held against those of the evidence.

        Args:
            evidence: as `make_trace` makes it of what was measured in the period of this trace, by its entry. Own
                targets, settings and scoring are the evidence's where it states any, else the trace's.
            stated: which of `Unchecked.TARGET`, `SETTINGS` and `SCORING` the evidence states itself.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue, make_trace
        >>> of_2, of_3 = (make_trace(catalogue, "SK1/1", 2023, actual) for actual in (2, 3))
        >>> verify_trace(of_2.to_json()).against(of_3).differences[0].text.id
        'Realisasi: tertulis 2, sedangkan menurut data dukung yang diberikan 3.'
        """
        from kinerja.trace.evidence import against  # noqa: PLC0415 - it imports cattrs

        return against(self, evidence, stated)


def verify_trace(
    text: str | bytes | dict[str, Any],
    indicators: Iterable[type[Indicator[Any]]] = (),
    catalogues: Iterable[Catalogue] = (),
) -> Verification:
    """Work everything in a trace out again from its inputs, and say what differs.

    The clause and its targets are held against the catalogue of the same decree, by number and unit: one of those
    given, or one that comes with the library. `unchecked` says what was held against nothing.

    What informs and does not bind may change and is remarked on: readings, misprints, labels, the names of conditions,
    the wording of notes. The version of the library is not compared. A figure that another counting rule gave, and that
    today's would not, is neither said to hold nor to fail; see `Verification.answer`.

    Args:
        text: the JSON that `Trace.to_json` wrote, of this version or an earlier one, or what its parser gave.
        indicators: your own indicator classes, where the trace has one.
        catalogues: of other decrees than those that come with the library.

    Raises:
        TraceError: for a text that is no such trace, and for inputs from which no figure can follow.
        CatalogueError: for an entry that cannot be read.
    """
    from kinerja.trace.check import verify  # noqa: PLC0415 - it imports cattrs

    return verify(Verification, text, indicators, catalogues)


def verdict_lines(
    verification: Verification, language: Language, advice: Mapping[Unchecked, Text] = FrozenMap()
) -> Iterator[str]:
    """Say what a verification comes to: each difference, what was held against nothing, and who made the trace.

    Args:
        verification: what became of a trace.
        language: the one to say it in.
        advice: what the reader can do about what was held against nothing.
    """
    # What would begin a line or steer the terminal is shown: a forged trace could write its own verdict.
    return (visible(line.read(language)).replace("\n", r"\n") for line in _lines(verification, advice))


def _lines(verification: Verification, advice: Mapping[Unchecked, Text]) -> Iterator[Text]:
    trace, answer = verification.trace, verification.answer.value
    found = [difference.text for difference in verification.differences]
    if verification.other_rules is not None:
        found.append(verification.other_rules.text)
    if verification.answer is Answer.DIFFERS:
        count = len(found)
        answer = Text(id=f"tidak sesuai, {count} hal berbeda:", en=f"it does not hold; differences: {count}")
    yield answer.about(f"{trace.entry.code}, {trace.period}")
    yield from (Text.joined(["- ", text], "") for text in found)
    if verification.evidence is not None:
        files = ", ".join(source.name for source in verification.evidence.sources) or "-"
        yield Text(id=f"Dihitung ulang dari: {files}.", en=f"Measured again from: {files}.")
    for remark in verification.remarks:
        yield remark.text.about(Text(id="Catatan", en="Remark"))
    yield Text(
        id=f"Jejak dibuat dengan kinerja {verification.version}, diperiksa dengan kinerja {trace.version}.",
        en=f"Made by kinerja {verification.version}, verified by kinerja {trace.version}.",
    )
    for one in verification.unchecked:
        yield Text.joined([one.value, *([advice[one]] if one in advice else [])], " ")
