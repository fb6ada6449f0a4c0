"""Whole pages as people read them, and what forms ask for: every document of the examples, in both languages."""

from __future__ import annotations

import errno
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Reason, Scoring, compare, make_trace
from kinerja._base import Language
from kinerja._base.causes import cause
from kinerja.readers import Basis, measure_folders, read_folder
from kinerja.records import as_period, fields_of
from kinerja.trace import Answer, Part, Unchecked, compare_traces, explain
from kinerja.writers import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kinerja.writers import Document

ROOT = Path(__file__).parents[2]
APPROVED = ROOT / "tests/core/approved"
_PERIOD = as_period(2023)


def _measured() -> dict[str, Any]:
    folder = read_folder(ROOT / "examples/contoh-2023", CATALOGUE)
    return measure_folders([folder], CATALOGUE, _PERIOD)


def _cards(measured: Mapping[str, Any]) -> dict[str, Any]:
    own = {"SK1/1": 3, "SK3/4": 60}
    return {
        "rapor": CATALOGUE.scorecard(2023, measured, units="Balai Contoh"),
        "rapor dengan tafsir lain": CATALOGUE.scorecard(2023, measured, alternatives=True),
        "rapor dengan batas dan target sendiri": CATALOGUE.scorecard(
            2023, measured, scoring=Scoring(cap=120), targets=own, remarks={"SK1/1": "lihat berita acara"}
        ),
        "rapor triwulan": CATALOGUE.scorecard(
            "2023-TW2", {"SK1/1": 1, "SK1/2": Reason.NOT_APPLICABLE, "SK3/3": None}, target_year=2024
        ),
        "rapor terhadap target triwulan": CATALOGUE.scorecard("2023-TW2", {"SK1/1": 1}, targets={"SK1/1": 2}),
        "rapor dua unit": CATALOGUE.scorecard(2023, {"SK1/1": 4, "SK3/4": 50}, units=("A", "B")),
        "rapor kosong": CATALOGUE.scorecard(2022, {}),
    }


def _documents() -> Iterator[tuple[str, Any]]:
    """Name everything that writes itself as a document."""
    measured = _measured()
    cards = _cards(measured)
    yield "katalog", CATALOGUE
    for code, entry in CATALOGUE.items():
        yield f"pedoman {code}", entry
    yield from cards.items()
    yield "perbandingan", compare(cards["rapor kosong"], cards["rapor"])
    yield "perbandingan aturan", compare(cards["rapor"], cards["rapor dengan batas dan target sendiri"])
    for code, value in measured.items():
        yield f"pengukuran {code}", value
        yield f"nilai {code}", cards["rapor"][code]
    yield from _paths(measured)


def _paths(measured: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    traces = {code: make_trace(CATALOGUE, code, 2023, value, units="Balai") for code, value in measured.items()}
    for code, trace in traces.items():
        yield f"jalur {code}", trace
    first = traces["SK3/4"]
    yield "jalur tanpa baris", first.without_records()
    yield (
        "jalur dari jumlah",
        make_trace(CATALOGUE, "SK3/4", 2023, measured["SK3/4"].indicator.measure(realised=1, ceiling=3)),
    )
    yield "jalur dari realisasi", make_trace(CATALOGUE, "SK1/1", 2023, 3, remark="catatan", sources="a.csv")
    other = make_trace(CATALOGUE, "SK3/4", 2023, measured["SK3/4"], targets={"SK3/4": 60}, units="Balai")
    yield "perbandingan jalur yang sama", compare_traces(first.to_json(), first.to_json())
    yield "perbandingan jalur", compare_traces(first.to_json(), other.to_json())


def _document(of: Any, language: Language) -> Document:
    return explain(of, language) if hasattr(of, "withheld") else of.document(language)


def page(language: Language) -> str:
    """Return every page in one language, each under its name."""
    written = [f"=== {name}\n{to_text(_document(of, language))}" for name, of in _documents()]
    return "\n".join(line.rstrip() for line in "\n".join(written).splitlines()) + "\n"


def forms() -> str:
    """Return what the form of each record asks for, and what each indicator states."""
    lines = []
    for entry in CATALOGUE.values():
        indicator = entry.indicator
        if indicator is None or indicator.record is None:
            continue
        lines.append(f"=== {indicator.name}: {indicator.unit.name!r}, {indicator.timing.name}, {indicator.usual}")
        lines += [f"  {variable!r}" for variable in indicator.variables]
        lines += [f"  {name!r}" for name in indicator.rule_names]
        lines += [f"  {field!r}" for field in fields_of(indicator.record)]
        lines += [f"  {text!r}" for text in indicator.records_needed(_PERIOD)]
    return "\n".join(lines) + "\n"


def plain() -> str:
    """Return what is written for programs, where it is not as long as a catalogue."""
    measured = _measured()
    trace = make_trace(CATALOGUE, "SK3/4", 2023, measured["SK3/4"], units="Balai")
    other = make_trace(CATALOGUE, "SK3/4", 2023, measured["SK3/4"], scoring=Scoring(cap=100), units="Balai – Contoh")
    written = [
        measured["SK3/4"].to_json(),
        compare_traces(trace.to_json(), other.to_json()).to_json(),
    ]
    return "\n".join(written) + "\n"


_SYSTEM = (
    "ENOENT",
    "EACCES",
    "EPERM",
    "EISDIR",
    "ENOTDIR",
    "EEXIST",
    "ENOSPC",
    "EROFS",
    "ENAMETOOLONG",
    "EIO",
    "EMLINK",
)
_TOML = ("a = 1\na = 2\n", "[a]\n[a]", "a 1", "= 1", "a = x", 'a = "x', "a = [1")
_OTHER: tuple[Exception, ...] = (OSError("x"), UnicodeError("x"), RecursionError("x"), TypeError("x"), ValueError("x"))


def causes() -> str:
    """Return how causes of failures are told, of the system, the parser of TOML and Python; and answers."""
    told = {name: cause(OSError(getattr(errno, name), "x")).id for name in _SYSTEM}
    told |= {repr(text): cause(_parsed(text)).id for text in _TOML}
    told |= {type(error).__name__: cause(error).id for error in _OTHER}
    told |= {
        f"{one.name} {language.name}": one.value.read(language)
        for one in (*Answer, *Unchecked, *Part, *Basis)
        for language in Language
    }
    return "".join(f"{name}\n  {text}\n" for name, text in told.items())


def _parsed(text: str) -> Exception:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return error
    raise AssertionError(text)


def approved() -> dict[str, str]:
    """Return what the approved files must hold, by their names."""
    return {
        "pages-id.txt": page(Language.INDONESIAN),
        "pages-en.txt": page(Language.ENGLISH),
        "forms.txt": forms(),
        "plain.txt": plain(),
        "causes.txt": causes(),
    }
