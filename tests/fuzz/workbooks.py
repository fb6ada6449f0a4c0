"""Workbooks damaged at random, each read in a process of its own: `python tests/fuzz/workbooks.py --seconds 3600`.

A workbook is read, or refused with an error of the library. Anything else is a failure: another error, an end by a
signal, more than 512 MiB, more than 10 seconds of the processor. What failed is kept with `--keep FOLDER`; the same
seed draws the same workbooks.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import python_calamine  # noqa: F401 - loaded here once, not in every process
import xlsxwriter  # type: ignore[import-untyped]

from kinerja import KinerjaError, Receipt
from kinerja.readers import read_rows
from kinerja.readers.sheets import open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEMORY = 512 * 2**20
SECONDS = 10
READ, REFUSED, OTHER_ERROR = range(3)

_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r'"[^"<>]*"')
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
_NUMBERS = ("", "0", "-1", "1", "7", "255", "16384", "16385", "1048576", "1048577", "200000000", "2147483648")
_LARGER = ("4294967295", "4294967296", "18446744073709551616", "9" * 40, "1e308", "1e999", "-1e-999", "NaN", "inf")
_PLACES = ("A1", "B2", "Z1048576", "XFD1048576", "XFE1", "ZZZZZZZ3", "A200000000", "A0", "1A", "a1", "A1:XFD1048576")
_WORDS = (
    "s",
    "e",
    "b",
    "d",
    "str",
    "inlineStr",
    "n",
    "true",
    "hidden",
    "rId1",
    "rId99",
    "&#0;",
    "&amp;",
    "\N{SNOWMAN}",
)
_DATES = ("2023-02-03T04:05:06", "2023-13-45", "9999-12-31", "0000-00-00", "2958466", "-0.5", "60", "0.99999999999")
_SAID = (*_NUMBERS, *_LARGER, *_PLACES, *_WORDS, *_DATES, "worksheets/sheet1.xml", "/xl/worksheets/sheet2.xml", "../x")
_ELEMENTS = (
    '<c r="XFD1048576" t="inlineStr"><is><t> </t></is></c>',
    '<c r="B3" t="e"><v>#DIV/0!</v></c>',
    "<c><v>1</v></c>",
    '<row r="1048576" hidden="1"><c s="1"/></row>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<dimension ref="A1:XFD1048576"/>',
    "<!-- x -->",
    "<![CDATA[x]]>",
    '<f t="shared" ref="A1:XFD1048576" si="4294967295">A1</f>',
    "<si><t>x</t></si>",
    '<sheet name="x" sheetId="9" r:id="rId1"/>',
)


def whole_workbooks() -> list[dict[str, bytes]]:
    """Return small workbooks of many kinds of cells, each as name -> part."""
    return [_parts(_written(options)) for options in ({}, {"constant_memory": True})]


def _written(options: dict[str, Any]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"default_date_format": "dd/mm/yyyy", **options}) as book:
        percent, cell_format = book.add_format({"num_format": "0.00%"}), book.add_format({"bold": True})
        sheet = book.add_worksheet("isian")
        sheet.write_row(0, 0, ("nomor penerimaan", "nomor spk", "akun", "layanan", "jumlah", "tanggal penerimaan"))
        for row in range(1, 6):
            sheet.write_row(row, 0, (f"N{row}", "", "425283", "uji & coba", 1000.5 * row), cell_format)
            sheet.write_datetime(row, 5, dt.datetime(2023, row, 20, 10, 15))  # noqa: DTZ001 - as a cell has it
        sheet.set_row(3, None, None, {"hidden": True})
        other = book.add_worksheet("petunjuk")
        other.write_formula(0, 0, "=1/0", value="#DIV/0!")
        other.write_formula(1, 1, "=1+1", value=2)
        other.write_number(2, 2, 0.4725, percent)
        other.write_boolean(3, 3, True)  # noqa: FBT003 - the value of a cell
        if not options:
            other.merge_range(9, 0, 10, 2, "Jumlah")
        other.hide()
    return content.getvalue()


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes], method: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def damaged(draw: random.Random, workbooks: list[dict[str, bytes]]) -> bytes:
    """Return one of the workbooks, damaged: in the XML of its parts, in its bytes, or in both."""
    parts = dict(draw.choice(workbooks))
    ways = draw.choice(("xml", "xml", "xml", "bytes", "both"))
    if ways != "bytes":
        for _ in range(draw.choice((1, 1, 2, 5))):
            name = draw.choice([name for name in parts if "theme" not in name and "docProps" not in name])
            parts[name] = draw.choice(_EDITS)(draw, parts[name].decode(errors="surrogateescape")).encode(
                errors="surrogateescape"
            )
    content = bytearray(_packed(parts, draw.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))))
    if ways != "xml":
        for _ in range(draw.choice((1, 3, 20))):
            _damage_bytes(draw, content)
    return bytes(content)


def _damage_bytes(draw: random.Random, content: bytearray) -> None:
    at = (
        draw.randrange(len(content))
        if draw.random() < 0.5
        else draw.randrange(max(len(content) - 1500, 0), len(content))
    )
    match draw.randrange(4):
        case 0:
            content[at] ^= 1 << draw.randrange(8)
        case 1:
            content[at] = draw.choice((0, 1, 0x7F, 0x80, 0xFF))
        case 2:
            del content[at : at + draw.choice((1, 4, 100))]
        case _:
            content[at:at] = draw.randbytes(draw.choice((1, 4, 100)))
    content.extend(b"P" * (not content))


def _replaced(
    pattern: re.Pattern[str], said: Callable[[random.Random, str], str]
) -> Callable[[random.Random, str], str]:
    def edit(draw: random.Random, text: str) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return text
        one = draw.choice(found)
        return text[: one.start()] + said(draw, one[0]) + text[one.end() :]

    return edit


def _cut(draw: random.Random, text: str) -> str:
    start = draw.randrange(len(text) + 1)
    return text[:start] + text[start + draw.choice((1, 10, 100, 10**6)) :]


def _twice(draw: random.Random, text: str) -> str:
    tags = [tag.start() for tag in _TAG.finditer(text)] or [0]
    start, stop = sorted((draw.choice(tags), draw.choice(tags)))
    return text[:stop] + text[start:stop] * draw.choice((1, 1, 2, 300)) + text[stop:]


def _moved(draw: random.Random, text: str) -> str:
    tags = [tag.start() for tag in _TAG.finditer(text)] or [0]
    start, stop, to = sorted(draw.choice(tags) for _ in range(3))
    return text[:start] + text[stop:to] + text[start:stop] + text[to:]


_EDITS: tuple[Callable[[random.Random, str], str], ...] = (
    _replaced(_VALUE, lambda draw, _: f'"{draw.choice(_SAID)}"'),
    _replaced(_VALUE, lambda draw, _: f'"{draw.choice(_SAID)}"'),
    _replaced(_TEXT, lambda draw, _: draw.choice(_SAID)),
    _replaced(_TAG, lambda draw, tag: tag + draw.choice(_ELEMENTS)),
    _replaced(_TAG, lambda draw, tag: tag * draw.choice((0, 2, 5000))),
    _replaced(
        re.compile(r"[a-zA-Z]+="), lambda draw, _: draw.choice(("r=", "t=", "s=", "ref=", "hidden=", "x:r=", " "))
    ),
    _cut,
    _twice,
    _moved,
)


def read(path: Path) -> int:
    """Read a workbook as a user would, and say what became of it."""
    try:
        read_workbook(path)
    except KinerjaError:
        return REFUSED
    except Exception:  # noqa: BLE001 - whatever else it raises is what is looked for
        return OTHER_ERROR
    return READ


def read_workbook(path: Path) -> None:
    """Read every cell of a workbook, and then its records."""
    for sheet in open_workbook(path):
        for _ in sheet.rows():
            pass
    read_rows(path, Receipt, unit="Balai")


def outcome(path: Path) -> str:
    """Read a workbook in a process of its own, bounded in memory and time, and name what became of it."""
    child = os.fork()
    if not child:
        _read_and_end(path)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    return {READ: "read", REFUSED: "refused"}.get(os.WEXITSTATUS(status), "another error")


def _read_and_end(path: Path) -> None:
    code = OTHER_ERROR
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        code = read(path)
    finally:
        os._exit(code)


def outcomes(seed: int, seconds: float, keep: Path | None) -> Iterator[str]:
    """Draw workbooks until the time is over, and name what became of each; those that failed are kept."""
    draw, workbooks, until = random.Random(seed), whole_workbooks(), time.monotonic() + seconds  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        path, number = Path(folder, "buku.xlsx"), 0
        while time.monotonic() < until:
            path.write_bytes(damaged(draw, workbooks))
            became = outcome(path)
            if keep is not None and became not in {"read", "refused"}:
                keep.mkdir(parents=True, exist_ok=True)
                Path(keep, f"{seed}-{number}-{became.replace(' ', '-')}.xlsx").write_bytes(path.read_bytes())
            yield became
            number += 1


def main() -> None:
    """Draw for as long as is asked for; end with 1 where any failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    counted = Counter(outcomes(asked.seed, asked.seconds, asked.keep))
    print(f"seed {asked.seed}:", ", ".join(f"{count} {became}" for became, count in counted.most_common()))
    sys.exit(bool(counted.keys() - {"read", "refused"}))


if __name__ == "__main__":
    main()
