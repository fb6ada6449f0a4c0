"""The door of Python in the browser: one question in, one answer out, as JSON and files; never a bare traceback."""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import kinerja
from kinerja import KinerjaError, RecordsError, Text
from kinerja.readers.folders import TABLES
from onefile import app

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_BYTES = 30_000_000
"""What one question may bring along: a form of 20.000 receipts has 1 MB."""

READ = TABLES | {".json", ".toml"}
"""Endings of what is read; of a scan or a letter that lies beside it only the name is told."""

TOO_LARGE = RecordsError.worded(
    code="onefile.too_large",
    id="{file}: {size} MB, terlalu besar untuk dibaca di peramban (paling banyak {limit} MB sekaligus); pilih hanya "
    "formulir dan ekspor yang diminta, atau gunakan program kinerja di komputer.",
    en="{file}: {size} MB, too large to be read in the browser (at most {limit} MB at once); choose only the forms and "
    "exports asked for, or use the program kinerja on a computer.",
)
UNEXPECTED = Text(
    id="Ada kesalahan di program ini, bukan di berkas Anda. Tidak ada angka yang dihitung; laporkan rinciannya.",
    en="Something is wrong in this program, not in your files. No figure was computed; report the details.",
)
NO_MEMORY = Text(
    id="Berkas ini terlalu besar bagi peramban: memorinya tidak cukup. Tidak ada angka yang dihitung.",
    en="The file is too large for the browser: it has not enough memory. No figure was computed.",
)


def start() -> str:
    """Return, as JSON, what is here: the versions of the library and of Python."""
    return json.dumps({"kinerja": kinerja.__version__, "python": sys.version.split()[0]})


def sizes(question: str) -> str:
    """Return, as JSON, the files that are told by their names alone; or the refusal of what is too large to read."""
    given: list[tuple[str, int]] = json.loads(question)
    read = {path: size for path, size in given if PurePosixPath(path).suffix.casefold() in READ}
    whole = sum(read.values())
    if whole <= MOST_BYTES:
        return json.dumps({"unread": [path for path, _ in given if path not in read]})
    megabytes, limit = -(-whole // 1_000_000), MOST_BYTES // 1_000_000
    return json.dumps(
        _refusal(TOO_LARGE.error(file=max(read, key=lambda path: read[path]), size=megabytes, limit=limit))
    )


def answer(
    name: str, question: str, files: Mapping[str, Any], tell: Callable[[float, int, str], object]
) -> tuple[str, dict[str, bytes]]:
    """Return the answer of `app.handle` as JSON and its files, or what was refused and why, in both languages."""
    try:
        content = {path: bytes(one.to_py()) for path, one in files.items()}
        found = app.handle(name, json.loads(question), content, tell)
        saved = found.pop("files", {})
        return json.dumps(found), saved
    except KinerjaError as error:
        return json.dumps(_refusal(error)), {}
    except MemoryError:
        return json.dumps(_told("onefile.memory", NO_MEMORY)), {}
    except Exception:  # noqa: BLE001 - the page goes on, whatever went wrong
        return json.dumps(_told("onefile.unexpected", UNEXPECTED, traceback.format_exc())), {}


def _refusal(error: KinerjaError) -> dict[str, Any]:
    return _told(error.code, error.text)


def _told(code: str, text: Text, detail: str = "") -> dict[str, Any]:
    return {"refused": {"code": code, "texts": {"id": text.id, "en": text.en}, "detail": detail}}
