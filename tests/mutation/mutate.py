"""Makes one small mistake in the library at a time, and sees whether a test notices.

`python tests/mutation/mutate.py --sample 100` tries a hundred mistakes drawn from the modules that matter most;
`python tests/mutation/mutate.py src/kinerja/_base/text.py` tries every one of one module. Which tests run a line is
found first, by running them all once; then each mistake is made in a process of its own, where the tests of its line
run until one fails, first those that are short, that noticed other mistakes of that module, or that approve a page in
which the word stands. A mistake that is made on import, and one that no test noticed, is tried in a process that has
not yet imported the library. A mistake that changes nothing stands in `survivors.toml` with its reason; any other that
lives ends the run with 1.
`--again LOG` goes on where an earlier run with `--verbose` ended; `--lived LOG` tries those alone that lived in one.
"""

from __future__ import annotations

import argparse
import functools
import gc
import heapq
import itertools
import multiprocessing
import os
import random
import resource
import signal
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest
from coverage import Coverage

from mutants import SOURCE, Mutant, mutants

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

ROOT = SOURCE.parents[1]
PACKAGES = ("_base", "records", "measurement", "indicators", "scorecards", "trace", "decrees", "readers/sakti")
NUMBERS = ("readers/tables/actuals.py", "readers/tables/figures.py", "readers/sheets/numbers.py")
TESTS = (
    "tests/core",
    "tests/extras/cli",
    "tests/extras/excel",
    "tests/extras/dev/test_catalogue_file.py",
    "tests/extras/dev/test_formula_files.py",
    "tests/extras/dev/test_pydantic.py",
    "tests/extras/pandas/test_numpy.py",
)
APPROVED = ROOT / "tests/core/approved"
TEXTS = ("__init__.py", "messages.py")
"""Modules of names and of sentences: the approved sentences hold them."""
MEMORY = 6 * 2**30
COMPILED = str(Path(tempfile.gettempdir(), "kinerja-mutation"))
KILLED, LIVES, ELSEWHERE = "killed", "lives", "elsewhere"
"""What becomes of a mistake; elsewhere: it is made on import."""
IN_PLACE, BY_FEW, BY_ALL = 0, 30, 10**6
"""How a mistake is tried: in functions that are there; in a process that imports the library, by so many tests."""
PATIENCE = 20
"""The likeliest tests run in place, of so many seconds in all; what they do not notice is tried afresh."""
Trial: TypeAlias = "tuple[int, int, Mutant]"
"""The way, the place in the row, and what is tried."""
FORK, CLEAN = multiprocessing.get_context("fork"), multiprocessing.get_context("forkserver")
HEAVY = ("coverage", "hypothesis", "anyio", "cattrs", "narwhals", "pydantic", "pandas", "polars", "pyarrow", "duckdb")
"""Libraries that each process finds imported."""


@attrs.frozen(kw_only=True)
class Covering:
    """Which tests run which lines: file -> line -> names of tests; how long each takes; what each noticed."""

    lines: dict[str, dict[int, list[str]]] = attrs.field(factory=lambda: defaultdict(lambda: defaultdict(list)))
    seconds: dict[str, float] = attrs.field(factory=dict)
    noticed: Counter[tuple[Path, str]] = attrs.field(factory=Counter)
    of_modules: dict[Path, set[str]] = attrs.field(factory=dict)

    def of(self, mutant: Mutant) -> list[str]:
        """Return the tests that run a mutant, the likeliest first; if made on import, those of its importers too."""
        lines, pages = self.lines.get(str(mutant.path), {}), _pages_of(mutant)
        names = {name for line in range(mutant.lines[0], mutant.lines[1] + 1) for name in lines.get(line, ())}
        if not mutant.within:  # pages say what is there without running it
            names = {name for name in self.seconds if name.endswith(tuple(f"[{page}]" for page in _approved()))}
        if not mutant.within or not names:  # the line may run when a test's own module is imported
            names |= self._of_module(mutant.path)
        near = {mutant.path.stem.strip("_"), mutant.path.parent.name.removesuffix("s")}

        def cost(name: str) -> tuple[float, str]:
            likely = 0.05 + self.noticed[mutant.path, name] + self.noticed[SOURCE, name] / 30
            likely += sum(word in name for word in near)
            holds = name.endswith(pages) and 1000 / len(pages)
            return (0.01 + self.seconds[name]) / (likely + holds), name

        return sorted(names & self.seconds.keys(), key=cost)

    def _of_module(self, path: Path) -> set[str]:
        if path not in self.of_modules:
            every = (self.lines.get(str(one), {}) for one in (path, *importers(path)))
            self.of_modules[path] = {name for lines in every for names in lines.values() for name in names}
        return self.of_modules[path]


def _pages_of(mutant: Mutant) -> tuple[str, ...]:
    """Return the approved files in which the word stands that a mutant changes, as the names of tests end."""
    word = mutant.was[1:-1] if mutant.was.startswith(("'", '"')) else ""
    return tuple(f"[{name}]" for name, text in _approved().items() if word and word in text)


@functools.cache
def importers(path: Path) -> tuple[Path, ...]:
    """Return the modules that import one: a module of words alone runs nothing, they do."""
    name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
    return tuple(other for other, text in _sources().items() if f"from {name} import" in text)


@functools.cache
def _sources() -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in SOURCE.rglob("*.py")}


@functools.cache
def _approved() -> dict[str, str]:
    return {path.name: " ".join(path.read_text("utf-8").split()) for path in APPROVED.iterdir()}


class Laws:
    """A pytest plug-in that draws the same examples each time, and makes none smaller: that a law fails is enough."""

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        """Lay it over what conftest.py says."""
        from hypothesis import Phase, settings  # noqa: PLC0415 - pytest wants to load its plug-in first

        few = settings.get_profile("few")
        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutation", few, database=None, derandomize=True, phases=phases)
        settings.load_profile("mutation")


class Runner:
    """A pytest plug-in that collects once, and runs tests in processes that made one mistake each."""

    def __init__(self, asked: argparse.Namespace, left: Sequence[Mutant], results: dict[Mutant, str]) -> None:
        self.asked, self.results = asked, results
        self.left = [(IN_PLACE if one.within else BY_FEW, place, one) for place, one in enumerate(left)]
        heapq.heapify(self.left)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Find which tests run which lines, then try the mistakes."""
        paths = {path for *_, mutant in self.left for path in (mutant.path, *importers(mutant.path))}
        covering = _covering(session, sorted(map(str, paths)), self.asked.jobs)
        print(f"\n{len(covering.seconds)} tests pass, in {sum(covering.seconds.values()):.0f} s", flush=True)
        items = {item.nodeid: item for item in session.items}
        functions = _functions()
        few = {items[name]: seconds for name, seconds in itertools.islice(covering.seconds.items(), BY_FEW)}
        if _found(*_started(FORK, _tried, None, [], few)) != LIVES:
            pytest.exit("a test fails where no mistake was made", returncode=2)
        CLEAN.set_forkserver_preload([*HEAVY])
        gc.collect()
        gc.freeze()  # what is there stays one memory for all processes

        def start(way: int, mutant: Mutant) -> tuple[BaseProcess, Connection]:
            names = covering.of(mutant)
            if way == IN_PLACE:
                total = itertools.accumulate(covering.seconds[name] for name in names)
                seconds = {
                    items[name]: covering.seconds[name]
                    for name, so_far in zip(names, total, strict=True)
                    if so_far < PATIENCE
                }
                return _started(FORK, _tried, mutant, functions[str(mutant.path)], seconds)
            few = names[:way]
            return _started(CLEAN, _tried_afresh, mutant, few, 60 + 6 * sum(covering.seconds[name] for name in few))

        for (way, place, mutant), became in self._side_by_side(start):
            covering.noticed.update({(mutant.path, became): 1, (SOURCE, became): 1})
            self._told(mutant, became)
            if became in {LIVES, ELSEWHERE} and way != BY_ALL and key(mutant) not in explained():
                heapq.heappush(self.left, (BY_FEW if way == IN_PLACE else BY_ALL, place, mutant))
        return True

    def _side_by_side(
        self, start: Callable[[int, Mutant], tuple[BaseProcess, Connection]]
    ) -> Iterator[tuple[Trial, str]]:
        """Start a process for each mutant, so many at a time, and give what each found."""
        running = dict[Connection, tuple[BaseProcess, Trial]]()
        while self.left or running:
            while self.left and len(running) < self.asked.jobs:
                way, place, mutant = heapq.heappop(self.left)
                process, told = start(way, mutant)
                running[told] = process, (way, place, mutant)
            for told in {*running} & {*wait([*running])}:
                process, trial = running.pop(told)
                yield trial, _found(process, told)

    def _told(self, mutant: Mutant, became: str) -> None:
        self.results[mutant] = became if became in {LIVES, ELSEWHERE} else KILLED
        if self.asked.verbose or became == LIVES:
            print(f"{self.results[mutant]}: {mutant}", flush=True)


def _started(context: Any, work: Callable[..., None], *given: object) -> tuple[BaseProcess, Connection]:
    """Start work in a process of its own; it tells one thing, or nothing where it ends before that."""
    told, tells = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(tells, *given))
    process.start()
    tells.close()
    return process, told


def _found(process: BaseProcess, told: Connection) -> Any:
    """Return what a process tells, and end it with whatever its tests started."""
    with told:
        try:
            found = told.recv()
        except EOFError:
            found = "ended"
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid or 0, signal.SIGKILL)
    process.join()
    process.close()
    return found


def _covering(session: pytest.Session, files: list[str], jobs: int) -> Covering:
    """Run every test once in processes that note the lines each runs; those that fail are left out."""
    covering = Covering()
    for process, told in [_started(FORK, _note_lines, session.items[start::jobs], files) for start in range(jobs)]:
        found = _found(process, told)
        if found == "ended":
            pytest.exit("the tests could not be run", returncode=2)
        lines, seconds = found
        covering.seconds.update(seconds)
        for file, line, names in lines:
            covering.lines[file][line] += names
    return covering


def _note_lines(tells: Connection, items: Sequence[pytest.Item], files: list[str]) -> None:
    _bound(3600)
    coverage = Coverage(data_file=None, include=files, config_file=False)
    seconds = dict[str, float]()
    coverage.start()
    for item in items:
        coverage.switch_context(item.nodeid)
        begun = time.process_time()
        if _passes(item):
            seconds[item.nodeid] = time.process_time() - begun
    coverage.stop()
    data = coverage.get_data()
    lines = [(file, *one) for file in data.measured_files() for one in data.contexts_by_lineno(file).items()]
    tells.send((lines, seconds))


def _passes(item: pytest.Item) -> bool:
    """Run one test with its fixtures, and tell whether nothing failed."""
    watch = _Watch()
    item.config.pluginmanager.register(watch)
    try:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    finally:
        item.config.pluginmanager.unregister(watch)
    return not watch.failed


class _Watch:
    """A pytest plug-in that keeps what failed, and of a list of tests those alone, in its order."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        self.names = names
        self.failed = list[str]()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        found = {item.nodeid: item for item in items}
        items[:] = [found[name] for name in self.names if name in found]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed += [report.nodeid] * report.failed

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_report_teststatus(self) -> Generator[None, Any, Any]:
        yield
        return "", "", ""


def _bound(seconds: float) -> None:
    """Let this process be silent, bounded in memory, and end after so many seconds of work."""
    os.setpgid(0, 0)
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _allow(seconds)


def _allow(seconds: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(int(40 * seconds))  # by the clock; others may be at work on the same machine


def _tried(
    tells: Connection, mutant: Mutant | None, functions: Sequence[FunctionType], seconds: dict[pytest.Item, float]
) -> None:
    _bound(60)
    if mutant is not None and not _put_in(mutant, functions):
        tells.send(ELSEWHERE)
        return
    for item, usual in seconds.items():
        _allow(5 + 6 * usual)
        if not _passes(item):
            tells.send(item.nodeid)
            return
    tells.send(LIVES)


def _functions() -> dict[str, list[FunctionType]]:
    """Return the functions that are there, by their file."""
    found = defaultdict[str, list[FunctionType]](list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType):
            found[one.__code__.co_filename].append(one)
    return found


def _put_in(mutant: Mutant, functions: Sequence[FunctionType]) -> bool:
    """Give the functions of the module that are there already the code with the mistake in it."""
    broken = _codes(compile(mutant.tree(), mutant.path, "exec", dont_inherit=True))
    found = False
    for function in functions:
        codes = broken.get((function.__code__.co_qualname, function.__code__.co_firstlineno), ())
        if len(codes) == 1 and codes[0] != function.__code__:
            if codes[0].co_freevars != function.__code__.co_freevars:
                return False
            function.__code__ = codes[0]
            found = True
    return found


def _codes(module: CodeType) -> dict[tuple[str, int], list[CodeType]]:
    found = defaultdict[tuple[str, int], list[CodeType]](list)
    left = [module]
    while left:
        code = left.pop()
        left.extend(one for one in code.co_consts if isinstance(one, CodeType))
        found[code.co_qualname, code.co_firstlineno].append(code)
    return found


def _tried_afresh(tells: Connection, mutant: Mutant, names: Sequence[str], seconds: float) -> None:
    """Import the library with the mistake in it, and run the tests up to the first that fails."""
    _bound(seconds)
    sys.pycache_prefix, sys.dont_write_bytecode = COMPILED, False  # most of the time would go into compiling the tests
    whole = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        broken = loader.path == str(mutant.path)
        return compile(mutant.tree(), mutant.path, "exec", dont_inherit=True) if broken else whole(loader, name)

    pytest.MonkeyPatch().setattr(SourceFileLoader, "get_code", get_code)
    watch = _Watch(names)
    files = [*dict.fromkeys(name.partition("::")[0] for name in names)]
    ended = pytest.main([*_OPTIONS, "-x", *files], plugins=[Laws(), watch])
    tells.send(
        LIVES if ended in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED} else "".join(watch.failed[:1])
    )


_QUIET = ("-q", "-p", "no:cacheprovider", "--no-header", "--no-summary", "--show-capture=no", "--tb=no")
_OPTIONS = (*_QUIET, "-W", "ignore::pytest.PytestAssertRewriteWarning")  # Hypothesis may be there already


def modules(asked: Sequence[Path]) -> list[Path]:
    """Return the modules that are asked for; those that matter most where none are."""
    if asked:
        found = [path for one in asked for path in ([one] if one.is_file() else sorted(one.rglob("*.py")))]
        return [path.resolve() for path in found]
    every = [path for name in PACKAGES for path in sorted((SOURCE / name).rglob("*.py"))]
    return [path for path in [*every, *(SOURCE / name for name in NUMBERS)] if path.name not in TEXTS]


@functools.cache
def explained() -> dict[tuple[str, str, str, str], str]:
    """Return the mistakes that change nothing anyone could see, with why."""
    told = tomllib.loads(Path(__file__).with_name("survivors.toml").read_text("utf-8"))
    return {(one["file"], one["within"], one["was"], one["became"]): one["why"] for one in told["survivor"]}


def key(mutant: Mutant) -> tuple[str, str, str, str]:
    """Return what names a mutant while lines move."""
    return mutant.name, mutant.within, mutant.was, mutant.became


def told(every: Sequence[Mutant], became: str, log: Path | None) -> list[Mutant]:
    """Return the mistakes of which an earlier run with `--verbose` says that they became this."""
    lines = {*log.read_text("utf-8").splitlines()} if log else set()
    return [mutant for mutant in every if f"{became}: {mutant}" in lines]


def main() -> None:
    """Try the mistakes that are asked for; end with 1 where one lives that nobody explained."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("modules", nargs="*", type=Path)
    parser.add_argument("--sample", type=int, default=10**6, help="so many, drawn at random; all where it is not given")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--again", type=Path, metavar="LOG", help="all but those that an earlier run saw noticed")
    parser.add_argument("--lived", type=Path, metavar="LOG", help="those alone that lived in an earlier run")
    parser.add_argument("--tests", nargs="*", default=TESTS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    every = [mutant for path in modules(asked.modules) for mutant in mutants(path)]
    drawn = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))  # noqa: S311 - no secret
    if asked.lived:
        drawn = told(every, LIVES, asked.lived)
    results = dict.fromkeys(told(drawn, KILLED, asked.again), KILLED)
    runner, begun = Runner(asked, [one for one in drawn if one not in results], results), time.monotonic()
    os.chdir(ROOT)
    pytest.main([*_OPTIONS, "-s", *asked.tests], plugins=[Laws(), runner])
    sys.exit(report(results, f"seed {asked.seed}", len(every), time.monotonic() - begun))


def report(results: dict[Mutant, str], seed: str, every: int, seconds: float) -> int:
    """Print what became of the mistakes; 1 where one lives that nobody explained."""
    lives = [mutant for mutant, became in results.items() if became != KILLED]
    unknown = [mutant for mutant in lives if key(mutant) not in explained()]
    killed = len(results) - len(lives)
    print(f"{seed}: {len(results)} of {every} mistakes in {seconds:.0f} s: {killed} noticed,", end=" ")
    print(f"{len(lives) - len(unknown)} change nothing, {len(unknown)} live", end=" ")
    print(f"({100 * killed / max(killed + len(unknown), 1):.1f} % of those that change something)")
    for mutant in unknown:
        print(f"  {mutant}")
    return int(bool(unknown) or not results)


if __name__ == "__main__":
    main()
