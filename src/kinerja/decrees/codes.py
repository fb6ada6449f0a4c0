"""Codes of indicators as people write them: `sk1/2`, `SK 3/4`, `SK3-4`, `SK.2.1`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja._base import UnknownIndicatorError

_NUMBER = re.compile(r"[0-9]+", re.ASCII)


def find_code(written: str, codes: Iterable[str]) -> str:
    """Return the code that is meant: the one written, else the only one of the same letters and digits.

    Upper and lower case, blanks and punctuation make no difference, but what parts two numbers may not stand elsewhere:
    `SK11/1` is not SK1/11.

    Args:
        written: what a person wrote.
        codes: those that there are.

    Raises:
        UnknownIndicatorError: where none fits, or several do; it names them, or the close matches.

    >>> from kinerja import BSPJI_PEKANBARU_2021_2024 as catalogue
    >>> [find_code(written, catalogue) for written in ("sk1/2", "SK 3/4", "SK3-4", "SK.2.1", "sk31")]
    ['SK1/2', 'SK3/4', 'SK3/4', 'SK2/1', 'SK3/1']
    """
    known = tuple(codes)
    if written in known:
        return written
    fitting = [code for code in known if _fit(written, code)]
    if len(fitting) == 1:
        return fitting[0]
    raise UnknownIndicatorError.of(written, known, fitting)


def _fit(written: str, code: str) -> bool:
    """Tell whether letters and digits are the same, and the numbers too unless nothing parts those written."""
    letters, others = (signs(text) for text in (written, code))
    numbers = _NUMBER.findall(written)
    return bool(letters) and letters == others and (len(numbers) <= 1 or numbers == _NUMBER.findall(code))


def signs(text: str) -> list[str]:
    """Return the letters and digits of a text, upper and lower case the same."""
    return list(filter(str.isalnum, text.casefold()))
