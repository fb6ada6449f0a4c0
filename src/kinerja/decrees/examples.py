"""Deciding examples (contoh penentu): for each reading the fewest records on which its answers differ."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import FrozenMap

if TYPE_CHECKING:
    from kinerja.decrees.entry import Entry

_UNIT = "A"
"""Whose the records of an example are; who it is decides nothing."""

_UNMEASURED = "belum diukur"


@attrs.frozen(kw_only=True)
class DecidingExample:
    """Made-up records on which the answers to a reading differ, and the figure under each.

    Fields:
        code: of the entry. reading: the word of its reading.
        period: a year or a quarter, such as "2023".
        records: field -> value, as the record class of the entry's indicator takes them, without the unit.
        figures: word of each answer that is computed -> the actual; None where it was not measured.
        settings: what the unit sets, field -> value.
    """

    code: str
    reading: str
    period: str
    records: tuple[FrozenMap[str, Any], ...]
    figures: FrozenMap[str, Fraction | None]
    settings: FrozenMap[str, Any] = attrs.field(factory=FrozenMap)

    def of(self, entry: Entry) -> tuple[Any, ...]:
        """Return its records, as the entry's indicator counts them.

        >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
        >>> example = deciding_examples("BSPJI_PEKANBARU_2021_2024")[0]
        >>> records = example.of(catalogue[example.code])
        >>> catalogue[example.code].measured_by.measure_records(records, period=example.period).actual
        Fraction(0, 1)
        """
        kind: Any = None if entry.indicator is None else entry.indicator.record
        return tuple(kind(**{"unit": _UNIT, **record}) for record in self.records)


def deciding_examples(name: str) -> tuple[DecidingExample, ...]:
    """Return the examples of a catalogue that comes with the library, by its name, in the order of its readings."""
    import tomllib  # noqa: PLC0415 - on first use, as for catalogues

    text = files("kinerja.decrees").joinpath("deciding", f"{name.lower()}.toml").read_text(encoding="utf-8")
    return tuple(_example(table) for table in tomllib.loads(text, parse_float=Decimal)["examples"])


def _example(table: Mapping[str, Any]) -> DecidingExample:
    figures = {word: None if figure == _UNMEASURED else Fraction(figure) for word, figure in table["figures"].items()}
    own = {"records": tuple(map(FrozenMap, table["records"])), "figures": FrozenMap(figures)}
    return DecidingExample(**{**table, **own, "settings": FrozenMap(table.get("settings", {}))})
