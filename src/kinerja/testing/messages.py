"""What this package says when it refuses something, both texts once."""

from kinerja._base import IndicatorError

NO_LAW = IndicatorError.worded(
    code="laws.unknown",
    id="{indicator}.{member}: tidak ada hukum bernama {value!r}; yang ada: {names}.",
    en="{indicator}.{member}: there is no law called {value!r}; there are: {names}.",
)
