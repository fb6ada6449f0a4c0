"""On which line of a TOML file something stands."""

from __future__ import annotations

import sys
import tomllib

import pytest

from kinerja.readers.catalogues.toml_lines import TomlLines

TEXT = '''
top = 1
[decree]
number = "1"
years = [
  2024, # the first
  2025,
]
dictums."KE SATU" = "Menetapkan."
title = """
Two
lines"""
[[decree.errata]]
printed = "a"
[[decree.errata]]

meant = "b"
[decree.office]
head = { name = "A", place.city = "P" }
[[entries]]
label = "x"
code = "SK.1/1"
targets = { 2025 = 1 }
[entries.indicator] # a comment
counted = { label = "y", unit = "z" }
[[entries.readings]]
word = "when"
[[entries.readings.alternatives]]
text.id = "c"
[[entries.readings.alternatives]]
word = "last"
[[entries]]
code = "SK.1/2"
[[entries.readings]]
question.id = "q"
'''.removeprefix("\n")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("top", 1),
        ("decree", 2),
        ("decree.number", 3),
        ("decree.years", 4),
        ("decree.years[2]", 6),
        ("decree.years[9]", 4),
        ("decree.years[x]", 4),
        ("decree.dictums", 8),
        ("decree.dictums.KE SATU", 8),
        ("decree.title", 9),
        ("decree.errata", 12),
        ("decree.errata[1].printed", 13),
        ("decree.errata[2].meant", 16),
        ("decree.errata[2].printed", 14),
        ("decree.office.head.place.city", 18),
        ("entries[SK.1/1]", 19),
        ("entries[SK.1/1].code", 21),
        ("entries[SK.1/1].targets.2025", 22),
        ("entries[SK.1/1].polarity", 19),
        ("entries[SK.1/1].indicator", 23),
        ("entries[SK.1/1].indicator.counted.unit", 24),
        ("entries[SK.1/1].readings[when].alternatives[1].text.id", 28),
        ("entries[SK.1/1].readings[when].alternatives[last].word", 30),
        ("entries[2].code", 32),
        ("entries[SK.1/2].readings[1].question.id", 34),
        ("entries[SK.9]", 19),
        ("nowhere", None),
        ("top.below", 1),
        ("", None),
    ],
)
def test_a_path_has_its_line(path: str, line: int | None) -> None:
    """Or that of what holds it, where it is not there itself."""
    lines = TomlLines(TEXT, tomllib.loads(TEXT))
    assert (line, path) == (lines.line_of(path), path)


def test_without_the_grammar_no_line_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library does without the extra."""
    monkeypatch.setitem(sys.modules, "tree_sitter", None)
    assert None is TomlLines(TEXT, tomllib.loads(TEXT)).line_of("decree")
