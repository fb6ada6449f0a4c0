"""Codes of indicators as people write them: `sk1/2`, `SK 3/4`, `SK3-4`, `SK.2.1`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinerja._base import UnknownIndicatorError

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")


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
    fitting = [code for code in known if _fit(_parts(written), _parts(code))]
    if len(fitting) == 1:
        return fitting[0]
    raise UnknownIndicatorError.of(written, known, fitting)


def _parts(code: str) -> list[str]:
    return _PARTS.findall(code.casefold())


def _fit(written: list[str], code: list[str]) -> bool:
    """Tell whether letters and digits are the same, and their parts too unless nothing parts the numbers written."""
    numbers = sum(map(str.isdecimal, written))
    return bool(written) and "".join(written) == "".join(code) and (numbers <= 1 or written == code)
