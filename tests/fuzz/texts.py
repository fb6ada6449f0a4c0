"""Inputs of every reader and loader, damaged without regard to what they mean: signs, cells, lines, values, bytes."""

from __future__ import annotations

import copy
import itertools
import json
import random
import re
import zlib
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Percent, Scorecard, achievement, exact, indicators, load_catalogue, read_exact, verify_trace
from kinerja._base import exact_text
from kinerja.decrees import find_code
from kinerja.readers import (
    measure_folders,
    read_actuals,
    read_date,
    read_folder,
    read_glp039,
    read_number,
    read_rows,
    read_targets,
    stream_rows,
)
from kinerja.readers.sheets import open_sheets
from kinerja.records import as_period, fields_of, plain_heading
from workbooks import damaged, read_workbook, whole_workbooks

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
EXAMPLES, CASES, WRITTEN = ROOT / "examples", ROOT / "tests/data/cases", ROOT / "tests/core/data/written-before"

NUMBERS = ("47,25", "1.234.567", "Rp 1.500.000,-", "(12,5)", "82,7%", "-0,0", "12.345,67", "1e5", "80.00", "'12", "½")
DATES = ("2023-02-03", "3 Februari 2023", "17/08/2023", "03.02.2023 10:15", "31 Des 2023 23:59:59,5", "1-2-2023")
PERIODS = ("2023", "TW1 2023", "2023-Q3", "triwulan II 2023", "2023 TW4", "s.d. TW2 2023", "I/2023")
EXACT = ("100/3", "-5", "1/2", "0", "123456789/1000", "1/0")
SIGNS = (
    "0123456789.,-+/()%'\"; \t\n\r\0eExXRpTWIVqQ×–²½ÉⅣ\u2212\u00a0\u200b\u202e\ufeff\u0301\u0665\uff15\U0001d7d8\ud800"
)
"""Digits and signs of numbers, and what looks like them: of other writings, unseen, half of a pair."""
TOKENS = (
    "9" * 500,
    "9" * 5000,
    "0" * 5000,
    "." * 300,
    "1.000" * 200,
    "NaN",
    "Infinity",
    "1e999999999",
    "-",
    "N/A",
    "#REF!",
    "None",
    "\\",
    "[" * 40,
    "{}",
    "{value!r}",
    "%s",
    "jumlah",
    "=1+1",
    "2023-02-30",
    "29 Februari 1900",
    "0000-00-00",
    "TW9 2023",
    " " * 3000,
    "\n" * 200,
)
HUGE = "@@@"
"""Stands for a whole number of five thousand digits, which `json.dumps` does not write."""
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    10**30,
    HUGE,
    1.5,
    float("inf"),
    float("nan"),
    "",
    " ",
    "x",
    "1/0",
    "100/3",
    "9" * 5000,
    "2023-13-45",
    "\ud800",
    [],
    {},
    [[]],
    [None],
    {"": None},
    {"id": "x", "en": "y"},
)
_PYTHON_NUMBERS: tuple[Any, ...] = (
    *(Decimal(f"1E{sign}{size}") for sign in "+-" for size in (0, 5, 399, 400, 401, 4300, 999_999, 999_999_999)),
    *(Decimal(text) for text in ("NaN", "sNaN", "Infinity", "-0", "0E+999999")),
    *(10**size for size in (0, 15, 400, 401, 4300, 5000)),
    *(Fraction(1, 10**size) for size in (1, 400, 401, 5000)),
    *(1.5, 1e308, 5e-324, float("inf"), float("nan"), -0.0, 1j, True, None, "5", b"5", [5], {}, (), object),
)

Content: TypeAlias = "str | bytes | Any"


@attrs.frozen(kw_only=True)
class Kind:
    """One kind of input: what it begins with, how it is damaged, and what reads it.

    Fields:
        name: of the kind.
        weight: how many of a million inputs are of it.
        draw: draws an input.
        read: reads it; a file stands at the path that it is given.
        suffix: of the file; empty where it is read from memory.
    """

    name: str
    weight: int
    draw: Callable[[random.Random], Content]
    read: Callable[[Any], object]
    suffix: str = ""


def kinds() -> list[Kind]:
    """Return every kind of input; their weights are of a million."""
    return [*_texts(), *_files(), _workbooks()]


def _texts() -> list[Kind]:
    """Return what is read from one cell or option."""
    codes = tuple(CATALOGUE)
    headings = [heading for kind in _records() for field in fields_of(kind) for heading in field.headings]

    def numbers(text: str) -> None:
        read_number(text)

    def grouped(text: str) -> None:
        read_number(text, dots_group=True, may_be_percent=False)

    def exactly(text: str) -> None:
        value = read_exact(text)
        assert value is None or read_exact(exact_text(value)) == value

    def told(given: tuple[Any, Any]) -> None:
        target, actual = given
        str(Percent(exact(actual)))
        str(achievement(target, actual))

    def python_numbers(draw: random.Random) -> tuple[Any, Any]:
        return draw.choice(_PYTHON_NUMBERS), draw.choice(_PYTHON_NUMBERS)

    return [
        Kind(name="number", weight=270_000, draw=_signs(NUMBERS), read=numbers),
        Kind(name="number with dots", weight=110_000, draw=_signs(NUMBERS), read=grouped),
        Kind(name="date", weight=230_000, draw=_signs(DATES), read=read_date),
        Kind(name="period", weight=140_000, draw=_signs(PERIODS), read=as_period),
        Kind(name="code", weight=90_000, draw=_signs(codes), read=lambda text: find_code(text, codes)),
        Kind(name="exact text", weight=40_000, draw=_signs(EXACT), read=exactly),
        Kind(name="heading", weight=20_000, draw=_signs(headings), read=plain_heading),
        Kind(name="number of Python", weight=8_000, draw=python_numbers, read=told),
    ]


def _records() -> list[type[Any]]:
    return [one.record for one in vars(indicators).values() if isinstance(getattr(one, "record", None), type)]


def _files() -> list[Kind]:
    """Return what is read from a file: tables as text, catalogues, scorecards, traces."""
    tables = [path.read_bytes() for path in sorted(EXAMPLES.rglob("*.csv"))]
    reports = [path.read_bytes() for path in sorted(CASES.rglob("*.csv"))]
    catalogue = CATALOGUE_FILE.read_text("utf-8")
    cards = [path.read_text("utf-8") for path in sorted((WRITTEN / "scorecards").rglob("*.json"))]
    traces = [path.read_text("utf-8") for path in sorted((WRITTEN / "traces").rglob("*.json"))]
    return [
        Kind(name="table", weight=60_000, draw=_bytes([*tables, *reports]), read=_read_table, suffix=".csv"),
        Kind(name="GLP039 as text", weight=6_000, draw=_bytes(reports), read=read_glp039, suffix=".csv"),
        Kind(name="folder", weight=3_000, draw=_bytes(tables), read=_read_folder, suffix=".csv"),
        Kind(name="catalogue", weight=4_000, draw=_lines(catalogue), read=load_catalogue, suffix=".toml"),
        Kind(name="scorecard", weight=10_000, draw=_json(cards), read=Scorecard.from_json),
        Kind(name="trace", weight=8_000, draw=_json(traces), read=verify_trace),
    ]


CATALOGUE_FILE = ROOT / "src/kinerja/decrees/catalogues/bspji_pekanbaru_2021_2024.toml"


def _workbooks() -> Kind:
    whole = whole_workbooks()
    return Kind(
        name="workbook",
        weight=1_000,
        draw=lambda draw: damaged(draw, whole),
        read=lambda path: read_workbook(Path(path)),
        suffix=".xlsx",
    )


def _read_table(path: Path) -> None:
    """Read a table in one of the ways there are; which one its content says."""
    ways: list[Callable[[], object]] = [
        lambda: [list(sheet.rows()) for sheet in open_sheets(path)],
        lambda: read_actuals(path, entries=CATALOGUE, period=2023),
        lambda: read_targets(path, entries=CATALOGUE, period=2023),
        *(_reading(path, kind) for kind in _records()),
    ]
    ways[zlib.crc32(path.read_bytes()) % len(ways)]()


def _reading(path: Path, kind: type[Any]) -> Callable[[], object]:
    return lambda: (read_rows(path, kind, unit="Balai"), list(stream_rows(path, kind, unit="Balai")))


def _read_folder(path: Path) -> None:
    measure_folders([read_folder(path.parent, CATALOGUE, other_unit=True)], CATALOGUE, as_period("2023"))


def _signs(seeds: Sequence[str]) -> Callable[[random.Random], str]:
    return lambda draw: _damaged_text(draw, draw.choice(seeds), seeds)


def _damaged_text(draw: random.Random, text: str, others: Sequence[str]) -> str:
    """Change a text in one to three places: signs lost, doubled, swapped, foreign; parts of others, long tokens."""
    for _ in range(draw.choice((1, 1, 2, 3))):
        at, to = sorted((draw.randrange(len(text) + 1), draw.randrange(len(text) + 1)))
        match draw.randrange(8):
            case 0:
                text = text[:at] + text[at + 1 :]
            case 1:
                text = text[:at] + text[at:to] * draw.choice((0, 2, 50)) + text[to:]
            case 2 | 3:
                text = text[:at] + draw.choice(SIGNS) + text[at:]
            case 4:
                text = text[:at] + draw.choice(SIGNS) + text[at + 1 :]
            case 5:
                text = text[:at] + draw.choice(others)[at:] + text[to:]
            case 6 if draw.random() < 0.1:
                text = text[:at] + draw.choice(TOKENS) + text[to:]
            case _:
                text = draw.choice((str.upper, str.lower, str.title, str.swapcase, str.strip))(text)
        text = text[:20_000]
    return text


def _bytes(seeds: Sequence[bytes]) -> Callable[[random.Random], bytes]:
    """Damage a table: its cells, its rows, its writing in bytes."""
    return lambda draw: _damaged_table(draw, draw.choice(seeds), seeds)


def _damaged_table(draw: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    rows = content.decode("utf-8", errors="replace").splitlines(keepends=True)
    for _ in range(draw.choice((1, 1, 2, 4))):
        at = draw.randrange(len(rows) + 1)
        match draw.randrange(9):
            case 0:
                del rows[at : at + draw.choice((1, 2))]
            case 1:
                rows[at:at] = rows[: draw.choice((1, 3))]
            case 2:
                rows[at:at] = [draw.choice(_ROWS)]
            case 3:
                other = draw.choice(others).decode("utf-8", errors="replace").splitlines(keepends=True)
                rows[at:at] = other[: draw.choice((1, 5))]
            case _ if rows:
                line = rows[at % len(rows)]
                parted = re.split(r"([;,\t])", line)
                cell = draw.randrange(0, len(parted), 2)
                parted[cell] = _damaged_text(draw, parted[cell], (*NUMBERS, *DATES, *PERIODS))
                rows[at % len(rows)] = "".join(parted)
    text = "".join(rows)
    written = bytearray(text.encode(draw.choice(("utf-8",) * 6 + ("utf-8-sig", "utf-16", "cp1252")), errors="replace"))
    if draw.random() < 0.1 and written:
        written[draw.randrange(len(written))] = draw.randrange(256)
    if draw.random() < 0.05:
        del written[draw.randrange(len(written) + 1) :]
    return bytes(written)


_ROWS = ("\n", '"', ";;;;\n", "\0", "sep=,\n", "Jumlah;1\n", "x" * 70_000, ";" * 900)
_VALUES = ("true", "1", "-1", "1.5", "nan", '""', '"x"', "[]", "{}", "2023-02-03", "9" * 5000, "[" * 2000, '"\\uD800"')


def _lines(seed: str) -> Callable[[random.Random], bytes]:
    """Damage a file of lines, such as TOML: lines lost, doubled, moved, values replaced."""

    def drawn(draw: random.Random) -> bytes:
        lines = seed.splitlines(keepends=True)
        for _ in range(draw.choice((1, 1, 2, 3))):
            at = draw.randrange(len(lines))
            name, equals, _ = lines[at].partition(" = ")
            match draw.randrange(6):
                case 0:
                    del lines[at]
                case 1:
                    lines[at:at] = [lines[at]]
                case 2:
                    lines[at:at] = [draw.choice(lines)]
                case 3 | 4 if equals:
                    lines[at] = f"{name} = {draw.choice(_VALUES)}\n"
                case _:
                    lines[at] = _damaged_text(draw, lines[at], lines)
        return "".join(lines).encode(errors="surrogatepass" if draw.random() < 0.5 else "replace")

    return drawn


def _json(seeds: Sequence[str]) -> Callable[[random.Random], str]:
    """Damage a file of JSON: a value replaced, lost or moved; now and then its signs."""
    parsed = [json.loads(seed) for seed in seeds]

    def drawn(draw: random.Random) -> str:
        if draw.random() < 0.1:
            return _damaged_text(draw, draw.choice(seeds), TOKENS)
        if draw.random() < 0.01:
            return draw.choice(("[", '{"a":')) * draw.choice((500, 100_000))
        data = copy.deepcopy(draw.choice(parsed))
        for _ in range(draw.choice((1, 1, 2, 3))):
            _damage(draw, data)
        return json.dumps(data).replace(f'"{HUGE}"', "9" * 5000)

    return drawn


def _damage(draw: random.Random, data: Any) -> None:
    """Change one value somewhere in the data; deep ones as often as those at the top."""
    holders = list(_holders(data))
    holder = draw.choice(holders)
    places = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not places:
        return
    place = draw.choice(places)
    match draw.randrange(6):
        case 0:
            del holder[place]
        case 1 if isinstance(holder, dict):
            holder[f"{place}x"] = holder[place]
        case 2:
            other = draw.choice(holders)
            holder[place] = copy.deepcopy(other if draw.random() < 0.5 or not other else _any_of(draw, other))
        case 3 if isinstance(holder[place], str):
            holder[place] = _damaged_text(draw, holder[place], (*EXACT, *DATES, *PERIODS))
        case _:
            holder[place] = draw.choice(ODD)


def _any_of(draw: random.Random, holder: Any) -> Any:
    return draw.choice(list(holder.values() if isinstance(holder, dict) else holder))


def _holders(data: Any) -> itertools.chain[Any]:
    below = data.values() if isinstance(data, dict) else data
    own = [data] if isinstance(data, dict | list) else []
    return itertools.chain(own, *(_holders(one) for one in below if isinstance(one, dict | list)))
