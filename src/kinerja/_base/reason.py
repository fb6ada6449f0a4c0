"""Why there is no figure."""

from __future__ import annotations

import enum

from kinerja._base.text import Text


class Reason(enum.Enum):
    """Why a figure is missing. A missing figure is never 0.

    `str` gives the Indonesian sentence; `reason.value` holds both languages.

    >>> str(Reason.NOT_MEASURED)
    'Belum diukur.'
    >>> Reason.NOT_MEASURED.value.en
    'Not measured yet.'
    """

    NOT_MEASURED = Text(id="Belum diukur.", en="Not measured yet.")
    NO_TARGET = Text(
        id="Tidak ada target yang dapat menjadi pembagi: targetnya tidak ditetapkan atau bukan di atas 0.",
        en="No target to divide by: none is set, or it is not above 0.",
    )
    UNDEFINED_ACTUAL = Text(
        id="Realisasi tidak terdefinisi: pembaginya nol atau di bawah nol.",
        en="The actual is undefined: there is nothing above 0 to divide by.",
    )
    NOT_APPLICABLE = Text(id="Tidak berlaku (N/A).", en="Not applicable (N/A).")

    def __str__(self) -> str:
        return self.value.id
