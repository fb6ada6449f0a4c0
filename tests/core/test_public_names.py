"""The names that callers may rely on."""

from __future__ import annotations

import inspect
from importlib import metadata
from importlib.resources import files

import pytest

import kinerja
from kinerja._base import errors

NAMES = [
    "AccreditedScope",
    "AccreditedScopeGrowth",
    "AssistedCompany",
    "AssistedCompanyCount",
    "BSPJI_PEKANBARU_2021_2024",
    "BudgetLine",
    "Catalogue",
    "CatalogueError",
    "Change",
    "Collaboration",
    "CollaborationCount",
    "ColumnsError",
    "Comparison",
    "DoubleCountError",
    "Entry",
    "ExactNumber",
    "FrameError",
    "Indicator",
    "IndicatorError",
    "InexactNumberError",
    "KinerjaError",
    "Language",
    "Measurement",
    "MissingExtraError",
    "N",
    "NotMeasuredError",
    "P3DNRatio",
    "PERCENT",
    "PNBPGrowth",
    "Percent",
    "PerformanceMeasure",
    "Period",
    "PeriodError",
    "Polarity",
    "PolarityError",
    "ProductivityDelta",
    "QuantityError",
    "Quarter",
    "RUPIAH",
    "Reason",
    "Receipt",
    "RecordsError",
    "Score",
    "Scorecard",
    "ScorecardError",
    "Scoring",
    "Semester",
    "Tally",
    "TargetError",
    "Tenant",
    "TenantCount",
    "Text",
    "Timing",
    "Trace",
    "TraceError",
    "UndefinedAchievementError",
    "UndefinedActualError",
    "Unit",
    "UnknownIndicatorError",
    "Variable",
    "Year",
    "achievement",
    "catalogue_for",
    "check_indicator",
    "compare",
    "exact",
    "improvement",
    "load_catalogue",
    "make_trace",
    "read_exact",
    "records_from",
    "round_half_up",
    "rows_of",
    "verify_trace",
    "write",
    "write_exact",
]


def test_the_public_names_are_these() -> None:
    """A name that comes or goes is a change for callers."""
    assert NAMES == kinerja.__all__


def test_the_public_names_are_sorted() -> None:
    """So that nobody looks twice."""
    assert sorted(kinerja.__all__) == kinerja.__all__


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_can_be_imported(name: str) -> None:
    """Each stands for something."""
    assert getattr(kinerja, name, None) is not None


def test_a_star_import_brings_the_public_names() -> None:
    """The catalogue among them."""
    space: dict[str, object] = {}
    exec("from kinerja import *", space)  # noqa: S102 - a star import is allowed at module level alone
    assert set(NAMES) == set(space) - {"__builtins__"}


def test_every_error_is_public() -> None:
    """Whatever the library raises can be caught by name; what is not raised itself is underscored."""
    raised = {
        name
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, errors.KinerjaError) and not name.startswith("_")
    }
    assert set() == raised - set(kinerja.__all__)


@pytest.mark.parametrize("name", [name for name in NAMES if inspect.isclass(getattr(kinerja, name))])
def test_every_public_class_says_what_it_is(name: str) -> None:
    """By a docstring of its own, not its base's."""
    assert vars(getattr(kinerja, name))["__doc__"]


@pytest.mark.parametrize("name", ["BSPJI_PEKANBARU_2021_2024", "compare", "make_trace", "verify_trace"])
def test_what_is_found_on_first_use_is_listed(name: str) -> None:
    """A notebook completes it before anyone used it."""
    assert name in dir(kinerja)


def test_the_version_is_that_of_the_distribution() -> None:
    """As pip tells it."""
    assert metadata.version("kinerja") == kinerja.__version__


def test_an_unknown_name_is_no_attribute() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match=r"^module 'kinerja' has no attribute 'BSPJI_PEKANBARU_2025_2029'$"):
        kinerja.BSPJI_PEKANBARU_2025_2029  # noqa: B018 - the access is what is tried


def test_the_package_says_that_it_is_typed() -> None:
    """Type checkers read its annotations where it is installed."""
    assert files("kinerja").joinpath("py.typed").is_file()
