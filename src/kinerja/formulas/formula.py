"""What the formulas of data have in common: a code, and letters whose words are the entry's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import attrs

from kinerja._base import FrozenMap, Text
from kinerja.formulas import messages as say
from kinerja.measurement import RUPIAH, Bounds, Impossible, Indicator, Polarity, Range, Timing, Unit, Variable, as_range
from kinerja.records import Field, FieldType, above, by_kind, day, name, plain_heading, stated, unit

if TYPE_CHECKING:
    from kinerja.records import Period

R_contra = TypeVar("R_contra", contravariant=True)


@attrs.frozen(kw_only=True)
class Letter:
    """What a letter of a formula stands for (variabel), as the entry has it.

    Fields:
        label: what is counted, for the reader; it heads the column of the form too.
        unit: in which unit; a whole unit refuses fractions.
        symbol: the letter; the formula has its own where none is given.
        signed: whether it may be below 0.
        least, most: what it can be; without a least it is 0, or none where it is signed. Of a mean and an index they
            are those of each value, by the scale of the unit where none are given: a sum hides what is outside.
        usual: the lowest and the highest of what is usual, outside which there is a remark.
    """

    label: Text
    unit: Unit
    symbol: str = ""
    signed: bool = False
    least: int | None = None
    most: int | None = None
    usual: Range | None = attrs.field(default=None, converter=as_range)

    @property
    def lowest(self) -> int | None:
        """The smallest value there can be; None where there is none."""
        return 0 if self.least is None and not self.signed else self.least

    @property
    def bounds(self) -> Bounds:
        """What one value can be, by its own bounds and by the scale of its unit."""
        scale = Bounds.of(self, self.unit)
        least = self.lowest if scale.least is None else scale.least
        return Bounds(least=None if least is None else Fraction(least), most=scale.most)

    def bounds_in(self, unit: Unit) -> Bounds:
        """Return what an actual in a unit can be by it; a letter in another unit tells nothing of that."""
        return self.bounds if self.unit.name == unit.name else Bounds()

    def impossible(self, value: Any) -> Iterator[Impossible]:
        """Say which values of one record cannot be."""
        if self.bounds.least is not None:
            least = int(self.bounds.least)
            said = {"what": self.label, "value": value, "limit": least, "unit": self.unit.name}
            yield Impossible(above(least, value), say.VALUE_BELOW, said)
        if self.bounds.most is not None:
            most = int(self.bounds.most)
            said = {"what": self.label, "value": value, "limit": most, "unit": self.unit.name}
            yield Impossible(above(value, most), say.VALUE_ABOVE, said)

    def summed(self, name: str, letter: str, label: Text, **more: Any) -> Variable:
        """Return the sum of its values as a variable: of bounds one at 0 or above says that it is not below 0."""
        least = None if self.bounds.least is None or self.bounds.least < 0 else 0
        bounds = {"least": least, "most": None, "usual": None, "empty": "unmeasured"}
        return self.variable(name, letter, label=label, **bounds, **more)

    def variable(self, name: str, letter: str, **more: Any) -> Variable:
        """Return it as a variable of an indicator; what a formula says more goes before."""
        own = {"least": self.lowest, "most": self.most, "usual": self.usual, "label": self.label}
        return Variable(**{"name": name, "symbol": self.symbol or letter, "unit": self.unit, **own, **more})

    def worded(self, id: str, en: str) -> Text:  # noqa: A002 - as Text has them
        """Return a label that says more than the letter's own."""
        return Text(id=f"{self.label.id} {id}", en=f"{self.label.en} {en}")


def _check_code(instance: object, attribute: attrs.Attribute[str], code: object) -> None:
    if not isinstance(code, str) or not stated(code):
        raise say.NO_CODE.error(indicator=type(instance).__name__, field=attribute.name, value=code)


def in_quarters_or_not(instance: object, attribute: attrs.Attribute[Timing], timing: object) -> None:
    """Validate the timing of a formula whose records have a day: by quarters that add up, or by the year alone."""
    if timing not in {Timing.FLOW, Timing.YEARLY}:
        raise say.OTHER_TIMING.error(indicator=type(instance).__name__, member=attribute.name, value=timing)


@attrs.frozen(kw_only=True)
class Formula(Indicator[R_contra]):
    """An indicator whose words are data.

    Each record names the code of its indicator (kode), so that two of one formula never count each other's records.

    Fields:
        code: of the entry.
        unit: of the actual.
        polarity: which way is better.
        least, most: what the actual can be; None where there is no bound.
        usual: the lowest and the highest of what is usual, outside which there is a remark.
    """

    code: str = attrs.field(validator=_check_code)
    unit: Unit
    polarity: Polarity = Polarity.MAXIMISE
    least: int | None = None
    most: int | None = None
    usual: Range | None = attrs.field(default=None, converter=as_range)

    lettered: ClassVar[FrozenMap[str, str]] = FrozenMap()
    """Field of its record -> the field here that names it in the entry's own words."""

    @property
    def by_letters(self) -> Bounds:
        """What the actual can be by what its letters can be, where nothing is stated of the actual itself."""
        return Bounds()

    @property
    def letters(self) -> Mapping[str, Letter]:
        """The fields of its record that an entry names in its own words, and how."""
        return FrozenMap({field: getattr(self, own) for field, own in self.lettered.items()})

    @property
    def form_fields(self) -> tuple[Field, ...]:
        """The columns of its form, headed in the entry's own words; the record's own headings are taken too."""
        letters = self.letters
        return tuple(
            _in_words_of(letters[field.name], field) if field.name in letters else field
            for field in super().form_fields
        )

    def __attrs_post_init__(self) -> None:
        """Refuse words that head a column as another is headed: nobody could tell which is which."""
        headings = [(field.name, {plain_heading(one) for one in field.headings}) for field in self.form_fields]
        for called, letter in self.letters.items():
            own = plain_heading(letter.label.id)
            others = [field for field, those in headings if field != called and own in those]
            if others:
                raise say.HEADED_AS_OTHER.error(
                    indicator=type(self).__name__, field=called, value=letter.label.id, names=others
                )


def _in_words_of(letter: Letter, field: Field) -> Field:
    kind = field.kind
    if kind is FieldType.NUMBER:
        kind = FieldType.RUPIAH if letter.unit == RUPIAH else kind
    return attrs.evolve(
        field,
        heading=letter.label.id,
        kind=kind,
        also=(field.heading, *field.also),
        note=f"{letter.unit}. {field.note}",
    )


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class FormulaRecord:
    """What every record of a formula says first.

    Fields:
        unit: whose record it is (unit kerja).
        indicator: the code of its indicator (kode).
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "indicator", "reference")
    dated_by: ClassVar[str] = "dated_on"

    unit: str = attrs.field(metadata=unit("unit kerja"))
    indicator: str = attrs.field(metadata=name("kode", "Kode indikator; sudah diisi."))


def own_name(heading: str, more: str = "") -> dict[str, Any]:
    """Describe what tells a record from the others of its indicator: the field `reference`."""
    note = f"Nomor atau nama yang membedakannya dari yang lain, satu kali saja.{more}"
    return name(heading, note, also=("nomor", "nama"))


def dated() -> dict[str, Any]:
    """Describe the day by which a record is of a period: the field `dated_on`."""
    return day(
        "tanggal",
        "Tanggal yang menentukan periodenya. Untuk angka sebulan, setriwulan, atau setahun: tanggal terakhirnya.",
        needed=True,
    )


def of_period(own: str, line: Any, period: Period) -> dict[str, Any]:
    """Return what must hold of a dated record: it is of the indicator of this code, and of the period."""
    return {**of_code(own, line), "bertanggal dalam periode": period.contains(line.dated_on)}


def of_year(own: str, line: Any, period: Period) -> dict[str, Any]:
    """Return what must hold of a record of a year."""
    return {**of_code(own, line), "tahun yang dinilai": line.year == period.year}


def of_code(own: str, line: Any) -> dict[str, Any]:
    """Return what must hold of any record: it is of the indicator of this code."""
    return {f"kode {own}": line.indicator == own}
