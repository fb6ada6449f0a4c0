"""How what people read is written."""

from kinerja.writers.layout import lay_out

__all__ = [
    "lay_out",
]
