"""Implementations in other languages than the library's own exact path: Python, SQL, pandas, any program."""

from __future__ import annotations

import contextlib
import inspect
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any, Protocol, TypeAlias, cast

import attrs

from kinerja.testing import messages as say

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

Passed: TypeAlias = "Mapping[str, Any]"
"""A case as an implementation gets it: numbers by name, or of a mean its rows."""

Ask: TypeAlias = "Callable[[Sequence[Passed]], Sequence[Any]]"
"""Asks for the answers to several cases; an exception in place of an answer says that there is none."""

_TOLD = 8
"""So many lines of what a program complained of are told; the reason is not always the last."""


class Foreign(Protocol):
    """What can be held against the exact path."""

    @property
    def name(self) -> str:
        """How messages call it."""
        ...

    def opened(self) -> AbstractContextManager[Ask]:
        """Make it ready, and return what asks it."""
        ...


def _answer(function: Callable[..., Any], *frames: Any, **numbers: Any) -> Any:
    try:
        return function(*frames, **numbers)
    except Exception as error:  # noqa: BLE001 - whatever it raises, it gives no figure
        return error


@attrs.frozen
class Function:
    """A Python function that takes the numbers of a case by name."""

    function: Callable[..., Any]

    @property
    def name(self) -> str:
        """The function's own name."""
        return getattr(self.function, "__name__", type(self.function).__name__)

    @contextlib.contextmanager
    def opened(self) -> Iterator[Ask]:
        """Return what calls it."""
        yield lambda cases: [self._call(case) for case in cases]

    def _call(self, case: Passed) -> Any:
        with contextlib.suppress(ValueError):  # of functions that are not written in Python
            signature = inspect.signature(self.function)
            try:
                signature.bind(**case)
            except TypeError:
                names = ", ".join(f"{name}=..." for name in case)
                raise say.OTHER_ARGUMENTS.error(name=self.name, names=names) from None
        return _answer(self.function, **case)


@attrs.frozen
class Pandas:
    """A function of a pandas DataFrame, a row for each case; it returns a Series of answers.

    Of a mean it gets the rows of one case, and returns a number.

    >>> Pandas(lambda frame: 100 * frame["actual"] / frame["target"]).name
    '<lambda>'
    """

    function: Callable[[Any], Any]

    @property
    def name(self) -> str:
        """The function's own name."""
        return Function(self.function).name

    @contextlib.contextmanager
    def opened(self) -> Iterator[Ask]:
        """Return what calls it with frames.

        Raises:
            NoAnswerError: where pandas is not installed; on asking, for what does not answer each row.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - only this needs it
        except ImportError:
            raise say.NO_LIBRARY.error(name=self.name, library="pandas") from None

        def ask(cases: Sequence[Passed]) -> list[Any]:
            if "rows" in cases[0]:
                return [_answer(self.function, pd.DataFrame(case["rows"])) for case in cases]
            answers = _answer(self.function, pd.DataFrame([*cases]))
            if isinstance(answers, Exception):
                return [answers] if len(cases) == 1 else [answer for case in cases for answer in ask([case])]
            if not pd.api.types.is_list_like(answers) or len(answers) != len(cases):
                given = len(answers) if pd.api.types.is_list_like(answers) else answers
                raise say.NO_SERIES.error(name=self.name, value=given, count=len(cases))
            return [None if pd.isna(answer) else answer for answer in answers]

        yield ask


@attrs.frozen
class Sql:
    """An expression of SQL over the columns target and actual, or the quantities by name; DuckDB computes it.

    Of a mean it is an aggregate over the rows of a case, such as `avg(100.0 * actual / target)`.

    Fields:
        expression: as it stands in your query.
        type: of the columns; DECIMAL(18, 2) where yours are, VARCHAR where numbers are passed as text.
    """

    expression: str
    type: str = attrs.field(default="DOUBLE", kw_only=True)

    @property
    def name(self) -> str:
        """The expression itself."""
        return self.expression

    @contextlib.contextmanager
    def opened(self) -> Iterator[Ask]:
        """Return what asks DuckDB, all cases in one query.

        Raises:
            NoAnswerError: where DuckDB is not installed; on asking, for what is no SQL.
        """
        try:
            import duckdb  # noqa: PLC0415 - only this needs it
        except ImportError:
            raise say.NO_LIBRARY.error(name=self.name, library="duckdb") from None

        with duckdb.connect() as connection:

            def ask(cases: Sequence[Passed]) -> list[Any]:
                query, values = self._query(cases)
                try:
                    return [answer for _, answer in connection.execute(query, values).fetchall()]
                except duckdb.Error as error:
                    of_a_row = isinstance(error, duckdb.InvalidInputException)  # such as a division by 0
                    if isinstance(error, duckdb.ProgrammingError) and not of_a_row:
                        raise say.NO_QUERY.error(name=self.name, value=str(error)) from None
                    return [error] if len(cases) == 1 else [answer for case in cases for answer in ask([case])]

            yield ask

    def _query(self, cases: Sequence[Passed]) -> tuple[str, list[Any]]:
        rows = [(place, row) for place, case in enumerate(cases) for row in case.get("rows", [case])]
        names = [*rows[0][1]]
        marks = ", ".join(f"CAST(? AS {self.type})" for _ in names)
        table = ", ".join(f"({place}, {marks})" for place, _ in rows)
        columns = ", ".join(f'"{name}"' for name in ["case", *names])
        grouped = 'GROUP BY "case"' if "rows" in cases[0] else ""
        query = f'SELECT "case", {self.expression} FROM (VALUES {table}) AS cases({columns}) {grouped} ORDER BY "case"'  # noqa: S608 - the caller's own expression is what is asked for
        return query, [row[name] for _, row in rows for name in names]


@attrs.frozen
class Command:
    """A program that reads a case as one line of JSON, and writes its answer as one line: a number, or null.

    It is started once, reads `{"target": 10, "actual": 8.5}` or the quantities by name, of a mean
    `{"rows": [{"target": 10, "actual": 8.5}, ...]}`, and writes each answer before it reads the next line.

    Fields:
        arguments: of the command, such as ["php", "capaian.php"].
        seconds: for how long an answer is waited for.
    """

    arguments: tuple[str, ...] = attrs.field(converter=tuple[str, ...])
    seconds: float = attrs.field(default=10, kw_only=True)

    @property
    def name(self) -> str:
        """The command as it is typed."""
        return " ".join(self.arguments)

    @contextlib.contextmanager
    def opened(self) -> Iterator[Ask]:
        """Start the program, and return what asks it; it is ended at the end.

        Raises:
            NoAnswerError: for a program that cannot be started; on asking, for one that hangs, ends, or writes what is
                no JSON.
        """
        with tempfile.TemporaryFile() as complaints:
            try:
                process = subprocess.Popen(  # noqa: S603 - the caller's own program is what is asked for
                    self.arguments,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=complaints,
                    encoding="utf-8",
                    env={**os.environ, "PYTHONUNBUFFERED": "1"},
                )
            except OSError as error:
                raise say.NOT_STARTED.error(name=self.name, why=error) from None
            with process, ThreadPoolExecutor(max_workers=1) as reading:
                dialogue = _Dialogue(command=self, process=process, complaints=complaints, reading=reading)
                try:
                    yield lambda cases: [dialogue.answer(case) for case in cases]
                finally:
                    process.kill()
                    with contextlib.suppress(OSError):  # what it never read
                        dialogue.stdin.close()


@attrs.frozen(kw_only=True)
class _Dialogue:
    """A program that runs: a line to it, a line from it."""

    command: Command
    process: subprocess.Popen[str]
    complaints: IO[bytes]
    reading: ThreadPoolExecutor

    @property
    def stdin(self) -> IO[str]:
        return cast("IO[str]", self.process.stdin)

    def answer(self, case: Passed) -> Any:
        shown = json.dumps(case, ensure_ascii=False)
        with contextlib.suppress(OSError):  # a program that has ended is told by what it does not write
            self.stdin.write(shown + "\n")
            self.stdin.flush()
        try:
            line = self.reading.submit(cast("IO[str]", self.process.stdout).readline).result(self.command.seconds)
        except TimeoutError:
            raise say.HANGS.error(name=self.command.name, seconds=self.command.seconds, shown=shown) from None
        if not line:
            raise self._ended(shown)
        try:
            return json.loads(line, parse_float=Decimal)
        except ValueError:
            raise say.NO_JSON.error(name=self.command.name, value=line.rstrip()) from None

    def _ended(self, shown: str) -> Exception:
        status = self.process.wait()
        self.complaints.seek(0)
        said = self.complaints.read().decode("utf-8", "replace").split("\n")
        last = " / ".join([line.strip() for line in said if line.strip()][-_TOLD:]) or "-"
        return say.ENDS.error(name=self.command.name, status=status, shown=shown, value=last)


def foreign(function: Callable[..., Any] | Foreign) -> Foreign:
    """Return what is asked: an implementation as it was given, or a plain function as one.

    Raises:
        NoAnswerError: for what is neither.
    """
    if callable(function):
        return Function(function)
    if not hasattr(function, "opened"):
        raise say.NO_FOREIGN.error(name=repr(function), value=function)
    return function
