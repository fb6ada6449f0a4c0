"""SQL and frames of pandas held against the exact path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb  # noqa: F401 - where it is absent these tests are passed over
import pytest

from kinerja import P3DNRatio
from kinerja.testing import Disagreement, Foreign, Habit, NoAnswerError, Pandas, Sql, agrees

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from kinerja.testing.questions import What


def _rounded(frame: pd.DataFrame) -> pd.Series:
    return (100 * frame["actual"] / frame["target"]).round(1)


def _mean(frame: pd.DataFrame) -> float:
    return float((100 * frame["actual"] / frame["target"].where(frame["target"] > 0)).mean())


@pytest.mark.parametrize(
    ("implementation", "what"),
    [
        (Pandas(lambda frame: 100 * frame["actual"] / frame["target"]), "achievement"),
        (Pandas(_mean), "mean"),
        (Sql("100.0 * actual / target"), "achievement"),
        (Sql("100 * actual / nullif(target, 0)", type="DECIMAL(30, 2)"), "achievement"),
        (Sql("avg(100.0 * actual / nullif(target, 0))"), "mean"),
        (Sql("100.0 * realised / ceiling"), P3DNRatio()),
    ],
)
def test_a_right_implementation_is_not_accused(implementation: Foreign, what: What) -> None:
    """Of an achievement, a mean and an indicator."""
    agrees(implementation, what)


_NEAREST = "least(greatest(actual, target), coalesce(target_high, target))"


@pytest.mark.parametrize(
    "implementation",
    [
        Sql(f"100.0 * actual / nullif({_NEAREST}, 0)"),
        Pandas(
            lambda frame: (
                100
                * frame["actual"]
                / frame["actual"].clip(frame["target"], frame["target_high"].fillna(frame["target"]))
            )
        ),
    ],
)
def test_ranges_are_columns_too(implementation: Foreign) -> None:
    """The upper bound stands beside the target, unknown where that is a number."""
    agrees(implementation, ranges=True)


@pytest.mark.parametrize("implementation", [Pandas(_rounded), Sql("round(100.0 * actual / target, 2)")])
def test_a_mistake_is_named(implementation: Foreign) -> None:
    """As that of a function is."""
    with pytest.raises(Disagreement) as caught:
        agrees(implementation)
    assert (Habit.HALF_EVEN,) == caught.value.habits


def test_an_expression_that_is_no_sql_is_told() -> None:
    """With what DuckDB says of it."""
    with pytest.raises(NoAnswerError) as caught:
        agrees(Sql("100 * realisasi / target"))
    assert ("foreign.no_query", True) == (caught.value.code, "realisasi" in str(caught.value))


def test_text_that_sql_cannot_read_has_no_figure() -> None:
    """The others are computed."""
    cast = Sql("100.0 * CAST(actual AS DOUBLE) / CAST(target AS DOUBLE)", type="VARCHAR")
    with pytest.raises(Disagreement) as caught:
        agrees(cast, number=lambda value: str(float(value)).replace(".", ","))
    assert (None, True) == (caught.value.answer, "Could not convert" in caught.value.text.en)


def test_a_row_that_sql_cannot_divide_has_no_figure() -> None:
    """DuckDB refuses the whole query for a target of 0, of which there is no figure."""
    agrees(Sql("if(target % target = 0, 100.0 * actual / target, NULL)"))


@pytest.mark.parametrize(("answers", "value"), [(lambda frame: frame["actual"].dropna()[:7], 7), (lambda _: 5, 5)])
def test_a_frame_that_does_not_answer_each_row_is_told(answers: Callable[[Any], Any], value: int) -> None:
    """With how many rows it answers, or with what it gives."""
    with pytest.raises(NoAnswerError) as caught:
        agrees(Pandas(answers))
    assert ("foreign.no_series", True) == (caught.value.code, str(caught.value).endswith(f"it gives {value}."))


def test_a_frame_that_raises_has_no_figure() -> None:
    """Neither for all cases together, nor for each."""
    with pytest.raises(Disagreement) as caught:
        agrees(Pandas(lambda frame: frame["realisasi"]))
    assert "no figure (KeyError: 'realisasi')" in caught.value.text.en
