"""The clause of a trace held against a catalogue: what binds, and what informs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja.decrees import Decree, Entry
from kinerja.decrees.file import dump_decree_file
from kinerja.trace import messages as say
from kinerja.trace.differences import Difference, compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja.catalogue import Catalogue
    from kinerja.decrees.file import DecreeFile

_BINDING = {
    "decree": {"number", "unit", "years", "signed_on", "in_force_from"},
    "entry": {"code", "name", "method", "unit", "polarity", "targets", "indicator"},
}
_LABEL = "clause.entry.unit.name.en"
"""The decree knows the Indonesian name of its unit alone."""


def misquoted(clause: DecreeFile, catalogue: Catalogue) -> Iterator[tuple[bool, Difference]]:
    """Hold the clause of a trace against the catalogue of the same decree; of each difference, whether it binds.

    What binds: number, unit and dates of the decree; code, names, method, unit, polarity, targets, indicator and its
    parameters. All else, such as readings, misprints and labels, may be worded better later.
    """
    (entry,) = clause.entries
    if entry.code not in catalogue:
        codes = ", ".join(catalogue)
        yield (
            True,
            Difference(where="clause.entries[1].code", stands=entry.code, follows=codes, said=say.CLAUSE_DIFFERS),
        )
        return
    own = catalogue[entry.code]
    expected = attrs.evolve(clause, decree=catalogue.decree, objectives=(own.objective,), entries=(own,))
    stands, follows = _by_name(clause), _by_name(expected)
    for part, fields in stands.items():
        for field, value in fields.items():
            binds = field in _BINDING.get(part, ())
            if not binds and not value:
                continue  # what an earlier version did not say yet changed nothing
            for difference in compared(f"clause.{part}.{field}", value, follows[part][field]):
                yield binds and difference.where != _LABEL, attrs.evolve(difference, said=say.CLAUSE_DIFFERS)


def _by_name(clause: DecreeFile) -> dict[str, dict[str, Any]]:
    """Return the decree, the objective and the entry; what is not stated is None, so that each part has its place."""
    plain = dump_decree_file(clause)
    (entry,), (objective,) = plain["entries"], plain["objectives"]
    years = {"years", "settings", "settings_source"}  # of the decree, and of the unit
    return {
        "decree": {field.name: plain["decree"].get(field.name) for field in attrs.fields(Decree)},
        "objective": objective,
        "entry": {field.name: entry.get(field.name) for field in attrs.fields(Entry) if field.name not in years},
    }
