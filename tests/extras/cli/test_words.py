"""What the command line says of itself: its help, and its answers to a slip, in either language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import pytest

from kinerja._base import Language
from kinerja.cli.words import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    Run: TypeAlias = Callable[..., Result]

NAMES = ["", *COMMANDS, *(f"{name} {own}" for name, group in COMMANDS.items() for own in group.commands)]
FOREIGN = re.compile(
    r"Usage|Options|Arguments|Commands|Missing|default|required|Show this|Error|list\[|<\w+>|\bPath\b|\bstr\b"
)

of_every_command = pytest.mark.parametrize("command", NAMES, ids=["kinerja", *NAMES[1:]])


def help_of(run: Run, command: str, *more: str) -> str:
    """Return what a command says of itself."""
    return run(*command.split(), "--help", *more).stdout


@of_every_command
def test_help_is_indonesian(run: Run, command: str) -> None:
    """Without a word of typer's own, and without the name of a type."""
    assert [] == FOREIGN.findall(help_of(run, command))


@of_every_command
def test_help_is_english_where_that_is_asked_for(run: Run, command: str) -> None:
    """All of it: no line of several words is that of the Indonesian help."""
    said, indonesian = (set(help_of(run, command, *more).splitlines()) for more in (("--lang", "en"), ()))
    same = [line for line in said & indonesian if len(line.split()) > 2 and not line.startswith("  kinerja ")]
    assert [] == same


@of_every_command
def test_help_has_an_example(run: Run, command: str) -> None:
    """Of the command itself."""
    assert f"  kinerja {command}".rstrip() in help_of(run, command)


@of_every_command
def test_help_fits_80_columns(run: Run, command: str) -> None:
    """As a terminal of that width shows it."""
    assert [] == [line for line in help_of(run, command).splitlines() if len(line) > 80]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["skor"], "'skor' tidak dikenal; maksudnya score?"),
        (["score"], "DATA-DUKUNG harus disebutkan. Buku kerja atau folder"),
        (["score", "x"], "--period harus disebutkan. Tahun (2023)"),
        (["score", "x", "--period"], "--period harus diikuti nilainya. Tahun (2023)"),
        (["score", "x", "--perod", "2023"], "'--perod' tidak dikenal; maksudnya --period?"),
        (["score", "x", "--period", "2023", "--format", "pdf"], "--format 'pdf' tidak dapat dipakai. Bentuk keluaran"),
        (["score", "x", "--period", "2023", "--target-year", "dua"], "--target-year 'dua' tidak dapat dipakai."),
        (["score", "x", "--period", "2023", "--force=ya"], "--force ditulis tanpa nilai."),
        (["catalogue", "SK1/1", "SK2/1"], "Argumen yang berlebih: SK2/1;"),
        (["--foo"], "'--foo' tidak dikenal; yang ada: --version, --lang, --help."),
        (
            ["verify", "x", "--bogus"],
            "'--bogus' tidak dikenal; yang ada: --output, --force, --catalogue, --lang, --help.",
        ),
        (["catalogue", "--lang=de"], "--lang 'de' tidak dapat dipakai."),
        (["catalogue", "--lang", "fr"], "--lang 'fr' tidak dapat dipakai. Bahasa keluaran, id atau en."),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_a_slip_is_answered_in_one_sentence(run: Run, arguments: list[str], said: str) -> None:
    """Then how the command is called, and where there is more; it ends with 2."""
    result = run(*arguments)
    first, usage, more = result.stderr.splitlines()
    opens = [first.startswith(said), usage.startswith("Cara pakai: kinerja"), more.startswith("Bantuan: kinerja")]
    assert (2, [True, True, True]) == (result.exit_code, opens)


@pytest.mark.parametrize("arguments", [["--lang", "en", "score"], ["score", "--lang=en"]])
def test_a_slip_is_answered_in_the_language_asked_for(run: Run, arguments: list[str]) -> None:
    """Wherever `--lang` stands."""
    assert run(*arguments).stderr.startswith("EVIDENCE must be given. Workbooks or folders of evidence")


def test_a_language_before_the_command_is_that_of_its_output(run: Run) -> None:
    """As behind it."""
    assert run("catalogue", "--lang", "en").stdout == run("--lang", "en", "catalogue").stdout


def test_without_a_command_all_are_shown(run: Run) -> None:
    """On standard error, and it ends with 2."""
    result = run()
    assert (2, help_of(run, "")) == (result.exit_code, result.stderr)


@pytest.mark.parametrize("language", Language)
def test_the_words_of_help_are_sentences(language: Language) -> None:
    """They end as one."""
    said = [words.does.read(language) for words in COMMANDS.values()]
    assert [] == [text for text in said if not text.endswith(".")]


BUDGET = "satker;kode anggaran;tahun;akun;pagu;realisasi\n417912;a;2023;521211;{};5\n"
FILES = {
    "keliru.toml": "x = ",
    "keliru.json": '{"a": ',
    "lain.json": "{}",
    "di-bawah-nol.csv": BUDGET.format("-170000000"),
    "desimal.csv": "kode;realisasi\nSK1/1;2,5\nSK1/2;-1\n",
    "target.csv": "kode;target\nSK3/1;0\nSK1/1;1,5\n",
}
DAMAGED = [
    ("score", "tidak-ada.csv", "--period", "2023"),
    ("score", "desimal.csv", "--period", "2023"),
    ("score", "desimal.csv", "--period", "2030"),
    ("score", "desimal.csv", "--period", "2023", "--targets", "target.csv"),
    ("score", "desimal.csv", "--period", "2023", "--catalogue", "keliru.toml"),
    ("score", "desimal.csv", "--period", "2023", "--catalogue", "."),
    ("score", "desimal.csv", "--period", "2023", "--accounts", "SK3/2=x"),
    ("score", "desimal.csv", "--period", "2023", "--minimise", "x"),
    ("measure", "SK3/4", "di-bawah-nol.csv", "--period", "2023"),
    ("measure", "SK3/4", "di-bawah-nol.csv", "--period", "2023-TW2-saja"),
    ("measure", "SK2/1", "di-bawah-nol.csv", "--period", "2023"),
    ("verify", "keliru.json"),
    ("verify", "lain.json"),
    ("verify", "tidak-ada.json"),
    ("verify", "."),
    ("compare", "keliru.json", "lain.json"),
    ("template", "lain.json", "--period", "2023"),
]
OF_PYTHON = re.compile(
    r"Errno|\w+\(\)|\b(?:None|True|False|Traceback)\b|Expecting|Invalid|No such|Count\b|Ratio\b|Growth\b|ceiling"
)


@pytest.mark.parametrize("arguments", DAMAGED, ids=" ".join)
def test_what_is_refused_is_told_without_python(
    run: Run, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor in the English of the system and of parsers; it ends with 2."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run(*arguments)
    assert (2, []) == (result.exit_code, OF_PYTHON.findall(result.stderr))


def test_what_is_refused_of_a_figure_names_its_file(run: Run, tmp_path: Path) -> None:
    """And its row, and its quantity by its label."""
    path = tmp_path / "anggaran.csv"
    path.write_text(FILES["di-bawah-nol.csv"], encoding="utf-8")
    said = (
        f"SK3/4 ({path}, baris 2, kolom pagu): total pagu anggaran P3DN berdasarkan akun terpilih = -170.000.000 "
        "tidak mungkin; nilai terkecil 0.\n"
    )
    assert said == run("measure", "SK3/4", path, "--period", "2023").stderr


def test_what_a_command_has_for_a_refusal_is_said_once(run: Callable[..., Result], tmp_path: Path) -> None:
    """Behind it, also where several files call for it; a program and kinerja.html have other ways."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("nama;alamat\nA;B\n", "utf-8")
    told = " ".join(run("score", tmp_path, "--period", 2023).stderr.split())
    advice = "Formulir kosong dibuat dengan `kinerja template BERKAS.xlsx --period TAHUN`."
    assert (True, 1) == (told.endswith(advice), told.count("kinerja template"))
