"""The archive that a workbook is: whether it is one, whether it is safe to unpack, and its parts."""

from __future__ import annotations

import copy
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

import attrs

from kinerja.readers import messages as say

if TYPE_CHECKING:
    import io

    from kinerja._base import Message

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
"""How old and encrypted workbooks begin."""

ZIP = b"PK\x03\x04"
"""How archives begin."""

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError),
    *(OSError, EOFError, LookupError, RuntimeError, ValueError),
)
"""What Python's readers of archives and XML raise for damaged bytes."""

_MOST_PER_BYTE = 1032  # what deflate can make of one byte, by its format
_CHUNK = 2**20
_DEEPEST = 100  # a cell of rich text stands eight deep
_MOST_NAMED = 100_000  # Excel itself allows 65,490 cell styles
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_OTHERS = frozenset({"xl/workbook.bin", "content.xml"})  # .xlsb and .ods, which nothing here looks into


@attrs.frozen(kw_only=True)
class Parts:
    """The parts of a workbook, by their names as python-calamine finds them: in either case, backslash as slash."""

    archive: zipfile.ZipFile = attrs.field(repr=False)
    names: dict[str, str]

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> Parts:
        """List the parts; ValueError where two go by one name, and readers would differ in which they take."""
        names = {_folded(name): name for name in archive.namelist()}
        if len(names) < len(archive.namelist()):
            message = "two parts go by one name"
            raise ValueError(message)
        return cls(archive=archive, names=names)

    def __contains__(self, path: str) -> bool:
        return _folded(path) in self.names

    def parse(
        self, path: str, opens: Callable[[str, dict[str, str]], object], closes: Callable[[str, str], object]
    ) -> None:
        """Go through the XML of a part; see `parse`. KeyError where the part is not there."""
        with self.archive.open(self.names[_folded(path)]) as part:
            parse(part, opens, closes)

    def named(self, path: str, name: str, within: str = "") -> list[dict[str, str]]:
        """Return the attributes of each element of a name in a part; ValueError for more than any workbook has.

        With `within`, of those alone that stand in an element of that name.
        """
        found: list[dict[str, str]] = []
        around: list[str] = []

        def opens(own: str, attributes: dict[str, str]) -> None:
            if own == name and (not within or within in around):
                found.append(attributes)
            if len(found) > _MOST_NAMED:
                message = f"more than {_MOST_NAMED} {name}"
                raise ValueError(message)
            around.append(own)

        self.parse(path, opens, lambda _own, _text: around.pop())
        return found

    def sheets(self) -> list[tuple[str, str]]:
        """Return the names and paths of the sheets, in the order of the workbook; ValueError where two share a path."""
        targets = {found["Id"]: found["Target"] for found in self.named(_RELATIONS, "Relationship")}
        sheets = [
            (found["name"], _path(targets[next((value for key, value in found.items() if key.endswith(":id")), "")]))
            for found in self.named(_WORKBOOK, "sheet")
        ]
        if len({_folded(path) for _, path in sheets}) < len(sheets):
            message = "two sheets share one part"
            raise ValueError(message)
        return sheets


def fault_of(stream: io.BufferedReader, limit: int) -> Message | None:
    """Say why a file cannot be read as a workbook; None if it can."""
    head = stream.peek(len(OLE))
    if not head.startswith(ZIP):
        return say.WORKBOOK_LOCKED if head.startswith(OLE) else say.NO_WORKBOOK
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = Parts.of(archive)
            if _WORKBOOK not in parts or any(name in parts for name in _OTHERS):
                return say.NO_WORKBOOK
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                return say.WORKBOOK_LOCKED
            if any(entry.compress_type not in _PACKED for entry in archive.infolist()):
                return say.WORKBOOK_DAMAGED
            return None if _fits(archive, limit) else say.WORKBOOK_TOO_LARGE
    except BROKEN:
        return say.WORKBOOK_DAMAGED


def _fits(archive: zipfile.ZipFile, limit: int) -> bool:
    """Tell whether all parts together unpack to no more than the limit.

    The sizes in the directory refuse a file but never admit one, because they may be false. What admits it is either
    that its packed bytes could not make more, or that they were unpacked and counted, up to the limit.
    """
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > limit:
        return False
    if _MOST_PER_BYTE * sum(entry.compress_size for entry in entries) <= limit:
        return True
    unpacked = 0
    for entry in entries:
        unbounded = copy.copy(entry)
        unbounded.file_size = limit + 2 * _CHUNK  # zipfile would stop where the directory says
        with archive.open(unbounded) as part:
            while size := len(part.read(_CHUNK)):
                unpacked += size
                if unpacked > limit:
                    return False
    return True


def _folded(name: str) -> str:
    return name.replace("\\", "/").lower()


def _path(target: str) -> str:
    """Return the path in the archive of what a relationship of the workbook names, as python-calamine does."""
    if target.startswith(("/xl/", "xl/")):
        return target.removeprefix("/")
    return f"xl/{target}"


def parse(
    part: IO[bytes], opens: Callable[[str, dict[str, str]], object], closes: Callable[[str, str], object]
) -> None:
    """Go through the elements of an XML file.

    `opens` is called where an element opens, with its name and its attributes; names are without their prefix. `closes`
    is called where it closes, with its name and its text after the last element in it. Raises ExpatError for what is
    not well formed, or not UTF-8; ValueError for declared entities, which workbooks have none of, and for elements
    that nest without end.
    """
    texts: list[str] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            message = f"elements nest more than {_DEEPEST} deep"
            raise ValueError(message)
        texts.clear()
        opens(_local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
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
