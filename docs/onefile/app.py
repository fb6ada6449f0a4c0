"""What kinerja.html asks of the library: figures from typed numbers, from an export and from folders; forms; traces.

Every figure, sentence and table is the library's own; here is only what is handed in, and what is handed back.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import attrs

from kinerja import Catalogue, KinerjaError, Language, P3DNRatio, RecordsError, Text
from kinerja._base import FrozenMap, Problem, content_of
from kinerja.decrees import find_code
from kinerja.decrees.page import clause_sections, errata_section, reading_sections
from kinerja.indicators import BudgetLine
from kinerja.measurement import Measurement, as_written, to_mathml
from kinerja.readers import lint_catalogue, new_catalogue, read_glp039, write_catalogue, write_forms
from kinerja.readers.evidence_again import against_evidence
from kinerja.readers.forms import why_no_form
from kinerja.readers.handed_in import HandedIn, explained, read_values
from kinerja.readers.measured_file import measure_file
from kinerja.readers.tables import target_in
from kinerja.records import as_period
from kinerja.scorecards.table import ACHIEVEMENT, ACTUAL, MET, TARGET, figures_of, met_or_not
from kinerja.trace import Unchecked, make_trace, verdict_lines, verify_trace, worked_out
from kinerja.writers import Document, to_csv, to_html, to_markdown, to_page
from onefile.question import Question, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from fractions import Fraction

    from kinerja import Entry, Score, Trace
    from kinerja.measurement import Indicator, Unit
    from kinerja.scorecards import Value
    from onefile.question import Tell

    Answer = dict[str, Any]

DECREE = Text(id="Bagian Keputusan ada di atas.", en="Decree is above.")
FORMS = Text(id="Formulir kosong ada di bagian Formulir.", en="Empty forms are under Forms.")

ADVICE = {
    "decree.year_outside": Text(
        id="Keputusan lain dapat dibuat dan dipilih di bagian Keputusan.",
        en="Another decree can be made and chosen under Decree.",
    ),
    "file.other_kind": Text(
        id="Berkas ZIP dibongkar dahulu, lalu pilih foldernya; keputusan (TOML) dipilih di bagian Keputusan.",
        en="Unpack a ZIP first, then choose its folder; choose a decree (TOML) under Decree.",
    ),
    "folder.decree_workbook": DECREE,
    "folder.empty": FORMS,
    "folder.file_unknown": FORMS,
    "folder.other_decree": DECREE,
    "folder.without_tables": FORMS,
    "sheet.nothing_filled": Text(
        id="Buku kerja yang kosong ada di bagian Keputusan.", en="The empty workbook is under Decree."
    ),
    "trace.unreadable": Text(
        id='Jejak disimpan di bagian Folder: buka satu baris di bawah "Penjelasan setiap angka", lalu simpan JSON-nya.',
        en='A trace is saved under Folder: open a line below "Each figure explained", then save its JSON.',
    ),
    "folder.other_unit": Text(
        id='Bila memang begitu, centang "Terima data dukung satker lain"; nama satker itu lalu tercetak di judul.',
        en='If it is meant so, tick "Take the evidence of another satker"; its name then stands in the headline.',
    ),
}
"""What the page has for it, by the code of what was refused."""

UNCHECKED = {
    Unchecked.CLAUSE: Text(
        id="Pilih berkasnya di bagian Keputusan, lalu periksa lagi.",
        en="Choose its file under Decree and verify again.",
    ),
    Unchecked.EVIDENCE: Text(id="Folder itu dapat dijatuhkan di sini.", en="That folder can be dropped here."),
}
"""What the page has for what a verification held against nothing."""

NUMBER = Text(id="Nomor", en="Number")
READ_BY = Text(
    id="Dibaca menurut Keputusan Nomor {number}. Bila formulirnya milik keputusan lain, pilih dahulu berkas keputusan "
    "itu di bagian Keputusan.",
    en="Read under Decree Number {number}. Where the forms are those of another decree, choose its file under Decree "
    "first.",
)
"""What stands above all that is told of forms."""

_ROMAN = ("I", "II", "III", "IV")
PARTS = (
    ("", Text(id="setahun", en="whole year")),
    *(
        (f"-{mark}{number}{ending}", Text(id=f"{name} {roman}{when}", en=f"{called} {number}{alone}"))
        for ending, when, alone in (("", ", sejak Januari", ", since January"), ("-saja", " saja", " alone"))
        for mark, name, called, many in (("S", "semester", "semester", 2), ("TW", "triwulan", "quarter", 4))
        for number, roman in enumerate(_ROMAN[:many], 1)
    ),
)
"""The periods of a year, as they are asked for and as they are called."""


def handle(
    name: str, arguments: dict[str, Any], files: Mapping[str, bytes], tell: Tell = lambda *_: None
) -> dict[str, Any]:
    """Answer one question of the page.

    Args:
        name: of the question, one of `QUESTIONS`.
        arguments: what was typed and chosen. `language` is "id" or "en"; `decree`, `targets` and `trace` name files.
        files: path -> content. Files of a folder begin with its name: `isian/anggaran.csv`.
        tell: is told how much of the work is done, of how much, and what it is.

    Returns:
        Plain data: texts and fragments of HTML in the language asked for, and `files` to save, name -> content.

    Raises:
        KinerjaError: for whatever the library refuses, in its own words.
    """
    question = Question(arguments=arguments, files=files, tell=tell)
    try:
        with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
            for path, content in question.placed.items():
                target = Path(*PurePosixPath(path).parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            return QUESTIONS[name](question)
    except KinerjaError as error:
        error.text = _advised(error)
        raise


def _advised(error: KinerjaError) -> Text:
    """Return what an error says, and what the page has for it."""
    codes = {error.code, *(problem.code for problem in getattr(error, "problems", ()))}
    advice = dict.fromkeys(text for code, text in ADVICE.items() if code in codes)
    return Text.joined([error.text, *advice], "\n" if "\n" in error.text.id else " ")


def fragment(document: Document) -> str:
    """Write a document as HTML for the page, whose policy allows no style beside its own sheet."""
    return to_html(document).replace(' style="text-align: right"', ' class="figure"')


def _saved(stem: str, document: Document, json: str) -> dict[str, bytes]:
    """Return a document as each file that the command line writes; of CSV Excel is told that it is UTF-8."""
    texts = {"html": to_page(document), "csv": f"\ufeff{to_csv(document)}", "md": to_markdown(document), "json": json}
    return {f"{stem}.{ending}": _ended(text) for ending, text in texts.items()}


def _ended(text: str) -> bytes:
    return text.removesuffix("\n").encode() + b"\n"


def _plain_name(text: str) -> str:
    return text.replace("/", "-").replace(" ", "-").lower()


def decree(question: Question) -> Answer:
    """Tell what the decree holds: its title, its periods, each indicator with the fields that are typed for it."""
    catalogue, language = question.catalogue, question.language
    years = catalogue.decree.years
    return {
        "told": question.unread,
        "name": f"{question.says(NUMBER)} {catalogue.decree.number}, {catalogue.decree.unit}",
        "read_by": question.says(READ_BY).format(number=catalogue.decree.number),
        "years": [str(year) for year in years],
        "periods": [
            {
                "year": str(year),
                "parts": [
                    {"value": f"{year}{part}", "label": f"{year} ({question.says(label)})"} for part, label in PARTS
                ],
            }
            for year in reversed(years)
        ],
        "html": fragment(catalogue.document(language)),
        "entries": [_entry(entry, language) for entry in catalogue.values()],
    }


def slips(question: Question) -> Answer:
    """Tell what is probably a slip in the file of a decree, counted beside what is wrong in it; nothing of none."""
    found = lint_catalogue(question.text("decree"))
    if not found.warnings:
        return {}
    (counted,) = found.document(question.language).title
    warnings = attrs.evolve(found, problems=()).document(question.language)
    return {"title": counted, "html": fragment(attrs.evolve(warnings, title=()))}


def _entry(entry: Entry, language: Language) -> Answer:
    clause = [*clause_sections(entry), *reading_sections(entry), errata_section(entry)]
    return {
        "code": entry.code,
        "label": entry.label,
        "fields": [
            {"name": name, "symbol": symbol, "label": label.read(language), "unit": unit.name.read(language)}
            for name, symbol, label, unit in _fields(entry)
        ],
        "formula": "" if entry.measured_by is None else _formula(entry.measured_by),
        "clause": fragment(Document(sections=clause, language=language)),
    }


def _fields(entry: Entry) -> Iterator[tuple[str, str, Text, Unit]]:
    """Return what is typed for an entry: its quantities, or where no formula is known the actual."""
    if entry.measured_by is None:
        yield "actual", "", Text(id="realisasi", en="actual"), entry.unit
        return
    for one in entry.measured_by.variables:
        yield one.name, one.symbol, one.label, one.unit


def _formula(indicator: Indicator[Any]) -> str:
    return to_mathml(as_written(indicator.formula, indicator.symbols))


def figure(question: Question) -> Answer:
    """Work out an indicator from typed quantities: actual, achievement, worked line, notes, other readings."""
    entry = question.catalogue[find_code(question.text("code"), question.catalogue)]
    target = question.text("target")
    read = functools.partial(number_of, unit=entry.unit, label=Text(id="target", en="target"))
    trace = make_trace(
        question.catalogue,
        entry.code,
        question.text("period"),
        _typed(entry, question.arguments.get("quantities", {})),
        scoring=question.scoring(),
        targets={entry.code: target_in(target, read)} if target else None,
    )
    return _walked(trace, trace.document(question.language), question.language)


def _walked(trace: Trace, page: Document, language: Language) -> Answer:
    """Return what is told of one figure, what follows from its records first; and its whole path."""
    return {
        "cards": _cards(trace.score, language),
        "html": fragment(worked_out(trace, language)),
        "path": fragment(page),
        "files": _saved(f"jejak-{_plain_name(trace.entry.code)}", page, trace.to_json()),
    }


def _typed(entry: Entry, texts: Mapping[str, str]) -> Value:
    """Return what the typed numbers give; every one that cannot be read is told at once."""
    values: dict[str, Fraction] = {}
    problems: list[Problem] = []
    for name, symbol, label, unit in _fields(entry):
        try:
            values[name] = number_of(str(texts.get(name, "")), unit, label if not symbol else label.about(symbol))
        except RecordsError as error:
            problems.extend(error.problems)
    if problems:
        raise RecordsError.of(problems)
    indicator = entry.measured_by
    return values["actual"] if indicator is None else Measurement.of(indicator, values)


def _cards(score: Score, language: Language) -> list[dict[str, str]]:
    """Return what stands above all else: target, actual, achievement, and whether the target is met."""
    unit, nothing = score.entry.unit.name, Text(id="", en="")
    reason = nothing if score.reason is None else score.reason.value
    notes = (unit, unit, reason if score.met is None else Text.joined([met_or_not(score)]).about(MET))
    cards = zip((TARGET, ACTUAL, ACHIEVEMENT), figures_of(score), notes, strict=True)
    names = ("heading", "figure", "note")
    return [{name: text.read(language) for name, text in zip(names, card, strict=True)} for card in cards]


def export(question: Question) -> Answer:
    """Measure what a GLP039 export holds: the source line, what counted, and what was left out and why."""
    (file,) = question.paths()
    code, indicator = _of_budget_lines(question.catalogue)
    period = question.text("period") or str(read_glp039(file).year)
    found = measure_file(
        indicator,
        file,
        period,
        called=code,
        progress=lambda done, total: question.reading(done, total, file.name),
        decree=None if question.has("other_unit") else question.catalogue.decree,
    )
    document = found.document(question.language)
    return {
        "html": fragment(document),
        "told": [question.says(text) for text in found.unread],
        "files": _saved(f"{_plain_name(code)}-{_plain_name(period)}", document, found.to_json()),
    }


def _of_budget_lines(catalogue: Catalogue) -> tuple[str, Indicator[Any]]:
    """Return what a GLP039 export is measured for: the decree's indicator of budget lines, else the library's."""
    own = ((code, entry.measured_by) for code, entry in catalogue.items())
    found = ((code, one) for code, one in own if one is not None and one.record is BudgetLine)
    return next(found, ("P3DNRatio", P3DNRatio()))


def score(question: Question) -> Answer:
    """Make a scorecard of what was handed in, with what each row needs to be explained."""
    given = _given(question)
    card = given.scorecard(alternatives=True)
    document = card.document(question.language, readings=question.has("readings"))
    stem = f"rapor-{_plain_name(question.text('period'))}"
    return {
        "html": fragment(document),
        "told": [question.says(text) for text in (*given.doubts, *given.unread)],
        "rows": [
            {
                "code": one.entry.code,
                "label": one.entry.label,
                "figure": [*figures_of(one)][-1].read(question.language),
            }
            for one in card
        ],
        "files": _saved(stem, document, card.to_json()),
    }


def explain(question: Question) -> Answer:
    """Explain one figure of what was handed in, and give its trace."""
    given = _given(question)
    code = find_code(question.text("code"), given.catalogue)
    trace, withheld = given.trace(code), question.has("withheld")
    shown: Trace = trace.without_records() if withheld else trace
    page = explained(shown, () if withheld else given.notes, question.language)
    return _walked(shown, page, question.language)


def traces(question: Question) -> Answer:
    """Give the traces of all figures, in one archive."""
    given = _given(question)
    made = {code: given.trace(code) for code in given.catalogue}
    shown = {code: one.without_records() if question.has("withheld") else one for code, one in made.items()}
    stem = f"jejak-{_plain_name(question.text('period'))}"
    texts = {f"{stem}/jejak-{_plain_name(code)}.json": _ended(one.to_json()) for code, one in shown.items()}
    return {"files": {f"{stem}.zip": _archive(texts)}}


def _given(question: Question) -> HandedIn:
    """Read what was handed in; once, as long as the same is asked of the same files."""
    told = {name: value for name, value in question.arguments.items() if name not in {"code", "readings", "withheld"}}
    digests = [(path, hashlib.sha256(content).hexdigest()) for path, content in sorted(question.files.items())]
    key = repr((sorted(told.items()), digests))
    if key not in _READ:
        _READ.clear()
        _READ[key] = read_values(question.paths(), question.catalogue, question.asked())
    return _READ[key]


_READ: dict[str, HandedIn] = {}
"""What was read last: explaining a row asks for the same again."""


def forms(question: Question) -> Answer:
    """Write the empty forms of a period: in one workbook, in one archive, and each by itself."""
    period, catalogue = question.text("period"), question.catalogue
    folder = Path(f"isian-{period}")
    unit = catalogue.decree.unit if question.has("decree") else ""
    (book,) = write_forms(f"{folder}.xlsx", catalogue, period=period, unit=unit)
    paths = write_forms(folder, catalogue, period=period, unit=unit)
    why = [(code, why_no_form(entry, as_period(period))) for code, entry in catalogue.items()]
    files = {path.name: path.read_bytes() for path in paths}
    archive = _archive({f"{folder}/{name}": content for name, content in files.items()})
    return {
        "told": [question.says(text.about(code)) for code, text in why if text is not None],
        "files": {book.name: book.read_bytes(), f"{folder}.zip": archive, **files},
    }


def decree_file(question: Question) -> Answer:
    """Write the file of a decree to fill in, and one that holds the decree that was chosen, to change."""
    empty, copied = Path("keputusan-baru.xlsx"), Path("keputusan-ini.xlsx")
    new_catalogue(empty)
    write_catalogue(copied, question.catalogue)
    return {"files": {path.name: path.read_bytes() for path in (empty, copied)}}


def _archive(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def verify(question: Question) -> Answer:
    """Work a trace out again, from itself or from the folders of its evidence."""
    file = question.text("trace")
    try:
        verification = verify_trace(content_of(file), catalogues=[question.catalogue])
    except KinerjaError as error:
        error.text = error.text.about(file)
        raise
    paths = question.paths()
    if paths:
        verification = against_evidence(verification, paths, [question.catalogue], question.language)
    first, *lines = verdict_lines(verification, question.language, UNCHECKED)
    return {"answer": verification.answer.name, "verdict": first, "lines": lines}


QUESTIONS: Mapping[str, Callable[[Question], Answer]] = FrozenMap(
    {one.__name__: one for one in (decree, slips, figure, export, score, explain, traces, forms, decree_file, verify)}
)
