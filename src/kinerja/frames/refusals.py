"""Why a group of a frame has no figure, where the exact path would raise."""

from __future__ import annotations

import enum

from kinerja._base import Text


class Refusal(enum.Enum):
    """Why no figure is given for a group; `kinerja.Reason` holds the reasons that scorecards know too.

    Where several hold, the first of this list is told.

    >>> str(Refusal.COUNTED_TWICE)
    'Ada data dukung yang terhitung dua kali; sisakan masing-masing satu.'
    """

    UNKNOWN_IDENTITY = Text(
        id="Identitas data dukung yang dihitung ada yang kosong; lengkapi.",
        en="The identity of a counted record is blank; complete it.",
    )
    UNKNOWN_VALUE = Text(
        id="Nilai data dukung yang dihitung ada yang tidak diketahui; lengkapi.",
        en="The value of a counted record is unknown; complete it.",
    )
    COUNTED_TWICE = Text(
        id="Ada data dukung yang terhitung dua kali; sisakan masing-masing satu.",
        en="A record is counted twice; keep one of each.",
    )
    NOT_WHOLE = Text(
        id="Rupiah dalam kolom pecahan biner tidak bulat atau mencapai 2^53; gunakan bilangan bulat atau desimal.",
        en="Rupiah in a float column are not whole or reach 2^53; use whole numbers or decimals.",
    )
    OVERFLOW = Text(
        id="Jumlahnya melampaui bilangan yang dapat disimpan dengan pasti.",
        en="The sum is beyond the numbers that can be kept exactly.",
    )
    IMPOSSIBLE = Text(
        id="Jumlahnya tidak mungkin: di bawah nilai terkecil, atau bagian melebihi keseluruhannya.",
        en="The sums cannot be: below the least value, or a part above its whole.",
    )

    def __str__(self) -> str:
        return self.value.id


def severity(refusal: Refusal) -> int:
    """Return the number of a refusal in a frame: of several, the largest is told."""
    return len(Refusal) - list(Refusal).index(refusal)
