"""What holds of every catalogue file."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from kinerja import CatalogueError, Entry, Indicator, Language, P3DNRatio, Polarity, Reason, Unit, indicators
from kinerja._base import FrozenMap, Text
from kinerja.catalogue import catalogue_of
from kinerja.decrees import Alternative, Annexes, Decree, Erratum, Objective, Reading, compare_decrees, warnings_of
from kinerja.decrees.file import DecreeFile, dump_decree_file, load_decree_file
from kinerja.pages import catalogue_pages

if TYPE_CHECKING:
    from fractions import Fraction

words = st.text(st.characters(exclude_categories=["Cs"]))
texts = st.builds(Text, id=words, en=words)
units = st.builds(Unit, name=texts, whole=st.booleans())
errata = st.lists(st.builds(Erratum, printed=words, meant=words, where=words), max_size=2).map(tuple)
annexes = st.builds(Annexes, annex_1=words, annex_2=words)
readings = st.lists(
    st.builds(
        Reading,
        question=texts,
        taken=texts,
        alternatives=st.lists(st.builds(Alternative, text=texts), max_size=2).map(tuple),
        reason=texts,
    ),
    max_size=2,
).map(tuple)
dates = st.none() | st.dates(dt.date(1000, 1, 1))
clauses = st.lists(words, max_size=3).map(tuple)

decrees = st.builds(
    Decree,
    number=words,
    title=words,
    unit=words,
    years=st.sets(st.integers(1000, 9998), min_size=1, max_size=5).map(sorted).map(tuple),
    place=words,
    signed_on=dates,
    in_force_from=dates,
    signatory=words,
    office=words,
    considerations=clauses,
    legal_basis=clauses,
    dictums=st.dictionaries(words, words, max_size=3).map(FrozenMap),
    task=words,
    functions=clauses,
    errata=errata,
    notes=st.lists(texts, max_size=2).map(tuple),
)
accounts = st.frozensets(st.from_regex("[0-9]{6}", fullmatch=True, alphabet="0123456789"), min_size=1, max_size=3)
known: st.SearchStrategy[Indicator[Any]] = st.builds(P3DNRatio, accounts=accounts) | st.sampled_from(
    [kind() for kind in indicators.indicator_classes().values()]
)


@st.composite
def entries(draw: st.DrawFn, code: str, objectives: list[Objective], years: tuple[int, ...]) -> Entry:
    """Draw an entry of a catalogue with these objectives and years."""
    indicator = draw(st.none() | known)
    return Entry(
        code=code,
        label=draw(words),
        objective=draw(st.sampled_from(objectives)),
        unit=draw(units) if indicator is None else indicator.unit,
        polarity=draw(st.sampled_from(Polarity)) if indicator is None else indicator.polarity,
        targets=FrozenMap(draw(st.dictionaries(st.sampled_from(years), st.fractions()))),
        method=draw(words),
        name=draw(annexes),
        definition=draw(words),
        data_source=draw(annexes),
        responsible=draw(words),
        baseline=draw(st.none() | st.just(Reason.NOT_APPLICABLE) | st.fractions()),
        years=years,
        indicator=indicator,
        readings=draw(readings),
        errata=draw(errata),
    )


@st.composite
def files(draw: st.DrawFn) -> DecreeFile:
    """Draw all that a catalogue file may hold."""
    decree = draw(decrees)
    goals = draw(st.lists(words, min_size=1, max_size=3, unique=True))
    objectives = [Objective(code=code, text=draw(words)) for code in goals]
    codes = draw(st.lists(words, min_size=1, max_size=3, unique=True))
    drawn = tuple(draw(entries(code, objectives, decree.years)) for code in codes)
    return DecreeFile(decree=decree, objectives=tuple(objectives), entries=drawn)


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
