"""Many problems, told by file, column and cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from kinerja._base.message import quotation
from kinerja._base.text import Text, few

if TYPE_CHECKING:
    from kinerja._base.message import Problem

_FEW, _FEW_ALIKE = 10, 2
"""As many problems of one cause are told one by one, and as many of those that say the same."""
_RUNS, _VALUES, _INDICATORS, _FILES = 5, 3, 5, 3
_MORE = Text(id="...", en="...")


def told(problems: Sequence[Problem]) -> Iterator[Text]:
    """Give a sentence for each problem; where more than ten rows of a column have one cause, one for all of them.

    So it does where more than two rows are told the same of the same value. It names the rows, the first values, and
    what the first of them is told.
    """
    causes: defaultdict[tuple[str, str | None, str | None, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        causes[_cause(problem)].append(problem)
    for problem in problems:
        alike = causes[_cause(problem)]
        rows = [one.row for one in alike if one.row is not None]
        is_same = len({(one.allowed.id, repr(one.value)) for one in alike}) == 1
        if len(rows) <= (_FEW_ALIKE if is_same else _FEW):
            yield problem.text
        elif problem is alike[0]:
            yield _together(alike, rows)


def by_indicator(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems, those that say the same of several indicators as one, which names the first of them."""
    alike: defaultdict[tuple[object, ...], list[Problem]] = defaultdict(list)
    for number, one in enumerate(problems):
        cause = (one.sheet, one.column, one.code, one.allowed.id, repr(one.value))
        alike[cause if one.indicator is not None else (number,)].append(one)
    return [_of_several(same) if len(same) > 1 else same[0] for same in alike.values()]


def _of_several(alike: Sequence[Problem]) -> Problem:
    named = few([_with_line(one) for one in alike], _INDICATORS)
    bare = attrs.evolve(alike[0], place="", label=None, row=None, line=None, indicator=None)
    said = attrs.evolve(bare, sheet=None, column=None).text
    return attrs.evolve(bare, value=None, allowed=said.about(named))


def _with_line(problem: Problem) -> Text:
    row = problem.line if problem.row is None else problem.row
    code = str(problem.indicator)
    return Text(id=code, en=code) if row is None else Text(id=f"{code} (baris {row})", en=f"{code} (line {row})")


def told_by_file(problems: Sequence[Problem]) -> Iterator[Text]:
    """Give what `told` gives; of more than ten files with one cause of the first three, and how many more there are.

    A program finds all of them among the problems of the error.
    """
    files: defaultdict[tuple[str | None, str], dict[str, None]] = defaultdict(dict)
    for problem in problems:
        files[_wrong(problem)][problem.place] = None
    many = {wrong: [*places] for wrong, places in files.items() if len(places) > _FEW}
    others = {wrong: {*places[_FILES:]} for wrong, places in many.items()}
    yield from told([one for one in problems if one.place not in others.get(_wrong(one), ())])
    for (column, _), places in many.items():
        yield _elsewhere(places, column)


def _elsewhere(places: Sequence[str], column: str | None) -> Text:
    first, count, named = places[0], len(places) - _FILES, few(places[_FILES:], _RUNS)
    in_id, in_en = ("", "") if column is None else (f", kolom {column}", f", column {column}")
    return Text(
        id=f"{count} berkas lain{in_id}: hal yang sama seperti di {first} ({named.id}).",
        en=f"{count} more files{in_en}: the same as in {first} ({named.en}).",
    )


def _wrong(problem: Problem) -> tuple[str | None, str]:
    return problem.column, problem.code or problem.allowed.id


def _cause(problem: Problem) -> tuple[str, str | None, str | None, str]:
    return problem.place, problem.sheet, *_wrong(problem)


def _together(alike: Sequence[Problem], rows: Sequence[int]) -> Text:
    first, runs = alike[0], _runs(rows)
    values = {repr(problem.value): problem.value for problem in alike if problem.value is not None}
    shown = Text.joined([*map(quotation, list(values.values())[:_VALUES]), *([_MORE] if len(values) > _VALUES else [])])
    allowed = first.allowed.about(shown) if values else first.allowed
    where = Text(id=f"{len(rows)} baris ({runs})", en=f"{len(rows)} rows ({runs})")
    return attrs.evolve(first, row=None, value=None, allowed=allowed.about(where)).text


def _runs(rows: Sequence[int]) -> str:
    """Write rows, those that follow each other as one run.

    >>> _runs([2, 3, 4, 9])
    '2-4, 9'
    """
    runs: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    written = [str(first) if first == last else f"{first}-{last}" for first, last in runs]
    return ", ".join(written[:_RUNS] + ["..."] * (len(written) > _RUNS))
