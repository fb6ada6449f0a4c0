"""Frames as callers hold them, in and out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import narwhals.stable.v2 as nw


@attrs.frozen(kw_only=True)
class Opened:
    frame: Any
    close: Callable[[Any], Any]


def from_native(native: Any) -> Opened:
    frame = nw.from_native(native)
    return Opened(frame=frame, close=lambda result: result.to_native())
