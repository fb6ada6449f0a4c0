"""Tests match what is refused by code and values; words are matched where they are not the library's own."""

from __future__ import annotations

import ast
from pathlib import Path

TESTS = Path(__file__).parents[1]
OTHERS_WORDS = {
    "core/test_frozen_map.py": "Python's, of a key that is not there and of a map that cannot be changed",
    "core/test_indicator.py": "Python's, of a sum with what cannot be added",
    "core/test_notation.py": "Python's, of a key that is not there",
    "core/test_period.py": "Python's, of a class that is abstract",
    "core/test_public_names.py": "Python's, of a name that a module has not",
    "core/test_record.py": "of a validator in the test itself",
    "core/testing/test_examples.py": "of a law, whose failure is one of a test and no error of the library",
    "core/testing/test_law_kit.py": "as above",
    "core/testing/test_planted.py": "as above",
    "extras/frames/test_law.py": "as above",
    "extras/frames/test_measure.py": "Python's, of an attribute that is not there",
}


def _matches(path: Path) -> bool:
    calls = (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call))
    return any(
        keyword.arg == "match"
        for call in calls
        if ast.unparse(call.func) == "pytest.raises"
        for keyword in call.keywords
    )


def test_words_are_matched_where_they_are_not_the_librarys_own() -> None:
    """Of its own errors `refused` checks code and values; the sentences stand in the approved texts."""
    matching = {path.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py") if _matches(path)}
    assert matching == set(OTHERS_WORDS)
