"""The same bytes anywhere: in threads, processes, hash seeds and locales; and the catalogue is loaded once."""

from __future__ import annotations

import concurrent.futures
import multiprocessing
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import kinerja
from kinerja import (
    BSPJI_PEKANBARU_2021_2024,
    BudgetLine,
    Measurement,
    P3DNRatio,
    Reason,
    Scorecard,
    TargetError,
    Text,
    make_trace,
)

LINES = tuple(
    BudgetLine(unit=unit, reference=str(number), year=2023, account=account, ceiling=3_000_000, realised=number)
    for unit in ("417912", "417913")
    for number in range(1, 4)
    for account in ("521211", "511111")
    if (number, account) != (3, "521211")
)[::2]


def trace_of(lines: tuple[BudgetLine, ...] = LINES) -> str:
    """Return a trace as JSON, and the scorecard beside it, as readers and programs have it."""
    measured = P3DNRatio(accounts=["521211", "522141", "511111"]).measure_records(lines, period=2023)
    catalogue = BSPJI_PEKANBARU_2021_2024.with_settings({"SK3/4": {"accounts": ["521211", "522141", "511111"]}})
    card = catalogue.scorecard(2023, {"SK3/4": measured, "SK1/1": 2})
    return "\n".join([make_trace(catalogue, "SK3/4", 2023, measured).to_json(), card.to_json(), str(card)])


PROGRAM = """
import sys; sys.path.insert(0, {folder!r})
import test_anywhere
sys.stdout.buffer.write(test_anywhere.trace_of().encode())
"""


def in_another_process(**settings: str) -> bytes:
    """Return what an interpreter of its own writes, under these variables of the environment."""
    home = str(Path(kinerja.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(folder=str(Path(__file__).parent))],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": home, **settings},
    )
    return done.stdout


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4294967295"},
        {"LC_ALL": "id_ID.UTF-8", "LANG": "id_ID.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TZ": "Asia/Jayapura"},
        {"PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda settings: " ".join(f"{name}={value}" for name, value in settings.items()),
)
def test_traces_and_scorecards_are_the_same_in_every_interpreter(settings: dict[str, str]) -> None:
    """Byte by byte, whatever the hash seed, the locale, the time zone."""
    assert trace_of().encode() == in_another_process(**settings)


def test_traces_are_the_same_in_threads() -> None:
    """Eight at once, forty times."""
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert {trace_of()} == set(pool.map(lambda _: trace_of(), range(40)))


def test_measurements_come_back_from_other_processes() -> None:
    """Parts are measured there and added here."""
    spawned = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=spawned) as pool:
        parts = pool.map(part, [LINES[:2], LINES[2:]])
        assert P3DNRatio().measure_records(LINES, period=2023) == sum(parts)


def part(lines: tuple[BudgetLine, ...]) -> Measurement:
    """Return the measurement of some of the lines."""
    return P3DNRatio().measure_records(lines, period=2023)


FIRST_USE = """
import threading
import kinerja
from kinerja.decrees import file

loaded, found, load = [], [], file.read_catalogue_file
def counted(*given):
    loaded.append(1)
    return load(*given)
file.read_catalogue_file = counted
barrier = threading.Barrier(16)
def use():
    barrier.wait()
    found.append(kinerja.BSPJI_PEKANBARU_2021_2024)
threads = [threading.Thread(target=use) for _ in range(16)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(loaded), len(set(map(id, found))), len(found))
"""


def test_first_use_from_many_threads_loads_the_catalogue_once() -> None:
    """All have the same one."""
    done = subprocess.run([sys.executable, "-c", FIRST_USE], capture_output=True, check=True, text=True)
    assert "1 1 16" == done.stdout.strip()


@pytest.mark.parametrize(
    "value",
    [
        BSPJI_PEKANBARU_2021_2024,
        BSPJI_PEKANBARU_2021_2024["SK3/4"].needed(2023, 110),
        BSPJI_PEKANBARU_2021_2024.scorecard(2023, {"SK3/4": 47.25, "SK1/1": Reason.NOT_APPLICABLE}),
        P3DNRatio().measure_records(LINES, period=2023),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_pickle_gives_the_same_value(value: object) -> None:
    """Of catalogues, scorecards, measurements and what is needed."""
    assert value == pickle.loads(pickle.dumps(value))  # noqa: S301 - made here


def test_a_pickled_error_says_the_same() -> None:
    """With its code."""
    error = TargetError(Text(id="x", en="y"), code="target.not_positive")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    assert (error.text, error.code) == (again.text, again.code)


def test_a_scorecard_is_the_same_after_json_as_after_a_pickle() -> None:
    """The first is for keeping, the second for sending to a process."""
    card = BSPJI_PEKANBARU_2021_2024.scorecard(2023, {"SK3/4": 47.25})
    assert pickle.loads(pickle.dumps(card)) == Scorecard.from_json(card.to_json())  # noqa: S301 - made here
