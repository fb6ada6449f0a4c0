"""What `--help` says, in both languages: what a command does, what each of its parameters is, and examples."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import attrs

from kinerja._base import FrozenMap, Language, Text


@attrs.frozen(kw_only=True)
class Parameter:
    """One option or argument: what it is for, and what stands for its value; None where it takes none."""

    says: Text
    value: Text | None = None


@attrs.frozen(kw_only=True)
class Words:
    """One command.

    Fields:
        does: what it does.
        examples: commands that say how it is used.
        module: where it is, or what its group says; imported when it is asked for, so that no command waits for what
            another needs.
        own: parameters that mean something else here than elsewhere.
        commands: those of a group by name.
    """

    does: Text
    examples: tuple[str, ...]
    module: str = ""
    own: Mapping[str, Parameter] = FrozenMap()
    commands: Mapping[str, Words] = FrozenMap()


def language_of(args: Sequence[str]) -> Language:
    """Return the language that `--lang` names among arguments; Indonesian where it names none.

    >>> language_of(["score", "--lang", "en"]), language_of(["--lang=en"]), language_of(["--lang"])
    (<Language.ENGLISH: 'en'>, <Language.ENGLISH: 'en'>, <Language.INDONESIAN: 'id'>)
    """
    named = ["--lang=en" in args, *(pair == ("--lang", "en") for pair in itertools.pairwise(args))]
    return Language.ENGLISH if any(named) else Language.INDONESIAN


USAGE = Text(id="Cara pakai: ", en="Usage: ")
ARGUMENTS = Text(id="Argumen", en="Arguments")
OPTIONS = Text(id="Opsi", en="Options")
COMMANDS_HEADING = Text(id="Perintah", en="Commands")
EXAMPLES = Text(id="Contoh", en="Examples")
ANY_OPTIONS = Text(id="[OPSI]", en="[OPTIONS]")
ANY_COMMAND = Text(id="PERINTAH ...", en="COMMAND ...")
REQUIRED = Text(id="Wajib.", en="Required.")
DEFAULT = Text(id="Bawaan", en="Default")
MORE = Text(id="Bantuan", en="Help")


def _command(
    does: str,
    in_english: str,
    *examples: str,
    module: str = "",
    own: Mapping[str, Parameter] = FrozenMap(),
    commands: Mapping[str, Words] = FrozenMap(),
) -> Words:
    return Words(does=Text(id=does, en=in_english), examples=examples, module=module, own=own, commands=commands)


def _parameter(says: str, in_english: str, value: Text | None = None) -> Parameter:
    return Parameter(says=Text(id=says, en=in_english), value=value)


_FILE, _FOLDER = Text(id="BERKAS", en="FILE"), Text(id="FOLDER", en="FOLDER")
_EVIDENCE = Text(id="DATA-DUKUNG", en="EVIDENCE")
_CODE, _PERCENT = Text(id="KODE", en="CODE"), Text(id="PERSEN", en="PERCENT")

_DECREE = _parameter(
    "Berkas keputusan, atau namanya di pustaka, misalnya bspji-pekanbaru-2021-2024.",
    "File of a decree, or its name in the library, such as bspji-pekanbaru-2021-2024.",
    _FILE,
)
_DECREE_COMMANDS = {
    "new": _command(
        "Tulis berkas keputusan untuk diisi: Excel (XLSX) atau TOML; dengan --from salinan yang sudah ada.",
        "Write a decree to fill in: an Excel workbook (XLSX) or TOML; with --from a copy of one that there is.",
        "kinerja decree new iku-2026.xlsx",
        "kinerja decree new iku-2026.xlsx --from bspji-pekanbaru-2021-2024",
    ),
    "convert": _command(
        "Ubah berkas keputusan TOML menjadi buku kerja Excel, atau sebaliknya.",
        "Turn a decree of TOML into an Excel workbook, or the other way round.",
        "kinerja decree convert iku-2026.xlsx iku-2026.toml",
    ),
    "lint": _command(
        "Periksa berkas keputusan: semua yang harus diperbaiki, dan yang mungkin keliru, beserta tempatnya. "
        "Kode keluar: 0 terbaca, 1 harus diperbaiki.",
        "Look through a decree: all that is to mend, and what may be a slip, each with its place. Exit codes: 0 "
        "it can be read, 1 it is to be mended.",
        "kinerja decree lint iku-2026.toml",
        "kinerja decree lint iku-2026.toml --strict",
        own={"decree_file": _DECREE},
    ),
    "diff": _command(
        "Sandingkan dua keputusan: bunyi, satuan, target, akun, rumus, tafsir, dan salah tulis yang berubah.",
        "Set two decrees side by side: which wording, units, targets, accounts, formulas, readings and "
        "misprints changed.",
        "kinerja decree diff bspji-pekanbaru-2021-2024 iku-2026.toml",
        "kinerja decree diff iku-2025.toml iku-2026.toml --format markdown",
    ),
    "pages": _command(
        "Tulis halaman Markdown untuk situs kantor sendiri: daftar indikator, dan satu halaman per indikator.",
        "Write Markdown pages for the office's own site: the list of indicators, and a page for each of them.",
        "kinerja decree pages iku-2026.toml --to situs/iku",
        own={"decree_file": _DECREE},
    ),
}

COMMANDS = {
    "score": _command(
        "Susun rapor kinerja dari data dukung: satu buku kerja atau folder tiap unit; atau dari tabel realisasi.",
        "Make a scorecard from evidence, a workbook or a folder of each unit; or from a table of actuals.",
        "kinerja score isian.xlsx --period 2023",
        "kinerja score isian --period 2023 --output rapor.html",
        "kinerja score isian --period 2023 --tafsir",
        "kinerja score realisasi.csv --period 2023-TW2 --targets target.xlsx",
        module="kinerja.cli.score",
    ),
    "compare": _command(
        "Sandingkan rapor kinerja; atau dua jejak angka: data dukung, aturan, setelan, target mana yang mengubahnya.",
        "Compare scorecards; or two traces: which records, rules, settings, targets moved the figure.",
        "kinerja score isian --period 2022 --output 2022.json",
        "kinerja score isian --period 2023 --output 2023.json",
        "kinerja compare 2022.json 2023.json",
        module="kinerja.cli.verify",
    ),
    "template": _command(
        "Tulis formulir kosong untuk data dukung setiap indikator: satu buku kerja (XLSX), atau satu folder.",
        "Write empty forms for the evidence of each indicator: one workbook (XLSX), or one folder.",
        "kinerja template isian.xlsx --period 2023",
        "kinerja template tw2 --period 2023-TW2",
        module="kinerja.cli.template",
        own={
            "path": _parameter(
                "Buku kerja (.xlsx) dengan selembar untuk tiap formulir, atau folder dengan satu berkas untuk tiap "
                "formulir.",
                "Workbook (.xlsx) with a sheet for each form, or folder with a file for each form.",
                _FILE,
            )
        },
    ),
    "explain": _command(
        "Jelaskan satu angka: bunyi keputusan, tafsir, data dukung, rumus, realisasi, target, dan capaiannya.",
        "Explain one figure: the decree's words, its reading, evidence, formula, actual, target, achievement.",
        "kinerja explain SK3/4 isian --period 2023",
        "kinerja explain SK3/4 isian --period 2023 --json --output jejak.json",
        module="kinerja.cli.score",
    ),
    "verify": _command(
        "Hitung ulang sebuah jejak angka. Kode keluar: 0 sesuai, 1 tidak sesuai, 2 tidak terbaca, 3 aturannya lain.",
        "Measure a trace again. Exit codes: 0 it holds, 1 it does not, 2 it cannot be read, 3 by other rules.",
        "kinerja verify jejak.json",
        "kinerja verify jejak.json isian",
        module="kinerja.cli.verify",
    ),
    "catalogue": _command(
        "Tampilkan katalog IKU, atau satu indikator: bunyi keputusan, rumus, tafsir, dan salah tulisnya.",
        "Show the catalogue, or one indicator: the decree's words, formula, readings, and misprints.",
        "kinerja catalogue",
        "kinerja catalogue SK3/4",
        module="kinerja.cli.catalogue",
        own={
            "code": _parameter(
                "Kode indikator, misalnya SK3/4; tanpa ini semuanya.",
                "Code of an indicator, such as SK3/4; without it all of them.",
                _CODE,
            )
        },
    ),
    "schema": _command(
        "Tulis JSON Schema dari berkas yang ditulis dan dibaca, untuk sistem lain.",
        "Print the JSON Schema of what is written and read, for other systems.",
        "kinerja schema trace",
        "kinerja schema Tenant --output tenant.json",
        module="kinerja.cli.schema",
    ),
    "measure": _command(
        "Ukur satu indikator dari data dukungnya: baris hitungan, yang dihitung, dan yang tidak beserta alasannya.",
        "Measure one indicator from its evidence: the worked line, what counts, and what does not, and why.",
        'kinerja measure SK3/4 "GLP039.xlsx" --period 2023',
        'kinerja measure SK3/4 anggaran.csv --period 2023 --columns "pagu=Pagu DIPA"',
        module="kinerja.cli.measure",
        own={
            "--accounts": _parameter(
                "Hanya akun ini, misalnya 425283,425289 atau SK3/2=425283,425289.",
                "These accounts only, such as 425283,425289 or SK3/2=425283,425289.",
                Text(id="AKUN", en="ACCOUNTS"),
            )
        },
    ),
    "decree": _command(
        "Susun keputusan sendiri sebagai satu berkas, Excel atau TOML.",
        "Write a decree of your own as one file, Excel or TOML.",
        "kinerja decree new iku-2026.xlsx",
        "kinerja score isian --period 2026 --catalogue iku-2026.xlsx",
        module="kinerja.cli.decree",
        commands=_DECREE_COMMANDS,
    ),
}

KINERJA = _command(
    "Indikator kinerja utama (IKU): katalog, rapor kinerja, dan pengukuran dari berkas.",
    "Key performance indicators (IKU): the catalogue, scorecards, and measuring from files.",
    "kinerja template isian --period 2023",
    "kinerja score isian --period 2023",
    "kinerja explain SK3/4 isian --period 2023",
    "kinerja score --help",
    commands=COMMANDS,
)

PARAMETERS = {
    "paths": _parameter(
        "Buku kerja atau folder data dukung, satu per unit; atau satu tabel realisasi (CSV, XLSX).",
        "Workbooks or folders of evidence, one a unit; or one table of actuals (CSV, XLSX).",
        _EVIDENCE,
    ),
    "code": _parameter("Kode indikator, misalnya SK3/4.", "Code of an indicator, such as SK3/4.", _CODE),
    "files": _parameter(
        "Dua rapor kinerja atau lebih dari `kinerja score --format json`, atau dua jejak angka dari `kinerja "
        "explain --format json`.",
        "Two scorecards or more of `kinerja score --format json`, or two traces of `kinerja explain --format json`.",
        _FILE,
    ),
    "decree_file": _parameter("Berkas keputusan, .xlsx atau .toml.", "File of a decree, .xlsx or .toml.", _FILE),
    "before": _parameter(
        "Keputusan semula: berkasnya, atau namanya di pustaka.",
        "The earlier decree: its file, or its name in the library.",
        Text(id="SEMULA", en="BEFORE"),
    ),
    "after": _parameter(
        "Keputusan kemudian: berkasnya, atau namanya di pustaka.",
        "The later decree: its file, or its name in the library.",
        Text(id="KEMUDIAN", en="AFTER"),
    ),
    "--to": _parameter(
        "Folder untuk halamannya; dibuat bila belum ada.",
        "Folder for the pages; it is made if it is not there.",
        _FOLDER,
    ),
    "--strict": _parameter(
        "Kode keluar 1 juga bila ada yang mungkin keliru saja.",
        "Exit code 1 also where there are possible slips alone.",
    ),
    "new_file": _parameter(
        "Berkas yang ditulis, .xlsx atau .toml.",
        "File that is written, .xlsx or .toml.",
        Text(id="BERKAS-BARU", en="NEW-FILE"),
    ),
    "--from": _parameter(
        "Salin keputusan ini: namanya di pustaka, misalnya bspji-pekanbaru-2021-2024, atau berkasnya.",
        "Copy this decree: its name in the library, such as bspji-pekanbaru-2021-2024, or its file.",
        Text(id="KEPUTUSAN", en="DECREE"),
    ),
    "trace_file": _parameter(
        "Jejak angka dari `kinerja explain --format json`.", "A trace of `kinerja explain --format json`.", _FILE
    ),
    "evidence": _parameter(
        "Buku kerja atau folder data dukungnya, agar dihitung ulang dari berkasnya; tanpa ini dari jejaknya saja.",
        "Workbooks or folders of its evidence, to measure it from its files; without them from the trace alone.",
        _EVIDENCE,
    ),
    "indicator": _parameter(
        "Kode indikator, misalnya SK3/4, atau namanya dalam pustaka, misalnya P3DNRatio.",
        "Code of an indicator, such as SK3/4, or its name in the library, such as P3DNRatio.",
        _CODE,
    ),
    "name": _parameter(
        "trace, scorecard, measurement, catalogue, error, atau data dukung seperti Tenant.",
        "trace, scorecard, measurement, catalogue, error, or a record such as Tenant.",
        Text(id="NAMA", en="NAME"),
    ),
    "file": _parameter(
        "Formulir data dukung (CSV, XLSX), atau ekspor SAKTI GLP039 (XLSX, CSV).",
        "A form of evidence (CSV, XLSX), or an export of SAKTI's GLP039 (XLSX, CSV).",
        _FILE,
    ),
    "--version": _parameter("Tampilkan versi.", "Show the version."),
    "--help": _parameter("Tampilkan bantuan ini.", "Show this help."),
    "--lang": _parameter(
        "Bahasa keluaran, id atau en.", "Language of the output, id or en.", Text(id="BAHASA", en="LANGUAGE")
    ),
    "--catalogue": _parameter(
        "Katalog keputusan lain: berkas XLSX atau TOML, folder berisi beberapa, atau nama yang terpasang; "
        "boleh berulang. Dipakai yang mengatur tahun periodenya; tanpa ini BSPJI Pekanbaru 2021-2024.",
        "Catalogue of another decree: an XLSX or TOML file, a folder of some, or an installed name; may be "
        "repeated. The one that covers the period's year is taken; without it BSPJI Pekanbaru 2021-2024.",
        Text(id="KATALOG", en="CATALOGUE"),
    ),
    "--period": _parameter(
        "Tahun (2023), triwulan atau semester sejak Januari (2023-TW2, 2023-S1), atau itu saja (2023-TW2-saja).",
        "A year (2023), a quarter or semester since January (2023-TW2, 2023-S1), or it alone (2023-TW2-saja).",
        Text(id="PERIODE", en="PERIOD"),
    ),
    "--cap": _parameter(
        "Batas atas capaian dalam persen, misalnya 120; tidak boleh berbeda dari yang ditulis katalog.",
        "Cap of achievements in percent, such as 120; it may not differ from what the catalogue says.",
        _PERCENT,
    ),
    "--minimise": _parameter(
        "Aturan bila lebih kecil lebih baik: reflected, (2T - R) / T × 100; atau ratio, T / R × 100. Tidak "
        "boleh berbeda dari yang ditulis katalog.",
        "Rule where less is better: reflected, (2T - R) / T × 100; or ratio, T / R × 100. It may not differ "
        "from what the catalogue says.",
        Text(id="ATURAN", en="RULE"),
    ),
    "--target-year": _parameter(
        "Tahun yang targetnya dipakai, misalnya 2024; tanpa ini tahun periodenya.",
        "Year whose targets are taken, such as 2024; without it the year of the period.",
        Text(id="TAHUN", en="YEAR"),
    ),
    "--targets": _parameter(
        "Tabel target sendiri (kode, target); tanpa ini target.xlsx di folder, atau keputusan.",
        "Table of own targets (kode, target); without it target.xlsx in the folder, or the decree.",
        _FILE,
    ),
    "--accounts": _parameter(
        "Akun yang dihitung, misalnya SK3/2=425283,425421; boleh berulang.",
        "Accounts that count, such as SK3/2=425283,425421; may be repeated.",
        Text(id="KODE=AKUN", en="CODE=ACCOUNTS"),
    ),
    "--columns": _parameter(
        "Judul kolom yang lain, misalnya pagu=Anggaran; boleh berulang.",
        "Another heading of a column, such as pagu=Anggaran; may be repeated.",
        Text(id="ISIAN=JUDUL", en="FIELD=HEADING"),
    ),
    "--satker-lain": _parameter(
        "Terima data dukung satker lain; namanya tercetak di judul.",
        "Take the evidence of another satker; its name is printed in the headline.",
    ),
    "--tafsir": _parameter(
        "Hitung juga menurut tafsir lain: target mana yang lalu tercapai atau tidak, dan rentang rata-ratanya.",
        "By the other readings too: which targets are then met or missed, and the range of the mean.",
    ),
    "--tanpa-rincian": _parameter(
        "Hanya angkanya; untuk berkas sangat besar. Penghitungan ganda tidak diperiksa.",
        "The figure alone, for very large files. Nothing is checked for being counted twice.",
    ),
    "--tanpa-data-dukung": _parameter(
        "Hanya angka, jumlah baris per syarat, dan SHA-256 jejak lengkapnya; data dukungnya tidak disertakan.",
        "Figures, numbers of rows per condition, and the SHA-256 of the full trace alone; no records.",
    ),
    "--format": _parameter(
        "Bentuk keluaran: text (atau table), markdown, html, csv, atau json; tanpa ini menurut akhiran --output.",
        "Form of the output: text (or table), markdown, html, csv or json; without it as --output ends.",
        Text(id="BENTUK", en="FORM"),
    ),
    "--json": _parameter("Sama dengan --format json.", "The same as --format json."),
    "--output": _parameter(
        "Tulis ke berkas ini (UTF-8); tanpa ini ke layar.",
        "Write to this file (UTF-8); without it to the screen.",
        _FILE,
    ),
    "--force": _parameter("Timpa berkas yang sudah ada.", "Overwrite files that are there already."),
}
