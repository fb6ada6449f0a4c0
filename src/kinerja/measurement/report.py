"""A measurement as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja._base import Language, Text
from kinerja.writers import Document, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinerja.measurement.measurement import Measurement


def measurement_document(measurement: Measurement, language: Language, sources: Iterable[Text]) -> Document:
    """Return a measurement for readers."""
    counted = _became(measurement) if _looked_at_records(measurement) else ()
    said = [_worked(measurement), *counted, *measurement.notes]
    return Document(sections=[Section(lines=sources), Section(lines=said)], language=language)


def _looked_at_records(measurement: Measurement) -> bool:
    return measurement.guarded and bool(measurement.periods)


def _worked(measurement: Measurement) -> Text:
    unit = measurement.indicator.unit.name
    actual = Text(id=f"Realisasi ({unit.id.lower()})", en=f"Actual ({unit.en})")
    return Text.each(measurement.worked).about(actual)


def _became(measurement: Measurement) -> Iterator[Text]:
    counted, left_out = len(measurement.counted), len(measurement.left_out)
    yield Text(id=f"Baris dihitung: {counted}", en=f"Lines counted: {counted}")
    yield Text(id=f"Baris tidak dihitung: {left_out}", en=f"Lines left out: {left_out}")
    for one in measurement.causes:
        yield Text(id=f"- {one.records} baris: {one.why.id}", en=f"- {one.records} lines: {one.why.en}")
