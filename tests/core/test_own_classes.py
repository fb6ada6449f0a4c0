"""Classes of one's own, handed to what reads files: `mypy` holds the calls here, the tests what comes of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import attrs

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    Indicator,
    P3DNRatio,
    Scorecard,
    Tally,
    Text,
    Timing,
    Unit,
    Variable,
    load_catalogue,
    make_trace,
    verify_trace,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kinerja import N, Period

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)


@attrs.frozen(kw_only=True)
class Letter:
    """One letter."""

    identity: ClassVar = ("number",)

    number: str
    answered_on: dt.date


@attrs.frozen(kw_only=True)
class LetterCount(Indicator[Letter]):
    """Letters answered: an indicator that has a record of its own."""

    unit = LETTER
    record = Letter
    timing = Timing.FLOW
    variables = (Variable(name="letters", symbol="n", label=Text(id="surat", en="letters"), unit=LETTER),)

    def tally(self, line: Letter, period: Period) -> Iterable[Tally]:
        """Count the letters answered in the period."""
        yield Tally({"dijawab dalam periode": period.contains(line.answered_on)}, letters=1)

    @staticmethod
    def formula(letters: N) -> N:
        """Return the letters themselves."""
        return letters


DECREE = """
decree = {number = "1", title = "IKU", unit = "Balai", years = [2023]}
objectives = [{code = "S1", text = "Layanan"}]
[[entries]]
code = "S1/1"
label = "Surat"
objective = "S1"
unit = "Surat"
polarity = "Maksimasi"
targets = {2023 = 2}
indicator = "LetterCount"
"""
MEASURED = LetterCount().measure_records([Letter(number="1", answered_on=dt.date(2023, 1, 2))], period=2023)


def test_a_class_of_the_library_may_be_given_too() -> None:
    """It is the one that is known already."""
    card = CATALOGUE.scorecard(2023, {"SK3/4": 45})
    assert card == Scorecard.from_json(card.to_json(), indicators=[P3DNRatio, P3DNRatio])


def test_classes_of_ones_own_are_taken_wherever_files_are_read(tmp_path: Path) -> None:
    """In a list, by a catalogue, a scorecard and a trace."""
    path = tmp_path / "iku.toml"
    path.write_text(DECREE, encoding="utf-8")
    catalogue = load_catalogue(path, indicators=[LetterCount])
    card = catalogue.scorecard(2023, {"S1/1": MEASURED})
    trace = make_trace(catalogue, "S1/1", 2023, MEASURED)
    assert (card, True) == (
        Scorecard.from_json(card.to_json(), indicators=[LetterCount]),
        verify_trace(trace.to_json(), indicators=[LetterCount]).holds,
    )
