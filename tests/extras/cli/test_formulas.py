"""An office's own indicators on the command line, from a catalogue file alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from command_line import run

if TYPE_CHECKING:
    from pathlib import Path


CATALOGUE = """
decree = { number = "1", title = "Indikator", unit = "Balai", years = [2025] }
[[objectives]]
code = "SK"
text = "Layanan"
[[entries]]
code = "SK.1"
label = "SLA"
objective = "SK"
unit = "Persen"
polarity = "Maksimasi"
targets.2025 = 50
[entries.indicator]
formula = "Ratio"
numerator = { label = "tepat waktu", unit = "Permohonan" }
denominator = { label = "selesai", unit = "Permohonan" }
yes_no = true
"""
FORM = "kode;kasus;tanggal;tepat waktu\nSK.1;P-1;02/01/2025;ya\nSK.1;P-2;03/02/2025;tidak\n"


def _written(folder: Path) -> tuple[Path, Path]:
    catalogue, form = folder / "katalog.toml", folder / "Balai" / "sla.csv"
    form.parent.mkdir()
    catalogue.write_text(CATALOGUE, encoding="utf-8")
    form.write_text(FORM, encoding="utf-8")
    return catalogue, form


def test_a_folder_is_scored(tmp_path: Path) -> None:
    """One of two requests in time is half, which is the target."""
    catalogue, form = _written(tmp_path)
    result = run("score", form.parent, "--catalogue", catalogue, "--period", 2025)
    assert (0, True) == (result.exit_code, "100,00%" in result.stdout)


def test_a_form_is_measured_by_the_words_of_the_entry(tmp_path: Path) -> None:
    """The headings are the entry's own."""
    catalogue, form = _written(tmp_path)
    result = run("measure", "SK.1", form, "--catalogue", catalogue, "--period", 2025)
    assert (0, True) == (result.exit_code, "100 × 1 / 2 = 50,00" in result.stdout)
