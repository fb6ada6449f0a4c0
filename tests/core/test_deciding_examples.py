"""The deciding examples of every bundled catalogue, and what its readings say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import Catalogue, check_indicator
from kinerja.catalogue import bundled_catalogue, bundled_catalogues
from kinerja.decrees import DecidingExample, Entry, Reading, deciding_examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

CATALOGUES = {name: bundled_catalogue(name) for name in bundled_catalogues()}
EXAMPLES = [
    pytest.param(CATALOGUES[name], example, id=f"{example.code}: {example.reading}")
    for name in CATALOGUES
    for example in deciding_examples(name)
]
READINGS = [(entry, reading) for own in CATALOGUES.values() for entry in own.values() for reading in entry.readings]

of_every_example = pytest.mark.parametrize(("catalogue", "example"), EXAMPLES)
of_every_reading = pytest.mark.parametrize(
    ("entry", "reading"), READINGS, ids=[f"{entry.code}: {reading.word}" for entry, reading in READINGS]
)


def is_computed(answer: Any) -> bool:
    """Tell whether something computes an answer that was not taken."""
    return bool(answer.changes) or answer.by is not None


def computed(reading: Reading) -> list[str]:
    """Return the words of the answers that are computed, the one taken first."""
    return [reading.takes, *(answer.word for answer in reading.alternatives if is_computed(answer))]


def figures(catalogue: Catalogue, example: DecidingExample) -> Iterator[tuple[str, Fraction | None]]:
    """Measure an example under each answer that is computed: its word, and the actual."""
    entry = catalogue.with_settings({example.code: example.settings})[example.code]
    reading = entry.reading(example.reading)
    for word in computed(reading):
        indicator: Any = entry.measured_under(reading, reading.answer(word))
        yield word, indicator.measure_records(example.of(entry), period=example.period).figure[0]


def taken_by_rule(entry: Entry, example: DecidingExample) -> Fraction | None:
    """Return what the entry's own rule makes of an example: the law is that this is the figure of the answer taken."""
    indicator: Any = entry.measured_by
    actual: Fraction | None = indicator.measure_records(example.of(entry), period=example.period).figure[0]
    return actual


@of_every_example
def test_an_example_has_the_figure_of_every_answer(catalogue: Catalogue, example: DecidingExample) -> None:
    """As the records give it under each."""
    assert dict(example.figures) == dict(figures(catalogue, example))


@of_every_example
def test_every_answer_differs_from_the_one_taken(catalogue: Catalogue, example: DecidingExample) -> None:
    """A reading on which nothing depends is none."""
    taken, *others = figures(catalogue, example)
    assert [] == [word for word, figure in others if figure == taken[1]]


@of_every_example
def test_an_example_has_no_record_too_many(catalogue: Catalogue, example: DecidingExample) -> None:
    """Without any one of them some answer has no figure, or that of the answer taken."""
    for left_out in range(len(example.records)):
        records = (*example.records[:left_out], *example.records[left_out + 1 :])
        taken, *others = figures(catalogue, attrs.evolve(example, records=records))
        assert {taken[1], None} & {taken[1] and None, *(figure for _, figure in others)}


@of_every_example
def test_the_answer_taken_is_what_the_rule_does(catalogue: Catalogue, example: DecidingExample) -> None:
    """What the catalogue says that it counts is what is counted."""
    entry = catalogue.with_settings({example.code: example.settings})[example.code]
    assert example.figures[entry.reading(example.reading).takes] == taken_by_rule(entry, example)


def test_every_reading_has_its_example() -> None:
    """One each, in the order of the catalogue, wherever an answer that was not taken is computed."""
    expected = [(entry.code, reading.word) for entry, reading in READINGS if len(computed(reading)) > 1]
    assert expected == [(param.values[1].code, param.values[1].reading) for param in EXAMPLES]  # type: ignore[union-attr]


def test_four_of_five_alternatives_are_computed_from_records() -> None:
    """The rest name the data that is missing."""
    alternatives = [answer for _, reading in READINGS for answer in reading.alternatives]
    assert 5 * sum(map(is_computed, alternatives)) >= 4 * len(alternatives)


@of_every_reading
def test_every_alternative_is_computed_or_names_what_is_missing(entry: Entry, reading: Reading) -> None:
    """None is words alone."""
    assert [] == [answer.word for answer in reading.alternatives if not is_computed(answer) and not answer.lacks], entry


@of_every_reading
def test_every_answer_has_its_word(entry: Entry, reading: Reading) -> None:
    """Once in its reading, as the reading has once in its entry."""
    words = [answer.word for answer in reading.answers]
    assert ([True] * len(words), len(words), 1) == (
        [bool(word) for word in words],
        len(set(words)),
        [one.word for one in entry.readings].count(reading.word),
    )


@of_every_reading
def test_every_computed_answer_makes_an_indicator_that_can_be_right(entry: Entry, reading: Reading) -> None:
    """Also with what a unit sets."""
    for answer in filter(is_computed, reading.alternatives):
        assert check_indicator(entry.measured_under(reading, answer)) is None  # type: ignore[func-returns-value, arg-type]
