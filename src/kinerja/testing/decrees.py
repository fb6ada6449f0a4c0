"""Decrees with all that one may hold: formulas, bounds, readings that compute or lack something, misprints, notes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import attrs
from hypothesis import strategies as st

from kinerja import Catalogue, Entry, Indicator, KinerjaError, P3DNRatio, Polarity, Reason, Text, Unit, indicators
from kinerja.decrees import (
    Alternative,
    Annexes,
    Band,
    Decree,
    Erratum,
    ErratumKind,
    Objective,
    Reading,
    Scoring,
    TargetPeriod,
)
from kinerja.formulas import Formula, Letter, formula_classes
from kinerja.measurement import PERCENT, RUPIAH, Target, Timing, check_indicator
from kinerja.testing.figures import as_strategy, target_ranges, targets
from kinerja.testing.kinds import names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

T = TypeVar("T")
_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_TEXTS = st.builds(Text, id=_WORDS, en=_WORDS) | _WORDS.map(lambda word: Text(id=word, en=word))
_UNITS = st.sampled_from([PERCENT, RUPIAH]) | st.builds(Unit, name=_TEXTS, whole=st.booleans())
_ERRATA = st.builds(Erratum, printed=_WORDS, meant=_WORDS, where=_WORDS, kind=st.sampled_from(get_args(ErratumKind)))
_ANNEXES = st.builds(Annexes, annex_1=_WORDS, annex_2=_WORDS)
_DAYS = st.none() | st.dates(dt.date(1000, 1, 1))
_LEAST, _MOST = st.none() | st.integers(-5, 5), st.none() | st.integers(100, 500)
_USUAL = st.none() | st.tuples(st.fractions(0, 50), st.fractions(50, 500))
_ACCOUNTS = st.frozensets(st.sampled_from(["521211", "425283", "000001"]), min_size=1)


def _few(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=2).map(tuple)


def _decrees() -> st.SearchStrategy[Decree]:
    years = st.sets(st.integers(1000, 9998), min_size=1, max_size=5).map(sorted)
    return st.builds(
        Decree,
        **dict.fromkeys(("number", "title", "unit", "satker", "place", "signatory", "office", "task"), _WORDS),
        **dict.fromkeys(("considerations", "legal_basis", "functions", "revokes", "amends"), _few(_WORDS)),
        **dict.fromkeys(("signed_on", "in_force_from"), _DAYS),
        years=years,
        dictums=st.dictionaries(_WORDS, _WORDS, max_size=3),
        errata=_few(_ERRATA),
        notes=_few(_TEXTS),
    ).filter(lambda decree: decree.number not in {*decree.revokes, *decree.amends})


@st.composite
def _measured(draw: st.DrawFn, code: str) -> Indicator[Any]:
    """Draw an indicator of the library, or a formula with words of its own."""
    library = [*indicators.indicator_classes().values(), *formula_classes().values()]
    kind: Any = draw(st.just(P3DNRatio) | st.sampled_from(library))
    if issubclass(kind, Formula):
        return draw(formulas(kind, code=code))
    return P3DNRatio(accounts=draw(_ACCOUNTS)) if kind is P3DNRatio else kind()


def formulas(kind: type[T], **given: Any) -> st.SearchStrategy[T]:
    """Draw formulas of a class with letters, bounds and words of their own; of what is given, that."""
    return _formula(kind, given).filter(_is_right)


@st.composite
def _formula(draw: st.DrawFn, kind: Any, given: Mapping[str, Any]) -> Any:
    own: dict[str, Any] = {"code": draw(names()), "polarity": draw(st.sampled_from(Polarity)), "unit": draw(_UNITS)}
    for field in attrs.fields(kind):
        if field.type in {Letter, "Letter"}:
            label = Text(id=f"{field.name} {draw(names())}", en=draw(names()))  # those of one form differ
            letters = st.builds(
                Letter, unit=_UNITS, symbol=_WORDS, signed=st.booleans(), usual=_USUAL, label=st.just(label)
            )
            own[field.name] = draw(letters)
        elif field.type in {bool, "bool"}:
            own[field.name] = draw(st.booleans())
        elif field.name == "timing":
            own[field.name] = draw(st.sampled_from([Timing.FLOW, Timing.YEARLY]))
    own |= {"least": draw(_LEAST), "most": draw(_MOST), "usual": draw(_USUAL)}
    return kind(**own | {name: draw(as_strategy(value)) for name, value in given.items()})


def _is_right(indicator: Any) -> bool:
    """Tell whether its file is read back: two letters may be written alike, or one with blanks alone."""
    try:
        check_indicator(indicator)
    except KinerjaError:
        return False
    return True


@st.composite
def _alternatives(draw: st.DrawFn, indicator: Indicator[Any] | None, word: str) -> Alternative:
    """Draw another answer: by words alone, for want of data, by a parameter, or by another class."""
    others = [one for one in indicators.reading_classes().values() if one.reading_of is type(indicator)]
    own: list[dict[str, Any]] = [{}, {"lacks": draw(_TEXTS)}, *({"by": one} for one in others[:2])]
    if isinstance(indicator, P3DNRatio):
        own.append({"changes": {"accounts": sorted(draw(_ACCOUNTS))}})
    return Alternative(text=draw(_TEXTS), word=word, **draw(st.sampled_from(own)))


@st.composite
def _readings(draw: st.DrawFn, indicator: Indicator[Any] | None) -> tuple[Reading, ...]:
    words = draw(st.lists(names(), max_size=2, unique=True))
    answers = draw(st.lists(names(), min_size=3, max_size=3, unique=True))
    return tuple(
        Reading(
            question=draw(_TEXTS),
            taken=draw(_TEXTS),
            reason=draw(_TEXTS),
            word=draw(st.sampled_from(["", word])),
            takes=draw(st.sampled_from(["", answers[0]])),
            alternatives=tuple(
                draw(_alternatives(indicator, draw(st.sampled_from(["", answer]))))
                for answer in answers[1 : 1 + draw(st.integers(0, 2))]
            ),
        )
        for word in words
    )


@st.composite
def _entries(draw: st.DrawFn, code: str, objectives: list[Objective], years: tuple[int, ...]) -> Entry:
    indicator = draw(st.none() | _measured(code))
    unit = draw(_UNITS) if indicator is None else indicator.unit
    entry = Entry(
        code=code,
        label=draw(_WORDS),
        objective=draw(st.sampled_from(objectives)),
        unit=unit,
        polarity=draw(st.sampled_from(Polarity)) if indicator is None else indicator.polarity,
        targets={},
        method=draw(_WORDS),
        name=draw(_ANNEXES),
        definition=draw(_WORDS),
        data_source=draw(_ANNEXES),
        responsible=draw(_WORDS),
        baseline=draw(st.none() | st.just(Reason.NOT_APPLICABLE) | st.fractions()),
        years=years,
        indicator=indicator,
        readings=draw(_readings(indicator)),
        errata=draw(_few(_ERRATA)),
        least=draw(st.none() | st.fractions(-50, 0)),
        most=draw(st.none() | st.fractions(500, 10**6)),
        usual=draw(_USUAL),
    )
    of: st.SearchStrategy[TargetPeriod] = st.sampled_from(
        [*years, *(f"{year}-{part}" for year in years for part in ("S1", "S2", "TW3"))]
    )
    figures = targets(whole=unit.whole)
    given = draw(st.dictionaries(of, figures | target_ranges(figures, figures), max_size=5))
    kept = {period: target for period, target in given.items() if _can_be(entry, target)}
    sources = {period: draw(names()) for period in kept if isinstance(period, str) or draw(st.booleans())}
    return attrs.evolve(entry, targets=kept, target_sources=sources)


@st.composite
def _scorings(draw: st.DrawFn, codes: list[str]) -> Scoring:
    """Draw rules of scoring, each with its source, or some of them."""
    weights = st.fixed_dictionaries(dict.fromkeys(codes, st.fractions(1, 100)))
    rules = Scoring(
        cap=draw(st.none() | st.fractions(100, 200)),
        minimise=draw(st.sampled_from([None, "reflected", "ratio"])),
        weights=draw(st.just({}) | weights),
        bands=draw(_bands()),
    )
    return attrs.evolve(rules, sources={rule: draw(names()) for rule in rules.stated})


@st.composite
def _bands(draw: st.DrawFn) -> list[Band]:
    """Draw classes from the highest to the lowest, without gaps: each edge is in the one above it or below it."""
    edges = sorted(draw(st.sets(st.fractions(-50, 150), max_size=3)), reverse=True)
    called = draw(st.lists(names(), min_size=len(edges) + 1, max_size=len(edges) + 1, unique=True))
    limits: list[dict[str, Fraction]] = [{} for _ in called]
    for place, edge in enumerate(edges):
        above, below = draw(st.sampled_from([("at_least", "below"), ("above", "at_most")]))
        limits[place][above], limits[place + 1][below] = edge, edge
    return [Band(name=name, **own) for name, own in zip(called, limits, strict=True)] if edges else []


def _can_be(entry: Entry, target: Target) -> bool:
    try:
        entry.check_target(target)
    except KinerjaError:
        return False
    return True


@st.composite
def _whole(draw: st.DrawFn) -> Catalogue:
    decree = draw(_decrees())
    goals = draw(st.lists(names(), min_size=1, max_size=3, unique=True))
    objectives = [Objective(code=code, text=draw(_WORDS)) for code in goals]
    codes = draw(st.lists(names(), min_size=1, max_size=3, unique=True))
    entries = {code: draw(_entries(code, objectives, decree.years)) for code in codes}
    scoring = draw(_scorings(codes))
    return Catalogue(decree=decree, objectives=tuple(objectives), entries=entries, scoring=scoring)


def decreed() -> st.SearchStrategy[Catalogue]:
    """Draw catalogues with all that a file of a decree may hold, to try what writes and reads them.

    Texts are any, codes are not blank, and every target can be.
    """
    return _whole()
