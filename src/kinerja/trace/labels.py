"""What readers call the parts of a trace, and how what stands there is written for them."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from kinerja._base import FrozenMap, Language, Reason, Text, read_exact, visible, write, write_exact
from kinerja.measurement import settings_of

if TYPE_CHECKING:
    from fractions import Fraction

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
        "at_least": Text(id="mulai", en="from"),
        "above": Text(id="di atas", en="above"),
        "at_most": Text(id="sampai", en="up to"),
        "below": Text(id="di bawah", en="below"),
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
        "readings": Text(id="tafsir", en="reading"),
        "readings.reason": Text(id="alasan", en="reason"),
        "readings.word": Text(id="sebutan", en="word"),
        "readings.takes": Text(id="sebutan jawaban yang dipilih", en="word of the answer taken"),
        "question": Text(id="pertanyaan", en="question"),
        "taken": Text(id="yang dipilih", en="the one taken"),
        "alternatives": Text(id="kemungkinan lain", en="alternative"),
        "text": Text(id="teks", en="text"),
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
        "number": Text(id="nomor", en="number"),
        "title": Text(id="judul", en="title"),
        "unit": Text(id="satuan atau unit", en="unit"),
        "years": Text(id="tahun yang diatur", en="years"),
        "satker": Text(id="kode satker", en="code of the satker"),
        "place": Text(id="tempat", en="place"),
        "signed_on": Text(id="tanggal penetapan", en="day of signature"),
        "in_force_from": Text(id="mulai berlaku", en="in force from"),
        "signatory": Text(id="penanda tangan", en="signatory"),
        "office": Text(id="jabatan", en="office"),
        "considerations": Text(id="menimbang", en="considerations"),
        "revokes": Text(id="mencabut", en="revokes"),
        "amends": Text(id="mengubah", en="amends"),
        "legal_basis": Text(id="mengingat", en="legal basis"),
        "dictums": Text(id="diktum", en="dictum"),
        "task": Text(id="tugas", en="task"),
        "functions": Text(id="fungsi", en="functions"),
        "errata": Text(id="salah tulis", en="misprints"),
        "printed": Text(id="yang tercetak", en="as printed"),
        "meant": Text(id="yang dimaksud", en="as meant"),
        "where": Text(id="letak", en="place"),
        "code": Text(id="kode", en="code"),
        "label": Text(id="nama pendek", en="label"),
        "name": Text(id="nama", en="name"),
        "annex_1": Text(id="Lampiran I", en="Lampiran I"),
        "annex_2": Text(id="Lampiran II", en="Lampiran II"),
        "polarity": Text(id="klasifikasi", en="polarity"),
        "targets": Text(id="target", en="target"),
        "target_sources": Text(id="sumber target", en="source of the target"),
        "method": Text(id="cara menghitung", en="method"),
        "definition": Text(id="definisi", en="definition"),
        "data_source": Text(id="sumber data", en="data source"),
        "responsible": Text(id="penanggung jawab", en="responsible"),
        "baseline": Text(id="angka dasar", en="baseline"),
        "least": Text(id="paling kecil", en="least"),
        "most": Text(id="paling besar", en="most"),
        "usual": Text(id="yang lazim", en="usual"),
    }
)

AMOUNTS = frozenset(
    {"actual", "achievement", "uncapped", "target", "decree_target", "cap", "quantities", "targets", "totals"}
)
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


def told(value: str, labels: Labels = LABELS, *, amount: bool = False) -> Text:
    """Write what stands in a place, an exact number or plain data as JSON, for readers.

    >>> print(told("965/9", amount=True), "|", told("false"), "|", told('["A", "B"]'))
    107,22 (965/9) | tidak | A; B
    """
    number = read_exact(value) if amount else None
    if number is not None:
        return Text.each(functools.partial(_number, number))
    try:
        plain = json.loads(value)
    except (ValueError, RecursionError):  # a text
        plain = value
    return _plainly(plain if isinstance(plain, list | dict) else value, labels)


def _plainly(value: object, labels: Labels) -> Text:
    if isinstance(value, dict):
        if value.keys() == {"id", "en"}:
            return Text(id=visible(str(value["id"])).rstrip("."), en=visible(str(value["en"])).rstrip("."))
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


def _number(value: Fraction, language: Language) -> str:
    exact = write_exact(value, language)
    return f"{write(value, 2, language)} ({exact})" if "/" in exact else exact
