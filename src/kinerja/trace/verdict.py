"""What a verification comes to, for readers: line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja._base import FrozenMap, Text, visible
from kinerja.trace.answers import Answer, Unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kinerja._base import Language
    from kinerja.trace.verification import Verification


def verdict_lines(
    verification: Verification, language: Language, advice: Mapping[Unchecked, Text] = FrozenMap()
) -> Iterator[str]:
    """Say what a verification comes to: each difference, what was held against nothing, and who made the trace.

    Args:
        verification: what became of a trace.
        language: the one to say it in.
        advice: what the reader can do about what was held against nothing.
    """
    return (_on_one_line(line.read(language)) for line in _lines(verification, advice))


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
    yield from _beside(verification)
    yield Text(
        id=f"Jejak dibuat dengan kinerja {verification.version}, diperiksa dengan kinerja {trace.version}.",
        en=f"Made by kinerja {verification.version}, verified by kinerja {trace.version}.",
    )
    for one in verification.unchecked:
        more = [advice[one]] if one in advice else []
        yield Text.joined([one.value, *more], " ")


def _beside(verification: Verification) -> Iterator[Text]:
    """Say what was read of the evidence, and what is remarked on."""
    if verification.evidence is not None:
        read = [source.name for source in verification.evidence.sources]
        files = ", ".join(read) or "-"
        yield Text(id=f"Dihitung ulang dari: {files}.", en=f"Measured again from: {files}.")
    for remark in verification.remarks:
        yield remark.text.about(Text(id="Catatan", en="Remark"))


def _on_one_line(text: str) -> str:
    r"""Write what would begin a line or steer the terminal as `\n`: a forged trace could write its own verdict."""
    return visible(text).replace("\n", r"\n")
