"""Where the commands write, and in which form: `--format`, `--output`, `--force`, and other encodings."""

from __future__ import annotations

import codecs
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

import kinerja
from kinerja import BSPJI_PEKANBARU_2021_2024, Scorecard, ScorecardError
from kinerja.__main__ import main
from kinerja.cli.verify import read_text
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    Run: TypeAlias = Callable[..., Result]

EXAMPLE = Path(__file__).parents[3] / "examples" / "contoh-2023"
SCORE = ("score", EXAMPLE, "--period", "2023")
EXPLAIN = ("explain", "SK3/2", EXAMPLE, "--period", "2023")
MEASURE = ("measure", "SK3/4", EXAMPLE / "anggaran.csv", "--period", "2023")
SIGNS = {
    "score": SCORE,
    "explain": EXPLAIN,
    "measure": MEASURE,
    "catalogue": ("catalogue",),
    "one entry": ("catalogue", "SK3/4"),
}

of_every_command = pytest.mark.parametrize("arguments", SIGNS.values(), ids=SIGNS)


@pytest.fixture(scope="module")
def card(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the scorecard of the example as JSON."""
    path = tmp_path_factory.mktemp("rapor") / "rapor.json"
    run(*SCORE, "--format", "json", "--output", path)
    return path


# Forms


@of_every_command
@pytest.mark.parametrize(
    ("form", "opening"),
    [("html", "<!doctype html>\n"), ("json", "{\n")],
)
def test_every_command_writes_html_and_json(run: Run, arguments: tuple[object, ...], form: str, opening: str) -> None:
    """Whole pages, and JSON that parses."""
    told = run(*arguments, "--format", form).stdout
    assert (True, "\n") == (told.startswith(opening), told[-1])
    assert form == "html" or json.loads(told)


@pytest.mark.parametrize(
    ("ending", "form"),
    [(".html", "html"), (".HTM", "html"), (".json", "json"), (".csv", "csv"), (".md", "markdown"), (".txt", "text")],
)
def test_the_ending_of_the_file_tells_the_form(run: Run, tmp_path: Path, ending: str, form: str) -> None:
    """Who asks for `rapor.html` means a page."""
    told, asked = tmp_path / f"rapor{ending}", tmp_path / "asked"
    run(*SCORE, "--output", told)
    run(*SCORE, "--output", asked, "--format", form)
    assert asked.read_text("utf-8") == told.read_text("utf-8")


@of_every_command
@pytest.mark.parametrize(("form", "mark"), [("markdown", "\n- |\n| |\n> "), ("csv", ";")])
def test_every_command_writes_markdown_and_csv(run: Run, arguments: tuple[object, ...], form: str, mark: str) -> None:
    """Tables, lists or quotations; cells between semicolons."""
    told = "\n" + run(*arguments, "--format", form).stdout
    assert any(sign in told for sign in mark.split("|"))


def test_a_comparison_is_written_in_every_form(run: Run, card: Path) -> None:
    """By the same writers."""
    told = {form: run("compare", card, card, "--format", form).stdout for form in ("markdown", "html", "csv", "json")}
    assert (True, True, True, "kinerja.comparison/1") == (
        "| SK1/1 | " in told["markdown"],
        "<td>SK1/1</td>" in told["html"],
        "SK1/1;" in told["csv"],
        json.loads(told["json"])["schema"],
    )


@of_every_command
def test_table_is_another_word_for_text(run: Run, arguments: tuple[object, ...]) -> None:
    """As it was before there were other forms."""
    assert (
        run(*arguments).stdout
        == run(*arguments, "--format", "table").stdout
        == run(*arguments, "--format", "text").stdout
    )


@pytest.mark.parametrize("arguments", [EXPLAIN, ("catalogue",), ("catalogue", "SK3/4")])
def test_json_has_a_flag_of_its_own(run: Run, arguments: tuple[object, ...]) -> None:
    """As it was before there were other forms."""
    assert run(*arguments, "--format", "json").stdout == run(*arguments, "--json").stdout


def test_a_measurement_in_json_is_exact(run: Run) -> None:
    """Numbers as text; the source among the notes."""
    plain = json.loads(run(*MEASURE, "--format", "json").stdout)
    assert ("189/4", f"Sumber: {EXAMPLE / 'anggaran.csv'}") == (plain["actual"], plain["notes"][0]["id"])


# Files


@of_every_command
def test_a_file_holds_what_the_screen_shows(run: Run, arguments: tuple[object, ...], tmp_path: Path) -> None:
    """Of eighty signs; and the screen the name of the file."""
    path = tmp_path / "keluaran.txt"
    assert (f"{path} ditulis.\n", 0) == ((told := run(*arguments, "--output", path)).stdout, told.exit_code)
    assert run(*arguments, COLUMNS="80").stdout == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        (EXAMPLE, "30 baris data dukung dihitung, 13 tidak; alasannya disebut di rapor kinerja.\n"),
        (EXAMPLE.parent / "realisasi-2023.csv", ""),
    ],
    ids=["folder", "table"],
)
def test_who_has_not_opened_the_scorecard_is_told_how_many_rows_count(
    run: Run, tmp_path: Path, evidence: Path, told: str
) -> None:
    """On standard error; of a table of realisations there are none."""
    assert told == run("score", evidence, "--period", 2023, "--output", tmp_path / "rapor.txt").stderr
    assert "" == run("score", evidence, "--period", 2023).stderr


def test_a_verdict_is_written_to_a_file_too(run: Run, tmp_path: Path) -> None:
    """The exit code stays."""
    trace, verdict = tmp_path / "jejak.json", tmp_path / "hasil.txt"
    run(*EXPLAIN, "--format", "json", "--output", trace)
    changed = trace.read_text(encoding="utf-8").replace('"met": true', '"met": false')
    trace.write_text(changed, encoding="utf-8")
    assert (f"{verdict} ditulis.\n", 1) == ((told := run("verify", trace, "--output", verdict)).stdout, told.exit_code)
    assert verdict.read_text(encoding="utf-8").startswith("SK3/2, 2023: tidak sesuai")


def test_a_comparison_is_written_to_a_file_too(run: Run, card: Path, tmp_path: Path) -> None:
    """As every command's output is."""
    run("compare", card, card, "--output", tmp_path / "banding.txt")
    assert run("compare", card, card, COLUMNS="80").stdout == (tmp_path / "banding.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "sudah ada; pilih nama lain, atau timpa berkas itu dengan --force."), ("en", "is there already")],
)
def test_a_file_that_is_there_is_not_overwritten(run: Run, tmp_path: Path, language: str, said: str) -> None:
    """The message names it and says what to do; the file stays."""
    path = tmp_path / "rapor.txt"
    path.write_text("lama", encoding="utf-8")
    result = run(*SCORE, "--output", path, "--lang", language)
    assert (2, True, True, "lama") == (
        result.exit_code,
        str(path) in result.stderr,
        said in result.stderr,
        path.read_text(encoding="utf-8"),
    )


def test_what_is_there_is_told_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    """A long reading is not for nothing."""
    (tmp_path / "rapor.txt").touch()
    told = run("score", tmp_path / "tidak-ada.csv", "--period", 2023, "--output", tmp_path / "rapor.txt").stderr
    assert (True, False) == ("sudah ada" in told, "tidak-ada.csv" in told)


def test_force_overwrites(run: Run, tmp_path: Path) -> None:
    """Where it is asked for."""
    path = tmp_path / "rapor.txt"
    path.write_text("lama", encoding="utf-8")
    run(*SCORE, "--output", path, "--force")
    assert path.read_text(encoding="utf-8").startswith("Rapor kinerja 2023")


def test_a_folder_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    """Nor a device."""
    result = run(*SCORE, "--output", tmp_path, "--force")
    assert (2, True) == (result.exit_code, f"{tmp_path}: bukan berkas biasa" in result.stderr)


def test_a_link_is_written_through(run: Run, tmp_path: Path) -> None:
    """It still points where it did."""
    (tmp_path / "rapor.txt").touch()
    (tmp_path / "terbaru.txt").symlink_to(tmp_path / "rapor.txt")
    run(*SCORE, "--output", tmp_path / "terbaru.txt", "--force")
    assert (True, True) == (
        (tmp_path / "terbaru.txt").is_symlink(),
        (tmp_path / "rapor.txt").read_text(encoding="utf-8").startswith("Rapor kinerja 2023"),
    )


@pytest.mark.parametrize(("language", "said"), [("id", "tidak dapat ditulis"), ("en", "cannot be written")])
def test_a_file_that_cannot_be_written_is_one_message(run: Run, tmp_path: Path, language: str, said: str) -> None:
    """A folder that is not there is not made."""
    result = run(*SCORE, "--output", tmp_path / "tidak-ada" / "rapor.txt", "--lang", language)
    assert (2, "", True) == (result.exit_code, result.stdout, said in result.stderr)


def test_a_file_is_written_whole_or_not_at_all(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk fails, the old file stays and nothing lies beside it."""

    def fail(_path: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "rapor.txt"
    path.write_text("lama", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)
    told = run(*SCORE, "--output", path, "--force").stderr
    assert ("tidak dapat ditulis (tempat penyimpanan penuh; kosongkan sebagian)" in told, [path], "lama") == (
        True,
        [*tmp_path.iterdir()],
        path.read_text(encoding="utf-8"),
    )


def test_a_refusal_leaves_no_file(run: Run, tmp_path: Path) -> None:
    """Nothing is written of what cannot be scored."""
    run("score", tmp_path / "tidak-ada.csv", "--period", 2023, "--output", tmp_path / "rapor.txt")
    assert [] == [*tmp_path.iterdir()]


# Other encodings


def bytes_on(encoding: str, *arguments: object) -> bytes:
    """Return what the command writes to standard output where that has an encoding."""
    home = str(Path(kinerja.__file__).parents[1])
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": home}
    command = [sys.executable, "-m", "kinerja", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, env=environment, timeout=60).stdout


def as_powershell_sends(written: bytes) -> bytes:
    """Return what `>` of Windows PowerShell makes of a program's output: read as an old code page, kept as UTF-16."""
    return codecs.BOM_UTF16_LE + written.decode("cp437").replace("\n", "\r\n").encode("utf-16-le")


SENT = {
    "as it is": lambda written: written,
    "with a mark": lambda written: codecs.BOM_UTF8 + written,
    "PowerShell": as_powershell_sends,
    "big-endian": lambda written: codecs.BOM_UTF16_BE + written.decode("ascii").encode("utf-16-be"),
}


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    """Return a scorecard and a trace as JSON, as a Windows console's code page lets them through."""
    commands = {"score": (*SCORE, "--format", "json"), "explain": (*EXPLAIN, "--format", "json")}
    return {name: bytes_on("cp1252", *arguments) for name, arguments in commands.items()}


@pytest.mark.parametrize("send", SENT.values(), ids=SENT)
def test_a_scorecard_sent_on_windows_reads_back_equal(
    run: Run, card: Path, written: dict[str, bytes], tmp_path: Path, send: Callable[[bytes], bytes]
) -> None:
    """Whatever stood between; every sign of the decree's words is there."""
    path = tmp_path / "terkirim.json"
    path.write_bytes(send(written["score"]))
    assert Scorecard.from_json(card.read_text(encoding="utf-8")) == Scorecard.from_json(read_text(path, ScorecardError))
    assert 0 == run("compare", path, card).exit_code


@pytest.mark.parametrize("send", SENT.values(), ids=SENT)
def test_a_trace_sent_on_windows_holds(
    run: Run, written: dict[str, bytes], tmp_path: Path, send: Callable[[bytes], bytes]
) -> None:
    """Its figure and its clause."""
    path = tmp_path / "terkirim.json"
    path.write_bytes(send(written["explain"]))
    assert 0 == run("verify", path).exit_code


def test_json_in_utf_8_keeps_its_signs() -> None:
    """Nothing is escaped that need not be."""
    assert "rata – rata" in bytes_on("utf-8", "catalogue", "SK3/1", "--json").decode("utf-8")


@pytest.mark.parametrize(
    ("encoding", "form", "written"),
    [
        ("cp1252", "json", b"rata \\u2013 rata"),
        ("cp1252", "html", b"rata &#8211; rata"),
        ("utf-8", "json", "rata – rata".encode()),
        ("utf-8", "html", "rata – rata".encode()),
    ],
)
def test_json_and_html_are_ascii_where_the_console_is_not_utf_8(
    encoding: str, form: str, written: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sign that the code page has would be another byte than a reader expects."""
    kept = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(kept, encoding=encoding))
    monkeypatch.setattr(sys, "argv", ["kinerja", "catalogue", "SK3/1", "--format", form])
    with pytest.raises(SystemExit):
        main()
    assert written in kept.getvalue()


def test_a_file_is_utf_8_whatever_the_console(tmp_path: Path) -> None:
    """A sign that the console lacks is in it."""
    path = tmp_path / "iku.txt"
    bytes_on("ascii", "catalogue", "SK3/4", "--output", path)
    assert "Realisasi = 100 × RAP3DN / TotAP3DN" in path.read_text(encoding="utf-8")


def test_bytes_of_no_known_encoding_are_refused(tmp_path: Path) -> None:
    """A file cut in the middle of a sign."""
    path = tmp_path / "rapor.json"
    path.write_bytes(codecs.BOM_UTF16_LE + b"{")
    cut = UnicodeDecodeError("utf-16-le", codecs.BOM_UTF16_LE + b"{", 2, 3, "truncated data")
    with refused("file.unreadable", ScorecardError, place=str(path), error=cut):
        read_text(path, ScorecardError)


def test_the_catalogue_in_json_is_that_of_the_library(run: Run) -> None:
    """With its codes in the decree's order."""
    plain = json.loads(run("catalogue", "--format", "json").stdout)
    assert [*BSPJI_PEKANBARU_2021_2024] == [entry["code"] for entry in plain["entries"]]
