"""Golden files: figures of an office as they were published, and whether they follow still."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import (
    FrozenMap,
    KinerjaError,
    Problem,
    Reason,
    RecordsError,
    TargetError,
    Text,
    UndefinedAchievementError,
    read_exact,
    write,
    write_exact,
)
from kinerja.decrees import READING, Scoring
from kinerja.measurement import Polarity, Target, achievement, target_text
from kinerja.readers import read_number, read_rows
from kinerja.readers.sheets import Problems, open_sheets, problem_of, read_cell_number, read_cell_text, refusal
from kinerja.readers.tables import TableColumn, find_headings, target_in, values_under
from kinerja.records import as_period
from kinerja.testing import messages as say
from kinerja.writers import Document, Section, Table, to_csv

if TYPE_CHECKING:
    from os import PathLike

    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.measurement import Measurement
    from kinerja.readers.sheets import Cell
    from kinerja.scorecards import Scorecard

_BETWEEN = " | "
_WITHOUT_FIGURE = {
    Reason.NOT_MEASURED: "belum diukur",
    Reason.UNDEFINED_ACTUAL: "tidak terdefinisi",
    Reason.UNDEFINED_ACHIEVEMENT: "tidak terdefinisi",
    Reason.NO_TARGET: "tanpa target",
    Reason.NOT_APPLICABLE: "tidak berlaku",
}


def _read(text: str) -> Fraction:
    """Read a number as `write_exact` writes it: dots group thousands."""
    divided = read_exact(text.replace(".", "")) if "/" in text else None
    return read_number(text, dots_group=True) if divided is None else divided


def _figure_in(text: str) -> Fraction | Reason:
    """Return the figure that a text says, or why there is none."""
    named = next((reason for reason, word in _WITHOUT_FIGURE.items() if word == text), None)
    return named or _read(text)


def _pair(text: str) -> tuple[str, Fraction]:
    name, sign, value = text.partition("=")
    if not sign:
        raise refusal(say.NO_PAIR, value=text)
    return name.strip(), _read(value)


@contextlib.contextmanager
def _cell_of(column: str) -> Iterator[None]:
    """Say of what is refused within in which column it stands."""
    try:
        yield
    except KinerjaError as error:
        raise RecordsError.of([attrs.evolve(problem_of(error), column=column)]) from None


def _figure(cell: Cell, _before: Mapping[str, Any]) -> str:
    """Read what stands as a figure; a number cell as it would be typed, with all its decimals."""
    return write_exact(read_cell_number(cell)) if isinstance(cell, float | Fraction) else read_cell_text(cell)


def _column(field: str, heading: str, **more: Any) -> TableColumn:
    return TableColumn(field=field, headings=(heading,), **more)


_COLUMNS = (
    _column("code", "kode", blank=""),
    _column("period", "periode"),
    _column("answers", "tafsir", blank="", needed=False),
    _column("quantities", "besaran", blank=""),
    _column("records", "data dukung", blank=""),
    _column(
        "target",
        "target",
        blank=None,
        read=lambda cell, before: target_in(cell, lambda one: _read(_figure(one, before))),
    ),
    _column("actual", "realisasi", read=_figure),
    _column("achievement", "capaian", blank="", read=_figure),
    _column("source", "sumber"),
)


@attrs.frozen(kw_only=True)
class _Row:
    """One figure with what it follows from, as the file holds it."""

    code: str
    period: str
    answers: str
    quantities: str
    records: str
    target: Target | None
    actual: str
    achievement: str
    source: str

    def changes(self, catalogue: Catalogue, folder: Path, scoring: Scoring) -> Iterator[tuple[str, str, str]]:
        """Return each figure that does not follow: its column, as it stands, as it is now."""
        with _cell_of("periode"):
            as_period(self.period)
        entry = self._answered(catalogue[self.code]) if self.code else None
        actual = self._actual(entry, folder)
        reached = self._achievement(actual, Polarity.MAXIMISE if entry is None else entry.polarity, scoring)
        for column, stands, figure in (("realisasi", self.actual, actual), ("capaian", self.achievement, reached)):
            bare = stands.removesuffix("%")
            if bare:
                with _cell_of(column):
                    _figure_in(bare)
            now = "" if figure is None else _written_like(bare, figure)
            if bare.replace(".", "") != now.replace(".", ""):
                yield column, stands, now

    def _answered(self, entry: Entry) -> Entry:
        """Return the entry with the answers to its readings that stand in the row."""
        parts = (part.partition("=") for part in self.answers.split(_BETWEEN) if part)
        answers = {word.strip(): answer.strip() for word, _, answer in parts}
        for word, answer in answers.items():
            entry.reading(word).answer(answer)
        own = FrozenMap({**entry.settings.get(READING, {}), **answers})
        answered = attrs.evolve(entry, settings=FrozenMap({**entry.settings, READING: own})) if answers else entry
        if answers and answered.measured_by is None:
            raise say.NO_ANSWER.error(indicator=self.code, value=self.answers)
        return answered

    def _actual(self, entry: Entry | None, folder: Path) -> Fraction | Reason:
        measured = None if entry is None else self._measured(entry, folder)
        if measured is not None:
            actual, reason = measured.figure
            return reason or Fraction(actual or 0)
        with _cell_of("realisasi"):
            return _figure_in(self.actual.removesuffix("%"))

    def _measured(self, entry: Entry, folder: Path) -> Measurement | None:
        indicator = entry.measured_by
        if indicator is None or not (self.quantities or self.records):
            return None
        if not self.records:
            with _cell_of("besaran"):
                return indicator.measure(**dict(map(_pair, self.quantities.split(_BETWEEN))))
        if indicator.record is None:
            raise say.NO_RECORDS.error(indicator=self.code, value=self.records)
        measured = indicator.measure_records(read_rows(folder / self.records, indicator.record), period=self.period)
        if self.quantities and self.quantities != (now := _quantities(measured.quantities)):
            raise say.OTHER_QUANTITIES.error(indicator=self.code, value=self.quantities, now=now)
        return measured

    def _achievement(self, actual: Fraction | Reason, polarity: Polarity, scoring: Scoring) -> Fraction | Reason | None:
        if isinstance(actual, Reason):
            return actual if self.target is not None else None
        if self.target is None:
            return None
        try:
            return scoring.apply(achievement(self.target, actual, polarity, minimise=scoring.rule_of_less))
        except TargetError:
            return Reason.NO_TARGET
        except UndefinedAchievementError:
            return Reason.UNDEFINED_ACHIEVEMENT


def _written_like(stands: str, figure: Fraction | Reason) -> str:
    """Write a figure with as many decimals as stand there; in full where no number does."""
    if isinstance(figure, Reason):
        return _WITHOUT_FIGURE[figure]
    if "/" in stands or not stands[-1:].isdigit():
        return write_exact(figure)
    return write(figure, len(stands.partition(",")[2]))


def _quantities(quantities: Mapping[str, Fraction]) -> str:
    return _BETWEEN.join(f"{name}={write_exact(value)}" for name, value in quantities.items())


def check_golden(path: str | PathLike[str], catalogue: Catalogue, *, scoring: Scoring | None = None) -> int:
    """Hold that every figure of a golden file follows still from what stands beside it; return how many do.

    The file is a table of `kode`, `periode`, `besaran`, `data dukung`, `target`, `realisasi`, `capaian` and `sumber`,
    separated with semicolons; where there is a column `tafsir`, it names other answers to readings, such as
    `case = company`. An actual follows from quantities such as `realised=945.000.000 | ceiling=2.000.000.000`,
    or from a file of records beside the golden one, or it stands for itself. A figure may have any number of decimals,
    and is compared rounded half up to as many; `100/3` is exact. One that there is not is `belum diukur`,
    `tidak terdefinisi` or `tanpa target`. A row without a code is an achievement where more is better.

    Args:
        path: the golden file.
        catalogue: whose codes they are.
        scoring: by which the achievements were published; uncapped and reflected where not stated.

    Raises:
        Disagreement: with every figure that does not follow, as it stands and as it is now.
        RecordsError: with everything in the file that cannot be read.
    """
    __tracebackhide__ = True  # pytest then shows the line of the test
    folder, rows = Path(path).parent, [*values_under(find_headings(open_sheets(path), _COLUMNS))]
    unread, changed = Problems(str(path)), list[Problem]()
    for number, values in rows:
        row = _Row(**values)
        try:
            for column, stands, now in row.changes(
                catalogue, folder, catalogue.scoring.agreed(scoring or Scoring(), "scoring")
            ):
                changed.append(say.CHANGED.problem(str(path), row=number, column=column, value=stands, now=now or "-"))
        except KinerjaError as error:
            for problem in error.problems if isinstance(error, RecordsError) else [error.problem("")]:
                if problem.place:  # in a file of records
                    unread.extend([problem])
                else:
                    value = problem.value if problem.column else row.code or None
                    unread.add(problem, row=number, column=problem.column, value=value)
    unread.raise_any()
    if changed:
        listed = Text.joined([problem.text for problem in changed], "\n  ")
        raise say.GOLDEN.error(name=str(path), count=len(changed), asked=len(rows), listed=listed, problems=(*changed,))
    return sum(bool(figure) for _, values in rows for figure in (values["actual"], values["achievement"]))


def write_golden(
    path: str | PathLike[str], cards: Iterable[Scorecard], *, source: str, records: Mapping[str, str] = FrozenMap()
) -> None:
    """Write the figures of scorecards as a golden file, each exact, with what it follows from.

    Args:
        path: the file; one that is there is never overwritten, as figures that were published stay.
        cards: of one office; rows that have no actual, and no reason why it is undefined, are left out.
        source: where the figures were published.
        records: code -> the file of records beside the golden file, from which the figure is counted again.

    Raises:
        FileExistsError: for a file that is there.
    """
    rows = [
        [
            score.entry.code,
            str(card.period),
            _BETWEEN.join(f"{reading.word} = {answer.word}" for reading, answer in score.entry.own_answers),
            _quantities(score.quantities or {}),
            records.get(score.entry.code, ""),
            "" if score.target is None else target_text(score.target).id,
            _written(score.actual, score.reason),
            "" if score.target is None else _written(score.achievement, score.reason),
            source,
        ]
        for card in cards
        for score in card
        if score.actual is not None or score.reason is Reason.UNDEFINED_ACTUAL
    ]
    headings = [column.headings[0] for column in _COLUMNS]
    figures = {headings.index(heading) for heading in ("target", "realisasi", "capaian")}
    table = Table(headings=headings, rows=rows, figures=figures)
    with Path(path).open("x", encoding="utf-8", newline="") as file:
        file.write(to_csv(Document(sections=[Section(table=table)])))


def _written(figure: Fraction | None, reason: Reason | None) -> str:
    return write_exact(figure) if figure is not None else _WITHOUT_FIGURE[reason or Reason.NOT_MEASURED]
