"""Frames as callers hold them: how each kind comes in, and how the result goes out in the same kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from kinerja.errors import ColumnsError, MissingExtraError
from kinerja.frames.engine import unknown_frame
from kinerja.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Opened", "arrow_of", "open_frame", "pandas_of"]


@attrs.frozen(kw_only=True)
class Opened:
    """A frame as the rules run on it.

    Fields:
        native: what the caller gave.
        frame: it, in narwhals; pandas and the parts of a Dask frame go through Arrow.
        is_dask: whether it is to be measured part by part.
        close: gives a result back in the caller's kind.
    """

    native: Any
    frame: Any
    close: Callable[[Any], Any]
    is_dask: bool = False

    @property
    def kind(self) -> str:
        """What kind of frame the caller holds, for messages and to tell kinds apart."""
        own = type(self.native)
        return f"{own.__module__.split('.')[0]}.{own.__name__}"

    @property
    def is_eager(self) -> bool:
        """Whether its rows are in memory already."""
        return not self.is_dask and isinstance(self.frame, nw.DataFrame)


def open_frame(native: Any) -> Opened:
    """Take a frame of any kind that is known.

    Raises:
        FrameError: for anything else.
        ColumnsError: for a pandas column that holds things of several types.
        MissingExtraError: where pandas or Dask is used and pyarrow is not installed.
    """
    own = nw.to_native(native, pass_through=True)
    if nw.dependencies.is_dask_dataframe(own):
        return Opened(native=own, frame=nw.from_native(arrow_of(own._meta)), is_dask=True, close=pandas_of)  # noqa: SLF001 - the empty frame that Dask keeps for its types
    if nw.dependencies.is_pandas_dataframe(own):
        return Opened(native=own, frame=nw.from_native(arrow_of(own)), close=pandas_of)
    try:
        frame = nw.from_native(own)
    except TypeError:
        raise unknown_frame(type(own).__name__) from None
    return Opened(native=own, frame=frame, close=_native)


def _native(frame: Any) -> Any:
    return frame.to_native()


def arrow_of(frame: Any) -> Any:
    """Return a pandas frame as an Arrow table: NaN and None are null, numpy's columns and pandas' own are alike."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - only who brings pandas needs it
    except ImportError:
        raise MissingExtraError.of("pandas") from None
    return pa.table({str(name): _arrow_column(pa, frame, place) for place, name in enumerate(frame.columns)})


def _arrow_column(pa: Any, frame: Any, place: int) -> Any:
    try:
        return pa.array(frame.iloc[:, place], from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        name = frame.columns[place]
        raise ColumnsError(
            Text(
                id=f"Kolom {name} memuat isi dari beberapa tipe ({error}); jadikan satu tipe.",
                en=f"Column {name} holds values of several types ({error}); make them one.",
            ),
            missing=(str(name),),
            available=tuple(map(str, frame.columns)),
        ) from None


def pandas_of(frame: Any) -> Any:
    """Return an Arrow result as pandas, in Arrow's types: numpy's whole numbers have no null."""
    import pandas as pd  # noqa: PLC0415 - the caller brought it

    return frame.to_native().to_pandas(types_mapper=pd.ArrowDtype)
