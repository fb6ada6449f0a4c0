"""Numbers as Indonesian offices write them: dots between thousands, one comma before the decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from kinerja._base import Text
from kinerja.readers.sheets.problems import unfit

__all__ = ["NOT_MEASURED", "read_number"]

NOT_MEASURED = frozenset({"N/A", "n/a", "-", "\N{EN DASH}", "\N{EM DASH}"})
"""What agencies print where nothing was measured; a blank cell says the same."""

_SIGN = "[-+\N{MINUS SIGN}]?"
_AFFIXES = re.compile(
    rf"(?P<sign>{_SIGN})(?P<rupiah>(?:Rp\.?\s*)?)(?P<inner>{_SIGN})"
    r"(?P<core>.*?)(?P<round>(?:,-)?)\s*(?P<percent>%?)",
    re.IGNORECASE | re.DOTALL,
)
_SHAPE = re.compile(r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?P<groups>(?:\.[0-9]{3})+))(?:,(?P<decimals>[0-9]+))?", re.ASCII)
_MOST_DIGITS = 25  # a longer number is a slip
_LONGEST = 100
_MOST_RUPIAH_DECIMALS = 2

_BLANK = Text(id="sel kosong; tulis angkanya.", en="the cell is blank; write the number.")
_ALLOWED = Text(
    id="bukan angka; tulis dengan angka 0-9, titik di antara ribuan dan satu koma untuk desimal, "
    "misalnya 1.234.567,89.",
    en="not a number; write it with digits 0-9, dots between thousands and one decimal comma, "
    "for example 1.234.567,89.",
)
_REFUSED = (
    (
        re.compile(r"nan|inf(?:inity)?|\N{INFINITY}", re.IGNORECASE),
        Text(
            id="bukan angka berhingga; tulis angkanya, atau N/A bila belum diukur.",
            en="not a finite number; write the number, or N/A if it was not measured.",
        ),
    ),
    (
        re.compile(r"[0-9.,]+e[-+]?[0-9]+", re.IGNORECASE),
        Text(
            id="penulisan dengan pangkat sepuluh (E) tidak dibaca; tulis semua angkanya, misalnya 100000.",
            en="powers of ten (E) are not read; write all digits, for example 100000.",
        ),
    ),
    (
        re.compile(r"[0-9.,]+(?:_[0-9.,]+)+"),
        Text(
            id="garis bawah bukan pemisah ribuan; gunakan titik, misalnya 1.000.",
            en="an underscore does not separate thousands; use dots, for example 1.000.",
        ),
    ),
    (
        re.compile(r"(?=.*[^\W_a-zA-Z0-9])[\d.,]+"),
        Text(id="angka harus ditulis dengan 0-9.", en="digits must be 0-9."),
    ),
    (
        re.compile(r"[0-9]+(?:,[0-9]+){2,}(?:\.[0-9]*)?|[0-9]+,[0-9.]*\.[0-9.]*"),
        Text(
            id="koma hanya satu dan hanya untuk desimal; pisahkan ribuan dengan titik, misalnya 17.265.705.000.",
            en="there is one comma at most and only before decimals; separate thousands with dots, "
            "for example 17.265.705.000.",
        ),
    ),
    (
        re.compile(r"[0-9]*(?:\.[0-9]*)+(?:,[0-9]*)?"),
        Text(
            id="titik memisahkan ribuan dan diikuti tepat tiga angka; tulis desimal dengan koma, misalnya 80,00.",
            en="a dot separates thousands and is followed by exactly three digits; write decimals with a comma, "
            "for example 80,00.",
        ),
    ),
    (
        re.compile(r"[0-9.,]+(?:\s+[0-9.,]+)+"),
        Text(
            id="hapus spasi di antara angka; ribuan dipisahkan dengan titik.",
            en="remove the blanks between the digits; thousands are separated with dots.",
        ),
    ),
    (
        re.compile(r"\(.*\)", re.DOTALL),
        Text(
            id="angka di bawah nol ditulis dengan minus, misalnya -5, bukan dalam kurung.",
            en="a number below zero is written with a minus, for example -5, not in brackets.",
        ),
    ),
)
_NO_PERCENT = Text(
    id="yang diminta bukan persen; tulis angkanya tanpa %.", en="this is no percent; write the number without %."
)
_RUPIAH_DECIMALS = Text(
    id="rupiah tidak mempunyai lebih dari dua desimal; bila koma itu pemisah ribuan, gunakan titik.",
    en="rupiah have no more than two decimals; if that comma separates thousands, use a dot.",
)
_THREE_ZEROS = Text(
    id="koma di depan 000 dapat berarti ribuan; tulis 1.000 untuk seribu atau 1 untuk satu.",
    en="a comma before 000 may stand for thousands; write 1.000 for one thousand or 1 for one.",
)
_TOO_LONG = Text(
    id=f"lebih dari {_MOST_DIGITS} angka; periksa penulisannya.", en=f"more than {_MOST_DIGITS} digits; check it."
)


def read_number(text: str, *, may_be_percent: bool = True) -> Fraction:
    """Read one number in Indonesian writing, exactly.

    A sign, `Rp` before and `%` after the number are allowed; `%` says what the number is and does not divide it:
    `47,25%` is 47.25 (percent).

    Args:
        text: what the cell says.
        may_be_percent: whether it may be a percentage. Then one dot before exactly three digits (`47.250`) is refused,
            because some write decimals so; an amount with `Rp` is not in doubt. False refuses `%`, and `1.000` is one
            thousand. True unless said otherwise, because refusing is better than a figure a thousand times too large.

    Raises:
        RecordsError: for what is no number, saying what is allowed.

    >>> read_number("Rp 1.971.124.137"), read_number("-47,25%")
    (Fraction(1971124137, 1), Fraction(-189, 4))
    >>> read_number("1.000", may_be_percent=False)
    Fraction(1000, 1)
    >>> read_number("47.250")
    Traceback (most recent call last):
    kinerja.RecordsError: '47.250': the dot may stand for thousands or for decimals; write 47,25 or 47250.
    """
    written = text.strip()
    parts = _AFFIXES.fullmatch(written[:_LONGEST])
    if not written or parts is None or len(written) > _LONGEST:
        raise unfit(_ALLOWED if written else _BLANK, text)
    shape = _SHAPE.fullmatch(parts["core"])
    wrong = _refused(parts) if shape is None else _doubt(parts, shape, may_be_percent=may_be_percent)
    if shape is None or wrong is not None:
        raise unfit(wrong or _ALLOWED, text)
    value = Fraction(Decimal(shape[0].replace(".", "").replace(",", ".")))
    return -value if {parts["sign"], parts["inner"]} & {"-", "\N{MINUS SIGN}"} else value


def _refused(parts: re.Match[str]) -> Text | None:
    core = parts["core"] + parts["round"]
    return next((sentence for pattern, sentence in _REFUSED if pattern.fullmatch(core)), None)


def _doubt(parts: re.Match[str], shape: re.Match[str], *, may_be_percent: bool) -> Text | None:
    """Say what is wrong with a number of the right shape, or return None."""
    decimals = shape["decimals"] or ""
    is_rupiah, is_percent = bool(parts["rupiah"]), bool(parts["percent"])
    is_round_rupiah = (is_rupiah or not may_be_percent) and not decimals and not is_percent
    if (parts["sign"] and parts["inner"]) or (is_rupiah and is_percent) or (parts["round"] and not is_round_rupiah):
        return _ALLOWED
    if is_percent and not may_be_percent:
        return _NO_PERCENT
    if is_rupiah and len(decimals) > _MOST_RUPIAH_DECIMALS:
        return _RUPIAH_DECIMALS
    if len(shape["whole"].replace(".", "")) + len(decimals) > _MOST_DIGITS:
        return _TOO_LONG
    groups = shape["groups"] or ""
    if may_be_percent and not is_rupiah and groups.count(".") == 1 and not decimals:
        return _ambiguous_dot(shape["whole"])
    return _THREE_ZEROS if decimals == "000" else None


def _ambiguous_dot(whole: str) -> Text:
    left, right = whole.split(".")
    as_decimal = f"{left},{right.rstrip('0')}".rstrip(",")
    return Text(
        id=f"titik di sini dapat berarti ribuan atau desimal; tulis {as_decimal} atau {left}{right}.",
        en=f"the dot may stand for thousands or for decimals; write {as_decimal} or {left}{right}.",
    )
