"""Makes one small mistake in the library at a time, and sees whether a test notices.

`python tests/mutation/mutate.py --sample 100` tries a hundred mistakes drawn from the modules that matter most;
`python tests/mutation/mutate.py src/kinerja/_base/text.py` tries every one of one module. Which tests run a line is
found first, by running them all once; then each mistake is made in a process of its own, where the tests of its line
run, the shortest first, until one fails. What no test noticed is tried once more in a fresh process, from a copy of the
library. A mistake that changes nothing stands in `survivors.toml` with its reason; any other that lives ends the run
with 1. `--again LOG` tries those once more that lived in an earlier run with `--verbose`, or that it did not get to.
"""

from __future__ import annotations

import argparse
import ast
import gc
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from coverage import Coverage

from mutants import Mutant, mutants

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

ROOT = Path(__file__).parents[2]
PACKAGES = ("_base", "records", "measurement", "indicators", "scorecards", "trace", "decrees", "readers/sakti")
NUMBERS = ("readers/tables/actuals.py", "readers/tables/figures.py", "readers/sheets/numbers.py")
TESTS = (
    "tests/core",
    "tests/extras/cli",
    "tests/extras/excel",
    "tests/extras/dev/test_catalogue_file.py",
    "tests/extras/dev/test_pydantic.py",
)
TEXTS = ("__init__.py", "messages.py")
"""Modules of names and of sentences: the approved sentences hold them."""
MEMORY = 3 * 2**30
KILLED, LIVES, ELSEWHERE = range(3)
"""What a process that made a mistake ends with; elsewhere: the mistake is made when the module is imported."""


@attrs.frozen(kw_only=True)
class Covering:
    """Which tests run which lines: file -> line -> names of tests, and how long each test takes."""

    lines: dict[str, dict[int, list[str]]]
    seconds: dict[str, float]

    def of(self, mutant: Mutant) -> list[str]:
        """Return the tests that run a mutant, the shortest first; all of the module's where it runs on import."""
        lines = self.lines.get(str(mutant.path), {})
        asked = range(mutant.lines[0], mutant.lines[1] + 1) if mutant.within else lines
        names = {name for line in asked for name in lines.get(line, ())}
        if not names:  # the line runs when a test's own module is imported
            names = {name for own in lines.values() for name in own}
        return sorted(names & self.seconds.keys(), key=lambda name: (self.seconds[name], name))

    def limit(self, names: Iterable[str]) -> int:
        """Return how many seconds the tests may take."""
        return int(15 + 6 * sum(self.seconds[name] for name in names))


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
    """A pytest plug-in that collects once, and runs tests in children that made one mistake each."""

    def __init__(self, asked: argparse.Namespace, drawn: Sequence[Mutant]) -> None:
        self.asked, self.drawn = asked, drawn
        self.results: dict[Mutant, str] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Find which tests run which lines, then try the mistakes."""
        covering = _covering(session, {str(mutant.path) for mutant in self.drawn})
        print(f"\n{len(covering.seconds)} tests pass, in {sum(covering.seconds.values()):.0f} s", flush=True)
        self._try_in_forks(session, covering)
        self._try_afresh(covering)
        return True

    def _try_in_forks(self, session: pytest.Session, covering: Covering) -> None:
        items = {item.nodeid: item for item in session.items}

        def start(mutant: Mutant) -> int:
            names = covering.of(mutant)
            return _fork(lambda: _tried(mutant, [items[name] for name in names]), covering.limit(names))

        for mutant, code in _side_by_side(self.drawn, start, self.asked.jobs):
            self._told(mutant, {KILLED: "killed", LIVES: "lives", ELSEWHERE: "elsewhere"}.get(code, "killed (ended)"))

    def _try_afresh(self, covering: Covering) -> None:
        again = [mutant for mutant, became in self.results.items() if became in {"lives", "elsewhere"}]

        def start(mutant: Mutant) -> int:
            names = covering.of(mutant)
            return _fork(lambda: _tried_afresh(mutant, names), covering.limit(names) + 60)

        for mutant, code in _side_by_side(again, start, self.asked.jobs):
            self._told(mutant, "lives" if code == LIVES else "killed")

    def _told(self, mutant: Mutant, became: str) -> None:
        self.results[mutant] = became
        if self.asked.verbose or became == "lives":
            print(f"{became}: {mutant}", flush=True)


def _covering(session: pytest.Session, files: set[str]) -> Covering:
    """Run every test once in a child that notes the lines each runs; those that fail are left out."""
    with tempfile.TemporaryDirectory() as below:
        told = Path(below, "covering.json")
        _, status = os.waitpid(_fork(lambda: _note_lines(session.items, files, told), 3600), 0)
        if status:
            pytest.exit("the tests could not be run", returncode=2)
        noted = json.loads(told.read_text("utf-8"))
    lines = {file: {int(line): names for line, names in own.items()} for file, own in noted["lines"].items()}
    return Covering(lines=lines, seconds=noted["seconds"])


def _note_lines(items: Sequence[pytest.Item], files: set[str], told: Path) -> int:
    coverage = Coverage(data_file=None, include=sorted(files), config_file=False)
    seconds = dict[str, float]()
    coverage.start()
    for item in items:
        coverage.switch_context(item.nodeid)
        begun = time.perf_counter()
        if _passes(item):
            seconds[item.nodeid] = time.perf_counter() - begun
    coverage.stop()
    data = coverage.get_data()
    lines = {
        file: {
            line: [name for name in names if name in seconds] for line, names in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    told.write_text(json.dumps({"lines": lines, "seconds": seconds}), "utf-8")
    return 0


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
    failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_report_teststatus(self) -> Generator[None, Any, Any]:
        yield
        return "", "", ""


def _fork(work: Any, limit: int) -> int:
    """Start work in a child, bounded in time and memory; it ends with what the work returns."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = 99
    try:
        os.setpgid(0, 0)
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.setitimer(signal.ITIMER_PROF, limit)
        signal.alarm(40 * limit)  # by the clock; others may be at work on the same machine
        code = work()
    finally:
        os._exit(code)


def _side_by_side(all_of: Sequence[Mutant], start: Any, jobs: int) -> Iterator[tuple[Mutant, int]]:
    """Start a child for each mutant, so many at a time, and give what each ended with; a signal is below 0."""
    waiting, running = [*reversed(all_of)], dict[int, Mutant]()
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            running[start(mutant)] = mutant
        child, status = os.wait()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)  # what its tests started
        yield running.pop(child), os.waitstatus_to_exitcode(status)


def _tried(mutant: Mutant, items: Sequence[pytest.Item]) -> int:
    if not mutant.within or not _put_in(mutant):
        return ELSEWHERE
    for item in items:
        if not _passes(item):
            return KILLED
    return LIVES


def _put_in(mutant: Mutant) -> bool:
    """Give the functions of the module that are there already the code with the mistake in it."""
    path = str(mutant.path)
    whole = _codes(compile(mutant.path.read_text("utf-8"), path, "exec", dont_inherit=True))
    broken = _codes(compile(mutant.tree(), path, "exec", dont_inherit=True))
    found = False
    for function in [one for one in gc.get_objects() if isinstance(one, FunctionType)]:
        code = function.__code__
        key = code.co_qualname, code.co_firstlineno
        if code.co_filename == path and key in broken and len(broken[key]) == 1 and broken[key] != whole[key]:
            if broken[key][0].co_freevars != code.co_freevars:
                return False
            function.__code__ = broken[key][0]
            found = True
    return found


def _codes(module: CodeType) -> dict[tuple[str, int], list[CodeType]]:
    found = dict[tuple[str, int], list[CodeType]]()
    left = [module]
    while left:
        code = left.pop()
        left.extend(one for one in code.co_consts if isinstance(one, CodeType))
        found.setdefault((code.co_qualname, code.co_firstlineno), []).append(code)
    return found


def _tried_afresh(mutant: Mutant, names: Sequence[str]) -> int:
    """Run the tests in a new interpreter, from a copy of the library with the mistake in its file.

    Those that have the module's name in theirs run first: fewer files are collected.
    """
    near = [name for name in names if mutant.path.stem.strip("_") in name]
    with tempfile.TemporaryDirectory() as below:
        source = Path(below, "src")
        shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
        Path(source, mutant.path.relative_to(ROOT / "src")).write_text(ast.unparse(mutant.tree()), "utf-8")
        environment = {**os.environ, "PYTHONPATH": str(source)}
        for asked in filter(None, (near, names)):
            listed = Path(below, "tests.txt")
            listed.write_text("\n".join(asked), "utf-8")
            command = [sys.executable, __file__, "--afresh", str(listed)]
            if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
                return KILLED
    return LIVES


class Afresh:
    """A pytest plug-in that runs the tests of a list, in its order, up to the first that fails."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep what is asked for, in that order."""
        found = {item.nodeid: item for item in items}
        items[:] = [found[name] for name in self.names if name in found]


def run_afresh(listed: Path) -> int:
    """Run the listed tests; 0 where all pass."""
    names = listed.read_text("utf-8").splitlines()
    files = [*dict.fromkeys(name.partition("::")[0] for name in names)]
    return pytest.main([*_OPTIONS, "-x", *files], plugins=[Laws(), Afresh(names)])


_OPTIONS = ("-q", "-p", "no:cacheprovider", "--no-header", "--no-summary", "--show-capture=no", "--tb=no")


def modules(asked: Sequence[Path]) -> list[Path]:
    """Return the modules that are asked for; those that matter most where none are."""
    if asked:
        found = [path for one in asked for path in ([one] if one.is_file() else sorted(one.rglob("*.py")))]
        return [path.resolve() for path in found]
    source = ROOT / "src/kinerja"
    every = [path for name in PACKAGES for path in sorted((source / name).rglob("*.py"))]
    return [path for path in [*every, *(source / name for name in NUMBERS)] if path.name not in TEXTS]


def explained() -> dict[tuple[str, str, str, str], str]:
    """Return the mistakes that change nothing anyone could see, with why."""
    told = tomllib.loads(Path(__file__).with_name("survivors.toml").read_text("utf-8"))
    return {(one["file"], one["within"], one["was"], one["became"]): one["why"] for one in told["survivor"]}


def key(mutant: Mutant) -> tuple[str, str, str, str]:
    """Return what names a mutant while lines move."""
    return mutant.path.relative_to(ROOT / "src/kinerja").as_posix(), mutant.within, mutant.was, mutant.became


def main() -> None:
    """Try the mistakes that are asked for; end with 1 where one lives that nobody explained."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("modules", nargs="*", type=Path)
    parser.add_argument("--sample", type=int, help="so many, drawn at random; all where it is not given")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--again", type=Path, metavar="LOG", help="those that an earlier run did not see noticed")
    parser.add_argument("--tests", nargs="*", default=TESTS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--afresh", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.afresh:
        sys.exit(run_afresh(asked.afresh))
    every = [mutant for path in modules(asked.modules) for mutant in mutants(path)]
    if asked.again is not None:
        every = _not_noticed(every, asked.again)
    drawn = every if asked.sample is None else random.Random(asked.seed).sample(every, min(asked.sample, len(every)))  # noqa: S311 - no secret
    runner, begun = Runner(asked, drawn), time.monotonic()
    os.chdir(ROOT)
    pytest.main([*_OPTIONS, "-s", *asked.tests], plugins=[Laws(), runner])
    sys.exit(report(runner, asked, len(every), time.monotonic() - begun))


def _not_noticed(every: Sequence[Mutant], log: Path) -> list[Mutant]:
    told = [line.partition(": ") for line in log.read_text("utf-8").splitlines()]
    noticed = {name for became, _, name in told if became.startswith("killed")}
    named = {name for became, _, name in told if became in {"lives", "elsewhere"}} - noticed
    return [mutant for mutant in every if str(mutant) in named]


def report(runner: Runner, asked: argparse.Namespace, every: int, seconds: float) -> int:
    """Print what became of the mistakes; 1 where one lives that nobody explained."""
    counted = Counter("lives" if became == "lives" else "killed" for became in runner.results.values())
    known = explained()
    lives = [mutant for mutant, became in runner.results.items() if became == "lives"]
    unknown = [mutant for mutant in lives if key(mutant) not in known]
    told = counted["lives"] - len(unknown)
    noticed = counted["killed"]
    print(
        f"seed {asked.seed}: {len(runner.results)} of {every} mistakes in {seconds:.0f} s: {noticed} noticed,", end=" "
    )
    print(f"{told} change nothing, {len(unknown)} live", end=" ")
    print(f"({100 * noticed / max(noticed + len(unknown), 1):.1f} % of those that change something)")
    for mutant in unknown:
        print(f"  {mutant}")
    return int(bool(unknown) or not runner.results)


if __name__ == "__main__":
    main()
