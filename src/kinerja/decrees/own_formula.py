"""What a catalogue file need not say twice of a formula of data: it is the entry's own."""

from __future__ import annotations

from typing import Any

OF_THE_ENTRY = ("code", "unit", "polarity")

_ONE_LETTER = {
    "Count": "counted",
    "Mean": "averaged",
    "Difference": "held",
    "Value": "given",
    "WeightedIndex": "scored",
}
"""The formulas whose only letter is in the unit of the actual: what the entry measures itself, unless it says more."""


def filled_in(entries: Any) -> Any:
    """Return the plain entries of a file, with what their formulas leave to the entry: code, unit, direction.

    So may a formula of one letter leave its label and unit. A label may be one text, Indonesian; English readers are
    then shown the same.

    >>> entry = {"code": "SK1", "unit": "Surat", "indicator": {"formula": "Count", "counted": {"label": "surat"}}}
    >>> filled_in([entry])[0]["indicator"]["counted"]
    {'unit': 'Surat', 'label': {'en': 'surat', 'id': 'surat'}}
    """
    return list(map(_filled_in, entries)) if isinstance(entries, list) else entries


def _filled_in(entry: Any) -> Any:
    formula = entry.get("indicator") if isinstance(entry, dict) else None
    if not isinstance(formula, dict) or "formula" not in formula:
        return entry
    own = {name: entry[name] for name in OF_THE_ENTRY if name in entry}
    return {**_with_labelled_answers(entry), "indicator": {**own, **_all_labelled({**formula, **_letter(entry)})}}


def _letter(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the only letter of a formula, with the entry's own label and unit where it says nothing else."""
    formula = entry["indicator"]
    name = _ONE_LETTER.get(str(formula["formula"]), "")
    own, letter = {part: entry[part] for part in ("label", "unit") if part in entry}, formula.get(name, {})
    return {name: {**own, **letter}} if name and own and isinstance(letter, dict) else {}


def without_own(entry: dict[str, Any]) -> dict[str, Any]:
    """Return a plain entry, whole, as a file has it: its formula without what `filled_in` fills in.

    >>> own = {"code": "SK1", "label": "Surat", "unit": "Surat"}
    >>> whole = filled_in([{**own, "indicator": {"formula": "Count"}}])[0]
    >>> without_own(whole)["indicator"]
    {'formula': 'Count'}
    """
    formula = entry.get("indicator") or {}
    if "formula" not in formula:
        return entry
    label = {"id": entry["label"], "en": entry["label"]}
    only = {_ONE_LETTER.get(formula["formula"]): {"label": label, "unit": entry["unit"]}}
    kept = {name: value for name, value in formula.items() if name not in OF_THE_ENTRY and value != only.get(name)}
    return {**entry, "indicator": kept}


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
