"""What this package says when it refuses something, both texts once."""

from __future__ import annotations

from kinerja._base import ErrorMessage, IndicatorError, Message

__all__: list[str] = []

ONE_TRUTH = Message(
    code="rule.one_truth",
    id="aturan hitung tidak dapat memakai {sign}, karena sebuah kolom benar atau salah per baris; gunakan {instead}.",
    en="a counting rule cannot use {sign}, because a column is true or false row by row; use {instead}.",
)
NO_RECORD = ErrorMessage(
    kind=IndicatorError,
    code="record.not_attrs",
    id="{indicator}.record = {value} bukan kelas data dukung; tulis @attrs.frozen(kw_only=True) di atas kelasnya.",
    en="{indicator}.record = {value} is no record class; write @attrs.frozen(kw_only=True) above the class.",
)
NO_IDENTITY = ErrorMessage(
    kind=IndicatorError,
    code="record.no_identity",
    id="{indicator}: {value} tidak menyatakan apa yang membuat dua barisnya satu; tambahkan identity: ClassVar = (...) "
    "dengan nama kolomnya: {names}.",
    en="{indicator}: {value} does not state what makes two of its rows one; add identity: ClassVar = (...) with names "
    "of its fields: {names}.",
)
