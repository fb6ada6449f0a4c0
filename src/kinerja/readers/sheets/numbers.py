"""Numbers as Indonesian offices write them: dots between thousands, one comma before the decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from kinerja._base import Message, read_exact, write_exact
from kinerja.readers.sheets import messages as say
from kinerja.readers.sheets.problems import refusal

NOT_MEASURED = frozenset({"N/A", "n/a", "-", "\N{EN DASH}", "\N{EM DASH}"})
"""What agencies print where nothing was measured; a blank cell says the same."""

_SIGN = "[-+\N{MINUS SIGN}]?"
_AFFIXES = re.compile(
    rf"(?P<sign>{_SIGN})(?P<rupiah>(?:Rp\.?\s*)?)(?P<inner>{_SIGN})"
    r"(?P<core>.*?)(?P<round>(?:,-)?)\s*(?P<percent>%?)",
    re.IGNORECASE | re.DOTALL,
)
_SHAPE = re.compile(r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<decimals>[0-9]+))?", re.ASCII)
_MOST_DIGITS = 25  # a longer number is a slip
_LONGEST = 100
_MOST_RUPIAH_DECIMALS = 2

_REFUSED = (
    (re.compile(r"nan|inf(?:inity)?|\N{INFINITY}", re.IGNORECASE), say.NOT_FINITE),
    (re.compile(r"[0-9.,]+e[-+]?[0-9]+", re.IGNORECASE), say.POWER_OF_TEN),
    (re.compile(r"[0-9.,]+(?:_[0-9.,]+)+"), say.UNDERSCORE),
    (re.compile(r"(?=.*[^\W_a-zA-Z0-9])[\d.,]+"), say.OTHER_DIGITS),
    (re.compile(r"[0-9]+(?:,[0-9]+){2,}(?:\.[0-9]*)?|[0-9]+,[0-9.]*\.[0-9.]*"), say.COMMAS),
    (re.compile(r"[0-9]*(?:\.[0-9]*)+(?:,[0-9]*)?"), say.DOTS),
    (re.compile(r"[0-9.,]+(?:\s+[0-9.,]+)+"), say.SPACES),
    (re.compile(r"\(.*\)", re.DOTALL), say.BRACKETS),
)

_RANGE = re.compile(
    r"\s*(?P<low>(?:Rp\.?\s*)?[0-9][^-\N{EN DASH}]*?)\s*(?:-|\N{EN DASH}|s\.?d\.?|s/d|sampai(?:\s+dengan)?|hingga)"
    r"\s*(?P<high>(?:Rp\.?\s*)?[0-9][^-\N{EN DASH}]*?)\s*",
    re.IGNORECASE,
)


def range_in(text: str) -> tuple[str, str] | None:
    """Return the two numbers of a range as people write it; None for what is none.

    >>> range_in("80-90"), range_in("80,5% s.d. 90%"), range_in("2025 sampai 2029"), range_in("-5")
    (('80', '90'), ('80,5%', '90%'), ('2025', '2029'), None)
    """
    found = _RANGE.fullmatch(text)
    return None if found is None else (found["low"], found["high"])


def read_number(
    text: str,
    *,
    may_be_percent: bool = True,
    dots_group: bool = False,
    may_be_fraction: bool = False,
    may_be_rupiah: bool = True,
) -> Fraction:
    """Read one number in Indonesian writing, exactly.

    A sign, `Rp` before and `%` after the number are allowed; `%` says what the number is and does not divide it:
    `47,25%` is 47.25 (percent).

    Args:
        text: what the cell says.
        may_be_percent: whether it may be a percentage. False refuses `%`.
        dots_group: whether dots can only separate thousands, as in rupiah and in whole numbers: then `1.000` is one
            thousand. Otherwise one dot before exactly three digits (`47.250`) is refused, because some write decimals
            so; an amount with `Rp` is not in doubt. False unless said otherwise, because refusing is better than a
            figure a thousand times too large.
        may_be_fraction: whether it may be an exact fraction such as `100/3`, which a spreadsheet would take for a day.
            So `write_exact(..., grouped=False)` writes what has no end as a decimal.
        may_be_rupiah: whether it may be an amount of money. False refuses `Rp`.

    Raises:
        RecordsError: for what is no number, saying what is allowed.

    >>> read_number("Rp 1.971.124.137"), read_number("-47,25%")
    (Fraction(1971124137, 1), Fraction(-189, 4))
    >>> read_number("1.000", dots_group=True)
    Fraction(1000, 1)
    >>> read_number("47.250")
    Traceback (most recent call last):
    kinerja.RecordsError: '47.250': the dot may stand for thousands or for decimals; write 47,25 or 47250.
    """
    written = text.strip()
    fraction = read_exact(written) if may_be_fraction and "/" in written else None
    if fraction is not None:
        return fraction
    parts = _AFFIXES.fullmatch(written[:_LONGEST])
    if not written or parts is None or len(written) > _LONGEST:
        raise refusal(say.NO_NUMBER if written else say.NUMBER_MISSING, value=text)
    shape = _SHAPE.fullmatch(parts["core"])
    if shape is None:
        core = parts["core"] + parts["round"]
        raise refusal(next((said for form, said in _REFUSED if form.fullmatch(core)), say.NO_NUMBER), value=text)
    wrong = _doubt(parts, shape, may_be_percent=may_be_percent, dots_group=dots_group)
    if parts["rupiah"] and not may_be_rupiah:
        wrong = wrong or say.NO_RUPIAH
    if wrong is not None:
        raise refusal(wrong, value=text, limit=_MOST_DIGITS)
    left, *groups = shape["whole"].split(".")
    if not dots_group and not parts["rupiah"] and len(groups) == 1 and not shape["decimals"]:
        decimal = write_exact(Fraction(shape["whole"]))
        raise refusal(say.AMBIGUOUS_DOT, value=text, decimal=decimal, whole=left + groups[0])
    value = Fraction(Decimal(shape[0].replace(".", "").replace(",", ".")))
    return -value if {parts["sign"], parts["inner"]} & {"-", "\N{MINUS SIGN}"} else value


def _doubt(parts: re.Match[str], shape: re.Match[str], *, may_be_percent: bool, dots_group: bool) -> Message | None:
    """Say what is wrong with a number of the right shape, or return None."""
    decimals = shape["decimals"] or ""
    is_rupiah, is_percent = bool(parts["rupiah"]), bool(parts["percent"])
    is_round_rupiah = (is_rupiah or dots_group) and not decimals and not is_percent
    if (parts["sign"] and parts["inner"]) or (is_rupiah and is_percent) or (parts["round"] and not is_round_rupiah):
        return say.NO_NUMBER
    if is_percent and not may_be_percent:
        return say.NO_PERCENT
    if is_rupiah and len(decimals) > _MOST_RUPIAH_DECIMALS:
        return say.RUPIAH_DECIMALS
    if len(shape["whole"].replace(".", "")) + len(decimals) > _MOST_DIGITS:
        return say.TOO_MANY_DIGITS
    return say.THREE_ZEROS if decimals == "000" else None
