"""What a verification comes to, for readers: line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja._base import FrozenMap, Language, Text, visible
from kinerja.trace.answers import Answer, Unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    return map(_on_one_line, _lines(verification, language, advice))


def _lines(verification: Verification, language: Language, advice: Mapping[Unchecked, Text]) -> Iterator[str]:
    trace, count = verification.trace, len(verification.differences)
    answer = verification.answer.value
    if verification.answer is Answer.DIFFERS:
        answer = Text(id=f"tidak sesuai, {count} hal berbeda:", en=f"it does not hold; differences: {count}")
    yield answer.about(f"{trace.entry.code}, {trace.period}").read(language)
    for difference in verification.differences:
        yield f"- {difference.text.read(language)}"
    if verification.other_rules is not None:
        yield f"- {verification.other_rules.text.read(language)}"
    yield from _beside(verification, language)
    yield Text(
        id=f"Jejak dibuat dengan kinerja {verification.version}, diperiksa dengan kinerja {trace.version}.",
        en=f"Made by kinerja {verification.version}, verified by kinerja {trace.version}.",
    ).read(language)
    for one in verification.unchecked:
        more = [advice[one]] if one in advice else []
        yield Text.joined([one.value, *more], " ").read(language)


def _beside(verification: Verification, language: Language) -> Iterator[str]:
    """Say what was read of the evidence, and what is remarked on."""
    if verification.evidence is not None:
        read = [source.name for source in verification.evidence.sources]
        files = ", ".join(read) or "-"
        yield Text(id=f"Dihitung ulang dari: {files}.", en=f"Measured again from: {files}.").read(language)
    for remark in verification.remarks:
        yield Text(id="Catatan", en="Remark").read(language) + f": {remark.text.read(language)}"


def _on_one_line(text: str) -> str:
    r"""Write what would begin a line or steer the terminal as `\n`: a forged trace could write its own verdict."""
    return visible(text).replace("\n", r"\n")
