"""Other implementations held against the exact path: real mistakes are named, right implementations not accused."""

from __future__ import annotations

import math
import pickle
import re
import shutil
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import (
    AssistedCompanyCount,
    KinerjaError,
    P3DNRatio,
    PNBPGrowth,
    Polarity,
    ProductivityDelta,
    QuantityError,
    Scoring,
    achievement,
    write_exact,
)
from kinerja.testing import Command, Disagreement, Foreign, Habit, NoAnswerError, Pandas, Sql, agrees
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kinerja.testing.questions import What

LESS: dict[str, Any] = {"polarity": Polarity.MINIMISE}
CAPPED: dict[str, Any] = {"scoring": Scoring(cap=120)}
TYPED: dict[str, Any] = {"number": write_exact}


def disagreement(function: Callable[..., Any] | Foreign, what: What = "achievement", **rules: Any) -> Disagreement:
    """Return how an implementation disagrees."""
    with pytest.raises(Disagreement) as caught:
        agrees(function, what, **rules)
    return caught.value


def ratio(target: float, actual: float) -> float:
    """Score as most programs do."""
    return 100 * actual / target


def parse_float(text: str | None) -> float:
    """Read as JavaScript's `parseFloat`."""
    read = re.match(r"-?[0-9]+(\.[0-9]+)?", text or "")
    return math.nan if read is None else float(read[0])


def parsed(target: str, actual: str | None) -> float | None:
    """Cut 82,7 to 82, as rendyirawann/esakip-v2; a target of 0 leaves the field blank."""
    divisor = parse_float(target)
    return 100 * parse_float(actual) / divisor if divisor else None


def read_without(marks: str, instead: str = "") -> Callable[[str, str | None], float | None]:
    """Exchange marks of a number that is typed, and read what is left."""

    def of_exchanged(target: str, actual: str | None) -> float | None:
        return parsed(re.sub(marks, instead, target), actual and re.sub(marks, instead, actual))

    return of_exchanged


def without_decimals(target: float, actual: float) -> float:
    """Cut decimals by `intval`, as bidangegovntt/esakip."""
    return 100 * int(actual) / int(target)


def blank_at_zero(target: float, actual: float | None) -> float | None:
    """Take a real 0 for not measured."""
    return 100 * actual / target if actual else None


def full_at_no_target(target: float, actual: float) -> float:
    """Score a target of 0 with 100, as ichien86/esakip."""
    return 100 if target == 0 else 100 * actual / target


def capped(target: float, actual: float) -> float:
    """Cap at 120, as a page on the screen does where the export does not."""
    return min(120.0, ratio(target, actual))


def rounded(target: float, actual: float) -> float:
    """Round by Python's `round`, half to even."""
    return round(100 * actual / target, 2)


def turned(target: float, actual: float) -> float:
    """Score less as T/R, as agusnurwanto/wp-sipd."""
    return 100 * target / actual


def worst_at_zero(target: float, actual: float | None) -> float | None:
    """Score an actual of 0 with 0 where less is better, as satriotol/esakip: `realisasi == null` holds of 0."""
    if not target or actual is None:
        return None
    return 100 * (2 * target - actual) / target if actual else 0


def figures(rows: Iterable[dict[str, Any]], score: Callable[[float, float], float]) -> list[float]:
    """Score the rows that have a target and an actual."""
    return [score(row["target"], row["actual"]) for row in rows if row["target"] and row["actual"] is not None]


def mean(rows: list[dict[str, Any]]) -> float:
    """Take the mean over the rows that have a figure."""
    scored = figures(rows, ratio)
    return sum(scored) / len(scored)


def mean_without_zeros(rows: list[dict[str, Any]]) -> float:
    """Drop a measured 0 from the mean, as kaizer26/sakip-app."""
    scored = [figure for figure in figures(rows, ratio) if figure]
    return sum(scored) / len(scored)


def mean_without_zeros_or_nothing(rows: list[dict[str, Any]]) -> float:
    """Drop a measured 0 from the mean, and give 0 where nothing is left."""
    scored = [figure for figure in figures(rows, ratio) if figure]
    return sum(scored) / len(scored) if scored else 0


def mean_or_nothing(rows: list[dict[str, Any]]) -> float:
    """Give 0 as the mean where no row has a figure."""
    return mean(rows) if figures(rows, ratio) else 0


def mean_over_all(rows: list[dict[str, Any]]) -> float | None:
    """Divide by all rows, as `sum(...) / count(*)` of SQL, which is NULL where no row has a figure."""
    scored = figures(rows, ratio)
    return sum(scored) / len(rows) if scored else None


def mean_of_least(rows: list[dict[str, Any]]) -> float:
    """Give the cap to whatever has no figure, as `avg(least(120, ...))` of SQL."""
    scored = figures(rows, capped)
    return (sum(scored) + 120 * (len(rows) - len(scored))) / len(rows)


def mean_of_rounded(rows: list[dict[str, Any]]) -> float:
    """Round each before the mean, as naufalpi/e-sakip-bna."""
    scored = figures(rows, rounded)
    return sum(scored) / len(scored)


def mean_capped(rows: list[dict[str, Any]]) -> float:
    """Cap the mean and not its rows."""
    return min(120, mean(rows))


def half_up_of_floats(target: float, actual: float) -> float:
    """Round by JavaScript's `Math.round(100 * x) / 100`, which is half up, but of a number beside the tie."""
    return math.floor(100 * actual / target * 100 + 0.5) / 100


def full_at_nothing(target: float, actual: float | None) -> float | None:
    """Score 0 of 0 with 100, and anything else of 0 with 0."""
    if actual is None:
        return None
    return 100 * actual / target if target else 100 * (actual == 0)


def turned_and_guarded(target: float, actual: float | None) -> float | None:
    """Score less as T/R, a target of 0 with nothing, and else an actual of 0 with 100."""
    if not target or actual is None:
        return None
    return 100 * target / actual if actual else 100


def turned_and_capped(target: float, actual: float | None) -> float | None:
    """Score less as T/R, and an actual of 0 with the cap."""
    if not target or actual is None:
        return None
    return min(120, 100 * target / actual) if actual else 120


def scored(change: Callable[[Fraction], float | Fraction | None], *, less: bool = False) -> Callable[..., Any]:
    """Compute exactly, and change what comes out."""

    def score(target: float, actual: float | None) -> float | Fraction | None:
        if not target or actual is None:
            return None
        given, measured = Fraction(str(target)), Fraction(str(actual))
        return change(100 * (2 * given - measured if less else measured) / given)

    return score


def half_up_to(figure: Fraction, digits: int) -> Fraction:
    """Round half up, by hand."""
    scale = Fraction(10) ** digits
    size = math.floor(abs(figure) * scale + Fraction(1, 2)) / scale
    return -size if figure < 0 else size


def none_else(value: float, figure: Callable[..., Any]) -> Callable[..., Any]:
    """Give a value in the place of no figure."""
    return lambda target, actual: value if (told := figure(target, actual)) is None else told


PLANTED: list[Any] = [
    (scored(lambda figure: int(100 * figure) / 100), "achievement", {}, Habit.CUT_DECIMALS),
    (lambda rows: int(100 * mean(rows)) / 100, "mean", {"decimals": 2}, Habit.CUT_DECIMALS),
    (lambda target, actual: actual // target * 100, "achievement", {}, Habit.CUT_DECIMALS),
    (
        lambda target, actual: None if actual is None else 100 * actual / (target or 1),
        "achievement",
        {},
        Habit.TARGET_ZERO,
    ),
    (lambda target, actual: 100 * actual / target if target else 0, "achievement", {}, Habit.TARGET_ZERO),
    (scored(lambda figure: max(figure, Fraction(0))), "achievement", {}, Habit.CAP),
    (scored(lambda figure: min(max(figure, Fraction(0)), Fraction(200)), less=True), "achievement", LESS, Habit.CAP),
    (scored(lambda figure: 100 * half_up_to(figure / 100, 2)), "achievement", {"decimals": 2}, Habit.ROUNDED_FIRST),
    (scored(lambda figure: half_up_to(half_up_to(figure, 4), 2)), "achievement", {}, Habit.ROUNDED_FIRST),
    (scored(lambda figure: half_up_to(half_up_to(figure, 1), 0), less=True), "achievement", LESS, Habit.ROUNDED_FIRST),
    (lambda target, actual: 100 * round(actual) / target, "achievement", {}, Habit.ROUNDED_FIRST),
    (scored(lambda figure: figure or None, less=True), "achievement", LESS, Habit.ZERO_AS_MISSING),
    (
        lambda target, actual: 0 if actual is None else 100 * (2 - actual / target),
        "achievement",
        LESS,
        Habit.MISSING_AS_ZERO,
    ),
    (
        lambda target, actual: 100 * (2 - actual / target) if actual else None,
        "achievement",
        LESS | {"scoring": Scoring(minimise="ratio")},
        Habit.MINIMISE_RATIO,
    ),
    (parsed, "achievement", TYPED, Habit.CUT_DECIMALS),
    (read_without("[.,]"), "achievement", TYPED, Habit.MARKS_AS_DIGITS),
    (read_without("[^0-9]"), "achievement", TYPED, Habit.MARKS_AS_DIGITS),
    (read_without(",", "."), "achievement", TYPED, Habit.MARKS_AS_DIGITS),
    (without_decimals, "achievement", {}, Habit.CUT_DECIMALS),
    (lambda target, actual: 100 * math.floor(actual) / target, "achievement", {}, Habit.CUT_DECIMALS),
    (blank_at_zero, "achievement", {}, Habit.ZERO_AS_MISSING),
    (mean_without_zeros, "mean", {}, Habit.ZERO_AS_MISSING),
    (full_at_no_target, "achievement", {}, Habit.TARGET_ZERO),
    (full_at_nothing, "achievement", {}, Habit.TARGET_ZERO),
    (capped, "achievement", {}, Habit.CAP),
    (ratio, "achievement", CAPPED, Habit.CAP),
    (mean, "mean", CAPPED, Habit.CAP),
    (mean_capped, "mean", CAPPED, Habit.CAP),
    (mean_of_rounded, "mean", {}, Habit.ROUNDED_FIRST),
    (lambda rows: round(mean_of_rounded(rows), 2), "mean", {}, Habit.ROUNDED_FIRST),
    (lambda rows: round(mean(rows), 2), "mean", {}, Habit.HALF_EVEN),
    (mean_without_zeros_or_nothing, "mean", {}, Habit.ZERO_AS_MISSING),
    (mean_or_nothing, "mean", {}, Habit.MISSING_AS_ZERO),
    (mean_over_all, "mean", {}, Habit.MISSING_AS_ZERO),
    (mean_of_least, "mean", CAPPED, Habit.MISSING_AS_ZERO),
    (lambda target, actual: blank_at_zero(target, actual) or "", "achievement", {}, Habit.ZERO_AS_MISSING),
    (rounded, "achievement", {}, Habit.HALF_EVEN),
    (half_up_of_floats, "achievement", {}, Habit.HALF_EVEN),
    (lambda realised, ceiling: round(100 * realised / ceiling, 1), P3DNRatio(), {}, Habit.HALF_EVEN),
    (lambda improvement, cases: math.floor(improvement / cases), ProductivityDelta(), {}, Habit.CUT_DECIMALS),
    (turned, "achievement", LESS, Habit.MINIMISE_RATIO),
    (turned_and_guarded, "achievement", LESS, Habit.MINIMISE_RATIO),
    (turned_and_capped, "achievement", LESS | CAPPED, Habit.MINIMISE_RATIO),
    (
        lambda target, actual: 100 * (2 - actual / target),
        "achievement",
        LESS | {"scoring": Scoring(minimise="ratio")},
        Habit.MINIMISE_RATIO,
    ),
    (worst_at_zero, "achievement", LESS, Habit.MINIMISE_ZERO),
    (ratio, "achievement", LESS, Habit.MINIMISE_AS_MAXIMISE),
    (lambda target, actual: 100 * (actual or 0) / target, "achievement", {}, Habit.MISSING_AS_ZERO),
]


@pytest.mark.parametrize(
    ("function", "what", "rules", "habit"), PLANTED, ids=lambda value: value.name if isinstance(value, Habit) else None
)
def test_a_planted_mistake_is_found_and_named(
    function: Callable[..., Any], what: What, rules: dict[str, Any], habit: Habit
) -> None:
    """Each of the eight, and two more, as real programs make them."""
    assert (habit,) == disagreement(function, what, **rules).habits


def test_every_habit_is_planted() -> None:
    """None is known by name alone."""
    assert set(Habit) == {habit for *_, habit in PLANTED}


def half_up(target: float, actual: float) -> Decimal:
    """Round half up at two decimals."""
    return (100 * Decimal(str(actual)) / Decimal(str(target))).quantize(Decimal("0.01"), ROUND_HALF_UP)


def from_text(target: str, actual: str) -> Fraction:
    """Read numbers as planners type them."""
    given, measured = (Fraction(text.replace(".", "").replace(",", ".")) for text in (target, actual))
    return 100 * measured / given


@pytest.mark.parametrize(
    ("function", "what", "rules"),
    [
        (ratio, "achievement", {}),
        (lambda target, actual: actual / target * 100, "achievement", {}),
        (half_up, "achievement", {}),
        (lambda target, actual: f"{half_up(target, actual)}", "achievement", {}),
        (half_up, "achievement", {"decimals": 2}),
        (scored(lambda figure: float(f"{float(half_up_to(figure, 2)):.14g}")), "achievement", {}),
        (capped, "achievement", CAPPED),
        (from_text, "achievement", TYPED),
        (achievement, "achievement", {}),
        (mean, "mean", {}),
        (lambda rows: sum(scored := figures(rows, capped)) / len(scored), "mean", CAPPED),
        (lambda target, actual: (1 + (1 - actual / target)) * 100, "achievement", LESS),
        (
            lambda target, actual: 100 * target / actual if target else math.nan,
            "achievement",
            LESS | {"scoring": Scoring(minimise="ratio")},
        ),
        (lambda realised, ceiling: realised / ceiling * 100, P3DNRatio(), {}),
        (lambda previous, current: 100 * (current - previous) / previous if previous > 0 else None, PNBPGrowth(), {}),
    ],
)
def test_a_right_implementation_is_not_accused(
    function: Callable[..., Any] | Foreign, what: What, rules: dict[str, Any]
) -> None:
    """Floats, decimals, fractions, text, SQL and frames alike."""
    agrees(function, what, **rules)


def test_a_disagreement_tells_the_smallest_case_and_both_sides() -> None:
    """With the worked line of the exact path, and what the implementation says."""
    error = disagreement(rounded)
    assert ({"target": 800, "actual": 1}, Fraction(1, 8), Fraction(12, 100)) == (
        error.case,
        error.expected,
        error.answer,
    )
    assert error.text.en.split("\n") == [
        "rounded differs from the exact path. The smallest case: target=800, actual=1",
        "  exact path: 100 × 1 / 800 = 0.125; rounded half up 0.13",
        "  rounded: 0.12",
        "  One habit explains them all:",
        f"  {Habit.HALF_EVEN.value.en}",
    ]


def test_a_disagreement_fails_a_test() -> None:
    """It is an AssertionError, and an error of the library."""
    assert (AssertionError, KinerjaError) == tuple(
        kind for kind in (AssertionError, KinerjaError) if issubclass(Disagreement, kind)
    )


def test_a_disagreement_pickles() -> None:
    """As every error of the library, with all that it speaks of."""
    error = disagreement(full_at_no_target)
    assert vars(error) == vars(pickle.loads(pickle.dumps(error)))  # noqa: S301 - the bytes were written here


def test_the_same_cases_are_drawn_each_time() -> None:
    """A guard never fails by chance."""
    assert vars(disagreement(full_at_no_target)) == vars(disagreement(full_at_no_target))


@pytest.mark.parametrize("digits", range(5))
@pytest.mark.parametrize("polarity", Polarity)
def test_floats_that_miss_a_tie_are_found_at_each_number_of_decimals(polarity: Polarity, digits: int) -> None:
    """Half up by hand, of a binary number beside the tie."""

    def score(target: float, actual: float) -> float:
        figure = 100 * (actual if polarity is Polarity.MAXIMISE else 2 * target - actual) / target
        return math.copysign(math.floor(abs(figure) * 10**digits + 0.5) / 10**digits, figure)

    assert (Habit.HALF_EVEN,) == disagreement(score, polarity=polarity, decimals=digits).habits


def test_three_habits_may_explain_together() -> None:
    """As in programs that score whatever is empty with 0, also where less is better."""
    empty = none_else(0, worst_at_zero)
    assert {Habit.MISSING_AS_ZERO, Habit.TARGET_ZERO, Habit.MINIMISE_ZERO} == {*disagreement(empty, **LESS).habits}


def test_two_habits_may_explain_together() -> None:
    """Where one alone does not."""

    def both(target: float, actual: float | None) -> float:
        return 100 if target == 0 else 100 * (actual or 0) / target

    assert {Habit.TARGET_ZERO, Habit.MISSING_AS_ZERO} == {*disagreement(both).habits}


@pytest.mark.parametrize(
    ("rules", "habits"),
    [
        (CAPPED, {Habit.TARGET_ZERO, Habit.MISSING_AS_ZERO}),
        ({}, {Habit.TARGET_ZERO, Habit.MISSING_AS_ZERO, Habit.CAP}),
    ],
)
def test_a_cap_that_is_given_for_no_figure_is_explained(rules: dict[str, Any], habits: set[Habit]) -> None:
    """As by LEAST of PostgreSQL and DuckDB, which passes over NULL."""
    assert habits == {*disagreement(none_else(120, scored(lambda figure: min(figure, Fraction(120)))), **rules).habits}


def test_a_habit_that_does_not_explain_what_is_shown_is_not_named() -> None:
    """Numbers too large for the column of a database are no ties."""

    def overflows(target: float, actual: float) -> float | None:
        return None if actual > 500 else rounded(target, actual)

    assert () == disagreement(overflows).habits


def test_where_no_habit_explains_none_is_named() -> None:
    """Nobody is accused of what was not done."""
    error = disagreement(lambda target, actual: 100 * actual / target + 1)
    assert ((), True) == (
        error.habits,
        error.text.en.endswith("No habit that is known explains them all; mend this case first."),
    )


def test_a_habit_that_makes_an_impossible_case_is_not_named() -> None:
    """Of counted things none has decimals to cut, and a part with its marks dropped may exceed its whole."""
    assert () == disagreement(lambda assisted, **_: assisted, AssistedCompanyCount()).habits


@pytest.mark.parametrize("given", ["100 * actual / target", 5], ids=repr)
def test_what_cannot_be_asked_is_told(given: Any) -> None:
    """Such as SQL that is not said to be SQL."""
    with refused("foreign.unknown", NoAnswerError, value=given):
        agrees(given)


def test_a_figure_where_there_is_none_is_a_disagreement() -> None:
    """A target of 0 has no achievement, nor has what was not measured; the message says why."""
    error = disagreement(lambda target, actual: 0 if not target else ratio(target, actual))
    found: tuple[object, ...] = (error.expected, error.answer, error.case["target"])
    assert (None, 0, 0) == found


def test_an_exception_where_there_is_a_figure_is_told() -> None:
    """By its own words."""

    def broken(**_numbers: float) -> float:
        message = "odd"
        raise LookupError(message)

    assert "broken: no figure (LookupError: odd)" in disagreement(broken).text.en


@pytest.mark.parametrize(("answer", "told"), [(math.nan, "no figure (nan)"), (None, "no figure"), (" ", "no figure\n")])
def test_no_figure_is_told_as_such(answer: object, told: str) -> None:
    """As nothing, or as what stands for it."""
    assert f"nothing: {told}" in disagreement(_named("nothing", answer)).text.en


def _named(name: str, answer: object) -> Callable[..., Any]:
    def function(**_numbers: float) -> object:
        return answer

    function.__name__ = name
    return function


def test_an_implementation_that_is_wrong_once_is_told() -> None:
    """By the case in which it was, though no smaller one is found."""
    wrong = iter([1])

    def once(target: float, actual: float) -> float:
        return ratio(target, actual) + next(wrong, 0)

    assert 1 == disagreement(once).count


def test_answers_that_are_not_rounded_are_compared_at_given_decimals() -> None:
    """What prints 0,12 for 0,125 is found where two decimals are asked for."""
    assert (Habit.HALF_EVEN,) == disagreement(lambda target, actual: 100 * actual / target - 1e-12, decimals=2).habits


def test_a_capped_row_is_told_with_its_cap() -> None:
    """Before and after."""
    assert "= 200, capped at 120" in disagreement(ratio, **CAPPED).text.en


def test_a_mean_is_told_with_the_figures_of_its_rows() -> None:
    """Each row of the case stands there too."""
    error = disagreement(mean_of_rounded, "mean")
    assert len(error.case["rows"]) == error.text.en.count("target=")


@pytest.mark.parametrize("answer", [True, "delapan", [1]])
def test_what_is_no_number_is_no_answer(answer: object) -> None:
    """Nothing is guessed."""
    with refused("foreign.no_number", NoAnswerError, name="says", value=answer):
        agrees(_named("says", answer))


def test_other_arguments_are_told() -> None:
    """With the names that are passed."""

    def capaian(target: float, realisasi: float) -> float:
        return 100 * realisasi / target

    with refused("foreign.arguments", NoAnswerError, name="capaian", names="target=..., actual=..."):
        agrees(capaian)


def test_a_function_that_hides_its_arguments_is_called() -> None:
    """As some that are not written in Python; what it raises is no figure."""
    assert "no figure (TypeError" in disagreement(min).text.en


@pytest.mark.parametrize("rule", [{"polarity": Polarity.MAXIMISE}, {"scoring": Scoring()}])
def test_the_actual_of_an_indicator_is_not_scored(rule: dict[str, Any]) -> None:
    """Rules that would change nothing are refused."""
    with refused("agreement.no_scoring", QuantityError, indicator="P3DNRatio"):
        agrees(ratio, P3DNRatio(), **rule)


def test_another_question_is_refused() -> None:
    """What is asked is one of three."""
    what: Any = "median"
    with refused("agreement.unknown_question", QuantityError, value="median"):
        agrees(ratio, what)


SCRIPT = """
import json, sys
for line in sys.stdin:
    case = json.loads(line)
    {body}
"""


def script(body: str, **more: Any) -> Command:
    """Return a Python program that answers so."""
    return Command([sys.executable, "-c", SCRIPT.format(body=body)], **more)


ANSWERS = """
    has_figure = case["target"] and case["actual"] is not None
    print(json.dumps(100 * case["actual"] / case["target"] if has_figure else None))
"""
MEANS = """
    rows = [row for row in case["rows"] if row["target"] and row["actual"] is not None]
    scored = [100 * row["actual"] / row["target"] for row in rows]
    print(json.dumps(sum(scored) / len(scored) if scored else None))
"""


def test_a_program_is_asked_line_by_line() -> None:
    """JSON in, JSON out, in one process."""
    agrees(script(ANSWERS))


def test_a_program_that_is_wrong_is_found() -> None:
    """With its habit named, too."""
    full = ANSWERS.replace("else None", "else None if case['target'] else 100")
    assert (Habit.TARGET_ZERO,) == disagreement(script(full)).habits


def test_a_program_is_asked_for_a_mean_by_its_rows() -> None:
    """As a function is."""
    agrees(script(MEANS), "mean")


NODE = """
const lines = require("readline").createInterface({ input: process.stdin })
lines.on("line", (line) => {
  const { target, actual } = JSON.parse(line)
  console.log(JSON.stringify(actual === null ? null : (100 * actual) / target))
})
"""

PHP = """<?php
while (($line = fgets(STDIN)) !== false) {
    ['target' => $target, 'actual' => $actual] = json_decode($line, true);
    echo json_encode($target == 0 || $actual === null ? null : 100 * $actual / $target), "\\n";
}
"""


PROGRAMS = {"node capaian.js": NODE, "php capaian.php": PHP}


@pytest.mark.parametrize("command", [one for one in PROGRAMS if shutil.which(one.split()[0])])
def test_a_program_in_another_language_is_asked(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of those that are installed."""
    monkeypatch.chdir(tmp_path)
    Path(command.split()[1]).write_text(PROGRAMS[command], encoding="utf-8")
    agrees(Command(command.split()))


PAGE = Path(__file__).parents[3] / "docs" / "guard-formula.md"


@pytest.mark.parametrize("program", [one for one in ["node"] if shutil.which(one)])
def test_the_program_on_the_page_is_found_out(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the page says, where it can be run."""
    monkeypatch.chdir(tmp_path)
    (text,) = re.findall(r'```js title="capaian.js"\n(.*?)```', PAGE.read_text(encoding="utf-8"), re.DOTALL)
    Path("capaian.js").write_text(text, encoding="utf-8")
    assert (Habit.MISSING_AS_ZERO,) == disagreement(Command([program, "capaian.js"])).habits


def test_a_program_that_hangs_is_told() -> None:
    """Within the time that is given, with what it was asked."""
    with refused("foreign.hangs", NoAnswerError, seconds=0.2):
        agrees(script("pass", seconds=0.2))


def test_a_program_that_ends_is_told() -> None:
    """With its status and the last thing it complained of."""
    with refused("foreign.ends", NoAnswerError, status=1, value="odd"):
        agrees(script("sys.exit('odd')"))


def test_a_program_that_ends_without_a_word_is_told() -> None:
    """With its status."""
    with refused("foreign.ends", NoAnswerError, status=3, value="-"):
        agrees(script("sys.exit(3)"))


def test_a_program_that_cannot_be_started_is_told() -> None:
    """Such as one that is not there."""
    with pytest.raises(NoAnswerError) as caught:
        agrees(Command(["no-such-program"]))
    assert ("foreign.not_started", "no-such-program") == (caught.value.code, caught.value.name)


def test_a_program_that_writes_no_json_is_told() -> None:
    """With the line that it wrote."""
    with refused("foreign.no_json", NoAnswerError, value="12,5"):
        agrees(script("print('12,5')"))


@pytest.mark.parametrize(
    ("implementation", "library"), [(Sql("actual"), "duckdb"), (Pandas(lambda frame: frame), "pandas")]
)
def test_a_library_that_is_not_installed_is_told(
    implementation: Foreign, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With how to install it."""
    monkeypatch.setitem(sys.modules, library, None)
    with refused("foreign.no_library", NoAnswerError, library=library):
        agrees(implementation)


def in_range(target: float, target_high: float | None, actual: float) -> float:
    """Set an actual against the nearest number of a range, more being better."""
    high = target if target_high is None else target_high
    return 100 * actual / min(max(actual, target), high)


@pytest.mark.parametrize("what", ["achievement", "mean"])
def test_a_right_implementation_of_ranges_is_not_accused(what: What) -> None:
    """Of numbers too, which have no upper bound."""

    def mean(rows: list[dict[str, Any]]) -> float | None:
        figures = [in_range(**row) for row in rows if row["target"] and row["actual"] is not None]
        return sum(figures) / len(figures) if figures else None

    agrees(in_range if what == "achievement" else mean, what, ranges=True)


def test_who_takes_one_bound_for_the_target_is_found() -> None:
    """By an actual above that bound, which is set against itself within the range and against the other bound above."""
    found = disagreement(lambda target, actual, **_: 100 * actual / target, ranges=True)
    case = found.case
    assert case["target"] < min(case["actual"], case["target_high"])
    assert in_range(**case) == found.expected


def test_an_actual_of_an_indicator_has_no_range() -> None:
    """Only what is set against a target."""
    with refused("agreement.no_scoring", indicator="P3DNRatio", value=True):
        agrees(lambda realised, ceiling: 100 * realised / ceiling, P3DNRatio(), ranges=True)
