"""Pages and public docstrings name the library by its faces: `kinerja` and its packages, never what lies within."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kinerja
from kinerja.catalogue import bundled_catalogues

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[3]
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
WITHIN = {module.name for module in pkgutil.iter_modules(kinerja.__path__) if not module.name.startswith("_")}
FACES = [kinerja, *(importlib.import_module(f"kinerja.{name}") for name in sorted(WITHIN - {"cli"}))]

OF_VERSION_0_1_0 = {
    "kinerja": """AccreditedScopeGrowth AssistedCompanyCount BSPJI_PEKANBARU_2021_2024 Catalogue CatalogueError
        CollaborationCount ColumnsError DoubleCountError Entry FrameError Indicator InexactNumberError KinerjaError
        Measurement MissingExtraError P3DNRatio PNBPGrowth Percent PeriodError Polarity PolarityError ProductivityDelta
        QuantityError Quarter Reason RecordsError Score Scorecard ScorecardError Scoring TargetError TenantCount
        TraceError UndefinedActualError Unit UnknownIndicatorError achievement improvement load_catalogue""",
    "kinerja.readers": """GLP039 Actual Actuals Folder measure_folders read_actuals read_folder read_glp039 read_number
        read_rows read_targets remarks_on stream_rows""",
    "kinerja.frames": "Refusal achievement exact left_out measure scorecard sql",
}


def is_public(path: str) -> bool:
    """Return whether a dotted path is a face, or what a face exports, or a catalogue that comes with the library."""
    first, *rest = path.split(".")[1:]
    if first in {*kinerja.__all__, *bundled_catalogues()}:
        return True
    return first in WITHIN and (not rest or rest[0] in importlib.import_module(f"kinerja.{first}").__all__)


def strays(text: str) -> list[str]:
    """Return the dotted paths of a text that are not public; `kinerja.html` and file formats, such as a/1, are none."""
    paths = re.findall(r"\bkinerja(?!\.html\b)(?:\.[A-Za-z_]\w*)+\b(?!/)", text)
    return [path for path in paths if not is_public(path)]


@pytest.mark.parametrize(("face", "names"), OF_VERSION_0_1_0.items(), ids=OF_VERSION_0_1_0)
def test_what_a_face_exported_it_exports_still(face: str, names: str) -> None:
    """Names that callers of version 0.1.0 rely on."""
    assert set() == set(names.split()) - set(importlib.import_module(face).__all__)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_names_faces_alone(page: Path) -> None:
    """Neither `kinerja._base`, nor a module within a package, nor one that was there once."""
    assert [] == strays(page.read_text(encoding="utf-8").replace("\\_", "_"))


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.__name__)
def test_a_docstring_of_what_a_face_exports_names_faces_alone(face: ModuleType) -> None:
    """And of the face itself."""
    exported = [getattr(face, name) for name in face.__all__]
    docstrings = [inspect.getdoc(value) or "" for value in [face, *exported]]
    assert [] == [path for docstring in docstrings for path in strays(docstring)]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.__name__)
def test_no_module_has_the_name_of_what_its_face_exports(face: ModuleType) -> None:
    """Else the one would hide the other."""
    modules = {module.name for module in pkgutil.iter_modules(getattr(face, "__path__", ()))}
    assert set() == modules & set(face.__all__)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`kinerja._base.Text`", ["kinerja._base.Text"]),
        ("from kinerja.scorecards.comparison import compare", ["kinerja.scorecards.comparison"]),
        ("`kinerja.spreadsheet`", ["kinerja.spreadsheet"]),
        ("`kinerja.frames.measure`, `kinerja.Percent.write`, kinerja.scorecard/1 and kinerja.html", []),
    ],
)
def test_a_stray_path_is_noticed(text: str, expected: list[str]) -> None:
    """Also in an import, and that of a module that is gone."""
    assert expected == strays(text)
