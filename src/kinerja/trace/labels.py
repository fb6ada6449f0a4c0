"""What readers call the parts of a trace, and how what stands there is written for them."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from kinerja._base import FrozenMap, Reason, Text, in_full, read_exact, visible, write
from kinerja.decrees.parts import PARTS
from kinerja.measurement import settings_of

if TYPE_CHECKING:
    from kinerja.decrees import Entry

Labels: TypeAlias = Mapping[str, Text]

_PARTS = re.compile(r"[^.\[\]]+")
_NO_TEXT = Text(id="kosong", en="empty")
_WORDS: Labels = {
    "true": Text(id="ya", en="yes"),
    "false": Text(id="tidak", en="no"),
    "null": _NO_TEXT,
    **{reason.name: reason.value for reason in Reason},
}

LABELS: Labels = FrozenMap(
    {
        **PARTS,
        "inputs": Text(id="", en=""),
        "clause": Text(id="", en=""),
        "actual": Text(id="Realisasi", en="Actual"),
        "achievement": Text(id="Capaian (persen)", en="Achievement (percent)"),
        "uncapped": Text(id="Capaian sebelum dibatasi (persen)", en="Achievement before the cap (percent)"),
        "reason": Text(id="Alasan tidak ada angka", en="Reason for no figure"),
        "met": Text(id="Target tercapai", en="Target met"),
        "units": Text(id="Unit", en="Unit"),
        "period": Text(id="Periode", en="Period"),
        "rules": Text(id="Nomor aturan", en="Number of the rule"),
        "target": Text(id="Target", en="Target"),
        "decree_target": Text(id="Target di keputusan", en="The decree's target"),
        "target_year": Text(id="Tahun target", en="Year of the target"),
        "cap": Text(id="Batas capaian (persen)", en="Cap (percent)"),
        "minimise": Text(id="Rumus bila lebih kecil lebih baik", en="Rule where less is better"),
        "scoring": Text(id="", en=""),
        "bands": Text(id="Predikat menurut capaian", en="Ratings by the achievement"),
        "rating": Text(id="Predikat", en="Rating"),
        "sources": Text(id="Sumber aturan", en="Source of the rule"),
        "indicator": Text(id="Indikator", en="Indicator"),
        "decree": Text(id="Keputusan", en="Decree"),
        "quantities": Text(id="Variabel", en="Quantities"),
        "entries": Text(id="Banyaknya data", en="Number of records"),
        "formula": Text(id="Rumus", en="Formula"),
        "worked": Text(id="Hitungan", en="Worked line"),
        "id": Text(id="teks Indonesia", en="Indonesian text"),
        "en": Text(id="teks Inggris", en="English text"),
        "notes": Text(id="Catatan", en="Remarks"),
        "reading": Text(id="Tafsir", en="Reading"),
        "readings.reason": Text(id="alasan", en="reason"),
        "readings.word": Text(id="sebutan", en="word"),
        "readings.takes": Text(id="sebutan jawaban yang dipilih", en="word of the answer taken"),
        "answers": Text(id="jawaban atas tafsir", en="answers to readings"),
        "answer": Text(id="jawaban", en="answer"),
        "by": Text(id="dihitung dengan", en="measured by"),
        "changes": Text(id="yang diubah", en="what it changes"),
        "lacks": Text(id="yang kurang", en="what is missing"),
        "records": Text(id="Data dukung", en="Records"),
        "withheld": Text(id="Data dukung yang tidak disertakan", en="Records withheld"),
        "counted": Text(id="yang dihitung", en="counted"),
        "left_out": Text(id="yang tidak dihitung", en="left out"),
        "entered": Text(id="masuk hitungan", en="entered"),
        "again": Text(id="masuk lagi untuk hal yang sama", en="entered again for the same thing"),
        "missed": Text(id="syarat yang tidak dipenuhi", en="conditions that it failed"),
        "settings": Text(id="Setelan unit", en="Settings of the unit"),
        "objective": Text(id="Sasaran", en="Objective"),
        "entry": Text(id="Indikator", en="Indicator"),
        "unit": Text(id="satuan atau unit", en="unit"),
    }
)

AMOUNTS = frozenset({"actual", "achievement", "uncapped", "target", "decree_target", "cap", "quantities", "targets"})
"""What holds an amount, and no code, year or text."""


def labels_of(entry: Entry) -> Labels:
    """Return what readers call the parts of a trace, the quantities and settings of its indicator among them."""
    indicator = entry.measured_by
    if indicator is None:
        return LABELS
    quantities = {variable.name: variable.label.about(variable.symbol) for variable in indicator.variables}
    settings = {setting.name: setting.label for setting in settings_of(indicator).values()}
    symbols = {f"entered.{name}": Text(id=symbol, en=symbol) for name, symbol in indicator.symbols.items()}
    return {
        **LABELS,
        **settings,
        **quantities,
        **{f"quantities.{name}": text for name, text in quantities.items()},
        **symbols,
    }


def label_of(where: str, labels: Labels) -> Text:
    """Return what readers call a place.

    >>> print(label_of("clause.decree.signed_on", LABELS), "|", label_of("inputs.records[3].entered", LABELS))
    Keputusan, tanggal penetapan | Data dukung, ke-3, masuk hitungan
    """
    if where in labels:
        return labels[where]
    parts = _PARTS.findall(where)
    named = [_part(part, labels, of_reading="readings" in parts) for part in parts]
    return Text.joined(text for text in named if text.id)


def _part(name: str, labels: Labels, *, of_reading: bool) -> Text:
    """Return what a part is called; a reading has a reason, and so has a figure that there is not."""
    if name.isdecimal() and len(name) < len("2023"):
        return Text(id=f"ke-{name}", en=f"no. {name}")
    own = labels.get(f"readings.{name}") if of_reading else None
    return own or labels.get(name, Text(id=name, en=name))


def is_amount(where: str) -> bool:
    """Tell whether an amount stands in a place."""
    return not AMOUNTS.isdisjoint(_PARTS.findall(where))


def told(value: str, labels: Labels = LABELS, *, amount: bool) -> Text:
    """Write what stands in a place, an exact number or plain data as JSON, for readers.

    >>> print(told("965/9", amount=True), "|", told("false", amount=False), "|", told('["A", "B"]', amount=False))
    107,22 (965/9) | tidak | A; B
    """
    number = read_exact(value) if amount else None
    if number is not None:
        full, rounded = in_full(number), Text.each(functools.partial(write, number, 2))
        return Text.joined([rounded, " (", full, ")"], "") if "/" in full.id else full
    try:
        plain = json.loads(value)
    except (ValueError, RecursionError):  # a text
        plain = value
    return _plainly(plain if isinstance(plain, list | dict) else value, labels)


def _plainly(value: object, labels: Labels) -> Text:
    if isinstance(value, dict):
        if value.keys() == {"id", "en"}:
            return Text(id=visible(str(value["id"])).removesuffix("."), en=visible(str(value["en"])).removesuffix("."))
        of_reading = "question" in value
        pairs = [
            _plainly(part, labels).about(_part(str(name), labels, of_reading=of_reading))
            for name, part in value.items()
        ]
        return Text.joined(pairs, "; ") if pairs else _NO_TEXT
    if isinstance(value, list):
        parts = [labels.get(f"entered.{part}") or _plainly(part, labels) for part in value]
        return Text.joined(parts, "; ") if parts else _NO_TEXT
    written = visible(value if isinstance(value, str) else json.dumps(value))
    return _WORDS.get(written) or Text(id=written, en=written)
