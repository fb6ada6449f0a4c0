"""What installed packages bring: read when it is asked for, and refused in one sentence where it cannot be used."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Catalogue, CatalogueError, UnknownIndicatorError, load_catalogue, make_trace, verify_trace
from kinerja.catalogues import catalogue_names, installed_indicators, named_catalogue
from kinerja.decrees.installed import load_entry_points
from kinerja.trace import compare_traces
from package import install
from said import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Install = Callable[..., None]

LETTERS = """
import attrs
from kinerja import Indicator, Text, Unit, Variable

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)


@attrs.frozen(kw_only=True)
class {name}(Indicator[object]):
    unit = LETTER
    variables = (Variable(name="letters", symbol="S", label=Text(id="surat", en="letters"), unit=LETTER),)

    @staticmethod
    def formula(letters):
        return letters
"""
FILE = """
decree = {number = "1 TAHUN 2025", title = "IKU", unit = "Balai Contoh", years = [2025]}
objectives = [{code = "S1", text = "Layanan"}]
[[entries]]
code = "S1/1"
label = "Surat terjawab"
objective = "S1"
unit = "Surat"
polarity = "Maksimasi"
targets = {2025 = 2}
indicator = "LetterCount"
"""
PATH = 'from pathlib import Path\n\nPATH = Path(__file__).with_name("balai.toml")\n'


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Give a call that installs a package here; its module is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def call(name: str, **told: Any) -> None:
        install(tmp_path, name, **told)

    yield call
    for module in [name for name in set(sys.modules) - before if name.startswith("balai_")]:
        del sys.modules[module]


def problems(refused: Callable[[], object]) -> list[tuple[str, str]]:
    """Return the code and the name of everything that is refused."""
    with pytest.raises(CatalogueError) as caught:
        refused()
    return [(one.code, one.place) for one in caught.value.problems]


def test_a_file_names_a_class_of_an_installed_package(installed: Install, tmp_path: Path) -> None:
    """The whole way: catalogue, trace, comparison."""
    installed(
        "balai-contoh", module=LETTERS.format(name="LetterCount"), indicators="LetterCount=balai_contoh:LetterCount"
    )
    file = tmp_path / "balai.toml"
    file.write_text(FILE, encoding="utf-8")
    catalogue = load_catalogue(file, installed_indicators())
    indicator = catalogue["S1/1"].indicator
    trace = make_trace(catalogue, "S1/1", 2025, indicator.measure(letters=2) if indicator else None).to_json()
    assert (True, ()) == (
        verify_trace(trace, installed_indicators()).holds,
        compare_traces(trace, trace, installed_indicators()).moves,
    )


@pytest.mark.parametrize("indicator", ['"LetterCount"', '{name = "LetterCount"}', '{by = "LetterCount"}'])
def test_a_class_is_looked_for_where_files_name_one(installed: Install, indicator: str) -> None:
    """As an indicator, by its name, and as what computes an answer."""
    installed(
        "balai-contoh", module=LETTERS.format(name="LetterCount"), indicators="LetterCount=balai_contoh:LetterCount"
    )
    data = tomllib.loads(f"entries = [{{indicator = {indicator}}}]")
    assert ["LetterCount"] == [kind.__name__ for kind in installed_indicators().named_in(data)]


def test_all_classes_can_be_gone_through(installed: Install) -> None:
    """Each time anew."""
    installed(
        "balai-contoh", module=LETTERS.format(name="LetterCount"), indicators="LetterCount=balai_contoh:LetterCount"
    )
    there = installed_indicators()
    assert [["LetterCount"]] * 2 == [[kind.__name__ for kind in there] for _ in range(2)]


def test_a_package_that_nothing_names_is_not_imported(installed: Install) -> None:
    """So that it is in nobody's way when it is broken."""
    installed("balai-rusak", module="raise RuntimeError", indicators="Broken=balai_rusak:Broken")
    assert CATALOGUE == Catalogue.from_dict(CATALOGUE.to_dict(), installed_indicators())
    assert [] == installed_indicators().named_in({"indicator": "LetterCount"})
    assert "balai_rusak" not in sys.modules


@pytest.mark.parametrize(
    ("module", "points", "code"),
    [
        ("import tidak_ada", "LetterCount=balai_contoh:LetterCount", "packages.not_imported"),
        ("", "LetterCount=balai_contoh:LetterCount", "packages.not_imported"),
        ("1 / 0", "LetterCount=balai_contoh:LetterCount", "packages.not_imported"),
        ("LetterCount = 1", "LetterCount=balai_contoh:LetterCount", "packages.brought_other"),
        ("LetterCount = int", "LetterCount=balai_contoh:LetterCount", "packages.brought_other"),
        (LETTERS.format(name="Letters"), "LetterCount=balai_contoh:Letters", "packages.brought_other"),
    ],
    ids=["imports nothing", "no such class", "raises", "no class", "another class", "another name"],
)
def test_a_class_that_cannot_be_used_is_refused(installed: Install, module: str, points: str, code: str) -> None:
    """By its name, with the package."""
    installed("balai-contoh", module=module, indicators=points)
    assert [(code, "LetterCount")] == problems(lambda: list(installed_indicators()))


def test_everything_that_cannot_be_used_is_told_at_once(installed: Install) -> None:
    """Whatever is wrong with it."""
    names = ("LetterCount", "Other", "TenantCount", "TenantShare")
    installed("balai-contoh", module="1 / 0", indicators="\n".join(f"{name}=balai_contoh:{name}" for name in names))
    codes = ("packages.not_imported", "packages.not_imported", "packages.brought_twice", "packages.not_imported")
    assert [*zip(codes, names, strict=True)] == problems(lambda: list(installed_indicators()))


def test_what_no_package_names_as_its_own_is_refused_too() -> None:
    """Which it is of, nobody knows."""
    point = EntryPoint(name="A", value="balai_tidak_ada:A", group="kinerja.indicators")
    with pytest.raises(CatalogueError) as caught:
        load_entry_points(["A"], {"A": [point]}, (), lambda _name, _kind: None)
    (problem,) = caught.value.problems
    why = "ModuleNotFoundError: No module named 'balai_tidak_ada'"
    assert sentence("packages.not_imported", packages=["?"], why=why) == problem.allowed


def test_the_package_is_named_in_what_is_refused(installed: Install) -> None:
    """With its version, and what its author should know."""
    installed("balai-contoh", module="import tidak_ada", indicators="LetterCount=balai_contoh:LetterCount")
    with pytest.raises(CatalogueError) as caught:
        list(installed_indicators())
    told = caught.value.text.id
    assert [True, True] == [part in told for part in ("balai-contoh 1.0", "No module named 'tidak_ada'")]


def test_two_packages_that_bring_one_name_are_refused(installed: Install) -> None:
    """Both are named, and neither is imported."""
    for name in ("balai-satu", "balai-dua"):
        installed(name, module="raise RuntimeError", indicators="LetterCount=x:LetterCount")
    with pytest.raises(CatalogueError) as caught:
        list(installed_indicators())
    (problem,) = caught.value.problems
    assert ("packages.brought_twice", [True, True]) == (
        problem.code,
        [name in problem.allowed.id for name in ("balai-satu 1.0", "balai-dua 1.0")],
    )


def test_a_class_by_the_name_of_one_of_the_library_is_refused(installed: Install) -> None:
    """Where it is asked for, with both that bring it: no file is given it in place of the library's."""
    installed("balai-contoh", module="raise RuntimeError", indicators="TenantCount=balai_contoh:TenantCount")
    with pytest.raises(CatalogueError) as caught:
        list(installed_indicators())
    (problem,) = caught.value.problems
    told = (problem.code, problem.place, "balai-contoh 1.0, kinerja" in problem.allowed.id)
    assert ("packages.brought_twice", "TenantCount", True) == told
    assert CATALOGUE == Catalogue.from_dict(CATALOGUE.to_dict(), installed_indicators())


def test_a_catalogue_of_an_installed_package_is_read(installed: Install, tmp_path: Path) -> None:
    """From its file, whatever the case of its name, with the classes of the package."""
    installed(
        "balai-contoh",
        module=LETTERS.format(name="LetterCount") + PATH,
        indicators="LetterCount=balai_contoh:LetterCount",
        catalogues="BALAI_CONTOH_2025=balai_contoh:PATH",
    )
    (tmp_path / "balai.toml").write_text(FILE, encoding="utf-8")
    assert ("Balai Contoh", True) == (
        named_catalogue("Balai Contoh 2025").decree.unit,
        "balai-contoh-2025" in catalogue_names(),
    )


def test_a_catalogue_may_be_a_value(installed: Install) -> None:
    """As a package made it."""
    installed(
        "balai-contoh",
        module="from kinerja import BSPJI_PEKANBARU_2021_2024 as LAIN",
        catalogues="LAIN=balai_contoh:LAIN",
    )
    assert CATALOGUE is named_catalogue("LAIN")


def test_what_is_no_catalogue_is_refused(installed: Install) -> None:
    """With the package."""
    installed("balai-contoh", module="LAIN = 1", catalogues="LAIN=balai_contoh:LAIN")
    assert [("packages.brought_other", "lain")] == problems(lambda: named_catalogue("LAIN"))


def test_two_catalogues_whose_names_differ_in_case_alone_are_refused(installed: Install) -> None:
    """People type either."""
    installed("balai-satu", catalogues="LAIN_2025=balai_satu:LAIN")
    installed("balai-dua", catalogues="lain-2025=balai_dua:LAIN")
    assert [("packages.brought_twice", "lain-2025")] == problems(lambda: named_catalogue("LAIN_2025"))


def test_a_catalogue_by_the_name_of_the_librarys_own_is_refused(installed: Install) -> None:
    """Nobody could tell which is meant; it is named once."""
    name = "bspji-pekanbaru-2021-2024"
    installed("balai-contoh", catalogues="BSPJI_PEKANBARU_2021_2024=balai_contoh:LAIN")
    assert [("packages.brought_twice", name)] == problems(lambda: named_catalogue(name))
    assert 1 == catalogue_names().count(name)


def test_a_name_that_no_catalogue_has_is_refused() -> None:
    """With the close one."""
    with pytest.raises(UnknownIndicatorError) as caught:
        named_catalogue("bspji-pekanbaru-2021")
    assert ("bspji-pekanbaru-2021-2024",) == caught.value.matches


def test_importing_the_library_imports_no_package(tmp_path: Path) -> None:
    """Nor does its own catalogue, nor asking for the names of all."""
    install(
        tmp_path,
        "balai-rusak",
        module="raise RuntimeError",
        indicators="LetterCount=balai_rusak:LetterCount",
        catalogues="RUSAK=balai_rusak:RUSAK",
    )
    program = (
        f"import sys; sys.path.append({str(tmp_path)!r}); import kinerja, kinerja.catalogues as several;"
        " kinerja.BSPJI_PEKANBARU_2021_2024; print('rusak' in several.catalogue_names(), 'balai_rusak' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, check=True, text=True)
    assert "True False" == done.stdout.strip()
