"""`kinerja catalogue`."""

from __future__ import annotations

import json

import pytest

from command_line import run
from kinerja import BSPJI_PEKANBARU_2021_2024


def test_all_entries_are_listed() -> None:
    """Without a code every indicator of the decree is listed."""
    told = run("catalogue").stdout
    assert [True] * 7 == [f"\n{code}  " in told for code in BSPJI_PEKANBARU_2021_2024]


def test_the_list_shows_the_baseline() -> None:
    """The first year shows the baseline, as the decree prints it."""
    assert 3 == run("catalogue").stdout.count("N/A")


def test_one_entry_is_shown_whole() -> None:
    """With a code the method, the formula, a reading and a misprint are shown."""
    told = run("catalogue", "SK3/4").stdout
    pieces = ("RP3DN = RAP3DN / TotAP3DN", "100 × RAP3DN / TotAP3DN", "Tafsir 1", "Persentasi → Persentase")
    assert [True] * 4 == [piece in told for piece in pieces]


def test_one_entry_speaks_english_on_request() -> None:
    """With `--lang en` the library's own words are English; the decree's stay."""
    told = run("catalogue", "SK3/4", "--lang", "en").stdout
    assert [True, True] == [piece in told for piece in ("Reading 1", "Suba Bagian TU")]


def test_json_holds_the_whole_catalogue() -> None:
    """`--json` gives the decree, the objectives and the entries."""
    assert ["decree", "objectives", "entries"] == list(json.loads(run("catalogue", "--json").stdout))


def test_json_of_one_entry() -> None:
    """`--json` with a code gives that entry alone, targets as exact text."""
    entry = json.loads(run("catalogue", "SK3/4", "--json").stdout)
    assert {"2022": "40", "2023": "45", "2024": "50"} == entry["targets"]


@pytest.mark.parametrize(("language", "said"), [("id", "'SK3/5' tidak dikenal"), ("en", "'SK3/5' is not known")])
def test_an_unknown_code_is_refused(language: str, said: str) -> None:
    """An unknown code ends with 2 and names the close ones."""
    result = run("catalogue", "SK3/5", "--lang", language)
    assert (2, True, True) == (result.exit_code, said in result.stderr, "SK3/4" in result.stderr)
