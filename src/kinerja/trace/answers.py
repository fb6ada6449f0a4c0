"""What a verification comes to, and what it held against nothing."""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

from kinerja._base import Text


class Answer(enum.Enum):
    """What a verification says: the figure follows, it does not, or another counting rule gave it."""

    HOLDS = Text(id="sesuai; angkanya tetap mengikuti.", en="it holds; the figure still follows.")
    DIFFERS = Text(id="tidak sesuai.", en="it does not hold.")
    OTHER_RULES = Text(
        id="tidak dapat dinyatakan sesuai atau tidak sesuai, karena aturan penghitungannya telah berubah.",
        en="neither holds nor fails, because the counting rule has changed.",
    )


class Unchecked(enum.Enum):
    """What a verification held against nothing, so that the trace's own word is believed."""

    CLAUSE = Text(
        id="Bunyi keputusan dan targetnya diambil dari jejak ini sendiri; untuk mencocokkannya, sertakan berkas "
        "keputusan itu (.xlsx atau .toml).",
        en="The words and targets of the decree are the trace's own; to check them, give the decree's catalogue.",
    )
    EVIDENCE = Text(
        id="Data dukung dan nama unitnya diambil dari jejak ini sendiri; untuk menghitung ulang dari berkasnya, "
        "berikan foldernya.",
        en="The records and the name of their unit are the trace's own; to measure again from their files, give their "
        "folder.",
    )
    RECORDS = Text(
        id="Data dukungnya tidak disertakan; yang dihitung ulang hanya realisasi dan capaian, dari variabel tertulis.",
        en="The records are withheld; only the actual and the achievement were worked out again, from the quantities "
        "as stated.",
    )
    TOTALS = Text(
        id="Jumlah, realisasi, atau alasan yang diberikan langsung, tanpa data dukung, tidak dapat dihitung ulang.",
        en="Totals, actuals and reasons that were given without records cannot be worked out again.",
    )
    TARGET = Text(
        id="Target yang ditetapkan unit sendiri tidak dicocokkan dengan dokumen mana pun.",
        en="The unit's own target was held against no document.",
    )
    SETTINGS = Text(
        id="Setelan unit tidak dicocokkan dengan dokumen mana pun.", en="The unit's settings were held against nothing."
    )
    SCORING = Text(
        id="Batas capaian dan rumus penilaian yang dipilih unit tidak dicocokkan dengan dokumen mana pun.",
        en="The cap and the rule of scoring that the unit chose were held against no document.",
    )


@attrs.frozen(kw_only=True)
class OtherRules:
    """A figure that was measured by another counting rule than today's.

    Fields:
        stated, present: the numbers of both rules.
        gives: the actual by today's rule; None where it gives none.
        text: both in one sentence: "dihitung dengan aturan 1 (baris); aturan 2 (ruang lingkup) memberi 1".
    """

    stated: int | None
    present: int | None
    gives: Fraction | None
    text: Text
