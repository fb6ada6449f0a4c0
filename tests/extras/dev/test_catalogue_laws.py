"""What holds of every catalogue file."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from kinerja import Catalogue, CatalogueError, Entry, Language, Polarity, Unit
from kinerja._base import FrozenMap, Text
from kinerja.catalogue import catalogue_of
from kinerja.decrees import Decree, Objective, compare_decrees, warnings_of
from kinerja.decrees.file import DecreeFile, dump_decree_file, load_decree_file
from kinerja.pages import catalogue_pages
from kinerja.testing import decreed

if TYPE_CHECKING:
    from fractions import Fraction

words = st.text(st.characters(exclude_categories=["Cs"]))


def files() -> st.SearchStrategy[DecreeFile]:
    """Draw all that a catalogue file may hold."""

    def as_file(catalogue: Catalogue) -> DecreeFile:
        entries = tuple(catalogue.values())
        return DecreeFile(
            decree=catalogue.decree, objectives=catalogue.objectives, entries=entries, scoring=catalogue.scoring
        )

    return decreed().map(as_file)


def through_toml(plain: dict[str, Any]) -> dict[str, Any]:
    """Write plain data as TOML and read it as catalogue files are read."""
    return tomllib.loads(tomli_w.dumps(plain), parse_float=Decimal)


@given(files())
def test_a_catalogue_comes_back_from_its_file(catalogue: DecreeFile) -> None:
    """Without loss: what is dumped as TOML loads as it was."""
    assert catalogue == load_decree_file("iku.toml", through_toml(dump_decree_file(catalogue)), ())


@given(files())
def test_a_catalogue_is_dumped_alike_each_time(catalogue: DecreeFile) -> None:
    """Loading and dumping again writes the same file."""
    plain = dump_decree_file(catalogue)
    assert plain == dump_decree_file(load_decree_file("iku.toml", plain, ()))


toml_values = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.decimals()
    | st.dates()
    | st.datetimes()
    | words
    | st.sampled_from(["N/A", "Persen", "P3DNRatio", "Maksimasi", "2022", "1/3"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words | st.just("2022"), inner, max_size=2),
    max_leaves=4,
)


def places(plain: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every value inside plain data."""
    inside: list[tuple[str | int, Any]] = []
    if isinstance(plain, dict):
        inside = list(plain.items())
    elif isinstance(plain, list):
        inside = list(enumerate(plain))
    return [place for step, value in inside for place in ((*path, step), *places(value, (*path, step)))]


@given(files(), st.data())
def test_whatever_is_put_into_a_file_is_refused_or_read(catalogue: DecreeFile, data: st.DataObject) -> None:
    """No other error, every problem with a path, and what is read comes back from its own file."""
    plain = dump_decree_file(catalogue)
    place = data.draw(st.sampled_from(places(plain)))
    table: Any = plain
    for step in place[:-1]:
        table = table[step]
    table[place[-1]] = data.draw(toml_values)
    try:
        read = load_decree_file("iku.toml", plain, ())
    except CatalogueError as error:
        assert all(problem.place for problem in error.problems)  # noqa: PT017 - refusing is one of the two ways
    else:
        assert read == load_decree_file("iku.toml", through_toml(dump_decree_file(read)), ())


@given(st.fractions())
def test_a_number_is_written_exactly(number: Fraction) -> None:
    """As text that reads back as the same number."""
    entry = Entry(
        code="S1/1",
        label="",
        objective=Objective(code="S1", text=""),
        unit=Unit(name=Text(id="Poin", en="point")),
        polarity=Polarity.MAXIMISE,
        targets=FrozenMap({2022: number}),
        years=(2022,),
    )
    decree = Decree(number="", title="", unit="", years=(2022,))
    catalogue = DecreeFile(decree=decree, objectives=(entry.objective,), entries=(entry,))
    assert str(number) == dump_decree_file(catalogue)["entries"][0]["targets"]["2022"]


@given(files())
def test_a_decree_does_not_differ_from_itself(file: DecreeFile) -> None:
    """Nor from what its file gives back."""
    again = load_decree_file("iku.toml", dump_decree_file(file), ())
    assert () == compare_decrees(catalogue_of(file), catalogue_of(again)).changes


@given(files())
def test_every_decree_is_looked_through(file: DecreeFile) -> None:
    """Each warning has a code of its own kind, a place, and words in both languages."""
    found = warnings_of(file.decree, file.objectives, file.entries)
    assert [] == [one for one in found if not (one.code.startswith("lint.") and one.place and one.text.en)]


@given(files(), st.sampled_from(Language))
def test_every_decree_has_its_pages(file: DecreeFile, language: Language) -> None:
    """One more than it has indicators, each below one heading of the first level."""
    pages = catalogue_pages(catalogue_of(file), language)
    headings = [sum(line.startswith("# ") for line in page.splitlines()) for page in pages.values()]
    assert [1] * (len(file.entries) + 1) == headings
