"""How the laws are tried."""

from __future__ import annotations

from hypothesis import settings

# The laws say what is true, not how fast: a busy machine must not break one.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
