"""Firefox, as Debian has it, opens the file from disk: it starts there, and scores a folder."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING

import kinerja
from onefile import app

if TYPE_CHECKING:
    from firefox import Firefox

FOLDER = Path(__file__).parents[3] / "examples" / "contoh-2023"


def choose(firefox: Firefox, files: list[Path]) -> None:
    """Choose files under Folder, and wait until the page has them."""
    firefox.choose("#form-folder input[data-kind=files]", *map(str, files))
    firefox.wait_for("#given-folder li")


def test_it_starts(firefox: Firefox) -> None:
    """With the library's version."""
    assert kinerja.__version__ == firefox.run("kinerja.ready")["kinerja"]


def test_a_folder_is_scored_as_outside(firefox: Firefox) -> None:
    """Its files are chosen, and the scorecard on the page is the one of Python outside."""
    firefox.errors.clear()
    files = sorted(FOLDER.iterdir())
    firefox.run("location.hash = '#folder'")
    choose(firefox, files)
    firefox.run("document.querySelector('#form-folder .main').click()")
    firefox.wait_for("#answer-folder .save, #answer-folder .refused")
    shown = firefox.run("document.querySelector('#answer-folder').textContent")
    period = firefox.run("document.querySelector('#period-folder').value")
    found = app.handle("score", {"period": period}, {path.name: path.read_bytes() for path in files})
    assert _words(re.sub("<[^>]*>", "", found["html"])) in _words(shown)
    assert [] == firefox.errors


def test_a_thousand_files_and_one_of_200_mb_are_told_in_few_words(firefox: Firefox, tmp_path: Path) -> None:
    """The page goes on after either."""
    huge, *tables = [tmp_path / "besar.xlsx", *(tmp_path / f"{number:03}.csv" for number in range(1000))]
    for table in tables:
        table.write_text("nama;alamat\nA;B\n", "utf-8")
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    told = []
    for files in (tables, [huge]):
        firefox.run("document.querySelectorAll('#given-folder button').forEach((one) => one.click())")
        firefox.run("document.querySelector('#answer-folder').replaceChildren()")
        choose(firefox, files)
        firefox.run("document.querySelector('#form-folder .main').click()")
        firefox.wait_for("#answer-folder .refused")
        told.append(firefox.run("document.querySelector('#answer-folder').textContent"))
    assert (True, True) == ("997 berkas lain" in told[0], "besar.xlsx: 200 MB" in told[1])
    assert "name" in firefox.run("kinerja.call('decree')")


def _words(text: str) -> str:
    return " ".join(html.unescape(text).split())
