"""The command `kinerja` and `python -m kinerja`."""

from __future__ import annotations

import importlib
import io
import os
import runpy
import subprocess
import sys

import pytest

from kinerja.__main__ import main


@pytest.mark.parametrize("package", ["typer", "rich.console"])
def test_a_missing_extra_is_one_sentence(
    package: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a package of the extra, the command says how to install it and ends with 2."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "kinerja" and "cli" in name]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setattr(sys, "argv", ["kinerja", "measure", "SK1/1", "tenan.csv", "--period", "2023"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = 'Bagian ini memerlukan paket tambahan; pasang dengan: pip install "kinerja[cli]"\n'
    assert (2, said) == (ended.value.code, capsys.readouterr().err)


def test_another_missing_module_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that no extra installs is a fault, and is raised as one."""
    monkeypatch.setitem(sys.modules, "kinerja.cli.app", None)
    with pytest.raises(ModuleNotFoundError):
        main()


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m kinerja --help` names the three commands."""
    monkeypatch.setattr(sys, "argv", ["kinerja", "--help"])
    monkeypatch.delitem(sys.modules, "kinerja.__main__")
    with pytest.raises(SystemExit):
        runpy.run_module("kinerja", run_name="__main__")
    told = capsys.readouterr().out
    assert [True, True, True] == [command in told for command in ("catalogue", "score", "measure")]


def test_an_unknown_command_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With its name, and 2."""
    monkeypatch.setattr(sys, "argv", ["kinerja", "skor"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert (2, True) == (ended.value.code, "skor" in capsys.readouterr().err)


def test_a_command_loads_nothing_of_the_others() -> None:
    """The version is told without any of them."""
    program = (
        "import sys; from kinerja.__main__ import main; sys.argv = ['kinerja', '--version']\n"
        "try: main()\n"
        "except SystemExit: print({'cattrs', 'kinerja.readers', 'rich.progress'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60)
    assert "set()" == done.stdout.splitlines()[-1]


def spoken(encoding: str, *arguments: str) -> str:
    """Return what the command prints where standard output has an encoding."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "kinerja", *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=environment, timeout=60).stdout.decode(encoding)


def test_signs_that_cannot_be_shown_have_their_nearest() -> None:
    """On a terminal that knows ASCII alone, × is x and the quotation marks are straight."""
    told = spoken("ascii", "catalogue", "SK3/4")
    assert [True, True] == [piece in told for piece in ('"SK3: Meningkatnya', "Realisasi = 100 x RAP3DN / TotAP3DN")]


def test_signs_that_can_be_shown_stay() -> None:
    """In UTF-8 nothing is replaced."""
    assert "Realisasi = 100 × RAP3DN / TotAP3DN" in spoken("utf-8", "catalogue", "SK3/4")


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (
            OSError(28, "No space left on device"),
            2,
            "Keluaran tidak dapat ditulis (tempat penyimpanan penuh; kosongkan sebagian).\n",
        ),
        (BrokenPipeError(32, "Broken pipe"), 1, ""),
    ],
)
def test_output_that_cannot_be_written_is_one_sentence(
    error: OSError, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk is told; a reader who has seen enough, such as `head`, is let go."""

    def fail() -> None:
        raise error

    let_go: list[int] = []
    monkeypatch.setattr(importlib.import_module("kinerja.cli.app"), "app", fail)
    monkeypatch.setattr(os, "dup2", lambda _nowhere, output: let_go.append(output))
    with pytest.raises(SystemExit) as ended:
        main()
    assert (code, said, 1) == (ended.value.code, capsys.readouterr().err, len(let_go))


def test_an_unknown_sign_is_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing stands nearer."""
    monkeypatch.setattr(sys, "argv", ["kinerja", "--help"])
    with pytest.raises(SystemExit):
        main()
    assert b"x?" == "×☂".encode("ascii", errors="kinerja")


def test_only_writing_has_nearest_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read is not guessed."""
    monkeypatch.setattr(sys, "argv", ["kinerja", "--help"])
    with pytest.raises(SystemExit):
        main()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", errors="kinerja")


def test_output_that_is_no_file_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook or an embedding program has streams of its own."""
    held = io.StringIO()
    monkeypatch.setattr(sys, "stdout", held)
    monkeypatch.setattr(sys, "argv", ["kinerja", "catalogue", "SK1/1"])
    with pytest.raises(SystemExit):
        main()
    assert held.getvalue().startswith("SK1/1  Jumlah tenan inkubator")
