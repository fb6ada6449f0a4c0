"""The command `kinerja` and `python -m kinerja`."""

from __future__ import annotations

import runpy
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
