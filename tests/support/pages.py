"""Whole pages as people read them, and what forms ask for: every document of the examples, in both languages."""

from __future__ import annotations

import errno
import functools
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from defaults import defaults
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    PERCENT,
    Catalogue,
    Entry,
    P3DNRatio,
    PNBPGrowth,
    Polarity,
    ProductivityDelta,
    Reason,
    Scoring,
    TenantCount,
    Unit,
    __version__,
    compare,
    load_catalogue,
    make_trace,
)
from kinerja._base import FrozenMap, Language, Text
from kinerja._base.causes import cause
from kinerja.decrees import Band, Decree, DecreeChange, Lint, Objective, compare_decrees
from kinerja.decrees.lint import warnings_of
from kinerja.measurement import Measurement, Timing, answers_of, settings_of
from kinerja.readers import Basis, measure_folders, read_folder
from kinerja.records import as_period, fields_of
from kinerja.records.fields_read import FieldsRead
from kinerja.trace import Answer, Part, Source, Unchecked, compare_traces, explain, verdict_lines, verify_trace
from kinerja.trace.labels import LABELS
from kinerja.writers import to_text
from paths import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kinerja.measurement import Indicator
    from kinerja.writers import Document

ROOT = Path(__file__).parents[2]
_PERIOD = as_period(2023)
_READ_OTHERWISE = CATALOGUE.with_settings(
    {
        "SK2/1": {"reading": {"growth": "both"}},
        "SK3/1": {"reading": {"case": "company"}},
        "SK3/2": {"accounts": {"425289"}},
        "SK3/4": {"accounts": {"521211"}},
    },
    source="unit.xlsx",
)


def _measured() -> dict[str, Any]:
    folder = read_folder(ROOT / "examples/contoh-2023", CATALOGUE)
    return measure_folders([folder], CATALOGUE, _PERIOD)


def _cards(measured: Mapping[str, Any]) -> dict[str, Any]:
    own = {"SK1/1": 3, "SK3/4": 60}
    return {
        "rapor": CATALOGUE.scorecard(2023, measured, units="Balai Contoh"),
        "rapor dengan tafsir lain": CATALOGUE.scorecard(2023, measured, alternatives=True),
        "rapor dengan batas dan target sendiri": CATALOGUE.scorecard(
            2023, measured, scoring=Scoring(cap=120), targets=own, remarks={"SK1/1": "lihat berita acara\nlampiran 2"}
        ),
        "rapor triwulan": CATALOGUE.scorecard(
            "2023-TW2", {"SK1/1": 1, "SK1/2": Reason.NOT_APPLICABLE, "SK3/3": None}, target_year=2024
        ),
        "rapor terhadap target triwulan": CATALOGUE.scorecard("2023-TW2", {"SK1/1": 1}, targets={"SK1/1": 2}),
        "rapor dua unit": CATALOGUE.scorecard(2023, {"SK1/1": 4, "SK3/4": 50}, units=("A", "B")),
        "rapor dengan target diandaikan": CATALOGUE.with_targets({"SK1/1": {2023: 2}}).scorecard(2023, {"SK1/1": 3}),
        "rapor kosong": CATALOGUE.scorecard(2022, {}),
        "rapor tanpa baris": CATALOGUE.scorecard(
            2023,
            {
                "SK3/1": ProductivityDelta().measure_records([], period=2023),
                "SK3/2": PNBPGrowth().measure(previous=0, current=1),
            },
        ),
        "rapor menurut tafsir unit": _READ_OTHERWISE.scorecard(
            2023, {"SK3/1": 12, "SK3/2": 5, "SK3/4": 50}, alternatives=True
        ),
    }


def _office() -> Catalogue:
    """Return a catalogue with targets of semesters and their sources, and one where less is better."""
    objective = Objective(code="S1", text="Layanan yang baik")
    percent = Entry(
        code="S1/1",
        label="Pengaduan selesai",
        objective=objective,
        unit=PERCENT,
        polarity=Polarity.MAXIMISE,
        years=(2024, 2025),
        targets=FrozenMap({2024: Fraction(85), 2025: Fraction(90), "2025-S1": Fraction(80)}),
        target_sources=FrozenMap({2025: "PK 2025", "2025-S1": "PK 2025"}),
    )
    days = attrs.evolve(
        percent,
        code="S1/2",
        label="Lama pelayanan",
        unit=Unit(name=Text(id="Hari", en="day")),
        polarity=Polarity.MINIMISE,
        targets=FrozenMap({2025: Fraction(8)}),
        target_sources=FrozenMap({2025: "PK 2025"}),
    )
    count = attrs.evolve(
        percent,
        code="S2/1",
        label="Kunjungan",
        objective=attrs.evolve(objective, code="S2"),
        unit=Unit(name=Text(id="Kali", en="visit"), whole=True),
        targets=FrozenMap({2024: Fraction(3)}),
        target_sources=FrozenMap({2024: "RKT 2024"}),
    )
    return Catalogue(
        decree=Decree(number="1 TAHUN 2025", title="IKU", unit="Balai Contoh", years=(2024, 2025)),
        objectives=(percent.objective, count.objective),
        entries=FrozenMap({one.code: one for one in (percent, days, count)}),
    )


def _office_cards() -> dict[str, Any]:
    office = _office()
    ranged: dict[str, Any] = {"S1/1": (80, 90), "S1/2": 8}
    scoring = Scoring(
        cap=120,
        minimise="ratio",
        weights={"S1/1": 50, "S1/2": 30, "S2/1": 20},
        bands=[Band(name="Baik", at_least=90), Band(name="Kurang", below=90)],
        sources={"cap": "SK 1/2025", "bands": "SK 2/2025"},
    )
    assumed = office.with_targets({"S1/1": {2025: 95}, "S1/2": {2025: 7}})
    unmeasured: dict[str, Any] = {"S1/1": Reason.UNDEFINED_ACTUAL, "S1/2": 0, "S2/1": 4}
    return {
        "rapor menurut aturan": office.scorecard(2025, {"S1/1": 81, "S1/2": 6, "S2/1": 4}, scoring=scoring),
        "rapor menurut aturan, di bawah nol": office.scorecard(
            2025, {"S1/1": -5, "S1/2": -1}, notes=[Text(id="Diandaikan.", en="Assumed.")], units="Balai Lain"
        ),
        "rapor tak terdefinisi": office.scorecard(2025, unmeasured, scoring=scoring),
        "rapor semester": office.scorecard("2025-S1", {"S1/1": 81, "S1/2": 9}),
        "rapor semester terhadap target sendiri": office.scorecard("2025-S1", {"S1/1": 81, "S1/2": 9}, targets=ranged),
        "rapor semester terhadap target setahun": office.scorecard(
            "2025-S2", {"S1/1": 81}, targets=ranged, target_year=2025
        ),
        "rapor terhadap target lain": office.scorecard(2025, {"S1/1": 81, "S2/1": 2}, target_year=2024),
        "rapor jauh dari target": office.scorecard(2025, {"S1/1": 0.9}, targets={"S1/1": 0.9}, units="Balai Contoh"),
        "rapor dengan dua target diandaikan": assumed.scorecard(2025, {"S1/1": 81, "S1/2": 9}, scoring=scoring),
    }


def _documents() -> Iterator[tuple[str, Any]]:
    """Name everything that writes itself as a document."""
    measured = _measured()
    cards = _cards(measured)
    yield "katalog", CATALOGUE
    for code, entry in CATALOGUE.items():
        yield f"pedoman {code}", entry
    yield "pedoman SK3/1 menurut tafsir unit", _READ_OTHERWISE["SK3/1"]
    slips = warnings_of(attrs.evolve(CATALOGUE.decree, signed_on=None), (), ())
    yield "periksa katalog", Lint(source="iku.toml", problems=slips, warnings=slips, notes=(Text(id="a", en="b"),))
    entry = attrs.evolve(CATALOGUE["SK3/4"], code="SK7", responsible="", readings=CATALOGUE["SK3/4"].readings[1:])
    later = attrs.evolve(CATALOGUE, entries={**CATALOGUE.entries, "SK3/4": entry})
    yield "perbandingan keputusan", compare_decrees(CATALOGUE, later)
    yield from _with_slips()
    yield from cards.items()
    yield "perbandingan", compare(cards["rapor kosong"], cards["rapor"])
    yield "perbandingan aturan", compare(cards["rapor"], cards["rapor dengan batas dan target sendiri"])
    own = _office_cards()
    yield from own.items()
    yield "perbandingan semester", compare(own["rapor semester"], own["rapor semester terhadap target setahun"])
    yield "perbandingan menurut aturan", compare(own["rapor menurut aturan"], own["rapor menurut aturan, di bawah nol"])
    for code, value in measured.items():
        yield f"pengukuran {code}", value
        yield f"nilai {code}", cards["rapor"][code]
    yield "pengukuran dari jumlah", P3DNRatio().measure(realised=1, ceiling=3)
    yield "pengukuran tanpa baris", TenantCount().measure_records([], period=2023, keep_evidence=False)
    yield "pengukuran yang belum ada", ProductivityDelta().measure_records([], period=2023)
    yield from _paths(measured)


_BEFORE = {
    'number = "-"': 'number = "9 TAHUN 2023"\nsigned_on = 2023-01-31',
    'unit = "Balai Contoh"': 'unit = "Balai Lama"',
    '    { id = "Disalin dari pindaian.", en = "Copied from a scan." },\n': "",
    "Lampiran III tidak ada.": "Lampiran III belum ada.",
    "There is no Lampiran III.": "There is no Lampiran III yet.",
    "2025 = 925": "2025 = 92.5",
    'di buku agenda."': 'di buku agenda, tanpa tembusan."',
    '"S1/3"': '"S3/1"',
    'unit = "Ton" }': 'unit = { name = { id = "Ton", en = "ton" }, whole = true } }',
    "most = 1000": "most = 1000\nusual = [60, 100]",
    "cap = 120": "cap = 110",
    '"ratio"': '"reflected"',
    '"S1-1" = 10': '"S1-1" = 12',
    "89": "90",
    '"isi"': '"ejaan"',
}


def _with_slips() -> Iterator[tuple[str, Any]]:
    """Name the documents of a decree in which may be wrong what can be, and which states all that it may."""
    content = (ROOT / "tests/core/data/slips.toml").read_text("utf-8")
    slips = load_catalogue(content.encode())
    yield "keputusan dengan slip", slips
    warnings = warnings_of(slips.decree, slips.objectives, slips.values())
    yield "periksa keputusan dengan slip", Lint(source="slips.toml", warnings=warnings)
    for code, entry in slips.items():
        yield f"pedoman {code} dengan slip", entry
    before = functools.reduce(lambda text, change: text.replace(*change), _BEFORE.items(), content)
    yield "perbandingan keputusan dengan slip", compare_decrees(load_catalogue(before.encode()), slips)


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


def _verdicts(language: Language) -> Iterator[str]:
    """Write what verifications come to: of a trace that holds, and of one that does not, by itself and by evidence."""
    made = {
        actual: make_trace(CATALOGUE, "SK1/1", 2023, actual, targets={"SK1/1": 2}, units="Balai") for actual in (2, 3)
    }
    text = made[2].to_json()
    for one in (text, text.replace('"actual": "2"', '"actual": "4"')):
        verified = verify_trace(one)
        yield from verdict_lines(verified, language)
        yield from verdict_lines(
            verified.against(attrs.evolve(made[3], sources=(Source(name="a.csv", sha256="0"),))), language
        )


def page(language: Language) -> str:
    """Return every page in one language, each under its name."""
    written = [f"=== {name}\n{to_text(_document(of, language))}" for name, of in _documents()]
    written += ["=== putusan", *(line.replace(__version__, "0") for line in _verdicts(language))]
    return "\n".join(line.rstrip() for line in "\n".join(written).splitlines()) + "\n"


def tables() -> str:
    """Return how each table of every document is laid out: its headings, and all that a writer is told of them."""
    lines = []
    documents = {name: _document(of, Language.ENGLISH) for name, of in _documents()}
    documents["gambar"] = _office_cards()["rapor menurut aturan"].picture(Language.ENGLISH)
    for name, document in documents.items():
        for section in document.sections:
            if section.table is not None:
                told = attrs.asdict(section.table, recurse=False, filter=lambda field, _: field.name != "rows")
                told |= {"figures": sorted(section.table.figures), "groups": [*section.table.groups]}
                lines.append(f"{name}: {', '.join(f'{key}={value!r}' for key, value in told.items() if value)}")
    return "\n".join(dict.fromkeys(lines)) + "\n"


def forms() -> str:
    """Return what the form of each record asks for, and what each indicator states."""
    lines = []
    for entry in CATALOGUE.values():
        indicator = entry.indicator
        if indicator is None or indicator.record is None:
            continue
        lines.append(f"=== {indicator.name}: {indicator.unit.name!r}, {indicator.timing.name}, {indicator.usual}")
        lines += _stated(indicator)
        record = indicator.record
        lines.append(f"  {record.called!r}, {record.identity}, {record.dated_by}")
        lines += [f"  {name}: {', '.join(words)}" for name, words in answers_of(indicator).items()]
        lines += [f"  {setting.name}: {setting.label!r}" for setting in settings_of(indicator).values()]
        lines += [f"  {field!r}" for field in fields_of(record)]
        lines += [f"  {text!r}" for text in indicator.records_needed(_PERIOD)]
        lines += _stated_otherwise(entry)
    return "\n".join(lines) + "\n"


def _stated(indicator: Indicator[Any]) -> list[str]:
    """Give its quantities, the names of its rules, what its actual can be, and what is asked of a record."""
    stated = [*indicator.variables, *indicator.rule_names]
    record: Any = indicator.record
    tallies = indicator.tally(FieldsRead.line(record), _PERIOD)
    return [
        *(f"  {one!r}" for one in stated),
        f"  {indicator.unit.name.id}: {indicator.least} .. {indicator.most}",
        *(f"  {', '.join(tally.values)}: {'; '.join(tally.conditions)}" for tally in tallies),
    ]


def _stated_otherwise(entry: Entry) -> Iterator[str]:
    """Give what an entry's indicator states otherwise under each other reading."""
    usual = [] if entry.indicator is None else _stated(entry.indicator)
    for reading, answer in entry.not_taken:
        other = entry.measured_under(reading, answer)
        if other is not None:
            yield f"  --- {reading.word}.{answer.word}: {other.formula_text()!r}"
            yield from (line for line in _stated(other) if line not in usual)


_PERIODS: tuple[int | str, ...] = (2021, 2022, 2024, "2023-TW1", "2023-TW3-saja", "2023-S1", "2023-S2-saja")


def notes() -> str:
    """Return what is told of the example's records in other periods, of none, of some, and which records are needed."""
    folder = read_folder(ROOT / "examples/contoh-2023", CATALOGUE)
    lines = []
    for period in map(as_period, _PERIODS):
        measured: Mapping[str, Any] = measure_folders([folder], CATALOGUE, period)
        for code, value in measured.items():
            told = value.notes if isinstance(value, Measurement) else [value.value]
            lines += [f"=== {code} {period}: {value!r}", *(f"  {text!r}" for text in told)]
    for code, value in _measured().items():
        indicator: Any = CATALOGUE[code].measured_by
        kept = [item.record for item in value.evidence]
        bare = indicator.measure_records(kept, period=2023, keep_evidence=False)
        both = value + indicator.measure(**dict.fromkeys(value.quantities, 1)) if indicator.adds else value
        some = indicator.measure_records([], period=2023), bare, both
        lines += [f"=== {code} {one!r}: {[*one.notes]}" for one in some]
        for period in map(as_period, _PERIODS):
            lines += [f"=== {code} {period} perlu: {text!r}" for text in [*indicator.records_needed(period)][:1]]
    return "\n".join(lines) + "\n"


def names() -> str:
    """Return what readers call the parts of traces and of decrees, and what the sorts of figures are."""
    labels = {f"trace {name}": text for name, text in LABELS.items()}
    labels |= {f"decree {name}": DecreeChange(code=("A", "A"), path=name, before=1, after=2).part for name in LABELS}
    labels |= {f"timing {one.name}": one.value for one in Timing}
    return "".join(f"{name}\n  {text.id}\n  {text.en}\n" for name, text in labels.items())


def plain() -> str:
    """Return what is written for programs, where it is not as long as a catalogue."""
    measured = _measured()
    trace = make_trace(CATALOGUE, "SK3/4", 2023, measured["SK3/4"], units="Balai")
    other = make_trace(CATALOGUE, "SK3/4", 2023, measured["SK3/4"], scoring=Scoring(cap=100), units="Balai – Contoh")
    written = [
        measured["SK3/4"].to_json(),
        _office_cards()["rapor dengan dua target diandaikan"].to_json(),
        _office_cards()["rapor semester terhadap target setahun"].to_json(),
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


WRITTEN: Mapping[str, Callable[[], str]] = {
    "pages-id.txt": functools.partial(page, Language.INDONESIAN),
    "pages-en.txt": functools.partial(page, Language.ENGLISH),
    "tables.txt": tables,
    "notes.txt": notes,
    "forms.txt": forms,
    "names.txt": names,
    "plain.txt": plain,
    "causes.txt": causes,
    "defaults.txt": defaults,
    "paths-id.txt": functools.partial(paths, Language.INDONESIAN),
    "paths-en.txt": functools.partial(paths, Language.ENGLISH),
}
"""What the approved files must hold, by their names."""
