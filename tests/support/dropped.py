"""What is dropped on kinerja.html in the tests, and how the command line is asked the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parents[2]
EXAMPLES, CASES = ROOT / "examples", ROOT / "tests" / "data" / "cases"
LOOSE = "Data dukung"
"""What a folder is called of which only the files were dropped."""


@attrs.frozen(kw_only=True)
class Dropped:
    """One question: of which part of the page, with which files by their paths, and the same at the command line."""

    question: str
    files: dict[str, Path]
    arguments: dict[str, Any]
    command: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.question}-{next(iter(self.files))}"

    def contents(self) -> dict[str, bytes]:
        """Return the content of each file, as the page gives it."""
        return {path: file.read_bytes() for path, file in self.files.items()}

    def place(self, folder: Path) -> None:
        """Put the files where the command line finds them."""
        for path, file in self.files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())


def _scored(name: str, files: dict[str, Path], period: str, decree: Path | None) -> Dropped:
    beside = {} if decree is None else {decree.name: decree}
    return Dropped(
        question="score",
        files={**files, **beside},
        arguments={"period": period, "decree": "".join(beside)},
        command=("score", name, "--period", period, *(("--catalogue", *beside) if beside else ())),
    )


def _folder(path: Path, period: str, decree: Path | None = None) -> Dropped:
    return _scored(path.name, {f"{path.name}/{file.name}": file for file in sorted(path.iterdir())}, period, decree)


def _table(file: Path, period: str, decree: Path | None = None) -> Dropped:
    return _scored(file.name, {file.name: file}, period, decree)


def _export(file: Path, period: str) -> Dropped:
    return Dropped(
        question="export",
        files={file.name: file},
        arguments={"period": period, "other_unit": True},
        command=("measure", "SK3/4", file.name, "--period", period, "--satker-lain"),
    )


def _case(name: str) -> list[Path]:
    (folder,) = CASES.glob(f"{name}-*")
    return sorted(file for file in folder.iterdir() if file.name != "README" and file.suffix != ".toml")


def _decree(name: str) -> Path:
    (file,) = CASES.glob(f"{name}-*/katalog.toml")
    return file


def dropped() -> list[Dropped]:
    """Return every example folder, and every file of the cases."""
    return [
        _folder(EXAMPLES / "contoh-2023", "2023"),
        _folder(EXAMPLES / "contoh-2023", "2023-TW2"),
        _folder(EXAMPLES / "beberapa-satker", "2023"),
        _folder(EXAMPLES / "balai-contoh" / "setahun", "2025", EXAMPLES / "balai-contoh" / "katalog.toml"),
        _folder(EXAMPLES / "balai-contoh" / "semester-1", "2025-S1", EXAMPLES / "balai-contoh" / "katalog.toml"),
        _folder(ROOT / "tests/data/filled-before/balai-excel", "2026", EXAMPLES / "balai-excel" / "iku-2026.xlsx"),
        _table(EXAMPLES / "balai-excel" / "isian.xlsx", "2026", EXAMPLES / "balai-excel" / "iku-2026.xlsx"),
        _table(EXAMPLES / "realisasi-2023.csv", "2023"),
        _table(EXAMPLES / "bbspjppi-2025" / "realisasi.csv", "2025", EXAMPLES / "bbspjppi-2025" / "katalog.toml"),
        *(_export(file, "2026") for name in ("01", "02", "03", "04", "15", "16") for file in _case(name)),
        *(_table(file, "2025", _decree(name)) for name in ("05", "11") for file in _case(name)),
        *(_table(file, "2023") for name in ("06", "07", "08", "09", "10", "12", "13", "14") for file in _case(name)),
    ]
