"""Records of what people typed: the same one written in two ways would count twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinerja._base import Text
from kinerja.measurement import listed, named, sole_unit
from kinerja.readers import messages as say
from kinerja.readers.tables.moments import numbered_alike, sum_of_others

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kinerja._base import Text
    from kinerja.measurement import Key, Measurement


def refuse_alike(code: str, measured: Measurement, typed: Iterable[Any]) -> None:
    """Refuse records that entered one quantity and whose identities differ in upper and lower case or blanks alone.

    Args:
        code: of the indicator.
        measured: with its evidence.
        typed: those of its records that people typed; the keys of a system mean what they say.

    Raises:
        DoubleCountError: naming them.
    """
    several = _several(measured, typed, _without_blanks)
    if several:
        raise say.TYPED_TWICE.error(indicator=code, value=tuple(several), named=_named(several, measured))


def alike(measured: Measurement, typed: Iterable[Any]) -> Text | None:
    """Name records that entered one quantity and whose identities differ in punctuation alone; None without such."""
    several = _several(measured, typed, _without_punctuation)
    return say.TYPED_ALIKE.text(named=_named(several, measured)) if several else None


def looking_alike(measured: Measurement, typed: Iterable[Any]) -> Iterator[Text]:
    """Name records that count and may be others once more: written otherwise, numbered, or a sum of all.

    Args:
        measured: with its evidence.
        typed: those of its records that people typed.
    """
    records = list(typed)
    yield from filter(None, (alike(measured, records), numbered_alike(records), sum_of_others(records)))


def _several(
    measured: Measurement, typed: Iterable[Any], fold: Callable[[str], str]
) -> list[tuple[tuple[object, ...], ...]]:
    """Return the identities that are one when folded, for each quantity; those of one quantity are told once."""
    by_people = {id(record) for record in typed}
    found: dict[tuple[object, ...], dict[tuple[object, ...], None]] = {}
    for item in measured.evidence:
        if item.entered and id(item.record) in by_people:
            own = item.identity
            folded = tuple(fold(part) if isinstance(part, str) else part for part in own)
            for name in item.entered:
                found.setdefault((name, folded), {})[own] = None
    return list(dict.fromkeys(tuple(several) for several in found.values() if len(several) > 1))


def _without_blanks(text: str) -> str:
    return "".join(text.split()).casefold()


def _without_punctuation(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _named(several: Sequence[tuple[Key, ...]], measured: Measurement) -> Text:
    unit = sole_unit(measured.evidence.records)
    return listed([" = ".join(named(own, unit) for own in alike) for alike in several])
