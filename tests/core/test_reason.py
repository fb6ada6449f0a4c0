"""Why there is no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinerja import Reason
from kinerja._base import Language

if TYPE_CHECKING:
    from collections.abc import Callable


def test_there_are_five_reasons() -> None:
    """A figure is missing for one of five reasons."""
    assert ["NOT_MEASURED", "NO_TARGET", "UNDEFINED_ACTUAL", "UNDEFINED_ACHIEVEMENT", "NOT_APPLICABLE"] == [
        reason.name for reason in Reason
    ]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason.NOT_MEASURED, "Belum diukur."),
        (
            Reason.NO_TARGET,
            "Tidak ada target yang dapat menjadi pembagi: targetnya tidak ditetapkan atau bukan di atas 0.",
        ),
        (Reason.UNDEFINED_ACTUAL, "Realisasi tidak terdefinisi: pembaginya nol atau di bawah nol."),
        (
            Reason.UNDEFINED_ACHIEVEMENT,
            (
                "Capaian tidak terdefinisi: aturan T / R membagi dengan realisasi, yang nol atau di bawah nol; "
                "targetnya tercapai."
            ),
        ),
        (Reason.NOT_APPLICABLE, "Tidak berlaku (N/A)."),
    ],
)
def test_a_reason_prints_as_an_indonesian_sentence(reason: Reason, expected: str) -> None:
    """`str` gives the sentence that a report prints."""
    assert expected == str(reason)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason.NOT_MEASURED, "Not measured yet."),
        (Reason.NO_TARGET, "No target to divide by: none is set, or it is not above 0."),
        (Reason.UNDEFINED_ACTUAL, "The actual is undefined: there is nothing above 0 to divide by."),
        (
            Reason.UNDEFINED_ACHIEVEMENT,
            (
                "The achievement is undefined: the rule T / R divides by the actual, which is not above 0; the "
                "target is met."
            ),
        ),
        (Reason.NOT_APPLICABLE, "Not applicable (N/A)."),
    ],
)
def test_a_reason_has_an_english_sentence(reason: Reason, expected: str) -> None:
    """The value of a reason holds both languages."""
    assert expected == reason.value.read(Language.ENGLISH)


@pytest.mark.parametrize("reason", Reason)
def test_a_duplicated_reason_is_the_reason(duplicate: Callable[[Any], Any], reason: Reason) -> None:
    """A pickled or copied reason is still compared with `is`."""
    assert reason is duplicate(reason)
