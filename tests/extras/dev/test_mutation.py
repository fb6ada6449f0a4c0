"""The command that breaks the library on purpose: its mistakes, and those that are said to change nothing."""

from __future__ import annotations

import ast
import tomllib
from typing import TYPE_CHECKING

import pytest

from mutants import SOURCE, mutants
from mutate import KILLED, LIVES, told

if TYPE_CHECKING:
    from pathlib import Path

TOLD = tomllib.loads((SOURCE.parents[1] / "tests/mutation/survivors.toml").read_text("utf-8"))["survivor"]


def mistakes(folder: Path, code: str) -> dict[str, str]:
    """Return what a module becomes by each mistake, by what was changed."""
    path = folder / "module.py"
    path.write_text(code, encoding="utf-8")
    return {f"{one.was} -> {one.became}": ast.unparse(one.tree()) for one in mutants(path)}


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("a < b", {"a < b -> a <= b"}),
        ("a is not b", {"a is not b -> a is b"}),
        ("a + b", {"a + b -> a - b"}),
        ("a and b", {"a and b -> a or b"}),
        ("not a", {"not a -> a"}),
        ("1", {"1 -> 2"}),
        ("True", {"True -> False"}),
        ("'kode'", {"'kode' -> 'XXkode'"}),
        ("a if b else c", {"a if b else c -> a if not b else c"}),
        ("[a for a in b if a]", {"[a for a in b if a] -> [a for a in b]"}),
    ],
)
def test_each_kind_of_mistake_is_made(tmp_path: Path, line: str, changes: set[str]) -> None:
    """One at a time, as people make them; and the value is not returned."""
    told = {*mistakes(tmp_path, f"def f(a, b, c):\n    return {line}\n")}
    assert changes | {f"return {line} -> return None"} == told


@pytest.mark.parametrize("line", ["raise ValueError", "do()", "x += y", "while x: break"])
def test_statements_are_left_out_or_turned_round(tmp_path: Path, line: str) -> None:
    """What is done, refused or repeated."""
    assert mistakes(tmp_path, f"def f():\n    {line}\n")


@pytest.mark.parametrize(
    "code",
    [
        '"""Docstring."""',
        "import os",
        "x: TypeAlias = 'int'",
        "T = TypeVar('T')",
        "__all__ = ['f']",
        "if TYPE_CHECKING:\n    x = 1",
        "class P(Protocol):\n    x = 1",
        "def f(a: 'int') -> 'str': ...",
        "f = g(strict=True)",
    ],
)
def test_what_computes_nothing_is_left_alone(tmp_path: Path, code: str) -> None:
    """Docstrings, imports, types, and the names of a module."""
    assert {} == mistakes(tmp_path, code)


def test_where_a_mistake_is_made_is_told(tmp_path: Path) -> None:
    """Its line, the lines of its statement, and the function around it; none where an import runs it."""
    path = tmp_path / "module.py"
    path.write_text("x = 1\nclass C:\n    def f(self):\n        return (\n            2\n        )\n", encoding="utf-8")
    assert [(1, (1, 1), ""), (4, (4, 6), "C.f"), (5, (4, 6), "C.f")] == [
        (one.line, one.lines, one.within) for one in mutants(path)
    ]


@pytest.mark.parametrize(("became", "place"), [(KILLED, 0), (LIVES, 1)])
def test_a_run_goes_on_where_another_ended(tmp_path: Path, became: str, place: int) -> None:
    """What was noticed is not tried again; what lived, what is made on import and what was not reached is."""
    made, log = mutants(SOURCE / "records/period.py"), tmp_path / "run.log"
    log.write_text(f"14 tests pass\nkilled: {made[0]}\nlives: {made[1]}\nelsewhere: {made[2]}\n", encoding="utf-8")
    assert [made[place]] == told(made, became, log)


@pytest.mark.parametrize("one", TOLD, ids=lambda one: f"{one['file']} {one['was']}")
def test_what_is_said_to_change_nothing_is_still_there(one: dict[str, str]) -> None:
    """A mistake in code that is gone needs no excuse."""
    there = {(made.within, made.was, made.became) for made in mutants(SOURCE / one["file"])}
    assert (one["within"], one["was"], one["became"]) in there
    assert one["why"].strip()
