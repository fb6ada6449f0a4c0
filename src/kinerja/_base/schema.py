"""How pydantic reads and writes exact numbers. Its core is imported when it asks, and never before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kinerja._base import messages as say
from kinerja._base.errors import InexactNumberError
from kinerja._base.text import exact_text, read_exact

if TYPE_CHECKING:
    from fractions import Fraction

    from pydantic_core import core_schema

_PATTERN = "^-?[0-9]+(/[0-9]*[1-9][0-9]*)?$"


def exact_schema(build: Callable[[Any], Fraction]) -> core_schema.CoreSchema:
    """Return how a number is read, from what `build` takes and from exact text, and written: as exact text.

    So `model_dump` writes it too, as it does pydantic's own Fraction: what pydantic knows no better it would round.
    """
    from pydantic_core import PydanticCustomError, core_schema  # noqa: PLC0415 - see above

    def read(value: object, info: core_schema.ValidationInfo[Any]) -> Fraction:
        try:
            if info.mode == "json" and isinstance(value, float):  # its parser has rounded it
                raise InexactNumberError.saying(say.NOT_IN_FULL, value=value)
            return build(_from_text(value))
        except InexactNumberError as error:  # a TypeError, which pydantic does not gather
            said = {"message": error.text.en, "code": error.code}
            refused = PydanticCustomError("inexact_number", "{message}", said)
            raise refused from None

    text, whole = core_schema.str_schema(pattern=_PATTERN), core_schema.int_schema()
    written = core_schema.plain_serializer_function_ser_schema(exact_text, return_schema=text)
    return core_schema.with_info_plain_validator_function(
        read, json_schema_input_schema=core_schema.union_schema([text, whole]), serialization=written
    )


def _from_text(value: object) -> object:
    if not isinstance(value, str):
        return value
    number = read_exact(value)
    if number is None:
        raise InexactNumberError.saying(say.NOT_IN_FULL, value=value)
    return number
