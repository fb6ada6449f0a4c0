"""What two decrees say differently: wording, units, targets, accounts, formulas, readings, misprints."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from kinerja._base import Language, Text, write_exact
from kinerja.decrees import messages as say
from kinerja.decrees.decree import Decree
from kinerja.decrees.own_formula import OF_THE_ENTRY
from kinerja.decrees.parts import PARTS
from kinerja.records import plain_heading

if TYPE_CHECKING:
    from kinerja.decrees.decree import Objective
    from kinerja.decrees.entry import Entry
    from kinerja.decrees.scoring import Scoring
    from kinerja.writers import Document


_HEADINGS = (
    Text(id="Kode", en="Code"),
    Text(id="Bagian", en="Part"),
    Text(id="Semula", en="Before"),
    Text(id="Menjadi", en="After"),
)
_PARTS = {
    **PARTS,
    "notes": Text(id="catatan", en="notes"),
    "objective": Text(id="sasaran", en="objective"),
    "unit": Text(id="satuan", en="unit"),
    "indicator": Text(id="pengukuran", en="measured by"),
    "formula": Text(id="rumus", en="formula"),
    "rules": Text(id="nomor aturan", en="number of the rule"),
    "reason": Text(id="alasan", en="reason"),
    "scoring": Text(id="penilaian", en="scoring"),
    "cap": Text(id="batas capaian", en="cap"),
    "minimise": Text(id="aturan minimasi", en="rule where less is better"),
    "bands": Text(id="predikat", en="rating"),
    "sources": Text(id="sumber", en="source"),
}
"""What the steps of a path are called; a step that is not here says itself what it is."""
_DECREE = Text(id="keputusan", en="decree")
_NUMBERS = frozenset({"targets", "baseline", "least", "most", "usual"})


class DecreeText(Protocol):
    """A decree with its objectives and entries, as a catalogue holds them."""

    @property
    def decree(self) -> Decree:
        """The decree itself."""
        ...

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """The goals that its indicators serve."""
        ...

    @property
    def scoring(self) -> Scoring:
        """The rules of scoring that it states."""
        ...

    def values(self) -> Iterable[Entry]:
        """Return its entries."""
        ...


@attrs.frozen(kw_only=True)
class DecreeChange:
    """One thing that the later decree says differently.

    Fields:
        code: of the entry, before and after; None where one of them has not the entry. Both are blank where the decree
            itself or an objective speaks.
        path: where it stands in a catalogue file, such as `targets.2024` or `readings.case.reason`; blank for an entry
            that one of them has not.
        before, after: what stands there, as a catalogue file holds it; None where nothing does.
    """

    code: tuple[str | None, str | None]
    path: str
    before: Any
    after: Any

    @property
    def part(self) -> Text:
        """The path in words."""
        if self.path == "unit" and not any(self.code):
            return Text(id="unit kerja", en="office")
        steps = [_PARTS.get(step, Text(id=step, en=step)) for step in self.path.split(".")]
        return Text.joined(steps) if self.path else Text(id="indikator", en="indicator")

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return attrs.asdict(self)


@attrs.frozen(kw_only=True)
class DecreeDifferences:
    """What a later decree says differently, in the order of the later one, then what it leaves out."""

    before: Decree
    after: Decree
    changes: tuple[DecreeChange, ...]

    def document(self, language: Language = Language.INDONESIAN) -> Document:
        """Return a row a change for readers; of a long text the words that differ, and some around them."""
        from kinerja.writers import Document, Section, Table  # noqa: PLC0415 - only readers need the writers

        rows = [
            [" → ".join(dict.fromkeys(filter(None, one.code))) or _DECREE, one.part, *_written(one, language)]
            for one in self.changes
        ]
        table = Table(headings=_HEADINGS, rows=rows, widths={1: 18, 2: 24, 3: 24})
        before, after = (say.DECREE_NAMED.text(number=one.number, unit=one.unit) for one in (self.before, self.after))
        title = Text.joined([before, after], " → ")
        none = () if rows else (say.NO_DIFFERENCES,)
        return Document(title=[title], sections=[Section(table=table if rows else None, lines=none)], language=language)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        decrees = {"before": self.before, "after": self.after}
        named = {name: {"number": one.number, "unit": one.unit} for name, one in decrees.items()}
        return {**named, "changes": [one.to_dict() for one in self.changes]}


def compare_decrees(before: DecreeText, after: DecreeText) -> DecreeDifferences:
    """Return what the later of two decrees says differently.

    Entries are one where their labels are the same, whatever their codes, or where their codes are and their labels are
    alike. All that a catalogue file holds is compared, and the number of the counting rule of each indicator.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> entry = attrs.evolve(catalogue["SK3/4"], code="SK7", responsible="")
    >>> found = compare_decrees(catalogue, attrs.evolve(catalogue, entries={**catalogue.entries, "SK3/4": entry}))
    >>> [(one.path, one.before, one.after) for one in found.changes]
    [('code', 'SK3/4', 'SK7'), ('responsible', 'Kepala Suba Bagian TU', None)]
    """
    pairs = _paired(tuple(before.values()), tuple(after.values()))
    changes = [
        *_changes(("", ""), _of_decree(before), _of_decree(after)),
        *(change for pair in pairs for change in _of_pair(*pair)),
    ]
    return DecreeDifferences(before=before.decree, after=after.decree, changes=tuple(changes))


def _of_pair(before: Entry | None, after: Entry | None) -> Iterator[DecreeChange]:
    if before is not None and after is not None:
        yield from _changes((before.code, after.code), _of_entry(before), _of_entry(after))
    else:
        (code, label), (new_code, new_label) = (
            (getattr(one, "code", None), getattr(one, "label", None)) for one in (before, after)
        )
        yield DecreeChange(code=(code, new_code), path="", before=label, after=new_label)


_SAME_CODE, _OTHER_CODE = 0.5, 0.85
"""From this share of common signs on labels are alike, under one code and under two."""


def _paired(before: Sequence[Entry], after: Sequence[Entry]) -> list[tuple[Entry | None, Entry | None]]:
    """Pair the entries that are one, the best pairs first; the others stand alone."""
    pairs = itertools.product(enumerate(before), enumerate(after))
    likeness = {(one, other): _likeness(own, its) for (one, own), (other, its) in pairs}
    found: dict[int, int] = {}
    for (one, other), alike in sorted(likeness.items(), key=lambda item: -item[1]):
        if alike > 0 and one not in found.values() and other not in found:
            found[other] = one
    alone = [(entry, None) for number, entry in enumerate(before) if number not in found.values()]
    return [*((before[found[n]] if n in found else None, entry) for n, entry in enumerate(after)), *alone]


def _likeness(before: Entry, after: Entry) -> float:
    """Return how alike two entries are: 0 for two that are not one, more under one code."""
    same_code = before.code == after.code
    alike = difflib.SequenceMatcher(None, plain_heading(before.label), plain_heading(after.label)).ratio()
    return alike + same_code if alike >= (_SAME_CODE if same_code else _OTHER_CODE) else 0


def _of_decree(given: DecreeText) -> dict[str, Any]:
    plain = _plain(given.decree) | {"objectives": _plain(given.objectives), "scoring": _plain(given.scoring)}
    return dict(_leaves("", plain))


def _plain(value: Any) -> Any:
    from kinerja.decrees.conversion import plain_converter  # noqa: PLC0415 - it imports cattrs

    return plain_converter().unstructure(value)


def _of_entry(entry: Entry) -> dict[str, Any]:
    plain = _plain(entry)
    measured = plain.get("indicator")
    if entry.indicator is not None:
        named = {"name": measured} if isinstance(measured, str) else measured
        own = {name: value for name, value in named.items() if name not in OF_THE_ENTRY}
        plain["indicator"] = {**own, "rules": entry.indicator.rules}
    return dict(_leaves("", plain))


def _leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Give the values of plain data by path; a text in two languages is one value, and so is a list of values."""
    if isinstance(value, dict) and value.keys() != {"id", "en"}:
        for key, part in value.items():
            yield from _leaves(f"{path}.{key}" if path else key, part)
    elif (
        isinstance(value, list | tuple) and value and all(isinstance(part, dict) and "id" not in part for part in value)
    ):
        names = [_name(part) for part in value]
        for number, (name, part) in enumerate(zip(names, value, strict=True), 1):
            yield from _leaves(f"{path}.{name if name and names.count(name) == 1 else number}", part)
    else:
        yield path, list(value) if isinstance(value, tuple) else value


def _name(part: dict[str, Any]) -> str | None:
    """Return what tells one of several tables from the others."""
    return next((part[key].replace(".", "·") for key in ("code", "word", "printed", "name") if part.get(key)), None)


def _changes(code: tuple[str, str], before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[DecreeChange]:
    paths = dict.fromkeys([*before, *after])
    parts = list(dict.fromkeys(map(_part, paths)))
    for path in sorted(paths, key=lambda one: parts.index(_part(one))):
        if before.get(path) != after.get(path):
            yield DecreeChange(code=code, path=path, before=before.get(path), after=after.get(path))


def _part(path: str) -> str:
    return path.partition(".")[0]


def _written(change: DecreeChange, language: Language) -> tuple[str, str]:
    """Write both sides: of lists what only one has, of long texts the words that differ."""
    before, after = change.before, change.after
    is_number = _part(change.path) in _NUMBERS
    if isinstance(before, list) and isinstance(after, list) and not is_number:
        before, after = (
            [part for part in one if part not in other] for one, other in ((before, after), (after, before))
        )
    return _apart(*(_write(value, language, is_number=is_number) for value in (before, after)))


def _write(value: Any, language: Language, *, is_number: bool) -> str:
    match value:
        case None | []:
            return "-"
        case dict():
            return str(value[language.value])
        case list():
            return ("-" if is_number else "; ").join(_write(part, language, is_number=is_number) for part in value)
        case bool():
            return (_YES if value else _NO).read(language)
        case str() if is_number and _EXACT.fullmatch(value):
            return write_exact(Fraction(value), language)
    return str(value)


_YES, _NO = Text(id="ya", en="yes"), Text(id="tidak", en="no")
_EXACT = re.compile(r"-?[0-9]+(/[0-9]+)?")
_LONG, _AROUND = 60, 3
"""From so many signs on a text is shortened; so many words stay around what differs."""


def _apart(before: str, after: str) -> tuple[str, str]:
    """Leave out what both texts begin and end with, if both are long."""
    if min(len(before), len(after)) < _LONG:
        return before, after
    one, other = before.split(), after.split()
    start = _in_common(one, other)
    end = _in_common(one[start:][::-1], other[start:][::-1])
    first, last = max(start - _AROUND, 0), max(end - _AROUND, 0)
    return _shortened(one, first, last), _shortened(other, first, last)


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words both begin with."""
    return len(list(itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def _shortened(words: Sequence[str], first: int, last: int) -> str:
    kept = words[first : len(words) - last]
    return " ".join([*(["..."] if first else []), *kept, *(["..."] if last else [])])
