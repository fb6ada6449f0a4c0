"""How the laws are tried."""

from __future__ import annotations

import os

from hypothesis import settings

# The laws say what is true, not how fast: a busy machine must not break one.
settings.register_profile("laws", deadline=None)
settings.register_profile("few", deadline=None, max_examples=10)
settings.load_profile(os.environ.get("KINERJA_LAWS", "laws"))
