"""What a catalogue file need not say twice of a formula of data: it is the entry's own."""

from __future__ import annotations

from typing import Any

OF_THE_ENTRY = ("code", "unit", "polarity")


def filled_in(entries: Any) -> Any:
    """Return the plain entries of a file, with what their formulas leave to the entry: code, unit, direction.

    A label may be one text, Indonesian; English readers are then shown the same.

    >>> entry = {"code": "SK1", "indicator": {"formula": "Count", "counted": {"label": "surat"}}}
    >>> filled_in([entry])[0]["indicator"]
    {'code': 'SK1', 'formula': 'Count', 'counted': {'label': {'en': 'surat', 'id': 'surat'}}}
    """
    return list(map(_filled_in, entries)) if isinstance(entries, list) else entries


def _filled_in(entry: Any) -> Any:
    formula = entry.get("indicator") if isinstance(entry, dict) else None
    if not isinstance(formula, dict) or "formula" not in formula:
        return entry
    own = {name: entry[name] for name in OF_THE_ENTRY if name in entry}
    return {**_with_labelled_answers(entry), "indicator": {**own, **_all_labelled(formula)}}


def _with_labelled_answers(table: Any) -> Any:
    """Return a table of a file, also of readings and their alternatives, with the labels of what answers change."""
    if isinstance(table, list):
        return list(map(_with_labelled_answers, table))
    if not isinstance(table, dict):
        return table
    below = {name: _with_labelled_answers(table[name]) for name in ("readings", "alternatives") if name in table}
    changes = table.get("changes")
    return {**table, **below, **({"changes": _all_labelled(changes)} if isinstance(changes, dict) else {})}


def _all_labelled(parameters: dict[str, Any]) -> dict[str, Any]:
    return {name: _labelled(value) for name, value in parameters.items()}


def _labelled(letter: Any) -> Any:
    if not isinstance(letter, dict) or "label" not in letter:
        return letter
    label = letter["label"]
    texts = {"id": label} if isinstance(label, str) else label
    if isinstance(texts, dict) and "id" in texts:
        texts = {"en": texts["id"], **texts}
    return {**letter, "label": texts}
