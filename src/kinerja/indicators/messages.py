"""What this package says when it refuses something, both texts once."""

from kinerja._base import QuantityError, UndefinedActualError

NOTHING_BEFORE = UndefinedActualError.worded(
    code="improvement.nothing_before",
    id="Ukuran sebelum pendampingan {value} tidak dapat menjadi pembagi; ukuran itu harus di atas 0.",
    en="A measure of {value} before the assistance cannot be divided by; it must be above 0.",
)
NO_CASES = QuantityError.worded(
    code="improvement.no_cases",
    id="{indicator}: improvement tidak mungkin selain 0 bila cases = 0.",
    en="{indicator}: improvement can only be 0 where cases = 0.",
)
