"""Formulas of data in a catalogue file."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w

from kinerja import CatalogueError, Timing, load_catalogue
from kinerja._base import Text
from kinerja.decrees.file import DecreeFile, dump_decree_file
from kinerja.decrees.own_formula import filled_in
from kinerja.testing.cards import catalogue_for
from office import EVERY

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja import Catalogue, Indicator

HEAD = """
[decree]
number = "1"
title = "Indikator"
unit = "Balai"
years = [2025]
[[objectives]]
code = "SK.1"
text = "Layanan"
[[entries]]
code = "SK.1.1"
label = "SLA"
objective = "SK.1"
unit = "Persen"
polarity = "Maksimasi"
targets.2025 = 88
"""

RATIO = """
[entries.indicator]
formula = "Ratio"
numerator = { label = "tepat waktu", unit = "Permohonan" }
denominator = { label = "selesai", unit = "Permohonan" }
yes_no = true
"""


def _loaded(tmp_path: Path, indicator: str) -> Catalogue:
    file = tmp_path / "katalog.toml"
    file.write_text(HEAD + textwrap.dedent(indicator), encoding="utf-8")
    return load_catalogue(file)


def _problems(tmp_path: Path, indicator: str) -> list[tuple[str, str]]:
    with pytest.raises(CatalogueError) as caught:
        _loaded(tmp_path, indicator)
    return [(problem.place, problem.code) for problem in caught.value.problems]


def _ratio(tmp_path: Path, indicator: str = RATIO) -> Any:
    return _loaded(tmp_path, indicator)["SK.1.1"].indicator


def test_a_ratio_costs_less_than_six_lines(tmp_path: Path) -> None:
    """Code, unit and direction are the entry's own, and are not said twice."""
    ratio = _ratio(tmp_path)
    assert (5, "SK.1.1", "Persen", True) == (
        len(RATIO.strip().splitlines()),
        ratio.code,
        str(ratio.unit),
        ratio.yes_no,
    )


@pytest.mark.parametrize(
    ("formula", "letter"),
    [
        ("Count", "counted"),
        ("Mean", "averaged"),
        ("Difference", "held"),
        ("Value", "given"),
        ("WeightedIndex", "scored"),
    ],
)
def test_a_formula_of_one_letter_is_of_what_the_entry_says(tmp_path: Path, formula: str, letter: str) -> None:
    """Its name and unit are those of the letter, unless the letter says more."""
    of = getattr(_loaded(tmp_path, f'[entries.indicator]\nformula = "{formula}"')["SK.1.1"].indicator, letter)
    assert ("SLA", "Persen") == (of.label.id, str(of.unit))


@pytest.mark.parametrize("formula", ["Ratio", "Growth"])
def test_other_letters_must_be_there(tmp_path: Path, formula: str) -> None:
    """What is divided, and what grows, is in another unit than the percentage."""
    assert {"part.missing"} == {code for _, code in _problems(tmp_path, f'[entries.indicator]\nformula = "{formula}"')}


def test_a_label_is_indonesian(tmp_path: Path) -> None:
    """English may be added; without it, English readers are shown the Indonesian."""
    ratio = _ratio(tmp_path, RATIO.replace('label = "selesai"', 'label = { id = "selesai", en = "done" }'))
    assert (Text(id="tepat waktu", en="tepat waktu"), Text(id="selesai", en="done")) == (
        ratio.numerator.label,
        ratio.denominator.label,
    )


def test_a_label_in_english_alone_is_refused(tmp_path: Path) -> None:
    """The office reads Indonesian."""
    written = RATIO.replace('label = "selesai"', 'label.en = "done"')
    assert [("entries[SK.1.1].indicator.denominator.label.id", "part.missing")] == _problems(tmp_path, written)


def test_how_quarters_come_together_is_named(tmp_path: Path) -> None:
    """By the word for it."""
    assert Timing.YEARLY is _ratio(tmp_path, RATIO + 'timing = "yearly"').timing


def test_another_word_for_timing_is_refused(tmp_path: Path) -> None:
    """The close one is named."""
    written = RATIO + 'timing = "yearli"'
    assert [("entries[SK.1.1].indicator.timing", "name.misspelt")] == _problems(tmp_path, written)


def test_an_unknown_formula_is_refused(tmp_path: Path) -> None:
    """The close one is named."""
    written = RATIO.replace('"Ratio"', '"Rasio"')
    assert [("entries[SK.1.1].indicator", "name.misspelt")] == _problems(tmp_path, written)


def test_a_formula_without_its_letters_is_refused(tmp_path: Path) -> None:
    """What is missing is named."""
    assert [
        ("entries[SK.1.1].indicator.numerator", "part.missing"),
        ("entries[SK.1.1].indicator.denominator", "part.missing"),
    ] == _problems(tmp_path, '[entries.indicator]\nformula = "Ratio"')


def test_another_code_than_the_entry_has_is_refused(tmp_path: Path) -> None:
    """Its records would name an entry that there is not."""
    written = RATIO + 'code = "SK.1.2"'
    assert [("entries[SK.1.1].code", "part.disagrees")] == _problems(tmp_path, written)


def test_an_expression_is_no_formula(tmp_path: Path) -> None:
    """Nothing in a file is run."""
    written = '[entries.indicator]\nformula = "100 * a / b"'
    assert [("entries[SK.1.1].indicator", "name.unknown")] == _problems(tmp_path, written)


@pytest.mark.parametrize("entries", [None, "SK.1", [1], [{"indicator": "TenantCount"}], [{"indicator": {}}]])
def test_what_names_no_formula_stays_as_it_is(entries: Any) -> None:
    """Whatever else is wrong is told where it is read."""
    assert entries == filled_in(entries)


def test_an_alternative_that_is_a_text_alone_stays_as_it_is() -> None:
    """Of a formula too: so older files have them."""
    entry = {"indicator": {"formula": "Count"}, "readings": [{"alternatives": ["Dihitung per tahun."]}]}
    assert [entry] == filled_in([entry])


@pytest.mark.parametrize("indicator", EVERY, ids=lambda one: one.code)
def test_a_catalogue_is_written_and_read_back(tmp_path: Path, indicator: Indicator[Any]) -> None:
    """Without loss, for every formula."""
    catalogue = catalogue_for(indicator, indicator.check_actual(50))
    held = DecreeFile(
        decree=catalogue.decree, objectives=catalogue.objectives, entries=tuple(catalogue.entries.values())
    )
    file = tmp_path / "katalog.toml"
    file.write_text(tomli_w.dumps(dump_decree_file(held)), encoding="utf-8")
    assert catalogue == load_catalogue(file)
