"""Which answers a unit takes to the readings (tafsir) of its decree, as one cell of `unit.xlsx` holds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinerja._base import FrozenMap, Problem, Text
from kinerja.decrees import READING, entry_with, find_code
from kinerja.readers.sheets import Cell, Flaw, refusal, shown
from kinerja.readers.tables import messages as say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from kinerja.decrees import Entry

_PARTS = re.compile(r"[,;\n]+")
_ANSWER = re.compile(r"(.+?)\s+(\w+)\s*=\s*(\w+)")


def answers_to_take(entries: Iterable[Entry]) -> Iterator[tuple[str, Text]]:
    """Go through the answers that a unit may take in place of the catalogue's, those by which it can be measured.

    Each is given as the cell says it, such as `SK3/1 case = company`, with its question and both answers in words.
    """
    for entry in entries:
        for reading, answer in entry.not_taken:
            problems: list[Problem] = []
            entry_with(entry, {READING: {reading.word: answer.word}}, "", problems)
            if reading.word and not problems:
                asked, own, taken = reading.question, answer.text, reading.taken
                told = Text(
                    id=f"{asked.id} {own.id} Katalog: {taken.id}", en=f"{asked.en} {own.en} Catalogue: {taken.en}"
                )
                yield f"{entry.code} {reading.word} = {answer.word}", told


def read_answers(
    entries: Iterable[Entry], cell: Cell, _before: Mapping[str, Any]
) -> FrozenMap[str, FrozenMap[str, str]]:
    """Return code -> word of the reading -> word of its answer; refuse a cell of which one cannot be taken."""
    if isinstance(cell, Flaw):
        raise refusal(cell.message)
    own = {entry.code: entry for entry in entries}
    found: dict[str, dict[str, str]] = {}
    for part in filter(None, map(str.strip, _PARTS.split(shown(cell)))):
        match = _ANSWER.fullmatch(part)
        if match is None:
            raise refusal(say.NO_ANSWER, part=part)
        code, word = find_code(match[1], own), match[2]
        if found.setdefault(code, {}).setdefault(word, match[3]) != match[3]:
            raise refusal(say.TWO_ANSWERS, code=code, word=word)
    problems: list[Problem] = []
    for code, answers in found.items():
        entry_with(own[code], {READING: answers}, "", problems)
    if problems:
        raise refusal(say.ANSWER_UNFIT, why=Text.joined((one.text for one in problems), " "))
    return FrozenMap({code: FrozenMap(answers) for code, answers in found.items()})
