"""The XML of a workbook as a stream: of any file, however it is made, no more than a piece is held at a time."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable

_DEEPEST = 100  # a cell of rich text stands eight deep


def parse(
    part: IO[bytes], opens: Callable[[str, dict[str, str]], object], closes: Callable[[str, str], object]
) -> None:
    """Go through the elements of an XML file.

    Args:
        part: the file.
        opens: called where an element opens, with its name and its attributes; names are without their prefix.
        closes: called where it closes, with its name and its text after the last element in it.

    Raises:
        xml.parsers.expat.ExpatError: for what is not well formed, or not UTF-8.
        ValueError: for declared entities, which workbooks have none of, and for elements that nest without end.
    """
    texts: list[str] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            message = f"elements nest more than {_DEEPEST} deep"
            raise ValueError(message)
        if texts:
            texts.clear()
        opens(_local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        text = ""
        if texts:
            text = "".join(texts)
            texts.clear()
        closes(_local(name), text)

    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = texts.append, _refuse_doctype
    parser.ParseFile(part)


def _refuse_doctype(name: str, *_: object) -> None:
    message = f"a document type is declared: {name}"
    raise ValueError(message)


def _local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name
