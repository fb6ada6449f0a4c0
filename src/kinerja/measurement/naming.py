"""How records, and what they are about, are named to readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from kinerja._base import DoubleCountError, Text, shortened
from kinerja.measurement import messages as say
from kinerja.records import Either, called

Key: TypeAlias = tuple[Any, ...]
"""What a line is about: the values of `Tally(per=...)`; or its identity."""


def sole_unit(records: Iterable[Any]) -> object:
    """Return the unit that all records are of; None where there are several, and where they name none."""
    units = {getattr(record, "unit", None) for record in records}
    return units.pop() if len(units) == 1 else None


def named(key: Key, unit: object = None) -> str:
    """Name a record, or what it is about, by its parts but the blank; without the unit where it goes without saying.

    >>> named(("Balai A", "SPK-001")), named(("Balai A", "SPK-001"), "Balai A")
    ('Balai A, SPK-001', 'SPK-001')
    """
    told = key[1:] if len(key) > 1 and unit is not None and key[0] == unit else key
    return ", ".join(str(part) for part in told if part not in {"", None})


def listed(names: Sequence[str | Text]) -> Text:
    """List names as one text, see `shortened`."""
    return Text.joined(shortened(names), "; ")


def alike_keys(keys: Iterable[Key], unit: object = None) -> list[str]:
    """Return the keys that differ in capitals, blanks or punctuation alone, beside each other."""
    alike: dict[tuple[object, ...], list[Key]] = {}
    for key in sorted(keys, key=str):
        alike.setdefault(tuple(map(_plain, key)), []).append(key)
    return [" = ".join(named(key, unit) for key in several) for several in alike.values() if len(several) > 1]


def _plain(part: object) -> object:
    text = "".join(filter(str.isalnum, str(part).casefold()))
    return (text, part.is_first) if isinstance(part, Either) else text


def double_count(indicator: str, twice: Mapping[Key, Sequence[Any]], unit: object = None) -> DoubleCountError:
    """Return the error of records that would be counted twice, by identity; it says in which fields they differ."""
    differing = {own: _differing(records) for own, records in twice.items()}
    identities = tuple(twice)
    if not any(differing.values()):
        names = listed([named(own, unit) for own in identities])
        return say.COUNTED_TWICE.error(indicator=indicator, value=identities, named=names)
    same, other = Text(id="sama", en="equal"), Text(id="berbeda: ", en="different: ")
    told = {own: Text.joined([other, Text.joined(fields)], "") if fields else same for own, fields in differing.items()}
    texts = [Text.joined([named(own, unit), " (", text, ")"], "") for own, text in told.items()]
    record, *_ = next(iter(twice.values()))
    fields = attrs.fields_dict(type(record))
    typed = [name for name in record.identity if isinstance(getattr(record, name), str)]
    limit = called(fields[(typed or record.identity)[-1]])
    cure = (say.NUMBER_APART if getattr(record, "may_share_a_number", False) else say.KEEP_ONE).text(limit=limit)
    return say.COUNTED_UNEQUAL.error(indicator=indicator, value=identities, named=listed(texts), cure=cure, limit=limit)


def _differing(records: Sequence[Any]) -> list[Text]:
    """Return how the fields are called in which records of one identity differ."""
    return [
        called(attribute)
        for attribute in attrs.fields(type(records[0]))
        if any(getattr(record, attribute.name) != getattr(records[0], attribute.name) for record in records)
    ]
