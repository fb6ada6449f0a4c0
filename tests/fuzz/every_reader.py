"""Every reader and loader on damaged inputs: `python tests/fuzz/every_reader.py --count 1000000`.

An input is read, or refused with an error of the library. Anything else is a failure: another error, an end by a
signal, more than 512 MiB, more than 10 seconds of work. Inputs are read in processes of their own, thousands in each.
The seed is printed, and the same seed draws the same inputs; what failed is kept with `--keep FOLDER`.
"""

from __future__ import annotations

import argparse
import mmap
import os
import pickle
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kinerja import KinerjaError
from texts import Kind, kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = 512 * 2**20
SECONDS, WAITED = 10, 120
"""Of the processor's time, and of a clock's: others may be at work on the same machine."""
TOGETHER = 2_000
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of its own is made in it
READ, REFUSED = "read", "refused"


@attrs.frozen(kw_only=True)
class Failure:
    """What failed: which input of which kind, how, and the input itself."""

    kind: str
    number: int
    how: str
    content: bytes

    def keep(self, folder: Path, seed: int) -> None:
        """Write the input into a folder, under its kind and number."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{seed}-{self.kind.replace(' ', '-')}-{self.number}").write_bytes(self.content)


class Batch:
    """Inputs of one kind, from one number on, read in a process of their own that notes what it is at."""

    def __init__(self, kind: Kind, seed: int, numbers: range, below: Path) -> None:
        self.kind, self.seed, self.numbers, self.below = kind, seed, numbers, below
        self.told, self.path = mmap.mmap(-1, 4096), below / "balai" / f"masukan{kind.suffix}"

    def input(self, number: int) -> Any:
        """Return an input again; it depends on the seed, the kind and the number alone."""
        return self.kind.draw(random.Random(f"{self.seed} {self.kind.name} {number}"))  # noqa: S311 - no secret

    def run(self) -> tuple[Counter[str], Failure | None, int]:
        """Read the inputs up to the first that fails; give what became of them, and where to go on."""
        child = os.fork()
        if not child:
            self._read_and_end()
        _, status = os.waitpid(child, 0)
        counted, number, how = pickle.loads(self.told)  # noqa: S301 - the child wrote it
        if os.WIFSIGNALED(status):
            how = signal.Signals(os.WTERMSIG(status)).name
        if not how:
            return counted, None, self.numbers.stop
        return counted, Failure(kind=self.kind.name, number=number, how=how, content=self._content(number)), number + 1

    def _content(self, number: int) -> bytes:
        content = self.input(number)
        return content if isinstance(content, bytes) else repr(content).encode()

    def _read_and_end(self) -> None:
        code = 1
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            self._read_all()
            code = 0
        finally:
            os._exit(code)

    def _read_all(self) -> None:
        counted = Counter[str]()
        for number in self.numbers:
            self._note(counted, number, "ended")
            content = self.input(number)
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            signal.alarm(WAITED)
            became = self._read(content)
            if became not in {READ, REFUSED}:
                self._note(counted, number, became)
                return
            counted[became] += 1
        self._note(counted, 0, "")

    def _note(self, counted: Counter[str], number: int, how: str) -> None:
        noted = pickle.dumps((counted, number, how))
        self.told[: len(noted)] = noted

    def _read(self, content: Any) -> str:
        if self.kind.suffix:
            self.path.parent.mkdir(exist_ok=True)
            self.path.write_bytes(content)
            content = self.path
        try:
            self.kind.read(content)
        except KinerjaError as error:
            str(error), str(error.text)
            return REFUSED
        except Exception as error:  # noqa: BLE001 - whatever else it raises is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            return f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {str(error)[:100]}"
        return READ


def outcomes(seed: int, count: int, only: str) -> Iterator[tuple[Kind, Counter[str], Failure | None]]:
    """Read so many inputs, of each kind its share of them, and give what became of each batch."""
    every = [kind for kind in kinds() if only in kind.name]
    weights = sum(kind.weight for kind in every)
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as below:
        for kind in every:
            shutil.rmtree(Path(below, "balai"), ignore_errors=True)
            number, stop = 0, max(1, count * kind.weight // weights)
            while number < stop:
                batch = Batch(kind, seed, range(number, min(number + TOGETHER, stop)), Path(below))
                counted, failure, number = batch.run()
                yield kind, counted, failure


def main() -> None:
    """Read as many inputs as are asked for; end with 1 where any failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--only", default="", metavar="KIND", help="kinds whose names have this in them")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    became, begun = dict[str, Counter[str]](), time.monotonic()
    for kind, counted, failure in outcomes(asked.seed, asked.count, asked.only):
        own = became.setdefault(kind.name, Counter())
        own.update(counted)
        if failure is not None:
            own["failed"] += 1
            print(f"{failure.kind} {failure.number}: {failure.how}: {failure.content[:100]!r}", flush=True)
            if asked.keep is not None:
                failure.keep(asked.keep, asked.seed)
    for name, own in became.items():
        print(f"{name}: {own[READ]} read, {own[REFUSED]} refused, {own['failed']} failed")
    total = sum(became.values(), Counter[str]())
    print(f"seed {asked.seed}: {total.total()} inputs in {time.monotonic() - begun:.0f} s, {total['failed']} failed")
    sys.exit(bool(total["failed"]))


if __name__ == "__main__":
    main()
